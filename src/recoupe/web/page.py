"""One self-contained page: where things stand, every statement with the passages that it rests on. No script, no network."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib import resources

from recoupe import __version__
from recoupe.briefing.desk import Desk
from recoupe.model import Briefing, StoryFile
from recoupe.phrases import Language, say
from recoupe.web.markup import Html, el, join
from recoupe.web.story import story
from recoupe.web.texts import whole_texts

KEY = ("text", "origin", "voice")
"""The three things that are counted, explained in a line each, folded, before the first count."""


@dataclass(frozen=True)
class Point:
    """A story with its briefing."""

    file: StoryFile
    briefing: Briefing

    @cached_property
    def desk(self) -> Desk:
        """The desk on which the briefing was written: its records by id, and how things are called."""
        return Desk(self.file, "fr" if self.briefing.language == "fr" else "en")


def page(points: Sequence[Point], language: Language, *, with_texts: bool = False) -> str:
    """The page of one or more stories; whole texts only `with_texts`, else passages with at most 200 characters around them."""
    desks = [point.desk for point in points]
    stories = [story(desk, point.briefing) for desk, point in zip(desks, points, strict=True)]
    texts = [whole_texts(desk) for desk in desks] if with_texts else []
    title = points[0].briefing.title if len(points) == 1 else say(language, "page.stories", n=len(points))
    contents = _contents(points, language) if len(points) > 1 else None
    foot = el("footer", el("p", say(language, "page.made", version=__version__)))
    body = el("body", _key(language), contents, el("main", *stories, *texts), foot)
    return f"<!doctype html>\n{el('html', _head(title, language), body, lang=language)}\n"


def policy(style: str) -> str:
    """A content security policy that allows this one style sheet and nothing else.

    >>> policy("p { color: navy }")
    "default-src 'none'; style-src 'sha256-12mIZKXY+jH2VGmXrleJD6N3PFalOvOUBLxexmgyPAU='; base-uri 'none'; form-action 'none'"
    """
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _head(title: str, language: Language) -> Html:
    style = (resources.files("recoupe.web") / "page.css").read_text("utf-8")
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy(style)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", say(language, "page.title", title=title)),
        Html(f"<style>{style}</style>"),
    )


def _key(language: Language) -> Html:
    entries = (
        el("div", el("dt", say(language, f"page.key_{name}")), el("dd", say(language, f"page.key_{name}_is")), class_=f"key-{name}")
        for name in KEY
    )
    title = el("summary", say(language, "page.key"))
    return el("header", el("h1", say(language, "page.heading")), el("details", title, el("dl", *entries, class_="key")))


def _contents(points: Sequence[Point], language: Language) -> Html:
    entries = (
        el("li", join(el("a", point.briefing.title, href=f"#{point.file.story.id}"), " ", _size(point, language))) for point in points
    )
    return el("nav", el("ul", *entries), aria_label=say(language, "page.contents"), class_="contents")


def _size(point: Point, language: Language) -> Html:
    return el("small", say(language, "point.texts", n=len(point.desk.reports)))
