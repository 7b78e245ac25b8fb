"""Whose word a count is where several speak in a sentence, or the outlet besides somebody: on sentences of our own."""

import pytest

from recoupe.claims import claims
from recoupe.model import Polarity, Raw, ReadReport, Report
from recoupe.read import read


def told(text: str):
    """Each claim of a text: its number, its unit, and the words that name its source."""
    report = Report(id="r-1", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    found = [claim for reading in read(report) for claim in claims(ReadReport(report=report, reading=reading))]
    return [(c, c.quantities[0] if c.quantities else None, _source(text, c)) for c in found]


def _source(text, claim):
    source = claim.attribution.source if claim.attribution else ()
    return text[source[0].start : source[0].end] if source else None


COUNTS = [
    ("Le collectif a compté 50 barques ; le port en a compté trente, selon lui.", (30, "boat", "le port")),
    ("La mairie a recensé 50 moutons tués. La police en a dénombré quarante.", (40, "sheep", "La police")),
    ("L'office a compté 60 barques, la capitainerie en a recensé 45.", (45, "boat", "la capitainerie")),
    ("La direction parle de 90 vaches ; les éleveurs en dénombrent nonante.", (90, "cattle", "les éleveurs")),
    ("Les pertes sont estimées à 3,5 millions d'euros par la région.", (3.5e6, "euro", "la région")),
    ("La rançon a été évaluée à 20 millions d'euros par l'assureur.", (2e7, "euro", "l'assureur")),
    ("Le coût est estimé à 20 euros par habitant.", (20, "euro", None)),
    ("400 skieurs verbalisés – « un chiffre effrayant », selon la gendarmerie.", (400, "skieur", None)),
    ("« Il pleurait », raconte une otage libérée.", (1, "hostage", None)),
    ("La CGT redoute 2 800 départs, soit 7 % des effectifs, contre 1 200 selon un cadre.", (1200, "départ", "un cadre")),
    ("A en croire le pêcheur, 60 barques ont coulé.", (60, "boat", "le pêcheur")),
    ("Neuf randonneurs, dont deux enfants, ont péri et 60 ont fui, a annoncé le préfet.", (9, "randonneur", "le préfet")),
    ("Entre 60 et 90 barques, selon le port, ont coulé.", (None, "boat", "le port")),
    ("La mairie, elle, ne fait état que de 60 fraudeurs.", (60, "fraudeur", "La mairie")),
    ("Les « bonnets jaunes » disent avoir vu 60 fraudeurs.", (60, "fraudeur", "Les « bonnets jaunes »")),
    ("La régie dit ne compter que 60 fraudeurs.", (60, "fraudeur", "La régie")),
    ("Deux plongeuses ont disparu. Un pêcheur l'assure : elles étaient trois.", (3, "plongeur", "Un pêcheur")),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS, ids=[text for text, _ in COUNTS])
def test_a_count_is_the_word_of_whoever_gives_it(text, expected):
    assert expected in [(q.value, q.unit, source) for _, q, source in told(text) if q is not None]


def test_another_clause_is_no_charge():
    assert told("Le club accuse, l'arbitre nie.") == []
    assert [source for _, _, source in told("Le club accuse Jean Morel, son ancien arbitre.")] == ["Le club"]


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("La régie dément : « Rien n'a fui », assure le directeur Roux.", "Rien n'a fui", "le directeur Roux"),
        ("Le toit a cédé : « Nous avons 12 blessés », a dit la maire.", "Nous avons 12 blessés", "la maire"),
        ("Son rival a démenti : « Personne n'a triché », a-t-il dit.", "Personne n'a triché", "Son rival"),
    ],
)
def test_of_what_leads_a_quotation_the_words_quoted_alone_are_the_speaker_s(text, words, source):
    said = [(text[c.span.start : c.span.end], by) for c, _, by in told(text)]
    assert (words, source) in said
    assert all(text.index("«") < c.span.start for c, _, _ in told(text))


def test_what_only_remains_does():
    (claim, quantity, _), *_ = told("À midi, il ne restait plus que quatre trains.")
    assert (quantity.value, claim.polarity) == (4, Polarity.POSITIVE)
    (claim, *_), *_ = told("La ligne ne dessert plus 12 communes.")
    assert claim.polarity is Polarity.NEGATIVE


def test_until_when_something_will_be_is_no_time_of_the_next_count():
    (claim, *_), *_ = told("Le maire ferme la plage jusqu'au 15 mars. Trente baigneurs ont été blessés.")
    assert claim.when is None


def test_who_is_counted_in_a_source_only_speaks():
    assert not any(number for _, number, _ in told("Le bac roulait sans feux, selon deux passagers."))
    assert any(number for _, number, _ in told("Douze blessés sont arrivés à pied, selon le préfet."))


def test_a_clause_does_not_end_with_its_joint():
    text = "Il affirme que trois ponts ont été coupés et que deux digues ont cédé."
    assert [text[c.span.start : c.span.end] for c, *_ in told(text)] == ["que trois ponts ont été coupés", "que deux digues ont cédé"]


def test_a_verb_behind_the_source_of_its_subject_is_no_claim_of_its_own():
    assert len(told("Douze barques et six cotres, selon le port, ont coulé à Sète.")) == 2
