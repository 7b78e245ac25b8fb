"""What verbs of saying take besides clauses and plain objects; participles, papers that are read, and where none of it says anything."""

import pytest

from recoupe.claims.attribution import attributed
from recoupe.model import Raw, ReadReport, Report
from recoupe.read import read

# text, and for each relation in the order of its content: source, cue, content
CASES = [
    ("De même, le maire et le préfet annoncent une grève.", [("le maire et le préfet", "annoncent", "une grève")]),
    (
        "Le front, à l'arrêt depuis mai, a accusé l'armée d'avoir tiré. Le pont est miné, accuse le maire de Sète.",
        [("Le front", "a accusé", "d'avoir tiré"), ("le maire de Sète", "accuse", "Le pont est miné")],
    ),
    ("« On va rouvrir le pont », d'ajouter la mairesse.", [("la mairesse", "d'ajouter", "On va rouvrir le pont")]),
    ("« Je ne peux trancher », élabore le coroner.", [("le coroner", "élabore", "Je ne peux trancher")]),
    (
        "Les 300 millions que réclame la région ne figurent pas au budget.",
        [("la région", "réclame", "Les 300 millions")],
    ),
    ("L'État refuse les 40 postes qu'exige l'hôpital.", [("l'hôpital", "exige", "les 40 postes")]),
    ("Le pont que réclame la mairie coûte cher. Les 12 ponts que compte la ville sont fermés.", []),
    (
        "L'armée reconnaît 40 morts ; les rebelles disent 190.",
        [("L'armée", "reconnaît", "40 morts"), ("les rebelles", "disent", "190")],
    ),
    ("Le maire dit deux mots et donne 10 euros. Le maire donne le départ.", []),
    ("Le ministère nous donne 8 morts.", [("Le ministère", "nous donne", "8 morts")]),
    ("Les enquêteurs ont retenu que le car roulait vite.", [("Les enquêteurs", "ont retenu", "que le car roulait vite")]),
    (
        "Bilan communiqué par les pompiers : deux morts, douze blessés.",
        [("les pompiers", "Bilan", "deux morts, douze blessés")],
    ),
    ("Bilan de la tempête : deux morts.", []),
    ("C'est le dernier bilan de la région : deux morts.", [("la région", "bilan", "deux morts")]),
    ("Deux morts, c'est le dernier chiffre de la région.", [("la région", "chiffre", "Deux morts")]),
    ("Deux morts, c'est le bilan de la saison.", []),
    (
        "Bilan transmis par la région :\n- 76 morts ;\n- aucun disparu.\n\nLes secours arrivent.",
        [("la région", "Bilan", "76 morts aucun disparu")],
    ),
    ("Le maire et le préfet : « Nous rouvrirons le pont. »", [("Le maire et le préfet", ":", "Nous rouvrirons le pont")]),
    ("Même constat chez les pompiers : « Nous manquons de bras. »", [("les pompiers", ":", "Nous manquons de bras")]),
    ("14h32. La préfecture : douze blessés.", [("La préfecture", ":", "douze blessés")]),
    (
        "Pour la coordination Eau claire, l'usine a menti « en toute connaissance de cause ».",
        [("la coordination Eau claire", "Pour", "l'usine a menti « en toute connaissance de cause")],
    ),
    (
        "Une voisine a appelé. Cette dernière dit n'avoir rien vu. Cette dernière annonce a surpris.",
        [("Cette dernière", "dit", "n'avoir rien vu")],
    ),
    ("Ils reprochent au maire, Jean Roy, d'avoir vendu le stade.", [("Ils", "reprochent", "d'avoir vendu le stade")]),
    ("Le syndicat reproche à la direction « un mépris total ».", [("Le syndicat", "reproche", "un mépris total")]),
    ('Le préfet a demandé aux maires "de ne plus ouvrir".', [("Le préfet", "a demandé", "de ne plus ouvrir")]),
    ("Il recommande en attendant de limiter les visites.", [("Il", "recommande", "de limiter les visites")]),
    ("Le groupe n'exclut pas de financer un forage.", [("Le groupe", "n'exclut pas", "de financer un forage")]),
    ("Le procureur n'écarte pas la piste criminelle.", [("Le procureur", "n'écarte pas", "la piste criminelle")]),
    (
        "Le maire a annoncé trois morts à la radio, ajoutant que le pont serait fermé.",
        [("Le maire", "a annoncé", "trois morts"), ("Le maire", "ajoutant", "que le pont serait fermé")],
    ),
    # whom a pronoun stands for
    ("Le préfet les a qualifiés de « fable ».", [("Le préfet", "les a qualifiés", "fable")]),
    # "ne ... que" restricts what is told
    ("Les pompiers, eux, ne parlent que d'une explosion.", [("Les pompiers", "ne parlent", "une explosion")]),
    ("Les pompiers ne parlent pas de politique.", []),
    ("La ministre a promis le soir que le pont rouvrirait.", [("La ministre", "a promis", "que le pont rouvrirait")]),
    # one answers another without a conjunction
    (
        "Bamako accuse Alger de mentir, Alger accuse Bamako de tricher.",
        [("Bamako", "accuse", "de mentir"), ("Alger", "accuse", "de tricher")],
    ),
    (
        "Le maire a dit que s'il pleuvait, la préfecture annoncerait une alerte.",
        [("Le maire", "a dit", "que s'il pleuvait, la préfecture annoncerait une alerte"), ("la préfecture", "annoncerait", "une alerte")],
    ),
    ("L'assurance, elle, évalue les dégâts à 4 millions d'euros.", [("L'assurance", "évalue", "les dégâts à 4 millions d'euros")]),
    ("La sucrerie reconnaît une fuite.", [("La sucrerie", "reconnaît", "une fuite")]),
    # the pronouns before a verb are of its group
    ("Le camion se serait couché vers 6 heures.", [("", "se serait couché", "Le camion se serait couché vers 6 heures")]),
    ("Le préfet l'aurait signalé à deux reprises.", [("", "l'aurait signalé", "Le préfet l'aurait signalé à deux reprises")]),
    ("Le car en aurait transporté 61.", [("", "en aurait transporté", "Le car en aurait transporté 61")]),
    ("Le rendement ne dépasserait pas 55 quintaux.", [("", "ne dépasserait pas", "Le rendement ne dépasserait pas 55 quintaux")]),
    ("La note s'élèverait à 12 millions d'euros.", [("", "s'élèverait", "La note s'élèverait à 12 millions d'euros")]),
    # a preposition and a noun
    ("L'ONU appelle au calme et à la retenue.", [("L'ONU", "appelle", "au calme et à la retenue")]),
    ("L'association en appelle à la justice européenne.", [("L'association", "en appelle", "la justice européenne")]),
    ("La CGT menace d'une grève illimitée.", [("La CGT", "menace", "une grève illimitée")]),
    ("La ministre a insisté sur la nécessité d'une réforme.", [("La ministre", "a insisté", "la nécessité d'une réforme")]),
    ("Le FMI table sur une croissance de 2 %.", [("Le FMI", "table", "une croissance de 2 %")]),
    ("Le Premier ministre a plaidé pour un cessez-le-feu.", [("Le Premier ministre", "a plaidé", "un cessez-le-feu")]),
    ("L'OMS met en garde contre une nouvelle vague.", [("L'OMS", "met en garde", "une nouvelle vague")]),
    ("Le gouvernement n'exclut pas une hausse des taxes.", [("Le gouvernement", "n'exclut pas", "une hausse des taxes")]),
    # what one says of oneself
    ("Le ministre s'est dit prêt à négocier.", [("Le ministre", "s'est dit", "prêt à négocier")]),
    ("La sénatrice se dit favorable à une trêve.", [("La sénatrice", "se dit", "favorable à une trêve")]),
    ("L'acteur s'est déclaré innocent.", [("L'acteur", "s'est déclaré", "innocent")]),
    # a name for somebody or something, in quotation marks
    ("L'entraîneur a qualifié l'arbitrage de « scandaleux ».", [("L'entraîneur", "a qualifié", "scandaleux")]),
    ("La maire a traité son rival de « menteur ».", [("La maire", "a traité", "menteur")]),
    ("Le pape a décrit la guerre comme « une folie ».", [("Le pape", "a décrit", "une folie")]),
    ("Une offre jugée « insultante » par les syndicats a été retirée.", [("les syndicats", "jugée", "insultante")]),
    ("Cet accord, qualifié d'« historique » par le président, a été signé.", [("le président", "qualifié", "historique")]),
    # questions answered
    ("Le ministre a expliqué pourquoi le train avait déraillé.", [("Le ministre", "a expliqué", "pourquoi le train avait déraillé")]),
    ("Le témoin raconte comment le toit a cédé.", [("Le témoin", "raconte", "comment le toit a cédé")]),
    # participles
    ("Les plans annoncés par le groupe toucheront 300 salariés.", [("le groupe", "annoncés", "Les plans")]),
    ("Le chiffre de 300 morts avancé par les rebelles est contesté.", [("les rebelles", "avancé", "Le chiffre de 300 morts")]),
    ("La fermeture des usines annoncée jeudi par Renault inquiète.", [("Renault", "annoncée", "La fermeture des usines")]),
    ("La grève, annoncée par la CGT, durera trois jours.", [("la CGT", "annoncée", "La grève")]),
    # what is read
    ("« La digue était fissurée », peut-on lire dans le rapport.", [("le rapport", "peut-on lire", "La digue était fissurée")]),
    # whoever is addressed, before what is asked
    ("L'association a réclamé au préfet la fermeture de l'usine.", [("L'association", "a réclamé", "la fermeture de l'usine")]),
    ("Le ministère recommande aux voyageurs la prudence.", [("Le ministère", "recommande", "la prudence")]),
    ("Le footballeur demande à être entendu.", [("Le footballeur", "demande", "à être entendu")]),
    ("La compagnie demande aux passagers de se présenter tôt.", [("La compagnie", "demande", "de se présenter tôt")]),
    ("Elle affirme être innocente.", [("Elle", "affirme", "être innocente")]),
    # one act, two sayings
    (
        "La ministre a dénoncé une dérive et accusé l'opposition de « mentir ».",
        [("La ministre", "a dénoncé", "une dérive"), ("La ministre", "accusé", "de « mentir")],
    ),
    (
        "La mairie recense cinq blessés et chiffre les dégâts à 80.000 euros.",
        [("La mairie", "recense", "cinq blessés"), ("La mairie", "chiffre", "les dégâts à 80.000 euros")],
    ),
    (
        "« Nous irons voter », a dit le député, avant de conclure : « Le peuple tranchera. »",
        [("le député", "a dit", "Nous irons voter"), ("le député", "conclure", "Le peuple tranchera")],
    ),
    (
        "Des milliers de personnes ont manifesté pour réclamer la libération du journaliste.",
        [("Des milliers de personnes", "réclamer", "la libération du journaliste")],
    ),
    # words between the verb and what it takes
    ("L'armée nie en revanche tout bombardement du village.", [("L'armée", "nie", "tout bombardement du village")]),
    ("Des riverains parlent au contraire de trois explosions.", [("Des riverains", "parlent", "trois explosions")]),
    ("Un expert évoque quant à lui 40 tonnes de déchets.", [("Un expert", "évoque", "40 tonnes de déchets")]),
    # counts: by restriction, by another voice, set against an earlier one
    ("La morgue n'en a enregistré que six.", [("La morgue", "n'en a enregistré", "six")]),
    ("Le ministère n'en retient que 300.", [("Le ministère", "n'en retient", "300")]),
    (
        "La police a dénombré 7.400 grévistes, les syndicats 20.000.",
        [("La police", "a dénombré", "7.400 grévistes"), ("les syndicats", "a dénombré", "20.000")],
    ),
    (
        "La police a compté 300 tracteurs à Vesoul, Solidaires 800.",
        [("La police", "a compté", "300 tracteurs à Vesoul"), ("Solidaires", "a compté", "800")],
    ),
    (
        "Le maire a promis de rénover l'école plutôt que de la fermer.",
        [("Le maire", "a promis", "de rénover l'école plutôt que de la fermer")],
    ),
    (
        "Les syndicats avancent le chiffre de 800 grévistes, la direction celui de 300.",
        [("Les syndicats", "avancent", "le chiffre de 800 grévistes"), ("la direction", "avancent", "300")],
    ),
    ("Près de 300 retraités ont défilé à Pau pour réclamer un abribus.", [("Près de 300 retraités", "réclamer", "un abribus")]),
    # two in one sentence, each beside what he says
    (
        "Douze classes fermeront à Metz, selon le rectorat, et trente postes seront supprimés, selon le syndicat.",
        [("le rectorat", "selon", "Douze classes fermeront à Metz"), ("le syndicat", "selon", "et trente postes seront supprimés")],
    ),
    (
        "Selon le maire, le pont a cédé, et deux cars sont tombés, d'après un témoin.",
        [("le maire", "Selon", "le pont a cédé"), ("un témoin", "d'après", "et deux cars sont tombés")],
    ),
    (
        "Douze maisons ont brûlé, a dit le maire, et trente sont menacées, a dit la préfète.",
        [("le maire", "a dit", "Douze maisons ont brûlé"), ("la préfète", "a dit", "et trente sont menacées")],
    ),
    ("L'école annonce 30 cas, contre 12 en mars.", [("L'école", "annonce", "30 cas, contre 12 en mars")]),
    # verbs that lead to one of saying
    ("Le député tient à rappeler que la loi est votée.", [("Le député", "tient à rappeler", "que la loi est votée")]),
    (
        "La ministre s'est contentée d'indiquer que l'enquête suivait son cours.",
        [("La ministre", "s'est contentée d'indiquer", "que l'enquête suivait son cours")],
    ),
    ("Le préfet n'a pas hésité à dénoncer un mensonge.", [("Le préfet", "n'a pas hésité à dénoncer", "un mensonge")]),
    # nobody in particular, and whoever is heard
    ("Le pays avait, dit-on, versé une rançon.", [("", "dit-on", "Le pays avait versé une rançon")]),
    ("À entendre la ministre, la réforme coûtera deux milliards.", [("la ministre", "À entendre", "la réforme coûtera deux milliards")]),
    # whom a relative behind an incise goes on to speak of, and whoever the outlet has it from
    (
        "« C'est honteux », hurle Malika, 34 ans, qui jure qu'elle portera plainte.",
        [("Malika", "hurle", "C'est honteux"), ("Malika", "jure", "qu'elle portera plainte")],
    ),
    (
        "Le risque était élevé, rappelle la préfecture, selon laquelle la pente était interdite.",
        [("la préfecture", "rappelle", "Le risque était élevé"), ("la préfecture", "selon", "la pente était interdite")],
    ),
    ("Le vol est annulé, a appris l'AFP auprès de la compagnie.", [("la compagnie", "a appris", "Le vol est annulé")]),
    (
        "Treize civils ont été tués, a appris Radio Sahel de sources concordantes.",
        [("sources concordantes", "a appris", "Treize civils ont été tués")],
    ),
    # what is denied, and the words that go with the denial
    (
        "Le maire nie tout retard : « Nous avons agi dès mardi. »",
        [("Le maire", "nie", "tout retard"), ("Le maire", "«", "Nous avons agi dès mardi")],
    ),
    # one subject, two verbs
    (
        "Le collège des médecins a décrété une grève et prévient que les soins cesseront.",
        [("Le collège des médecins", "prévient", "que les soins cesseront")],
    ),
    # what belongs to a source, and what does not
    ("Le gouvernement, lui, dit que le stade ouvrira.", [("Le gouvernement", "dit", "que le stade ouvrira")]),
    ("L'ONG, mise en cause par la presse, affirme que tout est légal.", [("L'ONG", "affirme", "que tout est légal")]),
    ("Le col est fermé, a dit Jeanne Roux (Modem).", [("Jeanne Roux (Modem)", "a dit", "Le col est fermé")]),
    ("Le col est fermé, a dit le maire de cette commune.", [("le maire de cette commune", "a dit", "Le col est fermé")]),
    (
        "Selon un rapport de la cour régionale publié en 2022, la régie perd de l'argent.",
        [("un rapport de la cour régionale publié en 2022", "Selon", "la régie perd de l'argent")],
    ),
    (
        "Le gaz a été saisi, selon l'Organisation pour l'interdiction des armes.",
        [("l'Organisation pour l'interdiction des armes", "selon", "Le gaz a été saisi")],
    ),
    ("Deux ministres ont été arrêtés, selon ce que rapporte la BBC.", [("la BBC", "selon", "Deux ministres ont été arrêtés")]),
    (
        "La loi n'a pas été comprise par les élus qui disent que la dette augmente.",
        [("les élus", "disent", "que la dette augmente")],
    ),
    # where content begins
    ("Le doute demeure : le feu couvait depuis lundi, selon le parquet.", [("le parquet", "selon", "le feu couvait depuis lundi")]),
    ("En effet, le col est fermé, a dit le préfet.", [("le préfet", "a dit", "le col est fermé")]),
    (
        "La banque évoque « une double saisie » dans deux agences.",
        [("La banque", "évoque", "« une double saisie » dans deux agences")],
    ),
    (
        "Le groupe juge « infondée » la plainte et affirme que tout est légal.",
        [("Le groupe", "juge", "infondée"), ("Le groupe", "affirme", "que tout est légal")],
    ),
    # prepositions
    ("À l'en croire, personne n'a été prévenu.", [("l'", "À l'en croire", "personne n'a été prévenu")]),
    ("Mais de source diplomatique, l'accord est proche.", [("source diplomatique", "de", "l'accord est proche")]),
    ("Le président reconnaît tout de même que le pays souffre.", [("Le président", "reconnaît", "que le pays souffre")]),
]

NOTHING = [
    "La région compte 76 hôpitaux.",
    "L'équipe a compté deux fois les mêmes bulletins.",
    "Le club compte retenir trois joueurs.",
    "L'élu ne tient pas à commenter l'affaire.",
    "La région appelle à Paris.",
    "La mairie appelle les pompiers.",
    "Le devoir l'appelle à la caserne.",
    "Le projet menace de nombreuses espèces.",
    "La tempête menace de faire déborder la Seine.",
    "Cette réforme appelle à une réflexion.",
    "Le chat se dit en anglais cat.",
    "Un incendie s'est déclaré dans une usine.",
    "Deux foyers se sont déclarés simultanément.",
    "Le syndicat traite le dossier avec prudence.",
    "L'institut présente le film « La Haine » samedi.",
    "Le préfet a appelé le numéro « 112 ».",
    "Le tribunal a traité l'affaire en « comparution immédiate ».",
    "Le but marqué par Messi a tout changé.",
    "Le maire, appelé par les pompiers, s'est rendu sur place.",
    "Des rumeurs ont circulé pour dénoncer la fraude.",
    "Un ancien cariste, employé jusqu'en 2023, raconte une autre histoire.",
    "Le président a prévu de se rendre à Lyon.",
    "Il devra attendre s'il souhaite déloger le maire.",
]


def attribute(text: str):
    report = Report(id="r-1", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    return [a.attribution for reading in read(report) for a in attributed(ReadReport(report=report, reading=reading))]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_relations(text, expected):
    words = lambda spans: " ".join(text[s.start : s.end] for s in spans)  # noqa: E731
    assert [(words(a.source), words([a.cue]), words(a.content)) for a in attribute(text)] == expected


def test_towns_in_a_row_count_nothing():
    text = "Les gendarmes ont compté 300 tracteurs à Vesoul, Lons et Morez, au moins 80 à Gray."
    assert [text[s.start : s.end] for a in attribute(text) for s in a.source] == ["Les gendarmes"]


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_speaks(text):
    assert attribute(text) == []
