"""Kinds of attribution without a plain verb of saying around them: words told again, counts in brackets, penalties, tolls given."""

import pytest

from recoupe.claims.attribution import attributed
from recoupe.model import Raw, ReadReport, Report
from recoupe.read import read


def told(text):
    report = Report(id="r-1", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    found = [a.attribution for reading in read(report) for a in attributed(ReadReport(report=report, reading=reading))]

    def words(spans):
        return " / ".join(text[s.start : s.end] for s in spans)

    return {(words(a.source), words([a.cue]), words(a.content)) for a in found}


TOLD = [
    ("L'élu assurait que le quai tenait, évoquant un choc effroyable.", ("L'élu", "assurait", "que le quai tenait")),
    (
        "Tous étaient des marins, a dit une source proche de l'enquête, confiée au parquet.",
        ("une source proche de l'enquête", "a dit", "Tous étaient des marins"),
    ),
    (
        "Le maire, Jean Roy, ne décolère pas. « On nous doit deux barges depuis mars. » Le port attend.",
        ("Le maire, Jean Roy", "«", "On nous doit deux barges depuis mars"),
    ),
    (
        "« J'ai entendu un choc, puis la vitrine est tombée. » Léo, épicier à Gap, a la main bandée.",
        ("Léo, épicier à Gap", "«", "J'ai entendu un choc, puis la vitrine est tombée"),
    ),
    (
        "La députée Inès Roy a brandi un autre calcul : « Un pour cent des passagers, la moitié des vols. »",
        ("La députée Inès Roy", "«", "Un pour cent des passagers, la moitié des vols"),
    ),
    ("Le bilan est lourd : « Nous avons perdu douze hommes. »", ("", "«", "Nous avons perdu douze hommes")),
    (
        "« C'était la panique dans tout le quartier. » La police a bouclé la rue.",
        ("", "«", "C'était la panique dans tout le quartier"),
    ),
    ("Selon les autorités, l'assaillant, venu du nord, a fui.", ("les autorités", "Selon", "l'assaillant, venu du nord, a fui")),
    ("Anna Roy, déléguée syndicale, reste prudente : « Rien n'est signé. »", ("Anna Roy, déléguée syndicale", ":", "Rien n'est signé")),
    ("Le guide a promis de revenir, a salué et a fui.", ("Le guide", "a promis", "de revenir")),
    (
        "Le site tourne en 3x8 : « La cadence varie selon les jours », explique-t-il.",
        ("il", "explique-t-il", "La cadence varie selon les jours"),
    ),
    ("Cette même personne a indiqué que le quai cédait.", ("Cette même personne", "a indiqué", "que le quai cédait")),
    (
        "Le quai tient, selon un bilan établi mardi matin par le port.",
        ("le port", "selon", "Le quai tient"),
    ),
    (
        "Le feu est éteint, a dit le chef de l'Office des forêts (ODF), Jean Roy.",
        ("le chef de l'Office des forêts (ODF), Jean Roy", "a dit", "Le feu est éteint"),
    ),
    (
        "Le camp ferme, selon la porte-parole du fonds en Italie, Anna Roy.",
        ("la porte-parole du fonds en Italie, Anna Roy", "selon", "Le camp ferme"),
    ),
    (
        "Selon deux pêcheurs âgés de 27 et 33 ans, la barque a coulé.",
        ("deux pêcheurs âgés de 27 et 33 ans", "Selon", "la barque a coulé"),
    ),
    ("Il y a deux semaines, le 9 avril, le maire disait que l'eau montait.", ("le maire", "disait", "que l'eau montait")),
    ("Le dernier décompte, lundi soir, faisait état de 94 morts.", ("Le dernier décompte", "faisait état", "94 morts")),
    ("La police a arrêté un homme affirmant être le chef du port.", ("un homme", "affirmant", "être le chef du port")),
    (
        "Un marin a dit que l'eau montait, indique samedi sur Twitter le port.",
        ("Un marin", "a dit", "que l'eau montait"),
    ),
    ("« Mon frère m'a dit que l'eau montait », raconte Léa.", ("Mon frère", "m'a dit", "que l'eau montait")),
    ("« Le patron nous a promis un vestiaire », dit Paul.", ("Le patron", "nous a promis", "un vestiaire")),
    ("« On nous avait assuré que le pont tiendrait », lâche un élu.", ("On", "nous avait assuré", "que le pont tiendrait")),
    ("La mairie a donné un chiffre provisoire de 320 évacués.", ("La mairie", "a donné", "un chiffre provisoire de 320 évacués")),
    (
        "Les pompiers ont livré une première estimation de 40 hectares.",
        ("Les pompiers", "ont livré", "une première estimation de 40 hectares"),
    ),
    ("Le maire veut « aller vite ».", ("Le maire", "veut", "aller vite")),
    ("La ministre défend « un bon accord ».", ("La ministre", "défend", "un bon accord")),
    ("La mairie a fait l'annonce de la fermeture du pont.", ("La mairie", "a fait l'annonce", "la fermeture du pont")),
    ("Le syndicat donne une autre version : le quai tenait.", ("Le syndicat", "donne une autre version", "le quai tenait")),
    ("Lima et Quito s'accusent mutuellement d'avoir rompu la trêve.", ("Lima et Quito", "s'accusent", "d'avoir rompu la trêve")),
    ("Procès Morel : dix ans de prison requis à Gap", ("", "requis", "dix ans de prison")),
    ("Ils étaient 1 100 (police) à défiler.", ("police", "(", "1 100")),
    (
        "Chili : au moins 12 morts dans un séisme (protection civile)",
        ("protection civile", "(", "Chili : au moins 12 morts dans un séisme"),
    ),
    ("Le maire a dit que le feu était éteint et assuré que tous étaient saufs.", ("Le maire", "assuré", "que tous étaient saufs")),
    ("Un bilan, fourni jeudi par le préfet, Jean Roy, faisait état de six morts.", ("Un bilan", "faisait état", "six morts")),
    ("Selon des témoins cités jeudi soir par l'AFP, six hommes sont morts.", ("des témoins", "Selon", "six hommes sont morts")),
    (
        "Six marins ont péri, selon un bilan rendu public le 9 mai par le port.",
        ("le port", "selon", "Six marins ont péri"),
    ),
    (
        "Selon un décompte transmis ce mardi 3 juin à 18 heures par le Samu, six élèves sont blessés.",
        ("le Samu", "Selon", "six élèves sont blessés"),
    ),
    ("Le maire fait état de plus de six morts.", ("Le maire", "fait état", "plus de six morts")),
    (
        "L'Agence de santé (ADS) du Gard a recensé six malades.",
        ("L'Agence de santé (ADS) du Gard", "a recensé", "six malades"),
    ),
    (
        "Sur place, Jean Roy, 48 ans, maçon à Gap raconte que le toit est parti.",
        ("Jean Roy, 48 ans, maçon à Gap", "raconte", "que le toit est parti"),
    ),
    (
        "Selon Anne Roy, chargée de la pêche du port, deux navires sont à quai.",
        ("Anne Roy, chargée de la pêche du port", "Selon", "deux navires sont à quai"),
    ),
    (
        "« Le bac a coulé. Selon les rescapés, il y avait 90 passagers. Nous cherchons », a dit le préfet.",
        ("les rescapés", "Selon", "il y avait 90 passagers"),
    ),
    ("Selon un bilan publié le 9 mai, six marins ont péri.", ("un bilan", "Selon", "six marins ont péri")),
]
NONE = [
    "La commune est sous l'eau. Elle compte 12 morts.",
    "Les naufrages de mars portent à 300 le nombre de morts.",
    "Le club compte 12 joueurs (gardien compris).",
    "Les documents requis seront fournis.",
    "Le port est appelé à grandir.",
    "La mairie donne le chiffre exact.",
    "Le train donne un nombre de places limité.",
    "Le maire veut un pont.",
    "Le syndicat défend les salariés.",
]
ONCE = [
    "« Si le maire dit que tout va bien, je le crois », dit Paul.",
    "« Nous avons dit que le pont était sûr », dit Paul.",
    "« Il faut que le gouvernement annonce que la loi est retirée », dit Paul.",
    "« On dit que le pont est sûr », dit Paul.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_it_is_told(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize("text", NONE)
def test_nobody_says_it(text):
    assert told(text) == set()


@pytest.mark.parametrize("text", ONCE)
def test_only_who_is_quoted_says_it(text):
    assert {source for source, _, _ in told(text)} == {"Paul"}
