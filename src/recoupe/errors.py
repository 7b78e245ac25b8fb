"""The errors of Recoupe: one small tree, two kinds with different consequences.

RecoupeError
|-- BadRecord            this input or record is passed by; it is counted, and its reason is kept
|   `-- BadReport        an input that cannot become a report (see `model.RejectReason`)
`-- BadSetup             the run stops: nothing sensible can follow
    |-- UnknownLanguage  no such language pack
    |-- BadPack          a language pack, ontology or settings file that does not fit its scheme
    |-- NothingGiven     no input at the places named
    |-- UnknownFormat    a file to write whose name asks for a format that is not written
    |-- BadLedger        the ledger file is missing, not ours, too new, locked or damaged
    `-- UnknownId        no such report, claim, event, story...
"""

from collections.abc import Sequence
from enum import StrEnum


class RecoupeError(Exception):
    """Anything that Recoupe raises on purpose."""


class BadRecord(RecoupeError):
    """Skip this record, count it, keep the reason."""


class BadReport(BadRecord):
    """An input that cannot become a report; `reason` is a `model.RejectReason` value."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


class BadSetup(RecoupeError):
    """Stop the run."""


class UnknownLanguage(BadSetup):
    """No language pack of that code is installed."""

    def __init__(self, code: str, known: Sequence[str]) -> None:
        super().__init__(f"no language pack {code!r}; installed: {', '.join(known)}. See CONTRIBUTING.md, 'A new language'.")
        self.code = code


class BadPack(BadSetup):
    """A data file does not fit its scheme; `path` names the file, `detail` the key."""

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(f"{path}: {detail}")
        self.path = path


class NothingGiven(BadSetup):
    """No input stands at the places named."""


class UnknownFormat(BadSetup):
    """The name of the file at `path` ends as one of a format that is not written; `known` endings are."""

    def __init__(self, path: str, ending: str, known: Sequence[str]) -> None:
        super().__init__(f"{path}: nothing is written in {ending}; known are {', '.join(known)}")
        self.path = path
        self.ending = ending
        self.known = tuple(known)


class LedgerFault(StrEnum):
    """What may be wrong with a ledger file."""

    NOT_LEDGER = "not_ledger"
    NEWER = "newer_ledger"
    BUSY = "busy_ledger"
    FIXED = "fixed_ledger"
    FULL = "full_ledger"
    DAMAGED = "damaged_ledger"
    FOLDER = "folder_ledger"
    CLOSED = "closed_ledger"


class BadLedger(BadSetup):
    """The ledger file at `path` is missing, not ours, too new, locked or damaged: `fault`, None where there is none."""

    def __init__(self, message: str, fault: LedgerFault | None = None, path: str = "") -> None:
        super().__init__(message)
        self.fault = fault
        self.path = path


class UnknownId(BadSetup):
    """No record of that id (or more than one that begins so); or one of a `kind` that is none of those `wanted`."""

    def __init__(self, given: str, candidates: Sequence[str] = (), kind: str = "", wanted: Sequence[str] = ()) -> None:
        if kind:
            message = f"{given!r} names a {kind}; what is asked for here: {', '.join(wanted)}"
        else:
            hint = f"; did you mean {', '.join(candidates)}?" if candidates else "; `recoupe stories` and `recoupe export` list ids"
            message = f"nothing in this ledger is called {given!r}{hint}"
        super().__init__(message)
        self.given = given
        self.candidates = tuple(candidates)
        self.kind = kind
        self.wanted = tuple(wanted)
