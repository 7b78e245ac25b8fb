"""Words that name an event, found in a text: the triggers."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from recoupe.claims.grammar.inflection import FormKind
from recoupe.claims.grammar.tokens import Tokens
from recoupe.claims.types.vocabulary import Entry, Group, Vocabulary
from recoupe.model import Record

PRONOUNS = ("s", "se")
SELF = frozenset({FormKind.FINITE, FormKind.INFINITIVE})
"""Forms that stand directly behind "se"."""

BEING = ("est", "sont", "était", "étaient", "serait", "seraient", "être", "étant")
"""Between "se" and its participle."""

OF = ("de", "d")
"""Between a figure of speech and what it is about, without an article."""

ADVERB = "ment"
"""How an adverb ends that may stand inside a phrase: "participent activement aux recherches"."""

LABOUR = "strike"
"""The manner of a protest in which people stop working: no shots are a part of it."""

NOWHERE = frozenset[int]()

BETWEEN = "entre"
BY = 3
"""Words behind a participle among which "par" stands: "détruit jeudi soir par"."""

AGENT = 4
"""Words behind "par" that name who or what did it."""

BARS = ("sans", "de", "d", "à", "pour", "par")
"""Prepositions: another verb begins behind them ("se présenter sans attendre")."""


class Trigger(Record, frozen=True):
    """Words `first` to `last` (inclusive) name an event of `group`."""

    first: int
    last: int
    kind: FormKind
    group: Group

    @property
    def cause(self) -> bool:
        """True if the words say what happened, not only what it cost."""
        return not self.group.toll


def triggers(
    found: Tokens, words: Vocabulary, sentences: Sequence[range], places: frozenset[int] = NOWHERE, about: str | None = None
) -> tuple[Trigger, ...]:
    """All triggers, in order; the longest form wins where several begin at one word, then the heaviest group.

    `places` are the words at which the names of places begin: some groups count only before one. In a report `about` a type its words
    need no other words around them.

    >>> from recoupe.claims.grammar.tokens import tokens
    >>> from recoupe.claims.types.vocabulary import vocabulary
    >>> found = tokens("Des avions ont bombardé le port après un séisme")
    >>> [(found.forms[t.first], t.group.type) for t in triggers(found, vocabulary("fr"), [range(len(found.forms))])]
    [('bombardé', 'STRIKE'), ('séisme', 'DISASTER')]
    """
    forms = (*found.forms, "", "")
    hits = [
        (i, entries)
        for i in found.among(words.entries)
        if (
            entries := words.runs.get(forms[i : i + 2], ())
            + words.alone.get(forms[i], ())
            + (_across(words, forms, i) if (forms[i], forms[i + 2]) in words.runs else ())
        )
    ]
    at = [i for i, _ in hits]
    return tuple(
        trigger
        for last, sentence in zip((range(0), *sentences), sentences, strict=False)
        if (inside := hits[bisect_left(at, sentence.start) : bisect_left(at, sentence.stop)])
        for trigger in _in_sentence(found, words, inside, (sentence, last), (places, about))
    )


def _across(words: Vocabulary, forms: tuple[str, ...], i: int) -> tuple[Entry, ...]:
    """The phrases that begin with word `i` and go on behind the adverb that follows it: "participent activement aux"."""
    return words.runs[forms[i], forms[i + 2]] if _inserted(words, forms[i + 1]) else ()


Hit = tuple[int, tuple[Entry, ...]]
"""A word, and the entries that it may stand for."""


def _in_sentence(
    found: Tokens, words: Vocabulary, hits: Sequence[Hit], spoken: tuple[range, range], report: tuple[frozenset[int], str | None]
) -> Iterator[Trigger]:
    asked = any(words.near[e.group] or words.far[e.group] for _, entries in hits for e in entries)
    around = _around(found, words, spoken) if asked else frozenset[str]()
    after = 0
    for i, entries in hits:
        best = _best(found, words, (i, entries), around, report) if i >= after else None
        if best is not None:
            after = _behind(found, words, i, best)
            group = words.groups[best.group]
            if not group.figure:
                yield Trigger(first=i, last=after - 1, kind=best.kind, group=group)


def _around(found: Tokens, words: Vocabulary, spoken: tuple[range, range]) -> frozenset[str]:
    """The words of a sentence; those of the `last` one, too, where this one says "entre eux"."""
    sentence, last = spoken
    forms = found.forms[sentence.start : sentence.stop]
    joined = BETWEEN in forms and any(first == BETWEEN and second in words.among for first, second in pairwise(forms))
    around = _context(words, forms)
    return around | _context(words, found.forms[last.start : last.stop]) if joined else around


def _context(words: Vocabulary, forms: Sequence[str]) -> frozenset[str]:
    """The words of a sentence, and its runs of words where the vocabulary has runs that begin so."""
    if words.longer.keys().isdisjoint(forms):
        return frozenset(forms)
    longest = [(i, words.longer[form]) for i, form in enumerate(forms) if form in words.longer]
    runs = [" ".join(forms[i : i + n]) for i, most in longest for n in range(2, most + 1)]
    return frozenset((*forms, *runs))


def _best(found: Tokens, words: Vocabulary, hit: Hit, around: frozenset[str], report: tuple[frozenset[int], str | None]) -> Entry | None:
    """The entry that a word stands for: the longest, a noun behind an article, the heaviest, one whose context is asked for.

    `around`: the words of the sentence. `report`: where the names of places begin, and what it is about.
    """
    (i, entries), (places, about) = hit, report
    if about is not None and any(words.groups[e.group].type == about and not words.far[e.group].isdisjoint(around) for e in entries):
        return None  # what speaks against one sense of a word does so against all
    fitting = [e for e in entries if _fits(found, words, i, e, (around, about))]
    fitting = [e for e in fitting if not words.groups[e.group].placed or _behind(found, words, i, e) in places]
    if fitting and all(e.kind is FormKind.NOUN and not e.rest for e in fitting) and _is_verb(found, words, i, (entries, fitting[0])):
        return None
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    noun = i > 0 and found.forms[i - 1] in words.determiners
    worth = [(len(e.rest), (e.kind is FormKind.NOUN) is noun, words.groups[e.group].weight, bool(words.near[e.group])) for e in fitting]
    return fitting[worth.index(max(worth))]


def _is_verb(found: Tokens, words: Vocabulary, i: int, read: tuple[tuple[Entry, ...], Entry]) -> bool:
    """True for a verb behind a noun or a pronoun, where no noun of its type stands: "la hausse frappe", not "une frappe", "Frappe à".

    `read`: all that the word may stand for, and the noun.
    """
    entries, noun = read
    type_ = words.groups[noun.group].type
    if i == 0 or not found.gap(i).isspace() or "\n" in found.gap(i):
        return False
    if all(e.kind is not FormKind.FINITE or words.groups[e.group].type != type_ for e in entries):
        return False
    before = found.forms[i - 1]
    return before not in words.determiners and before not in words.articles and not before[0].isdigit()


def _fits(found: Tokens, words: Vocabulary, i: int, entry: Entry, context: tuple[frozenset[str], str | None]) -> bool:
    around, about = context
    if entry.rest and not found.phrase(i + 1 + _parted(found, words, i, entry), entry.rest):
        return False
    if entry.reflexive and not _reflexive(found, i):
        return False
    if entry.kind is FormKind.FINITE and i > 0 and (found.forms[i - 1] in words.articles or _is_name(found, i)):
        return False
    if entry.kind is FormKind.PARTICIPLE and found.forms[i] in words.nominal and _is_noun(found, words, i):
        return False
    if not entry.reflexive and _of_itself(found, i, entry) and not words.groups[entry.group].toll:
        return False
    if found.forms[i] in words.figures and _figure(found, words, _behind(found, words, i, entry)):
        return False
    near, far = words.near[entry.group], words.far[entry.group]
    if near and words.groups[entry.group].aimed:
        around = around - _agent(found, words, _behind(found, words, i, entry))
    at_home = about is not None and words.groups[entry.group].type == about
    return (not near or at_home or not near.isdisjoint(around)) and far.isdisjoint(around)


def _parted(found: Tokens, words: Vocabulary, i: int, entry: Entry) -> bool:
    """True for a phrase in which an adverb stands behind its verb: "a pris rapidement feu", "s'attend désormais à"."""
    if not entry.rest or entry.kind is FormKind.NOUN or found.forms[i + 1] == entry.rest[0]:
        return False
    return _inserted(words, found.forms[i + 1])


def _inserted(words: Vocabulary, form: str) -> bool:
    """True for an adverb that may stand inside a phrase."""
    return form.endswith(ADVERB) or form in words.inserted


def _behind(found: Tokens, words: Vocabulary, i: int, entry: Entry) -> int:
    """The word behind an entry that begins at word `i`."""
    return i + len(entry.rest) + 1 + _parted(found, words, i, entry)


def _agent(found: Tokens, words: Vocabulary, after: int) -> frozenset[str]:
    """The words of who or what did it, behind "par": "détruit [par un missile russe]", "détruit jeudi [par deux drones]"."""
    by = next((i for i in range(after, min(after + BY, len(found.forms))) if found.forms[i] in words.by), None)
    return frozenset(found.forms[by + 1 : by + 1 + AGENT]) if by is not None else frozenset()


def _is_name(found: Tokens, i: int) -> bool:
    """True for a word with a capital within a sentence: "l'aide à Gaza" tells of no gas; not of a line in capitals."""
    start = found.starts[i]
    return found.gap(i) == " " and found.text[start].isupper() and found.text[start + 1 : start + 2].islower()


def _is_noun(found: Tokens, words: Vocabulary, i: int) -> bool:
    """True for a participle that is a noun here: "l'accusé", "neuf accusés", "un arrêté"; not "est accusé de", "un homme accusé de"."""
    before = found.forms[max(0, i - 1)]
    return i > 0 and (before in words.determiners or before[0].isdigit())


def _figure(found: Tokens, words: Vocabulary, after: int) -> bool:
    """True before "de" and a noun that is no matter of such an event: "un tsunami de candidatures", not "une tempête de neige"."""
    if after + 1 >= len(found.forms) or found.forms[after] not in OF:
        return False
    noun = found.forms[after + 1]
    name = found.text[found.starts[after + 1]].isupper()
    return not name and not noun[0].isdigit() and noun not in words.matter and noun not in words.determiners


def _of_itself(found: Tokens, i: int, entry: Entry) -> bool:
    """True directly behind "se": "s'abat", "se livrer à", "se sont abattus"; not in "se sont fait attaquer"."""
    before = i - 1 if entry.kind in SELF else i - 2
    behind_being = entry.kind in SELF or (entry.kind is FormKind.PARTICIPLE and found.forms[max(0, i - 1)] in BEING)
    return behind_being and before >= 0 and found.forms[before] in PRONOUNS


def _reflexive(found: Tokens, i: int) -> bool:
    """True if one of the three words before `i` makes it reflexive, and no preposition stands between: "s'est encore effondré"."""
    before = takewhile(lambda form: form not in BARS, reversed(found.forms[max(0, i - 3) : i]))
    return any(form in PRONOUNS for form in before)
