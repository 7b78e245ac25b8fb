"""Who took it from whom: only with a reason."""

import pytest

from recoupe.model import Direction
from recoupe.reuse.credits import agency_credits, credited
from recoupe.reuse.direction import direction

BODY = "Le tribunal de commerce a placé l’aciérie en redressement judiciaire."


def way(a, b):
    return direction(a.report, b.report, 200)[0]


def test_without_a_reason_the_direction_is_unknown(make):
    assert direction(make("r-1", BODY).report, make("r-2", BODY).report, 200) == (Direction.UNKNOWN, ())


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2031-03-01T08:00:00Z", "2031-03-01T10:00:00Z", Direction.B_FROM_A),
        ("2031-03-01T10:00:00Z", "2031-03-01T08:00:00Z", Direction.A_FROM_B),
        ("2031-03-01T10:00:00+02:00", "2031-03-01T08:00:00Z", Direction.UNKNOWN),  # the same moment
        ("2031-03-01T08:00:00Z", "2031-03-01T08:20:00Z", Direction.UNKNOWN),  # within the hour
        ("2031-03-01", "2031-03-01", Direction.UNKNOWN),
        ("2031-03-01T08:00:00", "2031-03-01T20:00:00", Direction.UNKNOWN),  # no zone known
        ("2031-03-01", "2031-03-05", Direction.B_FROM_A),
        ("9999-12-31", "0001-01-01", Direction.A_FROM_B),
        ("0001-01-01", "9999-12-31", Direction.B_FROM_A),
        ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", Direction.UNKNOWN),
        ("pas une date", "2031-03-05", Direction.UNKNOWN),
        (None, "2031-03-05", Direction.UNKNOWN),
    ],
)
def test_times_that_differ_clearly_tell(make, first, second, expected):
    assert way(make("r-1", BODY, published=first), make("r-2", BODY, published=second)) is expected


def test_a_text_that_names_the_other_outlet_took_it_from_there(make):
    a, b = make("r-1", BODY + " C’est ce que révèle Le Phare d’Armor.", outlet="Le Soir"), make("r-2", BODY, outlet="Le Phare d'Armor")
    found, why = direction(a.report, b.report, 200)
    assert found is Direction.A_FROM_B
    assert why[0].words == "Le Phare d’Armor"
    assert way(b, a) is Direction.B_FROM_A
    assert way(make("r-1", BODY + " Le phare d’armor est fermé.", outlet="Le Soir"), b) is Direction.UNKNOWN
    assert way(make("r-1", BODY + " Le Phare d’Armorique.", outlet="Le Soir"), b) is Direction.UNKNOWN


def test_two_that_name_each_other_tell_nothing(make):
    a, b = make("r-1", BODY + " Voir L'Écho.", outlet="La Gazette"), make("r-2", BODY + " Lu dans La Gazette.", outlet="L'Écho")
    assert way(a, b) is Direction.UNKNOWN


def test_two_that_credit_one_agency_have_a_common_origin_whatever_the_hour(make):
    a, b = make("r-1", BODY + " (AFP)", published="2031-03-01"), make("r-2", "AFP - " + BODY, published="2031-03-09")
    found, why = direction(a.report, b.report, 200)
    assert found is Direction.COMMON_ORIGIN
    assert {e.words for e in why} == {"AFP"}


def test_who_credits_an_agency_took_it_from_the_agency(make):
    assert way(make("r-1", BODY + "\n\nAvec Reuters"), make("r-2", BODY, outlet="Reuters")) is Direction.A_FROM_B


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{} (AFP)", {"AFP"}),
        ("{} (avec AFP)", {"AFP"}),
        ("{} (AFP, Reuters)", {"AFP", "Reuters"}),
        ("PARIS (Reuters) - {}", {"Reuters"}),
        ("{}\nAvec l’AFP", {"AFP"}),
        ("{}\n\nAFP", {"AFP"}),
        ("{}\nSource : Belga", {"Belga"}),
        ("AFP – {}", {"AFP"}),
        ("{}\nPar Agence France-Presse et Reuters", {"AFP", "Reuters"}),
        ("{}", set()),
        ("{} Il s’est confié à l’AFP lundi, a-t-on appris.", set()),  # the source of one sentence
        ("{} Photo : J. Kerval/AFP", set()),
        ("{} La MAPA (MAPA) recrute.", set()),
    ],
)
def test_credits_stand_in_head_or_tail(make, text, expected):
    report = make("r-1", text.format(BODY)).report
    assert credited(report) == expected
    assert all(report.text[e.span.start : e.span.end] == e.words for e in agency_credits(report))


def test_an_agency_deep_inside_a_text_is_no_credit(make):
    assert credited(make("r-1", BODY * 10 + " (AFP) " + BODY * 10).report) == set()


def test_a_few_words_in_common_say_nothing_by_their_dates(make):
    early, late = (make(name, BODY, published=day).report for name, day in (("r-1", "2025-01-01"), ("r-2", "2025-01-09")))
    assert direction(early, late, 200)[0] is Direction.B_FROM_A
    assert direction(early, late, 45) == (Direction.UNKNOWN, ())


def test_a_text_cannot_have_taken_what_came_out_later(make):
    early = make("r-1", f"{BODY} Avec Le Phare.", published="2031-03-01T08:00:00Z", outlet="La Vigie")
    late = make("r-2", BODY, published="2031-03-02T08:00:00Z", outlet="Le Phare")
    assert way(early, late) is Direction.COMMON_ORIGIN
    assert way(late, early) is Direction.COMMON_ORIGIN


EARLY, LATE = "2031-03-01T08:00:00Z", "2031-03-02T08:00:00Z"


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        (BODY, Direction.B_FROM_A),
        (f"{BODY} L’effectif serait réduit de moitié, rapporte l’agence Sidéra.", Direction.UNKNOWN),
        (f"{BODY} D’après le quotidien La Forge, une reprise est possible.", Direction.UNKNOWN),
        (f"{BODY} Le journal La Forge a révélé le projet de reprise.", Direction.UNKNOWN),
        (f"{BODY} Selon l’AFP, une reprise est possible.", Direction.UNKNOWN),
        (f"{BODY} Selon le journal, une reprise est possible.", Direction.B_FROM_A),  # nobody is named
        (f"{BODY} L’agence Sidéra emploie 40 journalistes.", Direction.B_FROM_A),  # it is spoken of, not from
        (f"{BODY} Une reprise est possible, écrit le quotidien Le Phare.", Direction.B_FROM_A),  # the other outlet itself
    ],
)
def test_a_text_that_has_it_from_a_third_did_not_take_it_from_the_earlier(make, late, expected):
    assert way(make("r-1", BODY, published=EARLY, outlet="Le Phare"), make("r-2", late, published=LATE)) is expected


def test_two_that_have_it_from_one_medium_have_a_common_origin(make):
    a, b = (make(name, f"{BODY} {more}") for name, more in (("r-1", "Une offre existe, écrit le quotidien La Forge."), ("r-2", "")))
    both = make("r-3", f"{BODY} Une offre existe, selon le quotidien La Forge.")
    assert way(a, both) is Direction.COMMON_ORIGIN
    assert way(b, both) is Direction.UNKNOWN


def test_a_phrase_that_anybody_uses_is_no_common_origin(make):
    a, b = make("r-1", BODY + " (AFP)").report, make("r-2", BODY + " (AFP)").report
    assert direction(a, b, 30)[0] is Direction.UNKNOWN
    assert direction(a, b, 70)[0] is Direction.COMMON_ORIGIN


@pytest.mark.parametrize(
    ("credit", "expected"),
    [
        ("(avec Médiane)", Direction.B_FROM_A),
        ("(Médiane)", Direction.B_FROM_A),
        ("(avec Belga, Médiane)", Direction.B_FROM_A),
        ("Une valeur médiane, Médiane des prix.", Direction.UNKNOWN),
        ("(sur la Médiane, à droite)", Direction.UNKNOWN),
    ],
)
def test_a_credit_in_brackets_may_leave_out_what_the_medium_is(make, credit, expected):
    assert way(make("r-1", BODY, outlet="Agence Médiane"), make("r-2", f"{BODY}\n\n{credit}", outlet="Le Bief")) is expected


@pytest.mark.parametrize(
    ("credit", "expected"),
    [
        ("(avec ALP)", Direction.B_FROM_A),
        ("(Belga, ALP)", Direction.B_FROM_A),
        ("L'ALP proteste.", Direction.UNKNOWN),
        ("La ligue de pêche (alp) proteste.", Direction.UNKNOWN),
    ],
)
def test_a_credit_in_brackets_may_be_the_initials_of_the_outlet(make, credit, expected):
    assert way(make("r-1", BODY, outlet="Agence Lagune Presse"), make("r-2", f"{BODY}\n\n{credit}", outlet="Le Bief")) is expected
