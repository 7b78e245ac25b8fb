"""Pairs of versions from text to drift: what is told, what is known to be missed."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from msgspec import structs

from recoupe import model as m
from recoupe.claims import claims
from recoupe.drift import drift
from recoupe.read import read
from recoupe.reuse import compare

PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text("utf-8"))["pair"]


def read_report(name, text):
    raw = m.Raw(sha256="", locator=f"{name}.txt")
    report = m.Report(id=name, text=text, sha256="", language="fr", raw=raw, extractor="text 1")
    return m.ReadReport(report=report, reading=next(read(report)))


def kinds(pair):
    """The kinds of drift that are told between the two versions."""
    return Counter(str(one.kind) for one in differences(pair))


def differences(pair):
    """What is told between the two versions."""
    a, b = (read_report(name, pair[name]) for name in "ab")
    dossier = m.Dossier(
        story="s-1",
        event=m.Event(id="e-1", reports=("a", "b"), title=""),
        reports=(a.report, b.report),
        readings=(a.reading, b.reading),
        claims=(*claims(a), *claims(b)),
        reuses=tuple(reuse for reuse in (compare(a, b),) if reuse is not None),
    )
    return list(drift(dossier))


def cases():
    for pair in PAIRS:
        known = pair.get("known_failure")
        yield pytest.param(pair, id=pair["name"], marks=[pytest.mark.xfail(strict=True, reason=known)] if known else [])


@pytest.mark.parametrize("pair", list(cases()))
def test_a_pair(pair):
    assert kinds(pair) == Counter(pair["expected"])


def test_there_are_two_halves():
    assert Counter(pair["half"] for pair in PAIRS) == {"dev": 44, "held": 12}


def test_a_number_that_the_other_version_tells_as_former_is_shown_with_what_took_its_place():
    a = "La capitainerie a annoncé mardi que 38 marins étaient bloqués dans les glaces."
    b = "Le bilan a été ramené de 38 à 35 marins bloqués dans les glaces, selon le port."
    one = {"a": read_report("a", a), "b": read_report("b", b)}
    dossier = m.Dossier(
        story="s-1",
        event=m.Event(id="e-1", reports=("a", "b"), title=""),
        reports=tuple(r.report for r in one.values()),
        readings=tuple(r.reading for r in one.values()),
        claims=tuple(c for r in one.values() for c in claims(r)),
        reuses=(
            m.Reuse(id="u", a="a", b="b", kind=m.ReuseKind.REWRITE, score=500, direction=m.Direction.UNKNOWN, characters=0, passages=()),
        ),
    )
    assert ("number_differs", "38 marins", "35 marins") in [(str(d.kind), d.a_words, d.b_words) for d in drift(dossier)]


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        ("12 milles nautiques", [("12 kilomètres", "12 milles nautiques")]),
        ("12 km", []),  # the same by another name
        ("12 kilomètres carrés", []),  # which may say more fully what the other says
    ],
)
def test_the_same_number_in_another_measure_differs(measure, told):
    text = "Le voilier a démâté dimanche à {} à peine du phare de la pointe, où soufflait un vent de nord-est très fort."
    pair = {"a": text.format("12 kilomètres"), "b": text.format(measure)}
    assert [(d.a_words, d.b_words) for d in differences(pair) if d.kind is m.DriftKind.NUMBER_DIFFERS] == told


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("Au moins onze skieurs ont été blessés", "Treize skieurs ont été blessés", 1),
        ("Au moins onze skieurs ont été blessés", "Onze skieurs ont été blessés", 1),
        ("Au moins six skieurs ont été blessés", "Six skieurs ont été blessés", 1),
        ("Une vingtaine de chalets ont été détruits", "Une trentaine de chalets ont été détruits", 1),
        ("Onze skieurs ont été blessés", "11 skieurs ont été blessés", 0),
        ("Au moins onze skieurs et quatre guides ont été blessés", "Au moins onze skieurs et 4 guides ont été blessés", 0),
    ],
)
def test_another_number_in_a_copy_is_told_though_both_may_be_true(left, right, told):
    rest = " dimanche dans une avalanche au-dessus de la station de Valbrune, en contrebas du col, selon {}. Les pistes sont fermées."
    pair = {"a": left + rest.format("les pisteurs"), "b": right + rest.format("des témoins")}
    assert kinds(pair)["number_differs"] == told


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("Le syndicat des mines regrette « une fermeture brutale » de ce puits historique, sans le moindre préavis.", 0),
        ("Le syndicat des mines regrette une fermeture hâtive de ce puits historique, sans le moindre préavis.", 1),
    ],
)
def test_who_is_quoted_himself_does_not_quote_another(other, told):
    shared = " Le puits de la Combe doit cesser toute activité le mois prochain, après cent dix ans d'extraction et de luttes ouvrières."
    pair = {"a": "Le ministère « regrette une fermeture hâtive de ce puits historique »." + shared, "b": other + shared}
    assert kinds(pair)["paraphrase_as_quote"] == told


def titled(name, text):
    """A report of which the first line is its title."""
    read = read_report(name, text)
    report = structs.replace(read.report, title=text.partition("\n\n")[0])
    return m.ReadReport(report=report, reading=read.reading)


BODY = "\n\nLes secouristes ont travaillé toute la nuit malgré le vent. Le refuge du Glacier reste fermé, a indiqué la gendarmerie."


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (
            "Alpes : 14 randonneurs secourus après l'orage",
            "Orage au refuge du Glacier : 17 randonneurs ramenés au village",
            ["14 randonneurs | 17 randonneurs"],
        ),
        ("Alpes : 14 randonneurs secourus après l'orage", "Orage au refuge du Glacier : 3 hélicoptères engagés", []),
    ],
)
def test_numbers_of_two_titles_answer_to_each_other(a, b, told):
    reads = [titled(name, title + BODY) for name, title in (("a", a), ("b", b))]
    reuse = compare(*reads)
    assert reuse is not None
    dossier = m.Dossier(
        story="s-1",
        event=m.Event(id="e-1", reports=("a", "b"), title=""),
        reports=tuple(r.report for r in reads),
        readings=tuple(r.reading for r in reads),
        claims=tuple(claim for r in reads for claim in claims(r)),
        reuses=(reuse,),
    )
    assert [f"{one.a_words} | {one.b_words}" for one in drift(dossier) if one.kind is m.DriftKind.NUMBER_DIFFERS] == told
