"""From words to voices: which actor a source is."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import regex

from recoupe import lang
from recoupe.claims.attribution import channels, hearers, nominal, papers, sides, speakers
from recoupe.claims.attribution.agreement import Agreement
from recoupe.claims.attribution.lexicon import forename, lexicon
from recoupe.claims.attribution.numerals import NUMERAL
from recoupe.claims.attribution.page import Extent, Page
from recoupe.claims.attribution.unlisted import ARTICLE, another, named
from recoupe.model import Actor, ActorKind, Mention, identify
from recoupe.ontology import UnitKind, unit_kind
from recoupe.text.folding import fold

HIS_WORDS = regex.compile(
    r"(?:ses|leurs?|son) (?:propres? )?(?:dires|propos|déclarations|mots|calculs|chiffres?|estimations?|décomptes?|"
    r"comptages?|données|explications?|affirmations?)",
    regex.IGNORECASE,
)
"""What somebody said, as it stands behind "selon": he is whoever spoke last."""
NOBODY = frozenset(["on", "r", "réponse", "rép", "rep"])
LATTER = regex.compile(r"(?:ce(?:tte|s)? derni(?:er|ère)s?|cel(?:ui|le|les)-ci|ceux-ci)(?!\p{L})", regex.IGNORECASE)
ANOTHER = regex.compile(r"(?:une? |d')autres? ", regex.IGNORECASE)
ONE_SOURCE = regex.compile(r"(?:une|la|cette) source(?!\p{L})", regex.IGNORECASE)
ONE = regex.compile(r"(?:une?|l[ea]|cet?(?:te)?) |l'", regex.IGNORECASE)
"""How somebody begins who is one."""
NUMBERED = regex.compile(rf"{NUMERAL}|[2-9](?!\p{{N}})|[1-9]\p{{N}}++", regex.IGNORECASE)
"""How the name of several begins who are counted."""
SEVERAL_OR_ONE = regex.compile(rf"(?:une? |l[ea]s? |l'|plusieurs |{NUMERAL}|\p{{N}})", regex.IGNORECASE)
BOTH = regex.compile(
    r"(?P<one>(?:l'|le |la |les |\p{Lu})[^,;:.«»\n]{1,80}?) (?:et|ainsi que) (?P<other>(?:l'|le |la |les |"
    r"\p{Lu})[^,;:.«»\n]{1,80})$",
    regex.IGNORECASE,
)
COMPLEMENT = regex.compile(
    r"(?<=\p{L} )(?:(?:par|pour|chez|contre|avec|sur|dans|devant|auprès de|de|à) (?:la |le |les |une? )?|d'|l'|(?:de|à|par|pour|chez|"
    r"contre) l'|aux? |du |des )$"
)
"""What makes a mention the complement of somebody else: "un expert mandaté par la télévision"."""
SAME = regex.compile(r"(?:(?:la|cette|les|ces|de) mêmes? sources?|même source|cette source|ces sources)(?!\p{L})", regex.IGNORECASE)
ITSELF = regex.compile(r"(?:l[ea]|ce|cette) même (?!source)(?P<noun>\p{Ll}[\p{L}-]++)(?= d|$)", regex.IGNORECASE)
"""Whoever spoke last: "le même responsable"."""
OF = regex.compile(r"(?P<name>\p{Lu}[\p{L}-]++(?: \p{Lu}[\p{L}-]++){1,2}+) (?:du |de la |de l'|des |chez |à l'|au )(?=\p{L})")
"""A name, before what somebody is of."""
GENERIC = regex.compile(r"(?P<article>l[ea] |l'|cet?(?:te)? )(?:(?:haut|haute|jeune|même) )?(?P<noun>\p{L}++)", regex.IGNORECASE)
"""A noun alone: some tell nothing new of whoever spoke last."""
SUBJECT = regex.compile(r"(?P<article>l[ea]s? |une? |cet(?:te)? |ce |s[ao]n? |l'|[dcs]es )(?P<noun>\p{L}[\p{L}-]++)", regex.IGNORECASE)
"""The head of a sentence that begins with its subject."""
LED = regex.compile(r"(?:Si|(?:Bien|Alors|Tandis|Après|Lors|Puis|Quoi) ?qu(?:e|(?='))|Quand|Même si|Comme)(?: |')")
"""What makes the clause that opens a sentence part of the next: its subject goes on there."""
ACCORDING = regex.compile(r"[^ ] ?[,;:] (?:mais |car )?(?:selon|d'après) $")
"""Before a pronoun, inside a sentence, that stands for somebody told of in it: "La direction conteste : selon elle, ..."."""
INSIDE = regex.compile(r"[\p{L}\p{N}%] (?:selon|d'après) $")
"""Before a pronoun, in the middle of a clause: "En mai, la CGT avait réuni 900 personnes [selon] elle"."""
BEHIND_COMMA = regex.compile(r", (?:l[ea]s? |l'|ce(?:s|tte)? )?$")
RELATIVE = ("qu'", "qu’", "que ", "dont ")
PERSONAL = frozenset([
    "il", "elle", "ils", "elles", "eux", "lui", "celui-ci", "celle-ci", "ceux-ci", "qui", "on",
    "lequel", "laquelle", "lesquels", "lesquelles",
])  # fmt: skip


@cache
def people(language: str) -> frozenset[str]:
    """The nouns of persons of a language, in the singular.

    >>> {"suspect", "passeur"} <= people("fr"), "panne" in people("fr")
    (True, False)
    """
    counted = lang.table(language, "units", dict[str, Any])["nouns"]
    named = (noun for unit, nouns in counted.items() if unit_kind(unit) is UnitKind.PERSON for noun in nouns)
    return frozenset((*named, *lang.table(language, "lemmas", dict[str, list[str]])["person"]))


APPOSED = regex.compile(r", (?:(?:l[ea] |l')(?:\p{Ll}[\p{L}-]*+ )?+)?$")
"""Before a name that says who somebody is: "le chef du service, le docteur [Anne Roy]"."""
NO_PERSON = frozenset((ActorKind.DOCUMENT, ActorKind.AGENCY))
"""For whom no pronoun stands that has not spoken: an agency is told things."""
BODIES = frozenset((ActorKind.ORGANISER, ActorKind.NGO, ActorKind.COMPANY, ActorKind.AGENCY, ActorKind.MEDIA, ActorKind.INTERNATIONAL_BODY))
"""What bears a name of its own that nobody's name behind a comma replaces."""
OFFICES = frozenset(
    (ActorKind.STATE_ORGAN, ActorKind.ARMED_FORCE, ActorKind.LOCAL_AUTHORITY, ActorKind.POLICE, ActorKind.EMERGENCY_SERVICE)
)
"""Who is known by an office: what else he is, behind a comma, tells of him ("le maire, membre du parti")."""


SOMEBODY = regex.compile(r"(?<![\p{L}-])(?P<article>du |au |l[ea] |une? |l')(?P<noun>\p{Ll}[\p{L}-]++)")
"""One who is told of: "faites par [le restaurateur]"."""


class Voices:
    """The speakers of a page, in the order in which they speak; pronouns look back on them."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._agreement = Agreement(page)
        self._spoken: list[tuple[int, Actor]] = []
        self._heard_of: list[tuple[int, Actor]] = []  # and those whose words another speaker tells

    def actor(self, source: Extent, *, inner: bool) -> Actor | None:
        """The actor of a source: its mention, a pronoun's antecedent, else one made of its words. He has spoken from now on, unless
        another speaker tells his words (`inner`): "Le maire a rappelé que le préfet avait promis ... », a-t-il dit" is the mayor."""
        found = self._actor(source)
        if found is not None:
            self._heard_of.append((source[0], found))
            self._spoken += [] if inner else [(source[0], found)]
        return found

    def _actor(self, source: Extent) -> Actor | None:
        words = self._page.text[slice(*source)]
        if (side := sides.side(self._page, source)) is not None:
            return self._named(side)
        if words.lower() in NOBODY:
            return None
        if SAME.match(words):
            return self._same(source[0]) or named(words, document=False)
        if itself := ITSELF.match(words):
            return self._itself(source[0], itself["noun"]) or named(words.replace(" même ", " ", 1), document=False)
        if HIS_WORDS.fullmatch(words):
            return self._teller(source[0]) or self._last_spoken(source[0])
        if words.lower() in PERSONAL or LATTER.match(words):
            return self._antecedent(source[0], words)
        if (alone := GENERIC.fullmatch(words)) and (last := self._last_person(source[0], alone)):
            return last
        return self._joint(source) or self._named(source)

    def _last_person(self, at: int, alone: "regex.Match[str]") -> Actor | None:
        """Who spoke last before `at`, if that is one by name whom a noun alone can take up: "le responsable"."""
        if alone["noun"].lower() not in lexicon(self._page.language).words.generic:
            return None
        article, known = alone["article"].lower(), self._page.mention_from(at)
        last = None if known is not None and known.actor.kind is ActorKind.PERSON else self._last_spoken(at)
        if last is None or " " not in last.name or nominal.NAME.fullmatch(last.name) is None:
            return None
        before = self._page.sentence_at(self._own(at)[0] - 1)
        heads = self._page.mentions_in(before[0], before[1])[:1]
        if any(m.span.start <= before[0] + HEAD and m.actor.id != last.id for m in heads):
            return None  # "... dit Jean Roy. Le directeur dit le contraire. Selon le responsable, ..."
        pronouns = ("elle",) if article in ("la ", "cette ") else ("il", "elle") if article == "l'" else ("il",)
        return last if any(self._agreement.fits(pronoun, last) for pronoun in pronouns) else None

    def _itself(self, at: int, noun: str) -> Actor | None:
        """Who spoke last before `at` of those called so, else who was named so; of a person else who spoke last, rather than a body."""
        spoken = [actor for start, actor in reversed(self._heard_of) if at - FAR < start < at]
        named_so = (m.actor for m in self._page.mentions_before(at) if at - FAR < m.span.start)
        called = next((actor for actor in (*spoken, *named_so) if noun in actor.name.split()), None)
        words = lexicon(self._page.language).words
        if called is not None or (noun in words.counters and noun not in words.generic):
            return called
        return next((actor for actor in spoken if actor.kind not in BODIES), None) or next(iter(spoken), None)

    def _teller(self, at: int) -> Actor | None:
        """With whom the sentence begins that tells by his own words: "[La CGT] a réuni 900 personnes, selon ses calculs"."""
        low = self._page.sentence_at(at)[0]
        heads = self._page.mentions_in(low, at)[:1]
        return next((m.actor for m in heads if m.span.start <= low + HEAD and m.actor.kind not in NO_PERSON), None)

    def _last_spoken(self, at: int) -> Actor | None:
        """Who spoke last before `at`, not too far back."""
        return next((actor for start, actor in reversed(self._spoken) if at - FAR < start < at), None)

    def _named(self, source: Extent) -> Actor | None:
        """One who is named by himself: his mention, the author of his paper, else his own words."""
        page, words = self._page, self._page.text[slice(*source)]
        if " par " in words and (at := papers.seen(page, source)):
            return self._named((source[0], at[0]))
        if (apposed := self._apposed(source)) is not None:
            return apposed.actor
        mention = page.mention(*source)
        by = papers.author(page, source) if mention is None or mention.actor.kind is ActorKind.DOCUMENT else None
        if by is not None:
            return self._named(by) if page.mention_from(by[0]) else named(page.text[slice(*by)], document=False)
        if mention is not None and mention.span.start < source[0] and mention.actor.kind in hearers.OUTLETS and self._person(source):
            return named(words, document=False)  # "a dit à la télévision Anna Roy"
        if (
            mention is not None and mention.span.start + HEAD < source[0]
        ):  # "Radio Sud, la maire Anne Roy": the longest in the source itself
            own = page.mention_from(source[0]) or page.mention_before(source[1])
            inside = words.startswith("des ") or mention.actor.kind is ActorKind.DOCUMENT  # "le bilan du [ministère]"
            mention = own if own and own.span.start >= source[0] else None if inside else mention
        before = page.text[source[0] : mention.span.start] if mention is not None else ""
        comma = before.find(", ") if mention is not None and page.text[mention.span.start].islower() else 0
        if comma > 0 and (head := self._headed((source[0], source[0] + comma))) is not None:
            return head  # "la police, placée sous l'autorité du préfet"
        if mention is not None and _names(before) and not self._possessed(before):
            return another(words, mention.actor) if ANOTHER.match(words) or self._single(words, mention.actor) else mention.actor
        if (of := OF.match(words)) and self._person(source):
            return named(of["name"], document=False)  # "Anne Roy de l'Institut des glaciers"
        return named(words, document=channels.document(page, source) is not None)

    def _person(self, source: Extent) -> bool:
        """Whether a source begins with a first name."""
        return lexicon(self._page.language).names.is_first(forename(self._page.text[slice(*source)]))

    def _apposed(self, source: Extent) -> Mention | None:
        """The name of a person behind the last comma of a source: "le ministre des Routes et de l'Eau de Gap, [Jean Roy]"."""
        page = self._page
        name = page.mention_before(source[1])
        if name is None or name.span.end != source[1] or not APPOSED.search(page.text, source[0], name.span.start):
            return None
        words = page.text[name.span.start : name.span.end]
        own = name.actor.name if words.endswith(name.actor.name) else words  # "le professeur Jean Roy"
        return name if " " in own and nominal.NAME.fullmatch(own) and name.actor.kind not in BODIES else None

    def _headed(self, head: Extent) -> Actor | None:
        """The body before what it is said to be: of "la CGT, premier syndicat du port" the CGT; of "le chef, Jean Roy" nobody."""
        page, words = self._page, self._page.text[slice(*head)]
        known = page.mention_from(head[0])
        if known is not None and known.span.end >= head[1]:
            return known.actor if known.actor.kind in BODIES | OFFICES else None
        bare = ARTICLE.sub("", words)
        proper = bare != words and nominal.NAME.fullmatch(bare) is not None
        return named(words, document=False) if proper else None

    def _single(self, words: str, actor: Actor) -> bool:
        """Whether one source without a name speaks, where several may have before: "une source policière", and "la source policière" of one
        that has."""
        if NUMBERED.match(actor.name) and not NUMBERED.match(words):  # "un habitant" of "deux habitants", "les pompiers" who are not hurt
            return ONE.match(words) is not None or all(spoken.id != actor.id for _, spoken in self._spoken)
        if actor.kind is not ActorKind.UNNAMED or not ONE_SOURCE.match(words):
            return False
        own = another(words, actor).id
        return words.lower().startswith("une ") or any(spoken.id == own for _, spoken in self._spoken)

    def _possessed(self, before: str) -> bool:
        """Whether a mention behind `before` only says whose somebody else is; what stands in a count or a paper is its author's word."""
        papers = lexicon(self._page.language).words.papers
        return COMPLEMENT.search(before) is not None and papers.isdisjoint(before.lower().replace("'", " ").replace(",", " ").split())

    def _joint(self, source: Extent) -> Actor | None:
        """Two who say one thing together, "le maire et le préfet": one voice of both, not the word of one of them."""
        page = self._page
        words = page.lower[slice(*source)]
        joint = BOTH.match(page.text, *source) if " et " in words or " ainsi que " in words else None
        if joint is None:
            return None
        one, other = page.mention(*joint.span("one")), page.mention(*joint.span("other"))
        if one is None or other is None:
            if not (self._counted(joint.span("one")) and self._counted(joint.span("other"))):
                return None
        elif one.actor.id == other.actor.id or one.span.end > joint.end("one") < other.span.start:
            return None
        bare = ARTICLE.sub("", joint.group())
        kind = one.actor.kind if one and one.actor.kind is not ActorKind.COMPANY else ActorKind.OTHER
        return Actor(id=identify("actor", fold(bare)), name=bare, kind=kind)

    def _counted(self, part: Extent) -> bool:
        """Whether one of two who speak together begins with an article or a number: "trois infirmières", not "des infirmières"."""
        words = self._page.text[slice(*part)]
        return SEVERAL_OR_ONE.match(words) is not None and speakers.speaks(self._page, part, lexicon(self._page.language))

    def _same(self, at: int) -> Actor | None:
        """ "cette même source": the last source without a name, else the last speaker."""
        before = [actor for start, actor in self._spoken[-NEAR:] if start < at]
        unnamed = [actor for actor in before if actor.kind is ActorKind.UNNAMED or actor.name.startswith("source")]
        return next(reversed(unnamed or before), None)

    def _antecedent(self, at: int, pronoun: str) -> Actor | None:
        """Whom a pronoun at `at` stands for: the last speaker that agrees with it, else the last such actor named before it; of "ce
        dernier" and "celui-ci" the last named first. None where nobody fits."""
        page, fits = self._page, self._agreement.fits
        mentions = (m for m in page.mentions_before(at) if m.actor.kind not in NO_PERSON and at - m.span.end < CLOSE)
        near = [m for m in mentions if page.quote_at(m.span.start) is None and fits(pronoun, m.actor) and not self._located(m)]
        if LATTER.match(pronoun):
            return self._latter(at, pronoun, near[0] if near else None)
        if subject := self._opener(at, near, pronoun) or self._subject(at, near, pronoun):
            return subject
        if self._tells_of_other(at, pronoun):
            return None
        spoken = sorted((e for e in self._spoken[-NEAR:] if at - FAR < e[0] < at and fits(pronoun, e[1])), key=lambda e: e[0])
        if spoken:
            told = [
                e for e in spoken if spoken[-1][0] - e[0] < CLOSE and e[1].kind not in hearers.OUTLETS
            ]  # "a dit le maire, rapporte l'agence"
            return (told or spoken)[-1][1]
        return near[0].actor if near else None

    def _located(self, mention: Mention) -> bool:
        """Whether what could be a state only says where something is: "dans le sud de [la France]"."""
        page, start = self._page, mention.span.start
        return mention.span.end in page.places and COMPLEMENT.search(page.text, max(0, start - 16), start) is not None

    def _latter(self, at: int, pronoun: str, near: Mention | None) -> Actor | None:
        """Whom "ce dernier" takes up: the last actor, unless somebody whom no list knows is told of behind it in the sentence before."""
        page = self._page
        own = page.sentence_at(at)
        low, high = page.sentence_at(own[0] - 1) if at - own[0] < NEAR else (own[0], at)
        low = max(low, near.span.end if near is not None else 0)
        told = [
            hit
            for hit in SOMEBODY.finditer(page.text, low, high)
            if self._agreement.agrees(pronoun, hit["article"]) and not people(page.language).isdisjoint(_singulars(hit["noun"]))
        ]
        if not told:
            return near.actor if near is not None else None
        return named(told[-1]["noun"], document=False)

    def _opener(self, at: int, near: list[Mention], pronoun: str) -> Actor | None:
        """With whom a pronoun's own sentence begins, in a clause that ends before it: "Si [le maire] se tait, il ...", "[Le maire] nie :
        trente hommes, a-t-il dit, ..."; "l'association" may be one that spoke."""
        page, low = self._page, self._page.sentence_at(at)[0]
        led = LED.match(page.text, low, at) if page.text[at - 1] != "-" else None
        head = led.end() if led else low
        mark = page.text.find(", " if led else " :", head, at)
        if mark < 0 or page.quote_at(head) is not None or page.quote_at(at) is not None:
            return None
        first = next((m.actor for m in near if head <= m.span.start <= head + HEAD and m.span.end <= mark), None)
        subject = SUBJECT.match(page.text, head, mark)
        if first is not None or subject is None or not (led or subject["article"].lower() in ("un ", "une ", "des ")):
            return None if first is None or (first.kind in BODIES and first.name.islower()) else first
        noun, words = subject["noun"].lower(), lexicon(page.language).words
        person = self._agreement.agrees(pronoun, subject["article"]) and words.somebody(noun) and noun not in words.papers
        return named(subject.group(), document=False) if person else None

    def _subject(self, at: int, near: list[Mention], pronoun: str) -> Actor | None:
        """Of those who fit, the one with whom the clause or the sentence before the pronoun's begins."""
        page = self._page
        own = self._own(at)
        here = page.text.startswith("; ", at - 2) or ACCORDING.search(page.lower, own[0], at) is not None
        before = own if here else page.sentence_at(own[0] - 1)
        if latter := LATTER.match(page.text, before[0], at):  # "Ce dernier a freiné. « ... », a-t-il dit"
            return self._antecedent(before[0], latter.group()) if self._agreement.alike(latter.group(), pronoun) else None
        if INSIDE.search(page.lower, own[0], at) and (inner := next((m for m in near if self._set_off(m, own[0])), None)):
            return inner.actor
        named_first = next((m for m in reversed(near) if before[0] <= m.span.start <= before[0] + HEAD), None)
        if named_first is None:
            return self._heard(before, pronoun)
        inverted = page.text[at - 1] == "-"
        if inverted or self._befallen(named_first):
            return self._speaker(before, named_first.actor, pronoun) or named_first.actor
        return named_first.actor

    def _set_off(self, mention: Mention, low: int) -> bool:
        """Whether somebody is named right behind a comma of the sentence that begins at `low`: "En mai, [la CGT] a réuni ..."."""
        return BEHIND_COMMA.search(self._page.lower, low, mention.span.start) is not None

    def _own(self, at: int) -> Extent:
        """The sentence of a pronoun, or the quotation of several that it closes: "« Il pleut. Il vente », a-t-il dit"."""
        page, low = self._page, self._page.sentence_at(at)
        mark = page.text.rfind(",", low[0], at)
        quote = page.quote_at(mark - 2) if mark > 0 and page.text[at - 1] == "-" else None
        return low if quote is None or quote[1] > at else quote

    def _befallen(self, mention: Mention) -> bool:
        """Whether somebody is named only by what befell him: "un blessé"."""
        words = self._page.lower[mention.span.start : mention.span.end].replace("'", " ").split(" ")
        return not lexicon(self._page.language).words.befallen.isdisjoint(words)

    def _speaker(self, sentence: Extent, told: Actor, pronoun: str) -> Actor | None:
        """Who spoke last in a sentence that begins with somebody `told` of: "Le chef a fui, selon le préfet. « ... », a-t-il ajouté"."""
        spoken = [actor for start, actor in self._spoken[-NEAR:] if sentence[0] <= start < sentence[1]]
        if told in spoken:
            return None
        return next((actor for actor in reversed(spoken) if self._agreement.fits(pronoun, actor)), None)

    def _tells_of_other(self, at: int, pronoun: str) -> bool:
        """Whether the sentence before a pronoun's begins with somebody else whom no list knows and in which nobody speaks ("Le passeur a
        été pris. Il demandait ..."), or with whoever speaks in a relative clause of it ("Le comité charge la police, qu'il accuse")."""
        page, relative = self._page, self._page.lower.endswith(RELATIVE, 0, at)
        own = page.sentence_at(at)
        low, high = own if relative else page.sentence_at(own[0] - 1)
        head = SUBJECT.match(page.text, low, high)
        if head is None or head.end() >= at or any(low <= start < at for start, _ in self._spoken):
            return False
        if not self._agreement.agrees(pronoun, head["article"]):
            return False
        return relative or not people(page.language).isdisjoint(_singulars(head["noun"].lower()))

    def _heard(self, sentence: Extent, pronoun: str) -> Actor | None:
        """Somebody without a name who was asked: "Un rescapé, interrogé par la radio, ..."."""
        text = self._page.text
        comma = text.find(", ", *sentence)
        if comma < 0 or comma - sentence[0] > nominal.SHORT or not ARTICLE.match(text[slice(*sentence)]):
            return None
        asked = nominal.REACHED.match(text, comma + 2) is not None and self._page.mention(sentence[0], comma) is None
        actor = named(text[sentence[0] : comma], document=False) if asked else None
        return actor if actor is not None and self._agreement.fits(pronoun, actor) else None


def _singulars(noun: str) -> Iterator[str]:
    """What a noun of persons may be in lists: "prévenues", "prévenue", "prévenu"."""
    yield from (noun, single := noun.removesuffix("s"), single.removesuffix("e"))


HEAD = 4
"""Characters of an article at the head of a sentence."""
NEAR, FAR, CLOSE = 20, 1500, 400
"""Speakers that a pronoun looks back on, the characters that it looks back, and those to an actor who has not spoken."""


def _names(before: str) -> bool:
    """Whether a mention is what its source names, after `before`: not "Canada" of "Environnement Canada"."""
    return not any(word[:1].isupper() and speakers.is_name(word) for word in before.split())
