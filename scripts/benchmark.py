"""Measure builds of synthetic catalogues against stock Material on the same cases.

Whole processes, run in turn on the same machine: stock Material with the cases in its navigation
(up to a size that it survives), stock Material with the cases outside of it, and the catalogue.
"""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from synthetic_cases import write_cases

PROJECT = Path(__file__).resolve().parents[1]
CASES = Path("content") / "innovations"
LARGEST_NAVIGATION = 1_000  # stock Material needs about fifty minutes for ten thousand
MEGABYTE = 1_000_000

STOCK_SETTINGS = """\
site_name: Inspirace
docs_dir: content
theme: {name: material, language: cs, font: false}
exclude_docs: |
  /vocabularies/
  /schema/
  /*.yml
"""
_LINK_TO_CASE = re.compile(r"(\]\([^()\s]*innovations/)[^()\s]+(?=\))|(innovation: ).+")

OUTSIDE = "nav: [index.md]\nnot_in_nav: |\n  *\n"


@dataclass(frozen=True)
class Run:
    """One finished process: wall seconds, and megabytes of its largest process (0 if unknown)."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Row:
    """What was measured: medians over the runs."""

    name: str
    cases: int
    seconds: float
    megabytes: float
    output_megabytes: float


@dataclass(frozen=True)
class Step:
    """One thing to measure: what to do before, what to run, where its output is."""

    name: str
    prepare: Callable[[], None]
    command: tuple[str, ...]
    folder: Path
    output: Path | None = None


def main() -> int:
    """Write cases or measure them; print a table or JSON."""
    asked = parse_arguments()
    if asked.write:
        write_cases(PROJECT, asked.write, asked.n[0])
        return 0
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            row
            for count in asked.n
            for row in measure(Path(folder) / str(count), count, asked.runs)
        ]
    print(
        json.dumps([asdict(row) for row in rows], indent=2) if asked.json else table(rows), end=""
    )
    return 0


def parse_arguments() -> argparse.Namespace:
    """Return what to measure."""
    parser = argparse.ArgumentParser(description="Změří stavbu webu na vymyšlených případech.")
    parser.add_argument("-n", type=int, nargs="+", default=[1_000], help="kolik případů")
    parser.add_argument("--runs", type=int, default=3, help="kolikrát; výsledkem je medián")
    parser.add_argument("--json", action="store_true", help="čísla pro programy")
    parser.add_argument("--write", type=Path, metavar="SLOŽKA", help="jen zapíše případy do složky")
    return parser.parse_args()


def measure(folder: Path, count: int, runs: int) -> Iterator[Row]:
    """Yield the figures of one size; the steps are run in turn, so that all share the weather."""
    steps = tuple(make_steps(folder, count))
    code = (sys.executable, "-c", "import inspirace.load, inspirace.site.publish")
    run(Step("compile", nothing, code, folder))
    finished: Mapping[str, list[Run]] = {step.name: [] for step in steps}
    for _ in range(runs):
        for step in steps:
            step.prepare()
            finished[step.name].append(run(step))
    for step in steps:
        done = finished[step.name]
        yield Row(
            step.name,
            count,
            round(median(one.seconds for one in done), 3),
            round(max(one.megabytes for one in done), 1),
            round(size(step.output) / MEGABYTE, 1) if step.output else 0.0,
        )


def make_steps(folder: Path, count: int) -> Iterator[Step]:
    """Yield what is measured at one size, with its project made in the folder."""
    ours, stock = folder / "ours", folder / "stock"
    make_project(ours, count)
    make_stock(stock, ours)
    build = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site")
    inside, outside = stock / "inside.yml", stock / "outside.yml"
    if count <= LARGEST_NAVIGATION:
        command = (*build, "--config-file", inside.name)
        yield Step("material-navigation", lambda: forget(stock), command, stock, stock / "site")
    command = (*build, "--config-file", outside.name)
    yield Step("material-outside", lambda: forget(stock), command, stock, stock / "site")
    case = sorted((ours / CASES).glob("*.md"))[count // 2]
    strict = (*build, "--strict")
    yield Step("cold", lambda: forget(ours), strict, ours, ours / "site")
    yield Step("nothing-changed", nothing, strict, ours, ours / "site")
    yield Step("one-case-edited", lambda: edit(case), strict, ours, ours / "site")
    yield Step("check", nothing, (sys.executable, "-m", "inspirace", "check"), ours)


def make_project(root: Path, count: int) -> None:
    """Make a project with our settings, our prose without links to cases, and new cases."""
    shutil.copytree(
        PROJECT / "content", root / "content", ignore=shutil.ignore_patterns("innovations")
    )
    shutil.copytree(PROJECT / "hooks", root / "hooks")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    write_cases(PROJECT, root / CASES, count)
    slug = min(path.stem for path in (root / CASES).glob("*.md"))
    content = root / "content"
    lists = (*content.glob("*.yml"), *content.glob("vocabularies/*.yml"))
    for path in (*content.rglob("*.md"), *lists):
        if path.parent != root / CASES:
            relink(path, slug)


def relink(path: Path, slug: str) -> None:
    """Let what leads to the real cases lead to a synthetic one."""
    text = path.read_text("utf-8")
    text = _LINK_TO_CASE.sub(
        lambda found: f"{found[1]}{slug}.md" if found[1] else f"{found[2]}{slug}", text
    )
    path.write_text(text, encoding="utf-8")


def make_stock(root: Path, ours: Path) -> None:
    """Make a project of the same files with the generator's own means."""
    root.mkdir(parents=True)
    shutil.copytree(ours / "content", root / "content")
    (root / "inside.yml").write_text(STOCK_SETTINGS, encoding="utf-8")
    (root / "outside.yml").write_text(STOCK_SETTINGS + OUTSIDE, encoding="utf-8")


def forget(project: Path) -> None:
    """Take what was built before out of the way; a deleted one would slow down who writes next."""
    # ext4 passes over what was deleted in the last seconds one by one
    away = Path(tempfile.mkdtemp(prefix="before-", dir=project.parent))
    for name in ("site", ".cache"):
        if (project / name).exists():
            (project / name).rename(away / name)


def nothing() -> None:
    """Leave everything as the run before left it."""


def edit(case: Path) -> None:
    """Change one sentence of a case, another one each time."""
    text = case.read_text("utf-8")
    case.write_text(f"{text}\nUpraveno v {time.monotonic_ns()}.\n", encoding="utf-8")


def run(step: Step) -> Run:
    """Return how long the step's process took and how large it or a child of it grew."""
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - the commands are our own
        step.command, cwd=step.folder, env=environment(), stdout=subprocess.DEVNULL
    )
    kilobytes = 0
    if hasattr(os, "wait4"):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        kilobytes = usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    else:
        process.wait()
    seconds = time.perf_counter() - started
    if process.returncode:
        raise SystemExit(f"Krok {step.name} skončil chybou {process.returncode}.")
    return Run(seconds, kilobytes * 1024 / MEGABYTE)


def environment() -> dict[str, str]:
    """Return the environment of a reader's machine: the code is compiled only once."""
    own = {"PYTHONPATH": str(PROJECT / "src"), "NO_MKDOCS_2_WARNING": "1"}
    left_out = {"PYTHONDONTWRITEBYTECODE", "SITE_URL", "REPO_URL", "SOURCE_DATE_EPOCH"}
    return {name: value for name, value in os.environ.items() if name not in left_out} | own


def size(folder: Path) -> int:
    """Return how many bytes the files of a folder have."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def table(rows: list[Row]) -> str:
    """Return the figures as a table in Markdown, with ratios against stock Material."""
    lines = [
        f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} jádra",
        "",
        "| případů | co | sekund | × v navigaci | × mimo ni | paměť MB | web MB |",
        "|---|---|---|---|---|---|---|",
    ]
    seconds = {(row.name, row.cases): row.seconds for row in rows}
    for row in rows:
        against = (
            ratio(seconds.get((name, row.cases)), row.seconds)
            for name in ("material-navigation", "material-outside")
        )
        cells = (
            row.cases,
            row.name,
            f"{row.seconds:.2f}",
            *against,
            row.megabytes,
            row.output_megabytes,
        )
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    sizes = sorted({row.cases for row in rows})
    if len(sizes) > 1:
        growth = seconds["cold", sizes[-1]] / seconds["cold", sizes[0]]
        lines += ["", f"Růst od {sizes[0]} k {sizes[-1]} případům: {growth:.1f}×"]
    return "\n".join(lines) + "\n"


def ratio(other: float | None, own: float) -> str:
    """Return how many times the other one takes as long."""
    return f"{other / own:.1f}" if other else "–"


if __name__ == "__main__":
    sys.exit(main())
