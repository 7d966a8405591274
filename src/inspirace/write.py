"""Writing: artifacts become the files of a folder, whole, only where bytes differ."""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from inspirace.page import Artifact

_PARTS = ".inspirace-parts"


class WriteError(ValueError):
    """The artifacts cannot be one folder; nothing has been touched."""


@dataclass(frozen=True, slots=True)
class WriteReport:
    """How many files were written, were right already, and were removed."""

    written: int
    unchanged: int
    removed: int


def write_artifacts(artifacts: Iterable[Artifact], site_dir: Path) -> WriteReport:
    """Make the artifacts the whole content of the folder; hidden entries at its top are kept.

    Files wait aside until the last artifact is there: a failure leaves the folder as it was.
    """
    site_dir.mkdir(parents=True, exist_ok=True)
    parts = site_dir / _PARTS
    shutil.rmtree(parts, ignore_errors=True)
    parts.mkdir()
    try:
        paths: set[str] = set()
        changed = list(_put_aside(artifacts, site_dir, paths))
        for part, path in changed:
            _put_in_place(part, site_dir, path)
        removed = _remove_others(site_dir, paths)
    finally:
        shutil.rmtree(parts)
    return WriteReport(len(changed), len(paths) - len(changed), removed)


def _put_aside(
    artifacts: Iterable[Artifact], site_dir: Path, paths: set[str]
) -> Iterator[tuple[Path, str]]:
    """Yield the waiting file and the path of each artifact that differs; collect all paths."""
    for number, artifact in enumerate(artifacts):
        _check_path(artifact.path)
        if artifact.path in paths:
            raise WriteError(f"Dva soubory webu mají stejnou cestu: {artifact.path}")
        paths.add(artifact.path)
        if not _is_same(site_dir / artifact.path, artifact.content, site_dir):
            part = site_dir / _PARTS / str(number)
            part.write_bytes(artifact.content)
            yield part, artifact.path
    _check_folders(paths)


def _check_path(path: str) -> None:
    pure = PurePosixPath(path)
    inside = path == str(pure) and not pure.is_absolute() and ".." not in pure.parts
    if not inside or not pure.name or pure.parts[0] == _PARTS or set(path) & set('\\:\0"<>|?*'):
        raise WriteError(f"Cesta souboru vede mimo složku webu nebo není platná: {path!r}")


def _check_folders(paths: set[str]) -> None:
    for path in sorted(paths):
        for folder in PurePosixPath(path).parents:
            if str(folder) in paths:
                raise WriteError(f"Soubor webu se jmenuje stejně jako složka: {folder}")


def _is_same(target: Path, content: bytes, site_dir: Path) -> bool:
    below = len(target.parts) - len(site_dir.parts)
    if any(one.is_symlink() for one in (target, *target.parents[: below - 1])):
        return False  # what lies behind a link is not the site's
    try:
        return target.stat().st_size == len(content) and target.read_bytes() == content
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def _put_in_place(part: Path, site_dir: Path, path: str) -> None:
    folder = site_dir
    for name in PurePosixPath(path).parts[:-1]:
        folder /= name
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            folder.unlink()  # a file or a way out of the site, where a folder belongs
        folder.mkdir(exist_ok=True)
    target = site_dir / path
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    part.replace(target)


def _remove_others(site_dir: Path, paths: set[str]) -> int:
    """Remove every file that is no artifact, then the folders left empty; return how many files."""
    removed = 0
    for entry in sorted(site_dir.rglob("*"), reverse=True):
        path = entry.relative_to(site_dir).as_posix()
        if path.startswith(".") and path not in paths:
            continue  # a checkout's .git is not the site's, as in the generator's own cleaning
        if entry.is_dir() and not entry.is_symlink():
            if not any(entry.iterdir()):
                entry.rmdir()
        elif path not in paths:
            entry.unlink()
            removed += 1
    return removed
