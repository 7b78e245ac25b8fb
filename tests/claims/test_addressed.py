"""Whom somebody charges, asks or calls to something, before the verb or behind it."""

import pytest

from recoupe.claims.attribution import attributed
from recoupe.model import Raw, ReadReport, Report
from recoupe.read import read


def heard(text):
    """The cue and the content of each relation."""
    report = Report(id="r-0", text=text, sha256="", language="fr", raw=Raw(sha256="", locator="t"), extractor="t")
    found = attributed(ReadReport(report=report, reading=next(iter(read(report)))))
    one = (r.attribution for r in found)
    return [(text[a.cue.start : a.cue.end], text[a.content[0].start : a.content[-1].end]) for a in one]


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
