"""The shapes of French expressions of time; what they mean: values, lengths. The words come from lang/fr/times.toml."""

from collections.abc import Mapping

import regex

from recoupe.read.times import lengths, values
from recoupe.read.times.values import Meaning

SHORT = {
    "year": r"(?P<year>(?:1[6-9]|20)\d{2})(?![\d.,]\d)",
    "only": r"(?P<onlyyear>(?:1[6-9]|20)\d{2})(?![.,]?\d)",
    "recent": r"(?P<onlyyear>(?:19[3-9]\d|20(?!00)[0-4]\d))(?![.,]?\d)",
    "term": r"(?P<onlyyear>(?:19|20)\d{2})-(?P<onlyyear>(?:19|20)\d{2})(?![\d-])",
    "short": r"'?(?P<short>[3-9]\d)(?= ?(?:[,.;:)(]|$))",
    "n": r"(?:[12]\d|3[01]|0?[1-9](?:er)?|premier)(?!\d)",
    "part": r"(?P<part><parts>)",
    "inday": (
        r"(?: (?:dans la |dans l'|en (?:fin|début|milieu) (?:de |d')|en |au |à l'|à la |à |avant l')?<part>(?:,? <at> <clock>)?"
        r"|,? (?:<at> )?<clock>)"
    ),
    "clock": r"(?P<hour>\d{1,2})(?: ?h(?:eures?)?(?: ?(?P<minute>\d{2})(?!\d))?+|:(?P<minute>\d{2})(?::\d{2})?)<half>?<zone>?",
    "half": r"(?: (?P<half>du matin|du soir|de l'après-midi))",
    "lasting": (
        r"(?! d(?:e |')(?:attente|retard|avance|route|marche|vol|travail|cours|trajet|avion|voiture|train|bateau|grève|débats?|jeu|course"
        r"|réunion|discussions?|négociations?|combats?|direct|sommeil))"
    ),
    "zone": r"(?: ?\(?(?P<utc>gmt|utc)\)?| \(?(?:heures? de \p{L}{2,20}+|(?:heures? )?locales?(?!\p{L}))\)?)",
    "inyear": r"de (?:l'an |l'année |(?=cette))(?P<inyear>derni(?:er|ère)|passée?|prochaine?|cette année)(?![\p{L}-])",
    "turn": r"(?P<turn>derni(?:er|ère)s?|passée?|écoulée?|prochaine?|suivante?|à venir|en cours)(?!\p{L})",
    "ordinal": r"(?:(?P<nth>premier|1er)|(?P<nth>deuxième|second|2e|2ème)|(?P<nth>troisième|3e|3ème)|(?P<nth>quatrième|dernier|4e|4ème))",
    "number": (
        r"(?:(?P<number>\d{1,4}|<numbers>)(?: longs| longues| petits| petites)?"
        r"|(?P<number>quelques|plusieurs|nombreuses|nombreux|longs|longues))"
    ),
    "exact": r"(?P<number>\d{1,4}|<numbers>)",
    "many": r"(?:de <exact> à )?(?!une? |1 )<number>",
    "unit": r"(?P<unit><units>)s?",
    "at": (
        r"(?:à|il (?:est|était)(?: presque| près de| environ| à peine| un peu plus de| un peu moins de)?|aux environs de|aux alentours de"
        r"|autour de|sur le coup de|vers|dès|à partir de|peu avant|peu après|avant|après|jusqu'à|depuis)"
    ),
    "phase": r"(?:(?:début|courant|fin|mi)[ -]|(?:au début|à la fin|au cours|au milieu|à la mi|dans le courant) (?:du mois )?(?:de |d'))",
    "nth": r"(?:(?P<nw1><weekdays>)(?: (?P<nd1><n>))?|(?P<nd1><n>))(?: (?P<nm1><months>))?",
    "within": r"(?:depuis|pendant|durant|en l'espace de|en moins de|au bout de|avant|après|sous|dans|en|sur|pour)",
    "more": r"(?: et (?P<more>demie?))",
    "quarters": r"(?: (?:et (?P<quarter>demie|quart)|(?P<quarter>moins) (?:le |un )?quart|(?P<minutes><numbers>)))",
    "spending": r"pass(?:é|er|ait|aient|ent)",
    "about": r"(?P<about>environ |près de |plus de |plus d'|moins de |moins d'|presque |à peine |quelque )",
}
"""Pieces of the shapes; each may hold pieces and word lists."""

DAY_RANGE = (
    r"(?:du|entre le|les|le|au|des) (?P<limit>(?:<weekdays> )?(?P<rd><n>)(?: (?P<rm><months>))?)"
    r"(?:, (?:le )?(?P<limit>(?P<rd><n>)(?: (?P<rm><months>))?)){0,3}+(?: au | et le | et | ou |-)"
    r"(?P<limit>(?:<weekdays> )?(?P<rd><n>) (?P<rm><months>)(?: <year>| <turn>)?)"
)
DATE = (
    r"(?:(?P<weekday><weekdays>)(?: <part>)?,? )?(?:le )?(?P<day><n>) (?P<month><months>)(?: <year>(?!\p{L})| <inyear>| <turn>| <short>)?"
    r"(?:<inday>|,? <clock>)?|(?<=(?<!\p{L})le )(?P<day><n>)-(?P<month><months>)(?: <year>)?"
)
AGENCY_DATE = r"(?P<day><n>) (?P<month><abbreviated>)\.? <year>"
MONTH = (
    r"<phase>(?P<month><months>)(?: <year>| <inyear>| <turn>)?"
    r"|(?:en|entre|depuis|dès|avant|d'ici à|d'ici|jusqu'en|de|d'|ce mois de|mois de|mois d') ?(?P<month><months>)"
    r"(?: <year>| <inyear>| <turn>|(?= (?:à|et|ou) <months> (?:<year>|<turn>)))?"
    r"|(?P<month><months>) (?:<year>|<inyear>|<turn>)|(?<=(?<!\p{L})<months> )(?:à|et|ou) (?P<month><months>)(?: <year>| <turn>)?"
)
WEEKDAY = (
    r"(?:ce même |ce |cette |le )?(?P<weekday><weekdays>)(?: (?P<dom><n>)(?! ?(?:h(?:eures?)?|:)(?!\p{L}{2})))?(?: <turn>)?"
    r"<inday>?(?: <turn>)?"
)
THIS_NIGHT = (
    r"(?P<thisnight>cette nuit)|(?P<lastnight>(?:la )?nuit (?:dernière|passée|précédente))"
    r"|(?P<nextnight>(?:la )?nuit (?:prochaine|à venir))|(?<=(?:<spending>|soirée et) (?:toute )?)la nuit"
    r"|(?:dans|pendant|durant|au cours de|au milieu de|tard dans) (?:toute )?la nuit|en pleine nuit"
)
THAT_PART = r"(?:cette|cet|ce) <part>-là"
THIS_PART = (
    r"(?P<this>ce(?:t|tte)?) <part>|(?:dans|au cours de|en fin de|en début de|en milieu de) (?:la |l')?<part>"
    r"|en (?:fin|début|milieu) d'<part>|en <part>|(?<=<spending> (?:toute )?)la <part>"
    r"|(?:à l'|au |depuis l'|dès l'|avant l'|à la )(?P<part>aube|petit matin|mi-journée|tombée de la nuit|nuit tombée)"
    r"|(?:aux|dans les|dès les) (?P<part>premières heures|petites heures|premières lueurs)"
    r"(?: (?:du jour|du matin|de la journée|de la nuit))?"
    r"|le (?P<part>matin|soir) même"
)
PART_LEANING = (
    r"(?:dans |en |à |au |dès )?(?:la |le |l')?<part> (?:de la |du )(?P<lean>avant-veille|veille|surlendemain|lendemain)(?P<of>)??"
)
LEANING = (
    r"(?:la |l'|le |du |(?<=^|  |[.!?] ))(?P<lean>avant-veille|veille|surlendemain|lendemain|même jour|jour même)<inday>?"
    r"(?P<of>(?= (?:du |des |de |d')\p{L}))?"
    r"|ce (?P<lean>jour)(?: même)"
    r"|(?P<that>ce) jour-là"
    r"|(?<=au )(?P<after>lendemain)(?= (?:du |des |de |d')(?!\d)(?!(?:la |l')?(?:<weekdays>|<eras>)(?!\p{L})))"
)
SEASON = r"(?:cet |cette |l'|au |le |d')?(?P<season><seasons>)(?: <year>| <inyear>| <turn>)|(?:cet |l'|au |en |ce )(?P<season><seasons>)"
TURN_UNIT = (
    r"(?:la |le |l'|cette |ce |cet |du |au )(?P<unit><units>) <turn>"
    r"|(?:cette|cet|ce) (?P<unit>fin de semaine|semaine|mois|année|week-end|trimestre)(?P<turn>)(?:-ci)?(?![ -]là(?!\p{L}))"
    r"|(?:avant|d'ici|pour) (?:le|au) (?P<unit>week-end)(?P<turn>)"
    r"|(?<=(?<!\p{L})(?:\d{1,4}(?:e|er|ère|ème)?|premi(?:er|ère)s?|derni(?:er|ère)s?|deuxième|troisième|meilleure?s?|pires?)"
    r" (?:\p{L}[\p{L}-]{0,20} ){1,2})de l'(?P<unit>année)(?P<turn>)(?! (?:\d|derni|proch|suiv|précéd|pass|civile|scolaire))"
    r"|en (?P<unit>fin de semaine)(?P<turn>)|(?:depuis|avant|pendant|durant|dès|pour|de) la (?P<unit>fin de semaine)(?P<turn>)"
    r"|en (?:début|fin|milieu|cours) (?:de |d')(?P<unit>semaine|mois|année)(?P<turn>)"
    r"|(?:début|fin|milieu) (?:de l'|du |de la )(?P<unit>semaine|mois|année)(?P<turn>)(?! (?:d'|de |du |qu'|derni|proch|suiv|précéd|pass))"
)
LAST_UNITS = (
    r"(?:(?:au cours|lors) des|pendant les|durant les|dans les|depuis les|sur les|les|ces|des|aux) (?:<number> )?"
    r"(?P<turn>derni(?:er|ère)s|prochaine?s) (?:<number> )?<unit>(?! (?:de |d'|du |des ))"
    r"|ces (?:<number> )?(?P<unit>jour|semaine|mois|année)s?-ci"
)
EVERY = r"(?:chaque|par) <unit>|tou(?:te)?s les (?:<number> )?<unit>"
EVERY_WEEKDAY = r"(?:chaque|tous les) <weekdays>s?"
IN_A_DAY = r"(?:dans|au cours de|durant|pendant|tout au long de|de) (?:toute )?la journée(?! (?:de |d'|du |des ))"
PART_OF_YEAR = r"(?:le |au |du |ce )?<ordinal> (?P<period>trimestre|semestre)(?: (?:de )?(?:l'année )?<year>| <turn>| de l'année)?"
CENTURY = r"(?:fin du |début du |milieu du )?(?P<century>[ivx]{1,5}+|\d{1,2})(?:e|ème|è) siècle"
SPOKEN = (
    r"(?:(?<!(?:é|ée|és|ées|it|ite|its|ites) )à|vers|dès|à partir de|il (?:est|était)|aux environs de|aux alentours de|sur le coup de"
    r"|peu avant|peu après|jusqu'à) (?P<said><numbers>) heures?<quarters>?(?: pile| précises?)?<half>?"
    r"(?! (?:de |d'|du |en |par |plus |à pied))"
    r"|(?:il (?:est|était) |à )?(?:un peu (?:plus de |avant |après ))?(?P<said><numbers>) heures?<quarters>?"
    r"(?:<half>| pile(?!\p{L})| précises?|(?= ce (?:matin|soir)(?!\p{L})| cet après-midi))"
)
AHEAD = r"(?:dans|d'ici à|d'ici) (?:un peu )?<about>?(?:une )?<number> <unit>(?! d(?:e |'))"
LENGTH = (
    r"<within> (?:<about>|les |une )?<number> <unit><more>?"
    r"|(?:depuis|pendant|durant|après) (?:des|de nombreux|de nombreuses|de longues|de longs) <unit>"
    r"|(?:<within> )?un (?P<share>demi-|quart de |quart d')<unit>|(?:<within> )?une (?P<share>demi-)<unit>"
    r"|(?<!\p{L}d')(?:<within> )?une? (?:petite |bonne )?"
    r"(?P<some>dizaine|quinzaine|vingtaine|douzaine) (?:de |d')<unit>"
    r"|(?<=(?<!\p{L})<spans> (?:d'|de |des |à |pour )?)<about>?<number> <unit><more>?"
    r"|<number> <unit><more>?(?: (?:plus tard|plus tôt|auparavant|d'intervalle|durant|ferme|avec sursis)|(?= d(?:e |')<spent>))"
    r"|(?<!(?:<aged>|par) (?:de |d')?(?:\d{1,2} (?:à|et) )?)<about>?<many> "
    r"(?:(?P<unit>seconde|minute|jour|semaine|trimestre|décennie|siècle)s|(?P<unit>mois))<more>?"
)
NIGHT = r"(?:dans |pendant |durant |au cours de |en )?(?:la |les )?nuits? (?:de |du )(?:ce )?<nth>(?! ?(?:h(?:eures?)?(?!\p{L})|:))"
NOT_COUNTED = (
    r"(?! ?[%\p{Sc}]| (?!(?:dans|sous|mais|puis|alors|après|sans|vers|très|plus|depuis|[dlscmtnv][eo]s|leurs|aux|pas|dès|lors|près|hors"
    r"|tous|toutes|plusieurs|certaine?s|quelques|deux|trois|six|dix|\p{Ll}{3,16}+(?<=[éiuts]e?s) par)(?!\p{L}))"
    r"(?:\p{Ll}{3,20}+(?<=[sx])|millions?|mètres?|km)(?!\p{L}))"
)
DECADE = r"années (?P<decade>(?:19|20)?\d0)"
FEAST = (
    r"(?:avant|après|depuis|dès|d'ici|d'ici à|jusqu'à|à|pour|jour de) (?:la |le |au )?(?P<feast><feasts>)(?: <year>| <turn>)?"
    r"(?=[,.;:!?)»\x22”]|$|  | (?:et|ou|à|au|avec|dans|par|pour|sur|le|la|les|que|qui|en|contre|de|des|du|il|elle|on)(?!\p{L}))"
)
YEARS = (
    r"(?:(?:en|depuis|d'ici à|d'ici|dès|jusqu'en|avant|après|fin|début|mi-|à l'horizon|à partir de|à compter de|l'année|l'an) ?<only>"
    r"|(?:de|entre) (?P<limit><only>) (?:à|et) (?P<limit><only>)"
    r"|entre <only>(?= et (?:le |la |l'|fin |début |mi-|aujourd|(?:<months>)(?!\p{L})))"
    r"|(?<!<amounts> )(?<=(?<!\p{L})(?:(?:la |le |l'|les )\p{L}{3,20} |celle |celui |ceux |celles ))de <only>"
    r"|de <only>(?= ?[,.;:)»])|(?<!<amounts> )(?:de|pour) <recent>"
    r"|(?:remont\p{L}{1,5}|par rapport) à <recent>|(?<=\()<recent>(?=\)))"
) + NOT_COUNTED
DATED = r"(?<=(?<!\p{L})<dated> )(?:<term>|<recent>)|<term>"

CLOCK = (
    r"(?:<at> <clock>|(?<=^|[.!?:»] |  )a <clock>|(?<=(?<!une? )<fixed> )de <clock>"
    r"|(?:de <clock>(?= (?:à|jusqu'à) )|entre <clock>(?= et ))"
    r"(?= \p{L}[\p{L}']*+ (?:minuit|midi|\d{1,2}(?: ?h(?:eures?)?+(?: ?\d{2})?+|:\d{2})<lasting>))"
    r"|(?<=(?:entre|à|vers|dès) \d{1,2} ?h(?:eures)?(?: ?\d{2})? )et <clock>|(?P<hour>\d{1,2}) ?h ?(?P<minute>\d{2})(?= ?[-–—:] )"
    r"|(?<=^|  |[.!?»] )(?P<hour>\d{1,2})(?::| ?h ?)(?P<minute>\d{2})(?=\. |  | ?[-–—:|•] )"
    r"|(?<=, )(?P<hour>\d{1,2}) ?h ?(?P<minute>\d{2})(?=, )"
    r"|(?P<hour>\d{1,2})(?::| ?h ?)(?P<minute>\d{2}) ?\(?(?P<utc>gmt|utc)\)?)<lasting>"
)

AGO = r"(?:il y a|voici|voilà) (?:tout juste |exactement |déjà |maintenant )?<about>?<number> <unit>"
PREVIOUS = r"(?:la |le |l'|les |aux |des )(?:<number> )?<unit> précédente?s?"

AWAY = r"<number> (?!secondes?)<unit> (?P<turned>plus tard|plus tôt|auparavant|avant(?= ?[.,;)»]|$)|après(?= ?[.,;)»]|$))"
PREVIOUS_ONE = (
    r"(?:la |le |l')(?P<unit>semaine|mois|année|jour) (?P<turned>précédente?|suivante?)"
    r"(?! (?:le|la|les|l'|un|une|cette|cet|ce|son|sa)(?!\p{L}))"
)
PRESENT_DAY = (
    r"(?<!(?<!\p{L})(?:a|ont|ai|avons|avait|avaient|été|c'est) )aujourd'hui(?= \p{L}{2,15}(?:é|ée|és|ées)(?!\p{L}))"
    r"|(?<=(?<!\p{L})(?:encore |d'))aujourd'hui"
)

UNIT: tuple[tuple[str, Meaning], ...] = (
    (EVERY, lengths.every),
    (PREVIOUS_ONE, lengths.away),
    (TURN_UNIT, lengths.turn_unit),
    (AGO, lengths.ago),
    (AHEAD, lengths.ahead),
    (LAST_UNITS, lengths.last_units),
    (PREVIOUS, values.past),
    (AWAY, lengths.away),
    (LENGTH, lengths.duration),
)
NIGHTS: tuple[tuple[str, Meaning], ...] = (
    (NIGHT + r" (?:à|au) (?:ce )?(?:<weekdays>(?: (?P<nd2><n>))?|(?P<nd2><n>))(?: (?P<nm2><months>)(?: <year>)?)?", values.night_between),
    (NIGHT + r"(?: <year>)?", values.night_between),
)
SLASHES = r"(?P<d2>\d{1,2})/(?P<m2>\d{1,2})/(?P<y2>(?:19|20)\d{2})"
WEEKDAY_SLASHES = rf"<weekdays>,? (?:le )?{SLASHES}"
SHAPES: Mapping[str, tuple[tuple[str, Meaning], ...]] = {
    "weekday": (
        (WEEKDAY_SLASHES, values.slash_date),
        (DAY_RANGE, values.day_range),
        (DATE, values.date),
        (EVERY_WEEKDAY, lengths.every_weekday),
        (WEEKDAY, values.weekday),
    ),
    "month": (
        (DAY_RANGE, values.day_range),
        (DATE, values.date),
        (MONTH, values.month),
    ),
    "abbreviated": ((AGENCY_DATE, values.date),),
    "feast": ((FEAST, values.feast),),
    "near": (
        (PRESENT_DAY, values.present),
        (r"(?:(?<!(?:depuis|de|dès) )à )?(?P<near><days>)(?! même)(?: <weekdays>)?<inday>?", values.near_day),
    ),
    "part": (
        *NIGHTS,
        (r"(?:<at>|entre|dès|(?<=^|[.!?:»] |  )a) (?P<noon>midi|minuit)(?! et demi)|(?<=<weekdays> )(?P<noon>minuit)", values.noon),
        (THAT_PART, values.that_part),
        (PART_LEANING, values.leaning),
        (THIS_NIGHT, values.night),
        (THIS_PART, values.this_part),
    ),
    "lean": ((LEANING, values.leaning),),
    "season": ((SEASON, values.season),),
    "unit": UNIT,
    "unit TH": ((SPOKEN, values.spoken_clock), *UNIT),
    "unit D": (*NIGHTS, (IN_A_DAY, values.in_a_day), *UNIT),
    "unit Q": ((PART_OF_YEAR, values.part_of_year), *UNIT),
    "unit 6M": ((PART_OF_YEAR, values.part_of_year), *UNIT),
    "unit CE": ((CENTURY, values.century), *UNIT),
    "clock": ((CLOCK, values.only_clock),),
    "full": (
        (r"(?P<y1>(?:1[6-9]|20)\d{2})-(?P<m1>\d{2})-(?P<d1>\d{2})", values.iso_date),
        (DATED, values.years),
        (YEARS, values.years),
    ),
    "slashes": ((SLASHES, values.slash_date),),
    "dom": ((r"le (?P<dom><n>)", values.day_of_month),),
    "tens": ((DECADE, values.decade),),
    "ending": ((r"en <short>", values.short_year),),
    "past": ((r"(?<=^|  |[.!?»] )plus tôt(?=,)|(?!plus tôt)<past>", values.past),),
    "present": ((r"(?<!en )<present>", values.present),),  # "en maintenant": a verb
    "future": ((r"<future>", values.future),),
}  # fmt: skip
"""By the kind of the anchor, in the order of trial: of two shapes that begin at one place the fuller stands first."""

BEGINS: Mapping[str, Mapping[str, int]] = {"weekday": {DATE: 1, EVERY_WEEKDAY: 3, WEEKDAY: 3}, "season": {SEASON: 2}}
"""By kind of anchor the shapes that begin with so many words at most up to the anchor ("ce | vendredi"): they are tried there only."""
NEEDS: Mapping[str, tuple[str, ...]] = {
    EVERY: ("chaque", "par", "tou"), EVERY_WEEKDAY: ("chaque", "tous les"), AGO: ("il y a", "voici", "voilà"), AHEAD: ("dans", "d'ici"),
    LAST_UNITS: ("derni", "prochain", "-ci"), PREVIOUS: ("précédent",), PREVIOUS_ONE: ("précédent", "suivant"), PRESENT_DAY: ("aujourd",),
    **{shape: ("nuit",) for shape, _ in NIGHTS}, AWAY: ("plus t", "auparavant", "avant", "après"), IN_A_DAY: ("la journée",),
    THIS_NIGHT: ("nuit",), PART_LEANING: ("veille", "lendemain"), THAT_PART: ("-là",), WEEKDAY_SLASHES: ("/",),
}  # fmt: skip
"""Letters of which some stand in all that has the shape: where there are none it is not tried."""
NUMBERED = frozenset((DAY_RANGE, DATE, AGENCY_DATE))
"""Shapes that hold the number of a day."""

NUMERIC = regex.compile(
    r"(?=\d)(?<![\p{L}\d.,/:])(?:(?P<clock>\d{1,2}(?: ?h(?!\p{L}{2})| heures?|:\d{2}))|(?P<tens>(?<=années )(?:19|20)?\d0(?!\d))"
    r"|(?P<full>(?:1[6-9]|20)\d{2}(?!\d))|(?P<slashes>\d{1,2}/\d{1,2}/\d{4})"
    r"|(?P<ending>(?<=(?<!\p{L})en '?)[3-9]\d(?![\d\p{L}]|[.,]\d))"
    r"|(?P<dom>(?<=(?<!\p{L})le )(?:[12]?[1-9]|[123]0|31)(?= ?[.,;)](?! ?\d)| (?:et|puis|ou|dans|en|au|par|pour)(?!\p{L}| (?:le )?\d))))"
)
"""Where a clock, a year or a date in digits may be. Asked first for a digit, it is searched fifteen times as fast."""
BREAK = regex.compile(
    r"[,;:]|(?<!\p{L})(?:que|qui|où|dont|mais|tandis|alors) |(?<!\p{L})qu'"
    r"|(?<!\p{L})et (?=\p{L}{1,20} (?:\p{L}{1,20} )?(?:a|ont|sera|seront) )"
)
"""What parts the clauses of a sentence."""
PARTICIPLE = regex.compile(r"\p{L}{3}(?:é|ée|és|ées|ant)(?!\p{L})")
"""With a participle words around a time are a clause: "arrivé dimanche"."""
