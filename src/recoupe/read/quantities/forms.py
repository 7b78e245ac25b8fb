"""Forms of words: the agreement of participles."""


def agreements(state: str) -> list[str]:
    """A participle or adjective in all genders and numbers; what follows its first word stays.

    >>> agreements("mis en examen")
    ['mis en examen', 'mise en examen', 'mis en examen', 'mises en examen']
    >>> agreements("porté disparu")[3]
    'portées disparues'
    >>> agreements("privé de liberté")[2]
    'privés de liberté'
    """
    first, _, rest = state.partition(" ")
    stem = first.removesuffix("s")
    endings = ("", "e", "s", "es") if not first.endswith("e") else ("", "s")
    agreeing = " " not in rest and rest.endswith(("é", "u", "vivant", "absent", "manquant"))  # "porté disparu": both words agree
    return [f"{stem if end == 's' else first}{end} {rest}{end if agreeing else ''}".strip() for end in endings]


FEMININE = {"eur": ("euse", "rice"), "er": ("ère",), "ien": ("ienne",), "on": ("onne",), "eux": ("euse",), "f": ("ve",), "e": ()}
"""How nouns of persons end, and how their feminines do; after other endings an -e is added."""


def feminines(noun: str) -> list[str]:
    """What the feminine of a noun of one word may be.

    >>> feminines("surveillant"), feminines("vendeur"), feminines("berger"), feminines("juge"), feminines("garde du corps")
    (['surveillante'], ['vendeuse', 'vendrice'], ['bergère'], [], [])
    """
    if " " in noun or "-" in noun:
        return []
    for end, others in FEMININE.items():
        if noun.endswith(end):
            return [noun.removesuffix(end) + other for other in others]
    return [f"{noun}e"]
