"""Channels: by which way words became public ("dans un communiqué", "sur Telegram", "joint par téléphone")."""

from collections.abc import Callable
from functools import cache, partial

import regex

from recoupe import lang
from recoupe.claims.attribution import hearers, interviews, leads
from recoupe.claims.attribution.alternatives import OUTLET, STATION
from recoupe.claims.attribution.interviews import MEDIUM
from recoupe.claims.attribution.lexicon import lexicon
from recoupe.claims.attribution.page import Extent, Page
from recoupe.claims.attribution.words import Hints
from recoupe.model import Actor, ActorKind, Channel, ChannelKind

Search = Callable[[str, int, int], "regex.Match[str] | None"]
"""Looks for a way between two places of a text."""
BEFORE = (
    r"(?:(?:au (?:terme|bout)|à l'issue) d(?:e |')(?:\p{L}{2,12}|\p{N}{1,2}) (?:heures?|minutes?|jours) d(?:e |')|"
    r"dans|par|via|sur|lors d(?:es|[eu'])|au cours d(?:es|[eu'])|"
    r"en|au|à|à l'|à l'issue d[eu']|à l'occasion d[eu']|au terme d[eu']|durant|pendant"
    r"|par (?:voie|le biais|l'intermédiaire|le canal) d(?:es|[eu'])|au moyen d[e'u]) ?"
    r"(?:(?:un|une|la|le|les|l'|son|sa|ses|leur|leurs|ce|cet|cette|des|plusieurs|deux)[ ]?)?"
    r"(?:(?:de|bref|long|court|dernier|dernière|premier|première|même|nouveau|nouvelle"
    r"|compte|chaîne|canal|messagerie|profil|page|fil|récent|récente) ){0,2}+"
)
MANNER = r"(?:hebdomadaire|quotidien|mensuel|annuel|trimestriel|officiel|commun|conjoint|télévisé|liminaire)(?:le)?s?(?!\p{L})"
"""What follows the noun of a channel: "dans son bulletin hebdomadaire"."""
POSTED = r"(?:(?:postée?|publiée?|diffusée?|partagée?|mise? en ligne)s?|[àa] ses abonnés) (?:\p{L}{4,10} (?:\p{L}{4,6} )?)?sur "
"""What makes a message or a text one of a social network: "un message posté lundi sur X"."""
SPREAD = regex.compile(r" (?:diffusé|publié|transmis|relayé|rendu public|mis en ligne|envoyé|adressé)(?!\p{L})")
"""What makes a message a text that is handed out."""
RECORDED = regex.compile(r" (?:vocal|audio|sonore)e?s?(?!\p{L})")
"""What somebody has spoken for one hearer: "une note vocale" is no paper."""
RENAMED = r"(?: \((?:l')?(?:ex|anciennement)[- ]Twitter\))?"
ONLINE = frozenset((ChannelKind.SPEECH, ChannelKind.COMMUNIQUE, ChannelKind.LETTER))
WRITTEN = regex.compile(
    r"(?:dans )(?:un|ce|le) (?:court |bref |long |même )?(?:texte)(?= (?:diffusé|publié|transmis|adressé|signé|envoyé|rendu))"
)
MEDIA_RELAY = regex.compile(
    rf"[Dd]ans (?:l'|la |les |le )?(?:{MEDIUM} )?{STATION}(?!\p{{L}})"
    rf"|(?:citée?s?|reprise?s?|relayée?s?|rapportée?s?) (?:\p{{L}}{{4,10}} )?(?:par|dans) (?:(?:l'|la |les? |une? |des |"
    rf"plusieurs )(?:{MEDIUM})|{OUTLET}(?!\p{{L}}))"
    rf"|(?<=\()[Ss]ources? ?:? ?(?:[Aa]gence \p{{Lu}}[\p{{L}}-]++|{OUTLET}(?!\p{{L}}))"
    r"|[dD]ans les (?:colonnes|pages) d(?:e |u |es |')(?:la |l')?\p{Lu}[\p{L}'-]*+(?: (?:d(?:e |u |es )(?:la )?)?\p{Lu}[\p{L}'-]*+){0,3}+"
)
PUBLISHED = regex.compile(
    rf"(?:publiée?s?|parue?s?|diffusée?s?) (?:\p{{L}}{{4,10}} )?(?:dans|par) (?:l'|la |les? |une? )"
    rf"(?!revue|agence (?!de presse|\p{{Lu}}))(?:{MEDIUM})"
)
"""What a source itself may be: "un sondage publié dans le quotidien X"."""
OUT = ("publié", "paru", "diffusé", "mis")
"""One of these must be there."""
PAPER = regex.compile(
    r"(?:une?|des|les?|la|l'|ses|son|sa|leurs?) ?(?:\p{L}+ )?"
    r"(?:articles?|estimations?|données|chiffres|statistiques|résultats|classement|sondages?"
    r"|baromètre|projections?|prévisions|travaux|tribune|éditorial) (?:\p{L}{3,12} ){0,2}?(?:publiée?s?|parue?s?|mise?s? en ligne)(?!\p{L})"
)
"""What is a document because it is published: "des estimations publiées jeudi"."""
REACHED = regex.compile(r"(?:joint|interrogé)e?s? $", regex.IGNORECASE)
CONTACTED = regex.compile(r"(?:contacté|sollicité)e?s? $", regex.IGNORECASE)
"""Who was only reached out to: nothing says by which way the answer came."""
PAGE = regex.compile(r"(?:à la |en )?pages? \p{N}++")
CARRIED_BY = regex.compile(r"(?<!\p{L})(?:sur|dans|via) (?:l'|la |les |le )?$", regex.IGNORECASE)
"""What stands before an outlet that carries what is said: "sur Radio Lac", "dans L'Éveil"."""
FORUM = regex.compile(
    r"[sS]ur les réseaux(?! \p{Ll}| d'| de )|"
    r"[sS]ur (?:un|le|son|des) (?:forums?|fil d'actualité|messageries?|boucles?)(?!\p{L})"
    rf"|(?:[sS]ur|[vV]ia) (?:(?:son|leur|le) compte )?X(?![\p{{L}}\p{{N}}-]){RENAMED}"
)
ON_AIR = frozenset(("antenne", "plateau", "micro"))
"""Where one is heard; as a source it is a branch: "l'antenne locale de la Croix-Rouge"."""
OURS = regex.compile(r"not?re |nos ", regex.IGNORECASE)
ITS_TITLE = regex.compile(r"[«\"“] ?\p{Lu}[\p{L}\p{N}'.-]*+(?: [\p{L}\p{N}'.-]++){0,4} ?[»\"”]")
"""A name that stands as a speaker in quotation marks: the title of a paper."""
ITS_NAME = regex.compile(
    r"(?:(?:[Ll]es? |[Ll]a |[Uu]ne? |[Dd]es |[Dd]u |[Dd]e |ce |cette |ces |[Pp]lusieurs |[Cc]ertains |[Dd]'|autres |mêmes? |grands? "
    rf"|premiers? |principaux |nombreux |[Ll]'){{0,4}}+(?:(?i:{MEDIUM})|\p{{Lu}}|franceinfo))"
)
"""An outlet by its noun or its name; "la directrice de la chaîne" is a person."""
TITLED = regex.compile(r"[ '](?:L[ea]s? |L')")
"""What makes the noun that follows a part of a name: "par Le Courrier" is no letter."""


@cache
def _ways(language: str) -> tuple[regex.Pattern[str], regex.Pattern[str], dict[str, ChannelKind]]:
    kinds = {noun.lower(): kind for kind, nouns in lexicon(language).channels.items() for noun in nouns}
    nouns = "|".join(regex.escape(n) for n in sorted(kinds, key=len, reverse=True))
    nets = "|".join(n for n in lexicon(language).channels[ChannelKind.SOCIAL] if n[:1].isupper())
    noun = rf"(?<![\p{{L}}\p{{M}}])(?P<noun>{nouns})(?![\p{{L}}\p{{M}}-])"
    whole = regex.compile(
        rf"(?<![\p{{L}}\p{{M}}-]){BEFORE}{noun}(?: (?P<social>{POSTED})?(?:{nets}|{MANNER})(?!\p{{L}}))?{RENAMED}",
        regex.IGNORECASE,
    )
    plain = regex.compile(
        r"(?:(?:un|une|le|la|les|l'|des|ce|cette|son|sa|ses|leurs?) ?)"
        rf"(?:(?:même|derni(?:er|ère)|premi(?:er|ère)|nouveau|nouvelle|bref|brève|court|courte|long|longue)s? )?{noun}",
        regex.IGNORECASE,
    )
    return whole, plain, kinds


@cache
def _hints(language: str) -> Hints:
    """What must stand where a pattern of `channel` fits: its "x" alone gives no channel there, since it is mostly a part of a word."""
    nouns = {noun.lower() for listed in lexicon(language).channels.values() for noun in listed} - {"x"}
    return Hints(
        {"noun": nouns, "micro": ("micro", "antenne", "plateau", "ondes"), **{n: words for n, (*_, words) in _later(language).items()}}
    )


def named(page: Page, start: int, limit: int) -> "regex.Match[str] | None":
    """The words at `start` that name a channel."""
    whole, _, _ = _ways(page.language)
    ways = (interviews.MICRO, whole, MEDIA_RELAY, interviews.TOLD)
    return next((hit for way in ways if (hit := way.match(page.text, start, limit))), None)


def channel(page: Page, start: int, end: int) -> Channel | None:
    """The channel named between `start` and `end`, outside quotations."""
    near = page.lower[start:end]
    hinted = _hints(page.language).of(near)
    whole, _, kinds = _ways(page.language)
    if "micro" in hinted and (micro := interviews.MICRO.search(page.text, start, end)):
        return _way(page, ChannelKind.INTERVIEW, micro.span())
    for hit in whole.finditer(page.text, start, end) if "noun" in hinted else ():
        noun = hit["noun"].lower()
        if (
            page.quote_at(hit.start()) is None
            and not RECORDED.match(page.text, hit.end("noun"))
            and TITLED.search(hit.group()) is None
            and CONTACTED.search(page.text, max(0, hit.start() - 16), hit.start()) is None
            and leads.leads(page.text, hit, kinds[noun])
        ):
            return _way(page, _kind(page, hit, kinds[noun]), hit.span())
    for name, (search, kind, _) in _later(page.language).items() if hinted else ():
        found = search(page.text, start, end) if name in hinted else None
        if found is not None and page.quote_at(found.start()) is None:
            return _way(page, kind, found.span())
    if (carried := _carried_by(page, start, end)) is not None:
        return carried
    return _within(page, start, end) if " dans l" in near or " où " in near else None


def _kind(page: Page, hit: "regex.Match[str]", listed: ChannelKind) -> ChannelKind:
    """The kind of a channel that its noun is `listed` under, by what stands with the noun."""
    if listed is ChannelKind.LETTER and REACHED.search(page.text, max(0, hit.start() - 16), hit.start()):
        return ChannelKind.INTERVIEW  # "contacté par courriel"
    if hit.group().lower() == "à la tribune":
        return ChannelKind.SPEECH
    if hit["social"] and listed in ONLINE:
        return ChannelKind.SOCIAL
    handed_out = listed is ChannelKind.SPEECH and hit["noun"].lower() == "message" and SPREAD.match(page.text, hit.end())
    return ChannelKind.COMMUNIQUE if handed_out else listed


def _carried_by(page: Page, start: int, end: int) -> Channel | None:
    """The outlet on which somebody is heard, or in which he is read."""
    for mention in page.mentions_in(start, end):
        at = mention.span.start
        lead = CARRIED_BY.search(page.text, max(start, at - 14), at) if mention.actor.kind in hearers.OUTLETS else None
        if lead is not None and page.quote_at(at) is None and page.text[at : mention.span.end].removeprefix("l'")[:1].isupper():
            heard = lead.group()[:3].lower() == "sur" and mention.actor.kind is not ActorKind.AGENCY
            return _way(page, ChannelKind.INTERVIEW if heard else ChannelKind.MEDIA_RELAY, (lead.start(), mention.span.end))
    return None


WITHIN = regex.compile(r"[^,;:.!?\n«»]{0,60}?,? (?:dans l(?:e|a|es)quel(?:le)?s? |où )")
"""Behind the noun of a channel, what says that the words to come stand in it: "un communiqué [du bureau dans lequel il dit]"."""


def _within(page: Page, start: int, end: int) -> Channel | None:
    """The paper of which a relative says that somebody says something in it."""
    _, plain, kinds = _ways(page.language)
    for hit in plain.finditer(page.text, start, end):
        if WITHIN.match(page.text, hit.end(), end) and page.quote_at(hit.start()) is None:
            return _way(page, kinds[hit["noun"].lower()], hit.span())
    return None


RELAYS = (
    *("cité", "repris", "relay", "rapport", "source", "colonnes", "pages", "agence"),
    *("afp", "reuters", " ap", "'ap", "efe", "ansa", "dpa", "belga", " map", " tap", " ats", "'ats", "-ats", " pc", "anadolu"),
    *("bloomberg", "xinhua", "associated", "interfax", "tass", "novosti", "france-presse", "france presse"),
)
"""Words one of which stands where somebody is relayed by an agency or another outlet."""


@cache
def _later(language: str) -> dict[str, tuple[Search, ChannelKind, tuple[str, ...]]]:
    """The other ways, each with words one of which must be there."""
    return {
        "forum": (FORUM.search, ChannelKind.SOCIAL, (" x", "forum", "fil d", "messager", "boucle", "réseaux")),
        "written": (WRITTEN.search, ChannelKind.COMMUNIQUE, ("texte",)),
        "media": (MEDIA_RELAY.search, ChannelKind.MEDIA_RELAY, (*RELAYS, *interviews.STATIONS)),
        "asked": (partial(interviews.asked, language=language), ChannelKind.INTERVIEW, interviews.ASKING),
        "broadcast": (interviews.broadcast(language).search, ChannelKind.INTERVIEW, interviews.hints(language)),
        "page": (PAGE.search, ChannelKind.DOCUMENT, ("page",)),
    }


def spoken(page: Page, ends: tuple[int, ...], limit: int, taken: tuple[Extent, ...]) -> Channel | None:
    """The place or the hearers named behind a verb or its subject: "a dit au Sénat", "a lancé la maire devant ses partisans"; not what
    belongs to the words `taken`, who speaks and what is said: "le chef des élus au Sénat"."""
    for end in ends:
        found = hearers.hearers(page, end, min(limit, end + hearers.SOON))
        if found and any(a <= found[1][0] < b for a, b in taken):
            continue
        if found and not hearers.MARKS.intersection(page.text[end : found[1][0]].strip(" ,")) and page.quote_at(found[1][0]) is None:
            return _way(page, *found)
    return None


def opened(page: Page, start: int, limit: int) -> Channel | None:
    """The hearers with which a clause opens: "Devant les députés, ..."."""
    found = hearers.opening(page, start, limit) if start < limit else None
    return _way(page, *found) if found else None


def asked(page: Page, start: int, end: int) -> Channel | None:
    """What is said of the speaker himself: "la maire, jointe par téléphone, qui réclame"."""
    hinted = any(word in page.lower[start:end] for word in interviews.ASKING)
    found = interviews.asked(page.text, start, end, language=page.language) if hinted else None
    return _way(page, ChannelKind.INTERVIEW, found.span()) if found and page.quote_at(found.start()) is None else None


def is_outlet(page: Page, source: Extent, actor: Actor) -> bool:
    """Whether a source is an outlet that passes on what others say: "L'Éveil", "les médias locaux"; not its director, nor ours."""
    if OURS.match(page.text, source[0]):
        return False
    if (quote := page.quote_at(source[0])) is not None:
        return quote[0] >= source[0] - 2 and quote[1] >= source[1] and ITS_TITLE.fullmatch(page.text, *quote) is not None
    mention = page.mention(*source)
    itself = mention is not None and mention.span.start <= source[0] + 4 and actor.kind in hearers.OUTLETS
    return itself and ITS_NAME.match(page.text, *source) is not None


def posted(page: Page, cue: Extent) -> Channel | None:
    """The network that a verb names by itself: "a tweeté"."""
    return _way(page, ChannelKind.SOCIAL, cue) if "tweet" in page.lower[slice(*cue)] else None


def document(page: Page, source: Extent) -> Channel | None:
    """The channel that a source itself is: "une vidéo diffusée par ...", "le communiqué du ministère"."""
    if not lang.has(page.language, "attribution"):
        return None
    _, plain, kinds = _ways(page.language)
    words = page.text[slice(*source)]
    out = any(stem in words for stem in OUT)
    published = PUBLISHED.search(page.text, *source) if out else None
    if published is not None:
        return _way(page, ChannelKind.MEDIA_RELAY, published.span())
    paper = PAPER.match(page.text, *source) if out else None
    if paper is not None:
        return _way(page, ChannelKind.DOCUMENT, paper.span())
    named = "x" in words or "X" in words or "noun" in _hints(page.language).of(page.lower[slice(*source)])
    hit = plain.match(page.text, source[0], source[1]) if named else None
    kind = kinds[hit["noun"].lower()] if hit else None
    if (
        hit is None
        or kind is None
        or hit["noun"].lower() in ON_AIR
        or (hit["noun"].lower() == "site" and not leads.KEPT.match(page.text, hit.end("noun")))
        or (kind is not ChannelKind.SOCIAL and hit["noun"].istitle())
    ):
        return None  # "le Courrier" is a newspaper
    return _way(page, kind, hit.span())


def _way(page: Page, kind: ChannelKind, extent: Extent) -> Channel:
    start, end = extent
    stop = page.text[end - 1 : end] == "." and page.text[end - 3 : end - 2].isalnum()  # "sur Télé Nation.", not "sur U.S."
    return Channel(kind=kind, span=page.span((start, end - stop)))
