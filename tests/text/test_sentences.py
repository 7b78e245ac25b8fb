from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.text import sentences

SAME = (
    "Mme Roy a vu le Dr. Petit et M. Jean Blanc à 8 h.",
    "Elle a payé 12.000 euros, soit 3.5 % de plus.",
    "« Où sont-ils ? » demande-t-elle.",
    "Selon l'art. 12 du code, J.-P. Martin a tort.",
    "Il hésite... puis part.",
    "Voir p. 12 et vol. 3 de l'ouvrage.",
)


@pytest.mark.parametrize("text", SAME)
def test_one_sentence(text):
    assert [text[a:b] for a, b in sentences(text)] == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ["Titre sans point", "Il pleut.", "« Partez ! »", "Elle est partie."],
        ["22 mai 2012.", "- Prévu lundi, le vote a eu lieu."],
        ["- un : la hausse", "- deux : la baisse", "– Ada Perrin, élue"],
        ["Fini !", "12 personnes sont là.", "“Oui.”", "Non ?!", "(Avec agences.)"],
        ["Il a dit « non. »", "Puis rien…", "Éric attend."],
        ["Il y a 300 personnes.", "l'ONU en compte 400."],
    ],
)
def test_boundaries(parts):
    for joint in (" ", "\n", "\n\n", "\r\n") if all(p[-1] in ".!?…»”)" and not p.startswith("-") for p in parts) else ("\n", "\r\n"):
        text = joint.join(parts)
        assert [text[a:b] for a, b in sentences(text)] == parts


@given(st.text(alphabet="aÀ1.!?… \n\r\u00a0«»\"-'M", max_size=80) | st.text(max_size=80))
def test_sentences_cover_the_text_in_order(text):
    found = sentences(text)
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
