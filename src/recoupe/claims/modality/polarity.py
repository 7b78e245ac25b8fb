"""Whether a clause, or one count in it, says yes or no."""

from recoupe.claims.grammar.befallen import role_of
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.finite import has_verb
from recoupe.claims.modality.colours import supposed
from recoupe.claims.page import Page
from recoupe.model import Evidence, Polarity, Quantity

NOBODY = 4
"""How many words before "ne" its subject may begin ("aucune autre école ne")."""

SILENT = 4
"""Words behind a negation among which the verb stands that says nothing of what it takes for granted."""

AIDED = 4
"""Words behind "ne" in which "pouvoir" denies without "pas": "n'a pu", "ne les ont pu"."""

REACH = 7
"""How many words after "ne" the negation may stand."""


def polarity(page: Page, clause: Clause, quantity: Quantity | None) -> tuple[Polarity, tuple[Evidence, ...]]:
    """NEGATIVE where the clause itself says that it is not so; a count of 0 is a positive statement of zero.

    What is told over several clauses is not denied by one of them, nor is a count by what stands beyond a comma.
    """
    denial = denied(page, clause)
    if denial is not None and _bracketed(page, denial[0], clause.words.start if quantity is None else page.word_at(quantity.span.start)):
        return Polarity.POSITIVE, ()  # "12 blessés (le bilan n'est pas définitif)"
    if denial is None or (quantity is not None and _spared(page, clause, denial, quantity)):
        return Polarity.POSITIVE, ()
    return Polarity.NEGATIVE, (page.evidence("polarity", "polarity/negation", page.words_span(*denial)),)


def _spared(page: Page, clause: Clause, denial: tuple[int, int], quantity: Quantity) -> bool:
    """True for a count that a denial leaves as it is: of zero, apart from it, a whole, taken for granted, behind the main verb."""
    at, forms, rules = page.word_at(quantity.span.start), page.tokens.forms, page.rules
    before = forms[at - 2] if at > 1 and forms[at - 1] in rules.definite | rules.of else ""
    none = not rules.nobody.isdisjoint(forms[denial[0] : at])
    whole = before in rules.nobody or (
        none and before in rules.among
    )  # "aucun des 12 passagers n'est", "n'a vu aucun rescapé parmi les 12"
    silent = not rules.silent.isdisjoint(forms[denial[0] + 1 : denial[1] + SILENT])  # "n'a pas revendiqué la mort de 12 civils"
    main = clause.relative and has_verb(page, range(denial[1] + 2, at))  # "dont nul ne sait rien montre 12 chars"
    state = (
        quantity.role is not None and at < denial[0] and rules.vouched.isdisjoint(forms[denial[1] : denial[1] + SILENT])
    )  # "six blessés graves ne sont plus"
    lacking = at < denial[0] and not rules.lacking.isdisjoint(forms[denial[1] + 1 : denial[1] + SILENT])  # "40 foyers n'ont plus d'eau"
    return quantity.high == 0 or whole or silent or main or state or lacking or _apart(page, denial, at) or _known(page, quantity, at)


def _known(page: Page, quantity: Quantity, at: int) -> bool:
    """True for those known already whose own noun tells what befell them: "les sept blessés n'ont pas été identifiés"."""
    forms, rules = page.tokens.forms, page.rules
    if at < 1 or quantity.counted is None or forms[at - 1] not in rules.definite | (rules.of & rules.before_subjects):
        return False
    noun = page.word_at(quantity.counted.start)
    return role_of(forms[noun], page.read.report.language) == quantity.role is not None


def _apart(page: Page, denial: tuple[int, int], at: int) -> bool:
    """True if a comma stands between a denial and a count: "sans avoir dit non, il a réuni 300 voix"."""
    first, last = (denial[1], at) if at > denial[1] else (at, denial[0])
    return any("," in page.tokens.gap(i) for i in range(first + 1, last + 1))


def _bracketed(page: Page, one: int, other: int) -> bool:
    """True if one of two words stands in a bracket that the other does not stand in."""
    between = page.read.report.text[slice(*sorted((page.tokens.starts[one], page.tokens.starts[other])))]
    return between.count("(") != between.count(")")


def denied(page: Page, clause: Clause) -> tuple[int, int] | None:
    """The denial of one clause or of a part of it; what is told over several is not denied by one of them."""
    around = page.clause_at(clause.start)
    if page.rules.nots:
        return next(((i, i) for i in clause.words if page.tokens.forms[i] in page.rules.nots and not _upheld(page, i)), None)
    return denial_of(page, clause) if around is not None and clause.words.stop <= around.words.stop else None


def denial_of(page: Page, clause: Clause) -> tuple[int, int] | None:
    """First and last word of "ne ... pas" in a clause, or of "rien ne", "personne ne", "aucun X ne"."""
    forms, rules = page.tokens.forms, page.rules
    if rules.particles.isdisjoint(forms[clause.words.start : clause.words.stop]):
        return None
    for i in clause.words:
        if forms[i] in rules.particles and not _besides(page, clause.words.start, i):
            if any(form.startswith(rules.beyond) for form in forms[i + 1 : i + REACH]):
                return None  # "ne dépasserait pas 55 tonnes": so many there would be
            for j in range(i + 1, min(i + REACH, clause.words.stop)):
                if forms[j] in rules.negations and (_upheld(page, j) or forms[i + 1] in rules.granting):
                    return None
                if forms[j] == "plus" and forms[j + 1 : j + 2] in (("que",), ("qu",)):
                    break  # "il ne reste plus que quatre otages": four do
                if forms[j] in rules.negations:
                    return i, j
            if (alone := _denied_alone(page, clause, i)) is not None:
                return alone
    return None


def _denied_alone(page: Page, clause: Clause, i: int) -> tuple[int, int] | None:
    """What the "ne" at word `i` denies without "pas": "n'ont pu", "personne ne"."""
    unable = _unable(page, range(i + 1, min(i + AIDED, clause.words.stop)))
    if unable is not None:
        return i, unable
    nobody = _nobody(page, clause.words.start, i)
    return (nobody, i) if nobody is not None else None


def _unable(page: Page, words: range) -> int | None:
    """The form of "pouvoir" that "ne" denies by itself: "n'ont pu fuir"; not "ne peut que fuir", "ne peut être exclu"."""
    forms, rules = page.tokens.forms, page.rules
    able = next((j for j in words if forms[j] in rules.unaided), None)
    if able is None or not (rules.thats | rules.not_negated).isdisjoint(forms[able + 1 : able + REACH]):
        return None
    return able


def _nobody(page: Page, start: int, i: int) -> int | None:
    """The word before "ne" that denies: "aucun élève ne", "Jamais 500 grévistes n'ont"; not "Jamais 500 n'avaient": now so many do."""
    forms, rules = page.tokens.forms, page.rules
    if forms[start] in rules.never and i - start < REACH and rules.had.isdisjoint(forms[i + 1 : i + 2]):
        return start
    return next((j for j in range(i - 1, max(start, i - NOBODY) - 1, -1) if forms[j] in rules.nobody), None)


def _upheld(page: Page, i: int) -> bool:
    """True if the word behind a negation takes it back: "pas moins de 12", "pas exclu", "n'a pas fait moins de 12 morts"."""
    forms, rules = page.tokens.forms, page.rules
    if not rules.to_do.isdisjoint(forms[i + 1 : i + 2]) and not rules.ruled_out.isdisjoint(forms[i + 2 : i + 3]):
        return True  # "pas à exclure"
    return not rules.not_negated.isdisjoint(forms[i + 1 : i + 2]) or forms[i + 2 : i + 4] in rules.fewer


def _besides(page: Page, start: int, i: int) -> bool:
    """True for a denial of what is only supposed ("si le texte n'est pas retiré") or of what follows the verb of the clause.

    "Ils ont brûlé les greniers, ils n'ont rien laissé", "ont reçu l'ordre de ne plus sortir" and "n'ayant pas" deny no clause.
    """
    forms, rules = page.tokens.forms, page.rules
    comma = next((j for j in range(i, start, -1) if "," in page.tokens.gap(j)), start)
    infinite = i > start + 1 and (forms[i - 1] in rules.to_do or (forms[i + 1 : i + 2] and forms[i + 1] in rules.infinite))
    if infinite or supposed(page, range(comma, i)):
        return True
    if comma > start and forms[start] in rules.relatives:  # "ce qui a été dit, 12 bateaux n'ont pas coulé"
        return False
    apart = comma if comma > start else i if forms[i + 1 : i + 2] and forms[i + 1] in rules.negations else start
    return not rules.finite.isdisjoint(forms[start:apart])
