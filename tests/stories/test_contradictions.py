"""What speaks against one event, and what does not."""

import pytest
from msgspec import structs

from recoupe.stories.contradictions import ABROAD, DAYS, NUMBERS, PLACES, UNDATED, doubt
from recoupe.stories.features import features

LATE = "2031-05-04"
EARLY = "2031-05-02"


def remains(one, other):
    assert doubt(one, other) == doubt(other, one)
    return doubt(one, other)


@pytest.fixture
def told(make):
    """A report that counts `numbers`, each (number, unit, role), names `towns` and `days`, and came out on `published`; all of one form
    unless `form` is another."""

    def build(*numbers, towns=(), days=(), published=None, form="Bulletin quotidien chiffré"):
        text = " ".join((form + ".", *(f"{n} {unit} {role or 'en tout'}." for n, unit, role in numbers), *towns, *days))
        counts = [(f"{n} {unit}", n, unit, role) for n, unit, role in numbers]
        return features(make(text, published=published, counts=counts, towns=towns, days=[(day, day) for day in days]))

    return build


def test_other_numbers_of_two_days_speak_against_and_the_more_kinds_the_more(told):
    one = told((61, "drone", None), (14, "missile", None), published=EARLY)
    assert remains(one, told((38, "drone", None), published=LATE)) == NUMBERS[1]
    assert remains(one, told((38, "drone", None), (9, "missile", None), published=LATE)) == NUMBERS[2]
    assert remains(one, told((38, "drone", None), (14, "missile", None), published=LATE)) == 1000
    assert remains(one, told((38, "drone", None), published=EARLY)) == 1000


def test_without_a_day_numbers_weigh_more(told):
    assert remains(told((4200, "person", None)), told((2600, "demonstrator", None))) == UNDATED


def test_without_a_day_numbers_say_nothing_where_the_words_differ_too(told):
    told_otherwise = told((2600, "demonstrator", None), form="Les syndicats recensent davantage de marcheurs que les autorités municipales")
    assert remains(told((4200, "person", None)), told_otherwise) == 1000


def test_a_toll_may_grow_and_not_fall(told):
    first, second = told((120, "person", "killed"), published=EARLY), told((340, "woman", "killed"), published=LATE)
    assert remains(first, second) == 1000
    fallen = told((40, "person", "killed"), published=LATE)
    assert remains(first, fallen) == NUMBERS[1]
    assert remains(told((300, "hectare", None), published=EARLY), told((1400, "hectare", None), published=LATE)) == 1000


def test_the_missing_are_found(told):
    assert remains(told((30, "person", "missing"), published=EARLY), told((4, "person", "missing"), published=LATE)) == 1000


def test_a_bound_does_not_agree_with_what_is_far_over_it(make):
    def told(low, killed, rescued):
        counts = [(f"{killed} morts", killed, "person", "killed"), (f"{rescued} rescapés", rescued, "person", "rescued")]
        read = make(f"Bilan du naufrage : {killed} morts. {rescued} rescapés.", counts=counts)
        first, second = read.reading.quantities
        bound = structs.replace(first, low=first.value, high=None) if low else first
        return features(structs.replace(read, reading=structs.replace(read.reading, quantities=(bound, second))))

    assert remains(told("au moins", 6, 40), told(None, 31, 12)) == UNDATED
    assert remains(told("au moins", 6, 40), told("au moins", 31, 12)) == UNDATED
    assert remains(told("au moins", 6, 40), told(None, 9, 12)) == 1000
    assert remains(told("au moins", 6, 40), told("au moins", 6, 12)) == 1000


def test_without_a_day_no_toll_is_the_later_one_but_both_must_go_one_way(told):
    sinking = told((27, "migrant", "killed"), (16, "migrant", "rescued"))
    assert remains(sinking, told((31, "person", "killed"), (18, "person", "rescued"))) == 1000
    assert remains(sinking, told((8, "person", "killed"), (53, "person", "rescued"))) == UNDATED


@pytest.mark.parametrize(
    "numbers",
    [
        ((1, "train", None),),  # "un train": an instance, no tally
        ((128, "firefighter", "deployed"),),  # each service counts its own
        ((5, "person", None), (40, "person", None), (900, "person", None)),  # part by part
    ],
)
def test_numbers_that_tell_no_tally_contradict_nothing(told, numbers):
    other = told((19, numbers[0][1], numbers[0][2]), published=LATE)
    assert remains(told(*numbers, published=EARLY), other) == 1000


def test_other_places_speak_against_unless_one_is_named_by_both(told):
    assert remains(told(towns=["Alfaville"]), told(towns=["Bétabourg"])) == PLACES
    assert remains(told(towns=["Alfaville"]), told(towns=["Bétabourg", "Alfaville"])) == 1000
    assert remains(told(towns=["Alfaville"]), told()) == 1000


def test_a_place_of_one_may_be_a_mere_name_to_the_other(make):
    one = features(make("La rade de Corvignac est fermée.", towns=["Corvignac"]))
    other = features(make("Le préfet de Corvignac a parlé à Brestel.", towns=["Brestel"]))
    assert remains(one, other) == 1000


def test_other_days_speak_against_and_a_day_without_a_year_may_be_any(told):
    assert remains(told(days=["2031-02-16"]), told(days=["2031-09-22"])) == DAYS
    assert remains(told(days=["XXXX-02-16"]), told(days=["2031-02-16"])) == 1000
    assert remains(told(days=["XXXX-02-16"]), told(days=["2031-09-22"])) == DAYS


@pytest.mark.parametrize(
    ("towns", "left"),
    [
        ((("Orbe", "CH"), ("Vevey", "CH")), ABROAD),
        ((("Orbe", "CH"),), PLACES),  # one alone may stand in passing
        ((("Orbe", "CH"), ("Vevey", "CH"), ("Pontarlier", "FR")), 1000),  # beside the border
        ((("Orbe", "FR"), ("Vevey", "FR")), PLACES),
    ],
)
def test_two_countries_speak_against_one_event(make, towns, left):
    def told(*places):
        read = make(" ".join(name for name, _ in places), towns=[name for name, _ in places])
        named = [structs.replace(place, country=country) for place, (_, country) in zip(read.reading.places, places, strict=True)]
        return features(structs.replace(read, reading=structs.replace(read.reading, places=tuple(named))))

    assert remains(told(("Pontarlier", "FR"), ("Morteau", "FR")), told(*towns)) == left
