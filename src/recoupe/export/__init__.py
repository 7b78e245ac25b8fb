"""Records to files that others read: JSON lines that are the records exactly, CSV that a spreadsheet opens.

This module loads nothing: the command line names the kinds in its help without the records behind them.
"""

NAMES = ("reports", "readings", "claims", "reuse", "origins", "events", "stories", "crosschecks", "drift")
"""The kinds that can be exported; `files.KINDS` says how."""
