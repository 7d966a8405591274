"""Files of the content written whole: a new one never over another, a changed one at once."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from inspirace.reading.files import obstacle


class WriteError(ValueError):
    """The file could not be written; the message is a Czech sentence."""


def write_new(target: Path, text: str) -> bool:
    """Write a new file; return False, and leave all as it is, where something is in its place."""
    # Beside it, so that putting it in place is one step.
    with TemporaryDirectory(prefix=".", dir=target.parent) as folder:
        part = Path(folder) / target.name
        part.write_text(text, encoding="utf-8", newline="\n")
        try:
            os.link(part, target)
        except FileExistsError:
            return False
    return True


def replace_file(path: Path, content: bytes) -> None:
    """Write the file whole, with its permissions, or raise WriteError and leave it as it was."""
    if path.is_symlink():
        raise WriteError("Soubor je jen odkaz na jiný. Opravte ten, na který vede.")
    # hidden and with an ending of its own, so that nothing takes it for a file of the catalogue
    aside = path.with_name(f".{path.name}.part")
    try:
        aside.write_bytes(content)
        shutil.copymode(path, aside)
        aside.replace(path)
    except OSError as error:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise WriteError(f"Soubor nejde zapsat: {obstacle(error)}.") from error
