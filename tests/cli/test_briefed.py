"""What a stranger reads on the screen: whose number it is, how it is put, and nothing said twice."""

import pytest

from recoupe.cli import main as command
from recoupe.phrases import LANGUAGES


@pytest.fixture
def point(tmp_path, capsys):
    def shown(*texts: str, lang: str = "fr") -> str:
        for number, text in enumerate(texts):
            (tmp_path / f"note-{number}.txt").write_text(text, "utf-8")
        assert command(["point", str(tmp_path), "--lang", lang, "--quiet"]) == 0
        return capsys.readouterr().out.replace("\u00a0", " ")

    return shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La direction dément avoir licencié 30 salariés.",
            "Direction, démenti (propos rapportés par note-0) : dément ‹ avoir licencié 30 salariés ›.",
        ),
        ("Le syndicat des verriers menace de bloquer 12 usines de la région.", "menace ‹ de bloquer 12 usines de la région ›"),
        ("L'association demande la libération de 16 détenus.", "demande ‹ la libération de 16 détenus ›"),
        ("Les riverains accusent le maire d'avoir caché un rapport.", "accusent le maire ‹ d'avoir caché un rapport ›"),
    ],
)
def test_what_answers_no_question_is_told_with_the_verb_that_puts_it_so(point, text, expected):
    shown = point(text)
    assert expected in shown
    assert "Nombres" not in shown


def test_a_number_in_an_accusation_is_no_plain_number(point):
    shown = point("L'opposition accuse le maire d'avoir détourné 4 millions d'euros.")
    assert "4 millions d’euros, en forme d’accusation : 1 texte" in shown


def test_none_of_what_is_no_unit_is_a_statement_and_no_number(point):
    shown = point("« Aucun pronostic vital n'est engagé », a déclaré le docteur Anne Morvan.")
    assert "0 pronostic" not in shown
    assert "« Aucun pronostic vital n'est engagé »" in shown


def test_a_part_without_a_place_says_what_it_is(point):
    shown = point("Quarante-cinq enfants ont été hospitalisés à Orsac, selon la mairie, dont douze ont déjà quitté l'établissement.")
    assert "dont 12," not in shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_in_another_language_are_announced(point, lang):
    shown = point("Deux péniches ont coulé à Orsac, selon la mairie.", lang=lang)
    assert ("language of the texts (French)" in shown) is (lang == "en")


def test_a_text_in_the_language_of_the_screen_hides_no_other(point):
    texts = "Deux péniches ont coulé à Orsac, selon la mairie.", "Two barges sank in Orsac, the mayor said on Tuesday."
    assert "language of the texts (English and French)" in point(*texts, lang="en")


def test_what_differs_stands_before_what_nobody_contradicts(point):
    shown = point(
        "Deux péniches ont coulé mardi à Orsac et neuf marins ont été secourus, selon la mairie.",
        "Trois péniches ont coulé mardi à Orsac et neuf marins ont été secourus, selon la préfecture.",
    )
    assert 0 < shown.find("Ce qui diffère") < shown.find("Nombres")


FOREIGN = (
    "The bargemen's union says that 214 barges are idle on the river. The harbour office puts the figure at 90 barges on Monday night."
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_an_english_text_counts_is_the_word_of_whoever_gives_it(point, lang):
    shown = point(f"---\noutlet: The Towpath\nlanguage: en\n---\n{FOREIGN}", lang=lang)
    assert "214" in shown
    assert "bargemen's union" in shown
    assert not any(words in shown.casefold() for words in ("source non lue", "source not read", "source non nommée", "unnamed source"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("asked", ["claims", "crosschecks"])
def test_so_it_is_in_lists(tmp_path, capsys, asked, lang):
    (tmp_path / "towpath.txt").write_text(FOREIGN, "utf-8")
    (tmp_path / "halage.txt").write_text("Le port de la vallée compte 340 péniches et douze grues.", "utf-8")
    held = ["--ledger", str(tmp_path / "a.db"), "--lang", lang]
    command(["add", str(tmp_path), "--quiet", *held])
    capsys.readouterr()
    assert command([asked, *held]) == 0
    told = capsys.readouterr().out
    assert "bargemen's union" in told
    assert not any(words in told.casefold() for words in ("source non lue", "source not read"))


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("dans la nuit de lundi à mardi", {"fr": "nuit du 12/05/2031 au 13/05/2031", "en": "night of 2031-05-12 to 2031-05-13"}),
        ("lundi soir", {"fr": "12/05/2031, soir", "en": "2031-05-12, evening"}),
        ("lundi", {"fr": "12/05/2031  ", "en": "2031-05-12  "}),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_night_or_an_evening_is_no_plain_day_in_the_timeline(point, lang, when, told):
    text = f"---\npublished: 2031-05-14\n---\nLe hangar de la coopérative viticole a brûlé {when} à Orsac, selon les pompiers."
    shown = point(text, f"{text} Un second bâtiment a été protégé par les secours.", lang=lang)
    assert told[lang] in shown.replace("\u202f", " ")


def test_passages_that_only_call_a_number_former_are_marked_under_it(point):
    first = "---\noutlet: La Cime\ntitle: Avalanche au col de Murs\npublished: 2031-03-02T08:00:00Z\n---\n"
    later = first.replace("La Cime", "Le Col").replace("T08", "T19")
    one = "Une avalanche a tué six skieurs dimanche au col de Murs, selon la préfecture. Les secours cherchent encore."
    two = (
        "Le bilan de l'avalanche de dimanche au col de Murs est porté à 9 skieurs tués. Un précédent bilan faisait état de 6 skieurs tués."
    )
    shown = point(first + one, later + two)
    assert "comme nombre antérieur : Le Col" in shown
    assert "comme nombre antérieur : La Cime" not in shown


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("Le maire d'Orsac compte désormais 9 blessés. Lundi, il avait fait état de 6 blessés.", True),
        ("La gendarmerie compte 15 disparus. Elle avait évoqué 11 disparus.", True),
        ("La préfecture a compté 14 blessés. Les pompiers avaient compté 11 blessés.", False),  # two sources
        ("Le maire d'Orsac a compté 9 blessés. Il compte aussi 6 blessés.", False),
    ],
)
def test_of_two_numbers_of_one_source_the_pluperfect_tells_which_came_first(point, text, then):
    assert ("de la même source" in point(text)) is then


@pytest.mark.parametrize(("when", "told"), [("depuis 2018", "since 2018"), ("en 2018", "2018")])
def test_an_open_beginning_stays_open_in_another_language(point, when, told):
    shown = point(f"L'usine a licencié 340 salariés {when}, selon la mairie.", lang="en")
    assert told in shown
    assert ("since" in shown) is told.startswith("since")


TOLL = (
    "Un bateau a chaviré mercredi au large de l'île de Porea. Les garde-côtes ont secouru 61 personnes et repêché sept corps. "
    "Les recherches se poursuivent pour retrouver une trentaine de disparus."
)
UPDATE = (
    "Naufrage de Porea : le bilan passe à onze morts, ont annoncé les autorités portuaires. Les recherches ont pris fin. "
    "Les garde-côtes n'ont pas répondu."
)


def test_two_tolls_in_other_words_are_compared_in_a_handful_of_files(point):
    assert "2 textes : note-0, note-1" in point(TOLL, UPDATE)


def test_of_a_folder_of_many_files_nothing_is_taken_for_granted(point):
    others = [f"Le conseil municipal de Lurcy-{n} a voté {n} fois la rénovation de l'école {n}." for n in range(20, 31)]
    assert "1 texte : note-0" in point(TOLL, UPDATE, *others)


def test_a_denial_in_a_text_of_its_own_reaches_the_number_by_whatever_name_the_people_go(point):
    shown = point(
        "Une frappe a touché le marché de Korsane. L'armée de l'air affirme avoir tué quatorze combattants. Huit civils sont morts.",
        "Les rebelles ont démenti avoir perdu quatorze hommes dans la frappe sur le marché de Korsane, qui a fait huit morts.",
    )
    assert "armée de l'air ; nombre contesté par rebelles (note-1)" in shown


def test_a_number_that_is_set_right_is_no_difference_of_the_bound(point):
    shown = point(
        "L'effondrement de la tribune du stade de Marville a fait au moins 94 blessés, selon les pompiers.",
        "L'effondrement de la tribune du stade de Marville a fait 81 blessés, et non 94, a rectifié la préfecture.",
    )
    assert "« au moins 94 blessés » dans note-0, « 81 blessés » dans note-1" in shown
    assert "« 94 » dans" not in shown


def test_what_is_to_come_is_set_beside_what_a_text_takes_back(point):
    shown = point(
        "Le verrier Sovitec va supprimer 1 250 postes, ont annoncé lundi les syndicats.",
        "Le verrier Sovitec confirme la suppression de 980 postes, et non 1 250.",
    )
    assert "Emplois (prévision)" in shown
    assert "prévision)" not in shown.replace("Emplois (prévision)", "")
    assert "comme nombre retiré ou corrigé : note-1" in shown


def test_the_voice_that_a_copy_leaves_out_is_told(point):
    head = "Plusieurs rues du centre de Marmoux ont été fermées samedi après-midi au passage du cortège contre la réforme des écoles."
    shown = point(
        f"{head} Le défilé a rassemblé 7 500 personnes selon la police, 20 000 selon la CGT. Deux vitrines ont été brisées.",
        f"{head} Le défilé a rassemblé 7 500 personnes. Deux vitrines ont été brisées.",
    )
    assert "Dans note-0, et non dans note-1 : « 20 000 selon la CGT »" in shown


@pytest.mark.parametrize(
    ("what", "compared"),
    [("60 tonnes de poissons ont péri", True), ("60 tonnes de boue s'étalent", False), ("400 tonnes de poissons vivent", False)],
)
def test_one_thing_that_two_texts_measure_is_compared(point, what, compared):
    head = "---\npublished: 2031-05-06\n---\n"
    shown = point(
        f"{head}Étang de Berdaix : 40 tonnes de poissons morts ramassées, selon la mairie. La baignade est interdite à Berdaix.",
        f"{head}Étang de Berdaix : {what}, selon l'association Eaux Vives. La baignade reste interdite à Berdaix.",
    )
    assert ("Mesure, en tonnes" in shown) is compared


def test_what_is_to_come_is_told_so_once(point):
    shown = point("Le verrier Sovitec va supprimer 980 postes à Nevers, a annoncé lundi la direction.")
    assert "980 emplois, Nevers" in shown
    assert "comme prévision ou projet" in shown
    assert "(prévision)" not in shown
