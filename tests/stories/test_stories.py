"""Stories and events on reports written for the purpose, on many subjects."""

import json
from itertools import permutations

import pytest

from recoupe.engine.linking import CANNOT, MUST, Linker
from recoupe.engine.memory import MemoryState
from recoupe.ingest.objects import member
from recoupe.ledger import Ledger
from recoupe.stories import LINK, describe, entitle, events

FLOOD = (
    (
        "La Garonne est sortie de son lit dans la nuit à Agen, où 340 habitants ont été évacués par les secours. La préfecture du"
        " Lot-et-Garonne maintient la vigilance rouge crues jusqu'à mardi soir. Deux écoles du quartier Sainte-Foy resteront fermées."
    ),
    (
        "Crue de la Garonne : à Agen, 340 personnes évacuées. Le fleuve a débordé pendant la nuit et la préfecture du Lot-et-Garonne a"
        " placé le département en vigilance rouge crues. Les secours sont intervenus en barque dans le quartier Sainte-Foy."
    ),
    (
        "À Agen, les habitants évacués après la crue de la Garonne ont dormi dans un gymnase. Selon la préfecture du Lot-et-Garonne,"
        " cette nuit le pic est attendu mardi. Les écoles du quartier Sainte-Foy sont fermées et la vigilance rouge est maintenue."
    ),
    (
        "Vigilance rouge crues dans le Lot-et-Garonne : la Garonne a dépassé neuf mètres à Agen. Les secours ont évacué le quartier"
        " Sainte-Foy en barque dans la nuit, et la préfecture appelle les habitants à ne pas se déplacer."
    ),
    (
        "Inondations : le maire d'Agen demande l'état de catastrophe naturelle. La crue de la Garonne touche le quartier Sainte-Foy"
        ", dont les habitants ont été évacués par les secours dans la nuit. La préfecture du Lot-et-Garonne maintient la vigilance rouge."
    ),
)
OTHERS = (
    "Le syndicat des cheminots de Lombardie a annoncé une grève de vingt-quatre heures vendredi, qui paralysera les trains régionaux.",
    "La cour d'assises de Namur a condamné l'ancien notaire à douze ans de réclusion pour escroquerie et faux en écriture.",
    "L'équipe du Sénégal s'est qualifiée pour la finale en battant le Maroc aux tirs au but, devant un stade comble à Abidjan.",
    "Le parlement islandais a adopté la loi sur la pêche au large après trois mois de débats et une motion de censure rejetée.",
)
ATTACK = (
    "Un bombardement a frappé le marché de {town} {when}. L'aviation a largué {n} bombes sur la ville, a indiqué le gouverneur de la"
    " province dans un communiqué. Les services de secours ont recherché des survivants sous les décombres, et l'hôpital régional"
    " a lancé un appel aux dons de sang. L'état-major n'a pas commenté ces informations."
)


def parted(reads, fixed=None):
    """Stories, each as a list of events, each as a list of positions in `reads`."""
    state = MemoryState(LINK)
    Linker(LINK, state, fixed).add(reads)
    by_node = {LINK.node(read): read for read in reads}
    place = {LINK.node(read): i for i, read in enumerate(reads)}
    found = []
    for group in set(state.groups(by_node).values()):
        scores = {(a, b): s for a in group for b, s in state.ties([a])[a].items() if a < b and b in group}
        found.append(sorted(sorted(place[n] for n in event) for event in events({n: by_node[n] for n in group}, scores)))
    return sorted(found)


def test_five_undated_reports_of_one_night_are_one_event_and_strangers_stay_apart(make):
    reads = [make(text) for text in FLOOD + OTHERS]
    assert parted(reads) == [[[0, 1, 2, 3, 4]], [[5]], [[6]], [[7]], [[8]]]


def twin(make, *, town, when, n, day, date, published):
    return make(
        ATTACK.format(town=town, when=when, n=n),
        published=published, counts=[(f"{n} bombes", n, "bomb")], towns=[town], days=[(when, date)],
    )  # fmt: skip


@pytest.mark.parametrize(("dates", "published"), [(("2031-05-12", "2031-05-13"), True), (("XXXX-WXX-1", "XXXX-WXX-2"), False)])
def test_the_twin_of_the_next_day_is_another_event_of_the_same_story(make, dates, published):
    first = twin(make, town="Alfaville", when="lundi", n=14, day=1, date=dates[0], published=dates[0] if published else None)
    next_day = twin(make, town="Bétabourg", when="mardi", n=31, day=2, date=dates[1], published=dates[1] if published else None)
    copy = make(
        "À Alfaville, le marché a été frappé lundi par un bombardement : 14 bombes selon le gouverneur de la province. Les secours"
        " cherchent des survivants sous les décombres et l'hôpital régional lance un appel aux dons de sang.",
        published=dates[0] if published else None, counts=[("14 bombes", 14, "bomb")], towns=["Alfaville"],
    )  # fmt: skip
    assert parted([first, next_day, copy]) == [[[0, 2], [1]]]


TRIAL = (
    "Le procès de l'ancien trésorier de la coopérative laitière de Brestelle s'est ouvert devant le tribunal de Vaucourt. Armand Quillet"
    " est accusé d'avoir détourné {sum} pendant {years}. La coopérative s'est constituée partie civile."
)
RELAYS = (
    "La quinzaine de collecte de sang s'est achevée à Vaucourt : {sum} ont été recueillies, et {years} attendues. L'amicale des donneurs de"
    " Brestelle et l'établissement du sang remercient les bénévoles d'Armand Quillet."
)


def far_apart(make, text, first, second):
    """The stories of two reports in one wording, four months apart."""
    return parted(
        [
            make(
                text.format(sum=f"{n} {unit}", years=f"{m} ans"), published=day, counts=[(f"{n} {unit}", n, unit), (f"{m} ans", m, "year")]
            )
            for day, (n, unit, m) in (("2031-01-12", first), ("2031-05-14", second))
        ]
    )


def test_a_story_goes_on_after_a_pause_of_months(make):
    same = far_apart(make, TRIAL, (340, "euros", 6), (340, "euros", 6))
    assert [len([place for event in story for place in event]) for story in same] == [2]
    aside = far_apart(make, TRIAL, (340, "euros", 6), (345, "euros", 6))
    assert len(aside) == 1


def test_what_comes_back_in_the_same_words_with_other_numbers_is_another_story(make):
    assert far_apart(make, RELAYS, (312, "poches", 500), (287, "poches", 450)) == [[[0]], [[1]]]


def test_a_story_does_not_go_on_after_a_year(make):
    assert parted([make(TRIAL, published=day) for day in ("2031-01-12", "2032-02-12")]) == [[[0]], [[1]]]


def test_a_growing_toll_is_no_other_event_and_a_missing_number_no_contradiction(make):
    text = "Le séisme de Valdonie a fait {n} morts selon la protection civile. Les sauveteurs fouillent les ruines de la vieille ville."
    reads = [
        make(text.format(n=n), published=f"2031-02-0{day}", counts=[(f"{n} morts", n, "person", "killed")])
        for day, n in ((3, 120), (4, 340), (5, 512))
    ]
    reads.append(make(text.format(n="plusieurs centaines de"), published="2031-02-03"))
    assert parted(reads) == [[[0, 1, 2, 3]]]


def test_the_order_of_reports_does_not_matter(make):
    reads = [make(text) for text in FLOOD[:3] + OTHERS[:2]]
    outcomes = set()
    for order in list(permutations(range(5)))[::17]:
        outcomes.add(str(sorted(sorted(sorted(order[i] for i in e) for e in story) for story in parted([reads[i] for i in order]))))
    assert len(outcomes) == 1


def test_what_a_person_has_decided_wins(make):
    reads = [make(text) for text in FLOOD[:2] + OTHERS[:1]]
    nodes = [LINK.node(read) for read in reads]
    apart, together = tuple(sorted(nodes[:2])), tuple(sorted((nodes[0], nodes[2])))
    assert parted(reads, {apart: CANNOT, together: MUST}) == [[[0, 2]], [[1]]]


def test_equal_reports_of_one_day_are_one_node_and_of_two_days_two(make):
    one, same, later = (
        make(FLOOD[0], published=day, name=name) for day, name in (("2031-01-01", "a"), ("2031-01-01", "b"), ("2031-01-02", "c"))
    )
    assert LINK.node(one) == LINK.node(same) != LINK.node(later)
    assert (
        LINK.score(LINK.sketch(one), LINK.sketch(later)) == LINK.score(LINK.sketch(later), LINK.sketch(one)) > 800
    )  # as like as can be, but for the allowance for chance


def test_a_report_without_words_or_language_pack_is_a_story_of_its_own(make):
    reads = [make("", language="und", name="empty"), make("…?!\0\u202e", language="xx", name="marks"), make(FLOOD[0])]
    assert parted(reads)[-1] == [[2]]
    assert describe("e-1", reads[:1]).title == ""


def test_an_event_is_described_in_the_words_of_its_reports(make):
    reads = [make(text, towns=["Agen"], days=[("nuit", "2031-05-12")]) for text in FLOOD]
    event = describe("e-7", reads)
    assert event.reports == tuple(sorted(read.report.id for read in reads))
    assert any(event.title.rstrip("…") in " ".join(read.report.text.split()) for read in reads)
    assert [place.name for place in event.places] == ["Agen"]
    assert event.when is not None
    assert event.when.start == "2031-05-12"
    assert describe("e-7", reads[::-1]) == event


def test_an_event_is_of_the_day_of_the_lead_not_of_what_is_recalled_or_of_who_speaks(make):
    text = "Le préfet a compté mercredi deux noyés. Le bac a coulé lundi. Un autre avait coulé en 2016, le 3 mai."
    days = [("mercredi", "2031-05-14"), ("lundi", "2031-05-12"), ("le 3 mai", "2016-05-03")]
    when = describe("e-1", [make(text, days=days, published="2031-05-14")]).when
    assert when is not None
    assert when.start == "2031-05-12"


def test_titles_are_given_or_read_and_cut_at_a_word(make):
    assert describe("e-1", [make("Corps.", title="Titre  donné")]).title == "Titre donné"
    long = describe("e-1", [make("mot " * 200)]).title
    assert long.endswith("mot…")
    assert len(long) <= 160


def test_a_story_takes_the_title_of_its_largest_event(make):
    large, small = describe("e-2", [make(t) for t in FLOOD[:3]]), describe("e-1", [make(OTHERS[0])])
    story = entitle("s-1", [large, small])
    assert (story.events, story.title) == (("e-1", "e-2"), large.title)


def test_an_undated_report_meets_the_dated_ones_in_a_ledger():
    words = "La crue de la Vernise a emporté le pont de Courtavel et la digue de Montrelais."
    with Ledger.open() as ledger:
        ledger.receive([member(json.dumps({"text": f"{words} {more}", **day}).encode(), "a") for more, day in (
            ("Le maire a parlé.", {"published": "2031-05-01"}), ("Le préfet est venu.", {}))])  # fmt: skip
        assert len(ledger.stories()) == 1


BRIEF = (
    (
        "Un feu s'est déclaré mardi dans une scierie de Montfarel, près de Vernoy. Selon les pompiers, trente hommes ont été engagés"
        " et douze riverains évacués. Le bâtiment est détruit."
    ),
    (
        "Gros sinistre à Montfarel : la scierie Lebrac n'est plus qu'un tas de cendres. Une quinzaine de riverains ont dû partir, indiquent"
        " les pompiers. Deux salariés ont respiré des fumées."
    ),
    (
        "La scierie Lebrac de Montfarel n'avait pas d'extinction automatique, dénonce un syndicaliste. Le parquet a ouvert une enquête."
        " Quarante emplois sont menacés."
    ),
)


def test_three_sentences_by_three_hands_are_one_event_where_they_share_a_rare_name(make):
    twin = BRIEF[0].replace("scierie de Montfarel, près de Vernoy", "ferme de Vaudry, près d'Orsonne")
    elsewhere = "La mairie de Montfarel recrute deux maîtres-nageurs pour sa piscine, qui rouvrira samedi après des travaux de peinture."
    assert parted([make(text) for text in (*BRIEF, twin, elsewhere)]) == [[[0, 1, 2]], [[3]], [[4]]]


def test_a_later_toll_gives_its_title_where_it_fits_as_well(make):
    text = "Le car de Valbrune est tombé dans le ravin avec ses voyageurs."
    titles = {
        "2031-05-01": "Valbrune : 4 morts",
        "2031-05-02": "Valbrune : 7 morts",
        "2031-05-03": "Valbrune : ce que l'on sait",
    }
    counts = {"2031-05-01": [("4", 4, "person", "killed")], "2031-05-02": [("7", 7, "person", "killed")], "2031-05-03": []}
    reads = [make(text, title=title, published=day, counts=counts[day]) for day, title in titles.items()]
    assert describe("e-1", reads).title == "Valbrune : 7 morts"
