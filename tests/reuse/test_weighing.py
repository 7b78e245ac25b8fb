"""What two texts may have in common although neither was taken from the other; and what they may not."""

import json

import pytest

from recoupe.ingest.objects import member
from recoupe.model import ReadReport
from recoupe.pipeline import PIPELINE
from recoupe.reuse import compare

LEFT = (
    "Les vendangeurs ont commencé la récolte avec dix jours d'avance dans les coteaux de Morvanne. {}"
    " Les caves coopératives attendent de petits volumes, mais une belle qualité, après un été sans pluie."
)
RIGHT = (
    "La patinoire olympique fermera ses portes à la fin du mois pour changer son circuit d'ammoniac. {}"
    " Deux clubs de hockey joueront ailleurs, et la mairie promet une réouverture avant les fêtes."
)


def read(name, text):
    report = member(json.dumps({"text": text}).encode(), name)
    return ReadReport(report=report, reading=next(iter(PIPELINE.read.run(report))))


def linked(left, right):
    return compare(read("a", LEFT.format(left)), read("b", RIGHT.format(right))) is not None


def both(words):
    return linked(words, words)


@pytest.mark.parametrize(
    "words",
    [
        "Selon Le Courrier de la Haute-Vézère, la décision est prise.",
        "L'information a été révélée par La Dépêche de Castelmoron.",
        "Son pronostic vital n'est pas engagé, et une enquête a été ouverte pour déterminer les circonstances exactes.",
    ],
)
def test_credits_and_set_phrases_tie_nothing(words):
    assert not both(words)


def test_an_office_and_its_holder_tie_nothing():
    who = "la présidente de la fédération nationale des producteurs de lait, Solène Kermarrec,"
    assert not linked(
        f"Au lendemain des annonces du gouvernement, {who} s'inquiète surtout du prix de l'énergie.",
        f"Interrogée à son arrivée sur le plateau, {who} n'exclut pas de se porter candidate en mars.",
    )


def test_a_quotation_alone_ties_nothing():
    quote = "« Nous avons travaillé trois nuits de suite sans dormir, et personne ne nous a demandé comment nous tenions debout »"
    assert not linked(f"{quote}, a raconté une infirmière.", f"Une infirmière se souvient : {quote}.")


def test_a_quotation_with_what_leads_up_to_it_ties():
    quote = "« Nous avons travaillé trois nuits de suite sans dormir, et personne ne nous a demandé comment nous tenions debout »"
    assert both(f"Dans le couloir encore encombré de brancards, {quote}, a raconté une infirmière.")


def test_what_one_text_quotes_and_the_other_tells_ties():
    words = "la digue cédera avant Noël si les pompes de relevage du marais ne sont pas remplacées"
    assert linked(f"Un ingénieur prévient : « {words} ».", f"D'après une note interne, {words}.")


@pytest.mark.parametrize(
    "words",
    [
        "Le wagon-citerne a déversé neuf mille litres de soude dans le canal.",
        "Une cinquantaine de flamants roses ont hiverné dans les salines abandonnées.",
    ],
)
def test_one_short_sentence_ties(words):
    assert both(words)


def test_a_short_sentence_with_a_word_changed_ties():
    words = "Le wagon-citerne a déversé {} mille litres de soude caustique dans le canal de jonction"
    assert linked(words.format("neuf") + ".", words.format("douze") + ".")


ENGLISH = "The ferry ran aground at dawn. {} Divers inspected the hull.", "Beekeepers lost half of their hives. {} Mites are blamed."


@pytest.mark.parametrize(
    "line",
    [
        "Copyright 2031 The Northern Wire. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
        "Sign up for our free newsletter and get the stories that matter every morning. You agree to receive occasional offers.",
        "The company did not immediately respond to a request for comment.",
    ],
)
def test_english_stock_ties_nothing(line):
    left, right = (text.format(line) for text in ENGLISH)
    assert compare(read("a", left), read("b", right)) is None


def test_an_english_sentence_ties():
    words = "Harbour pilots had warned for years that the northern channel was silting up faster than it was dredged."
    assert compare(read("a", ENGLISH[0].format(words)), read("b", ENGLISH[1].format(words))) is not None
