"""People of one kind among others: no total, and the same question as where they are counted by themselves."""

import pytest

from recoupe.crosschecks import crosschecks


def killed(d, report, words, number, unit, **more):
    return d.claim(report, words, (str(number), number), unit, "killed", type_="STRIKE", **more)


def asked(d):
    return {
        (x.question.unit, x.question.part): sorted(n for a in x.answers for n in [a.value])
        for x in crosschecks(d.dossier())
        if x.question.role == "killed"
    }


def tolls(draft, text, *kinds):
    d = draft()
    d.report("a", "Quarante civils ont été tués. On compte 40 morts.")
    d.claim("a", "Quarante civils", ("Quarante", 40), "civilian", "killed", type_="STRIKE")
    killed(d, "a", "40 morts", 40, "person")
    d.report("b", text)
    for words, number, unit in kinds:
        killed(d, "b", words, number, unit)
    return d


@pytest.mark.parametrize(
    "text",
    [
        "La frappe a tué 9 soldats et 29 civils.",
        "La frappe a tué 9 soldats. Les tirs ont également tué 29 civils.",
        "Neuf gendarmes, 9 soldats ont été tués. À ce nombre s'ajoutent 29 civils.",
    ],
)
def test_one_kind_beside_others_is_no_total(draft, text):
    found = asked(tolls(draft, text, ("9 soldats", 9, "soldier"), ("29 civils", 29, "civilian")))
    assert found["person", False] == [40]
    assert found["civilian", False] == [29]


def test_one_kind_told_alone_may_be_all(draft):
    found = asked(tolls(draft, "La frappe a tué 9 soldats. Trois jours plus tôt, 29 civils.", ("29 civils", 29, "civilian")))
    assert [29, 40] in found.values()


def test_a_part_by_kind_answers_as_the_kind_by_itself(draft):
    d = draft()
    d.report("a", "Le bilan est de 52 morts, dont 9 soldats.")
    whole = killed(d, "a", "52 morts", 52, "person")
    killed(d, "a", "dont 9 soldats", 9, "soldier", part_of=whole.id, part=True)
    d.report("b", "Le groupe affirme avoir tué 60 soldats.")
    killed(d, "b", "60 soldats", 60, "soldier")
    assert asked(d) == {("person", False): [52], ("soldier", False): [9, 60]}


def test_a_part_of_just_anybody_is_no_answer_for_all(draft):
    d = draft()
    d.report("a", "Le bilan est de 52 morts, dont 9 à l'hôpital.")
    whole = killed(d, "a", "52 morts", 52, "person")
    killed(d, "a", "dont 9 à l'hôpital", 9, "person", part_of=whole.id, part=True)
    d.report("b", "Il y a 60 morts.")
    killed(d, "b", "60 morts", 60, "person")
    assert asked(d) == {("person", False): [52, 60], ("person", True): [9]}
