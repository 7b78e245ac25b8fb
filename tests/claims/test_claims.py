"""Claims on sentences of our own, and laws that hold on any text."""

import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.claims import CLAIMS, claims
from recoupe.model import Claim, Raw, ReadReport, Report
from recoupe.read import read

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text("utf-8"))["case"]
DESK = """Explosion dans une usine de Rouen : 8 blessés

Une explosion a fait huit blessés mardi dans une usine chimique de Rouen, dont deux dans un état grave, ont indiqué les pompiers.
Selon la préfecture, 120 habitants ont été évacués. « Aucune fuite n'a été constatée », a déclaré le directeur du site.

L'incendie aurait été provoqué par une fuite de gaz. Le syndicat a annoncé une grève de 300 salariés.
"""


def reading_of(text: str, language: str = "fr") -> ReadReport:
    report = Report(id="r-0", text=text, sha256="", language=language, raw=Raw(sha256="", locator="t"), extractor="t")
    return ReadReport(report=report, reading=next(iter(read(report))))


@cache
def found(text: str) -> tuple[Claim, ...]:
    return tuple(claims(reading_of(text)))


def shown(claim: Claim, text: str) -> dict[str, object]:
    count = claim.quantities[0] if claim.quantities else None
    source = claim.attribution.source if claim.attribution else ()
    wholes = {c.id: c.quantities[0].value for c in found(text) if c.quantities}
    return {
        "type": claim.type,
        "value": count.value if count else None,
        "low": count.low if count else None,
        "high": count.high if count else None,
        "unit": count.unit if count else None,
        "role": count.role if count else None,
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "source": " ".join(text[s.start : s.end] for s in source),
        "place": " ".join(p.name for p in claim.places),
        "when": claim.when.value if claim.when else None,
        "actor": " ".join(text[r.span.start : r.span.end] for r in claim.roles if r.name == "actor"),
        "part_of": wholes.get(claim.part_of or ""),
    }


def answers(expected: dict[str, object], got: dict[str, object]) -> bool:
    return all(
        (str(wanted) in str(got[key]) if wanted else not got[key]) if key in {"source", "place", "actor"} else got[key] == wanted
        for key, wanted in expected.items()
    )


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:50])
def test_case(case, request):
    if case.get("expect") == "fail":
        request.applymarker(pytest.mark.xfail(strict=True, reason=case["comment"]))
    expected = {k: v for k, v in case.items() if k not in {"text", "expect", "comment"}}
    got = [shown(c, case["text"]) for c in found(case["text"])]
    assert any(answers(expected, g) for g in got), got


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Douze militants ont été arrêtés à l'approche du scrutin de mai 2027.", None),
        ("Douze combattants ont été tués malgré l'accord de paix de 2015.", None),
        ("Les heurts ont fait douze morts, à six mois des législatives d'octobre.", None),
        ("Lors du scrutin de mai 2024, douze électeurs ont été tués.", "2024-05"),
        ("Douze maires ont été élus aux municipales de 2020.", "2020"),
    ],
)
def test_the_day_of_a_vote_or_a_law_is_of_no_other_event(text, when):
    assert [shown(c, text)["when"] for c in found(text) if shown(c, text)["value"] == 12] == [when]


def test_what_was_done_is_not_of_a_day_to_come():
    text = "Les enseignants feront grève à partir de lundi. Environ 300 parents ont manifesté devant le rectorat."
    assert [shown(c, text)["when"] for c in found(text) if shown(c, text)["value"] == 300] == [None]


def test_a_list_of_parts_goes_on():
    claims = found("Le groupe a libéré 24 otages, dont 13 Grecs, 10 Turcs et un Russe.")
    assert [(c.quantities[0].value, c.part_of == claims[0].id) for c in claims] == [(24, False), (13, True), (10, True), (1, True)]


def test_there_are_enough_cases():
    assert len(CASES) >= 60


def lawful(read_report: ReadReport) -> None:
    text = read_report.report.text
    got = list(claims(read_report))
    assert got == list(claims(read_report))
    assert got == sorted(got, key=lambda c: (c.span.start, c.span.end))
    ids = [c.id for c in got]
    assert len(ids) == len(set(ids))
    for claim in got:
        assert claim.part_of is None or (claim.part_of in ids and claim.part_of != claim.id)
        assert 0 <= claim.span.start < claim.span.end <= len(text)
        assert 0 <= claim.confidence <= 1
        for evidence in claim.evidence:
            assert text[evidence.span.start : evidence.span.end] == evidence.words


def test_desk_text_is_lawful():
    lawful(reading_of(DESK))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_lawful(text):
    lawful(reading_of(text))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(DESK) - 1), st.sampled_from(["", "\x00", "«", "»", "\n", ", ", " que ", "12 ", "\u202e", "é́", "🛰️", " dont "])
        ),
        max_size=8,
    )
)
def test_mutated_text_is_lawful(edits):
    text = DESK
    for at, put in edits:
        text = text[:at] + put + text[at + 1 :]
    lawful(reading_of(text))


@pytest.mark.parametrize("text", ["", " ", "a" * 20_000, "12 " * 3_000, "que " * 3_000, "dont 3 " * 1_500, "\x00" * 500, "« " * 2_000])
def test_hostile_text(text):
    lawful(reading_of(text))


@pytest.mark.parametrize("language", ["de", "und", "xx"])
@pytest.mark.parametrize("text", ["47 Drohnen abgeschossen.", "2 tot, 30 mensen werden gered."])
def test_language_without_pack_gives_counts_only(language, text):
    for claim in claims(reading_of(text, language=language)):
        assert claim.type == "OTHER"


def test_stage():
    assert (CLAIMS.name, CLAIMS.version) == ("claims", 21)


def test_every_attribution_yields_a_claim():
    got = found(DESK)
    sources = {text for c in got if c.attribution for text in (DESK[c.attribution.cue.start : c.attribution.cue.end],)}
    assert len(sources) >= 4


def test_an_inherited_place_is_marked():
    text = "Des milliers de personnes ont manifesté à Lyon contre la réforme. Samedi, 4 000 manifestants étaient attendus."
    later = [c for c in found(text) if c.quantities and c.quantities[0].value == 4000]
    assert later
    assert later[0].places[0].name == "Lyon"
    assert later[0].places[0].inherited


def test_ids_depend_on_the_report():
    a = reading_of("Le séisme a fait 12 morts.")
    assert all(c.id.startswith("c-") and c.report == "r-0" for c in claims(a))


def test_a_part_keeps_what_its_whole_says():
    text = "Le préfet a annoncé que la tempête avait fait 20 blessés à Brest. Parmi eux, trois enfants."
    counts = [c for c in found(text) if c.quantities]
    whole, part = counts[0], counts[-1]
    assert part.part_of == whole.id
    assert (part.type, part.modality, part.quantities[0].role) == (whole.type, whole.modality, whole.quantities[0].role)


def test_the_whole_behind_its_part():
    counts = [c for c in found("L'avalanche a fait sept morts. Trois des cinq blessés sont des guides, selon la mairie.") if c.quantities]
    values = {c.id: c.quantities[0].value for c in counts}
    assert {values[c.id]: values.get(c.part_of) for c in counts} == {7: None, 5: None, 3: 5}


@pytest.mark.parametrize(
    ("text", "whole", "role"),
    [
        ("Sept personnes ont été tuées. Cinq des victimes sont des lycéens.", 7, "killed"),
        ("La crue a fait sept morts et neuf blessés. Cinq des victimes sont des lycéens.", None, "victim"),
        ("La crue a fait 40 morts. Le maire et deux de ses fils ont été emportés.", None, None),
        ("Trois des blessés sont des guides, selon la gendarmerie.", None, "wounded"),
        ("La fièvre a fait 65 morts. Depuis mai, 407 cas ont été enregistrés dans le nord, dont 65 décès.", 407, "killed"),
    ],
)
def test_whose_part_the_last_count_is(text, whole, role):
    counts = [c for c in found(text) if c.quantities]
    part, wholes = counts[-1], {c.id: c.quantities[0].value for c in counts}
    assert (wholes.get(part.part_of), part.quantities[0].role) == (whole, role)


def test_people_right_before_a_part_are_its_whole():
    text = "Sept plongeurs sont morts. La croisière avait réuni 90 à 120 retraités, dont 30 Belges."
    dead, aboard, part = (c for c in found(text) if c.quantities)
    assert dead.quantities[0].role == "killed"
    assert part.part_of in {None, aboard.id}
    assert part.quantities[0].role is None


@pytest.mark.parametrize(
    ("text", "value", "whole"),
    [
        ("L'éboulement a fait six blessés, dont neuf enfants, selon le maire.", 9, 6),
        ("Huit personnes ont été brûlées, dont douze grièvement, selon les pompiers.", 12, 8),
        ("Le maire a reçu deux familles, dont six enfants.", 6, None),  # they are many
        ("Deux équipages ont été engagés, dont quatorze plongeurs.", 14, None),
        ("Le foyer accueille 60 résidents ; 8 ont été blessés, dont douze femmes.", 12, None),  # of whom, is open
    ],
)
def test_a_part_larger_than_the_only_people_before_it_is_still_theirs(text, value, whole):
    (part,) = (c for c in found(text) if c.quantities and c.quantities[0].value == value)
    assert {c.id: c.quantities[0].value for c in found(text) if c.quantities}.get(part.part_of) == whole


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("La police a arrêté deux suspects à Lille.", {"actor": "La police"}),
        ("L'attaque des rebelles contre l'armée a fait 12 morts.", {"actor": "rebelles", "target": "l'armée"}),
        ("Deux hommes ont été interpellés par la gendarmerie.", {"actor": "la gendarmerie"}),
        ("Une attaque de drones a fait deux morts.", {"instrument": "drones"}),
    ],
)
def test_roles(text, roles):
    got = {r.name: text[r.span.start : r.span.end] for c in found(text) for r in c.roles}
    assert {name: words in got.get(name, "") for name, words in roles.items()} == dict.fromkeys(roles, True), got


@pytest.mark.parametrize(
    "text",
    [
        "Un homme soupçonné d'avoir frappé deux passants à Paris, a été interpellé.",
        "Remerciant ceux qui ont maîtrisé l'assaillant, le président de la région a salué les secours.",
    ],
)
def test_no_target_behind_a_preposition_or_a_comma(text):
    assert [r.name for c in found(text) for r in c.roles if r.name == "target" and r.actor is not None and r.actor.side] == []


@pytest.mark.parametrize(
    ("text", "value", "whole"),
    [
        ("L'armée a abattu 87 drones, dont 48 au nord et cinq au sud, dont deux près de Minsk.", 2, 5),
        ("La police a arrêté 200 personnes, dont 60 à Lyon, dont huit mineurs.", 8, 60),
        ("Le séisme a fait 90 morts, dont 40 femmes et 20 enfants.", 20, 90),
        ("La grippe a tué 90 personnes, dont 40 femmes, dont 20 enfants.", 20, 90),
    ],
)
def test_a_part_of_a_part(text, value, whole):
    (part,) = (c for c in found(text) if c.quantities and c.quantities[0].value == value)
    assert {c.id: c.quantities[0].value for c in found(text) if c.quantities}.get(part.part_of) == whole


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        ("Un incendie a tué deux femmes à Colmar. Dans tout le pays, 90 personnes sont mortes dans des incendies.", 90, []),
        ("Le choléra a tué douze enfants à Goma et 300 personnes dans l'ensemble du pays.", 300, []),
        ("La police a arrêté deux hommes à Lyon. Trois migrants entrés dans le pays ont été arrêtés à Calais.", 3, ["Calais"]),
        ("Dix drones ont été abattus malgré l'ultimatum posé par les alliés à Moscou.", 10, []),
        ("Les sanctions imposées par l'Union à Minsk visent 200 banques.", 200, []),
        ("Une bombe posée par les rebelles à Bamako a tué trois soldats.", 3, ["Bamako"]),
    ],
)
def test_no_town_of_a_whole_country_nor_of_those_who_govern(text, value, places):
    (claim,) = (c for c in found(text) if c.quantities and c.quantities[0].value == value)
    assert [p.name for p in claim.places] == places


def test_a_visit_lends_no_place_to_an_interception():
    text = "Le ministre est en visite à Hanoï. L'armée a abattu 12 drones."
    counted = next(c for c in found(text) if c.quantities)
    assert counted.type == "INTERCEPT"
    assert counted.places == ()


def test_zero_is_a_count_and_a_denial_is_none():
    zero = next(c for c in found("L'incendie n'a fait aucune victime.") if c.quantities)
    assert (zero.quantities[0].value, zero.polarity.value) == (0, "positive")
    denied = next(c for c in found("La ville n'a pas perdu 300 habitants.") if c.quantities)
    assert denied.polarity.value == "negative"


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("« Aucun dépôt n'est bloqué. Les camions brûlés l'ont été par la milice », assure le délégué.", True),
        ("« Aucun dépôt n'est bloqué. Les fûts vides l'ont été par un tuyau », assure la gérante.", True),
        ("« Aucun dépôt n'est bloqué. Les voisins l'ont vu », assure le délégué.", False),
    ],
)
def test_what_a_pronoun_takes_up_to_say_who_did_it_is_claimed(text, claimed):
    spans = [text[c.span.start : c.span.end] for c in found(text)]
    assert any("l'ont été par" in words and words.startswith("Les") for words in spans) is claimed


def test_every_type_says_which_rule_gave_it():
    for claim in found(DESK):
        rules = [each.rule for each in claim.evidence if each.field == "type"]
        assert len(rules) == 1
        assert rules[0].startswith("claims/fr/")


def test_what_some_did_themselves_is_not_what_was_done_to_the_others():
    counts = [c.quantities[0] for c in found("Soixante roquettes ont été interceptées, onze ayant atteint la ville.")]
    assert [(q.value, q.role) for q in counts] == [(60, "intercepted"), (11, None)]
