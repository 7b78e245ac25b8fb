"""What one version turns in a sentence that both have, from text to drift."""

import pytest

from recoupe import model as m
from recoupe.claims import claims
from recoupe.drift import between
from recoupe.model import DriftKind
from recoupe.read import read

FRAME = "Le conseil de l'université s'est réuni à huis clos pendant trois heures. {} La prochaine réunion est prévue à la rentrée."


def told(first, second, *, outlets=(None, None), direction=None):
    """The differences between two versions: kind, words of a, words of b."""
    reads = []
    for name, text, outlet in zip("ab", (first, second), outlets, strict=True):
        raw = m.Raw(sha256="", locator="")
        report = m.Report(id=name, text=FRAME.format(text), sha256="", language="fr", raw=raw, extractor="t", outlet=outlet)
        reads.append(m.ReadReport(report=report, reading=next(iter(read(report)))))
    reuse = m.Reuse(
        id="u", a="a", b="b", kind=m.ReuseKind.PARTIAL, score=500, characters=90, passages=(), direction=direction or m.Direction.UNKNOWN
    )
    dossier = m.Dossier(
        story="s",
        event=m.Event(id="e", reports=("a", "b"), title=""),
        reports=tuple(r.report for r in reads),
        readings=tuple(r.reading for r in reads),
        claims=tuple(c for r in reads for c in claims(r)),
        reuses=(reuse,),
    )
    return [(d.kind, d.a_words, d.b_words) for d in between(dossier, "a", "b")]


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("La digue du port ne résiste pas à la houle.", "La digue du port résiste à la houle.", ("ne … pas", "")),
        ("Le stade accueille 300 spectateurs évacués.", "Le stade accueille 300 spectateurs blessés.", ("évacués", "blessés")),
        (
            "L'armée affirme avoir mis hors de combat quatorze combattants dans la nuit.",
            "L'armée affirme avoir tué quatorze combattants dans la nuit.",
            ("mis hors de combat", "tué"),
        ),
        (
            "La police dit avoir neutralisé trois assaillants lundi.",
            "La police dit avoir tué trois assaillants lundi.",
            ("neutralisé", "tué"),
        ),
        ("La ligne de tramway est fermée aux voyageurs.", "La ligne de tramway est ouverte aux voyageurs.", ("fermée", "ouverte")),
        ("Le sous-préfet, Alain Morel, a quitté la salle.", "Le directeur, Alain Morel, a quitté la salle.", ("sous-préfet", "directeur")),
        (
            "La chaudière a explosé mardi matin dans la cave du gymnase.",
            "La chaudière a explosé jeudi matin dans la cave du gymnase.",
            ("mardi matin", "jeudi matin"),
        ),
        ("La manifestation aura lieu à Angers samedi.", "La manifestation aura lieu à Poitiers samedi.", ("Angers", "Poitiers")),
    ],
)
def test_a_turn(first, second, words):
    assert told(first, second) == [(DriftKind.CONTENT_DIFFERS, *words)]
    assert told(second, first) == [(DriftKind.CONTENT_DIFFERS, *words[::-1])]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("La digue du port ne résiste pas à la houle.", "La digue du port ne résiste plus, non, pas à la houle."),
        ("Le patron de l'usine, Alain Morel, a quitté la salle.", "Le directeur de l'usine, Alain Morel, a quitté la salle."),
        ("La ligne de tramway est fermée aux voyageurs.", "La ligne de tramway est coupée aux voyageurs."),
        ("La manifestation aura lieu à Angers samedi.", "La manifestation aura lieu samedi à la gare d'Angers."),
        ("Le maire n'a pas souhaité répondre aux questions du public présent.", "Le maire a parlé du budget, des écoles et des routes."),
        ("La chaudière a explosé mardi dans la cave du gymnase.", "La chaudière a explosé mardi matin dans la cave du gymnase."),
    ],
)
def test_other_words_are_no_turn(first, second):
    assert DriftKind.CONTENT_DIFFERS not in [kind for kind, _, _ in told(first, second)]


VAGUE, FINE = "Une cinquantaine de logements du quartier ont été inondés.", "Cinquante-deux logements du quartier ont été inondés."


@pytest.mark.parametrize(
    ("direction", "kind"),
    [
        (m.Direction.B_FROM_A, DriftKind.PRECISION_ADDED),
        (m.Direction.A_FROM_B, DriftKind.PRECISION_LOST),
        (m.Direction.UNKNOWN, DriftKind.PRECISION_LOST),
    ],
)
def test_precision_is_seen_from_the_original(direction, kind):
    assert [one for one, _, _ in told(VAGUE, FINE, direction=direction)] == [kind]


def test_an_outlet_that_updates_its_text_loses_no_precision():
    assert told(VAGUE, FINE, outlets=("Le Phare", "Le Phare")) == []


def test_a_quotation_altered_inside_is_shown_beside_the_other_quotation():
    first = "« Nous rendrons les clés du théâtre avant la fin de l'hiver », a promis la troupe."
    second = "« Nous garderons les clés du théâtre avant la fin de l'été », a promis la troupe."
    (one,) = [d for d in told(first, second) if d[0] is DriftKind.QUOTE_REWORDED][:1]
    assert sorted(words.split()[1] for words in one[1:]) == ["garderons", "rendrons"]
    assert "promis" not in one[1] + one[2]
