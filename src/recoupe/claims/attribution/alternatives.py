"""Closed classes of French words as alternatives of patterns, each to be put in a group; none begins another one."""

ARTICLES = "l'|les? |la |une? |des "
POINTING = "cette |cet? |ces |son |sa |ses |leurs? "
"""Demonstratives and possessives."""
LEQUEL = "lequel|laquelle|lesquels|lesquelles"
WEEKDAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
CLITICS = "n'|s'|se |l'|les |lui |leur |y |en |le |la "
"""Pronouns and the negation before a verb."""
