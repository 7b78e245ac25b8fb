"""By which way words became public: channels on sentences of our own."""

import pytest

from recoupe.claims.attribution import attributed
from recoupe.model import ChannelKind, Raw, ReadReport, Report
from recoupe.read import read

NAMED = [
    # text, kind, words
    ("« Nous tiendrons », confie une maraîchère jointe mardi par téléphone.", "interview", "jointe mardi par téléphone"),
    ("Le pont rouvre, a dit la maire, que la rédaction a pu joindre.", "interview", "que la rédaction a pu joindre"),
    ("Selon un pêcheur cité par la radio locale, le quai a cédé.", "media_relay", "cité par la radio locale"),
    ("Selon un sondage publié dans le quotidien L'Éveil, la grève est soutenue.", "media_relay", "publié dans le quotidien"),
    ("« Rien n'est joué », a lancé la candidate devant des centaines de militants.", "speech", "devant des centaines de militants"),
    ("« Il faut voter », a plaidé le député à la tribune.", "speech", "à la tribune"),
    ("« Le stock est vide », écrit le port dans un message posté lundi sur X.", "social", "dans un message posté lundi sur X"),
    ("« Merci », écrit-elle sur son compte.", "social", "sur son compte"),
    ("La grippe recule, indique l'agence dans son bulletin hebdomadaire.", "document", "dans son bulletin hebdomadaire"),
    ("Le club a reconnu l'erreur par voie de communiqué.", "communique", "par voie de communiqué"),
    ("Le barrage tient, a expliqué par téléphone l'ingénieur.", "interview", "par téléphone"),
    ("Le barrage tient, a dit l'ingénieur lors d'une conférence téléphonique.", "press_conference", "lors d'une conférence téléphonique"),
    ("Invitée de la matinale de Radio Lac, la maire a promis de rouvrir le pont.", "interview", "Invitée de la matinale"),
    ("« Le stock est vide », a affirmé le ministre au Parisien.", "interview", "au Parisien"),
    ("« Le stock est vide », a confié l'armateur auprès du Figaro.", "interview", "auprès du Figaro"),
    ("« Le stock est vide », a dit la procureure face à la presse.", "press_conference", "face à la presse"),
    (
        "Lors d'une rencontre avec les journalistes, le club a reconnu l'erreur.",
        "press_conference",
        "Lors d'une rencontre avec les journalistes",
    ),
    ("Devant les députés, la ministre a reconnu que la dette croissait.", "speech", "Devant les députés"),
    ("S'exprimant jeudi devant le conseil municipal, le maire a promis une piscine.", "speech", "devant le conseil"),
    (
        "Dans un bref message diffusé sur WhatsApp, le chef assure que la ville est calme.",
        "social",
        "Dans un bref message diffusé sur WhatsApp",
    ),
    ("« Nous sommes prêts », a écrit la ministre sur son compte X.", "social", "sur son compte X"),
    ("« Nous sommes prêts », a tweeté la ministre.", "social", "a tweeté"),
    ("Le front a publié un communiqué dans lequel il affirme avoir pris le pont.", "communique", "un communiqué"),
    ("Sur France Info, le sénateur assure que le quai tient.", "interview", "Sur France Info"),
    ("« Le quai tient », écrit l'historien dans L'Humanité.", "media_relay", "dans L'Humanité"),
    ("Invitée du « Grand Plateau », la députée a promis un débat.", "interview", "Invitée du « Grand Plateau »"),
    ("« L'année sera dure », a prévenu la maire lors de ses voeux.", "speech", "lors de ses voeux"),
    ("« L'année sera dure », a prévenu le premier ministre Paul Roy au Sénat.", "speech", "au Sénat"),
    ("La récolte serait perdue, écrit « La Gazette du Lac ».", "media_relay", "La Gazette du Lac"),
    ("Dans un message diffusé par ses canaux, le front affirme avoir pris le pont.", "communique", "Dans un message"),
    ("Le stock est vide, selon des estimations publiées jeudi par la banque.", "document", "des estimations publiées"),
    ("« Le quai tient », a dit la grutière devant les caméras.", "video", "devant les caméras"),
    ("Au terme de deux heures de plaidoirie, l'avocat a réclamé la relaxe.", "speech", "Au terme de deux heures de plaidoirie"),
    ("Les médias locaux ont rapporté que le pont était fermé.", "media_relay", "Les médias locaux"),
    ("Les trains rouleront, indique la compagnie sur son site internet.", "document", "sur son site internet"),
    ("« Bravo », a réagi le club dans un SMS.", "letter", "dans un SMS"),
    ("« Le quai tient », a dit la grutière sur Citadelle TV.", "interview", "sur Citadelle TV"),
    ("« Le quai tient », a-t-elle déclaré à Vosges-Info.", "interview", "à Vosges-Info"),
    ("Interrogée, la préfecture indique que le pont ferme.", "interview", "Interrogée"),
    ("« Le quai tient », confie la grutière à notre envoyée spéciale.", "interview", "à notre envoyée spéciale"),
    ("« Je n'ai rien volé », a répété l'accusé à l'audience.", "speech", "à l'audience"),
    ("« Ils paieront », a lancé le candidat à ses partisans.", "speech", "à ses partisans"),
    ("Au conseil municipal de lundi, l'élue a dénoncé un gaspillage.", "speech", "Au conseil municipal"),
    ("Auditionnée mardi par la commission, la ministre a nié la fuite.", "speech", "par la commission"),
    ("« Le quai tient », a crié la grutière face caméra.", "video", "face caméra"),
    ("Selon un sondage Delta, la grève est soutenue.", "document", "un sondage"),
    ("Dans son livre, l'ancien ministre affirme que le quai tenait.", "document", "Dans son livre"),
    ("Une étude publiée dans la revue Climats annonce que le lac monte.", "document", "Une étude"),
    ("Le front a revendiqué l'attaque sur sa chaîne Telegram.", "social", "sur sa chaîne Telegram"),
    (
        "Le pont a été fermé, l'a annoncé la mairie à l'occasion d'un point de presse.",
        "press_conference",
        "à l'occasion d'un point de presse",
    ),
    ("Lors des questions au gouvernement, la ministre a nié la fuite.", "speech", "Lors des questions au gouvernement"),
    ("« Le quai tient », a dit la maire lors d'un point de situation.", "press_conference", "lors d'un point de situation"),
    ("« Le quai tient », a dit la maire dans le journal de 13 heures.", "interview", "dans le journal de 13 heures"),
    ("« Le quai tient », a dit la maire, jointe par courriel.", "interview", "par courriel"),
    ("« Le quai tient », a répondu la maire par courriel.", "letter", "par courriel"),
    ("Sur son canal Telegram, la maire annonce que le quai tient.", "social", "Sur son canal Telegram"),
    ("L'institut recense 43 cas dans son dernier baromètre.", "document", "dans son dernier baromètre"),
    ("« Le quai tient », a dit la maire sur le plateau du journal.", "interview", "sur le plateau"),
    ("La grève coûte cher, a estimé l'économiste, interrogée par Claire Roy.", "interview", "interrogée par Claire"),
    ("Selon leurs premières constatations, le quai a cédé la nuit.", "document", "leurs premières constatations"),
    ("Dans un arrêt rendu jeudi, la cour estime que le bail est nul.", "document", "Dans un arrêt"),
    ("Le quai avait « une fissure », lit-on à la page 12 du dossier.", "document", "à la page 12"),
    ("« Deux digues ont cédé », est-il écrit dans le rapport.", "document", "le rapport"),
]

RELAYED = {
    "Interrogée par l'AFP, la mairie a indiqué que le pont fermait.": "AFP",
    "Interrogée par Le Courrier, la préfecture a indiqué que le pont fermait.": "Le Courrier",
    "« Le quai tient », a dit l'ingénieur à l'Agence France-Presse.": "Agence France-Presse",
    "« Le quai tient », a confié une grutière à un correspondant de l'AFP.": "AFP",
    "« Le quai tient », a déclaré la grutière à l'agence Delta.": "agence Delta",
    "La mairie a précisé à l'Agence Delta que le quai tenait.": "Agence Delta",
    "Interrogé par la chaîne publique, le ministre a nié la fuite.": "chaîne publique",
    "Une infirmière jointe par Lacs Info parle de douze blessés.": "Lacs Info",
}
"""An outlet that somebody speaks to passes it on: it is no channel beside."""

NONE = [
    "Dans ce village sur le plateau au nord-est, le maire explique que l'école ferme.",
    *RELAYED,
    "Contactée, la préfecture indique que le pont ferme.",
    "Contactée par Le Courrier, la préfecture a indiqué que le pont fermait.",
    "« Le quai tient », a dit la maire, sollicitée par courriel.",
    "Des pêcheurs contactés par téléphone disent que le quai tient.",
    "Le quai a cédé en mars, a appris Le Courrier.",
    "La récolte est perdue, à en croire le site Vergers.",
    "La récolte serait perdue, selon le quotidien L'Éveil.",
    "La récolte serait perdue, croit savoir le quotidien L'Éveil.",
    "La récolte est perdue, à en croire le Courrier de Vevey.",
    "« Le quai tient », avertit la directrice dans une note vocale transmise au journal.",
    "« La saison est perdue », a confié le pisciculteur à la presse.",
    "La récolte est perdue, a dit l'élu, un recul net par rapport à 2019.",
    "Le maire, visé par une enquête, assure que tout est en règle.",
    "Le port, à son avis, doit fermer, a dit le maire.",
    "« Le quai tient », a réagi le chef du groupe Horizons au Sénat, Paul Roy.",
    "« Le quai tient », a dit la directrice de la chaîne.",
    "« Le quai tient », a dit la ministre à l'issue d'un entretien avec son homologue.",
    "« Le quai tient », a dit l'ingénieur sur le site de la centrale.",
    "Les secours assurent, lors de l'intervention des pompiers, que tout va bien.",
    "La société dit prendre la plainte en compte.",
    "« La flotte est à quai », poursuit-il, citant les douze chalutiers du port.",
    "La banque, qui s'appuie sur un rapport, affirme que le gérant a fraudé.",
    "Le chantier, au site de Fos, reprendra, a dit le port.",
    "La publication de ses résultats est repoussée, a dit le groupe.",
    "La route est coupée, a dit le maire ; dans un communiqué, le préfet se tait.",
    "« Le stock est vide », a affirmé le ministre au préfet.",
    "La digue tient, a plaidé l'élu auprès de Claire Morel.",
    "La digue tient, a plaidé l'élu auprès de la Commission européenne.",
    "« C'est grave », déplore l'élu, rappelant l'urgence soulevée par le dernier rapport.",
    "La maire souligne que 12 ponts sont fermés. Sollicitée par l'AFP, l'ambassade se tait.",
    "Devant la préfecture, le syndicat a promis une grève.",
    "Les analystes interrogés par l'agence Delta affirment que le prix baisse.",
    "L'avocat dit que dans l'article 49 tout est clair.",
    "Un expert mandaté par la télévision évoque trente fichiers volés.",
]


def attribute(text):
    report = Report(id="r-1", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    return [found for reading in read(report) for found in attributed(ReadReport(report=report, reading=reading))]


@pytest.mark.parametrize(("text", "kind", "words"), NAMED)
def test_a_channel_is_named(text, kind, words):
    found = [a.attribution.channel for a in attribute(text) if a.attribution.channel]
    assert [(way.kind, text[way.span.start : way.span.end]) for way in found] == [(ChannelKind(kind), words)]


@pytest.mark.parametrize(("text", "outlet"), RELAYED.items())
def test_the_outlet_that_somebody_speaks_to_passes_it_on(text, outlet):
    assert [[relay.actor.name for relay in a.attribution.chain] for a in attribute(text)] == [[outlet]]


@pytest.mark.parametrize("text", NONE)
def test_no_channel_is_named(text):
    assert {a.attribution.channel for a in attribute(text)} == {None}


def test_a_channel_holds_for_the_rest_of_its_sentence():
    text = "Dans un communiqué, la direction a dit « regretter l'incident » et assuré que les grues tenaient. Elle réclame deux grues."
    ways = [a.attribution.channel for a in attribute(text)]
    assert [way and (way.kind, way.inherited) for way in ways] == [
        (ChannelKind.COMMUNIQUE, False),
        (ChannelKind.COMMUNIQUE, True),
        None,
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("« Le quai tient », a écrit sur Facebook la maire, Claire Roy, qui réclame deux grues.", ["social", None]),
        ("« Le quai tient », dit la maire, jointe par téléphone, qui réclame deux grues.", ["interview", "interview"]),
        ("Le groupe, qui a revendiqué le vol dans un message, affirme avoir agi seul.", ["speech", None]),
    ],
)
def test_what_a_relative_adds_has_a_channel_of_its_own(text, kinds):
    ways = {a.attribution.cue.start: a.attribution.channel for a in attribute(text)}
    assert [way and way.kind.value for _, way in sorted(ways.items())] == kinds


AGENCIES = ["AFP", "Agence France-Presse", "Reuters", "AP", "APS", "MAP", "TAP", "ATS", "Keystone-ATS", "PC", "Anadolu", "Bloomberg",
            "Xinhua", "EFE", "ANSA", "DPA", "Belga", "Interfax", "TASS", "RIA Novosti"]  # fmt: skip


@pytest.mark.parametrize("agency", AGENCIES)
def test_what_an_agency_is_told_is_relayed(agency):
    the = f"l'{agency}" if agency[0] in "AEIOUX" else agency
    text = f"Le quai a cédé, a déclaré à {the} une voisine."
    report = Report(id="r-1", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    said = attributed(ReadReport(report=report, reading=next(iter(read(report)))))
    assert [(one.attribution.channel, len(one.attribution.chain)) for one in said] == [(None, 1)]
