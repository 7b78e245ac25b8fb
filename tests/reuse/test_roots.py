"""Text origins: every report in exactly one."""

from itertools import combinations, permutations

from recoupe.model import EditionCause
from recoupe.reuse import compare, origins

DISPATCH = (
    "Le gouvernement de Kalmerie a présenté mercredi un plan d’économies de 3,4 milliards de couronnes, qui prévoit le gel des embauches"
    " dans la fonction publique et la fermeture de onze consulats. L’opposition dénonce un « coup de massue » contre les services."
)
OWN = "Notre correspondante a interrogé les habitants de trois villages sur la disparition du dernier bureau de poste de la vallée."


def counted(reads):
    """Origins as (kind, names)."""
    reuses = [found for a, b in combinations(reads, 2) if (found := compare(a, b))]
    return [(origin.kind, origin.reports) for origin in origins([read.report for read in reads], reuses)]


def test_copies_near_copies_and_own_reports(make):
    reads = [
        make("r-1", DISPATCH),
        make("r-2", DISPATCH.upper()),
        make("r-3", DISPATCH.replace("mercredi", "jeudi")),
        make("r-4", OWN),
    ]
    expected = [("near_copy", ("r-1", "r-2", "r-3")), ("own", ("r-4",))]
    assert all(counted(order) == expected for order in permutations(reads))


def test_passages_in_common_are_one_origin_only_with_one_agency_credited(make):
    texts = (DISPATCH + " " + OWN * 3, OWN[:40] + " Ailleurs, autre chose. " * 8 + DISPATCH[:170])
    assert [kind for kind, _ in counted([make("r-1", texts[0]), make("r-2", texts[1])])] == ["own", "own"]
    assert counted([make("r-1", texts[0] + " (AFP)"), make("r-2", texts[1] + " (avec AFP)")]) == [("credit", ("r-1", "r-2"))]


def test_extractions_of_one_edition_are_one_origin(make):
    reads = [make("r-1", DISPATCH), make("r-2", OWN, edition_of="r-1", edition_cause=EditionCause.EXTRACTION)]
    assert counted(reads) == [("edition", ("r-1", "r-2"))]


def test_a_reuse_with_a_report_that_is_not_asked_for_is_passed_by(make):
    a, b = make("r-1", DISPATCH), make("r-2", DISPATCH)
    assert [origin.kind for origin in origins([a.report], [compare(a, b)])] == ["own"]
    assert origins([], []) == ()


def test_evidence_reads_as_it_stands(make):
    reads = [make("r-1", DISPATCH), make("r-2", DISPATCH)]
    (origin,) = origins([read.report for read in reads], [compare(*reads)])
    assert origin.evidence
    assert all(DISPATCH[e.span.start : e.span.end] == e.words for e in origin.evidence)
