"""What stands beside or above a text: front matter between `---` lines, and sidecar files of the same name."""

from difflib import get_close_matches
from typing import Any

import msgspec
import regex

from recoupe.ingest.decoding import decode
from recoupe.ingest.rejects import bad
from recoupe.ingest.reports import Fields
from recoupe.model import RejectReason

FENCE = "---"
LONGEST = 65_536  # characters: a header is short; a text that opens with a rule must not be searched to its end
ALSO = {
    "published": ("date", "datetime", "pubdate", "publishdate", "published_at", "date_published", "publié", "paru", "parution"),
    "outlet": ("publisher", "média", "media"),
    "title": ("titre", "headline"),
    "byline": ("author", "auteur"),
}
"""What people and their tools call a field instead; the field's own name goes before."""

NEAR = 0.82
"""From this likeness on (of `difflib`) an unknown key is a slip for a known one: "publisched", not "update"."""

KNOWN = frozenset((*Fields.__struct_fields__, *(other for names in ALSO.values() for other in names)))
TELLING = frozenset(("outlet", "published", "url", *ALSO["outlet"], *ALSO["published"]))
"""Keys of which one stands in a header without its lines: "title" and "byline" alone may be words of the text."""

BARE = 2_000
"""Characters of the text in which such a header ends."""

EMPTY = regex.compile(r"\r?\n\r?\n")

KEY = regex.compile(r"[A-Za-z][\w.-]{0,63}\s{0,8}:(?:\s|$)")


LISTED = regex.compile(r"-\s{1,8}+([A-Za-zé]{1,20}+)\s{0,8}+:(?=\s|$)")


def front_matter(text: str) -> tuple[Fields, str]:
    """The header of `text`, and the text after its closing line (and the empty line that may follow it).

    A first line `---` that no `key: value` follows is a rule drawn by the author: the text has no header. Without the lines, what opens
    the text is a header where it says nothing but fields that we know, down to an empty line.

    >>> front_matter("---\\ntitle: Grève : la suite\\n---\\nTexte.")
    (Fields(url=None, outlet=None, title='Grève : la suite', byline=None, published=None), 'Texte.')
    >>> front_matter("outlet: Le Bief\\ndate: 2031-05-06\\n\\nTexte.")
    (Fields(url=None, outlet='Le Bief', title=None, byline=None, published='2031-05-06'), 'Texte.')

    Raises:
        BadReport: bad_header; a header that does not close, a line that says nothing, a key given twice.
    """
    first, _, rest = text.partition("\n") if text.startswith(FENCE) else ("", "", "")
    opening = rest.lstrip("\r\n")[:80]
    if first.rstrip() == FENCE and (key := LISTED.match(opening)) and key[1].lower() in KNOWN:
        raise bad(RejectReason.BAD_HEADER, f"front matter is a list: {key[0]!r} must stand without its hyphen")
    if first.rstrip() != FENCE or not KEY.match(opening):
        return _bare(text)
    lines, after = _header(rest)
    pairs = _pairs(lines)
    return msgspec.convert(_named(pairs), Fields), after


def _bare(text: str) -> tuple[Fields, str]:
    """A header without its lines: two fields at least that we know and nothing else, the outlet, the time or the address among them."""
    end = EMPTY.search(text, 0, BARE) if KEY.match(text) else None
    lines = text[: end.start()].splitlines() if end is not None else []
    keys = [line.partition(":")[0].strip().lower() if KEY.match(line) else "" for line in lines]
    if end is None or not KNOWN.issuperset(keys) or TELLING.isdisjoint(keys) or not text[end.end() :].strip():
        return Fields(), text
    return (msgspec.convert(_named(_pairs(lines)), Fields), text[end.end() :]) if len(keys) == len(set(keys)) > 1 else (Fields(), text)


def _named(pairs: dict[str, Any]) -> dict[str, Any]:
    """The fields that we know, under our names; other keys are let be, but for slips.

    >>> _named({"titre": "Grève", "date": "2031-05", "tags": "port"})
    {'title': 'Grève', 'published': '2031-05'}
    """
    for key in pairs:
        if key not in KNOWN and key.rstrip("s") not in KNOWN and (near := get_close_matches(key, sorted(KNOWN), 1, NEAR)):
            raise bad(RejectReason.BAD_HEADER, f"front matter has the key {key[:80]!r}: perhaps {near[0]}")
    found = {name: next((pairs[key] for key in (name, *ALSO.get(name, ())) if key in pairs), None) for name in Fields.__struct_fields__}
    return {name: value for name, value in found.items() if value is not None}


def _header(rest: str) -> tuple[list[str], str]:
    lines: list[str] = []
    position = 0
    while position < min(len(rest), LONGEST):
        end = rest.find("\n", position)
        end = len(rest) if end < 0 else end
        line = rest[position:end].rstrip()
        position = end + 1
        if line == FENCE:
            after = rest[position:]
            return lines, after.removeprefix("\r\n") if after.startswith("\r\n") else after.removeprefix("\n")
        lines.append(line)
    if position < len(rest):
        raise bad(RejectReason.BAD_HEADER, f"front matter is not closed within {LONGEST} characters by a line {FENCE}")
    raise bad(RejectReason.BAD_HEADER, f"front matter is not closed by a line {FENCE}")


def _pairs(lines: list[str]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for line in lines:
        if not line or line[0] in " \t#-":  # comments, and lists or further lines of keys that are not ours
            continue
        key, mark, value = line.partition(":")
        key = key.strip().lower()
        if not mark or not key:
            raise bad(RejectReason.BAD_HEADER, f"front matter has a line without a key: {line[:80]!r}")
        if key in pairs:
            raise bad(RejectReason.BAD_HEADER, f"front matter says {key[:80]!r} twice")
        pairs[key] = _unquoted(value.strip())
    return pairs


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def sidecar(data: bytes) -> Fields:
    """The fields in a sidecar file (one JSON object).

    >>> sidecar(b'{"outlet": "Le Bief", "published": "2031-05"}').outlet
    'Le Bief'
    >>> sidecar(b'{"outlet": 7}')
    Traceback (most recent call last):
        ...
    recoupe.errors.BadReport: bad_header: sidecar: ...

    Raises:
        BadReport: bad_header; it does not parse, or a field is not a string.
    """
    try:
        return msgspec.convert(_named(msgspec.json.decode(decode(data), type=dict[str, Any])), Fields)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise bad(RejectReason.BAD_HEADER, f"sidecar: {error}") from None


def over(stronger: Fields, weaker: Fields) -> Fields:
    """Both, `stronger` where both speak.

    >>> over(Fields(outlet="A"), Fields(outlet="B", title="T")).title
    'T'
    """
    said = {name: value for name in Fields.__struct_fields__ if (value := getattr(stronger, name)) is not None}
    return msgspec.structs.replace(weaker, **said)
