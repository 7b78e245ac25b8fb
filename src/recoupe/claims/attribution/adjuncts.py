"""What stands between a verb of saying and what is said: times, channels, persons addressed, what sets the speaker apart."""

import regex

from recoupe.claims.attribution import channels
from recoupe.claims.attribution.lexicon import forename, lexicon
from recoupe.claims.attribution.numerals import SOME
from recoupe.claims.attribution.page import Extent, Page

MOMENT = regex.compile(
    r"(?:le (?:soir|matin|midi)(?: même)?|dans la (?:soirée|matinée|foulée|journée)|"
    r"à la mi-\p{L}{4,12}+|en (?:début|fin|milieu|cours) d(?:e (?:la )?|')[\p{L}-]{4,16}+|en (?:matinée|soirée|journée)"
    r"|par (?:téléphone|écrit|courriel|texto|SMS)|au téléphone|en larmes|sans (?:détour|ambages|ciller)|d'une (?:seule )?voix"
    r"|avec (?:force|fermeté|émotion|colère|ironie|prudence|fierté|amertume)|sous (?:le )?(?:couvert|sceau) d(?:e l'|')anonymat"
    r"|(?:un peu |bien )?plus tard|peu (?:avant|après)|à (?:cet égard|ce (?:sujet|propos|titre|stade))|sur ce point"
    r"|(?:avant|après) ce(?:t|tte|s)? \p{L}{3,16}"
    r"|en (?:préambule|introduction|conclusion|réponse|attendant)|dans l'(?:attente|immédiat)|d'ici là|à terme"
    r"|dans un (?:premier|deuxième|second|dernier) temps"
    r"|dès (?:à présent|maintenant|lors)|(?:à|de) nouveau|une (?:nouvelle fois|fois (?:de plus|encore))|encore une fois"
    r"|(?:dans|lors d|au cours d) ?(?:'|e )?(?:une |la |l'|cette )"
    r"(?:foulée|émission|matinale|réunion|audience|séance|visite)(?: \p{Ll}{2,14}){0,4}+"
    r"|tout au long d(?:e la |u |es )[\p{L}-]{4,12}"
    r"|depuis (?!\p{N})\p{Lu}[\p{L}-]++"
    rf"|depuis (?:{SOME}) (?:minutes|heures?|jours?|semaines?|mois|ans?|années?|décennies?)"
    r"|d'(?:emblée|abord|entrée(?: de jeu)?)|en substance|sans hésiter"
    r"|à (?:ce jour|date|cette heure|l'heure actuelle|ce moment-là)|jusque-là|jusqu'(?:ici|alors|à présent)|pour l'(?:heure|instant)"
    r"|par (?:la voix|la bouche|l'intermédiaire|l'entremise) d(?:e |u |es |')[^,;:.!?«»\n]{2,60}(?=,)"
    r"|à l'(?:audience|antenne|instant)|à la barre|à huis clos|sur (?:place|les lieux))(?![\p{L}-])"
)
"""A moment or a setting between verb and speaker that is no time by itself."""
THIS = regex.compile(r"(?:ce |cette |dans la |le |depuis )")
"""What may stand before a time."""
ASIDE = regex.compile(
    r"(?:lui|elle|eux|elles)(?=,| (?:d(?:e |u |es |')|une? |l(?:[ea]s? |')|qu(?:e |')|\p{N}))"
    r"|(?:quant à (?:lui|elle|eux|elles)|de (?:son|leur) côté|(?:pour|de) (?:sa|leur) part|à (?:son|leur) tour"
    r"|en revanche|en outre|au contraire|par ailleurs|en effet|de plus(?! d(?:e |'))|d'ailleurs|dans le même temps"
    r"|notamment|toutefois|cependant"
    r"|également|enfin|par exemple|en tout|au total|à (?:elle|lui) seule?|à sa manière|à (?:son|leur) niveau)(?!\p{L})"
)
"""What sets the speaker apart from another one: "évoque, lui, ..."."""
NAMED = r"\p{Lu}[\p{L}\p{N}.'-]{1,30}+"
KIND = r"nationale|locale|publique|étrangers|étrangère|russe|française|télévisée?|de presse|\p{N}{1,2}(?!\p{N})"
ADDRESSED = regex.compile(
    r"(?:à|au|aux|devant|auprès de|auprès du|auprès des|face à|face aux|sur|au micro de|à l'antenne de) ?(?:l'|la |les |le |des |d')?(?:"
    r"(?:presse|journalistes|reporters|médias|députés|parlement|sénat|sénateurs|assemblée|tribunal|public|enquêteurs|AFP|Reuters)(?!\p{L})"
    rf"(?: (?:(?:de |du |d'){NAMED}|\p{{Lu}}{{2,8}}(?!\p{{L}})|{KIND})){{0,4}}+"  # "devant la presse [Anne Roy], députée": she speaks
    rf"|(?:télévision|radio|chaîne|agence|quotidien|journal|franceinfo|{NAMED})(?: (?:(?:de |du |d')?{NAMED}|{KIND})){{0,4}}+)"
)
SET_OFF = regex.compile(
    r" (?:parue?|publiée?|diffusée?|postée?|transmise?|envoyée?|adressée?|datée?|rendue?|mise?"
    r"|consultée?|obtenue?|révélée?|relayée?|d[eu])s? [^,;:.!?«»\"\n]{2,80}(?=,)"
)
"""How a channel that commas set off goes on."""
GIVEN = regex.compile(r"(?<=\p{L} )\p{Lu}\p{Ll}[\p{L}-]*+(?= \p{Lu})")
HEARER = regex.compile(
    r"(?:(?:à|devant|auprès de|face à) (?:l'|la |les |une? |son |sa |ses |leurs? |notre |nos |plusieurs |quelques )"
    r"|aux? (?!moins |plus |minimum |maximum )|auprès d(?:u|es) |face aux? )"
    r"(?!une? \p{L}{2,12}aine|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|mille) )"
    r"(?:(?! d(?:e |')(?:ne pas |se |s')?(?:être|avoir|faire|agir|\p{L}{3,20}(?:er|ir|dre|tre|ire))(?!\p{L}))[^,;:.!?«»\"\n]){2,60}?"
    r"(?<! de| du| des| d'| et| à| en| par| sur| dans| pour| avec| contre)"
    r"(?= (?:l'|la |les? |une? |son |sa |ses |leurs? |cette |ces? |cet |plusieurs |avoir |être |ne pas |vouloir |\p{N}|\p{Lu}))"
)
"""Who is told, before what is told or the one who tells: "a annoncé aux salariés la fermeture", "a confié à notre reporter le colonel"."""


def adjuncts(page: Page, start: int, limit: int, *, hearer: bool = False) -> int:
    """Where the text goes on after the times, channels and persons addressed at `start`; any `hearer` where the verb takes one."""
    at = start
    for _ in range(6):
        after = _over_comma(page.text, at)
        when = page.when_from(after) or _this(page, after)
        end = when[1] if when else _adjunct(page, after, limit, hearer=hearer)
        if end is not None and after > at + 1 and (rest := SET_OFF.match(page.text, end, limit)) is not None:
            end = rest.end()  # ", dans une étude parue jeudi dans une revue,"
        if end is None:
            return start if at == start else after
        at = end
    return _over_comma(page.text, at)


def _adjunct(page: Page, at: int, limit: int, *, hearer: bool) -> int | None:
    hit = channels.named(page, at, limit)
    if hit is None and (hit := ADDRESSED.match(page.text, at, limit)) is not None and (name := _speaker(page, hit)) is not None:
        return name
    hit = hit or MOMENT.match(page.text, at, limit) or ASIDE.match(page.text, at, limit)
    heard = HEARER.match(page.text, at, limit) if hearer and (hit is None or hit.re is ADDRESSED) else None
    return max((one.end() for one in (hit, heard) if one is not None), default=None)  # "demande [aux Nations unies] la création"


def _speaker(page: Page, hit: "regex.Match[str]") -> int | None:
    """Where behind those addressed the first name of the one who speaks stands: "à des journalistes [Anne Roy], une porte-parole"."""
    first = lexicon(page.language).names.is_first
    words = (m for m in GIVEN.finditer(page.text, hit.start() + 4, hit.end()) if page.text[m.end() : m.end() + 1] == " ")
    return next((m.start() for m in words if first(forename(m.group())) and m.group() not in ("France", "Radio")), None)


def _this(page: Page, at: int) -> Extent | None:
    """A time behind a word that belongs to it: "ce jeudi", "depuis 2011"."""
    led = THIS.match(page.text, at)
    return page.when_from(led.end()) if led else None


def _over_comma(text: str, at: int) -> int:
    at += text[at : at + 1] == ","
    return at + (text[at : at + 1] == " ")
