"""All forms of the verbs and nouns that name events, made once when a language's triggers are loaded.

Lemmatisers disagree with themselves on participles ("abattu" is a lemma, "abattue" is not), so forms are made, not undone.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum


class FormKind(StrEnum):
    """How a form stands in its clause."""

    NOUN = "noun"
    FINITE = "finite"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"


MUTE = ("e", "es", "ent", "era", "eront", "erai", "eras", "erons", "erez", "erait", "eraient", "erais", "erions")
"""Endings with a mute e, before which the stem's own e opens."""
ER = {
    FormKind.FINITE: (*MUTE, "ait", "aient", "a", "èrent", "ais", "ons", "ez", "ions", "iez", "ai", "as", "âmes", "ant"),
    FormKind.PARTICIPLE: ("é", "ée", "és", "ées"),
    FormKind.INFINITIVE: ("er",),
}
DOUBLED = ("el", "et")
"""Stems that double their consonant or take an accent before a mute e: "rappelle", "gèle"; both are made."""

IR = {
    FormKind.FINITE: (
        "it",
        "issent",
        "issait",
        "issaient",
        "irent",
        "issons",
        "issez",
        "isse",
        "issant",
        "ira",
        "iront",
        "irai",
        "irait",
        "iraient",
    ),
    FormKind.PARTICIPLE: ("i", "ie", "is", "ies"),
    FormKind.INFINITIVE: ("ir",),
}
STEM_ENDINGS = ("e", "es", "ent", "ait", "aient", "ais", "ons", "ez", "ant")
PAST_ENDINGS = ("s", "t", "rent")
FUTURE_ENDINGS = ("a", "ont", "ai", "as", "ons", "ez", "ait", "aient", "ais")


def verb_forms(infinitive: str, irregular: Mapping[str, str]) -> Iterator[tuple[str, FormKind]]:
    """Each form of a verb with its kind.

    >>> dict(verb_forms("libérer", {}))["libère"].value, dict(verb_forms("menacer", {}))["menaçait"].value
    ('finite', 'finite')
    >>> dict(verb_forms("promettre", {"mettre": "met mett mi mis mettr"}))["promis"].value
    'participle'
    >>> {"déploie", "rappelle"} <= dict([*verb_forms("déployer", {}), *verb_forms("rappeler", {})]).keys()
    True
    >>> sorted(f for f, k in verb_forms("envahir", {}) if k is FormKind.PARTICIPLE)
    ['envahi', 'envahie', 'envahies', 'envahis']
    """
    base = _model(infinitive, irregular)
    if base is not None:
        prefix = infinitive.removesuffix(base)
        yield from ((prefix + form, kind) for form, kind in _irregular(base, *irregular[base].split()))
        return
    endings = IR if infinitive.endswith("ir") else ER
    stem = infinitive[:-2]
    for kind, group in endings.items():
        for ending in group:
            yield _joined(stem, ending), kind
            if kind is FormKind.FINITE and ending in MUTE and stem.endswith(DOUBLED):
                yield stem + stem[-1] + ending, kind


def _model(infinitive: str, irregular: Mapping[str, str]) -> str | None:
    """The irregular verb that `infinitive` is or is made from: "promettre" goes like "mettre"."""
    return next((end for i in range(len(infinitive) - 3) if (end := infinitive[i:]) in irregular), None)


def _irregular(infinitive: str, present: str, stem: str, *others: str) -> Iterator[tuple[str, FormKind]]:
    """`others`: simple past, participle, future and, where the stem does not give it, the plural of the present ("meurent")."""
    past, participle, future, *plural_ = others
    yield infinitive, FormKind.INFINITIVE
    yield from ((form, FormKind.FINITE) for form in (present, *plural_))
    yield from ((form.removesuffix("nt"), FormKind.FINITE) for form in plural_ if form.endswith("ent"))
    for base, endings in (
        (stem, STEM_ENDINGS),
        (past, PAST_ENDINGS),
        (future, FUTURE_ENDINGS),
    ):
        for ending in endings:
            yield base + ending, FormKind.FINITE
    yield from ((form, FormKind.PARTICIPLE) for form in agreeing(participle))


def agreeing(participle: str) -> Iterator[str]:
    """Masculine and feminine, singular and plural of a participle.

    >>> list(agreeing("pris"))
    ['pris', 'prise', 'prises']
    """
    yield participle
    yield participle + "e"
    yield participle + "es"
    if not participle.endswith("s"):
        yield participle + "s"


def _joined(stem: str, ending: str) -> str:
    """Stem and ending with the spelling that keeps the sound: menaçait, engageait, libère, déploie."""
    if ending[0] in "aoâ":
        if stem.endswith("c"):
            return stem[:-1] + "ç" + ending
        if stem.endswith("g"):
            return stem + "e" + ending
    if ending in MUTE and stem.endswith(("oy", "uy")):
        return stem[:-1] + "i" + ending
    if ending in MUTE and len(stem) > 2 and stem[-2] in "ée" and stem[-1] not in "aeiouéè":
        return stem[:-2] + "è" + stem[-1] + ending
    return stem + ending
