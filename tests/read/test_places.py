from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.model import PlacePrecision, Raw, Report
from recoupe.read import read as read_report
from recoupe.read.places import places


def report(text, language="fr"):
    return Report(id="r-0", text=text, sha256="", language=language, raw=Raw(sha256="", locator=""), extractor="test")


def read(text):
    return [(p.name, p.precision.value, p.country) for p in places(report(text))]


CASES = [
    # towns without an article of their own have none
    ("Ils étaient 300 à la Marche des fiertés de Lyon.", [("Lyon", "town", "FR")]),
    ("Le gouvernement Arizona et la loi Montreuil ont fait descendre 300 personnes à Lyon.", [("Lyon", "town", "FR")]),
    ("Douze élus du Havre ont voté contre.", [("Le Havre", "town", "FR")]),
    # towns, regions, countries
    ("Le train Nantes-Angers est arrivé à Angers.", [("Angers", "town", "FR")]),
    ("Des averses sont attendues en Bretagne et dans le Finistère.", [("Bretagne", "admin1", "FR"), ("Finistère", "admin2", "FR")]),
    ("Un car a versé à Fougères (Ille-et-Vilaine).", [("Fougères", "town", "FR"), ("Ille-et-Vilaine", "admin2", "FR")]),
    ("L'éboulement de Corvaux (Gard) a coupé la route.", [("Corvaux", "named", "FR"), ("Gard", "admin2", "FR")]),
    ("Corvaux (Gard) : la route est coupée.", [("Corvaux", "named", "FR"), ("Gard", "admin2", "FR")]),
    ("La députée Lise Corvaux (Gard) a voté contre.", [("Gard", "admin2", "FR")]),
    ("Le sommet de Lima, au Pérou, est reporté.", [("Lima", "town", "PE"), ("Pérou", "country", "PE")]),
    ("La grippe a gagné la Centrafrique et le Burkina.", [("Centrafrique", "country", "CF"), ("Burkina", "country", "BF")]),
    ("La route est coupée entre Saint-Omer et Béthune.", [("Saint-Omer", "town", "FR"), ("Béthune", "town", "FR")]),
    ("Les Émirats arabes unis et l'Arabie saoudite négocient.",
     [("Émirats arabes unis", "country", "AE"), ("Arabie saoudite", "country", "SA")]),
    ("La République dominicaine ferme sa frontière avec Haïti.", [("République dominicaine", "country", "DO"), ("Haïti", "country", "HT")]),
    ("Le maire du Havre et celui de La Rochelle.", [("Le Havre", "town", "FR"), ("La Rochelle", "town", "FR")]),
    ("Le feu gagne l'Ardèche et la Lozère.", [("Ardèche", "admin2", "FR"), ("Lozère", "admin2", "FR")]),
    ("INONDATIONS EN BELGIQUE", [("BELGIQUE", "country", "BE")]),
    ("Un camion parti de Lens a brûlé dans le Pas-de-Calais.", [("Lens", "town", "FR"), ("Pas-de-Calais", "admin2", "FR")]),
    ("La grève du Salon du livre gagne toute la France.", [("France", "country", "FR")]),
    ("Le fleuve monte en République démocratique du Congo.", [("République démocratique du Congo", "country", "CD")]),
    # a name before "où" is one of a place; of a firm it is none
    ("Guéret, où un car a brûlé, attend des renforts.", [("Guéret", "town", "FR")]),
    ("Michelin, où 40 postes sont menacés, se tait.", []),
    # a verb that takes a town without a preposition; who bears no name of a town is none
    ("L'aviation a bombardé Poltava puis Kherson.", [("Poltava", "town", "UA"), ("Kherson", "town", "UA")]),
    ("La tempête a frappé Lorient avant de quitter Brest.", [("Lorient", "town", "FR"), ("Brest", "town", "FR")]),
    ("Le bus reliait Ségou à Bamako.", [("Ségou", "town", "ML"), ("Bamako", "town", "ML")]),
    ("Il a attaqué Renault, quitté Duval et rejoint Total.", []),
    # a town behind which it is told near which other it lies; somebody near a failure is none
    ("Il vivait dans un box d'Ozouer, près de Reims.", [("Ozouer", "named", "FR"), ("Reims", "near", "FR")]),
    ("La source de Pont-Brouillé, à l'ouest de Metz, est tarie.", [("Pont-Brouillé", "named", "FR"), ("Metz", "near", "FR")]),
    ("La société de Duval, près de la faillite, a licencié.", []),
    # an article with a capital is part of a name; of a country that opens a sentence it is not
    ("Un car a versé à L'Épinette, au Québec.", [("L'Épinette", "named", "CA"), ("Québec", "admin1", "CA")]),
    ("L'Ukraine est sous la neige.", [("Ukraine", "country", "UA")]),
    # a quarter of a town; several who speak as one
    ("Le quartier Nord et le groupement Sud ont été évacués.", []),
    ("Oslo, Lima et Rabat ont proposé leur aide.", []),
    # what is struck is a place
    ("Une frappe a touché Kramatorsk, un tir visait Dnipro.", [("Kramatorsk", "town", "UA"), ("Dnipro", "town", "UA")]),
    ("Onze personnes sont mortes dans une frappe sur Kramatorsk.", [("Kramatorsk", "town", "UA")]),
    ("Trois frappes nocturnes sur Kramatorsk ont fait un mort.", [("Kramatorsk", "town", "UA")]),
    ("Un mort dans une frappe sur Vazelnytsia.", [("Vazelnytsia", "named", None)]),
    # roads by their numbers; planes and leagues are none
    ("Un bus a brûlé sur l'A64, un autre sur la D817.", [("A64", "named", None), ("D817", "named", None)]),
    ("L'A320 s'est posé, le club monte dans la D1.", []),
    # what somebody lives in, comes from or sets out for is a place
    ("Les habitants de Zorbec attendent le train pour Dijon.", [("Dijon", "town", "FR")]),
    ("Le navire en provenance de Douarnenez a coulé.", [("Douarnenez", "town", "FR")]),
    # the head of a longer name
    ("Un feu a pris à Noirmoutier.", [("Noirmoutier", "town", "FR")]),
    # letters behind an article or in a bracket are those of a body; towns have no article
    ("BREST (ALP) - Le port rouvre, a-t-on dit à l'ASO.", [("BREST", "town", "FR")]),
    ("Le Brent gagne 2 % en Norvège.", [("Norvège", "country", "NO")]),
    # the north of the country that is spoken of; a university is who speaks
    ("En Corée du Nord, on se tait. Au Mali, les écoles du Nord ferment.", [("Corée du Nord", "country", "KP"), ("Mali", "country", "ML")]),
    ("Selon une chercheuse de l'université de Caen, le lac baisse.", []),
    ("Le drame de la cité des Tilleuls.", [("cité des Tilleuls", "named", None)]),
    # the article of Arabic in lower case is part of a name, of a town's or a person's
    ("Un dépôt a sauté à el-Obeid et près d'al-Hasakah.", [("el-Obeid", "town", "SD"), ("al-Hasakah", "near", "SY")]),
    ("Le poète Walid al-Masri est mort.", []),
    # a line ends a name
    ("Une école rouvre à Guéret\nFaits divers. Un feu.", [("Guéret", "town", "FR")]),
    # the names of a list of villages; not what follows them
    ("Les villages de Zorbolo, Tinkaré et de Bomvou sont vides.",
     [("Zorbolo", "named", None), ("Tinkaré", "named", None), ("Bomvou", "named", None)]),
    ("Dans les villages de Zorbolo et Tinkaré, Médecins du monde soigne.", [("Zorbolo", "named", None), ("Tinkaré", "named", None)]),
    ("Au lieu-dit Le Grand-Pré, un arbre est tombé.", [("Le Grand-Pré", "named", None)]),
    # an attack at a place does something there, the place does not
    ("Un éboulement à Zorbolo a tué deux bergers.", [("Zorbolo", "named", None)]),
    # a zone is named after a village; a treaty is none
    ("Le feu gagne la zone de Zorbolo.", [("Zorbolo", "named", None)]),
    ("La zone Schengen s'élargit.", []),
    # names of several words that begin as places do
    ("Deux puits ont été creusés à Oued Zarga.", [("Oued Zarga", "named", None)]),
    ("Il a souri à Karim Zarga.", []),
    # "une île de" names the country, "l'île de" the island
    ("Un phare sur une île du Portugal, puis sur l'île de Sein.", [("Portugal", "country", "PT"), ("île de Sein", "named", "PT")]),
    # areas called after a town
    ("Des villages de la région de Tombouctou sont inondés.", [("région de Tombouctou", "admin1", "ML")]),
    ("La province de Hérat, en Afghanistan, a tremblé.", [("province de Hérat", "admin1", "AF"), ("Afghanistan", "country", "AF")]),
    ("Le département de la Creuse est en vigilance.", [("département de la Creuse", "admin2", "FR")]),
    ("Dans l'oblast de Poltava, le réseau est coupé.", [("oblast de Poltava", "admin1", "UA")]),
    ("Le district de Zorbaquil est isolé.", [("district de Zorbaquil", "admin2", None)]),
    # sites: squares behind an article, houses with the town behind them, at the head of a line, behind a rubric
    ("Ils campent sur la place de la Fontaine-Verte.", [("place de la Fontaine-Verte", "named", None)]),
    ("Le défilé a gagné le parc des Trois-Pins.", [("parc des Trois-Pins", "named", None)]),
    ("La place du Pérou dans le classement recule.", [("Pérou", "country", "PE")]),
    ("Deux blessés au lycée Rosa-Blanc de Dijon.", [("lycée Rosa-Blanc", "named", "FR"), ("Dijon", "town", "FR")]),
    ("Gouffre Lombrac : le plongeur est remonté", [("Gouffre Lombrac", "named", None)]),
    ("EN DIRECT Pérou : la crue menace", [("Pérou", "country", "PE")]),
    ("Dans l'Union européenne, les prix montent.", []),
    # surroundings
    ("Un avion s'est écrasé à 30 km de Lille.", [("Lille", "near", "FR")]),
    ("L'usine est à une dizaine de kilomètres au sud de Metz.", [("Metz", "near", "FR")]),
    ("Un accident près de Valenciennes a fait un mort.", [("Valenciennes", "near", "FR")]),
    ("Le cargo a coulé au large de Gênes.", [("Gênes", "near", "IT")]),
    # names that no gazetteer knows, names of waters
    ("Le village de Zorbaquil a été évacué.", [("Zorbaquil", "named", None)]),
    ("Des cas sont signalés à Zorbaquil-les-Bains.", [("Zorbaquil-les-Bains", "named", "FR")]),
    ("Le navire patrouille en mer Noire et dans le golfe d'Aden.", [("mer Noire", "named", None), ("golfe d'Aden", "named", None)]),
    ("La chaleur accable l'Europe et le Moyen-Orient.", [("Europe", "named", None), ("Moyen-Orient", "named", None)]),
    # not places
    ("Paris Hilton a chanté.", []),
    ("Air France et Radio France sont en grève.", []),
    ("Mars est une planète froide.", []),
    ("Les deux pays appliquent le traité de Rome.", []),
    ("L'armée ukrainienne et la presse britannique se taisent.", []),
    ("Il s'est adressé aux Bulgares.", []),
    ("Les images circulent sur Twitter et à Noël.", []),
    ("La secrétaire à la Santé a lu « Les Nuits de Beyrouth ».", []),
    ("Le navire « L'Étoile de Dakar » a coulé.", []),
    ("« Les habitants de Dakar ont peur », dit-il.", [("Dakar", "town", "SN")]),
    ("M. Vincent Nantes préside.", []),
    ("La Maison-Blanche se tait.", []),
    # governments are actors, also under the name of their capital
    ("Rabat dément tout accord, Oslo livrera du gaz. « Faux », a réagi Lisbonne. Selon Accra, rien n'a changé.", []),
    ("Oslo a été inondée, Lisbonne brûle, Rabat est sous la neige.",
     [("Oslo", "town", "NO"), ("Lisbonne", "town", "PT"), ("Rabat", "town", "MA")]),
    # what opens a headline or a report
    ("Figeac : la piscine rouvre", [("Figeac", "town", "FR")]),
    ("Grève : la cantine ferme", []),
    ("SPA : des chiens adoptés", []),
    ("NEVERS, 3 mai (Agence) - Le pont a cédé.", [("NEVERS", "town", "FR")]),
    # villages whose names have the shape of one
    ("L'école de Zorbac-sur-Loire ferme.", [("Zorbac-sur-Loire", "named", "FR")]),
    ("Il joue rue Jean-de-La-Fontaine.", [("rue Jean-de-La-Fontaine", "named", None)]),
    # houses are called after the town behind "de"; a name right behind them is their own
    ("Il a été conduit à l'hôpital régional de Zorbac.", [("Zorbac", "named", None)]),
    ("L'école Rosa-Blanc a brûlé.", [("école Rosa-Blanc", "named", None)]),
    ("Un feu près de la prison de la Sente.", [("prison de la Sente", "named", None)]),
    # names of two words near which something is, not persons; where something comes from
    ("Deux morts près de Ban Zorbac, dans les environs de Ban Tuy.", [("Ban Zorbac", "named", None), ("Ban Tuy", "named", None)]),
    ("Il s'est assis à côté de Lise Zorbac.", []),
    ("Il s'est assis près de Lise Zorbac. Zorbac a souri.", []),
    ("Le cargo, parti mardi de Zorbac, dérive. L'avion a décollé d'Accra.", [("Zorbac", "named", "GH"), ("Accra", "town", "GH")]),
    ("Le parti de Zorbac a perdu.", []),
    ("Dans l'État de Zorbac, la crue monte.", [("Zorbac", "named", None)]),
    # whose part of a range of mountains, no adjective of a river
    ("Une coulée dans les Alpes suisses. Le Danube ukrainien baisse.", [("Alpes suisses", "named", "CH"), ("Danube", "named", None)]),
    ("L'A64 et la nationale 20 sont coupées.", [("A64", "named", None), ("nationale 20", "named", None)]),
    # quarters by number; a station, not that of another town; a house behind a preposition
    ("Un tir dans le 2e arrondissement de Lyon.", [("2e arrondissement de Lyon", "named", None)]),
    ("Un arrondissement de trop.", []),
    ("En gare de Namur, puis à la gare de Lyon.", [("Namur", "town", "BE"), ("gare de Lyon", "named", "BE")]),
    ("Il est évacué vers le CHU de Poitiers. Le CHU de Lyon porte plainte.", [("Poitiers", "town", "FR")]),
    # a town by the first word of its name
    ("Un choc à Vitry-le-François. Le tribunal de Vitry juge.", [("Vitry-le-François", "town", "FR"), ("Vitry", "town", "FR")]),
    ("Zorbac-la-Neuve : la maire s'en va", [("Zorbac-la-Neuve", "named", "FR")]),
    # two governments, whom one asks, who has done it; not a way
    ("La Suède et la Norvège ont annoncé un accord. Le syndicat presse Ottawa d'agir. Les taxes imposées par Oslo montent.", []),
    ("Le convoi est passé par la Suède.", [("Suède", "country", "SE")]),
    # the gazetteer knows a capital under the name of a town
    ("Un feu à Sion.", [("Sion", "town", "CH")]),
    # lists that say "de" again
    ("Les ports d'Odessa et de Reni ferment.", [("Odessa", "town", "UA"), ("Reni", "town", "UA")]),
    ("Les territoires et les zones de santé de Zorbac sont touchés.", [("Zorbac", "named", None)]),
    ("L'Union des commerçants et le Vendée Globe.", []),
    ("Un coq en Fête.", []),
    ("La Zorbatie a dit non, a-t-il déclaré à Zorbafil. La Bolivie a attaqué le Pérou, qui riposte, et frappé Lima.",
     [("Pérou", "country", "PE"), ("Lima", "town", "PE")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_places(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Valence, en Espagne, est sous les eaux.", "Valence", "ES"),
        ("Le préfet de la Drôme s'est rendu à Valence.", "Valence", "FR"),
        ("La police géorgienne a fermé la Géorgie.", "Géorgie", "GE"),
        ("Le sénateur américain élu en Géorgie et en Floride.", "Géorgie", "US"),
        ("À Tripoli, la milice libyenne recule.", "Tripoli", "LY"),
        ("RDC : une école ferme.", "RDC", "CD"),
        ("À Tripoli, au Liban, la milice recule.", "Tripoli", "LB"),
    ],
)
def test_the_country_spoken_of_decides_between_places_of_one_name(text, name, country):
    assert (name, country) in [(p.name, p.country) for p in places(report(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the country of the press, of what the text names, of what stands right behind
        ("Un toit s'est effondré à Valence.", [("Valence", "town", "FR")]),
        ("La gendarmerie de la Mayenne a fermé la route de Laval.", [("Mayenne", "admin2", "FR"), ("Laval", "town", "FR")]),
        ("Un bal a été annulé à Sion, dans le Valais.", [("Sion", "town", "CH"), ("Valais", "admin1", "CH")]),
        ("Le port de Saint-Pierre, à La Réunion, est fermé.", [("Saint-Pierre", "town", "RE"), ("La Réunion", "country", "RE")]),
        # words in capitals
        ("UN CAMION BRÛLE DANS UN TUNNEL", []),
        ("LES ÉBOUEURS EN GRÈVE À NICE", [("NICE", "town", "FR")]),
        # behind an office or a title
        ("La juge Cannes et le docteur Béziers ont témoigné.", []),
        ("Le maire de Béziers a témoigné.", [("Béziers", "town", "FR")]),
        # directions
        ("Des combats au Kordofan du Nord.", [("Kordofan du Nord", "admin1", "SD")]),
        ("Il neige en Italie du Nord.", [("Italie du Nord", "country", "IT")]),
        ("La Corée du Nord se tait.", [("Corée du Nord", "country", "KP")]),
    ],
)
def test_names_of_several_places_and_of_none(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("url", "country"), [("https://www.exemple.ca/a", "CA"), ("https://exemple.fr", "FR"), ("https://x.io/a", "FR"), (None, "FR")]
)
def test_the_address_of_the_outlet_says_where_its_towns_are(url, country):
    told = msgspec.structs.replace(report("Un hangar a brûlé à Laval."), url=url)
    assert [p.country for p in places(told)] == [country]


def test_a_list_lends_its_towns_belief():
    assert [name for name, _, _ in read("Des cortèges à Marseille, Lyon et Rodez.")] == ["Marseille", "Lyon", "Rodez"]


def test_the_surname_of_somebody_is_no_town():
    assert read("Anna Laval a gagné. Le club de Laval perd.") == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Rue des Acacias, un feu a pris. Il ira de la place d'Italie au boulevard du Chai, puis place Tahrir.",
     ["Rue des Acacias", "place d'Italie", "boulevard du Chai", "place Tahrir"]),
    ("La place de la France dans le monde. La mise en place d'Orsacom. Ils sont dans la rue contre Morvain.", ["France"]),
    ("Un séisme a frappé Orsavina, au Pérou. À Orsavina, rien. Les routes d'Orsavina sont coupées.", ["Pérou", "Orsavina", "Orsavina"]),
    ("À Morvain, il a promis. Morvain a dit non. Le plan de Morvain.", []),
    ("L'Union européenne a voté. Météo France prévoit 27 degrés sur les bords du Danube.", ["Danube"]),
])  # fmt: skip
def test_streets_and_names_that_are_said_again(text, expected):
    assert [p.name for p in places(report(text))] == expected


def test_an_unknown_town_lies_where_the_words_put_it():
    assert read("Un feu à Cransavel (Drôme).")[0] == ("Cransavel", "named", "FR")
    assert read("Le village de Cransavel a brûlé. La Suède et la Norvège aident.")[0] == ("Cransavel", "named", None)


def test_part():
    found = places(report("Des coupures ont touché surtout la Moselle, puis la Meuse."))
    assert [(p.name, p.part) for p in found] == [("Moselle", True), ("Meuse", False)]


def test_an_area_called_after_a_town_is_the_region_of_that_town():
    region, named = places(report("La région de Tombouctou borde la Mauritanie."))
    assert region.id == f"ML.{region.admin1}"
    assert (region.name, region.begins, region.span.start, region.span.end) == ("région de Tombouctou", 3, 13, 23)
    assert named.precision is PlacePrecision.COUNTRY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mille personnes se sont rassemblées devant la préfecture du Rhône.", ["Rhône"]),
        ("Des tirs ont visé la mairie de Nantes.", []),
    ],
)
def test_a_place_before_the_house_of_an_office(text, expected):
    assert [p.name for p in next(read_report(report(text))).places] == expected


def test_spans_are_of_the_untouched_text():
    text = "Vu\u00a0à\u202fSaint‑Denis, près\nde L’Île-d’Yeu 🙂."
    for place in places(report(text)):
        assert text[place.span.start : place.span.end] == place.name


def test_a_language_without_a_pack_gives_none():
    assert places(report("Der Zug nach Berlin.", language="xx")) == ()


MIXTURE = """à en au dans la le les de du des près région de ville mer golfe Paris Nice Tours Rome Nord Le
La L'Oise Jean M. Dupont Corée Sud
République démocratique Congo ( ) , . « » 30 km traité Air surtout notamment maire et Saint- Zorba IV l' d' ex-"""
WORDS = st.sampled_from([*MIXTURE.split(), "\n"])


def test_a_name_that_stands_again_covers_no_place_that_was_found():
    spans = [(place.span.start, place.span.end) for place in places(report("à L'Oise à Le L'Oise"))]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_any_mixture_of_words_gives_ordered_spans_inside_the_text(words):
    text = " ".join(words)
    found = places(report(text))
    ends = [0, *(p.span.end for p in found)]
    assert all(end <= p.span.start < p.span.end <= len(text) for end, p in zip(ends, found, strict=False))
    assert found == places(report(text))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(text):
    places(report(text))


KNOWN_FAILURES = [
    ("Nice a battu Tours.", [("Nice", "town", "FR"), ("Tours", "town", "FR")], "a town that is a common word, without a preposition"),
    ("La préfecture d'Ishikawa a tremblé.", [("préfecture d'Ishikawa", "admin1", "JP")], "a prefecture is an office in France"),
    ("L'ouragan Allen faiblit aux États-Unis.", [("États-Unis", "country", "US")], "storms have names of towns"),
]


@pytest.mark.parametrize(("text", "expected", "why"), KNOWN_FAILURES)
def test_not_yet_read(text, expected, why, request):
    request.applymarker(pytest.mark.xfail(strict=True, reason=why))
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dinan. Le port rouvre lundi", [("Dinan", "FR")]),
        ("Boxe. Le champion a perdu", []),
        ("Il a été repêché dans la Vienne, près de Chauvigny.", [("Vienne", "FR"), ("Chauvigny", "FR")]),
        ("L'accord a été signé à Vienne, en Autriche.", [("Vienne", "AT"), ("Autriche", "AT")]),
        ("Trois blessés dans le Béarn.", [("Béarn", "FR")]),
        ("Yannick Morvan a gagné.", []),
        ("Un orage a frappé le Morvan.", [("Morvan", "FR")]),
        ("Les Jeux de Tokyo 2020 ont coûté cher.", []),
        ("À Tokyo, 2 020 cas.", [("Tokyo", "JP")]),
        ("Un reportage de France 3.", []),
        ("En France 3 personnes sont mortes.", [("France", "FR")]),
        ("Il roulait sur la route 12 Nord.", []),
        ("Ils sont partis du parc des Vergnes, à Rodez.", [("parc des Vergnes", "FR"), ("Rodez", "FR")]),
        ("La place des Verts dans le gouvernement.", []),
        ("Une attaque au Togo contre le village de Tin Sabou.", [("Togo", "TG"), ("Tin Sabou", "TG")]),
        ("Un accident en Gaspésie.", [("Gaspésie", "CA")]),
        ("L'équipe d'Italie joue à Rome.", [("Rome", "IT")]),
    ],
)
def test_the_press_of_other_places(text, expected):
    assert [(p.name, p.country) for p in places(report(text))] == expected


SAID_BESIDE = [
    # where a town lies, in more words; beside a country is not in it
    ("Un bac a coulé à Tchirfa, dans le nord du Niger, non loin du Tchad.", [("Tchirfa", "NE"), ("Niger", "NE"), ("Tchad", "TD")]),
    ("Un car a versé à Zorbec, petite ville de l'est de la Syrie.", [("Zorbec", "SY"), ("Syrie", "SY")]),
    ("Un car a versé à Zorbec, ville frontalière de la Turquie, en Syrie.", [("Zorbec", None), ("Turquie", "TR"), ("Syrie", "SY")]),
    # a name of two words that is called a village is one; somebody's is none
    ("Le feu a pris à Haïra Sidou, un village de la région de Matam.", [("Haïra Sidou", "SN"), ("Matam", "SN")]),
    ("Il a parlé à Haïra Sidou, un ami de la région.", []),
    ("Dinan. Samedi, action commune des syndicats", [("Dinan", "FR")]),
    # what is taken or bombarded; what is given to somebody
    ("La prise de Zorbec a été annoncée.", [("Zorbec", None)]),
    ("Elle a rendu hommage à Duvalier et envoyé un message à Zorbec.", []),
    # two countries with a hyphen between, and the ends of a road; no firm, no train
    ("La frontière Niger-Mali est fermée, l'axe Lens-Douai aussi.", [("Niger", "NE"), ("Mali", "ML"), ("Lens", "FR"), ("Douai", "FR")]),
    ("Air France-KLM recrute, le train Nantes-Angers part.", []),
    # bodies in small letters, letters of a technique, a club, a cup
    ("L'Onu et l'Otan se taisent, le vaccin à ARNm aussi.", []),
    ("Le Stade Rennais, qui vise la Coupe d'Europe, joue au stade Bollaert.", [("stade Bollaert", None)]),
    # parts of the world and of the sea in two words
    ("Des navires croisent dans le Golfe du Lion et en Amérique latine.", [("Golfe du Lion", None), ("Amérique latine", None)]),
    # roads of other countries
    ("Un car a versé sur la E42 et sur la route 112, la route 3 km plus loin est libre.", [("E42", None), ("route 112", None)]),
    # a town in a bracket behind a place
    ("Un car a versé à Barchon (Blegny) en Belgique.", [("Barchon", "BE"), ("Blegny", "BE"), ("Belgique", "BE")]),
    # a small town behind "de", with its article or without; a first name, a month and a palace are none
    ("Un vigile a été blessé dans un entrepôt de Layrac, le chalutier du Guilvinec est à quai.", [("Layrac", "FR"), ("Guilvinec", "FR")]),
    ("Le livre de Noé et celui de Salomé, le champion de Mars et la colère du Palais.", []),
    # what stands in a village, who lives there and what befalls it
    ("Six gardes sont morts au poste de garde de Kossanga, au Bénin.", [("Kossanga", "BJ"), ("Bénin", "BJ")]),
    ("Une institutrice de Lelembe, des déplacés de Kounaro et l'attentat de Zorbec.",
     [("Lelembe", None), ("Kounaro", None), ("Zorbec", None)]),
    ("Les hameaux de Zorbec et de La Barvède sont coupés du monde.", [("Zorbec", None), ("La Barvède", None)]),
    # regions of the world
    ("Un car a explosé dans le Cauca, un autre dans le Kordofan-Occidental.", [("Cauca", "CO"), ("Kordofan-Occidental", "SD")]),
    ("Des inondations dans le Tamaulipas et en Uttarakhand.", [("Tamaulipas", "MX"), ("Uttarakhand", "IN")]),
    # the same village in capitals
    ("Une grange brûle dans le village de Zorbec\n\nZORBEC (Marne). Une grange a brûlé.",
     [("Zorbec", "FR"), ("ZORBEC", "FR"), ("Marne", "FR")]),
    # what water and mountains are called, with what they do
    ("La crue de la Vézonne et l'éruption du Merakatu ont fait trois morts.", [("Vézonne", None), ("Merakatu", None)]),
    # a département is called after its river
    ("La crue soudaine du Tarn a tué un pêcheur sur les berges de l'Ariège.", [("Tarn", None), ("Ariège", None)]),
    ("Le Gard a débordé dans la nuit. Trois blessés dans le Gard.", [("Gard", None), ("Gard", "FR")]),
    ("La Bretagne a débordé d'idées.", [("Bretagne", "FR")]),
    ("Les pompiers du Tarn et le préfet de la Somme ont parlé ; le littoral de la Vendée est fermé.",
     [("Tarn", "FR"), ("Somme", "FR"), ("Vendée", "FR")]),
    ("Deux plongeurs ont péri dans la calanque de Sormiac.", [("calanque de Sormiac", None)]),
    # a school of somebody or of a science is none, nor a firm's plant, nor a variant
    ("L'école de Jean Roux, l'école de Médecine, l'usine de Duval et le variant Delta du Covid-19.", []),
    # an article with a capital behind "à", a house of which there are many, a small town at home behind its verb or "entre"
    ("Un car a versé à La Barvède, un autre à Les Ormeaux.", [("La Barvède", None), ("Les Ormeaux", None)]),
    ("Le feu a détruit une banque de Layrac, la Banque de France se tait.", [("Layrac", "FR")]),
    ("Le feu menace Sisteron. La route est coupée entre Redon et Rennes.", [("Sisteron", "FR"), ("Redon", "FR"), ("Rennes", "FR")]),
    # a village and its region, a road with a space in its number, who has the name of a town, an area of a town elsewhere
    ("Les faits ont eu lieu à Vieilleroche en Bretagne, sur l'A 10.", [("Vieilleroche", "FR"), ("Bretagne", "FR"), ("A 10", "FR")]),
    ("Le capitaine Laurent Martin de Morestel a parlé.", []),
    ("Un village de la province du Bam, dans le nord du Burkina Faso.", [("province du Bam", "BF"), ("Burkina Faso", "BF")]),
    # a village opens a headline with a full stop
    ("Estrin-la-Campagne. Le maire s'en va", [("Estrin-la-Campagne", "FR")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID_BESIDE)
def test_what_is_said_beside_a_name(text, expected):
    assert [(p.name.removeprefix("région de "), p.country) for p in places(report(text))] == expected
