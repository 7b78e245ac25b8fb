"""Pickles read without running them: a machine of a few operations that builds values and calls nothing.

A pickle is a program that may call whatever it names. Here a name stays a name and a call stays a record of a call, so the worst that
a hostile pickle can do is to be refused. The operations are those that protocols 2 and 3 use for plain data.
"""

import pickletools
from collections.abc import Callable
from dataclasses import dataclass

from recoupe_eval.sets.clones import Unread

Value = object


@dataclass(frozen=True, slots=True)
class Name:
    """What the pickle would have imported, as "module name"."""

    name: str


@dataclass(slots=True, eq=False)
class Made:
    """What a call of `name` with `given` would have made, and the state that it would have been given."""

    name: str
    given: tuple[Value, ...]
    state: Value = None


def load(raw: bytes, allowed: frozenset[str]) -> Value:
    """The value of the pickle; `allowed` are the names that may stand in it.

    Raises:
        Unread: it holds another name or operation, or is damaged.
    """
    machine = _Machine(allowed)
    try:
        for operation, given, _ in pickletools.genops(raw):
            if operation.name == "STOP":
                return machine.stack.pop()
            machine.run(operation.name, given)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise Unread(f"damaged pickle: {error}") from None
    raise Unread("damaged pickle: no end")


class _Machine:
    def __init__(self, allowed: frozenset[str]) -> None:
        self.allowed = allowed
        self.stack: list[Value] = []
        self.marks: list[int] = []
        self.memory: dict[int, Value] = {}

    def run(self, operation: str, given: Value) -> None:
        if operation in CONSTANTS:
            self.stack.append(given)
        elif operation in FIXED:
            self.stack.append(FIXED[operation]())
        elif operation in TUPLES:
            self.marks.append(len(self.stack) - TUPLES[operation])
            self.stack.append(tuple(self.marked()))
        elif operation in OPERATIONS:
            OPERATIONS[operation](self, given)
        elif operation != "PROTO":
            raise Unread(f"a pickle with the operation {operation}, which plain data does not need")

    def marked(self) -> list[Value]:
        """What stands over the last mark, taken off with the mark."""
        at = self.marks.pop()
        found = self.stack[at:]
        del self.stack[at:]
        return found

    def name(self, given: Value) -> None:
        if given not in self.allowed:
            raise Unread(f"a pickle that names {given!r}, which the set does not need")
        self.stack.append(Name(str(given)))

    def call(self, _: Value) -> None:
        given, called = self.stack.pop(), self.stack.pop()
        if not isinstance(called, Name) or not isinstance(given, tuple):
            raise Unread("a pickle that calls what is no name")
        self.stack.append(Made(called.name, given))

    def build(self, _: Value) -> None:
        state, made = self.stack.pop(), self.stack[-1]
        if not isinstance(made, Made):
            raise Unread("a pickle that gives a state to plain data")
        made.state = state

    def put(self, values: list[Value]) -> None:
        target = self.stack[-1]
        if not isinstance(target, dict) or len(values) % 2 or not all(isinstance(key, str | int) for key in values[::2]):
            raise Unread("a pickle that puts items into what is no dictionary, or under keys that are no words")
        target.update(zip(values[::2], values[1::2], strict=True))

    def append(self, values: list[Value]) -> None:
        target = self.stack[-1]
        if not isinstance(target, list):
            raise Unread("a pickle that appends to what is no list")
        target += values

    def pair(self) -> list[Value]:
        found = self.stack[-2:]
        del self.stack[-2:]
        return found

    def keep(self, place: Value) -> None:
        assert isinstance(place, int)
        self.memory[place] = self.stack[-1]

    def get(self, place: Value) -> None:
        assert isinstance(place, int)
        self.stack.append(self.memory[place])


CONSTANTS = frozenset(("BININT", "BININT1", "BININT2", "LONG1", "BINFLOAT", "BINUNICODE", "BINBYTES", "SHORT_BINBYTES"))
FIXED: dict[str, Callable[[], Value]] = {
    "NONE": lambda: None,
    "NEWTRUE": lambda: True,
    "NEWFALSE": lambda: False,
    "EMPTY_TUPLE": tuple,
    "EMPTY_LIST": list,
    "EMPTY_DICT": dict,
}
TUPLES = {"TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}
OPERATIONS: dict[str, Callable[[_Machine, Value], None]] = {
    "MARK": lambda machine, _: machine.marks.append(len(machine.stack)),
    "GLOBAL": _Machine.name,
    "NEWOBJ": _Machine.call,
    "REDUCE": _Machine.call,
    "BUILD": _Machine.build,
    "TUPLE": lambda machine, _: machine.stack.append(tuple(machine.marked())),
    "SETITEM": lambda machine, _: machine.put(machine.pair()),
    "SETITEMS": lambda machine, _: machine.put(machine.marked()),
    "APPEND": lambda machine, _: machine.append([machine.stack.pop()]),
    "APPENDS": lambda machine, _: machine.append(machine.marked()),
    "BINPUT": _Machine.keep,
    "LONG_BINPUT": _Machine.keep,
    "BINGET": _Machine.get,
    "LONG_BINGET": _Machine.get,
}
