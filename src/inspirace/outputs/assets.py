"""The look's own files: one stylesheet, one script, the fonts with their licence."""

import re
from collections.abc import Iterator, MutableSequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from inspirace.site.page import Artifact

STATIC = Path(__file__).parent.parent / "static"
FOLDER = "assets/inspirace/"


def build_assets() -> Iterator[Artifact]:
    """Yield the files of the look, by path."""
    for path in sorted(STATIC.rglob("*")):
        if path.is_file():
            yield Artifact(FOLDER + path.relative_to(STATIC).as_posix(), _content(path))


def mark_contents(listed: MutableSequence[Any]) -> None:
    """Give the look's files in a list a mark of their content; a script's address is its `path`.

    A browser keeps a file by its address: a changed one has another, so it is never an old one
    that new pages are drawn with.
    """
    for number, one in enumerate(listed):
        if isinstance(one, str):
            listed[number] = _marked(one)
        else:
            one.path = _marked(one.path)


def _content(path: Path) -> bytes:
    """Return what is sent of the file: a stylesheet and a script without their comments."""
    if path.suffix == ".css":
        bare = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        return re.sub(r"\s+", " ", bare).encode()
    if path.suffix == ".js":
        # whole lines only: what is between quotes is none of our business
        written = path.read_text(encoding="utf-8")
        return re.sub(r"^[ \t]*//.*\n", "", written, flags=re.MULTILINE).encode()
    return path.read_bytes()


def _marked(address: str) -> str:
    path = STATIC / address.removeprefix(FOLDER)
    if not address.startswith(FOLDER) or not path.is_file():
        return address
    return f"{address}?v={sha256(path.read_bytes()).hexdigest()[:8]}"
