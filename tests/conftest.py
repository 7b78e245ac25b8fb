"""What tests of several stages share: dossiers written by hand, with claims and passages found by their words."""

import cProfile
import sys
from dataclasses import dataclass, field

import pytest
from hypothesis import settings

from recoupe import model as m
from recoupe.text import sentences

settings.register_profile("loaded", deadline=None)  # no test is timed by the clock: machines are shared
settings.load_profile("loaded")


def counted_steps(work):
    """How many instructions of the interpreter `work` takes: the same on every machine, however busy."""
    steps = 0

    def count(frame, event, _):
        nonlocal steps
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        steps += event == "opcode"
        return count

    before = sys.gettrace()  # coverage
    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
    return steps


def counted_calls(work):
    """How many functions `work` calls, those of C too."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(entry.callcount + entry.reccallcount for entry in profile.getstats())


@pytest.fixture(scope="session")
def calls():
    """Counts the calls of a piece of work, without a clock."""
    return counted_calls


@pytest.fixture(scope="session")
def steps():
    """Counts what a piece of work takes, without a clock."""
    return counted_steps


def bounds(number):
    """(low, value, high, bound) of 5, ">5" (more than), ">=5", "<5", "~5", (3, 8), or a vague "20-99"."""
    if isinstance(number, tuple):
        return number[0], None, number[1], m.Bound.RANGE
    if isinstance(number, int | float):
        return number, number, number, m.Bound.EXACT
    if number.startswith(">="):
        return int(number[2:]), int(number[2:]), None, m.Bound.AT_LEAST
    sign, rest = number[0], number[1:]
    if sign == ">":
        return int(rest) + 1, int(rest), None, m.Bound.MORE_THAN
    if sign == "<":
        return None, int(rest), int(rest) - 1, m.Bound.LESS_THAN
    if sign == "~":
        return int(int(rest) * 0.9), int(rest), int(int(rest) * 1.1), m.Bound.ABOUT
    low, high = number.split("-")
    return int(low), None, int(high), m.Bound.INDEFINITE


@dataclass
class Draft:
    """A dossier in the making."""

    reports: dict = field(default_factory=dict)
    claims: list = field(default_factory=list)
    reuses: list = field(default_factory=list)
    origins: list = field(default_factory=list)
    extra: dict = field(default_factory=dict)
    when: m.When | None = None

    def report(self, name, text, *, outlet=None, published=None, **more):
        day = m.When(span=None, value=published, precision=m.Precision.DAY, start=published) if published else None
        raw = m.Raw(sha256="", locator=f"/tmp/{name}.txt")
        self.reports[name] = m.Report(
            id=name, text=text, sha256="", language="fr", raw=raw, extractor="text 1", outlet=outlet, published=day, **more
        )
        return name

    def span(self, report, words):
        start = self.reports[report].text.index(words)
        return m.Span(report=report, start=start, end=start + len(words))

    def actor(self, name, kind="armed_force", side=None):
        return m.Actor(id=m.identify("actor", name.lower()), name=name, kind=m.ActorKind(kind), side=side)

    def place(self, report, words, precision="town", **more):
        return m.Place(span=self.span(report, words), name=words, precision=m.PlacePrecision(precision), **more)

    def time(self, report, words, value, precision="day", **more):
        return m.When(span=self.span(report, words), value=value, precision=m.Precision(precision), **more)

    def quantity(self, report, words, number, unit, role=None, *, part=False):
        low, value, high, bound = bounds(number)
        span = self.span(report, words)
        return m.Quantity(span=span, counted=None, value=value, low=low, high=high, bound=bound, unit=unit, role=role, part=part)

    def attribution(self, report, source, content, *, actor=None, cue=None, uttered=None):
        spans = (self.span(report, source),) if source else ()
        return m.Attribution(
            id=m.identify("t", report, source, content),
            source=spans,
            actor=actor,
            cue=self.span(report, cue or source or content),
            content=(self.span(report, content),),
            form=m.Form.INDIRECT,
            rule="test",
            uttered=uttered,
        )

    def claim(self, report, words, number=None, unit="person", role=None, *, type_="OTHER", voice=None, modality=None, **more):
        """A claim of `words`; `number` is (words, number); `voice` an Actor whose name stands in the text, or "" for nobody."""
        counted = (self.quantity(report, number[0], number[1], unit, role, part=more.pop("part", False)),) if number else ()
        said = None
        if voice is not None:
            source = voice if isinstance(voice, str) else voice.name
            said = self.attribution(report, source, words, actor=None if isinstance(voice, str) else voice)
        chosen = modality or ("reported" if voice is not None else "asserted")
        claim = m.Claim(
            id=m.identify("c", report, words, number, unit, role),
            report=report,
            span=self.span(report, words),
            type=type_,
            modality=m.Modality(chosen),
            polarity=more.pop("polarity", m.Polarity.POSITIVE),
            confidence=0.9,
            quantities=counted,
            attribution=said,
            **more,
        )
        self.claims.append(claim)
        return claim

    def reuse(self, a, b, *, kind="partial", score=500, direction="unknown", shared=()):
        passages = tuple(m.Passage(a=self.span(a, words), b=self.span(b, words), exact=True) for words in shared)
        longest = max((len(words) for words in shared), default=0)
        self.reuses.append(
            m.Reuse(
                id=f"u-{a}-{b}",
                a=a,
                b=b,
                kind=m.ReuseKind(kind),
                score=score,
                characters=longest,
                direction=m.Direction(direction),
                passages=passages,
            )
        )

    def read(self, report, **found):
        """What the reading of a report holds besides its sentences and the quantities of its claims."""
        self.extra.setdefault(report, {}).update(found)

    def reading(self, report):
        spans = tuple(m.Span(report=report, start=s, end=e) for s, e in sentences(self.reports[report].text))
        counted = sorted({q for c in self.claims if c.report == report for q in c.quantities}, key=lambda q: q.span)
        return m.Reading(**{"report": report, "sentences": spans, "quantities": tuple(counted)} | self.extra.get(report, {}))

    def dossier(self):
        event = m.Event(id="e-1", reports=tuple(sorted(self.reports)), title="Un événement", when=self.when)
        return m.Dossier(
            story="s-1",
            event=event,
            reports=tuple(r for _, r in sorted(self.reports.items())),
            readings=tuple(self.reading(r) for r in sorted(self.reports)),
            claims=tuple(self.claims),
            reuses=tuple(self.reuses),
            origins=tuple(self.origins),
        )


@pytest.fixture(scope="session")
def draft():
    """Makes an empty dossier."""
    return Draft
