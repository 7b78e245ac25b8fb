"""What somebody holds to be untrue without a verb of denial: "ne croit pas au bilan de ...", "doute du chiffre de ..."."""

from collections.abc import Iterator

import regex
from msgspec.structs import replace

from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.groups import Shape
from recoupe.claims.attribution.numerals import COUNT
from recoupe.claims.attribution.phrases import noun_object
from recoupe.claims.attribution.scene import Scene
from recoupe.model import Modality

TOLL = r"(?:nombre|bilan|total|chiffre|décompte|comptage|estimations?|prévisions?)(?!\p{L})"
LOSS = rf"(?:(?:la |les )?(?:morts?|décès|disparition|enlèvement|assassinat) d(?:e |'){COUNT}|(?:les |ces )?{COUNT})"
THE = r"(?:l[ea]s? |l'|ce(?:t|tte|s)? |son |sa |ses |leurs? )"
CLAIMED = regex.compile(rf"(?:à |d(?:e |'))?(?P<what>(?:{THE}|aux? |d(?:u|es) )?(?:{TOLL}|{LOSS}))")
"""A figure or what was counted, behind a verb of belief or doubt."""


def disbelieved(scene: Scene) -> Iterator[Found]:
    """ "ne croit pas au bilan de 12 morts", "doute des 300 emplois": denied; not "croit au" nor "ne doute pas du"."""
    words, cue = scene.lexicon.words, scene.cue
    if cue.shape not in (Shape.FINITE, Shape.COMPOUND) or cue.verb.lemma not in (words.believing if cue.negated else words.doubting):
        return
    hit = next((h for at in (scene.after, scene.beyond) if (h := CLAIMED.match(scene.page.text, at, scene.high))), None)
    if hit is None:
        return
    for found in scene.told("noun_phrase", noun_object(scene.page, hit.start("what"), scene.high), scene.speaker):
        yield replace(found, rule="attribution/fr/disbelieved", modality=Modality.DENIED)
