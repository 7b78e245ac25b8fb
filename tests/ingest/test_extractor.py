import sys
from io import BytesIO

import msgspec
import pytest

from recoupe.errors import BadReport
from recoupe.ingest import extractor, worker
from recoupe.ingest.extractor import HEADER, Answer, Extractor
from recoupe.ingest.options import IngestOptions

PAGE = (
    "<html><body><article><p>"
    + "La cour d’appel rendra son arrêt le mois prochain, a indiqué le greffe. " * 6
    + "</p></article></body></html>"
).encode()
DIES_ON_BAD = """
import os, sys, time
from io import BytesIO
from recoupe.ingest import worker
real = worker.answer
def answer(page):
    if b"LEAK" in page and not os.path.exists(sys.argv[2]):
        open(sys.argv[2], "w").close(); os._exit(1)
    if b"DIE" in page: os.abort()
    if b"SLEEP" in page: time.sleep(60)
    print("noise"); os.write(1, b"noise")
    return real(page)
worker.answer = answer
worker.main()
"""


@pytest.fixture
def fragile(monkeypatch, tmp_path):
    """An extractor whose worker dies, once dies, or sleeps when a page says so, and prints."""
    real = extractor.Popen

    def popen(command, **kinds):
        return real([sys.executable, "-c", DIES_ON_BAD, command[-1], str(tmp_path / "once")], **kinds)

    monkeypatch.setattr(extractor, "Popen", popen)
    made = Extractor(IngestOptions(page_seconds=60))
    yield made
    made.close()


def test_one_process_for_many_pages_and_none_after(monkeypatch):
    made = Extractor(IngestOptions())
    assert made.extract(PAGE) == made.extract(PAGE)
    process = made._process
    assert made.extract(PAGE).text.startswith("La cour")
    assert made._process is process
    with pytest.raises(BadReport) as error:
        made.extract(b"<html></html>")
    assert error.value.reason == "no_article"
    assert made._process is process
    made.close()
    made.close()
    assert process.returncode is not None


def test_a_death_is_a_reject_and_the_next_page_goes_on(fragile):
    with pytest.raises(BadReport, match="died"):
        fragile.extract(b"DIE")
    assert fragile.extract(PAGE).text.startswith("La cour")
    assert fragile.extract(PAGE.replace(b"</p>", b"LEAK</p>")).text.startswith("La cour")
    fragile._options = IngestOptions(page_seconds=0.3)
    with pytest.raises(BadReport, match=r"more than 0\.3 s"):
        fragile.extract(b"SLEEP")
    fragile._options = IngestOptions(page_seconds=60)
    assert fragile.extract(PAGE).text.startswith("La cour")


def test_the_worker_answers_until_its_pages_end():
    answers = BytesIO()
    message = len(PAGE).to_bytes(HEADER, "big") + PAGE
    worker.serve(BytesIO(message + message + b"\0\0"), answers)
    data = answers.getvalue()
    size = int.from_bytes(data[:HEADER], "big")
    assert len(data) == 2 * (HEADER + size)
    assert msgspec.json.decode(data[HEADER : HEADER + size], type=Answer).extracted is not None


def test_memory_is_limited_where_it_can_be(monkeypatch):
    asked = []

    class Resource:
        RLIMIT_AS = 9
        setrlimit = staticmethod(lambda kind, sizes: asked.append((kind, sizes)))

    monkeypatch.setitem(sys.modules, "resource", Resource)
    worker.limit(5)
    monkeypatch.setitem(sys.modules, "resource", None)
    worker.limit(6)
    assert asked == [(9, (5, 5))]
