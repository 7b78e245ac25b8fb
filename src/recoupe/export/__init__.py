"""Records to files that others read: JSON lines that are the records exactly, CSV that a spreadsheet opens."""

from recoupe.export.files import KINDS, Source, write

__all__ = ["KINDS", "Source", "write"]
