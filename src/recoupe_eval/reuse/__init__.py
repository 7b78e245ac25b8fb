"""Reuse, measured on planted copies: a seeded generator with exact gold, the scorer of PAN, and a table by kind of reuse."""
