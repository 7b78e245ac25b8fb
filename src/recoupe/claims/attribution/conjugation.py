"""Third-person forms of a French verb, by rule: what a cue can look like in a report."""

import msgspec

FUTURE = ("a", "ont", "ait", "aient")


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The principal parts of irregular verbs of one ending."""

    present: tuple[str, str]
    imperfect: str
    past: tuple[str, str]
    future: str
    participle: str


class Forms(msgspec.Struct, frozen=True):
    """The finite forms (third person), the past participles and the present participle."""

    finite: frozenset[str]
    participles: frozenset[str]
    gerund: str


def forms(infinitive: str, irregular: dict[str, Family], doubling: frozenset[str]) -> Forms:
    """All forms of `infinitive`.

    >>> sorted(forms("annoncer", {}, frozenset()).participles), forms("annoncer", {}, frozenset()).gerund
    (['annoncé', 'annoncée', 'annoncées', 'annoncés'], 'annonçant')
    >>> "révèlent" in forms("révéler", {}, frozenset()).finite
    True
    """
    ending = max((e for e in irregular if infinitive.endswith(e)), key=len, default=None)
    if ending is not None:
        return _of_family(infinitive.removesuffix(ending), irregular[ending])
    if infinitive.endswith("er"):
        return _first(infinitive, doubled=infinitive in doubling)
    return _second(infinitive) if infinitive.endswith("ir") else _third(infinitive)


def _participles(masculine: str) -> frozenset[str]:
    plural = masculine if masculine.endswith("s") else masculine + "s"
    return frozenset((masculine, plural, masculine + "e", masculine + "es"))


def _forms(present: tuple[str, str], imperfect: str, past: tuple[str, str], futures: tuple[str, ...], participle: str) -> Forms:
    finite = {*present, imperfect + "ait", imperfect + "aient", *past, *(f + e for f in futures for e in FUTURE)}
    return Forms(frozenset(finite), _participles(participle), imperfect + "ant")


def _of_family(prefix: str, family: Family) -> Forms:
    present = (prefix + family.present[0], prefix + family.present[1])
    past = (prefix + family.past[0], prefix + family.past[1])
    return _forms(present, prefix + family.imperfect, past, (prefix + family.future,), prefix + family.participle)


def _first(infinitive: str, *, doubled: bool) -> Forms:
    stem = infinitive[:-2]
    soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    strong = stem[:-1] + "i" if stem.endswith("y") else stem + stem[-1] if doubled else _open(stem)
    return _forms((strong + "e", strong + "ent"), soft, (soft + "a", stem + "èrent"), (infinitive, strong + "er"), stem + "é")


def _open(stem: str) -> str:
    """The stem before a mute e: "révél" becomes "révèl", "relev" "relèv"."""
    for consonants in (2, 1):
        vowel = len(stem) - consonants - 1
        if vowel >= 0 and stem[vowel] in "eé" and (consonants == 1 or stem[-2:] in {"gr", "br", "ch", "gn"}):
            return stem[:vowel] + "è" + stem[vowel + 1 :] if stem[-1] not in "aeiouéy" else stem
    return stem


def _second(infinitive: str) -> Forms:
    stem = infinitive[:-1]
    return _forms((stem + "t", stem + "ssent"), stem + "ss", (stem + "t", stem + "rent"), (infinitive,), stem)


def _third(infinitive: str) -> Forms:
    stem = infinitive[:-2]
    return _forms((stem, stem + "ent"), stem, (stem + "it", stem + "irent"), (infinitive[:-1],), stem + "u")
