"""What all stages share about text: same-length folding, words, sentences, stems. Offsets always point into the untouched text."""

from recoupe.text.plain import fold, plain
from recoupe.text.sentences import sentences
from recoupe.text.words import stem, words

__all__ = ["fold", "plain", "sentences", "stem", "words"]
