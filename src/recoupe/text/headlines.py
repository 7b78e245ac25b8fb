"""The title of a text that nobody named: its first line, where that stands apart and is no sentence."""

from recoupe.model import Report

LONGEST = 160
"""Characters of a title."""

ENDS = (".", "!", "?", "…", ":", ";", ",", "»", '"', ")")
"""What a line ends with that is a sentence, a piece of one, or opens what follows."""


def headline(text: str) -> int:
    """Where a title ends that opens `text`; 0 where none does.

    >>> headline("Vernon : le bac repart\\n\\nLe bac de Vernon a repris son service lundi.")
    22
    >>> headline("Le bac repart.\\n\\nIl était à quai, après trois semaines de travaux.")
    0
    """
    first, _, rest = text[: LONGEST + 2].partition("\n")
    line = first.rstrip()
    apart = rest[:1] in ("\n", "\r")
    return len(line) if line and apart and not line.endswith(ENDS) and len(text.strip()) > 2 * len(line) else 0


def title_end(report: Report) -> int:
    """Where the title ends that stands in the text of a report, given apart or not; 0 where none does."""
    title = report.title or ""
    return report.body or (len(title) if title and report.text.startswith(title) else headline(report.text) if not title else 0)
