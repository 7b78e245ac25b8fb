"""The readings of the French conditional."""

import pytest

from recoupe.claims.modality.conditional import conditionals, is_conditional

READINGS = [
    ("Sur la côte, on déplorerait désormais douze noyés.", "hearsay"),
    ("Le salon n'aurait lieu qu'une fois l'an.", "hearsay"),
    ("La maire savait que la foire n'aurait pas lieu.", "future_in_past"),
    ("Fermer les écluses serait une erreur.", "hypothesis"),
    ("Sortir de l'accord, avec ou sans délai, serait céder au chantage.", "other"),
    ("Le premier témoin serait en fuite.", "hearsay"),
    ("L'avantage d'un tunnel serait de réduire le bruit.", "other"),
    ("Il s'agirait d'ouvrir la digue au printemps.", "other"),
    ("Il s'agirait d'une première dans la région.", "hearsay"),
    ("Rien ne les freinerait davantage.", "other"),
    ("La crue deviendrait alors incontrôlable.", "other"),
    ("Le fleuriste aurait alors pris la fuite.", "hearsay"),
    ("Beaucoup n'auraient pas parié sur ce coureur.", "other"),
    ("Sur la côte, on verrait presque les îles.", "other"),
    ("On aurait aperçu un lynx près du lac.", "hearsay"),
    ("Les tarifs seraient gelés un an, propose la fédération.", "hypothesis"),
    ("Le projet passe en commission lundi. Les horaires seraient élargis.", "hypothesis"),
    ("Le projet passe en commission lundi. Son auteur serait un ancien juge.", "hearsay"),
    ("Il a ouvert l'atelier sans savoir qu'il changerait le quartier.", "future_in_past"),
    ("« C'est fini », a-t-il ajouté, assurant que le pont fermerait.", "future_in_past"),
    ("La régie vient d'annoncer que le bac resterait à quai.", "future_in_past"),
    ("Il serait par ailleurs surprenant que le juge cède.", "other"),
    ("D'ailleurs, sans cette digue, le fleuve aurait emporté le quai.", "hypothesis"),
    ("Le marin, qui aurait eu 40 ans en mai, est mort lundi.", "other"),
    ("Le chimiste a expliqué que la fuite serait due à un joint.", "hearsay"),
    ("Trois alpinistes auraient disparu.", "hearsay"),
    ("Deux brebis seraient mortes faute de soins.", "hearsay"),
    ("Le bac fermerait faute de pilote.", "hypothesis"),
    ("Le suspect serait mort dans l'accident.", "hearsay"),
    ("Selon la presse, le groupe vendrait ses usines.", "hearsay"),
    ("L'avocat affirme que le témoin aurait menti.", "hearsay"),
    ("Il semblerait que la vanne ait cédé.", "hearsay"),
    ("Les pirates, qui auraient fui en voiture, sont recherchés.", "hearsay"),
    ("La ministre a annoncé que la taxe baisserait.", "future_in_past"),
    ("Le club avait promis qu'il recruterait.", "future_in_past"),
    ("Si la pluie cessait, le tournoi reprendrait.", "hypothesis"),
    ("En cas de panne, le train resterait à quai.", "hypothesis"),
    ("La dette pourrait doubler.", "modal"),
    ("Le procès devrait durer un mois.", "modal"),
    ("Il aurait dû partir plus tôt.", "modal"),
    ("Nous voudrions une réponse.", "other"),
    ("« Ce serait une folie », a dit le maire.", "other"),
    ("Il serait préférable d'attendre.", "other"),
    ("Un accord qui mettrait fin au conflit est discuté.", "other"),
    ("Une telle mesure coûterait cher.", "other"),
]


@pytest.mark.parametrize(("text", "reading"), READINGS, ids=[r[0] for r in READINGS])
def test_reading(text, reading):
    found = conditionals(text, "fr")
    assert [c.reading.value for c in found] == [reading]
    assert all(0 <= c.start < c.verb <= c.end <= len(text) for c in found)


@pytest.mark.parametrize("word", ["entrait", "montraient", "ouvrait", "tirait", "empirait", "offraient", "trait", "souffrait", "rentrait"])
def test_imperfect_is_no_conditional(word):
    assert not is_conditional(word, "fr")


@pytest.mark.parametrize(
    "word", ["obtiendrait", "referait", "surviendrait", "écrirait", "finirait", "vendraient", "mettrait", "irait", "croirait", "enverrait"]
)
def test_conditional(word):
    assert is_conditional(word, "fr")


def test_group_covers_the_verb():
    text = "La vanne aurait également été forcée."
    assert [text[c.start : c.end] for c in conditionals(text, "fr")] == ["aurait également été forcée"]


def test_unknown_language_has_none():
    assert conditionals("Er hätte.", "de") == ()
    assert conditionals("", "fr") == ()
    assert conditionals("x" * 100_000 + "rait", "fr") == ()
