"""Readers of public sets: given a clone of the repository that a set lies in, its items as records. See eval/SETS.md."""
