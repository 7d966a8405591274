"""The look's own files: one stylesheet, one script, the fonts with their licence."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from inspirace.page import Artifact

STATIC = Path(__file__).parent.parent / "static"
FOLDER = "assets/inspirace/"


def build_assets() -> Iterator[Artifact]:
    """Yield the files of the look, by path."""
    for path in sorted(STATIC.rglob("*")):
        if path.is_file():
            yield Artifact(FOLDER + path.relative_to(STATIC).as_posix(), path.read_bytes())


def cache_safe(addresses: Iterable[str]) -> list[str]:
    """Return the addresses, those of the look's files with a mark of their content.

    A browser keeps a file by its address: a changed one has another, so it is never an old one
    that new pages are drawn with.
    """
    return [_marked(address) for address in addresses]


def _marked(address: str) -> str:
    path = STATIC / address.removeprefix(FOLDER)
    if not address.startswith(FOLDER) or not path.is_file():
        return address
    return f"{address}?v={sha256(path.read_bytes()).hexdigest()[:8]}"
