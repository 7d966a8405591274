"""Prose: the ordinary pages of the site, which the generator draws and links lead to."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from inspirace.diagnostics import Diagnostic
from inspirace.reading.files import read_text_file
from inspirace.reading.front_matter import parse_file
from inspirace.reading.text_file import TextFile
from inspirace.rules.prose import prose_anchors

_CONTENT = "content"
_INDEX = "index"


@dataclass(frozen=True, slots=True)
class Prose:
    """A page's file, where its text begins, and what is wrong with reading it."""

    file: TextFile
    body_line: int
    diagnostics: tuple[Diagnostic, ...]

    @property
    def address(self) -> str:
        """Return the page's address, relative to the site."""
        path = PurePosixPath(self.file.path).relative_to(_CONTENT).with_suffix("")
        parts = path.parts[:-1] if path.name == _INDEX else path.parts
        return "".join(f"{part}/" for part in parts)

    @property
    def anchors(self) -> frozenset[str]:
        """Return what links to a part of the page may lead to."""
        return prose_anchors(self.file, self.body_line)


def load_prose(root: Path, record_folders: Collection[str]) -> Iterator[Prose]:
    """Yield the pages below the content's folder that are not in the records' folders."""
    content = root / _CONTENT
    # There may be thousands of records: their folders are not walked through.
    others = [entry for entry in content.iterdir() if entry.name not in record_folders]
    folders = [entry for entry in others if entry.is_dir() and not entry.is_symlink()]
    below = [path for folder in folders for path in folder.rglob("*.md")]
    for path in sorted([*below, *(entry for entry in others if entry.match("*.md"))]):
        yield _read_page(root, path.relative_to(root).as_posix())


def _read_page(root: Path, path: str) -> Prose:
    reading = read_text_file(root, path)
    if reading.file is None:
        return Prose(TextFile(path, ""), 1, reading.diagnostics)
    parsed = parse_file(reading.file)
    # A page may do without front matter; a record may not.
    found = [one for one in parsed.diagnostics if one.code != "no-front-matter"]
    return Prose(reading.file, parsed.body_line, (*reading.diagnostics, *found))
