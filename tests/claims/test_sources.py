"""Whose word a count is that stands beside what somebody says."""

import pytest
from tests.claims.test_claims import found


def sources(text):
    """The value of each count and who is said to give it."""
    speakers = ((c, c.attribution.actor if c.attribution else None) for c in found(text) if c.quantities)
    return [(claim.quantities[0].value, actor and actor.name) for claim, actor in speakers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La mairie recense 12 maisons inondées, 287 blessés et 43 disparus.", [(12, "mairie"), (287, "mairie"), (43, "mairie")]),
        ("Le laboratoire a mesuré 12 degrés, soit une hausse de 4 degrés.", [(12, "laboratoire"), (4, "laboratoire")]),
        ("L'hôpital a signalé 12 cas de gale, contre 3 l'an dernier.", [(12, "hôpital"), (3, "hôpital")]),
        ("Le club annonce la venue de 2 joueurs, puis 40 supporters ont envahi le terrain.", [(2, "club"), (40, None)]),
        ("La police annonce la saisie de 4 voitures, volées lors de 30 cambriolages.", [(4, "police"), (30, "police")]),
        ("La préfecture a compté 800 manifestants, 200 de plus que mardi.", [(800, "préfecture"), (200, None)]),
        ("Nice (900 marcheurs selon la police), Lyon (400).", [(900, "police"), (400, None)]),
    ],
)
def test_what_goes_on_without_a_verb_has_the_same_source(text, expected):
    assert sources(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Neuf urnes ont été volées, s'il faut en croire la candidate.", [(9, "candidate")]),
        ("La présidente s'est proclamée réélue avec 57 % des voix.", [(57, "présidente")]),
        ("La présidente a été proclamée réélue avec 57 % des voix.", [(57, None)]),
        ("Vingt trains supprimés depuis lundi — trente, corrige la compagnie —, et des gares vides.", [(20, None), (30, "compagnie")]),
        ("Vingt trains ont été supprimés, corrige la compagnie.", [(20, "compagnie")]),
        ("La Grèce déplore 14 noyés, selon le ministère de la Mer.", [(14, "ministère de la Mer")]),
        ("La Grèce condamne 14 raids, selon le ministère de la Mer.", [(14, "Grèce")]),
        ("Oran, d'où le cargo était parti, évoque 14 disparus.", [(14, "Oran")]),
        ("La Ligue recensait déjà, avant ce drame, 320 noyés.", [(320, "Ligue")]),
        ("Quarante lits arrivent demain ; il en faudrait, selon le médecin, le double.", [(40, None)]),
        ("Quarante lits arrivent demain et il en faudrait le double, selon le médecin.", [(40, "médecin")]),
        ("Le quai, admet un officier, n'était pas gardé.", []),
        ("On a entendu Anne Dol. Cette dernière dénonce la vente de 20 quais.", [(20, "Anne Dol")]),
        ("Cette dernière annonce a surpris 20 dockers.", [(20, None)]),
        ("Il y a eu neuf noyés. La mairie n'en reconnaît plus que six.", [(9, None), (6, "mairie")]),
        ("La mairie n'affirme plus que neuf enfants sont morts.", []),
        ("« Non », répond un juge. Si le préfet se tait, il reconnaît deux morts.", [(2, "préfet")]),
        ("« Non », répond une juge. Si le préfet se tait, elle reconnaît deux morts.", [(2, "juge")]),
        ("« Non », répond un juge. Le préfet rejette le reproche : vingt agents, a-t-il déclaré, étaient là.", [(20, "préfet")]),
        ("« Non », répond un juge. Le préfet est parti, a-t-il déclaré, avec vingt agents.", [(20, "juge")]),
        ("Les pertes, que l'on chiffre à 300 francs, sont, selon la gérante, remboursées.", [(300, None)]),
        ("Les pertes, chiffrées à 300 francs, sont remboursées, selon la gérante.", [(300, "gérante")]),
    ],
)
def test_what_another_puts_in_is_his_alone(text, expected):
    assert sources(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Dans un message, le colonel Issa Kane, à la tête d'un « comité », a annoncé la dissolution du Parlement.",
            "le colonel Issa Kane",
        ),
        ("Il s'agit d'un « acte odieux », a dénoncé la mairie.", "la mairie"),
        ("Le quai tiendra, a promis devant la presse Aroha Tane, ingénieure.", "Aroha Tane, ingénieure"),
        ("Le quai tiendra, a promis à la presse russe la maire de Brest.", "la maire de Brest"),
        ("La gérante en est sûre : « Le quai tiendra. »", "La gérante"),
    ],
)
def test_the_speaker_among_what_stands_beside_him(text, speaker):
    told = [c.attribution for c in found(text) if c.attribution]
    assert {text[span.start : span.end] for one in told for span in one.source} == {speaker}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("La tour, qui abritait 40 familles, aurait été minée.", "asserted"),
        ("La tour, qui abriterait 40 familles, a été minée.", "hearsay"),
        ("La tour aurait été minée et 40 familles tuées.", "hearsay"),
        ("Le feu, s'il faut en croire la mairie, aurait tué 40 moutons.", "hearsay"),
        ("S'il faut fermer la tour, 40 familles seraient relogées.", "forecast"),
    ],
)
def test_what_is_put_in_where_something_is_hearsay(text, modality):
    assert [str(claim.modality) for claim in found(text) if claim.quantities] == [modality]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Selon plusieurs rescapés rencontrés au refuge, la corniche a cédé.", 0),
        ("Plusieurs habitants accusent le gérant d'avoir fui.", 0),
        ("Plusieurs rescapés ont été conduits à la clinique, selon les pompiers.", 1),
        ("Plusieurs habitants ont fui.", 1),
    ],
)
def test_some_who_speak_are_no_count(text, counted):
    assert sum(bool(claim.quantities) for claim in found(text)) == counted


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le pont a cédé, ont indiqué le maire et un élu.", "maire et un élu"),
        ("Le pont a cédé, selon un pompier et une ONG.", "pompier et une ONG"),
        ("Selon un élu et un commerçant, le pont a cédé.", "élu et un commerçant"),
        ("Le pont a cédé, a annoncé la police et un suspect a été arrêté.", "police"),
        ("Le pont a cédé, selon la mairie et un camion a été emporté.", "mairie"),
    ],
)
def test_one_more_speaker_behind_and(text, name):
    assert next(claim.attribution.actor.name for claim in found(text) if claim.attribution) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De leur côté, les comités du port, un groupe de bénévoles, ont confirmé que le quai avait cédé.", "comités du port"),
        ("La police, placée sous l'autorité du préfet, a confirmé que le quai avait cédé.", "police"),
        ("Le maire, membre du parti au pouvoir, a annoncé une trêve.", "maire"),
        ("Le quai a cédé, ajoute le quotidien régional la Vigie du Port.", "La Vigie du Port"),
        ("Le quai a cédé, a dit à la radio la Première ministre.", "Première ministre"),
        ("L'image publiée par l'armée montre un quai détruit.", "armée"),
    ],
)
def test_what_else_somebody_is_names_nobody_else(text, name):
    assert next(claim.attribution.actor.name for claim in found(text) if claim.attribution) == name


def test_who_claims_an_attack_gives_no_toll_of_it():
    claims = found("Dix-huit bergers avaient perdu la vie dans cette attaque revendiquée par l'organisation Etat islamique.")
    assert [(c.quantities[0].value if c.quantities else None, c.attribution and c.attribution.actor.name) for c in claims] == [
        (18, None),
        (None, "Etat islamique"),
    ]


def test_a_pronoun_of_one_gender_stands_for_no_country_of_the_other():
    text = "La Ligue des Sports (section Sénégal) a fermé. Elle déclare avoir perdu 300 adhérents."
    (claim,) = (c for c in found(text) if c.quantities)
    assert claim.attribution is not None
    assert claim.attribution.actor is None or claim.attribution.actor.side is None
