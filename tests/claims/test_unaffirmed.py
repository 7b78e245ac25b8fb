"""What nobody affirms makes no count that answers a question; what is affirmed beside it stays."""

import pytest

from recoupe.claims import claims
from recoupe.claims.unaffirmed.words import words_of
from recoupe.model import Modality, Polarity, Raw, ReadReport, Report
from recoupe.read import read

ANSWERS = {Modality.ASSERTED, Modality.REPORTED, Modality.HEARSAY, Modality.POSSIBLE, Modality.ACCUSATION, Modality.FORECAST}

OPEN = [  # the count is not affirmed, and no claim is made of it
    "La cour n'a pas de document attestant la vente de 40 parcelles.",
    "Le vol de 300 caisses n'est pas avéré.",
    "La noyade de deux baigneurs n'a pas été établie.",
    "Aucune preuve n'étaye la disparition de huit statues.",
    "On ne sait pas combien de randonneurs, sur les 40, ont été secourus.",
    "Est-il vrai que quatre juments ont été volées ?",
    "À supposer que vingt juges partent, la cour tiendrait.",
    "Le maire s'oppose à la construction de 400 logements.",
    "Il s'en est fallu de peu pour que douze barques chavirent.",
    "Imaginons 12 morts à la centrale : qui répondrait ?",
    "Supposons dix malades dans une école.",
    "Les experts n'ont aucune preuve que 40 malades soient morts, dit l'agence.",
    "Il n'est pas prouvé que quarante malades aient été contaminés.",
    "Des images truquées montraient douze soldats capturés.",
    "L'usine a renoncé à supprimer 80 postes.",
    "La mairie a renoncé à la fermeture de douze écoles.",
    "Le Sénat a rejeté la création de 300 postes.",
    "La suppression de 300 postes a été évitée par un accord.",
    "On est passé à côté de douze morts, dit le maire.",
    "Le juge a refusé de libérer quatre détenus.",
    "Le concert de 2.000 choristes a été annulé à Metz.",
    "La police a déjoué un attentat visant 300 fidèles.",
    "Trente fausses victimes ont été évacuées.",
    "Un exercice Orsec s'est tenu mardi. Une explosion a fait 15 blessés.",
    "Pour les besoins de l'exercice, trente figurants étaient blessés.",
    "Dans le scénario, une fuite tue douze voisins.",
    "Lors de l'exercice, 12 personnes ont été « tuées ».",
    "Il s'en est fallu de peu que 12 passagers meurent.",
    "Il s'en fallut d'un cheveu que la tour tombe sur 30 ouvriers.",
    "La préfecture n'a pas confirmé que quatre ouvriers avaient été blessés.",
    "Aucune source officielle n'a confirmé la mort de 18 pêcheurs.",
    "Ni le parquet ni la police n'ont confirmé que deux lycéens avaient été blessés.",
    "Personne n'a confirmé que 12 soldats avaient été tués.",
    "Le ministre n'a jamais dit que 300 postes seraient supprimés.",
    "« Je n'ai jamais dit que 300 emplois étaient menacés », a répondu le patron.",
    "L'avocat refuse de dire si deux salariés ont été licenciés.",
    "La police ignore si six manifestants ont été blessés.",
    "On ne sait pas encore si les six passagers ont survécu.",
    "Les enquêteurs cherchent à savoir si les deux hommes ont été tués.",
    "La compagnie n'est pas en mesure de confirmer que 30 passagers étaient à bord.",
    "La direction n'était pas en mesure, lundi matin, de confirmer la disparition de quatre marins.",
    "Ni les autorités ni l'armée n'ont communiqué de bilan de 45 morts.",
    "Rien ne prouve que sept détenus se sont évadés.",
    "Le bilan de 40 morts n'a pas été confirmé par les autorités.",
    "Sans l'alerte, vingt et une personnes seraient mortes dans l'éboulement.",
    "Quarante enfants auraient péri sans l'intervention des pompiers.",
    "L'accident aurait pu faire 40 morts.",
    "Douze ouvriers ont failli mourir dans l'effondrement.",
    "Le pilote a évité la mort de 90 passagers.",
    "Si le pilote avait freiné, 12 passagers auraient été sauvés, a dit l'expert.",
    "Si la digue cédait, 400 maisons seraient inondées.",
    "L'arme est assez puissante pour tuer 40 personnes.",
    "La mairie doute que le bilan dépasse 15 morts.",
    "Le syndicat doutait que 300 logements soient construits.",
    "Le parquet n'est pas sûr que deux hommes aient été tués.",
    "Si 12 marins sont morts, il faudra le dire, estime l'avocat.",
    "Lors de l'exercice, 30 blessés fictifs ont été évacués.",
    "Le film raconte la mort de 12 mineurs à Courrières.",
    "Dans le film, 12 mineurs sont tués.",
    # what is not spoken of is not none
    "Le rapport d'autopsie, qui ne fait état d'aucun blessé, date de mardi.",
    "Le bulletin de la station ne mentionne aucune victime.",
    # what others say, in somebody's quotation
    "« On nous parle de 40 licenciements, mais rien n'est signé », proteste un délégué.",
    "« Certains médias annoncent douze morts », soupire le maire.",
    "« On dit que vingt élèves sont malades », raconte une infirmière.",
]

PUT = [  # the count is put otherwise than as a statement that it is so
    ("Une vidéo censée montrer dix marins exécutés circule en ligne.", 10, "hearsay"),
    ("Des images présentées comme celles de six mineurs ensevelis sont anciennes.", 6, "hearsay"),
    ("Le chiffre de 80 malades circule dans le port.", 80, "hearsay"),
    ("Il se murmure que six joueurs ont été vendus.", 6, "hearsay"),
    ("On parle de 40 bateaux coulés.", 40, "hearsay"),
    ("« On parle de 40 bateaux coulés », dit un pêcheur.", 40, "reported"),
    ("« Il paraît que dix élèves sont malades », dit une mère.", 10, "reported"),
    ("Le parquet a requis huit ans de prison contre un pilote accusé d'avoir tué trois plongeurs.", 3, "accusation"),
    ("La ville veut expulser un gérant soupçonné d'avoir floué 20 clients.", 20, "accusation"),
    ("Il faut reloger 300 familles.", 300, "demand"),
    ("Il a fallu reloger 300 familles.", 300, "asserted"),
    ("Il est urgent de vacciner 4.000 élèves.", 4000, "demand"),
    ("La région veut que 30 lycées soient rénovés.", 30, "wish"),
    ("Une demande d'expulsion de 80 locataires a été déposée.", 80, "wish"),
    ("Le tribunal a reporté l'expulsion de huit familles.", 8, "forecast"),
    ("Tout porte à croire que six chevaux ont été empoisonnés.", 6, "possible"),
    ("À première vue, trente vignes ont gelé.", 30, "possible"),
    ("L'idée de 2.000 renvois est une pure invention.", 2000, "denied"),
    ("Le robot est une invention de trois étudiants.", 3, "asserted"),
    ("Le bilan de 40 blessés est, assure le club, un mensonge.", 40, "denied"),
    ("Le chiffre de 40 blessés n'est, assure le club, pas faux.", 40, "reported"),
    ("Il est inexact de parler de 60 disparus.", 60, "denied"),
    ("Le groupe a démenti par la voix de son avocat avoir licencié 120 salariés.", 120, "denied"),
    ("« Dire que trente civils sont morts est un mensonge », a dit l'armée.", 30, "denied"),
    ("La fausse rumeur de l'enlèvement de deux enfants a semé la panique.", 2, "denied"),
    ("Si le texte passe, 120 emplois seraient menacés, selon le syndicat.", 120, "forecast"),
    ("Si le vent tourne, jusqu'à 40 km de plages seraient souillées, prévient le préfet.", 40, "forecast"),
    ("Si l'usine fermait, 400 ouvriers perdraient leur emploi, a déclaré le maire.", 400, "forecast"),
    ("Il est faux que neuf mineurs soient morts.", 9, "denied"),
    ("La rumeur d'une fusillade ayant fait 12 morts est fausse.", 12, "denied"),
    ("Le bruit courait dimanche à Sfax que trois pêcheurs étaient morts.", 3, "hearsay"),
    ("La rumeur a couru toute la journée que neuf élèves avaient été blessés.", 9, "hearsay"),
    ("Le bruit courait qu'un juge avait été tué ; ce bruit est infondé : il est chez lui.", 1, "denied"),
    ("Onze mineurs sont morts au fond du puits. La rumeur est fausse.", 11, "denied"),
    ("Onze mineurs sont morts au fond du puits. Le chiffre est exact.", 11, "asserted"),
    ("Le club dément l'information, publiée par un quotidien, selon laquelle trois joueurs ont été suspendus.", 3, "denied"),
    ("La ministre a démenti une rumeur, partagée en ligne, selon laquelle deux élèves auraient été enlevés.", 2, "denied"),
    ("La mairie dément les informations du Progrès selon lesquelles 12 pompiers avaient été tués.", 12, "denied"),
    ("La direction dément que douze salariés aient été blessés.", 12, "denied"),
    ("Rien n'exclut que le nombre de blessés dépasse 30, a dit le maire.", 30, "possible"),
    ("Il n'est pas impossible que douze pêcheurs soient morts, dit la préfecture.", 12, "possible"),
    ("On ne peut exclure que deux enfants soient blessés.", 2, "possible"),
    ("L'arrêté fixe à 300 le nombre de cerfs pouvant être abattus cette saison.", 300, "possible"),
    ("L'homme prévoyait de tuer cinq collègues.", 5, "wish"),
    ("Il a tenté de tuer trois voisins.", 3, "wish"),
    ("« On attend 300 cavaliers », a dit le maire.", 300, "forecast"),
    ("« Cinquante agneaux volés, c'est un mensonge », dit le maire.", 50, "denied"),
    ("« J'ai entendu parler de trente élèves malades, c'est faux », a dit le recteur.", 30, "denied"),
    ("« Trente postes supprimés ? Ce n'est pas vrai », a répondu le patron.", 30, "denied"),
    ("« Dire que 50 loups vivent ici, c'est pure invention », s'agace une éleveuse.", 50, "denied"),
    ("Selon la police, deux hommes voulaient tuer six passants.", 6, "wish"),
    ("Il est accusé d'avoir tenté d'empoisonner deux voisins.", 2, "wish"),
    ("Le suspect envisageait de poser trois bombes dans le métro.", 3, "wish"),
    ("On craint douze morts à Lens.", 12, "possible"),
    ("Quarante morts sont à redouter.", 40, "possible"),
    ("Le maire voudrait 300 logements neufs.", 300, "wish"),
    ("Il semble que six vaches aient été empoisonnées.", 6, "possible"),
    ("On s'attend à ce que vingt barrages soient levés.", 20, "forecast"),
    ("Le juge a enjoint à la mairie de reloger 12 familles.", 12, "demand"),
    ("L'armée a offert d'accueillir 60 réfugiés.", 60, "wish"),
    ("La mairie étudie l'évacuation de 300 habitants.", 300, "forecast"),
    ("Le préfet a décidé d'évacuer 300 habitants.", 300, "forecast"),
    ("Le patron encourt 45.000 euros d'amende.", 45_000, "possible"),
    ("L'hôpital a besoin de 40 infirmières.", 40, "wish"),
    ("Le tueur visait à tuer trente lycéens.", 30, "wish"),
    ("La ville se prépare à accueillir 3.000 réfugiés.", 3000, "forecast"),
    ("La préfecture n'attend pas plus de 200 manifestants.", 200, "forecast"),
    ("Douze marins ont dû périr dans le naufrage.", 12, "possible"),
    ("L'armée juge mensonger le bilan de 40 soldats tués.", 40, "denied"),
    ("Le club a qualifié d'invention la mort de trois supporters.", 3, "denied"),
    ("La direction qualifie le chiffre de 40 licenciements d'exagéré.", 40, "denied"),
    ("Les familles ne croient pas au bilan de huit noyés.", 8, "denied"),
    ("La présidente doute des 300 embauches.", 300, "denied"),
    ("Le préfet a remis en cause le chiffre de 9.000 grévistes.", 9000, "denied"),
    ("Le jury a qualifié de remarquable le travail de 12 élèves.", 12, "asserted"),
    ("Le maire ne doute pas du chiffre de 300 emplois.", 300, "asserted"),
    ("Trois ponts et deux routes seront fermés.", 3, "forecast"),
    ("Condamné pour tentative d'assassinat sur deux policiers, il a fait appel.", 2, "wish"),
    ("Le forcené menace de tuer trois élèves.", 3, "threat"),
    ("Des malfaiteurs menaçaient de faire exploser deux wagons.", 2, "threat"),
]

AFFIRMED = [  # the rule must not fire
    ("La fréquentation frôle les 84 % à la foire.", 84, Modality.ASSERTED),
    ("L'enquête vise douze élus.", 12, "asserted"),
    ("Il a offert 12 livres à la bibliothèque.", 12, "asserted"),
    ("Le concert et la marche ont réuni 300 habitants.", 300, "asserted"),
    ("Le tribunal a rejeté la plainte de 300 salariés.", 300, "asserted"),
    ("Le conseil étudie 40 dossiers.", 40, "asserted"),
    ("Un monument aux 300 morts sera inauguré samedi.", 300, "asserted"),
    ("La mairie compte 300 agents.", 300, "asserted"),
    ("Les secouristes ont dû évacuer 40 skieurs.", 40, "asserted"),
    ("Une dizaine d'ouvriers, peut-être quinze, ont été blessés.", 10, "asserted"),
    ("Le musée a accueilli 200 visiteurs et table sur 300 l'an prochain.", 200, "asserted"),
    ("Le syndicat juge crédible le bilan de 40 intoxiqués.", 40, "reported"),
    ("Lors d'un exercice militaire, deux soldats ont été tués.", 2, "asserted"),
    ("Dans la pièce, trois corps ont été trouvés.", 3, "asserted"),
    ("Trois cents vols ont été annulés.", 300, "asserted"),
    ("Il n'est pas venu, preuve que douze élus ont été écartés.", 12, "asserted"),
    ("Le policier a refusé de témoigner après la mort de trois détenus.", 3, "asserted"),
    ("Trois voisins qui tentaient de sauver un chien, sont morts dans un incendie qui a fait cinq blessés.", 5, "asserted"),
    ("L'accident de car n'a fait aucun mort.", 0, "asserted"),
    ("Le capitaine des pompiers ne déplore aucun blessé.", 0, "reported"),
    ("« Nous parlons de 40 licenciements », a dit la directrice.", 40, "reported"),
    ("Le ministère confirme l'information, publiée par Le Soir, selon laquelle 12 agents ont été licenciés.", 12, "reported"),
    ("Il a été condamné pour avoir tué trois personnes.", 3, "asserted"),
    ("Les secours tentent d'extraire 12 mineurs bloqués.", 12, "asserted"),
    ("Il a tenté de fuir et a blessé deux policiers.", 2, "asserted"),
    ("Même si trois personnes sont mortes, le festival continue.", 3, "asserted"),
    ("Si 300 personnes ont pu être évacuées, quinze restent portées disparues.", 300, "asserted"),
    ("Contrairement à ce que dit la mairie, 12 tentes ont été emportées.", 12, "asserted"),
    ("Trois décès en lien possible avec la chaleur ont été notifiés.", 3, "asserted"),
    ("L'usine, qui emploie 240 ouvriers, n'envisage pas de fermer.", 240, "asserted"),
    ("L'hôpital, qui compte 300 lits, devrait rouvrir mardi.", 300, "asserted"),
    ("Un engin pouvant être commandé à distance a blessé six soldats.", 6, "asserted"),
    ("Si 40 marins sont morts, un seul a survécu.", 40, "asserted"),
    ("Lors de l'exercice, trois soldats ont été blessés.", 3, "asserted"),
    ("Le film, tourné à Lens, a coûté 12 millions d'euros.", 12_000_000, "asserted"),
    ("« Nous avons perdu 50 brebis. C'est vrai », dit l'éleveur.", 50, "reported"),
    ("La CGT affirme que 90 postes sont supprimés. C'est faux, répond la direction.", 90, "reported"),
    ("« Quatre feux en un mois, c'est faux de croire au hasard », dit le garde.", 4, "reported"),
    ("Nul doute que 30 personnes sont mortes.", 30, "asserted"),
    ("Le préfet se doute que 30 habitants sont partis.", 30, "asserted"),
    ("Le ministre ne doute pas que le déficit dépasse 3 milliards d'euros.", 3_000_000_000, "asserted"),
    ("La mairie n'a pas hésité à dire que 40 agents étaient malades.", 40, "asserted"),
    ("Le ministre n'a confirmé que trois morts.", 3, "reported"),
    ("La mairie prévoit de construire 300 logements.", 300, "forecast"),
    ("Deux hommes seraient morts sans que les secours aient été prévenus.", 2, "hearsay"),
    ("Selon le club, dont le stade fermerait si la loi passait, 300 billets ont été vendus.", 300, "reported"),
    ("Le syndicat déplore douze blessés dans ses rangs.", 12, "reported"),
]


def counts(text: str, *, language: str = "fr"):
    report = Report(id="r-0", text=text, sha256="", language=language, raw=Raw(sha256="", locator=""), extractor="")
    return [c for reading in read(report) for c in claims(ReadReport(report=report, reading=reading)) if c.quantities]


@pytest.mark.parametrize("text", OPEN)
def test_no_answer(text):
    assert [c for c in counts(text) if c.modality in ANSWERS and c.polarity is Polarity.POSITIVE] == []


@pytest.mark.parametrize(("text", "value", "modality"), PUT + AFFIRMED, ids=[c[0] for c in PUT + AFFIRMED])
def test_put(text, value, modality):
    found = [c.modality.value for c in counts(text) if value in (c.quantities[0].value, c.quantities[0].low)]
    assert found == [modality]


def test_the_words_that_put_it_so_are_its_evidence():
    text = "Le forcené menace de tuer trois élèves."
    (claim,) = counts(text)
    evidence = next(e for e in claim.evidence if e.field == "modality")
    assert (evidence.rule, evidence.words) == ("claims/fr/modality/unaffirmed", "tuer")


@pytest.mark.parametrize(
    "text",
    [
        "La grêle n'a pas détruit moins de 200 serres.",
        "Il n'y a pas eu moins de 40 blessés.",
        "Le patron ne conteste pas les 12 licenciements.",
        "Le club ne doute pas que 300 emplois seront sauvés.",
    ],
)
def test_what_a_negation_leaves_as_it_is(text):
    assert [c.polarity for c in counts(text)] == [Polarity.POSITIVE]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Jamais 500 grévistes n'ont défilé à Brest, jure la police.", Polarity.NEGATIVE),
        ("Jamais 300 pèlerins n'avaient péri dans une bousculade ici.", Polarity.POSITIVE),
        ("Contrairement à ce qui a été dit, 12 marins n'ont pas été arrêtés.", Polarity.NEGATIVE),
        ("Contrairement à ce qui a été écrit, 30 maisons ont été détruites.", Polarity.POSITIVE),
    ],
)
def test_what_never_was(text, polarity):
    assert [c.polarity for c in counts(text)] == [polarity]


def test_those_who_are_left_out():
    left = counts("Tous sauf deux des douze passagers sont morts.")
    assert [c.quantities[0].role for c in left if c.quantities[0].value == 2] == [None]
    assert [c.quantities[0].value for c in counts("Sept marins sont morts, sauf erreur.")] == [7]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Quarante globicéphales se sont échoués, dont 12 morts.", ["globicéphale", "globicéphale"]),
        ("La police a dressé 1 126 amendes de 135 €, contre 700 en 2024.", ["amende", "euro", "amende"]),
        ("Le loyer est de 700 euros, contre 650 en 2024.", ["euro", "euro"]),
        ("Le chiffre est dix fois moindre, selon une étude.", []),
    ],
)
def test_of_what_there_are_so_many(text, units):
    assert [c.quantities[0].unit for c in counts(text)] == units


def test_language_without_words():
    assert words_of("de") is None
    assert all(c.modality is Modality.ASSERTED for c in counts("47 Drohnen abgeschossen.", language="de"))


def test_a_question_affirms_nothing():
    assert counts("Y a-t-il eu douze morts ?") == []
    assert counts("Le directeur a-t-il menti sur les douze morts ?") == []


def test_a_question_without_a_verb_leaves_it_open():
    assert [c.modality for c in counts("Fuite chez un bailleur : les loyers de 400 locataires dans la nature ?")] == [Modality.POSSIBLE]


def test_a_question_may_take_for_granted_what_it_speaks_of():
    for text in ("Douze morts dans un incendie : une négligence ?", "Pourquoi douze mineurs sont-ils morts ?"):
        assert [c.modality for c in counts(text)] == [Modality.ASSERTED]


def test_a_sentence_that_takes_back_the_one_before():
    assert counts("Douze morts. C'est faux, dit la police.")[0].modality is Modality.DENIED
