"""A text of thousands of short lines costs no more a line than a short one: calls are counted, no clock is read."""

import pytest

from recoupe.cli.main import main

TOWNS = ("Lyon", "Nantes", "Lille", "Brest", "Metz", "Nice", "Dijon")
UNITS = ("morts", "blessés", "disparus", "maisons détruites", "foyers sans électricité")


@pytest.mark.parametrize(
    "line",
    [
        lambda n: f"- {n + 2} morts à Lyon",
        lambda n: f"- {n + 2} {UNITS[n % 5]} à {TOWNS[n % 7]}",
        lambda n: f"Le préfet de {TOWNS[n % 7]} a fait état de {n % 90 + 2} blessés, selon la police.",
        lambda n: f"{n % 24}h{n % 60:02d} - {n % 50 + 2} morts et {n % 9 + 2} blessés à {TOWNS[n % 7]}, selon la mairie",
    ],
    ids=["dashes", "many", "voices", "hours"],
)
def test_twice_the_lines_are_twice_the_work(tmp_path, capsys, calls, line):
    def point(count):
        text = tmp_path / f"{count}.txt"
        text.write_text("\n".join(map(line, range(count))), "utf-8")
        main(["point", "--lang", "fr", str(text)])

    point(40)  # what is made once for all is made
    small, large = (calls(lambda count=count: point(count)) for count in (150, 300))
    capsys.readouterr()
    assert large < 2.3 * small
