import sqlite3

import msgspec
import pytest

from recoupe.ingest.reports import Article, report
from recoupe.model import Raw, Reject, RejectReason, Report
from recoupe.store import REPORTS, Store
from recoupe.store.arrivals import receive
from recoupe.store.kinds import REJECTS
from recoupe.store.terms import matching, passages, wanted


def made(text: str, locator: str = "here", **fields: str) -> Report:
    return report(Article(text=text, **fields), text, Raw(sha256="0" * 64, locator=locator), "test 1")


@pytest.fixture
def store():
    with Store() as store:
        yield store


def test_transaction_is_all_or_nothing(store: Store):
    with pytest.raises(KeyError), store.transaction():  # noqa: PT012
        store.put(REPORTS, [made("Un texte.")])
        raise KeyError
    assert store.count("report") == 0


def test_report_and_mark_come_together(store: Store):
    new = receive(store, [made("Un texte."), made("Un autre texte.")])
    assert len(new) == 2
    assert sorted(store.marked("read").values()) == sorted(new)
    assert sorted(store.every(REPORTS), key=lambda r: r.text) == [made("Un autre texte."), made("Un texte.")]


def test_mark_set_again_survives_the_end_of_older_work(store: Store):
    receive(store, [made("Un texte.")])
    first = store.marked("read")
    store.mark("read", first.values())
    store.unmark(first)
    assert list(store.marked("read").values()) == list(first.values())
    store.unmark(store.marked("read"))
    assert store.pending() == {}


def test_sightings_are_all_kept_and_the_better_one_shows(store: Store):
    receive(store, [made("Le pont est fermé.", "b", outlet="Le Pont")])
    receive(store, [made("Le pont est fermé.", "a", outlet="Le Pont", published="2030-02-01")])
    receive(store, [made("Le pont est fermé.", "a", outlet="Le Pont", published="2030-02-01")])
    (held,) = store.every(REPORTS)
    assert held.published is not None
    assert store.count("sighting") == 2


def test_editions_of_one_address(store: Store):
    url = "https://exemple.fr/p"
    receive(store, [made("Le pont est fermé.", url=url, published="2030-02-01")])
    receive(store, [made("Le pont est rouvert.", url=url, published="2030-02-02")])
    first, second = sorted(store.every(REPORTS), key=lambda r: r.text)
    assert (first.edition_of, second.edition_of) == (None, first.id)
    assert store.rows("SELECT edition_of FROM report WHERE id = ?", (second.id,)) == [(first.id,)]


def test_rejects_are_kept_once(store: Store):
    reject = Reject(id="j-1", locator="x.txt", reason=RejectReason.EMPTY, detail="no text")
    assert receive(store, [reject, reject]) == ()
    assert list(store.every(REJECTS)) == [reject]


def test_text_is_kept_untouched(store: Store):
    text = "L’état\u00a0: « 10\u202f000 »\r\n\0 \U0001f30a \u202e e\u0301"
    receive(store, [made(text)])
    (held,) = store.every(REPORTS)
    assert held.text == text


def test_many_ids_at_once(store: Store):
    assert store.where(REPORTS, "id", (f"r-{n}" for n in range(100_000))) == []


def test_own_faults_are_not_dressed_up(store: Store):
    for call in (store.run, store.rows, lambda query: list(store.stream(query)), lambda query: store.run_all(query, [()])):
        with pytest.raises(sqlite3.OperationalError):
            call("SELECT nothing FROM nowhere")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ouvrier", 1),
        ("ouvriers grévistes", 1),
        ("OUVRIERS GREVISTE", 1),
        ("evacuees", 1),
        ("workers", 1),
        ("grève", 0),
        ("ouvriers workers", 0),
        ("", 0),
        ("!!! \0 \" ' * -", 0),
        ("NEAR(a b) OR", 0),
        ("saint-denis", 1),
    ],
)
def test_search(store: Store, query: str, found: int):
    receive(
        store,
        [
            made("Les ouvriers grévistes de Saint-Denis ont voté. Des familles évacuées."),
            made("The workers have voted to go back to work on Monday."),
        ],
    )
    assert len(matching(store, query, 10)) == found


@pytest.mark.parametrize("query", ["2100", "2.100", "2 100", "2,100", "2\u202f100 litres", "2100 litres"])
@pytest.mark.parametrize(
    "text",
    [
        *(
            f"La citerne a perdu {written} litres dans la nuit de lundi."
            for written in ("2.100", "2 100", "2\u202f100", "2\u00a0100", "2100")
        ),
        "The tank lost 2,100 litres of water on Monday night, the town hall said.",
    ],
)
def test_a_number_is_found_however_its_thousands_are_parted(store: Store, text: str, query: str):
    held = made(text)
    receive(store, [held])
    assert matching(store, query, 10) == [held.id]
    assert "100" in held.text[passages(held, query)[0][1][0].start : passages(held, query)[0][1][0].end]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Le Cahier du Marais paraît le jeudi et il se vend dans les gares.", "marée", 0),
        ("La marée monte et le bac ne passe plus avant demain.", "marées", 1),
        ("Les soldats ont tiré, trois hommes ont été tués dans la rue.", "tué tirer", 1),
        ("Nonante-deux bacs attendent au port de la vallée.", "nonante", 1),
        ("Nonante-deux bacs attendent au port de la vallée.", "nonante-deux", 1),
        ("Les villageois ont vu 2,5 mètres d'eau dans la rue.", "2500", 0),
        ("The marsh is dry and the town is quiet again, people said.", "mars", 0),
        ("Le 2 mars, 100 bacs attendaient au port de la vallée.", "2100", 0),
    ],
)
def test_a_word_does_not_find_another_one(store: Store, text: str, query: str, found: int):
    held = made(text)
    receive(store, [held])
    assert len(matching(store, query, 10)) == found
    assert bool(passages(held, query)[0][1]) is bool(found)


PLURALS = (
    ("Deux chamois ont été abattus par les gardes.", "abattu"),
    ("Un chamois a été abattu par les gardes.", "abattues"),
    ("La conserverie supprime ses emplois à Orsac.", "emploi"),
    ("Le convoi est arrivé à Orsac avant midi.", "convois"),
    ("Il demande trois mille euros à la mairie.", "euro"),
    ("Les feux de la vallée sont maîtrisés.", "feu"),
    ("Le jeu est interdit dans la cour de l'école.", "jeux"),
    ("Une lettre des amis du musée a été lue.", "ami"),
)


@pytest.mark.parametrize(("text", "query"), PLURALS)
def test_one_finds_several_and_several_find_one(store: Store, text: str, query: str):
    held = made(text)
    receive(store, [held])
    assert matching(store, query, 10) == [held.id]
    assert passages(held, query)[0][1]


@pytest.mark.parametrize("query", ["mai", "foi", "moi", "plu"])
def test_a_word_of_grammar_is_no_plural(store: Store, query: str):
    receive(store, [made("Deux fois ce mois-ci le bac a manqué, mais il ne manque plus.")])
    assert matching(store, query, 10) == []


@pytest.mark.parametrize("query", ["bac -Radio", "bac −radio", "-radio bac"])
def test_a_minus_leaves_out(store: Store, query: str):
    held = made("Le bac repart ce matin.")
    receive(store, [held, made("Le bac repart, dit la radio.")])
    assert matching(store, query, 10) == [held.id]


def test_best_passage():
    held = made("La mairie ouvre. Les ouvriers votent la grève mardi. La grève cesse.")
    ((span, words),) = passages(held, "ouvrier grève")
    assert held.text[span.start : span.end] == "Les ouvriers votent la grève mardi."
    assert [held.text[w.start : w.end] for w in words] == ["ouvriers", "grève"]
    assert passages(held, "")[0][1] == ()
    assert [held.text[a.start : a.end] for a, _ in passages(held, "grève")] == ["Les ouvriers votent la grève mardi.", "La grève cesse."]
    assert wanted("...", "fr") == ()


def test_record_is_replaced_not_doubled(store: Store):
    held = made("Un texte.")
    store.put(REPORTS, [held])
    store.put(REPORTS, [msgspec.structs.replace(held, byline="X")])
    assert [r.byline for r in store.every(REPORTS)] == ["X"]
