"""The command line: parse, call one method of `Ledger`, show.

Exit codes: 0 done, 1 faults found, 2 usage or set-up, 3 done but inputs were refused, 130 stopped by the keyboard.
"""

from recoupe.cli.main import main

__all__ = ["main"]
