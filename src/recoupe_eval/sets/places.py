"""Words looked for in a text, typography and white space aside."""

from recoupe.text import plain

QUOTES = str.maketrans("«»“”„‟", '""""""')


class Places:
    """A text in which words can be looked for."""

    def __init__(self, text: str) -> None:
        self.kept = [i for i, c in enumerate(text) if not c.isspace()]
        self.dense = "".join(_alike(text).split())

    def nearest(self, words: str, near: int | None) -> tuple[int, int] | None:
        """Where `words` stand, nearest to `near`.

        >>> Places("He said: “no”, and she  said so.").nearest("she said", None)
        (19, 28)
        >>> Places("yes and yes").nearest("yes", 7), Places("yes and yes").nearest("yes", None), Places("yes").nearest("no", 0)
        ((8, 11), (0, 3), None)
        """
        wanted = "".join(_alike(words).split())
        found, at = list[tuple[int, int]](), self.dense.find(wanted) if wanted else -1
        while at >= 0:
            found.append((self.kept[at], self.kept[at + len(wanted) - 1] + 1))
            at = self.dense.find(wanted, at + 1)
        return min(found, key=lambda place: abs(place[0] - (near or 0)), default=None)


def _alike(text: str) -> str:
    return plain(text).translate(QUOTES)
