"""Whose word a clause is: the innermost attribution around it, or one that closes the sentence."""

from collections import defaultdict
from dataclasses import dataclass

import regex

from recoupe.claims.attribution import Attributed
from recoupe.claims.attribution.taken import STATED
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.modality.settled import is_told
from recoupe.claims.page import Page
from recoupe.claims.pieces.trailing import trailing
from recoupe.model import Form, Modality, Span

TAIL = 4
"""How many words may follow an attribution that closes its sentence ("..., selon la police citée par la radio")."""

REDUCED = "/reduced"
"""End of the rule of "le bilan annoncé par X", which tells who gives what stands before it and no more."""

MEDIAL = "/selon"
"""End of the rule of "selon X" and the like."""

BARE_CONDITIONAL = "/conditional"
"""End of the rule of what an outlet tells in the conditional, on nobody's word."""

GRANTING = frozenset({Modality.DEMAND, Modality.DENIED, Modality.WISH, Modality.THREAT})
"""What is put so leaves what a relative says has happened as it is: the teller's own word."""

BARE = regex.compile(r"(?:\p{L}{1,12}+ (?:d(?:e |'))?){0,2}+\p{N}[\p{N} .,'’]*+(?:(?:millions?|milliers?)|%)?")
"""A count without its noun, given beside another one."""


@dataclass(frozen=True, slots=True)
class Sources:
    """For each clause (by its start) whose content it is, or to whose content it adds; for each sentence the attribution that closes it.

    `disputed`: where one says what another denies, the other of the two.
    """

    around: dict[int, Attributed]
    disputed: dict[int, Attributed]
    trailing: dict[int, Attributed]
    closing: dict[int, Attributed]

    def of(self, clause: Clause) -> Attributed | None:
        """Whose word `clause` is."""
        found = self.around.get(clause.start) or self.trailing.get(clause.start)
        if found is not None:
            return found
        closing = self.closing.get(clause.sentence)
        behind = closing is not None and clause.start >= closing.attribution.cue.start  # "raconte une otage libérée": not her words
        return None if behind else closing

    def all_of(self, clause: Clause) -> tuple[Attributed | None, ...]:
        """Whose word `clause` is, and who else states or denies it."""
        disputed = self.disputed.get(clause.start)
        return (self.of(clause), disputed) if disputed is not None else (self.of(clause),)


def sources(page: Page) -> Sources:
    """The sources of all clauses of a page."""
    around = _around(page)
    return Sources(around=around, disputed=_disputed(page, around), trailing=_trailing(page, around), closing=_closing(page))


def _around(page: Page) -> dict[int, Attributed]:
    """The attribution with the shortest content around each clause."""
    found: dict[int, tuple[int, Attributed]] = {}
    for relation in page.attributed:
        for content in relation.attribution.content:
            length = content.end - content.start
            for clause in page.clauses_between(content.start, content.end):
                if (clause.start not in found or length < found[clause.start][0]) and not _beside(page, relation, clause):
                    found[clause.start] = (length, relation)
    return {start: relation for start, (_, relation) in found.items()}


def _beside(page: Page, relation: Attributed, clause: Clause) -> bool:
    """Whether a relative clause is only put in where the outlet tells something in the conditional, "L'usine, [qui emploie 40 ouvriers],
    serait vendue", or tells what somebody takes for granted: "réclame une enquête sur le raid [qui a tué 40 civils]"."""
    if not clause.relative:
        return False
    if relation.attribution.rule.endswith(BARE_CONDITIONAL):
        return clause.inserted and not clause.start <= relation.attribution.cue.start < clause.end
    return relation.modality in GRANTING and relation.attribution.form is Form.INDIRECT and is_told(page, clause)


def _disputed(page: Page, around: dict[int, Attributed]) -> dict[int, Attributed]:
    """Who else speaks of each clause that one states and another denies: "conteste les 40 % avancés par X", "X affirme P, Y dément"."""
    found: dict[int, Attributed] = {}
    false = _called_false(page)
    for denial in page.attributed:
        if denial.modality is Modality.DENIED or any(c.start <= at < c.end for at in false for c in denial.attribution.content):
            for content in denial.attribution.content:
                for clause in page.clauses_between(content.start, content.end):
                    if _beside(page, denial, clause):
                        continue
                    other = denial if around[clause.start] is not denial else _stated(page, denial, content)
                    if other is not None and (other is not denial or _dispute(denial, around[clause.start])):
                        found[clause.start] = other
    return found


def _called_false(page: Page) -> list[int]:
    """Where something is called false: at the last word of "le chiffre de 40 avancé par X est faux"."""
    starts, scopes = page.tokens.starts, page.unaffirmed.scopes
    return [starts[s.words.stop] for s in scopes if s.modality is Modality.DENIED and s.words.stop < len(starts)]


def _stated(page: Page, denial: Attributed, content: Span) -> Attributed | None:
    """Who states what a denial has as its content."""
    return next((one for one in page.attributed if _dispute(denial, one) and _within(content, one.attribution.content)), None)


def _dispute(denial: Attributed, other: Attributed) -> bool:
    """Whether one states by himself what the other denies: neither tells of the other's words, but "les 40 % avancés par X"."""
    no, yes = denial.attribution, other.attribution
    if other.modality not in STATED or not yes.source or (no.actor is not None and no.actor == yes.actor):
        return False
    return not _within(no.cue, yes.content) and (yes.rule.endswith(REDUCED) or not _within(yes.cue, no.content))


def _within(part: Span, content: tuple[Span, ...]) -> bool:
    return any(one.start <= part.start and part.end <= one.end for one in content)


def _trailing(page: Page, around: dict[int, Attributed]) -> dict[int, Attributed]:
    """The attribution that each clause without a verb only adds to, where no other has it."""
    added = {clause.start: relation for relation in page.attributed for clause in trailing(page, relation)}
    return {start: relation for start, relation in added.items() if start not in around}


def _closing(page: Page) -> dict[int, Attributed]:
    """Attributions at the end of a sentence that has no other: the whole sentence is said by them."""
    by_sentence: dict[int, list[Attributed]] = defaultdict(list)
    for relation in page.attributed:
        clause = page.clause_at(relation.attribution.cue.start)
        if clause is not None and relation.attribution.source:
            by_sentence[clause.sentence].append(relation)
    return {number: found[0] for number, found in by_sentence.items() if len(found) == 1 and _closes(page, number, found[0])}


def _closes(page: Page, number: int, relation: Attributed) -> bool:
    found, words = relation.attribution, page.sentences[number]
    end = max(found.cue.end, *(s.end for s in found.source))
    first = page.tokens.starts[words[0]]
    before = bool(found.content) and first <= found.content[0].start < min(found.cue.start, found.source[0].start)
    text = page.read.report.text
    opens = text.rfind("(", first, found.cue.start) if before else -1
    if 0 <= opens < found.content[0].start and ")" not in text[opens : found.cue.start]:
        return False  # "39 % au tri et 47 % au dépôt (contre 50 % en mai selon la direction)"
    if before and text[first : found.content[0].start].rstrip().endswith((";", "—", "–", "-")):
        return False  # "300 doses arrivent demain ; il en faut, selon la mairie, le triple": only the second part is hers
    if before and found.content[0].start > first and found.content[-1].start > found.cue.start and found.rule.endswith(MEDIAL):
        return False  # "Le car, que l'on croyait neuf, est, selon la police, volé": no more is theirs
    if before and BARE.fullmatch(text, found.content[0].start, found.content[0].end):
        return False  # "1.200 personnes ont défilé, 3.500 selon le syndicat": no more is theirs
    if found.rule.endswith(REDUCED) and before and page.word_at(found.content[0].start) > words[0]:
        return False  # "12 soldats sont morts dans une attaque revendiquée par les rebelles": the attack alone is their word
    if found.form is Form.DIRECT and before and page.word_at(found.content[0].start) > words[0]:
        return False  # "12 noyés – « un chiffre effrayant », selon la mairie": the words quoted alone are theirs
    return before and words.stop - page.word_at(end) <= TAIL
