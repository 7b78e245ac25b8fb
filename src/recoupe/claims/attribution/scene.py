"""A cue in its sentence: what stands around it, and the relation that a frame makes of it."""

from collections.abc import Callable, Iterator
from functools import cached_property

import regex
from msgspec.structs import replace

from recoupe.claims.attribution import extent, finite, nominal, sides, speakers, subjects
from recoupe.claims.attribution.adjuncts import adjuncts
from recoupe.claims.attribution.alternatives import LEQUEL, RELATIVES
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.groups import Cue, Shape
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.numerals import COUNT, NUMERAL
from recoupe.claims.attribution.page import Extent, Page
from recoupe.model import Modality

BEFALLEN = regex.compile(
    rf"l(?:a |e |es |')(?:mort|décès|disparition|perte|assassinat|exécution|enlèvement|arrestation|destruction|suppression|licenciement)"
    rf" (?:soudaine |brutale |tragique |violente )?d(?:e |'|es )(?:une? (?=\p{{L}})|(?:[«“\"] ?)?{COUNT})|(?:[«“\"] ?)?{COUNT}|aucune? |ni "
)
"""What somebody deplores or hails that is so: "[12 blessés]", "[la mort de 12 civils]"; not "la lenteur des secours"."""
QUI = regex.compile(rf", (?:qui|{LEQUEL}) $")
WITHIN = regex.compile(rf", (?:(?:\p{{L}}{{1,6}} )?(?:{LEQUEL}) |qui |dont |où |que |qu')[^,;:.!?«»()\n]{{2,70}} $")
"""A relative clause with its subject, before the verb: "le suspect, dont l'avocat [affirme]"."""
SUBORDINATE = regex.compile(
    r"[«“\" ]{0,2}(?:[Ss]i|[Qq]uand|[Ll]orsque?|[Aa]lors que?|[Bb]ien que?|[Tt]andis que?|[Pp]uisque?)(?: |')[^,;:]{2,80}$"
)
"""A clause that the main one follows behind a comma."""
PARTY = regex.compile(r" \(\p{Lu}[\p{L}/-]{1,14}+\)")
"""What a speaker is of, in brackets: "Jeanne Roux (Modem)"."""
INCISE = regex.compile(r"(?:[,»”\"!?…–—][ \n]?+)$")
RELATIVE = regex.compile(rf"(?:{RELATIVES}) ?")
PREDICATE = regex.compile(r"(?:n'|ne )?(?:a|ont|est|sont|avait|avaient|était|étaient|aurait|auraient|serait|seraient|sera|seront) ")
"""How no name of a speaker begins, but what is said of a subject that an aside parts from its verb."""

PASSIVE = regex.compile(
    r" (?:a|ont|est|sont|était|étaient|sera|seront|serait|seraient|avait|avaient) "
    r"(?:\p{L}{2,16} ){0,2}?\p{L}++(?<=[éiut]|[éiut]e?s)(?!\p{L})"
)
"""A verb with its auxiliary, which no noun phrase has."""
RELATED = regex.compile(r"(?<!\p{L})(?:qui|dont|où|que|qu'|lequel|laquelle|lesquels|lesquelles)(?!\p{L})")
"""What opens a clause within one."""
OTHER_TENSE = regex.compile(r"(?:r(?:a|ont)|ai(?:t|ent))$")
"""How verbs of the future, the conditional and the imperfect end."""
SUBJUNCTIVE = frozenset(("soit", "soient", "ait", "aient", "puisse", "puissent", "fasse", "fassent"))
"""Verbs of a clause that is denied: "dément qu'un agent soit impliqué[ et parle d'une erreur]"."""
GOVERNING = ("infinitive", "noun_phrase", "behind", "feeling", "label", "charge", "revised")
"""Rules whose content has no finite verb."""
PAPER = regex.compile(
    r"(?P<source>(?:une? |l[ea]s? |l'|des |son |sa |ses |leurs? |ce |cette |ces )(?:\p{L}+ ){0,2}?"
    r"(?:(?P<rumour>rumeurs?|bruits?|infox|ragots?|intox)|vidéos?|messages?|communiqués?|notes?|tracts?|lettres?|courriers?|documents?|"
    r"rapports?|amendements?|motions?|résolutions?|pétitions?|requêtes?|pancartes?"
    r"|affiches?|posts?|tweets?|bulletins?|informations?|publications?|dépêches?|articles?|banderoles?|SMS|courriels?)"
    r"(?: (?!en )\p{L}[\p{L}'-]*+){0,6}?) $",
    regex.IGNORECASE,
)
"""A rumour or a paper before the participle by which it says something."""
DOER = regex.compile(
    r"(?:(?<= )(?:d')?(?P<who>une? (?!autre|seule?)\p{L}[\p{L}'-]*+(?: [\p{L}'-]{2,20}+){0,4}?)"
    r"|(?<=, | et )(?P<who>\p{Lu}[\p{L}-]++(?: \p{Lu}[\p{L}-]++){0,2}|(?:l[ea]s? |l'|son |sa |ses |leurs? |[dc]es |plusieurs |chacun des )"
    r"\p{L}[\p{L}'-]*+(?: [\p{L}'-]{1,20}+){0,6}?)) $"
)
"""Somebody not known yet, whom only what he says tells of, or who says it beside the main clause: ", [Moscou] affirmant"."""
SINGLE = regex.compile(
    r"(?:une? |la |le |l'|cet? |cette )(?!(?:plupart|moitié|dizaine|centaine|majorité|couple)(?!\p{L}))(?![^,]{0,80} et )", regex.IGNORECASE
)
"""The head of a subject that has no verb in the plural."""
SEVERAL = regex.compile(rf"(?:{NUMERAL}|[2-9](?![.,])|[1-9]\p{{N}}|les |des |ces |plusieurs )", regex.IGNORECASE)
"""The head of one that has none in the singular."""
DOING = 80
"""Characters before a participle in which he stands."""
RELATIVE_SUBJECT = 80
"""Characters from a relative to the verb of its subject."""
NOBODY = regex.compile(r"(?:zéro|aucune?|nulle?|ni|pas (?:une?|de|le moindre|la moindre)) ", regex.IGNORECASE)
"""The head of what says that there is none."""
GAUGES = frozenset(("revise",))
"""Verbs whose "à" is no hearer's."""
OWN_WORDS = frozenset(("colon", "incise", "on", "comme"))
"""Frames whose content is what the speaker said, were it in denial."""


class Scene:
    """A cue in its sentence. `after`: where the text goes on behind it, an inverted pronoun and a space left out.

    `before`: what was found last, if it ends the sentence before.
    """

    def __init__(self, page: Page, cue: Cue, sentence: Extent, lexicon: Lexicon, earlier: Found | None = None) -> None:
        self.page, self.cue, self.lexicon = page, cue, lexicon
        self._earlier = earlier if earlier and earlier.clause == sentence else None
        self.before = earlier if earlier and earlier.clause[1] <= sentence[0] <= earlier.clause[1] + 2 else None
        self.low, self.sentence = sentence[0], sentence
        self.high = self._limit(sentence[1])
        end = max(cue.end, cue.pronoun[1]) if cue.pronoun else cue.end
        self.after = end + page.text.startswith(" ", end)

    def _limit(self, high: int) -> int:
        """Where what the verb governs must end: of "X, qui dit que ..., a fermé" and "Si X dit que ..., Y" with the clause."""
        page, at = self.page, self.cue.outer
        relative = QUI.search(page.text, max(self.low, at - 12), at) or WITHIN.search(page.text, max(self.low, at - RELATIVE_SUBJECT), at)
        if relative and not nominal.PREPOSED.match(page.text, self.low):
            return next(finite.resumed(page, self.cue.end, high, self.lexicon), high)
        if not relative and not SUBORDINATE.match(page.text, self.low, at):
            return high
        comma = page.text.find(", ", self.cue.end, high)
        while comma > 0 and (quote := page.quote_at(comma)) is not None:
            comma = page.text.find(", ", quote[1], high)
        return comma if comma > 0 else high

    def has(self, frame: str) -> bool:
        """Whether the verb may head `frame`."""
        return frame in self.cue.verb.frames

    @property
    def follows(self) -> bool:
        """Whether somebody is said to speak before in the sentence."""
        earlier = self._earlier
        return earlier is not None and earlier.clause == self.sentence and earlier.cue[1] <= self.cue.outer

    @cached_property
    def beyond(self) -> int:
        """Where the text goes on after the times, channels and persons addressed that stand behind the cue."""
        return adjuncts(
            self.page, self.after, self.high, hearer=self.cue.verb.kind not in GAUGES and self.cue.verb.modality is not Modality.EVALUATION
        )

    @cached_property
    def left(self) -> Extent | None:
        """The noun phrase to the left that the verb agrees with."""
        if (same := self._same()) is not None:
            return same
        end = self.cue.outer if self.cue.shared is None else self.cue.shared
        found = subjects.subject(self.page, self.low, end, plural=self.cue.plural)
        if found is not None and (PREDICATE.match(self.page.text, found[0]) or self._told_already(found, end)):
            return None  # "Le port, en aval, a été fermé, annonce la ville"
        if self.page.text[max(self.low, end - 2) : end] == ", " and not (found and speakers.speaks(self.page, found, self.lexicon)):
            return self.opener or found  # "Le syndicat, qui juge l'offre « ... », réclame"
        return found

    def _told_already(self, found: Extent, end: int) -> bool:
        """Whether what stands before an aside has its verb: "Huit ont été enlevés à Jos, au nord de Bauchi, [a dit] le gouverneur"."""
        set_off = found[1] < end - 2 and self.page.text[end - 2 : end] == ", "
        return set_off and PASSIVE.search(self.page.text, *found) is not None and RELATED.search(self.page.text, *found) is None

    def _same(self) -> Extent | None:
        """Of "prétend détenir des fichiers et réclame" the subject of the verb before, if nothing between is another verb."""
        earlier, page, outer = self._earlier, self.page, self.cue.outer
        if earlier is None or earlier.source is None or not earlier.rule.endswith((*GOVERNING, "/que")) or earlier.cue[1] >= outer:
            return None
        joint = nominal.SHARED.search(page.text, max(earlier.cue[1], outer - 30), outer - 1)
        if joint is None or page.quote_at(joint.start()) is not None:
            return None
        between = earlier.cue[1], joint.start()
        return earlier.source if finite.verbless(page, between, self.lexicon) or self._outside(earlier) else None

    def _outside(self, earlier: Found) -> bool:
        """Whether the verb cannot go on with the "que" clause before it: of a thing there, or of another tense than there.

        "Elle soutient que le train roulait trop vite et accuse la compagnie", "Elle dément qu'un agent soit mort et parle d'un blessé"
        """
        page, told = self.page, earlier.content[-1][0] + len("que")  # or "qu'"
        verb = next(finite.verbs(page, (told, self.cue.outer), self.lexicon), None)
        if verb is None or not earlier.rule.endswith("/que"):
            return False
        if not speakers.speaks(page, extent.closed(page, (told, verb[0])), self.lexicon):
            return True
        first, there, own = (speakers.first_word(page.text, at) for at in (earlier.cue[0], verb[0], self.cue.start))
        if there in SUBJUNCTIVE:
            return own not in SUBJUNCTIVE
        return OTHER_TENSE.search(there) is not None and not OTHER_TENSE.search(first) and not OTHER_TENSE.search(own)

    @property
    def denied(self) -> bool:
        """Whether what somebody is told to say before in the sentence is a denial."""
        return self._earlier is not None and self._earlier.modality is Modality.DENIED

    def said(self, end: int) -> Extent | None:
        """What somebody is told to say, or to charge, up to `end`: of "Y accuse Z de P[, ce que dément X]" P."""
        content = self._earlier.content[-1] if self._earlier is not None else (0, 0)
        if content[1] > content[0] and content[0] < end and content[1] >= end - 1:
            return extent.closed(self.page, (content[0], end))
        return None

    @property
    def signed(self) -> Extent | None:
        """What somebody says by an incise before in the sentence: "« P », accuse Y[, ce que dément X]"."""
        earlier = self._earlier
        told = earlier is not None and earlier.rule.endswith("/incise") and earlier.content[-1][1] <= earlier.cue[0]
        return earlier.content[-1] if earlier is not None and told else None

    def subject(self) -> Extent | None:
        """The speaker to the left, None where it cannot be one."""
        found = self.left
        return found if found and speakers.speaks(self.page, found, self.lexicon) else None

    def named(self) -> Extent | None:
        """The speaker to the left, or whoever bears a name there."""
        if (same := self._same()) is not None:
            return same
        found = None if self.anyone else self.left
        return found if found and (speakers.speaks(self.page, found, self.lexicon) or self._may(found, thing=True)) else None

    @property
    def anyone(self) -> bool:
        """Whether the subject is "on", nobody in particular: not "au ministère, on", nor "on nous parle de"."""
        page, left = self.page, self.left
        if left is None or page.lower[slice(*left)] not in sides.ON or page.lower.startswith(("nous ", "m'", "me "), self.cue.outer):
            return False
        return sides.before(page, self.low, left[0]) is None

    def asked(self) -> bool:
        """Whether the sentence only asks if somebody said it: "Le maire a-t-il dit que ... ?"."""
        asks = self.cue.pronoun is not None and "?" in self.page.text[max(self.low, self.sentence[1] - 3) : self.sentence[1]]
        return asks and not self.set_off()

    def set_off(self) -> bool:
        """Whether a comma, a dash or the end of a quotation stands before the verb: not "Le maire a-t-il dit que ... ?"."""
        low, at = self.low, self.cue.outer
        return at - low < 3 or INCISE.search(self.page.text[max(low, at - 3) : at]) is not None

    @cached_property
    def opener(self) -> Extent | None:
        """The speaker with whom the sentence begins, where nothing before this verb is its verb: "Le syndicat, qui ..., réclame"."""
        page, (low, outer) = self.page, (self.low, self.cue.outer)
        comma = page.text.find(",", low, outer)
        if comma < 0 or comma >= outer - 2 or not nominal.NOMINAL.match(page.text, low) or page.quote_at(low) is not None:
            return None
        if page.text.startswith("où ", comma + 2) and nominal.PREPOSED.match(page.text, low, comma):
            return None  # "À Metz, où la préfecture a compté 2.000 marcheurs, « ... », se réjouit un élu"
        head, rest = (low, comma), (comma + 2, outer)
        if (SINGLE if self.cue.plural else SEVERAL).match(page.text, *head):
            return None  # "L'un d'eux, qui ..., a fui, ont dit les pompiers"; "Dix blessés, dont un enfant, indique le médecin"
        if NOBODY.match(page.text, *head):
            return None  # "Aucun mort, aucun blessé, assure le capitaine"
        if not speakers.speaks(page, head, self.lexicon) or not finite.verbless(page, head, self.lexicon):
            return None
        if SEVERAL.match(page.text, *head) and not any(map(self.lexicon.words.somebody, page.lower[slice(*head)].split())):
            return None  # "Douze voitures, dont un bus, ont indiqué les pompiers"
        if RELATIVE.match(page.text, *rest):  # "La mairie, qui a brûlé lundi, rouvrira mardi, a dit l'élu"
            return head if next(finite.resumed(page, comma + 1, outer - 2, self.lexicon), None) is None else None
        return head if finite.verbless(page, rest, self.lexicon) else None

    def speaker(self) -> Extent | None:
        """The speaker to the left, or whatever noun phrase stands before a verb of saying that takes a clause."""
        found = self.left
        if found is None or speakers.speaks(self.page, found, self.lexicon):
            return found
        verb = self.cue.verb
        thing = verb.modality is not Modality.REPORTED or verb.lemma in self.lexicon.words.things
        return found if self._may(found, thing=thing) else None

    def _may(self, found: Extent, *, thing: bool) -> bool:
        return speakers.may_speak(self.page, found, self.lexicon, thing=thing)

    def told(self, rule: str, content: Extent, by: Callable[[], Extent | None]) -> Iterator[Found]:
        """What is told, if `by` finds a source; what a gerund tells has that of the clause before."""
        if self.cue.shape is Shape.GERUND:
            yield self.carried(content)
        elif (source := by()) and not (self.anyone and source == self.left):
            yield self.found(rule, source, content)

    def carried(self, content: Extent) -> Found:
        """ ", ajoutant que ...": the source is that of the clause before; of "une rumeur prétendant que ..." what stands before it."""
        if paper := self.paper:
            source = paper.span("source")
            modality = Modality.HEARSAY if paper["rumour"] else Modality.REPORTED
            one = self.found("participle", source, (content[0], next(self._verbs(content), content[1])))
            return replace(one, modality=modality) if one.modality is Modality.REPORTED else one
        if (doer := self._doer()) is not None:
            return self.found("participle", doer, (content[0], next(self._verbs(content), content[1])))
        return self.found("gerund", subjects.opener(self.page, self.low, self.cue.outer), content, carried=True)

    @property
    def beside(self) -> bool:
        """Whether a participle has a subject of its own behind a comma: ", [le parquet] évoquant"."""
        doer = self._doer()
        return doer is not None and self.page.text.startswith(", ", doer[0] - 2)

    def _doer(self) -> Extent | None:
        """Who stands right before a participle that is his: "a arrêté [un homme] affirmant ..."; not "a fui, affirmant", "en disant"."""
        page, outer = self.page, self.cue.outer
        hit = DOER.search(page.text, max(self.low, outer - DOING), outer) if self.cue.shape is Shape.GERUND else None
        who = extent.closed(page, hit.span("who")) if hit else None
        told = self._earlier is not None and self._earlier.rule.endswith("/participle")
        if who and page.text.startswith(" et ", who[0] - 4) and not told:
            return None
        return who if who and speakers.speaks(page, who, self.lexicon) and finite.verbless(page, who, self.lexicon) else None

    @cached_property
    def paper(self) -> "regex.Match[str] | None":
        """The rumour or the paper right before a participle that says what stands in it."""
        page, outer = self.page, self.cue.outer
        if self.cue.shape is not Shape.GERUND or page.lower.startswith(("pour ", "avant "), outer):
            return None
        found = PAPER.search(page.text, max(self.low, outer - 60), outer)
        return found if found and finite.verbless(page, found.span("source"), self.lexicon) else None

    def _verbs(self, content: Extent) -> Iterator[int]:
        """Where the main verb begins whose subject a participle belongs to: "une rumeur prétendant que ... est mort | circule"."""
        verbs = list(finite.verbs(self.page, content, self.lexicon))
        said = 1 if self.page.lower.startswith(("que", "qu'"), content[0]) else 0
        yield from (at - 1 for at, plain in verbs[said:] if plain)

    def found(self, rule: str, source: Extent | None, *content: Extent, **more: bool) -> Found:
        """A relation of this cue."""
        cue, modality = self.cue, self.cue.verb.modality
        kept = tuple(c for c in content if c[0] < c[1])
        if source and (party := PARTY.match(self.page.text, source[1], self.high)):
            source = source[0], party.end()
        if cue.negated and modality is Modality.DENIED:
            modality = Modality.POSSIBLE  # "n'exclut pas que"
        elif rule == "label" and modality is not Modality.ACCUSATION:
            modality = Modality.REPORTED  # "appelle X « ... »" demands nothing
        elif rule == "behind" and cue.verb.lemma in self.lexicon.words.charging:
            modality = Modality.ACCUSATION
        elif rule == "behind" and cue.verb.lemma in self.lexicon.words.warning and not any(self.page.quote_at(c[0]) for c in kept):
            modality = Modality.POSSIBLE  # "met en garde contre les crues"
        elif rule == "noun_phrase" and cue.verb.lemma in self.lexicon.words.warning:
            modality = Modality.THREAT
        elif modality is Modality.EVALUATION and rule == "noun_phrase" and any(BEFALLEN.match(self.page.text, c[0]) for c in kept):
            modality = Modality.REPORTED  # "déplore 12 blessés", "déplore la mort de 12 civils": so it is
        elif modality is Modality.EVALUATION and rule in OWN_WORDS:
            modality = Modality.REPORTED  # "« Nous avons écrit quatre fois », déplore-t-il": so it is; the words themselves may judge
        elif modality is Modality.DENIED and (rule in OWN_WORDS or any(own_words(self.page, c) for c in kept)):
            modality = Modality.REPORTED  # "dément : « ... »": what follows is what the denier says
        return Found(
            rule=f"attribution/fr/{rule}",
            cue=cue.group,
            content=kept,
            clause=self.sentence,
            modality=modality,
            source=source,
            **more,
        )


def own_words(page: Page, content: Extent) -> bool:
    """Whether content is a quotation that stands as a sentence: it begins with a capital."""
    quote = page.quote_at(content[0])
    return quote is not None and quote[0] == content[0] and page.text[quote[0] : quote[0] + 3].strip(' «“"')[:1].isupper()
