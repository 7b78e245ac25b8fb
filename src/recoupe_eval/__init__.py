"""Scores against gold that was annotated by hand before the code ran on it: `make eval`. In a checkout only: gold and examples are in no wheel."""
