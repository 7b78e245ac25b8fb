"""The shapes of noun phrases that speak: how they begin, what ends them, what stands between them and their verb."""

import regex

from recoupe.claims.attribution.alternatives import ARTICLES, LEQUEL, OUTLET, POINTING, WEEKDAYS
from recoupe.claims.attribution.numerals import ROUGHLY

SHORT, WIDEST = 80, 220  # characters of a noun phrase that is a speaker by its place alone; of any subject with its appositions
PRONOUN = regex.compile(
    r"(?<![\p{L}\p{M}-])(?<!(?<!\p{L})(?:pour|avec|entre|contre|chez|sans|par|de|selon|vers) )"
    r"(?:il|elle|ils|elles|on|celui-ci|celle-ci|ceux-ci|celles-ci|ce dernier|cette dernière|"
    r"ces derniers|ces dernières|certains|certaines|plusieurs|beaucoup|tous|l'une? d'(?:eux|elles|entre (?:eux|elles))|d'aucuns|"
    r"d'autres|les autres|lequel|laquelle|lesquels|lesquelles)$",
    regex.IGNORECASE,
)
OPENING_PRONOUN = regex.compile(r"(?:ils?|elles?|on)(?= )", regex.IGNORECASE)
SHARED = regex.compile(r"(?: et|,? mais|,? puis|, et)(?: \p{L}{4,16}ment| aussi| ensuite)?$")
CROWD = regex.compile(
    r"(?<![\p{L}\p{N}])(?:(?:\p{L}{2,9} (?:de )?){0,2}+\p{N}[\p{N} .]{0,12}+|(?:\p{L}[\p{L}'’-]{0,24}+ ){1,4}?)"
    r"(?:personnes|gens|hommes|femmes|jeunes"
    r"|salariés|employés|retraités|paysans|parents|élèves|médecins|cheminots|fidèles|(?:d')?\p{L}{3,16}?(?:ants|istes|eurs|iers|ens)(?<!rumeurs"
    r"|valeurs|erreurs|couleurs|chantiers|quartiers|papiers|dossiers|milliers|biens|moyens|tiens))(?!\p{L})"
    r"(?: [\p{L}'’-]{1,24}+){0,6}?(?= (?:ont|se sont|sont|étaient|avaient|s'étaient) )",
    regex.IGNORECASE,
)
"""Many people at the head of a clause: "Des milliers d'étudiants ont défilé pour réclamer ..."."""
ASIDE = regex.compile(
    r"(?:lui|elle|eux|elles)$|forte?s? d(?:e |')|\p{L}{1,16}(?:é|ée|és|ées|is|ise|ises|ue|us|ues|it|ite|ites) (?:(?:par|dans|en"
    r"|à|au|aux|de|sur|pour|la|le|depuis)(?= )|d')"
)
"""A part between commas that tells of the speaker and does not say who it is: "lui", "suivi par 600.000 abonnés"."""
RELATIVE = regex.compile(r",? qui$", regex.IGNORECASE)
BREAK = regex.compile(
    r"[;:()«»“”\"!?|]| [–—-] |(?<![\p{L}-])(?:tandis que|tandis qu'|alors que|alors qu'|pendant que|après que|lorsque|"
    r"lorsqu'|puisque|puisqu'|parce que|parce qu'|mais|où|que|qu'|quand|(?<!, )comme|si|s'(?=ils? )"
    r"|(?<!(?<!\p{L})(?:[lu]es?|une?|du|des?|[dl]'|au|aux|en|ce|son|par|notre|sa|grand|petit|le|deux|trois) ?)(?:car|or))(?<='|"
    r"(?![\p{L}\p{M}'-])) ?",
    regex.IGNORECASE,
)
LAST_BREAK = regex.compile(f"(?r){BREAK.pattern}", regex.IGNORECASE)
AND = regex.compile(r" (?:et|ou|puis) (?=(?:l'|le |la |les |un |une |son |sa |ses |\p{Lu}))")
LEADING = regex.compile(
    r"(?:(?:et|mais|or|car|puis|notamment|ainsi|enfin|aussi|toutefois|cependant|pourtant|ensuite|puis|donc|hier|seule?s?|"
    r"aujourd'hui|là|c'est|ce sont|il y a|-|–|—|•) ?){1,6}(?<= |')",
    regex.IGNORECASE,
)
NOMINAL = regex.compile(
    rf"(?:{ARTICLES}|d'autres |du |{POINTING}|certains |"
    r"certaines |plusieurs |chaque |quelques |de nombreux |de nombreuses |d'anciens |aucun |aucune |deux |trois |"
    r"quatre |cinq |\p{Lu}|\p{N}|@\w|franceinfo(?!\p{L}))",
)
ARTICLE = regex.compile(rf"(?:{ARTICLES}|{POINTING}|certains |plusieurs |d'autres )", regex.IGNORECASE)
PREPOSED = regex.compile(
    r"(?:(?-i:A(?= \p{Lu}))|à|au|aux|du côté|même|néanmoins|toutefois|\p{L}{4,16}ment(?=,)"
    r"|en|dans|lors|sur|sous|selon|après|avant|depuis|pendant|"
    r"durant|pour|par|chez|vers|contre|entre|"
    r"avec|sans|malgré|face|de (?:même|plus|fait|surcroît|concert|toute façon)|du (?:reste|coup|moins)"
    r"|invitée?s?|réunie?s?|arrivée?s?|venue?s?|questionnée?s?|entendue?s?|sollicitée?s?|interrogée?s?"
    r"|contactée?s?|jointe?s?|citée?s?|suite|outre|dès|grâce|devant|d'après|quant|"
    r"afin|hier|aujourd'hui|de (?:son|leur) côté|(?:pour|de) (?:sa|leur) part|il y a|(?:un peu )?plus t(?:ôt|ard)|"
    r"(?!(?:co-?)?(?:gér|dirige|command|représent|manifest|milit|étudi|habit|enseign|assist|lieuten|commerç|surviv|combatt|oppos|consult|"
    r"adjud|exploit|fabric|interven|résid|négoci|lieuten|remplaç|figur|pass|mendi|coll?abor|correspond)ant)\p{L}{2,20}ant)(?= |$)",
    regex.IGNORECASE,
)
LINKED = regex.compile(r"(?:qui|dont|où|lequel|laquelle|et|mais|ce) ")
STOP = regex.compile(
    r"(?<!(?<![\p{L}\p{N}])(?:M|MM|Mme|Mmes|Dr|Pr|Me|St|\p{Lu}))\.|[,;:!?»”\"()\n]| (?:qui|que|qu'|dont|où|citant|lequel|"
    r"laquelle|lors|devant|auprès|via|face (?:à|aux?)|aux? (?:journalistes|médias|députés|sénateurs|responsables"
    r"|habitants|élèves|salariés|policiers|gendarmes|enquêteurs|fidèles|militants|supporters|jurés|juges|élus)|"
    r"sous (?:le (?:couvert|sceau)|couvert|condition|réserve)|au cours|au micro|"
    r"à l'issue|à propos|au sujet|après|avant|pendant|ce matin|ce soir|"
    r"(?<! de )cette|mais|alors|tandis|dans|sur|à l'antenne|à la tribune|à notre micro|à une question|à la question|aux questions|"
    r"à la (?:télévision|télé|radio|chaîne|presse|foule|sortie|rédaction|une d)|à l'(?:audience|agence|arrivée|issue|annonce|ouverture)|"
    r"au (?:téléphone|quotidien|journal|magazine|sortir|terme|retour|lendemain)|"
    r"à (?:notre|nos|son|sa|ses|leurs?)(?= \p{Ll})|à (?:une?|des|plusieurs) (?:journaliste|correspondant|reporter|média|radio|chaîne)s?|"
    r"face caméra|mise?s? en ligne|venue?s?(?= \p{L}+(?:er|ir|re) )|à (?:destination|l'(?:adresse|attention|intention)) d(?:es?|u)|"
    rf"à (?:l'|la )?{OUTLET}|"
    r"avec|en(?! (?:charge|chef|exercice|fonctions?|poste)(?!\p{L})| \p{Lu}[\p{L}-]++, \p{Lu}\p{L}++ \p{Lu}\p{L}++[,.])|par|pour|"
    r"selon|d'après|(?:et|ou|contre|puis) (?:"
    rf"(?:{ROUGHLY}|un peu \p{{L}}{{4,5}} de) )?"
    r"(?:\p{N}(?!\p{N}? ans,? )|"
    r"(?:une \p{L}{3,8}aine|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|trente|quarante|cinquante|cent|"
    r"mille)(?= ))"
    r"|(?:n')?(?:a|ont|avait|avaient|est|sont|était|étaient|aura|auront|serait|seraient|aurait|auraient)"
    rf"|(?:citée?s?|interrogée?s?|interviewée?s?)(?= (?:par|dans|ce|hier|{WEEKDAYS}) )"
    r"|(?:jointe?s?|contactée?s?|rencontrée?s?|sollicitée?s?|croisée?s?)(?= (?:par|dans|au|à|sur|en|hier"
    rf"|{WEEKDAYS}) )"
    r"|(?<! (?:et|ou|ni|de|par|sur|sous|dans|chez|vers|avec|sans|comme|entre|moins|plus|numéro|pour|à|que|contre|est))une?(?= )"
    r"|sans (?:(?:en |s'|l[ae]s? |l')?\p{L}{2,20}(?:er|oir|ir|re)|plus|autre)"
    r"|sous (?=le (?:nom|titre|pseudonyme)|l'appellation)|portant|couvrant|concernant|datant|allant|faisant"
    rf"|{WEEKDAYS}|hier|aujourd'hui|[–—])(?= |\b|(?<=\p{{N}}))"
)
ADVERBIAL = frozenset((" par", " en", " dans", " sur", " pour", " avec", " auprès", " lors"))
DONE = r"\p{L}+(?:ée?s?|ue?s?|ie?s?|ites?|ises?)|rendue?s? publi(?:cs?|ques?)"
PARTICIPLE = regex.compile(rf"[ '][\p{{L}}-]++ (?:{DONE})$")
WHEN = (
    rf" (?:(?:ce |le )?(?:{WEEKDAYS}|hier)|le \p{{N}}|ce (?:matin|soir|midi)|cet après-midi|à (?:\p{{N}}|midi|la mi-journée)|"
    r"dans (?:la (?:nuit|soirée|matinée|journée)|l'après-midi)|en (?:début|fin|milieu) d)(?:[\p{L}\p{N}'’: -]{0,34}?[\p{L}\p{N}])?"
)
DATED = regex.compile(rf" (?!cit|interrog|contact|joint|sollicit|rencontr|interview)(?:{DONE}){WHEN} par ")
DAYTIME = regex.compile(rf"{WHEN}$")
"""When something was done, before by whom: "établi mardi matin [par]", "publié ce mardi 9 juin à 18 heures [par]"."""
DAY = regex.compile(rf" (?:{WEEKDAYS}|hier)")
DOCUMENT = regex.compile(
    r"(?<!\p{L})(?:études?|sondages?|enquêtes?|analyses?|vidéos?|images|articles?|dépêches?|rapports?|communiqués?|chiffres"
    r"|bilan|estimations?|lettres?|messages?|notes?|tracts?|documents?|tribunes?|bulletins?|baromètres?|décomptes?|données"
    r"|statistiques|prévisions?|projections?|avis|pointages?|classements?)"
    r" (?:[\p{L}'’-]{1,24} ){0,7}?\p{L}{1,24}+(?<=(?:ée?s?|ue?s?|ites?|ises?))$"
)
BODY = regex.compile(
    r"(?:^|[ '])(?:Service|Agence|Centre|Institut|Observatoire|Organisation|Ligue|Fédération|Comité|Mouvement|Front"
    r"|Haut-Commissariat|Fonds|Programme|Office"
    r"|Association|Alliance|Fondation|Collectif|Commission|Conseil|Union|Rassemblement|Syndicat|[Mm]inistère|[Aa]gence"
    r"|[Aa]ssociation|[Cc]ollectif|[Ff]ondation)"
    r"(?: [\p{L}'’-]{1,24}){0,5}$"
)
"""A body whose name may hold "pour": "l'Organisation pour l'interdiction des armes chimiques"."""
PARTY = regex.compile(r" \(\p{Lu}[\p{L}/-]{1,10}\)(?= d(?:e |u |es |'))")
"""What somebody is of, in the middle of who he is: "le maire (LREM) de cette ville"."""
BRACKET = regex.compile(r" ?\([^()\n]{1,80}\),?$")
NAMING = regex.compile(
    r"(?<!\p{L})(?:selon|d'après|(?:affirm|assur|précis|indiqu|expliqu|ajout|estim|déclar|annonc|racont|ironis|not)e(?:nt)?|dit|disent) "
)
"""What stands before somebody whom a relative goes on to speak of: "d'après les pompiers, qui disent"."""
INCISED = regex.compile(r"(?<=[,»”\"!?…] )(?:(?P<have>a|ont|avait|avaient) |s'|se )?(?P<verb>\p{Ll}{3,}+) ")
"""What may be the verb of an incise, before its subject."""
ONE_OF = regex.compile(r"l'une? (?:des |de (?:ces|ses|leurs|nos) )")
DEFINITE = regex.compile(r"(?:l[ea]s? |l')(?!une? )")
AGE = regex.compile(r"\p{N}{1,3} ans")
INSERTED = regex.compile(
    rf", (?:que |qu'|dont |(?:d')?où |(?:à |pour |avec |chez |selon )(?:qui|{LEQUEL}) |auquel |auxquels "
    r"|(?:(?:ainsi|de même) qu(?:e |')|tout comme |à l'instar d(?:e |u |es |')))"
)
"""What parts the subject from its verb: ", que la presse avait interrogé, a dit", "Le tract, ainsi qu'une vidéo, accuse"."""
CONJUGATED = regex.compile(r"(?: |n')(?:a|ont|est|sont|était|étaient|avait|avaient|sera|seront|fut|furent|serait|seraient) ")
OWN_NAME = regex.compile(r"(?<=\p{Ll} )\p{Lu}[\p{L}'.-]*+(?: \p{Lu}[\p{L}'.-]*+){0,4}+$")
"""The name at the end of a noun phrase: "le collège Jean-Moulin"."""
CITES = regex.compile(
    r",? (?:qui (?:cite|citent|citait|s'appuie sur|se fonde sur)|(?:en )?citant|s'appuyant sur|se fondant sur|reprenant|relayant) "
)
CITED = regex.compile(
    r",? (?:(?:citée?s?|reprise?s?|rapportée?s?|relayée?s?|interrogée?s?|interviewée?s?) )"
    rf"(?:(?:ce |hier |(?:{WEEKDAYS}) )[^,;:.!?«»\n]{{0,24}}?)?(?:par|dans|sur) "
)
CLAUSE = regex.compile(r"(?:que |qu'|qui |dont |où )")
NAME = regex.compile(r"\p{Lu}[\p{L}'.-]*+(?: (?:(?:de|du|d'|des|la|le|von|van|ben|al|el|bin) ?)?\p{Lu}[\p{L}'.-]*+){0,4}+")
HANDLE = regex.compile(r"@\w[\w.]{1,40}")
"""The name of an account: "selon @PortDeSete"."""
HEAD = regex.compile(r"\p{L}[\p{L}\p{M}]*+(?:-\p{L}[\p{L}\p{M}]*+)*+")
ASKED = regex.compile(
    r" (?:jointe?s?|contactée?s?|interrogée?s?|rencontrée?s?|sollicitée?s?|croisée?s?)(?: \p{L}+){0,2}? (?:par|au|à|sur|"
    r"dans) [^,;:.()«»\n]{2,50}(?=,)"
)
"""How a source was reached, behind it."""
BARE_ARTICLE = regex.compile(r"(?:^|(?<=[\n,.;:] ?))(?P<article>L[ea]s?|l[ea]s?) $")
"""An article that only a name in quotation marks follows: "La « Croix-Bleue »"."""
PART_OF = regex.compile(r"(?: d'une?| du| de la| des| aux?) $")
"""Before a quotation that is part of a noun phrase: "à la tête d'un « comité »"."""
REACHED = regex.compile(
    r"(?:interrogé|joint|contacté|sollicité|questionné|rencontré|cité)e?s?(?!\p{L})"
    r"|qu(?:e |')[^,;:.!?\n]{0,40}? (?:a|ont|avons|avait|avions) (?:pu )?(?:join|contact|interrog|rencontr)\p{L}++"
)
"""How the outlet came to somebody: no part of what he says."""
