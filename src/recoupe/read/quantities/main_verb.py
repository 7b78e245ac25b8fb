"""What the main verb tells of those counted of whom a participle tells something else: "21 soldats blessés lundi ont été évacués"."""

from recoupe.model import Number
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Phrasebook

FAR = 22
"""Tokens behind a participle in which the main verb may stand."""
SOON = 5
"""Tokens behind an auxiliary in which its participle may stand."""
LASTING = "killed"
"""The role that no verb takes back: the dead who are recovered or evacuated are dead."""
DEED = "displaced"
"""The role that the active may tell as what they did: "quatre pompiers blessés ont fui"."""
SUBJECTS = frozenset(("le", "la", "l'", "les", "un", "une", "des", "ce", "cette", "ces", "il", "elle", "ils", "elles", "on"))
"""Words that begin another subject behind a comma."""
NO_COUNT = frozenset(("des", "pas", "sans", "moins", "personne", "ni"))
"""Words that may begin a number and are hardly ever one behind a participle."""
BEFORE_TIME = frozenset(("le", "par", "vers", "a", "voici", "près", "environ"))
"""Words before a number that is a day, or of whoever did it: "enlevés le 11 février", "blessés par trois tireurs"."""
RELATIVE = 5
"""Tokens from "qui" to the object of its verb: "qui avaient déjà occupé [une]"."""
ENDS = frozenset('.;:!?()\n«»"“”–—') | {"qui", "tandis", "et", "ou", "mais"}


def main_fate(words: list[str], at: int, many: Number | None, by: tuple[Words, Phrasebook[str]]) -> str | None:
    """The role that the verb behind the participle that ends before `at` gives those counted; None if it gives none.

    >>> from recoupe.read.quantities.tables import load
    >>> fr = load("fr")
    >>> told = "lundi à la frontière , dans le nord , ont été évacués jeudi"
    >>> main_fate(told.split(), 0, 21, (fr, fr.states)), main_fate(", les secours ont été dépêchés".split(), 0, 21, (fr, fr.states))
    ('evacuated', None)
    """
    table, states = by
    if (lost := _denied(words, at, table)) is not None:
        return lost
    verb = _verb(words, at, table)
    if verb is None or words[verb].endswith("nt") is (many is not None and many < 2):
        return None
    for place in range(verb + 1, min(len(words), verb + SOON)):
        if found := table.phrases.ahead(words, place) or states.ahead(words, place):
            passive = words[verb] in table.sets["be"] or "été" in words[verb:place]
            return found[1] if passive or (table.phrases.ahead(words, place) and found[1] != DEED) else None
        if words[place] in ENDS or words[place] in table.sets["negation"] or words[place] in {",", "pas", "par"}:
            return None
    return None


def _denied(words: list[str], at: int, table: Words) -> str | None:
    """What a verb in the negative tells of them: "un des enfants blessés dans le choc [n'a pas survécu]"."""
    for place in range(at, min(len(words), at + FAR)):
        if words[place] in table.sets["negation"]:
            found = table.phrases.ahead(words, place)
            return found[1] if found else None
        if words[place] in ENDS or words[place] in table.sets["auxiliaries"] or words[place] == ",":
            return None
    return None


def _verb(words: list[str], at: int, table: Words) -> int | None:
    """Where the auxiliary stands whose subject is what the participle is said of; none behind another subject, a relative or a count."""
    for place in range(at, min(len(words), at + FAR)):
        word, before = words[place], words[place - 1]
        if word in table.sets["auxiliaries"] and before != "y":  # "il y a trois semaines"
            return place
        if word in ENDS or word in table.sets["relative"] or word in table.sets["negation"]:
            return None
        if before == "," and word in SUBJECTS:
            return None
        counted = word[0].isdigit() or (word in table.starters and word not in NO_COUNT)
        if counted and not any(before in some for some in (table.sets["settings"], BEFORE_TIME, table.sets["weekdays"])):
            return None
    return None


def is_object(words: list[str], first: int, table: Words) -> bool:
    """Whether a count is the object of a relative clause, and so the subject of no verb behind it: "deux agents qui suivaient [un] convoi".

    >>> from recoupe.read.quantities.tables import load
    >>> [is_object(t.split(), t.count(" ") + 1, load("fr")) for t in ("agents qui ont suivi", "agents qui vivent à", "agents ont suivi")]
    [True, False, False]
    """
    at = first - 1
    while at > 0 and first - at < RELATIVE and words[at] not in table.sets["who"]:
        at -= 1
    between = words[at + 1 : first]
    barred = table.sets["articles"] | table.sets["settings"] | table.sets["governing"] | table.sets["linking"]
    return at > 0 and words[at] in table.sets["who"] and bool(between) and all(w.isalpha() and w not in barred for w in between)
