from recoupe.export.canonical import CONTENT, canonical
from recoupe.model import Event, Story


def tables(events: list[Event], stories: list[Story]):
    found = {"event": events, "story": stories}
    return {table: lambda table=table: found.get(table, []) for table in CONTENT}


def test_names_do_not_show():
    def lines(one: str, two: str, story: str) -> list[bytes]:
        events = [Event(id=one, reports=("r-1", "r-2"), title="A"), Event(id=two, reports=("r-3",), title="B")]
        return list(canonical(tables(sorted(events, key=lambda e: e.id), [Story(id=story, events=tuple(sorted((one, two))), title="A")])))

    assert lines("e-1", "e-2", "s-1") == lines("e-9", "e-3", "s-7")


def test_members_do_show():
    def lines(*reports: str) -> list[bytes]:
        return list(canonical(tables([Event(id="e-1", reports=reports, title="A")], [])))

    assert lines("r-1") != lines("r-2")
    assert lines("r-1")[0].startswith(b"event\t{")
