"""Sources with appositions, relatives and coordination; content in parts; quotations without a verb."""

import pytest

from recoupe.claims.attribution import attributed
from recoupe.model import Raw, ReadReport, Report, Span
from recoupe.read import read

# text, sources in the order of content, first contents
CASES = [
    (
        "Anne Morel, présidente de l'association, a expliqué que le local fermait.",
        ["Anne Morel, présidente de l'association"],
        ["que le local fermait"],
    ),
    ("Le préfet, interrogé mardi par la presse, a déclaré que la digue tenait.", ["Le préfet"], ["que la digue tenait"]),
    ("Selon la préfète, accourue sur place, à Orsac, dix brebis ont péri.", ["la préfète"], ["dix brebis ont péri"]),
    ("Selon la préfète, arrivée trop tard, la brebis a péri.", ["la préfète"], ["la brebis a péri"]),
    ("Selon la préfète, tuée par un loup, la brebis boitait.", ["la préfète"], ["tuée par un loup, la brebis boitait"]),
    ("Le maire, qui dirige aussi l'hôpital, a annoncé que le service rouvrirait.", ["Le maire"], ["que le service rouvrirait"]),
    # since when something is asked for is no part of it
    ("Le syndicat réclame depuis deux ans un second bac.", ["Le syndicat"], ["un second bac"]),
    ("Le syndicat réclame depuis janvier un second bac.", ["Le syndicat"], ["un second bac"]),
    ("C'est le syndicat qui a révélé l'accident.", ["le syndicat"], ["l'accident"]),
    (
        "En parallèle, hier soir, la police a confirmé que trois suspects étaient libres.",
        ["la police"],
        ["que trois suspects étaient libres"],
    ),
    ("Après l'incendie, les pompiers ont indiqué que la toiture menaçait.", ["les pompiers"], ["que la toiture menaçait"]),
    ("Il pleut, mais la mairie affirme que le concert aura lieu.", ["la mairie"], ["que le concert aura lieu"]),
    (
        "Le club dément avoir signé, tandis que l'agent affirme que tout est réglé.",
        ["Le club", "l'agent"],
        ["avoir signé", "que tout est réglé"],
    ),
    (
        "Les syndicats et la direction ont annoncé qu'un accord était proche.",
        ["Les syndicats et la direction"],
        ["qu'un accord était proche"],
    ),
    ("Le procureur a ouvert une enquête et affirme que le navire était en règle.", ["Le procureur"], ["que le navire était en règle"]),
    ("Des rumeurs selon lesquelles la banque fermerait ont circulé.", ["Des rumeurs"], None),
    ("Le juge a écarté un excès de vitesse, le car roulant à 45 km/h.", ["Le juge"], ["un excès de vitesse"]),
    ("Le train, selon la compagnie, circulait à vide.", ["la compagnie"], ["Le train"]),
    (
        "Le feu a détruit six granges et un pont, selon la mairie, jointe par téléphone.",
        ["la mairie"],
        ["Le feu a détruit six granges et un pont"],
    ),
    ("Le feu a détruit six granges et un pont, selon un tract, lu à la radio.", ["un tract"], ["Le feu a détruit six granges et un pont"]),
    ("Le feu est éteint et deux ponts, selon la mairie, ont cédé.", ["la mairie"], ["et deux ponts"]),
    (
        "Le préfet se tait sur la coulée de boue, qui a emporté deux ponts selon les secours.",
        ["les secours"],
        ["qui a emporté deux ponts"],
    ),
    ("La digue, qui date de 1960, a cédé selon les secours.", ["les secours"], ["La digue, qui date de 1960, a cédé"]),
    ("La frappe est présentée par l'armée comme une riposte.", ["l'armée"], ["La frappe"]),
    ("L'attaque a été revendiquée par un groupe armé.", ["un groupe armé"], ["L'attaque"]),
    ("La situation, a reconnu le directeur, est grave.", ["le directeur"], ["La situation"]),
    ("L'usine, dit-on, fermera ses portes.", [], ["L'usine"]),
    ("Le ministre a répondu en affirmant que le budget était voté.", ["Le ministre"], ["que le budget était voté"]),
    ("La ministre a dénoncé une « manœuvre » de l'opposition.", ["La ministre"], ["une « manœuvre » de l'opposition"]),
    (
        "Le procès s'est tenu à huis clos, a expliqué à l'AFP l'avocat de la famille.",
        ["l'avocat de la famille"],
        ["Le procès s'est tenu à huis clos"],
    ),
    # what measures, counts or befell the thing told of belongs to it, what its teller does besides does not
    (
        "La coopérative annonce un bénéfice de 3 millions, en baisse de 4 %.",
        ["La coopérative"],
        ["un bénéfice de 3 millions, en baisse de 4 %"],
    ),
    ("La mairie promet la fermeture, d'ici l'été, de deux piscines.", ["La mairie"], ["la fermeture, d'ici l'été, de deux piscines"]),
    (
        "Le parquet évoque la mort de deux skieurs, emportés par une coulée.",
        ["Le parquet"],
        ["la mort de deux skieurs, emportés par une coulée"],
    ),
    ("La compagnie évoque une panne, « sans gravité ».", ["La compagnie"], ["une panne, « sans gravité"]),
    ("La mairie dénonce l'agression d'agents blessés lors d'une ronde.", ["La mairie"], ["l'agression d'agents blessés lors d'une ronde"]),
    ("Le ministre a annoncé deux mesures lors d'un point de presse.", ["Le ministre"], ["deux mesures"]),
    ("Le maire réclame un référendum, soutenu par l'opposition.", ["Le maire"], ["un référendum"]),
    ("La ministre a dénoncé une manœuvre, jointe par téléphone.", ["La ministre"], ["une manœuvre"]),
    # whom one speaks to is no part of what is asked
    ("La mairie demande aux gens privés d'eau d'être patients.", ["La mairie"], ["d'être patients"]),
    ("Le collectif demande aux Nations unies la création d'un fonds.", ["Le collectif"], ["la création d'un fonds"]),
    ("Trente voitures ont brûlé, à l'en croire.", ["l'"], ["Trente voitures ont brûlé"]),
    ("Pour Me Roy, conseil de 80 familles, la ville a menti.", ["Me Roy, conseil de 80 familles"], ["la ville a menti"]),
    ("(Jointe mardi, la mairie a indiqué que le pont tenait.)", ["la mairie"], ["que le pont tenait"]),
    # a clause quoted alone beside the colon of a headline
    ("« On a tout vu » : la nuit la plus longue", [], ["On a tout vu"]),
    ("Orage à Gap : « Il fallait fuir »", [], ["Il fallait fuir"]),
    # who speaks behind those he speaks to, and beside the main clause
    ("« On sait », a dit à des journalistes Anne Roy, une porte-parole.", ["Anne Roy, une porte-parole"], ["On sait"]),
    ("La trêve a cessé, les deux camps affirmant avoir été visés.", ["les deux camps"], ["avoir été visés"]),
    ("Paul Abame, président de l'Ulv, un petit parti, estime que tout va bien.", ["Paul Abame, président de l'Ulv, un petit parti"], None),
    ("L'Union a annoncé avoir réuni des preuves et a saisi le juge.", ["L'Union"], ["avoir réuni des preuves"]),
    ("Un élu a dit que la rue était vide, en redoutant 12 morts.", ["Un élu", "Un élu"], ["que la rue était vide", "12 morts"]),
    # a count is told by whoever made it; when a paper came out is none of who says it
    ("Un premier décompte donné lundi par la préfecture faisait état de 6 morts.", ["la préfecture"], ["6 morts"]),
    ("D'après une étude parue mardi, le lac baisse.", ["une étude"], ["le lac baisse"]),
    # roles of another time, and where they are held; no apposition in the plural behind one who speaks
    ("« Tout a brûlé », dit Anne Morel, alors adjointe au maire.", ["Anne Morel, alors adjointe au maire"], ["Tout a brûlé"]),
    (
        "« On attend », soupire Luc Ferrand, libraire à Vesoul (Haute-Saône).",
        ["Luc Ferrand, libraire à Vesoul (Haute-Saône)"],
        ["On attend"],
    ),
    (
        "Selon l'officier, les soldats, dont un sergent, sont entrés à Gao.",
        ["l'officier"],
        ["les soldats, dont un sergent, sont entrés à Gao"],
    ),
    ("Néanmoins, des élus affirment que le pont tient.", ["des élus"], ["que le pont tient"]),
    ("Seul le syndicat assure que le bac passera.", ["le syndicat"], ["que le bac passera"]),
    ("Trois hommes ont été pris, toujours selon l'armée, sans plus de détails.", ["l'armée"], ["Trois hommes ont été pris"]),
    ("Selon le maire, les promoteurs, que personne n'a vus, réclament deux millions.", ["le maire"], None),
    # what one gives and another: each his own count
    ("La police a compté 1 200 grévistes, contre 3 000 selon la CGT.", ["La police", "la CGT"], ["1 200 grévistes", "3 000"]),
    ("La mairie annonce 900 repas, et 2 000 selon les cantines.", ["La mairie", "les cantines"], ["900 repas", "2 000"]),
    ("La mairie a enregistré 234 plaintes, contre 78 en 2019.", ["La mairie"], ["234 plaintes, contre 78 en 2019"]),
    (
        "Le collectif reproche au maire d'avoir signé, ce que conteste l'élu.",
        ["Le collectif", "l'élu"],
        ["d'avoir signé", "d'avoir signé"],
    ),
    # relatives without a comma, aims, further counts and those counted belong to the noun phrase
    ("Le syndicat dénonce les primes qui ont été supprimées.", ["Le syndicat"], ["les primes qui ont été supprimées"]),
    ("La ville annonce deux millions d'euros pour les écoles.", ["La ville"], ["deux millions d'euros pour les écoles"]),
    ("La police recense 4 tués, 12 blessés et 3 disparus.", ["La police"], ["4 tués, 12 blessés et 3 disparus"]),
    (
        "Le port signale deux noyés : un marin de 40 ans et une plongeuse.",
        ["Le port"],
        ["deux noyés : un marin de 40 ans et une plongeuse"],
    ),
    ("La ville annonce deux noyés : une enquête est ouverte.", ["La ville"], ["deux noyés"]),
    ("La ville recense 900 repas, mille de plus que mardi.", ["La ville"], ["900 repas"]),
    # what a colon leads to goes on with what was said before it
    (
        "Le club a dit qu'il ferait appel : « Nous irons jusqu'au bout de la procédure. »",
        ["Le club", "Le club"],
        ["qu'il ferait appel", "Nous irons jusqu'au bout de la procédure"],
    ),
    (
        "Le maire promet de rouvrir le pont : « Nous n'attendrons pas un hiver de plus. »",
        ["Le maire", "Le maire"],
        ["de rouvrir le pont", "Nous n'attendrons pas un hiver de plus"],
    ),
    (
        "Ils étaient 2 800, selon la police, près de 9 000 si l'on en croit les syndicats.",
        ["la police", "les syndicats"],
        ["Ils étaient 2 800", "près de 9 000"],
    ),
    # what the outlet adds about what was said
    ("L'armée assure avoir pris 20 rebelles, un chiffre impossible à vérifier.", ["L'armée"], ["avoir pris 20 rebelles"]),
    ("La junte affirme que le chef a fui, ce dont personne ne doute.", ["La junte"], ["que le chef a fui"]),
    (
        "Le maire affirme qu'il faut des moyens, des informations fiables et du temps.",
        ["Le maire"],
        ["qu'il faut des moyens, des informations fiables et du temps"],
    ),
    ("Selon un père, pourtant, une rançon a été versée.", ["un père"], ["une rançon a été versée"]),
    # where and when a report was written is no word of anybody's
    ("KIEV, 12 nov. – Deux ponts ont cédé, a annoncé la préfecture.", ["la préfecture"], ["Deux ponts ont cédé"]),
    ("(Lyon, 3 mars) Deux ponts ont cédé, selon la préfecture.", ["la préfecture"], ["Deux ponts ont cédé"]),
    # a verb that cannot go on with what is said: of no speaker there, or of another tense
    ("L'ONG indique que le gel abîme les vignes et demande une aide.", ["L'ONG", "L'ONG"], ["que le gel abîme les vignes", "une aide"]),
    ("Le maire assure que l'école rouvrira et dénonce une rumeur.", ["Le maire", "Le maire"], ["que l'école rouvrira", "une rumeur"]),
    ("La presse écrit que le juge hésite et réclame un dossier.", ["La presse", "le juge"], None),
    # what is counted at the head is not who speaks where the verb does not agree with it, or it is a thing
    ("Neuf blessés, dont un enfant, indique la docteure Elsa Roy.", ["la docteure Elsa Roy"], ["Neuf blessés, dont un enfant"]),
    ("Douze voitures, dont un bus, ont indiqué les pompiers.", ["les pompiers"], ["Douze voitures, dont un bus"]),
    ("Douze communes, dont Verneuil, demandent le report.", ["Douze communes"], ["le report"]),
    ("Deux députés, dont un ministre, annoncent leur départ.", ["Deux députés"], ["leur départ"]),
    # what somebody does not do is no part of what he denies; what he does not say whether others want nobody wants
    ("Le club dément tout retard et ne confirme pas le départ de l'entraîneur.", ["Le club"], ["tout retard"]),
    ("La mairie a démenti la fuite et l'explosion.", ["La mairie"], ["la fuite et l'explosion"]),
    ("Elle refuse de dire si le groupe réclamera un remboursement.", [], []),
    ("Elle dit que le groupe réclamera un remboursement.", ["Elle", "le groupe"], None),
    # behind a semicolon "selon" goes on in the conditional, and not where another speaks
    ("Selon la mairie, 40 sont partis ; 12 seraient revenus.", ["la mairie"] * 2, ["40 sont partis", "12 seraient revenus"]),
    ("Selon la mairie, 40 sont partis ; le préfet parle de 12 retours.", ["la mairie", "le préfet"], None),
    # the hour of a live line, brackets and places behind a source are no part of what is said
    ("17h30 - Douze blessés, selon le Samu.", ["le Samu"], ["Douze blessés"]),
    ("8h - Selon la police, deux rues sont fermées.", ["la police"], ["deux rues sont fermées"]),
    ("Selon l'Unsa (deuxième syndicat), 40 gares sont fermées.", ["l'Unsa"], ["40 gares sont fermées"]),
    (
        "Selon un relevé effectué par la mairie auprès des écoles, 300 élèves étaient absents.",
        ["un relevé effectué par la mairie"],
        ["300 élèves étaient absents"],
    ),
    ("Le pont est fermé, a ajouté le maire sans donner de date.", ["le maire"], ["Le pont est fermé"]),
    ("De source policière, on compte deux blessés.", ["source policière"], ["on compte deux blessés"]),
    ("Le maire : « Nous rouvrirons la piscine en juin. »", ["Le maire"], ["Nous rouvrirons la piscine en juin"]),
    ("« Nous n'avons plus de place dans nos locaux » (Anne Morel)", ["Anne Morel"], ["Nous n'avons plus de place dans nos locaux"]),
    ("Le pont a été fermé, a-t-on appris de source syndicale.", ["source syndicale"], ["Le pont a été fermé"]),
    ("Le ministre s'est félicité de la baisse du chômage.", ["Le ministre"], ["de la baisse du chômage"]),
    ("La mairie a dit à la presse que le bal était annulé.", ["La mairie"], ["que le bal était annulé"]),
    ("Un homme est soupçonné d'avoir incendié la grange.", [], ["Un homme"]),
    ("La préfecture a informé les riverains que l'eau était potable.", ["La préfecture"], ["que l'eau était potable"]),
]


def attribute(text: str):
    report = Report(id="r-1", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    return [found for reading in read(report) for found in attributed(ReadReport(report=report, reading=reading))]


def words(text: str, span: Span) -> str:
    return text[span.start : span.end]


@pytest.mark.parametrize(("text", "sources", "contents"), CASES, ids=[c[0] for c in CASES])
def test_source_and_content(text, sources, contents):
    found = [a.attribution for a in attribute(text)]
    assert [words(text, s) for a in found for s in a.source] == sources
    assert contents is None or [words(text, a.content[0]) for a in found] == contents


@pytest.mark.parametrize(
    ("text", "source", "pieces"),
    [
        ("« Le pont tient, a assuré la préfète. La route aussi. »", "la préfète", ["Le pont tient", "La route aussi"]),
        ("« Le pont tient, a-t-elle assuré, mais la route a cédé. »", "elle", ["Le pont tient", "mais la route a cédé"]),
        ("« Où est la clé ? demande le gardien. »", "le gardien", ["Où est la clé"]),
        ("« Il m'a volée, m'a dit Léa, et je la crois », raconte Zoé Roux.", "Zoé Roux", ["Il m'a volée, m'a dit Léa, et je la crois"]),
    ],
)
def test_an_incise_inside_the_marks_of_a_quotation(text, source, pieces):
    found = [a.attribution for a in attribute(text)]
    assert [(words(text, a.source[0]), [words(text, c) for c in a.content]) for a in found] == [(source, pieces)]


def test_an_incise_may_cut_the_content_in_two():
    text = "La situation, a reconnu le directeur, est grave."
    assert [words(text, s) for s in attribute(text)[0].attribution.content] == ["La situation", "est grave"]


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Le dépôt brûle, selon des sources syndicales. Une source syndicale parle de 12 départs.", 2),
        ("Le dépôt brûle, selon une source syndicale. La source syndicale parle de 12 départs.", 1),
        ("Le dépôt brûle, selon des sources syndicales. Les mêmes sources parlent de 12 départs.", 1),
    ],
)
def test_one_source_is_not_the_several_before(text, voices):
    assert len({a.attribution.actor.id for a in attribute(text)}) == voices


def test_a_second_quotation_goes_on():
    text = "« La vanne est rouillée depuis dix ans », a dit le maire.\n« Personne n'a voulu payer les travaux. »"
    first, second = (a.attribution for a in attribute(text))
    assert second.rule == "attribution/fr/carried"
    assert second.actor == first.actor


def test_a_quotation_goes_on_after_the_incise():
    text = "« La vanne est rouillée », a dit le maire, « et personne ne veut payer »."
    (found,) = attribute(text)
    assert [words(text, s) for s in found.attribution.content] == ["La vanne est rouillée", "et personne ne veut payer"]
