"""The words by which a report leaves open, denies or wants something, with their verbs conjugated."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from recoupe import lang
from recoupe.claims.attribution.lexicon import lexicon
from recoupe.claims.grammar.inflection import verb_forms
from recoupe.claims.schemes import UnaffirmedTable
from recoupe.claims.types.vocabulary import has
from recoupe.model import Modality


@dataclass(frozen=True, slots=True)
class Words:
    """The table of a language with its verbs conjugated: the list that each word is of, and the phrases by their first word.

    `governing`: what each phrase makes of what follows it. `first`: all words with which something listed begins. `saying`: infinitives of
    verbs of saying.
    """

    table: UnaffirmedTable
    lists: Mapping[str, str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    governing: Mapping[tuple[str, ...], Modality | None]
    contrary: frozenset[tuple[str, ...]]
    first: frozenset[str]
    saying: frozenset[str]


@cache
def words_of(language: str) -> Words | None:
    """The words of a language; None where it has no table.

    >>> words_of("fr").lists["tentait"], words_of("fr").lists["ignorent"], words_of("und")
    ('wanted', 'asked', None)
    """
    if not has(language, "unaffirmed"):
        return None
    table = lang.table(language, "unaffirmed", UnaffirmedTable)
    named = {
        "asked": table.asked,
        "wanted": table.wanted,
        "purpose": table.purpose,
        "threatened": table.threatened,
        "averted": table.averted,
        "charged": table.charged,
        "doubted": table.doubted,
        "supposed": table.supposing,
        "story": table.works,
        "awaited": table.awaiting,
        "imagined": table.imagining,
        "drill": table.drills,
        "acted": table.acted,
        "given_up": table.given_up,
        "declined": table.declined,
        "enjoined": table.enjoined,
        "dropped": table.dropped,
        "weighed": table.weighed,
        "feared": (*table.feared, *table.dreaded),
        "supposed_dead": tuple(table.must_have),
    }
    lists = {form: name for name, verbs in named.items() for verb in verbs for form in _forms(verb, table.irregular)}
    contrary = frozenset(tuple(phrase.split()) for phrase in table.contrary)
    listed = (
        (table.false, Modality.DENIED),
        (table.pressing, Modality.DEMAND),
        (table.willed, Modality.WISH),
        (table.left_open, Modality.POSSIBLE),
        (table.foretold, Modality.FORECAST),
        (table.unsure, None),
        (table.contrary, None),
        (table.rumoured, Modality.HEARSAY),
    )
    governing = {tuple(phrase.split()): wanted for phrases, wanted in listed for phrase in phrases}
    by_first = {first: tuple(p for p in governing if p[0] == first) for first in {p[0] for p in governing}}
    lists |= dict.fromkeys(table.perhaps, "perhaps") | dict.fromkeys((*table.untrue, *table.overstated), "untrue")
    lists |= dict.fromkeys(table.proofs | table.shown, "unproven") | dict.fromkeys(table.faked, "faked")
    lists |= dict.fromkeys(table.requests, "requested") | dict.fromkeys(table.hypotheses, "hypothesis")
    lists |= dict.fromkeys(table.showing, "unshown") | dict.fromkeys(table.alleged, "alleged")
    lists |= dict.fromkeys(table.cancelled, "cancelled") | dict.fromkeys(table.players, "played") | dict.fromkeys(table.lies, "lie")
    lists |= dict.fromkeys(table.staged, "story") | dict.fromkeys(table.rumours, "rumour")
    first = frozenset((*lists, *by_first))
    saying = frozenset(lexicon(language).infinitives)
    return Words(table=table, lists=lists, phrases=by_first, governing=governing, contrary=contrary, first=first, saying=saying)


def _forms(word: str, irregular: Mapping[str, str]) -> Iterator[str]:
    yield word
    if word.endswith(("er", "ir")) or word in irregular:
        yield from (form for form, _ in verb_forms(word, irregular))
