from recoupe.ingest.objects import member
from recoupe.model import Direction, Evidence, Reuse, ReuseKind, Span
from recoupe.reuse.exchange import exchanges

REPORTS = {
    report.id: report
    for report in (
        member(b'{"text": "Crue %d.", "outlet": "%s", "published": "%s"}' % (n, outlet, at), "a")
        for n, (outlet, at) in enumerate(
            [(b"Le Bief", b"2031-05-01T08:00:00Z"), (b"La Berge", b"2031-05-01T09:30:00Z"), (b"La Berge", b"2031-05-01"), (b"", b"")]
        )
    )
}
BIEF, BERGE, UNDATED, NAMELESS = REPORTS


def reuse(a: str, b: str, direction: Direction, rule: str = "reuse/published") -> Reuse:
    """`a` and `b` in either order: a record has the smaller id first."""
    turned = {Direction.A_FROM_B: Direction.B_FROM_A, Direction.B_FROM_A: Direction.A_FROM_B}
    if a > b:
        a, b, direction = b, a, turned.get(direction, direction)
    why = (Evidence(field="direction", rule=rule, span=Span(report=a, start=0, end=4), words="Crue"),)
    return Reuse(
        id=f"u-{a}-{b}", a=a, b=b, kind=ReuseKind.PARTIAL, score=500, characters=90, direction=direction, passages=(), evidence=why
    )


def test_a_direction_is_one_cell_whichever_report_comes_first():
    found = exchanges([reuse(BIEF, BERGE, Direction.B_FROM_A), reuse(BIEF, UNDATED, Direction.B_FROM_A, "reuse/credit/x")], REPORTS)
    (cell,) = found
    assert (cell.giver, cell.taker, cell.pairs, cell.credited, cell.lag) == ("Le Bief", "La Berge", 2, 1, 90)


def test_open_directions_stand_in_the_order_of_names_without_a_lag():
    cells = exchanges([reuse(BIEF, BERGE, Direction.UNKNOWN), reuse(BIEF, NAMELESS, Direction.COMMON_ORIGIN)], REPORTS)
    assert [(cell.giver, cell.taker, cell.direction, cell.lag) for cell in cells] == [
        (None, "Le Bief", Direction.COMMON_ORIGIN, None),
        ("La Berge", "Le Bief", Direction.UNKNOWN, None),
    ]
