"""Cache: what was made before, kept in a folder that may be deleted at any time.

An entry is used only if the key of everything that it was made from is the same. A damaged file is
no entry, nor is one that came with a stranger's checkout: it was written in another folder. Even if
it were read, only plain values and dataclasses of this package can be in it, while pickles in
general can do anything.
"""

import gc
import os
import pickle
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields, is_dataclass
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO
from zlib import crc32

from inspirace.workers import FORK_FROM

CACHE = ".cache/inspirace"  # below the root; nothing is lost if it is deleted
SHARDS = 32  # files of an entry that is large: what has not changed in it is not written again
_DIGEST_BYTES = 16
_AT_ONCE = 256  # values in one pickle
_PART = 1 << 20  # bytes of a file that are in memory at once
_PACKAGE = Path(__file__).parent
_CODE = frozenset({".py", ".html", ".json", ".md"})
_OWN = f"{__package__}."


@dataclass(frozen=True, slots=True)
class Speed:
    """What may save time: a folder of what was made before, workers from so many items on."""

    cache_folder: Path | None = None
    fork_from: int = FORK_FROM


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries, or none at all."""

    folder: Path | None = None

    def read(self, name: str, key: bytes) -> object | None:
        """Return the entry that was written with the same key, or None."""
        return next(iter(self.read_all(name, key)), None)

    def read_all(self, name: str, key: bytes) -> list[object]:
        """Return the values of the entry that was written with the same key, or none of them."""
        if self.folder is None:
            return []
        found: list[object] = []
        try:
            with (self.folder / name).open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                if file.read(_DIGEST_BYTES) == _mark(file, key, self.folder):
                    file.seek(_DIGEST_BYTES)
                    while file.tell() < size:
                        found += _Reader(file).load()
        except OSError:
            return []
        return found

    def read_shards(self, name: str, key: bytes) -> list[object]:
        """Return the values that were written to shards with the same key."""
        return [
            value for number in range(SHARDS) for value in self.read_all(_shard(name, number), key)
        ]

    def write_shards(
        self, name: str, key: bytes, values: Mapping[str, object], changed: Collection[str]
    ) -> None:
        """Keep the values by path; only those shards are written that a changed path is in."""
        shards: dict[int, list[object]] = {_number(path): [] for path in changed}
        for path, value in values.items():
            number = _number(path)
            if number in shards:
                shards[number].append(value)
        for number, some in shards.items():
            self.write_all(_shard(name, number), key, some)

    def write(self, name: str, key: bytes, value: object) -> None:
        """Keep the value whole, or not at all where the folder cannot be written to."""
        self.write_all(name, key, (value,))

    def write_all(self, name: str, key: bytes, values: Sequence[object]) -> None:
        """Keep the values whole, or none of them."""
        if self.folder is None:
            return
        part = self.folder / f"{name}.{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with part.open("w+b") as file:
                file.write(bytes(_DIGEST_BYTES))
                for some in _in_parts(values):
                    _Writer(file, pickle.HIGHEST_PROTOCOL).dump(some)
                file.seek(_DIGEST_BYTES)
                mark = _mark(file, key, self.folder)
                file.seek(0)
                file.write(mark)
            part.replace(self.folder / name)
        except OSError:
            with suppress(OSError):
                part.unlink()


def _in_parts(values: Sequence[object]) -> Iterator[list[object]]:
    """Yield some values at once: what is pickled together is remembered to the end."""
    for start in range(0, len(values), _AT_ONCE):
        yield list(values[start : start + _AT_ONCE])


def _number(path: str) -> int:
    return crc32(path.encode(errors="surrogateescape")) % SHARDS


def _shard(name: str, number: int) -> str:
    return f"{name}-{number:02}"


@contextmanager
def no_collection() -> Iterator[None]:
    """Let garbage wait: with ten thousand records each search for it takes long and finds nothing.

    What is there at the end is not searched later either, until the next time.
    """
    was_on = gc.isenabled()
    gc.disable()
    gc.unfreeze()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _mark(file: BinaryIO, key: bytes, folder: Path) -> bytes:
    """Return a digest of the rest of the file, of its key and of the folder."""
    found = blake2b(_identity(folder) + key, digest_size=_DIGEST_BYTES)
    while part := file.read(_PART):
        found.update(part)
    return found.digest()


def _identity(folder: Path) -> bytes:
    """Return what tells this folder from its copy in another place or on another machine."""
    status = folder.stat()
    return f"{folder.absolute()} {status.st_dev} {status.st_ino}".encode(errors="surrogateescape")


def digest(*contents: bytes | memoryview) -> bytes:
    """Return a digest of the contents, one after another."""
    found = blake2b(digest_size=_DIGEST_BYTES)
    for content in contents:
        found.update(content)
    return found.digest()


def digest_files(folder: Path, paths: Iterable[Path]) -> bytes:
    """Return a digest of the names and contents of files in a folder, whatever their order."""
    rows = sorted((path.relative_to(folder).as_posix(), path) for path in paths)
    named = (digest(name.encode()) + digest(path.read_bytes()) for name, path in rows)
    return digest(*named)


def digest_of_code() -> bytes:
    """Return a digest of the package, its templates and data, and whatever is installed."""
    own = (path for path in _PACKAGE.rglob("*") if path.suffix in _CODE)
    versions = (f"{name}\n".encode() for name in _installed())
    return digest(digest_files(_PACKAGE, own), sys.version.encode(), *versions)


def _installed() -> list[str]:
    """Return the names of installed packages with their versions, as their folders are called.

    To ask `importlib.metadata` would take a tenth of the time of a check, most of it to import.
    """
    folders = (Path(place) for place in sys.path if place)
    return sorted({one.name for folder in folders for one in folder.glob("*.dist-info")})


class _Writer(pickle.Pickler):
    """Writes dataclasses as their fields: what they have worked out meanwhile is not kept."""

    def reducer_override(self, obj: object) -> Any:  # noqa: ANN401 - the base class demands it
        if isinstance(obj, MappingProxyType):
            return read_only, (dict(obj),)
        if is_dataclass(obj) and not isinstance(obj, type):
            return rebuild, (type(obj), dict(_own_fields(obj)))
        return NotImplemented


class _Reader(pickle.Unpickler):
    """Reads values, dataclasses and named tuples of the package's loaded modules."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - the base class demands it
        found = getattr(sys.modules.get(module), name, None)
        is_own = module.startswith(_OWN) and isinstance(found, type)
        if found in {rebuild, read_only} or (is_own and _is_plain(found)):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is not kept")


def _is_plain(kind: Any) -> bool:  # noqa: ANN401 - any class
    return is_dataclass(kind) or (issubclass(kind, tuple) and hasattr(kind, "_fields"))


def read_only(mapping: dict[object, object]) -> Mapping[object, object]:
    """Return the mapping as one that cannot be changed."""
    return MappingProxyType(mapping)


def rebuild(kind: Callable[..., object], values: Mapping[str, object]) -> object:
    """Return the dataclass of the fields."""
    return kind(**values)


def _own_fields(value: Any) -> Iterator[tuple[str, object]]:  # noqa: ANN401 - of any dataclass
    return ((one.name, getattr(value, one.name)) for one in fields(value) if one.init)
