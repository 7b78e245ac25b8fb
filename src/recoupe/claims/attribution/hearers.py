"""To whom somebody speaks who says it right there: deputies, a crowd, the press, an outlet ("a dit devant les députés", "au Courrier")."""

from functools import cache

import regex

from recoupe.claims.attribution.alternatives import AT_A_TIME
from recoupe.claims.attribution.lexicon import Lexicon, lexicon
from recoupe.claims.attribution.page import Extent, Page
from recoupe.claims.attribution.words import Hints
from recoupe.model import ActorKind, ChannelKind, Mention

Heard = tuple[ChannelKind, Extent]
"""A kind of channel and the words that name it."""
MARKS = frozenset(',;:.«»"')
SOON = 60
"""Characters behind the verb or its subject in which a hearer must stand."""
HALL = regex.compile(
    r"(?:au (?:Sénat|Parlement|perchoir|Congrès|Bundestag)|à l'(?:Assemblée(?: nationale)?|Élysée)|à la (?:tribune|barre)"
    r"|dans l'hémicycle|sur le perron|(?:à|lors de|en) (?:l')?audience(?! (?:avec|d[eu'] ))"
    r"|(?:au|en|lors (?:du|d'un)|lors de la séance du) conseil (?:municipal|communal|général|départemental|régional|métropolitain)"
    r"|à (?:la|ses|sa|leurs) (?:partisans|militants|sympathisants|troupes|foule|fidèles|supporters)"
    r"|(?<=(?:auditionn|entend)\p{L}{1,3} (?:\p{L}{3,8} )?)"
    r"par (?:l'|la |les |une |des )(?:commission|mission|députés|sénateurs|élus|assemblée)"
    r"|(?:devant|à la tribune d[e']|face à|face aux) ?(?:l'|la |les |le |ses |des |une |un |son |plusieurs |quelques? |environ |"
    r"\p{N}[\p{N} .]*+){0,3}"
    r"(?:(?:milliers|centaines|dizaines|assemblée générale) d(?:e l'|e la |es |u |e |'))?"
    r"(?:députés|sénateurs|élus|parlementaires|assemblée|parlement|sénat|conseil|commission|sous-commission|foule|partisans|militants|manifestants"
    r"|sympathisants|fidèles|adhérents|salariés|étudiants|personnes|actionnaires|supporters|ambassadeurs|tribunal|cour|jurés|juges"
    r"|congressistes|délégués|congrès|sages|onu|troupes|diplomates))(?!\p{L})",
    regex.IGNORECASE,
)
"""Before whom, or where, somebody speaks."""
PRESS = r"(?:la presse|(?:les |des |plusieurs |quelques |ses )?(?:journalistes|reporters|médias|correspondants))(?!\p{L})"
FACED = regex.compile(
    rf"(?:(?:devant|face à) {PRESS}|face aux (?:journalistes|médias)|(?:rencontre|échange|rendez-vous) avec {PRESS})", regex.IGNORECASE
)
FILMED = regex.compile(
    r"(?:devant|face à|face aux?) ?(?:les |la |des |une |l')?(?:caméras?|objectifs?)(?!\p{L})|face caméra(?!\p{L})", regex.IGNORECASE
)
TOOK_THE_FLOOR = regex.compile(
    r"(?:et |mais |puis |or )?(?:(?:s'exprimant|intervenant|parlant|auditionnée?s?|entendue?s?|interrogée?s?|interpellée?s?|présente?s?) "
    rf"{AT_A_TIME})?",
    regex.IGNORECASE,
)
"""What may stand before the hearers at the head of a clause: "S'exprimant jeudi devant les députés, ..."."""
NAMED = r"\p{Lu}[\p{L}\p{N}'-]*+(?: (?:d(?:e la |e |u |es )|d')?\p{Lu}[\p{L}\p{N}'-]*+){0,3}+"
WITH = regex.compile(rf"auprès d(?:e |u |es |')(?:l'|la |les |Le |La |L')?(?={NAMED})")
NAME = regex.compile(NAMED)
BODIES = frozenset((ActorKind.NGO, ActorKind.COMPANY, ActorKind.INTERNATIONAL_BODY, ActorKind.MEDIA, ActorKind.AGENCY))
OUTLETS = frozenset((ActorKind.MEDIA, ActorKind.AGENCY))
PRESSES = ("presse", "journal", "report", "média", "corresp")
HALLS = (
    *("devant", "face", "tribune", "barre", "sénat", "parlement", "assemblée", "élysée", "perron", "hémicycle", "audience", "conseil "),
    *("foule", "partisans", "militants", "sympathisants", "troupes", "fidèles", "supporters", "par "),
)
KINDS = {
    "camera": (FILMED, ChannelKind.VIDEO, ("caméra", "objectif")),
    "press": (FACED, ChannelKind.PRESS_CONFERENCE, PRESSES),
    "hall": (HALL, ChannelKind.SPEECH, (*HALLS, "perchoir", "congrès", "bundestag")),
}
"""Hearers by kind, each with words one of which must be there."""
HINTS = Hints({name: words for name, (*_, words) in KINDS.items()})


@cache
def _titled(language: str) -> regex.Pattern[str]:
    """What names an outlet that is told something: "à La Tribune", "à Radio Lac", "au Courrier", "aux Échos"."""
    titles = "|".join(regex.escape(t) for t in sorted(lexicon(language).words.titles, key=len, reverse=True))
    rest = r"(?:[ -](?:d(?:e la |e |u |es )|d')?\p{Lu}[\p{L}\p{N}'-]*+){0,3}+(?: (?:libéré|dimanche|libre|républicaine?))?"
    return regex.compile(rf"(?<!\p{{L}})(?:à (?:L(?:es?|a) |L')?|aux? )(?:{titles})(?!\p{{L}}){rest}")


def hearers(page: Page, start: int, limit: int) -> Heard | None:
    """The first hearers between `start` and `limit`, and what kind of channel it is to speak to them."""
    near = page.lower[start:limit]
    hinted = HINTS.of(near)
    for name, (pattern, kind, _) in KINDS.items() if hinted else ():
        hit = pattern.search(page.text, start, limit) if name in hinted else None
        if hit is not None:
            return kind, hit.span()
    return outlet(page, start, limit)


def opening(page: Page, start: int, limit: int) -> Heard | None:
    """The hearers with which a clause opens, before its subject: "Devant les députés, la ministre a promis"."""
    at = TOOK_THE_FLOOR.match(page.text, start, limit)
    found = hearers(page, at.end(), min(limit, at.end() + SOON)) if at else None
    return found if found is not None and at is not None and found[1][0] == at.end() else None


def outlet(page: Page, start: int, limit: int) -> Heard | None:
    """An outlet between `start` and `limit` that somebody tells something: by its title, or by a name with "auprès de"."""
    text, near = page.text, page.text[start:limit]
    if ("à " in near or "au" in near) and (hit := _titled(page.language).search(text, start, limit)):
        return ChannelKind.INTERVIEW, hit.span()
    hit = WITH.search(text, start, limit) if "auprès" in near else None
    name = NAME.match(text, hit.end()) if hit else None
    if hit is None or name is None:
        return None
    known = page.mention(*name.span())
    if known is not None and known.actor.kind is ActorKind.AGENCY:
        return None  # "auprès de l'AFP": it passes on what it is told
    first = name.group().split(" ")[0]
    somebody = lexicon(page.language).names.is_first(first) if known is None else known.actor.kind not in OUTLETS
    return None if somebody else (ChannelKind.INTERVIEW, (hit.start(), name.end()))


TO_SOMEBODY = regex.compile(
    r" (?:aux?|à (?:l'|la|les|une?|son|sa|ses|leurs?|des|cette|ce|cet)) ?(?:(?:plus|près|quelque) (?:de )?)?(?P<noun>\p{L}++|\p{N})"
)


def faced(page: Page, speaker: Mention, limit: int, lexicon: Lexicon) -> bool:
    """Whether whoever is told stands right behind the name of the speaker: "le président Jean Roy [aux signataires de la pétition]"."""
    name = page.text[speaker.span.start : speaker.span.end].rpartition(speaker.actor.name)
    hit = TO_SOMEBODY.match(page.text, speaker.span.end, limit)
    named = not name[2] and name[1][:1].isupper() and (" " in name[1] or name[0].strip(" ") != "")
    if named and " " in name[1] and speaker.actor.kind not in BODIES and HALL.match(page.text, speaker.span.end + 1, limit):
        return True
    if hit is None or not named or speaker.actor.kind in BODIES:
        return False
    return hit["noun"].isdigit() or hit["noun"].endswith("s") or lexicon.words.somebody(hit["noun"])


def told(page: Page, start: int, limit: int) -> int:
    """Where an outlet begins that the noun phrase from `start` tells something, else `limit`: "le ministre [au Courrier]"."""
    near = page.text[start:limit]
    if " à " not in near and " au" not in near:
        return limit
    hit = _titled(page.language).search(page.text, start, limit)
    return hit.start() if hit is not None and page.text[hit.start() - 1] == " " else limit
