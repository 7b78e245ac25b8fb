"""What all stages share about text: same-length folding, words, sentences, stems. Offsets always point into the untouched text."""

from recoupe.text.folding import fold, lowered, plain
from recoupe.text.lists import Lists
from recoupe.text.lookup import Lookup
from recoupe.text.sentences import sentences
from recoupe.text.words import stem, stopwords, words

__all__ = ["Lists", "Lookup", "fold", "lowered", "plain", "sentences", "stem", "stopwords", "words"]
