"""Who counts a crowd, behind "pour": "20.000 marcheurs pour le syndicat, 8.000 pour la police"; "Pour la préfecture, ils étaient 900"."""

import regex

from recoupe.claims.attribution.numerals import COUNT, FIGURE, ROUGHLY
from recoupe.claims.attribution.page import Extent, Page
from recoupe.model import ActorKind, Mention

COUNTERS = frozenset((ActorKind.POLICE, ActorKind.LOCAL_AUTHORITY, ActorKind.STATE_ORGAN, ActorKind.ORGANISER))
"""Who counts a crowd."""
BEFORE = 90
"""Characters before "pour" in which the count stands."""
GATHERED = regex.compile(
    rf"(?:ils (?:n')?(?:étaient|auraient été|seraient) (?:que |plus de |près de )?|il y avait |on comptait )?{COUNT}[^.;:!?«»\n]{{0,80}}?"
    r"(?<!\p{L})(?:manifestants|participants|manifesté|défilé|marché|rassemblés|étaient|mobilisés"
    r"|dans (?:la rue|le cortège|les rues))(?!\p{L})"
    rf"|ils étaient {COUNT}"
)
"""How many came: "Pour la préfecture, [ils étaient 900]", "pour les syndicats, [12.000 personnes ont défilé]"."""
FOR = regex.compile(rf"{FIGURE}(?:[\p{{L}}'-]{{2,20}} ){{0,5}}$")
"""A count before "pour", and what is counted: "20.000 manifestants [pour les syndicats]"."""
AGAINST = regex.compile(rf"(?<!\p{{L}})contre (?:(?:{ROUGHLY}) )?{FIGURE}(?:[\p{{L}}'-]{{2,20}} ){{0,5}}$")
"""The same, set against what somebody is told to count: "la police en a compté 500, [contre 2.000] pour les syndicats"."""
BESIDE = regex.compile(r"(?:selon|d'après) l(?:'|a |es? )[^.;:!?«»\n]{2,50}?(?:,|,? et|,? contre) \p{N}[\p{N} .']{2,12}$")
"""A number without its noun, beside that of somebody else: "7.000 selon la CGT, 810 [pour la police]"."""
PEOPLE = "manifestant|participant|gréviste|marcheur|personnes"
CROWD = regex.compile(rf"(?<!\p{{L}})(?:{PEOPLE}|défilé|cortège|rassemblement|mobilisation)", regex.IGNORECASE)
"""What is counted by more than one."""
SECOND = regex.compile(
    rf"{FIGURE}(?:\p{{L}}{{2,12}} ){{0,2}}(?:{PEOPLE})[^.;:!?«»\n\p{{N}}]{{0,40}}, (?:(?:{ROUGHLY}) )?\p{{N}}[\p{{N}} .']{{2,12}}$"
)
"""A second number without its noun: "réunit 800 marcheurs, 300 [pour la police]"."""
RIVAL = regex.compile(
    rf"(?:{FIGURE}|(?<!\p{{L}})(?:millions?|milliers) )[^.;:!?«»\n\p{{N}}]{{0,60}}?"
    r"(?:selon|d'après|pour) (?=l(?:'|a |es? )|elles?[,. ]|lui[,. ]|eux[,. ]|s(?:a|on|es) |leurs? )"
)
"""The other of two counts, with whose it is."""


def tells(text: str, mention: Mention, clause: Extent) -> bool:
    """Whether a clause behind "Pour X, " tells how many X counted."""
    return mention.actor.kind in COUNTERS and GATHERED.match(text, *clause) is not None


def counts(page: Page, cue: Extent, sentence: Extent) -> bool:
    """Whether "pour X" says who counts so many: X counts crowds, and somebody else is told with another number: "8.000 pour la police"."""
    text, (low, high), mention = page.text, sentence, page.mention_from(cue[1] + 1)
    if mention is None or mention.actor.kind not in COUNTERS:
        return False
    if CROWD.search(text, low, high) is None and BESIDE.search(text, max(low, cue[0] - BEFORE), cue[0]) is None:
        return False
    if FOR.search(text, max(low, cue[0] - BEFORE), cue[0]) is None:
        return False
    closed = text[mention.span.end : mention.span.end + 1] in ",.;)\n" or text.startswith((" et ", " contre "), mention.span.end)
    if closed and any(pattern.search(text, max(low, cue[0] - BEFORE), cue[0]) for pattern in (AGAINST, SECOND)):
        return True
    return closed and any(cue != (hit.end() - len("pour "), hit.end() - 1) for hit in RIVAL.finditer(text, low, high))
