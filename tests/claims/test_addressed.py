"""Whom somebody charges, asks or calls to something, before the verb or behind it."""

import pytest
from tests.claims.test_claims import reading_of

from recoupe.claims.attribution import attributed


def heard(text):
    """The cue and the content of each relation."""
    said = (relation.attribution for relation in attributed(reading_of(text)))
    return [(text[a.cue.start : a.cue.end], text[a.content[0].start : a.content[-1].end]) for a in said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'opposition l'accuse de mentir.", ("l'accuse", "de mentir")),
        ("Le ministère leur reproche d'avoir cédé.", ("leur reproche", "d'avoir cédé")),
        ("Kiev les exhorte à partir.", ("les exhorte", "à partir")),
        ("Le préfet les presse de quitter la ville.", ("les presse", "de quitter la ville")),
        ("Le pape appelle les deux camps au calme.", ("appelle", "les deux camps au calme")),
        ("Le syndicat appelle ses membres à la grève.", ("appelle", "ses membres à la grève")),
    ],
)
def test_who_is_addressed(text, expected):
    assert heard(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Le tribunal a rejeté leur demande de partir.",
        "La presse à imprimer est cassée.",
        "Le maire appelle les pompiers au bord de la rivière.",
        "Il a levé la menace de fermer le port.",
    ],
)
def test_a_noun_is_no_verb(text):
    assert heard(text) == []
