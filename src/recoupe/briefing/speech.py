"""What is said without a number, the weightiest first, and what only stands in the hearsay conditional."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from recoupe.briefing.desk import Desk, of_event
from recoupe.briefing.likeness import Wording, bare, content, gathered, same, spoken
from recoupe.briefing.opposed import set_beside
from recoupe.briefing.quoting import untied
from recoupe.briefing.wording import capital
from recoupe.model import Attribution, Claim, Dossier, Modality, Span, Statement
from recoupe.text import fold

MOST = 12
PER_VOICE = 3
"""Statements told per event, and of one voice; the rest is counted."""

HEARSAY = 8
"""Hearsay told per event."""

VERSIONS = 3
"""Wordings of one statement shown; of further ones the texts are named."""

PLAIN = frozenset({"OTHER", "STATEMENT"})
"""Types that say no more than that something was said."""

GOVERNED = frozenset({"noun_phrase", "revised", "infinitive", "charge", "gerund", "behind"})
"""Rules of attributions whose content hangs on its verb: "dément toute faute", "menace de faire grève"."""

BEHIND = ("/passive", "/reduced")
"""Rules of attributions whose content is a noun that stands before its verb: "l'attaque a été revendiquée par X"."""

BETWEEN = 60
"""Characters between such a verb and what it governs: who is accused, whom something is asked of, when."""

OPENS = ' \n\u00a0\u202f«“"'
"""What opens the words that such a verb governs, where they are quoted."""

ELIDED = ("'", "’")
"""How a word ends that no space follows."""

APART = frozenset('.;:?!\n«»“”"')

CHARGED = frozenset({Modality.ACCUSATION, Modality.DENIED})

Version = list[Wording]
"""One statement: its wordings, each with the claims that have just these words."""


def said(desk: Desk) -> Iterator[Statement]:
    """The weightiest statements of each event; what several texts carry is told once, each wording with the texts that have it."""
    beside = set_beside(desk)
    for dossier in desk.file.dossiers:
        told = (c for c in _in_order(desk, dossier) if c.id not in beside and _speaks(desk, c))
        alike = gathered(desk, told, lambda c: (_voice(c), c.modality))
        counted = frozenset(c.attribution.id for c in dossier.claims if c.attribution and c.quantities)
        alike = _once(sorted(alike, key=lambda version: _weight(desk, _claims(version), counted)))
        chosen = _chosen(desk, alike)
        found = [_said(desk, version) for version in chosen]
        if len(alike) > len(chosen):
            found.append(_more(desk, "said", len(alike) - len(chosen)))
        yield from of_event(dossier, found)


def hearsay(desk: Desk) -> Iterator[Statement]:
    """Clauses in the hearsay conditional, each with the source that its own text names."""
    most, beside = desk.most(HEARSAY), set_beside(desk)
    for dossier in desk.file.dossiers:
        told = (c for c in _in_order(desk, dossier) if c.id not in beside and c.modality is Modality.HEARSAY)
        alike = gathered(desk, told, lambda c: fold(source(desk, c)))
        found = [_hearsay(desk, version) for version in alike[:most]]
        if len(alike) > most:
            found.append(_more(desk, "hearsay", len(alike) - most))
        yield from of_event(dossier, found)


def source(desk: Desk, claim: Claim) -> str:
    """Who is named for a claim; "" where nobody is. Without a source of its own it has that of the words in which it stands."""
    said, seen = claim.attribution, set[str]()
    while said is not None and said.id not in seen:
        if said.actor is not None or said.source:
            return named(desk, said)
        seen.add(said.id)
        said = desk.attributions.get(said.nested_in or "")
    return ""


def wordings(desk: Desk, statement: Statement) -> list[tuple[str, str, str, bool]]:
    """Each wording of a statement after its verb, the texts that have just these words, and whether they are the speaker's own."""
    claims = [desk.claims[c] for c in statement.claims if c in desk.claims]
    return [(_verb(desk, w), _words(desk, w), _told_by(desk, w), spoken(w.claims[0])) for w in same(desk, claims, spoken)]


def _in_order(desk: Desk, dossier: Dossier) -> list[Claim]:
    return sorted(dossier.claims, key=desk.order)


def _speaks(desk: Desk, claim: Claim) -> bool:
    """Somebody says it, and the numbers of the briefing do not tell it already."""
    named = claim.attribution is not None and claim.attribution.actor is not None
    counted = claim.id in desk.counted and any(not desk.empty(quantity) for quantity in claim.quantities)
    again = claim.id in desk.disputed or claim.span in desk.shown
    return named and not counted and not again and claim.modality is not Modality.HEARSAY and bare(desk, content(claim)) > 0


def _voice(claim: Claim) -> str:
    return claim.attribution.actor.id if claim.attribution and claim.attribution.actor else ""


def _claims(version: Version) -> list[Claim]:
    return [claim for wording in version for claim in wording.claims]


def _weight(desk: Desk, claims: Sequence[Claim], counted: frozenset[str]) -> tuple[int, tuple[int, int]]:
    """The heaviest first: something done, an accusation or denial, carried by several texts, no number told already; then what
    stands first in a text."""
    done = 2 * any(c.type not in PLAIN for c in claims)
    charged = 2 * any(c.modality in CHARGED for c in claims)
    carried = min(2, len({c.report for c in claims}) - 1)
    told = any(c.attribution is not None and c.attribution.id in counted for c in claims)
    return told - done - charged - carried, min((c.span.start, desk.place(c.span)[0]) for c in claims)


def _once(alike: Iterable[Version]) -> list[Version]:
    """Words once of which one clause is a forecast, or denied, and another is not."""
    told, found = set[Span](), list[Version]()
    for version in alike:
        passages = {content(claim) for claim in _claims(version)}
        if not passages <= told:
            found.append(version)
        told |= passages
    return found


def _chosen(desk: Desk, alike: Sequence[Version]) -> list[Version]:
    spoken, chosen = Counter[str](), list[Version]()
    for version in alike:
        voice = _voice(version[0].claims[0])
        if len(chosen) < desk.most(MOST) and spoken[voice] < desk.most(PER_VOICE):
            spoken[voice] += 1
            chosen.append(version)
    return chosen


def _said(desk: Desk, version: Version) -> Statement:
    first = version[0].claims[0]
    assert first.attribution is not None
    key = f"said.{first.modality}" if desk.has(f"said.{first.modality}") else "said"
    return _statement(desk, "said", key, version, voice=capital(named(desk, first.attribution)), report=_told_by(desk, version[0]))


def _hearsay(desk: Desk, version: Version) -> Statement:
    name = source(desk, version[0].claims[0])
    voice = desk.say("hearsay.voice", voice=name) if name else desk.say("hearsay.nobody")
    return _statement(desk, "hearsay", "hearsay", version, voice=voice, report=_texts(desk, version[0]))


def _statement(desk: Desk, section: str, key: str, version: Version, **values: str) -> Statement:
    """The words of the first wording with the texts that have them, then those of the others with theirs."""
    first, claims = version[0], _claims(version)
    words = _words(desk, first) if section == "hearsay" else marked(desk, first)
    text = desk.say(key, **values, words=words, versions=_versions(desk, version[1:]))
    cites = tuple(dict.fromkeys(content(c) for c in claims))
    return Statement(section=section, message=f"point.{key}", text=text, claims=tuple(c.id for c in claims), cites=cites)


def _versions(desk: Desk, others: Version) -> str:
    """What the same voice says in nearly the same words elsewhere, each in its own words."""
    shown, rest = others[: VERSIONS - 1], others[VERSIONS - 1 :]
    said = [desk.say("version", report=_texts(desk, w), words=marked(desk, w)) for w in shown]
    return "".join([*said, desk.say("version.more", report=_names(desk, _claims(rest)))] if rest else said)


def _words(desk: Desk, wording: Wording) -> str:
    return desk.clause(content(wording.claims[0]))


def marked(desk: Desk, wording: Wording) -> str:
    """Its words in the marks of a quotation where they are the speaker's, in single ones where they are the report's."""
    shown = desk.say("quote.direct" if spoken(wording.claims[0]) else "quote.reported", words=_words(desk, wording))
    verb = _verb(desk, wording)
    if verb.endswith(ELIDED):
        return verb + shown
    return desk.say("quote.after", verb=verb, words=shown) if verb else shown


def _verb(desk: Desk, wording: Wording) -> str:
    """What leads to words that are no sentence without it: "dément", "appelle à", "accuse le maire", "revendiquée :" cette attaque."""
    said, denied = wording.claims[0].attribution, wording.claims[0].modality is Modality.DENIED
    if said is not None and said.rule.endswith(BEHIND):
        return f"{desk.words(said.cue)} :"
    if said is None or not (denied or said.rule.rpartition("/")[2] in GOVERNED):
        return ""
    words = content(wording.claims[0])
    if said.cue.start >= words.end and "-" in desk.raw(said.cue):  # "« Ce chiffre est faux », a-t-il dit": the words say so themselves
        return ""
    start = min(words.start, *(span.start for span in said.content))
    if start == words.start:  # "a démenti qu'| un incendie se soit déclaré"
        start += len(desk.raw(words)) - len(untied(desk.raw(words), desk.reports[words.report].language))
    led = Span(report=said.cue.report, start=said.cue.start, end=max(start, said.cue.end))
    led = msgspec.structs.replace(led, end=led.start + len(desk.raw(led).rstrip(OPENS)))  # "parle d'| « élucubrations »"
    between = led.end - said.cue.end <= BETWEEN and not APART & set(desk.raw(led))
    return desk.words(led if between else said.cue)


def _told_by(desk: Desk, wording: Wording) -> str:
    texts, itself = _texts(desk, wording), all(_publishes(desk, claim) for claim in wording.claims)
    return texts if itself or spoken(wording.claims[0]) else desk.say("reported.by", report=texts)


def _publishes(desk: Desk, claim: Claim) -> bool:
    """Who says it has published the text: "la préfecture", in a text of "Préfecture de la Manche"."""
    actor = claim.attribution.actor if claim.attribution is not None else None
    outlet = fold(desk.reports[claim.report].outlet or "")
    return actor is not None and (outlet == fold(actor.name) or outlet.startswith(f"{fold(actor.name)} "))


def _texts(desk: Desk, wording: Wording) -> str:
    return _names(desk, wording.claims)


def _names(desk: Desk, claims: Iterable[Claim]) -> str:
    return desk.named(claim.report for claim in claims)


def _more(desk: Desk, section: str, n: int) -> Statement:
    return Statement(section=section, message=f"point.{section}.more", text=desk.say(f"{section}.more", n=n))


def named(desk: Desk, attribution: Attribution) -> str:
    """Who says it."""
    if attribution.actor is not None:
        return desk.spelled(attribution.actor.name)
    return desk.words(attribution.source[0]) if attribution.source else desk.say("nobody")
