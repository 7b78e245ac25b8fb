"""Closed lists of French words that make up a verb group, and how far its parts may stand from each other."""

HAVE = frozenset(["a", "ont", "avait", "avaient", "eut", "eurent", "aura", "auront", "aurait", "auraient", "ayant", "ai", "avons"])
BE = frozenset(["est", "sont", "était", "étaient", "fut", "furent", "sera", "seront", "serait", "seraient", "été", "être"])
DETERMINERS = frozenset((
    "le", "la", "les", "l'", "un", "une", "des", "du", "de", "d'", "au", "aux", "ce", "cet", "cette", "ces", "son", "sa", "ses",
    "leur", "leurs", "notre", "votre", "mon", "ma", "par", "en", "sans", "pour", "à", "sur", "avec", "chaque", "aucune", "aucun",
    "toute", "tout", "quelque", "première", "dernière", "nouvelle", "grande", "telle", "qu'une",
))  # fmt: skip
CLITICS = frozenset(["se", "s'", "l'", "le", "la", "les", "lui", "leur", "leurs", "nous", "vous", "m'", "me", "y", "n'", "ne", "en"])
NOT = frozenset(["pas", "jamais", "guère", "point"])
NE = frozenset(["ne", "n'"])
NOBODY = frozenset(["aucun", "aucune", "personne", "rien", "nul", "nulle", "ni"])
"""With "ne" they deny the verb as "pas" does: "rien ne prouve que", "aucune source n'a confirmé"."""
STOPS = frozenset([";", ":", ".", "!", "?", "que", "qu'", "qui", "dont", "où", "mais", "car", "«", "»"])
"""Where what governs a verb is not looked for any further."""
MARKS = frozenset("«»")
GOVERNED = 12
"""How many words before a verb its negative subject may stand."""
REFUSED = 5
"""How many words before an infinitive may stand what keeps it from being said: "refuse à ce stade de dire"."""
AGREEING = (
    "és", "ée", "ées", "us", "ue", "ues", "ite", "ites", "its", "ise", "ises", "ies",
    "ie", "erts", "erte", "ertes", "intes", "ints", "inte",
)  # fmt: skip
AGENT = 4
"""Words behind a participle among which "par" stands: "promis mercredi matin par"."""
OPENING = frozenset('«“"')
LONGEST = 40
"""Words between two verbs that share a subject."""
INSERTION = 18
"""Words between commas that may part an auxiliary from its participle."""
PRONOUNS = frozenset(["il", "elle", "on", "ils", "elles"])
SPEAKERS = frozenset(["qui", "il", "elle", "on", "ils", "elles"])
REFLEXIVES = frozenset(("se", "s'"))


COUNTERS = frozenset((
    "une", "le", "plus", "moins", "près", "environ", "quelque", "entre", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf",
    "dix", "onze", "douze", "quinze", "vingt", "trente", "cinquante", "cent", "mille",
))  # fmt: skip
"""Words at the head of a number."""
TALLIES = frozenset(
    ("bilan", "bilans", "chiffre", "chiffres", "nombre", "total", "décompte", "estimation", "fourchette", "comptage", "constat")
)
"""Nouns of what is counted up: "donne un bilan de 12 morts"."""
INSERTED = frozenset((
    ",", "d'", "abord", "par", "ailleurs", "de", "nouveau", "en", "outre", "effet", "revanche", "fait", "quant", "à", "son", "leur",
    "tour", "lui", "elle", "eux", "elles", "pour", "sa", "part", "côté", "au", "passage", "contraire", "une", "fois", "dans", "la",
    "foulée", "suite", "reste", "moins", "un", "premier", "second", "temps", "maintes", "plusieurs", "reprises", "nouvelle",
    "emblée", "vain", "avance", "«",
))  # fmt: skip
"""Words of the phrases that come between auxiliary and participle: "avaient d'abord annoncé", "a à maintes reprises dénoncé"."""
