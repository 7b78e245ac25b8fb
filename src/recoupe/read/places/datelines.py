"""Names that open a line: where a report was written ("RABAT - ..."), or of which town a headline is ("Dinan. Le port rouvre")."""

import regex
import simplemma

STOP = regex.compile(r"[.] ++(?=[\p{Lu}\d«\"“])")
"""A full stop with a sentence behind it."""
ACRONYM = 4
"""A name of so many capitals may be that of a body: "SPA : ..."."""
LEAD = regex.compile(r"\xa0?\u202f? ?: |(?:,[^,.()\n]{2,24})?(?: \([^()\n]{2,30}\))? ?[-–—] ?(?=[\p{Lu}«\"])")
"""What stands between the place of a report and its first sentence."""


def leads(text: str, start: int, end: int) -> bool:
    """Whether a name opens a line as the place of its report: "Lisbonne : ...", "RABAT - ...", "Oslo, 3 mai (Agence) - ...".

    >>> [leads(t, 0, 4) for t in ("Oslo : un incendie", "OSLO - Le roi", "Oslo, 3 mai 2011 (Nord) – Le roi", "Oslo, ville de")]
    [True, True, True, False]
    """
    return (start == 0 or text[start - 1] == "\n") and LEAD.match(text, end) is not None


def heads(text: str, start: int, end: int) -> bool:
    """Whether a name with a full stop behind it opens a line, as the regional press begins its headlines: "Dinan. Le port rouvre".

    >>> heads("Dinan. Le port rouvre", 0, 5), heads("Il vit à Dinan. Le port rouvre", 9, 14), heads("M. Dinan", 0, 1)
    (True, False, False)
    """
    return end - start > 1 and (start == 0 or text[start - 1] == "\n") and STOP.match(text, end) is not None


def is_word(name: str, language: str) -> bool:
    """Whether a name may be a common word or the letters of a body: "Grève", "SPA".

    >>> is_word("Grève", "fr"), is_word("Lyon", "fr")
    (True, False)
    """
    return simplemma.is_known(name.lower(), language) or (name.isupper() and len(name) <= ACRONYM)
