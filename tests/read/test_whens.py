import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.ingest import dates
from recoupe.model import Precision, Raw, Report, When, identify
from recoupe.read import read as read_report
from recoupe.read.times import whens

PUBLISHED = "2019-07-17"  # a Wednesday


def report(text, published=None, language="fr"):
    day = None
    if published is not None:
        day = When(span=None, value=published, precision=Precision.DAY, start=f"{published}T00:00:00", end=None)
    return Report(
        id=identify("r", text), text=text, sha256="", language=language, raw=Raw(sha256="", locator=""), extractor="test", published=day
    )


def read(text, published=None):
    return [(text[w.span.start : w.span.end], w.value) for w in whens(report(text, published))]


CASES = [
    ("Le tribunal rendra sa décision vendredi.", "vendredi", "XXXX-WXX-5", "2019-07-19"),
    ("Un séisme a été ressenti vendredi.", "vendredi", "XXXX-WXX-5", "2019-07-12"),
    ("Ce mercredi, les cheminots ont cessé le travail.", "Ce mercredi", "XXXX-WXX-3", "2019-07-17"),
    ("Un marin est mort jeudi 3 novembre.", "jeudi 3 novembre", "XXXX-11-03", "2016-11-03"),
    ("Le port emploie 30 dockers jusqu'à la fin d'avril.", "à la fin d'avril", "XXXX-04", "2020-04"),
    ("La grève a duré jusqu'à la fin d'avril.", "à la fin d'avril", "XXXX-04", "2019-04"),
    ("La mairie veut ouvrir deux crèches en mars.", "en mars", "XXXX-03", "2020-03"),
    ("Le bac a coulé en mars de l'an dernier.", "en mars de l'an dernier", "XXXX-03", "2018-03"),
    ("Le 3 mars de l'année prochaine, le pont fermera.", "Le 3 mars de l'année prochaine", "XXXX-03-03", "2020-03-03"),
    ("300 postes supprimés d'ici octobre.", "d'ici octobre", "XXXX-10", "2019-10"),
    ("Le pont sera ouvert d'ici juillet.", "d'ici juillet", "XXXX-07", "2019-07"),
    ("Elle est morte mardi dernier.", "mardi dernier", "XXXX-WXX-2", "2019-07-16"),
    ("Le four a explosé mercredi dernier.", "mercredi dernier", "XXXX-WXX-3", "2019-07-10"),  # not the day of publication
    ("Mercredi passé, le lac avait gelé.", "Mercredi passé", "XXXX-WXX-3", "2019-07-10"),
    ("Le lac a gelé mercredi.", "mercredi", "XXXX-WXX-3", "2019-07-17"),
    ("Le match est reporté à lundi prochain.", "lundi prochain", "XXXX-WXX-1", "2019-07-22"),
    ("Il a été interpellé lundi matin.", "lundi matin", "XXXX-WXX-1TMO", "2019-07-15TMO"),
    ("La grève a commencé hier soir.", "hier soir", "XXXX-XX-XXTEV", "2019-07-16TEV"),
    ("Les mineurs évacués vendredi ne reprendront pas le travail.", "vendredi", "XXXX-WXX-5", "2019-07-12"),
    ("L'exposition, ouverte vendredi, durera six jours.", "vendredi", "XXXX-WXX-5", "2019-07-12"),
    ("Vendredi 28/06/2019, le lac avait gelé.", "Vendredi 28/06/2019", "2019-06-28", "2019-06-28"),
    ("Le lac a gelé hier soir, vers 22 heures.", "hier soir, vers 22 heures", "XXXX-XX-XXT22:00", "2019-07-16T22:00"),
    ("Le 14-Juillet, douze voitures ont brûlé.", "14-Juillet", "XXXX-07-14", "2019-07-14"),
    ("La mine supprimera des postes d'ici à septembre.", "d'ici à septembre", "XXXX-09", "2019-09"),
    ("Les mineurs seront évacués vendredi.", "vendredi", "XXXX-WXX-5", "2019-07-19"),
    ("Les dockers menacent de bloquer le port vendredi.", "vendredi", "XXXX-WXX-5", "2019-07-19"),
    ("Les dockers menacent depuis vendredi de bloquer le port.", "vendredi", "XXXX-WXX-5", "2019-07-12"),
    ("Le bac promet un retour à la normale au plus tard vendredi.", "vendredi", "XXXX-WXX-5", "2019-07-19"),
    ("Rien ne bouge, promet vendredi le syndic.", "vendredi", "XXXX-WXX-5", "2019-07-12"),
    ("Le col pourrait rester fermé vendredi.", "vendredi", "XXXX-WXX-5", "2019-07-19"),
    ("Le col est resté fermé vendredi.", "vendredi", "XXXX-WXX-5", "2019-07-12"),
    ("Son procès s'ouvre vendredi.", "vendredi", "XXXX-WXX-5", "2019-07-19"),
    ("La société vendredi annoncera ses résultats.", "vendredi", "XXXX-WXX-5", "2019-07-19"),
    ("Le syndicat appelle à une marche pour vendredi.", "vendredi", "XXXX-WXX-5", "2019-07-19"),
    ("Les pêcheurs n'attendent pas de retour à la normale avant samedi.", "samedi", "XXXX-WXX-6", "2019-07-20"),
    ("Le navire a coulé avant vendredi.", "vendredi", "XXXX-WXX-5", "2019-07-12"),
    ("La trêve est entrée en vigueur samedi à minuit.", "samedi à minuit", "XXXX-WXX-6T24:00", "2019-07-14T00:00"),
    ("Il nous a rappelés à six heures ce matin.", "à six heures ce matin", "XXXX-XX-XXT06:00", "2019-07-17T06:00"),
    ("Elle est passée vers 6 heures ce soir.", "vers 6 heures ce soir", "XXXX-XX-XXT18:00", "2019-07-17T18:00"),
    ("La taxe, aujourd'hui plafonnée à 12 euros, doublera.", "aujourd'hui", "PRESENT_REF", "PRESENT_REF"),
    ("Le maire a aujourd'hui annoncé son départ.", "aujourd'hui", "XXXX-XX-XX", "2019-07-17"),
    ("Il doutait, il y a un an, de sa victoire.", "il y a un an", "P1Y", "2018-07"),
    ("Depuis le début de l'hiver, le lac a gelé deux fois.", "l'hiver", "XXXX-WI", "2018-WI"),
    ("C'est le 16e naufrage de l'année.", "de l'année", "XXXX", "2019"),
    ("Le vote a lieu aujourd’hui.", "aujourd’hui", "XXXX-XX-XX", "2019-07-17"),
    ("Le procès s'ouvre après-demain.", "après-demain", "XXXX-XX-XX", "2019-07-19"),
    ("Incendie dans la nuit de samedi à dimanche.", "dans la nuit de samedi à dimanche", "XXXX-WXX-6TNI", "2019-07-13TNI"),
    ("Dans la nuit du 31 décembre au 1er janvier, dix voitures ont brûlé.", "Dans la nuit du 31 décembre au 1er janvier",
     "XXXX-12-31TNI", "2018-12-31TNI"),
    ("dans la nuit du 30 au 1er juillet", "dans la nuit du 30 au 1er juillet", "XXXX-06-30TNI", "2019-06-30TNI"),
    ("La nuit dernière, la rivière a débordé.", "La nuit dernière", "TNI", "2019-07-16TNI"),
    ("Le train est parti à 6h05.", "à 6h05", "T06:05", "2019-07-17T06:05"),
    ("Le lancement aura lieu jeudi à 14H30 GMT.", "jeudi à 14H30 GMT", "XXXX-WXX-4T14:30Z", "2019-07-18T14:30Z"),
    ("Le scrutin du 3 mars 2018 a été annulé.", "3 mars 2018", "2018-03-03", "2018-03-03"),
    ("Le 2 août, la foudre avait tué douze vaches.", "Le 2 août", "XXXX-08-02", "2018-08-02"),
    ("Le 18 juillet, un volcan a craché des cendres.", "Le 18 juillet", "XXXX-07-18", "2019-07-18"),  # there it is that day already
    ("Le 2 août, le marché devait être déplacé.", "Le 2 août", "XXXX-08-02", "2019-08-02"),
    ("En 1944, le 10 juin, le bourg a brûlé.", "le 10 juin", "1944-06-10", "1944-06-10"),
    ("Il est mort le 1er mai.", "le 1er mai", "XXXX-05-01", "2019-05-01"),
    ("Mardi 6 mars, la cour a tranché.", "Mardi 6 mars", "XXXX-03-06", "2018-03-06"),
    ("Le festival se tient du 5 au 12 août.", "du 5", "XXXX-08-05", "2019-08-05"),
    ("Le festival se tient du 5 au 12 août.", "12 août", "XXXX-08-12", "2019-08-12"),
    ("Les élections des 16 et 17 juin 2012.", None, None, None),
    ("Signé en avril, l'accord est caduc.", "en avril", "XXXX-04", "2019-04"),
    ("L'usine fermera en septembre.", "en septembre", "XXXX-09", "2019-09"),
    ("Depuis fin novembre 2017, rien.", "fin novembre 2017", "2017-11", "2017-11"),
    ("La semaine dernière, il neigeait.", "La semaine dernière", "XXXX-WXX", "2019-W28"),
    ("Le mois prochain, les prix montent.", "Le mois prochain", "XXXX-XX", "2019-08"),
    ("L'an dernier, le club était champion.", "L'an dernier", "XXXX", "2018"),
    ("Ce week-end, 40 000 personnes ont défilé.", "Ce week-end", "XXXX-WXX-WE", "2019-W29-WE"),
    ("Il y a trois jours, une digue a cédé.", "Il y a trois jours", "P3D", "2019-07-14"),
    ("Il y a deux semaines, il promettait.", "Il y a deux semaines", "P2W", "2019-W27"),
    ("Il y a environ trois jours.", "Il y a environ trois jours", "P3D", "P3D"),
    ("Le village est isolé depuis deux jours.", "depuis deux jours", "P2D", "P2D"),
    ("Ils ont attendu pendant trois heures.", "pendant trois heures", "PT3H", "PT3H"),
    ("Deux cas au cours des dernières 24 heures.", "au cours des dernières 24 heures", "PAST_REF", "PAST_REF"),
    ("Récemment, le maire a démissionné.", "Récemment", "PAST_REF", "PAST_REF"),
    ("Le pont est actuellement fermé.", "actuellement", "PRESENT_REF", "PRESENT_REF"),
    ("Il sera bientôt jugé.", "bientôt", "FUTURE_REF", "FUTURE_REF"),
    ("Durant l'été 2003, la canicule.", "l'été 2003", "2003-SU", "2003-SU"),
    ("Dans les années 1970, on fumait.", "années 1970", "197X", "197X"),
    ("Dans les années 80, on dansait.", "années 80", "XX8X", "XX8X"),
    ("Entre 2010 et 2012, la dette a doublé.", "2012", "2012", "2012"),
    ("La course partira vendredi 9 h 45.", "vendredi 9 h 45", "XXXX-WXX-5T09:45", "2019-07-19T09:45"),
    ("L'orage a éclaté dimanche à la mi-journée.", "dimanche à la mi-journée", "XXXX-WXX-7TMI", "2019-07-14TMI"),
    ("Le bac a repris peu après minuit.", "peu après minuit", "T00:00", "2019-07-17T00:00"),
    ("Au lendemain du défilé, la rue est vide.", "lendemain", "XXXX-XX-XX", "2019-07-17"),
    ("Cent cas ont été relevés depuis la rentrée, dit-il.", "depuis la rentrée", "XXXX-09", "2018-09"),
    ("L'école ne rouvrira pas à la rentrée.", "à la rentrée", "XXXX-09", "2019-09"),
    ("Neuf plaintes ont été classées entre 2011 et fin mars.", "entre 2011", "2011", "2011"),
    ("C'est, à cette heure, le seul bilan.", "à cette heure", "PRESENT_REF", "PRESENT_REF"),
    ("La ville s'attend à un millier de cyclistes samedi.", "samedi", "XXXX-WXX-6", "2019-07-20"),
    ("Dans l'après-midi, la grêle est tombée.", "Dans l'après-midi", "TAF", "2019-07-17TAF"),
    ("Dans la nuit, un hangar a brûlé.", "Dans la nuit", "TNI", "2019-07-16TNI"),
    ("Il l'avait dit hier mardi.", "hier mardi", "XXXX-XX-XX", "2019-07-16"),
    ("Le prix a doublé depuis le début de l'année.", "début de l'année", "XXXX", "2019"),
    ("Prévu depuis novembre, le vote aura lieu.", "depuis novembre", "XXXX-11", "2018-11"),
    ("Les vendanges attendront l'automne.", None, None, None),
    ("Le barrage ouvrira à l'automne.", "l'automne", "XXXX-FA", "2019-FA"),
    ("Le ministre devait venir vendredi.", "vendredi", "XXXX-WXX-5", "2019-07-19"),
    ("L'abbaye fut fondée en 1656 dans la vallée.", "en 1656", "1656", "1656"),
    ("Mise à jour, 16:50 (UTC)", "16:50 (UTC)", "T16:50Z", "2019-07-17T16:50Z"),
    ("Mis à jour le 2016-04-09.", "2016-04-09", "2016-04-09", "2016-04-09"),
    ("Publié le 09/04/2016.", "09/04/2016", "2016-04-09", "2016-04-09"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value", "settled"), [c for c in CASES if c[1]])
def test_words_and_values(text, words, value, settled):
    assert (words, value) in read(text)
    assert (words, settled) in read(text, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le maire a recensé mardi 7 maisons effondrées.", ["XXXX-WXX-2"]),
        ("Jeudi 30 coureurs ont pris le départ.", ["XXXX-WXX-4"]),
        ("Vers 9 heures 40 tracteurs sont arrivés.", ["T09:00"]),
        ("Le 4 juin 1900 élèves étaient absents.", ["XXXX-06-04"]),
        # dates and minutes all the same
        ("Le conseil de jeudi 30 est reporté.", ["XXXX-XX-30"]),
        ("Vers 9 heures 40, le pont a rouvert.", ["T09:40"]),
        ("Le 4 juin 1900, une élève est absente.", ["1900-06-04"]),
        ("À 9 heures 40 les élèves sont sortis.", ["T09:40"]),
    ],
)
def test_a_number_that_counts_is_no_part_of_a_time(text, expected):
    assert [w.value for w in next(iter(read_report(report(text)))).whens] == expected


def test_a_day_of_the_month_goes_with_its_weekday():
    assert read("La foire ouvre lundi 15.", PUBLISHED) == [("lundi 15", "2019-07-15")]
    assert read("La foire a fermé lundi 13.", PUBLISHED) == [("lundi 13", "2019-05-13")]
    assert read("La foire a fermé lundi 31.", "2019-07-17") == [("lundi 31", "2019-07-15")]  # no such day near: only the weekday is kept


@pytest.mark.parametrize(
    "text",
    [
        "Près de 2000 logements sont vides.",
        "La semaine de 35 heures est menacée.",
        "Un homme de 45 ans a été blessé.",
        "La planète Mars est rouge.",
        "Il a couru 42 km en montagne.",
        "Entre 1900 et 2000 personnes ont défilé.",
        "",
        "   ",
    ],
)
def test_what_gives_no_time(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La police a annoncé samedi avoir saisi dans la nuit une tonne de cannabis.", ["XXXX-WXX-6", "XXXX-WXX-5TNI"]),
        ("Ce lundi, le calme est revenu. Cette nuit, trois voitures ont brûlé.", ["XXXX-WXX-1", "XXXX-WXX-7TNI"]),
        ("Ce lundi, le calme est revenu. Dans la nuit, trois voitures ont brûlé.", ["XXXX-WXX-1", "TNI"]),
        ("Arrêté le 1er mars 2020, il avait fui la veille.", ["2020-03-01", "2020-02-29"]),
        ("Arrêté mardi, il a été libéré le lendemain.", ["XXXX-WXX-2", "XXXX-WXX-3"]),
        ("Arrêté le 1er mars, il avait fui la veille.", ["XXXX-03-01", "XXXX-XX-XX"]),
        ("La veille, il avait fui.", ["XXXX-XX-XX"]),
        ("Arrêté mardi, il avait fui la veille du scrutin.", ["XXXX-WXX-2", "XXXX-XX-XX"]),
        ("Le 8 juin, la foule grossit. Le même jour, le roi abdique.", ["XXXX-06-08", "XXXX-06-08"]),
        ("Mardi, un bac a coulé. La mer est grosse. Le port est vide. Le même jour, un cargo a brûlé.", ["XXXX-WXX-2", "XXXX-WXX-2"]),
        (
            "Mardi, la foule a pillé la mine. L'armée a tiré. La ville dort. Au lendemain de ces heurts, le roi se tait.",
            ["XXXX-WXX-2", "XXXX-WXX-3"],
        ),
        # on the day of the telling nothing else happened
        ("Un car a versé samedi, a appris lundi la radio. Le lendemain, il a été retiré.", ["XXXX-WXX-6", "XXXX-WXX-1", "XXXX-WXX-7"]),
        ("Un feu a pris mardi, selon un bilan arrêté jeudi. Le lendemain, il couvait.", ["XXXX-WXX-2", "XXXX-WXX-4", "XXXX-WXX-3"]),
        ("La trêve date de jeudi. Le roi a annoncé samedi un vote. Le lendemain, il a fui.", ["XXXX-WXX-4", "XXXX-WXX-6", "XXXX-WXX-7"]),
        ("L'armée a tiré jeudi. Le chef a été arrêté samedi. Le lendemain, il a fui.", ["XXXX-WXX-4", "XXXX-WXX-6", "XXXX-WXX-7"]),
        ("Jeudi, le feu a pris à 4 heures et a été éteint dans la soirée.", ["XXXX-WXX-4", "XXXX-WXX-4T04:00", "XXXX-WXX-4TEV"]),
    ],
)
def test_a_time_that_leans_on_another(text, expected):
    assert [value for _, value in read(text)] == expected


def test_an_hour_has_the_weekday_of_the_sentence_before_but_no_far_date():
    assert read("Le bac a coulé lundi. À 8 h 15, tous étaient saufs.", PUBLISHED)[1][1] == "2019-07-15T08:15"
    assert read("Le bac a coulé le 3 mai. À 8 h 15, tous étaient saufs.", PUBLISHED)[1][1] == "2019-05-03T08:15"
    assert read("Le bac avait coulé le 3 mai 1998. À 8 h 15, un autre est parti.", PUBLISHED)[1][1] == "2019-07-17T08:15"


def test_a_line_with_the_date_stands_for_a_day_of_publication():
    assert read("Foire\n12 mars 2019. - Le maire a dit lundi renoncer.")[1] == ("lundi", "2019-03-11")
    assert read("Le 12 mars 2019, le maire a dit lundi renoncer.")[1] == ("lundi", "XXXX-WXX-1")


def test_what_leans_is_marked_as_inherited():
    assert [w.inherited for w in whens(report("Le maire a dit mardi avoir veillé dans la nuit."))] == [False, True]
    hours = whens(report("Le four a pris feu vers 7 heures. La rue est fermée ce matin.", PUBLISHED))
    assert [w.inherited for w in hours] == [True, False]  # of the day of publication, which it does not say, and as it says


def test_a_night_named_elsewhere_is_settled_with_the_day_of_publication():
    values = [value for _, value in read("Le préfet a dit hier avoir fermé la route dans la nuit.", PUBLISHED)]
    assert values == ["2019-07-16", "2019-07-15TNI"]


def test_no_year_is_guessed_without_a_day_of_publication():
    for text, words, _, _ in CASES:
        for when in whens(report(text)):
            known = when.value[:4].isdigit()
            assert (when.start is not None) <= known, words


def test_a_month_of_publication_is_no_day():
    month = When(span=None, value="2019-07", precision=Precision.MONTH, start="2019-07-01T00:00:00", end=None)
    text = Report(id="r", text="Vu hier.", sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="", published=month)
    assert [w.value for w in whens(text)] == ["XXXX-XX-XX"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "not a day"])
def test_days_at_the_end_of_the_calendar(day):
    text = "Hier, demain, lundi, en juin, le 29 février, la semaine prochaine, l'an prochain, il y a 9999 semaines, les 9 derniers jours."
    assert len(whens(report(text, day))) == 9


@pytest.mark.parametrize(
    ("text", "value"), [("They marched through Lyon on Thursday.", "2019-07-11"), ("It is shut through Thursday.", "2019-07-18")]
)
def test_in_english_what_one_goes_through_is_a_town_or_a_day_to_come(text, value):
    assert [w.value for w in whens(report(text, PUBLISHED, language="en"))] == [value]


def test_a_language_without_a_pack_gives_none():
    assert whens(report("Es geschah am 3. Mai 2020.", language="xx")) == ()


MIXTURE = """le la de du au à et ce cette dans en il y a nuit vendredi lundi juin mars 3 12 1er 2019 31 h 30 heures jours ans
dernier prochaine depuis pendant entre veille matin soir l' d' . , ( ) UTC 24 99 années 80 environ fin mi-"""
WORDS = st.sampled_from([*MIXTURE.split(), "\n"])


def test_the_day_of_publication_is_that_of_the_place():
    """Half past midnight in Kyiv is the day before in UTC; nine in the evening in Montréal is the day after."""
    from_kyiv = report("Le pont a été touché hier soir.")
    published = {"2031-03-02T00:30+02:00": "2031-03-01TEV", "2031-03-01T22:30Z": "2031-02-28TEV", "2031-03-02T21:00-05:00": "2031-03-01TEV"}
    for words, value in published.items():
        dated = msgspec.structs.replace(from_kyiv, published=dates.published(words))
        assert [w.value for w in whens(dated)] == [value]


def test_hours_that_end_after_the_text_came_out_are_both_of_the_day_before():
    counted = report("Le cabinet a compté 18 000 coureurs entre 11 heures et 12 h 15.")
    dated = msgspec.structs.replace(counted, published=dates.published("2031-03-02T08:00+01:00"))
    assert [w.value for w in whens(dated)] == ["2031-03-01T11:00", "2031-03-01T12:15"]


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30), st.sampled_from([None, PUBLISHED]))
def test_any_mixture_of_words_gives_ordered_spans_inside_the_text(words, published):
    text = " ".join(words)
    found = whens(report(text, published))
    ends = [0, *(w.span.end for w in found)]
    assert all(end <= w.span.start < w.span.end <= len(text) for end, w in zip(ends, found, strict=False))
    assert all(w.start is None or w.end is None or w.start < w.end for w in found)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(text):
    whens(report(text, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Le courant pourrait être rétabli jeudi soir.", ["2026-01-15TEV"]),
        ("Le syndicat a annoncé lundi que la grève commencera jeudi.", ["2026-01-12", "2026-01-15"]),
        ("Arrivé dimanche, le ministre repartira mardi.", ["2026-01-11", "2026-01-20"]),
        ("Vendredi, le tunnel rouvrira.", ["2026-01-16"]),
        ("Elle a assuré qu'aucun service ne fermerait avant le 1er septembre.", ["2026-09-01"]),
        ("Le maire a démissionné vendredi.", ["2026-01-09"]),
    ],
)
def test_each_clause_has_its_own_tense(text, values):
    assert [value for _, value in read(text, "2026-01-14")] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Chaque lundi et tous les jeudis, le marché ouvre.", ["P1W", "P1W"]),
        ("Le bac passe toutes les deux heures, et chaque année il ferme tous les dimanches.", ["PT2H", "P1Y", "P1W"]),
        ("Le plan court sur dix ans. Elle a perdu dix kilos en 9 ans et marqué cinq buts en vingt minutes.", ["P10Y", "P9Y", "PT20M"]),
        ("Pour l'instant, rien. Il faut maintenant voter, en maintenant la pression.", ["PRESENT_REF", "PRESENT_REF"]),
        ("Chaque joueur a sa place sur le banc, en neuf lettres.", []),
    ],
)
def test_what_comes_again_and_how_long(text, values):
    assert [value for _, value in read(text, "2026-01-14")] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Le musée est fermé jusqu'à samedi.", ["2024-04-13"]),
        ("La coupure a duré jusqu'à samedi.", ["2024-04-06"]),
        ("La trêve a été prolongée jusqu'à samedi.", ["2024-04-13"]),
        ("Les secours ont été suspendus au fond jusqu'à samedi.", ["2024-04-06"]),
        ("Il est 9 h 40 quand le rideau tombe.", ["2024-04-09T09:40"]),
        ("Le train de 8 h 12 était plein, après une réunion de 3 heures.", ["2024-04-09T08:12"]),
        ("14h52 - Le sommet s'ouvre.", ["2024-04-09T14:52"]),
        ("Un loup a été abattu samedi dans le Jura.", ["2024-04-06"]),
        ("La crue est survenue samedi à Zorbera.", ["2024-04-06"]),
        ("Le marché se tient de 7 h à 13 h.", ["2024-04-09T07:00", "2024-04-09T13:00"]),
        ("La rue ferme entre 6h et 8h30.", ["2024-04-09T06:00", "2024-04-09T08:30"]),
        ("A 20 h, les bureaux ferment.", ["2024-04-09T20:00"]),
        ("Les patients ont eu de 3 h à 4 h d'attente.", []),
        ("Le village est à 2 h de route.", []),
        ("Il a 20 h pour répondre.", []),
        ("Les pluies sont tombées de janvier à mars 2019.", ["2019-01", "2019-03"]),
        ("Il a été entendu en mai et juin derniers.", ["2023-05", "2023-06"]),
    ],
)
def test_hours_and_ends_of_what_goes_on(text, values):
    assert [when.value for when in whens(report(text, "2024-04-09"))] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Fermée du 28 décembre au 3 janvier 2025, la piscine a rouvert.", ["2024-12-28", "2025-01-03"]),
        ("Les concerts des 2, 3 et 5 mars ont été annulés.", ["2024-03-02", "2024-03-03", "2024-03-05"]),
        ("La maire, en poste de 2008 à 2014, est revenue.", ["2008", "2014"]),
        ("La vanne a cédé dans la soirée de lundi et le pont vers 16 h dimanche.", ["2024-04-08TEV", "2024-04-07T16:00"]),
        ("Le tribunal a siégé de mercredi à vendredi.", ["2024-04-03", "2024-04-05"]),
        ("Depuis jeudi, la route sera coupée.", ["2024-04-04"]),
        ("Il y a douze ans, il y a deux mois, il y a quelques semaines.", ["2012", "2024-02", "PAST_REF"]),
        ("Il y a une semaine, le quai a brûlé ; voici six semaines, le pont.", ["2024-04-02", "2024-W09"]),
        ("Le bureau fermera dans trois semaines, le guichet d'ici à cinq ans.", ["2024-W18", "2029"]),
        ("Elle a été réveillée à trois heures du matin, lui à sept heures moins le quart.", ["2024-04-09T03:00", "2024-04-09T06:45"]),
        ("Le bac a sombré à 8 heures du soir.", ["2024-04-09T20:00"]),
        ("Au premier semestre 2012, puis au troisième trimestre.", ["2012-H1", "2023-Q3"]),
        ("Le moulin date de la fin du XIXe siècle.", ["18XX"]),
        ("La pluie est attendue cette nuit.", ["2024-04-09TNI"]),
        ("La pluie est tombée cette nuit.", ["2024-04-08TNI"]),
        ("Aucun cas à ce jour. Ce jour-là non plus.", ["2024-04-09", "2024-04-09"]),
        ("Les stocks étaient pleins avant Noël.", ["2023-12-25"]),
        ("Le budget 2026 et la crise de 2009 (2011).", ["2026", "2009", "2011"]),
        ("Le gardien a passé la nuit dehors.", ["2024-04-08TNI"]),
        ("Le juge tranchera demain ou lundi.", ["2024-04-10", "2024-04-15"]),
        ("La noyée de lundi est morte dans la nuit.", ["2024-04-08", "2024-04-08TNI"]),
        ("Le cyclone qui a fait dix morts lundi pourrait faiblir.", ["2024-04-08"]),
        ("Le cyclone pourrait faiblir lundi.", ["2024-04-15"]),
        ("Il était près de 9 h 15 ce lundi. A midi, le pont a rouvert.", ["2024-04-08T09:15", "2024-04-08T12:00"]),
        ("Les bénéfices nets 2017 dépassent ceux de 2018-2019.", ["2017", "2018/2019"]),
        ("Le match est fixé en début de semaine.", ["2024-W15"]),
        # no times
        ("Un lot de 2020 pièces, plus de 2030 visiteurs, 2025 billets.", []),
        ("Noël Fargues et Toussaint Bréda tiennent le marché de Noël.", []),
        ("Le réseau de veille a parlé. Cette année-là, non.", []),
        ("La séance a été réduite à trois heures, à deux heures de la ville.", []),
    ],
)
def test_what_is_said_around_a_time(text, values):
    assert [when.value for when in whens(report(text, "2024-04-09"))] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Il risque cinq ans de prison et dix mois avec sursis, après deux ans de négociations.", ["P5Y", "P10M", "P2Y"]),
        ("La grève a duré trois semaines ; le train a été retardé de quinze minutes.", ["P3W", "PT15M"]),
        ("Disputée depuis un demi-siècle, louée depuis un an et demi, fermée depuis des mois.", ["P50Y", "P1.5Y", "PXM"]),
        ("Elle gagne 240 francs par an.", ["P1Y"]),
        ("Une femme de 45 ans, les moins de 17 ans, un bébé de huit mois, des enfants de 6 à 24 mois.", []),
        ("La semaine de 35 heures.", []),
    ],
)
def test_lengths_are_read_and_say_no_day(text, values):
    found = whens(report(text, "2024-04-09"))
    assert [when.value for when in found] == values
    assert all(when.lasts and when.start is None for when in found)


def test_an_hour_well_after_publication_is_of_the_day_before_if_it_is_told_as_past():
    published = When(span=None, value="2024-04-09T06:15Z", precision=Precision.INSTANT, start="2024-04-09T06:15:00Z", end=None)
    for text, value in (
        ("Le vote avait eu lieu à 22 h 40.", "2024-04-08T22:40"),
        ("Selon le maire, joint mardi, le vote a eu lieu à 22 h 40.", "2024-04-08T22:40"),
        ("Rendez-vous à 22 h 40.", "2024-04-09T22:40"),
    ):
        told = Report(id="r", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="", published=published)
        assert [when.value for when in whens(told)][-1] == value


RUNNING = """21h40. La séance reprendra samedi à Dax, annonce le greffe.

19h05. Vers 18 heures, deux jurés sont sortis. La veille, ils étaient restés.

07:50 | Le car des témoins est arrivé.

6h15 - Les grilles ont ouvert."""


def test_an_hour_that_opens_a_line_is_of_the_day_of_publication():
    found = read(RUNNING, PUBLISHED)
    assert [value for words, value in found if words[0].isdigit()] == [f"2019-07-17T{at}" for at in ("21:40", "19:05", "07:50", "06:15")]
    assert ("Vers 18 heures", "2019-07-17T18:00") in found  # not of the Saturday of the line above
    assert ("La veille", "2019-07-16") in found


def test_an_hour_that_opens_a_line_is_of_the_day_that_heads_the_lines():
    text = "Mardi 16 juillet\n\n9h30. Le maire parle.\n\n8h10. Le vote commence.\n\nLundi 15 juillet\n\n23h20. Les urnes sont prêtes."
    assert [value for words, value in read(text, PUBLISHED) if "h" in words] == ["2019-07-16T09:30", "2019-07-16T08:10", "2019-07-15T23:20"]


def test_an_hour_inside_a_report_leans_on_the_day_before_it():
    assert read("Le toit a cédé lundi. À 22h30, les voisins étaient relogés.", PUBLISHED)[-1][1] == "2019-07-15T22:30"


@pytest.mark.parametrize(
    "text",
    [
        "Le bac sera à quai de 22 heures à 5 heures à partir de lundi.",
        "Le parking fermera de 22 h à 5 h dès jeudi.",
        "La mosquée ouvrira chaque nuit de 22 h à 5 h.",
        "Le tramway s'arrête entre 22 heures et 5 heures jusqu'au 30 juillet.",
    ],
)
def test_hours_of_every_day_are_of_no_day(text):
    found = [(w.value, w.start, w.precision) for w in whens(report(text, PUBLISHED)) if ":" in w.value]
    assert found == [("T22:00", None, Precision.UNKNOWN), ("T05:00", None, Precision.UNKNOWN)]


def test_hours_of_one_day_are_of_it():
    text = "Le musée était ouvert mardi de 9 heures à 19 heures. La cale a été fermée lundi à 8 heures."
    values = [value for _, value in read(text, PUBLISHED)]
    assert {"2019-07-16T09:00", "2019-07-16T19:00", "2019-07-15T08:00"} <= set(values)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("La digue a cédé dans la nuit de samedi à dimanche. Les secours sont arrivés vers 2 h.", ["2019-07-13TNI", "2019-07-14T02:00"]),
        (
            "Le moulin a brûlé dans la nuit de lundi à mardi, a-t-on appris mardi. Le feu a pris vers 22 h 30.",
            ["2019-07-15TNI", "2019-07-16", "2019-07-15T22:30"],
        ),
        (
            "Le moulin a brûlé dans la nuit de lundi à mardi, a-t-on appris mardi. Le maire a parlé à 9 h.",
            ["2019-07-15TNI", "2019-07-16", "2019-07-16T09:00"],
        ),
        ("Un séisme a frappé l'île vendredi vers 7 h. Le gouvernement se réunira à 19 h.", ["2019-07-12T07:00", "2019-07-17T19:00"]),
        ("Une réunion est prévue jeudi. Elle commencera à 10 h.", ["2019-07-18", "2019-07-18T10:00"]),
        ("La trêve tient depuis lundi. Dix maisons ont brûlé vers 11 heures.", ["2019-07-15", "2019-07-17T11:00"]),
        ("Douze malades sont guéris, contre neuf la veille, a dit lundi la clinique.", ["2019-07-14", "2019-07-15"]),
        ("Le port a fermé mardi. La veille, le maire annonçait un vote jeudi.", ["2019-07-16", "2019-07-15", "2019-07-11"]),
    ],
)  # fmt: skip
def test_what_another_day_gives(text, values):
    assert [value for _, value in read(text, PUBLISHED)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Le pont a cédé lundi. Trois jours plus tôt, un ouvrier avait alerté la mairie.", ["2019-07-15", "2019-07-12"]),
        ("La route a été coupée en 2007. Quatre ans plus tard, elle l'était encore.", ["2007", "2011"]),
        ("La récolte atteint 40 tonnes, contre 30 trois semaines plus tôt.", ["2019-06-26"]),
        ("La saison passée, l'usine a compté 14 pannes, contre 9 un an plus tôt.", ["P1Y"]),
        ("On compte 12 cas depuis lundi, contre quatre la semaine précédente.", ["2019-07-15", "2019-W28"]),
        ("L'année précédente, la récolte avait été bonne.", ["2018"]),
        ("Il est mort trois jours plus tard.", ["P3D"]),  # nothing says from when
        ("Le 3 juin, le bac a coulé. La semaine suivante, la ligne a fermé.", ["2019-06-03", "2019-W24"]),
        ("La mine a fermé en mars 2011. Le mois suivant, la gare aussi.", ["2011-03", "2011-04"]),
        ("Le 4 juin 2011, la digue a cédé. L'année suivante, on la refit.", ["2011-06-04", "2012"]),
        ("Le 3 juin, le bac a coulé. Le vendredi suivant, on le repêcha.", ["2019-06-03", "2019-06-07"]),
        ("Les cours reprendront la semaine suivante.", ["2019-W30"]),  # from when is not said
        ("Le bac a coulé lundi. La mine a fermé en 2011. La semaine suivante, la gare aussi.", ["2019-07-15", "2011", "XXXX-WXX"]),
        ("Le bac a coulé lundi. Il était neuf. Deux jours plus tôt, un câble avait cédé.", ["2019-07-15", "2019-07-13"]),
        ("Deux jours après le séisme, les secours arrivent.", ["P2D"]),
    ],
)  # fmt: skip
def test_what_is_counted_from_another_time(text, values):
    assert [value for _, value in read(text, PUBLISHED)] == values


NEWER = [
    # the nearest Saturday; told as past, the last one
    ("Grand froid attendu sur la côte ce samedi.", ["2020-01-11"]),
    ("Un homme interpellé ce samedi a été libéré.", ["2020-01-04"]),
    ("Trafic perturbé samedi 11 et dimanche 12 janvier.", ["2020-01-11", "2020-01-12"]),
    ("La grève annoncée mardi 14 janvier commence.", ["2020-01-14"]),
    # a name is no participle
    ("Une comédie au théâtre de la Criée du 22 au 25 janvier.", ["2020-01-22", "2020-01-25"]),
    # what follows a year is not counted by it
    ("Le bourg a accueilli en 2012 les premiers exilés, puis en 2015 des familles.", ["2012", "2015"]),
    ("La salle compte en 2012 places debout.", []),
    # the month of the day before, and no day without one
    ("Le bac s'est arrêté le 3 janvier, puis a repris le 5.", ["2020-01-03", "2020-01-05"]),
    ("Le second tour suit le premier, du 29 mars : ce sera le 5.", ["2020-03-29", "2020-04-05"]),
    ("Appelez le 15, puis le 18.", []),
    ("Le pont a fermé le 12 et le 13 mars dernier.", ["2019-03-12", "2019-03-13"]),
    # that night, an hour later, nights, parts of the day
    ("Le dépôt a brûlé dans la nuit de dimanche à lundi, vers 3 h 15. Le gardien dormait cette nuit-là.",
     ["2020-01-05TNI", "2020-01-06T03:15", "2020-01-05TNI"]),
    ("Le car a versé mardi vers 18 h 10. Le chauffeur est mort deux heures plus tard.", ["2020-01-07T18:10", "2020-01-07T20:10"]),
    ("Il a gelé dans les nuits de lundi à mardi.", ["2020-01-06TNI"]),
    ("À la tombée de la nuit, mardi, trois tirs ont retenti.", ["2020-01-07TEV"]),
    ("Aux premières heures de mardi, la digue a cédé.", ["2020-01-07TMO"]),
    ("Le lac a débordé mercredi avant-midi.", ["2020-01-08TMO"]),
    ("Un car a versé samedi soir dernier.", ["2020-01-04TEV"]),
    ("Sur l'exercice 2018-2019 la perte se creuse, contre un gain un an plus tôt.", ["2018/2019", "2017/2018"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), NEWER)
def test_a_time_beside_other_words(text, values):
    assert [w.value for w in whens(report(text, "2020-01-08")) if not w.lasts] == values


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Deux agents ont été blessés ce week-end.", "2020-01-07", "2020-W01-WE"),
        ("Deux agents ont été blessés ce week-end.", "2020-01-09", "2020-W02-WE"),
        ("Le stock sera épuisé avant le week-end.", "2020-01-07", "2020-W02-WE"),
        ("Les feux font rage depuis la fin de semaine.", "2020-01-07", "2020-W01-WE"),
    ],
)
def test_a_week_end_is_the_last_one_at_the_start_of_the_week(text, published, value):
    assert [w.value for w in whens(report(text, published))] == [value]
