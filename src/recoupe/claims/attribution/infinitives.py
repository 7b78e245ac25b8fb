"""Infinitives after a cue verb, bare or linked by "de"."""

from functools import lru_cache

import regex
import simplemma

from recoupe.claims.attribution.alternatives import CLITICS

INFINITIVE = regex.compile(rf"(?:ne (?:(?:pas|plus|jamais) )?+|{CLITICS}){{0,3}}+(?P<verb>\p{{L}}{{2,20}}+)(?![\p{{L}}'])")
VERB = rf"(?:[«“\"] ?)?(?:ne (?:(?:pas|plus) )?+|{CLITICS}){{0,2}}+(?:[«“\"] ?)?(?P<verb>\p{{L}}{{3,20}}+)(?![\p{{L}}'])"
DE = regex.compile(rf"(?:[«“\"] ?)?(?:de |d')(?={VERB})")
CHARGE = regex.compile(rf"(?:de |d'|à ){VERB}")
NOT_INFINITIVE = frozenset((
    "hier", "dernier", "premier", "janvier", "février", "avenir", "souvenir", "plaisir", "désir", "loisir", "chantier", "métier",
    "quartier", "ouvrier", "policier", "pompier", "danger", "foyer", "loyer", "atelier", "particulier", "militaire",
    "victoire", "territoire", "histoire", "mémoire", "affaire", "salaire", "maire",
))  # fmt: skip
"""Nouns and adjectives that end like infinitives."""
THIRD = regex.compile(r"(?:ndre|rdre|udre|ttre|^être|aître|oître|ire|ivre|uire|clure|ompre|aincre|oir)$")

NOUN = regex.compile(
    r"(?<!^(?:re|dé|satis|contre|par|mal|sur)?f)(?<!^(?:dé|com)?pl)(?<!^t)(?<!^(?:ex|dis|sous|abs)?tr)aire$|(?<!^b|cr)oire$"
    r"|(?<!v|l|se|ch)oir$|^(?:dés)?ordre$|^[cg]endre$|lettre$|^(?:nav|emp|p)?ire$|^(?:l|cu|g)?ivre$"
)
"""Nouns that end like infinitives of the third group: "commentaire", "trottoir", "lettre", not "satisfaire", "croire"."""


@lru_cache(maxsize=20_000)
def is_infinitive(word: str, language: str) -> bool:
    """Whether lower-case `word` is an infinitive.

    >>> [w for w in ("avoir", "mener", "hier", "vendre", "octobre", "détruire") if is_infinitive(w, "fr")]
    ['avoir', 'mener', 'vendre', 'détruire']
    >>> [w for w in ("lettre", "commentaire", "trottoir", "croire", "recevoir", "extraire", "satisfaire") if is_infinitive(w, "fr")]
    ['croire', 'recevoir', 'extraire', 'satisfaire']
    >>> [w for w in ("financer", "ranger", "cancer", "danger") if is_infinitive(w, "fr")]
    ['financer', 'ranger']
    """
    if word in NOT_INFINITIVE:
        return False
    if word.endswith("er"):
        imperfect = (word[:-2] + ("eait" if word.endswith("ger") else "ait")).replace("cait", "çait")
        return bool(simplemma.lemmatize(imperfect, lang=language) == word)
    shaped = NOUN.search(word) is None and (word.endswith("ir") or THIRD.search(word) is not None)
    return shaped and bool(simplemma.is_known(word, lang=language)) and simplemma.lemmatize(word, lang=language) == word
