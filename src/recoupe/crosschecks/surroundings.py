"""What stands around a number: whether it counts at one site only, whose people it counts, and at what hour it stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise

import regex
from msgspec import structs

from recoupe.crosschecks.wording import NEVER, wording
from recoupe.lang import has
from recoupe.lang.demonyms import demonyms
from recoupe.model import Attribution, Place, Quantity, Reading, Report
from recoupe.ontology import UnitKind, unit_kind
from recoupe.text import fold, plain

BEFORE, AFTER = 80, 60
"""Characters on either side that speak of a number."""

SMALL = 10
"""Numbers up to this one often only take up what was counted before."""

HANDLED = 50
"""Characters behind a noun in which it is told what was done with those counted."""
SITE = 50
"""Characters that the noun of a site takes at most, before its name or that of its town."""

UNITED = ("killed_missing", "killed_wounded", "destroyed_damaged")
"""Two fates of which one number may count both."""

JOINED = frozenset(role for pair in UNITED for role in pair.split("_"))

ROW = 80
"""Characters from a place to the one in which it lies."""

STAMP = regex.compile(r"(?m:^)[ •*–-]{0,4}([0-9]{1,2}) ?(?:[hH:]|heures) ?([0-9]{2})(?![0-9])")
"""The hour that opens an entry of a text that is written as things happen."""

WORD = regex.compile(r" (\p{Ll}[\p{Ll}-]++)")
"""The next word behind a noun, no name."""

STOP = regex.compile(r"[,;:.!?()\n]")


class Surroundings:
    """One report with its sentences and numbers in order."""

    def __init__(self, report: Report, reading: Reading | None) -> None:
        self.report = report
        self._words = wording(report.language)
        self._text = report.text
        self._demonyms = demonyms(report.language) if has(report.language, "demonyms") else {}
        self._sentences = [s.start for s in reading.sentences] if reading is not None else []
        spans = sorted(q.span for q in reading.quantities) if reading is not None else []
        self._starts, self._ends = [s.start for s in spans], sorted(s.end for s in spans)
        stamps = [(m.start(), 60 * int(m[1]) + int(m[2])) for m in STAMP.finditer(plain(report.text))]
        self._stamps = stamps if len(stamps) > 1 else []

    def framed(self, quantity: Quantity) -> bool:
        """Whether the words around the number say that it counts at one site, one's own people or bodies found."""
        noun, frame = quantity.counted, self._words.frame
        if noun is not None and fold(self._text[noun.start : noun.end]).removesuffix("s") in self._words.corpses:
            return True
        return frame is not NEVER and any(frame.search(words) for words in (self._before(quantity), self._after(quantity)))

    def taken(self, quantity: Quantity) -> bool:
        """A small number of what was named before, and nothing has become of: "les deux pays"."""
        small = quantity.role is None and quantity.value is not None and quantity.value <= SMALL
        return small and bool(self._words.taken.search(self._before(quantity)))

    def lone(self, quantity: Quantity) -> bool:
        """One of those to whom it happened, told with the age: "un homme de 34 ans"."""
        noun = quantity.counted
        return noun is not None and quantity.value == 1 and bool(self._words.aged.match(self._text, noun.end))

    def others(self, quantity: Quantity) -> bool:
        """Those that come on top of others told before, or were elsewhere: "62 drones abattus, 15 autres brouillés", "20 ailleurs"."""
        away, first = self._words.elsewhere, self._is_first(quantity)
        if away is not NEVER and (away.search(self._after(quantity)) or (first and away.match(self._before(quantity)))):
            return True
        behind = self._text[quantity.span.end : quantity.span.end + SITE].split(maxsplit=1)
        return bool(behind) and fold(behind[0]).strip(",;.") in self._words.others

    def both(self, quantity: Quantity) -> Quantity:
        """With the two fates of which it counts both as one: "plus de cent morts et disparus" are no hundred dead."""
        hit = self._words.both.search(self._after(quantity)) if quantity.role in JOINED else None
        other = self._words.fates[hit["other"]] if hit is not None else None
        if hit is None or self._words.fates[hit["one"]] == other or STOP.search(hit.string, 0, hit.start()):
            return quantity
        pair = {self._words.fates[hit["one"]], other}
        return structs.replace(quantity, role=next((role for role in UNITED if pair == set(role.split("_"))), quantity.role))

    def twice(self, quantity: Quantity) -> bool:
        """Those by whom a toll was too high, which is no toll: "un corps ayant été enregistré deux fois"."""
        few = quantity.role is not None or (quantity.value is not None and quantity.value <= SMALL)
        behind = STOP.split(self._text[quantity.span.end : quantity.span.end + AFTER], maxsplit=1)[0]
        return few and self._words.twice.search(fold(behind)) is not None

    def some_of(self, quantity: Quantity) -> bool:
        """Whether it counts some of those whose noun tells that fate: "trois des blessés", not "trois des blessés sont morts"; "neuf corps
        ont été identifiés", "et vingt ont été inhumés", "dix rescapés attendaient"."""
        noun = quantity.counted
        if noun is None or noun.start < quantity.span.end:
            return quantity.role is not None and self._done_to(quantity.span.end)
        told = fold(self._text[noun.start : noun.end]).split()[0]
        between = fold(self._text[quantity.span.end : noun.start]).strip() in self._words.some_of
        fated = self._words.fates.get(told, "") == quantity.role or told.removesuffix("s") in self._words.corpses
        if (self._done_to(noun.end) and (fated or between)) or (fated and self._scene(noun.end)):
            return True
        words = fold(self._text[noun.start : noun.end + SITE]).split()[: 1 + self._text.count(" ", noun.start, noun.end) + 1]
        return between and any(self._words.fates.get(word.strip(",.;")) == quantity.role for word in words)

    def _done_to(self, end: int) -> bool:
        """What is done to some of those whose fate is known, one after the other, stands behind."""
        return self._words.handled.match(fold(self._text[end : end + HANDLED])) is not None

    def _scene(self, end: int) -> bool:
        """The verb behind tells what could be seen at a time, not what became of them all."""
        return self._words.scene.match(fold(self._text[end : end + HANDLED])) is not None

    def people(self, quantity: Quantity, said: Attribution | None) -> str | None:
        """The country whose people are counted: "deux soldats grecs"; those of who speaks in "trois de ses hommes", "trois morts dans ses
        rangs" and where a country mourns its dead."""
        noun, known = quantity.counted, self._demonyms
        if quantity.role is None or unit_kind(quantity.unit) is not UnitKind.PERSON:
            return None
        next_ = WORD.match(self._text, noun.end) if noun is not None else None
        if next_ is not None and next_[1].lower() in known:
            return known[next_[1].lower()]
        side = said.actor.side if said is not None and said.actor is not None else None
        if side is None or said is None or said.cue is None:
            return None
        between = fold(self._text[quantity.span.end : noun.start]) if noun is not None else ""
        cue = fold(self._text[said.cue.start : said.cue.end])
        own = between in self._words.own or cue.startswith(self._words.mourning)
        return side if own or self._words.ranks.search(self._after(quantity)) or self._words.losses.search(self._before(quantity)) else None

    def stamp(self, quantity: Quantity) -> int | None:
        """The minute of the day that opens the entry in which it stands."""
        at = bisect_right(self._stamps, (quantity.span.start, 1440)) - 1
        return self._stamps[at][1] if at >= 0 else None

    def site(self, place: Place) -> bool:
        """The name is a site's, or of the town of a hospital: "CHU", "l'hôpital Saint-Pierre", "l'hôpital de Lyon"."""
        start, end = place.span.start, place.span.end
        before = _spaced(self._text[max(0, start - SITE) : start])
        return fold(self._text[start:end]) in self._words.sites or bool(self._words.site.search(before))

    def beside(self, place: Place, quantity: Quantity) -> bool:
        """It opens the sentence of the number, be it in another clause: "À Redon, ils étaient 300 selon la police, 500 selon la CGT"."""
        first = bisect_right(self._sentences, quantity.span.start)
        return place.span.start < quantity.span.start and first == bisect_right(self._sentences, place.span.start)

    def between(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """The two ends of the way on which it happened: "sur la route entre Sens et Troyes"."""
        for a, b in pairwise(sorted(places, key=lambda p: p.span)):
            before, joint = (
                self._text[max(0, a.span.start - SITE) : a.span.start],
                self._text[a.span.end : min(b.span.start, a.span.end + SITE)],
            )
            if self._words.between.get(fold(before).strip().rpartition(" ")[2]) == fold(joint).strip():
                return a, b
        return ()

    def lying(self, places: Iterable[Place]) -> list[Place]:
        """`places` without those behind which only is told where the one before lies: "à Orsac, commune de [Menton]"."""
        given = sorted(places, key=lambda p: p.span)
        behind = {b.span for a, b in pairwise(given) if self._words.within.fullmatch(fold(self._between(a, b)))}
        return [place for place in given if place.span not in behind]

    def _between(self, a: Place, b: Place) -> str:
        return self._text[a.span.end : min(b.span.start, a.span.end + ROW)]

    def row(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """The first places that stand in a row, the last behind "et": "dans les villages de X, Y et Z"."""
        found: list[Place] = []
        for a, b in pairwise(sorted(places, key=lambda p: p.span)):
            link = self._words.row.fullmatch(fold(self._text[a.span.end : min(b.span.start, a.span.end + SITE)]))
            found = [*(found or [a]), b] if link else []
            if link and link["last"]:
                return tuple(found)
        return ()

    def _is_first(self, quantity: Quantity) -> bool:
        """Whether no other number stands before it in the sentence."""
        sentence = bisect_right(self._sentences, quantity.span.start) - 1
        return sentence >= 0 and bisect_right(self._ends, quantity.span.start) == bisect_right(self._ends, self._sentences[sentence])

    def _before(self, quantity: Quantity) -> str:
        """From the number before in the sentence on."""
        start = quantity.span.start
        sentence = bisect_right(self._sentences, start) - 1
        number = bisect_right(self._ends, start) - 1
        first = max(self._sentences[sentence] if sentence >= 0 else 0, self._ends[number] if number >= 0 else 0, start - BEFORE)
        return fold(self._text[first:start])

    def _after(self, quantity: Quantity) -> str:
        """To the next number, or the end of the sentence."""
        end = quantity.span.end
        sentence, number = bisect_right(self._sentences, quantity.span.start), bisect_left(self._starts, end)
        last = min(
            self._sentences[sentence] if sentence < len(self._sentences) else len(self._text),
            self._starts[number] if number < len(self._starts) else len(self._text),
            end + AFTER,
        )
        return fold(self._text[end:last])


def _spaced(words: str) -> str:
    """Folded, a space at the end kept."""
    return fold(words) + (" " if words[-1:].isspace() else "")
