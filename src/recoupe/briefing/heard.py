"""Whose voices stand behind an answer, by the names that the texts before the reader have."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import msgspec

from recoupe.lang import has
from recoupe.model import UNHELD, Actor, ActorKind, Answer, Claim, Modality, Report, Standing, Support
from recoupe.phrases import Language, phrases, say
from recoupe.text import fold, plain, stopwords
from recoupe.text.beside import beside
from recoupe.text.labels import label

NOBODY = frozenset({ActorKind.DOCUMENT, ActorKind.OTHER})
"""Kinds of what a former number is laid to where nobody is named: "un précédent bilan"."""

Given = list[tuple[Answer, list[str]]]
"""What one voice answers to a question, in the order of answers, each with its claims."""


def cited(claims: Iterable[Claim]) -> frozenset[str]:
    """Ids of the actors that some text cites."""
    said = (claim.attribution.actor for claim in claims if claim.attribution is not None)
    return frozenset(actor.id for actor in said if actor is not None)


RESERVED = frozenset({Modality.HEARSAY, Modality.POSSIBLE, Modality.ACCUSATION, Modality.FORECAST})
"""Ways of saying that a number is not to be told without."""


def manner(answer: Answer, claims: Mapping[str, Claim]) -> Modality | None:
    """How an answer is put, where all its claims put it so and a plain number would say more than they do."""
    manners = {claims[key].modality for key in answer.claims if key in claims}
    return next(iter(manners)) if len(manners) == 1 and manners <= RESERVED else None


def in_turn(answers: Iterable[Answer]) -> list[Answer]:
    """What is only called former first, then by first publication where all are dated; else as they come.

    >>> def answer(n, **more): return Answer(low=n, value=n, high=n, bound="exact", claims=(), support=None, **more)
    >>> [a.value for a in in_turn([answer(9, first_seen="2031-02"), answer(4, first_seen="2031-01")])]
    [4, 9]
    >>> [a.value for a in in_turn([answer(9, first_seen="2031-02"), answer(4), answer(2, standing="former")])]
    [2, 9, 4]
    """
    given = list(answers)
    dated = all(answer.first_seen for answer in given)
    return sorted(given, key=lambda a: (a.standing != Standing.FORMER, (a.first_seen or "") if dated else ""))


def heard(support: Support, reports: Mapping[str, Report], rank: Mapping[str, int], named: Collection[str]) -> list[Actor]:
    """The voices of a support. An outlet that speaks on its own word (it is not among those `named` as a source) is called as one of
    these texts is, not as a copy of it that stands elsewhere; where it alone is heard as the first of them, which has an outlet if any has.
    """
    given = sorted((r for r in support.reports if r in reports), key=lambda r: rank[r])
    own = list(dict.fromkeys(label(reports[r]) for r in given))
    free = [name for name in own if name not in {actor.name for actor in support.actors}]
    found = []
    if len(support.actors) == 1 and own and support.actors[0].id not in named and support.actors[0].name in own:
        first = min(given, key=lambda r: (reports[r].outlet is None, rank[r]))
        return [msgspec.structs.replace(support.actors[0], name=label(reports[first]))]
    for actor in support.actors:
        elsewhere = actor.kind is ActorKind.MEDIA and actor.id not in named and actor.name not in own
        found.append(msgspec.structs.replace(actor, name=free.pop(0)) if elsewhere and free else actor)
    return found


def by_voice(answers: Iterable[Answer], claims: Mapping[str, Claim], called: Callable[[str], str]) -> dict[str, Given]:
    """The answers to a question by who is cited with them, under the names that `called` gives."""
    said: dict[str, Given] = {}
    for answer in answers:
        for claim in (claims[key] for key in answer.claims if key in claims):
            actor = claim.attribution.actor if claim.attribution is not None else None
            if actor is None or (claim.standing in UNHELD and actor.kind in NOBODY):
                continue
            mine = said.setdefault(called(actor.name), [])
            if not mine or mine[-1][0] is not answer:
                mine.append((answer, []))
            mine[-1][1].append(claim.id)
    return said


def disputing(answer: Answer, claims: Mapping[str, Claim], called: Callable[[str], str]) -> dict[str, list[tuple[str, Claim]]]:
    """Who says of an answer that it is not so, with the claim: "retracted" by those who gave it, "disputed" by others; and where a text
    gives the number as one that is not so, "refused.told" by somebody else, "retracted.told" by those or by nobody who is named.

    >>> from types import SimpleNamespace as Some
    >>> told = {name: Some(attribution=Some(actor=Some(name=name))) for name in ("préfet", "maire")}
    >>> answer = Some(support=Some(actors=[Some(name="maire")]), disputed=["préfet", "maire"], claims=[])
    >>> {how: [name for name, _ in said] for how, said in disputing(answer, told, str).items()}
    {'retracted': ['maire'], 'disputed': ['préfet']}
    """
    given = {called(actor.name) for actor in answer.support.actors}
    found: dict[str, list[tuple[str, Claim]]] = {"retracted": [], "disputed": [], "refused.told": [], "retracted.told": []}
    for key in (key for key in answer.disputed if key in claims):
        actor = said.actor if (said := claims[key].attribution) is not None else None
        name, own = actor.name if actor is not None else "", actor is None or called(actor.name) in given
        if key in answer.claims:
            found["retracted.told" if own else "refused.told"].append(("" if own else name, claims[key]))
        elif name:
            found["retracted" if own else "disputed"].append((name, claims[key]))
    return {how: said for how, said in found.items() if said}


def where_said(name: str, report: str) -> str:
    """Who says something, and in which text; the text alone where nobody is named.

    >>> where_said("maire", "Le Bief"), where_said("", "Le Bief")
    ('maire (Le Bief)', 'Le Bief')
    """
    return f"{name} ({report})" if name else report


def spelled(name: str, known: Mapping[str, str]) -> str:
    """A name with its accents, where another text writes them; `known`: the fullest name of some.

    >>> [spelled(name, {"prefecture": "préfecture", "armée": "armée du Sud"}) for name in ("prefecture", "armée")]
    ['préfecture', 'armée']
    """
    full = known.get(name, name)
    return full if fold(full) == fold(name) else name


def merged(names: Sequence[str], known: Mapping[str, str]) -> dict[str, list[str]]:
    """Names as they are listed, each with the other ones among them for the same voice; `known`: the fullest name of some. Letters and
    family names alone stand with the fullest one, be it from elsewhere: no reader knows them.

    >>> merged(["armée", "armée du Sud", "Le Bief"], {"armée": "armée du Sud"})
    {'armée du Sud': ['armée'], 'Le Bief': []}
    >>> merged(["FNP", "Roy", "port"], {"FNP": "Fédération des pêcheurs", "Roy": "Luc Roy", "port": "port de Sète"})
    {'Fédération des pêcheurs': ['FNP'], 'Luc Roy': [], 'port': []}
    """
    alike: dict[str, list[str]] = {}
    for name in dict.fromkeys(spelled(name, known) for name in names):
        alike.setdefault(known.get(name, name), []).append(name)
    heads = {full: full if full in same or any(map(_short, same)) else max(same, key=len) for full, same in alike.items()}
    return {
        heads[full]: [name for name in same if name != heads[full] and not heads[full].endswith(f" {name}")] for full, same in alike.items()
    }


def _short(name: str) -> bool:
    """Letters, or a name of one word."""
    return " " not in name and name[:1].isupper()


OFFICE = 90
"""Characters of an office."""

COLLECTIVE = frozenset({ActorKind.COMPANY, ActorKind.MEDIA, ActorKind.AGENCY, ActorKind.NGO, ActorKind.ORGANISER})
"""Kinds of bodies that have a name of their own."""


def office(words: str, actor: Actor, language: str) -> str:
    """The office that stands beside a name; nothing where other words do, or a body has its kind before it ("la société Lorvane").

    >>> lima = Actor(id="a-1", name="Ana Lima", kind="local_authority")
    >>> office("le gouverneur de la province, Ana Lima", lima, "fr"), office("Mme Ana Lima", lima, "fr")
    ('gouverneur de la province', '')
    """
    named = actor.name[:1].isupper() and (actor.kind not in COLLECTIVE or "," in words)
    found = beside(words, plain(actor.name), language) if named else ""
    if not found[:1].islower() or len(found) > OFFICE or found.rpartition(" ")[2] in stopwords(language):
        return ""
    return "" if "," not in words and _runs_on(found, actor.name) else found


def _runs_on(found: str, name: str) -> bool:
    """The name ends that of a body before it: "journaliste de l'Agence Lumen"."""
    last = found.rpartition(" ")[2]
    return " " not in name and last != last.lower()


def unread(languages: Iterable[str]) -> list[str]:
    """Those of the languages of texts in which nobody reads who says what: where no source is known there, it may well be named.

    >>> unread(["fr", "en", "nl"])
    ['nl']
    """
    return sorted({code for code in languages if not has(code, "events")})


def unnamed(language: Language, languages: Iterable[str]) -> str:
    """What is said in place of a voice, for texts in `languages`.

    >>> unnamed("fr", ["fr"]), unnamed("fr", ["nl"]), unnamed("en", ["fr", "nl"])
    ('source non nommée', 'source non lue (néerlandais)', 'source not read (Dutch)')
    """
    blind = [tongue(language, code) for code in unread(languages)]
    return say(language, "point.not_read", language=", ".join(blind)) if blind else say(language, "point.nobody")


def tongue(language: Language, code: str) -> str:
    """The name of a language."""
    known = f"language.{code}" in phrases("point", language)
    return say(language, f"point.language.{code}") if known else say(language, "point.language", code=code)
