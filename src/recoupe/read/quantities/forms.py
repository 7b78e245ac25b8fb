"""Forms of words: the agreement of participles."""


def agreements(state: str) -> list[str]:
    """A participle or adjective in all genders and numbers; what follows its first word stays.

    >>> agreements("mis en examen")
    ['mis en examen', 'mise en examen', 'mis en examen', 'mises en examen']
    >>> agreements("porté disparu")[3]
    'portées disparues'
    """
    first, _, rest = state.partition(" ")
    stem = first.removesuffix("s")
    endings = ("", "e", "s", "es") if not first.endswith("e") else ("", "s")
    agreeing = rest.endswith(("é", "u"))  # "porté disparu": both words agree
    return [f"{stem if end == 's' else first}{end} {rest}{end if agreeing else ''}".strip() for end in endings]
