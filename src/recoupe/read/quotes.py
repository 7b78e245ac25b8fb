"""Direct quotations by their marks, and pull quotes that are signed by a line of their own. What counts is the inside of the marks."""

from collections.abc import Iterator

import regex

from recoupe.model import Report, Span
from recoupe.text.sentences import trim

MARK = regex.compile(r"""[«»“”„‟"‘\n]""")
CLOSES = {"«": "»", "“": "”", "„": "“", "‟": "”"}
LONGEST = 3000
"""Characters of a quotation that runs over several paragraphs; a longer one lost its closing mark and ends with its first paragraph."""
SINGLE = regex.compile(r"(?<![\p{L}\p{N}])‘([^‘’\n\s][^‘\n]{0,298}?[^\s‘])’(?![\p{L}\p{N}])")
SIGNATURE = regex.compile(r"[ \u00a0\t]{0,8}+[–—―-]{1,2}+[ \u00a0\u202f]{0,4}+\p{Lu}[^\n:;!?]{2,100}+$")
DASH = regex.compile(r"\n[ \u00a0\t]{0,8}+[–—―-]")
"""How the line of a signature begins."""
LINE = regex.compile(r"[^\n]++")
DASHED = regex.compile(r"\s{0,8}+[–—―•*-]")


def quotes(report: Report) -> tuple[Span, ...]:
    """The inside of every quotation of `report`, nested ones too, in the order of the text.

    >>> from recoupe.model import Raw
    >>> text = 'Il a dit : « Nous dirons "non" demain ». Un «  accord » de plus.'
    >>> report = Report(id="r-0", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    >>> [text[q.start : q.end] for q in quotes(report)]
    ['Nous dirons "non" demain', 'non', 'accord']
    """
    found = {*marked(report.text), *single(report.text)}
    found |= {(a, b) for a, b in pull_quotes(report.text) if not any(s < b and a < e for s, e in found)}
    return tuple(Span(report=report.id, start=a, end=b) for a, b in sorted(found))


def marked(text: str) -> Iterator[tuple[int, int]]:
    """What stands between guillemets or double quotes; `opened` holds mark and start of what is not closed yet."""
    opened: list[tuple[str, int]] = []
    first_end = 0  # end of the line in which the outermost open quotation began
    for hit in MARK.finditer(text):
        mark, at = hit.group(), hit.start()
        if opened and at - opened[0][1] > LONGEST:
            yield from inside(text, opened[0][1], first_end or at)
            opened, first_end = [], 0
        if mark == "\n":
            opened = [o for o in opened if o[0] != '"']  # a straight mark never crosses a line: it may be an inch
            first_end = (first_end or at) if opened else 0
        elif place := closing(opened, mark, text[at - 1 : at], text[at + 1 : at + 2]):
            yield from inside(text, opened[-place][1], at)
            del opened[-place:]
            first_end = first_end if opened else 0
        elif opening(mark, text[at - 1 : at], text[at + 1 : at + 2]):
            if first_end and mark == opened[0][0] and begins_line(text, at):
                yield from inside(text, opened[0][1], first_end)  # a paragraph that goes on repeats the opening mark
                opened, first_end = [], 0
            opened.append((mark, at + 1))
    if opened and opened[0][0] != '"':
        yield from inside(text, opened[0][1], min(first_end or len(text), opened[0][1] + LONGEST))


def closing(opened: list[tuple[str, int]], mark: str, before: str, after: str) -> int:
    """Which open quotation `mark` closes, counted from the last; 0 if none.

    >>> closing([("«", 3), ('"', 9)], "»", "n", ".")
    2
    """
    if mark == '"' and (not before or before.isspace()) and after.isalpha() and opened and opened[-1][0] != '"':
        return 0
    for place, (by, _) in enumerate(reversed(opened[-4:]), 1):
        if mark == CLOSES.get(by, by if by == '"' else "") or (mark == "”" and by == '"'):
            return place
    return 0


def opening(mark: str, before: str, after: str) -> bool:
    """Whether `mark`, which closes nothing, opens a quotation: not an inch mark (15"), not a lone closing mark.

    >>> opening("«", " ", "n"), opening('"', "5", " "), opening("»", " ", "L")
    (True, False, False)
    """
    if mark in {'"', "”"}:
        return not (before.isalnum() or (before in ".!?…," and before)) and after != ""
    return mark in CLOSES


def begins_line(text: str, at: int) -> bool:
    """Whether only white space (a few characters) stands before `at` in its line.

    >>> begins_line("a\\n « b", 3), begins_line("a\\nb « c", 4)
    (True, False)
    """
    before = text[max(0, at - 20) : at].rpartition("\n")
    return bool(before[1]) and not before[2].strip()


def single(text: str) -> Iterator[tuple[int, int]]:
    """What stands between single curly quotes, where no apostrophe can be meant."""
    if "‘" in text:
        for found in SINGLE.finditer(text):
            yield from inside(text, *found.span(1))


def pull_quotes(text: str) -> Iterator[tuple[int, int]]:
    """A line of at least four words, without marks, above a line "– Name, role"; the items of a list are none.

    >>> text = "Nous tiendrons jusqu'au bout.\\n– Jeanne Morel, déléguée du personnel\\nLa suite."
    >>> [text[a:b] for a, b in pull_quotes(text)]
    ["Nous tiendrons jusqu'au bout."]
    """
    if DASH.search(text) is None:
        return
    lines = [m.span() for m in LINE.finditer(text) if not m.group().isspace()]
    for place in range(1, len(lines)):
        (a, b), (c, d) = lines[place - 1], lines[place]
        after = lines[place + 1] if place + 1 < len(lines) else (len(text), len(text))
        if not SIGNATURE.match(text[c:d]) or text[c:d].rstrip().endswith(".") or text.count("\n", b, c) > 2:
            continue
        dashed = DASHED.match(text[a:b]) or DASHED.match(text[slice(*after)])
        if not dashed and b - a <= 800 and len(text[a:b].split()) >= 4:
            yield trim(text, a, b)


def inside(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without white space around; none if nothing is left.

    >>> [*inside("a  b ", 1, 5), *inside("a  ", 1, 3)]
    [(3, 4)]
    """
    start, end = trim(text, start, end)
    if start < end and any(c.isalnum() for c in text[start:end]):
        yield start, end
