"""The command `check`: everything in the catalogue that has to be repaired."""

import argparse
import os
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from inspirace.arguments import UsageError, add_paths, add_root, find_root, inside, is_wanted
from inspirace.cache import CACHE, Speed
from inspirace.commands.surroundings import (
    add_to_job_summary,
    links_to_explanations,
    source_address,
)
from inspirace.commands.watching import pause, watch
from inspirace.czech import counted, join_and
from inspirace.diagnostics import Diagnostic, has_errors
from inspirace.explanations.texts import Links
from inspirace.load import LoadResult, load_catalogue
from inspirace.repair.fields import MECHANICAL
from inspirace.reporters import (
    most_urgent_first,
    report_explanations,
    report_github,
    report_job_summary,
    report_json,
    report_sarif,
    report_text,
)

DESCRIPTION = "Projde obsah katalogu a vypíše všechno, co je potřeba opravit."
_FORMAT = (
    "podoba výpisu: text pro lidi (výchozí), json a sarif pro programy, github pro kontrolu na"
    " GitHubu"
)
_CHANGED = (
    "seznam změněných souborů, každý na svém řádku; jejich chyby vypíše github první (- čte"
    " seznam ze vstupu)"
)
_WATCH = "po každé změně souboru zkontroluje znovu; ukončíte klávesami Ctrl+C"
_REPAIRED = frozenset({*MECHANICAL, "byte-order-mark", "windows-line-ends", "not-utf8"})


def report_with_explanations(diagnostics: Sequence[Diagnostic], links: Links) -> str:
    """Return the report for people, with what repairs it and where its codes are explained."""
    repairs = any(one.code in _REPAIRED for one in diagnostics)
    hint = "Co jde opravit samo, opraví: inspirace fix\n" if repairs else ""
    return report_text(diagnostics) + hint + report_explanations(diagnostics, links)


REPORTERS: Mapping[str, Callable[[Sequence[Diagnostic], Links], str]] = {
    "text": report_with_explanations,
    "json": report_json,
    "github": report_github,
    "sarif": report_sarif,
}
WITH_VERDICT = frozenset({"text", "github"})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `check`."""
    add_paths(parser)
    parser.add_argument(
        "--format", choices=tuple(REPORTERS), default="text", metavar="PODOBA", help=_FORMAT
    )
    parser.add_argument("--changed", metavar="SOUBOR", help=_CHANGED)
    parser.add_argument("--watch", action="store_true", help=_WATCH)
    add_root(parser)


def run(asked: argparse.Namespace) -> int:
    """Check the catalogue and print the report."""
    if asked.changed is not None and asked.format != "github":
        raise UsageError("--changed patří k --format github.")
    if asked.watch and asked.format != "text":
        raise UsageError("--watch patří k --format text.")
    root = find_root(asked.root)
    wanted = [inside(root, path) for path in asked.paths]
    changed_paths = _listed(asked.changed)
    if asked.watch:
        return watch(root / "content", lambda: _check(root, wanted, "text", ()), pause)
    return _check(root, wanted, asked.format, changed_paths)


def _check(root: Path, wanted: Collection[str], output: str, changed: Collection[str]) -> int:
    loaded = load_catalogue(root, Speed(root / CACHE))
    found = tuple(one for one in loaded.diagnostics if is_wanted(one.location.path, wanted))
    verdict = _verdict(loaded, found)
    links = links_to_explanations()
    if output == "github":
        found = most_urgent_first(found, changed)
        add_to_job_summary(report_job_summary(found, verdict, source_address(), links))
    print(REPORTERS[output](found, links), end="")
    if output in WITH_VERDICT:
        print(verdict, end="")
    return 1 if has_errors(found) else 0


def _listed(written: str | None) -> frozenset[str]:
    """Return the paths of a list that git has written, one a line or ended with NUL."""
    if written is None:
        return frozenset()
    try:
        content = sys.stdin.buffer.read() if written == "-" else Path(written).read_bytes()
    except OSError as error:
        raise UsageError(f"Seznam změněných souborů „{written}“ nejde přečíst.") from error
    end = b"\0" if b"\0" in content else b"\n"
    return frozenset(os.fsdecode(path.rstrip(b"\r")) for path in content.split(end))


def _verdict(loaded: LoadResult, found: Sequence[Diagnostic]) -> str:
    """Return the last line of a report without errors: what is good."""
    if has_errors(found):
        return ""
    innovations, methods = loaded.catalogue.innovations, loaded.catalogue.methods
    counts = (
        counted(len(innovations), "inovace", "inovace", "inovací"),
        counted(len(methods), "metoda", "metody", "metod"),
    )
    return f"Bez chyb: {join_and(counts)}.\n"
