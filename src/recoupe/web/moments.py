"""The timeline on the page."""

from collections.abc import Sequence

from recoupe.briefing.desk import Desk
from recoupe.briefing.timeline import known
from recoupe.model import Moment
from recoupe.web.markup import Html, el
from recoupe.web.passages import passages
from recoupe.web.times import timed


def timeline(desk: Desk, moments: Sequence[Moment]) -> Html:
    """When, what, on whose word and where it stands.

    >>> told = Moment(at="2031-05-03T00:00:00", precision="day", text="Bac à flot.", voice="mairie", cites=())
    >>> timeline(Desk(None, "fr"), [told]).partition("</time>")[2]
    '<p>Bac à flot.<small> (mairie)</small></p></li></ol>'
    """
    return el("ol", *(_moment(desk, moment) for moment in moments), class_="moments")


def _moment(desk: Desk, moment: Moment) -> Html:
    time = el("time", timed(moment, desk.language), datetime=known(moment.at, moment.precision))
    voice = el("small", f" ({moment.voice})") if moment.voice else None
    return el("li", time, el("p", moment.text, voice), passages(desk, moment.cites))
