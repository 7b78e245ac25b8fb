"""Scores against gold that was annotated by hand before the code ran on it: `make eval`, or `recoupe-eval`."""
