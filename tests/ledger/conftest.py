from pathlib import Path

import msgspec
import pytest

from recoupe.ingest.reports import Article, report
from recoupe.model import Raw, Report

CORPUS = Path(__file__).with_name("corpus.jsonl")


def read_corpus() -> list[Report]:
    lines = CORPUS.read_text("utf-8").splitlines()
    articles = [msgspec.json.decode(line, type=Article) for line in lines]
    return [report(a, a.text, Raw(sha256=f"{n:064x}", locator=f"corpus#{n}"), "test 1") for n, a in enumerate(articles, 1)]


@pytest.fixture(scope="session")
def corpus() -> list[Report]:
    return read_corpus()
