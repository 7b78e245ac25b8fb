"""What is read in English: the same records as in French, by a grammar of its own."""

import pytest

from recoupe.model import Precision, Raw, Report, When, identify
from recoupe.read.places import places
from recoupe.read.quantities import quantities
from recoupe.read.times import whens

PUBLISHED = "2019-07-17"  # a Wednesday


def report(text, published=None):
    day = None
    if published is not None:
        day = When(span=None, value=published, precision=Precision.DAY, start=f"{published}T00:00:00", end=None)
    return Report(
        id=identify("r", text), text=text, sha256="", language="en", raw=Raw(sha256="", locator=""), extractor="test", published=day
    )


def counts(text):
    return [(text[q.span.start : q.span.end], q.value, q.unit, q.role) for q in quantities(report(text))]


COUNTS = [
    ("Oslo sent up 80 drones. It said 66 of them were shot down.", [("80", 80, "drone", None), ("66", 66, "drone", "intercepted")]),
    ("The number of wounded rose to 130.", [("130", 130, "person", "wounded")]),
    ("Twelve died and 30 were injured.", [("Twelve", 12, "person", "killed"), ("30", 30, "person", "wounded")]),
    ("At least 12 people were killed and 30 others injured when a bus hit two trucks.",
     [("At least 12", 12, "person", "killed"), ("30", 30, "person", "wounded"), ("two", 2, "truck", None)]),
    ("Three women and two children died in the fire, which destroyed 47 homes.",
     [("Three", 3, "woman", "killed"), ("two", 2, "child", "killed"), ("47", 47, "home", "destroyed")]),
    ("12 soldiers killed three civilians.", [("12", 12, "soldier", None), ("three", 3, "civilian", "killed")]),
    ("More than 1,500 protesters marched.", [("More than 1,500", 1500, "demonstrator", None)]),
    ("Police arrested 26 people, including four minors aged 15 to 17.",
     [("26", 26, "person", "arrested"), ("four", 4, "person", None)]),
    ("The 34-year-old man was sentenced to 12 years in prison on 3 May 2021.", [("12", 12, "year", None)]),
    ("Between 20 and 30 migrants are missing.", [("Between 20 and 30", None, "migrant", "missing")]),
    ("No one was injured. No casualties were reported. There were no serious injuries.",
     [("No one", 0, "person", "wounded"), ("No", 0, "person", "victim")]),
    ("The storm caused $1.5 billion in damage; a dozen trees fell.",
     [("$1.5 billion", 1500000000, "dollar", None), ("a dozen", 12, "tree", None)]),
    ("A fine of £3bn, or 5bn euros.", [("£3bn", 3000000000, "pound", None), ("5bn", 5000000000, "euro", None)]),
    ("They cost C$40 and A$12.", []),
    ("Some 47 drones were launched; 29 drones were shot down.", [("Some 47", 47, "drone", None), ("29", 29, "drone", "intercepted")]),
    ("Three of the five hostages have been freed.", [("Three", 3, "hostage", "released"), ("five", 5, "hostage", None)]),
    ("In 2012 people voted. Flight 370 vanished at 5 pm, 30 km away.", [("30", 30, "km", None)]),
    ("One in five patients recovers; 8 out of 10 doctors agree; the score was 20–15.", []),
    ("A gunman killed 5 and wounded dozens.", [("5", 5, "person", "killed"), ("dozens", None, "person", "wounded")]),
    ("The death toll rose from 12 to 15.", [("12", 12, "person", "killed"), ("15", 15, "person", "killed")]),
    ("Twelve crew members aboard the ferry were rescued, three of them seriously injured.",
     [("Twelve", 12, "crew_member", "rescued"), ("three", 3, "crew_member", "wounded")]),
    ("The blast left 22 people dead, 12 of them critically burned.", [("22", 22, "person", "killed"), ("12", 12, "person", "wounded")]),
    ("Six killed as train derails. 3 Dead, 12 Injured In Crash.",
     [("Six", 6, "person", "killed"), ("3", 3, "person", "killed"), ("12", 12, "person", "wounded")]),
    ("A man was killed and a woman injured by an axe. A man killed his wife. A bus driver is missing.",
     [("A", 1, "man", "killed"), ("a", 1, "woman", "wounded"), ("A", 1, "driver", "missing")]),
    ("The deal is worth $30-40 million, or £3-4bn. Half a million fans walked half a mile at minus 11 degrees.",
     [("$30-40 million", None, "dollar", None), ("£3-4bn", None, "pound", None), ("Half a million", 500000, "supporter", None),
      ("half a", 0.5, "mile", None), ("minus 11", -11, "degree", None)]),
    ("They shot down 64 of 89 drones. Of 46 damaged schools, only five have been repaired.",
     [("64", 64, "drone", "intercepted"), ("89", 89, "drone", None), ("46", 46, "school", "damaged"), ("five", 5, "school", None)]),
    ("Fourteen workers fell ill. Two were taken to hospital. The two countries agreed.",
     [("Fourteen", 14, "worker", None), ("Two", 2, "worker", "hospitalised"), ("two", 2, "country", None)]),
    ("The union counted 15,000 marchers; police put the figure at 6,500. She put the bread in at 6,500.",
     [("15,000", 15000, "demonstrator", None), ("6,500", 6500, "demonstrator", None)]),
    ("Unions said 20,000 took part, while police put the figure at 8,200. The mayor put the turnout at 9,000.",
     [("20,000", 20000, "person", None), ("8,200", 8200, "person", None), ("9,000", 9000, "person", None)]),
    ("Nurses went on strike in Leeds. The mayor put the turnout at 9,000.", [("9,000", 9000, "demonstrator", None)]),
    ("About 5,000 people gathered; organisers claimed 9,000. They met at 7 and took part. The turnout was 61%. She claimed 300.",
     [("About 5,000", 5000, "person", None), ("9,000", 9000, "person", None), ("61", 61, "percent", None)]),
    ("Room 12 at 10 Downing Street was empty on March 12 and 13.", []),
    ("The 12 witnesses said rebels were killed.", [("12", 12, "person", None)]),
    ("He lived there for 20 years, 12 months and two weeks.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text, expected):
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Some 300 children die every day.", "rate"),
        ("There were 120 new cases.", "change"),
        ("Sales fell by 12 percent.", "change"),
        ("The mine employs 300 miners.", None),
    ],
)
def test_measures(text, measure):
    assert [q.measure for q in quantities(report(text))] == [measure]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("Fewer than 40 students came.", (None, 39, "less_than")),
        ("Up to 40 students came.", (None, 40, "at_most")),
        ("No fewer than 40 students came.", (40, None, "at_least")),
        ("Nearly 40 students came.", (36, 40, "about")),
        ("Two to three million voters stayed at home.", (2000000, 3000000, "range")),
        ("Tens of thousands of fans came.", (20000, None, "indefinite")),
        ("200 fans or so came.", (180, 220, "about")),
    ],
)
def test_bounds(text, limits):
    assert [(q.low, q.high, q.bound.value) for q in quantities(report(text))] == [limits]


def read(text, published=PUBLISHED):
    return [(text[w.span.start : w.span.end], w.value) for w in whens(report(text, published))]


WHENS = [
    ("The bridge fell on Tuesday night.", [("Tuesday night", "2019-07-16TNI")]),
    ("Two others died last Friday.", [("last Friday", "2019-07-12")]),
    ("The vote will take place on Friday.", [("Friday", "2019-07-19")]),
    ("The talks, which began on Monday, will resume next Thursday.", [("Monday", "2019-07-15"), ("next Thursday", "2019-07-18")]),
    ("It struck at 5:30 p.m. local time on Sunday, March 7, 2021.",
     [("at 5:30 p.m. local time on Sunday, March 7, 2021", "2021-03-07T17:30")]),
    ("Signed on 3 May and March 1.", [("3 May", "2019-05-03"), ("March 1", "2019-03-01")]),
    ("It was held on March 1 last year.", [("last year", "2018")]),
    ("Overnight Tuesday to Wednesday, it rained.", [("Overnight Tuesday to Wednesday", "2019-07-16TNI")]),
    ("Last night was calm.", [("Last night", "2019-07-16TNI")]),
    ("Three days ago he left; two years ago he came.", [("Three days ago", "2019-07-14"), ("two years ago", "2017")]),
    ("In 2012 people voted.", [("In 2012", "2012")]),
    ("Prices may rise by 12 percent; a march is planned in May.", [("in May", "2020-05")]),
    ("On 13/03/2020, and on 03/04/2020.", [("13/03/2020", "2020-03-13")]),
    ("From 12 to 14 March trains stood still.", [("12 to 14 March", "2019-03-12/2019-03-14")]),
    ("He was freed on Monday. The next day he was back.", [("Monday", "2019-07-15"), ("The next day", "2019-07-16")]),
    ("It may be late. They march for 14 pm.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WHENS)
def test_whens(text, expected):
    assert read(text) == expected


def test_without_a_day_of_publication_nothing_is_guessed():
    assert read("The bridge fell on Tuesday night.", None) == [("Tuesday night", "XXXX-WXX-2TNI")]


def named(text):
    return [(p.name, p.country, p.precision.value) for p in places(report(text))]


PLACES = [
    ("A bus crashed near Lyon in central France.", [("Lyon", "FR", "near"), ("France", "FR", "country")]),
    ("The driver was from Turkey, police in Marseille said.", [("Turkey", "TR", "country"), ("Marseille", "FR", "town")]),
    ("OSLO, March 9 (Reuters) - Snow fell.", [("OSLO", "NO", "town")]),
    ("In Springfield, Illinois, two died.", [("Springfield", "US", "town"), ("Illinois", "US", "admin1")]),
    ("Paris Hilton met Jordan Pickford. Nice weather, and mobile phones rang in May.", []),
    ("Chad said that the University of Reading was right.", []),
    ("Snow fell from Tokyo to Bavaria.", [("Tokyo", "JP", "town"), ("Bavaria", "DE", "admin1")]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Six bus drivers were hurt.", [("Six", 6, "driver", "wounded")]),
        ("Three car bombs hit a gun shop.", [("Three", 3, "bomb", None)]),
        ("Four jet pilots were rescued.", [("Four", 4, "pilot", "rescued")]),
        ("Five buses burned 12 km away.", [("Five", 5, "bus", None), ("12", 12, "km", None)]),
    ],
)
def test_the_last_noun_of_a_compound_is_counted(text, found):
    assert [(text[q.span.start : q.span.end], q.value, q.unit, q.role) for q in quantities(report(text))] == found
