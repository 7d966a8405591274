"""Check of a file before it is there: in a copy of the content, which is thrown away."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from inspirace.diagnostics import Diagnostic
from inspirace.load import LoadResult, load_catalogue

_CONTENT = "content"


def check_with(root: Path, path: str, text: str, before: LoadResult) -> tuple[Diagnostic, ...]:
    """Return what would be wrong with the text at the path: in its file, or because of it.

    `before` is the catalogue as it is. All rules are asked, those about other files too, just as
    `inspirace check` would ask them.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(root / _CONTENT, copy / _CONTENT, symlinks=True)
        target = copy / path
        target.unlink(missing_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        found = load_catalogue(copy).diagnostics
    known = set(before.diagnostics)
    return tuple(one for one in found if one.location.path == path or one not in known)
