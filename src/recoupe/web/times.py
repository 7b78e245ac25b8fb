"""Times as people write them, as fine as they are known."""

from recoupe.briefing.timeline import known, parted
from recoupe.model import Moment, Precision
from recoupe.phrases import Language, say
from recoupe.text.clocks import written


def timed(moment: Moment, language: Language) -> str:
    """When it was, as people write it.

    >>> timed(Moment(at="2031-05-03T18:00:00", precision=Precision.PART_OF_DAY, text="", voice=None, cites=(), part="EV"), "fr")
    '03/05/2031, soir'
    """
    return parted(moment, lambda day: stamp(day, Precision.DAY, language), language) or stamp(moment.at, moment.precision, language)


def stamp(at: str, precision: Precision, language: Language) -> str:
    """A time as people write it, as fine as it is known.

    >>> stamp("2026-01-14T06:15:00Z", Precision.INSTANT, "fr"), stamp("2026-01-13T18:00:00", Precision.PART_OF_DAY, "fr")
    ('14/01/2026 06:15 UTC', '13/01/2026')
    >>> stamp("2026-01-14T06:15:00+01:00", Precision.INSTANT, "fr"), stamp("2026-01-14T06:15:00", Precision.INSTANT, "en")
    ('14/01/2026 06:15 (UTC+1)', '2026-01-14 06:15')
    >>> stamp("2026-01-01T00:00:00", Precision.MONTH, "fr"), stamp("2026-01-01T00:00:00", Precision.YEAR, "en")
    ('01/2026', '2026')
    """
    given = known(at[:10], precision)
    day = "/".join(reversed(given.split("-")[:3])) if language == "fr" else given
    if precision is Precision.WEEK:
        return say(language, "page.week", day=day)
    if precision is not Precision.INSTANT or len(at) < 16:
        return day
    return written(day, at[11:16], at)
