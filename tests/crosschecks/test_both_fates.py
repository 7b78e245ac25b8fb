"""One number of two fates: no answer to how many were killed, nor to how many are missing."""

import pytest

from recoupe import model as m
from recoupe.claims import claims
from recoupe.crosschecks import crosschecks
from recoupe.read import read


def roles(draft, text, role):
    d = draft()
    d.report("a", text)
    d.claim("a", text, ("80", 80), "person" if role != "destroyed" else "house", role)
    return [x.question.role for x in crosschecks(d.dossier())]


@pytest.mark.parametrize(
    ("text", "role", "both"),
    [
        ("La crue a fait 80 morts et disparus.", "killed", "killed_missing"),
        ("Plus de 80 personnes ont péri ou sont toujours portées disparues.", "killed", "killed_missing"),
        ("Au moins 80 mineurs tués ou blessés dans l'éboulement.", "killed", "killed_wounded"),
        ("Le bilan est de 80 blessés ou tués.", "wounded", "killed_wounded"),
        ("La tornade a laissé 80 maisons détruites ou gravement endommagées.", "destroyed", "destroyed_damaged"),
    ],
)
def test_a_number_of_two_fates_answers_for_both(draft, text, role, both):
    assert roles(draft, text, role) == [both]


@pytest.mark.parametrize(
    "text",
    [
        "La crue a fait 80 morts et 12 disparus.",
        "La crue a fait 80 morts et des disparus.",
        "La crue a fait 80 morts, blessés et disparus sont soignés.",
        "La crue a fait 80 morts et détruit trois ponts.",
    ],
)
def test_a_number_beside_another_has_one_fate(draft, text):
    assert roles(draft, text, "killed") == ["killed"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Trois des blessés ont quitté l'hôpital de Nice.", True),
        ("Trois des personnes hospitalisées respirent mal.", True),
        ("Trois blessés ont quitté l'hôpital.", False),
        ("Trois des passagers ont été blessés.", False),
        ("Neuf corps ont été identifiés.", True),
        ("Trois morts ont déjà été inhumés à Nice.", True),
        ("Neuf corps ont été retrouvés.", False),
        ("Trois des victimes ont été inhumées.", True),
        ("Une dizaine de rescapés attendaient encore mardi un bateau.", True),
        ("Une dizaine de rescapés étaient à l'hôpital.", False),
        ("Une dizaine de rescapés seraient en route.", False),
        ("Une dizaine de passagers attendaient encore mardi.", False),
    ],
)
def test_some_of_the_wounded_are_a_part_of_them(text, part):
    assert [x.question.part for x in checked(text, "fr")] == [part]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("A dozen survivors were still waiting at the pier.", True),
        ("A dozen survivors were taken to the pier.", False),
        ("Nine bodies have been identified.", True),
    ],
)
def test_some_of_those_who_live_or_died(text, part):
    assert [x.question.part for x in checked(text, "en")] == [part]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Le bilan est de 15 morts, une victime ayant été comptée deux fois.", [15]),
        ("Le bilan est de 15 morts, l'un d'eux ayant été enregistré deux fois.", [15]),
        ("Le bilan est de 15 morts, et 40 blessés ont été recensés.", [15, 40]),
    ],
)
def test_those_counted_twice_are_no_toll(text, numbers):
    assert sorted(a.value for x in checked(text, "fr") for a in x.answers if x.question.role) == numbers


def checked(text, language):
    """The questions of one text."""
    report = m.Report(id="r", text=text, sha256="", language=language, raw=m.Raw(sha256="", locator=""), extractor="t")
    reading = next(iter(read(report)))
    told = tuple(claims(m.ReadReport(report=report, reading=reading)))
    event = m.Event(id="e", reports=("r",), title="")
    return list(crosschecks(m.Dossier(story="s", event=event, reports=(report,), readings=(reading,), claims=told)))
