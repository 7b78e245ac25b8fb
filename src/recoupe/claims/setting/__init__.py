"""Where and when: which of the places and times of a report are those of a claim."""
