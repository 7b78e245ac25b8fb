"""Interviews whose lines nobody labels, on texts of our own."""

import pytest

from recoupe.claims.attribution import attributed
from recoupe.model import Raw, ReadReport, Report
from recoupe.read import read

PLAIN = """Paul Ferrand, arboriculteur à Moissac, raconte la nuit du gel.

Comment avez-vous vécu cette nuit ?
Je n'ai pas dormi. Nous avons allumé 800 bougies.

Quelles sont les pertes ?
Chez moi, 60 % des arbres sont touchés.

L'État vous a promis une aide...
Le préfet a annoncé 2 millions d'euros. Il en faudrait dix.

Nous en sommes loin.

La préfecture n'a pas répondu."""
TITLED = """Cheffe des urgences de Bar, la Dre Claire Roy tire la sonnette d'alarme.

Qui sont vos patients ?
Des jeunes. En mai, nous avons reçu quatre lycéens.

Que risquent-ils ?
Je crains le pire."""
DASHED = """Clara Roy dirige le port de Sète. Entretien.
— Que font vos grues ?
— Elles sont à l'arrêt. Nous avons perdu trois navires.
— La région assure avoir payé.
— C'est faux. Je n'ai rien reçu."""
QUOTED = """Après le match, Clara Roy n'a rien esquivé.
Vous meniez à la pause. Pourquoi cette défaite ?
« Nous avons perdu neuf ballons. »
Votre entraîneur, Paul Roux, a parlé de « vol »...
« Il était en colère. »"""
FACTS = """Un incendie a fait deux morts samedi à Vaux, a dit le maire, Paul Roux.
Que s'est-il passé ?
Le feu a pris vers 3 heures du matin. Deux personnes sont mortes.
Que dit l'enquête ?
Le parquet a ouvert une information judiciaire.
Que faire si vous habitez le quartier ?
La mairie a ouvert un gymnase."""


def answered(text: str):
    report = Report(id="r-1", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    words = lambda spans: " ".join(text[s.start : s.end] for s in spans)  # noqa: E731
    found = [a.attribution for reading in read(report) for a in attributed(ReadReport(report=report, reading=reading))]
    return [(words(a.source), words(a.content)) for a in found if a.rule.endswith(("dialogue_carried", "/dash", "/unsigned", "/carried"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            PLAIN,
            [
                ("Paul Ferrand", "Je n'ai pas dormi. Nous avons allumé 800 bougies"),
                ("Paul Ferrand", "Chez moi, 60 % des arbres sont touchés"),
                ("Paul Ferrand", "Le préfet a annoncé 2 millions d'euros. Il en faudrait dix.\n\nNous en sommes loin"),
            ],
        ),
        (TITLED, [("la Dre Claire Roy", "Des jeunes. En mai, nous avons reçu quatre lycéens"), ("la Dre Claire Roy", "Je crains le pire")]),
        (
            DASHED,
            [
                ("Clara Roy", "Elles sont à l'arrêt. Nous avons perdu trois navires"),
                ("Clara Roy", "C'est faux. Je n'ai rien reçu"),
            ],
        ),
        (QUOTED, [("Clara Roy", "Nous avons perdu neuf ballons"), ("Clara Roy", "Il était en colère")]),
        (FACTS, []),
    ],
    ids=["plain", "titled", "dashed", "quoted", "facts"],
)
def test_an_answer_is_said_by_whom_the_head_names(text, expected):
    assert answered(text) == expected


@pytest.mark.parametrize(
    ("head", "speaker"),
    [
        ("Le Pr Yildiz, neurologue, nous a reçus.", "Pr Yildiz"),
        ("Trois questions à Ilse Vandermeersch, toxicologue.", "Ilse Vandermeersch"),
        ("Mme Ndiaye dirige le centre. Elle répond à nos questions.", "Mme Ndiaye"),
    ],
)
def test_who_is_asked(head, speaker):
    text = f"{head}\n\nQue voyez-vous ?\nNous avons reçu 48 patients.\n\nQue demandez-vous ?\nJe veux une loi."
    assert answered(text)[0] == (speaker, "Nous avons reçu 48 patients")
