"""Who says something by a participle beside the clause, and what others then say of it."""

import pytest
from tests.claims.test_attribution import attribute, words

TOLD = [
    (
        "Le bac a coulé, selon le port, les marins affirmant qu'il flotte.",
        [("le port", "Le bac a coulé"), ("les marins", "qu'il flotte")],
    ),
    (
        "Le bac a coulé, a annoncé le port, le maire dénonçant une faute.",
        [("le port", "Le bac a coulé"), ("le maire", "une faute")],
    ),
    (
        "Le bac a coulé selon le port, Oslo assurant ensuite y avoir veillé.",
        [("le port", "Le bac a coulé"), ("Oslo", "y avoir veillé")],
    ),
    ("Le bac est parti, son capitaine évoquant 30 passagers.", [("son capitaine", "30 passagers")]),
    ("Le bac est parti, le maire la qualifiant de « folie ».", [("le maire", "folie")]),
    ("Le bac est parti, Jean Roy appelant la ville à ne pas y « céder ».", [("Jean Roy", "à ne pas y « céder »")]),
    # whoever stands there is a part of what is told, or tells nothing
    ("Selon le port, un homme affirmant être armé a fui.", [("le port", "un homme affirmant être armé a fui"), ("un homme", "être armé")]),
    ("Le maire a reçu des marins dénonçant le bruit.", []),
    ("Le feu a pris à six heures, le vent menaçant deux granges.", []),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_said_beside_the_clause(text, expected):
    found = attribute(text)
    assert [(words(text, a.attribution.source[0]), words(text, a.attribution.content[0]).strip("« »")) for a in found] == [
        (who, what.strip("« »")) for who, what in expected
    ]
