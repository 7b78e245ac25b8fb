"""From French text to crosschecks: what replaces what, what is a part, and what is one question."""

from itertools import combinations

import pytest

from recoupe import model as m
from recoupe.claims import claims
from recoupe.crosschecks import crosschecks
from recoupe.model import Agreement, Precision, When
from recoupe.read import read
from recoupe.reuse import compare
from recoupe.stories import describe

MORNING, EVENING = "2031-03-02T08:00:00Z", "2031-03-02T19:00:00Z"


def found(*given):
    """The crosschecks of texts, each with its outlet and the time of publication (or None)."""
    reads = []
    for n, (text, outlet, published) in enumerate(given):
        when = When(span=None, value=published, precision=Precision.INSTANT, start=published, end=published) if published else None
        raw = m.Raw(sha256="", locator="")
        report = m.Report(id=f"r{n}", text=text, sha256="", language="fr", raw=raw, extractor="t", outlet=outlet, published=when)
        reads.append(m.ReadReport(report=report, reading=next(iter(read(report)))))
    return list(
        crosschecks(
            m.Dossier(
                story="s",
                event=describe("e", reads),
                reports=tuple(r.report for r in reads),
                readings=tuple(r.reading for r in reads),
                claims=tuple(c for r in reads for c in claims(r)),
                reuses=tuple(u for a, b in combinations(reads, 2) if (u := compare(a, b)) is not None),
            )
        )
    )


def of_role(crosschecks, role):
    return [x for x in crosschecks if x.question.role == role and not x.question.part]


@pytest.mark.parametrize(
    ("text", "agreement", "order"),
    [
        ("Le bilan de l'avalanche est porté à 9 blessés. Un précédent bilan faisait état de 6 blessés.", "revised", [6, 9]),
        ("L'avalanche a fait 9 blessés, selon les gendarmes, contre 6 blessés précédemment.", "revised", [6, 9]),
        ("Le nombre de blessés de l'avalanche, revu à la baisse, est de 6 blessés. La veille, on parlait de 9 blessés.", "revised", [9, 6]),
        ("Après l'avalanche, le bilan est passé de six blessés à neuf blessés.", "revised", [6, 9]),
        ("9h15 : Les gendarmes annoncent 6 blessés dans l'avalanche.\n\n11 h 40 : Les gendarmes annoncent 9 blessés.", "revised", [6, 9]),
        # nothing says that one replaces the other
        ("L'avalanche a fait 6 blessés, selon les gendarmes. Le samu parle de 9 blessés.", "differs", [6, 9]),
        ("9h15 : Les gendarmes annoncent 6 blessés dans l'avalanche.\n\n11 h 40 : Le samu annonce 9 blessés.", "differs", [6, 9]),
    ],
)  # fmt: skip
def test_what_a_text_says_replaces_another(text, agreement, order):
    (one,) = of_role(found((text, "A", None)), "wounded")
    assert (one.agreement, [a.value for a in one.answers]) == (Agreement(agreement), order)


COPIED = (
    "Un télésiège s'est arrêté net à Morzine. {} skieurs ont été blessés, a indiqué la gendarmerie dans un communiqué publié "
    "à la mi-journée. Une enquête a été confiée à la brigade de recherches afin de déterminer l'origine de la panne."
)


def test_a_changed_copy_is_no_revision_and_no_voice():
    (one,) = of_role(found((COPIED.format("Sept"), "La Cime", MORNING), (COPIED.format("Douze"), "Le Col", EVENING)), "wounded")
    assert one.agreement is Agreement.DIFFERS
    assert "copy" in one.why
    assert one.support.voices == m.Range(low=1, high=1)
    assert [(a.value, a.altered_from) for a in one.answers] == [(7, None), (12, "r0")]


@pytest.mark.parametrize(
    "later",
    [
        (COPIED.format("Douze"), "La Cime", EVENING),  # the same outlet
        ("La gendarmerie a indiqué que douze skieurs ont été blessés à Morzine.", "Le Col", EVENING),  # another text
        (COPIED.format("Ce sont désormais douze"), "Le Col", EVENING),  # the text says so
    ],
)
def test_a_later_report_of_the_same_voice_is_a_revision(later):
    (one,) = of_role(found((COPIED.format("Sept"), "La Cime", MORNING), later), "wounded")
    assert one.agreement is Agreement.REVISED
    assert [a.altered_from for a in one.answers] == [None, None]


def test_a_count_at_one_hospital_contradicts_no_total():
    site = "À l'hôpital de Gap, 14 blessés ont été admis lundi, selon un médecin, et 40 blessés sont comptés lundi, selon le préfet."
    total = "Il y a 14 blessés lundi, selon un médecin, et 40 blessés lundi, selon le préfet."
    assert [x.agreement for x in of_role(found((site, "A", None)), "wounded")] == [Agreement.DIFFERS]
    assert [x.agreement for x in of_role(found((total, "A", None)), "wounded")] == [Agreement.CONFLICT]


def test_an_accident_is_one_question_whatever_place_and_day_the_texts_name():
    reports = [
        "Collision à Gannat. Deux trains se sont heurtés mardi 4 mars à Gannat. Cinq personnes ont été tuées, selon la préfecture.",
        "Collision à Gannat : cinq morts. Cinq personnes ont été tuées le 4 mars dans l'Allier, a annoncé mercredi 5 mars la préfecture.",
        "Collision à Gannat. Sept personnes sont mortes, dont deux au CHU de Clermont-Ferrand.",
        "La collision de trains à Gannat (Allier) a fait sept morts.",
    ]
    killed = of_role(found(*((text, f"O{n}", None) for n, text in enumerate(reports))), "killed")
    assert [(x.question.place_name, [a.value for a in x.answers]) for x in killed] == [("Gannat", [5, 7])]


def test_a_storm_in_a_region_and_in_a_town_are_two_questions():
    killed = of_role(found(("La tempête a fait deux morts à Morlaix. Elle a fait six morts en Bretagne.", "A", None)), "killed")
    assert len(killed) == 2


def test_parts_are_no_rivals():
    asked = found(("L'explosion a fait 30 blessés à Feyzin, dont six graves et dont onze brûlés, selon les pompiers.", "A", None))
    wounded = [(x.question.part, [a.value for a in x.answers]) for x in asked if x.question.role == "wounded"]
    assert (False, [30]) in wounded
    assert all(len(values) == 1 for _, values in wounded)


def test_a_part_without_a_place_of_its_own_asks_of_none():
    text = "Collision à Gannat. Six personnes sont mortes mardi à Gannat, dont deux piétons, dont quatre cyclistes, dans l'Allier."
    places = [(x.question.part, x.question.place_name) for x in found((text, "A", None)) if x.question.role == "killed"]
    assert {place for part, place in places if part} <= {None}
    assert (False, "Gannat") in places


def test_a_year_is_no_date_of_a_toll():
    killed = of_role(
        found(("L'accident de Feyzin a fait 3 morts mardi. En 2030, 90 personnes ont été tuées sur les routes.", "A", MORNING)), "killed"
    )
    assert sorted(a.value for x in killed for a in x.answers) == [3, 90]
    assert len(killed) == 2


def of_unit(crosschecks, unit):
    return sorted([a.value for a in x.answers] for x in crosschecks if x.question.unit == unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le taux d'absents au lycée atteint 12 %, selon le rectorat, contre 31 % selon le syndicat.", [[12, 31]]),
        ("Selon le rectorat, le lycée compte 12 % d'absents et 31 % de retards.", [[12], [31]]),
    ],
)
def test_two_voices_set_against_each_other_answer_one_question(text, expected):
    assert of_unit(found((text, "A", None)), "percent") == expected


def test_one_clause_in_two_texts_is_one_question():
    told = found(
        ("Le taux de remplissage des barrages de la vallée a atteint 62 % dimanche.", "A", MORNING),
        ("Le taux de remplissage des barrages de la vallée s'établit à 64 %.", "B", EVENING),
    )
    assert of_unit(told, "percent") == [[62, 64]]


@pytest.mark.parametrize(
    ("words", "place"),
    [("hors Lyon", None), ("en dehors de Lyon", None), ("à Lyon", "Lyon"), ("dehors à Lyon", "Lyon")],
)
def test_nothing_is_counted_where_the_text_leaves_a_place_out(words, place):
    (one,) = of_role(found((f"Les gendarmes ont interpellé 31 personnes {words}.", "A", None)), "arrested")
    assert one.question.place_name == place
