"""The look's own files: what is sent of each, and addresses with a mark of their content.

A browser keeps a file by its address: a changed one has another, so it is never an old one that
new pages are drawn with. Modules import each other, so all of a folder have one mark.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

STATIC = Path(__file__).parent.parent / "static"
FOLDER = "assets/inspirace/"

_SEARCH = "search"  # where the modules are that every page may load
_MARK_LENGTH = 8
# A module as scripts here import it: "./dom.js", `./search/${name}.js`.
_IMPORTED = re.compile(r"""(["`]\./[\w/${}-]+\.js)(?=["`])""")


def sent_content(path: Path) -> bytes:
    """Return what is sent of a file: a stylesheet and a script without their comments."""
    if path.suffix == ".css":
        bare = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        return re.sub(r"\s+", " ", bare).encode()
    if path.suffix == ".js":
        # whole lines only: what is between quotes is none of our business
        written = path.read_text(encoding="utf-8")
        bare = re.sub(r"^[ \t]*//.*\n", "", written, flags=re.MULTILINE)
        folder = path.parent.name if path.parent != STATIC else _SEARCH
        return _IMPORTED.sub(rf"\1?v={_modules_mark(folder)}", bare).encode()
    return path.read_bytes()


def marked(address: str) -> str:
    """Return the address of one of the look's files with its mark, any other as it is."""
    name = address.removeprefix(FOLDER)
    if not address.startswith(FOLDER):
        return address
    folder, _, module = name.rpartition("/")
    if folder and module.endswith(".js"):
        return f"{address}?v={_modules_mark(folder)}"
    path = STATIC / name
    return f"{address}?v={_mark(sent_content(path))}" if path.is_file() else address


def _modules_mark(folder: str) -> str:
    modules = sorted((STATIC / folder).glob("*.js"))
    # a server that runs for hours sees them change
    return _mark_of_files(tuple((path, path.stat().st_mtime_ns) for path in modules))


@lru_cache(maxsize=2)
def _mark_of_files(states: Iterable[tuple[Path, int]]) -> str:
    return _mark(b"\0".join(path.read_bytes() for path, _ in states))


def _mark(content: bytes) -> str:
    return sha256(content).hexdigest()[:_MARK_LENGTH]
