"""English reports: who says what, of which event, by the tables of lang/en."""

import pytest

from recoupe.claims import claims
from recoupe.claims.attribution.english.frames import FRAMES
from recoupe.claims.attribution.english.words import saying
from recoupe.model import Raw, ReadReport, Report
from recoupe.read import read


def told(text, language="en"):
    report = Report(id="r-0", text=text, sha256="", language=language, raw=Raw(sha256="", locator=""), extractor="")
    return list(claims(ReadReport(report=report, reading=next(iter(read(report))))))


def said(text):
    """Source, cue, content and modality of each attribution."""
    relations = {c.attribution.id: c for c in told(text) if c.attribution is not None}

    def words(spans):
        return " + ".join(text[s.start : s.end] for s in spans)

    return [(words(c.attribution.source), words((c.attribution.cue,)), words(c.attribution.content)) for c in relations.values()]


SAID = [
    ("The harbour master said that two barges had sunk.", ("The harbour master", "said", "that two barges had sunk")),
    ('"We lost the whole crop," said Ida Berg, a farmer.', ("Ida Berg, a farmer", "said", "We lost the whole crop")),
    ("Nine divers are missing, the coastguard said on Monday.", ("the coastguard", "said", "Nine divers are missing")),
    ("According to police, 40 shops were looted.", ("police", "According to", "40 shops were looted")),
    ("Forty shops were looted, according to police.", ("police", "according to", "Forty shops were looted")),
    ("The bank denied that any client had lost money.", ("The bank", "denied", "that any client had lost money")),
    ("Oslo accused Riga of jamming three ferries.", ("Oslo", "accused", "of jamming three ferries")),
    ("Residents were told to boil their water.", ("", "were told", "to boil their water")),
    ("The rebels reportedly left the town of Sarn.", ("", "reportedly", "The rebels + left the town of Sarn")),
    ('"It gave way," the foreman told reporters. "We ran for our lives."', ("the foreman", "told", "It gave way")),
    ("The fire, officials said, began in a barn.", ("officials", "said", "The fire + began in a barn")),
    ("The airline apologised and said it would pay 300 people.", ("The airline", "said", "it would pay 300 people")),
    ("Unions called on the cabinet to withdraw the bill.", ("Unions", "called on", "to withdraw the bill")),
    ('"It began to shake," said crew member Ryan Lane, who sat in front.', ("crew member Ryan Lane", "said", "It began to shake")),
    (
        "The police chief of Orin, Colonel Juan Paz, confirmed the loss.",
        ("The police chief of Orin, Colonel Juan Paz", "confirmed", "the loss"),
    ),
    ("Outlets reported earlier in the day that 16 people had died.", ("Outlets", "reported", "that 16 people had died")),
    ("Work stopped on Monday, the Associated Press reports.", ("the Associated Press", "reports", "Work stopped on Monday")),
    ("Police ruled out arson.", ("Police", "ruled out", "arson")),
    ("Police would not rule out arson.", ("Police", "would not rule out", "arson")),
    ('"It is not over", the ministry quoted envoy Ian Moe as saying.', ("envoy Ian Moe", "as saying", "It is not over")),
    (
        "Governor Ana Lim was quoted by a radio station as saying the dam held.",
        ("Governor Ana Lim", "was quoted by a radio station as saying", "the dam held"),
    ),
    ("Dutch police on Saturday said 12 boats had sunk.", ("Dutch police", "said", "12 boats had sunk")),
    (
        "The dam held, said Ana Lim, executive director of the agency.",
        ("Ana Lim, executive director of the agency", "said", "The dam held"),
    ),
    ("Kim Roe said Oslo regretted it but added that talks go on.", ("Kim Roe", "added", "that talks go on")),
    ("A nurse who lives nearby, Ann Cole, said 12 people fled.", ("A nurse", "said", "12 people fled")),
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text[:40] for text, _ in SAID])
def test_who_says_what(text, expected):
    assert expected in said(text)


SILENT = [
    "The report says little is known; the claim that it rained was made up.",
    "Forty shops were looted in the town on Monday.",
    "The minister declined to comment on the three deaths.",
    "A spokesman did not say how many had died.",
]


@pytest.mark.parametrize("text", SILENT[1:])
def test_nobody_says_it(text):
    assert not said(text)


FIELDS = [
    ("At least 20 miners died when a shaft collapsed near Orin, the governor said.", "ACCIDENT", "reported"),
    ("The army shot down 14 drones overnight.", "INTERCEPT", "asserted"),
    ("Police arrested 31 people on Friday.", "ARREST", "asserted"),
    ("Some 2,000 nurses went on strike over pay.", "PROTEST", "asserted"),
    ("Floods have displaced 80,000 people.", "DISASTER", "asserted"),
    ("A bomb killed six soldiers, the ministry said.", "STRIKE", "reported"),
    ("The court may release 40 prisoners, a lawyer said.", "ARREST", "possible"),
    ("The ministry will send 40 soldiers, the minister said.", "DEPLOY", "forecast"),
    ("The company denied that three workers had been hurt.", "OTHER", "denied"),
    ("The gang allegedly stole 40 cars.", "OTHER", "hearsay"),
    ("Dozens of people marched through Tours against plans to raise the age.", "PROTEST", "asserted"),
    ("The city plans to close 12 schools.", "OTHER", "forecast"),
]


@pytest.mark.parametrize(("text", "type_", "modality"), FIELDS, ids=[text[:40] for text, *_ in FIELDS])
def test_fields(text, type_, modality):
    assert (type_, modality) in {(c.type, c.modality.value) for c in told(text) if c.quantities}


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The hard-left CGT union", "CGT"),
        ("The outspoken bishop of Turin, Carlo Bassi,", "Carlo Bassi"),
        ("A lawyer for Ann Lee", "lawyer for Ann Lee"),
        ("The provincial civil affairs department", "provincial civil affairs department"),
    ],
)
def test_who_a_source_is(source, name):
    assert {c.attribution.actor.name for c in told(f"{source} said 40 files were lost.")} == {name}


def test_speakers_go_on_under_a_pronoun():
    found = told('Mayor Ann Lee said the bridge was closed. "It is about to fall, and nobody listened," she added.')
    assert {c.attribution.actor.name for c in found} == {"Ann Lee"}


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("The interior ministry said 12 people had died.", "Le ministère de l'Intérieur a dit que 12 personnes étaient mortes."),
        ("The Ukrainian air force said 12 people had died.", "L'armée de l'air ukrainienne a dit que 12 personnes étaient mortes."),
        ("Firefighters said 12 people had died.", "Les pompiers ont dit que 12 personnes étaient mortes."),
        ("The UN said 12 people had died.", "L'ONU a dit que 12 personnes étaient mortes."),
    ],
)
def test_an_office_is_one_voice_in_both_languages(english, french):
    assert {c.attribution.actor.id for c in told(english)} == {c.attribution.actor.id for c in told(french, "fr")}


def test_no_denial_is_missed_without_a_second_word():
    assert [c.polarity.value for c in told("The bridge did not fall, the mayor said.")] == ["negative"]


def test_each_frame_of_the_verbs_is_one_that_is_read():
    named = {frame for verbs in saying("en").verbs.values() for verb in verbs for frame in verb.frames}
    assert named <= FRAMES.keys() | {"told", "hearer", "only", "quotes", "denied"}


def test_each_noun_is_a_form_of_a_verb_as_well():
    assert saying("en").lists.nouns <= saying("en").verbs.keys()
