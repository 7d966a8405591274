"""Measure the search of the built site by the judged queries: build it first.

The queries are asked on the page of results in Chromium, as by its address. A third of them is
kept aside: its figures stand apart, and nothing is ever tuned by them. nDCG counts a page of grade
g as 2^g - 1; recall at ten counts how many of the judged pages are among the first ten, or of ten
of them if there are more.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import log2
from pathlib import Path
from statistics import fmean
from urllib.parse import urlencode

import yaml
from playwright.sync_api import Browser, Page, sync_playwright
from screenshots import served

ROOT = Path(__file__).resolve().parents[1]
QUERIES = ROOT / "tests" / "search" / "queries.yml"
PAGE = "inovace/"
ALONE = ("--no-sandbox", "--disable-background-networking")
FIRST = 10
NOTHING = "nothing"
READY = "[data-results]:not([data-state=loading])"
ANSWER = """(list) => [
  list.dataset.state,
  [...list.querySelectorAll("[data-slug]")].map(({ dataset }) => `${dataset.kind}/${dataset.slug}`),
]"""

Answer = tuple[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A query with its grades, and what the search answered."""

    query: str
    kind: str
    held_out: bool
    grades: Mapping[str, int]
    state: str
    found: Sequence[str]

    def ndcg(self) -> float:
        """Return how near the first ten are to the best order possible."""
        best = sorted(self.grades.values(), reverse=True)[:FIRST]
        return _gain(self.grades.get(one, 0) for one in self.found) / _gain(best)

    def reciprocal_rank(self) -> float:
        """Return one over the place of the first page that fits."""
        places = (place for place, one in enumerate(self.found, start=1) if one in self.grades)
        return next((1 / place for place in places), 0.0)

    def recall(self) -> float:
        """Return which share of the pages that fit is among the first ten."""
        return len(self.grades.keys() & set(self.found)) / min(FIRST, len(self.grades))


def _gain(grades: Iterable[int]) -> float:
    ranked = enumerate(grades, start=1)
    return sum(float(2**grade - 1) / log2(place + 1) for place, grade in ranked)


def ask_page(page: Page, address: str, query: str) -> Answer:
    """Return what the page of results says to the query: its state and the first ten results."""
    page.goto(f"{address}{PAGE}?{urlencode({'q': query})}")
    state, found = page.locator(READY).evaluate(ANSWER)
    return state, found[:FIRST]


def ask_all(site: Path, ask: Callable[[Page, str, str], Answer] = ask_page) -> list[Judged]:
    """Return the judged queries with the answers of a site in Chromium."""
    rows = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))["queries"]
    with served(site) as address, browser() as chromium:
        page = chromium.new_page()
        answers = [ask(page, address, row["query"]) for row in rows]
    return [
        Judged(
            query=row["query"],
            kind=row["class"],
            held_out=row.get("held_out", False),
            grades=row["judgements"],
            state=state,
            found=found,
        )
        for row, (state, found) in zip(rows, answers, strict=True)
    ]


@contextmanager
def browser() -> Iterator[Browser]:
    """Give the system's Chromium, without a window."""
    executable = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=ALONE)
        yield chromium
        chromium.close()


def table(judged: Sequence[Judged]) -> str:
    """Return the figures as a table in Markdown: both parts, then every class of the first."""
    tuned = [one for one in judged if not one.held_out]
    lines = [
        "| dotazy | počet | nDCG@10 | MRR | úplnost@10 | bez odpovědi |",
        "|---|---:|---:|---:|---:|---:|",
        _row("ladicí dvě třetiny", tuned),
        _row("odložená třetina", [one for one in judged if one.held_out]),
    ]
    kinds = dict.fromkeys(one.kind for one in judged if one.kind != NOTHING)
    lines += [_row(f"ladicí: {kind}", [one for one in tuned if one.kind == kind]) for kind in kinds]
    silent = [one for one in judged if one.kind == NOTHING]
    states = ", ".join(
        f"{sum(one.state == state for one in silent)} × {words}"
        for state, words in (("empty", "nic"), ("approximate", "přibližně"), ("ready", "něco"))
    )
    return "\n".join(
        (*lines, "", f"Dotazy, ke kterým v katalogu nic není ({len(silent)}): {states}.")
    )


def _row(name: str, judged: Sequence[Judged]) -> str:
    useful = [one for one in judged if one.kind != NOTHING]
    measures: Sequence[Callable[[Judged], float]] = (
        Judged.ndcg,
        Judged.reciprocal_rank,
        Judged.recall,
    )
    figures = [f"{fmean(map(measure, useful)):.3f}" for measure in measures]
    empty = fmean(one.state == "empty" for one in useful)
    row = f"| {name} | {len(useful)} | {' | '.join(figures)} | {empty:.1%} |"
    return row.replace(".", ",").replace("%", "\N{NO-BREAK SPACE}%")


def main() -> int:
    """Print the table, or the answers of the queries that are not held out."""
    parser = argparse.ArgumentParser(description="Změří hledání v sestaveném webu.")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="složka webu")
    parser.add_argument("--answers", action="store_true", help="vypíše odpovědi ladicích dotazů")
    parser.add_argument(
        "--least", type=float, default=0.0, help="nejmenší nDCG@10 odložené třetiny, jinak chyba"
    )
    asked = parser.parse_args()
    if not (asked.site / PAGE / "index.html").is_file():
        print("Nejdřív web sestavte: python3 scripts/build.py", file=sys.stderr)
        return 2
    judged = ask_all(asked.site)
    if asked.answers:
        for one in judged:
            if not one.held_out and one.grades:
                print(json.dumps([round(one.ndcg(), 2), one.kind, one.query, one.state, one.found]))
    print(table(judged))
    useful = [one for one in judged if one.held_out and one.kind != NOTHING]
    return int(fmean(map(Judged.ndcg, useful)) < asked.least)


if __name__ == "__main__":
    sys.exit(main())
