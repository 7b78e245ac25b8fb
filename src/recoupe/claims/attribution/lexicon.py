"""The cue words of a language: which verb forms head which frames, and what modality they give."""

from functools import cache

import msgspec

from recoupe import lang
from recoupe.claims.attribution.conjugation import Family, forms
from recoupe.model import ChannelKind, Modality


class CueClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that give one modality, each with its frames."""

    modality: Modality
    verbs: dict[str, str]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Closed lists that the frames look into."""

    doubling: frozenset[str]
    adverbs: frozenset[str]
    not_adverbs: frozenset[str]
    manners: frozenset[str]
    people: frozenset[str]
    allegations: frozenset[str]
    withheld: frozenset[str]
    insistent: frozenset[str]
    things: frozenset[str]
    upheld: frozenset[str]
    silent: frozenset[str]
    hearsay: frozenset[str]
    others: frozenset[str]
    collapsing: tuple[str, ...]
    befallen: frozenset[str]
    generic: frozenset[str]
    told_of: frozenset[str]
    charging: frozenset[str]
    warning: frozenset[str]
    gauging: frozenset[str]
    deeming: frozenset[str]
    doubting: frozenset[str]
    believing: frozenset[str]
    counting: frozenset[str]
    admitting: frozenset[str]
    tolls: frozenset[str]
    counters: frozenset[str]
    territories: frozenset[str]
    leading: tuple[str, ...]
    finding: frozenset[str]
    noticing: frozenset[str]
    naming: frozenset[str]
    protesting: frozenset[str]
    unsaid: frozenset[str]
    papers: frozenset[str]
    titles: tuple[str, ...]
    stations: tuple[str, ...]
    reporters: tuple[str, ...]
    no_verb: frozenset[str]
    third_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    many: frozenset[str]
    appeals: frozenset[str]
    openers: tuple[str, ...]
    dared: frozenset[str]
    daring: frozenset[str]
    meanwhile: frozenset[str]
    willing: frozenset[str]
    able: frozenset[str]
    agentive: frozenset[str]
    doing: frozenset[str]
    done_to: frozenset[str]
    people_endings: tuple[str, ...]
    not_people: frozenset[str]
    nothing: frozenset[str]
    mute: frozenset[str]
    resuming: frozenset[str]
    replies: frozenset[str]
    stances: frozenset[str]
    opining: frozenset[str]
    judging: frozenset[str]

    def somebody(self, noun: str) -> bool:
        """Whether a noun is that of a person, a trade, a body: "mairie", "cheminots", "écologistes"."""
        if noun in self.people or (noun.endswith(self.people_endings) and noun not in self.not_people):
            return True
        head, dash, _ = noun.partition("-")  # "médecin-conseil"
        return dash != "" and head in self.people


def forename(name: str) -> str:
    """The first word of a name, of a double one its first half.

    >>> forename("Jean-Luc Roy"), forename("Zoé Dol")
    ('Jean', 'Zoé')
    """
    return name.partition(" ")[0].partition("-")[0]


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What shows the gender of a speaker: first names, nouns and endings of nouns."""

    feminine: frozenset[str]
    masculine: frozenset[str]
    feminine_nouns: frozenset[str]
    masculine_nouns: frozenset[str]
    feminine_endings: tuple[str, ...]
    feminine_roles: tuple[str, ...]

    def is_first(self, word: str) -> bool:
        """True for a first name."""
        return word in self.feminine or word in self.masculine


class AttributionTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The scheme of attribution.toml."""

    classes: dict[str, CueClass]
    irregular: dict[str, Family]
    words: Words
    names: Names
    channels: dict[ChannelKind, tuple[str, ...]]


class Verb(msgspec.Struct, frozen=True):
    """A cue verb: `tail` are the fixed words after it ("savoir" of "faire savoir"); `gate` is the frame without which it says nothing."""

    lemma: str
    kind: str
    modality: Modality
    frames: frozenset[str]
    reflexive: bool
    tail: str
    gate: str = ""


GATED = ("held", "tallied", "marked", "figure", "reached", "crowd")
"""Frames that make a verb one of saying only where more stands behind it."""


class Leader(msgspec.Struct, frozen=True):
    """A verb that leads to the infinitive of a verb of saying by `link`: "tenir à", "se borner à", "ne pas hésiter à"."""

    link: str
    reflexive: bool
    denied: bool


class Lexicon(msgspec.Struct, frozen=True):
    """All forms of all cue verbs, by the way each can stand."""

    finite: dict[str, tuple[Verb, ...]]
    participles: dict[str, tuple[Verb, ...]]
    gerunds: dict[str, tuple[Verb, ...]]
    infinitives: dict[str, tuple[Verb, ...]]
    leading: dict[str, tuple[Leader, ...]]
    known: frozenset[str]
    words: Words
    names: Names
    channels: dict[ChannelKind, tuple[str, ...]]


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of `language`, conjugated once.

    >>> [v.lemma for v in lexicon("fr").finite["annoncent"]]
    ['annoncer']
    """
    table = lang.table(language, "attribution", AttributionTable)
    found: tuple[dict[str, list[Verb]], ...] = ({}, {}, {}, {})
    for kind, group in table.classes.items():
        for lemma, frames in group.verbs.items():
            verb = _verb(lemma, kind, group.modality, frames)
            head = lemma.removeprefix("se ").split(" ")[0]
            made = forms(head, table.irregular, table.words.doubling)
            for index, shapes in enumerate((made.finite, made.participles, (made.gerund,), (head,))):
                for shape in shapes:
                    found[index].setdefault(shape, []).append(verb)
    finite, participles, gerunds, infinitives = ({k: tuple(v) for k, v in f.items()} for f in found)
    known = frozenset((*finite, *participles, *gerunds, *infinitives))
    return Lexicon(finite, participles, gerunds, infinitives, _leading(table), known, table.words, table.names, table.channels)


def _leading(table: AttributionTable) -> dict[str, tuple[Leader, ...]]:
    """The verbs that lead to an infinitive, by each of their forms."""
    found: dict[str, list[Leader]] = {}
    for entry in table.words.leading:
        verb, link = entry.rsplit(" ", 1)
        head = verb.removeprefix("ne ").removeprefix("se ").removeprefix("en ")
        made = forms(head, table.irregular, table.words.doubling)
        for shape in made.finite | made.participles:
            found.setdefault(shape, []).append(Leader(link, verb.startswith("se "), verb.startswith("ne ")))
    return {shape: tuple(leaders) for shape, leaders in found.items()}


def _verb(lemma: str, kind: str, modality: Modality, frames: str) -> Verb:
    bare = lemma.removeprefix("se ")
    named = frozenset(frames.split())
    gate = next((one for one in GATED if one in named), "")
    return Verb(lemma, kind, modality, named, reflexive=lemma != bare, tail=bare.partition(" ")[2], gate=gate)
