"""What became of those counted, from the English words before and behind: "killing [12 people]", "[12 people] have been killed"."""

from recoupe.ontology import UnitKind, unit_kind
from recoupe.read.quantities.english.tables import Fates, Words
from recoupe.read.quantities.tokens import Phrasebook, Tokens

BREAKS = frozenset('.;:!?()\n"“”–—')
BETWEEN = 12
"""Tokens between a noun and its verb: "12 people on board a boat off the coast were"."""
APPOSED = 16
"""Tokens of what stands between commas behind a noun: ", including three children,"."""
INTO = frozenset(("in", "at", "on", "from", "aboard", "near", "inside", "outside", "off", "under", "across", "around", "of"))
ADVERBS = 3
ENDINGS = ("ly",)


def fates_of(unit: str, table: Words) -> tuple[Fates, ...]:
    """What may have become of things or people of `unit`."""
    kind = unit_kind(unit)
    found = [table.people] if kind is UnitKind.PERSON else []
    thing = table.things.get(unit) or table.things.get(kind or "other")
    return (*found, *([thing] if thing is not None else []))


def may_have(unit: str, role: str, table: Words) -> bool:
    """Whether `unit` may have a role of people: a household is evacuated, not wounded."""
    return unit not in table.groups or role in table.group_roles


def role_of(text: Tokens, first: int, end: int, unit: str, table: Words) -> tuple[str | None, str]:
    """The role of a count that stands from token `first` to `end`, and where it comes from ("before", "after")."""
    for fates in fates_of(unit, table):
        if (role := said_before(text, first, fates, table)) and may_have(unit, role, table):
            return role, "before"
        if (role := said_after(text, end, fates, table)) and may_have(unit, role, table):
            return role, "after"
    return None, ""


def attribute(text: Tokens, between: tuple[int, int], unit: str, table: Words) -> str | None:
    """The role of a participle between a number and its noun: "46 [damaged] schools", "three [wounded] soldiers"."""
    for at in range(*between):
        for fates in fates_of(unit, table):
            if (found := fates.states.ahead(text.words, at)) and may_have(unit, found[1], table):
                return found[1]
    return None


def said_before(text: Tokens, first: int, fates: Fates, table: Words) -> str | None:
    """What the verb or noun right before a count says of it; an article may stand between."""
    words = text.words
    for at in range(first, max(-1, first - 1 - ADVERBS), -1):
        if (found := fates.before.behind(words, at)) is not None:
            begin = at - found[0]
            passive = begin > 0 and (words[begin - 1] in table.sets["be"] or words[begin - 1] in {"those", "people", "were", "number"})
            return None if passive else found[1]
        if at == 0 or words[at - 1] not in table.sets["definite"] | table.sets["fillers"] | {"another", "a", "further"}:
            return None
    return None


def said_after(text: Tokens, end: int, fates: Fates, table: Words) -> str | None:
    """What is said behind a count that ends before token `end`: "killed in", "who were wounded", "have died", "dead"."""
    words = text.words
    at = end + (text.word(end) in table.sets["others"])
    if found := fates.heads.ahead(words, at) or fates.states.ahead(words, at):
        after = text.word(at + found[0])
        return found[1] if not after or after in table.sets["follows"] or not found_is_verb(words[at], fates) else None
    verb = verb_after(text, at, table)
    return None if verb is None else predicate(text, verb, fates, table)


def found_is_verb(word: str, fates: Fates) -> bool:
    """Whether a word may be an active verb as well: "killed", not "dead"."""
    return fates.before.ahead([word], 0) is not None or word.endswith("ed")


def verb_after(text: Tokens, at: int, table: Words) -> int | None:
    """Where the verb of a subject stands that ends before `at`: behind an apposition, a place, or "who"."""
    words = text.words
    if text.word(at) == ",":
        at = next((n for n in range(at + 1, min(len(words), at + APPOSED)) if words[n] == "," or words[n] in BREAKS), len(words))
        if text.word(at) != ",":
            return None
        at += 1
    if text.word(at) in {"who", "which", "that"}:
        at += 1
    elif text.word(at) in INTO:
        return next((n for n in range(at, min(len(words), at + BETWEEN)) if not _goes_on(words, n, table)), None)
    return at if at < len(words) else None


def _goes_on(words: list[str], at: int, table: Words) -> bool:
    """Whether what names a place goes on at `at`: no verb, no mark, no word that opens a clause."""
    word = words[at]
    ends = word in BREAKS or word == "," or word in table.sets["be"] | table.sets["have"] or word in table.sets["stops"] - OWNERS
    return not ends


OWNERS = frozenset(("his", "her", "their", "its", "our"))


def predicate(text: Tokens, at: int, fates: Fates, table: Words) -> str | None:
    """What the verb at `at` says of its subject: "were reportedly killed", "have since died", "remain missing"."""
    words, auxiliary = text.words, False
    for _ in range(ADVERBS + 3):
        word = text.word(at)
        if found := fates.phrases.ahead(words, at):
            return found[1]
        if auxiliary and (found := fates.states.ahead(words, at)):
            return found[1]
        if word in table.sets["be"] or word in {"remain", "remained", "got", "reported", "feared", "left"}:
            auxiliary = True
        elif word not in table.sets["have"] and word not in table.sets["fillers"] and not word.endswith(ENDINGS):
            return None
        at += 1
    return None


def announced(text: Tokens, first: int, table: Words) -> str | None:
    """Whose number it is: of the dead, of others: "the death toll rose to [15]", "a death toll of [12]", "the number of wounded at [9]"."""
    if text.word(first - 1) not in table.sets["reaches"]:
        return None
    for at in range(first - 1, max(0, first - 1 - TOLL), -1):
        if text.words[at] in BREAKS:
            return None
        if table.toll.behind(text.words, at):
            return "killed"
        if text.words[max(0, at - 3) : at - 1] in NUMBER_OF:
            fate = text.word(at - 1)
            return fate.replace("injured", "wounded") if fate in table.sets["harmed"] else None
    return None


NUMBER_OF = (["number", "of"],)


TOLL = 8
"""Tokens between "death toll" and its number: "the death toll from the floods has risen sharply to"."""


def struck(text: Tokens, first: int, last: int, table: Words) -> str | None:
    """The role of those whom a verb counts without their noun: "killed [five] and", "injuring [dozens]"."""
    role = said_before(text, first, table.people, table)
    free = not text.word(last) or text.word(last) in table.sets["follows"]
    return role if role in table.sets["sure"] and free else None


def told(text: Tokens, at: int, table: Words) -> str | None:
    """What is said of a part right behind it, behind an adverb too: "three of them [seriously injured]"."""
    at += text.word(at) in table.sets["gravely"]
    found = table.people.heads.ahead(text.words, at) or table.people.states.ahead(text.words, at)
    return found[1] if found else None


def headed(text: Tokens, at: int, table: Words) -> tuple[int, str] | None:
    """A number without noun whose people are told by what became of them: "12 dead", "30 others [were] injured"."""
    begin = at + (text.word(at) in table.sets["others"])
    book: Phrasebook[str] = table.people.heads
    if found := book.ahead(text.words, begin):
        after = begin + found[0]
        free = not text.word(after) or text.word(after) in table.sets["follows"] or not found_is_verb(text.words[begin], table.people)
        return (after, found[1]) if free else None
    return None
