"""Who has what from a third: told only where the third has all that two share, and had it before."""

from itertools import combinations

from recoupe.model import Direction
from recoupe.reuse import compare, descent

WIRE = (
    "Le barrage de Montaigut a été vidangé lundi matin après la découverte d'une fissure de deux mètres sur la vanne de fond. "
    "L'exploitant assure que les riverains de la vallée n'ont couru aucun danger pendant la manœuvre, qui a duré onze heures. "
)
MORE = "Le maire de Chassignoles réclame pourtant une sirène neuve, car celle de l'école est tombée en panne durant l'orage de juillet. "
MORNING, NOON, EVENING = (f"2031-03-01T{hour}:00:00Z" for hour in ("08", "12", "18"))


def ways(*records):
    """The direction of each pair by the ids of its two, once all are known; and again, as nothing changes any more."""
    reports = {record.report.id: record.report for record in records}
    found = [reuse for a, b in combinations(records, 2) if (reuse := compare(a, b)) is not None]
    changed = {reuse.id: reuse for reuse in descent(reports, found)}
    settled = [changed.get(reuse.id, reuse) for reuse in found]
    assert not list(descent(reports, settled))
    for reuse in changed.values():
        assert all(reports[e.span.report].text[e.span.start : e.span.end] == e.words for e in reuse.evidence)
    return {(reuse.a, reuse.b): reuse.direction for reuse in settled}


def test_two_that_have_it_from_a_third_have_a_common_origin(make):
    found = ways(
        make("r-1", WIRE, published=MORNING), make("r-2", WIRE + "A.", published=NOON), make("r-3", WIRE + "B.", published=EVENING)
    )
    assert found == {("r-1", "r-2"): Direction.B_FROM_A, ("r-1", "r-3"): Direction.B_FROM_A, ("r-2", "r-3"): Direction.COMMON_ORIGIN}


def test_what_the_third_has_not_comes_from_the_other(make):
    found = ways(
        make("r-1", WIRE, published=MORNING), make("r-2", WIRE + MORE, published=NOON), make("r-3", WIRE + MORE, published=EVENING)
    )
    assert found["r-2", "r-3"] is Direction.B_FROM_A


def test_a_third_that_nothing_puts_first_tells_nothing(make):
    found = ways(make("r-1", WIRE), make("r-2", WIRE + "A."), make("r-3", WIRE + "B."))
    assert set(found.values()) == {Direction.UNKNOWN}


def test_a_direction_comes_back_when_the_third_goes(make):
    records = [make("r-1", WIRE, published=MORNING), make("r-2", WIRE, published=NOON), make("r-3", WIRE, published=EVENING)]
    reports = {record.report.id: record.report for record in records}
    found = [compare(a, b) for a, b in combinations(records, 2)]
    (common,) = (reuse for reuse in descent(reports, found) if reuse.direction is Direction.COMMON_ORIGIN)
    (back,) = descent(reports, [common])
    assert back == compare(records[1], records[2])


def test_a_source_that_is_named_and_gives_more_is_believed_before_the_latest_text(make):
    quote = "« La vanne grinçait depuis Noël, et personne n'a voulu nous écouter », raconte une éclusière de la commune voisine. "
    aside = "Le préfet n'a pas voulu répondre hier soir. "
    first = make("r-1", WIRE + quote, outlet="L'Écho des Lacs", published=MORNING)
    second = make("r-2", WIRE + aside, outlet="La Vallée", published=NOON)
    third = make("r-3", WIRE + quote + aside + "Selon L'Écho des Lacs.", outlet="Le Soir", published=EVENING)
    silent = make("r-3", WIRE + aside + MORE, outlet="Le Soir", published=EVENING)
    assert ways(first, second, third)["r-2", "r-3"] is Direction.COMMON_ORIGIN
    assert ways(first, second, silent)["r-2", "r-3"] is Direction.B_FROM_A
