"""How far the noun phrase behind a verb reaches: "annonce [une perte de 12 millions, en hausse de 3 %]"."""

import regex

from recoupe.claims.attribution import extent
from recoupe.claims.attribution.alternatives import ARTICLES, POINTING
from recoupe.claims.attribution.counts import COUNT_HEAD
from recoupe.claims.attribution.numerals import COUNT, DECIMAL
from recoupe.claims.attribution.page import Extent, Page

LISTED = regex.compile(rf", (?={COUNT})(?![^,;:.\n]{{1,24}}? (?:minutes?|heures?|jours?|semaines?|mois|ans?|années?) (?:après|avant|plus))")
"""Before a further number behind the colon: "son bilan : 180 hectares brûlés, sept maisons détruites"."""
ITEMS = regex.compile(
    rf" ?: (?=une? |{COUNT})"
    r"(?![^.;«»\n]{0,160} (?:a|ont|est|sont|était|étaient|avait|avaient|sera|seront) )"
)
"""Before those of whom a count consists: "deux morts : un homme de 71 ans et une automobiliste"."""
SET_BESIDE = regex.compile(r"(?:[\p{L}\p{N}]+ ){1,3}?(?:de (?:plus|moins)|supplémentaires?|fois) ")
"""What measures a count by another one and is no further count: ", mille de plus que mardi"."""
ENDS = regex.compile(
    r" (?=par (?:voie de )?communiqué|dans (?:une?|son|sa|leur|ce|cette) (?:\p{L}{4,8} )?"
    r"(?:communiqué|message|vidéo|entretien|interview|tweet|allocution|discours|courri(?:er|el)|lettre|texte|note|publication|déclaration"
    r"|enregistrement|post)(?!\p{L})"
    r"|dans (?:son|sa|leur) (?:\p{L}{4,8} )?(?:rapport|baromètre|bulletin|étude)(?!\p{L})"
    r"|en conférence de presse|au micro d|à (?:une (?:radio|télévision|chaîne)|la (?:radio|télévision|télé|barre|presse))(?!\p{L})"
    r"|sur (?:(?:sa |son |leur |ses |leurs )(?:chaîne|compte|page|canal|canaux|site|fil)"
    r"s?(?!\p{L})|Telegram|Twitter|X(?!\p{L})|Facebook|Instagram|les réseaux sociaux))"
    r"| (?:après|alors|avant(?= d[e'])|lors|pendant|suite|quelques|au lendemain|à l'issue|au cours|en raison|grâce|afin|"
    r"et (?=(?:(?:a|ont|est|sont)(?= )|"
    r"\p{L}{3,16}(?:é|i|u|it|is) (?:qu(?:e |')|l[ae]s? |l'|une? |des |\p{N})) ?))(?= |$|(?<= ))|[;:!?\n]|[,.](?!\p{N})"
)
TELLERS = ("police", "préfecture", "organisateurs", "syndicats", "intersyndicale", "autorités", "ministère", "gendarmerie", "mairie")
"""Who counts a crowd, behind "pour"."""
OF_ANOTHER = (
    rf"(?!(?:[^,;:.!?«»\n]|{DECIMAL}){{1,60}}?(?<!\p{{L}})"
    rf"(?:selon |d'après |de source |pour l(?:a |es? |')(?:{'|'.join(TELLERS)})(?!\p{{L}})))"
)
"""Not before whoever else gives a count: ", contre 900 selon les syndicats"."""
AGAINST = regex.compile(rf", contre {OF_ANOTHER}{COUNT}")
"""A count set against the one before: "234 enlèvements, contre 78 en 2019"."""
OTHERS = regex.compile(rf",? (?:contre|et|mais) (?!{OF_ANOTHER})(?={COUNT})")
"""Before a count that another one gives."""
REFUSED = regex.compile(r",? (?:et|mais|ni) n(?:e |')(?=\p{L})")
"""Before what the same subject does not do: "dément tout retard et ne confirme pas le départ"."""
PART = regex.compile(
    rf", (?:ainsi qu(?:e |')(?={ARTICLES}|{POINTING}|{COUNT})"
    r"|(?:dont|parmi (?:lesquel(?:le)?s|eux|elles)) "
    rf"(?:{COUNT}|des |plusieurs |la moitié|la plupart|celui |celle |ceux )[^,;:.!?«»\n]{{0,80}}+"
    rf"|et (?:{OF_ANOTHER}{COUNT}|[«“\"] ?des |des (?:dizaines|centaines|milliers) ))"
)
"""A part of what was counted, and the last of several counts: ", dont deux mineurs, et 27 blessés"."""
MEASURED = regex.compile(
    rf", (?:soit {COUNT}|en (?:hausse|baisse|repli|recul|progression|augmentation|retrait|chute) d(?:e |')"
    rf"|(?:inférieur|supérieur|égal|équivalent)e?s? à "
    rf"|à {COUNT}[^,;:.!?«»\n]{{0,20}}?(?<!\p{{L}})(?:euros|dollars|francs|livres|roubles|%))"
)
"""What measures that of which is told: "un bénéfice de 214 millions, en repli de 12 %"."""
QUALIFIED = regex.compile(r", [«“\"] ?\p{Ll}[^«»“”\"\n]{1,80}+[»”\"](?= ?[.;\n])")
"""What it is called, in the words of who tells it: "la prise de la ville, « libérée sans combat »"."""
UNDERGONE = regex.compile(
    r"(?<=\p{L}(?:é|i|u|is|it)e?s?) (?:après|pendant|avant (?!d[e'])|au cours|lors d(?:e |u |'une? |es )"
    r"(?!(?:conférence|point|entretien|interview|discours|allocution|audience|réunion|procès|débat)(?!\p{L})))"
)
"""Behind a participle, when that befell what is told of: "quatre soldats tués [lors d'une embuscade]"."""
BEFELL = regex.compile(
    r", (?:jamais |déjà |aussitôt |récemment )?"
    r"(?!joint|contact|interrog|rencontr|sollicit|interview|cité|suivi|rejoint|appuy|souten)"
    r"\p{L}{3,16}(?:ées?|és|ies?|ues?|us|ises?|its?es?|rts|rtes?)(?= (?:en|à|aux?|dans|sur|par|lors|depuis|le|la) |[.\n])"
)
"""What befell that of which is told, by the gender and number that speakers seldom have: "une attaque, commise en 2015"."""
ONWARD = (AGAINST, PART, MEASURED, QUALIFIED, UNDERGONE, BEFELL)
"""What a noun phrase goes on with behind a mark that else ends it."""
OF = regex.compile(r"(?:d(?:e |u |es |')|par )")
TIMED = 50
"""Characters of a time between commas."""


def noun_object(page: Page, start: int, high: int) -> Extent:
    """The noun phrase after the verb: quotations in it are whole."""
    at = start + 2
    counted = COUNT_HEAD.match(page.text, start, high) is not None
    for mark in (OTHERS, REFUSED):
        if (other := mark.search(page.text, at, high)) and page.quote_at(other.start()) is None:
            high = other.start()
    while stop := ENDS.search(page.text, at, high):
        quote = page.quote_at(stop.start())
        if (more := _goes_on(page, stop.start(), high, counted=counted)) is not None:
            at = more
        elif quote is None:
            return extent.closed(page, (start, stop.start()))
        else:
            at = quote[1]
    return extent.closed(page, (start, max(high, start)))


def _goes_on(page: Page, at: int, high: int, *, counted: bool) -> int | None:
    """Where a noun phrase goes on behind a mark: with a count set against it, with a part, with the next of several counts."""
    more = next((hit for pattern in ONWARD if (hit := pattern.match(page.text, at, high))), None)
    if more is None and counted:
        more = LISTED.match(page.text, at, high) or ITEMS.match(page.text, at, high)
        more = None if more and (page.when_from(more.end()) or SET_BESIDE.match(page.text, more.end())) else more
    return more.end() if more else _beyond_time(page, at, high)


def _beyond_time(page: Page, at: int, high: int) -> int | None:
    """Where a noun phrase goes on behind a time between commas: "la suppression, [d'ici fin 2027], de 400 postes"."""
    close = page.text.find(", ", at + 2, min(high, at + TIMED))
    if close < 0 or not page.text.startswith(", ", at) or not OF.match(page.text, close + 2, high):
        return None
    return close + 2 if any(page.whens_in(at + 2, close)) else None
