"""Compare the search of the built site with Material's own and with Pagefind: build it first.

All three are given the same pages, those of innovations and methods as the site draws them, and
the same judged queries, asked in Chromium the way a reader does. Material's index is built by
stock MkDocs; Pagefind is a program of its own (`pip install pagefind[bin]`), and where it is not
installed its row is left out.
"""

import argparse
import gzip
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from benchmark import environment
from playwright.sync_api import Page, Request
from screenshots import served
from search_quality import FIRST, NOTHING, ROOT, Answer, Judged, ask_all, ask_page, browser

KINDS: Mapping[str, str] = {"inovace": "innovation", "metody": "method"}
ARTICLE = re.compile(r'<article class="record">.*?</article>', re.DOTALL)
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
ADDRESS = re.compile(r"/(inovace|metody)/([^/]+)/")
FIRST_QUESTION = "čtení pro seniory"

STOCK_SETTINGS = """\
site_name: Inspirace
theme: {name: material, language: cs, font: false, features: [navigation.prune]}
plugins: [search]
nav: [index.md]
not_in_nav: "*"
"""
TYPED = "input[data-md-component=search-query]"
RESULTS = """async ([query, first]) => {
  const list = document.querySelector("[data-md-component=search-result]");
  const meta = list.querySelector(".md-search-result__meta");
  const input = document.querySelector("input[data-md-component=search-query]");
  meta.textContent = "waiting";
  input.value = query;
  input.dispatchEvent(new Event("keyup", { bubbles: true }));
  for (let turn = 0; turn < 100 && meta.textContent === "waiting"; turn += 1) {
    await new Promise((go) => setTimeout(go, 20));
  }
  await new Promise((go) => setTimeout(go, 60));
  const links = list.querySelectorAll(".md-search-result__item > a, .md-search-result__item a");
  return [...new Set([...links].map((link) => new URL(link.href).pathname))].slice(0, first);
}"""
ASK_PAGEFIND = """async ([query, first]) => {
  const { search } = await import("/pagefind/pagefind.js");
  const { results } = await search(query);
  const found = await Promise.all(results.slice(0, first).map((one) => one.data()));
  return found.map((one) => one.url);
}"""


@dataclass(frozen=True, slots=True)
class Rival:
    """A search to compare: its site and how it is asked."""

    name: str
    site: Path
    ask: Callable[[Page, str, str], Answer]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Porovná hledání s Materialem a s Pagefindem.")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="složka webu")
    site: Path = parser.parse_args().site
    if not (site / "inovace" / "index.html").is_file():
        print("Nejdřív web sestavte: python3 scripts/build.py", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        rivals = list(make_rivals(site, Path(folder)))
        rows = [measured(one) for one in rivals]
    print(table(rows))
    return 0


def make_rivals(site: Path, folder: Path) -> Iterator[Rival]:
    """Yield the three searches, those of others made of the site's pages in the folder."""
    yield Rival("Inspirace", site, ask_page)
    yield Rival("Material", make_material(site, folder / "material"), ask_material)
    if make_pagefind(site, folder / "pagefind"):
        yield Rival("Pagefind", folder / "pagefind", ask_pagefind)


def record_pages(site: Path) -> Iterator[Path]:
    """Yield the pages of innovations and methods."""
    for folder in KINDS:
        for page in sorted((site / folder).glob("*/index.html")):
            if ARTICLE.search(page.read_text("utf-8")):
                yield page


def make_material(site: Path, root: Path) -> Path:
    """Return the site that stock Material builds of the same pages."""
    (root / "docs").mkdir(parents=True)
    (root / "docs" / "index.md").write_text("# Inspirace\n", "utf-8")
    (root / "mkdocs.yml").write_text(STOCK_SETTINGS, "utf-8")
    for page in record_pages(site):
        html = page.read_text("utf-8")
        [article], [title] = ARTICLE.findall(html), HEADING.findall(html)[:1]
        # one block of HTML: an empty line would begin Markdown again
        body = re.sub(r"\n\s*\n+", "\n", HEADING.sub("", article))
        target = root / "docs" / page.parent.relative_to(site).with_suffix(".md")
        target.parent.mkdir(exist_ok=True)
        target.write_text(f"# {title}\n\n{body}\n", "utf-8")
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    subprocess.run(command, cwd=root, check=True, env=environment())  # noqa: S603 - our own
    return root / "site"


def make_pagefind(site: Path, root: Path) -> bool:
    """Copy the pages and have Pagefind make its index of them; return whether it is there."""
    for page in record_pages(site):
        target = root / page.relative_to(site)
        target.parent.mkdir(parents=True)
        [article] = ARTICLE.findall(page.read_text("utf-8"))
        target.write_text(f'<html lang="cs"><body>{article}</body></html>', "utf-8")
    (root / "index.html").write_text('<html lang="cs"><body></body></html>', "utf-8")
    command = (sys.executable, "-m", "pagefind", "--site", str(root), "--silent")
    done = subprocess.run(command, check=False, stderr=subprocess.DEVNULL)  # noqa: S603 - likewise
    return done.returncode == 0


def ask_material(page: Page, address: str, query: str) -> Answer:
    """Return what Material's search box shows."""
    if page.url != address:
        page.goto(address)
        page.evaluate("document.querySelector('[data-md-toggle=search]').click()")
        page.locator(TYPED).focus()
        page.wait_for_timeout(1_000)
    return _answer(page.evaluate(RESULTS, [query, FIRST]))


def ask_pagefind(page: Page, address: str, query: str) -> Answer:
    """Return what Pagefind finds."""
    if page.url != address:
        page.goto(address)
    return _answer(page.evaluate(ASK_PAGEFIND, [query, FIRST]))


def _answer(addresses: Sequence[str]) -> Answer:
    found = (ADDRESS.search(address) for address in addresses)
    names = dict.fromkeys(f"{KINDS[one[1]]}/{one[2]}" for one in found if one)
    return ("ready" if names else "empty"), list(names)


def measured(rival: Rival) -> tuple[str, Sequence[Judged], int]:
    """Return the rival's name, its answers, and the bytes of its first answer."""
    return rival.name, ask_all(rival.site, rival.ask), first_answer_bytes(rival)


def first_answer_bytes(rival: Rival) -> int:
    """Return how many bytes, compressed, a new reader loads for the first answer, page included."""
    sent: dict[str, int] = {}

    def note(request: Request) -> None:
        response = request.response()
        if response and response.ok and response.url not in sent:
            sent[response.url] = len(gzip.compress(response.body(), 6))

    with served(rival.site) as address, browser() as chromium:
        page = chromium.new_page()
        page.on("requestfinished", note)
        rival.ask(page, address, FIRST_QUESTION)
        page.wait_for_load_state("networkidle")
    return sum(sent.values())


def table(rows: Sequence[tuple[str, Sequence[Judged], int]]) -> str:
    """Return the figures as a table in Markdown."""
    kinds = dict.fromkeys(one.kind for one in rows[0][1] if one.kind != NOTHING)
    lines = [
        f"| | {' | '.join(name for name, _, _ in rows)} |",
        f"|---|{'---:|' * len(rows)}",
        _line("nDCG@10, odložená třetina", rows, lambda one: one.held_out, Judged.ndcg),
        _line("nDCG@10, všechny dotazy", rows, _any, Judged.ndcg),
        _line("MRR", rows, _any, Judged.reciprocal_rank),
        _line("úplnost@10", rows, _any, Judged.recall),
        _line("bez odpovědi", rows, _any, lambda one: float(one.state == "empty")),
        *(_line(f"nDCG@10: {kind}", rows, _of(kind), Judged.ndcg) for kind in kinds),
    ]
    cells = (f"{size / 1_000:.0f} kB" for _, _, size in rows)
    return "\n".join((*lines, f"| první odpověď | {' | '.join(cells)} |"))


def _any(_: Judged) -> bool:
    return True


def _of(kind: str) -> Callable[[Judged], bool]:
    return lambda one: one.kind == kind


def _line(
    label: str,
    rows: Sequence[tuple[str, Sequence[Judged], int]],
    chosen: Callable[[Judged], bool],
    measure: Callable[[Judged], float],
) -> str:
    useful = ([one for one in judged if one.kind != NOTHING] for _, judged, _ in rows)
    figures = (fmean(measure(one) for one in some if chosen(one)) for some in useful)
    return f"| {label} | {' | '.join(f'{one:.3f}'.replace('.', ',') for one in figures)} |"


if __name__ == "__main__":
    sys.exit(main())
