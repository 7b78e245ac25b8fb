"""Conditional verb groups of a text and how each is to be read: by no means all are hearsay.

A form is a conditional when its ending says so and what is left is an infinitive that the dictionary knows (or an irregular stem).
Hearsay is what remains when quotation, modal verb, politeness, supposition, future in the past and judgement are ruled out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

import regex
import simplemma

from recoupe import lang
from recoupe.claims.modality import imagined
from recoupe.claims.schemes import ModalityTable
from recoupe.model import Record
from recoupe.text.folding import plain
from recoupe.text.sentences import sentences


class Mood(StrEnum):
    """How a conditional is to be read."""

    HEARSAY = "hearsay"  # somebody says so, the outlet does not vouch for it
    FUTURE_IN_PAST = "future_in_past"
    HYPOTHESIS = "hypothesis"
    MODAL = "modal"  # pouvoir, devoir, falloir
    OTHER = "other"  # politeness, judgement, a quoted person's own


class Conditional(Record, frozen=True, kw_only=True):
    """A verb group in the conditional, `text[start:end]`, and its reading; `verb` is where the conditional form ends."""

    start: int
    end: int
    verb: int
    reading: Mood


@dataclass(frozen=True, slots=True)
class Rules:
    """The table of a language, and the patterns that are made of its words.

    `rest`: what follows an auxiliary. `somebody`: a person of whom something is told, not a thing that might be ("un homme serait entre la
    vie et la mort"). `planned`: what a plan or a draft would do is imagined, not reported.
    """

    table: ModalityTable
    rest: regex.Pattern[str]
    somebody: regex.Pattern[str]
    planned: regex.Pattern[str]


Bounds = tuple[int, int]
AROUND = 400
"""Characters of the sentence before and after a form that decide how it is read."""

ENDING = regex.compile(r"r(?:ais|ait|aient|ions|iez)(?![\p{L}\p{M}])")
ENDINGS = ("raient", "rait", "rais", "rions", "riez")
QUOTED = regex.compile(r"«[^«»]{0,3000}+»|“[^“”]{0,3000}+”|\"[^\"\n]{1,1000}+\"")
THIRD = regex.compile(r"(?:[nru]dr|ttr|[aoi]îtr|aitr|ivr|uir|clur|mpr|incr|(?:d|l|cr|r|suff|plo|cro|bo|pla|ta|tra)ir)$")
PARTICIPLE = regex.compile(
    r"^(?!(?:lieu|tort|droit|part|effet|peu|crédit|profit|bruit|plus|puis|mais|ici|au|lui|qui|si|parmi|sans|dans|chez|sous)$)"
    r"\p{L}*?(?:é|i|u|û|is|it|rt|int|[td]s|ous|mort)e?s?$"
)
SUPPOSED = regex.compile(r"(?<![\p{L}\p{M}])(?:si (?!bien|peu|tant|ce n'est)|s'ils? (?!fau?\p{L}+ en croire))")
NOT_SUPPOSED = regex.compile(r"(?:même|comme|demand\p{L}{1,6}|savoir|ignor\p{L}{1,5}|sait|et|vérifier|déterminer) $")
PAST = regex.compile(
    r"(?<![\p{L}\p{M}])(?:(?:a-t-(?:il|elle|on)|ont-(?:ils|elles)) \p{L}{1,20}?(?:é|it|is|u|rt|ert)"
    r"|vien(?:t|nent) d(?:e |')\p{L}{2,20}?(?:er|ir|re)"
    r"|(?:a|ont|avait|avaient|eu|ayant) (?:[\p{L}']{1,16}+ ){0,3}?\p{L}{1,20}?(?:é|it|is|u|rt|ert)|"
    r"\p{L}{2,20}?(?:ait|aient|èrent)"
    r"|\p{L}{2,18}?(?:na|ra|ça|qua|ta))(?![\p{L}\p{M}])"
)
CLAUSE = regex.compile(r"(?<![\p{L}\p{M}'-])(?<!(?:tandis|alors|lors) )(?:que(?=[ ,])|qu'|ce qu)")
STOPS = regex.compile(r"[.;:](?!\d)")
RESTRICTIVE = regex.compile(
    r"[^,](?<!elon|'après) (?:qui|où|dont|lequel|laquelle|lesquels|lesquelles|auquel)(?: [^ ,]{1,24}){0,4}(?: |(?<= [sln]'))$"
)
IMAGINED = regex.compile(
    r"(?:^|[,:;] |qu'|que |et |mais )"
    r"(?:(?:seule? )?une? (?!\p{L}{3,10}aine |poignée )|"
    r"un tel |une telle |de tels |de telles |cela |ceci |ce qui |tout )(?:[^ ,;:.]{1,24} ){0,10}$",
    regex.IGNORECASE,
)
OUGHT = regex.compile(r" (?:pu|dû|du|fallu|voulu|aimé|souhaité|préféré)$")
GRAVE = regex.compile(r"è([bcdfglmnprstv])er$")
GLIDE = regex.compile(r"([aou])ier$")
ASKED = regex.compile(r"-(?:t-)?(?:ils?|elles?|on|ce)(?!\p{L})")
ASKING = regex.compile(
    r"(?<!\p{L})(?:qui|que|qu'|quoi|quels?|quelles?|comment|pourquoi|quand|où|combien|lequel|laquelle|lesquels|lesquelles)(?!\p{L})"
)
CONDITION = regex.compile(
    r"^(?:(?:Mais|Et|Car|Or|D'ailleurs|En effet|Ainsi|Pourtant|Certes),? )?(?i:Sans |Sauf "
    r"|Avec (?!succès|l'aide|le soutien|son |sa |ses |leur)|[ÀA] (?:ce|cette) (?:rythme|prix|allure|vitesse)"
    r"|Faute d|Qu'une? |Autrement"
    r"|(?:Encore )?[Uu]ne? (?=[^,;:]{1,40} de plus))[^,;:]{0,80}+,"
)
COMPARED = regex.compile(r"(?:(?<!\p{L})comme (?:le |la |l'|les |on |si )?|qu'(?:on|il|elle) ne (?:l'|le |la |s'y )?)$", regex.IGNORECASE)
SEEMED = regex.compile(r"(?<!\p{L})on aurait (?:presque |même )?(?:dit|cru|juré)$", regex.IGNORECASE)
NAMED = regex.compile(r"(?<!\p{L})(?:selon|d'après|à en croire|de source|croit savoir)(?!\p{L})", regex.IGNORECASE)
OWED = regex.compile(r" (?!être|avoir)(?:\d|une? |deux |trois |quatre |cinq |six |dix |cent |mille |des |encore \d|plus d|près d|environ )")
RELISHED = regex.compile(r" bien(?!\p{L})")
HEDGED = regex.compile(
    r" (?:par ailleurs|en effet|tout à fait|beaucoup plus|encore plus|d'autant plus|pour le moins|plutôt"
    r"|sans doute|peut-être|donc|aussi|certes|plus|très|bien plus|\p{L}{3,20}ment) "
)
OWING = regex.compile(r"ser(?:ait|aient) (?:dus?|dues?|liée?s?) (?:à|au|aux)(?!\p{L})")
"""A cause, which does not lie ahead: "a expliqué que la panne serait due à un câble"."""
LATER = regex.compile(r"(?<!\p{L})(?:ans|mois|semaines|jours|heures) plus tard(?!\p{L})")
WONDERED = regex.compile(
    r"(?:savoir|ignor\p{L}{1,5}|demand\p{L}{1,5}|préciser|imaginer) (?:à |de |avec |par )?"
    r"(?:qui|quoi|comment|pourquoi|quand|où|combien|quel\p{L}{0,4}|ce qu[ei'])(?: [^ ,;:.]{1,24}){0,5} $"
)
IMPERSONAL = regex.compile(r"(?:(?<![\p{L}])(?:il|ce|cela|ça)(?: n(?:e |'))?(?: me | lui )? ?|(?:^|[ ,])c')$", regex.IGNORECASE)


@cache
def _table(language: str) -> ModalityTable | None:
    return lang.table(language, "modality", ModalityTable) if lang.has(language, "modality") else None


@cache
def _rules(language: str) -> Rules | None:
    table = _table(language)
    if table is None:
        return None
    inserted, persons, before, plans = map(_either, (table.inserted, table.persons, table.before_persons, table.plans))
    return Rules(
        table=table,
        rest=regex.compile(
            rf"(?:-(?:t-)?(?:ils?|elles?|on|ce))?+(?: (?:\p{{L}}{{2,20}}ment|{inserted})){{0,3}}+"
            r" (?P<first>\p{L}{1,24}+)(?: (?P<second>\p{L}{2,24}+))?+"
        ),
        somebody=regex.compile(rf"Une? (?:(?:{before}) )?(?:{persons})(?!\p{{L}})"),
        planned=regex.compile(rf"(?<!\p{{L}})(?:{plans})s?(?: (?!qu)[^ ,;:.]{{1,24}}){{0,4}} $"),
    )


def _either(words: tuple[str, ...]) -> str:
    return "|".join(map(regex.escape, words))


def conditionals(text: str, language: str) -> tuple[Conditional, ...]:
    """Each conditional verb group of `text`, in order. Nothing where the language has no table.

    >>> [(c.reading.value, t[c.start:c.end]) for t in ["Il aurait fui hier."] for c in conditionals(t, "fr")]
    [('hearsay', 'aurait fui')]
    >>> [c.reading.value for c in conditionals("La grève pourrait durer. S'il pleuvait, il resterait.", "fr")]
    ['modal', 'hypothesis']
    """
    rules = _rules(language)
    if rules is None:
        return ()
    return tuple(_found(plain(text), rules, language))


def _found(flat: str, rules: Rules, language: str) -> Iterator[Conditional]:
    line: Bounds = (0, -1)
    quoted: tuple[Bounds, ...] = ()
    bounds: tuple[Bounds, ...] = ()
    for ending in ENDING.finditer(flat):
        start = _word(flat, ending.start())
        if not is_conditional(flat[start : ending.end()].lower(), language):
            continue
        if not line[0] <= start <= line[1]:
            line = _line(flat, start)
            quoted = tuple((line[0] + m.start(), line[0] + m.end()) for m in QUOTED.finditer(flat[slice(*line)]))
            bounds = tuple((line[0] + a, line[0] + b) for a, b in sentences(flat[slice(*line)]))
        here = next((n for n, (a, b) in enumerate(bounds) if a <= start < b), -1)
        low, high = bounds[here] if here >= 0 else line
        if any(a <= start < b for a, b in quoted):
            yield Conditional(start=start, end=ending.end(), verb=ending.end(), reading=Mood.OTHER)
            continue
        low = max(low, start - AROUND)
        earlier = flat[slice(*bounds[here - 1])][:AROUND] if here > 0 else ""
        end, reading = _read((flat[low : min(high, start + AROUND)], earlier), (start - low, ending.end() - low), rules)
        yield Conditional(start=start, end=low + end, verb=ending.end(), reading=reading)


def _word(flat: str, at: int) -> int:
    """Where the word begins that holds `at`; no French verb is longer than 30 letters."""
    low = max(0, at - 30)
    while at > low and flat[at - 1].isalpha():
        at -= 1
    return at


def _line(flat: str, at: int) -> tuple[int, int]:
    """The line around `at`, cut where it is absurdly long."""
    low, high = max(0, at - 20_000), at + 20_000
    end = flat.find("\n", at, high)
    return flat.rfind("\n", low, at) + 1 or low, end if end >= 0 else min(high, len(flat))


@lru_cache(maxsize=50_000)
def is_conditional(word: str, language: str) -> bool:
    """Whether lower-case `word` is a form of the conditional.

    >>> [w for w in ("fournirait", "entrait", "serait", "livraient", "prendrait", "tirerait") if is_conditional(w, "fr")]
    ['fournirait', 'serait', 'prendrait', 'tirerait']
    """
    table = _table(language)
    ending = next((e for e in ENDINGS if word.endswith(e)), None)
    if table is None or ending is None:
        return False
    stem = word[: len(word) - len(ending) + 1]
    if stem in table.stems or any(stem.endswith(s) and stem.removesuffix(s) in table.prefixes for s in table.stems):
        return True
    if stem.endswith(("er", "ir")) and stem not in table.nouns and (_infinitive(stem, language) or _infinitive(_respelt(stem), language)):
        return True
    return THIRD.search(stem) is not None and _infinitive(stem + "e", language) and not _infinitive(stem + "er", language)  # "livrait"


def is_future(word: str, language: str, endings: tuple[str, ...]) -> bool:
    """Whether `word` is a future, which has the stem of the conditional: "sera", "livrera"; not "livra", "entrez", "caméra".

    >>> [w for w in ("sera", "livrera", "livra", "caméra") if is_future(w, "fr", ("ra", "ront"))]
    ['sera', 'livrera']
    """
    ending = next((e for e in endings if word.endswith(e)), None)
    return ending is not None and is_conditional(word[: len(word) - len(ending)] + "rait", language)


def _respelt(stem: str) -> str:
    """The infinitive that a stem goes back to where its spelling changed: "rachèter", "paier", "emploier"."""
    return GRAVE.sub(r"e\1er", GLIDE.sub(r"\1yer", stem))


def _infinitive(word: str, language: str) -> bool:
    return bool(simplemma.is_known(word, lang=language)) and simplemma.lemmatize(word, lang=language) == word


def _read(around: tuple[str, str], form: tuple[int, int], rules: Rules) -> tuple[int, Mood]:
    """The end of the group in the sentence, and the reading; behind it stands the sentence before."""
    sentence, earlier = around
    word, table = sentence[form[0] : form[1]].lower(), rules.table
    end, past = _group(sentence, form, rules)
    if past and OUGHT.search(sentence[form[1] : end]):
        return end, Mood.MODAL
    if word.endswith(("rais", "rions", "riez")):
        return end, Mood.OTHER
    if word.startswith(table.modal) and not (word.startswith("dev") and OWED.match(sentence, form[1])):
        return end, Mood.MODAL
    if word.startswith(table.seeming) and IMPERSONAL.search(sentence[max(0, form[0] - 12) : form[0]]):
        return end, Mood.HEARSAY
    if word.startswith(table.attenuated) and not _told(sentence, form, word):
        return end, Mood.OTHER
    mood = _mood(sentence, (form[0], end), rules, past=past)
    if mood is Mood.HEARSAY and not past and NAMED.search(sentence) is None and imagined.proposed(sentence, earlier, form):
        return end, Mood.HYPOTHESIS
    return end, mood


def _told(sentence: str, form: tuple[int, int], word: str) -> bool:
    """Whether a verb of wishing or knowing is told of somebody: "selon la presse, le roi voudrait divorcer"; "ne saurait" never is."""
    return NAMED.search(sentence) is not None and (word.startswith("voud") or not sentence[: form[0]].endswith(("ne ", "n'")))


def _mood(sentence: str, group: tuple[int, int], rules: Rules, *, past: bool) -> Mood:
    before, after = sentence[: group[0]], sentence[group[0] : group[1] + 32]
    named = NAMED.search(sentence) is not None
    if _supposed(sentence, rules.table, past=past) or _acting(before) or (CONDITION.match(before) and not (past and named)):
        return Mood.HYPOTHESIS
    inverted, asked = ASKED.search(after[: group[1] - group[0] + 6]) is not None, sentence.endswith("?")
    if inverted or asked:  # "aurait-il fui ?" asks whether it is so; "aurait-il fui, que ..." supposes it
        return Mood.HEARSAY if inverted and asked and not ASKING.search(before.lower()) else Mood.OTHER
    if COMPARED.search(before[-16:]) or SEEMED.search(sentence[: group[1]][-32:]) or RELISHED.match(sentence, group[1]):
        return Mood.OTHER
    if IMPERSONAL.search(before[-12:]) and _judged(after, rules.table):
        return Mood.OTHER
    if not named and imagined.imagined(before, sentence[group[0] :], past=past):
        return Mood.OTHER
    if past and not named and imagined.unlikely(before, sentence[slice(*group)]):
        return Mood.OTHER
    if past:
        return Mood.HEARSAY
    counted = named and OWED.match(sentence, group[1]) is not None
    return _unfinished(before, rules, named=named, counted=counted, lasting=" depuis " in after or OWING.match(after) is not None)


def _unfinished(before: str, rules: Rules, *, named: bool, counted: bool, lasting: bool) -> Mood:
    """The reading of a present conditional, which may also tell what was to come, or what only might be."""
    restrictive = RESTRICTIVE.search(before[-120:]) is not None
    if restrictive and counted:  # "qui dépasserait 2 millions"
        return Mood.HEARSAY
    if (_after_past(before[-260:]) and not lasting) or LATER.search(before) or imagined.UNAWARE.search(before[-120:]):
        return Mood.FUTURE_IN_PAST
    if (
        restrictive
        or WONDERED.search(before[-120:])
        or (IMAGINED.search(before) and not (named or lasting or rules.somebody.match(before)))
    ):
        return Mood.OTHER  # "un accord qui mettrait fin": imagined, not reported
    return Mood.HYPOTHESIS if rules.planned.search(before[-120:]) and not named else Mood.HEARSAY


def _acting(before: str) -> bool:
    """Whether an action that nobody has done is the subject: "interdire la pêche sauverait"."""
    first, _, rest = before.partition(" ")
    return (
        first.endswith(("r", "re"))
        and "," not in rest
        and rest.count(" ") <= 8
        and is_conditional(first.lower().removesuffix("e") + "ait", "fr")
    )


def _after_past(before: str) -> bool:
    """Whether the form stands in a clause that hangs on a verb of the past: "a révélé que ... viendrait"."""
    clauses = [m.start() for m in CLAUSE.finditer(before)]
    return any(not STOPS.search(before[at:]) and PAST.search(before[max(0, at - 80) : at]) is not None for at in clauses[-3:])


def _judged(words: str, table: ModalityTable) -> bool:
    plainly = HEDGED.sub(" ", words)
    return any(f"rait {judged}" in plainly for judged in table.judged)


def _supposed(sentence: str, table: ModalityTable, *, past: bool) -> bool:
    low = sentence.lower()
    if any(h in low for h in (table.hypotheses if past else table.hypotheses + table.lacking)):
        return True
    return any(not NOT_SUPPOSED.search(low[max(0, m.start() - 16) : m.start()]) for m in SUPPOSED.finditer(low))


def _group(sentence: str, form: tuple[int, int], rules: Rules) -> tuple[int, bool]:
    """Where the verb group ends, and whether it is a past conditional ("aurait fui", "serait mort")."""
    word = sentence[form[0] : form[1]].lower()
    rest = rules.rest.match(sentence, form[1]) if word.startswith(("aur", "ser")) else None
    if rest is None:
        return form[1], False
    first, second = rest["first"], rest["second"]
    if word.startswith("aur"):
        if first in ("été", "eu") and second and PARTICIPLE.search(second):
            return rest.end("second"), True
        return (rest.end("first"), True) if PARTICIPLE.search(first) else (form[1], False)
    if not PARTICIPLE.search(first):
        return form[1], False
    reflexive = sentence[: form[0]].endswith(("s'", "se ", "s'y ", "s'en "))
    return rest.end("first"), reflexive or first.rstrip("es") in {e.rstrip("es") for e in rules.table.etre} or first in rules.table.etre
