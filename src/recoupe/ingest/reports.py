"""Fields and text to a report."""

from hashlib import sha256

from recoupe.ingest.addresses import canonical
from recoupe.ingest.dates import published
from recoupe.ingest.languages import language
from recoupe.ingest.rejects import bad
from recoupe.model import Raw, Record, RejectReason, Report, identify
from recoupe.text import fold
from recoupe.text.composed import is_seen


class Fields(Record, frozen=True, kw_only=True):
    """What an input says of itself besides its text, as written. Other keys are tolerated and not kept."""

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None


class Article(Fields, frozen=True, kw_only=True):
    """A report as one JSON object."""

    text: str


def report(fields: Fields, text: str, raw: Raw, extractor: str) -> Report:
    """The report that `text` and `fields` make.

    >>> found = report(Fields(title="Le bac repart", url="HTTPS://Bief.Example/bac#haut"), "À quai.", Raw(sha256="", locator="a"), "")
    >>> found.text, found.body, found.url
    ('Le bac repart\\n\\nÀ quai.', 15, 'https://bief.example/bac')

    Raises:
        BadReport: empty text, or a field that cannot be understood.
    """
    if not is_seen(text):
        raise bad(RejectReason.EMPTY, "no text" if not text.strip() else "nothing in the text can be seen")
    address, outlet, title = _given(fields.url), _given(fields.outlet), _given(fields.title)
    url = address and canonical(address)
    whole = text if title is None or _begins_with(text, title) else f"{title}\n\n{text}"
    when = _given(fields.published)
    return Report(
        id=identify("r", url or outlet or "", whole),
        text=whole,
        sha256=sha256(whole.encode()).hexdigest(),
        language=language(whole),
        raw=raw,
        extractor=extractor,
        body=len(whole) - len(text),
        url=url,
        outlet=outlet,
        title=title,
        byline=_given(fields.byline),
        published=None if when is None else published(when),
    )


def _given(value: str | None) -> str | None:
    """A field of white space alone says nothing."""
    return (value.strip() or None) if value is not None else None


def _begins_with(text: str, title: str) -> bool:
    """True if the first line of `text` is `title`, typography aside: then it is not put before it once more."""
    first = text[: 2 * len(title) + 80].lstrip().partition("\n")[0].rstrip()
    alike = abs(len(first) - len(title)) <= len(title) // 4 + 4  # folding hardly changes the length, and is dear
    return alike and fold(first) == fold(title)
