"""One quotation is of one text: what is gathered has the same words, and everybody keeps their own."""

import msgspec
import pytest

from recoupe import model as m
from recoupe.briefing import briefing
from recoupe.briefing.desk import Desk
from recoupe.briefing.likeness import gathered
from recoupe.model import Story, StoryFile


def told(d, section):
    file = StoryFile(story=Story(id="s-1", events=("e-1",), title="Sujet"), dossiers=(d.dossier(),), crosschecks=(), drifts=())
    found = [s.text for s in briefing(file, "fr").statements if s.section == section]
    return [text.replace("\u00a0", " ").replace("’", "'") for text in found]


def two(draft, one, other, **more):
    """Two texts in which one voice says `one` and `other`."""
    d = draft()
    for name, words in (("a", one), ("b", other)):
        d.report(name, f"La régie dit : {words}.")
        d.claim(name, words, voice=d.actor("La régie", "company"), **more)
    return d


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("la digue du canal tient bon ce soir", "la digue du canal ne tient pas bon ce soir"),
        ("le tunnel rouvrira demain à 18 heures", "le tunnel rouvrira demain à 20 heures"),
        ("le tunnel rouvrira dans deux jours", "le tunnel rouvrira dans dix jours"),
        ("la nappe dérive vers le nord du golfe", "la nappe dérive vers le sud du golfe"),
        ("les prix du blé sont en hausse cet hiver", "les prix du blé sont en baisse cet hiver"),
        ("le juge a relaxé le trésorier du club", "le juge a condamné le trésorier du club"),
        ("la grève durera jusqu'à lundi matin au moins", "la grève durera jusqu'à jeudi matin au moins"),
        ("le vaccin protège les enfants de la maladie", "le vaccin protège peu les enfants de la maladie"),
        ("le trésorier a volé la caisse du club", "le club a volé la caisse du trésorier"),
        ("le match aura lieu à Sète dans le stade", "le match aura lieu dans le stade"),
        ("la température descendra à 5 degrés", "la température descendra à -5 degrés"),
        ("le maire démissionne de son mandat", "l'ancien maire démissionne de son mandat"),
    ],
)
def test_what_differs_in_sense_is_told_apart(draft, one, other):
    found = told(two(draft, one, other), "said")
    assert found == [f"La régie (propos rapportés par a) : ‹ {one} ›.", f"La régie (propos rapportés par b) : ‹ {other} ›."]


def test_equal_words_are_told_once_whatever_their_marks(draft):
    d = two(draft, "« Le bac reprendra ses traversées »", "Le bac reprendra ses traversées")
    assert told(d, "said") == ["La régie (propos rapportés par a et b) : ‹ Le bac reprendra ses traversées ›."]


def test_a_version_in_other_words_keeps_its_own(draft):
    d = two(draft, "le tramway roulera en septembre", "le tramway roulera bien en septembre")
    d.report("c", "La régie dit : le tramway roulera en septembre.")
    d.claim("c", "le tramway roulera en septembre", voice=d.actor("La régie", "company"))
    expected = (
        "La régie (propos rapportés par a et c) : ‹ le tramway roulera en septembre › ; dans b : ‹ le tramway roulera bien en septembre ›."
    )
    assert told(d, "said") == [expected]


def test_of_many_versions_the_rest_is_named(draft):
    d = draft()
    for name, word in zip("abcde", ("", "bien ", "sûrement ", "donc ", "certes "), strict=True):
        words = f"le tramway de la côte roulera {word}en septembre"
        d.report(name, f"La régie dit : {words}.")
        d.claim(name, words, voice=d.actor("La régie", "company"))
    (text,) = told(d, "said")
    assert text.count("‹") == 3
    assert text.endswith("; en d'autres mots dans d et e.")


@pytest.mark.parametrize("field", ["voice", "modality", "polarity", "time"])
def test_one_statement_has_one_voice_one_manner_one_time(draft, field):
    d = draft()
    words = "le marché couvert fermera ses portes"
    for name, who, manner, day in (("a", "Le préfet", "reported", "2031-05-03"), ("b", "Le maire", "denied", "2031-05-09")):
        d.report(name, f"{who if field == 'voice' else 'Le préfet'} dit : {words} ce jour.")
        when = d.time(name, "ce jour", day, start=day) if field == "time" else None
        voice = d.actor(who if field == "voice" else "Le préfet", "person")
        d.claim(name, words, voice=voice, modality=manner if field == "modality" else None, when=when)
    if field == "polarity":
        d.claims[-1] = msgspec.structs.replace(d.claims[-1], polarity=m.Polarity.NEGATIVE)
    assert len(told(d, "said")) == 2


def test_hearsay_keeps_its_source(draft):
    d = draft()
    words = "le conducteur aurait pris la fuite à pied"
    sources = {"a": "une source proche", "b": "des riverains", "c": ""}
    for name, source in sources.items():
        d.report(name, f"Selon {source or 'personne'}, {words}.")
        actor = d.actor(source, "unnamed") if source else ""
        d.claim(name, words, voice=actor, modality="hearsay")
    assert told(d, "hearsay") == [
        f"Au conditionnel, a (source : une source proche) : « {words} ».",
        f"Au conditionnel, b (source : des riverains) : « {words} ».",
        f"Au conditionnel, c (sans source nommée) : « {words} ».",
    ]


def test_hearsay_inside_the_words_of_somebody_is_theirs(draft):
    d = draft()
    words = "deux voiliers auraient démâté"
    d.report("a", f"Le sémaphore dit que {words}.")
    outer = d.attribution("a", "Le sémaphore", f"que {words}", actor=d.actor("sémaphore", "state_organ"))
    claim = d.claim("a", words, voice="", modality="hearsay")
    d.claims[-1] = msgspec.structs.replace(claim, attribution=msgspec.structs.replace(claim.attribution, nested_in=outer.id))
    d.claim("a", f"que {words}", voice=d.actor("Le sémaphore", "state_organ"))
    d.claims[-1] = msgspec.structs.replace(d.claims[-1], attribution=outer)
    assert told(d, "hearsay") == [f"Au conditionnel, a (source : sémaphore) : « {words} »."]


def test_in_a_language_whose_turning_words_are_unknown_only_equal_words_are_one(draft):
    d = two(draft, "the ferry leaves the old harbour", "the ferry hardly leaves the old harbour")
    for name in "ab":
        d.reports[name] = msgspec.structs.replace(d.reports[name], language="xx")
    assert len(told(d, "said")) == 2


def test_a_thousand_statements_of_one_voice_cost_no_square(draft):
    d, compared = draft(), []
    said = [f"la balise n{i} du chenal est en panne" for i in range(400)]
    d.report("a", f"La régie : {', '.join(said)}.")
    voice = d.actor("La régie", "company")
    for words in said:
        d.claim("a", words, voice=voice)
    desk = Desk(StoryFile(story=Story(id="s", events=(), title=""), dossiers=(d.dossier(),), crosschecks=(), drifts=()), "fr")

    def key(claim):
        compared.append(claim.id)
        return claim.modality

    assert len(gathered(desk, d.claims, key)) == 400
    assert len(compared) == 800


def test_words_in_quotation_marks_and_the_words_of_a_report_are_told_apart(draft):
    d = two(draft, "« Le barrage sera vidé avant juin »", "Le barrage sera vidé avant juin")
    (own, *rest), direct = d.claims, m.Form.DIRECT
    d.claims = [msgspec.structs.replace(own, attribution=msgspec.structs.replace(own.attribution, form=direct)), *rest]
    expected = "La régie (a) : « Le barrage sera vidé avant juin » ; dans b : ‹ Le barrage sera vidé avant juin ›."
    assert told(d, "said") == [expected]


def test_what_leads_to_quoted_words_keeps_its_preposition(draft):
    d = draft()
    text = "Le maire parle d'« élucubrations »."
    d.report("a", text)
    d.claim("a", "élucubrations", voice=d.actor("Le maire", "state_organ"))
    (claim,) = d.dossier().claims
    said = msgspec.structs.replace(
        claim.attribution, rule="attribution/fr/noun_phrase", cue=msgspec.structs.replace(claim.span, start=9, end=14)
    )
    dossier = d.dossier()
    dossier = msgspec.structs.replace(dossier, claims=(msgspec.structs.replace(claim, attribution=said),))
    file = StoryFile(story=Story(id="s-1", events=("e-1",), title="Sujet"), dossiers=(dossier,), crosschecks=(), drifts=())
    (found,) = [s.text for s in briefing(file, "fr").statements if s.section == "said"]
    assert "parle d'‹" in found or "parle d'«" in found


@pytest.mark.parametrize(("outlet", "by"), [("Préfecture de la Manche", ""), ("Le Bief", "propos rapportés par ")])
def test_a_denial_keeps_its_verb_and_a_body_reports_nothing_of_itself(draft, outlet, by):
    d = draft()
    words = "douze barques auraient coulé dans le port"
    d.report("a", f"La préfecture dément les rumeurs selon lesquelles {words}.", outlet=outlet)
    claim = d.claim("a", words, voice=d.actor("préfecture", "local_authority"), modality="denied")
    said = msgspec.structs.replace(claim.attribution, cue=d.span("a", "dément"))
    d.claims[-1] = msgspec.structs.replace(claim, attribution=said)
    (text,) = told(d, "said")
    assert text == f"Préfecture, démenti ({by}{outlet}) : dément les rumeurs selon lesquelles ‹ {words} ›."
