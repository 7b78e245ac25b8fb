"""A report on one event that speaks of another stands in both, by the right passages."""

import random

import pytest

from recoupe.ingest.reports import Article, report
from recoupe.ledger import Ledger
from recoupe.model import Decision, Event, Raw, Report
from recoupe.text import plain

FLOOD = (
    "Crue du Lot : 340 habitants évacués à Cahors\n\nLe Lot est sorti de son lit à Cahors dans la nuit de lundi à mardi. "
    "Les pompiers ont évacué 340 habitants des quartiers bas mardi matin. Deux ponts sont fermés. "
    "La préfecture a demandé aux riverains de gagner les étages. L'eau montait encore de dix centimètres par heure à midi.\n"
)
FLOOD_TOO = (
    "À Cahors, la crue du Lot chasse 340 habitants\n\nMardi 6 mai, le Lot a envahi les quartiers bas de Cahors. "
    "Selon la préfecture, 340 habitants ont été évacués par les pompiers. Les deux ponts du centre sont fermés à la circulation. "
    "Les écoles resteront closes. L'eau monte toujours.\n"
)
STADIUM = (
    "Foot : le stade de Roubaix rouvre après deux ans de travaux\n\nLe maire de Roubaix a inauguré jeudi la tribune neuve du stade. "
    "Les joueurs ont fait le tour de la pelouse avec les enfants du club, sous les applaudissements des abonnés. "
    "Le chantier, confié à une entreprise de Tourcoing, avait pris du retard : la charpente, livrée trop courte, avait dû repartir en "
    "atelier. La buvette a été repeinte en rouge et les vestiaires ont enfin de l'eau chaude. Le président du club a promis une montée "
    "avant trois saisons, sans convaincre le doyen des supporteurs, qui en a connu d'autres. L'éclairage, plus sobre, doit diviser la "
    "facture d'électricité. Wattrelos, Lys et Hem ont envoyé leurs fanfares. Un tournoi des écoles suivra en juin, et la section "
    "féminine jouera son premier match sur la nouvelle pelouse en septembre, face à Lille. {} Le maire a conclu en citant un poète.\n"
)
PASSING = "Les joueurs de Cahors, où la crue a chassé mardi 340 habitants, étaient absents."
OTHER_DAY = "Les joueurs de Cahors, où une crue avait chassé 340 habitants le 3 juin 2024, étaient absents."
ELSEWHERE = "À Saint-Quentin, le gymnase a été fermé mardi pour 340 licenciés."


def told(*texts: tuple[str, str]) -> list[Report]:
    days = (6, 6, 8)
    given = zip(days, texts, strict=True)
    articles = [Article(outlet=outlet, published=f"2031-05-0{day}T12:00:00Z", text=text) for day, (outlet, text) in given]
    return [report(a, a.text, Raw(sha256=f"{n:064x}", locator=f"texte {n}"), "test 1") for n, a in enumerate(articles)]


def flood(ledger: Ledger) -> Event:
    return max(ledger.events(), key=lambda event: len(event.reports))


def reports(sentence: str) -> list[Report]:
    return told(("Le Causse", FLOOD), ("La Divona", FLOOD_TOO), ("Le Beffroi", STADIUM.format(sentence)))


def test_what_is_said_in_passing_is_crosschecked_there():
    given = reports(PASSING)
    with Ledger.open(None) as ledger:
        ledger.receive(given)
        event = flood(ledger)
        assert len(event.reports) == 2
        assert [given[2].text[span.start : span.end] for span in event.mentions] == [PASSING]
        (evacuated,) = [x for x in ledger.crosschecks() if any(a.value == 340 for a in x.answers)]
        assert evacuated.event == event.id
        assert evacuated.support.texts == 3
        assert list(ledger.check()) == []


def test_a_briefing_says_who_speaks_in_passing():
    with Ledger.open(None) as ledger:
        ledger.receive(reports(PASSING))
        story = next(story.id for story in ledger.stories() if flood(ledger).id in story.events)
        scope = [plain(s.text) for s in ledger.briefing(story, "fr").statements if s.message == "point.scope.visitors"]
        assert scope == ["Dont 1 qui traite d'un autre événement et ne parle de celui-ci qu'en passant : Le Beffroi."]


@pytest.mark.parametrize("sentence", [OTHER_DAY, ELSEWHERE])
def test_what_only_looks_alike_is_not(sentence: str):
    with Ledger.open(None) as ledger:
        ledger.receive(reports(sentence))
        assert [event.mentions for event in ledger.events()] == [(), ()]


def test_the_order_does_not_matter():
    given = [*reports(PASSING), *reports(OTHER_DAY)[2:], *reports(ELSEWHERE)[2:]]
    contents = set()
    for seed in range(4):
        with Ledger.open(None) as ledger:
            for one in random.Random(seed).sample(given, len(given)):
                ledger.receive([one])
            contents.add(b"".join(ledger.canonical()))
    assert len(contents) == 1


def test_an_event_that_loses_a_report_is_spoken_of_no_more_by_it():
    given = reports(PASSING)
    with Ledger.open(None) as ledger:
        ledger.receive(given)
        event, visitor = flood(ledger), given[2].id
        blank = {"exact": "", "prefix": "", "suffix": "", "start": 0, "at": "", "reason": ""}
        pair = {"report": visitor, "human_value": event.reports[0]}
        together = Decision(id="d-1", field="same_event", machine_value="apart", who="x", **pair, **blank)
        ledger.decide(together)
        assert visitor in flood(ledger).reports
        assert flood(ledger).mentions == ()
        assert list(ledger.check()) == []
