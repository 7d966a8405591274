"""A new file of the catalogue: written whole, and never over another."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory


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
