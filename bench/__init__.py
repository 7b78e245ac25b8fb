"""Speed and memory, on a corpus that anyone can generate again: `make bench`."""
