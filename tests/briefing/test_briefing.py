import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.briefing import briefing
from recoupe.briefing.text import markdown
from recoupe.crosschecks import crosschecks, named
from recoupe.drift import drift
from recoupe.ingest.dates import published
from recoupe.model import Mention, Role, Story, StoryFile
from recoupe.phrases import LANGUAGES

FORBIDDEN = ("fabriqu", "invent", "faux", "fausse", "plagi", "mensong", "fabricat", "false", "lie ", "lied")


def story(d):
    dossier = d.dossier()
    return StoryFile(
        story=Story(id="s-1", events=("e-1",), title="Grève des bacs"),
        dossiers=(dossier,),
        crosschecks=tuple(crosschecks(dossier)),
        drifts=tuple(drift(dossier)),
        aliases=named([dossier]),
    )


def texts(d, language="fr", section=None):
    found = briefing(story(d), language)
    return [plain(s.text) for s in found.statements if section in (None, s.section)]


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def night(draft):
    d = draft()
    d.report("un", "La marine a intercepté 62 drones dans la nuit, dont 25 au-dessus du Val Noir et 33 au-dessus de la baie.")
    d.report("deux", "La marine dit avoir intercepté 62 drones.", outlet="Le Phare")
    navy = d.actor("marine", side="AA")
    target = Role(name="target", span=d.span("un", "drones"), actor=d.actor("drones bleus", side="BB"))
    more = {"type_": "INTERCEPT", "voice": navy}
    whole = d.claim("un", "62 drones", ("62", 62), "drone", roles=(target,), **more)
    for words, number, place in (("25 au-dessus du Val Noir", 25, "Val Noir"), ("33 au-dessus de la baie", 33, "baie")):
        places = (d.place("un", place),)
        d.claim("un", words, (str(number), number), "drone", part_of=whole.id, part=True, places=places, **more)
    d.claim("deux", "62 drones", ("62", 62), "drone", **more)
    return d


def test_what_is_left_of_more_than_a_number_is_more_than_the_rest(draft):
    d = draft()
    d.report("un", "Le syndicat compte plus de 900 grévistes, dont 300 à Val Noir.")
    whole = d.claim("un", "plus de 900 grévistes", ("plus de 900", ">900"), "striker")
    d.claim("un", "dont 300 à Val Noir", ("300", 300), "striker", part_of=whole.id, part=True, places=(d.place("un", "Val Noir"),))
    assert "dont 300 (Val Noir), plus de 600 sans lieu précisé" in texts(d, section="count")[0]


def test_a_number_with_its_voices_and_parts(draft):
    assert texts(night(draft), section="count") == [
        (
            "62 drones (interception) : 2 textes, 2 origines, 1 voix : marine ; "
            "dont 25 (Val Noir), 33 (baie), 4 sans lieu précisé (d'après un)."
        )
    ]
    assert texts(night(draft), "en", section="count") == [
        (
            "62 drones (interception): 2 texts, 2 text origins, 1 voice: marine; "
            "of which 25 (Val Noir), 33 (baie), 4 without a stated place (according to un)."
        )
    ]


@pytest.mark.parametrize(("country", "said"), [("RS", "serbes"), ("GR", "grecs"), ("FR", "français"), ("KG", "kirghiz")])
def test_whose_people_a_count_is_of(draft, country, said):
    d = draft()
    d.report("un", "Douze soldats ont été tués.")
    target = Role(name="target", span=d.span("un", "soldats"), actor=d.actor("soldats", side=country))
    d.claim("un", "Douze soldats", ("Douze", 12), "soldier", role="killed", roles=(target,))
    assert said in texts(d, section="count")[0]


def test_scope_comes_first_and_what_is_not_known_last(draft):
    found = texts(night(draft))
    assert found[:3] == [
        "Ce que disent 2 textes, non ce qui s'est produit.",
        "2 origines ; 1 média nommé.",
        "Aucun texte n'a de date : ni ordre, ni chronologie.",
    ]
    assert found[-2:] == [
        "Aucune version de « drones bleus » n'est citée dans ces textes.",
        "Aucun nombre de morts ou de blessés n'a été lu dans ces textes : ce n'est pas zéro.",
    ]


def test_what_rests_on_one_voice(draft):
    assert texts(night(draft), section="single") == ["Marine, seule voix trouvée : 62 drones (interception)."]


def tolls(draft, type_="DISASTER"):
    d = draft()
    d.report("un", "12 morts, selon les pompiers. Il y aurait un disparu.", published="2024-05-01", outlet="A", title="Crue : 12 morts")
    d.report("deux", "15 morts, selon la préfecture. Des centaines de sinistrés.", published="2024-05-02", outlet="B")
    d.report("trois", "La mairie assure que la digue tiendra. Elle accuse l'exploitant du barrage.", outlet="B")
    d.claim("un", "12 morts", ("12", 12), role="killed", type_=type_, voice=d.actor("pompiers", "emergency_service"))
    d.claim("un", "Il y aurait un disparu", voice="", modality="hearsay")
    d.claim("deux", "15 morts", ("15", 15), role="killed", type_=type_, voice=d.actor("préfecture", "local_authority"))
    d.claim("deux", "Des centaines de sinistrés", ("Des centaines", "100-999"), "sinistré", type_="DISASTER")
    hall = d.actor("mairie", "local_authority")
    d.claim("trois", "la digue tiendra", voice=hall)
    d.claim("trois", "Elle accuse l'exploitant du barrage", voice=hall, modality="accusation")
    return d


def test_answers_that_differ_with_values_by_rule(draft):
    assert not any("règle" in text for text in texts(tolls(draft), section="differs"))  # a flood is no violence
    found = texts(tolls(draft, "STRIKE"), section="differs")
    assert found.pop(1).startswith("Valeurs par règle, pour des violences seulement. Les règles sont celles de trois bases de données")
    assert found == [
        (
            "Personnes tuées : 12 (1 texte, 1 origine, 1 voix : pompiers) ; 15 (1 texte, 1 origine, 1 voix : préfecture). "
            "Ces nombres diffèrent ; le lieu, le moment ou l'étendue peuvent différer aussi."
        ),
        (
            "Valeurs par règle (personnes tuées) : ACLED (le plus prudent) 12 ; Airwars (du moins au plus) 12 à 15 ; "
            "UCDP (sans avis d'expert) 12 à 15, valeur 12."
        ),
    ]


def test_dates_hearsay_speech_and_news(draft):
    d = tolls(draft)
    assert texts(d, section="scope")[2] == "1 texte n'a pas de date (B (1)) : il n'est pas mis en ordre."
    assert texts(d, section="hearsay") == ["Au conditionnel, A (sans source nommée) : « Il y aurait un disparu »."]
    assert texts(d, section="said") == [
        "Mairie, accusation (propos rapportés par B (1)) : ‹ Elle accuse l'exploitant du barrage ›.",
        "Mairie (propos rapportés par B (1)) : ‹ la digue tiendra ›.",
    ]
    assert texts(d, section="new") == ["Nouveau le 2 mai 2024 : 15 personnes tuées ; « des centaines » de sinistrés."]
    assert [(m.at, m.text) for m in briefing(story(d), "fr").timeline] == [
        ("2024-05-01", "Parution (A)\u00a0: Crue : 12 morts. Y apparaissent\u00a0: 12 personnes tuées (pompiers)"),
        ("2024-05-02", "Parution (B (2)). Y apparaissent\u00a0: 15 personnes tuées (préfecture)"),
    ]


def test_differences_between_versions(draft):
    d = draft()
    body = "l'avalanche a emporté la télécabine et deux pylônes du domaine de Serre-Haute"
    d.report("un", f"Selon la gendarmerie, {body}. La station ferme.")
    d.report("deux", f"Mardi, {body}. La station ferme.")
    d.claim("un", body, voice=d.actor("la gendarmerie", "police"))
    d.reuse("un", "deux", shared=(body,), direction="b_from_a")
    assert texts(d, section="drift") == [
        "Source : « la gendarmerie » dans un ; aucune dans deux.",
        f"un et deux ont en commun un passage, le plus long de {len(body)} caractères, deux d'après un.",
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("make", [night, tolls], ids=["night", "tolls"])
def test_every_statement_is_cited_and_neutral(draft, make, language):
    d = make(draft)
    found = briefing(story(d), language)
    claims = {c.id for c in d.claims}
    for statement in found.statements:
        assert statement.message.startswith("point.")
        assert set(statement.claims) <= claims
        assert not any(word in statement.text.casefold() for word in FORBIDDEN), statement.text
        explains = statement.message == "point.values.legend"
        assert explains or statement.section in {"scope", "unknown", "limits"} or statement.cites, statement
    assert all(s.report in d.reports for st_ in found.statements for s in st_.cites)


def test_markdown_cites_and_takes_no_markup_from_texts(draft):
    d = tolls(draft)
    d.report("quatre", "Un [lien](javascript:x) <b>et</b> *étoile*, dit une voisine.")
    d.claim("quatre", "Un [lien](javascript:x) <b>et</b> *étoile*", voice=d.actor("voisine", "witness"))
    page = markdown(briefing(story(d), "fr"), story(d))
    assert page.startswith("# Grève des bacs\n\n## Ce que c’est\n")
    assert "[A:0-8]" in page
    assert "\\[lien\\](javascript:x) \\<b\\>" in page
    assert "## Chronologie" in page


def test_nothing_is_said_of_nothing(draft):
    d = draft()
    d.report("un", "Rien.")
    assert texts(d)[-1].startswith("Aucun nombre ni aucune source n'a été reconnu dans ces textes")


def test_large_numbers_and_decimals(draft):
    d = draft()
    d.report("un", "Plus de 1 250 000 euros et 2,5 hectares, 7 %.")
    for words, number, unit in (("Plus de 1 250 000", ">1250000", "euro"), ("2,5", 2.5, "hectare"), ("7", 7, "percent")):
        d.claim("un", words, (words, number), unit)
    found = " ".join(texts(d, section="count"))
    assert "Plus de 1,25 million d'euros : 1 texte" in found
    assert "2,5 hectares" in found
    assert "7 %" in found
    assert "1.25 million euros" in " ".join(texts(d, "en", section="count"))


def test_most_is_told_and_the_rest_is_counted(draft):
    d = draft()
    d.report("un", ", ".join(f"{n} objets{n}" for n in range(1, 20)))
    for n in range(1, 20):
        d.claim("un", f"{n} objets{n}", (f"{n}", n), f"objet{n}")
    assert texts(d, section="count")[-1] == "7 autres nombres figurent dans ces textes."


def test_both_languages_say_the_same(draft):
    file = story(tolls(draft))
    french, english = (briefing(file, language) for language in LANGUAGES)
    assert [(s.section, s.message, s.cites) for s in french.statements] == [(s.section, s.message, s.cites) for s in english.statements]
    assert french.story == english.story == "s-1"


@given(st.permutations(range(6)))
def test_the_order_of_claims_does_not_matter(draft, order):
    d = tolls(draft)
    file = story(d)
    d.claims = [d.claims[i] for i in order]
    assert briefing(story(d), "fr") == briefing(file, "fr")


@given(st.text(max_size=60), st.text(max_size=30))
def test_any_text_and_name(draft, text, outlet):
    d = draft()
    d.report("un", f"{text} 3 morts {text}", outlet=outlet, title=text)
    d.claim("un", "3 morts", ("3", 3), role="killed", voice="", modality="hearsay")
    file = story(d)
    renamed = msgspec.structs.replace(file, story=msgspec.structs.replace(file.story, title=text))
    for language in LANGUAGES:
        assert markdown(briefing(renamed, language), renamed).startswith("# ")


def test_what_is_told_twice_in_largely_the_same_words_is_told_once(draft):
    d = draft()
    d.report("un", "Le maire assure que le tramway roulera en septembre.")
    d.report("deux", "Le tramway roulera bien en septembre, assure Le maire.")
    for report, words in (("un", "le tramway roulera en septembre"), ("deux", "Le tramway roulera bien en septembre")):
        d.claim(report, words, voice=d.actor("Le maire", "person"))
    assert len(texts(d, section="said")) == 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_units_and_states_have_words_in_both_numbers(language):
    from recoupe.phrases import phrases

    found = phrases("point", language)
    for key, phrase in found.items():
        if key.startswith(("unit.", "done.")):
            assert set(phrase) == {"one", "other"}, key
    units = {key.removeprefix("unit.") for key in found if key.startswith("unit.")}
    assert set(found["feminine"].split()) - {"-"} <= units


def test_french_typography():
    from recoupe.phrases import phrases

    for key, phrase in phrases("point", "fr").items():
        for text in phrase.values() if isinstance(phrase, dict) else (phrase,):
            assert not any(mark in text for mark in (" :", " ;", " ?", " !", "« ", " »")), key


def test_the_timeline_places_claims_whose_own_words_fix_a_day(draft):
    d = draft()
    d.report("un", "Le 3 mai 2024, le pont a rouvert, dit la ville. Vendredi, il ferme. Il ferme.")
    fixed = d.time("un", "3 mai 2024", "2024-05-03", start="2024-05-03")
    open_ = d.time("un", "Vendredi", "XXXX-WXX-5")
    around = d.time("un", "3 mai 2024", "2024-05-03", start="2024-05-03", inherited=True)
    d.claim("un", "le pont a rouvert", when=fixed, voice=d.actor("ville", "local_authority"))
    d.claim("un", "Vendredi, il ferme", when=open_)
    d.claim("un", "Il ferme", when=around)
    assert [(m.at, m.text, m.voice) for m in briefing(story(d), "fr").timeline] == [
        ("2024-05-03", "Le 3 mai 2024, le pont a rouvert, dit la ville", "ville")
    ]
    told = "2024-05-03: Le 3 mai 2024, le pont a rouvert, dit la ville (according to: ville) [un:15-32]"
    assert told in markdown(briefing(story(d), "en"), story(d))


@pytest.mark.parametrize(
    ("number", "fr", "en"),
    [
        (5, "5 camions", "5 trucks"),
        (1, "1 camion", "1 truck"),
        (0, "Aucun camion", "No trucks"),
        (">=5", "Au moins 5 camions", "At least 5 trucks"),
        (">5", "Plus de 5 camions", "More than 5 trucks"),
        ("<5", "Moins de 5 camions", "Fewer than 5 trucks"),
        ("~50", "Environ 50 camions", "About 50 trucks"),
        ((5, 9), "5 à 9 camions", "5 to 9 trucks"),
        ("20-99", "Camions (« Nombre »)", "Trucks (“Nombre”)"),
    ],
)
def test_bounds_in_words(draft, number, fr, en):
    d = draft()
    d.report("un", "Nombre de camions.")
    d.claim("un", "Nombre de camions", ("Nombre", number), "truck")
    assert texts(d, section="count")[0].startswith(f"{fr} :")
    assert texts(d, "en", section="count")[0].startswith(f"{en}:")


def test_parts_that_exceed_the_whole(draft):
    d = draft()
    d.report("un", "10 tentes, dont 8 au nord et 7 au sud.")
    whole = d.claim("un", "10 tentes", ("10", 10), "tent", type_="SUPPLY")
    for words, number in (("8 au nord", 8), ("7 au sud", 7)):
        d.claim("un", words, (str(number), number), "tent", type_="SUPPLY", part_of=whole.id, part=True)
    assert texts(d, section="count")[0].endswith("dont 8 (« au nord »), 7 (« au sud »), les parties dépassent le tout.")


@pytest.mark.parametrize(
    ("words", "number", "told"),
    [
        ("8 vertes", 8, "dont 8 (« vertes »), au moins 2 sans précision."),
        ("30 vertes", 30, "dont 30 (« vertes »), les parties dépassent le tout."),
    ],
)
def test_a_part_of_a_whole_that_is_said_to_be_at_least_so_many(draft, words, number, told):
    d = draft()
    d.report("un", f"Au moins 10 tentes, dont {words}.")
    whole = d.claim("un", "Au moins 10 tentes", ("Au moins 10", ">=10"), "tent", type_="SUPPLY")
    d.claim("un", words, (str(number), number), "tent", type_="SUPPLY", part_of=whole.id, part=True)
    assert texts(d, section="count")[0].endswith(told)


def test_what_only_one_version_has_and_more_than_is_told(draft):
    d = draft()
    body = "La digue a cédé près du moulin pendant la marée de vive eau."
    d.report("un", body)
    d.report("deux", f"{body} Trente chats, dix chiens et neuf oies sauvés.")
    for words, number, unit in (("Trente chats", 30, "cat"), ("dix chiens", 10, "dog"), ("neuf oies", 9, "goose")):
        d.claim("deux", words, (words, number), unit)
    d.reuse("deux", "un", kind="copy", score=900)
    found = texts(d, section="drift")
    assert found[-1] == "deux et un ont le même texte, sens inconnu."
    assert found[0] == "Dans deux, et non dans un : « Trente chats »."
    assert len(found) == 4


def test_marks_around_a_whole_statement_are_not_doubled(draft):
    d = draft()
    d.report("un", "La ville : « Le bac reprendra mardi. » Elle parle de « bac » ou de « barge ».")
    city = d.actor("ville", "local_authority")
    d.claim("un", "« Le bac reprendra mardi. »", voice=city)
    d.claim("un", "« bac » ou de « barge »", voice=city)
    assert texts(d, section="said") == [
        "Ville (propos rapportés par un) : ‹ Le bac reprendra mardi ›.",
        "Ville (propos rapportés par un) : ‹ “bac” ou de “barge” ›.",
    ]


@pytest.mark.parametrize(
    ("number", "unit", "fr", "en"),
    [
        (7_200_000_000, "euro", "7,2 milliards d'euros", "7.2 billion euros"),
        (1_000_000, "inhabitant", "1 million d'habitants", "1 million inhabitants"),
        (3_000_000, "dollar", "3 millions de dollars", "3 million dollars"),
        (1_234_567, "person", "1 234 567 personnes", "1,234,567 people"),
        (4800, "hectare", "4 800 hectares", "4,800 hectares"),
        (12.5, "percent", "12,5 %", "12.5%"),
        ("<3", "percent", "Moins de 3 %", "Less than 3%"),
    ],
)
def test_large_numbers_money_and_shares(draft, number, unit, fr, en):
    d = draft()
    d.report("un", "Autant, et plus.")
    d.claim("un", "Autant", ("Autant", number), unit)
    assert texts(d, section="count")[0].startswith(f"{fr} :")
    assert texts(d, "en", section="count")[0].startswith(f"{en}:")


def test_a_share_that_differs_is_named_as_one(draft):
    d = draft()
    d.report("un", "Le taux est de 4 %, selon la banque, 6 % selon les élus.")
    for words, number, who in (("4 %", 4, "la banque"), ("6 %", 6, "les élus")):
        d.claim("un", words, (words, number), "percent", role="infected", voice=d.actor(who))
    assert texts(d, section="differs")[0].startswith("Part, en % : 4 (1 texte")


def test_the_same_statement_in_copies_is_told_once_and_the_rest_is_counted(draft):
    d = draft()
    said = [f"la régate {letter * 5} du golfe {letter * 6}" for letter in "abcdefghijklmnopqrst"]
    for name in ("un", "deux"):
        d.report(name, f"La ligue annonce {', '.join(said)}. Le jury accuse le club nautique de fraude.", outlet=name.capitalize())
        for words in said:
            d.claim(name, words, voice=d.actor("La ligue", "organiser"))
        d.claim(name, "le club nautique de fraude", voice=d.actor("Le jury"), modality="accusation", type_="ACCUSE")
    found = texts(d, section="said")
    assert found[0] == "Le jury, accusation (propos rapportés par Deux et Un) : ‹ le club nautique de fraude ›."
    assert found[1] == "La ligue (propos rapportés par Deux et Un) : ‹ la régate aaaaa du golfe aaaaaa ›."
    assert (len(found), found[-1]) == (5, "17 autres déclarations.")


def test_a_difference_from_two_copies_is_told_once_and_names_both(draft):
    d = draft()
    body = "a détruit la halle du marché couvert et deux entrepôts du port fluvial"
    d.report("a", f"Selon les douanes, l'explosion {body}.")
    for name in ("b", "c"):
        d.report(name, f"Mardi, l'explosion {body}.")
        d.reuse("a", name, shared=(body,))
    d.claim("a", f"l'explosion {body}", voice=d.actor("les douanes", "police"))
    assert texts(d, section="drift")[:-2] == ["Source : « les douanes » dans a ; aucune dans b et c."]


def test_the_same_passage_against_the_same_words_in_two_other_texts_is_told_once(draft):
    d = draft()
    body = "sept bacs ont été amarrés de force au quai des Tanneurs dans la soirée"
    d.report("a", f"Selon les douanes, {body}.")
    for name, rest in (("b", "Mardi,"), ("c", "Sans attendre le préfet,")):
        d.report(name, f"{rest} {body}.")
        d.reuse("a", name, shared=(body,))
    d.claim("a", body, voice=d.actor("les douanes", "police"))
    assert texts(d, section="drift")[:1] == ["Source : « les douanes » dans a ; aucune dans b et c."]


def test_a_source_that_is_a_pronoun_is_named(draft):
    d = draft()
    body = "la halle du marché couvert sera fermée tout le mois pour travaux"
    d.report("a", f"Il dit que {body}.")
    d.report("b", f"Certains disent que {body}.")
    d.reuse("a", "b", shared=(body,))
    for name, word, who in (("a", "Il", "maire de Vaucelle"), ("b", "Certains", "commerçants")):
        said = d.attribution(name, word, body, actor=d.actor(who, "person"))
        claim = d.claim(name, body, voice=d.actor(word, "person"))
        d.claims[-1] = msgspec.structs.replace(claim, attribution=said)
    assert "Source : « Il » (maire de Vaucelle) dans a, « Certains » (commerçants) dans b." in texts(d, section="drift")


def test_the_weightiest_differences_come_first(draft):
    d = draft()
    body = "ouvriers du chantier naval ont quitté la cale sèche avant la rupture de la porte"
    d.report("a", f"Selon le port, 40 {body}. Trente barques ont coulé.")
    d.report("b", f"Mardi, 70 {body}.")
    d.reuse("a", "b", shared=(body,))
    d.claim("a", f"40 {body}", ("40", 40), "worker", voice=d.actor("le port", "company"))
    d.claim("b", f"70 {body}", ("70", 70), "worker")
    d.claim("a", "Trente barques", ("Trente", 30), "boat")
    assert [s.split(" :")[0] for s in texts(d, section="drift")[:-1]] == ["Nombre", "Source", "Dans a, et non dans b"]


@pytest.mark.parametrize(
    ("modality", "day", "placed"),
    [
        ("asserted", "2031-05-03", True),
        ("hearsay", "2031-05-03", True),
        ("forecast", "2031-05-03", False),
        ("possible", "2031-05-03", False),
        ("threat", "2031-05-03", False),
        ("denied", "2031-05-03", False),
        ("reported", "2031-05-09", False),  # after the text was published: announced, not done
    ],
)
def test_the_timeline_holds_what_is_said_to_have_happened(draft, modality, day, placed):
    d = draft()
    d.report("un", "Le quai a rouvert ce jour-là.", published="2031-05-04")
    d.claim("un", "Le quai a rouvert", modality=modality, when=d.time("un", "ce jour-là", day, start=day))
    found = [m.text for m in briefing(story(d), "fr").timeline if m.cites]
    assert found == (["Le quai a rouvert ce jour-là"] if placed else [])


def test_copies_make_one_moment(draft):
    d = draft()
    for name in ("un", "deux"):
        d.report(name, "Le quai a rouvert le 3 mai 2031.")
        d.claim(name, "Le quai a rouvert", when=d.time(name, "3 mai 2031", "2031-05-03", start="2031-05-03"))
    (moment,) = briefing(story(d), "fr").timeline
    assert len(moment.cites) == 2


def test_an_outlet_that_cites_nobody(draft):
    d = draft()
    d.report("un", "Sept péniches ont rompu leurs amarres. Il y aurait neuf disparus.", outlet="Le Halage")
    d.claim("un", "Sept péniches", ("Sept", 7), "boat", type_="ACCIDENT")
    d.claim("un", "Il y aurait neuf disparus", ("neuf", 9), role="missing", voice="", modality="hearsay")
    assert texts(d, section="single") == [
        "Sans source nommée : 9 personnes disparues, au conditionnel.",
        "Le Halage, sans source reconnue : 7 embarcations.",
    ]


@pytest.mark.parametrize(
    ("precision", "at", "shown"),
    [("year", "1964-01-01", "1964"), ("month", "2031-05-01", "2031-05"), ("instant", "2031-05-03T08:15:00Z", "2031-05-03 08:15 UTC")],
)
def test_a_moment_is_dated_as_finely_as_it_is_known(draft, precision, at, shown):
    d = draft()
    d.report("un", "Le phare fut bâti alors.")
    d.claim("un", "Le phare fut bâti", when=d.time("un", "alors", "X", precision, start=at))
    assert f"- {shown}: Le phare fut bâti alors [un:0-17]" in markdown(briefing(story(d), "en"), story(d))


def test_publications_keep_the_clock_of_their_place_and_stand_in_the_order_of_the_instants(draft):
    d = draft()
    for name, outlet, at in (
        ("un", "Le Bief", "2031-05-03T09:00:00+02:00"),
        ("deux", "The Quay", "2031-05-03T08:30:00+01:00"),
        ("trois", "Le Bief", "2031-05-04T00:30:00+02:00"),
    ):
        d.report(name, f"Le bac a coulé, {name}.", outlet=outlet)
        d.reports[name] = msgspec.structs.replace(d.reports[name], published=published(at))
    assert [m.at[8:16] for m in briefing(story(d), "fr").timeline] == ["03T09:00", "03T08:30", "04T00:30"]
    shown = markdown(briefing(story(d), "fr"), story(d))
    assert all(words in shown for words in ("2031-05-03 09:00 (UTC+2)", "2031-05-03 08:30 (UTC+1)", "Le Bief 2031-05-04"))


def crowded(draft):
    d = draft()
    d.report("un", "Trente ponts, douze gares et neuf tours ont souffert. Un batelier est mort et deux blessés.", outlet="A")
    d.report("deux", "Trente ponts, douze gares et neuf tours ont souffert.", outlet="B")
    for text in ("un", "deux"):
        for words, number in (("Trente", 30), ("douze", 12), ("neuf", 9)):
            d.claim(text, words, (words, number), f"unit{number}", voice="")
    d.claim("un", "deux blessés", ("deux", 2), role="wounded", voice="")
    d.claim("un", "Un batelier est mort", ("Un", 1), role="killed", voice="")
    return d


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_dead_then_the_wounded_stand_before_what_more_texts_count(draft, lang):
    found = texts(crowded(draft), lang, section="count")
    first, second = {"fr": ("1 personne tuée", "2 personnes blessées"), "en": ("1 person killed", "2 people wounded")}[lang]
    assert [line.startswith(words) for line, words in zip(found, (first, second), strict=False)] == [True, True]
    assert len(found) == 5


def test_a_toll_of_long_ago_does_not_stand_first(draft):
    d = draft()
    d.report("un", "Le bac compte 40 rames. En 1953 la crue avait fait 300 morts.", published="2031-05-04", outlet="A")
    d.claim("un", "Le bac compte 40 rames", ("40", 40), "oar", voice="")
    d.claim(
        "un",
        "En 1953 la crue avait fait 300 morts",
        ("300", 300),
        role="killed",
        voice="",
        when=d.time("un", "En 1953", "1953", precision="year", start="1953-01-01T00:00:00", end="1953-12-31T23:59:59"),
    )
    assert texts(d, section="count")[0].startswith("40 ")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_toll_is_denied_where_another_event_of_the_story_has_one(draft, lang):
    file = story(tolls(draft))
    dossier = file.dossiers[0]
    bare = tuple(msgspec.structs.replace(c, quantities=(), type="DISASTER") for c in dossier.claims)
    other = msgspec.structs.replace(dossier, event=msgspec.structs.replace(dossier.event, id="e-2"), claims=bare)
    silent, told = (msgspec.structs.replace(file, dossiers=each) for each in ((other,), (other, dossier)))
    messages = [{s.message for s in briefing(each, lang).statements} for each in (silent, told)]
    assert ["point.unknown.casualties" in each for each in messages] == [True, False]


@pytest.mark.parametrize(("first", "new"), [("Le bac a brûlé 1.700 litres.", False), ("Le bac a brûlé 1.900 litres.", True)])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_number_that_an_earlier_text_has_printed_is_not_new(draft, first, new, lang):
    d = draft()
    d.report("un", first, published="2031-05-01", outlet="A")
    d.report("deux", "La drague a perdu 1.700 litres.", published="2031-05-02", outlet="B")
    words = first.split()[4]
    d.claim("un", first.rstrip("."), (words, int(words.replace(".", ""))), "litre", voice="", places=(d.place("un", "bac"),))
    d.claim("deux", "La drague a perdu 1.700 litres", ("1.700", 1700), "litre", role="destroyed", voice="")
    file = story(d)
    said = [s.text for s in briefing(file, lang).statements if s.section == "new"]
    assert any("1" in text and "700" in text for text in said) is new


@pytest.mark.parametrize("lang", LANGUAGES)
def test_markdown_puts_each_answer_on_a_line_of_its_own_with_its_citations(draft, lang):
    file = story(tolls(draft))
    told = briefing(file, lang)
    lines = markdown(told, file).split("\n")
    answers = [line for line in lines if line.startswith("  - ")]
    assert len(answers) == sum(len(x.answers) for x in file.crosschecks if len(x.answers) > 1)
    assert all("[" in line for line in answers)
    assert not any(s.text in line for s in told.statements if s.message == "point.differs" for line in lines)


@pytest.mark.parametrize(
    ("denial", "modality", "told"),
    [
        ("Ce chiffre est faux", "denied", True),
        ("ces estimations sont fantaisistes", "reported", True),
        ("C'est faux", "denied", True),
        ("Ce chiffre est élevé", "reported", False),
        ("La crue monte", "denied", False),
    ],
)
def test_a_number_that_somebody_disputes(draft, denial, modality, told):
    d = draft()
    d.report("un", f"La mairie compte 11 bacs coulés. « {denial} », répond le port. Neuf quais sont fermés.", outlet="Le Bief")
    d.claim("un", "11 bacs coulés", ("11", 11), "boat", voice=d.actor("mairie"))
    d.claim("un", denial, voice=d.actor("port"), modality=modality)
    d.claim("un", "Neuf quais sont fermés", ("Neuf", 9), "quay", voice="")
    shown = texts(d, section="count")
    assert [("contesté par port (Le Bief)" in text) for text in shown if "11" in text] == [told]
    assert ["contesté" in text for text in shown if "9" in text] == [False]


@pytest.mark.parametrize(("number", "told"), [(11, True), (12, False)])
def test_who_denies_the_very_number_disputes_it(draft, number, told):
    d = draft()
    d.report("un", f"La mairie compte 11 bacs coulés. Le port dément une perte de {number} bacs.", outlet="Le Bief")
    d.claim("un", "11 bacs coulés", ("11", 11), "boat", voice=d.actor("mairie"))
    d.claim("un", f"une perte de {number} bacs", (f"{number} ", number), "boat", voice=d.actor("port"), modality="denied")
    assert ["contesté par port (Le Bief)" in text for text in texts(d, section="count")] == [told]


def test_a_whole_divided_in_two_ways_is_told_twice(draft):
    d = draft()
    d.report("un", "26 noyés : 14 au nord et 12 au sud. Parmi eux 15 hommes et 11 femmes.", outlet="Le Bief")
    d.report("deux", "Le port compte 30 noyés.", outlet="La Vase")
    whole = d.claim("un", "26 noyés", ("26", 26), role="killed")
    for words, number, unit in (
        ("14 au nord", 14, "person"),
        ("12 au sud", 12, "person"),
        ("15 hommes", 15, "man"),
        ("11 femmes", 11, "woman"),
    ):
        d.claim("un", words, (str(number), number), unit, role="killed", part_of=whole.id, part=True)
    d.claim("deux", "30 noyés", ("30", 30), role="killed")
    shown = markdown(briefing(story(d), "fr"), story(d))
    assert "; dont 14 (« au nord »), 12 (« au sud ») ; et dont 15 (« hommes »), 11 (« femmes »)" in shown.replace("\u00a0", " ")
    assert "dépassent" not in shown


def test_one_voice_under_two_names_is_listed_once(draft):
    d = draft()
    d.report("un", "L'armée du Sud compte 40 bacs coulés.", outlet="Le Bief")
    d.report("deux", "L'armée compte 40 bacs coulés.", outlet="La Vase")
    d.claim("un", "40 bacs coulés", ("40", 40), "boat", voice=d.actor("armée du Sud"))
    d.claim("deux", "40 bacs coulés", ("40", 40), "boat", voice=d.actor("armée"))
    assert ": armée du Sud (ou armée)" in texts(d, section="count")[0].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("words", "name", "kind", "told"),
    [
        ("le maire de Sète, Ana Lima", "Ana Lima", "local_authority", "Ana Lima, maire de Sète"),
        ("la ministre de la Mer Ana Lima", "Ana Lima", "state_organ", "Ana Lima, ministre de la Mer"),
        ("Ana Lima, présidente de la Ligue", "Ana Lima", "organiser", "Ana Lima, présidente de la Ligue"),
        ("la société Lorvane", "Lorvane", "company", "Lorvane"),
        ("un journaliste de l'Agence Lumen", "Lumen", "person", "Lumen"),
        ("Mme Lima", "Lima", "person", "Lima"),
    ],
)
def test_a_voice_alone_is_introduced_by_its_office(draft, words, name, kind, told):
    d = draft()
    d.report("un", f"Les bacs coulent. Il y en a 11, dit {words}.", outlet="Le Bief")
    voice = d.actor(name, kind)
    d.claim("un", "11", ("11", 11), "boat", voice=voice)
    d.read("un", actors=(Mention(span=d.span("un", words), actor=voice),))
    assert texts(d, section="count")[0].endswith(f" : {told}.")


def test_who_neither_confirms_nor_comments_is_told_once_for_all_texts(draft):
    d = draft()
    for name in ("un", "deux"):
        d.report(name, "Le bac aurait coulé. La mairie n'a pas souhaité commenter cette information.", outlet=name)
    assert texts(d, section="unknown") == [
        "Sans confirmation ou sans commentaire, deux et un : « La mairie n'a pas souhaité commenter cette information »."
    ]


def test_who_is_dead_by_rank_stands_beside_the_tolls(draft):
    d = tolls(draft)
    d.report(
        "rang", "Un seizième corps retrouvé. Un seizième corps a été repêché jeudi. La même victime est citée. Il y a 15 morts au 3e jour."
    )
    (found,) = [told for told in texts(d, section="differs") if told.startswith("Mort compté")]
    assert found == "Mort compté par son rang, sans total, rang : « Un seizième corps a été repêché jeudi »."


def test_whose_direction_is_unknown_who_came_out_first_is_told_by_times_that_compare(draft):
    d = draft()
    for name, at in (("un", "2031-05-03T08:00"), ("deux", "2031-05-03T09:00"), ("trois", "2031-05-03")):
        d.report(name, "La digue a cédé près du moulin.")
        d.reports[name] = msgspec.structs.replace(d.reports[name], published=published(at))
    d.reuse("un", "deux", kind="copy", score=900)
    d.reuse("trois", "deux", kind="copy", score=800)
    found = [told for told in texts(d, section="drift") if "sens inconnu" in told]
    assert found == ["un et deux ont le même texte, sens inconnu, un paru d'abord.", "trois et deux ont le même texte, sens inconnu."]
