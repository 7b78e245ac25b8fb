"""Verbs of saying in running sentences: manner verbs, shared and main verbs, subordinate clauses, hearers; and what nobody says."""

import pytest

from recoupe.claims.attribution import attributed
from recoupe.model import Raw, ReadReport, Report
from recoupe.read import read

# text, and each relation in the order of its content: source, cue, content
CASES = [
    # said all the same; a number that a revision leads to
    ("La mairie ose parler de 300 marcheurs.", [("La mairie", "ose parler", "300 marcheurs")]),
    ("La mairie n'ose pas parler de 300 marcheurs.", []),
    ("L'institut a revu à la hausse son estimation, à 900 cas.", [("L'institut", "a revu", "à la hausse son estimation, à 900 cas")]),
    # verbs of manner, beside a quotation only
    ("« C'est trop tard », s'étrangle un riverain.", [("un riverain", "s'étrangle", "C'est trop tard")]),
    ("Le moteur gronde, la foule attend.", []),
    ("« Rien n'est joué », abonde la sénatrice.", [("la sénatrice", "abonde", "Rien n'est joué")]),
    # who is told, how, where
    ("« Le stock est vide », a confié à notre reporter le trésorier.", [("le trésorier", "a confié", "Le stock est vide")]),
    ("La banque a annoncé aux salariés la fermeture de l'agence.", [("La banque", "a annoncé", "la fermeture de l'agence")]),
    ("Un témoin a en revanche admis à l'audience avoir menti.", [("Un témoin", "a en revanche admis", "avoir menti")]),
    ("« La vanne cède », a expliqué par téléphone l'ingénieur.", [("l'ingénieur", "a expliqué", "La vanne cède")]),
    # the main verb behind a relative clause is no incise
    (
        "Le syndicat, qui dit avoir alerté la direction en mai, réclame une enquête.",
        [("Le syndicat", "dit", "avoir alerté la direction en mai"), ("Le syndicat", "réclame", "une enquête")],
    ),
    (
        "La clinique, qui ne compte « pas plus de dix lits », promet une aile neuve.",
        [("La clinique", "promet", "une aile neuve")],
    ),
    ("Le quai, qui date de 1920, a annoncé la mairie, sera refait.", [("la mairie", "a annoncé", "Le quai, qui date de 1920 sera refait")]),
    ("Le préfet, qui assure que la digue tient, a fermé la route.", [("Le préfet", "assure", "que la digue tient")]),
    ("Si le ministre affirme que tout va bien, personne n'y croit.", [("le ministre", "affirme", "que tout va bien")]),
    # one subject, two verbs
    (
        "Le pirate prétend détenir 61 fichiers et réclame deux lingots.",
        [("Le pirate", "prétend", "détenir 61 fichiers"), ("Le pirate", "réclame", "deux lingots")],
    ),
    (
        "L'avocate accuse le club d'avoir « triché » et exige un second match.",
        [("L'avocate", "accuse", "d'avoir « triché"), ("L'avocate", "exige", "un second match")],
    ),
    (
        "Le ministre a promis 300.000 euros à la ville et assuré que le stade rouvrirait.",
        [("Le ministre", "a promis", "300.000 euros à la ville"), ("Le ministre", "assuré", "que le stade rouvrirait")],
    ),
    # one verb, two subjects
    (
        "Le ministre dit que le pont est sûr, et les ingénieurs que trois câbles sont rompus.",
        [("Le ministre", "dit", "que le pont est sûr"), ("les ingénieurs", "dit", "que trois câbles sont rompus")],
    ),
    (
        "Le maire dit que le pont est fermé et la route que tout le monde emprunte coupée.",
        [("Le maire", "dit", "que le pont est fermé et la route que tout le monde emprunte coupée")],
    ),
    # verbs in quotation marks, opinions in relatives, parts of a toll
    ("La ligue « condamne fermement » la sanction.", [("La ligue", "condamne fermement", "la sanction")]),
    (
        "« Un échec ! », a lancé la députée Inès Delvaux, pour qui sept communes sur dix perdront.",
        [
            ("la députée Inès Delvaux", "a lancé", "Un échec"),
            ("la députée Inès Delvaux", "pour", "sept communes sur dix perdront"),
        ],
    ),
    ("Les parents, pour qui la route est longue, ont renoncé.", []),
    (
        "L'armée a dénombré neuf tués, dont deux mineurs, et 27 blessés à Gandja.",
        [("L'armée", "a dénombré", "neuf tués, dont deux mineurs, et 27 blessés à Gandja")],
    ),
    ("Deux cadres seraient partis, écrit « Le Courrier du Lac » ; le groupe se tait.",
     [("Le Courrier du Lac", "écrit", "Deux cadres seraient partis")]),
    ("Le club a dû reconnaître que la caisse était vide.", [("Le club", "a dû reconnaître", "que la caisse était vide")]),
    ("Le procureur a requis contre lui quatre ans de prison.", [("Le procureur", "a requis", "quatre ans de prison")]),
    ("L'exploitant est accusé de négligence par les riverains.", [("les riverains", "est accusé", "L'exploitant de négligence")]),
    (
        "La ligue en annonce plus d'un demi-million et la mairie environ 420 000.",
        [("La ligue", "en annonce", "plus d'un demi-million"), ("la mairie", "en annonce", "environ 420 000")],
    ),
    (
        "La CGT annonce 900 grévistes ; la direction s'en tient à moins de 400 grévistes.",
        [("La CGT", "annonce", "900 grévistes"), ("la direction", "s'en tient", "moins de 400 grévistes")],
    ),
    ("Le club s'en tient à ses deux matchs, et le salon se tient à 12 kilomètres du bourg.", []),
    ("Les syndicats parlent de 75 000 à 90 000 participants.", [("Les syndicats", "parlent", "de 75 000 à 90 000 participants")]),
    ("Le préfet n'exclut plus de fermer le stade.", [("Le préfet", "n'exclut plus", "de fermer le stade")]),
    # rumours and papers
    ("Une rumeur prétendant que douze enfants sont morts circule.", [("Une rumeur", "prétendant", "que douze enfants sont morts")]),
    ("Le ministère a retiré son communiqué annonçant douze morts.", [("son communiqué", "annonçant", "douze morts")]),
    ("« C'était un leurre », tente-t-il de corriger.", [("il", "tente-t-il de corriger", "C'était un leurre")]),
    # nobody says it
    ("« Le droit est acquis », pensait-on.", []),
    ("Un cadre a requis l'anonymat.", []),
    ("On s'attend à une hausse des prix.", []),
    ("Le ministre a-t-il dit que l'usine fermerait ?", []),
    ("Il est prévu que, sauf orage, la route rouvre.", []),
    ("L'ingénieur mesure l'ampleur des dégâts.", []),
    ("Au ministère, on insiste sur le coût du chantier.", [("on", "insiste", "le coût du chantier")]),
    # who is accused says nothing
    (
        "Le recteur, accusé par un syndicat d'avoir caché douze fuites, dément.",
        [("un syndicat", "accusé", "d'avoir caché douze fuites")],
    ),
    (
        "Les pêcheurs, soupçonnés par la douane d'avoir vendu 300 anguilles, sont libres.",
        [("la douane", "soupçonnés", "d'avoir vendu 300 anguilles")],
    ),
    # whom we asked has not said what stands before
    ("Après l'éruption, nous avons interrogé la volcanologue.", []),
    ("« Pourquoi nous ? », interroge la bergère.", [("la bergère", "interroge", "Pourquoi nous")]),
    # a number is nobody's name
    (
        "Neuf cas de botulisme, dont un grave, ont été vus depuis mai en Bretagne, indique Santé publique Bretagne dans une note.",
        [("Santé publique Bretagne", "indique", "Neuf cas de botulisme, dont un grave, ont été vus depuis mai en Bretagne")],
    ),
    ("Douze communes demandent le report du vote.", [("Douze communes", "demandent", "le report du vote")]),
    # the pronoun belongs to the verb
    ("Le brasseur se dit « sonné ».", [("Le brasseur", "se dit", "sonné")]),
    # "de" inside the quotation
    ("La guide parle « d'un miracle ».", [("La guide", "parle", "d'un miracle")]),
    ("La guide parle « anglais ».", []),
    (
        "Le zoo fait état de 14 évasions, et la Ligue des oiseaux de 30.",
        [("Le zoo", "fait état", "14 évasions"), ("la Ligue des oiseaux", "fait état", "30")],
    ),
    # an area has what is counted in it, who counts says it
    ("La province compte 30 cas de gale, selon la préfète.", [("la préfète", "selon", "La province compte 30 cas de gale")]),
    ("La mairie compte 30 blessés.", [("La mairie", "compte", "30 blessés")]),
    ("La commune en compte 30.", [("La commune", "en compte", "30")]),
    # an answer, up to where somebody else speaks in it
    (
        "R : Nous avons planté 40 chênes. Le syndicat parle de 60 souches.",
        [("", ":", "Nous avons planté 40 chênes"), ("Le syndicat", "parle", "60 souches")],
    ),
    # whom it was learnt from
    ("Le guide est mort, a-t-on appris de sa famille.", [("sa famille", "a-t-on appris", "Le guide est mort")]),
    # what stands between a verb and its speaker or its clause
    ("« La digue tient », dit en préambule le géologue.", [("le géologue", "dit", "La digue tient")]),
    ("« La digue tient », a confirmé à l'AFP depuis Namur le géologue.", [("le géologue", "a confirmé", "La digue tient")]),
    ("La digue tient, a jugé plus tard, dans une émission du soir, Ines Roy.", [("Ines Roy", "a jugé", "La digue tient")]),
    ("La maire a dit devant les cadres de la troupe italienne qu'elle partait.", [("La maire", "a dit", "qu'elle partait")]),
    ("« Rangez tout », dira le chef du chantier aux habitants.", [("le chef du chantier", "dira", "Rangez tout")]),
    # verbs of the manner, beside a quotation that is no name
    ("« C'est une avancée », mesure le maire.", [("le maire", "mesure", "C'est une avancée")]),
    ("Des « sentinelles » chargent le convoi.", []),
    ("Les « vigies » attaquent le maire.", []),
    # the sentence before
    ("Le port a perdu 300 emplois. C'est ce que révèle le syndicat.", [("le syndicat", "révèle", "Le port a perdu 300 emplois")]),
    ("Le bac fermera en mars. C'est ce qu'a annoncé la régie.", [("la régie", "a annoncé", "Le bac fermera en mars")]),
    ("Le bac est cher. C'est ce qui inquiète la mairie.", []),
    ("Des géologues décrivent, dans une étude parue jeudi, un séisme.", [("Des géologues", "décrivent", "un séisme")]),
    ("Météo Lac prévoit de 5 à 10 mm de pluie.", [("Météo Lac", "prévoit", "de 5 à 10 mm de pluie")]),
    ("Le bac reste à quai, fait savoir son entourage.", [("son entourage", "fait savoir", "Le bac reste à quai")]),
    ("Ces crimes portent à neuf le nombre de morts.", []),
    # a verdict and its reasons
    ("Faux, répond la régie : d'après elle, le bac a coulé.", [("la régie", "répond", "Faux"), ("elle", "d'après", "le bac a coulé")]),
    ("C'est faux, affirme le maire : rien n'a été vendu.", [("le maire", "affirme", "C'est faux rien n'a été vendu")]),
    # prepositions
    ("Le sinistre coûterait 2 millions, aux dires d'une experte.", [("une experte", "aux dires d'", "Le sinistre coûterait 2 millions")]),
    ("Pour le syndicat UNSA, ce sont six postes qui manquent.", [("le syndicat UNSA", "Pour", "ce sont six postes qui manquent")]),
    ("Pour les louveteaux, ce sont les vacances.", []),
]  # fmt: skip


def attribute(text):
    report = Report(id="r-1", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    return [found.attribution for reading in read(report) for found in attributed(ReadReport(report=report, reading=reading))]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_relations(text, expected):
    words = lambda spans: " ".join(text[s.start : s.end] for s in spans)  # noqa: E731
    assert [(words(a.source), words([a.cue]), words(a.content)) for a in attribute(text)] == expected


def test_whose_somebody_is_does_not_speak_for_him():
    names = {text: attribute(text)[0].actor for text in (
        "Un expert mandaté par la télévision évoque trente fichiers volés.",
        "Selon un décompte de la Croix-Rouge, 40 personnes sont mortes.",
    )}  # fmt: skip
    assert [actor and actor.name for actor in names.values()] == ["expert mandaté par la télévision", "Croix-Rouge"]


def test_two_who_say_one_thing_are_one_voice_of_both():
    [said] = attribute("Le maire et la préfète affirment que la digue a tenu.")
    assert said.actor is not None
    assert said.actor.name == "maire et la préfète"
