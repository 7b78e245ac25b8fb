"""Conditionals of what is only thought of: by their subject, by the words around them, by a proposal that they spell out."""

import regex
import simplemma

ANYBODY = regex.compile(r"(?:^|[ ,:;(])on (?:n(?:e |'))?(?:l'|l[ae]s? |y |en |lui |leur |s'|se )?$", regex.IGNORECASE)
THAT = regex.compile(r"(?:^|[ ,–—(])(?:cela|ceci|ça) (?:ne |n'|me |lui |leur |nous |vous |y )*$", regex.IGNORECASE)
WHICH = regex.compile(r"(?<!\p{L})quel(?:le)?s? $")
AGED = regex.compile(r"aurait eu \p{N}{1,3} ans(?!\p{L})")
ON_IT = regex.compile(r"(?:^|[ ,:;(])on (?:n')?(?:l'|les )$", regex.IGNORECASE)
NOTHING = regex.compile(r"(?<!\p{L})rien n(?:e |')(?:l[ae]s? |l'|lui |leur |y |en )?$", regex.IGNORECASE)
TALLIED = regex.compile(r"(?:compter|dénombrer|recenser|déplorer|enregistrer|relever|signaler)ait(?: déjà| désormais| toujours| encore)? ")
"""Verbs by which "on" tells how many there are: "on déplorerait douze morts"."""
UNTALLIED = (THAT, WHICH, NOTHING)
ANYTHING = (*UNTALLIED, ANYBODY)
"""What right before a conditional makes it imagined; "on" before a verb that tells how many there are does not."""
THAN = regex.compile(r"(?<!\p{L})que ne (?:l'|l[ae]s? )?$")
UNBELIEVED = regex.compile(r" (?:pas |jamais |guère )?(?:parié|imaginé|cru|misé|pensé|rêvé|deviné)$")
PERHAPS = regex.compile(r" (?:peut-être|tout aussi bien)(?!\p{L})")
THEN = regex.compile(r" (?:alors(?! que)|dès lors|du coup)(?!\p{L})")
AIMED = regex.compile(
    r"s'agirait (?:donc |plutôt |ainsi |d'abord |notamment )?d(?:e |')(?:ne pas |se |s'|y |en |les? |la |l'){0,2}"
    r"(?P<verb>\p{L}{2,}(?:er|ir|re))(?!\p{L})"
)
FOR_HIM = regex.compile(r" (?:pour (?:lui|elle|eux|elles|nous) |plutôt )")
BETRAYAL = regex.compile(
    r" (?:donc )?(?:mentir|céder|oublier|ignorer|nier|renoncer|trahir|insulter|méconnaître|se \p{L}{2,}er"
    r"|faire (?:injure|preuve|fi))(?!\p{L})"
)
WITHOUT = regex.compile(r"[^.;:]{0,60}? sans (?:lui|elle|eux|elles|cela|ça|nous)(?!\p{L})")
BEST = regex.compile(
    r"(?:^|[,;:] )(?:[Ll]'|[Ll][ea] |[Uu]ne? )(?:autre )?"
    r"(?:avantage|inconvénient|idéal|mieux|pire|solution|intérêt|erreur|risque)(?: [^,;:]{1,60})? $"
)
IS_TO = regex.compile(r" (?:donc |alors |ainsi |plutôt |bien )?(?:de |d'|que |qu')")
UNKNOWN = regex.compile(
    r"(?:impossible|difficile) d(?:e |')(?:savoir|dire|imaginer|deviner) (?:quel|ce qu|comment|qui|où)[^,;:]{0,40} $", regex.IGNORECASE
)
IF_SO = regex.compile(
    r"(?:savoir|demand\p{L}{1,6}|ignor\p{L}{1,5}|sait|vérifier|déterminer|préciser) (?:si [^,;:.]{1,60} |s'ils? )(?:ne |n'|se |s'|y |en )?$"
)
PROPOSED = regex.compile(
    r"(?<!\p{L})(?:propose|suggère|préconise|imagine|envisage|projette|recommande|plaide|promet|réclame)(?:nt)?(?![\p{L}'])(?! à )"
)
PLAN = regex.compile(
    r"(?:L[ea] |Ce |Cette |Une? |Son |Sa |Leur |L')(?:\p{L}+ )?"
    r"(?:projet|proposition|réforme|scénario|dispositif|plan|mesure|idée|option|tracé)(?!\p{L})"
    r"(?! d(?:'attentat|'attaque|'assassinat|e coup))"
)
WHO_IS = regex.compile(
    r" (?:une? |l[ea]s? |l'|âgée?s?|en fuite|morte?s?|blessée?s?|soupçonn|recherch|originaire|connue?s?|impliqu|détenue?s?)"
)
"""What tells who somebody is or what became of him, which no plan does."""
UNAWARE = regex.compile(r"(?<!\p{L})sans (?:savoir|se douter|imaginer|deviner)(?: alors| encore)? qu(?:e |')[^,;:.]{0,60}$")
HEADED = regex.compile(r"(?:^|: |« )(?P<verb>\p{L}{3,}(?:er|ir|re))(?!\p{L})(?! (?:ministre|adjoint|secrétaire))")
EQUATED = ("ser", "reviendr", "équivaudr", "signifier")


def imagined(before: str, after: str, *, past: bool) -> bool:
    """Whether a conditional, the words from it on `after`, only tells what might be: no source is named in its sentence.

    >>> imagined("Sur la place, on ", "verrait un marché", past=False), imagined("Le suspect ", "serait un marin", past=False)
    (True, False)
    """
    near = before[-80:]
    if THAN.search(near) or UNKNOWN.search(before[-120:]) or WITHOUT.match(after):
        return True
    if past:
        return ON_IT.search(near) is not None or AGED.match(after) is not None
    return _present(before, near, after)


def _present(before: str, near: str, after: str) -> bool:
    verb = after.partition(" ")[0]
    before_it = ANYTHING if TALLIED.match(after) is None else UNTALLIED
    if any(p.search(near) for p in before_it) or IF_SO.search(before[-120:]) or THEN.match(after, len(verb)):
        return True
    aimed = AIMED.match("s'" + after) if near.endswith("s'") else None
    if aimed is not None and is_verb(aimed["verb"]):
        return True
    if not verb.startswith(EQUATED):
        return False
    return (
        headed(before)
        or BETRAYAL.match(after, len(verb)) is not None
        or (near.lower().endswith(("ce ", "c'")) and FOR_HIM.match(after, len(verb)) is not None)
        or (BEST.search(before) is not None and IS_TO.match(after, len(verb)) is not None)
    )


def unlikely(before: str, group: str) -> bool:
    """Whether a past conditional `group` tells what nobody would have thought, or what somebody may have said: "n'auraient pas parié"."""
    return (before.endswith("n'") and UNBELIEVED.search(group) is not None) or PERHAPS.search(group) is not None


def headed(before: str) -> bool:
    """Whether an action is the subject: "Renationaliser les autoroutes [serait]".

    >>> headed("Interdire la pêche "), headed("Le maire ")
    (True, False)
    """
    heads = [m["verb"].lower() for m in HEADED.finditer(before, max(0, len(before) - 200))]
    return bool(heads) and is_verb(heads[-1])


def is_verb(word: str) -> bool:
    """Whether `word` is an infinitive: one that has an imperfect.

    >>> is_verb("interdire"), is_verb("premier")
    (True, False)
    """
    ends = ("ait", "issait", "vait", "sait") if not word.endswith("er") else ("ait", "eait")
    return any(simplemma.is_known(word[:-2] + end, lang="fr") and simplemma.lemmatize(word[:-2] + end, lang="fr") == word for end in ends)


def proposed(sentence: str, earlier: str, form: tuple[int, int]) -> bool:
    """Whether the sentence puts forward what its present conditional tells, or goes on with a plan that the sentence before names."""
    low, mark = sentence.rfind(";", 0, form[0]) + 1, sentence.find(";", form[1])
    if PROPOSED.search(sentence, low, mark if mark > 0 else len(sentence)):
        return True
    told = sentence.startswith("ser", form[0]) and WHO_IS.match(sentence, form[1]) is not None
    return PLAN.match(earlier) is not None and not told
