"""Who answers whom inside one quotation, and who goes on speaking behind what he denies."""

import pytest
from tests.claims.test_claims import reading_of

from recoupe.claims import claims
from recoupe.claims.attribution import attributed
from recoupe.model import Modality


def told(text):
    """The name of each speaker and what he says."""
    said = (relation.attribution for relation in attributed(reading_of(text)))
    return [(a.actor and a.actor.name, text[a.content[-1].start : a.content[-1].end]) for a in said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le maire déplore 3 morts. « C'est faux, réplique l'hôpital : nous avons deux morts. »", ("hôpital", "nous avons deux morts")),
        ("L'usine promet dix postes. « Faux, répond le syndicat : elle en supprime 40. »", ("syndicat", "elle en supprime 40")),
        ("« Nous avons 12 blessés, dit le maire : trois sont graves. »", ("maire", "trois sont graves")),
        ("Il y a eu 200 départs. « C'est exagéré, a tempéré la directrice : 60 sont partis. »", ("directrice", "60 sont partis")),
        ("« Pas du tout, corrige le capitaine Leroux : 350 hectares ont brûlé. »", ("Leroux", "350 hectares ont brûlé")),
    ],
)
def test_an_incise_before_a_colon_inside_the_marks(text, expected):
    assert told(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le maire a expliqué : « La ministre dit ceci : 12 écoles fermeront. »", "maire"),
        ("« Le maire m'a menti, me dit l'éleveur : il a vendu 40 vaches. »", None),
    ],
)
def test_what_somebody_passes_on_in_his_own_words_stays_his(text, expected):
    assert {who for who, _ in told(text)} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le syndicat dément qu'un surveillant soit impliqué et parle de « 300 copies disparues ».", ("syndicat", "300 copies disparues")),
        ("La directrice nie qu'un élève ait été exclu et évoque dix avertissements.", ("directrice", "dix avertissements")),
    ],
)
def test_who_denies_goes_on_in_his_own_mood(text, expected):
    assert told(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Compagnie ne veut avouer que vingt-cinq morts.", [("Compagnie", "vingt-cinq morts")]),
        ("L'armée ne peut confirmer que neuf blessés.", [("armée", "neuf blessés")]),
        ("La préfecture n'a voulu confirmer que deux décès.", [("préfecture", "deux décès")]),
        ("Le parquet ne peut confirmer que 12 personnes sont mortes.", []),
        ("Le ministre ne veut tuer que 12 loups.", []),
    ],
)
def test_all_that_somebody_brings_himself_to_say(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Il est exclu que 12 personnes aient été tuées, dit le maire.", Modality.DENIED),
        ("Il est faux que 12 personnes aient été tuées, dit le maire.", Modality.DENIED),
        ("Il n'est pas exclu que 12 personnes aient été tuées, dit le maire.", Modality.POSSIBLE),
        ("Le ministre récuse les 12 morts.", Modality.DENIED),
        ("La préfecture conteste les trente blessés.", Modality.DENIED),
        ("La défense récuse les 12 jurés.", Modality.ASSERTED),
    ],
)
def test_what_is_ruled_out_or_only_supposed(text, modality):
    assert {claim.modality for claim in claims(reading_of(text))} == {modality}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La préfecture arrive pour sa part à treize décès.", [("préfecture", "treize décès")]),
        ("Le club arrive à 300 adhérents.", []),
        ("La mairie, de son côté, totalise 14 blessés.", [("mairie", "14 blessés")]),
        ("La mairie totalise 40 écoles.", []),
        ("La préfecture, elle, compte plus de 160 000 foyers sans courant.", [("préfecture", "plus de 160 000 foyers sans courant")]),
        ("Le club, lui, compte 300 licenciés.", []),
        ("Zéro mort, zéro blessé, dit le maire.", [("maire", "Zéro mort, zéro blessé")]),
        ("Aucun mort, aucun blessé, assure le capitaine.", [("capitaine", "Aucun mort, aucun blessé")]),
        ("Le préfet a télégraphié au ministre : « Quarante morts. »", [("préfet", "Quarante morts")]),
        ("La capitaine a brandi sa radio : « Deux hommes à la mer. »", [("capitaine", "Deux hommes à la mer")]),
        ("La mairie a reçu une lettre : « Il y aura 12 morts. »", [(None, "Il y aura 12 morts")]),
        ("Le tueur avait gravé sur la porte : « Vous serez trois morts demain. »", [(None, "Vous serez trois morts demain")]),
    ],
)
def test_who_counts_or_acts_and_then_is_quoted(text, expected):
    assert told(text) == expected


def test_a_list_whose_heading_says_who_counts():
    listed = "Le bilan, arrêté au 31 août par la préfecture :\n- Noyades mortelles : 14\n- Disparus : 1\n- Sauvetages : 2 318"
    assert told(listed) == [("préfecture", "Sauvetages : 2 318")]
    assert told("Le bilan de l'incendie de l'usine : 2 morts.") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Selon ses dires, trois armes ont été volées.", None),
        ("Le maire a dit que 12 armes étaient volées. Selon ses dires, trois ont été retrouvées.", "maire"),
    ],
)
def test_his_words_are_of_whoever_spoke_last(text, who):
    assert told(text)[-1][0] == who
