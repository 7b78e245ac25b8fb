"""What is put in behind those counted, and where the sentence goes on: ages, parts, what they are called, a source."""

from recoupe.read.quantities.siblings import is_plural_verb
from recoupe.read.quantities.tables import Words

STOPS = frozenset('.;:!?()\n«»"“”–—')
DASHES = {"–": "–", "—": "—", "(": ")", ")": ""}
"""What may open or close an apposition, and what closes it."""
ONE_MORE = (["un"], ["une"])
"""Behind "et": the last of a list of one each."""
LISTED = frozenset((",", "et"))
"""Between the members of a list."""
AGES_BETWEEN = frozenset((",", "et", "ou", "à", "mois"))
"""Between the ages of several persons."""
REACH = 16
"""Tokens after a noun in which its participle may stand."""


def past_incise(words: list[str], comma: int, table: Words) -> int:
    """Where the sentence goes on behind what parts an auxiliary from its participle: "sont, selon lui[,] blessées"; 0 for another comma.

    >>> from recoupe.read.quantities.tables import load
    >>> [past_incise(t.split(), 1, load("fr")) for t in ("sont , par ailleurs , blessées", "maires , par ailleurs , blessés")]
    [5, 0]
    """
    if words[comma] != "," or words[comma - 1] not in table.sets["auxiliaries"]:
        return 0
    for place in range(comma + 1, min(len(words), comma + REACH)):
        if words[place] in STOPS:
            return 0
        if words[place] == ",":
            return place + 1
    return 0


def past_apposed(words: list[str], at: int, table: Words) -> int:
    """Where the verb stands behind one who says who its subject is: "le chauffeur, un homme | de 37 ans, [a] été interpellé"; else `at`.

    >>> from recoupe.read.quantities.tables import load
    >>> [past_apposed(t.split(), 2, load("fr")) for t in ("un homme ivre , a été arrêté", "un homme ivre , qui a été arrêté")]
    [4, 2]
    """
    for place in range(at, min(len(words) - 2, at + REACH)):
        if words[place] in STOPS or words[place] in table.sets["auxiliaries"]:
            return at
        if words[place] == ",":
            verb = place + 1 + (words[place + 1] in table.sets["negation"])
            return verb if words[verb] in table.sets["auxiliaries"] and not words[verb].endswith("nt") else at
    return at


def past_aside(words: list[str], at: int, table: Words) -> int:
    """Where the sentence goes on behind the comma of a list of ages, or behind what is put in at `at`."""
    if words[at] == "," and words[at - 1][0].isdigit() and tells_age(words, at - 1, table):
        return at + 1  # "de 4[,] 7 et 9 ans"
    return after_apposition(words, at, table)


def behind_parts(words: list[str], at: int, table: Words) -> int:
    """Where the verb of a whole stands behind the list of its parts that opens at `at`; 0 where the verb may be theirs.

    What is one ("dont le maire") has no verb in the plural.

    >>> from recoupe.read.quantities.tables import load
    >>> [behind_parts(t.split(), 0, load("fr")) for t in ("dont un Malien et deux Guinéens sont détenus", "dont deux sont détenus")]
    [6, 0]
    >>> [behind_parts(t.split(), 0, load("fr")) for t in ("dont le chef sont là", "dont le chef est mort", "dont les chefs sont morts")]
    [3, 0, 0]
    """
    noun = at + 2
    counted = at + 1 < len(words) and (words[at + 1] in table.sets["single"] or opens_number(words[at + 1], table))
    if not counted or noun >= len(words) or words[noun] in table.sets["leaves_noun"] or words[noun] in table.sets["auxiliaries"]:
        return 0
    for place in range(noun + 1, min(len(words), at + REACH)):
        if words[place] in STOPS or words[place] in table.sets["relative"] | {"qui"}:
            return 0
        if words[place] in table.sets["auxiliaries"]:
            return place if words[place].endswith("nt") else 0
    return 0


def tells_age(words: list[str], at: int, table: Words) -> bool:
    """Whether the number at `at` is an age, or one of a list of ages: "de 4, [7] et 9 ans", "une [quarantaine] d'années".

    >>> from recoupe.read.quantities.tables import load
    >>> [tells_age(t.split(), 0, load("fr")) for t in ("4 , 7 et 9 ans", "4 blessés", "vingtaine d' années")]
    [True, False, True]
    """
    place, end = at + 1, min(len(words), at + REACH)
    place += place < end and words[place] in table.sets["link"]
    while place < end and (words[place] in AGES_BETWEEN or words[place][0].isdigit()):
        place += 1
    return place < end and words[place] in table.sets["ages"]


def opens_number(word: str, table: Words) -> bool:
    """Whether a number may begin with `word`, which is no mere article.

    >>> from recoupe.read.quantities.tables import load
    >>> [opens_number(word, load("fr")) for word in ("12", "douze", "un")]
    [True, True, False]
    """
    return word[0].isdigit() or (word in table.starters and word not in table.sets["one"])


def _verb_of_list(words: list[str], last: int, table: Words) -> int:
    """Where the verb of a list stands whose last member is behind "et": "21 maisons, une école et un immeuble [ont] été"."""
    for place in range(last, min(len(words), last + REACH)):
        if words[place] in STOPS or (words[place][0].isdigit() and not tells_age(words, place, table)):
            break
        if words[place] in table.sets["auxiliaries"]:
            return place if words[place].endswith("nt") else len(words)
    return len(words)


def own_verb(words: list[str], at: int, table: Words) -> bool:
    """Whether an auxiliary or a verb of several stands at `at`, behind a pronoun or not: "[ont] été", "[en sont] sortis", "[restent]".

    >>> from recoupe.read.quantities.tables import load
    >>> [own_verb(t.split(), 0, load("fr")) for t in ("ont été", "en sont sortis", "maires de")]
    [True, True, False]
    """
    at += at + 1 < len(words) and words[at] in table.sets["of_them"] | {"y"}
    return words[at] in table.sets["have"] or words[at] in table.sets["be"] or is_plural_verb(words[at])


def after_apposition(words: list[str], comma: int, table: Words) -> int:
    """Where the sentence goes on after ", dont deux enfants," or "(65 civils)" if a verb does; else the end of what is looked at."""
    closing, first = DASHES.get(words[comma], ","), comma + 1
    if first < len(words) and words[first] in table.sets["gravely"]:
        return first  # "deux collègues, grièvement brûlés"
    if first < len(words) and words[first].endswith("nt") and words[first] in table.sets["auxiliaries"]:
        return first  # the last of what was put in: ", dont 22 civils et trois policiers, ont été tuées", "(deux hommes) ont été"
    if closing == "," and (found := _behind_comma(words, first, table)) is not None:
        return found
    for place in range(first, min(len(words) - 1, comma + REACH)):
        if words[place] in STOPS and words[place] != closing:
            break
        if closing == "," and words[place] in LISTED and (found := _list_goes_on(words, (first, place), table)) is not None:
            return found
        if words[place] == closing and (own_verb(words, place + 1, table) or words[place + 1] in table.sets["negation"]):
            return place + 1
    return len(words)


def _behind_comma(words: list[str], first: int, table: Words) -> int | None:
    """Where the sentence goes on behind a comma whose first word behind it tells, or what opens with "dont"."""
    if first + 1 < len(words) and words[first] == "qui" and words[first + 1].endswith("nt"):
        return first + 1  # "deux hommes, qui ont été interpellés"
    if words[first : first + 1] == ["dont"] and (verb := behind_parts(words, first, table)):
        return verb if not LISTED.isdisjoint(words[first + 1 : verb]) else len(words)
    return None


def _list_goes_on(words: list[str], at: tuple[int, int], table: Words) -> int | None:
    """Where the verb of a list stands of which one member begins at the first token of `at` and another one behind the second."""
    first, place = at
    if words[place] == ",":
        if words[place + 1] == "et" and words[place + 2 : place + 3] in ONE_MORE:
            return _verb_of_list(words, place + 1, table)  # "un gardien, âgé de 58 ans, et un chauffeur ont été"
        if words[first] in table.sets["among"]:
            return _verb_of_list(words, place, table)  # ", parmi lesquels des enfants, originaires de Gambie ont été secourus"
    elif words[place] == "et" and words[first] in table.sets["one"]:
        return _verb_of_list(words, place, table)
    return None
