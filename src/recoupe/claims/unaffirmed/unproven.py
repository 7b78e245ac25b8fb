"""What nothing shows, what is faked, called off or only played: "aucune preuve que", "une vidéo truquée", "les besoins de l'exercice"."""

from collections.abc import Sequence

from recoupe.claims.attribution.infinitives import is_infinitive
from recoupe.claims.grammar.tokens import Tokens
from recoupe.claims.schemes import UnaffirmedTable

BEFORE = 3
"""Words before a noun of proof among which stands that there is none: "n'a pas la preuve"."""

BEHIND = 5
"""Words behind it among which "que" stands: "aucun élément permettant d'affirmer que"."""

KIND = 5
"""Words around a word of a drill among which its kind stands: "exercice annuel de sécurité civile"."""

NEAR = 4
"""Words between a verb of being and what calls something false."""

MARKS = frozenset(",;:.!?«»()")
STOPS = frozenset(";:.!?")


def unproven(found: Tokens, sentence: range, i: int, table: UnaffirmedTable) -> int | None:
    """Where what nothing shows begins: "n'a aucune preuve [que]", "il n'est pas établi [que]"; not "aucun élément des armes que".

    >>> from recoupe import lang
    >>> from recoupe.claims.grammar.tokens import tokens
    >>> table = lang.table("fr", "unaffirmed", UnaffirmedTable)
    >>> texts = map(tokens, ("Aucune preuve que douze", "Une preuve que douze", "Aucun indice montrant que douze"))
    >>> [unproven(text, range(len(text.forms)), 1, table) for text in texts]
    [2, None, 3]
    """
    forms = found.forms
    no = next((at for at in range(i - 1, max(sentence.start, i - BEFORE) - 1, -1) if forms[at] in table.none), None)
    if no is None or any(not MARKS.isdisjoint(found.gap(at)) for at in range(no + 1, i + 1)):
        return None
    for at in range(i + 1, min(i + BEHIND, sentence.stop)):
        if not MARKS.isdisjoint(found.gap(at)):
            return None
        if forms[at] in table.thats:
            last = forms[at - 1]
            bare = at == i + 1 or (forms[i] not in table.shown and (last.endswith("ant") or is_infinitive(last, "fr")))
            return at if bare else None
    return None


def unsettled(found: Tokens, start: int, i: int, table: UnaffirmedTable) -> range:
    """What is told not to be shown, before its verb: "[le vol de 300 caisses] n'est pas avéré"; not "n'a pas établi de bilan".

    >>> from recoupe import lang
    >>> from recoupe.claims.grammar.tokens import tokens
    >>> table = lang.table("fr", "unaffirmed", UnaffirmedTable)
    >>> unsettled(tokens("La fuite de 12 barils n'est pas avérée"), 0, 8, table)
    range(0, 5)
    """
    forms = found.forms
    no = next((at for at in range(i - 1, max(start, i - BEFORE) - 1, -1) if forms[at] in table.none), start)
    verb = no - 1
    if forms[i] not in table.shown or verb - start <= 2 or forms[verb - 1] not in table.denying:
        return range(0)
    passive = forms[verb] in table.be or (forms[verb] in table.have and not table.been.isdisjoint(forms[no + 1 : i]))
    return range(start, verb - 1) if passive else range(0)


def unshown(found: Tokens, sentence: range, i: int, table: UnaffirmedTable) -> bool:
    """Whether the participle at word `i` tells what no proof or paper shows: "aucun élément [confirmant] la mort de"."""
    before = found.forms[max(sentence.start, i - BEFORE - 1) : i]
    return not (table.proofs | table.pictures).isdisjoint(before) and not table.none.isdisjoint(before)


def alleged(found: Tokens, sentence: range, i: int, table: UnaffirmedTable) -> bool:
    """Whether a picture is only said to show something: "une vidéo [censée] montrer", "des images [présentées] comme"."""
    next_ = found.forms[i + 1 : min(i + 2, sentence.stop)]
    led = not table.likened.isdisjoint(next_) or any(is_infinitive(form, "fr") for form in next_)
    return led and fake(found, sentence, i, table)


def fake(found: Tokens, sentence: range, i: int, table: UnaffirmedTable) -> bool:
    """Whether word `i` tells of a picture that it is no true one: "une vidéo truquée"."""
    return not table.pictures.isdisjoint(found.forms[max(sentence.start, i - BEFORE) : i])


def called_off(found: Tokens, start: int, i: int, table: UnaffirmedTable) -> int | None:
    """Where what is told of something arranged begins that does not take place: "un rassemblement [de 3.000 personnes] a été annulé"."""
    forms = found.forms
    if table.been.isdisjoint(forms[max(start, i - 2) : i]):
        return None
    return next((at + 1 for at in range(start, min(start + BEFORE, i)) if forms[at] in table.arranged | table.deeds), None)


def mendacious(found: Tokens, start: int, i: int, table: UnaffirmedTable) -> range:
    """What is called false right behind: "dire que [trente civils sont morts] est un mensonge"."""
    forms = found.forms
    if forms[start] not in table.saying or forms[start + 1] not in table.thats:
        return range(0)
    verb = next((at for at in range(i - 1, max(start, i - 1 - NEAR), -1) if forms[at] in table.being), start)
    return range(start + 1, verb)


def rescue(found: Tokens, sentences: Sequence[range], number: int, i: int, table: UnaffirmedTable) -> range:
    """The sentences of a paragraph that a drill of rescue opens or tells of, up to where something real befalls somebody."""
    sentence, forms = sentences[number], found.forms
    if forms[i] in table.plots and forms[sentence.start] in table.inside and i - sentence.start <= BEFORE:
        return sentence
    around = range(max(sentence.start, i - BEFORE), min(i + 1 + KIND, sentence.stop))
    if not any(forms[at] in table.rescues for at in around) or not table.real.isdisjoint(forms[sentence.start : sentence.stop]):
        return range(0)
    end = sentence.stop
    for later in sentences[number + 1 :]:
        told = forms[later.start : later.stop]
        if "\n" in found.gap(later.start) or not table.real.isdisjoint(told):
            break
        end = later.stop
    return range(sentence.start, end)
