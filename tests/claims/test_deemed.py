"""What only judges or tells a feeling, and what looks like it."""

import pytest
from tests.claims.test_claims import found


def put(text):
    """The modality of each claim."""
    return [c.modality.value for c in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "« C'est une catastrophe », souffle le maire.",
        "« Un scandale sanitaire », tonne le maire.",
        "« C'était horrible », confie une infirmière.",
        "« On en a ras le bol », confie une infirmière.",
        "« Nous sommes épuisés », confie une infirmière.",
        "Le maire s'est dit bouleversé.",
        "Selon le maire, cette grève est inutile.",
        "« Rien n'est perdu », veut croire le maire.",
        "« Trois agents pour 10 ponts, c'est peu », lance le maire.",
        "« Belle victoire », sourit l'entraîneur.",
    ],
)
def test_what_judges_is_an_evaluation(text):
    assert set(put(text)) == {"evaluation"}


@pytest.mark.parametrize(
    "text",
    [
        "« Une énorme boule de feu, puis le silence », raconte un témoin.",
        "« Aucune victime », soupire le maire.",
        "Le maire se dit prêt à rouvrir l'école.",
        "« L'eau est potable », rassure le maire.",
        "« Ma fille est vivante », souffle une femme.",
        "« Le théâtre a été évacué », indique le maire.",
    ],
)
def test_what_tells_a_state_of_affairs_is_none(text):
    assert put(text) == ["reported"]
