"""What other words split is one question where the texts show it, and never where they say otherwise."""

import pytest
from msgspec import structs

from recoupe.crosschecks import crosschecks
from recoupe.model import Agreement, Bound, Precision, Standing, When


def values(given):
    return sorted([a.low for a in x.answers] for x in given)


def three(draft, *counts, **more):
    """One text for each (number, unit, keywords of its claim)."""
    d = draft()
    for n, (number, unit, own) in enumerate(counts):
        words = f"{number} {unit}"
        d.report(f"r{n}", f"La halle : {words}.")
        d.claim(f"r{n}", words, (str(number), number), unit, **more | own)
    return d


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        # a telling number is known again under another noun for people, and where only one text tells their fate
        ([(340, "inhabitant", {"role": "evacuated"}), (340, "person", {})], [[340]]),
        ([(340, "inhabitant", {"role": "evacuated"}), (340, "house", {})], [[340], [340]]),
        ([(340, "person", {"role": "evacuated"}), (340, "person", {"role": "wounded"})], [[340], [340]]),
        # a small one is the same by chance
        ([(4, "student", {"role": "wounded"}), (4, "firefighter", {"role": "wounded"})], [[4], [4]]),
        # what is foreseen is not what was counted
        ([(340, "boat", {"modality": "forecast"}), (340, "boat", {"type_": "DISASTER"})], [[340], [340]]),
    ],
)
def test_a_telling_number_joins(draft, counts, expected):
    d = three(draft, *((n, unit, {"type_": "DISASTER"} | own) for n, unit, own in counts))
    assert values(crosschecks(d.dossier())) == expected


def test_stated_places_and_times_keep_apart_what_inherited_ones_do_not(draft):
    def asked(**more):
        d = draft()
        for name, town, day in (("a", "Orge", "2031-04-01"), ("b", "Brume", "2031-04-02")):
            d.report(name, f"À {town}, le {day}. 240 grévistes." if more else f"À {town}, le {day}, 240 grévistes.")
            d.claim(
                name,
                "240 grévistes",
                ("240", 240),
                "striker",
                type_="PROTEST",
                places=(d.place(name, town, **more),),
                when=d.time(name, day, day, **more),
            )
        return len(list(crosschecks(d.dossier())))

    assert (asked(), asked(inherited=True)) == (2, 1)


def test_a_question_of_one_placed_and_one_unplaced_number_is_of_the_place(draft):
    d = draft()
    for name in ("a", "b"):
        d.report(name, "À Orge, 340 grévistes.")
        d.claim(name, "340 grévistes", ("340", 340), "striker", type_="PROTEST", places=(d.place(name, "Orge"),) if name == "b" else ())
    assert [x.question.place_name for x in crosschecks(d.dossier())] == ["Orge"]


def test_numbers_of_another_size_are_another_question(draft):
    d = three(draft, (30, "demonstrator", {}), (24_000, "demonstrator", {}), (61_000, "demonstrator", {}), type_="PROTEST")
    assert values(crosschecks(d.dossier())) == [[30], [24_000, 61_000]]


def test_people_without_a_fate_are_one_question_only_at_a_gathering(draft):
    counts = (40, "person", {}), (55, "person", {})
    assert values(crosschecks(three(draft, *counts, type_="PROTEST").dossier())) == [[40, 55]]
    assert values(crosschecks(three(draft, *counts, type_="DISASTER").dossier())) == [[40], [55]]


def test_a_copied_passage_joins_whatever_was_read_around_it(draft):
    d = draft()
    body = "aucun engin n'était en charge dans le hangar"
    for name, unit in (("a", "vehicle"), ("b", "drone")):
        d.report(name, f"Rapport {name} : {body}.")
        d.claim(name, body, ("aucun", 0), unit, type_="ACCIDENT")
    assert len(list(crosschecks(d.dossier()))) == 2
    d.reuse("a", "b", shared=(body,))
    (one,) = crosschecks(d.dossier())
    assert "one passage in two texts gives it" in one.why


@pytest.mark.parametrize("units", [("km", "vehicle"), ("vehicle", "km"), ("crew_member", "vehicle")])
def test_one_number_in_a_copied_passage_is_not_one_of_two_kinds_of_things(draft, units):
    d = draft()
    for name, unit in zip("ab", units, strict=True):
        d.report(name, f"Rapport {name} : à une trentaine du port.")
        d.claim(name, "une trentaine", ("trentaine", 30), unit, type_="ACCIDENT")
    d.reuse("a", "b", shared=("à une trentaine du port",))
    assert len(list(crosschecks(d.dossier()))) == 2


def test_a_number_without_a_fate_joins_the_same_number_alone(draft):
    d = draft()
    d.report("a", "Seize pêcheurs ont péri. Le précédent bilan était de 14 pêcheurs.")
    d.claim("a", "Seize pêcheurs ont péri", ("Seize", 16), "fisherman", role="killed", type_="ACCIDENT")
    d.claim("a", "était de 14 pêcheurs", ("14", 14), "fisherman")
    d.report("b", "Quatorze pêcheurs ont péri. Trois pêcheurs étaient à bord.")
    d.claim("b", "Quatorze pêcheurs ont péri", ("Quatorze", 14), "fisherman", role="killed", type_="ACCIDENT")
    d.claim("b", "Trois pêcheurs étaient à bord", ("Trois", 3), "fisherman")
    assert values(crosschecks(d.dossier())) == [[3], [14, 16]]


def test_a_copied_number_in_another_measure_is_another_answer(draft):
    d = draft()
    for name, unit, word in (("a", "km", "kilomètres"), ("b", "nautical_mile", "milles")):
        d.report(name, f"Le voilier a démâté à 12 {word} du phare.")
        d.claim(name, f"12 {word}", ("12", 12), unit, type_="ACCIDENT")
    d.reuse("a", "b", shared=("Le voilier a démâté à 12",))
    assert values(crosschecks(d.dossier())) == [[12], [12]]


def test_who_repeats_a_number_without_a_source_is_no_second_voice(draft):
    d = draft()
    d.report("a", "Neuf péniches, dit l'écluse.")
    d.claim("a", "Neuf péniches", ("Neuf", 9), "boat", role="sunk", voice=d.actor("l'écluse", "company"))
    d.report("b", "Neuf péniches.")
    d.claim("b", "Neuf péniches", ("Neuf", 9), "boat", role="sunk")
    d.reuse("a", "b", shared=("Neuf péniches",))
    (one,) = crosschecks(d.dossier())
    assert one.agreement is Agreement.SINGLE


def test_a_toll_without_a_place_is_that_of_the_widest_one(draft):
    d = draft()
    for name, words, number, precision in (("a", "en France", 70, "country"), ("b", "à Orge", 12, "town"), ("c", "", 66, None)):
        d.report(name, f"{number} interpellations {words}.")
        own = (d.place(name, words.split()[-1], precision, country="FR", admin1="53"),) if precision else ()
        d.claim(name, f"{number} interpellations {words}".strip(), (str(number), number), role="arrested", type_="ARREST", places=own)
    assert values(crosschecks(d.dossier())) == [[12], [66, 70]]


def test_voices_set_against_each_other_stay_rivals_after_one_has_counted_anew(draft):
    d = draft()
    mayor, union = d.actor("la ville", "company"), d.actor("la ligue", "company")
    for name, day, number in (("a", "2031-04-01", 12), ("b", "2031-04-02", 13)):
        d.report(name, f"{number} % d'agents absents dans les bureaux du canal, selon la ville, 41 % selon la ligue.", published=day)
        d.claim(
            name, f"{number} % d'agents absents dans les bureaux du canal", (f"{number} %", number), "percent", type_="PROTEST", voice=mayor
        )
    d.claim("a", "41 %", ("41 %", 41), "percent", type_="PROTEST", voice=union)
    (one,) = crosschecks(d.dossier())
    assert [a.value for a in one.answers] == [12, 13, 41]
    assert one.agreement is Agreement.CONFLICT


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("La capitainerie, elle, en a vu 340", [[210, 340]]),
        ("Le port avance le chiffre de 340", [[210, 340]]),
        ("Le port vend 340", [[210], [340]]),
    ],
)
def test_a_sentence_that_answers_the_one_before_it_with_another_number(draft, answer, expected):
    d = draft()
    d.report("un", f"Les pêcheurs comptent 210 bacs perdus. {answer} bacs.")
    d.claim("un", "210 bacs perdus", ("210", 210), "boat", voice=d.actor("Les pêcheurs"))
    d.claim("un", f"{answer} bacs", ("340", 340), "boat", voice=d.actor(" ".join(answer.split()[:2]).strip(",")))
    found = list(crosschecks(d.dossier()))
    assert values(found) == expected
    assert {x.agreement for x in found} == {Agreement.CONFLICT if len(expected) == 1 else Agreement.SINGLE}


def test_what_was_counted_days_before_the_event_is_of_another_time(draft):
    def asked(day):
        d = draft()
        d.when = d_time(d, "2031-04-09")
        d.report("a", "Ils étaient 600 grévistes. La mairie avait compté, le jour dit, 640 grévistes.", published="2031-04-09")
        d.claim("a", "600 grévistes", ("600", 600), "striker", type_="PROTEST", when=d_time(d, "2031-04-09"))
        uttered = d.time("a", "le jour dit", day, start=day)
        said = d.attribution("a", "La mairie", "640 grévistes", actor=d.actor("mairie"), uttered=uttered)
        claim = d.claim("a", "640 grévistes", ("640", 640), "striker", type_="PROTEST", when=uttered)
        d.claims[-1] = structs.replace(claim, attribution=said)
        return values(crosschecks(d.dossier()))

    assert (asked("2031-03-26"), asked("2031-04-09")) == ([[600], [640]], [[600, 640]])


def d_time(d, day):
    return When(span=None, value=day, precision=Precision.DAY, start=day)


def test_vague_words_do_not_stand_against_a_number_that_they_may_mean(draft):
    def asked(least, most):
        e = draft()
        for n, number in enumerate((2000, 8500, most)):
            e.report(f"r{n}", f"La halle : {number} grévistes.")
            claim = e.claim(f"r{n}", f"{number} grévistes", (str(number), number), "striker", type_="PROTEST")
            if not n:
                vague = structs.replace(claim.quantities[0], low=least, value=None, high=None, bound=Bound.INDEFINITE)
                e.claims[-1] = structs.replace(claim, quantities=(vague,))
        return len(list(crosschecks(e.dossier())))

    assert (asked(2000, 30_000), asked(2000, 400_000)) == (1, 2)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([(15, "terroriste"), (15, "person"), (12, "civilian")], [[12], [15], [15]]),
        ([(15, "fighter"), (15, "civilian")], [[15], [15]]),
        ([(15, "soldier"), (15, "person")], [[15]]),
        ([(15, "civilian"), (15, "person")], [[15]]),
    ],
)
def test_who_fights_is_not_all_where_others_are_told_of(draft, counts, expected):
    d = three(draft, *((n, unit, {"role": "killed", "type_": "STRIKE"}) for n, unit in counts))
    assert values(crosschecks(d.dossier())) == expected


@pytest.mark.parametrize(
    ("clause", "answer", "one"),
    [
        ("8 tonnes", "Le port évoque pour sa part 8 tonnes.", True),
        ("8 tonnes ont été sauvées", "Le port, lui, dit que 8 tonnes ont été sauvées.", False),  # something else became of them
        ("8 tonnes", "Le port évoque 8 tonnes.", False),  # set against nothing
    ],
)
def test_a_bare_number_that_answers_another_is_of_its_fate(draft, clause, answer, one):
    d = draft()
    d.report("un", f"Selon la ville, 12 tonnes de blé ont brûlé. {answer}", outlet="Le Bief")
    d.claim("un", "12 tonnes de blé ont brûlé", ("12", 12), "ton", role="destroyed", voice=d.actor("ville"))
    quantity = structs.replace(d.quantity("un", "8", 8, "ton"), counted=d.span("un", answer[answer.index("8") : answer.index("8") + 8]))
    claim = d.claim("un", clause, voice=d.actor("port"))
    d.claims[-1] = structs.replace(claim, quantities=(quantity,))
    assert (len(list(crosschecks(d.dossier()))) == 1) is one


def test_a_number_that_is_only_told_as_former_does_not_keep_apart_two_names_of_the_dead(draft):
    d = draft()
    d.report("un", "Deux matelots ont été tués. Avant, 1 mort.", outlet="Le Bief")
    d.report("deux", "L'orage a fait deux morts.", outlet="La Vase")
    d.claim("un", "Deux matelots ont été tués", ("Deux", 2), "crew_member", role="killed")
    d.claim("un", "1 mort", ("1", 1), role="killed", standing=Standing.FORMER)
    d.claim("deux", "deux morts", ("deux", 2), role="killed")
    assert [[a.value for a in check.answers] for check in crosschecks(d.dossier())] == [[1, 2]]
