"""Writing: artifacts become the files of a folder, whole, only where bytes differ."""

import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from inspirace.cache import digest
from inspirace.site.page import Artifact, LateArtifact
from inspirace.workers import FORK_FROM, share

AnyArtifact = Artifact | LateArtifact

_ASIDE = ".inspirace-parts"
_AT_ONCE = 1024  # artifacts, whose contents may all be in memory
_FORBIDDEN = frozenset('\\:\0"<>|?*')  # what some file system cannot hold in a name


class WriteError(ValueError):
    """The artifacts cannot become the folder; the message is for the site's editor."""


class FileState(NamedTuple):
    """What tells without reading a file that it has been changed; a link has no size."""

    size: int
    changed: int


_NO_FILE = FileState(-1, 0)  # a symbolic link and whatever else is not a plain file


class KnownFile(NamedTuple):
    """A file of the site as it was left, with digests of its content and what it was made from."""

    content: bytes
    made_from: bytes
    state: FileState


@dataclass(frozen=True, slots=True)
class WriteReport:
    """How many files were written, were right already, and were removed; `files` are all left."""

    written: int
    unchanged: int
    removed: int
    files: Mapping[str, KnownFile] = field(default_factory=dict, compare=False, repr=False)


class _Settled(NamedTuple):
    """What became of an artifact: its file is right already, or its content waits aside."""

    is_waiting: bool
    file: KnownFile


def write_artifacts(
    artifacts: Iterable[AnyArtifact],
    site_dir: Path,
    removable: Collection[str] | None = None,
    known: Mapping[str, KnownFile] | None = None,
    *,
    fork_from: int = FORK_FROM,
) -> WriteReport:
    """Write the artifacts and remove the other removable files: all but hidden ones, if None.

    Files wait aside until the last artifact is there: a failure leaves the folder as it was.
    Hidden entries at the folder's top, such as a checkout's `.git`, stay as they are.
    A known file that was not touched is not read, and not even made if it was made from the same.
    """
    with _folder_aside(site_dir) as aside:
        states = dict(_states(str(site_dir)))
        known = {path: one for path, one in (known or {}).items() if states.get(path) == one.state}
        settle = partial(_settle, site_dir=site_dir, aside=aside, states=states, known=known)
        settled: dict[str, _Settled] = {}
        batches = _checked(artifacts)
        following = next(batches, [])
        while some := following:
            # the next ones are listed, and the index made, while a worker draws these
            following = []
            ahead = partial(_take_next, batches, following)
            results = share(settle, some, fork_from, ahead)
            settled |= zip((one.path for one in some), results, strict=True)
        others = {path for path in states if path not in settled and not path.startswith(".")}
        removed = others if removable is None else others.intersection(removable)
        _check_folders(settled.keys() | (states.keys() - removed))
        with _in_czech(site_dir):
            _remove(removed, site_dir)
            _put_in_place(aside, site_dir)
    waiting = [path for path, one in settled.items() if one.is_waiting]
    files = {path: one.file for path, one in settled.items()}
    return WriteReport(len(waiting), len(settled) - len(waiting), len(removed), files)


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


def _states(folder: str, prefix: str = "") -> Iterator[tuple[str, FileState]]:
    """Yield the path and the state of everything in the folder but folders; follow no link."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if path != _ASIDE:
                    yield from _states(entry.path, f"{path}/")
            elif entry.is_file(follow_symlinks=False):
                yield path, _state(entry.stat())
            else:
                yield path, _NO_FILE


def _state(status: os.stat_result) -> FileState:
    return FileState(status.st_size, status.st_mtime_ns)


def _checked(artifacts: Iterable[AnyArtifact]) -> Iterator[list[AnyArtifact]]:
    """Yield some artifacts at once; each path is right and there is but one of it."""
    paths: set[str] = set()
    remaining = iter(artifacts)
    while some := list(islice(remaining, _AT_ONCE)):
        for artifact in some:
            _check_path(artifact.path)
            if artifact.path in paths:
                raise WriteError(f"Dva soubory webu mají stejnou cestu: {artifact.path}")
            paths.add(artifact.path)
        _check_folders(paths)
        yield some


def _take_next(batches: Iterator[list[AnyArtifact]], following: list[AnyArtifact]) -> None:
    following += next(batches, [])


def _settle(
    artifacts: Iterable[AnyArtifact],
    site_dir: Path,
    aside: Path,
    states: Mapping[str, FileState],
    known: Mapping[str, KnownFile],
) -> Iterator[_Settled]:
    """Yield of each artifact what its file will be; put contents that differ aside."""
    for artifact in artifacts:
        path, before = artifact.path, known.get(artifact.path)
        made_from = artifact.made_from() if isinstance(artifact, LateArtifact) else b""
        if before and made_from and made_from == before.made_from:
            yield _Settled(is_waiting=False, file=before)
            continue
        content = artifact.content
        mark, state = digest(content), states.get(path, _NO_FILE)
        is_same = before.content == mark if before else False
        with _in_czech(site_dir):
            if not is_same and state.size == len(content):
                is_same = (site_dir / path).read_bytes() == content
            if is_same:
                yield _Settled(is_waiting=False, file=KnownFile(mark, made_from, state))
                continue
            state = _write_aside(aside / path, content)
        yield _Settled(is_waiting=True, file=KnownFile(mark, made_from, state))


def _write_aside(part: Path, content: bytes) -> FileState:
    part.parent.mkdir(parents=True, exist_ok=True)
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        return _state(os.fstat(file.fileno()))


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


def _put_in_place(aside: Path, site_dir: Path) -> None:
    """Move what waits; a folder that is new is moved whole."""
    for part in sorted(aside.iterdir()):
        target = site_dir / part.name
        is_folder = target.is_dir() and not target.is_symlink()
        if is_folder and part.is_dir():
            _put_in_place(part, target)
            continue
        if is_folder:
            shutil.rmtree(target)  # the files it held are gone already
        part.replace(target)
