from itertools import permutations

import pytest

from recoupe.ingest.dates import published
from recoupe.ingest.editions import editions, preferred
from recoupe.model import EditionCause, Raw, Report


def made(name: str, *, raw: str = "", date: str | None = None, locator: str = "x", **more: str) -> Report:
    return Report(id=name, text=name, sha256=name, language="fr", raw=Raw(sha256=raw or name, locator=locator), extractor="test 1",
                  published=published(date) if date else None, url="https://a.example/x", **more)  # fmt: skip


FOUR = [made("r-b", date="2020-05-02"), made("r-c", date="2020-05-01"), made("r-a"), made("r-d", raw="r-b", date="2020-05-02")]


def test_editions_in_every_order():
    results = {editions(order) for order in permutations(FOUR)}
    assert len(results) == 1
    said = {r.id: (r.edition_of, r.edition_cause) for r in results.pop()}
    assert said == {
        "r-c": (None, None),
        "r-a": ("r-c", EditionCause.PUBLISHER),
        "r-b": ("r-c", EditionCause.PUBLISHER),
        "r-d": ("r-b", EditionCause.EXTRACTION),
    }


def test_editions_again_are_the_same():
    assert editions(editions(FOUR)) == editions(FOUR)
    assert editions(editions(FOUR)[:1]) == (made("r-a"),)


def test_undated_ones_have_the_smallest_id_as_root():
    assert [r.edition_of for r in editions([made("r-2"), made("r-1")])] == [None, "r-1"]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (made("r", title="T"), made("r", date="2020")),
        (made("r", title="T", outlet="O"), made("r", date="2020")),
        (made("r", date="2020-01"), made("r", date="2020-02")),
        (made("r", locator="a"), made("r", locator="b")),
        (made("r", outlet="A"), made("r", outlet="B")),
    ][1:],
)
def test_the_better_sighting_in_both_orders(better, worse):
    assert preferred([better, worse]) == preferred([worse, better]) == better
