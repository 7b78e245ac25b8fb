"""How a count is put: plans, demands, what was to come, and what only looks like it."""

import pytest

from recoupe.claims import claims
from recoupe.model import Raw, ReadReport, Report
from recoupe.read import read


def told(text):
    """All claims of a text."""
    report = Report(id="r-0", text=text, sha256="", language="fr", raw=Raw(sha256="", locator="t"), extractor="t")
    return claims(ReadReport(report=report, reading=next(iter(read(report)))))


def put(text):
    """The modality of each claim with a count."""
    return [c.modality.value for c in told(text) if c.quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Que l'État tienne parole », a lancé la maire.", "demand"),
        ("« L'État doit agir », a lancé la maire.", "demand"),
        ("« Il est temps de rouvrir la gare », a lancé la maire.", "demand"),
        ("« Nous avons besoin de lits », a dit la maire.", "demand"),
        ("Le préau doit être démoli en mai, a dit la maire.", "forecast"),
        ("Les coupables doivent être punis, a dit la maire.", "demand"),
        ("« Le préau doit être démoli avant mai », a dit la maire.", "demand"),
        ("L'avocat a plaidé la relaxe.", "demand"),
        ("L'avocat a plaidé l'erreur.", "reported"),
        ("Selon la maire, les riverains réclament des navettes.", "demand"),
        ("« Le train doit repartir mardi », a dit la maire.", "forecast"),
        ("« On espère une accalmie », a dit la maire.", "wish"),
        ("« Ils le paieront cher », a lancé la maire.", "threat"),
        ("La milice promet une riposte.", "threat"),
        ("La milice promet une réforme.", "forecast"),
        ("« Ils ont truqué le scrutin », a lancé la maire.", "accusation"),
        ("« Il a lui aussi été trompé », a dit la maire.", "reported"),
        ("Les pompiers évoquent la possibilité d'une fuite.", "possible"),
        ("La maire a annoncé son intention de démissionner.", "forecast"),
        ("La maire compte faire appel, a-t-elle dit.", "forecast"),
        ("La maire compte encore des absents, a-t-elle dit.", "reported"),
    ],
)
def test_what_the_words_themselves_make_of_a_report(text, expected):
    assert {c.modality.value for c in told(text)} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les syndicats comptent réunir 12.000 personnes.", ["forecast"]),
        ("Les riverains entendent déposer 40 recours.", ["forecast"]),
        ("La commune compte 300 logements à rénover.", ["asserted"]),
        ("Lancement prévu jeudi de deux satellites", ["forecast"]),
        ("Avant la marche prévue à 14 heures, on comptait 300 cars.", ["asserted"]),
        ("300 postes supprimés d'ici juin", ["forecast"]),
        ("Les gens d'ici ont vu 12 loups.", ["asserted"]),
        ("Le col est fermé, et nous leur demandons d'y envoyer 12 bus.", ["demand"]),
        ("Nous avons reçu la demande de 12 familles.", ["asserted"]),
        ("Comme prévu, deux satellites ont été lancés.", ["asserted"]),
        ("Froid : jusqu'à 9 degrés attendus lundi, deux cygnes morts", ["forecast", "asserted"]),
        ("La régie a indiqué que 5.500 abonnés seraient remboursés.", ["forecast"]),
        ("« Il faut embaucher 40 infirmiers », a dit le directeur.", ["demand"]),
        ("« Il faut dire que 40 infirmiers sont partis », a dit le directeur.", ["reported"]),
        ("Il est soupçonné d'avoir volé 12 tableaux.", ["accusation"]),
        ("Il lui est reproché d'avoir vendu 12 tableaux.", ["accusation"]),
        ("Il a été soupçonné, puis 12 tableaux ont été volés.", ["asserted"]),
        ("La commune envisage de fermer 12 classes.", ["forecast"]),
        ("Le garde tira sur 12 sangliers.", ["asserted"]),  # the simple past of a verb in -rer
        ("Le train livrait 40 tonnes de blé.", ["asserted"]),  # no conditional
        ("Le car a heurté trois vaches car le chauffeur aurait bu 12 bières.", ["asserted", "hearsay"]),
        ("Le navire avait 12 marins à bord et trois autres seraient à l'eau.", ["asserted", "hearsay"]),
        ("Des voleurs, qui auraient pris 12 vélos et cassé trois vitrines, ont fui.", ["hearsay", "hearsay"]),
        ("Explosion à Sète : deux morts, douze personnes seraient blessées", ["asserted", "hearsay"]),
        ("Deux hommes, trois femmes et un enfant auraient été blessés.", ["hearsay", "hearsay", "hearsay"]),
        ("Douze marins, dont deux officiers, seraient morts.", ["hearsay", "hearsay"]),
        ("Trois marins, qui réparaient le pont, auraient disparu.", ["hearsay"]),
        ("Un marin, qui aurait blessé 3 personnes, a été arrêté.", ["asserted", "hearsay"]),
        ("Douze ouvriers seraient malades mais l'usine a licencié 300 employés.", ["hearsay", "asserted"]),
        ("Une dizaine de vaches seraient encore dans l'étable.", ["hearsay"]),
        ("La ville doit loger 12 familles et en a reçu 30.", ["forecast", "asserted"]),
        ("L'armée pourrait intervenir et a déployé 300 hommes.", ["asserted"]),
        ("Le groupe va fermer deux usines et supprimer 300 postes.", ["forecast", "forecast"]),
    ],
)
def test_how_a_count_is_put(text, expected):
    assert put(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La redevance sera de 18 euros par foyer, contre 15 euros auparavant.", ["forecast", "asserted"]),
        ("La musicienne devrait rejoindre l'orchestre contre 40.000 euros.", ["forecast"]),  # no comparison
        ("Les 320 élèves évacués mardi ne rentreront pas avant lundi.", ["asserted"]),
        ("Les 320 élèves seront évacués mardi.", ["forecast"]),
        ("Le viaduc, fermé sur 800 mètres, ne rouvrira pas avant mars.", ["asserted"]),
        ("Avec des vagues de 12 mètres, la tempête pourrait atteindre la côte samedi.", ["asserted"]),
        ("Il fera 3 degrés, avec 20 centimètres de neige.", ["forecast", "forecast"]),
        ("Le gymnase, prévu pour 200 personnes, en a reçu 600.", ["asserted"]),
        ("Une réunion est prévue pour 12 familles.", ["forecast"]),
        ("Il neigera demain : de 20 à 30 centimètres.", ["forecast"]),
        ("Il neigera demain : 30 voitures ont été évacuées.", ["asserted"]),
        ("La fondation a annoncé le versement de 30.000 euros aux apiculteurs.", ["forecast"]),
        ("Le port a annoncé la mort de 2 dockers.", ["reported"]),
        ("La perte attendue se monterait à 12 millions d'euros, calcule la banque.", ["hearsay"]),
    ],
)
def test_a_verb_does_not_put_what_it_takes_for_granted(text, expected):
    assert put(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un sabotage « ne peut être exclu », a dit le préfet.", "possible"),
        ("Le sabotage est exclu, a dit le préfet.", "reported"),
        ("Les habitants doivent partir, a dit le préfet.", "forecast"),
        ("« Fermez les vannes », a lancé la maire.", "demand"),
        ("« N'attendez pas l'orage », a lancé la maire.", "demand"),
        ("« Vous fermez les vannes trop tard », a lancé la maire.", "reported"),
        ("« Savez-vous qui paie », a lancé la maire.", "reported"),
        ("« Chez nous, on paie », a lancé la maire.", "reported"),
        ("Le groupe armé promet de riposter.", "threat"),
        ("La ministre promet de répondre avec fermeté.", "threat"),
        ("La ministre promet de répondre aux questions des parents.", "forecast"),
        ("Le port a annoncé la fermeture du terminal.", "forecast"),
        ("« Nous devons fermer la piscine », a dit la maire.", "forecast"),
        ("« Je vais fermer la piscine », a dit la maire.", "forecast"),
        ("« Nous voulons des réponses », dit la riveraine.", "wish"),
        ("« Nous demandons son départ », dit la riveraine.", "demand"),
        ("« Nous nions avoir fermé la piscine », dit la riveraine.", "denied"),
        ("« Je ne nie pas avoir fermé la piscine », dit la riveraine.", "reported"),
        ("« Ils mentent tous », dit la riveraine.", "accusation"),
        ("« Ils ont volé nos terres », dit la riveraine.", "accusation"),
        ("« Des tuiles ont volé sur la route », dit la riveraine.", "reported"),
        ("« Les vitres ont volé en éclats », dit la riveraine.", "reported"),
        ("« Je mens mal », dit la riveraine.", "reported"),
        ("La chaleur s'étendra vers le nord, selon le service météo.", "forecast"),
        ("Le préfet dit comprendre la colère.", "evaluation"),
        ("« Hors de question », tranche la directrice.", "evaluation"),
        ("« Quel gâchis », tranche la directrice.", "evaluation"),
        ("« C'est de la poudre aux yeux », tranche la directrice.", "evaluation"),
        ("« On ne soigne pas une fièvre avec un parapluie », ironise le sénateur.", "evaluation"),
        ("« Nous ne comprenons pas ce choix », dit la vigneronne.", "evaluation"),
        ("Le syndicat parle d'« une farce ».", "evaluation"),
        ("L'expert juge le barrage fragile.", "evaluation"),
        ("L'armateur crie à la fraude.", "accusation"),
        ("Le préfet met en garde contre les crues.", "possible"),
        ("Le ministère met en garde les armateurs contre toute attaque.", "threat"),
        ("« La digue peut céder », met en garde le maire.", "possible"),
        ("Le maire n'entend pas démissionner, dit son adjointe.", "forecast"),
        ("Le conseil a dit qu'il allait fermer la piscine.", "forecast"),
        ("La rencontre n'aura pas lieu, selon le club.", "forecast"),
        ("L'élue affirme que les voleurs s'y seraient introduits de nuit.", "hearsay"),
        ("Le pont est fermé, a prévenu la mairie, selon laquelle l'ouvrage menacerait ruine.", "hearsay"),
        # what only a noun or its cause may be, and what is told beside, says nothing of those counted
        ("Trois cents marins ont défilé contre une éventuelle fermeture de la criée.", "asserted"),
        ("Le maire évoque l'éventuelle fermeture de trois écoles.", "possible"),
        ("Trois marins sont morts dans une explosion probablement due au gaz.", "asserted"),
        ("Douze granges ont été détruites et une réunion est prévue lundi.", "asserted"),
        ("Douze granges auraient brûlé et trois ponts ont cédé.", "asserted"),
        ("Douze granges ont brûlé et trois ponts pourraient céder.", "possible"),
    ],
)
def test_how_what_is_said_is_put(text, expected):
    assert [c.modality.value for c in told(text)][-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Ils ont vidé la cave, ils n'ont rien laissé », raconte la voisine.", "negative"),
        ("« Ils n'ont rien laissé », raconte la voisine.", "negative"),
        ("Le syndicat menace d'une grève si le texte n'est pas retiré.", "positive"),
        ("Les 12 familles ont reçu l'ordre de ne plus sortir, selon la mairie.", "positive"),
        ("La récolte ne dépasserait pas 55 tonnes, selon la coopérative.", "positive"),
        ("Les 12 familles ne sortent plus, selon la mairie.", "negative"),
        ("Les 12 familles n'ont pu sortir, selon la mairie.", "negative"),
        ("Douze familles ont fui (le bilan n'est pas définitif), selon la mairie.", "positive"),
        ("Le bac ne peut porter que 12 familles, selon la mairie.", "positive"),
        ("Le pronostic vital de six passagers gravement blessés n'est plus engagé, selon la mairie.", "positive"),
        ("Les corps de 12 marins n'ont pas été rendus, selon la mairie.", "positive"),
        ("Douze décès n'ont pas été confirmés, selon la mairie.", "negative"),
        ("Aucun pont n'a cédé et 12 routes ont été coupées, selon la mairie.", "positive"),
        ("La mairie assure qu'aucun site ne fermera et que 12 familles ont été relogées.", "positive"),
        ("Deux marins ne donnent plus de nouvelles, selon la mairie.", "positive"),
        ("Douze familles n'ont toujours pas l'électricité, selon la mairie.", "positive"),
        ("On n'est pas loin de 12 familles, selon la mairie.", "positive"),
    ],
)
def test_what_is_denied(text, expected):
    assert [c.polarity.value for c in told(text)][-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La maire exige une enquête sur le barrage qui a cédé sur 40 maisons.", ["asserted"]),
        ("La maire exige une enquête sur le barrage qui a cédé sur 40 maisons, selon l'agence Delta.", ["reported"]),
        ("La milice menace de rouvrir le camp où 40 otages ont péri.", ["asserted"]),
        ("La milice nie avoir fermé le camp où 40 otages ont péri.", ["asserted"]),
        ("La région veut rouvrir la mine qui a tué 40 ouvriers.", ["asserted"]),
        ("La région veut rouvrir la mine qui fera vivre 40 ouvriers.", ["wish"]),
        ("La maire exige « une enquête sur le barrage qui a cédé sur 40 maisons ».", ["reported"]),
        ("La maire exige une enquête sur le choc qui aurait tué 40 passagers.", ["demand"]),
        ("La maire exige un plan qui abritera 40 familles.", ["demand"]),
    ],
)
def test_what_a_relative_tells_as_past_is_not_demanded(text, expected):
    assert put(text) == expected
