"""GenderGapTracker's English quotations: who said what in Canadian news, annotated by hand, put back into the text.

The offsets of the set were taken in other texts than it gives. Words are looked for instead, with typography and white space aside;
where they stand more than once, the place nearest to where the offset says is taken.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import regex

from recoupe_eval.sets.clones import NoClone, Unread, content, inside
from recoupe_eval.sets.places import Places
from recoupe_eval.sets.records import QuotedText, Relation, Stretch, Unfit
from recoupe_eval.sets.workbook import table

REPOSITORY = "sfu-discourse-lab/GenderGapTracker"
FILE = "NLP/evaluation/src/eval/AnnotationTable_byArticle_withReplacementArticles.xlsx"
"""It is in the history only: at commit fe82ba2, among others."""
INDEX = regex.compile(r"\(\s{0,9}(\d{1,9})\s{0,9},\s{0,9}(\d{1,9})\s{0,9}\)")


class Quotation(msgspec.Struct):
    """One annotation: words, and where they once stood, as "(588,597)"."""

    quote: str
    speaker: str = ""
    verb: str = ""
    quote_index: str = ""
    speaker_index: str = ""
    verb_index: str = ""


def read(path: Path) -> Iterator[QuotedText | Unfit]:
    """All articles of the clone at `path`, in the order of the table.

    Raises:
        NoClone: `path` is no clone of the repository, or not at a commit that has the table.
    """
    try:
        rows = table(content(inside(path, REPOSITORY, FILE)))
    except Unread as error:
        raise NoClone(path, REPOSITORY, f"readable {FILE} ({error})") from None
    for number, row in enumerate(rows, 2):
        try:
            yield _article(row)
        except Unread as error:
            yield Unfit(place=f"{FILE}#{number}", reason=str(error))


def _article(row: dict[str, str]) -> QuotedText:
    missing = [name for name in ("_id", "articleBodyText", "quotations") if not row.get(name)]
    if missing:
        raise Unread(f"no {', '.join(missing)}")
    try:
        given = msgspec.json.decode(row["quotations"], type=list[Quotation])
    except (msgspec.DecodeError, RecursionError) as error:
        raise Unread(f"quotations: {error}") from None
    body = row["articleBodyText"]
    places = Places(body)
    found = [_relation(one, places) for one in given]
    kept = tuple(relation for relation in found if relation is not None)
    return QuotedText(id=row["_id"], text=body, relations=kept, lost=len(found) - len(kept))


def _relation(given: Quotation, places: Places) -> Relation | None:
    """The annotation where its words stand; None where they do not. Speaker and verb are looked for at their old distance."""
    was = _index(given.quote_index)
    quote = places.nearest(given.quote, was)
    if quote is None:
        return None
    parts = {}
    for name, words, index in (("speaker", given.speaker, given.speaker_index), ("verb", given.verb, given.verb_index)):
        old = _index(index)
        at = places.nearest(words, quote[0] if old is None or was is None else quote[0] + old - was)
        parts[name] = () if at is None else (Stretch(start=at[0], end=at[1]),)
    return Relation(source=parts["speaker"], cue=parts["verb"], content=(Stretch(start=quote[0], end=quote[1]),))


def _index(given: str) -> int | None:
    """
    >>> _index("(588,597)"), _index("")
    (588, None)
    """
    found = INDEX.fullmatch(given.strip())
    return int(found[1]) if found else None
