"""The live server: what is saved shows up, what is broken keeps its last good text."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest
from building import environment
from support import MakeRoot

pytestmark = pytest.mark.site

CASE = "content/innovations/cteni-s-pejsky.md"
CASE_PAGE = "inovace/cteni-s-pejsky/"
PAGES = ("", "inovace/", CASE_PAGE, "metody/rozhovory/", "o-projektu/")
WATCHED = ("content", "hooks/overrides", "inspirace/static", "inspirace/templates")
PATIENCE = 30.0


@dataclass(frozen=True)
class Server:
    """A running live server, the project it serves, what it logs, its temporary folders."""

    root: Path
    url: str
    log: Path
    temporary: Path

    def get(self, address: str) -> str:
        """Return a page; anything but 200 within a second is an error."""
        with urlopen(self.url + address, timeout=1) as response:  # noqa: S310 - our own address
            assert response.status == 200
            text: str = response.read().decode()
            return text

    def logged(self) -> str:
        """Return all that was logged so far."""
        return self.log.read_text(encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """Change a file of the project, as an editor that saves does."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")


def wait_until(happens: Callable[[], bool]) -> None:
    """Wait until something happens; a long time is an error."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if happens():
                return
        except OSError:
            pass  # not up yet, or building
        time.sleep(0.05)
    pytest.fail("it did not happen")


def free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port: int = bound.getsockname()[1]
        return port


@pytest.fixture(params=["mkdocs", "properdocs"])
def server(request: pytest.FixtureRequest, make_root: MakeRoot, tmp_path: Path) -> Iterator[Server]:
    """Return a running server of a fresh copy of the fixture catalogue."""
    root, port = make_root(), free_port()
    running = Server(root, f"http://127.0.0.1:{port}/", tmp_path / "log.txt", tmp_path / "tmp")
    running.temporary.mkdir()
    arguments = ("serve", "--strict", "-f", "mkdocs.yml", "-a", f"127.0.0.1:{port}")
    with running.log.open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", request.param, *arguments],
            cwd=root,
            env=environment({"TMPDIR": str(running.temporary)}),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until(lambda: running.get("") != "")
        yield running
    finally:
        process.terminate()
        process.wait(timeout=10)


def test_a_day_at_the_server(server: Server) -> None:
    assert "livereload" in server.get(CASE_PAGE)
    assert [name for name in WATCHED if name not in server.logged()] == []
    temporary = set(server.temporary.iterdir())

    server.replace(CASE, "title: Čtení s pejsky", "title: Předčítání pejskům")
    wait_until(lambda: "<h1>Předčítání pejskům" in server.get(CASE_PAGE))

    good = {address: drop_script(server.get(address)) for address in PAGES}
    server.replace(CASE, "status: bezi\n", "")
    wait_until(lambda: f"{CASE}:1:1: chyba: " in server.logged())
    assert {address: drop_script(server.get(address)) for address in PAGES} == good

    server.replace(CASE, "title: Předčítání pejskům", "status: bezi\ntitle: Odpoledne pejsků")
    wait_until(lambda: "<h1>Odpoledne pejsků" in server.get(CASE_PAGE))

    server.replace("hooks/overrides/partials/footer.html", "Kdo za ní stojí", "Kdo to dělá")
    wait_until(lambda: all("Kdo to dělá" in server.get(address) for address in PAGES))

    server.replace("hooks/overrides/partials/footer.html", "Kdo to dělá", "{% neznámá")
    wait_until(lambda: "TemplateSyntaxError" in server.logged())
    assert all("Kdo to dělá" in server.get(address) for address in PAGES)
    assert set(server.temporary.iterdir()) == temporary


def drop_script(html: str) -> str:
    """Return a page without the server's own script, which has a new number each time."""
    return html.partition("<script>\nvar livereload")[0]
