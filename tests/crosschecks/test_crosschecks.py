import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.crosschecks import crosschecks
from recoupe.model import Agreement, Bound, EditionCause, Measure, Origin, Range

TOLL = "Le séisme a fait 120 morts, selon la protection civile."


def only(draft):
    found = list(crosschecks(draft.dossier()))
    assert len(found) == 1, [(x.question, [a.low for a in x.answers]) for x in found]
    return found[0]


def tolls(draft, *given, type_="DISASTER"):
    """One report per (number, voice or None, more); voices are names."""
    d = draft()
    for n, (number, voice, *more) in enumerate(given):
        words = f"{number} morts"
        d.report(f"r{n}", f"Bilan : {words}, selon {voice or 'personne'}.", **(more[0] if more else {}))
        d.claim(f"r{n}", words, (str(number), number), role="killed", type_=type_, voice=voice and d.actor(voice, "emergency_service"))
    return d


def test_one_voice_in_three_texts(draft):
    d = tolls(draft, (120, "protection civile"), (120, "protection civile"), (120, "protection civile"))
    found = only(d)
    assert found.support.texts == 3
    assert found.support.voices == Range(low=1, high=1)
    assert found.support.origins == Range(low=3, high=3)
    assert found.agreement is Agreement.SINGLE
    assert found.question.role == "killed"


def test_an_emphatic_number_is_the_number_and_a_bound_is_not(draft):
    d = draft()
    for name, words in (("a", "47 grévistes"), ("b", "pas moins de 47 grévistes"), ("c", "plus de 47 grévistes")):
        d.report(name, f"On compte {words}, dit la police.")
    police = d.actor("police", "police")
    d.claim("a", "47 grévistes", ("47", 47), "striker", type_="PROTEST", voice=police)
    d.claim("b", "pas moins de 47 grévistes", ("pas moins de 47", ">=47"), "striker", type_="PROTEST", voice=police)
    d.claim("c", "plus de 47 grévistes", ("plus de 47", ">47"), "striker", type_="PROTEST", voice=police)
    found = only(d)
    assert [(a.low, a.value, a.high, a.bound, a.support.texts) for a in found.answers] == [
        (47, 47, 47, Bound.EXACT, 2),
        (48, 47, None, Bound.MORE_THAN, 1),
    ]


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ([(12, "pompiers")], Agreement.SINGLE),
        ([(12, "pompiers"), (12, "ministère des transports")], Agreement.SAME),
        ([(12, "pompiers"), (">=10", "préfecture")], Agreement.ROUNDED),
        ([(12, "pompiers"), (">=3", "préfecture")], Agreement.DIFFERS),
        ([(12, "pompiers"), (15, "préfecture")], Agreement.DIFFERS),
        ([(12, "pompiers", {"published": "2024-05-01"}), (15, "pompiers", {"published": "2024-05-02"})], Agreement.REVISED),
        ([(12, "pompiers", {"published": "2024-05-01"}), (15, "pompiers")], Agreement.DIFFERS),
    ],
)
def test_agreement(draft, given_, expected):
    assert only(tolls(draft, *given_)).agreement is expected


def test_values_set_side_by_side_in_one_sentence_are_in_conflict(draft):
    d = draft()
    d.report("a", "Ils étaient 8000 manifestants selon la police, 40000 manifestants selon les syndicats.")
    d.claim("a", "8000 manifestants", ("8000", 8000), "demonstrator", type_="PROTEST", voice=d.actor("police", "police"))
    d.claim("a", "40000 manifestants", ("40000", 40000), "demonstrator", type_="PROTEST", voice=d.actor("syndicats", "organiser"))
    found = only(d)
    assert found.agreement is Agreement.CONFLICT
    assert found.comparable
    assert found.support.voices == Range(low=2, high=2)


def test_the_same_place_and_time_make_a_conflict(draft):
    d = draft()
    for name, number, who in (("a", 3, "mairie"), ("b", 9, "hôpital")):
        d.report(name, f"{number} blessés à Brestova lundi, selon {who}.")
        place, when = d.place(name, "Brestova"), d.time(name, "lundi", "XXXX-WXX-1")
        claim = {"places": (place,), "when": when, "voice": d.actor(who, "local_authority")}
        d.claim(name, f"{number} blessés", (str(number), number), role="wounded", type_="ACCIDENT", **claim)
    assert only(d).agreement is Agreement.CONFLICT


def test_the_side_concerned_acknowledges(draft):
    d = draft()
    for name, who, side in (("a", "armée verte", "AA"), ("b", "armée bleue", "BB")):
        d.report(name, f"5 chars détruits chez les bleus, dit l'{who}.")
        role = m_role(d, name)
        d.claim(name, "5 chars détruits", ("5", 5), "tank", type_="STRIKE", voice=d.actor(who, side=side), roles=(role,))
    assert only(d).agreement is Agreement.ACKNOWLEDGED


def m_role(d, name):
    from recoupe.model import Role

    return Role(name="target", span=d.span(name, "bleus"), actor=d.actor("bleus", side="BB"))


def test_untyped_claims_join_the_only_typed_question(draft):
    d = draft()
    d.report("a", "7 camions livrés, dit le ministère.")
    d.report("b", "Il est question de 7 camions, dit le ministère.")
    voice = d.actor("ministère", "state_organ")
    d.claim("a", "7 camions", ("7", 7), "truck", type_="SUPPLY", voice=voice)
    d.claim("b", "7 camions", ("7", 7), "truck", type_="STATEMENT", voice=voice)
    assert only(d).question.type == "SUPPLY"


def test_loose_numbers_of_no_type_are_not_set_against_one_another(draft):
    d = draft()
    d.report("a", "La salle a 300 sièges. Le parti a 12 sièges.")
    d.claim("a", "La salle a 300 sièges", ("300", 300), "seat")
    d.claim("a", "Le parti a 12 sièges", ("12", 12), "seat")
    found = list(crosschecks(d.dossier()))
    assert [len(x.answers) for x in found] == [1, 1]
    assert len({x.id for x in found}) == 2


def test_a_forecast_and_a_denial_do_not_answer(draft):
    d = draft()
    d.report("a", "La police attend 500 manifestants. Elle dément 900 manifestants. 700 manifestants sont venus.")
    for number, modality in ((500, "forecast"), (900, "denied"), (700, "asserted")):
        d.claim("a", f"{number} manifestants", (str(number), number), "demonstrator", type_="PROTEST", modality=modality)
    assert sorted((x.question.type, x.answers[0].low) for x in crosschecks(d.dossier())) == [("FORECAST", 500), ("PROTEST", 700)]


def test_a_part_over_one_place_is_a_narrower_question_of_its_own(draft):
    d = draft()
    d.report("a", "62 feux éteints dans la nuit, dont 25 dans le Val Noir.")
    whole = d.claim("a", "62 feux éteints", ("62", 62), "fire", type_="DISASTER")
    place = d.place("a", "Val Noir", "admin2")
    d.claim("a", "dont 25 dans le Val Noir", ("25", 25), "fire", type_="DISASTER", places=(place,), part_of=whole.id, part=True)
    d.report("b", "Au Val Noir et ailleurs, 62 feux sont éteints.")
    near = d.place("b", "Val Noir", "admin2", inherited=True)
    d.claim("b", "62 feux sont éteints", ("62", 62), "fire", type_="DISASTER", places=(near,))
    wide, narrow = sorted(crosschecks(d.dossier()), key=lambda x: x.question.place or "")
    assert [(a.low, a.support.texts) for a in wide.answers] == [(62, 2)]
    assert [(a.low, a.support.texts) for a in narrow.answers] == [(25, 1)]
    assert wide.related == (narrow.id,)
    assert [(s.remainder_low, s.remainder_high, s.holds) for s in wide.sums] == [(37, 37, True)]


def test_a_part_without_place_is_no_conflict_with_its_whole(draft):
    d = draft()
    d.report("a", "45 blessés, dont 12 grièvement.")
    whole = d.claim("a", "45 blessés", ("45", 45), role="wounded", type_="ACCIDENT")
    d.claim("a", "dont 12 grièvement", ("12", 12), role="wounded", type_="ACCIDENT", part_of=whole.id, part=True)
    assert [(x.question.part, x.agreement) for x in sorted(crosschecks(d.dossier()), key=lambda x: x.question.part)] == [
        (False, Agreement.SINGLE),
        (True, Agreement.SINGLE),
    ]


def test_the_same_number_without_place_joins_the_one_place_that_others_name(draft):
    d = draft()
    d.report("a", "120 bennes à Orlange.")
    d.report("b", "120 bennes sont là.")
    d.report("c", "Quelque 30 bennes sont là.")
    d.claim("a", "120 bennes", ("120", 120), "benne", type_="DISASTER", places=(d.place("a", "Orlange", id="1"),))
    d.claim("b", "120 bennes", ("120", 120), "benne", type_="DISASTER")
    d.claim("c", "Quelque 30 bennes", ("30", 30), "benne", type_="DISASTER")
    assert sorted((x.question.place or "", x.support.texts) for x in crosschecks(d.dossier())) == [("", 1), ("1", 2)]


def test_those_who_are_there_to_help_are_those_who_were_sent(draft):
    d = draft()
    d.report("a", "120 pompiers ont été engagés.")
    d.report("b", "Cent pompiers luttent.")
    d.claim("a", "120 pompiers ont été engagés", ("120", 120), "firefighter", role="deployed", type_="DEPLOY")
    d.claim("b", "Cent pompiers luttent", ("Cent", 100), "firefighter", type_="ACCIDENT")
    assert [(x.question.role, x.support.texts) for x in crosschecks(d.dossier())] == [("deployed", 2)]


def test_a_toll_that_grows_over_days_is_one_question_and_another_year_is_not(draft):
    d = draft()
    for name, number, value in (("a", 3, "2024-05-01"), ("b", 8, "2024-05-03"), ("c", 90, "2015")):
        d.report(name, f"{number} morts le {value}.")
        when = d.time(name, value, value, start=value if "-" in value else "2015-01-01")
        d.claim(name, f"{number} morts", (str(number), number), role="killed", type_="DISASTER", when=when)
    assert sorted(tuple(a.low for a in x.answers) for x in crosschecks(d.dossier())) == [(3, 8), (90,)]


def test_copies_and_shared_passages_lower_the_number_of_origins(draft):
    d = tolls(draft, (12, None), (12, None), (12, None), (12, None))
    d.reuse("r0", "r1", kind="copy")
    d.reuse("r1", "r2", shared=("Bilan : 12 morts",))
    found = only(d)
    assert found.support.origins == Range(low=2, high=2)
    assert found.support.texts == 4
    assert any(e.rule == "crosschecks/origins/passage" and e.words == "Bilan : 12 morts" for e in found.support.evidence)


def test_a_reuse_elsewhere_in_the_texts_lowers_only_the_least(draft):
    d = tolls(draft, (12, None), (12, None))
    d.reuse("r0", "r1", shared=("selon personne",))
    assert only(d).support.origins == Range(low=1, high=2)


def test_reports_of_one_origin_are_one(draft):
    d = tolls(draft, (12, None), (12, None))
    d.origins.append(Origin(id="o-1", reports=("r0", "r1", "gone"), kind="credit"))
    assert only(d).support.origins == Range(low=1, high=1)
    assert only(d).support.voices == Range(low=1, high=1)


def test_two_extractions_of_one_edition_are_one_text(draft):
    d = tolls(draft, (12, None), (12, None, {"edition_of": "r0", "edition_cause": EditionCause.EXTRACTION}))
    assert only(d).support.texts == 1


def test_an_outlet_that_cites_somebody_for_a_number_adds_no_voice(draft):
    d = tolls(draft, (12, "pompiers"))
    d.report("r0", "12 morts. Bilan : 12 morts, selon pompiers.")
    d.claim("r0", "12 morts.", ("12", 12), role="killed", type_="DISASTER")
    assert only(d).support.voices == Range(low=1, high=1)


def test_unnamed_sources_and_nobody_widen_the_range(draft):
    d = tolls(draft, (12, "pompiers"), (12, None))
    d.report("r2", "Une source proche parle de 12 morts.")
    d.claim("r2", "12 morts", ("12", 12), role="killed", type_="DISASTER", voice=d.actor("source proche", "unnamed"))
    d.report("r3", "12 morts seraient à déplorer.")
    d.claim("r3", "12 morts", ("12", 12), role="killed", type_="DISASTER", voice="", modality="hearsay")
    assert only(d).support.voices == Range(low=2, high=4)


@pytest.mark.parametrize(
    ("a", "b", "low"),
    [
        (("autorités locales", "local_authority", None), ("gouverneur local Jan Novák", "local_authority", "CZ"), 1),
        (("armée verte", "armed_force", "AA"), ("ministère de la Défense", "state_organ", "AA"), 1),
        (("armée verte", "armed_force", "AA"), ("armée bleue", "armed_force", "BB"), 2),
        (("armée verte", "armed_force", None), ("armée bleue", "armed_force", None), 2),
        (("maire Anne Roux", "person", None), ("Roux", "person", None), 1),
        (("maire Anne Roux", "person", None), ("préfet Luc Blanc", "person", None), 2),
        (("police", "police", None), ("syndicats", "organiser", None), 2),
    ],
)
def test_claimants_that_may_be_one(draft, a, b, low):
    d = draft()
    for name, (who, kind, side) in (("a", a), ("b", b)):
        d.report(name, f"3 blessés, dit {who}.")
        d.claim(name, "3 blessés", ("3", 3), role="wounded", type_="ACCIDENT", voice=d.actor(who, kind, side))
    found = only(d).support
    assert found.voices == Range(low=low, high=2)
    assert bool(found.evidence) == (low == 1)


def test_values_by_rule(draft):
    given = ((12, "pompiers"), ("20-99", "préfecture"), (15, "pompiers"), (15, "hôpital"))
    assert not only(tolls(draft, *given, type_="ACCIDENT")).values  # they count violence
    found = only(tolls(draft, *given, type_="STRIKE"))
    assert {v.rule: (v.low, v.value, v.high) for v in found.values} == {
        "ucdp": (12, 15, 15),
        "acled": (10, 10, 10),
        "airwars": (12, None, 15),
    }


def test_bodies_found_are_no_toll_by_rule(draft):
    d = draft()
    for name, words, noun, number in (("a", "Onze", "morts", 11), ("b", "Quatre", "corps", 4)):
        d.report(name, f"{words} {noun} ont été vus, dit {name}.")
        d.claim(name, f"{words} {noun}", (words, number), role="killed", type_="STRIKE")
        claim = d.claims[-1]
        counted = msgspec.structs.replace(claim.quantities[0], counted=d.span(name, noun))
        d.claims[-1] = msgspec.structs.replace(claim, quantities=(counted,))
    assert {v.rule: v.low for v in only(d).values} == {"ucdp": 11, "acled": 11, "airwars": 11}


def test_what_is_said_as_about_has_no_bounds_of_its_own(draft):
    d = draft()
    for name, words, number in (("a", "40 morts", 40), ("b", "une centaine de morts", "~100")):
        d.report(name, f"La frappe a fait {words}, selon {name}.")
        d.claim(name, words, (words.removesuffix(" de morts").removesuffix(" morts"), number), role="killed", type_="STRIKE")
    found = only(d)
    assert {v.rule: (v.low, v.high, v.about) for v in found.values} == {
        "ucdp": (40, 100, ("high",)),
        "acled": (40, 40, ()),
        "airwars": (40, 100, ("high",)),
    }


def test_rules_apply_only_to_what_their_authors_count(draft):
    d = draft()
    d.report("a", "4 soldats tués, 9 soldats blessés, 3 maisons détruites.")
    d.claim("a", "4 soldats tués", ("4", 4), "soldier", "killed", type_="STRIKE")
    d.claim("a", "9 soldats blessés", ("9", 9), "soldier", "wounded", type_="STRIKE")
    d.claim("a", "3 maisons détruites", ("3", 3), "house", type_="STRIKE")
    values = {x.question.role: {v.rule: v.low for v in x.values} for x in crosschecks(d.dossier())}
    assert values == {
        "killed": {"acled": 4, "airwars": None, "ucdp": 4},
        "wounded": {"acled": None, "airwars": None, "ucdp": None},
        None: {},
    }


@pytest.mark.parametrize(
    ("whole", "parts", "expected"),
    [
        (10, [4, 6], (True, 0, 0)),
        (10, [4], (True, 6, 6)),
        (10, [8, 7], (False, 0, 0)),
        (">=10", [4], (True, 6, None)),
        (10, [">=4"], (None, None, 6)),
        ((10, 20), [15], (None, 0, 5)),
        ("~40", [2], (True, 38, 38)),
        ("20-99", [2], (True, None, None)),
        (10, ["20-99"], (False, None, None)),
    ],
)
def test_sums(draft, whole, parts, expected):
    d = draft()
    listed = ", ".join(f"{p} au lieu {n}" for n, p in enumerate(parts))
    d.report("a", f"{whole} tentes, dont {listed}.")
    top = d.claim("a", f"{whole} tentes", (str(whole), whole), "tent", type_="SUPPLY")
    for n, part in enumerate(parts):
        place = d.place("a", f"lieu {n}")
        d.claim("a", f"{part} au lieu {n}", (str(part), part), "tent", type_="SUPPLY", part_of=top.id, part=True, places=(place,))
    found = next(x for x in crosschecks(d.dossier()) if x.sums)
    assert [(s.holds, s.remainder_low, s.remainder_high) for s in found.sums] == [expected]


def test_first_and_last_seen_only_from_dated_texts(draft):
    d = tolls(draft, (12, None, {"published": "2024-05-02"}), (12, None), (12, None, {"published": "2024-05-01"}))
    answer = only(d).answers[0]
    assert (answer.first_seen, answer.last_seen) == ("2024-05-01", "2024-05-02")


def test_a_toll_in_hearsay_only_is_marked(draft):
    d = draft()
    d.report("a", "Il y aurait 3 morts.")
    d.claim("a", "3 morts", ("3", 3), role="killed", voice="", modality="hearsay")
    found = only(d)
    assert found.answers[0].hearsay
    assert found.support.voices == Range(low=0, high=1)


def test_nothing_gives_nothing(draft):
    assert list(crosschecks(draft().dossier())) == []


RICH = [
    (12, "pompiers"),
    (12, "préfecture"),
    (">=10", "pompiers"),
    (15, None),
    ("20-99", "hôpital"),
    (12, None),
]


@given(st.permutations(range(len(RICH) + 4)))
def test_the_order_of_claims_does_not_matter(draft, order):
    d = tolls(draft, *RICH)
    d.reuse("r0", "r1", kind="near_copy")
    d.reuse("r3", "r5", shared=("morts, selon personne",))
    d.report("p", "62 feux dans la nuit, dont 25 au Val Noir et 3 à Orge jeudi.")
    whole = d.claim("p", "62 feux", ("62", 62), "fire", type_="DISASTER", when=d.time("p", "dans la nuit", "TNI", "part_of_day"))
    part = {"unit": "fire", "type_": "DISASTER", "part_of": whole.id, "part": True}
    d.claim("p", "25 au Val Noir", ("25", 25), places=(d.place("p", "Val Noir"),), **part)
    d.claim("p", "3 à Orge", ("3", 3), places=(d.place("p", "Orge"),), when=d.time("p", "jeudi", "XXXX-WXX-4"), **part)
    d.claim("p", "la nuit", ("62", 62), "fire", type_="OTHER")
    dossier = d.dossier()
    shuffled = msgspec.structs.replace(dossier, claims=tuple(dossier.claims[i] for i in order))
    assert list(crosschecks(shuffled)) == list(crosschecks(dossier))


@given(st.integers(min_value=1, max_value=5))
def test_copies_raise_texts_and_neither_origins_nor_voices(draft, copies):
    before = only(tolls(draft, (12, "pompiers"), (12, None))).support
    d = tolls(draft, (12, "pompiers"), *[(12, None)] * (1 + copies))
    for n in range(copies):
        d.reuse("r1", f"r{n + 2}", kind="copy")
    after = only(d).support
    assert (after.origins, after.voices) == (before.origins, before.voices)
    assert after.texts == before.texts + copies


@given(st.permutations([12, ">=10", 15, "20-99"]))
def test_agreement_is_symmetric(draft, numbers):
    voices = ["pompiers", "préfecture", "hôpital", "mairie"]
    expected = only(tolls(draft, *zip([12, ">=10", 15, "20-99"], voices, strict=True))).agreement
    assert only(tolls(draft, *zip(numbers, voices, strict=True))).agreement is expected


def test_one_name_is_one_voice_even_where_a_mention_tells_neither_kind_nor_side(draft):
    d = draft()
    for name, kind, side in (("a", "armed_force", "AA"), ("b", "other", None), ("c", "armed_force", None)):
        d.report(name, "3 blessés, dit l'armée verte.")
        d.claim(name, "3 blessés", ("3", 3), role="wounded", type_="STRIKE", voice=msgspec.structs.replace(army(d, kind, side), id=name))
    assert only(d).support.voices == Range(low=1, high=1)


def army(d, kind, side):
    return d.actor("armée verte", kind, side)


def test_a_bare_document_is_no_voice_where_somebody_is_cited(draft):
    d = draft()
    d.report("a", "3 blessés, dit un communiqué. Selon la police, 3 morts-nés, non, 3 blessés.")
    d.claim("a", "3 blessés", ("3", 3), role="wounded", type_="STRIKE", voice=d.actor("communiqué", "document"))
    assert only(d).support.voices == Range(low=1, high=1)
    d.claim(
        "a", "Selon la police, 3 morts-nés, non, 3 blessés", ("3", 3), role="wounded", type_="STRIKE", voice=d.actor("police", "police")
    )
    found = only(d).support
    assert (found.voices, [a.name for a in found.actors]) == (Range(low=1, high=1), ["police"])


def test_shares_and_sums_of_money_are_not_set_against_one_another(draft):
    d = draft()
    d.report("a", "La grève touche 30 % des lignes et 12 % des gares.")
    d.claim("a", "30 % des lignes", ("30 %", 30), "percent", type_="PROTEST")
    d.claim("a", "12 % des gares", ("12 %", 12), "percent", type_="PROTEST")
    assert [len(x.answers) for x in crosschecks(d.dossier())] == [1, 1]


def test_a_rate_and_a_change_answer_no_question_about_a_total(draft):
    d = draft()
    d.report("a", "La police compte 120 morts, 15 morts de plus, 40 morts par jour.")
    police = d.actor("police", "police")
    for words, number, measure in (("120 morts", 120, None), ("15 morts", 15, "change"), ("40 morts", 40, "rate")):
        d.claim("a", words, (str(number), number), role="killed", type_="STRIKE", voice=police)
        claim = d.claims[-1]
        d.claims[-1] = msgspec.structs.replace(
            claim, quantities=(msgspec.structs.replace(claim.quantities[0], measure=measure and Measure(measure)),)
        )
    found = {x.question.measure: x for x in crosschecks(d.dossier())}
    assert {measure: x.answers[0].value for measure, x in found.items()} == {None: 120, "change": 15, "rate": 40}
    assert found[None].values
    assert not found["rate"].values
    assert not found["change"].values


@pytest.mark.parametrize(("language", "outlets"), [("fr", 1), ("en", 1), ("nl", 0)])
def test_a_number_is_the_outlets_own_only_where_it_was_read_who_speaks(draft, language, outlets):
    d = draft()
    d.report("a", "Seven barns burnt.", outlet="The Mill")
    d.reports["a"] = msgspec.structs.replace(d.reports["a"], language=language)
    d.claim("a", "Seven barns", ("Seven", 7), "barn")
    assert len(only(d).support.actors) == outlets


@pytest.mark.parametrize(("lands", "asked"), [(("ML", "TD"), 2), (("ML", "ML"), 1)])
def test_a_round_up_counts_in_each_country_apart(draft, lands, asked):
    d = draft()
    d.report("a", "Crue à Gara : 8 morts. Crue à Dounié : 34 morts.")
    for (town, words, number), land in zip((("Gara", "8 morts", 8), ("Dounié", "34 morts", 34)), lands, strict=True):
        place = d.place("a", town, id=town, country=land, inherited=True)
        d.claim("a", words, (str(number), number), role="killed", type_="DISASTER", places=(place,))
    assert len(list(crosschecks(d.dossier()))) == asked
