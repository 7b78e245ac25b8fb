"""Posts: offices that one alone has, and bodies by their seats: who has one is the same claimant under every name."""

from collections.abc import Iterable, Mapping

from recoupe.crosschecks.wording import Wording, wording
from recoupe.text import fold


class Posts:
    """The offices that the texts of a dossier tell, each with who holds it: names with their languages, and what each bearer holds.

    >>> posts = Posts([("préfet de l'Oise", "fr"), ("maire", "fr")], {"luc roy": {"maire de Sète"}, "ana lima": {"maire de Nîmes"}})
    >>> fr = wording("fr")
    >>> posts.of("préfet", fr), posts.of("maire", fr), posts.of("Luc Roy", fr), posts.of("Beauvau", fr)
    (["préfet de l'Oise"], [], ['maire de Sète'], ["ministère de l'Intérieur"])
    """

    def __init__(self, named: Iterable[tuple[str, str]], held: Mapping[str, Iterable[str]]) -> None:
        bearers: dict[str, set[str]] = {}
        for name, bodies in held.items():
            for body in bodies:
                bearers.setdefault(fold(body), set()).add(name.split()[-1])
        self._several = {post for post, names in bearers.items() if len(names) > 1}
        self._held = held
        whole = {name for name, language in named if _whole(name, wording(language))} | {b for bodies in held.values() for b in bodies}
        self._by_office: dict[str, dict[str, str]] = {}
        for name in sorted(whole):
            self._by_office.setdefault(fold(name).split(" ")[0], {}).setdefault(fold(name), name)

    def of(self, name: str, known: Wording) -> list[str]:
        """The posts of whoever goes by a name: an office without its place ("le préfet") is the only one of which the texts tell."""
        seat = known.seats.get(fold(name), name)
        if seat != name or fold(seat) in known.seated:
            return [seat]
        if fold(name) in known.offices:
            found = list(self._by_office.get(fold(name), {}).values())
            return found if len(found) == 1 and fold(found[0]) not in self._several else []
        return [p for p in sorted({name, *self._held.get(fold(name), ())}) if _whole(p, known) and fold(p) not in self._several]


def _whole(name: str, known: Wording) -> bool:
    """An office and the name of what it is over."""
    office, _, more = name.partition(" ")
    return fold(office) in known.offices and more != more.lower()
