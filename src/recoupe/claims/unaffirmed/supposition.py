"""What is only supposed: "si dix élus partaient, la majorité tomberait", "s'il y a cent morts, ce sera une catastrophe"."""

from recoupe.claims.grammar.tokens import Tokens
from recoupe.claims.modality.conditional import Conditional, is_conditional, is_future
from recoupe.claims.schemes import UnaffirmedTable

LONGEST = 25
"""Words of a supposition, and of what would come of it."""

OPENING = frozenset(',;:«»“”"(–—\n')
"""Marks behind which a supposition begins."""

HAVE = ("aurai", "aurie")
"""How "avoir" in the conditional begins."""


def supposition(found: Tokens, sentence: range, i: int, table: UnaffirmedTable) -> range | None:
    """The words that "si" governs, where what would come of it is told before or behind it."""
    forms = found.forms
    if i + 2 >= sentence.stop or not _supposes(found, sentence, i, table):
        return None
    leads = i == sentence.start or not OPENING.isdisjoint(found.gap(i)) or forms[i - 1] in table.joined | table.thats
    last = min(sentence.stop, i + LONGEST)
    end = next((at for at in range(i + 2, last) if not OPENING.isdisjoint(found.gap(at))), last)
    follows = forms[end : min(sentence.stop, end + LONGEST)] if leads else ()
    others = follows or forms[max(sentence.start, i - LONGEST) : i]
    unreal = any(_imperfect(form, table) for form in forms[i + 1 : end]) and any(is_conditional(form, "fr") for form in others)
    to_come = forms[i + 2 : i + 4] == table.there_is and any(is_future(form, "fr", table.futures) for form in follows)
    return range(i, end) if unreal or to_come or _calls_for(follows, table) else None


def _calls_for(follows: tuple[str, ...], table: UnaffirmedTable) -> bool:
    """Whether the main clause says what will then have to be done: "il faudra le dire"; not "il faudra attendre mardi"."""
    needs = len(follows) > 1 and follows[0] in table.who_need and follows[1] in table.will_need
    return needs and table.to_wait.isdisjoint(follows)


def foreseen(found: Tokens, sentence: range, mood: Conditional, table: UnaffirmedTable, *, told: bool) -> bool:
    """True for what would come of something that may be: "si le texte passe, 120 emplois seraient menacés"; of what is not so ("si elle
    tenait, ...") only where somebody says it (`told`), and never of what has not been ("aurait tué 12 personnes")."""
    forms = found.forms
    if mood.end > mood.verb and found.text[mood.start : mood.verb].lower().startswith(HAVE):
        return False
    i = next((i for i in sentence if forms[i] in table.supposing and _supposes(found, sentence, i, table)), None)
    if i is None:
        return False
    end = next((at for at in range(i + 1, sentence.stop) if not OPENING.isdisjoint(found.gap(at))), sentence.stop)
    return told or not any(_imperfect(form, table) for form in forms[i + 1 : end])


def _supposes(found: Tokens, sentence: range, i: int, table: UnaffirmedTable) -> bool:
    """Whether "si" or "s'" at word `i` supposes something: not "comme si", not "s'est"."""
    if i > sentence.start and found.forms[i - 1] in table.not_supposing:
        return False
    return found.forms[i] != "s" or (i + 1 < sentence.stop and found.forms[i + 1] in table.supposed_subjects)


def _imperfect(form: str, table: UnaffirmedTable) -> bool:
    return form.endswith(table.imperfects) and not is_conditional(form, "fr")
