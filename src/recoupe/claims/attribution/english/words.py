"""The words by which an English report says who says what, from lang/en/saying.toml, conjugated and compiled once."""

from functools import cache
from typing import NamedTuple

import regex

from recoupe import lang
from recoupe.claims.grammar.english_inflection import english_forms
from recoupe.claims.grammar.inflection import FormKind
from recoupe.model import ChannelKind, Modality, Record
from recoupe.text.patterns import either

TABLE = "saying"
"""The name of the table."""


class Lists(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Closed lists that the frames look into."""

    nouns: frozenset[str]
    adverbs: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    hearsay: tuple[str, ...]
    believed: tuple[str, ...]
    asked: frozenset[str]
    determiners: frozenset[str]
    alone: frozenset[str]
    plurals: frozenset[str]
    breaks: tuple[str, ...]
    openers: tuple[str, ...]
    prepositions: frozenset[str]
    verbs: frozenset[str]
    trailing: tuple[str, ...]
    cuts: tuple[str, ...]
    reporters: tuple[str, ...]
    nobodies: frozenset[str]


class Saying(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The scheme of saying.toml."""

    verbs: dict[Modality, dict[str, str]]
    irregular: dict[str, str]
    words: Lists
    channels: dict[ChannelKind, tuple[str, ...]]


class Verb(NamedTuple):
    """A verb of saying: the modality that it gives, the frames in which it stands, and the word that must follow it ("call [for]")."""

    lemma: str
    modality: Modality
    frames: frozenset[str]
    tail: str


class Words(NamedTuple):
    """All forms of all verbs, each with the ways in which it can stand, and the patterns that are made of the lists."""

    verbs: dict[str, tuple[Verb, ...]]
    kinds: dict[str, frozenset[FormKind]]
    lists: Lists
    cue: "regex.Pattern[str]"
    group: "regex.Pattern[str]"
    hearsay: "regex.Pattern[str]"
    believed: "regex.Pattern[str]"
    opener: "regex.Pattern[str]"
    broken: "regex.Pattern[str]"
    trailing: "regex.Pattern[str]"
    cut: "regex.Pattern[str]"
    hearer: "regex.Pattern[str]"
    way: "regex.Pattern[str]"
    ways: dict[str, ChannelKind]


@cache
def saying(language: str) -> Words:
    """The words of `language`.

    >>> [v.modality.value for v in saying("en").verbs["denies"]], sorted(k.value for k in saying("en").kinds["saying"])
    (['denied'], ['infinitive'])
    """
    table = lang.table(language, TABLE, Saying)
    lists = table.words
    verbs: dict[str, list[Verb]] = {}
    kinds: dict[str, set[FormKind]] = {}
    for modality, group in table.verbs.items():
        for entry, frames in group.items():
            lemma, _, tail = entry.partition(" ")
            for form, kind in english_forms(lemma, table.irregular):
                kinds.setdefault(form, set()).add(kind)
                verb = Verb(entry, modality, frozenset(frames.split()), tail)
                if verb not in verbs.setdefault(form, []):
                    verbs[form].append(verb)
    ways = {noun: kind for kind, nouns in table.channels.items() for noun in nouns}
    helped = either((*lists.auxiliaries, *lists.adverbs))
    return Words(
        verbs={form: tuple(found) for form, found in verbs.items()},
        kinds={form: frozenset(found) for form, found in kinds.items()},
        lists=lists,
        cue=_word(f"(?P<form>{either(verbs)})"),
        group=regex.compile(rf"(?r)(?:(?<![\p{{L}}\p{{N}}'-]){helped} ){{0,5}}"),
        hearsay=_word(either(lists.hearsay)),
        believed=_word(rf"(?:is|are|was|were) (?:(?:also|widely|still|now) )?{either(lists.believed)}(?= (?:to|that)(?!\p{{L}}))"),
        opener=regex.compile(rf"(?:{either(lists.openers)},? ){{1,4}}+", regex.IGNORECASE),
        broken=regex.compile(rf"(?<= |^){either(lists.breaks)} ", regex.IGNORECASE),
        trailing=regex.compile(rf",? {either(lists.trailing)}(?!\p{{L}})"),
        cut=regex.compile(
            rf";| [–—] |,? (?<=, ){either(lists.cuts)}(?!\p{{L}})| according to "
            r"| (?:but|and) (?:did|would|could|has|have|had|gave|declined|refused)(?: not|n't)? "
        ),
        hearer=regex.compile(rf" (?:to )?(?:the )?(?:(?!that )\p{{L}}[\p{{L}}'’-]*+ ){{0,2}}?{either(lists.reporters)}(?!\p{{L}})"),
        way=regex.compile(
            rf" (?:in|on|at|during|through|via|by|to)(?: (?:a|an|the|its|his|her|their))?(?: [\p{{L}}'’-]{{2,20}}+){{0,3}}? ?"
            rf"(?<= )(?P<noun>{either(ways)})(?![\p{{L}}-])(?: (?:channel|account|page))?"
            r"(?: (?:posted on|published on|carried by|picked up by|quoted by|cited by|aired on) [^,.;:“\"\n]{2,60}+(?=[.,;]|$))?"
            r"(?: (?:to|with|on|posted on|published on|released|issued|carried by|from) "
            r"(?!\p{N})(?:the |a )?[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3})?",
            regex.IGNORECASE,
        ),
        ways=ways,
    )


def _word(pattern: str) -> "regex.Pattern[str]":
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}-]){pattern}(?![\p{{L}}\p{{N}}-])")
