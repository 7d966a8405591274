"""The command `inspirace`: the one module that prints and leaves with an exit status."""

import os
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path

from inspirace import __version__
from inspirace.arguments import UsageError, parse_arguments
from inspirace.cache import CACHE, Speed
from inspirace.codes import CODES
from inspirace.czech import best_match, counted, join_and, number
from inspirace.diagnostics import Diagnostic, has_errors
from inspirace.explanations.texts import Links, explanation_links
from inspirace.load import LoadResult, load_catalogue
from inspirace.reporters import (
    most_urgent_first,
    report_explanation,
    report_explanations,
    report_github,
    report_job_summary,
    report_json,
    report_sarif,
    report_text,
)

GOOD, CONTENT_ERROR, WRONG_USE = 0, 1, 2
SITE_NAME = "Inspirace pro knihovny"  # of a site that another generator has built


def _report_text(diagnostics: Sequence[Diagnostic], links: Links) -> str:
    return report_text(diagnostics) + report_explanations(diagnostics, links)


REPORTERS: Mapping[str, Callable[[Sequence[Diagnostic], Links], str]] = {
    "text": _report_text,
    "json": report_json,
    "github": report_github,
    "sarif": report_sarif,
}
WITH_VERDICT = frozenset({"text", "github"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 for good or warnings only, 1 for errors, 2 for wrong use."""
    _speak_utf8()
    try:
        asked = parse_arguments(
            sys.argv[1:] if arguments is None else arguments, REPORTERS, __version__
        )
        if asked.command == "explain":
            return _explain(asked.codes)
        root = _find_root(asked.root)
        if asked.command == "check":
            return _check(root, asked.paths, asked.format, asked.changed)
        if asked.command == "intake":
            return _intake(root, asked.event, asked.answer, asked.proposal)
        return _render(root, Path(asked.site_dir))
    except UsageError as error:
        print(error, file=sys.stderr)
        return WRONG_USE


def _check(root: Path, paths: Iterable[str], output: str, changed: str | None) -> int:
    wanted = [_inside(root, path) for path in paths]
    changed_paths = _listed(changed)
    loaded = load_catalogue(root, Speed(root / CACHE))
    found = tuple(one for one in loaded.diagnostics if _is_wanted(one.location.path, wanted))
    verdict = _verdict(loaded, found)
    links = _explanation_links()
    if output == "github":
        found = most_urgent_first(found, changed_paths)
        _add_to_job_summary(report_job_summary(found, verdict, _source(), links))
    print(REPORTERS[output](found, links), end="")
    if output in WITH_VERDICT:
        print(verdict, end="")
    return CONTENT_ERROR if has_errors(found) else GOOD


def _explain(codes: Iterable[str]) -> int:
    for code in codes:
        if code not in CODES:
            meant = best_match(code, CODES)
            advice = (
                f"Nemá to být {meant}?" if meant else "Kód stojí v hranaté závorce za hlášením."
            )
            raise UsageError(f"Kód „{code}“ kontrola nemá. {advice}")
    print("\n\n".join(map(report_explanation, codes)), end="")
    return GOOD


def _explanation_links() -> Links:
    site = os.environ.get("SITE_URL", "")
    return explanation_links(f"{site.rstrip('/')}/" if site else "", _source())


def _render(root: Path, site_dir: Path) -> int:
    if not site_dir.is_dir():
        raise UsageError(f"Složka webu „{site_dir}“ neexistuje. Nejdřív ať ji postaví generátor.")
    loaded = load_catalogue(root)
    if has_errors(loaded.diagnostics):
        print(_report_text(loaded.diagnostics, _explanation_links()), end="")
        return CONTENT_ERROR
    # Without what draws the pages, a check starts in two thirds of the time.
    from inspirace.site.publish import PublishError, publish, site_settings  # noqa: PLC0415

    site = site_settings(SITE_NAME, os.environ.get("SITE_URL", ""), os.environ.get("REPO_URL", ""))
    try:
        report = publish(site_dir, site_dir, loaded.catalogue, site)
    except PublishError as error:
        print(error, file=sys.stderr)
        return CONTENT_ERROR
    print(
        f"Katalog je nakreslený. Změněných souborů: {number(report.written)},"
        f" beze změny: {number(report.unchanged)}, odstraněných: {number(report.removed)}."
    )
    return GOOD


def _intake(root: Path, event: str, answer: str | None, proposal: str | None) -> int:
    # Without what makes forms, a check starts sooner.
    from inspirace.intake.event import EventError, read_issue  # noqa: PLC0415
    from inspirace.intake.outcome import CatalogueError, proposal_text  # noqa: PLC0415
    from inspirace.intake.take_in import take_in  # noqa: PLC0415

    for target in filter(None, (answer, proposal)):
        if not Path(target).parent.is_dir():
            raise UsageError(f"Složka pro soubor „{target}“ neexistuje.")
    try:
        issue = read_issue(Path(event))
        outcome = take_in(root, issue)
    except EventError as error:
        raise UsageError(str(error)) from error
    except CatalogueError as error:
        print(error, file=sys.stderr)
        return CONTENT_ERROR
    if proposal:
        Path(proposal).write_text(proposal_text(issue.number, outcome), "utf-8", newline="\n")
    if answer:
        Path(answer).write_text(outcome.answer, "utf-8", newline="\n")
    else:
        print(outcome.answer, end="")
    return GOOD if outcome.is_good else CONTENT_ERROR


def _find_root(written: str) -> Path:
    root = Path(written)
    if not (root / "content" / "schema").is_dir():
        raise UsageError(
            f"Ve složce „{root.absolute()}“ katalog není: chybí v ní content/schema."
            "\nPřejděte do složky katalogu, nebo ji zadejte přepínačem --root."
        )
    return root


def _inside(root: Path, written: str) -> str:
    """Return the path relative to the root, or raise UsageError."""
    path = Path(written)
    if not os.path.lexists(path):
        raise UsageError(f"Soubor nebo složka „{written}“ neexistuje.")
    # not resolve(): a broken link or a link out of the folder is still a file of the catalogue
    absolute, top = (Path(os.path.normpath(one.absolute())) for one in (path, root))
    if not absolute.is_relative_to(top):
        raise UsageError(f"„{written}“ leží mimo složku katalogu „{top}“.")
    return absolute.relative_to(top).as_posix()


def _is_wanted(path: str, wanted: Collection[str]) -> bool:
    return not wanted or any(one in (".", path) or path.startswith(f"{one}/") for one in wanted)


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


def _source() -> str:
    """Return where GitHub shows the files of the version that it has us check, or nothing."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (os.environ.get(name, "") for name in names)
    return f"{server}/{repository}/blob/{commit}/" if server and repository and commit else ""


def _add_to_job_summary(markdown: str) -> None:
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        with Path(path).open("a", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(markdown)


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


def _speak_utf8() -> None:
    # A console of an old Windows has another encoding; Czech must not end in a traceback.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
