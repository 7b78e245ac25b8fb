"""The plainest sentences of the press, each count with all that it is asked for: its number, place, day and source."""

import pytest
from tests.claims.test_crowds import found


def asked(text):
    counts = [c for c in found(text) if c.quantities]
    return [
        (
            c.quantities[0].value,
            [place.name for place in c.places],
            c.when and c.when.value,
            c.attribution and c.attribution.actor.name,
        )
        for c in counts
    ]


MONDAY, SUNDAY = "XXXX-WXX-1", "XXXX-WXX-7"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le défilé a rassemblé 600 personnes à Dijon (450 selon la mairie).",
            [(600, ["Dijon"], None, None), (450, ["Dijon"], None, "mairie")],
        ),
        (
            "Le défilé a rassemblé, selon la mairie, 600 personnes à Dijon (900 selon la CGT).",
            [(600, ["Dijon"], None, "mairie"), (900, ["Dijon"], None, "CGT")],
        ),
        (
            "À Brest, 590 personnes ont défilé lundi selon la police (740 selon les syndicats), 500 à Lyon.",
            [(590, ["Brest"], MONDAY, "police"), (740, ["Brest"], MONDAY, "syndicats"), (500, ["Lyon"], MONDAY, None)],
        ),
        (
            "À Brest, 590 personnes ont défilé selon la police (740 selon les syndicats) ; 5 500 à Lyon.",
            [(590, ["Brest"], None, "police"), (740, ["Brest"], None, "syndicats"), (5500, ["Lyon"], None, None)],
        ),
        (
            "Les cortèges ont réuni 600 personnes à Metz (400 selon la police), 300 à Toul et Nancy.",
            [(600, ["Metz"], None, None), (400, ["Metz"], None, "police"), (300, ["Toul", "Nancy"], None, None)],
        ),
        (
            "À Brest, les syndicats annoncent 800 manifestants quand les autorités n'en comptent que 600.",
            [(800, ["Brest"], None, "syndicats"), (600, ["Brest"], None, "autorités")],
        ),
        ("À Lille comme à Dijon, ils étaient 1 500, selon la police.", [(1500, ["Lille", "Dijon"], None, "police")]),
        ("Quelque 600 personnes ont battu le pavé dimanche à Lyon.", [(600, ["Lyon"], SUNDAY, None)]),
        (
            "Vingt drones ont été abattus au-dessus de Toulouse, 40 à Nantes, selon la police.",
            [(20, ["Toulouse"], None, "police"), (40, ["Nantes"], None, "police")],
        ),
        ("Le bilan de l'accident de Lille s'élève à 30 morts, selon la CGT.", [(30, ["Lille"], None, "CGT")]),
        (
            "Le bilan de l'explosion de Metz, communiqué lundi par la préfecture, fait état de 80 morts.",
            [(80, ["Metz"], None, "préfecture")],
        ),
        ("Le bilan communiqué par la préfecture est de 50 morts.", [(50, [], None, "préfecture")]),
        ("Les autorités citent un bilan de 80 morts à Brest.", [(80, ["Brest"], None, "autorités")]),
        (
            "90 personnes sont mortes et 16 ont été blessées dimanche à Rouen dans l'effondrement d'un immeuble.",
            [(90, ["Rouen"], SUNDAY, None), (16, ["Rouen"], SUNDAY, None)],
        ),
        (
            "« Nous avons 40 morts », a déclaré la préfecture après l'explosion survenue dimanche à Brest.",
            [(40, ["Brest"], SUNDAY, "préfecture")],
        ),
        (
            "Le bilan de l'explosion survenue lundi à Metz est monté à 60 morts. Un précédent bilan faisait état de 38 morts.",
            [(60, ["Metz"], MONDAY, None), (38, ["Metz"], MONDAY, "précédent bilan")],
        ),
        (
            "L'épidémie de choléra gagne du terrain à Lille. La mairie a recensé 35 cas depuis 2023.",
            [(35, ["Lille"], "2023", "mairie")],
        ),
        ("Mali. Une attaque fait 20 morts\n\nLe village a fui.", [(20, ["Mali"], None, None)]),
        (
            "Explosion à l'usine\n\nUne explosion a fait dimanche 29 morts à Brest.\n\n« Le bilan est de 30 morts », dit la préfecture.",
            [(29, ["Brest"], SUNDAY, None), (30, ["Brest"], SUNDAY, "préfecture")],
        ),
    ],
)
def test_a_count_has_its_place_day_and_source(text, expected):
    assert asked(text) == expected
