"""The schemes of modality.toml and unaffirmed.toml."""

import msgspec


class ModalityTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The scheme of modality.toml."""

    stems: frozenset[str]
    prefixes: frozenset[str]
    modal: tuple[str, ...]
    attenuated: tuple[str, ...]
    seeming: tuple[str, ...]
    etre: frozenset[str]
    hypotheses: tuple[str, ...]
    judged: tuple[str, ...]
    nouns: frozenset[str]
    inserted: tuple[str, ...]
    persons: tuple[str, ...]
    before_persons: tuple[str, ...]
    plans: tuple[str, ...]


class UnaffirmedTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The scheme of unaffirmed.toml."""

    asked: tuple[str, ...]
    whether: frozenset[str]
    doubted: tuple[str, ...]
    undoubting: frozenset[str]
    denying: frozenset[str]
    thats: frozenset[str]
    wanted: tuple[str, ...]
    planned: frozenset[str]
    purpose: tuple[str, ...]
    reaching: frozenset[str]
    moved: frozenset[str]
    commenting: frozenset[str]
    definite: frozenset[str]
    counting: frozenset[str]
    clitics: frozenset[str]
    feared: tuple[str, ...]
    dreaded: frozenset[str]
    feared_for: frozenset[str]
    to_do: frozenset[str]
    must_have: frozenset[str]
    dying: frozenset[str]
    threatened: tuple[str, ...]
    charged: tuple[str, ...]
    past: frozenset[str]
    before_past: frozenset[str]
    no_infinitive: frozenset[str]
    averted: tuple[str, ...]
    missed: frozenset[str]
    supposing: tuple[str, ...]
    supposed_subjects: frozenset[str]
    not_supposing: frozenset[str]
    there_is: tuple[str, ...]
    imperfects: tuple[str, ...]
    futures: tuple[str, ...]
    ought: frozenset[str]
    perhaps: frozenset[str]
    attempts: frozenset[str]
    harms: frozenset[str]
    false: tuple[str, ...]
    left_open: tuple[str, ...]
    unsure: tuple[str, ...]
    rumoured: tuple[str, ...]
    contrary: tuple[str, ...]
    acted: tuple[str, ...]
    given_up: tuple[str, ...]
    declined: tuple[str, ...]
    proofs: frozenset[str]
    shown: frozenset[str]
    none: frozenset[str]
    faked: frozenset[str]
    pictures: frozenset[str]
    arranged: frozenset[str]
    cancelled: frozenset[str]
    been: frozenset[str]
    players: frozenset[str]
    victims: frozenset[str]
    rescues: frozenset[str]
    plots: frozenset[str]
    real: frozenset[str]
    untrue: frozenset[str]
    overstated: frozenset[str]
    the: frozenset[str]
    figures: frozenset[str]
    told: frozenset[str]
    this: frozenset[str]
    being: frozenset[str]
    lies: frozenset[str]
    true: frozenset[str]
    nots: frozenset[str]
    saying: frozenset[str]
    works: tuple[str, ...]
    staged: frozenset[str]
    narrates: frozenset[str]
    inside: frozenset[str]
    awaiting: tuple[str, ...]
    awaiters: frozenset[str]
    lengths: frozenset[str]
    imagining: tuple[str, ...]
    drills: tuple[str, ...]
    will_need: frozenset[str]
    who_need: frozenset[str]
    to_wait: frozenset[str]
    presupposing: frozenset[str]
    have: frozenset[str]
    be: frozenset[str]
    relatives: frozenset[str]
    ends: frozenset[str]
    joined: frozenset[str] = msgspec.field(name="and")
    irregular: dict[str, str]


class RoleNouns(msgspec.Struct, frozen=True):
    """The nouns that say what became of those counted."""

    nouns: tuple[str, ...] = ()


class UnitRoles(msgspec.Struct, frozen=True):
    """What units.toml says of those roles."""

    roles: dict[str, RoleNouns]
