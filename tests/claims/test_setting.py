"""Where and when: what the sentence says before and behind a clause, and what in it is of something else."""

import pytest

from recoupe.claims import claims
from recoupe.model import Raw, ReadReport, Report
from recoupe.read import read


def settings(text):
    """The number, the time and the places of each claim with a count."""
    report = Report(id="r-0", text=text, sha256="", language="fr", raw=Raw(sha256="", locator="t"), extractor="t")
    found = claims(ReadReport(report=report, reading=next(iter(read(report)))))
    return [(c.quantities[0].value, c.when and c.when.value, [p.name for p in c.places]) for c in found if c.quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Une skieuse est morte lundi, portant à dix le nombre de victimes depuis mars.", [(1, "XXXX-WXX-1"), (10, "XXXX-03")]),
        ("Six cas portent à 31 le total depuis mars.", [(6, None), (31, "XXXX-03")]),
        ("Une skieuse est morte lundi, portant à dix le nombre de victimes.", [(1, "XXXX-WXX-1"), (10, "XXXX-WXX-1")]),
        ("Trente moutons noyés, dix disparus : l'orage de lundi a ravagé un alpage près de Gap.", [(30, "XXXX-WXX-1"), (10, "XXXX-WXX-1")]),
        ("Plus de 60 personnes ont péri dans l'incendie qui a ravagé jeudi un marché de Bamako.", [(60, "XXXX-WXX-4")]),
        ("L'institut, qui recense 140 cas depuis 2019, demande des moyens.", [(140, "2019")]),
        ("La mairie compte 76 sinistrés depuis jeudi.", [(76, "XXXX-WXX-4")]),
        ("En 2021, la préfecture avait recensé 34 noyades.", [(34, "2021")]),
        ("Trois bus sur quatre circuleront mardi, a annoncé la régie, ajoutant que 12 lignes seraient fermées.", [(12, "XXXX-WXX-2")]),
        ("Entre lundi matin et jeudi soir, 14 bateaux ont été bloqués.", [(14, "XXXX-WXX-1TMO")]),
        ("Les dockers menacent de bloquer le port jeudi. À Lomé, 60 camions ont été brûlés.", [(60, None)]),
    ],
)
def test_a_time_behind_the_clause_or_in_front_of_it_is_its_own(text, expected):
    assert [(value, when) for value, when, _ in settings(text) if value in dict(expected)] == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("À Lyon, 12 blessés. En France, hors Lyon, on en compte 300.", [["Lyon"], ["France"]]),
        ("La grippe a tué 40 personnes en dehors de Dakar et de Thiès.", [[]]),
        ("La grippe a tué 40 personnes à Dakar, hors de l'hôpital.", [["Dakar"]]),
        ("Le séisme a eu lieu à 3 heures (2 heures à Paris) près de Quito, tuant deux mineurs.", [["Quito"]]),
        ("À 14 heures (3 heures mercredi en Suisse), on a dénombré 84 morts à Quito.", [["Quito"]]),
        ("Aux Samoa américaines, 22 personnes ont péri.", [["Samoa américaines"]]),
        ("La police parle de 900 marcheurs, sans comptabiliser Lyon.", [[]]),
        ("À Quito (400 km au sud de Cali), on compte 30 morts.", [["Quito"]]),
        ("Le séisme a fait 12 morts, sauf à Quito, où deux blessés sont soignés.", [[], ["Quito"]]),
        ("À Lyon, 300 libraires ont défilé, comme à Nantes et à Brest.", [["Lyon"]]),
        ("Les 12 noyés étaient des élèves de Nantes.", [[]]),
        ("Deux plongeurs ont été blessés, dont l'un, soigné à Nantes, est sorti mardi.", [[]]),
        ("À 18 heures, heure de Pékin, 40 mineurs ont été tués.", [[]]),
        ("Un car immatriculé aux Pays-Bas transportait 30 skieurs.", [[]]),
        ("Deux granges ont brûlé à Beaune (Côte-d'Or), mardi.", [["Beaune", "Côte-d'Or"]]),
    ],
)
def test_a_place_that_is_left_out(text, places):
    assert [places for *_, places in settings(text)] == places


def test_what_is_called_its_toll_tells_where_and_when():
    below = "Douze morts, 30 blessés. Tel est le bilan du séisme survenu lundi à Quito."
    assert settings(below) == [(12, "XXXX-WXX-1", ["Quito"]), (30, "XXXX-WXX-1", ["Quito"])]
    own = "Le séisme a fait 12 morts mardi à Cali. C'est le bilan le plus lourd depuis celui de lundi à Quito."
    assert settings(own) == [(12, "XXXX-WXX-2", ["Cali"])]


def test_by_when_a_fire_was_out_is_not_when_it_killed():
    out = "Le feu du port, touché samedi par des drones, a été maîtrisé dimanche à 4 heures. L'attaque a tué 12 dockers."
    assert settings(out) == [(12, "XXXX-WXX-6", [])]
    assert settings("Le feu a été maîtrisé dimanche. Il a tué 12 dockers.") == [(12, None, [])]


def test_a_date_before_a_comma_is_of_the_event_behind_it():
    text = "Le lundi 2 mars 2026, une attaque a fait 11 morts à Gao.\nSelon la mairie, 12 blessés sont soignés."
    assert [when for _, when, _ in settings(text)] == ["2026-03-02", "2026-03-02"]


def test_another_event_of_the_kind_was_not_here_and_now():
    other = "Un séisme a tué 40 villageois jeudi au Pérou. Une secousse semblable avait fait 300 morts."
    assert settings(other) == [(40, "XXXX-WXX-4", ["Pérou"]), (300, None, [])]
    anew = "Un séisme a tué 40 villageois jeudi au Pérou. Le précédent bilan avait fait état de 12 morts."
    assert settings(anew)[1][2] == ["Pérou"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Une trentaine de plongeurs ont été envoyés, et le pont a été rouvert lundi.", None),  # a main clause of its own
        ("Le port a reçu 90 navires, dont deux lundi.", None),  # a part
        ("Le port a reçu 90 navires ; la grève commence lundi.", None),
        ("Comme lundi, 90 navires sont restés à quai.", None),
        ("Le port a reçu 90 navires et une grève est prévue lundi.", None),
        ("Le trafic doit reprendre lundi, selon le port, qui compte 90 navires à quai.", None),
        ("Une fête est prévue lundi et la tempête a détruit 90 granges.", None),
        ("La ministre a annoncé lundi 90 embauches.", None),  # when it was said
        ("L'usine emploie 90 ouvriers, assure la direction, qui recevra lundi les syndicats.", None),
    ],
)
def test_a_time_of_something_else_is_not(text, expected):
    assert settings(text)[0][1] == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Quatorze civils ont péri quand des obus se sont abattus sur le marché de Goma.", ["Goma"]),
        ("Douze blessés : c'est le bilan de la collision survenue à Tours.", ["Tours"]),
        ("La police a arrêté 40 personnes, dont 12 à Lille.", []),  # where a part is
        ("La police a arrêté 40 personnes : 12 à Lille, 28 à Nice.", []),
        ("La police a arrêté 40 personnes ; le maire de Gap est à Nice.", []),
        ("La Grèce déplore 14 noyés.", ["Grèce"]),
        ("La Grèce condamne 14 raids.", []),
    ],
)
def test_a_place_behind_the_clause(text, places):
    assert settings(text)[0][2] == places


def test_the_verb_has_its_time_and_place_not_the_participle_before_it():
    found = settings("Une barge affrétée mardi à Brest avec 18 marins a chaviré jeudi au large de Royan.")
    assert [(when, places) for _, when, places in found] == [("XXXX-WXX-4", ["Royan"])]
    assert settings("Les 12 ouvriers tués mardi dans une usine de Brest ont été enterrés.")[0][1] == "XXXX-WXX-2"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Naufrage au large de Dakar : 36 disparus, cinq marins soignés à Mbour\n\nRien.", [["Dakar"], ["Mbour"]]),
        ("Pérou – Un car fait 9 morts et 30 blessés\n\nRien.", [["Pérou"], ["Pérou"]]),
        ("Pérou : deux morts et 17 blessés dans un accident de car près de Cuzco\n\nRien.", [["Cuzco"], ["Cuzco"]]),
    ],
)
def test_the_place_that_heads_a_title_holds_for_all_of_it(text, places):
    assert [where for _, _, where in settings(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Le frère du caïd, transféré en mai à Rennes, a avoué. Six surveillants ont été blessés.", []),
        ("La ville attend un évêque, dont le train partira de Rennes. Six passants ont été blessés.", []),
        ("Deux bars ont brûlé à Metz, un vigile a été blessé à Brest. Six passants ont été arrêtés.", []),
        ("Deux bars ont brûlé à Metz. Six passants ont été arrêtés.", ["Metz"]),
        ("Une bombe à Metz a fait six morts, deux jours après une attaque à Brest.", ["Metz"]),
        ("Six marins sont toujours disparus, deux jours après un naufrage à Brest.", ["Brest"]),
        ("Le bus, parti de Rennes, a versé à Metz. Six passants ont été blessés.", ["Metz"]),
        ("Une bombe a explosé à Metz, où se tenait une foire. Six passants ont été blessés.", ["Metz"]),
    ],
)
def test_a_place_of_one_put_in_of_each_of_several_or_of_what_was_before_is_of_nothing_else(text, places):
    assert settings(text)[-1][2] == places


def test_what_is_only_said_has_the_place_that_heads_its_title():
    text = "Pérou : le gouvernement dément tout trucage\n\nIl a dit que tout allait bien."
    report = Report(id="r-0", text=text, sha256="", language="fr", raw=Raw(sha256="", locator="t"), extractor="t")
    found = list(claims(ReadReport(report=report, reading=next(iter(read(report))))))
    assert [[p.name for p in c.places] for c in found] == [["Pérou"], []]


def test_a_time_in_brackets_or_behind_a_bare_number_is_of_that_number():
    found = settings("Les secours sont sortis 515 fois (77 fois dimanche) depuis jeudi.")
    assert [when for _, when, _ in found] == ["XXXX-WXX-4", "XXXX-WXX-7"]
    found = settings("Le gestionnaire comptait 1.500 foyers sans courant mardi contre 7.800 lundi, et 30 poteaux à terre.")
    assert {when for value, when, _ in found if value in {1500, 30}} == {"XXXX-WXX-2"}


def test_places_in_brackets_only_explain():
    found = settings("Une collision a fait 12 morts à Koumpentoum (à 369 kilomètres de Dakar).")
    assert [places for value, _, places in found if value == 12] == [["Koumpentoum"]]


def test_what_had_been_years_before_was_elsewhere():
    found = settings("Une crue a tué six cyclistes à Gap. C'est la plus grave depuis 1971, quand une digue avait tué neuf mineurs.")
    assert found[-1] == (9, "1971", [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RABAT, 3 mai 2019 (Agence) - Un car a versé lundi près de Fès, faisant 12 morts.", [(12, "2019-04-29", ["Fès"])]),
        ("RABAT, 3 mai 2019 - Un car a versé près de Fès, faisant 12 morts.", [(12, "2019-05-03", ["Fès"])]),
    ],
)
def test_the_day_of_the_date_line_gives_way_to_one_in_the_sentence(text, expected):
    assert settings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trois marins tués à Foix ont été rapatriés lundi à Brest.", [(3, None, ["Foix"])]),
        ("Trois marins tués dimanche à Foix ont été décorés lundi.", [(3, "XXXX-WXX-7", ["Foix"])]),
        ("Trois marins ont été tués lundi à Brest.", [(3, "XXXX-WXX-1", ["Brest"])]),
    ],
)
def test_what_is_done_for_the_dead_is_not_where_they_died(text, expected):
    assert settings(text) == expected


def test_a_place_with_a_number_in_a_bracket_is_of_that_number():
    found = settings("Quelque 26.000 grévistes ont marché, notamment à Rennes (8.500) et à Brest (2.500).")
    assert found == [(26000, None, []), (8500, None, ["Rennes"]), (2500, None, ["Brest"])]


def test_how_long_something_lasts_is_no_time():
    assert settings("La ville a reçu 300 visiteurs, du jamais vu en plusieurs décennies.")[0][1] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le bac, inauguré en 1986 à Royan, transportait 90 cyclistes.", [(90, None, [])]),
        ("Le stade, bâti en 1931, a accueilli samedi 9.000 supporters.", [(9000, "XXXX-WXX-6", [])]),
        # an event put in, and what was before or is to come
        ("L'accident, qui a fait trois morts, s'est produit lundi à Foix.", [(3, "XXXX-WXX-1", ["Foix"])]),
        ("L'attentat, qui a tué 12 marins, a été condamné lundi par l'ONU.", [(12, None, [])]),
        ("Le préfet se rendra jeudi à Foix, où la crue a fait 39 morts.", [(39, None, ["Foix"])]),
        (
            "Un an après la mort de 14 mineurs à Gap, 500 marins ont défilé lundi à Brest.",
            [(14, None, ["Gap"]), (500, "XXXX-WXX-1", ["Brest"])],
        ),
        ("Le vaccin, dont l'agence dit qu'il a sauvé 90 enfants, sera gratuit lundi.", [(90, None, [])]),
        ("La mine, qui emploie 300 personnes à Sudbury, a fermé lundi 80 puits.", [(300, None, ["Sudbury"]), (80, "XXXX-WXX-1", [])]),
        ("Le tunnel, long de 12 kilomètres, a rouvert mardi à Modane.", []),
        ("On compte 64 rescapés, le dernier ayant été repêché samedi à Oran.", [(64, None, [])]),
        ("On compte 64 morts, l'explosion ayant eu lieu samedi à Oran.", [(64, "XXXX-WXX-6", ["Oran"])]),
    ],
)
def test_what_is_put_in_about_a_thing_is_not_of_the_next_count(text, expected):
    assert settings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les 14 mineurs, ensevelis lundi, ont été sauvés.", [(14, "XXXX-WXX-1", [])]),  # of the count itself
        ("Les 14 élèves, enlevés lundi, ont été relâchés jeudi.", [(14, "XXXX-WXX-4", [])]),
        ("Les 14 marins, tués lundi, ont été inhumés jeudi.", [(14, "XXXX-WXX-1", [])]),
        ("Les 30 élèves, attendus mardi, ne viendront pas.", [(30, "XXXX-WXX-2", [])]),  # what is planned is what is told
        ("Le bac, dans la matinée à Royan, transportait 90 cyclistes.", [(90, "TMO", ["Royan"])]),  # a noun
        ("Le bac, mardi à Royan, transportait 90 cyclistes.", [(90, "XXXX-WXX-2", ["Royan"])]),  # no participle
    ],
)
def test_what_is_put_in_about_what_is_told_is_its_own(text, expected):
    assert settings(text) == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Le wagon a transporté 40 tonnes d'orge de Rennes à Dijon.", []),
        ("L'incendie a éclaté à Metz. Un convoi de 30 camions est parti de Dakar vers Bamako.", []),  # nor one told before
        ("Le consul de Suisse à Nice a reçu 30 lycéens.", ["Nice"]),
        ("La finale de Brest à Lorient a attiré 4.000 personnes.", ["Brest", "Lorient"]),
        ("Le bac, qui reliait Brest au vieux port de Royan, a coulé. Douze passagers ont péri.", []),
    ],
)
def test_a_route_is_no_place_of_what_is_told(text, places):
    assert settings(text)[-1][2] == places


def test_an_hour_that_opens_a_line_holds_for_its_line_alone():
    text = "18h40. Le maire parlera jeudi à Dax. Il attend 60 invités.\n\n07h50\n\nTrois rues sont coupées."
    assert settings(text)[-1][1] is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mercredi, 21 h 15 - Le bilan\nLa cave est vide.\n\nMardi, 18 h 40 – Le feu gagne\nTrois maisons ont brûlé.", "XXXX-WXX-2"),
        ("18 h 02 - Nouveau bilan\nTrois maisons ont brûlé.", None),
        ("18 h 02 - Nouveau bilan\nTrois maisons ont brûlé lundi.", "XXXX-WXX-1"),
        ("Mardi à 22 h 30, un incendie a tué trois personnes à Lyon.", "XXXX-WXX-2T22:30"),
        ("À 22 h 30, un incendie a tué trois personnes à Lyon.", "T22:30"),
    ],
)
def test_the_hour_of_an_entry_is_not_when_it_happened(text, day):
    assert settings(text)[-1][1] == day


def test_hours_of_every_day_leave_a_claim_its_day():
    assert settings("Les 12 guichets fermeront de 20 heures à 8 heures à partir de lundi.")[0][1] == "XXXX-WXX-1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deux bergers sont morts, un homme à Gap et une femme à Briançon.", []),  # each place is of a part
        ("Cinq couvreurs ont été blessés, trois à Arras et deux à Lens.", []),
        ("Cinq couvreurs ont été blessés, dont trois brûlés, à Arras.", ["Arras"]),
        ("Cinq couvreurs ont été blessés à Arras, dont deux apprentis.", ["Arras"]),
        ("Cinq couvreurs ont été blessés, dont deux à Arras, et quarante maisons ont été détruites.", []),
    ],
)
def test_a_place_behind_a_part_is_not_that_of_the_whole(text, expected):
    assert next(places for value, _, places in settings(text) if value == max(v for v, _, _ in settings(text))) == expected


def test_what_stands_in_a_bracket_is_of_the_place_before_it():
    found = settings("Des incendies ont touché Nice (40 hectares, 3 maisons détruites) et Lyon (12 hectares).")
    assert [places for *_, places in found] == [["Nice"], ["Nice"], ["Lyon"]]


def test_a_quarter_of_a_country_is_where_something_happened():
    assert settings("Douze colons ont été tués dans le sud-est de la Somalie et au Kenya.")[0][2] == ["Somalie", "Kenya"]


@pytest.mark.parametrize(
    ("text", "when", "places"),
    [
        ("Vingt soldats blessés lundi à Gao ont été évacués jeudi vers Bamako.", "XXXX-WXX-4", ["Bamako"]),
        ("Deux ingénieurs enlevés en mai près de Kano, dans le nord, ont été libérés mardi matin à Lagos.", "XXXX-WXX-2TMO", ["Lagos"]),
        ("Trois marins tués lundi à Brest ont été inhumés.", "XXXX-WXX-1", ["Brest"]),  # the dead died then and there
        ("Douze lycéens arrêtés lundi à Lyon ont manifesté.", "XXXX-WXX-1", ["Lyon"]),
        ("Douze lycéens ont été arrêtés lundi à Lyon.", "XXXX-WXX-1", ["Lyon"]),
        ("L'accord a permis la libération de 12 marins détenus depuis mai 2024.", None, []),
        ("Douze marins sont détenus depuis mai 2024.", "2024-05", []),
        ("Trente civils ont été tués dans la ville tenue par le front depuis mai 2024.", None, []),
        ("Trente civils ont été tués par le front depuis mai 2024.", "2024-05", []),
        ("Le syndicat réclame la libération de quinze dockers et menace de bloquer le port de Douala avant le 15 juillet.", None, []),
    ],
)
def test_the_day_of_a_participle_is_not_that_of_the_main_verb(text, when, places):
    assert settings(text)[0][1:] == (when, places)


def test_a_sentence_with_a_day_of_its_own_takes_none_of_the_entry():
    text = "12h52. Le vol a décollé avec 40 touristes.\n\n7h30. Mardi, le groupe a revendiqué l'attaque de deux camions."
    assert settings(text)[-1][1] in {"XXXX-WXX-2", None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what goes on behind something put in
        ("Une dizaine de vaches, dont deux génisses, ont été foudroyées mardi sur l'alpage.", [(10, "XXXX-WXX-2"), (2, "XXXX-WXX-2")]),
        ("Douze tableaux, parmi lesquels trois gravures, ont été volés jeudi au musée.", [(12, "XXXX-WXX-4")]),
        # behind a verb of its own nothing goes on; nor is when it was said of the count
        ("La mairie a relogé 40 familles, dont six réfugiées, a précisé lundi l'adjointe.", [(40, None), (6, None)]),
    ],
)
def test_what_goes_on_behind_something_put_in_is_of_the_clause(text, expected):
    assert [(value, when) for value, when, _ in settings(text)][: len(expected)] == expected


def test_a_part_does_not_take_when_it_was_said_where_its_whole_has_no_time():
    whole, part = settings("La grippe a tué 19 personnes, dont quatre enfants, a indiqué jeudi le ministère de la Santé.")
    assert (whole[1], part[1]) == (None, None)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Douze élus ont été blessés à Zarbouille et huit à Lyon.", [["Zarbouille"], ["Lyon"]]),
        ("Le gel a touché 40 vignobles, 30 à Xorville et dix à Nantes.", [[], ["Xorville"], ["Nantes"]]),
        ("Douze morts et 30 blessés à Lyon.", [["Lyon"], ["Lyon"]]),
        ("Ils étaient respectivement 7 000 et 50 000 à Marseille.", [["Marseille"], ["Marseille"]]),
    ],
)
def test_a_place_right_behind_a_bare_number_is_its_own(text, places):
    assert [found for _, _, found in settings(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Le car ramenait 30 élèves d'un voyage scolaire à Londres. Huit personnes ont été blessées.", []),
        ("Six pèlerins qui revenaient de Kerbala ont été tués près de Bagdad.", ["Bagdad"]),
        ("Le retour de 300 réfugiés à Alep a commencé.", ["Alep"]),
        ("Une octogénaire est morte au CHU de Nantes, portant le bilan à huit morts.", []),
        ("Sept corps ont été retrouvés à Derna, portant le bilan à 200 morts.", ["Derna"]),
        ("Un feu a pris à Brive et à Tulle. Le maire de Tulle a dit que 12 granges ont brûlé dans sa commune.", ["Tulle"]),
        ("Un feu a pris à Brive et à Tulle. Le maire de Tulle a fui les élus. Dans sa ville, 12 granges ont brûlé.", ["Tulle"]),
        ("Un feu a pris à Brive. Selon le maire de Tulle, 12 granges de sa commune ont brûlé à Ussel.", ["Ussel"]),
        ("La forge de Brive a brûlé. Le feu a gagné un dépôt à Tulle. La firme y emploie 12 ouvriers.", ["Tulle"]),
    ],
)
def test_where_somebody_comes_back_from_or_was_treated_is_not_where_it_happened(text, places):
    assert settings(text)[-1][2] == places


@pytest.mark.parametrize(
    ("text", "when", "places"),
    [
        # since when and where the subject has been is not of what it does
        ("Fondée en 1921 à Lyon, l'usine emploie 300 ouvriers.", None, []),
        ("Né en 1980 à Tunis, il a tué trois hommes.", None, []),
        # when a paper came out is not when what it tells happened
        ("Selon une étude parue jeudi, 30 pêcheurs sont morts.", None, []),
        ("Une note rendue publique mardi recense 12 blessés.", None, []),
        ("Douze noms ont été publiés lundi par la police.", "XXXX-WXX-1", []),
        ("Partis lundi de Dakar, 120 migrants ont été secourus.", "XXXX-WXX-1", ["Dakar"]),
        # whither somebody was going is not where it happened, if another place is told
        ("Deux cars se sont percutés à hauteur de Nantes en direction de Rennes.", None, ["Nantes"]),
        ("Trois missiles ont été tirés en direction de Kiev.", None, ["Kiev"]),
        # one place named twice
        ("À Dakar, l'effondrement d'un immeuble à Dakar a fait quatre morts.", None, ["Dakar"]),
    ],
)
def test_what_is_told_of_the_subject_and_of_its_way(text, when, places):
    assert [(w, p) for _, w, p in settings(text)][-1] == (when, places)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le suspect pourrait se trouver à Dubaï. Douze victimes ont porté plainte.", (None, [])),
        ("La flotte devrait rejoindre Toulon jeudi. Huit marins ont été blessés.", (None, [])),
        ("Le courant sera rétabli d'ici vendredi. Huit enfants ont été intoxiqués.", (None, [])),
        ("Les travaux doivent s'achever d'ici trois mois. L'enquête vise huit ouvriers.", (None, [])),
        ("Une explosion a secoué Oran mardi. Huit passants ont été blessés.", ("XXXX-WXX-2", ["Oran"])),  # so it was
        ("Des coulées de boue devraient toucher Nice. Huit familles pourraient être évacuées.", (None, ["Nice"])),
    ],
)
def test_where_and_when_something_may_be_says_nothing_of_what_is_so(text, expected):
    assert settings(text)[0][1:] == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Environnement Canada prévoit 10 cm de neige.", []),
        ("Vingt stations de Météo Suisse ont été détruites à Davos.", ["Davos"]),
        ("Une frappe de l'armée à Khan Younès a tué douze passants.", ["Khan Younès"]),
    ],
)
def test_a_place_that_ends_the_name_of_a_body_is_none(text, places):
    assert settings(text)[0][2] == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Un car a versé à Langon. Trois blessés ont été transportés au CHU de Bordeaux. Le bilan est de deux morts.", "Langon"),
        ("Un incendie a ravagé l'hôpital de Dole. Deux malades sont morts.", "Dole"),
        ("Un car a versé à Langon. Douze élèves ont été blessés et transportés au CHU de Bordeaux.", "Langon"),
        ("Une rixe a fait huit blessés, transportés à l'hôpital de Mons, lundi à Ath.", "Ath"),
        ("Six enfants ont été intoxiqués et conduits aux urgences de Reims après une fuite à Laon.", "Laon"),
        ("Trois randonneurs ont été transportés à l'hôpital de Gap.", "Gap"),
        ("Trois blessés, transportés à l'hôpital de Gap, sont hors de danger.", "Gap"),
    ],
)
def test_where_somebody_is_treated_is_not_where_the_others_died(text, place):
    assert settings(text)[-1][2] == [place]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of an event where and when it was holds for what it did
        ("La collision, survenue lundi à Lens, a fait 12 morts.", ("XXXX-WXX-1", ["Lens"])),
        ("Le séisme, qui a secoué samedi la ville de Mossoul, a fait 12 morts.", ("XXXX-WXX-6", ["Mossoul"])),
        ("Le rassemblement, qui s'est tenu samedi à Lyon, a réuni 12 familles.", ("XXXX-WXX-6", ["Lyon"])),
        # of a thing it does not
        ("La laiterie, qui a ouvert en 2019 un site à Lens, supprime 12 postes.", (None, [])),
        ("La laiterie, ouverte en 2019 à Lens, a fermé et licencié 12 ouvriers.", (None, [])),
        ("La laiterie, qui emploie 12 ouvriers, fermera en 2030 à Lens.", (None, [])),
        ("La mairie, qui avait fermé le site en 2019, fait état de 12 malades.", (None, [])),
    ],
)
def test_a_clause_put_in_between_commas(text, expected):
    assert next((when, places) for value, when, places in settings(text) if value == 12) == expected


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        ("Six randonneurs originaires de la Drôme et de l'Aveyron sont morts mardi dans l'Yonne.", 6, ["Yonne"]),
        ("Trois routiers issus de Roubaix ont été tués près de Lens.", 3, ["Lens"]),
        ("Douze manifestants sont venus à Lyon.", 12, ["Lyon"]),
        # nor is where the report was sent from
        ("RABAT, 3 mai (Agence) - Neuf pêcheurs ont péri au large de Brest.", 9, ["Brest"]),
        ("Rade perdue\n\nRABAT, 3 mai (Agence) - Un homme jugé à Brest a dit mardi que neuf pêcheurs avaient péri.", 9, ["Brest"]),
    ],
)
def test_where_somebody_is_from_is_not_where_it_happened(text, value, places):
    assert next(found for number, _, found in settings(text) if number == value) == places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Au lendemain d'un orage qui a noyé 40 moutons à Die, 12 bergers ont défilé lundi à Gap.", (12, "XXXX-WXX-1", ["Gap"])),
        ("Alors que l'orage a noyé 40 moutons à Die, 12 bergers ont défilé lundi à Gap.", (12, "XXXX-WXX-1", ["Gap"])),
        ("Deux mois après le feu qui a détruit 40 granges à Die, dont 3 anciennes, 12 bergers ont défilé à Gap.", (12, None, ["Gap"])),
        ("L'orage qui a noyé 12 moutons, un drame selon le maire, a ravagé Lyon.", (12, None, ["Lyon"])),
    ],
)
def test_the_comma_that_closes_what_opens_the_sentence(text, expected):
    assert expected in settings(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Douze réfugiés arrivés de Gap ont été logés à Die.", ["Die"]),
        ("Un bus parti de Gap a versé à Die, blessant 12 touristes.", ["Die"]),
        ("Un bus parti de Gap pour Lyon a versé, blessant 12 touristes.", []),
        ("La marche partie de Gap a réuni 12 familles.", ["Gap"]),  # an event is there, too
        ("Le feu est parti de Gap et a détruit 12 granges.", ["Gap"]),
    ],
)
def test_where_somebody_has_left_from(text, places):
    assert next(found for number, _, found in settings(text) if number == 12) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Cinq militants de Roubaix ont été interpellés à Calais.", ["Calais"]),
        ("Cinq cars de Nantes ont versé près de Tours.", ["Tours"]),
        ("Cinq militants de Roubaix ont été interpellés.", ["Roubaix"]),
        ("Cinq militants ont défilé à Gap contre la mine de Salsigne.", ["Gap"]),
        ("Cinq militants ont défilé à Gap en soutien aux habitants de Gaza.", ["Gap"]),
        ("Cinq soldats sont à Gao pour défendre Kidal.", ["Gao"]),
        ("Cinq civils ont péri à Gao, à 200 km au nord de Bamako.", ["Gao"]),
        ("Cinq civils ont péri à Yei, au sud de Juba.", ["Yei"]),
        ("Dans le village voisin de Langon, cinq granges ont brûlé.", ["Langon"]),
        ("Dans un village voisin de Langon, cinq granges ont brûlé.", []),
        ("Cinq civils ont péri à Gap, quelques heures après une explosion à Die.", ["Gap"]),
        ("Après avoir blessé cinq policiers à Nîmes, le forcené s'est rendu à Arles.", ["Nîmes"]),
        ("Après avoir fait cinq morts en Jamaïque, l'ouragan se dirige vers Cuba.", ["Jamaïque"]),
        ("Cinq blessés, dont un enfant : c'est le bilan d'une collision survenue lundi à Lens.", ["Lens"]),
        ("Le commissariat de Bron a été attaqué par cinq jeunes.", ["Bron"]),
        ("Des manifestants ont envahi la mairie de Bobo-Dioulasso et blessé cinq agents.", ["Bobo-Dioulasso"]),
        ("Le préfet du Gard a fait évacuer cinq familles.", []),
        ("Cinq tracteurs bloquent l'A62.", ["A62"]),
        ("À Agen, cinq tracteurs bloquent l'A62.", ["Agen", "A62"]),
        ("Dans la Drôme, cinq personnes ont été tuées à Die.", ["Drôme", "Die"]),
        ("La pirogue a chaviré avec cinq passagers, qui tentaient de rejoindre les Canaries.", []),
        ("Le convoi a pu atteindre Goma avec cinq blessés.", ["Goma"]),
        ("Cinq kilos ont été saisis à Gap, en provenance de Santos, au Brésil.", ["Gap"]),
        ("Joint à Dakar, le maire fait état de cinq civils tués.", []),
    ],
)
def test_a_place_beside_where_it_happened(text, places):
    assert next(found for number, _, found in settings(text) if number == 5) == places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a participle behind the verb tells of before
        ("Le juge a libéré lundi 12 opposants arrêtés en août.", "XXXX-WXX-1"),
        ("Le maire a inauguré lundi 12 logements construits en 2025.", "XXXX-WXX-1"),
        ("L'hôpital a soigné 12 personnes blessées lundi à Dax.", "XXXX-WXX-1"),
        ("Douze hommes ont été jugés lundi pour un vol qui avait eu lieu en 2023.", "XXXX-WXX-1"),
        ("Condamné lundi à Lens, le voisin avait volé 12 voitures à Douai.", None),
        ("Le bac, parti de Sète mardi, a coulé jeudi avec 12 passagers.", "XXXX-WXX-4"),
        ("Le peintre, né à Oran en 1950, a reçu 12 prix.", None),
        ("Trois morts et 12 blessés étaient d'une milice, une force mise en place en 2019.", None),
        ("Une loi votée en 2019 impose une amende de 12 euros.", None),
        ("Après l'accident qui a fait 12 blessés à Dax, la route a rouvert lundi.", None),
        ("La police a fermé 12 routes, dont 3 à Dax, où on répare la digue qui a cédé lundi.", None),
        ("Douze hommes ont été condamnés pour des vols commis en mai.", None),
        ("La police a arrêté 12 hommes soupçonnés d'avoir volé un car en mai.", None),
        ("Selon un bilan établi lundi, l'attentat de samedi a fait 12 morts.", "XXXX-WXX-6"),
        ("Douze mineurs sont morts, selon un décompte établi lundi soir.", None),
        ("Les 12 passagers de l'avion qui s'est écrasé vendredi près de Goma ont été identifiés dimanche.", "XXXX-WXX-7"),
        ("Douze marins partis mardi de Brest ont été retrouvés morts jeudi.", "XXXX-WXX-4"),
        ("Le typhon devrait toucher jeudi Taïwan, où 12 familles ont été évacuées.", None),
        ("Bonjour, il est 7 heures. La police a arrêté 12 hommes.", None),
        ("Les douaniers ont saisi lundi 12 tortues importées en décembre.", "XXXX-WXX-1"),
        ("Une barge partie dimanche de Rotterdam s'est échouée mardi avec 12 marins.", "XXXX-WXX-2"),
        # but of what has happened it tells when and where that was
        ("Les 12 maisons qui ont brûlé samedi sont encore debout.", "XXXX-WXX-6"),
        ("Douze hommes ont été arrêtés pour la troisième fois lundi.", "XXXX-WXX-1"),
        ("Selon l'enquête sur le feu survenu samedi, 12 personnes dormaient dans l'hôtel.", "XXXX-WXX-6"),
        ("Le groupe frappe depuis dimanche, notamment en juillet lorsque 12 civils ont péri.", "XXXX-07"),
        ("Le naufrage de lundi est le pire depuis 2012, année où un bac avait coulé, faisant 12 morts.", "2012"),
        ("Un feu avait fait 12 morts en 2014, à deux pas de celui de mardi.", "2014"),
        ("Avant la marche prévue à 14 heures, 12 personnes ont été interpellées.", None),
        ("Le drame, survenu lundi à Lens, a fait 12 blessés.", "XXXX-WXX-1"),
        ("Le drame, qui s'est produit lundi à Lens, a fait 12 blessés.", "XXXX-WXX-1"),
    ],
)
def test_a_time_of_what_had_been_before(text, expected):
    assert next(when for value, when, _ in settings(text) if value == 12) == expected


@pytest.mark.parametrize(
    ("text", "value", "when", "places"),
    [
        ("Le procès du crash (228 morts) s'est ouvert lundi à Paris.", 228, None, []),
        ("Le procès de l'attentat de Nice (86 morts) s'est ouvert jeudi à Lille.", 86, None, ["Nice"]),
        ("Une stèle pour les 34 fusillés a été inaugurée lundi à Lyon.", 34, None, []),
        ("Les obsèques des quatre victimes de l'incendie auront lieu samedi à Metz.", 4, None, []),
        ("Jeudi, à Rennes, deux hommes ont été jugés pour la mort de trois marins.", 3, None, []),
        ("Une attaque contre une messe a fait douze morts lundi à Lagos.", 12, "XXXX-WXX-1", ["Lagos"]),
        ("Selon l'enquête, trois ouvriers ont été tués mardi à Lille.", 3, "XXXX-WXX-2", ["Lille"]),
        ("Une explosion lors d'une cérémonie a blessé douze fidèles lundi à Kano.", 12, "XXXX-WXX-1", ["Kano"]),
    ],
)
def test_where_and_when_the_dead_are_only_remembered_or_judged(text, value, when, places):
    assert next(rest for number, *rest in settings(text) if number == value) == [when, places]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("La crue de 1910 avait détruit 200 maisons.", "1910"),
        ("L'incendie de 2015 avait fait douze morts.", "2015"),
        ("Le feu a détruit trois maisons et une église de 1820.", None),
        ("Un car de 1998 a blessé deux passants.", None),
        ("L'usine emploie 740 ouvriers et en licenciera 210 d'ici à 2028.", None),
        ("La somme de 1900 euros a été volée à douze clients.", None),
    ],
)
def test_the_year_of_an_event_dates_a_count_and_that_of_a_thing_does_not(text, when):
    assert {found for _, found, _ in settings(text)} == {when}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le typhon a fait 40 morts à Manille et 20 ailleurs dans le pays.", [(40, ["Manille"]), (20, [])]),
        ("Les crues ont fait 60 morts à Valence et 12 dans d'autres localités.", [(60, ["Valence"]), (12, [])]),
        ("L'orage a blessé six campeurs à Calvi. Dans le reste de l'île, 30 personnes ont été secourues.", [(6, ["Calvi"]), (30, [])]),
        ("L'avalanche a tué deux skieurs à Tignes. Trois guides sont morts dans la vallée voisine.", [(2, ["Tignes"]), (3, [])]),
        ("L'incendie a détruit 90 maisons à Morlaix, 30 autres dans une autre commune.", [(90, ["Morlaix"]), (30, [])]),
        ("Le séisme a tué 12 personnes à Izmir. Par ailleurs, 40 personnes ont été blessées.", [(12, ["Izmir"]), (40, ["Izmir"])]),
        ("Le feu a tué deux pêcheurs à Sète. Au niveau national, la CGT compte 40 morts.", [(2, ["Sète"]), (40, [])]),
        ("Trois ouvriers sont morts à Lens. L'usine compte d'ailleurs 400 salariés.", [(3, ["Lens"]), (400, ["Lens"])]),
        ("Quatre personnes sont mortes à Gap. Deux autres skieurs ont été blessés.", [(4, ["Gap"]), (2, ["Gap"])]),
    ],
)
def test_what_is_counted_elsewhere_is_not_at_the_place_told_before(text, expected):
    assert [(value, places) for value, _, places in settings(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Au moins 74 personnes dont 12 enfants ont péri à Johannesburg.", [(74, None, ["Johannesburg"]), (12, None, ["Johannesburg"])]),
        ("Quinze touristes dont huit marins ont été blessés lundi à Tunis.", [(15, "XXXX-WXX-1", ["Tunis"]), (8, "XXXX-WXX-1", ["Tunis"])]),
        ("Quarante maisons dont une dizaine de chalets ont été détruites à Brigue.", [(40, None, ["Brigue"]), (10, None, ["Brigue"])]),
        ("Le bilan est de 12 morts dont trois ont été identifiés à Lens.", [(12, None, []), (3, None, ["Lens"])]),
        ("Douze marins ont été secourus, dont deux à Brest.", [(12, None, []), (2, None, ["Brest"])]),
    ],
)
def test_behind_a_part_without_commas_the_sentence_goes_on(text, expected):
    assert settings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Douze personnes ont péri, selon le préfet, interrogé mercredi sur la radio.", [(12, None, [])]),
        ("Trente maisons sont détruites, d'après la maire, jointe jeudi à Lyon.", [(30, None, [])]),
        ("Douze personnes ont péri lundi, selon le préfet, interviewé mercredi.", [(12, "XXXX-WXX-1", [])]),
        ("Douze suspects, interrogés mercredi à Pau, ont avoué.", [(12, "XXXX-WXX-3", ["Pau"])]),
    ],
)
def test_when_a_source_was_asked_is_not_when_it_happened(text, expected):
    assert settings(text) == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Inondations en Espagne et Portugal, 12 morts", ["Espagne", "Portugal"]),
        ("Deux explosions ont frappé lundi la Pologne et la Lituanie, faisant 12 morts.", ["Pologne", "Lituanie"]),
        ("Le séisme a frappé le Pérou et l'Équateur. Dans ce dernier pays, 12 personnes sont mortes.", ["Équateur"]),
        ("L'attaque a visé un port. Ce pays voisin du Mali subit des raids, qui ont fait 12 morts.", []),
        ("BISSAU - Des mutins ont pris le palais. Douze soldats sont morts, soit 12 tués.", ["BISSAU"]),
        ("RABAT (Agence) - Un car a versé près de Fès. Le bilan est de 12 morts.", ["Fès"]),
        ("La Corée du Sud a enregistré 12 cas de rougeole.", ["Corée du Sud"]),
        ("Venu de Lyon (Rhône), il a tué 12 moutons à Gap.", ["Gap"]),
        ("Le groupe a pillé le port de Gao, tuant 12 civils et en abattant quatre autres près d'Ansongo.", ["Gao"]),
        ("À Guéret, où le préfet a compté 12 marcheurs, « c'est du jamais vu », se réjouit un élu.", ["Guéret"]),
    ],
)
def test_a_country_joined_to_one_or_pointed_at(text, places):
    assert next(where for value, _, where in settings(text) if value == 12) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "La marche a réuni 300 manifestants à Nantes.\n\nÀ Brest, deux policiers ont été blessés. La ligue a compté 12 manifestants.",
            ["Brest"],
        ),
        ("À Lille, la police a compté 900 manifestants. Le cortège nantais a réuni 12 personnes.", []),
        ("À Nantes, la police a compté 900 manifestants. Le cortège nantais a réuni 12 enfants.", ["Nantes"]),
        ("GAP (Agence) - Un car a versé dans les Alpes-de-Haute-Provence. Le bilan est de 12 morts.", ["Alpes-de-Haute-Provence"]),
        ("Le feu a pris à Gap. Une dizaine de bâtiments (mairie de Vif, lycée de Die, gare) sont détruits. Il a fait 12 blessés.", ["Gap"]),
    ],
)
def test_a_place_that_opens_a_passage_frames_it_and_one_in_a_list_does_not(text, places):
    assert next(where for value, _, where in settings(text) if value == 12) == places


def test_an_hour_told_of_something_else_gives_only_its_day():
    told = "Mardi soir, les trains circulaient. La crue a fait 12 blessés."
    assert [when for _, when, _ in settings(told)] == ["XXXX-WXX-2"]
    assert [when for _, when, _ in settings("La crue a surpris la ville mardi soir. La crue a fait 12 blessés.")] == ["XXXX-WXX-2TEV"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On compte 12 blessés à Gap (Hautes-Alpes) et 8 à Vialas (Lozère).", [["Gap", "Hautes-Alpes"], ["Vialas", "Lozère"]]),
        ("Il est tombé 86 mm à Gap, 80 mm à Die et 71 mm à Vif.", [["Gap"], ["Die"], ["Vif"]]),
        ("La crue a détruit 300 maisons à Lannion et 200 fermes à Carhaix.", [["Lannion"], ["Carhaix"]]),
        ("Dans l'Ardèche, 12 randonneurs ont péri à Vialas.", [["Ardèche", "Vialas"]]),
        ("Un séisme a tué 12 personnes à 30 km de Gap, dans les Hautes-Alpes.", [["Gap", "Hautes-Alpes"]]),
    ],
)
def test_each_count_of_a_list_has_its_own_place(text, expected):
    assert [where for _, _, where in settings(text)] == expected
