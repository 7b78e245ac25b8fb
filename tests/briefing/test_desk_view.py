"""What a desk reads at first sight: whose title it is, who is named in which language, numbers that go up and come down again."""

import json

from recoupe.briefing.desk import Desk
from recoupe.briefing.tallies import opened
from recoupe.ledger import Ledger
from recoupe.pipeline import IN_HAND


def lines(tmp_path, *reports, language="fr"):
    """The briefing and the lines of its questions."""
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(json.dumps(report) for report in reports), encoding="utf-8")
    with Ledger.open(None, IN_HAND) as ledger:
        ledger.add([str(path)])
        story = ledger.stories()[0]
        desk, told = Desk(ledger.file(story.id), language), ledger.briefing(story.id, language)
        found = [s.text for s in told.statements]
        for check in desk.file.crosschecks:
            head, answers = opened(desk, check)
            found += [head, *(line for line, _ in answers)]
    return [line.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'") for line in found]


def report(outlet, hour, text, **more):
    return {"outlet": outlet, "published": f"2031-03-01 {hour}:00", "text": text, **more}


FRENCH = "Trois personnes ont été tuées dimanche par une avalanche à Vallorgue, a annoncé le préfet maritime."
ENGLISH = "An avalanche killed three people in Vallorgue on Sunday, the maritime prefect said."


def test_who_is_named_in_two_languages_has_the_name_of_the_screen(tmp_path):
    given = report("Le Cap", "08", FRENCH), report("Cape Times", "09", ENGLISH)
    assert any(line.endswith("2 textes, 2 origines, 1 voix : préfet maritime.") for line in lines(tmp_path, *given))
    assert any(line.endswith("2 texts, 2 text origins, 1 voice: maritime prefect.") for line in lines(tmp_path, *given, language="en"))


def test_a_name_that_no_text_has_in_the_language_of_the_screen_stays(tmp_path):
    assert any(line.endswith("1 voix : maritime prefect.") for line in lines(tmp_path, report("Cape Times", "09", ENGLISH)))


def test_a_title_is_that_of_a_text(tmp_path):
    one = report("Le Cap", "08", FRENCH, title="Avalanche à Vallorgue : trois morts")
    two = report("Le Fil", "09", f"L'avalanche de Vallorgue est partie à l'aube. {FRENCH}", title="À Vallorgue, l'aube")
    assert any(line.startswith("Le titre est celui d'un de ces textes (Le ") for line in lines(tmp_path, one, two))
    assert not any("Le titre est" in line for line in lines(tmp_path, one))


def test_a_crowd_counted_vaguely_excludes_no_number(tmp_path):
    text = "Des milliers de personnes ont défilé samedi à Sornac. Le cortège a réuni {} à Sornac."
    both = text.format("3.100 personnes selon la police, 9.000 selon la CGT")
    found = lines(tmp_path, report("Le Cap", "08", both))
    assert any("Certains de ces nombres s'excluent, pour une même question" in line for line in found)
    bare = "Le cortège a réuni 3.100 personnes selon la police, 9.000 selon la CGT, samedi à Sornac."
    assert any("Ces nombres s'excluent, pour une même question" in line for line in lines(tmp_path, report("Le Cap", "08", bare)))


def test_a_number_that_is_given_again_after_the_one_in_its_place(tmp_path):
    def toll(hour, n):
        return report(f"Le Cap {hour}", hour, f"L'avalanche de Vallorgue a fait {n} morts dimanche, a annoncé le préfet.")

    last = report("Le Fil", "12", "L'avalanche de Vallorgue a fait six morts dimanche.")
    found = lines(tmp_path, toll("08", "six"), toll("10", "sept"), last)
    assert any("; puis 7" in line and line.endswith("; donné de nouveau ensuite (Le Fil)") for line in found)
    assert not any("de nouveau" in line for line in lines(tmp_path, toll("08", "six"), toll("10", "sept")))


def test_a_figure_that_is_only_named_as_one_is_the_one_before(tmp_path):
    text = "L'avalanche de Vallorgue a fait six morts dimanche. Des radios évoquaient 40 morts, un chiffre démenti par le préfet."
    assert any("nombre contesté par préfet" in line for line in lines(tmp_path, report("Le Cap", "08", text)))
    text = "L'avalanche de Vallorgue a fait six morts dimanche. Le préfet a démenti un report du chantier de Vallorgue."
    assert not any("contesté" in line for line in lines(tmp_path, report("Le Cap", "08", text)))
