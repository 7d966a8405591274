"""The command `inspirace`: the one module that prints and leaves with an exit status."""

import os
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path

from inspirace import __version__
from inspirace.arguments import UsageError, parse_arguments
from inspirace.czech import counted, join_and, number
from inspirace.diagnostics import Diagnostic, has_errors
from inspirace.load import LoadResult, load_catalogue
from inspirace.publish import PublishError, publish, site_settings
from inspirace.reporters import report_json, report_text

GOOD, CONTENT_ERROR, WRONG_USE = 0, 1, 2
SITE_NAME = "Inspirace pro knihovny"  # of a site that another generator has built

REPORTERS: Mapping[str, Callable[[Sequence[Diagnostic]], str]] = {
    "text": report_text,
    "json": report_json,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 for good or warnings only, 1 for errors, 2 for wrong use."""
    _speak_utf8()
    try:
        asked = parse_arguments(
            sys.argv[1:] if arguments is None else arguments, REPORTERS, __version__
        )
        root = _find_root(asked.root)
        if asked.command == "check":
            return _check(root, asked.paths, asked.format)
        return _render(root, Path(asked.site_dir))
    except UsageError as error:
        print(error, file=sys.stderr)
        return WRONG_USE


def _check(root: Path, paths: Iterable[str], output: str) -> int:
    wanted = [_inside(root, path) for path in paths]
    loaded = load_catalogue(root)
    found = [one for one in loaded.diagnostics if _is_wanted(one.location.path, wanted)]
    print(REPORTERS[output](found), end="")
    if output == "text":
        print(_verdict(loaded, found), end="")
    return CONTENT_ERROR if has_errors(found) else GOOD


def _render(root: Path, site_dir: Path) -> int:
    if not site_dir.is_dir():
        raise UsageError(f"Složka webu „{site_dir}“ neexistuje. Nejdřív ať ji postaví generátor.")
    loaded = load_catalogue(root)
    if has_errors(loaded.diagnostics):
        print(report_text(loaded.diagnostics), end="")
        return CONTENT_ERROR
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


def _verdict(loaded: LoadResult, found: Sequence[Diagnostic]) -> str:
    """Return the last line of a text report without errors: what is good."""
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
