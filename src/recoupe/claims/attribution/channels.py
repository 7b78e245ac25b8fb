"""Channels ("dans un communiqué", "sur Telegram") and the adjuncts that stand between a cue and its content."""

from functools import cache

import regex

from recoupe import lang
from recoupe.claims.attribution.lexicon import lexicon
from recoupe.claims.attribution.page import Extent, Page
from recoupe.model import Channel, ChannelKind

BEFORE = (
    r"(?:dans|par|via|sur|lors d[eu']|au cours d[eu']|en|au|à|à l'|à l'issue d[eu']|au terme d[eu']|durant|pendant|après) ?"
    r"(?:(?:un|une|la|le|les|l'|son|sa|ses|leur|leurs|ce|cet|cette|des|plusieurs|deux)[ ]?)?"
    r"(?:(?:de|bref|long|court|dernier|dernière|premier|première|même|nouveau|nouvelle|compte|chaîne|page|récent|récente) ){0,2}+"
)
MANNER = r"(?:hebdomadaire|quotidien|mensuel|annuel|trimestriel|officiel|commun|conjoint|télévisé|liminaire)(?:le)?s?(?!\p{L})"
"""What follows the noun of a channel: "dans son bulletin hebdomadaire"."""
MOMENT = regex.compile(
    r"(?:le (?:soir|matin|midi)(?: même)?|dans la (?:soirée|matinée|foulée|journée)|"
    r"à la mi-\p{L}{4,12}+|en (?:début|fin|milieu|cours) d(?:e (?:la )?|')[\p{L}-]{4,16}+|en (?:matinée|soirée|journée))(?![\p{L}-])"
)
"""A moment of the day between verb and speaker that is no time by itself."""
THIS = regex.compile(r"(?:ce |cette |dans la |le |depuis )")
"""What may stand before a time."""
ASIDE = regex.compile(
    r"(?:lui|elle|eux|elles)(?=,)|(?:quant à (?:lui|elle|eux|elles)|de (?:son|leur) côté|(?:pour|de) (?:sa|leur) part|à (?:son|leur) tour"
    r"|en revanche|en outre|au contraire|par ailleurs|en effet|de plus|d'ailleurs|dans le même temps|notamment|toutefois|cependant"
    r"|également|enfin)(?!\p{L})"
)
"""What sets the speaker apart from another one: "évoque, lui, ..."."""
ADDRESSED = regex.compile(
    r"(?:à|au|aux|devant|auprès de|auprès du|auprès des|face à|face aux|sur|au micro de|à l'antenne de) ?(?:l'|la |les |le |des |d')?"
    r"(?:presse|journalistes|reporters|médias|télévision|radio|députés|parlement|sénat|sénateurs|assemblée|tribunal|"
    r"public|enquêteurs|chaîne|agence|quotidien|journal|AFP|Reuters|\p{Lu}[\p{L}\p{N}.'-]{1,30}+)"
    r"(?: (?:(?:de |du |d')?\p{Lu}[\p{L}\p{N}.'-]{1,30}+|nationale|locale|publique|étrangers|étrangère|russe|"
    r"française|télévisée?|de presse|1|2|3|24)){0,4}+"
)
MEDIA_RELAY = regex.compile(
    r"(?:à|auprès de|devant|au micro de|à l'antenne de|sur|au|aux) ?(?:l'|la |les |le )?(?:agence |chaîne |quotidien |"
    r"journal |radio |télévision |magazine |site )?"
    r"(?:AFP|Reuters|AP|EFE|ANSA|DPA|Belga|Associated Press|BBC|CNN|BFM ?TV|BFMTV|France ?(?:Inter|Info|2|3|24|"
    r"Culture|Bleu)|franceinfo|RTL|RMC|TF1|LCI|CNews|RFI|Europe 1|Interfax|TASS|RIA Novosti)"
)
MICRO = regex.compile(
    r"(?:au micro|à l'antenne|sur le plateau|sur les ondes) d(?:e |u |es |')(?:la |"
    r"l')?\p{Lu}[\p{L}\p{N}.'-]{1,30}+(?: \p{Lu}[\p{L}\p{N}.'-]{1,20}+)?+"
)


ASKED = regex.compile(
    r"(?:joint|contacté|interrogé|interviewé)e?s? "
    r"(?:par (?:téléphone|"
    r"\p{Lu}[\p{L}\p{N}.-]{1,20}+|l'AFP)|au téléphone)|à notre micro"
)


@cache
def _ways(language: str) -> tuple[regex.Pattern[str], regex.Pattern[str], dict[str, ChannelKind]]:
    kinds = {noun.lower(): kind for kind, nouns in lexicon(language).channels.items() for noun in nouns}
    nouns = "|".join(regex.escape(n) for names in lexicon(language).channels.values() for n in sorted(names, key=len, reverse=True))
    noun = rf"(?<![\p{{L}}\p{{M}}])(?P<noun>{nouns})(?![\p{{L}}\p{{M}}-])"
    whole = regex.compile(rf"(?<![\p{{L}}\p{{M}}-]){BEFORE}{noun}(?: (?:Telegram|X|Twitter|Facebook|{MANNER}))?", regex.IGNORECASE)
    plain = regex.compile(
        rf"(?:(?:un|une|le|la|les|l'|des|ce|cette|son|sa|leur) ?)(?:(?:même|dernier|dernière|premier|nouveau|nouvelle) )?{noun}",
        regex.IGNORECASE,
    )
    return whole, plain, kinds


def channel(page: Page, start: int, end: int) -> Channel | None:
    """The channel named between `start` and `end`, outside quotations."""
    whole, _, kinds = _ways(page.language)
    if micro := MICRO.search(page.text, start, end):
        return Channel(kind=ChannelKind.INTERVIEW, span=page.span(micro.span()))
    for hit in whole.finditer(page.text, start, end):
        if page.quote_at(hit.start()) is None and hit["noun"] != "x":
            return Channel(kind=kinds[hit["noun"].lower()], span=page.span(hit.span()))
    if relay := MEDIA_RELAY.search(page.text, start, end):
        return Channel(kind=ChannelKind.MEDIA_RELAY, span=page.span(relay.span()))
    return reached(page, start, end)


def reached(page: Page, start: int, end: int) -> Channel | None:
    """The channel by which somebody was asked: "joint par téléphone", "interrogé par", "à notre micro"."""
    hit = ASKED.search(page.text, start, end)
    return Channel(kind=ChannelKind.INTERVIEW, span=page.span(hit.span())) if hit else None


def document(page: Page, source: Extent) -> Channel | None:
    """The channel that a source itself is: "une vidéo diffusée par ...", "le communiqué du ministère"."""
    if not lang.has(page.language, "attribution"):
        return None
    _, plain, kinds = _ways(page.language)
    hit = plain.match(page.text, source[0], source[1])
    return Channel(kind=kinds[hit["noun"].lower()], span=page.span(hit.span())) if hit else None


def adjuncts(page: Page, start: int, limit: int) -> int:
    """Where the text goes on after the times, channels and persons addressed that stand at `start`."""
    whole, _, _ = _ways(page.language)
    at = start
    for _ in range(6):
        after = _over_comma(page.text, at)
        when = page.when_from(after) or _this(page, after)
        hit = (
            None
            if when
            else MICRO.match(page.text, after, limit)
            or whole.match(page.text, after, limit)
            or MEDIA_RELAY.match(page.text, after, limit)
            or ADDRESSED.match(page.text, after, limit)
            or MOMENT.match(page.text, after, limit)
            or ASIDE.match(page.text, after, limit)
        )
        if when is None and hit is None:
            return start if at == start else after
        at = when[1] if when else hit.end() if hit else at
    return _over_comma(page.text, at)


def _this(page: Page, at: int) -> Extent | None:
    """A time behind a word that belongs to it: "ce jeudi", "depuis 2011"."""
    led = THIS.match(page.text, at)
    return page.when_from(led.end()) if led else None


def _over_comma(text: str, at: int) -> int:
    at += text[at : at + 1] == ","
    return at + (text[at : at + 1] == " ")
