"""How what is told is put, class by class, each with what only looks like it: on sentences of our own."""

import pytest
from tests.claims.test_claims import found


def put(text):
    """The modality of each claim, and whether it is denied."""
    return [f"{c.modality.value}{' not' if c.polarity.value == 'negative' else ''}" for c in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S'il y a cent morts, ce sera une catastrophe.", []),
        ("Si dix élus votaient contre, le gouvernement tomberait.", []),
        ("Le gouvernement tomberait si dix élus votaient contre.", []),
        ("Si la mairie parle de 12 morts, la police en compte 20.", ["reported", "reported"]),
        ("L'hypothèse d'un sabotage ayant visé quatre entrepôts est privilégiée.", ["possible"]),
        ("L'hypothèse d'un sabotage est écartée : quatre entrepôts ont brûlé.", ["asserted"]),
        ("La piste de ski a accueilli 300 skieurs.", ["asserted"]),
        ("La tempête était si forte que 30 arbres sont tombés.", ["asserted"]),
    ],
)
def test_what_is_only_supposed(text, expected):
    assert put(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Selon la police, trois guides ont été tués et deux autres seraient blessés.", ["reported", "hearsay"]),
        ("Selon la police, trois guides auraient été tués et deux blessés.", ["hearsay", "hearsay"]),
        ("Selon la radio, le groupe aurait tué huit otages.", ["hearsay"]),
        ("Trois guides ont été tués tandis que deux autres seraient blessés.", ["asserted", "hearsay"]),
        ("Le maire a promis que huit écoles seraient rouvertes.", ["forecast"]),
    ],
)
def test_a_count_with_a_verb_of_its_own_beside_a_conditional(text, expected):
    assert put(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'organisation n'a pas revendiqué la mort des 35 civils.", ["asserted"]),
        ("Le groupe n'a pas commenté les 300 licenciements.", ["asserted"]),
        ("Le groupe n'a pas supprimé les 300 postes.", ["asserted not"]),
        ("La police n'a pas arrêté les 12 suspects.", ["asserted not"]),
        ("Le parquet n'a pas souhaité commenter la mort de trois policiers.", ["asserted"]),
        ("Une vidéo dont personne n'a pu vérifier l'authenticité montre 12 corps.", ["asserted"]),
        ("Il convient de noter que 12 ponts sont fermés.", ["asserted"]),
        ("Le maire a convenu que 12 ponts étaient fermés.", ["reported"]),
        ("Aucun des 40 passagers n'est mort.", ["asserted", "asserted"]),
        ("La vie des douze blessés n'est plus en danger.", ["asserted"]),
        ("Les trois disparus n'ont pas été retrouvés.", ["asserted"]),
        ("L'accident n'a pas fait 12 blessés.", ["asserted not"]),
        ("Selon le gardien, 40 marcheurs dormaient au refuge, « des Belges et peut-être des Suisses ».", ["reported"]),
        ("Douze skieurs, peut-être des Belges, ont été blessés.", ["asserted"]),
        ("Douze skieurs ont été blessés, peut-être plus.", ["possible"]),
        ("La police a trouvé, peut-être, douze armes.", ["possible"]),
        ("Le maire déplore la mort d'un docker et la perte de deux grues.", ["reported", "reported"]),
        ("« Il doit y avoir cent morts », dit le maire.", ["possible"]),
        ("L'armée doit évacuer cent familles.", ["forecast"]),
        ("Le maire salue le courage de deux pompiers.", ["evaluation"]),
        ("Un accident n'est pas à exclure, selon le procureur.", ["possible"]),
    ],
)
def test_what_a_denial_leaves_as_it_is(text, expected):
    assert put(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'usine s'apprête à licencier 120 salariés.", ["forecast"]),
        ("L'objectif est de planter 3.000 arbres.", ["wish"]),
        ("Le groupe a atteint son objectif : 3.000 arbres plantés.", ["asserted"]),
        ("La région annonce 20 millions d'euros pour réparer les digues.", ["forecast"]),
        ("La région annonce 20 millions d'euros de pertes.", ["reported"]),
        ("La compagnie annonce 300 vols de plus l'été prochain.", ["forecast"]),
        ("La régie confirme la fermeture de trois écoles.", ["forecast"]),
        ("La régie confirme la fermeture de trois écoles mardi dernier.", ["reported"]),
        ("La salle, qui devait ouvrir en mai, compte 200 places.", ["asserted"]),
        ("Quelque 300 emplois sont menacés.", ["possible"]),
        ("Quelque 300 habitants sont menacés.", ["asserted"]),
        ("Douze marins sont présumés morts.", ["possible"]),
        ("Douze auteurs présumés sont en prison.", ["asserted"]),
        ("La ministre présentera mardi un plan de 3 milliards d'euros.", ["forecast"]),
    ],
)
def test_what_is_to_come_or_may_be_lost(text, expected):
    assert put(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Nous détruirons vos ponts », a lancé le chef de la milice.", ["threat"]),
        ("« Nous ne tuerons personne », a lancé le chef de la milice.", ["forecast not"]),
        ("« Nous abattrons 40 arbres malades », a lancé la ministre.", ["forecast"]),
        ("« Nous rouvrirons le pont », a lancé la ministre.", ["forecast"]),
        ("Le ministre juge la grève « irresponsable ».", ["evaluation"]),
        ("« On franchit une ligne rouge », a dit la juge.", ["evaluation"]),
        ("« Nous sommes fiers de nos joueuses », a dit l'entraîneur.", ["evaluation"]),
        ("« La ligne du bus est coupée », a dit le maire.", ["reported"]),
        ("L'armée affirme que les rebelles sont responsables de la mort des otages.", ["accusation"]),
        ("Le ministre a évoqué l'hypothèse d'une attaque coordonnée.", ["possible"]),
        ("Le suspect est un employé de la mairie, a indiqué le parquet.", ["reported"]),
        ("« Cet homme est un menteur », a lancé la maire.", ["evaluation"]),
        ("La police soupçonne qu'un deuxième homme a pris part au vol.", ["accusation"]),
        ("« Il convient de fermer le pont », a dit la maire.", ["demand"]),
        ("« Il convient de rappeler que le pont est fermé », a dit la maire.", ["reported"]),
        ("« La date me convient », a dit la maire.", ["reported"]),
    ],
)
def test_what_threatens_judges_or_charges(text, expected):
    assert put(text) == expected


def test_a_part_of_a_clause_is_denied_by_its_own_words():
    text = "« Nous avons reçu 40 enfants, mais leur état n'inspire plus d'inquiétude », dit la cheffe du service."
    assert put(text) == ["reported", "reported not"]


def test_a_relative_clause_is_not_denied_with_the_noun_that_it_tells_of():
    text = "La préfecture écarte tout risque pour les riverains qui ont vu l'incendie."
    assert [text[c.span.start : c.span.end] for c in found(text)] == ["tout risque pour les riverains qui ont vu l'incendie"]
