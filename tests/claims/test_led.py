"""Whose a quotation is that a clause without a verb of saying leads to, and which of several verbs tells of it."""

import pytest
from tests.claims.test_attribution import attribute, words

LED = [
    ("L'ingénieure se veut rassurante : « Le pont tiendra dix ans. »", "L'ingénieure"),
    ("La gérante n'en revient pas : « J'ai vu passer 40 voitures. »", "La gérante"),
    ("Un retraité secoue la tête : « Les cars ne passent plus. »", "Un retraité"),
    ("Sur le parking, Inès Roy attend une dépanneuse : « Ma voiture a flotté. »", "Inès Roy"),
    ("Mais le patron du bar, qui emploie deux personnes, fait grise mine : « La rue est vide. »", "le patron du bar"),
    ("Nadia Roy, la gérante, ne cache pas sa joie : « On a tout reconstruit. »", "Nadia Roy, la gérante"),
    ("L'avocate n'a eu qu'un mot : « Mon client est innocent. »", "L'avocate"),
    ("Le recteur joue la carte du calme : « Chaque dossier sera examiné. »", "Le recteur"),
    ("L'entraîneur n'a pas mâché ses mots : « On a été ridicules ce soir. »", "L'entraîneur"),
    ("La victime est sous le choc : « On m'a tout pris, même les photos. »", "La victime"),
    ("Réponse du ministre : « Nous n'avons pas de baguette magique. »", "ministre"),
    ("Même son de cloche à la mairie : « Rien n'est encore décidé. »", "la mairie"),
    ("Mise en garde des pompiers : « Ne sortez pas en mer. »", "pompiers"),
    ("Et le maire de conclure : « Le chantier sera fini en juin. »", "le maire"),
    ("Une banderole barrait la façade : « Le chantier de la honte doit cesser. »", None),
    ("La police a trouvé un mot sur la table : « Je suis parti, pardon à tous. »", None),
    ("Les chiffres parlent d'eux-mêmes : « Deux élèves sur cinq ne mangent pas. »", None),
    ("Le chanteur revient avec un nouvel album : « Quand la mer se retire ».", None),
]


@pytest.mark.parametrize(("text", "source"), LED)
def test_led_by_a_clause(text, source):
    (told,) = attribute(text)
    assert (words(text, told.attribution.source[0]) if told.attribution.source else None) == source


TOLD = [
    # whose "on" it is
    ("À la mairie, on assure que le pont rouvrira lundi.", "on", "mairie"),
    ("Du côté de la direction, on parle de 40 grévistes.", "on", "direction"),
    ("« Le pont rouvrira lundi », indique-t-on à la mairie.", "on à la mairie", "mairie"),
    ("« Le pont rouvrira lundi », dit-on chez Zylo.", "on chez Zylo", "Zylo"),
    ("On apprend de source judiciaire que deux suspects ont été arrêtés.", "source judiciaire", "source judiciaire"),
    ("On a appris auprès de la police que deux suspects ont été arrêtés.", "la police", "police"),
    # "selon ce que X a dit"
    ("Le pont était fissuré, selon ce que la radio a appris.", "la radio", "radio"),
    ("D'après ce que le maire a confié, le pont était fissuré.", "le maire", "maire"),
    # what ends a speaker
    ("« Le pont était fissuré », raconte un agent sous couvert d'anonymat.", "un agent", "agent"),
    ("Le pont était fissuré, rapporte la presse locale citant des témoins.", "des témoins", "témoins"),
]


@pytest.mark.parametrize(("text", "source", "actor"), TOLD)
def test_whose_word(text, source, actor):
    (told,) = attribute(text)
    assert (words(text, told.attribution.source[0]), told.attribution.actor.name) == (source, actor)


NEAREST = [
    ("« Nous étions 200 », dit le délégué, et la direction rétorque : « Ils étaient 40 ».", ["Nous étions 200", "Ils étaient 40"]),
    ("La police a interpellé un homme qui criait : « Vous allez tous payer. »", ["Vous allez tous payer"]),
    ("L'enquête avance : « Deux personnes sont en garde à vue », indique le parquet.", ["Deux personnes sont en garde à vue"]),
    ("« Nous avons perdu trois hectares », a-t-elle déroulé.", ["Nous avons perdu trois hectares"]),
]


@pytest.mark.parametrize(("text", "contents"), NEAREST)
def test_a_colon_is_of_the_nearest_verb(text, contents):
    assert [words(text, told.attribution.content[0]) for told in attribute(text)] == contents


OBJECTS = [
    # of a relative behind an object the source is the object
    ("Le juge entend un témoin qui affirme que le pont a cédé.", "un témoin", "que le pont a cédé"),
    ("L'usine emploie 40 ouvriers, qui dénoncent la vétusté des machines.", "40 ouvriers", "la vétusté des machines"),
    # several who say one thing
    ("Selon la police, les pompiers et le maire, dix personnes ont péri.", "la police, les pompiers et le maire", "dix personnes ont péri"),
    ("Selon le maire, une mère et son fils, deux touristes, sont morts.", "le maire", "une mère et son fils, deux touristes, sont morts"),
    # what is only expected
    ("La mairie attend quelque 2 000 visiteurs dimanche.", "La mairie", "quelque 2 000 visiteurs dimanche"),
    # a paper is by whoever published it
    ("Un rapport publié par l'agence sanitaire recense 56 cas.", "Un rapport publié par l'agence sanitaire", "56 cas"),
]


@pytest.mark.parametrize(("text", "source", "content"), OBJECTS)
def test_source_and_content(text, source, content):
    (told,) = attribute(text)
    assert (words(text, told.attribution.source[0]), words(text, told.attribution.content[0])) == (source, content)


@pytest.mark.parametrize("text", ["Les passagers attendent un car depuis deux heures.", "La mairie attend 2 000 euros de l'État."])
def test_waiting_says_nothing(text):
    assert not attribute(text)


PUBLIC = [
    ("Invitée de notre matinale, la rectrice a annoncé 300 postes.", "interview"),
    ("Au téléphone, le maire jure que l'eau est potable.", "interview"),
    ("Par le biais d'un communiqué, le club a annoncé le départ de cinq joueurs.", "communique"),
    ("« Le feu est fixé », a décrit à la presse Anne Roy.", None),
    ("« Le feu est fixé », a résumé la maire auprès de l'AFP.", None),
    ("« Le feu est fixé », a résumé la maire auprès de Sud Radio.", "interview"),
    ("« Le feu est fixé », est venue dire la maire sur RTL.", "interview"),
]


@pytest.mark.parametrize(("text", "kind"), PUBLIC)
def test_channel(text, kind):
    (told,) = attribute(text)
    assert (told.attribution.channel.kind if told.attribution.channel else None) == kind


AROUND = [
    # a sentence that only says that somebody speaks, a name that a verb spells
    ("Un habitant témoigne. « Ils ont brûlé des maisons, puis ils sont partis. »", ["habitant"]),
    ("Le commandant des pompiers fait le point. « Le feu a parcouru 300 hectares. »", ["commandant des pompiers"]),
    ("La gérante, Marie Roy, ne décolère pas. « Je n'ai jamais été prévenue. »", ["Marie Roy"]),
    ("Une rescapée raconte. « L'eau est montée, on a grimpé sur le toit. »", ["rescapée"]),
    ("Le maire a inspecté la digue. « Elle tiendra encore dix ans. »", [None]),
    # a quotation that a participle goes on with
    ("« On a eu peur », a dit un voisin.\n« Ils ont brûlé deux granges », évoquant aussi des blessés.", ["voisin", "voisin", "voisin"]),
    # an agency that was told something is not "elle"
    ("« C'est fini », a dit Paul Dol à l'AFP.\n\n« Le four est froid », déplore-t-elle.", ["Paul Dol", None]),
    # an office and its holder are one
    ("Le chef du service, le docteur Anne Roy, évoque 14 cas.", ["Anne Roy"]),
    ("Son directeur, le professeur Jean Dol, évoque 14 cas.", ["Jean Dol"]),
]


@pytest.mark.parametrize(("text", "actors"), AROUND)
def test_actors(text, actors):
    assert [told.attribution.actor.name if told.attribution.actor else None for told in attribute(text)] == actors


STANCES = [
    ("L'ingénieure est catégorique : le pont tiendra dix ans.", "L'ingénieure"),
    ("La gérante, Anne Roy, se veut rassurante : les lots pourront être sauvés.", "La gérante, Anne Roy"),
    ("Sur place, les secours restent prudents : le toit peut céder.", "les secours"),
    ("Le procureur, lui, est formel : aucun policier n'a tiré.", "Le procureur"),
    ("Elle est formelle : la digue a été minée.", "Elle"),
    ("Le joueur a été contraint de reconnaître qu'il avait menti.", "Le joueur"),
]


@pytest.mark.parametrize(("text", "source"), STANCES)
def test_a_stance_tells(text, source):
    (told,) = attribute(text)
    assert words(text, told.attribution.source[0]) == source


@pytest.mark.parametrize(
    "text",
    [
        "Le bilan est clair : douze morts.",
        "Il est clair : la digue a été minée.",
        "Elle montre ce qu'il reste du salon.",
        "Le ciel est clair : pas un nuage.",
    ],
)
def test_what_is_clear_says_nothing(text):
    assert not attribute(text)
