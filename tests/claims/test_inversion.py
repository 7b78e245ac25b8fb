"""Who speaks behind an inverted verb, whatever the verb and whatever stands between, on sentences of our own."""

import pytest

from recoupe.claims.attribution import attributed
from recoupe.model import Raw, ReadReport, Report
from recoupe.read import read

SAID = [
    # text, source, cue, content
    ("À Gao, où il a neigé, « c'est du jamais vu », se réjouit un berger.", "un berger", "se réjouit", "c'est du jamais vu"),
    ("Dans le bourg, « on a eu peur », témoigne une commerçante.", "une commerçante", "témoigne", "on a eu peur"),
    ("« Un car a versé », a fait savoir, dans un premier temps, la mairie.", "la mairie", "a fait savoir", "Un car a versé"),
    ("Le maire a demandé une enquête mais le préfet refuse.", "Le maire", "a demandé", "une enquête"),
    # verbs of no list
    ("« On n'y voit plus rien », frissonne une retraitée du hameau.", "une retraitée du hameau", "frissonne", "On n'y voit plus rien"),
    ("« Le quai va céder », euphémise le patron du port.", "le patron du port", "euphémise", "Le quai va céder"),
    ("« J'ai tout perdu », s'effondre Denise*, qui tient la buvette.", "Denise", "s'effondre", "J'ai tout perdu"),
    ("« Il fallait le faire », plastronne-t-elle.", "elle", "plastronne-t-elle", "Il fallait le faire"),
    ("« Nous tiendrons », a défendu Anne Roy dimanche soir.", "Anne Roy", "a défendu", "Nous tiendrons"),
    ("« Rien ne sera vendu », tente de les rassurer le maire.", "le maire", "tente de les rassurer", "Rien ne sera vendu"),
    ("« Je suis troublé », hésite le juge, au milieu des caméras.", "le juge", "hésite", "Je suis troublé"),
    # what stands between the verb and the speaker
    (
        "« Le pont tient », a déclaré, casque bleu à la main, Jeanne Prat, qui dirige le chantier.",
        "Jeanne Prat",
        "a déclaré",
        "Le pont tient",
    ),
    ("« Le lac monte », observe avec inquiétude vers midi la garde du barrage.", "la garde du barrage", "observe", "Le lac monte"),
    (
        "« C'est trop cher », accusent de concert la CGT, FO et Sud, en pointant les coûts.",
        "la CGT, FO et Sud",
        "accusent",
        "C'est trop cher",
    ),
    (
        "Deux vaches ont été volées, a fait savoir hier soir la gendarmerie.",
        "la gendarmerie",
        "a fait savoir",
        "Deux vaches ont été volées",
    ),
    ("« Le prix baissera », affirme, par exemple, le meunier.", "le meunier", "affirme", "Le prix baissera"),
    ("« Le plan est prêt », a noté dans Sillages l'agronome Jean Roux.", "l'agronome Jean Roux", "a noté", "Le plan est prêt"),
    # somebody told by what he does
    ("« Le froid tue », explique celle qui dirige le refuge.", "celle qui dirige le refuge", "explique", "Le froid tue"),
    ("« On recommence », s'interroge pour sa part @JeanneP.", "@JeanneP", "s'interroge", "On recommence"),
    ("« Tout est en ordre », précise-t-on du côté de la mairie.", "on du côté de la mairie", "précise-t-on", "Tout est en ordre"),
    # what is denied inside a quotation is said by whoever signs it
    (
        "« On ne peut pas nous expliquer que tout va bien ! » s'indigne son président Yves Faure.",
        "son président Yves Faure",
        "s'indigne",
        "On ne peut pas nous expliquer que tout va bien",
    ),
    # what the speaker does besides is no part of what he says
    ("Le feu est éteint, a dit le préfet, confirmant une dépêche.", "le préfet", "a dit", "Le feu est éteint"),
    # it is taken up before an infinitive
    ("La mairie a fini par l'admettre lundi : le stock est vide.", "La mairie", "a fini par l'admettre", "le stock est vide"),
    # all that is told
    ("L'armée n'évoque, dans un communiqué, que « trois blessés ».", "L'armée", "n'évoque", "trois blessés"),
    ("Les élus s'en tenaient jusque-là à sept.", "Les élus", "s'en tenaient", "sept"),
    # between the verb and its object
    ("Il soutient, par la voix de son avocate, avoir tout rendu.", "Il", "soutient", "avoir tout rendu"),
    # an incise at the head of a clause that goes on behind it
    ("Le texte va au Sénat, où, veut croire la gauche, « rien n'est perdu ».", "la gauche", "veut croire", "rien n'est perdu"),
    ("Le juge parle d'au moins une centaine de victimes.", "Le juge", "parle", "au moins une centaine de victimes"),
    # who it is, and what befell him
    ("La ministre, attendue demain à Nancy, a assuré que le col rouvrirait.", "La ministre", "a assuré", "que le col rouvrirait"),
    ("« C'est non », juge Myriam Petit, de la CGT.", "Myriam Petit, de la CGT", "juge", "C'est non"),
    ("« Il dort mal », insiste la Dre Josée Blain, médecin-conseil.", "la Dre Josée Blain, médecin-conseil", "insiste", "Il dort mal"),
    ("« Tout a brûlé », a expliqué à la chaîne Lac 24 un commerçant.", "un commerçant", "a expliqué", "Tout a brûlé"),
    ("« Tout a brûlé », a dit à la chaîne de télévision Lac 24 la militante Anna Roux.", "la militante Anna Roux", "a dit", "Tout a brûlé"),
    ("« Tout a brûlé », a confié à la radio Lac le chef des pompiers.", "le chef des pompiers", "a confié", "Tout a brûlé"),
    # verbs of counting; the preposition for the auxiliary
    ("Quarante toits ont cédé, a recensé la mairie.", "la mairie", "a recensé", "Quarante toits ont cédé"),
    ("Le préfet à déclaré que le pont tenait.", "Le préfet", "à déclaré", "que le pont tenait"),
    # those who are counted
    ("Ils étaient plusieurs milliers, vendredi, à réclamer de l'eau.", "Ils", "réclamer", "de l'eau"),
    # what stands before a comma is denied
    ("Les marins sont libres, Oslo dément.", "Oslo", "dément", "Les marins sont libres"),
    ("La défense plaidera l'acquittement.", "La défense", "plaidera", "l'acquittement"),
    ("Le collectif a appelé à 72 heures de deuil.", "Le collectif", "a appelé", "72 heures de deuil"),
    # a count of the outlet's own; an institution that is no manner
    ("C'est, selon notre décompte, la troisième panne.", "notre décompte", "selon", "C'est"),
    (
        "Deux infirmiers ont été blessés, selon l'Ordre des infirmiers.",
        "l'Ordre des infirmiers",
        "selon",
        "Deux infirmiers ont été blessés",
    ),
]
NOTHING = [
    "Au cri de « Liberté pour tous ! », défilent des milliers d'étudiants.",
    "Son roman, « Les Jours de pluie », suit une famille de pêcheurs.",
    "Il fredonne « Sous le ciel de Paris », tube des cabarets.",
    "L'usine ferme : la direction confirme, les syndicats contestent.",
    "Mardi, la direction a démenti.",
    "« Les Jours de pluie », film primé, retrace une enfance.",
]


def found(text):
    one = Report(id="r-1", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    return [f.attribution for reading in read(one) for f in attributed(ReadReport(report=one, reading=reading))]


@pytest.mark.parametrize(("text", "source", "cue", "content"), SAID, ids=[c[0] for c in SAID])
def test_who_says_it(text, source, cue, content):
    told = found(text)[0]
    assert [text[s.start : s.end] for s in told.source] == [source]
    assert text[told.cue.start : told.cue.end] == cue
    assert text[told.content[0].start : told.content[0].end] == content


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_says_it(text):
    assert [a for a in found(text) if a.source] == []


def test_two_quotations_with_a_cue_each():
    text = "« Le feu est fixé », a dit Anne Roy, dont la grange a brûlé, « mais le vent tourne », a-t-elle ajouté."
    assert [[text[c.start : c.end] for c in told.content] for told in found(text)] == [["Le feu est fixé"], ["mais le vent tourne"]]


def test_a_second_participle_behind_but():
    text = "Elle a exclu toute fermeture mais confirmé la vente de deux usines."
    first, second = found(text)
    assert text[first.content[0].start : first.content[0].end] == "toute fermeture"
    assert text[second.content[0].start : second.content[0].end] == "la vente de deux usines"
