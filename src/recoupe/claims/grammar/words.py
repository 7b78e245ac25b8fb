"""The words of a language that shape a clause, from lang/<code>/clauses.toml."""

from functools import cache

from msgspec.structs import replace

from recoupe import lang
from recoupe.claims.types.vocabulary import has
from recoupe.model import Record

Words = frozenset[str]
NONE: Words = frozenset()


class Grammar(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The word lists of clauses.toml; empty lists for a language without a pack."""

    relatives: Words = NONE
    aloof: Words = NONE
    asides: Words = NONE
    conjunctions: Words = NONE
    joined: Words = NONE
    homographs: Words = NONE
    before_nouns: Words = NONE
    thats: Words = NONE
    not_that: Words = NONE
    needs_that: Words = NONE
    particles: Words = NONE
    negations: Words = NONE
    unaided: Words = NONE
    not_negated: Words = NONE
    granting: Words = NONE
    silent: Words = NONE
    vouched: Words = NONE
    lacking: Words = NONE
    endangered: Words = NONE
    presumed: Words = NONE
    fewer: frozenset[tuple[str, ...]] = frozenset()
    nobody: Words = NONE
    among: Words = NONE
    having: Words = NONE
    totalling: Words = NONE
    never: Words = NONE
    nots: Words = NONE
    """Words that deny alone, where a language has such."""
    excepting: Words = NONE
    fractions: Words = NONE
    could: Words = NONE
    tended: tuple[str, ...] = ("\n",)
    be_infinitive: Words = NONE
    capacity: Words = NONE
    citing: Words = NONE
    made_for: tuple[str, ...] = ("\n",)
    fictive: Words = NONE
    feelings: Words = NONE
    conditions: Words = NONE
    worth: Words = NONE
    moved: Words = NONE
    selves: Words = NONE
    witnesses: Words = NONE
    undergone: Words = NONE
    identifying: Words = NONE
    reasons: Words = NONE
    owing: Words = NONE
    sighted: Words = NONE
    ready: Words = NONE
    minded: Words = NONE
    opinions: frozenset[tuple[str, ...]] = frozenset()
    disgraces: Words = NONE
    this: Words = NONE
    outcry: tuple[str, ...] = ("\n",)
    exclaims: Words = NONE
    calming: Words = NONE
    replies: Words = NONE
    scant: Words = NONE
    anybody: Words = NONE
    our_duty: Words = NONE
    duty: Words = NONE
    duties: Words = NONE
    befalls: Words = NONE
    at_latest: Words = NONE
    pressing: Words = NONE
    needs: Words = NONE
    demanding: Words = NONE
    pleading: tuple[str, ...] = ("\n",)
    pleas: Words = NONE
    suppositions: Words = NONE
    reprisals: Words = NONE
    menaces: frozenset[tuple[str, ...]] = frozenset()
    reflexives: Words = NONE
    professing: tuple[str, ...] = ("\n",)
    refuting: Words = NONE
    wrongs: Words = NONE
    indefinite: Words = NONE
    definite: Words = NONE
    wishing: Words = NONE
    possible: Words = NONE
    able: Words = NONE
    supposable: Words = NONE
    doubtful: Words = NONE
    utmost: Words = NONE
    degrees: Words = NONE
    degrees_right: frozenset[tuple[str, ...]] = frozenset()
    planned: Words = NONE
    might: Words = NONE
    surmised: frozenset[tuple[str, ...]] = frozenset()
    planned_participles: Words = NONE
    pending: tuple[str, ...] = ("\n",)
    by_then: Words = NONE
    now: Words = NONE
    as_planned: Words = NONE
    going: Words = NONE
    infinitives: tuple[str, ...] = ()
    futures: tuple[str, ...] = ()
    futures_of_ours: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    no_participles: Words = NONE
    adjectives: tuple[str, ...] = ("\n",)
    behind_have: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    inserted: Words = NONE
    is_now: Words = NONE
    that_is: Words = NONE
    must: Words = NONE
    must_now: Words = NONE
    must_of_it: Words = NONE
    impersonal: Words = NONE
    must_think: Words = NONE
    speaking: Words = NONE
    announcing: tuple[str, ...] = ()
    holding: tuple[str, ...] = ("\n",)
    foreseeing: tuple[str, ...] = ("\n",)
    expecting: tuple[str, ...] = ("\n",)
    trending: tuple[str, ...] = ("\n",)
    yielding: tuple[str, ...] = ("\n",)
    ahead: Words = NONE
    states: Words = NONE
    subjects: Words = NONE
    subjects_only: Words = NONE
    standing_subjects: Words = NONE
    before_subjects: Words = NONE
    hanging: Words = NONE
    coordinating: Words = NONE
    ifs: Words = NONE
    supposing: Words = NONE
    messages: Words = NONE
    measures: Words = NONE
    mishaps: Words = NONE
    will_be: Words = NONE
    imperfects: tuple[str, ...] = ("\n",)
    lasting: Words = NONE
    maxims: frozenset[tuple[str, ...]] = frozenset()
    stances: Words = NONE
    spanning: Words = NONE
    was: Words = NONE
    close_to: Words = NONE
    courses: Words = NONE
    light: Words = NONE
    faring: Words = NONE
    fares: Words = NONE
    reflexive_states: Words = NONE
    reflexive_stances: Words = NONE
    to_us: Words = NONE
    within: Words = NONE
    lying: frozenset[tuple[str, ...]] = frozenset()
    before_held: Words = NONE
    held: Words = NONE
    had_so: Words = NONE
    turning_out: Words = NONE
    conditional: frozenset[tuple[str, ...]] = frozenset()
    seasons: Words = NONE
    vague: Words = NONE
    objects: Words = NONE
    may: Words = NONE
    dealing: Words = NONE
    dealt: Words = NONE
    retelling: Words = NONE
    apart_from: Words = NONE
    works: Words = NONE
    there: Words = NONE
    untruths: Words = NONE
    amounts: Words = NONE
    unseen: Words = NONE
    have: Words = NONE
    be: Words = NONE
    infinite: Words = NONE
    no_more: Words = NONE
    pricing: tuple[str, ...] = ("\n",)
    by: Words = NONE
    of: Words = NONE
    against: Words = NONE
    near: Words = NONE
    away: Words = NONE
    beside: Words = NONE
    hailing: Words = NONE
    occurring: Words = NONE
    reaching: Words = NONE
    trying: tuple[str, ...] = ("\n",)
    it_is: frozenset[tuple[str, ...]] = frozenset()
    bound: Words = NONE
    according: frozenset[tuple[str, ...]] = frozenset()
    tried: tuple[str, ...] = ("\n",)
    set_up: Words = NONE
    whenever: Words = NONE
    like: Words = NONE
    singled: frozenset[tuple[str, ...]] = frozenset()
    over: Words = NONE
    months: Words = NONE
    leaving_out: frozenset[tuple[str, ...]] = frozenset()
    such: Words = NONE
    bringing: Words = NONE
    heard: Words = NONE
    aims: Words = NONE
    leaving: Words = NONE
    elsewhere: Words = NONE
    not_elsewhere: Words = NONE
    other: Words = NONE
    rest: Words = NONE
    scheduled: Words = NONE
    ahead_of: Words = NONE
    nationwide: frozenset[tuple[str, ...]] = frozenset()
    summing: frozenset[tuple[str, ...]] = frozenset()
    dated_things: frozenset[str] = frozenset()
    onset: frozenset[tuple[str, ...]] = frozenset()
    this_country: frozenset[tuple[str, ...]] = frozenset()
    areas: Words = NONE
    gatherings: Words = NONE
    of_town: tuple[str, ...] = ("\n",)
    fronting: Words = NONE
    subordinating: Words = NONE
    towards: Words = NONE
    fired: tuple[str, ...] = ("\n",)
    tallied: tuple[str, ...] = ("\n",)
    founded: Words = NONE
    settled: Words = NONE
    issued: frozenset[tuple[str, ...]] = frozenset()
    returning: Words = NONE
    recalling: Words = NONE
    kin: Words = NONE
    years_after: Words = NONE
    opening_now: Words = NONE
    trips: Words = NONE
    wards: Words = NONE
    were_there: frozenset[tuple[str, ...]] = frozenset()
    aboard: Words = NONE
    standing_there: Words = NONE
    damages: Words = NONE
    taking_part: Words = NONE
    worsening: tuple[str, ...] = ("\n",)
    set_against: Words = NONE
    alike: Words = NONE
    had_been: Words = NONE
    of_tolls: Words = NONE
    presenting: frozenset[tuple[str, ...]] = frozenset()
    next_after: Words = NONE
    terms: Words = NONE
    befalling: Words = NONE
    instead: Words = NONE
    with_: Words = NONE
    for_: Words = NONE
    ruled_out: Words = NONE
    urged: Words = NONE
    intends: Words = NONE
    beyond: tuple[str, ...] = ("\n",)
    if_: frozenset[tuple[str, ...]] = frozenset()
    own_wishes: Words = NONE
    own_demands: Words = NONE
    own_denials: Words = NONE
    wronging: Words = NONE
    flying: Words = NONE
    guilty: Words = NONE
    answerable: Words = NONE
    foes: Words = NONE
    orders: tuple[str, ...] = ()
    no_orders: Words = NONE
    before_orders: Words = NONE
    clitics: Words = NONE
    promising: tuple[str, ...] = ("\n",)
    strikes: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    by_force: Words = NONE
    to_come: Words = NONE
    coming: Words = NONE
    soon: Words = NONE
    soon_behind: Words = NONE
    gone_by: Words = NONE
    mocking: tuple[str, ...] = ("\n",)
    rating: tuple[str, ...] = ("\n",)
    speaking_of: tuple[str, ...] = ("\n",)
    verdicts: frozenset[tuple[str, ...]] = frozenset()
    musing: Words = NONE
    to_do: Words = NONE
    short: tuple[str, ...] = ("\n",)
    stayed: Words = NONE
    gone: Words = NONE
    compared: Words = NONE
    superlative: Words = NONE
    killed: Words = NONE
    unequalled: Words = NONE
    more: Words = NONE
    had: Words = NONE
    earlier: Words = NONE
    articles: Words = NONE
    whole: Words = NONE
    limits: Words = NONE
    since: Words = NONE
    kept: Words = NONE
    travels: Words = NONE
    travelling: tuple[str, ...] = ("\n",)
    linking: tuple[str, ...] = ("\n",)
    heading: Words = NONE
    whereat: Words = NONE
    realms: Words = NONE
    somebodys: Words = NONE
    called_beside: frozenset[tuple[str, ...]] = frozenset()
    sides: Words = NONE
    there_is_before: Words = NONE
    caring: tuple[str, ...] = ("\n",)
    sizes: Words = NONE
    lengths: Words = NONE
    fitting: Words = NONE
    peopled: Words = NONE
    owning: Words = NONE
    parents: Words = NONE
    put: Words = NONE
    above: Words = NONE
    onward: Words = NONE
    heights: Words = NONE
    dimensions: Words = NONE

    unjudging: Words = NONE
    """What behind such a verb is no judgement."""
    being: Words = NONE
    """The verbs that say what something is."""
    demanded: Words = NONE
    """The words that may make a demand of what is said."""
    of_elsewhere: Words = NONE
    """Those that may say that something is of another place."""
    menacing: Words = NONE
    """Those with which the menaces begin."""
    openers: Words = NONE
    """All words that may begin a clause: made of the lists above, as are the next three."""
    auxiliaries: Words = NONE
    """The forms of "avoir" and "être"."""
    auxiliary: Words = NONE
    """Their finite forms, and what may stand between them and a participle."""
    finite: Words = NONE
    """Their finite forms."""


@cache
def grammar(language: str) -> Grammar:
    """The grammar of `language`, empty where there is none.

    >>> "dont" in grammar("fr").relatives, grammar("und").relatives
    (True, frozenset())
    """
    if not has(language, "clauses"):
        return Grammar()
    table = lang.table(language, "clauses", Grammar)
    openers = table.relatives | table.conjunctions | table.joined | table.thats | table.needs_that
    have_be = table.have | table.be
    made: Grammar = replace(
        table,
        ready=table.ready | table.minded,
        unjudging=table.near | table.of | table.conditions | table.nobody | table.gone,
        being=table.be | table.is_now,
        of_elsewhere=table.elsewhere | table.areas | table.other | table.rest,
        demanded=table.duty | table.our_duty | table.pressing | table.needs | table.demanding,
        menacing=frozenset(words[0] for words in table.menaces),
        openers=openers,
        auxiliaries=have_be,
        auxiliary=(have_be | table.inserted) - table.infinite,
        finite=have_be - table.infinite,
    )
    return made
