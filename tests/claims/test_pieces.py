"""What somebody says piece by piece, what type each piece has, and counts that are given in passing: on sentences of our own."""

from functools import cache

import pytest

from recoupe.claims import claims
from recoupe.model import Claim, Raw, ReadReport, Report
from recoupe.read import read


@cache
def found(text: str) -> tuple[Claim, ...]:
    report = Report(id="r-1", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    return tuple(claim for reading in read(report) for claim in claims(ReadReport(report=report, reading=reading)))


def told(text: str) -> list[tuple[str, str]]:
    """The words and the type of each claim that somebody makes without a count."""
    return [(text[c.span.start : c.span.end], c.type) for c in found(text) if c.attribution and not c.quantities]


PIECES = [
    ("« Le toit fuit. Personne ne répond », se plaint Agathe Morel.", ["Le toit fuit", "Personne ne répond"]),
    ("« On n'a plus de pain, on n'a plus d'huile », dit Awa Diop.", ["On n'a plus de pain", "on n'a plus d'huile"]),
    ("« Je suis restée assise et il est parti », raconte Léa Petit.", ["Je suis restée assise", "il est parti"]),
    ("« Où est l'argent ? On attend toujours », dit Léa Petit.", ["On attend toujours"]),
    ("« Si on avait su, on serait partis », dit Léa Petit.", ["Si on avait su, on serait partis"]),
    ("« Moi, je reste », dit Léa Petit.", ["Moi, je reste"]),
    ("« A ce stade, nous attendons », dit Léa Petit.", ["A ce stade, nous attendons"]),
    ("« Ce n'est pas une route, c'est un champ », dit Léa Petit.", ["Ce n'est pas une route, c'est un champ"]),
    ("« Lui et elle vivaient seuls », dit Léa Petit.", ["Lui et elle vivaient seuls"]),
    ("« Le pont, dit Léa Petit, est à nous. »", ["Le pont, dit Léa Petit, est à nous"]),
    ("Si la grève dure, dit Léa Petit, le port fermera.", ["Si la grève dure, dit Léa Petit, le port fermera"]),
    ("Si la grève a duré, dit Léa Petit, c'est par fierté.", ["Si la grève a duré"]),
]


@pytest.mark.parametrize(("text", "expected"), PIECES, ids=lambda v: v if isinstance(v, str) else "")
def test_each_sentence_and_clause_of_a_quotation_is_a_claim(text: str, expected: list[str]):
    assert [words for words, _ in told(text)] == expected


TYPES = [
    ("« Les clients couraient vers la sortie », raconte Léa Petit.", "OTHER"),
    ("« Il savait très bien nager », dit Léa Petit.", "STATEMENT"),
    ("« S'il venait plus souvent », soupire Léa Petit.", "STATEMENT"),
    ("« Il y a eu un bruit sourd », raconte Léa Petit.", "OTHER"),
    ("« Il n'y a ni lait ni beurre », dit Léa Petit.", "STATEMENT"),
    ("« Rien ne montre que la vanne ait été ouverte », dit Léa Petit.", "STATEMENT"),
    ("« Si la vanne avait été ouverte, tout serait sec », dit Léa Petit.", "STATEMENT"),
    ("« Il faut que la commune agisse », dit Léa Petit.", "STATEMENT"),
    ("« C'est un mensonge éhonté », dit Léa Petit.", "DENY"),
    ("« C'est une affaire publique », dit Léa Petit.", "STATEMENT"),
    ("« Demain, ce sera la ruine », dit Léa Petit.", "FORECAST"),
    ("Le groupe Aurore a revendiqué l'attaque.", "STRIKE"),
]


@pytest.mark.parametrize(("text", "expected"), TYPES, ids=lambda v: v[:40])
def test_what_is_told_happened_what_is_thought_is_a_statement(text: str, expected: str):
    assert [type_ for _, type_ in told(text)] == [expected]


PASSING = [
    ("Le car s'est renversé près de Sens, à une vingtaine de kilomètres d'Auxerre.", []),
    ("Le refuge a brûlé à 2 300 mètres d'altitude.", []),
    ("Les élèves ont peint une fresque de 40 mètres sur le mur.", []),
    ("L'autre feu touche Die, 80 kilomètres plus au nord.", []),
    ("Le bac a coulé, selon deux pêcheurs.", []),
    ("Une fusée est tombée à 300 mètres du stade.", []),
    ("Les bateaux étaient à 12 kilomètres de la côte.", [12]),
    ("Le point de chute se situe à 40 kilomètres du cap.", [40]),
    ("Neuf des treize régions sont touchées.", [9]),
    ("Elle a perdu trois de ses cinq enfants.", [3]),
    ("Dans ce bourg de 1 300 habitants, 60 toits ont été arrachés.", [60]),
    ("Le car transportait 70 passagers pour 55 places.", [70]),
    ("La ville a perdu 1 300 habitants.", [1300]),
    ("Il reste 12 places.", [12]),
    ("La grippe a gagné neuf régions sur 13.", [9]),
    ("L'armée a tiré sur trois policiers.", [3]),
    ("Ce père de deux fillettes a pris la fuite.", []),
    ("Une nappe longue de 70 kilomètres approche.", []),
    ("La faille est longue de 40 kilomètres.", [40]),
    ("La digue a reculé de 40 mètres en un an.", [40]),
    ("Des vagues de 9 mètres ont frappé le port de Sète.", [9]),
    ("L'étape a été ramenée de 140 à 112 km.", [140, 112]),
    ("Deux pêcheurs ont disparu, selon la mairie.", [2]),
    ("La plupart des 120 passagers sont rentrés.", []),
    ("Près de 30 % des 450 lits sont fermés.", [30]),
    ("Le bac, d'une capacité de 40 passagers, en transportait 65.", [65]),
    ("L'agence, citant quatre secouristes, annonce 12 morts.", [12]),
    ("L'armée n'a ni confirmé ni démenti la mort de 12 civils.", []),
    ("La gérante n'a ni confirmé ni infirmé la fuite évoquée par les riverains.", []),
    ("La rectrice contredit la ministre.", []),
    ("L'armée n'a ni démenti ni confirmé le bilan de 12 morts.", []),
    ("Une fausse information faisait état de douze morts à Lyon.", []),
    ("La mairie ne confirme que deux des douze décès annoncés.", [2]),
    ("La mairie a précisé que deux des douze blessés étaient mineurs.", [2, 12]),
]


@pytest.mark.parametrize(("text", "expected"), PASSING, ids=lambda v: v if isinstance(v, str) else "")
def test_how_far_how_high_how_big_claims_nothing(text: str, expected: list[int]):
    assert [c.quantities[0].value for c in found(text) if c.quantities] == expected


KINDS = [
    ("Un incendie a ravagé un hangar à Vannes. Selon la mairie, 40 pompiers, six engins et deux avions ont été engagés.", 6, "DEPLOY"),
    ("Une collision a fait quatre morts à Vannes. Le car transportait 50 personnes.", 50, "ACCIDENT"),
    ("Une collision a fait quatre morts à Vannes. « Quatre tués : un chauffeur et trois enfants », dit le maire.", 3, "ACCIDENT"),
    ("Le collectif défile à Lyon : 300 manifestants et 12 interpellations, selon la police.", 300, "PROTEST"),
    ("Douze otages sont rentrés à Kano. Les ravisseurs sont en fuite. Six élèves sont hospitalisés.", 6, "ARREST"),
    ("Un feu a détruit un hangar à Die. Trente pompiers et trois hélicoptères sont à l'œuvre.", 3, "DEPLOY"),
    ("D'après un sondage, 48 % des Belges approuveraient la taxe.", 48, "STATEMENT"),
]


@pytest.mark.parametrize(("text", "value", "expected"), KINDS, ids=lambda v: v[:40] if isinstance(v, str) else "")
def test_the_type_of_a_count(text: str, value: int, expected: str):
    assert [c.type for c in found(text) if c.quantities and c.quantities[0].value == value] == [expected]
