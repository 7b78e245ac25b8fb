"""What somebody says, piece by piece: each sentence of it, and each clause with a subject and a verb of its own, is a claim."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from recoupe.claims.attribution import Attributed
from recoupe.claims.grammar.clauses import Clause
from recoupe.claims.grammar.finite import has_verb
from recoupe.claims.modality.conditional import is_conditional, is_future
from recoupe.claims.modality.mood import refuting
from recoupe.claims.page import Page
from recoupe.claims.pieces.finer import finer
from recoupe.model import Span

LEAST = 3
"""Words that a further sentence or clause has at least: "Et voilà", "dit-il" say nothing more."""

ASKS = "?"
STOPS = frozenset(";:")


def pieces(page: Page, relation: Attributed, taken: Sequence[int]) -> list[Clause]:
    """What is said by `relation`, in pieces, but those that hold a claim already (its offset is `taken`).

    What is asked beside other sentences claims nothing: "Où est passé l'argent ? Parti".
    """
    content = relation.attribution.content
    sentences = _by_sentence(page, content, taken)
    if len(sentences) > 1:
        sentences = [one for one in sentences if not _asks(page, one)]
    parts = [part for one in sentences for part in _by_subject(page, one)]
    ends = [part.start for part in parts[1:]] + [content[-1].end for _ in parts[-1:]]
    return [one for part, end in zip(parts, ends, strict=True) for one in _free(page, content, (part, end), taken)]


def _free(page: Page, content: Sequence[Span], part: tuple[Clause, int], taken: Sequence[int]) -> Iterator[Clause]:
    """What of a part of the content holds no claim: all of it, or those of its clauses that stand alone. `part`: with where it ends."""
    piece, end = part
    if not _holds(content, range(piece.start, end), taken):
        yield piece
        return
    following = next((span for span in content if span.start > piece.end), None)
    if following is not None and page.sentence_of(page.word_at(following.start)) == piece.sentence:
        return  # "les pompiers n'ont, dit-il, pas pu passer"
    for words in finer(page, piece.words, taken):
        yield msgspec.structs.replace(piece, start=page.tokens.starts[words.start], end=page.tokens.ends[words[-1]], words=words)


def _holds(content: Sequence[Span], part: range, taken: Sequence[int]) -> bool:
    """True if one of `taken` lies in a part of the content."""
    cut = (range(max(part.start, span.start), min(part.stop, span.end)) for span in content)
    return any(bisect_left(taken, one.start) < bisect_left(taken, one.stop) for one in cut if one)


def _by_sentence(page: Page, content: Sequence[Span], taken: Sequence[int]) -> list[Clause]:
    """The content sentence by sentence; what goes on behind an inserted "dit-il" is no piece of its own, nor is "Un bus !" before more.

    Nor is the verb behind what was put in, where its subject holds a claim: "douze personnes, selon la police, ont défilé".
    """
    made: list[Clause] = []
    for span in content:
        words = range(page.word_at(span.start), page.word_at(span.end))
        while words:
            number = page.sentence_of(words.start)
            own = range(words.start, max(words.start + 1, min(words.stop, page.sentences[number].stop)))
            start = span.start if own.start == page.word_at(span.start) else page.tokens.starts[own[0]]
            end = span.end if own.stop == words.stop else page.tokens.ends[own[-1]]
            piece = Clause(start=start, end=end, words=own, sentence=number, relative=False)
            if made and (_says_little(page, made[-1]) or condition(page, content, made[-1])):
                made[-1] = msgspec.structs.replace(piece, start=made[-1].start, words=range(made[-1].words.start, own.stop))
            elif not made or number > made[-1].sentence or _goes_on(page, made[-1], own):
                made.append(piece)
            elif _parted(page, made[-1], own) and not _holds(content, range(made[-1].start, made[-1].end), taken):
                made[-1] = piece  # "d'ici là, prévient le comité, « nous restons à quai »"
            words = range(own.stop, words.stop)
    return made[:-1] if len(made) > 1 and _says_little(page, made[-1]) else made


def _parted(page: Page, piece: Clause, words: range) -> bool:
    """True where the verb of a piece stands behind what was put in."""
    return has_verb(page, words) and not has_verb(page, piece.words)


def condition(page: Page, content: Sequence[Span], piece: Clause) -> bool:
    """True for what only says when the rest of its sentence will be, behind an inserted cue: "Si la grève dure, prévient le maire, tout
    fermera". It is not said to be so; what is granted is: "S'il a tiré, dit-il, c'est par erreur"."""
    first, outer = piece.words.start, next((span for span in content if span.start <= piece.start < span.end), None)
    if outer is None or not any(page.tokens.phrase(first, words) for words in page.rules.if_):
        return False
    behind = next((span for span in content if span.start >= outer.end), None)
    if behind is None or piece.start != outer.start or page.sentence_of(page.word_at(behind.start)) != piece.sentence:
        return False
    granted = not page.rules.have.isdisjoint(page.tokens.forms[first : page.word_at(outer.end)])
    return not granted and any(comes(page, i) for i in range(page.word_at(behind.start), page.word_at(behind.end)))


def comes(page: Page, i: int) -> bool:
    """True for a verb in the future or the conditional at word `i`."""
    form, language = page.tokens.forms[i], page.read.report.language
    return is_conditional(form, language) or is_future(form, language, page.rules.futures)


def _goes_on(page: Page, piece: Clause, words: range) -> bool:
    """True for what is told besides behind an inserted "dit-il": "les engins sont là, assure-t-elle, et une analyse sera faite"."""
    joined = page.tokens.forms[words.start] in page.rules.coordinating
    return joined and has_verb(page, words[1:]) and has_verb(page, piece.words)


def _says_little(page: Page, piece: Clause) -> bool:
    return len(piece.words) < LEAST and not refuting(page, piece.words)


def _asks(page: Page, piece: Clause) -> bool:
    return ASKS in page.tokens.gap(piece.words.stop) if piece.words.stop < len(page.tokens.starts) else False


def _by_subject(page: Page, piece: Clause) -> Iterator[Clause]:
    """`piece` cut where a new subject begins: "on n'a plus d'eau, | on n'a plus peur", "il est resté là et | nous avons appelé"."""
    if page.rules.subjects.isdisjoint(page.tokens.forms[piece.words.start : piece.words.stop]):
        yield piece
        return
    start, first = piece.start, piece.words.start
    for i in piece.words[LEAST - 1 : 1 - LEAST]:
        if page.tokens.forms[i] in page.rules.subjects and _joins(page, first, i) and _says(page, range(first, i)):
            last = i - 1 if page.tokens.forms[i - 1] not in page.rules.coordinating else i - 2
            yield msgspec.structs.replace(piece, start=start, end=page.tokens.ends[last], words=range(first, last + 1))
            start, first = page.tokens.starts[i], i
    yield msgspec.structs.replace(piece, start=start, words=range(first, piece.words.stop))


def _joins(page: Page, first: int, i: int) -> bool:
    """True if the pronoun `i` stands behind a comma, or is nothing but a subject and stands behind "et" or "mais"."""
    forms = page.tokens.forms
    coordinated = forms[i - 1] in page.rules.coordinating and i - 2 > first
    comma = "," in page.tokens.gap(i) or (coordinated and "," in page.tokens.gap(i - 1))
    return "," not in page.tokens.gap(i + 1) and (comma or (coordinated and forms[i] in page.rules.subjects_only))


def _says(page: Page, words: range) -> bool:
    """True for words with a subject and a verb that stand alone: not "moi", "si on avait su"."""
    forms, rules = page.tokens.forms, page.rules
    if any(forms[i] in rules.supposing for i in words):
        return False
    words = range(max((i for i in words[1:] if not STOPS.isdisjoint(page.tokens.gap(i))), default=words.start), words.stop)
    named = range(words.start + page.tokens.text[page.tokens.starts[words.start]].isupper(), words.stop)  # "A ce stade"
    return any(forms[i] in rules.finite for i in named) or any(forms[i] in rules.subjects for i in words[:-1])
