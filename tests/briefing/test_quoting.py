import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.briefing.quoting import quoted, untied


@pytest.mark.parametrize(
    ("words", "fr", "en"),
    [
        ("« Fermé »", "Fermé", "Fermé"),
        ("“Fermé.”", "Fermé", "Fermé"),
        ('"Fermé"', "Fermé", "Fermé"),
        ("« « Fermé » »", "Fermé", "Fermé"),
        ("un « refuge » sûr", "un “refuge” sûr", "un ‘refuge’ sûr"),
        ("« refuge », dit-il, « sûr »", "“refuge”, dit-il, “sûr”", "‘refuge’, dit-il, ‘sûr’"),
        ("« Partez", "Partez", "Partez"),
        ("Partez »", "Partez", "Partez"),
        ("Partez !", "Partez !", "Partez !"),
        ("on verra...", "on verra...", "on verra..."),
        ("  sur\n deux   lignes. ", "sur deux lignes", "sur deux lignes"),
        ("", "", ""),
        ("«", "", ""),
    ],
)
def test_words_between_marks(words, fr, en):
    assert (quoted(words, "fr"), quoted(words, "en")) == (fr, en)


@given(st.text(alphabet="«»“”\"' abc.…", max_size=30), st.sampled_from(["fr", "en"]))
def test_any_marks(words, language):
    shown = quoted(words, language)
    assert "«" not in shown
    assert "»" not in shown


@given(st.text(max_size=30))
def test_a_tie_is_only_cut_from_the_front(words):
    assert words.endswith(untied(words, "fr"))
