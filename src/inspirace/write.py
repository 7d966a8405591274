"""Writing: artifacts become the files of a folder, whole, only where bytes differ."""

import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from inspirace.page import Artifact

_ASIDE = ".inspirace-parts"
_NO_FILE = -1  # the size of a symbolic link and of whatever else is not a plain file
_FORBIDDEN = frozenset('\\:\0"<>|?*')  # what some file system cannot hold in a name


class WriteError(ValueError):
    """The artifacts cannot become the folder; the message is for the site's editor."""


@dataclass(frozen=True, slots=True)
class WriteReport:
    """How many files were written, were right already, and were removed."""

    written: int
    unchanged: int
    removed: int


def write_artifacts(
    artifacts: Iterable[Artifact], site_dir: Path, removable: Collection[str] | None = None
) -> WriteReport:
    """Write the artifacts and remove the other removable files: all but hidden ones, if None.

    Files wait aside until the last artifact is there: a failure leaves the folder as it was.
    Hidden entries at the folder's top, such as a checkout's `.git`, stay as they are.
    """
    with _folder_aside(site_dir) as aside:
        sizes = dict(_sizes(str(site_dir)))
        paths, waiting = _put_aside(artifacts, site_dir, sizes, aside)
        others = {path for path in sizes if path not in paths and not path.startswith(".")}
        removed = others if removable is None else others.intersection(removable)
        _check_folders(paths.union(sizes.keys() - removed))
        with _in_czech(site_dir):
            _remove(removed, site_dir)
            for path, part in waiting.items():
                _put_in_place(part, site_dir / path)
    return WriteReport(len(waiting), len(paths) - len(waiting), len(removed))


@contextmanager
def _folder_aside(site_dir: Path) -> Iterator[Path]:
    """Make a folder for what waits, in the same file system; leave no trace of it."""
    aside, is_new = site_dir / _ASIDE, not site_dir.exists()
    with _in_czech(site_dir):
        shutil.rmtree(aside, ignore_errors=True)  # of a run that was killed
        aside.mkdir(parents=True)
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        if is_new and not any(site_dir.iterdir()):
            site_dir.rmdir()


@contextmanager
def _in_czech(site_dir: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WriteError(
            f"Do složky webu „{site_dir.absolute().name}“ nejde zapsat."
            " Zkontrolujte, zda je to složka, zda do ní smíte psát a zda je na disku místo."
        ) from error


def _sizes(folder: str, prefix: str = "") -> Iterator[tuple[str, int]]:
    """Yield the path and the size of everything in the folder but folders; follow no link."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if path != _ASIDE:
                    yield from _sizes(entry.path, f"{path}/")
            else:
                is_file = entry.is_file(follow_symlinks=False)
                yield path, entry.stat().st_size if is_file else _NO_FILE


def _put_aside(
    artifacts: Iterable[Artifact], site_dir: Path, sizes: Mapping[str, int], aside: Path
) -> tuple[set[str], dict[str, Path]]:
    """Return the paths of all artifacts, and where those that differ wait."""
    paths: set[str] = set()
    waiting: dict[str, Path] = {}
    for path, content in ((one.path, one.content) for one in artifacts):
        _check_path(path)
        if path in paths:
            raise WriteError(f"Dva soubory webu mají stejnou cestu: {path}")
        paths.add(path)
        with _in_czech(site_dir):
            if sizes.get(path) != len(content) or (site_dir / path).read_bytes() != content:
                waiting[path] = aside / str(len(waiting))
                waiting[path].write_bytes(content)
    return paths, waiting


def _check_path(path: str) -> None:
    parts = PurePosixPath(path).parts
    is_plain = "/".join(parts) == path and parts and parts[0] not in {"/", _ASIDE}
    if not is_plain or ".." in parts or not _FORBIDDEN.isdisjoint(path):
        raise WriteError(f"Cesta souboru vede mimo složku webu nebo není platná: {path!r}")


def _check_folders(paths: Collection[str]) -> None:
    for path in sorted(_folders(paths).intersection(paths)):
        raise WriteError(f"Soubor webu se jmenuje stejně jako složka: {path}")


def _folders(paths: Iterable[str]) -> set[str]:
    """Return the path of every folder that the files are in, at any depth."""
    found = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _remove(paths: Collection[str], site_dir: Path) -> None:
    """Remove the files, and the folders that this leaves empty."""
    for path in paths:
        (site_dir / path).unlink()
    for folder in sorted(_folders(paths), reverse=True):
        if not any((site_dir / folder).iterdir()):
            (site_dir / folder).rmdir()


def _put_in_place(part: Path, target: Path) -> None:
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)  # the files it held are gone already
    target.parent.mkdir(parents=True, exist_ok=True)
    part.replace(target)
