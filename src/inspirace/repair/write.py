"""A file of the content replaced whole, or not at all."""

import shutil
from contextlib import suppress
from pathlib import Path

from inspirace.reading.files import obstacle


class WriteError(ValueError):
    """The file could not be written; the message is a Czech sentence."""


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
