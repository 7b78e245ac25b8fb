"""How numbers, what they count, and what stands behind them are worded."""

from collections.abc import Collection

import regex
from msgspec import structs

from recoupe.briefing.desk import Desk
from recoupe.briefing.heard import manner, unread
from recoupe.briefing.moments import passing, since
from recoupe.briefing.parts import part_label
from recoupe.briefing.quoting import STOPS, telling
from recoupe.lang.demonyms import adjective
from recoupe.lang.plurals import plurals
from recoupe.model import Answer, Bound, Crosscheck, Modality, Number, Quantity, Question, Range, Support
from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.ontology.events import event_types
from recoupe.phrases import LANGUAGES, Language, say
from recoupe.text import figures, fold, stopwords

SCALES = ((1_000_000_000, "scale.billion"), (1_000_000, "scale.million"))

MEANT = frozenset({UnitKind.MONEY, UnitKind.MEASURE})
"""Kinds of units of which the name alone does not say that something is measured."""

UNDERGONE = frozenset({"INTERCEPT", "CAPTURE", "DEPLOY", "SUPPLY", "ARREST"})
"""Types of what is done to persons and things."""

CODE = 3
"""Letters of a currency's code, which says no more than its unit: "EUR"; "FCFA" does."""

BEHIND = 30
"""Characters behind a unit in which the noun of what is measured stands."""

BEFORE = 60
"""Characters before a share in which the word for it stands."""

NOUN = regex.compile(r"\p{L}[\p{L}-]{2,25}+(?=[^\p{L}])")

NAME = 40
"""Characters of the words that say in a heading which part is meant."""

VOWELS = "aeiouyh"
"""Letters before which "de" loses its own; "aspirated" lists words in h that keep it."""


def number(desk: Desk, value: Number) -> str:
    """A number as people of the language write it; millions and billions in words where two decimals hold them.

    >>> number(Desk(None, "en"), 3_400_000), number(Desk(None, "en"), 3_412_345)
    ('3.4 million', '3,412,345')
    """
    for size, key in SCALES:
        if abs(value) >= size and round(value / size, 2) * size == value:
            return desk.say(key, value=figures.number(round(value / size, 2), desk.language), n=value / size)
    return figures.number(value, desk.language)


def spread(desk: Desk, low: Number, high: Number) -> str:
    """One number or from one to another.

    >>> spread(Desk(None, "fr"), 12, 12), spread(Desk(None, "fr"), 12, 15)
    ('12', '12 à 15')
    """
    return number(desk, low) if low == high else desk.say("value.range", low=number(desk, low), high=number(desk, high))


def day(desk: Desk, iso: str) -> str:
    """A day in words: "1er mai 2024".

    >>> day(Desk(None, "fr"), "2031-05-01T08:15:00Z"), day(Desk(None, "en"), "2031-05-02")
    ('1er mai 2031', '2 May 2031')
    """
    year, month, date = iso[:10].split("-")
    first = desk.say("date.first") if int(date) == 1 else str(int(date))
    return desk.say("date", day=first, month=desk.say("date.months").split()[int(month) - 1], year=year)


def capital(words: str) -> str:
    """With a capital at the beginning; the name of a file stays as it is.

    >>> capital("équipages de la brigade du Vernon"), capital("texte-2")
    ('Équipages de la brigade du Vernon', 'texte-2')
    """
    first = words.split(maxsplit=1)[0] if words.strip() else ""
    return words if any(map(str.isdigit, first)) else words[:1].upper() + words[1:]


def amount(desk: Desk, answer: Answer) -> str:
    """The number of an answer with its bounds; vague words as the text has them.

    >>> answer = Answer(low=61, value=60, high=None, bound=Bound.MORE_THAN, claims=(), support=None)
    >>> amount(Desk(None, "fr"), answer), amount(Desk(None, "en"), answer)
    ('plus de 60', 'more than 60')
    >>> amount(Desk(None, "fr"), Answer(low=12, value=None, high=None, bound=Bound.RANGE, claims=(), support=None))
    'au moins 12'
    """
    quantity = quantity_of(desk, answer)
    parts = {"value": answer.value, "low": answer.low, "high": answer.high}
    if answer.bound is Bound.INDEFINITE and quantity is not None:
        return desk.say("value.indefinite", words=inside(desk.words(quantity.span)))
    said = _shape(answer)
    shown = {k: number(desk, v if v is not None else _any(answer)) for k, v in parts.items()}
    measured = quantity is not None and unit_kind(quantity.unit) in MEASURED
    return desk.say("value.less_than.measure" if measured and said is Bound.LESS_THAN else f"value.{said}", **shown)


def _shape(answer: Answer) -> Bound:
    """A bound is said only with the number that it bounds."""
    if answer.low is not None and answer.low == answer.high:
        return Bound.EXACT
    if answer.bound is Bound.ABOUT and answer.value is None:
        return Bound.RANGE
    if answer.bound in {Bound.EXACT, Bound.RANGE} and answer.value is None:  # "entre 12 et plus de 30" has no upper limit
        return Bound.RANGE if None not in (answer.low, answer.high) else Bound.AT_LEAST if answer.high is None else Bound.AT_MOST
    return answer.bound if answer.bound is not Bound.INDEFINITE else Bound.RANGE


def _any(answer: Answer) -> Number:
    return next((n for n in (answer.value, answer.low, answer.high) if n is not None), 0)


def quantity_of(desk: Desk, answer: Answer) -> Quantity | None:
    """The first quantity, in the order of texts, that gives an answer."""
    found = [
        q for c in answer.claims if c in desk.claims for q in desk.claims[c].quantities if (q.low, q.bound) == (answer.low, answer.bound)
    ]
    return min(found, key=lambda q: desk.place(q.span), default=None)


def what(desk: Desk, crosscheck: Crosscheck, answer: Answer) -> str:
    """The number and what it counts: "47 drones abattus, région de X".

    >>> answer = Answer(low=1, value=1, high=1, bound=Bound.EXACT, claims=(), support=None)
    >>> question = Question(type="OTHER", unit="person", role="rescued", place_name="Valbrune")
    >>> check = Crosscheck(id="", story="", event="", question=question, answers=(answer,), support=None,
    ...                    agreement="single", comparable=True, why="")
    >>> what(Desk(None, "fr"), check, answer), what(Desk(None, "en"), check, answer)
    ('1 personne secourue, Valbrune', '1 person rescued, Valbrune')
    """
    return _scoped(desk, crosscheck, counted(desk, crosscheck, answer))


def counted(desk: Desk, crosscheck: Crosscheck, answer: Answer) -> str:
    """The number and what it counts, without place and time; nor that it is to come, where it is put as that: `manner` tells it."""
    if crosscheck.question.type == Modality.FORECAST.name and manner(answer, desk.claims) is Modality.FORECAST:
        crosscheck = structs.replace(crosscheck, question=structs.replace(crosscheck.question, type="OTHER"))
    size = next((n for n in (answer.high, answer.low) if n is not None), 2)
    value = amount(desk, answer)
    if answer.bound is Bound.INDEFINITE and quantity_of(desk, answer) is not None:
        return _vague(desk, value, _called(desk, crosscheck, answer, 2))
    if crosscheck.question.unit == "percent":
        return desk.say("what.percent", value=value) + _matter(desk, answer)
    if value == "0" and (gender := _noun(desk, crosscheck, answer, 0)[1] or desk.say("value.none.any")):
        value = desk.say(f"value.none.{gender}")
    noun = _called(desk, crosscheck, answer, size)
    return _of(desk, value, noun + _matter(desk, answer) if crosscheck.question.role is None else noun)


def _matter(desk: Desk, answer: Answer) -> str:
    """What is measured, as the noun behind the unit tells it in the language of the briefing (" de grévistes"), or behind the
    word for a share before it: "le taux d'intérimaires atteint 40 %"."""
    quantity = quantity_of(desk, answer)
    if quantity is None or unit_kind(quantity.unit) not in MEASURED or desk.reports[quantity.span.report].language != desk.language:
        return ""
    end = max(quantity.span.end, quantity.counted.end if quantity.counted is not None else 0)
    text, known = desk.reports[quantity.span.report].text, telling(desk.language)
    before = text[max(0, quantity.span.start - BEFORE, desk.sentence(quantity.span).start) : quantity.span.start]
    shares = [before[at + len(rate) :] for rate in known.rates if (at := before.rfind(rate)) >= 0]
    for words in (text[end : end + BEHIND].lstrip(" %\u00a0\u202f"), *(shares if quantity.unit == "percent" else ())):
        tie = next((tie for tie in known.of if words.startswith(tie)), None)
        if tie and (noun := NOUN.match(words, len(tie))):
            return f" {tie}{noun[0]}"
    return ""


def _vague(desk: Desk, value: str, noun: str) -> str:
    """ "« des milliers » de personnes"; where the words are no round number of the screen's language: "personnes (« plusieurs »)".

    >>> _vague(Desk(None, "fr"), "« des milliers »", "personnes"), _vague(Desk(None, "fr"), "« plusieurs »", "enfants")
    ('« des milliers » de personnes', 'enfants (« plusieurs »)')
    """
    last = fold(value).rstrip("»”\N{NO-BREAK SPACE} ").rpartition(" ")[2]
    if last not in desk.say("rounds").split():
        return desk.say("what.vague", noun=noun, value=value)
    return desk.say("what.of.vowel" if _elides(desk, noun) else "what.of", value=value, noun=noun)


def subject(desk: Desk, crosscheck: Crosscheck) -> str:
    """What a question counts, without a number, as the beginning of a sentence."""
    return capital(asked(desk, crosscheck))


def asked(desk: Desk, crosscheck: Crosscheck) -> str:
    """What a question counts, without a number.

    >>> answer = Answer(low=4, value=4, high=4, bound=Bound.EXACT, claims=(), support=None)
    >>> question = Question(type="OTHER", unit="person", role="rescued", place_name="Valbrune")
    >>> check = Crosscheck(id="", story="", event="", question=question, answers=(answer,), support=None,
    ...                    agreement="single", comparable=True, why="")
    >>> asked(Desk(None, "fr"), check)
    'personnes secourues, Valbrune'
    """
    question = crosscheck.question
    noun = desk.say("subject.percent") if question.unit == "percent" else _called(desk, crosscheck, crosscheck.answers[0], 2)
    if question.role is None and unit_kind(question.unit) in MEANT:
        noun = desk.say(f"subject.{unit_kind(question.unit)}", noun=noun)
    if question.role is None:
        noun += next((words for answer in crosscheck.answers if (words := _matter(desk, answer))), "")
    return _scoped(desk, crosscheck, noun)


def _of(desk: Desk, value: str, noun: str) -> str:
    """ "7,2 milliards d'euros", "47 drones"."""
    if not value.endswith(tuple(desk.say(key, value="", n=n).strip() for _, key in SCALES for n in (1, 2))):
        return desk.say("what", value=value, noun=noun)
    return desk.say("what.of.vowel" if _elides(desk, noun) else "what.of", value=value, noun=noun)


def _elides(desk: Desk, noun: str) -> bool:
    """Whether "de" loses its vowel before it."""
    return fold(noun[:1]) in VOWELS and not fold(noun).startswith(tuple(desk.say("aspirated").split()))


def _called(desk: Desk, crosscheck: Crosscheck, answer: Answer, size: Number) -> str:
    """What is counted and what has become of it: "drones abattus", "enseignants (manifestation, grève ou troubles)"."""
    question = crosscheck.question
    noun, gender = _noun(desk, crosscheck, answer, size)
    noun = _sided(desk, question, noun, (gender == "f") + 2 * (size > 1))
    if question.role is None:  # of those counted in an event nothing says that it befell them: its name, no participle
        kind = f"kind.{question.type}"
        measured = question.type in UNDERGONE and unit_kind(question.unit) in MEASURED  # nothing becomes of a sum or a length
        said = measured or question.unit in event_types()[question.type].implied  # who are "manifestants" demonstrate
        return desk.say("noun.kind", noun=noun, kind=desk.say(kind)) if desk.has(kind) and not said else noun
    if not desk.has(f"done.m.{question.role}"):
        return noun
    done = desk.say(f"done.{gender or 'm'}.{question.role}", n=size)
    return desk.say("noun.done", noun=noun, done=done) if gender else desk.say("noun.kind", noun=noun, kind=done)


def _sided(desk: Desk, question: Question, noun: str, form: int) -> str:
    """With the country whose people they are: "soldats grecs"."""
    if question.target is None or unit_kind(question.unit) is not UnitKind.PERSON:
        return noun
    side = national(desk.language, question.target, form)
    return desk.say("noun.side", noun=noun, side=side) if side else noun


def national(language: str, country: str, form: int) -> str:
    """The adjective of a country in one of its four forms (`demonyms.forms`), empty where there is none; English has one, with capitals.

    >>> national("fr", "KP", 1), national("en", "KP", 1), national("fr", "XX", 1)
    ('nord-coréenne', 'North Korean', '')
    """
    adjectives = adjective(language, country)
    return "" if not adjectives else adjectives[form] if language == "fr" else adjectives[0].title()


def _noun(desk: Desk, crosscheck: Crosscheck, answer: Answer, size: Number) -> tuple[str, str]:
    """The unit's name and gender; of a unit without a name the words of the text, and no gender."""
    unit, quantity = crosscheck.question.unit, quantity_of(desk, answer)
    if desk.has(f"unit.{unit}") and not _currency(desk, unit, quantity):
        return desk.say(f"unit.{unit}", n=size), "f" if unit in desk.say("feminine").split() else "m"
    words = desk.words(quantity.counted) if quantity is not None and quantity.counted is not None else unit.replace("_", " ")
    foreign = quantity is not None and desk.reports[quantity.span.report].language != desk.language
    return (desk.say("quote.reported", words=words) if foreign else _in_number(words, unit, size)), ""


def _in_number(words: str, unit: str, size: Number) -> str:
    """The words of a text for a unit, in the singular for one and the plural for more, where they are that unit.

    >>> _in_number("bénévoles", "bénévole", 1), _in_number("bénévole", "bénévole", 2), _in_number("vieux puits", "puits", 1)
    ('bénévole', 'bénévoles', 'vieux puits')
    """
    forms = list(plurals(unit))
    return words if words not in forms else forms[0] if size <= 1 else forms[-1] if words == forms[0] else words


def _currency(desk: Desk, unit: str, quantity: Quantity | None) -> bool:
    """Whether the text names a money more closely than its unit does: "francs CFA", "dollars canadiens"."""
    if unit_kind(unit) is not UnitKind.MONEY or quantity is None or quantity.counted is None:
        return False
    words, text = desk.raw(quantity.counted), desk.reports[quantity.counted.report].language
    names = {fold(say(known, f"point.unit.{unit}", n=n)) for known in LANGUAGES if known == text for n in (1, 2)}
    close = " " in words or (words.isupper() and len(words) > CODE)
    return bool(names) and close and fold(words) not in names


def _scoped(desk: Desk, crosscheck: Crosscheck, said: str) -> str:
    question = crosscheck.question
    none = all(answer.high == 0 for answer in crosscheck.answers)  # none of them did it: no part
    if question.part and not none:
        name, grade = _part_name(desk, crosscheck), f"what.part.{question.part_words}"
        bare = grade if desk.has(grade) else "what.part"
        said = desk.say("what.part_named", what=said, words=name) if name else desk.say(bare, what=said)
    if question.measure:
        said = desk.say(f"what.{question.measure}", what=said)
    if question.place_name:
        said = desk.say("what.at", what=said, place=desk.place_names.get(question.place_name, question.place_name))
    if not question.when_words:
        return said
    when = asked_when(question, [desk.reports[r].language for r in crosscheck.support.reports if r in desk.reports], desk.language)
    return desk.say("what.when", what=said, when=when)


def _part_name(desk: Desk, crosscheck: Crosscheck) -> str:
    """The words that say which part it is, where they are few."""
    claims = (desk.claims[key] for answer in crosscheck.answers for key in answer.claims if key in desk.claims)
    part = next((claim for claim in claims if claim.part_of is not None), None)
    name = part_label(desk, part) if part is not None else ""
    language = desk.reports[part.report].language if part is not None else ""
    telling = any(len(word) > 2 and fold(word) not in stopwords(language) for word in name.split())
    return name if telling and len(name) <= NAME else ""


def asked_when(question: Question, languages: Collection[str], language: Language) -> str:
    """The time of a question: in the words of its texts, or in those of the screen where some are in another language, or mean another day
    to whoever reads them later.

    >>> at = Question(type="OTHER", unit="boat", role=None, target=None, place=None, place_name=None, when="2031-05-06TMO",
    ...               when_words="mardi matin")
    >>> asked_when(at, ["fr"], "fr"), asked_when(at, ["fr"], "en"), asked_when(at, ["fr", "en"], "en")
    ('mardi matin', '6 May 2031, morning', '6 May 2031, morning')
    >>> asked_when(Question(type="OTHER", unit="boat", role=None, when="2018", when_words="Depuis 2018"), ["fr"], "en")
    'since 2018'
    >>> asked_when(Question(type="OTHER", unit="boat", role=None, when="2031-05-06", when_words="aujourd'hui"), ["fr"], "fr")
    '6 mai 2031'
    """
    words = inside(question.when_words or "")
    own = all(other == language for other in languages)
    if question.when is None or (own and not passing(question.when, words, languages)):
        return words
    return since(language, question.when, words, languages)


def inside(words: str) -> str:
    """Words from the beginning of a sentence as they stand within one.

    >>> inside("En 2014"), inside("Noël 2014"), inside("9h40.")
    ('en 2014', 'Noël 2014', '9h40')
    """
    words = words.rstrip(STOPS)
    first = words.split(" ", 1)[0].lower()
    return words[:1].lower() + words[1:] if any(first in stopwords(language) for language in LANGUAGES) else words


def span_of(desk: Desk, key: str, range_: Range) -> str:
    """A range of voices or origins: "1 voix", "1 à 2 voix".

    >>> span_of(Desk(None, "fr"), "voices", Range(low=1, high=1)), span_of(Desk(None, "fr"), "voices", Range(low=1, high=3))
    ('1 voix', '1 à 3 voix')
    """
    if range_.low == range_.high:
        return desk.say(key, n=range_.high)
    return desk.say(f"{key}.range", low=range_.low, high=range_.high)


def backing(desk: Desk, support: Support) -> str:
    """What stands behind an answer: "3 textes, 2 origines, 1 voix : l'armée".

    >>> one, some = Range(low=1, high=1), Range(low=1, high=2)
    >>> print(backing(Desk(None, "fr"), Support(texts=3, origins=some, voices=one)))
    3 textes, 1 à 2 origines, 1 voix
    """
    blind = not support.actors and unread(desk.reports[r].language for r in support.reports if r in desk.reports)
    names = desk.unnamed(support.reports) if blind else desk.introduced(desk.behind(support)) if support.actors else ""
    return desk.say("support.named", support=counting(desk, support), names=names) if names else counting(desk, support)


def counting(desk: Desk, support: Support) -> str:
    """How many texts, text origins and voices."""
    origins, voices = span_of(desk, "origins", support.origins), span_of(desk, "voices", support.voices)
    return desk.say("support", texts=desk.say("texts", n=support.texts), origins=origins, voices=voices)
