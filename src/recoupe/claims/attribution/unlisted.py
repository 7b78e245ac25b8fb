"""Actors that the reading does not know: named by the words of the text."""

import regex

from recoupe.claims.attribution import nominal, speakers
from recoupe.claims.attribution.numerals import NUMERAL
from recoupe.model import Actor, ActorKind, identify
from recoupe.text.folding import fold

UNNAMED = regex.compile(
    r"(?<![\p{L}])(?:sources?|anonym\p{L}{1,8}|responsables?|officiels?|un officier|rumeurs?|informations?|certains|plusieurs)(?![\p{L}])",
    regex.IGNORECASE,
)
ARTICLE = regex.compile(r"^(?:l'|le |la |les |une? (?!de |d'|des |du )|des |du |de )", regex.IGNORECASE)
"""What opens a source that is no part of its name; of "un de ses voisins" nothing is."""
WITNESS = regex.compile(
    r"(?<![\p{L}])(?:témoins?|riverain\p{L}{0,3}|habitant\p{L}{0,3}|passants?|voisin\p{L}{0,3})(?![\p{L}])", regex.IGNORECASE
)
SEVERAL = regex.compile(rf"(?:[ld]es|[cs]es|leurs|{NUMERAL}) ", regex.IGNORECASE)
"""How the name of several begins."""


def another(words: str, actor: Actor) -> Actor:
    """ "une autre source policière" is not the one before."""
    bare = ARTICLE.sub("", words)
    return Actor(id=identify("actor", fold(bare)), name=bare, kind=actor.kind, side=actor.side)


def named(words: str, *, document: bool) -> Actor:
    """An actor that the reading does not know, by its words without the article.

    >>> named("des sources proches du dossier", document=False).kind.value
    'unnamed'
    """
    head, _, role = words.partition(", ")
    named_last = " " in role and nominal.NAME.fullmatch(role) is not None
    alone = nominal.NAME.fullmatch(head) or SEVERAL.match(head)  # "les porte-parole du port, Jean Roy, docker, Anne Dol"
    bare = role if named_last else ARTICLE.sub("", head if alone else words)
    bare = speakers.MARKS.sub("", bare) if bare.startswith("«") else bare
    kind = ActorKind.OTHER
    if UNNAMED.search(words):
        kind = ActorKind.UNNAMED
    elif WITNESS.search(words):
        kind = ActorKind.WITNESS
    elif document:
        kind = ActorKind.DOCUMENT
    elif nominal.NAME.fullmatch(bare) and " " in bare:
        kind = ActorKind.PERSON
    return Actor(id=identify("actor", fold(bare)), name=bare, kind=kind)
