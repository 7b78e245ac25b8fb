"""A story on the page: what it is, its parts with a list of links to them, its reports."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from recoupe.briefing import withheld
from recoupe.briefing.desk import Desk, by_event
from recoupe.briefing.scope import foreign
from recoupe.briefing.sections import PARTS, heading, parts
from recoupe.model import Briefing, Statement
from recoupe.phrases import say
from recoupe.web.cards import cards, first, rows
from recoupe.web.markup import Html, el, join
from recoupe.web.moments import timeline
from recoupe.web.passages import passages
from recoupe.web.texts import table, the_one
from recoupe.web.versions import versions
from recoupe.web.voices import voices

Draw = Callable[[Desk, Sequence[Statement]], Html | None]
Rest = Mapping[tuple[str, str | None], Sequence[Statement]]


def entries(desk: Desk, statements: Sequence[Statement]) -> Html:
    """Statements as they stand, each with its passages.

    >>> entries(Desk(None, "fr"), [Statement(section="new", message="point.new", text="Le bac repart.")])
    '<ul class="statements"><li class="entry"><p>Le bac repart.</p></li></ul>'
    """
    return el("ul", *(el("li", el("p", s.text), passages(desk, s.cites), class_="entry") for s in statements), class_="statements")


MOST = 200
"""Statements that can be opened under one count; of more, `recoupe claims` and `recoupe drift` have all."""

DRAWN: dict[str, Draw] = {"differs": cards, "count": rows, "voices": voices, "drift": versions}
"""How the parts of a briefing are shown that are more than a list of statements."""


FOLDED = frozenset({"voices", "timeline", "drift", "reports"})
"""Long parts, to be opened where the screen is narrow; on a wide one and on paper they stand open."""


def story(desk: Desk, briefing: Briefing) -> Html:
    """The article of a story; one with a single text is kept short."""
    short, told = desk.alone, desk.told(briefing.statements)
    moments = () if short else briefing.timeline
    rest = withheld(desk, told) if any(map(_counting, told)) else {}
    shown: dict[str, Html] = {}
    known = dict(parts(told, moments))
    for name in PARTS:
        if name in known and name != "scope":
            shown[name] = (
                timeline(desk, moments) if name == "timeline" else join(*_by_event(desk, known[name], DRAWN.get(name, entries), rest))
            )
        elif name == "voices" and (child := voices(desk, ())):
            shown[name] = child
    if not short:
        shown["reports"] = table(desk)
    note = el("p", words, class_="soft") if (words := foreign(desk)) else None
    scope = el("div", *(el("p", s.text) for s in told if s.section == "scope"), note, the_one(desk) if short else None, class_="scope")
    links = None if short else _links(desk, list(shown))
    head = join(el("h2", briefing.title, id=f"{_key(desk)}-title"), None if short else first(desk, told))
    sections = (_section(desk, name, child) for name, child in shown.items())
    return el("article", head, scope, links, *sections, id=_key(desk), aria_labelledby=f"{_key(desk)}-title")


def _by_event(desk: Desk, statements: Sequence[Statement], draw: Draw, rest: Rest) -> Iterator[Html | None]:
    """Each event under its title, where there are several; a count of what else there is stands after what it counts."""
    for title, told in by_event(desk.file, statements).items():
        yield el("h4", title, class_="event") if title else None
        yield draw(desk, [s for s in told if not _counting(s)])
        yield from _folded(desk, [s for s in told if _counting(s)], rest)


def _counting(statement: Statement) -> bool:
    return statement.message.endswith(".more")


def _folded(desk: Desk, counting: Sequence[Statement], rest: Rest) -> Iterator[Html]:
    """What a briefing only counts, to be opened; of very much the rest is counted here too."""
    for message, event in dict.fromkeys((s.message, s.event) for s in counting):
        statements = rest.get((message, event), ())
        title = say(desk.language, message, n=len(statements))
        left = el("p", say(desk.language, message, n=len(statements) - MOST), class_="soft") if len(statements) > MOST else None
        yield el("details", el("summary", title), entries(desk, statements[:MOST]), left, class_="more")


def _key(desk: Desk) -> str:
    return desk.file.story.id


def _links(desk: Desk, names: Sequence[str]) -> Html:
    items = (el("li", el("a", heading(desk.language, name), href=f"#{_key(desk)}-{name}")) for name in names)
    return el("nav", el("ul", *items), aria_label=say(desk.language, "page.in_this_story"))


def _section(desk: Desk, name: str, child: Html) -> Html:
    key = f"{_key(desk)}-{name}"
    title = el("h3", heading(desk.language, name), id=f"{key}-title")
    whole = el("details", el("summary", title), child, class_="fold") if name in FOLDED and not desk.alone else join(title, child)
    return el("section", whole, id=key, aria_labelledby=f"{key}-title", class_=name)
