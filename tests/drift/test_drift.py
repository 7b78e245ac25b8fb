import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.drift import between, drift
from recoupe.errors import UnknownId
from recoupe.model import Direction, DriftKind, EditionCause, Evidence, Modality

PLANT = "l'incendie de l'usine chimique de Varnay a détruit deux entrepôts de solvants"
FILLER = "Le festival de théâtre ouvre ses portes samedi avec douze compagnies venues de toute la région."


def pair(draft, a, b, **reuse):
    d = draft()
    d.report("a", f"{a} {FILLER}")
    d.report("b", f"{b} {FILLER}")
    d.reuse("a", "b", **reuse)
    return d


def found(d):
    return [(x.kind, x.a_words, x.b_words) for x in drift(d.dossier())]


def test_a_source_that_is_missing(draft):
    d = pair(draft, f"Selon la préfecture, {PLANT}.", f"Hier, {PLANT}.")
    d.claim("a", PLANT, voice=d.actor("la préfecture", "local_authority"))
    assert found(d) == [(DriftKind.SOURCE_MISSING, "la préfecture", "")]


def test_a_source_that_is_missing_on_the_first_side(draft):
    d = pair(draft, f"Hier, {PLANT}.", f"Selon la préfecture, {PLANT}.")
    d.claim("b", PLANT, voice=d.actor("la préfecture", "local_authority"))
    assert found(d) == [(DriftKind.SOURCE_MISSING, "", "la préfecture")]


def test_another_source(draft):
    d = pair(draft, f"Selon la préfecture, {PLANT}.", f"Selon des riverains, {PLANT}.")
    d.claim("a", PLANT, voice=d.actor("la préfecture", "local_authority"))
    d.claim("b", PLANT, voice=d.actor("riverains", "witness"))
    assert found(d) == [(DriftKind.SOURCE_DIFFERS, "la préfecture", "riverains")]


def test_a_shorter_name_of_one_source_is_no_other_source(draft):
    d = pair(draft, f"Selon le préfet Luc Blanc, {PLANT}.", f"Selon le préfet, {PLANT}.")
    d.claim("a", PLANT, voice=d.actor("préfet Luc Blanc", "person"))
    d.claim("b", PLANT, voice=d.actor("préfet", "person"))
    assert found(d) == []


def test_a_source_that_stands_in_another_sentence_is_not_missing(draft):
    again = "La préfecture a précisé que l'incendie de l'usine chimique de Varnay a détruit des entrepôts de solvants"
    d = pair(draft, f"Selon la préfecture, {PLANT}.", f"Hier, {PLANT}. {again}.")
    d.claim("a", PLANT, voice=d.actor("la préfecture", "local_authority"))
    d.claim("b", again, voice=d.actor("La préfecture", "local_authority"))
    assert found(d) == []


def hedge(d):
    return Evidence(field="modality", rule="test", span=d.span("a", "aurait détruit"), words="aurait détruit")


@pytest.mark.parametrize(
    ("direction", "kind"),
    [("unknown", DriftKind.HEDGE_MISSING), ("b_from_a", DriftKind.HEDGE_MISSING), ("a_from_b", DriftKind.HEDGE_ADDED)],
)
def test_a_hedge(draft, direction, kind):
    hedged = PLANT.replace("a détruit", "aurait détruit")
    d = pair(draft, f"Selon la préfecture, {hedged}.", f"Selon la préfecture, {PLANT}.", direction=direction)
    who = d.actor("la préfecture", "local_authority")
    d.claim("a", hedged, voice=who, modality="hearsay", evidence=(hedge(d),))
    d.claim("b", PLANT, voice=who, trigger=d.span("b", "a détruit"))
    assert found(d) == [(kind, "aurait détruit", "")]
    assert [x.direction for x in drift(d.dossier())] == [Direction(direction)]


def test_a_bare_conditional_against_an_indicative(draft):
    hedged = PLANT.replace("a détruit", "aurait détruit")
    d = pair(draft, f"Ce soir, {hedged}.", f"Hier, {PLANT}.")
    said = d.claim("a", hedged, voice="", modality="hearsay")
    cue = msgspec.structs.replace(said.attribution, cue=d.span("a", "aurait détruit"))
    d.claims = [msgspec.structs.replace(said, attribution=cue)]
    assert found(d) == [(DriftKind.HEDGE_MISSING, "aurait détruit", "")]


def test_a_hedge_kept_in_other_words_is_kept(draft):
    hedged = PLANT.replace("a détruit", "aurait détruit")
    d = pair(draft, f"Selon la préfecture, {hedged}.", f"Il est possible que {PLANT}.")
    d.claim("a", hedged, voice=d.actor("la préfecture", "local_authority"), modality="hearsay")
    d.claim("b", PLANT, modality=Modality.POSSIBLE)
    assert DriftKind.HEDGE_MISSING not in [kind for kind, _, _ in found(d)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("quarante foyers", 40), ("quatre cents foyers", 400), [DriftKind.NUMBER_DIFFERS]),
        (("quarante foyers", 40), ("40 foyers", 40), []),
        (("47 foyers", 47), ("pas moins de 47 foyers", ">=47"), [DriftKind.NUMBER_DIFFERS]),
        (("47 foyers", 47), ("des dizaines de foyers", "20-99"), [DriftKind.PRECISION_LOST]),
        (("47 foyers", 47), ("plus de 30 foyers", ">30"), [DriftKind.PRECISION_LOST]),
        (("47 foyers", 47), ("plus de 50 foyers", ">50"), [DriftKind.NUMBER_DIFFERS]),
        (("moins de 50 foyers", "<50"), ("moins de 60 foyers", "<60"), [DriftKind.NUMBER_DIFFERS]),
    ],
)
def test_numbers(draft, left, right, expected):
    sentence = "Privés d'électricité depuis la rupture d'un câble, {} attendent un groupe électrogène promis par la commune."
    d = pair(draft, sentence.format(left[0]), sentence.format(right[0]))
    d.claim("a", left[0], (left[0], left[1]), "household")
    d.claim("b", right[0], (right[0], right[1]), "household")
    assert [kind for kind, _, _ in found(d)] == expected


def test_a_number_that_the_other_gives_elsewhere_does_not_differ(draft):
    d = pair(draft, f"12 ouvriers blessés quand {PLANT}.", f"3 ouvriers blessés quand {PLANT}. En tout, 12 ouvriers hospitalisés.")
    d.claim("a", "12 ouvriers", ("12", 12), "worker")
    d.claim("b", "3 ouvriers", ("3", 3), "worker")
    d.claim("b", "12 ouvriers hospitalisés", ("12", 12), "worker")
    assert DriftKind.NUMBER_DIFFERS not in [kind for kind, _, _ in found(d)]


def test_a_month_that_becomes_recent(draft):
    d = pair(
        draft,
        "L'accord de pêche signé en mars entre les deux ports prévoit des quotas communs.",
        "L'accord de pêche signé récemment entre les deux ports prévoit des quotas.",
    )
    d.read("a", whens=(d.time("a", "en mars", "XXXX-03", "month"),))
    d.read("b", whens=(d.time("b", "récemment", "PAST_REF", "unknown"),))
    assert found(d) == [(DriftKind.PRECISION_LOST, "en mars", "récemment")]


def test_a_town_that_becomes_a_country(draft):
    d = pair(
        draft,
        "Le congrès des météorologues se tient à Bruges sur la prévision des crues éclair.",
        "Le congrès des météorologues se tient en Belgique sur la prévision des crues éclair.",
    )
    d.read("a", places=(d.place("a", "Bruges", id="1", country="BE"),))
    d.read("b", places=(d.place("b", "Belgique", "country", id="2", country="BE"),))
    assert found(d) == [(DriftKind.PRECISION_LOST, "Bruges", "Belgique")]


QUOTE = "Nous ne rouvrirons pas la ligne avant que chaque pont soit contrôlé par un bureau indépendant"


def test_a_quotation_without_equivalent(draft):
    d = pair(draft, f"« {QUOTE} », a dit la ministre.", "La ligne reste fermée.")
    d.read("a", quotes=(d.span("a", QUOTE),))
    assert found(d) == [(DriftKind.QUOTE_UNMATCHED, QUOTE, "")]


def test_a_quotation_of_a_text_that_shares_nothing_is_its_own_business(draft):
    d = draft()
    d.report("a", f"« {QUOTE} », a dit la ministre.")
    d.report("b", FILLER)
    d.read("a", quotes=(d.span("a", QUOTE),))
    assert found(d) == []


def test_words_that_another_version_has_outside_marks(draft):
    indirect = "La ministre affirme qu'elle ne rouvrira pas la ligne avant que chaque pont soit contrôlé par un bureau indépendant."
    d = pair(draft, f"« {QUOTE} », a dit la ministre.", indirect)
    d.read("a", quotes=(d.span("a", QUOTE),))
    assert found(d) == [(DriftKind.PARAPHRASE_AS_QUOTE, QUOTE, indirect)]


def test_a_quotation_that_another_version_has_is_matched(draft):
    d = pair(draft, f"« {QUOTE} », a dit la ministre.", f"La ministre : « {QUOTE}. »")
    d.read("a", quotes=(d.span("a", QUOTE),))
    d.read("b", quotes=(d.span("b", QUOTE),))
    assert found(d) == []


def test_a_wider_quotation(draft):
    d = pair(draft, f"« {QUOTE} », a dit la ministre.", f"{QUOTE.replace('par un', 'par « un')} ».")
    d.read("a", quotes=(d.span("a", QUOTE),))
    d.read("b", quotes=(d.span("b", "un bureau indépendant"),))
    assert [kind for kind, _, _ in found(d)] == [DriftKind.QUOTE_WIDENED]


def test_a_quotation_with_other_words(draft):
    d = pair(
        draft,
        f"« {QUOTE} », a dit la ministre.",
        "« Nous ne rouvrirons jamais la ligne avant que tout pont soit contrôlé deux fois », dit-elle.",
    )
    d.read("a", quotes=(d.span("a", QUOTE),))
    d.read("b", quotes=(d.span("b", "Nous ne rouvrirons jamais la ligne avant que tout pont soit contrôlé deux fois"),))
    assert DriftKind.QUOTE_REWORDED in [kind for kind, _, _ in found(d)]


def test_an_article_for_a_number_is_another_word(draft):
    d = pair(draft, "« Deux barques sont encore attendues au port », dit-il.", "« Une barque est encore attendue au port », dit-il.")
    d.read("a", quotes=(d.span("a", "Deux barques sont encore attendues au port"),))
    d.read("b", quotes=(d.span("b", "Une barque est encore attendue au port"),))
    assert {kind for kind, _, _ in found(d)} == {DriftKind.QUOTE_REWORDED}


def test_a_shorter_quotation_is_no_other_one(draft):
    d = pair(
        draft,
        "« Le pont de 12 000 tonnes sera fermé tout l'été aux camions », dit le maire.",
        "« Le pont de 12.000 tonnes sera fermé », dit-il.",
    )
    d.read("a", quotes=(d.span("a", "Le pont de 12 000 tonnes sera fermé tout l'été aux camions"),))
    d.read("b", quotes=(d.span("b", "Le pont de 12.000 tonnes sera fermé"),))
    assert DriftKind.QUOTE_WIDENED not in [kind for kind, _, _ in found(d)]


COUNTED = "Quarante élèves et un chauffeur attendaient sur le parking, où 140 sacs de sable ont été livrés selon la mairie."
OTHERWISE = "Rien ne manque : 140 sacs de sable."


def test_the_same_number_without_its_source(draft):
    d = pair(draft, COUNTED, OTHERWISE)
    d.claim("a", "140 sacs de sable ont été livrés", ("140 sacs", 140), "bag", voice=d.actor("la mairie", "local_authority"))
    d.claim("b", "140 sacs de sable", ("140 sacs", 140), "bag")
    assert found(d) == [(DriftKind.SOURCE_MISSING, "la mairie", "")]


def test_the_same_number_of_something_else_is_another_matter(draft):
    d = pair(draft, COUNTED, "Rien ne manque : 140 lits de camp.")
    d.claim("a", "140 sacs de sable ont été livrés", ("140 sacs", 140), "bag", voice=d.actor("la mairie", "local_authority"))
    d.claim("b", "140 lits de camp", ("140 lits", 140), "bed")
    assert found(d) == []


def test_content_of_one_side_only_where_texts_are_largely_one(draft):
    for score, kinds in ((800, [DriftKind.CONTENT_ONLY_IN_B]), (100, [])):
        d = pair(draft, PLANT, f"{PLANT}. Trente chats errants ont été recueillis.", score=score)
        d.claim("b", "Trente chats errants", ("Trente", 30), "cat")
        assert [kind for kind, _, _ in found(d)] == kinds


def test_nothing_differs_between_verbatim_copies(draft):
    text = f"Selon la préfecture, {PLANT.replace('a détruit', 'aurait détruit')}. « {QUOTE} », a dit la ministre. 12 blessés."
    d = pair(draft, text, text.replace("'", "’").replace("« ", "«\u00a0"), kind="copy", score=1000)
    d.claim("a", "12 blessés", ("12", 12), role="wounded")
    d.claim("b", "12 blessés", ("12", 12), role="wounded")
    for report in "ab":
        d.read(report, quotes=(d.span(report, QUOTE[:40]),))
    assert found(d) == []


def test_two_extractions_of_one_edition_are_not_compared(draft):
    d = pair(draft, "12 ouvriers sauvés par la grue du chantier voisin.", "1 ouvriers sauvés par la grue du chantier voisin.")
    d.claim("a", "12 ouvriers", ("12", 12), "worker")
    d.claim("b", "1 ouvriers", ("1", 1), "worker")
    assert len(found(d)) == 1
    edition = {"edition_of": "a", "edition_cause": EditionCause.EXTRACTION}
    d.reports["b"] = msgspec.structs.replace(d.reports["b"], **edition)
    assert found(d) == []


def test_between_two_named_versions_without_any_reuse(draft):
    d = pair(draft, f"Selon la préfecture, {PLANT}.", f"Hier, {PLANT}. Trente chats recueillis.", direction="a_from_b")
    d.claim("a", PLANT, voice=d.actor("la préfecture", "local_authority"))
    d.claim("b", "Trente chats", ("Trente", 30), "cat")
    found = list(between(d.dossier(), "b", "a"))
    assert [(x.kind, x.direction) for x in found] == [
        (DriftKind.SOURCE_MISSING, Direction.B_FROM_A),
        (DriftKind.CONTENT_ONLY_IN_A, Direction.B_FROM_A),
    ]
    with pytest.raises(UnknownId):
        list(between(d.dossier(), "a", "zz"))


def test_every_evidence_requotes(draft):
    d = pair(draft, f"Selon la préfecture, {PLANT}.", f"Selon des riverains, {PLANT}.")
    d.claim("a", PLANT, voice=d.actor("la préfecture", "local_authority"))
    d.claim("b", PLANT, voice=d.actor("riverains", "witness"))
    texts = d.reports
    for one in drift(d.dossier()):
        assert one.evidence
        assert all(texts[e.span.report].text[e.span.start : e.span.end] == e.words for e in one.evidence)


@given(st.lists(st.text(max_size=80), min_size=2, max_size=3), st.permutations(range(3)))
def test_any_text_and_any_order(draft, texts, order):
    d = draft()
    for n, text in enumerate(texts):
        d.report(f"r{n}", f"{text}{PLANT} {n} fois. {text}")
        d.claim(f"r{n}", f"{n} fois", (str(n), n), "case")
        d.claim(f"r{n}", PLANT, voice="", modality="hearsay")
        d.read(f"r{n}", quotes=(d.span(f"r{n}", PLANT),))
    d.reuse("r0", "r1", score=900)
    dossier = d.dossier()
    claims = tuple(dossier.claims[i] for i in order if i < len(dossier.claims)) + dossier.claims[3:]
    assert list(drift(msgspec.structs.replace(dossier, claims=claims))) == list(drift(dossier))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("412 foyers", 412), ("environ 400 foyers", "~400"), [DriftKind.PRECISION_LOST]),
        (("412 foyers", 412), ("environ 300 foyers", "~300"), []),  # too far to be the same number, rounded
        (("environ 410 foyers", "~410"), ("410 foyers", 410), [DriftKind.NUMBER_DIFFERS]),
        (("au moins 410 foyers", ">=410"), ("410 foyers", 410), []),
        (("410 foyers", 410), ("410 foyers", 410), []),
    ],
)
def test_numbers_in_sentences_that_do_not_match(draft, left, right, expected):
    """A number that was rounded, or an estimate that became exact."""
    d = pair(draft, f"La rupture d'un câble prive de courant {left[0]} du plateau.", f"Au village, toujours {right[0]} dans le noir.")
    d.claim("a", *left[:1], left, "household")
    d.claim("b", *right[:1], right, "household")
    assert [kind for kind, _, _ in found(d)] == expected


def test_a_headline_leaves_out_no_source(draft):
    d = draft()
    title = "L'incendie de l'usine chimique de Varnay détruit deux entrepôts"
    d.report("a", f"Selon la préfecture, {PLANT}. {FILLER}")
    d.report("b", f"{title}\n\n{FILLER}", title=title)
    d.reuse("a", "b", score=500)
    d.claim("a", PLANT, voice=d.actor("la préfecture", "local_authority"))
    assert not [kind for kind, *_ in found(d) if kind is DriftKind.SOURCE_MISSING]
    d.report("b", f"{title}\n\nHier, {PLANT}. {FILLER}", title=title)
    assert (DriftKind.SOURCE_MISSING, "la préfecture", "") in found(d)
