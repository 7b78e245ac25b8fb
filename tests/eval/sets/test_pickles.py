"""Pickles that are built and never run: plain data comes out as it went in, all else is refused."""

import pickle
import sys
from contextlib import suppress
from datetime import date
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe_eval.sets import frames, gunviolence
from recoupe_eval.sets.clones import Unread
from recoupe_eval.sets.pickles import Made, load
from recoupe_eval.sets.records import ClusteredText, Incident, Unfit

ATOMS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary()
PLAIN = st.recursive(ATOMS, lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner), max_leaves=20)


class Call:
    """Pickled as a call of `function` with `given` and a state."""

    def __init__(self, function, given, state=None):
        self.made = (function, given) if state is None else (function, given, state)

    def __reduce__(self):
        return self.made


@pytest.fixture
def stand_in(monkeypatch):
    """A class that is pickled under a name of our choice."""

    def make(name):
        module, _, last = name.partition(" ")
        for i in range(1, len(module.split(".")) + 1):
            part = ".".join(module.split(".")[:i])
            if part not in made:
                made[part] = ModuleType(part)
                monkeypatch.setitem(sys.modules, part, made[part])
        one = type(last, (), {"__module__": module})
        setattr(made[module], last, one)
        return one

    made = {}
    return make


@given(PLAIN)
def test_plain_data_comes_out_as_it_went_in(value):
    assert load(pickle.dumps(value, 3), frozenset()) == value


@given(st.binary() | PLAIN.map(lambda value: pickle.dumps(value, 3)[:-1]) | PLAIN.map(lambda value: pickle.dumps(value, 3)[5:]))
def test_no_bytes_do_harm(raw):
    with suppress(Unread):
        load(raw, frozenset())


@pytest.mark.parametrize("protocol", range(6))
def test_nothing_is_called(protocol, tmp_path):
    trace = tmp_path / "trace"
    raw = pickle.dumps(Call(open, (str(trace), "w")), protocol)
    with pytest.raises(Unread, match="a pickle"):
        load(raw, gunviolence.ARTICLE | frames.NAMES)
    made = load(pickle.dumps(Call(open, (str(trace), "w")), 3), frozenset(("io open",)))
    assert isinstance(made, Made)
    assert made.given == (str(trace), "w")
    assert not trace.exists()


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"\x80\x03K\x01K\x02R.", "calls what is no name"),
        (b"\x80\x03}K\x01b.", "gives a state to plain data"),
        (b"\x80\x03K\x01K\x02a.", "appends to what is no list"),
        (b"\x80\x03})K\x01s.", "keys that are no words"),
        (b"\x80\x03K\x01", "damaged"),
        (b"\x80\x03h\x00.", "damaged"),
        (b"\x80\x03u.", "damaged"),
        (b"\x80\x03.", "damaged"),
        (b"\x80\x03cposix\nsystem\n.", "'posix system'"),
        (b"\x80\x03P1\n.", "PERSID"),
    ],
)
def test_what_is_no_plain_data_is_refused(raw, reason):
    with pytest.raises(Unread, match=reason):
        load(raw, frozenset())


def write(root, place, content):
    path = root / gunviolence.FOLDER / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_articles(tmp_path, stand_in):
    item = stand_in("classes NewsItem")()
    item.__dict__ |= {"title": "Two hurt", "content": "Two were hurt.", "dct": date(2016, 12, 13), "id": "f00", "uri": "http://a.example"}
    write(tmp_path, "the_violent_corpus/726255/f00.json", pickle.dumps(item, 3))
    item.content = " "
    write(tmp_path, "the_violent_corpus/726255/f01.json", pickle.dumps(item, 3))
    item.content = "half \ud800"
    write(tmp_path, "the_violent_corpus/726255/f02.json", pickle.dumps(item, 3))
    write(tmp_path, "the_violent_corpus/726255/f03.json", pickle.dumps([], 3))
    write(tmp_path, "the_violent_corpus/726255/f04.json", pickle.dumps(print, 3))
    first, *rest = gunviolence.read(tmp_path)
    assert first == ClusteredText(id="726255/f00", text="Two were hurt.", title="Two hurt", published="2016-12-13", cluster="726255")
    assert [type(one) for one in rest] == [Unfit] * 4


@pytest.fixture
def table(stand_in):
    """A table of two incidents as pandas 0.19 pickled it, with a change made to it."""
    names = {name.partition(" ")[2]: stand_in(name) for name in frames.NAMES if not name.startswith(("datetime", "builtins"))}

    def array(shape, kind, cells):
        dtype = Call(names["dtype"], (kind, 0, 1), (3, "<", None, None, None, -1, -1, 0))
        return Call(names["_reconstruct"], (names["ndarray"], (0,), b"b"), (1, shape, dtype, False, cells))

    def index(*columns):
        return Call(names["_new_Index"], (names["Index"], {"data": array((len(columns),), "O8", list(columns)), "name": None}))

    def make(wide=4, numbers=(1, 0, 2, 3)):
        texts = ["11", "12", "April 11, 2017", "Spring 2017", "Ohio", "Utah", "Akron", "Provo"]
        counted = b"".join(number.to_bytes(8, "little") for number in numbers)
        blocks = [array((wide, 2), "O8", texts), array((2, 2), "i8", counted)]
        indexes = [index("incident_uri", "date", "state", "city_or_county"), index("num_killed", "num_injured")]
        manager = Call(names["BlockManager"], (), ([], blocks, indexes, {}))
        frame = names["DataFrame"]()
        frame.__dict__ |= {"_data": manager, "_typ": "dataframe"}
        return pickle.dumps(frame, 3)

    return make


def test_incidents(tmp_path, table):
    for place in ("frames/a", "frames/b"):
        write(tmp_path, place, table())
    write(tmp_path, "frames/c.json", b"{}")
    assert list(gunviolence.incidents(tmp_path)) == [
        Incident(id="11", day="2017-04-11", state="Ohio", city="Akron", killed=1, injured=2),
        Incident(id="12", day=None, state="Utah", city="Provo", killed=0, injured=3),
    ]


@pytest.mark.parametrize("raw", [b"\x80", b"\x80\x03].", b"\x80\x03}."])
def test_other_tables_are_passed_by(raw, tmp_path):
    write(tmp_path, "frames/a", raw)
    assert [type(one) for one in gunviolence.incidents(tmp_path)] == [Unfit]


@pytest.mark.parametrize("change", [{"wide": 3}, {"numbers": (1, 0, 2)}])
def test_tables_that_do_not_add_up_are_passed_by(change, tmp_path, table):
    write(tmp_path, "frames/a", table(**change))
    assert [type(one) for one in gunviolence.incidents(tmp_path)] == [Unfit]
