"""Measure the weight and the speed of the search in Chromium, at the real and at synthetic sizes.

The site of each size is built anew and served compressed from this computer, as a server of static
pages does. Slow 4G is emulated by Chromium: 1.6 Mbit/s and 150 ms to an answer. Of repeated figures
the 95th percentile is printed; „cold“ is a page that has asked nothing yet.
"""

import argparse
import gzip
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles
from threading import Thread

import yaml
from benchmark import environment, make_project
from playwright.sync_api import Browser, Page
from screenshots import QuietHandler
from search_quality import QUERIES, ROOT, browser

SEARCH = "assets/inspirace/search/"
QUESTION = "čtení pro seniory"
ASKED_COLD, RUNS = 20, 5
SLOW_4G = {"latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
KILOBYTE = 1_000
PLACES = {" s": 2, " kB": 1}

BOX = ".site-header .site-search__input"
SETTLED = "[data-results]:not([data-state=loading])"
OPEN = f"""async () => {{
  const {{ openSearch }} = await import(new URL("../{SEARCH}engine.js", location.href));
  window.search = await openSearch();
}}"""
ASK = """async (questions) => {
  const times = [];
  for (const question of questions) {
    const begun = performance.now();
    const { documents } = await search.ask(question);
    await search.records(documents.slice(0, 10));
    times.push(performance.now() - begun);
  }
  return times;
}"""
TYPE = """(question) => new Promise((done) => {
  const box = document.querySelector(".site-header .site-search__input");
  const begun = performance.now();
  new MutationObserver(() => {
    if (box.getAttribute("aria-expanded") === "true") done(performance.now() - begun);
  }).observe(box, { attributes: true });
  box.focus();
  box.value = question;
  box.dispatchEvent(new Event("input", { bubbles: true }));
})"""
CLICK = """(selector) => new Promise((done) => {
  const results = document.querySelector("[data-results]");
  const begun = performance.now();
  new MutationObserver(() => {
    if (results.dataset.state !== "loading") done(performance.now() - begun);
  }).observe(results, { attributeFilter: ["data-state"] });
  document.querySelector(selector).click();
})"""


class CompressingHandler(QuietHandler):
    """Serves texts compressed, as servers of static pages do."""

    def do_GET(self) -> None:  # noqa: N802 - the name that the server calls
        """Answer with a file, compressed but for fonts and pictures."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or path.suffix in {".woff2", ".png", ".jpg"}:
            super().do_GET()
            return
        content = compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@cache
def compressed(path: Path) -> bytes:
    """Return what is sent of a file."""
    return gzip.compress(path.read_bytes(), 6)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on this computer; give its address."""
    handler = partial(CompressingHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Změří váhu a rychlost hledání v prohlížeči.")
    parser.add_argument("-n", type=int, nargs="*", default=[1_000, 10_000], help="kolik případů")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="složka skutečného webu")
    asked = parser.parse_args()
    if not (asked.site / "inovace" / "index.html").is_file():
        print("Nejdřív web sestavte: python3 scripts/build.py", file=sys.stderr)
        return 2
    columns = {"skutečný obsah": measure(asked.site)}
    for count in asked.n:
        with tempfile.TemporaryDirectory() as folder:
            columns[f"{count:,} případů".replace(",", "\N{NO-BREAK SPACE}")] = measure(
                make_site(Path(folder) / "web", count)
            )
    print(table(columns), end="")
    return 0


def make_site(root: Path, count: int) -> Path:
    """Build a site of so many synthetic cases and return its folder."""
    make_project(root, count)
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site")
    subprocess.run(command, cwd=root, env=environment(), check=True)  # noqa: S603 - our own command
    return root / "site"


def measure(site: Path) -> Mapping[str, str]:
    """Return the figures of a site by what they say."""
    files = [one for one in (site / SEARCH).rglob("*") if one.is_file()]
    with served(site) as address, browser() as chromium:
        cold, warm = query_times(chromium, address)
        figures: Mapping[str, tuple[float, str]] = {
            "hledání před použitím (≤ 5 kB)": (script_size(site), " kB"),
            "do první odpovědi (≤ 60 kB)": (first_answer_size(chromium, address, site), " kB"),
            "největší soubor (≤ 100 kB)": (max(map(size, files)), " kB"),
            "dotaz, p95 (≤ 20 ms)": (percentile(warm), " ms"),
            "první dotaz, p95 (≤ 100 ms)": (percentile(cold), " ms"),
            "první odpověď na pomalém 4G (≤ 1,5 s)": (slow_answer(chromium, address), " s"),
            "první klepnutí na výběr (≤ 100 ms)": (
                click(chromium, address, ".facet input:enabled"),
                " ms",
            ),
            "první zobrazení mapy (≤ 500 ms)": (click(chromium, address, "[value=mapa]"), " ms"),
        }
    return {name: written(value, unit) for name, (value, unit) in figures.items()}


def size(path: Path) -> float:
    """Return how many kilobytes are sent of a file."""
    return len(compressed(path)) / KILOBYTE


def script_size(site: Path) -> float:
    """Return the kilobytes of the script of every page: all of it, though search is a part."""
    return size(site / "assets" / "inspirace" / "inspirace.js")


def first_answer_size(chromium: Browser, address: str, site: Path) -> float:
    """Return the kilobytes that suggestions to the first question take."""
    asked: set[str] = set()
    page = prepared(chromium, address)
    page.on("request", lambda request: asked.add(request.url.removeprefix(address).split("?")[0]))
    page.evaluate(TYPE, QUESTION)
    page.context.close()
    return sum(size(site / path) for path in asked if path.startswith(SEARCH))


def query_times(chromium: Browser, address: str) -> tuple[list[float], list[float]]:
    """Return milliseconds of first questions, and of all judged ones asked once more."""
    rows = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))["queries"]
    questions = [row["query"] for row in rows]
    cold: list[float] = []
    for question in questions[:: len(questions) // ASKED_COLD]:
        page = prepared(chromium, address)
        page.evaluate(OPEN)
        cold += page.evaluate(ASK, [question])
        page.context.close()
    page = prepared(chromium, address)
    page.evaluate(OPEN)
    page.evaluate(ASK, questions)
    return cold, page.evaluate(ASK, questions)


def slow_answer(chromium: Browser, address: str) -> float:
    """Return the seconds from going to the box with a question to the suggestions."""

    def seconds() -> float:
        page = prepared(chromium, address)
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.send("Network.emulateNetworkConditions", {"offline": False, **SLOW_4G})
        return float(page.evaluate(TYPE, QUESTION)) / 1_000

    return repeated(seconds)


def click(chromium: Browser, address: str, selector: str) -> float:
    """Return the milliseconds from the first click on the page of results to the results."""

    def milliseconds() -> float:
        page = prepared(chromium, f"{address}inovace/")
        page.wait_for_selector(SETTLED, state="attached")
        page.wait_for_load_state("networkidle")
        return float(page.evaluate(CLICK, selector))

    return repeated(milliseconds)


def repeated(figure: Callable[[], float]) -> float:
    """Return the median of a figure taken several times, each time by a new reader."""
    return median(figure() for _ in range(RUNS))


def prepared(chromium: Browser, address: str) -> Page:
    """Return a page as a new reader has it; the home page's form is not that of the header."""
    page = chromium.new_context().new_page()
    page.goto(address if address.endswith("inovace/") else f"{address}metody/")
    page.wait_for_load_state("networkidle")
    return page


def percentile(times: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(times, n=20, method="inclusive")[-1]


def written(value: float, unit: str) -> str:
    """Return a figure in Czech."""
    return f"{value:.{PLACES.get(unit, 0)}f}{unit}".replace(".", ",")


def table(columns: Mapping[str, Mapping[str, str]]) -> str:
    """Return the figures as a table in Markdown."""
    rows = next(iter(columns.values()))
    lines = [
        f"Python {platform.python_version()}, {platform.machine()}",
        "",
        f"| | {' | '.join(columns)} |",
        f"|---|{'---:|' * len(columns)}",
        *(f"| {row} | {' | '.join(one[row] for one in columns.values())} |" for row in rows),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
