"""Words of number, as the frames look for them: what is counted is told, not named."""

NUMERAL = (
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|"
    r"septante|huitante|octante|nonante|cents?|mille)(?![\p{L}])"
)
SOME = rf"\p{{N}}++|une?|plusieurs|quelques|des|{NUMERAL}"
"""What opens a length of time: "depuis [deux] ans", "depuis [des] mois"."""
FIGURE = r"\p{N}(?:[\p{N} .,]|'(?=\p{N}{3})){0,14}+"
ROUGHLY = "entre|environ|quelque|près de|plus de|moins de|au moins|autour de"
DECIMAL = r"(?<=\p{N})[.,](?=\p{N})"
"""A mark inside a number, which ends no clause."""
BOUND = r"(?:(?:plus|moins|près|pas moins) (?:de |d')|au moins |un peu (?:plus|moins) (?:de |d')|environ |à peine |quelque |une? |entre )?"
LARGE = r"(?:(?:une? )?(?:demi-)?(?:millions?|milliards?|milliers?)(?!\p{L}))"
COUNT = rf"{BOUND}(?:{LARGE}|\p{{N}}|(?:une )?\p{{L}}{{2,12}}aines?(?!\p{{L}})|{NUMERAL})"
"""A number at the head of a noun phrase: "12 morts", "une trentaine de blessés", "au moins six"."""
AMOUNTING = "est|était|s'élève|s'élevait|s'établit|s'établissait|atteint|atteignait|se monte"
"""Between a toll and its number: "Le bilan [est] de 12 morts"."""
