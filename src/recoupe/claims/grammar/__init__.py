"""How French and English shape words and clauses: forms of verbs and nouns, participles, tokens, where a clause begins and ends."""
