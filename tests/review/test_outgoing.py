"""Outgoing links: what answers is silent, what does not says why, nothing private is asked."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from time import monotonic

import pytest

from inspirace.review.changes import Version
from inspirace.review.outgoing import SECONDS_IN_ALL, outgoing_addresses, unanswered

STATUSES = {"/ok": 200, "/gone": 404, "/men-only": 403, "/broken": 500}

PLACES = {"/away": "http://127.0.0.2:1/inside", "/file": "file:///etc/passwd", "/ftp": "ftp://a.cz"}


class _Handler(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self.answer(405 if self.path == "/no-head" else STATUSES.get(self.path, 200))

    def do_GET(self) -> None:
        self.answer(STATUSES.get(self.path, 200))

    def answer(self, status: int) -> None:
        if self.path.startswith("/slow"):
            self.server.is_over.wait()  # type: ignore[attr-defined]  # our own, below
        self.send_response(302 if self.path in PLACES else status)
        self.send_header("Location", PLACES.get(self.path, ""))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the base class
        """Stay silent."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as running:
        running.is_over = Event()  # type: ignore[attr-defined]  # of our handler
        running.daemon_threads = True
        Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.is_over.set()  # type: ignore[attr-defined]
        running.shutdown()


def only_the_server(place: str) -> bool:
    return place == "127.0.0.1"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param("/ok", None, id="answers"),
        pytest.param("/no-head", None, id="answers-a-get-only"),
        pytest.param("/men-only", None, id="refuses-machines"),
        pytest.param("/gone", "odpověď 404", id="gone"),
        pytest.param("/broken", "odpověď 500", id="broken"),
        pytest.param("/away", "adresa vnitřní sítě", id="leads-to-a-private-one"),
        pytest.param("/file", "odpověď 302", id="leads-to-a-file"),
        pytest.param("/ftp", "server se neozval", id="leads-to-ftp"),
    ],
)
def test_an_address_answers_or_says_why_not(server: str, path: str, reason: str | None) -> None:
    assert unanswered([server + path], only_the_server) == (
        {server + path: reason} if reason else {}
    )


def test_a_slow_server_holds_nothing_up(server: str) -> None:
    asked = [f"{server}/slow?{number}" for number in range(20)] + [f"{server}/gone"]
    begun = monotonic()
    assert unanswered(asked, only_the_server, seconds=0.3) == {}
    assert monotonic() - begun < SECONDS_IN_ALL / 10
    assert all(one.daemon for one in threading.enumerate() if one is not threading.main_thread())


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:1/",
        "http://[::1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest",
        "http://localhost/",
    ],
)
def test_a_private_address_is_not_asked(address: str) -> None:
    assert unanswered([address]) == {address: "adresa vnitřní sítě"}


def test_an_odd_address_is_no_failure() -> None:
    odd = ["http://", "http://[", "https://nikde.invalid/", "http://a b/"]
    assert set(unanswered(odd).values()) <= {"server se neozval", "adresa vnitřní sítě"}


def test_each_address_of_a_record_is_listed_once() -> None:
    values = {
        "library_url": "https://a.cz",
        "sources": [{"url": "https://b.cz", "title": "http"}, {"url": "https://a.cz"}],
        "year": 2020,
    }
    links = ("https://c.cz", "https://b.cz", "../methods/rozhovory.md", "mailto:a@a.cz")
    found = list(outgoing_addresses(Version(values, {}, links)))
    assert found == ["https://a.cz", "https://b.cz", "https://c.cz"]
