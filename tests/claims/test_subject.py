"""What a report is about, and what is counted in it without a word that names an event."""

import pytest
from tests.claims.test_claims import found

MARCH = "Plusieurs milliers de manifestants ont défilé vendredi à Bamako contre la vie chère. La police a tiré. "
SHOTS = "Fusillade dans un lycée de Graz : un tireur a ouvert le feu sur des élèves. Une marche blanche est annoncée pour dimanche. "
QUAKE = "Un séisme de magnitude 6,4 a frappé Cuzco, faisant 40 morts. Les secours fouillent les décombres. "
GIFT = "Stockholm livre des canons Archer à Kiev. Les canons seront livrés en mai. "
RAMMED = "Un chalutier et un cargo entrent en collision. Le chalutier a coulé devant Lorient. "
SHELLED = "Le dépôt visé par des tirs. Le dépôt a été bombardé dans la nuit. Le bombardement a duré deux heures. "
STRIKERS = "Grève à la SNCF : les cheminots manifestent contre la réforme. La grève a été reconduite. "
RAID = "Coup de filet en Moselle : neuf interpellations. Neuf hommes ont été interpellés mardi. "


def types(text: str) -> list[tuple[str, int | None]]:
    """Type and value of each claim."""
    return [(str(c.type), c.quantities[0].value if c.quantities else None) for c in found(text)]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        (MARCH + "Neuf personnes ont été tuées par balles.", ("PROTEST", 9)),
        (MARCH + "Soixante commerces ont été pillés.", ("PROTEST", 60)),
        (SHOTS + "Huit personnes ont été tuées par balles.", ("STRIKE", 8)),
        (SHOTS + "On compte huit morts.", ("STRIKE", 8)),
        (QUAKE + "Chaque famille touchera 2 000 dollars.", ("SUPPLY", 2000)),
        (QUAKE + "Dix hélicoptères sont arrivés de Lima.", ("DEPLOY", 10)),
        (QUAKE + "Trois cents personnes dormaient dans les halles.", ("DISASTER", 300)),
        (QUAKE + "L'usine emploie 300 personnes.", ("OTHER", 300)),
        (QUAKE + "Les réserves d'eau sont tombées à 21 %.", ("DISASTER", 21)),
        (QUAKE + "Les pertes sont évaluées à 20 millions d'euros.", ("DISASTER", 20_000_000)),
        (QUAKE + "Les travaux coûteront 13 millions d'euros.", ("OTHER", 13_000_000)),
        (QUAKE + "Douze foyers ont été signalés au nord.", ("DISASTER", 12)),
        (GIFT + "Le premier lot comprend trois radars.", ("SUPPLY", 3)),
        (GIFT + "Le titre de la société a pris 3 %.", ("OTHER", 3)),
        (STRIKERS + "La direction compte 41 % des conducteurs.", ("PROTEST", 41)),
        (STRIKERS + "Le titre a perdu 3 %.", ("OTHER", 3)),
        (SHOTS + "La plaque valait 2 000 dollars.", ("OTHER", 2000)),
        (RAID + "Une vingtaine d'armes étaient rangées dans la cave.", ("ARREST", 20)),
        (QUAKE + "Les services ont réalisé 40 prélèvements.", ("OTHER", 40)),
        (QUAKE + "Trente salariés sont au chômage technique.", ("OTHER", 30)),
        (RAMMED + "Un vent de 60 km/h soufflait sur la rade.", ("DISASTER", 60)),
        (RAMMED + "Le patron a été hélitreuillé avec deux matelots.", ("ACCIDENT", 2)),
        (SHELLED + "Deux réservoirs ont pris feu.", ("STRIKE", 2)),
        (MARCH + "Aucun incident n'a été signalé.", ("PROTEST", 0)),
        (STRIKERS + "40 % des vols sont supprimés en raison de la grève.", ("OTHER", 40)),
        (QUAKE + "Douze secouristes sont montés à pied.", ("DEPLOY", 12)),
        (SHELLED + "Quinze immeubles n'ont plus de chauffage.", ("STRIKE", 15)),
        (MARCH + "Les autorités attendaient 6 000 personnes et ont déployé 900 policiers.", ("PROTEST", 6000)),
        (SHOTS + "La caisse contenait 80 000 euros, et l'armée a livré des tentes au lycée.", ("OTHER", 80_000)),
    ],
)
def test_what_a_count_is_of_in_a_report(text, claimed):
    assert claimed in types(text)


def test_what_comes_about_by_itself_is_foretold():
    assert types(QUAKE + "« Le bilan va s'alourdir », a dit le maire.")[-1][0] == "FORECAST"
    assert types(QUAKE + "« La route sera dégagée jeudi », a dit le maire.")[-1][0] == "OTHER"


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        (
            "Un camion fou tue six passants\nSix habitants sont morts. Le chauffeur avait perdu ses freins dans la descente du marché.",
            "ACCIDENT",
        ),
        ("Deux artificiers ont été tués par l'explosion d'un obus qu'ils voulaient désamorcer.", "ACCIDENT"),
        ("Une pétition de 3 000 signatures a été remise au préfet.", "PROTEST"),
        ("Les rebelles ont capturé douze soldats près de Goma.", "CAPTURE"),
        ("La police a arrêté douze soldats près de Goma.", "ARREST"),
        ("Des voleurs ont emmené 300 vaches.", "CAPTURE"),
        ("Un cargo et ses neuf marins ont été détournés vers Eyl.", "CAPTURE"),
        ("Ce fonds a détourné 9 millions d'euros.", "OTHER"),
        ("L'explosion d'une mine de charbon a fait 51 morts à Tabas.", "ACCIDENT"),
        ("L'explosion d'une mine a tué deux soldats près de Tabas.", "STRIKE"),
        ("La prison compte 900 détenus.", "OTHER"),
    ],
)
def test_types_told_by_words_of_a_field(text, type_):
    assert {t for t, _ in types(text)} == {type_}


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        ("« La direction a reçu notre lettre », dit Anne Duval.", "OTHER"),
        ("« On est venus défendre nos emplois », dit Anne Duval.", "PROTEST"),
    ],
)
def test_where_people_gathered_what_others_did_is_an_effect(said, type_):
    assert types(STRIKERS + said)[-1][0] == type_


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        ("« Nous n'avons plus de sang », dit le médecin.", "OTHER"),
        ("« On n'a plus peur », dit le médecin.", "STATEMENT"),
        ("« On a volé les malades », accuse le médecin.", "OTHER"),
    ],
)
def test_what_runs_out_or_was_done_is_no_opinion(said, type_):
    assert types(said) == [(type_, None)]


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        ("Le pont pourrait rouvrir lundi, selon le maire.", "OTHER"),
        ("Le bilan pourrait s'alourdir, selon le maire.", "DISASTER"),
    ],
)
def test_what_may_be_done_after_an_incident_is_none_of_it(said, type_):
    assert types(QUAKE + said)[-1][0] == type_


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        ("L'armée confirme la prise de Goma.", "CAPTURE"),
        ("Les rebelles ont repris Marioupol, selon Kiev.", "CAPTURE"),
        ("Le parti confirme la perte de 12 sièges.", "OTHER"),
        ("Le ministre tient Moscou pour responsable.", "STATEMENT"),
        ("Le centre de contrôle de Brest a dérouté sept navires.", "OTHER"),
    ],
)
def test_what_is_taken_is_a_place(said, type_):
    assert all(t == type_ for t, _ in types(said))


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        ("L'avocat annonce le dépôt d'une plainte pour homicide.", "OTHER"),
        ("Le maire avait signalé la présence de méthanol.", "OTHER"),
        ("Le préfet redoute un attentat.", "STRIKE"),
        ("« C'est un impôt déguisé pour 600 familles », dit Anne Duval.", "STATEMENT"),
        ("« Vingt chambres sont vides », dit Anne Duval.", "OTHER"),
    ],
)
def test_what_only_deals_with_an_event_and_what_only_judges(said, type_):
    assert [t for t, _ in types(said)] == [type_]


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        ("Nous avons creusé à mains nues", "OTHER"),
        ("Nous avons entendu un grondement", "DISASTER"),
        ("Nous avons été projetés au sol", "DISASTER"),
        ("Il y avait de la boue partout", "DISASTER"),
    ],
)
def test_what_a_witness_did_himself_is_no_part_of_it(said, type_):
    assert types(f"{QUAKE}« {said} », raconte un maçon.")[-1][0] == type_


def test_what_is_asked_of_an_event_is_none_of_it():
    assert types("La cause de l'incendie n'est pas connue, a dit le procureur.")[-1][0] != "ACCIDENT"
    assert types("Un court-circuit est à l'origine de l'incendie, a dit le procureur.")[-1][0] == "ACCIDENT"


def test_teams_are_sent():
    assert ("DEPLOY", 500) in types("Le distributeur d'électricité a dépêché 500 équipes sur le terrain.")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        (QUAKE + "Vingt communes ont déposé une demande d'aide.", "OTHER"),
        (QUAKE + "Deux cents bâtiments ont été contrôlés.", "OTHER"),
        (QUAKE + "« Nous avons installé 40 lits dans le gymnase », dit Anne Duval.", "OTHER"),
        (QUAKE + "Une route est fermée en raison du séisme, a dit la préfecture.", "OTHER"),
        (QUAKE + "Des experts ont été mandatés après le séisme, a dit la préfecture.", "OTHER"),
        (QUAKE + "« Nous avons rédigé un guide des séismes », dit Anne Duval.", "OTHER"),
        (QUAKE + "Le séisme a ouvert une faille, a dit la préfecture.", "DISASTER"),
        (QUAKE + "La terre s'est ouverte sur 300 mètres.", "DISASTER"),
        (STRIKERS + "Trois syndicats ont déposé des préavis de grève.", "PROTEST"),
    ],
)
def test_a_measure_is_no_part_of_the_event(text, type_):
    assert types(text)[-1][0] == type_


def test_what_there_is_not_of_an_incident_is_told_of_it():
    assert types(MARCH + "Il n'y a pas eu de heurts, a dit la préfecture.")[-1][0] == "PROTEST"


@pytest.mark.parametrize("said", ["Les ouvriers sont partis à midi", "La société s'est inscrite", "La panne s'est produite dimanche"])
def test_who_has_left_and_what_came_about_is_no_judgement(said):
    assert types(f"{said}, a dit le syndicat.")[-1][0] == "OTHER"


def test_what_came_about_in_an_incident_is_told_of_it():
    assert types(RAMMED + "Le choc s'est produit à huit heures, a dit le préfet.")[-1][0] == "ACCIDENT"


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        ("« Nous avons recruté 12 ouvriers », dit Anne Duval.", "OTHER"),
        ("Deux maçons avaient signalé des fissures.", "OTHER"),
        ("L'aéroport pourrait rester fermé lundi, a dit la préfecture.", "OTHER"),
        ("La préfecture dément avoir tardé à fermer la route.", "OTHER"),
    ],
)
def test_what_one_does_about_an_event_is_no_part_of_it(said, type_):
    assert types(QUAKE + said)[-1][0] == type_
