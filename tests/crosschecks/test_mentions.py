import pytest

from recoupe.crosschecks import crosschecks
from recoupe.model import Agreement, Range


def only(draft):
    found = list(crosschecks(draft.dossier()))
    assert len(found) == 1, [(x.question, [a.low for a in x.answers]) for x in found]
    return found[0]


def test_a_title_asks_nothing_that_the_text_attributes(draft):
    d = draft()
    title = "Éboulement à Vaucelle : 12 randonneurs bloqués"
    d.report("a", f"{title}\n\nUne douzaine, soit environ 12 randonneurs, attendent les secours lundi, selon la gendarmerie.", title=title)
    d.claim("a", "12 randonneurs bloqués", ("12", 12), "hiker", places=(d.place("a", "Vaucelle"),), type_="DISASTER")
    police = d.actor("la gendarmerie", "police")
    d.claim("a", "environ 12 randonneurs", ("environ 12", "~12"), "hiker", voice=police, when=d.time("a", "lundi", "XXXX-WXX-1"))
    found = only(d)
    assert found.question.type == "DISASTER"
    assert [(a.low, a.support.voices, [v.name for v in a.support.actors]) for a in found.answers] == [
        (10, Range(low=1, high=1), ["la gendarmerie"])
    ]
    assert len(found.answers[0].claims) == 2


def test_a_title_whose_number_the_text_does_not_give_stands_for_itself(draft):
    d = draft()
    d.report("a", "Trafic : 8 interpellations\n\nLa police dit avoir saisi des armes.", title="Trafic : 8 interpellations")
    d.claim("a", "8 interpellations", ("8", 8), role="arrested", type_="ARREST")
    assert [v.name for v in only(d).support.actors] == ["a"]


def test_mentions_of_one_number_in_one_report_are_one(draft):
    d = draft()
    d.report("a", "La mairie compte 40 sinistrés à Orlange. Ces 40 sinistrés sont relogés lundi.")
    d.claim("a", "40 sinistrés à Orlange", ("40", 40), "sinistré", places=(d.place("a", "Orlange"),), voice=d.actor("La mairie"))
    d.claim("a", "Ces 40 sinistrés", ("Ces 40", 40), "sinistré", type_="DISASTER", when=d.time("a", "lundi", "XXXX-WXX-1"))
    found = only(d)
    assert (found.question.type, found.question.place, found.question.when) == ("DISASTER", "name:orlange", None)
    assert found.support.voices == Range(low=1, high=1)


@pytest.mark.parametrize("second", ["Orlange", "Brestova"])
def test_mentions_at_other_places_are_other_questions(draft, second):
    d = draft()
    d.report("a", f"40 sinistrés à Orlange. Et 40 sinistrés à {second} aussi.")
    for words, place in (("40 sinistrés à Orlange", "Orlange"), (f"Et 40 sinistrés à {second}", second)):
        d.claim("a", words, (words.split(" s")[0], 40), "sinistré", type_="DISASTER", places=(d.place("a", place),))
    assert len(list(crosschecks(d.dossier()))) == (1 if second == "Orlange" else 2)


def test_a_range_of_which_two_others_give_the_ends_only_sums_them_up(draft):
    d = draft()
    d.report("a", "Entre 900 et 3000 lycéens ont défilé : 900 lycéens selon la police, 3000 lycéens selon les syndicats.")
    police, unions = d.actor("la police", "police"), d.actor("les syndicats", "organiser")
    d.claim("a", "Entre 900 et 3000 lycéens ont défilé", ("Entre 900 et 3000", (900, 3000)), "student", type_="PROTEST")
    d.claim("a", "900 lycéens selon", ("900 lycéens", 900), "student", type_="PROTEST", voice=police)
    d.claim("a", "3000 lycéens selon", ("3000 lycéens selon", 3000), "student", type_="PROTEST", voice=unions)
    found = only(d)
    assert [a.low for a in found.answers] == [900, 3000]
    assert found.agreement is Agreement.CONFLICT


def carried(draft, direction):
    """Report a cites the prefecture, b gives the number on its own word and shares words with a."""
    d = draft()
    d.report("a", "31 foyers relogés, selon la préfecture.", outlet="Le Val")
    d.report("b", "31 foyers relogés ce soir.", outlet="La Crête")
    d.claim("a", "31 foyers relogés", ("31", 31), "household", role="displaced", voice=d.actor("la préfecture", "local_authority"))
    d.claim("b", "31 foyers relogés", ("31", 31), "household", role="displaced")
    if direction:
        d.reuse("a", "b", direction=direction, shared=("31 foyers relogés",))
    return only(d).support


@pytest.mark.parametrize(("direction", "low"), [("b_from_a", 1), ("unknown", 1), ("common_origin", 1), ("a_from_b", 2), (None, 2)])
def test_an_outlet_that_may_only_repeat_widens_the_range_and_is_named_last(draft, direction, low):
    support = carried(draft, direction)
    assert support.voices == Range(low=low, high=2)
    assert [v.name for v in support.actors] == ["la préfecture", "La Crête"]
