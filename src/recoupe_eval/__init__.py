"""Scores against gold that was annotated by hand before the code ran on it: `make eval`.

It runs in a checkout only: gold and examples are in no wheel.
"""
