"""From French text to crosschecks: what replaces what, what is a part, and what is one question."""

from itertools import combinations

import pytest

from recoupe import model as m
from recoupe.claims import claims
from recoupe.crosschecks import crosschecks
from recoupe.model import Agreement, Precision, When
from recoupe.read import read
from recoupe.reuse import compare
from recoupe.stories import describe

MORNING, NOON, EVENING = "2031-03-02T08:00:00Z", "2031-03-02T12:00:00Z", "2031-03-02T19:00:00Z"


def found(*given):
    """The crosschecks of texts, each with its outlet and the time of publication (or None)."""
    reads = []
    for n, (text, outlet, published) in enumerate(given):
        when = When(span=None, value=published, precision=Precision.INSTANT, start=published, end=published) if published else None
        head, _, rest = text.partition("\n\n")
        title = head if rest and not head.endswith(".") else None
        raw = m.Raw(sha256="", locator="")
        report = m.Report(
            id=f"r{n}", text=text, sha256="", language="fr", raw=raw, extractor="t", outlet=outlet, published=when, title=title
        )
        reads.append(m.ReadReport(report=report, reading=next(iter(read(report)))))
    return list(
        crosschecks(
            m.Dossier(
                story="s",
                event=describe("e", reads),
                reports=tuple(r.report for r in reads),
                readings=tuple(r.reading for r in reads),
                claims=tuple(c for r in reads for c in claims(r)),
                reuses=tuple(u for a, b in combinations(reads, 2) if (u := compare(a, b)) is not None),
            )
        )
    )


def of_role(crosschecks, role):
    return [x for x in crosschecks if x.question.role == role and not x.question.part]


@pytest.mark.parametrize(
    ("text", "agreement", "order"),
    [
        ("Le bilan de l'avalanche est porté à 9 blessés. Un précédent bilan faisait état de 6 blessés.", "revised", [6, 9]),
        ("L'avalanche a fait 9 blessés, selon les gendarmes, contre 6 blessés précédemment.", "revised", [6, 9]),
        ("Le nombre de blessés de l'avalanche, revu à la baisse, est de 6 blessés. Le samu parlait de 9 blessés.", "revised", [9, 6]),
        ("Après l'avalanche, le bilan est passé de six blessés à neuf blessés.", "revised", [6, 9]),
        ("9h15 : Les gendarmes annoncent 6 blessés dans l'avalanche.\n\n11 h 40 : Les gendarmes annoncent 9 blessés.", "revised", [6, 9]),
        # nothing says that one replaces the other
        ("L'avalanche a fait 6 blessés, selon les gendarmes. Le samu parle de 9 blessés.", "differs", [6, 9]),
        ("9h15 : Les gendarmes annoncent 6 blessés dans l'avalanche.\n\n11 h 40 : Le samu annonce 9 blessés.", "differs", [6, 9]),
    ],
)  # fmt: skip
def test_what_a_text_says_replaces_another(text, agreement, order):
    (one,) = of_role(found((text, "A", None)), "wounded")
    assert (one.agreement, [a.value for a in one.answers]) == (Agreement(agreement), order)


COPIED = (
    "Un télésiège s'est arrêté net à Morzine. {} skieurs ont été blessés, a indiqué la gendarmerie dans un communiqué publié "
    "à la mi-journée. Une enquête a été confiée à la brigade de recherches afin de déterminer l'origine de la panne."
)


def test_a_changed_copy_is_no_revision_and_no_voice():
    (one,) = of_role(found((COPIED.format("Sept"), "La Cime", MORNING), (COPIED.format("Douze"), "Le Col", EVENING)), "wounded")
    assert one.agreement is Agreement.DIFFERS
    assert "copy" in one.why
    assert one.support.voices == m.Range(low=1, high=1)
    assert [(a.value, a.altered_from) for a in one.answers] == [(7, None), (12, "r0")]


def test_the_same_words_with_another_number_are_told_as_that_where_nobody_knows_which_came_first():
    pair = [(COPIED.format(n), None, None) for n in ("Sept", "Douze")]
    (one,) = of_role(found(*pair), "wounded")
    assert one.agreement is Agreement.DIFFERS
    assert "same words" in one.why
    assert [(a.value, a.altered_from, a.turns) for a in one.answers] == [(7, None, ()), (12, None, ())]
    own_words = ("À Morzine, le samu a compté douze blessés parmi les skieurs tombés du télésiège.", "Radio Cluses", None)
    (one,) = of_role(found(*pair, own_words), "wounded")
    assert "same words" in one.why


def test_a_third_number_in_words_of_its_own_is_more_than_a_slip_of_a_copy():
    third = ("À Morzine, la gendarmerie parle de sept blessés après la panne du télésiège, le samu de vingt blessés.", "Radio Cluses", None)
    (one,) = of_role(found(*((COPIED.format(n), None, None) for n in ("Sept", "Douze")), third), "wounded")
    assert "same words" not in one.why


def test_others_that_come_on_top_are_no_other_answer():
    text = "L'armée dit avoir abattu 40 drones au-dessus d'Odessa ; 12 autres drones auraient été abattus par la marine."
    assert sorted([a.value for a in x.answers] for x in of_role(found((text, "A", None)), "intercepted")) == [[12], [40]]


CUT = (
    "Le funiculaire de Saint-Aubry est à l'arrêt. Trois voyageurs ont été soignés sur place, selon le directeur de la régie, Paul "
    "Ferrand{}. {} voyageurs sont toujours bloqués, a-t-il ajouté. La régie a ouvert une ligne de bus entre le parking et la gare du haut."
)


def test_a_number_changed_behind_a_clause_that_the_copy_leaves_out_is_no_revision():
    whole = CUT.format(", qui n'a pas voulu dire dans quel état ils se trouvaient ni où ils ont été conduits", "Onze")
    given = found((whole, "La Cime", MORNING), (CUT.format("", "Six"), "Le Col", EVENING))
    (one,) = [x for x in given if len(x.answers) == 2]
    assert one.agreement is Agreement.DIFFERS
    assert [(a.value, a.altered_from) for a in one.answers] == [(6, "r0"), (11, None)]


LORRY = (
    "Un camion-citerne s'est couché mardi sur la rocade de Corbelle. Onze riverains ont été évacués par les pompiers pendant la nuit{}. "
    "La rocade a été rouverte mercredi à midi dans les deux sens après le nettoyage de la chaussée."
)


def test_a_copy_without_the_source_and_the_outlet_that_cites_it_are_no_voices():
    cited, bare = LORRY.format(", selon la préfète, Anne Delmas"), LORRY.format("")
    again = "Corbelle : la rocade rouvre. Le bilan reste de onze riverains évacués après l'accident du camion-citerne de mardi."
    (one,) = of_role(found((cited, "La Rive", MORNING), (bare, "Le Phare", NOON), (again, "La Rive", EVENING)), "evacuated")
    assert one.support.voices == m.Range(low=1, high=1)
    assert [actor.name for actor in one.support.actors] == ["Anne Delmas"]


def test_another_outlet_in_its_own_words_is_another_voice():
    other = "À Corbelle, onze riverains ont été évacués mardi soir de la rue du Port, a constaté une journaliste sur place."
    (one,) = of_role(found((LORRY.format(", selon la préfète, Anne Delmas"), "La Rive", MORNING), (other, "Le Phare", NOON)), "evacuated")
    assert one.support.voices.high == 2


def test_what_an_outlet_knows_by_itself_is_its_own_word():
    (one,) = of_role(found(("Selon nos informations, onze riverains ont été évacués mardi à Corbelle.", "La Rive", MORNING)), "evacuated")
    assert [(actor.name, actor.kind) for actor in one.support.actors] == [("La Rive", m.ActorKind.MEDIA)]


def test_the_title_of_an_altered_copy_is_no_voice_for_its_number():
    titled = "Panne à Morzine : douze skieurs blessés\n\n" + COPIED.format("Douze")
    (one,) = of_role(found((COPIED.format("Sept"), "La Cime", MORNING), (titled, "Le Col", EVENING)), "wounded")
    assert [(a.value, a.altered_from) for a in one.answers] == [(7, None), (12, "r0")]


def test_a_changed_copy_has_no_part_in_the_revision_that_brings_its_number():
    given = [(COPIED.format("Sept"), "La Cime", MORNING), (COPIED.format("Douze"), "Le Col", NOON)]
    later = "La gendarmerie a indiqué que douze skieurs ont été blessés à Morzine."
    (one,) = of_role(found(*given, (later, "La Cime", EVENING)), "wounded")
    assert one.agreement is Agreement.REVISED
    twelve = one.answers[1]
    assert (twelve.first_seen, twelve.support.texts, twelve.support.voices.high) == (EVENING, 2, 1)


@pytest.mark.parametrize(
    ("text", "agreement"),
    [
        ("La région estime à 640 hectares les vignes touchées, contre 410 annoncés la veille.", "revised"),
        ("La région estime à 640 hectares les vignes touchées, contre 410 selon les syndicats.", "conflict"),
        ("La région estime à 640 hectares les vignes touchées ; le syndicat s'en tient à 410 hectares.", "conflict"),
    ],
)
def test_a_number_set_against_another_in_one_sentence(text, agreement):
    (one,) = [x for x in found((text, "A", None)) if x.question.unit == "hectare"]
    assert one.agreement is Agreement(agreement)


@pytest.mark.parametrize(
    "later",
    [
        (COPIED.format("Douze"), "La Cime", EVENING),  # the same outlet
        ("La gendarmerie a indiqué que douze skieurs ont été blessés à Morzine.", "Le Col", EVENING),  # another text
        (COPIED.format("Ce sont désormais douze"), "Le Col", EVENING),  # the text says so
    ],
)
def test_a_later_report_of_the_same_voice_is_a_revision(later):
    (one,) = of_role(found((COPIED.format("Sept"), "La Cime", MORNING), later), "wounded")
    assert one.agreement is Agreement.REVISED
    assert [a.altered_from for a in one.answers] == [None, None]


def test_a_count_at_one_hospital_contradicts_no_total():
    site = "À l'hôpital de Gap, 14 blessés ont été admis lundi, selon un médecin, et 40 blessés sont comptés lundi, selon le préfet."
    total = "Il y a 14 blessés lundi, selon un médecin, et 40 blessés lundi, selon le préfet."
    assert [x.agreement for x in of_role(found((site, "A", None)), "wounded")] == [Agreement.DIFFERS]
    assert [x.agreement for x in of_role(found((total, "A", None)), "wounded")] == [Agreement.CONFLICT]


def test_an_accident_is_one_question_whatever_place_and_day_the_texts_name():
    reports = [
        "Collision à Gannat. Deux trains se sont heurtés mardi 4 mars à Gannat. Cinq personnes ont été tuées, selon la préfecture.",
        "Collision à Gannat : cinq morts. Cinq personnes ont été tuées le 4 mars dans l'Allier, a annoncé mercredi 5 mars la préfecture.",
        "Collision à Gannat. Sept personnes sont mortes, dont deux au CHU de Clermont-Ferrand.",
        "La collision de trains à Gannat (Allier) a fait sept morts.",
    ]
    killed = of_role(found(*((text, f"O{n}", None) for n, text in enumerate(reports))), "killed")
    assert [(x.question.place_name, [a.value for a in x.answers]) for x in killed] == [("Gannat", [5, 7])]


def test_a_storm_in_a_region_and_in_a_town_are_two_questions():
    killed = of_role(found(("La tempête a fait deux morts à Morlaix. Elle a fait six morts en Bretagne.", "A", None)), "killed")
    assert len(killed) == 2


def test_parts_are_no_rivals():
    asked = found(("L'explosion a fait 30 blessés à Feyzin, dont six graves et dont onze brûlés, selon les pompiers.", "A", None))
    wounded = [(x.question.part, [a.value for a in x.answers]) for x in asked if x.question.role == "wounded"]
    assert (False, [30]) in wounded
    assert all(len(values) == 1 for _, values in wounded)


def test_a_part_without_a_place_of_its_own_asks_of_none():
    text = "Collision à Gannat. Six personnes sont mortes mardi à Gannat, dont deux piétons, dont quatre cyclistes, dans l'Allier."
    places = [(x.question.part, x.question.place_name) for x in found((text, "A", None)) if x.question.role == "killed"]
    assert {place for part, place in places if part} <= {None}
    assert (False, "Gannat") in places


def test_a_year_is_no_date_of_a_toll():
    killed = of_role(
        found(("L'accident de Feyzin a fait 3 morts mardi. En 2030, 90 personnes ont été tuées sur les routes.", "A", MORNING)), "killed"
    )
    assert sorted(a.value for x in killed for a in x.answers) == [3, 90]
    assert len(killed) == 2


def of_unit(crosschecks, unit):
    return sorted([a.value for a in x.answers] for x in crosschecks if x.question.unit == unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le taux d'absents au lycée atteint 12 %, selon le rectorat, contre 31 % selon le syndicat.", [[12, 31]]),
        ("Selon le rectorat, le lycée compte 12 % d'absents et 31 % de retards.", [[12], [31]]),
    ],
)
def test_two_voices_set_against_each_other_answer_one_question(text, expected):
    assert of_unit(found((text, "A", None)), "percent") == expected


def test_one_clause_in_two_texts_is_one_question():
    told = found(
        ("Le taux de remplissage des barrages de la vallée a atteint 62 % dimanche.", "A", MORNING),
        ("Le taux de remplissage des barrages de la vallée s'établit à 64 %.", "B", EVENING),
    )
    assert of_unit(told, "percent") == [[62, 64]]


@pytest.mark.parametrize(
    ("words", "place"),
    [("hors Lyon", None), ("en dehors de Lyon", None), ("à Lyon", "Lyon"), ("dehors à Lyon", "Lyon")],
)
def test_nothing_is_counted_where_the_text_leaves_a_place_out(words, place):
    (one,) = of_role(found((f"Les gendarmes ont interpellé 31 personnes {words}.", "A", None)), "arrested")
    assert one.question.place_name == place


def test_as_many_families_as_people_are_two_questions():
    text = "Quelque 250 {} ont été évacuées lundi à Liège après la crue."
    asked = of_role(found((text.format("personnes"), "A", MORNING), (text.format("familles"), "B", MORNING)), "evacuated")
    assert sorted((x.question.unit, x.support.texts) for x in asked) == [("family", 1), ("person", 1)]


def values(crosscheck):
    return sorted(a.value for a in crosscheck.answers)


def test_the_dead_of_two_armies_are_two_questions():
    text = "Trois soldats norvégiens ont été tués dans les combats, selon le ministère norvégien de la Défense. {}"
    other = "Neuf soldats suédois ont été tués dans les combats, selon la même source."
    asked = {x.question.target: values(x) for x in of_role(found((text.format(other), "A", MORNING)), "killed")}
    assert asked == {"NO": [3], "SE": [9]}


def test_those_of_who_speaks_are_its_own():
    one = "La Norvège annonce la mort de trois de ses soldats dans les combats."
    two = "Quatre soldats norvégiens ont été tués dans les combats, selon la Suède."
    (asked,) = of_role(found((one, "A", MORNING), (two, "B", MORNING)), "killed")
    assert (asked.question.target, values(asked)) == ("NO", [3, 4])


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("Le ministère norvégien de la Défense a fait état de trois morts dans ses rangs.", "NO"),
        ("Le ministère norvégien de la Défense a indiqué que les combats avaient fait trois morts.", None),
    ],
)
def test_losses_of_who_speaks_are_its_own(said, own):
    (asked,) = of_role(found((f"Des combats ont éclaté mardi. {said}", "A", MORNING)), "killed")
    assert asked.question.target == own


def test_a_number_of_all_is_not_of_one_country():
    text = "L'incendie de l'hôtel a fait douze morts. Trois touristes belges ont été tués dans l'incendie."
    assert all(x.question.target is None for x in of_role(found((text, "A", None)), "killed") if 12 in values(x))


def test_the_same_number_without_a_country_is_theirs():
    one = "Quatorze soldats norvégiens ont été tués dans les combats, selon l'armée."
    two = "Quatorze soldats ont été tués dans les combats, selon l'armée."
    (asked,) = of_role(found((one, "A", MORNING), (two, "B", MORNING)), "killed")
    assert (asked.question.target, asked.support.texts) == ("NO", 2)


def test_two_countries_that_each_count_their_own_do_not_contradict_each_other():
    text = "L'épidémie touche d'autres pays : la Norvège a signalé 45 cas et deux morts, la Suède 12 cas."
    assert all(x.agreement is not Agreement.CONFLICT for x in found((text, "A", None)))


def test_what_a_country_counts_is_not_of_the_place_around_it():
    text = (
        "L'épidémie a fait 30 morts en Norvège, selon le ministère de la Santé. D'autres pays sont touchés : la Suède a signalé deux morts."
    )
    assert [values(x) for x in of_role(found((text, "A", None)), "killed")] in ([[2], [30]], [[30], [2]])


def test_a_country_is_one_voice_with_its_ministry():
    text = (
        "Neuf morts à Bergen, selon la Norvège\n\nNeuf personnes ont été tuées à Bergen, a annoncé le ministère norvégien de l'Intérieur."
    )
    (asked,) = of_role(found((text, "A", None)), "killed")
    assert asked.support.voices.low == 1


@pytest.mark.parametrize("said", ["et non 58", "et non pas 58"])
def test_a_number_that_is_refused_has_no_voice(said):
    text = f"La préfecture a corrigé son bilan : l'incendie a fait 61 blessés, {said} blessés, a-t-elle précisé."
    (asked,) = of_role(found((text, "A", None)), "wounded")
    refused = next(a for a in asked.answers if a.value == 58)
    assert (refused.support.actors, refused.support.voices.low) == ((), 0)


def test_what_somebody_else_stands_by_is_not_replaced_by_a_refusal():
    one = "L'incendie a fait 61 blessés, et non 90 blessés, a indiqué la préfecture."
    two = "L'incendie a fait 90 blessés, affirme le syndicat Solidarité."
    (asked,) = of_role(found((one, "A", MORNING), (two, "B", MORNING)), "wounded")
    assert asked.agreement is not Agreement.REVISED


def test_a_former_count_is_no_voice():
    text = "L'incendie a fait cinq morts, selon les pompiers. Le précédent bilan faisait état de deux morts."
    (asked,) = of_role(found((text, "A", None)), "killed")
    former = next(a for a in asked.answers if a.value == 2)
    assert (former.support.actors, former.support.voices.low) == ((), 0)


def test_one_death_is_one_question_whatever_the_dead_is_called():
    text = "Un mort dans l'incendie d'un hangar\n\nUn homme de 40 ans a été tué dans l'incendie d'un hangar à Vernon, selon les pompiers."
    (asked,) = of_role(found((text, "A", None)), "killed")
    assert asked.support.texts == 1


def test_two_persons_are_two_questions():
    text = "L'incendie a tué une personne à Vernon. Un agriculteur a aussi été tué à Vernon, selon les pompiers."
    assert len(of_role(found((text, "A", None)), "killed")) == 2


def test_one_of_whom_the_age_is_told_is_no_number_of_all():
    one = "Une manifestante de 24 ans a été grièvement blessée, selon les secours."
    two = "Deux manifestantes ont été blessées, selon les secours."
    assert all(len(x.answers) == 1 for x in of_role(found((one, "A", MORNING), (two, "B", MORNING)), "wounded"))


def test_a_whole_told_by_places_is_not_of_one_of_them():
    one = "Dix-sept personnes ont été interpellées, a annoncé la préfecture."
    two = "Au total, vingt-deux personnes ont été interpellées, dont dix-sept à Lyon et cinq à Vernon."
    assert not any({17, 22} <= set(values(x)) for x in of_role(found((one, "A", MORNING), (two, "B", MORNING)), "arrested"))


def test_a_title_that_names_both_ends_adds_no_number():
    text = "Entre 12 000 et 30 000 manifestants à Lyon\n\n12 000 personnes, selon la préfecture, et 30 000, selon la CGT, ont défilé."
    assert all(a.value is not None for x in found((text, "A", None)) for a in x.answers)


def test_an_older_number_told_again_later_replaces_nothing():
    first = "L'incendie a fait cinq morts, selon les pompiers."
    newer = "L'incendie a fait six morts, selon les pompiers."
    (asked,) = of_role(found((first, "A", MORNING), (newer, "B", EVENING), (first, "C", "2031-03-02T20:00:00Z")), "killed")
    assert (asked.agreement, [a.value for a in asked.answers]) == (Agreement.REVISED, [5, 6])


def test_a_number_that_a_text_replaces_is_no_second_voice_for_it():
    old = "Le naufrage a fait 38 noyés, a annoncé la capitainerie."
    new = "Le bilan du naufrage a été ramené de 38 à 35 noyés, a indiqué la préfecture."
    (asked,) = of_role(found((old, "A", MORNING), (new, "B", EVENING)), "killed") or of_role(
        found((old, "A", MORNING), (new, "B", EVENING)), None
    )
    former = next(a for a in asked.answers if a.value == 38)
    assert asked.agreement is Agreement.REVISED
    assert (former.support.texts, [actor.name for actor in former.support.actors]) == (1, ["capitainerie"])


@pytest.mark.parametrize(
    ("text", "value", "standing"),
    [
        ("Après l'avalanche, le bilan est passé de six blessés à neuf blessés.", 6, m.Standing.FORMER),
        ("L'avalanche a fait 9 blessés, et non 6 blessés, a corrigé le samu.", 6, m.Standing.WITHDRAWN),
    ],
)
def test_an_answer_that_nobody_gives_says_what_it_is(text, value, standing):
    (asked,) = of_role(found((text, "A", None)), "wounded")
    answer = next(a for a in asked.answers if a.value == value)
    assert (answer.standing, answer.support.voices, asked.agreement) == (standing, m.Range(low=0, high=0), Agreement.REVISED)


def test_what_is_only_compared_answers_for_itself():
    text = "L'avalanche a fait 9 blessés, selon le samu. La précédente avalanche avait fait 40 blessés."
    asked = of_role(found((text, "A", None)), "wounded")
    assert sorted([a.value for a in x.answers] for x in asked) == [[9], [40]]
    assert {x.agreement for x in asked} == {Agreement.SINGLE}


def test_either_end_of_a_way_is_one_place():
    one = "Six personnes ont été tuées samedi dans un accident d'autocar sur la nationale entre Sens et Troyes, selon le parquet."
    new = "Le bilan de l'accident d'autocar près de Troyes s'est alourdi à 9 personnes tuées, a annoncé le parquet"
    two = f"{new}, qui avait d'abord parlé de 6 morts."
    (asked,) = of_role(found((one, "A", MORNING), (two, "B", EVENING)), "killed")
    assert (asked.agreement, [a.value for a in asked.answers]) == (Agreement.REVISED, [6, 9])


def test_two_places_that_one_text_tells_apart_are_no_way():
    one = "Six personnes ont été tuées samedi par la foudre entre Sens et Troyes, selon le parquet."
    two = "La foudre a tué quatre personnes à Sens, selon le samu. Elle a tué deux personnes à Troyes."
    told = of_role(found((one, "A", MORNING), (two, "B", EVENING)), "killed")
    assert not any({2, 4} <= {a.value for a in x.answers} for x in told)


def test_a_former_number_in_the_next_sentence_is_of_the_same_people():
    text = "Le bilan de l'avalanche est désormais de 19 skieurs tués. Le précédent bilan était de 14 skieurs."
    (asked,) = of_role(found((text, "A", None)), "killed")
    assert (asked.agreement, [a.value for a in asked.answers]) == (Agreement.REVISED, [14, 19])


def test_an_older_entry_of_a_text_is_no_later_word():
    one = "Une avalanche a tué six skieurs, selon la préfecture."
    two = "Le bilan de l'avalanche est porté à 9 skieurs tués, a annoncé la préfecture."
    new = "La préfecture fait désormais état de 9 skieurs tués. Le précédent bilan était de 6 skieurs tués."
    old = "Six skieurs ont été tués, selon la préfecture."
    (asked,) = of_role(found((one, "A", MORNING), (two, "B", NOON), (f"{new}\n\n{old}", "C", EVENING)), "killed")
    assert (asked.agreement, [a.value for a in asked.answers]) == (Agreement.REVISED, [6, 9])


def test_captives_are_no_dead():
    one = "Une attaque a tué 14 gendarmes près de Bol, selon le ministère. Les rebelles disent détenir sept gendarmes."
    two = "Une attaque a tué quatorze gendarmes près de Bol. Sept gendarmes sont aux mains des rebelles, selon le ministère."
    told = found((one, "A", MORNING), (two, "B", NOON))
    assert [[a.value for a in x.answers] for x in of_role(told, "killed")] == [[14]]
    assert [[a.value for a in x.answers] for x in of_role(told, "detained")] == [[7]]


def test_values_by_rule_are_of_numbers_that_somebody_gives():
    text = "La frappe sur le marché de Vernon a tué 35 civils, et non 90 civils, a indiqué l'ONU."
    asked = next(x for x in of_role(found((text, "A", None)), "killed") if x.values)
    assert {value.high for value in asked.values if value.high is not None} == {35}


def summed(text):
    """How many parts each total of a text is told with."""
    return [len(total.parts) for x in found((text, "A", None)) for total in x.sums]


@pytest.mark.parametrize(
    "text",
    [
        "Douze marins ont été secourus et trois restent portés disparus.",
        "Trente électeurs ont signé la pétition et onze restent indécis.",
        "Quatre chalutiers manquent au port. Deux ne reviendront pas.",
        "Neuf granges ont brûlé et quatre sont inhabitables.",
        "Onze alpinistes étaient partis jeudi. Trois ont atteint le sommet.",
        "Cinq wagons ont déraillé et deux se sont couchés.",
    ],
)
def test_two_numbers_side_by_side_are_no_whole_and_part(text):
    assert summed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Quarante personnes ont été arrêtées, dont huit mineurs.",
        "Quarante personnes ont été arrêtées. Parmi elles, huit sont mineures.",
        "Quarante personnes ont été arrêtées. Huit d'entre elles sont mineures.",
        "Douze gendarmes ont été blessés. Sept l'ont été à Nantes.",
        "Sept planeurs se sont posés : cinq se sont posés dans un champ et deux se sont posés sur la piste.",
    ],
)
def test_words_that_make_a_part_make_a_sum(text):
    assert summed(text)


def asked(*texts):
    """Place, target and the values given, question by question."""
    checks = found(*((text, f"O{n}", NOON) for n, text in enumerate(texts)))
    return {(x.question.place_name, x.question.target, tuple(sorted(a.value for a in x.answers))) for x in checks}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Une tornade a tué 40 personnes dans les villages de Grébour, Ostrelle, et Vimandre. À Grébour, 20 habitants sont morts.",
         "Grébour, Ostrelle, Vimandre"),
        ("Une tornade a tué 40 personnes à Grébour et à Ostrelle, en Vendée. À Grébour, 20 habitants sont morts.", "Vendée"),
    ],
)  # fmt: skip
def test_a_number_over_places_in_a_row_is_no_number_of_the_first(text, place):
    assert (place, None, (40,)) in asked(text)


def test_two_kinds_in_one_clause_are_no_conflict():
    both = asked("Quatre navires français et deux navires britanniques ont été mobilisés.")
    assert {values for _, _, values in both} == {(4,), (2,)}


def test_no_text_is_shown_with_a_side_that_only_another_one_states():
    told = asked(
        "Six migrants sont morts dans un naufrage à Calais.", "Six migrants afghans sont morts dans un naufrage, mardi, à Gravelines."
    )
    assert {target for place, target, _ in told if place == "Calais"} <= {None}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        # a title names the kind of those whom the text below counts, in two numbers
        ("Au moins 12 civils tués à Brume\n\n« Nous avons compté 12 morts », dit un habitant. Le chef du village évoque 13 morts.", 1),
        ("Six lycéens tués à Brume\n\nL'accident a fait six morts, selon les pompiers. Le samu compte huit morts.", 1),
        # there are not as many
        ("Six policiers tués à Brume\n\nL'attaque a fait neuf morts, selon le samu. L'hôpital compte huit morts.", 2),
    ],
)
def test_a_title_that_names_the_kind_of_people(text, asked):
    assert len(of_role(found((text, "Le Bief", None)), "killed")) == asked


@pytest.mark.parametrize(
    ("second", "agreement"),
    [
        ("Yves Rousset, préfet de l'Oise", "revised"),
        ("le préfet de l'Oise", "revised"),
        ("Yves Rousset, maire de Creil", "differs"),
    ],
)
def test_an_office_without_its_place_revises_itself(second, agreement):
    first = "L'avalanche a fait 27 blessés, a annoncé le préfet."
    given = found((first, "Le Bief", MORNING), (f"L'avalanche a fait 31 blessés, selon {second}.", "La Vase", NOON))
    assert [x.agreement for x in of_role(given, "wounded")] == [agreement]


def test_a_place_that_opens_the_sentence_is_that_of_both_who_count_there():
    there = "À Redon, ils étaient 300 manifestants selon la police, 500 selon la CGT."
    told = asked(f"Les retraités ont manifesté samedi. {there} À Vitré, on a compté 900 manifestants, 2 000 selon la CGT.")
    assert {(place, values) for place, _, values in told} == {("Redon", (300, 500)), ("Vitré", (900, 2000))}


def test_police_without_a_town_are_not_those_of_a_town():
    told = found(
        ("À Redon, 300 personnes ont manifesté, selon la police.", "A", MORNING),
        ("La préfecture de police de Paris a compté 900 manifestants à Paris.", "B", NOON),
    )
    assert {a.name for x in told for answer in x.answers for a in answer.support.actors} == {"police", "préfecture de police de Paris"}


def test_a_range_of_which_each_gives_one_end_revises_neither():
    told = found(
        ("Les retraités étaient 800 manifestants à Redon, selon la police.", "A", MORNING),
        ("Entre 800 et 3 000 manifestants ont défilé à Redon, selon la police et la CGT.", "B", EVENING),
    )
    assert not [turn for x in told for answer in x.answers for turn in answer.turns]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("800 foyers sont privés de courant à Dax, selon la régie.", "Le courant est rétabli pour 600 foyers à Dax, dit la régie.", False),
        ("La régie compte 30 puits suspects à Dax.", "La régie compte 12 puits confirmés à Dax.", False),
        ("800 foyers sont privés de courant à Dax, selon la régie.", "900 foyers sont coupés du réseau à Dax, selon la régie.", True),
    ],
)
def test_things_in_another_state_are_another_question(before, after, joined):
    made = found((f"La crue monte.\n\n{before}", "A", MORNING), (f"La crue monte.\n\n{after}", "B", EVENING))
    assert any(len(x.answers) > 1 for x in made) is joined


def test_a_count_of_another_place_in_the_sentence_is_no_rival():
    one = ("Les marcheurs étaient 900 à Dax, selon la mairie, et 4 000 dans toute la France, selon la CGT.", "A", NOON)
    assert all(len(x.answers) == 1 for x in found(one))


def test_none_that_did_something_is_no_number_of_them_all():
    told = found(
        ("Deux vedettes ont été envoyées vers l'îlot.", "A", MORNING),
        ("Aucune vedette n'a heurté la barque, assure le commandant.", "B", EVENING),
    )
    assert not any(len(x.answers) > 1 for x in told)
