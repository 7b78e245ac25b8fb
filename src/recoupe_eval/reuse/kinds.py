"""The kinds of reuse that are planted: each makes the sentences of a report from those of another, and says which stem from where."""

import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from recoupe_eval.reuse.french import LISTS, WORDS, pick, town


class Piece(NamedTuple):
    """A sentence, and the number of the sentence that it was taken from (None: its own)."""

    text: str
    of: int | None = None


Sentences = Sequence[str]
Maker = Callable[[random.Random, Sentences, Sentences], list[Piece]]
"""(chance, the source's sentences, the copying report's own ones), titles first, to the copy."""

WORD = re.compile(r"\w+(?:-\w+)*")
NUMBER = re.compile(r"\d+(?:[.,\s]\d+)*")
NAME = re.compile(r"(?<=[\w,;:»)] )[A-ZÀ-Ý][\w'’-]+")
LEAST = 10
"""Words of a sentence that is copied alone."""


def edited(rng: random.Random, sentence: str, every: int) -> str:
    """`sentence` with about one word in `every` changed, dropped or added; one at least.

    >>> edited(random.Random(1), "Il pleut", 9) == "Il pleut"
    False
    """
    spans = [match.span() for match in WORD.finditer(sentence)]
    chosen = {i for i in range(len(spans)) if rng.random() < 1 / every} or {rng.randrange(len(spans))}
    for i in sorted(chosen, reverse=True):
        start, end = spans[i]
        sentence = sentence[:start] + _changed(rng, sentence[start:end]) + sentence[end:]
    kept = re.sub(r" {2,}", " ", sentence).strip()
    return kept[:1].upper() + kept[1:]


def _changed(rng: random.Random, word: str) -> str:
    if word.isdigit():
        return str(int(word) + rng.randrange(1, 50))
    if word.lower() in WORDS["synonyms"]:
        return str(WORDS["synonyms"][word.lower()])
    chance, other = rng.random(), _other(rng, word)
    return "" if chance < 0.15 else f"{word} {other}" if chance < 0.3 else other


def _other(rng: random.Random, word: str) -> str:
    """A word of the same list, or any noun."""
    if word[0].isupper():
        return town(rng)
    kin = next((key for key in ("masculine", "feminine", "did", "to_do", "units", "participles") if word in LISTS[key]), None)
    return pick(rng, LISTS[kin or rng.choice(("masculine", "feminine"))])


def _taken(sentences: Sentences, start: int = 0) -> list[Piece]:
    return [Piece(sentence, start + i) for i, sentence in enumerate(sentences)]


def copy(_rng: random.Random, source: Sentences, _own: Sentences) -> list[Piece]:
    """The same words.

    >>> copy(random.Random(1), ["T", "Un."], [])
    [Piece(text='T', of=0), Piece(text='Un.', of=1)]
    """
    return _taken(source)


def trimmed(rng: random.Random, source: Sentences, own: Sentences) -> list[Piece]:
    """Its own title, the first sentences.

    >>> trimmed(random.Random(1), "TABCDE", "t")[0].text
    't'
    """
    return [Piece(own[0]), *_taken(source[1 : 1 + max(2, round(len(source) * rng.uniform(0.4, 0.8)))], 1)]


def inserted(rng: random.Random, source: Sentences, own: Sentences) -> list[Piece]:
    """Up to four own sentences between the others.

    >>> sorted(p.of for p in inserted(random.Random(1), "TABC", "tx") if p.of is not None)
    [0, 1, 2, 3]
    """
    made = _taken(source)
    for sentence in own[1 : rng.randint(2, 5)]:
        made.insert(rng.randint(1, len(made)), Piece(sentence))
    return made


def reordered(rng: random.Random, source: Sentences, _own: Sentences) -> list[Piece]:
    """Paragraphs of three sentences in another order.

    >>> sorted(p.of for p in reordered(random.Random(1), "TABCDE", ""))
    [0, 1, 2, 3, 4, 5]
    """
    body = _taken(source[1:], 1)
    parts = [body[i : i + 3] for i in range(0, len(body), 3)]
    rng.shuffle(parts)
    return [Piece(source[0], 0), *(piece for part in parts for piece in part)]


def reworded(rng: random.Random, source: Sentences, _own: Sentences) -> list[Piece]:
    """One word in 5 to 20 changed.

    >>> [p.of for p in reworded(random.Random(1), ["Un titre", "Il pleut."], [])]
    [0, 1]
    """
    every = rng.choice((5, 8, 12, 20))
    return [Piece(edited(rng, text, every), i) for i, text in enumerate(source)]


def paraphrased(rng: random.Random, source: Sentences, own: Sentences) -> list[Piece]:
    """Its own title; two sentences in three, their clauses the other way round, and the words that an editor has others for.

    >>> paraphrased(random.Random(3), ["T", "La ville a suspendu le projet, car le maire est malade."], ["t"])[1:]
    [Piece(text='Le maire est malade, et la commune a interrompu le programme.', of=1)]
    """
    kept = [piece for piece in _taken(source)[1:] if rng.random() < 0.67] or _taken(source)[1:]
    return [Piece(own[0]), *(Piece(_turned(rng, piece.text), piece.of) for piece in kept)]


def _turned(rng: random.Random, sentence: str) -> str:
    first, joint, second = next((parts for j in WORDS["joints"] if (parts := sentence.rstrip(".").partition(j))[1]), (sentence, "", ""))
    joined = f"{second}{rng.choice(WORDS['joints'][:2])}{first[:1].lower()}{first[1:]}." if joint else first
    other = WORD.sub(lambda m: str(WORDS["synonyms"].get(m[0], m[0])), joined)
    return other[:1].upper() + other[1:]


def passage(rng: random.Random, source: Sentences, own: Sentences) -> list[Piece]:
    """Two or three sentences in an unrelated report, half the time edited.

    >>> len([p for p in passage(random.Random(1), ["T", "Un.", "Deux.", "Trois.", "Quatre."], ["t"]) if p.of]) in (2, 3)
    True
    """
    start, every = rng.randrange(1, max(2, len(source) - 3)), rng.choice((0, 12))
    taken = [Piece(edited(rng, p.text, every) if every else p.text, p.of) for p in _taken(source[start : start + rng.randint(2, 3)], start)]
    return _put(rng, taken, own)


def sentence(rng: random.Random, source: Sentences, own: Sentences) -> list[Piece]:
    """One sentence, to the letter, in an unrelated report.

    >>> [p for p in sentence(random.Random(1), ["T", "Un."], ["t"]) if p.of]
    [Piece(text='Un.', of=1)]
    """
    return _put(rng, [_one(rng, source)], own)


def sentence_edited(rng: random.Random, source: Sentences, own: Sentences) -> list[Piece]:
    """One sentence with one word in twelve changed.

    >>> [p.of for p in sentence_edited(random.Random(1), ["T", "Il pleut."], ["t"])]
    [None, 1]
    """
    one = _one(rng, source)
    return _put(rng, [Piece(edited(rng, one.text, 12), one.of)], own)


def _one(rng: random.Random, source: Sentences) -> Piece:
    long = [piece for piece in _taken(source)[1:] if len(piece.text.split()) >= LEAST]
    return rng.choice(long or _taken(source)[1:])


def _put(rng: random.Random, taken: list[Piece], own: Sentences) -> list[Piece]:
    made = [Piece(text) for text in own]
    at = rng.randint(1, len(made))
    return [*made[:at], *taken, *made[at:]]


def half_taken(rng: random.Random, source: Sentences, own: Sentences) -> list[Piece]:
    """One of several reports of a hidden dispatch: an own opening, then most of its sentences, some of them edited."""
    kept = [piece for piece in _taken(source)[1:] if rng.random() < 0.7] or _taken(source)[1:]
    told = [Piece(edited(rng, p.text, 12), p.of) if rng.random() < 0.3 else p for p in kept]
    return [*(Piece(text) for text in own[:3]), *told]


KINDS: dict[str, Maker] = {
    "copy": copy,
    "trimmed": trimmed,
    "inserted": inserted,
    "reordered": reordered,
    "edited": reworded,
    "paraphrased": paraphrased,
    "passage": passage,
    "sentence": sentence,
    "sentence edited": sentence_edited,
}
"""What one report makes of another that is in the corpus too."""


QUOTING = ("{Who} a lancé ces mots : « {words} ».", "« {words} », selon les mots de {who}.", "« {words} », voilà le message de {who}.")
"""How reporters say whose words they quote, each in his own way."""


def quoting(frame: str, words: str, who: str) -> str:
    """A sentence that reports what somebody said.

    >>> quoting(QUOTING[0], "Il pleut", "le maire")
    'Le maire a lancé ces mots : « Il pleut ».'
    """
    return frame.format(words=words, who=who, Who=who[:1].upper() + who[1:])


def twin(rng: random.Random, sentences: Sentences) -> list[str]:
    """The same template on another day: all numbers and names are others, each name always the same other.

    >>> twin(random.Random(1), ["Il pleut 3 mm à Lyon"])[0].startswith("Il pleut 3 mm")
    False
    """
    names: dict[str, str] = {}
    changed = [NUMBER.sub(lambda m: str(int(re.sub(r"\D", "", m[0])[:9]) + rng.randrange(1, 90)), text) for text in sentences]
    return [NAME.sub(lambda m: names.setdefault(m[0], town(rng)), text) for text in changed]
