"""What crosschecks settle of voices: which names are one claimant's, who corrects himself, who disputes a number."""

import msgspec
import pytest

from recoupe.crosschecks import crosschecks
from recoupe.crosschecks.aliases import aliases
from recoupe.model import Mention, Polarity, Standing


@pytest.mark.parametrize(
    ("names", "known"),
    [
        (("préfecture", "préfecture du Lot"), {"préfecture": "préfecture du Lot"}),
        (("préfecture", "préfecture du Lot", "préfecture du Gers"), {}),
        (("Saleh", "Ali Saleh"), {"Saleh": "Ali Saleh"}),
        (("police", "syndicat de police"), {}),
        (("FSR", "Forces de soutien rapide"), {"FSR": "Forces de soutien rapide"}),
        (("ministre de la Santé", "Nour Idriss"), {"ministre de la Santé": "Nour Idriss"}),
        (("ministre", "Nour Idriss"), {"ministre": "Nour Idriss"}),
        (("maire", "Nour Idriss"), {}),
        (("Beauvau", "ministère de l'Intérieur"), {"Beauvau": "ministère de l'Intérieur"}),
        (("Beauvau", "ministère de la Santé"), {}),
    ],
)
def test_names_of_one_claimant(draft, names, known):
    d = draft()
    text = "Les Forces de soutien rapide (FSR) nient. Le ministre de la Santé, Nour Idriss, doute."
    d.report("un", text)
    held = Mention(span=d.span("un", "ministre de la Santé, Nour Idriss"), actor=d.actor("Nour Idriss"))
    assert aliases([d.actor(name) for name in names], [held], {"un": (text, "fr")}) == known


@pytest.mark.parametrize(
    ("text", "told"), [("Le service des ports (DNP) nie.", True), ("Le service des ports nie, la DNP (Sète) aussi.", False)]
)
def test_letters_in_brackets_behind_a_body_are_its_name_whatever_they_stand_for(draft, text, told):
    d = draft()
    d.report("un", text)
    held = Mention(span=d.span("un", "service des ports"), actor=d.actor("DNP"))
    names = [d.actor("DNP"), d.actor("service des ports")]
    assert aliases(names, [held], {"un": (text, "fr")}) == ({"DNP": "service des ports"} if told else {})


def only(d):
    (check,) = crosschecks(d.dossier())
    return check


def test_a_voice_with_a_fuller_name_has_it_in_its_support(draft):
    d = draft()
    d.report("un", "L'armée du Sud compte 40 bacs coulés.", outlet="Le Bief")
    d.report("deux", "L'armée compte 40 bacs coulés.", outlet="La Vase")
    d.claim("un", "40 bacs coulés", ("40", 40), "boat", voice=d.actor("armée du Sud"))
    d.claim("deux", "40 bacs coulés", ("40", 40), "boat", voice=d.actor("armée"))
    assert [(alias.name, alias.full) for alias in only(d).support.aliases] == [("armée", "armée du Sud")]


def test_a_dispute_is_with_the_answer_that_it_means(draft):
    d = draft()
    d.report("un", "La mairie compte 11 bacs coulés. « Ce chiffre est faux », répond le port. La mairie le maintient.", outlet="Le Bief")
    d.claim("un", "11 bacs coulés", ("11", 11), "boat", voice=d.actor("mairie"))
    denial = d.claim("un", "Ce chiffre est faux", voice=d.actor("port"), modality="denied")
    assert only(d).answers[0].disputed == (denial.id,)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (("8500", 8500), ("9000", 9000), True),
        (("8500", 8500), ("9000", "~9000"), False),  # the same, in fewer words
        (("8500", 8500), ("8000", ">8000"), False),
        (("8500", "~8500"), ("8610", 8610), True),
        (("38", ">=38"), ("41", 41), True),
        (("1", ">=1"), ("1", 1), False),
    ],
)
def test_a_voice_that_gives_another_number_later(draft, old, new, told):
    d = draft()
    for name, (words, number), day in (("un", old, "2031-05-01"), ("deux", new, "2031-05-02")):
        d.report(name, f"La ville compte {words} noyés.", outlet="Le Bief", published=day)
        d.claim(name, f"{words} noyés", (words, number), role="killed", voice=d.actor("ville"))
    found = [(turn.answer, turn.voices) for answer in only(d).answers for turn in answer.turns]
    assert found == ([(1, ("ville",))] if told else [])


def test_a_voice_that_goes_back_to_its_number_has_not_replaced_it(draft):
    d = draft()
    for name, number, day in (("un", 12, 1), ("deux", 15, 2), ("trois", 12, 3)):
        d.report(name, f"La ville compte {number} noyés.", outlet="Le Bief", published=f"2031-05-0{day}")
        d.claim(name, f"{number} noyés", (str(number), number), role="killed", voice=d.actor("ville"))
    assert not any(answer.turns for answer in only(d).answers)


def test_a_former_number_is_the_one_that_was_given_with_a_bound(draft):
    d = draft()
    d.report("un", "La ville compte au moins 31 noyés.", outlet="Le Bief")
    d.report("deux", "La ville compte 47 noyés, contre 31 auparavant.", outlet="La Vase")
    d.claim("un", "au moins 31 noyés", ("au moins 31", ">=31"), role="killed", voice=d.actor("ville"))
    d.claim("deux", "47 noyés", ("47", 47), role="killed", voice=d.actor("ville"))
    d.claim("deux", "contre 31", ("31", 31), role="killed", standing="former")
    assert [(answer.value, len(answer.claims)) for answer in only(d).answers] == [(31, 2), (47, 1)]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("« Non », a dit le porte-parole, le colonel Roy.", {"porte-parole": "Roy"}),
        ("Le porte-parole, le colonel Roy et le maire sont venus.", {}),
        ("Le porte-parole a vu le colonel Roy.", {}),
    ],
)
def test_an_office_and_the_name_set_beside_it(draft, text, known):
    d = draft()
    d.report("un", text)
    words = text[text.lower().index("le porte-parole") :][:15]
    office = Mention(span=d.span("un", words), actor=d.actor("porte-parole"))
    holder = Mention(span=d.span("un", "le colonel Roy"), actor=d.actor("Roy"))
    assert aliases([office.actor, holder.actor], [office, holder], {"un": (text, "fr")}) == known


@pytest.mark.parametrize(
    ("short", "full", "kind", "told"),
    [
        ("Roy", "Luc Roy", "local_authority", True),
        ("Luc", "Luc Roy", "local_authority", False),
        ("Roy", "Roy Transports", "company", False),
    ],
)
def test_a_family_name_is_that_of_who_holds_an_office(draft, short, full, kind, told):
    names = [draft().actor(short, "person"), draft().actor(full, kind)]
    assert aliases(names, [], {}) == ({short: full} if told else {})


def test_who_is_told_by_family_name_revises_his_own_number(draft):
    d = draft()
    for name, number, voice, day in (("un", 12, d.actor("Luc Roy", "local_authority"), 1), ("deux", 15, d.actor("Roy", "person"), 2)):
        d.report(name, f"{voice.name} compte {number} noyés.", outlet=name, published=f"2031-05-0{day}")
        d.claim(name, f"{number} noyés", (str(number), number), role="killed", voice=voice)
    assert (only(d).agreement, [turn.answer for turn in only(d).answers[0].turns]) == ("revised", [1])


@pytest.mark.parametrize(
    ("later", "places"),
    [
        ("5 tués dans la Creuse", {"Orsac"}),
        ("3 tués à Orsac, 5 tués dans la Creuse", {"Orsac", "Creuse"}),  # side by side
        ("2 tués à Felletin, 5 tués dans la Creuse", {"Orsac", "Creuse", "Felletin"}),  # others count elsewhere in it
    ],
)
def test_the_area_that_a_text_names_around_the_town_is_no_other_place(draft, later, places):
    d = draft()
    d.report("a", "La crue a fait 3 tués à Orsac, dans la Creuse.")
    d.report("b", later)
    town, area = d.place("a", "Orsac"), d.place("a", "Creuse", "admin2")
    d.claim("a", "3 tués à Orsac, dans la Creuse", ("3", 3), role="killed", type_="DISASTER", places=(town, area))
    for words in later.split(", "):
        at = d.place("b", words.rpartition(" ")[2], "admin2" if words.endswith("Creuse") else "town")
        d.claim("b", words, (words[0], int(words[0])), role="killed", type_="DISASTER", places=(at,))
    dossier = d.dossier()
    event = msgspec.structs.replace(dossier.event, places=(area, town))
    asked = [check.question for check in crosschecks(msgspec.structs.replace(dossier, event=event))]
    assert {question.place_name for question in asked} == places


@pytest.mark.parametrize(
    ("later", "places"),
    [
        (("3 tués sur l'Orne",), {"Orsac"}),
        (("1 tué sur l'Orne",), {"Orsac", "Orne"}),  # another number
        (("3 tués à Orsac", "3 tués sur l'Orne"), {"Orsac", "Orne"}),  # each by one text
    ],
)
def test_a_name_that_no_gazetteer_knows_is_that_of_the_town_with_the_same_number(draft, later, places):
    d = draft()
    d.report("a", "La crue a fait 3 tués à Orsac.")
    town = d.place("a", "Orsac", id="1", country="FR")
    d.claim("a", "3 tués à Orsac", ("3", 3), role="killed", type_="DISASTER", places=(town,))
    d.report("b", ". ".join(later))
    for words in later:
        at = d.place("b", "Orne") if words.endswith("Orne") else d.place("b", "Orsac", id="1", country="FR")
        d.claim("b", words, (words[0], int(words[0])), role="killed", type_="DISASTER", places=(at,))
    dossier = d.dossier()
    event = msgspec.structs.replace(dossier.event, places=(town,))
    asked = [check.question for check in crosschecks(msgspec.structs.replace(dossier, event=event))]
    assert {question.place_name for question in asked} == places


def test_an_office_has_one_holder_however_two_texts_write_his_name(draft):
    d = draft()
    text = "Le maire compte 9 bacs. Loïc Le Bras, maire, et the mayor, Loic Le Bras."
    d.report("un", text, outlet="Le Bief")
    held = Mention(span=d.span("un", "Loïc Le Bras, maire"), actor=d.actor("Loïc Le Bras"))
    again = Mention(span=d.span("un", "the mayor, Loic Le Bras"), actor=d.actor("Loic Le Bras"))
    names = ["maire", "Loïc Le Bras", "Loic Le Bras"]
    found = aliases([d.actor(name) for name in names], [held, again], {"un": (text, "fr")})
    assert found == {"maire": "Loïc Le Bras", "Loic Le Bras": "Loïc Le Bras"}


@pytest.mark.parametrize(
    ("words", "how", "back"),
    [
        ("Le chiffre de 22 noyés est faux", {"modality": "denied"}, True),
        ("Il n'y avait pas 22 noyés", {"polarity": Polarity.NEGATIVE}, True),
        ("Les 22 noyés n'ont pas été retrouvés", {"polarity": Polarity.NEGATIVE}, False),
        ("Le fleuve n'a pas plus de 22 noyés", {"polarity": Polarity.NEGATIVE}, False),
    ],
)
def test_who_denies_his_own_number_takes_it_back(draft, words, how, back):
    d = draft()
    d.report("un", "Le maire compte 22 noyés.", outlet="Le Bief", published="2031-05-01")
    d.report("deux", f"« {words} », dit le maire. Le port compte 11 noyés.", outlet="La Vase", published="2031-05-02")
    d.claim("un", "22 noyés", ("22", 22), role="killed", voice=d.actor("maire"))
    number = ("plus de 22", ">22") if "plus de" in words else ("22", 22)
    denial = d.claim("deux", words, number, role="killed", voice=d.actor("maire"), **how)
    d.claim("deux", "11 noyés", ("11", 11), role="killed", voice=d.actor("port"))
    check = only(d)
    (answer,) = (a for a in check.answers if a.value == 22)
    assert (answer.disputed, check.agreement == "revised") == (((denial.id,) if back else ()), back)


@pytest.mark.parametrize(
    ("voice", "why", "turned"),
    [
        ("ville", "another voice corrects a value: ville", [("ville",)]),
        ("port", "a voice gives another value later", [("port",)]),  # its own
        (None, "another voice corrects a value: La Vase", [("La Vase",)]),
    ],
)
def test_who_sets_a_number_right_is_told(draft, voice, why, turned):
    d = draft()
    d.report("un", "Le port compte 12 noyés.", outlet="Le Bief", published="2031-05-01")
    d.report("deux", "La ville et le port : 9 noyés, et non 12 comme annoncé.", outlet="La Vase", published="2031-05-02")
    d.claim("un", "12 noyés", ("12", 12), role="killed", voice=d.actor("port"))
    d.claim("deux", "9 noyés", ("9", 9), role="killed", voice=d.actor(voice) if voice else None, standing=Standing.NEW)
    back = d.claim("deux", "et non 12", ("12", 12), role="killed", standing=Standing.WITHDRAWN)
    check = only(d)
    old = next(answer for answer in check.answers if answer.value == 12)
    assert (check.agreement, check.why.partition("; ")[0]) == ("revised", why)
    assert ([turn.voices for turn in old.turns], old.disputed) == (turned, (back.id,))


def test_a_number_that_two_voices_give_is_disputed_not_taken_back(draft):
    d = draft()
    for name, outlet, voice in (("un", "Le Bief", "port"), ("deux", "La Vase", "sonde")):
        d.report(name, f"Selon {voice}, 12 noyés.", outlet=outlet, published="2031-05-01")
        d.claim(name, "12 noyés", ("12", 12), role="killed", voice=d.actor(voice))
    d.report("trois", "La ville a 9 noyés, et non 12.", outlet="La Crue", published="2031-05-02")
    d.claim("trois", "9 noyés", ("9", 9), role="killed", voice=d.actor("ville"), standing=Standing.NEW)
    back = d.claim("trois", "et non 12", ("12", 12), role="killed", standing=Standing.WITHDRAWN)
    check = only(d)
    old = next(answer for answer in check.answers if answer.value == 12)
    assert (check.agreement, old.disputed, old.turns) == ("differs", (back.id,), ())


def test_a_number_that_a_text_says_was_not_counted_stands_as_taken_back(draft):
    d = draft()
    d.report("un", "Le port n'a pas compté 56 noyés mais 65.", outlet="Le Bief")
    d.claim("un", "Le port n'a pas compté 56 noyés", ("56", 56), role="killed", polarity=Polarity.NEGATIVE, standing=Standing.WITHDRAWN)
    d.claim("un", "mais 65", ("65", 65), role="killed", standing=Standing.NEW)
    assert [(answer.value, answer.standing) for answer in only(d).answers] == [(56, "withdrawn"), (65, None)]


def test_a_part_that_stands_before_its_whole_is_of_the_place_of_both(draft):
    d = draft()
    d.report("un", "Quatre des six noyés étaient de Sète.", outlet="Le Bief")
    place = d.place("un", "Sète")
    whole = d.claim("un", "Quatre des six noyés étaient de Sète", ("six", 6), role="killed", places=(place,))
    d.claim("un", "Quatre des six noyés étaient de Sète", ("Quatre", 4), role="killed", places=(place,), part=True, part_of=whole.id)
    found = {tuple(a.value for a in check.answers): check.question.part for check in crosschecks(d.dossier())}
    assert found == {(6,): False, (4,): True}
