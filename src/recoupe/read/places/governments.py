"""Capitals and countries that stand for those who govern there: what says, decides or has done something is an actor, no place."""

import regex
import simplemma

from recoupe.read.places.context import Grammar, written_before

ARTICLE = r"(?:l'|la |le |les )?"
NAME = rf"{ARTICLE}\p{{Lu}}[\p{{L}}-]*+(?: \p{{Lu}}[\p{{L}}-]*+)?"
AND = regex.compile(rf"(?:, {NAME}){{0,4}} et {NAME}")
"""The others of several behind the first: "Kiev[, Oslo et Rabat] ont annoncé"."""
AND_BEFORE = regex.compile(rf"(?r)(?<!\p{{L}})(\p{{L}}{{2,20}}) {ARTICLE}\p{{Lu}}[\p{{L}}-]{{1,30}} et {ARTICLE}")
"""The verb and the first of two before the second: "[autorise Oslo et] Rabat"."""
BY = regex.compile(rf"(?r)(?<!\p{{L}})(\p{{L}}{{2,20}}(?:[éiut]|és|is|us|ts|ée|ie|ue|te|se|ées|ies|ues|tes|ses)) par {ARTICLE}")
"""Behind a participle who has done it: "imposés par Oslo"."""
OBJECT = regex.compile(rf"(?r)(?<!\p{{L}})(\p{{L}}{{2,20}}) {ARTICLE}")
GIVEN = 80
"""Characters before a name in which what is given to those who govern stands: "l'aide promise par Oslo à"."""
ASKED = (" de ", " d'", " à ")
"""Behind whom somebody asks or charges: "accuse [l'Iran] de"."""


def governs(flat: str, at: tuple[int, int], rules: Grammar, *, initial: bool = True) -> bool:
    """Whether a capital or a country says or decides something, as its government does: "Lisbonne dément", "a réagi Rabat".

    >>> from recoupe.read.places.context import grammar
    >>> rules = grammar("fr")
    >>> [governs(t, (0, 8), rules) for t in ("Lisbonne a démenti.", "Lisbonne a été bombardée.", "Lisbonne, qui dit non")]
    [True, False, True]
    """
    more = AND.match(flat, at[1])
    return _acts(flat, at[1], rules, initial=initial) or (more is not None and _acts(flat, more.end(), rules)) or _is_party(flat, at, rules)


def is_given(flat: str, start: int, rules: Grammar) -> bool:
    """Whether something is given or said to those who govern, whose name begins at `start`: "l'ultimatum posé par Oslo à [Rabat]".

    >>> from recoupe.read.places.context import grammar
    >>> [is_given(t, len(t), grammar("fr")) for t in ("les sanctions imposées à ", "la bombe posée à ")]
    [True, False]
    """
    return rules.given.search(flat, max(0, start - GIVEN), start) is not None


def _acts(flat: str, end: int, rules: Grammar, *, initial: bool = True) -> bool:
    """Whether a verb of governments follows."""
    found = rules.verb.match(flat, end) if initial or flat[end : end + 1] != "," else None  # "contre l'Iran, qui dit"
    return found is not None and is_of(found[1], rules.governs | rules.strikes)


def _is_party(flat: str, at: tuple[int, int], rules: Grammar) -> bool:
    """Whether what stands before a name makes a government of it: a verb of which it is subject or object, "par" behind a participle."""
    before = written_before(flat, at[0])
    if before.islower() and flat[at[0] - 1 : at[0]] == " " and is_of(before, rules.governs):
        return True
    if (done := BY.match(flat, 0, at[0])) is not None:
        return done[1] not in rules.words.passed
    first = AND_BEFORE.match(flat, 0, at[0])
    if first is None and flat.startswith(ASKED, at[1]):
        first = OBJECT.match(flat, 0, at[0])
    return first is not None and first[1].islower() and is_of(first[1], rules.governs)


def is_of(word: str, verbs: frozenset[str]) -> bool:
    """Whether a word is a form of one of `verbs`.

    >>> is_of("exigé", frozenset({"exiger"})), is_of("exigence", frozenset({"exiger"}))
    (True, False)
    """
    if not word.isalpha():
        return False
    participle = word[:-1] + "er" if word.endswith("é") else word
    return word in verbs or word + "r" in verbs or participle in verbs or simplemma.lemmatize(word, "fr") in verbs
