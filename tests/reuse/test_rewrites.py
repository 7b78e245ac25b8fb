"""Reports of one event in other words: linked where sentences and numbers answer to one another, and only there."""

from itertools import permutations

import pytest

from recoupe.ledger import Ledger
from recoupe.model import Direction, ReadReport, ReuseKind
from recoupe.pipeline import PIPELINE
from recoupe.reuse import rewrites

DISPATCH = """Un incendie a ravagé un entrepôt de pneus près d'Arles, faisant 14 blessés légers parmi les employés, selon la préfecture.
Les flammes sont parties d'une cuve de solvant, d'après le directeur du site, Paul Rigaud.
Les pompiers ont mobilisé 260 hommes et 45 engins.
Une fumée noire s'est étendue sur 12 kilomètres et 3.400 riverains ont été confinés jusqu'au soir.
L'entreprise chiffre les dégâts à 18 millions d'euros."""

REWRITE = """Colonne de fumée noire sur 12 kilomètres, 3.400 riverains confinés :
l'entrepôt de pneus ravagé près d'Arles a marqué les esprits.
Quatorze employés sont blessés, légèrement. Il a fallu 260 hommes et 45 engins aux pompiers, tous mobilisés contre les flammes.
Le directeur, Paul Rigaud, accuse la cuve de solvant du site. Montant des dégâts chiffré par l'entreprise : 18 millions d'euros."""

APART = """Près d'Arles, un incendie d'entrepôt inquiète les habitants.
Le maire demande une réunion publique sur les risques et des mesures de l'air.
La préfecture parle de 14 blessés. Une association veut porter plainte : « Nous alertons depuis des années », dit sa présidente.
Le trafic des trains a été coupé pendant la soirée. L'école voisine restera fermée demain, le temps d'un nettoyage."""

TWIN = """Un incendie a ravagé un entrepôt de meubles près de Brive, faisant deux blessés graves parmi les employés, selon la préfecture.
Les flammes sont parties d'un camion, d'après le directeur du site, Luc Vernet. Les pompiers ont mobilisé 90 hommes et 22 engins.
Une fumée grise s'est étendue sur 4 kilomètres et 700 riverains ont été évacués jusqu'au matin."""


@pytest.fixture
def read(make):
    """A report with its reading."""

    def reading(name: str, text: str, published: str | None = None) -> ReadReport:
        report = make(name, text, published=published).report
        return ReadReport(report=report, reading=next(iter(PIPELINE.read.run(report))))

    return reading


def test_the_same_details_in_other_words_are_a_rewrite(read):
    """The evidence quotes a sentence, and each passage is a pair of sentences."""
    a, b = read("r-1", DISPATCH), read("r-2", REWRITE)
    (found,) = rewrites([a, b], set())
    assert (found.kind, found.characters, found.direction) == (ReuseKind.REWRITE, 0, Direction.UNKNOWN)
    assert len(found.passages) >= 3
    assert all(not passage.exact for passage in found.passages)
    span = found.evidence[0].span
    assert a.report.text[span.start : span.end] == found.evidence[0].words


@pytest.mark.parametrize("other", [APART, TWIN], ids=["another reporter", "another fire"])
def test_one_subject_is_no_rewrite(read, other):
    """A shared toll or the phrases of the trade do not make one text of two."""
    assert not list(rewrites([read("r-1", DISPATCH), read("r-2", other)], set()))


def test_what_shares_passages_is_no_rewrite(read):
    """Those pairs have a reuse already."""
    assert not list(rewrites([read("r-1", DISPATCH), read("r-2", REWRITE)], {("r-1", "r-2")}))


def test_the_order_of_the_reports_does_not_matter(read):
    """Nor does it matter which id comes first."""
    records = [read("r-1", DISPATCH), read("r-2", REWRITE), read("r-3", APART), read("r-4", TWIN)]
    assert len({tuple(rewrites(order, set())) for order in permutations(records)}) == 1
    (turned,) = rewrites([read("r-2", DISPATCH), read("r-1", REWRITE)], set())
    assert (turned.a, turned.b) == ("r-1", "r-2")


def test_the_nearest_earlier_text_is_the_source(read):
    """Only where the dates are clear."""
    early, late = read("r-1", DISPATCH, "2025-03-04T08:00:00+01:00"), read("r-2", REWRITE, "2025-03-04T12:00:00+01:00")
    (found,) = rewrites([early, late], set())
    assert found.direction is Direction.B_FROM_A
    (found,) = rewrites([early, read("r-2", REWRITE, "2025-03-04T08:20:00+01:00")], set())
    assert found.direction is Direction.UNKNOWN


def test_a_ledger_keeps_rewrites_and_forgets_none(tmp_path):
    """In whatever batches the texts come."""
    for name, text in (("a", DISPATCH), ("b", REWRITE)):
        (tmp_path / f"{name}.txt").write_text(f"---\noutlet: {name.upper()}\npublished: 2025-03-04\n---\n{text}", "utf-8")
    kept = []
    for batches in ([["a", "b"]], [["a"], ["b"]], [["b"], ["a"]]):
        with Ledger.open() as ledger:
            for batch in batches:
                ledger.add([str(tmp_path / f"{name}.txt") for name in batch])
            kept.append(ledger.reuse())
            assert not list(ledger.check())
    assert kept[0] == kept[1] == kept[2]
    assert [reuse.kind for reuse in kept[0]] == [ReuseKind.REWRITE]
