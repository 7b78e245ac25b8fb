"""Which type of event a claim speaks of: the words that name it, what the report is about, what somebody does by saying it."""
