"""What took place stands in the timeline at its own time, in the words of a report."""

import json

import pytest

from recoupe.ledger import Ledger
from recoupe.pipeline import IN_HAND


def moments(tmp_path, text):
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"outlet": "Le Cap", "published": "2031-03-06 09:00", "text": text}), encoding="utf-8")
    with Ledger.open(None, IN_HAND) as ledger:
        ledger.add([str(path)])
        found = [m for story in ledger.stories() for m in ledger.briefing(story.id, "fr").timeline]
    return [(m.at[:16], m.text.replace("\u00a0", " ").replace("’", "'")) for m in found if "Parution" not in m.text]


def test_an_event_that_is_told_with_a_number_is_dated(tmp_path):
    words = "Deux ouvriers ont été tués dans l'effondrement d'une grue mercredi à 17h30 à Sornac, selon le préfet"
    found = moments(tmp_path, f"SORNAC, 6 mars 2031 (Le Cap) - {words}.")
    assert found == [("2031-03-05T17:30", f"L'événement, tel que le date Le Cap : « {words} »")]


def test_an_hour_of_a_day_told_before_and_the_night_of_the_event_stand_there(tmp_path):
    words = "Deux ouvriers ont été tués dans l'effondrement d'une grue dans la nuit de mardi à mercredi à Sornac, selon le préfet"
    found = moments(tmp_path, f"{words}. « L'alerte a été donnée à 2h40 par un voisin du chantier », a dit le maire.")
    assert [(at, told[:12]) for at, told in found] == [("2031-03-04T18:00", "L'événement,"), ("2031-03-05T02:40", "“L'alerte a ")]


@pytest.mark.parametrize(
    "text",
    [
        "Une grue s'est effondrée mercredi à 17h30 à Sornac, a dit le maire. Deux ouvriers ont été tués dans l'effondrement mercredi soir.",
        "Deux ouvriers ont été tués dans l'effondrement d'une grue à Sornac.",
        "Douze ouvriers ont été tués dans des effondrements à Sornac depuis le 2 mars, selon le préfet.",
        "Deux ouvriers auraient été tués en 1984 dans l'effondrement d'une grue à Sornac.",
    ],
)
def test_no_event_is_dated_twice_or_without_a_time(tmp_path, text):
    assert not [told for _, told in moments(tmp_path, text) if told.startswith("L'événement")]
