"""A cue in its sentence: what stands around it, and the relation that a frame makes of it."""

from recoupe.claims.attribution import sources
from recoupe.claims.attribution.cues import Cue
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.page import Extent, Page
from recoupe.model import Modality

OWN_WORDS = frozenset(("colon", "incise", "on", "comme"))
"""Frames whose content is what the speaker said, were it in denial."""


class Scene:
    """A cue in its sentence."""

    __slots__ = ("cue", "high", "lexicon", "low", "page")

    def __init__(self, page: Page, cue: Cue, sentence: Extent, lexicon: Lexicon) -> None:
        self.page, self.cue, self.lexicon = page, cue, lexicon
        self.low, self.high = sentence

    def has(self, frame: str) -> bool:
        """Whether the verb may head `frame`."""
        return frame in self.cue.verb.frames

    @property
    def after(self) -> int:
        """Where the text goes on after the cue, an inverted pronoun and a space left out."""
        end = max(self.cue.end, self.cue.pronoun[1] if self.cue.pronoun else 0)
        return end + (self.page.text[end : end + 1] == " ")

    def subject(self) -> Extent | None:
        """The speaker to the left, None where it cannot be one."""
        end = self.cue.outer if self.cue.shared is None else self.cue.shared
        found = sources.subject(self.page, self.low, end, plural=self.cue.plural)
        return found if found and (sources.speaks(self.page, found, self.lexicon) or self._bare(found)) else None

    def _bare(self, source: Extent) -> bool:
        """Whether a noun phrase that names no known speaker speaks here: its verb is one of saying, with a clause or by a name."""
        if self.cue.verb.modality is not Modality.REPORTED and not sources.proper(self.page, source):
            return False
        return sources.may_speak(self.page, source, self.lexicon, thing=self.cue.verb.lemma in self.lexicon.words.things)

    def found(self, rule: str, source: Extent | None, *content: Extent, **more: bool) -> Found:
        """A relation of this cue."""
        cue, modality = self.cue, self.cue.verb.modality
        kept = tuple(c for c in content if c[0] < c[1])
        if cue.negated and modality is Modality.DENIED:
            modality = Modality.POSSIBLE  # "n'exclut pas que"
        elif modality is Modality.DENIED and (rule in OWN_WORDS or any(own_words(self.page, c) for c in kept)):
            modality = Modality.REPORTED  # "dément : « ... »": what follows is what the denier says
        return Found(
            rule=f"attribution/fr/{rule}",
            cue=(cue.start, cue.end),
            content=kept,
            clause=(self.low, self.high),
            modality=modality,
            source=source,
            **more,
        )


def own_words(page: Page, content: Extent) -> bool:
    """Whether content is a quotation that stands as a sentence: it begins with a capital."""
    quote = page.quote_at(content[0])
    return quote is not None and quote[0] == content[0] and page.text[quote[0] : quote[0] + 3].strip(' «“"')[:1].isupper()
