"""Whether a preposition and the noun of a channel say by which way words came: "dans un rapport", not "par rapport à", "sur un rapport"."""

import regex

from recoupe.model import ChannelKind

SPOKEN = frozenset((ChannelKind.SPEECH, ChannelKind.PRESS_CONFERENCE, ChannelKind.INTERVIEW, ChannelKind.VIDEO))
SENT = frozenset((ChannelKind.COMMUNIQUE, ChannelKind.LETTER, ChannelKind.SOCIAL, ChannelKind.VIDEO))
LEADS: tuple[tuple[regex.Pattern[str], frozenset[ChannelKind]], ...] = (
    (
        regex.compile(r"(?:à l'issue|à l'occasion|au terme) ", regex.IGNORECASE),
        frozenset((ChannelKind.SPEECH, ChannelKind.PRESS_CONFERENCE)),
    ),
    (
        regex.compile(r"(?:par (?:voie|le biais|l'intermédiaire|le canal) d|au moyen d)", regex.IGNORECASE),
        SENT | SPOKEN | {ChannelKind.DOCUMENT},
    ),
    (regex.compile(r"(?:lors|au cours|durant|pendant|en|aux?|à|à l') ?", regex.IGNORECASE), SPOKEN),
    (regex.compile(r"sur ", regex.IGNORECASE), frozenset((ChannelKind.SOCIAL, ChannelKind.VIDEO, ChannelKind.INTERVIEW))),
    (regex.compile(r"par (?:l[ea]s? |l'|ces? |cette )", regex.IGNORECASE), frozenset()),  # "l'urgence rappelée par le rapport"
    (regex.compile(r"par (?!rapport|avis)(?=\p{L}++$)", regex.IGNORECASE), SENT | {ChannelKind.DOCUMENT}),
    (regex.compile(r"par ", regex.IGNORECASE), SENT),  # "visé par une enquête"
)
"""Prepositions, each with the kinds of channel that it leads to; the others lead to all."""
TALKS = regex.compile(
    r"(?: (?:téléphonique|bilatéral|privé)s?)? avec (?:son |sa |ses |leurs? |l[ea]s? |l'|M\. |Mme )"
    r"(?!agence|quotidien|journal|chaîne|radio|site|magazine|hebdomadaire|média|presse|AFP)"
)
"""What makes an "entretien" a talk that nobody published: "lors d'un entretien avec son homologue"."""
ON_AIR = regex.compile(r" (?:télévisée|radio|vidéo|à l|aux? |devant|sur |dans l)")
"""What makes an "intervention" a speech; that of the firefighters is none."""
SITES = frozenset(("blog", "blogue"))
"""What one writes on."""
OWN = regex.compile(r"sur (?:son|leur|ses|leurs) ", regex.IGNORECASE)
OWN_WAY = {
    "livre": regex.compile(r"dans (?:un|son|leur|ce) ", regex.IGNORECASE),
    "article": regex.compile(r"dans [^\d]{2,30}article(?! \p{N})", regex.IGNORECASE),
    **dict.fromkeys(
        ("publication de ses résultats", "publication de leurs résultats", "publication de ses comptes"),
        regex.compile(r"(?:à l'occasion|lors|au cours) d", regex.IGNORECASE),
    ),
}
"""Nouns with the words that lead to them: not "dans le livre des records", "dans l'article 49"."""
KEPT = regex.compile(
    r" (?:d(?:e la|u|es|e) |de l'|d')?(?:l'|la |le )?(?:ministère|gouvernement|préfecture|présidence|mairie|parti|fédération|ligue|syndicat"
    r"|organisation|agence|institut|quotidien|journal|chaîne|radio|magazine|hebdomadaire|média|police|club)(?!\p{L})"
)
"""Whose "site" is one of the web and no place."""
STUDIO = regex.compile(r" (?:télé|d(?:e l'|e la |u |e |')(?:émission|chaîne|JT|journal|\p{N}|télé|\p{Lu}))")
"""What makes a "plateau" that of a channel: "sur le plateau de l'émission", not "sur le plateau au nord-est"."""
SURVEY = regex.compile(r"(?:une|cette|plusieurs|deux) (?:\p{L}+ )?$", regex.IGNORECASE)


def leads(text: str, hit: "regex.Match[str]", kind: ChannelKind) -> bool:
    """Whether `hit`, a preposition and the `noun` of a channel of `kind`, names a way by which somebody speaks."""
    noun, words, after = hit["noun"].lower(), hit.group().lower(), hit.end("noun")
    if noun.startswith("site ") or noun in ("site", *SITES):
        return words.startswith(("sur", "via")) and (noun != "site" or bool(OWN.match(words) or KEPT.match(text, after)))
    if (own := OWN_WAY.get(noun)) is not None:
        return own.match(text, hit.start()) is not None
    titled = kind is not ChannelKind.SOCIAL and hit["noun"].istitle() and hit.start("noun") > hit.start()  # "dans le Courrier"
    if noun == "x" or titled or not _led(words, kind):
        return words == "à la tribune"
    if noun.startswith(("entretien", "entrevue")):
        return TALKS.match(text, after) is None
    if noun == "intervention":
        return words.startswith(("dans", "lors de son", "au cours de son", "durant son")) or ON_AIR.match(text, after) is not None
    if noun == "plateau":
        return STUDIO.match(text, after) is not None
    if noun == "enquête":
        return SURVEY.search(text, hit.start(), hit.start("noun")) is not None
    return noun != "compte" or not text.startswith((" rendu", " tenu"), after)


def _led(words: str, kind: ChannelKind) -> bool:
    """Whether the preposition that opens `words` leads to `kind`."""
    kinds = next((kinds for preposition, kinds in LEADS if preposition.match(words)), None)
    return kinds is None or kind in kinds
