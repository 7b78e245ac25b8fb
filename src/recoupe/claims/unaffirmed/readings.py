"""What each listed word leaves unaffirmed: its scope, by what it is a word of."""

import regex

from recoupe.claims.attribution.disbelief import LOSS as CLAIMED
from recoupe.claims.attribution.infinitives import is_infinitive
from recoupe.claims.grammar.tokens import Tokens
from recoupe.claims.unaffirmed.hoped import deed, feared, plans, supposed_dead, wished_for
from recoupe.claims.unaffirmed.looked_for import drilled, is_awaited, story
from recoupe.claims.unaffirmed.scopes import MARKS, STOPS, SUBJECT, Reach, Scope, beginning, ending
from recoupe.claims.unaffirmed.supposition import supposition
from recoupe.claims.unaffirmed.unproven import alleged, called_off, fake, mendacious, unproven, unsettled, unshown
from recoupe.claims.unaffirmed.words import Words
from recoupe.model import Modality

LOSS = regex.compile(CLAIMED, regex.IGNORECASE)
"""Those counted that may be called an invention: "la mort de 12 soldats", "les 40 licenciements"."""

NEAR = 6
"""How many words behind its verb "si" or an infinitive may stand."""

RUN = 14
"""How many words behind a rumour what it says may begin."""

CHARGE = 6
"""How many words behind "soupçonné" the infinitive may stand."""


def _asked(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "ignore si ...": from "si" on; "ne sait pas combien de ...", not "a dit combien"."""
    untold = not known.table.denying.isdisjoint(found.forms[max(sentence.start, i - NEAR) : i])
    asked = known.table.whether | known.table.how_many if untold else known.table.whether
    for at in range(i + 1, min(i + NEAR, sentence.stop)):
        if found.forms[at] in asked and "," not in found.gap(at):
            return Scope(range(at, ending(found, sentence, at)))
    return None


def _doubted(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "doute que ...", not "ne doute pas que", "se doute que" nor "nul doute que"."""
    before = found.forms[max(sentence.start, i - NEAR) : i]
    sure = not known.table.undoubting.isdisjoint(before[-1:]) or not known.table.denying.isdisjoint(before)
    if sure or i + 1 >= sentence.stop or found.forms[i + 1] not in known.table.thats:
        return None
    return Scope(range(i + 1, ending(found, sentence, i + 1)))


def _rumour(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "Le bruit courait hier à Nice que ...": what follows; not "la rumeur a couru"."""
    runs = False
    for at in range(i + 1, min(i + RUN, sentence.stop)):
        if not STOPS.isdisjoint(found.gap(at)):
            return None
        if runs and found.forms[at] in known.table.thats:
            return Scope(range(at, ending(found, sentence, at)), Modality.HEARSAY)
        runs = runs or found.forms[at] in known.table.running
        if runs and found.forms[i + 1] in known.table.of:  # "le chiffre de 80 malades circule"
            return Scope(range(i + 1, at), Modality.HEARSAY)
    return None


def _requested(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "une demande d'expulsion de 80 locataires", "la proposition de création de": it is not done yet."""
    deed = i + 2
    if deed >= sentence.stop or found.forms[i + 1] not in known.table.of or found.forms[deed] not in known.table.deeds:
        return None
    return Scope(range(deed, ending(found, sentence, deed, known, stops=MARKS)), Modality.WISH, Reach.NEW)


def _supposed(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    words = supposition(found, sentence, i, known.table)
    return Scope(words) if words is not None else None


def _story(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "Le film raconte la mort de 12 mineurs"."""
    at = story(found, sentence, i, known.table)
    return Scope(range(at, ending(found, sentence, at))) if at is not None else None


def _awaited(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "On attend 300 personnes"."""
    awaited = is_awaited(found, sentence, i, known.table)
    return Scope(range(i, ending(found, sentence, i, known)), Modality.FORECAST, Reach.NEW) if awaited else None


def _wanted(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "prévoyait de tuer ...": what the infinitive does is not done; "prévoit de fermer ..." is a plan that stands."""
    planned = found.forms[i] in known.table.planned
    if found.forms[i] in known.table.counting and not plans(found, sentence, i, known.table):
        return None
    return wished_for(found, sentence, i, known.table) or _aim(
        found, sentence, i, known, (Modality.FORECAST if planned else Modality.WISH, Reach.NEW)
    )


REACHING = 3
"""Words behind "pour" among which the infinitive stands: "pour s'établir"."""


def _purpose(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "pour tuer ...", "capable de tuer ..."; not how far something came: "a diminué pour atteindre 2.300 cas"; nor "pour l'instant"."""
    behind = found.forms[i + 1 : min(i + REACHING, sentence.stop)]
    if not known.table.meanwhile.isdisjoint(behind):
        return None
    if not known.table.reaching.isdisjoint(behind) and not known.table.moved.isdisjoint(found.forms[sentence.start : i]):
        return None
    return _aim(found, sentence, i, known, (None, Reach.DONE_TO))


def _threatened(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "menace de tuer ..."."""
    return _aim(found, sentence, i, known, (Modality.THREAT, Reach.ALL))


def _enjoined(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "a sommé la mairie de reloger ..."."""
    return _aim(found, sentence, i, known, (Modality.DEMAND, Reach.NEW))


def _charged(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "soupçonné d'avoir tué ...": what he is charged with."""
    for at in range(i + 1, min(i + CHARGE, sentence.stop - 1)):
        if not STOPS.isdisjoint(found.gap(at)):
            return None
        if found.forms[at] in known.table.past and found.forms[at - 1] in known.table.before_past:
            if known.lists.get(found.forms[at + 1]) == "wanted":  # "accusé d'avoir tenté de tuer"
                return None
            return Scope(range(at, ending(found, sentence, at)), Modality.ACCUSATION)
    return None


def _aim(found: Tokens, sentence: range, i: int, known: Words, put: tuple[Modality | None, Reach]) -> Scope | None:
    """From the infinitive on; in a relative clause to the verb of the main one: "ceux qui tentaient d'éteindre le feu | sont morts"."""
    at = _infinitive(found, sentence, i, known)
    if at is None and found.forms[i] in known.table.attempts and not known.table.harms.isdisjoint(found.forms[i + 1 : i + 3]):
        at = i + 1
    if at is None or found.forms[at] in known.table.commenting or _no_more(found, range(i, at), known):
        return None
    end = ending(found, sentence, at, known)
    if not known.table.relatives.isdisjoint(found.forms[max(sentence.start, i - SUBJECT) : i]):
        forms, table = found.forms, known.table
        end = next((n for n in range(at + 1, end) if forms[n] in table.have and forms[n - 1] not in table.relatives), end)
    return Scope(range(at, end), *put)


def _no_more(found: Tokens, verbs: range, known: Words) -> bool:
    """Whether somebody says all there is: "ne veut [avouer] que dix morts", not "ne veut [tuer] que dix loups"."""
    behind, before = found.forms[verbs.stop + 1 : verbs.stop + 2], found.forms[max(0, verbs.start - SUBJECT) : verbs.start]
    restricted = not known.table.thats.isdisjoint(behind) and not known.table.denying.isdisjoint(before)
    return restricted and found.forms[verbs.stop] in known.saying


def _infinitive(found: Tokens, sentence: range, i: int, known: Words) -> int | None:
    """The first infinitive close behind word `i`, no past one: "pour avoir tué" tells what was done."""
    for at in range(i + 1, min(i + NEAR, sentence.stop)):
        form = found.forms[at]
        if not STOPS.isdisjoint(found.gap(at)) or form in known.table.no_infinitive:
            return None
        if form.endswith(("er", "ir", "re")) and is_infinitive(form, "fr"):
            return at
    return None


def _averted(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "a évité la mort de ...", "a failli ..."; of "12 ouvriers ont failli mourir" what stands before, too; not "frôle les 18 %"."""
    near = i + 1 + (not known.table.definite.isdisjoint(found.forms[i + 1 : i + 2]))
    if found.forms[i].startswith(known.table.nearing) and any(form[0].isdigit() for form in found.forms[near : near + 1]):
        return None
    passive = i > sentence.start and found.forms[i - 1] in known.table.been  # "le licenciement de 300 ouvriers a été évité"
    start = beginning(found, sentence, i) if passive or found.forms[i] in known.table.missed else i
    return Scope(range(start, ending(found, sentence, i, known)))


def _perhaps(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "aurait pu tuer ...": it did not."""
    if known.table.ought.isdisjoint(found.forms[i + 1 : i + 4]):
        return None
    return Scope(range(beginning(found, sentence, i), ending(found, sentence, i, known)))


def _untrue(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "la rumeur ... est fausse": what stands before; "la fausse rumeur de ...": what stands behind; "30 fausses victimes"."""
    after = found.forms[i + 1 : min(i + 2, sentence.stop)]
    if not known.table.told.isdisjoint(after):
        return Scope(range(i + 2, ending(found, sentence, i + 1, known)), Modality.DENIED)
    if called := _deemed(found, sentence, i, known):
        return Scope(called, Modality.DENIED)
    if not known.table.victims.isdisjoint(after):
        return _played(found, sentence, i, known)
    if words := mendacious(found, beginning(found, sentence, i), i, known.table):
        return Scope(words, Modality.DENIED)
    if words := _cut_off(found, sentence, i, known):
        return Scope(words, Modality.DENIED)
    head = found.forms[sentence.start : i]
    if known.table.be.isdisjoint(found.forms[max(sentence.start, i - 3) : i]) or known.table.told.isdisjoint(head):
        return None
    return Scope(range(sentence.start, i), Modality.DENIED)


def _lie(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "Dire que 30 civils sont morts est un mensonge", "qualifie de mensonge la mort de 12 soldats"."""
    start = beginning(found, sentence, i)
    called = _deemed(found, sentence, i, known) or mendacious(found, start, i, known.table) or _invented(found, start, i, known)
    called = called or _cut_off(found, sentence, i, known)
    return Scope(called, Modality.DENIED)


def _cut_off(found: Tokens, sentence: range, i: int, known: Words) -> range:
    """What stands before a verb that a cue put in parts from its verdict: "[Le bilan de 12 morts] est, dit-elle, un mensonge"."""
    table, forms = known.table, found.forms
    commas = [at for at in range(max(sentence.start + 1, i - NEAR), i + 1) if "," in found.gap(at)]
    if len(commas) < 2 or commas[-1] < i - 2 or forms[commas[-2] - 1] not in table.be:
        return range(0)
    head = range(sentence.start, commas[-2] - 1)
    said = not (table.told | table.figures).isdisjoint(forms[head.start : head.stop])
    return head if said and table.nots.isdisjoint(forms[commas[-1] : i]) else range(0)


def _invented(found: Tokens, start: int, i: int, known: Words) -> range:
    """What stands before "est une pure invention": "L'idée de 2.000 renvois"."""
    verb = next((at for at in range(i - 1, max(start, i - NEAR) - 1, -1) if found.forms[at] in known.table.be), start)
    return (
        range(start, verb)
        if found.forms[verb + 1 : verb + 2] in (("un",), ("une",)) and known.table.this.isdisjoint(found.forms[start:verb])
        else range(0)
    )


def _deemed(found: Tokens, sentence: range, i: int, known: Words) -> range:
    """What is called false behind word `i` or ahead of it: "juge mensonger [le bilan]", "qualifie [le chiffre de 12 morts] de faux"."""
    table, forms = known.table, found.forms
    start = i + 1 + (not table.strong.isdisjoint(forms[i + 1 : min(i + 2, sentence.stop)]))
    behind = forms[start : min(start + 2, sentence.stop)]
    if behind and behind[0] in table.the and (MARKS - {"»"}).isdisjoint(found.gap(start)):
        lost = forms[i] not in table.overstated and LOSS.match(found.text, found.starts[start])
        if lost or behind[-1] in table.told | table.figures:
            return range(start, ending(found, sentence, start, known))
    verb = next((at for at in range(sentence.start, i) if forms[at] in table.calling), i)
    ahead = forms[verb + 2 : i - 1]
    return range(verb + 1, i) if forms[i - 1] in table.of and not (table.told | table.figures).isdisjoint(ahead[:1]) else range(0)


def _acted(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "simulait la mort de ...", up to the verb of the main clause."""
    end = ending(found, sentence, i, known)
    return Scope(range(i, next((n for n in range(i + 1, end) if found.forms[n] in known.table.have), end)))


def _dropped(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "a rejeté la création de 300 postes"."""
    at = deed(found, sentence, i, known.table)
    return Scope(range(at, ending(found, sentence, at, known, stops=MARKS))) if at is not None else None


def _weighed(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "étudie l'évacuation de 300 habitants"."""
    at = deed(found, sentence, i, known.table)
    if at is None:
        return None
    return Scope(range(at, ending(found, sentence, at, known, stops=MARKS)), Modality.FORECAST, Reach.NEW)


def _given_up(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "a renoncé à embaucher ...", "refuse de ...", "renonce à la fermeture de"."""
    return _dropped(found, sentence, i, known) or _aim(found, sentence, i, known, (None, Reach.NEW))


def _declined(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "a refusé de libérer trois otages", "a refusé l'expulsion de"."""
    return _dropped(found, sentence, i, known) or _aim(found, sentence, i, known, (None, Reach.DONE_TO))


def _unproven(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "aucune preuve que ...", "il n'est pas établi que ..."; "le vol de 300 caisses n'est pas établi": what stands before."""
    at = unproven(found, sentence, i, known.table)
    if at is not None:
        return Scope(range(at, ending(found, sentence, at)))
    words = unsettled(found, beginning(found, sentence, i), i, known.table)
    return Scope(words, None, Reach.NEW) if words else None


def _hypothesis(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "la piste d'un tir ayant tué 12 moutons | est privilégiée"."""
    if found.forms[i + 1 : min(i + 2, sentence.stop)] not in (("de",), ("d",)):
        return None
    forms, table, end = found.forms, known.table, ending(found, sentence, i, known, stops=MARKS)
    end = next((n for n in range(i + 2, end) if forms[n] in table.have and forms[n - 1] not in table.relatives), end)
    return Scope(range(i + 2, end), Modality.POSSIBLE)


def _unshown(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "aucun document attestant le versement de ..."."""
    if not unshown(found, sentence, i, known.table):
        return None
    forms, end = found.forms, ending(found, sentence, i, known)
    return Scope(
        range(i, next((at for at in range(i, end - 1) if forms[at] in known.table.joined and forms[at + 1] in known.table.thats), end))
    )


def _alleged(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "une vidéo censée montrer ...": so it is only said."""
    return Scope(range(i, ending(found, sentence, i, known)), Modality.HEARSAY) if alleged(found, sentence, i, known.table) else None


def _faked(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "Une vidéo truquée montre ..."."""
    return Scope(range(i, ending(found, sentence, i, known))) if fake(found, sentence, i, known.table) else None


def _cancelled(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "Un rassemblement de 3.000 personnes a été annulé"."""
    start = beginning(found, sentence, i, MARKS)
    second = (at + 1 for at in range(i - 1, start, -1) if found.forms[at] in known.table.joined)
    at = called_off(found, start, i, known.table) or called_off(found, next(second, start), i, known.table)
    return Scope(range(at, i)) if at is not None else None


def _played(found: Tokens, sentence: range, i: int, _: Words) -> Scope | None:
    """ "Trente figurants étaient blessés", "l'attentat fictif a fait ..."."""
    return Scope(range(beginning(found, sentence, i, MARKS), ending(found, sentence, i, stops=MARKS)), None, Reach.DONE_TO)


def _imagined_case(found: Tokens, sentence: range, i: int, _: Words) -> Scope | None:
    """ "Imaginons douze morts"; not "Nous imaginons"."""
    return Scope(range(i, ending(found, sentence, i + 1))) if i == sentence.start else None


def _drill(found: Tokens, sentence: range, _: int, __: Words) -> Scope | None:
    """ "Lors de l'exercice, 12 personnes ont été « tuées »"."""
    return Scope(sentence) if drilled(found, sentence) else None


def _feared(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    return feared(found, sentence, i, known.table)


def _supposed_dead(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    return supposed_dead(found, sentence, i, known.table)


READINGS = {
    "lie": _lie,
    "acted": _acted,
    "given_up": _given_up,
    "declined": _declined,
    "unproven": _unproven,
    "unshown": _unshown,
    "hypothesis": _hypothesis,
    "alleged": _alleged,
    "faked": _faked,
    "requested": _requested,
    "cancelled": _cancelled,
    "played": _played,
    "imagined": _imagined_case,
    "drill": _drill,
    "asked": _asked,
    "doubted": _doubted,
    "wanted": _wanted,
    "purpose": _purpose,
    "threatened": _threatened,
    "averted": _averted,
    "charged": _charged,
    "perhaps": _perhaps,
    "untrue": _untrue,
    "supposed": _supposed,
    "rumour": _rumour,
    "story": _story,
    "awaited": _awaited,
    "dropped": _dropped,
    "enjoined": _enjoined,
    "weighed": _weighed,
    "feared": _feared,
    "supposed_dead": _supposed_dead,
}
