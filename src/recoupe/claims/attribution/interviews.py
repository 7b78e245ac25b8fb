"""Interviews: who was asked by an outlet, who told it something, who was on the air ("joint par téléphone", "à la chaîne Lac")."""

from functools import cache

import regex

from recoupe.claims.attribution.alternatives import AGENCY, AT_A_TIME, STATION
from recoupe.claims.attribution.lexicon import forename, lexicon

MEDIUM = (
    r"(?:agence|chaîne|quotidien|journal|journaux|radio|télévision|télé|magazine|hebdomadaire|mensuel|site|presse|média|revue)s?(?!\p{L})"
    r"(?: (?!(?:a|ont|est|sont|que|qui|et) )\p{Ll}[\p{L}-]{1,16}+){0,3}+"
)
NEWS = r"(?:(?:20|19|13|12) ?[hH](?:eures)? de |JT de |journal (?:télévisé )?de |journal de (?:20|13) (?:heures|h) de )"
MICRO = regex.compile(
    r"(?:au micro|à l'antenne|sur le plateau|sur les ondes) d(?:e |u |es |')(?:la |"
    r"l'|notre |nos )?(?:\p{Lu}[\p{L}\p{N}.'-]{1,30}+(?: \p{Lu}[\p{L}\p{N}.'-]{1,20}+)?+|rédaction|confrères|reporters?)"
)
ASKED = regex.compile(
    rf"(?<!\p{{L}})(?:[Jj]ointe?|[Ii]nterrogée?|[Ii]nterviewée?|[Rr]encontrée?|[Qq]uestionnée?)s? {AT_A_TIME}"
    r"(?:(?:par|auprès d[eu']) ?(?:téléphone|nos (?:soins|confrères)|nous(?!\p{L})|notre (?:rédaction|reporter|correspondante?|journal)"
    rf"|(?:l[ae]s? |l'|une? |des |plusieurs )(?:{MEDIUM})"
    r"|(?:L[ea]s? |L'|l'(?=AFP))?\p{Lu}[\p{L}\p{N}.-]{1,20}+)|(?:au|à ce) téléphone)"
    r"|(?<![\p{L}] )(?:[Jj]ointe?|[Ii]nterrogée?)s?(?=, )"
    rf"|(?<!\p{{L}})[Ii]nvitée?s? {AT_A_TIME}(?:d[eu'] ?(?:la |l'|notre |nos )?"
    rf"(?:matinale|émission|journal|rédaction|plateau|\p{{Lu}}[\p{{L}}\p{{N}}.-]{{1,20}}+)"
    r"|(?:sur|par|à l'antenne) [^,;:.!?\n]{2,40}(?=,)"
    r"|(?:du|de l'émission|de|au|à) ?[«\"“] ?\p{Lu}[^«»\"“”,;:.!?\n]{1,30}+[»\"”])|à notre micro"
    r"|(?:que |qu')[^,;:.!?«»\n]{0,30}?(?:a|ont|avons)(?: pu)? (?:joindre|jointe?|interroger|interrogée?|"
    r"rencontrer|rencontrée?)s?(?!\p{L})"
)
REPORTER = (
    r"(?:(?:une?|des|plusieurs|notre) (?:correspondant|journaliste|reporter|photographe|envoyé)e?s? (?:spéciale? )?d(?:e |')(?:l'|la )?)"
)
"""Whom an outlet sends: "à un correspondant de l'AFP"."""
TOLD = regex.compile(
    rf"(?:[Àà]|[Aa]uprès d(?:e(?: |(?=l'))|')|[Dd]evant|[Vv]ia) ?{REPORTER}?"
    rf"(?P<outlet>(?:l'|la |les |le )?(?:{MEDIUM} )?{AGENCY}(?!\p{{L}})"
    r"|l'(?:agence (?:de presse )?(?:\p{Ll}[\p{L}-]++ ){0,2}+|Agence (?:de presse )?)(?=\p{Lu})\p{Lu}[\p{L}\p{N}-]*+)"
)
"""An agency that is told something: "à l'AFP", "à un correspondant de Reuters", "à l'agence locale Delta"."""
AGENCIES = (
    *("afp", "reuters", " ap", "'ap", "efe", "ansa", "dpa", "belga", " map", " tap", " ats", "'ats", "-ats", " pc", "anadolu"),
    *("bloomberg", "xinhua", "associated", "interfax", "tass", "novosti", "france-presse", "france presse", "agence"),
)
"""Words one of which stands where an agency is named."""
BY_OUTLET = regex.compile(
    rf"(?<!\p{{L}})(?:jointe?|interrogée?|interviewée?|rencontrée?|questionnée?)s? {AT_A_TIME}(?:par|auprès d[eu']) ?"
    rf"(?P<outlet>(?:l[ae]s? |l')(?!presse(?!\p{{L}})|médias?(?!\p{{L}}))(?:{MEDIUM})"
    r"(?: (?-i:\p{Lu})[\p{L}\p{N}.'-]++(?: (?-i:\p{Lu})[\p{L}\p{N}.'-]++){0,2}+)?"
    r"|(?:l[ea]s? |l')?(?-i:\p{Lu})[\p{L}\p{N}.'-]++(?: (?-i:\p{Lu})[\p{L}\p{N}.'-]++){0,2}+)",
    regex.IGNORECASE,
)
"""An outlet by which somebody was asked, by its kind or its name."""
NAME = 40
"""Characters behind its first word in which the name of an outlet ends."""
ASKING = ("joint", "joindre", "contact", "interrog", "interview", "rencontr", "sollicit", "question", "micro", "invit")
"""Words one of which stands where somebody was asked."""
POLLED = regex.compile(r"(?<!\p{L})les (?:\p{L}+ ){1,4}$", regex.IGNORECASE)
"""Before "interrogés par ...": all those whom somebody polls, "les analystes [interrogés par l'agence]"."""
POLL = ("interrogés", "interrogées")


@cache
def broadcast(language: str) -> regex.Pattern[str]:
    """What names an outlet that is told something: by its kind, its name, or the word with which names of outlets end."""
    words = lexicon(language).words
    ends = "|".join(sorted(words.stations, key=len, reverse=True))
    ours = "|".join(sorted(words.reporters, key=len, reverse=True))
    return regex.compile(
        r"(?:à|sur|sur les ondes d[e']) ?une (?:radio|télévision|chaîne)(?: (?!(?:a|ont|est|que|qui|et) )\p{Ll}[\p{L}-]{2,16}+)?"
        r"|(?:à|sur) la (?:radio|télévision|télé)(?!\p{L})(?: (?:d'État|publique|nationale|locale|privée))?"
        r"|(?:à|sur) la (?:chaîne|radio|station)(?: (?:de télévision|de radio|d'information|privée|publique|locale))?+(?= \p{Lu})"
        r"|au (?:quotidien|journal|magazine|site)(?= (?:\p{Ll}[\p{L}-]{1,14} ){0,2}[\p{Lu}«])"
        r"|sur (?:Télé|Radio|Canal|TV)(?: (?:\p{Lu}|\p{N})[\p{L}\p{N}.'-]*+){1,3}+"
        rf"|(?:à|sur|auprès de|chez) \p{{Lu}}[\p{{L}}\p{{N}}'-]*+(?: \p{{Lu}}[\p{{L}}\p{{N}}'-]*+){{0,2}}+(?<=[ -](?:{ends}))(?!\p{{L}})"
        rf"|(?:[Àà]|[Aa]uprès d(?:e |')|[Ss]ur|[Vv]ia|[Aa]ux?) ?(?:l'|la |les |le )?(?:{MEDIUM} |{NEWS})?{STATION}(?!\p{{L}})"
        rf"|(?:à|devant) (?:nos|notre) (?:\p{{L}}{{4,12}} )?(?:{ours})(?!\p{{L}})(?: (?:spécial|sur place)\p{{L}}*+)?"
        r"|(?:à|en réponse à) (?:une|des) questions? d(?:e |u |es |')"
        r"|(?<!(?:contact|sollicit)ée?s? )(?:[Aa]u|[Pp]ar) téléphone(?!\p{L})|au bout du fil|à notre micro"
    )


HINTS = ("radio", "télé", "chaîne", "canal", "tv", "station", "quotidien", "journal", "magazine", "site", "question", "fil", "micro")
"""One of these, of the words that names end with, or of the stations, must be there."""
STATIONS = (
    *("bbc", "cnn", "bfm", "france", "rtl", "rmc", "tf1", "lci", "cnews", "rfi", "rtbf", "rts", "nhk", "npr", "fox", "europe 1", "tv5"),
    *("jazeera", "vrt", "vtm", "srf", "sénat", "canada"),
)


@cache
def hints(language: str) -> tuple[str, ...]:
    """Words one of which stands where an outlet is told something."""
    words = lexicon(language).words
    return (*HINTS, *STATIONS, *(end.lower() for end in words.stations), *words.reporters)


def asked(text: str, start: int, end: int, *, language: str) -> "regex.Match[str] | None":
    """Where it is said that somebody was asked, by none that is named; not that a panel was: "les analystes interrogés par l'agence"."""
    found = ASKED.search(text, start, end)
    if found is None or _polled(text, found) or by_outlet(text, found.start(), found.end() + NAME, language=language):
        return None
    return found


def _polled(text: str, found: "regex.Match[str]") -> bool:
    return found.group().startswith(POLL) and POLLED.search(text, max(0, found.start() - 60), found.start()) is not None


def by_outlet(text: str, start: int, end: int, *, language: str) -> "regex.Match[str] | None":
    """Where it is said that an outlet asked somebody, and which one: another one passes on what was said to it; no reporter by name."""
    found = BY_OUTLET.search(text, start, end)
    if found is None or _polled(text, found):
        return None
    return None if lexicon(language).names.is_first(forename(found["outlet"])) else found
