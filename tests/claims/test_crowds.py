"""Whose word each of several counts of a crowd is, and who is named before his count."""

import pytest
from tests.claims.test_claims import found
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
        ("À la marche, l'écart est de taille entre 7’000 selon la CGT et 1’810 pour la préfecture.", [(7000, "CGT"), (1810, "préfecture")]),
        ("La marche a coûté 4.500 euros, 6.000 selon le maire.", [(4500, None), (6000, "maire")]),
        ("Une marée de 800 marcheurs – 3.000 selon la CGT – a défilé.", [(800, None), (3000, "CGT")]),
        ("Le port – le plus ancien du pays, selon le maire – a perdu 40 dockers.", [(40, None)]),
        ("Le club a parlé. En mai, la CGT avait réuni 900 personnes selon elle, 300 pour la police.", [(900, "CGT"), (300, "police")]),
        ("Le collectif a réuni 900 personnes selon ses calculs.", [(900, "collectif")]),
        ("La CGT a réuni 4.000 grévistes, 1.500 pour la préfecture.", [(4000, None), (1500, "préfecture")]),
        ("Selon le club trois millions de gens ont couru, plus d'un million selon la police.", [(3000000, "club"), (1000000, "police")]),
        ("Selon les pompiers 40 skieurs sont bloqués.", [(40, "pompiers")]),
        ("Selon la mairie 1.200 foyers sont coupés.", [(1200, "mairie")]),
        ("La mairie dénombre en tout 11 noyés.", [(11, "mairie")]),
        ("Le chiffre provisoire de la mairie est de 1.900 marcheurs.", [(1900, "mairie")]),
        ("Le bilan des pompiers s'élève à 12 morts.", [(12, "pompiers")]),
        ("Le bilan de la crue s'élève à 12 morts.", [(12, None)]),
        (
            "Un rescapé a parlé de 300 noyés, selon le HCR. La même personne a dit au HCR que 20 corps flottaient.",
            [(300, "rescapé"), (20, "rescapé")],
        ),
        ("Le HCR a pu pour l'instant confirmer la mort de 12 civils.", [(12, "HCR")]),
        ("Le HCR dit disposer d'informations selon lesquelles 12 civils ont été tués.", [(12, "HCR")]),
        ("Le port a perdu 40 dockers, selon la CGT, contre 12 en 2019.", [(40, "CGT"), (12, "CGT")]),
        ("L'émissaire de Jean Roux a dit que 12 chars étaient là.", [(12, "émissaire de Jean Roux")]),
        ("Il n'y a pas eu de tirs dans un rayon de 55 km.", []),
        ("Le premier bilan, communiqué par la mairie le matin, faisait état de onze morts.", [(11, "mairie")]),
        ("Selon le parquet, 9 skieurs sont morts tandis que deux autres sont portés disparus.", [(9, "parquet"), (2, "parquet")]),
        ("Selon le parquet, 17 skieurs sont morts, alors que 300 étaient attendus.", [(17, "parquet"), (300, None)]),
        ("Selon la police, neuf gardes auraient été tués, dont deux auraient été brûlés.", [(9, "police"), (2, "police")]),
    ],
)
def test_each_of_two_counts_has_its_own_source(text, expected):
    assert sources(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La CGT a recensé 2.400 marcheurs (contre 2.000 le 3 mai), 1.300 selon la police (1.400 le 3 mai).",
            [(2400, "CGT", None), (2000, "CGT", "compared"), (1300, "police", None), (1400, "police", "compared")],
        ),
        ("Le CHU a recensé 12 cas de gale (30 en 2019).", [(12, "CHU", None), (30, "CHU", "compared")]),
        ("On compte 12 blessés (deux lundi, trois mardi).", [(12, None, None), (2, None, None), (3, None, None)]),
        ("La police a arrêté 45 hommes (31 à Lens).", [(45, None, None), (31, None, None)]),
        (
            "Ils étaient entre 6’000 (police) et 30’000 (CGT) à Nice, entre 300 et 800 à Foix.",
            [(6000, "police", None), (30000, "CGT", None), (None, None, None)],
        ),
        (
            "Le taux est de 39 % (43 % lundi) au tri et de 47 % au dépôt (contre 50 % en mai selon la direction).",
            [(39, None, None), (43, None, "compared"), (47, None, None), (50, "direction", "compared")],
        ),
    ],
)
def test_a_count_in_brackets_may_be_of_another_time(text, expected):
    counts = [c for c in found(text) if c.quantities]
    told = [(c.quantities[0].value, c.attribution and c.attribution.actor.name, c.standing and str(c.standing)) for c in counts]
    assert told == expected
    assert all(c.part_of is None for c in counts if c.standing)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Les défilés sont d'un niveau comparable à la marche record du 31 janvier. Ils étaient 600 à Foix.", None),
        ("Le défilé a réuni 300 personnes, davantage que la marche du 12 mai.", None),
        ("Le maire dit que la digue a cédé le 3 mai, faisant 12 morts.", "XXXX-05-03"),
        ("La marche recule par rapport au 12 mai où 300 personnes avaient défilé.", "XXXX-05-12"),
        ("En 2023, la douane avait saisi 116 tonnes de thé, après 110 tonnes l'année précédente.", "2023"),
    ],
)
def test_the_day_of_what_it_is_measured_by_is_not_its_own(text, day):
    claim = next(c for c in found(text) if c.quantities)
    assert (claim.when and claim.when.value) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La police a compté 150 marcheurs. Le collectif dit 190.", [(150, "police"), (190, "collectif")]),
        ("Les policiers disent 40 blessés, les organisateurs 120.", [(40, "policiers"), (120, "organisateurs")]),
        ("Il dit 10 fois la même chose. Elle a dit 15 jours plus tard que tout va.", []),
        ("Les enquêteurs ont retenu que 12 wagons avaient déraillé.", [(12, "enquêteurs")]),
        ("La police a interpellé 8 personnes à Foix, 23 dans toute la France.", [(8, None), (23, None)]),
        ("À Rennes, on a dénombré 1.500 marcheurs, selon la mairie.", [(1500, "mairie")]),
        ("Deux millions de marcheurs, selon la CGT, 570.000 pour l'Intérieur.", [(2000000, "CGT"), (570000, "Intérieur")]),
    ],
)
def test_who_says_a_bare_number(text, expected):
    assert sources(text) == expected
