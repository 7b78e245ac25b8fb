"""Counts among others: parts of a whole, numbers that are only compared with, numbers that claim nothing."""
