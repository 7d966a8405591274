"""Outgoing links: what answers is silent, what does not says why, nothing private is asked."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from inspirace.review.changes import Version
from inspirace.review.outgoing import outgoing_addresses, unanswered

STATUSES = {"/ok": 200, "/gone": 404, "/men-only": 403, "/broken": 500}


class _Handler(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        status = 405 if self.path == "/no-head" else STATUSES.get(self.path, 200)
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:1/inside")
        else:
            self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(STATUSES.get(self.path, 200))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the base class
        """Stay silent."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://localhost:{running.server_port}"
        running.shutdown()


def only_localhost(host: str) -> bool:
    return host == "localhost"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param("/ok", None, id="answers"),
        pytest.param("/no-head", None, id="answers-a-get-only"),
        pytest.param("/men-only", None, id="refuses-machines"),
        pytest.param("/gone", "odpověď 404", id="gone"),
        pytest.param("/broken", "odpověď 500", id="broken"),
        pytest.param("/away", "adresa vnitřní sítě", id="leads-to-a-private-one"),
    ],
)
def test_an_address_answers_or_says_why_not(server: str, path: str, reason: str | None) -> None:
    assert unanswered([server + path], only_localhost) == (
        {server + path: reason} if reason else {}
    )


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
    assert list(outgoing_addresses(Version(values, {}))) == ["https://a.cz", "https://b.cz"]
