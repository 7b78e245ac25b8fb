import subprocess
import sys

import pytest

from recoupe.ingest.languages import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Les pompiers ont maîtrisé l’incendie dans la soirée.", "fr"),
        ("The committee will meet again on Thursday to discuss the report.", "en"),
        ("Der Minister hat am Montag seinen Rücktritt erklärt.", "de"),
        ("El presidente dijo que no habrá cambios en el gobierno.", "es"),
        ("Президент заявил, что переговоры продолжатся завтра.", "uk ru"),
        ("GRÈVE DES TRANSPORTS : LE TRAFIC SERA TRÈS PERTURBÉ LUNDI", "fr"),
        ("Tempête : Météo-France maintient l'alerte", "fr"),
        ("Pékin dément.", "fr"),
        ("Quake kills 12", "en"),
        ("", "und"),
        ("Lyon", "und"),
        ("12 345 678 901 234 567", "und"),
        ("😀" * 100, "und"),
        ("x" * 1_000_000, "und"),
        ("\0" * 50 + "\u202e", "und"),
    ],
)
def test_the_language_or_undecided(text, code):
    assert language(text) in code.split()


def test_line_ends_do_not_matter():
    assert language("\r\n\r\nLes députés\nont voté\rle texte à l’aube.") == "fr"


def test_no_network_no_files_no_noise(tmp_path):
    program = (
        "import sys\n"
        "sys.addaudithook(lambda event, _: event in ('socket.connect', 'socket.getaddrinfo') and sys.exit(event))\n"
        "from recoupe.ingest.languages import language\n"
        "assert language('Les élus ont voté le budget hier soir.') == 'fr'"
    )
    done = subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, check=False, cwd=tmp_path,
                          env={"HOME": str(tmp_path), "TMPDIR": str(tmp_path), "PATH": ""})  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert list(tmp_path.iterdir()) == []
