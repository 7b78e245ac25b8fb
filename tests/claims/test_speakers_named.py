"""Under which name somebody who speaks is kept, and whom a pronoun stands for by it."""

import pytest
from tests.claims.test_claims import found

BEFORE = "Le premier ministre François Roy a dit hésiter. « Tout va », dit Éric Dol.\n\nÀ Gap, François Roy a promis un quai.\n\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Selon le ministère de la culture et de la mer, 12 quais sont fermés.", ["ministère de la culture et de la mer"]),
        ("Selon le ministère de la santé et de source policière, 12 cas sont connus.", None),
        ("« Nous sommes prêts », disent les porte-parole du port, Jean Roy et Anne Dol.", ["porte-parole du port"]),
        (f"{BEFORE}« C'est sûr », a-t-il affirmé.", ["François Roy", "Éric Dol", "François Roy", "François Roy"]),
    ],
)
def test_names(text, names):
    told = [c.attribution.actor.name for c in found(text) if c.attribution and c.attribution.actor]
    assert names is None or told == names
    assert names is not None or "source policière" in told[0]
