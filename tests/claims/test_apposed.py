"""What still tells of a source behind "selon", and whom "on" has it from."""

import pytest
from tests.claims.test_attribution import attribute, words

TOLD = [
    ("Selon le Bureau (BEA), l'organisme chargé des crashs, deux moteurs fumaient.", "le Bureau", "deux moteurs fumaient"),
    ("Selon Vigie, une ONG basée à Turin, 12 bacs ont coulé.", "Vigie, une ONG basée à Turin", "12 bacs ont coulé"),
    ("Selon le collectif, créé en 2019, la route reste dangereuse.", "le collectif", "la route reste dangereuse"),
    ("Selon un relevé du port pour la région, le bac perd 30 passagers.", "un relevé du port pour la région", "le bac perd 30 passagers"),
    ("Selon un message publié sur X par le port, le bac est à quai.", "un message publié sur X par le port", "le bac est à quai"),
    ("Selon le maire sur RTL, le pont rouvrira lundi.", "le maire", "le pont rouvrira lundi"),
    # what is of the subject of the clause stays with it
    ("Selon le maire, ouvert depuis mars, le foyer est plein.", "le maire", "ouvert depuis mars, le foyer est plein"),
    ("Selon les pompiers, le chalet, construit en bois, a brûlé.", "les pompiers", "le chalet, construit en bois, a brûlé"),
    ("Selon le préfet, la gare, le pont et deux routes sont fermés.", "le préfet", "la gare, le pont et deux routes sont fermés"),
    ("Selon l'avocate, l'homme, un père de famille, a fui.", "l'avocate", "l'homme, un père de famille, a fui"),
    # whom "on" has it from, and an outlet
    ("Le bac a coulé, a-t-on appris auprès de sources portuaires.", "sources portuaires", "Le bac a coulé"),
    ("Le bac a coulé, a-t-on appris mardi auprès de riverains.", "riverains", "Le bac a coulé"),
    ("Le bac a coulé, a-t-on indiqué mardi au parquet de Nice.", "parquet de Nice", "Le bac a coulé"),
    ("Le journal a appris du préfet que le bac a coulé.", "préfet", "que le bac a coulé"),
]


@pytest.mark.parametrize(("text", "source", "content"), TOLD)
def test_source_and_what_it_says(text, source, content):
    (told,) = attribute(text)
    assert (words(text, told.attribution.source[0]), words(text, told.attribution.content[0])) == (source, content)


ACTORS = [
    # a noun alone takes up whoever spoke last, unless somebody else heads the sentence between
    ("« Le bac tient », assure Paul Roy. « Nul n'est blessé », ajoute le responsable.", "Paul Roy"),
    ("« Tout a brûlé », dit Anne Dol. « On repart à zéro », ajoute la retraitée.", "Anne Dol"),
    ("« Le bac tient », dit Paul Roy. Le directeur du port en doute. « Il fuit », dit le responsable.", "responsable"),
    # a pronoun behind a quotation of several sentences is whoever the sentence before it tells of
    ("Anne Roy, maire de Die, s'est confiée à la radio. « Il pleut. Le pont a cédé », dit-elle.", "Anne Roy"),
    # a body that heads a sentence without an article has its gender
    ("Conseil houleux, jeudi. La mairie a tranché. Le bois sera vendu, assure-t-elle.", "mairie"),
    ("L'ONG Rives et Marais a compté 40 nids.", "Rives et Marais"),
    ("« Non », dit Jean Dol. Paul Roy, maire de Die, pense de même : « Il pleut. Il vente », dit-il.", "Paul Roy"),
]


@pytest.mark.parametrize(("text", "actor"), ACTORS)
def test_who_is_taken_up(text, actor):
    told = attribute(text)[-1].attribution
    assert told.actor is not None
    assert told.actor.name == actor


NAMED = [
    ("« Non », a dit le chef du Mouvement du 5 juin, Paul Dol.", "le chef du Mouvement du 5 juin, Paul Dol", "Non"),
    ("Paul Roy, porte-parole du port de Sète déclare : « Le bac fuit »", "Paul Roy, porte-parole du port de Sète", "Le bac fuit"),
    ("« Non », a dit Paul Roy, porte-parole du port pour la presse, sur X.", "Paul Roy, porte-parole du port pour la presse", "Non"),
    ("C'est une panne que le maire a qualifiée de « honteuse ».", "le maire", "honteuse"),
]


@pytest.mark.parametrize(("text", "source", "content"), NAMED)
def test_who_speaks_by_name_and_role(text, source, content):
    (told,) = attribute(text)
    assert (words(text, told.attribution.source[0]), words(text, told.attribution.content[0]).strip("« »")) == (source, content)


UNPARTED = [
    ("Selon la police le suspect a pris la fuite.", "la police", "le suspect a pris la fuite"),
    ("D'après la CGT ils étaient 300 devant le port.", "la CGT", "ils étaient 300 devant le port"),
    ("Selon les premiers éléments au moins deux hommes ont tiré.", "les premiers éléments", "au moins deux hommes ont tiré"),
    ("Selon les deux marins la digue a cédé.", "les deux marins", "la digue a cédé"),
    ("Selon une source proche du port l'accord est signé.", "une source proche du port", "l'accord est signé"),
    ("Selon Jean Roy le maire de Gap, le pont rouvrira.", "Jean Roy le maire de Gap", "le pont rouvrira"),
    ("Selon le maire et le préfet la route est sûre.", "le maire et le préfet", "la route est sûre"),
    ("Le bac a coulé, souligne franceinfo.", "franceinfo", "Le bac a coulé"),
    ("« Non », a dit l'actrice Anne Dol venue soutenir les marins.", "l'actrice Anne Dol", "Non"),
    ("« Restez », a dit le maire Paul Roy à destination des marins.", "le maire Paul Roy", "Restez"),
    ("Certes, « le bac est vieux », explique Paul Roy.", "Paul Roy", "le bac est vieux"),
    ("La ville a dit sa « vive inquiétude ».", "La ville", "sa « vive inquiétude"),
    # whose business it is to judge or to argue
    ("Pour la CGT, cette loi coûtera 300 postes.", "la CGT", "cette loi coûtera 300 postes"),
    ("Pour l'avocat des marins, l'État a failli.", "l'avocat des marins", "l'État a failli"),
]


@pytest.mark.parametrize(("text", "source", "content"), UNPARTED)
def test_what_no_comma_parts(text, source, content):
    (told,) = attribute(text)
    assert (words(text, told.attribution.source[0]), words(text, told.attribution.content[0]).strip("« »")) == (source, content)


@pytest.mark.parametrize("text", ["Pour la ville, la facture est lourde.", "Pour les marins, l'attente est longue.", "Il a dit sa messe."])
def test_for_whom_something_is(text):
    assert not attribute(text)


WHOSE = [
    # the outlet was told, in the marks of the quotation
    ("« On ferme, nous explique Anne Dol, guide à Die. La piste est en glace. »", ["Anne Dol, guide à Die"], ["On ferme"]),
    ("« On part, nous a dit le garde. Alors on est partis. »", [None], ["On part, nous a dit le garde. Alors on est partis"]),
    # what others answer to a quotation that an incise signs
    ("« Le tir venait du bac », accuse le port, ce que Kigali dément.", ["le port", "Kigali"], ["Le tir venait du bac"] * 2),
    ("Selon une source policière, confirmant une information du Parisien, le bac a coulé.", ["une source policière"], ["le bac a coulé"]),
    ("Le prévenu conteste la préméditation.", ["Le prévenu"], ["la préméditation"]),
]


@pytest.mark.parametrize(("text", "sources", "contents"), WHOSE)
def test_whose_words_they_are(text, sources, contents):
    found = [a.attribution for a in attribute(text)]
    assert [words(text, a.source[0]) if a.source else None for a in found] == sources
    assert [words(text, a.content[0]).strip("« .").strip("»").strip() for a in found] == contents
