"""Whose word each of several counts of a crowd is, and who is named before his count."""

import pytest
from tests.claims.test_sources import sources


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'ONG a décompté au moins 23 noyés.", [(23, "ONG")]),
        ("Le comité réclame au moins 40 logements.", [(40, "comité")]),
        ("Selon la mairie, quelque 800 personnes ont marché, alors que le club en attendait mille.", [(800, "mairie"), (1000, None)]),
        ("Le Sutep, premier syndicat du port, a recensé 300 grévistes.", [(300, "Sutep")]),
        ("La CGT, organisatrice de la marche, a recensé 300 grévistes.", [(300, "CGT")]),
    ],
)
def test_who_counts_is_named_before_his_count(text, expected):
    assert sources(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La police a compté 510 marcheurs, contre 1.600 pour les organisateurs.", [(510, "police"), (1600, "organisateurs")]),
        ("La mairie a recensé 1.200 femmes, contre 900 pour les hommes.", [(1200, "mairie"), (900, "mairie")]),
        ("Pour la préfecture, ils étaient 810 manifestants à Foix.", [(810, "préfecture")]),
        ("Pour les manifestants, 12 bus ont été affrétés.", [(12, None)]),
        ("Les manifestants étaient 1.200, 3.500 selon FO.", [(1200, None), (3500, "FO")]),
        ("On compte 12 blessés, 3 graves, selon les pompiers.", [(12, "pompiers"), (3, "pompiers")]),
        ("Mobilisation : 20.000 selon la CGT, 5.700 selon les autorités.", [(20000, "CGT"), (5700, "autorités")]),
        ("À la marche, l'écart est de taille entre 7.000 selon la CGT et 810 pour la préfecture.", [(7000, "CGT"), (810, "préfecture")]),
        ("La marche a coûté 4.500 euros, 6.000 selon le maire.", [(4500, None)]),
    ],
)
def test_each_of_two_counts_has_its_own_source(text, expected):
    assert sources(text) == expected
