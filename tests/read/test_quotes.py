import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.model import Raw, Report
from recoupe.read.quotes import LONGEST, quotes


def inside(text: str) -> list[str]:
    report = Report(id="r-0", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    return [text[q.start : q.end] for q in quotes(report)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Elle a dit : « Nous partirons demain. »", ["Nous partirons demain."]),
        ("Un «\u00a0accord\u00a0» de principe", ["accord"]),
        ('Le maire a parlé d\'un "choc" et de "deuil".', ["choc", "deuil"]),
        ("Il a crié “au feu” puis „zu spät“ enfin.", ["au feu", "zu spät"]),
        ("Il parle d'une ‘petite victoire’ aujourd'hui, l’été.", ["petite victoire"]),
        ("l’eau, l’air, les années ’80, d’abord", []),
        ('« Il m\'a dit "non" hier », raconte-t-elle', ['Il m\'a dit "non" hier', "non"]),
        ("« Il a dit « oui » hier »", ["Il a dit « oui » hier", "oui"]),
        ("« Jamais fermé.\n\nLe lendemain, rien.", ["Jamais fermé."]),
        ("« Un premier point.\n« Un second point », dit-il.", ["Un premier point.", "Un second point"]),
        ("« Un premier point.\n\nUn second point », dit-il.", ["Un premier point.\n\nUn second point"]),
        ('Un écran de 15" et un autre de 17".', []),
        ('Ouvert " jamais fermé\nligne', []),
        ("» Lire aussi : la suite", []),
        ("« » et «…»", []),
        ("Nous irons jusqu'au bout ensemble.\n– Ada Perrin, infirmière", ["Nous irons jusqu'au bout ensemble."]),
        ("Nous irons jusqu'au bout ensemble.\n\n— Un cadre du parti", ["Nous irons jusqu'au bout ensemble."]),
        ("Les mesures prévues sont nombreuses ici.\n- Hausse des salaires\n- Baisse des loyers", []),
        ("- Hausse nette des bas salaires\n– Baisse des loyers", []),
        ("Trop court ici\n– Ada Perrin", []),
        ("« Nous irons jusqu'au bout ensemble. »\n– Ada Perrin", ["Nous irons jusqu'au bout ensemble."]),
    ],
)
def test_quotes(text, found):
    assert inside(text) == found


def test_a_lost_mark_is_bounded():
    text = "« " + "mot " * LONGEST + "\n" + "« fin »"
    found = inside(text)
    assert found[-1] == "fin"
    assert all(len(quote) <= 4 * LONGEST for quote in found)


def test_an_open_quotation_over_many_lines_ends_with_its_first():
    assert inside("« Début\n" + "ligne sans fin\n" * 400 + "fin »")[0] == "Début"


@given(st.text(alphabet="«»“”„\"'’‘ a.A\n–-5", max_size=60))
def test_any_text(text):
    found = inside(text)
    assert all(quote == quote.strip() and any(c.isalnum() for c in quote) for quote in found)
