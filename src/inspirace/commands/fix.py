"""The command `fix`: what is wrong in files mechanically, put right."""

import argparse
import difflib
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from inspirace.arguments import add_paths, add_root, find_root, inside, is_wanted
from inspirace.cache import CACHE, Speed
from inspirace.codes import Severity
from inspirace.content_files import WriteError, replace_file
from inspirace.czech import number
from inspirace.editor_files import PLACES, EditorFiles, load_editor_files
from inspirace.load import FOLDERS, load_catalogue
from inspirace.reading.files import MAX_FILE_BYTES, read_bytes
from inspirace.repair.encoding import ENCODINGS
from inspirace.repair.repair import Repair, repair_file
from inspirace.reporters import report_text

DESCRIPTION = (
    "Opraví v souborech to, co jde opravit bez rozmýšlení: kódování, konce řádků, neviditelné"
    " znaky, chybějící uvozovky, odrážky, tabulátory, pořadí polí. Na tom, co text říká, nic"
    " nezmění. Co opravit neumí, vypíše."
)
_DIFF = "jen ukáže, co by se změnilo, a nic nezapíše"
_ENCODING = (
    "v jakém kódování jsou soubory, které nejsou v UTF-8; bez přepínače příkaz jen ukáže, jak by"
    " se četly"
)
_LARGEST_PLACES = 4_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `fix`."""
    add_paths(parser)
    parser.add_argument("--diff", action="store_true", help=_DIFF)
    parser.add_argument(
        "--encoding", choices=tuple(ENCODINGS), default="", metavar="KÓDOVÁNÍ", help=_ENCODING
    )
    add_root(parser)


def run(asked: argparse.Namespace) -> int:
    """Repair the files and print what was done, and which errors are left for people."""
    root = find_root(asked.root)
    wanted = [inside(root, path) for path in asked.paths]
    editor_files = load_editor_files(root)
    repaired, told = 0, set()
    for path in _files(root, wanted):
        is_repaired, obstacle = _fix(root, path, editor_files, asked)
        repaired += is_repaired
        if obstacle:
            told.add(path)
            print(f"{path}: {obstacle}", file=sys.stderr)
    if asked.diff:
        return 1 if told else 0
    # Some rules look at other files too: a repaired file may still be wrong.
    found = load_catalogue(root, Speed(root / CACHE)).diagnostics
    errors = tuple(
        one
        for one in found
        if one.severity is Severity.ERROR
        and is_wanted(one.location.path, wanted)
        and one.location.path not in told
    )
    if repaired or errors or not told:
        print(_summary(repaired, is_good=not errors))
    if errors:
        print(f"\nSami opravte ještě toto:\n{report_text(errors)}", end="")
    return 1 if told or errors else 0


def _summary(repaired: int, *, is_good: bool) -> str:
    if repaired:
        return f"Opravených souborů: {number(repaired)}."
    return "Není co opravit." if is_good else "Nic z toho příkaz opravit neumí."


def _fix(
    root: Path, path: str, editor_files: EditorFiles, asked: argparse.Namespace
) -> tuple[bool, str]:
    """Return whether a file was repaired, and what was in the way."""
    content = read_bytes(root, path, _LARGEST_PLACES if path == PLACES else MAX_FILE_BYTES)
    if not isinstance(content, bytes):
        return False, content.diagnostics[0].message
    repair = repair_file(content, path, editor_files.schemas.get(_kind(path)), asked.encoding)
    if repair.obstacle:
        return False, repair.obstacle
    after = repair.after.encode()
    if after != content and asked.diff:
        print(_diff(path, repair), end="")
    elif after != content:
        try:
            replace_file(root / path, after)
        except WriteError as error:
            return False, str(error)
        print(f"{path}: {', '.join(repair.done)}")
    return after != content, ""


def _files(root: Path, wanted: list[str]) -> Iterator[str]:
    """Yield the paths of all files that the catalogue reads and somebody has asked for."""
    for file in sorted((root / "content").rglob("*")):
        path = file.relative_to(root).as_posix()
        is_read = file.suffix in {".md", ".yml"} and file.is_file()
        is_hidden = any(part.startswith(".") for part in PurePosixPath(path).parts)
        if is_read and is_wanted(path, wanted) and not is_hidden:
            yield path


def _kind(path: str) -> str:
    """Return the kind of record whose file this is, an empty text for other files."""
    folder, ending = PurePosixPath(path).parent.as_posix(), PurePosixPath(path).suffix
    kinds = {f"content/{name}": kind for kind, name in FOLDERS.items()}
    return kinds.get(folder, "") if ending == ".md" else ""


def _diff(path: str, repair: Repair) -> str:
    """Return the changes as `git apply` takes them."""
    before, after = (_lines(text) for text in (repair.before, repair.after))
    changes = difflib.unified_diff(before, after, f"a/{path}", f"b/{path}")
    return (
        "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in changes
        )
        or f"# {path}: {', '.join(repair.done)}\n"
    )


def _lines(text: str) -> list[str]:
    # splitlines() would also divide at signs that end a line for some programs only
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines
