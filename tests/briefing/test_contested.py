"""What one denies stands beside what another affirms in nearly the same words, and nothing else does."""

import json

import pytest

from recoupe.ledger import Ledger
from recoupe.pipeline import IN_HAND


def told(tmp_path, one, other, language="fr"):
    lines = [{"outlet": name, "published": f"2031-02-0{day} 08:00", "text": text} for name, day, text in (("a", 1, one), ("b", 2, other))]
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    with Ledger.open(None, IN_HAND) as ledger:
        ledger.add([str(path)])
        found = [s for story in ledger.stories() for s in ledger.briefing(story.id, language).statements]
    return {s.section: s.text.replace("\u00a0", " ").replace("’", "'") for s in found}


def test_a_denial_stands_beside_the_rumour_and_is_not_told_again(tmp_path):
    rumour = "Un suspect aurait été arrêté samedi près de l'entrepôt de Sornac, selon un voisin. L'entrepôt de Sornac a brûlé."
    denial = "Le parquet dément toute arrestation d'un suspect près de l'entrepôt de Sornac. L'entrepôt de Sornac a brûlé."
    found = told(tmp_path, rumour, denial)
    assert found["contested"] == (
        "Parquet (b) : dément ‹ toute arrestation d'un suspect près de l'entrepôt de Sornac ›. "
        "En regard : voisin, au conditionnel (a) : ‹ Un suspect aurait été arrêté samedi près de l'entrepôt de Sornac ›."
    )
    assert not {"said", "hearsay"} & found.keys()


def test_what_comes_out_after_the_denial_is_told_as_that(tmp_path):
    denial = "« Faux : ces photos de chars ont été prises en Anatolie, et non à Zovna », indique le ministère de la Défense."
    found = told(tmp_path, denial, "Des photos montreraient des chars étrangers à Zovna, selon plusieurs internautes.")
    assert found["contested"].endswith("‹ Des photos montreraient des chars étrangers à Zovna › (paru après le démenti).")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("La ministre a annoncé une aide aux éleveurs de Sornac.", "La ministre a démenti vouloir quitter le gouvernement à Sornac."),
        ("La banque a dit que les comptes étaient à l'abri.", "La banque a démenti que les comptes ne soient plus à l'abri."),
        ("Le maire a dit que la crue avait fait 47 morts à Sornac.", "Le préfet a démenti que la crue ait fait 120 morts à Sornac."),
        ("Ni le maire ni les pompiers ne déplorent de blessé à Sornac.", "La police dément tout blessé parmi les pompiers de Sornac."),
    ],
)
def test_other_words_the_same_voice_and_other_numbers_are_not_set_beside(tmp_path, one, other):
    assert "contested" not in told(tmp_path, one, other)


def test_in_english(tmp_path):
    one = "Residents said the reservoir at Milborne was leaking before the storm."
    found = told(tmp_path, one, "The water company denied that the reservoir at Milborne was leaking before the storm.", "en")
    assert found["contested"].endswith("Set against it: Residents (a): ‹the reservoir at Milborne was leaking before the storm›.")


def test_who_denied_it_says_it_later(tmp_path):
    denial, later = "La ministre a démenti que des chars soient entrés à Zovna.", "Des chars sont entrés à Zovna, a reconnu la ministre."
    assert told(tmp_path, denial, later)["contested"].endswith("‹ Des chars sont entrés à Zovna › (paru après le démenti).")
    assert "contested" not in told(tmp_path, later, denial)


def test_the_occasion_that_others_tell_of_too_is_not_what_is_denied(tmp_path):
    denial = "La compagnie a nié que le bac fût surchargé lors du naufrage de lundi sur le lac Moer."
    toll = "Le naufrage du bac lundi sur le lac Moer a fait 16 morts, selon le gouverneur."
    assert "contested" not in told(tmp_path, toll, denial)
    found = told(tmp_path, "Le bac du lac Moer était surchargé, selon le syndicat. " + toll, denial)
    assert "syndicat" in found["contested"]
    assert "16" not in found["contested"]


@pytest.mark.parametrize(
    ("rumour", "opposed"),
    [
        ("Le conducteur aurait eu un malaise, selon un rescapé.", True),
        ("Le conducteur aurait eu un malaise et freiné trop tard, selon un rescapé.", True),
        ("Le conducteur aurait freiné trop tard, selon un rescapé.", False),
        ("Un passant a eu un malaise devant le car, selon un rescapé.", False),  # no supposition
    ],
)
def test_a_thesis_that_is_ruled_out_stands_beside_who_supposes_it(tmp_path, rumour, opposed):
    head = "Un car a quitté la route samedi près de Sornac et basculé dans un ravin, faisant 12 blessés."
    found = told(tmp_path, f"{head} {rumour}", f"{head} Le parquet a écarté l'hypothèse d'un malaise.")
    assert ("contested" in found) is opposed
