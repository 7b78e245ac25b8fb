from itertools import pairwise

import pytest

from recoupe.claims.grammar.inflection import FormKind, verb_forms
from recoupe.claims.grammar.tokens import tokens
from recoupe.claims.types.subject import subject
from recoupe.claims.types.triggers import triggers
from recoupe.claims.types.vocabulary import EMPTY, EventTable, Group, built, vocabulary
from recoupe.errors import BadPack
from recoupe.ontology.events import checked, event_types


def types(text: str) -> list[str | None]:
    found = tokens(text)
    return [t.group.type for t in triggers(found, vocabulary("fr"), [range(len(found.forms))])]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Les deux avions ont été abattus", "INTERCEPT"),
        ("Trois arbres abattus par le bûcheron", None),
        ("Trois arbres abattus par le vent", "DISASTER"),
        ("Le vent de liberté abat les murs", None),
        ("Les troupes se déploient", "DEPLOY"),
        ("La foudre a frappé un clocher", "DISASTER"),
        ("Les avants ont attaqué ce match avec ballon", None),
        ("Le coureur a été heurté par une moto", "ACCIDENT"),
        ("Ils se sont rendus à Oslo, où le ministre les attend", "VISIT"),
        ("Il lui rend son livre", None),
        ("Des pluies torrentielles", "DISASTER"),
        ("Des mises en examen", "ARREST"),
        ("Le syndicat a frappé un grand coup", None),
        ("Un voisin a frappé un enfant", "STRIKE"),
        ("L'annonce a fait l'effet d'une bombe", None),
        ("Le texte vise surtout les familles", None),
        ("Le tir a visé un dépôt de munitions", "STRIKE"),
        ("Les combats pour le contrôle du port", "STRIKE"),
        ("L'accusé a refusé de parler", None),
        ("Neuf accusés étaient présents", None),
        ("Le maire, accusé de laxisme, se tait", "ACCUSE"),
        ("Le car a pris rapidement feu", "ACCIDENT"),
        ("Le car a pris beaucoup de place", None),
        ("Il est l'otage d'un parti", None),
        ("Le ministre a été bombardé de questions", None),
        ("Le port a été bombardé de nuit", "STRIKE"),
        ("Une cour inondée de lumière", None),
        ("La circulation a été rétablie", "OTHER"),
        ("Des riverains surveillent le barrage qui menace de rompre", None),
        ("Des riverains tiennent le barrage depuis lundi", "PROTEST"),
        ("Deux moines ont été emmenés par la police", "ARREST"),
        ("Trente soldats se sont rendus", "CAPTURE"),
        ("Les assaillants ont emporté quatre fusils", "CAPTURE"),
        ("L'arrêté préfectoral concerne cette personne", None),
        ("La police a arrêté une personne", "ARREST"),
        ("Le kimono défile parmi les mannequins", None),
        ("Le patient a été traité à temps", None),
        ("Un traité de paix", "TREATY"),
        ("La trêve hivernale protège les locataires", None),
        ("La trêve est respectée", "TREATY"),
        ("Ils sont d'accord avec le maire", None),
        ("Un cortège funèbre a traversé le bourg", None),
        ("Un déluge de critiques", None),
        ("La rançon du succès", None),
        ("Des casques bleus gardent le pont", "DEPLOY"),
        ("Les deux ministres ont paraphé le texte", "TREATY"),
        ("La Haac a suspendu deux radios", "SANCTION"),
        ("Le match a été suspendu par la pluie", None),
        ("Les vacances ont repris dans les villages", None),
        ("L'armée a repris deux localités", "CAPTURE"),
        ("Le roi a gracié des détenus", "ARREST"),
        ("Le gang dit détenir des fichiers", None),
        ("Le ministre a remis des ambulances", "SUPPLY"),
        ("Il a remis le prix", None),
        ("La machine est remise en marche pour la saison", None),
        ("Il chante la marche pour les rois", None),
        ("Après le banquet, dix convives ont vomi", "ACCIDENT"),
        ("Deux mille dindes ont été abattues", "DISASTER"),
        ("Un chien dangereux a été abattu", None),
        ("Les bêtes vont à l'abattoir", None),
        ("Un canot surchargé dérive depuis l'aube", "ACCIDENT"),
        ("Un pistolet a été retrouvé sous un matelas", "ARREST"),
        ("Un fusil d'assaut a été retrouvé près du corps", None),
        ("La reine est attendue en Norvège", "VISIT"),
        ("La mariée est attendue en Norvège", None),
        ("Du lisier devant la préfecture", "PROTEST"),
        ("Du lisier dans la cuve", None),
        ("Les transports scolaires sont suspendus, les lignes déviées", "OTHER"),
        ("Deux sociétés frappées de restrictions", "SANCTION"),
        ("Les policiers du Raid sont repartis", None),
        ("Le prévenu comparaît lundi", "OTHER"),
        ("Deux engins incendiaires contre une synagogue", "STRIKE"),
        ("Des agents saboteurs ont saboté un gazoduc", "STRIKE"),
        ("Le service à domicile est lancé", None),
        ("La police a arrêté la circulation des trains", None),
    ],
)
def test_trigger(text, type_):
    assert types(text)[:1] == ([type_] if type_ else [])


def test_a_report_is_not_about_what_one_word_of_it_names():
    rest = "Le maire veut 300 logements. Il est élu depuis 2014. " * 3
    passing = f"Le conseil a voté le budget. Une avalanche avait fermé la salle en mars. {rest}"
    told = f"Le conseil a voté le budget. Une avalanche avait fermé la salle en mars et tué un skieur. {rest}"
    assert [_subject(text) for text in (passing, told)] == [None, "DISASTER"]


def _subject(text: str) -> str | None:
    found = tokens(text)
    ends = [i + 1 for i, end in enumerate(found.ends) if text[end] == "."]
    sentences = tuple(range(*pair) for pair in pairwise([0, *ends]))
    about = subject(triggers(found, vocabulary("fr"), sentences), sentences)
    return about.group.type if about else None


def test_every_type_of_the_pack_is_known_and_every_known_type_of_event_has_words():
    with_words = {g.type for g in vocabulary("fr").groups if g.type}
    assert with_words <= set(event_types())
    assert set(event_types()) - with_words <= {"STATEMENT", "OTHER"}


def test_no_pack_no_words():
    assert vocabulary("xx") is EMPTY


def test_a_type_that_the_ontology_lacks_stops_the_run():
    carnival = Group(type="CARNIVAL", nouns=("carnaval",))
    with pytest.raises(BadPack, match="CARNIVAL"):
        built(EventTable(trigger=(carnival,), determiners=frozenset(), irregular={}, instruments={}), "xx")


def test_ontology_is_checked():
    with pytest.raises(BadPack):
        checked(b"[STRIKE]\nroles = 3")
    with pytest.raises(BadPack, match="OTHER"):
        checked(b'[STRIKE]\nfamily = "incident"\nroles = ["a", "b"]\ncounts = []')


def test_irregular_forms():
    forms = dict(verb_forms("abattre", {"abattre": "abat abatt abatti abattu abattr"}))
    assert forms["abattues"] is FormKind.PARTICIPLE
    assert {forms[f] for f in ("abat", "abattent", "abattirent", "abattrait")} == {FormKind.FINITE}


def test_spelling_keeps_the_sound():
    assert "engageait" in dict(verb_forms("engager", {}))
    assert "enlèvent" in dict(verb_forms("enlever", {}))


def test_a_context_of_many_words_is_found():
    group = Group(type="PROTEST", nouns=("cri",), far=("le marchand de quatre saisons qui passe",))
    words = built(EventTable(trigger=(group,), determiners=frozenset(), irregular={}, instruments={}), "fr")
    found = [tokens(text) for text in ("un cri : le marchand de quatre saisons qui passe", "un cri : le marchand de quatre saisons")]
    assert [len(triggers(one, words, [range(len(one.forms))])) for one in found] == [0, 1]
