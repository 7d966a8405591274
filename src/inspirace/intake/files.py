"""Files of the catalogue written whole: a new one never over another, a changed one at once."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


def write_new(target: Path, text: str) -> bool:
    """Write a new file; return False, and leave all as it is, where something is in its place."""
    with _written_aside(target, text) as part:
        try:
            os.link(part, target)
        except FileExistsError:
            return False
    return True


def write_changed(target: Path, text: str) -> None:
    """Put the text in place of a file that is there."""
    with _written_aside(target, text) as part:
        part.replace(target)


@contextmanager
def _written_aside(target: Path, text: str) -> Iterator[Path]:
    """Write the text beside the file, where moving it in place is one step."""
    with TemporaryDirectory(prefix=".", dir=target.parent) as folder:
        part = Path(folder) / target.name
        part.write_text(text, encoding="utf-8", newline="\n")
        yield part
