"""The event of the lead: where and when it was, for the title and for what later paragraphs count of it."""

import pytest

from recoupe.claims import claims
from recoupe.model import Raw, ReadReport, Report
from recoupe.read import read


def settings(title, *paragraphs):
    """The number, the time and the places of each claim with a count; a title apart."""
    text = "\n\n".join(filter(None, [title, *paragraphs]))
    body = len(title) + 2 if title else 0
    report = Report(id="r-0", text=text, body=body, sha256="", language="fr", raw=Raw(sha256="", locator="t"), extractor="t")
    found = claims(ReadReport(report=report, reading=next(iter(read(report)))))
    return [(c.quantities[0].value, c.when and c.when.value, [p.name for p in c.places]) for c in found if c.quantities]


CAR = "Un car est tombé mardi dans un ravin près de Gap, tuant neuf passagers."


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Neuf passagers tués dans la chute d'un car", "XXXX-WXX-2"),
        ("Un car tombe dans un ravin : 9 morts", "XXXX-WXX-2"),
        ("Neuf passagers tués lundi dans la chute d'un car", "XXXX-WXX-1"),  # its own
        ("Le constructeur supprime 900 postes", None),  # no incident
    ],
)
def test_a_title_stands_on_the_day_of_the_lead(title, day):
    assert settings(title, CAR)[0][1] == day


def test_a_title_without_a_place_takes_that_of_the_lead():
    assert settings("Neuf passagers tués dans la chute d'un car", CAR)[0][2] == ["Gap"]


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("Quatorze voyageurs ont été blessés.", (14, "XXXX-WXX-2", ["Gap"])),
        ("Quatorze voyageurs ont été opérés mercredi à Nice.", (14, "XXXX-WXX-3", ["Nice"])),  # its own
        ("En 2019, un accident semblable avait fait 30 morts.", (30, "2019", [])),  # another event
        ("Les routes du pays ont fait 3 000 morts depuis janvier.", (3000, "XXXX-01", [])),
        ("La compagnie emploie 90 chauffeurs.", (90, None, [])),  # nothing that befell them
        ("Douze maisons ont été détruites.", (12, "XXXX-WXX-2", ["Gap"])),
        ("La police a arrêté 12 trafiquants.", (12, None, [])),  # nothing that comes of an accident
        ("Un second accident a eu lieu lundi à Digne. Il a fait 5 blessés.", (5, "XXXX-WXX-1", ["Digne"])),
    ],
)
def test_what_a_later_paragraph_counts_is_where_and_when_the_lead_tells(later, expected):
    assert settings("Chute d'un car", CAR, "La police enquête.", later)[-1] == expected


def test_what_comes_of_an_event_is_of_its_day_whatever_word_its_own_clause_has():
    march = "Des milliers de personnes ont manifesté samedi à Rennes."
    assert settings("", march, "La nuit tombe.", "La police a interpellé 14 personnes.")[-1][1] == "XXXX-WXX-6"
    raid = "Des hommes armés ont attaqué un village dimanche, tuant huit personnes."
    assert settings("", raid, "La nuit tombe.", "Ils ont aussi enlevé 12 femmes.")[-1][1] == "XXXX-WXX-7"


def test_when_somebody_had_left_is_not_the_day_of_the_lead():
    lead = "Un bac parti jeudi de Brest a coulé vendredi au large de Royan."
    assert settings("", lead, "La mer est forte.", "Douze passagers ont été secourus.")[-1] == (12, "XXXX-WXX-5", ["Royan"])


def test_an_hour_of_the_lead_gives_its_day():
    lead = "Une explosion a retenti lundi 5 mai 2025 à 14 h 10 dans une usine de Pau, tuant deux ouvriers."
    assert settings("", lead, "L'usine brûle.", "Six pompiers ont été blessés.")[-1] == (6, "2025-05-05", ["Pau"])


def test_a_town_of_the_lead_is_finer_than_a_country_of_the_title():
    found = settings("France : chute d'un car", CAR, "La police enquête.", "Quatorze voyageurs ont été blessés.")
    assert found[-1][2] == ["Gap"]


def test_all_together_are_not_of_the_last_town_nor_of_its_hour():
    fall = "Un homme est mort dimanche à 14 heures à Gap. Au total, 29 marcheurs ont été blessés."
    assert settings("", "Des marches ont réuni 3.000 personnes dimanche en Suisse.", fall)[-1][1:] == ("XXXX-WXX-7", [])


def test_a_total_of_years_is_of_no_town_nor_day():
    raid = "Le raid de lundi contre Gao a fait 12 morts."
    years = "Les violences ont fait 900 morts en six ans, et contraint 4.000 personnes à fuir leurs villages."
    assert [found[1:] for found in settings("", f"{raid} {years}")[-2:]] == [(None, []), (None, [])]


def test_where_something_began_is_no_place_of_the_next_sentence():
    cases = "Selon l'université, 188 pays sont touchés depuis l'apparition du virus à Gao."
    assert settings("", f"{cases} On compte 12 morts.")[-1][2] == []


def test_what_is_told_in_a_bracket_is_of_no_count_outside():
    assert settings("", "La police a arrêté 30 hommes mardi à Gap (deux d'entre eux avaient été relâchés lundi à Nice).")[0][1:] == (
        "XXXX-WXX-2",
        ["Gap"],
    )


def test_an_entry_of_a_running_report_takes_nothing_of_the_lead():
    found = settings("", CAR, "14 h 20 - Huit personnes ont été blessées.")
    assert found[-1][2] == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Un camion parti mardi pour Niort a percuté un car près de Saintes, faisant 12 morts.", ["Saintes"]),
        ("Le train qui reliait Lyon à Nantes a déraillé à Angers, blessant 30 voyageurs.", ["Angers"]),
        ("Vingt marins brûlés à Toulon ont été évacués vers Nice. Trois navires ont été détruits.", ["Toulon"]),
        ("Une marche pour Alès a réuni 300 personnes à Nîmes.", ["Nîmes"]),
        ("L'armée a tiré vers Goma, tuant 12 civils.", ["Goma"]),  # what is fired comes to pass there
        ("La grêle a relié Gap au reste du monde par 12 lettres.", ["Gap"]),
        ("L'incendie a été vu de Pau par un médecin de l'hôpital de Tarbes, où 12 maisons ont brûlé.", ["Tarbes"]),
        ("Un cortège a rallié Pau, où 12 maisons ont brûlé.", ["Pau"]),
        ("Le maire de Pau, dont 12 maisons ont brûlé, est à Tarbes.", []),
        ("La fête a attiré du monde ailleurs, comme Albi (1 800 visiteurs selon la mairie).", ["Albi"]),
    ],
)
def test_where_somebody_is_bound_for_is_not_where_it_happened(text, places):
    assert settings("", text)[-1][2] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("L'hôpital manque de lits à Pau. La route de Gap est coupée. Douze personnes y ont péri.", ["Gap"]),
        ("Un feu a pris à Nîmes. Douze personnes y ont été brûlées.", ["Nîmes"]),
        ("Un feu a pris à Nîmes. Il y a eu 12 blessés à Arles.", ["Arles"]),
        ("Un feu a pris à Nîmes. Douze personnes y ont été brûlées, et 8 à Arles.", ["Arles"]),
    ],
)
def test_y_takes_up_the_last_place(text, places):
    assert settings("", text)[-1][2] == places


@pytest.mark.parametrize(
    ("title", "later", "places"),
    [
        ("Séisme en Grèce : le point", "On compte 40 blessés.", ["Grèce"]),
        ("Séisme en Grèce : le point", "À Patras, on compte 40 blessés.", ["Patras"]),
        ("Guerre en Ukraine : le point", "On compte 40 blessés.", []),
        ("Séisme en Grèce : le point", "En 1999, un séisme semblable avait fait 143 morts.", []),
        ("Séisme en Grèce : le point", "La police emploie 40 agents.", []),
    ],
)
def test_a_calamity_of_the_title_is_there(title, later, places):
    assert settings(title, "Voici ce que l'on sait.", "Les secours arrivent.", "La nuit tombe.", later)[-1][2] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Une mine a tué deux enfants lundi à Pau. Depuis 2019, les mines ont tué 800 personnes.", []),
        ("Une mine a tué deux enfants lundi à Pau. Depuis mardi, les mines ont tué 8 personnes.", ["Pau"]),
        ("En 2019, des mines ont été posées à Pau. Cette année-là, elles ont tué 80 personnes.", ["Pau"]),
        ("Une mine a tué deux enfants lundi à Pau. Depuis 2019, 800 personnes ont été tuées à Nice.", ["Nice"]),
    ],
)
def test_what_took_months_was_not_in_the_town_of_one_day(text, places):
    assert settings("", text)[-1][2] == places
