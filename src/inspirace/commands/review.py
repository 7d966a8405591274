"""The command `review`: what a change does to the catalogue, for the editor who decides."""

import argparse
import os
from pathlib import Path

from inspirace.arguments import UsageError, add_root, find_root
from inspirace.codes import Severity
from inspirace.commands.render import SITE_NAME
from inspirace.commands.surroundings import add_to_job_summary
from inspirace.editor_files import load_editor_files
from inspirace.load import CONTENT, load_catalogue
from inspirace.reading.files import obstacle
from inspirace.review.changes import Change, find_changes
from inspirace.review.outgoing import outgoing_addresses, unanswered
from inspirace.review.preview import draw_preview
from inspirace.review.summary import Reviewed, summarise
from inspirace.site.publish import site_settings

DESCRIPTION = (
    "Porovná katalog s jeho dřívější podobou a řekne, co se v případech a metodách mění, co je"
    " vyplněné a čemu se to podobá. Jen informuje, nic nezakazuje."
)
_BASE = "složka katalogu, jak vypadal před změnou"
_NO_BASE = "Zadejte složku, ve které je celý katalog, jak vypadal před změnou."
_PREVIEW = "kam zapsat náhled změněných stránek, jeden soubor HTML"
_LINKS = "zeptat se, jestli odkazy ve změněných případech odpovídají"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `review`."""
    parser.add_argument("base", metavar="SLOŽKA_PŘEDTÍM", help=_BASE)
    parser.add_argument("--preview", metavar="SOUBOR", help=_PREVIEW)
    parser.add_argument("--links", action="store_true", help=_LINKS)
    add_root(parser)


def run(asked: argparse.Namespace) -> int:
    """Print the summary, and add it to GitHub's if we are in a job of its."""
    root, base = find_root(asked.root), find_root(asked.base, _NO_BASE)
    if asked.preview and not Path(asked.preview).parent.is_dir():
        raise UsageError(f"Složka pro soubor „{asked.preview}“ neexistuje.")
    loaded = load_catalogue(root)
    editor_files = load_editor_files(root)
    changes = tuple(find_changes(base, root, editor_files))
    errors = (one for one in loaded.diagnostics if one.severity is Severity.ERROR)
    summary = summarise(
        Reviewed(
            changes,
            editor_files.schemas,
            editor_files.vocabularies,
            loaded.catalogue,
            frozenset(one.location.path for one in errors),
            _silent(changes) if asked.links else {},
        )
    )
    if asked.preview:
        site = site_settings(SITE_NAME, os.environ.get("SITE_URL", ""), "")
        _write(Path(asked.preview), draw_preview(changes, loaded.catalogue, site, root / CONTENT))
    add_to_job_summary(summary)
    print(summary, end="")
    return 0


def _silent(changes: tuple[Change, ...]) -> dict[str, dict[str, str]]:
    """Return by path which addresses of the changed files do not answer, and why."""
    by_path = {one.path: list(outgoing_addresses(one.after)) for one in changes if one.after}
    reasons = unanswered(address for listed in by_path.values() for address in listed)
    return {
        path: {one: reasons[one] for one in listed if one in reasons}
        for path, listed in by_path.items()
    }


def _write(target: Path, text: str) -> None:
    try:
        target.write_text(text, encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise UsageError(f"Náhled nejde zapsat: {obstacle(error)}.") from error
