"""Clauses of what somebody says that tell something else than a count beside them: on sentences of our own."""

from functools import cache

import pytest

from recoupe.claims import claims
from recoupe.model import Claim, Raw, ReadReport, Report
from recoupe.read import read


@cache
def found(text: str) -> tuple[Claim, ...]:
    report = Report(id="r-1", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    return tuple(claim for reading in read(report) for claim in claims(ReadReport(report=report, reading=reading)))


BESIDE = [
    ("« Nous avons reçu 40 patients, les lits manquent », confie la cheffe du service.", "les lits manquent"),
    (
        "« Deux corps ont été sortis ; nous cherchons le troisième marin », dit le préfet.",
        "nous cherchons le troisième marin",
    ),
    (
        "Le ministère indique que 12 chars ont été livrés et que des instructeurs suivront.",
        "que des instructeurs suivront",
    ),
    ("« Trois wagons sont couchés, mais la voie sera rouverte ce soir », assure la compagnie.", "la voie sera rouverte ce soir"),
    (
        "Le bilan, établi à 58 morts dans la matinée, pourrait encore s'alourdir, a averti le gouverneur.",
        "Le bilan, établi à 58 morts dans la matinée, pourrait encore s'alourdir",
    ),
    (
        "« Le car, qui transportait 30 élèves, sortait de l'autoroute », raconte un témoin.",
        "Le car, qui transportait 30 élèves, sortait de l'autoroute",
    ),
    ("D'ici là, prévient le comité, « nous ne sortirons plus en mer ».", "nous ne sortirons plus en mer"),
    ("Les cinq bateaux sont à quai, assure-t-elle, et une analyse de l'eau sera faite lundi.", "et une analyse de l'eau sera faite lundi"),
]

NO_MORE = [
    "« Nous avons compté 12 morts quand le jour s'est levé », a dit le maire.",
    "« Il y a 300 familles, dont certaines venues de loin », a dit le maire.",
    "« Si 12 élèves partent, la classe fermera », a dit le maire.",
    "Le pont, long de 300 mètres, la route et la digue ont coûté 4 millions d'euros, selon le maire.",
]


@pytest.mark.parametrize(("text", "words"), BESIDE, ids=lambda v: v if isinstance(v, str) else "")
def test_a_clause_beside_a_count_is_a_claim_of_its_own(text: str, words: str):
    assert words in [text[c.span.start : c.span.end] for c in found(text) if not c.quantities]


@pytest.mark.parametrize("text", NO_MORE)
def test_what_hangs_on_a_count_is_none(text: str):
    assert [c for c in found(text) if c.attribution and not c.quantities] == []
