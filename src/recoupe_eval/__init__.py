"""Scores against gold that was annotated by hand before the code ran on it: `make eval`.

It needs a checkout: gold and examples are in no wheel.
"""
