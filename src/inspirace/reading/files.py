"""Reading a file: bounded, never waiting; whatever is in the way is a finding."""

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path

from inspirace.czech import number
from inspirace.reading.decoding import Reading, decode_text, refused

__all__ = ["MAX_FILE_BYTES", "Reading", "decode_text", "read_text_file"]

MAX_FILE_BYTES = 256 * 1024

_KILOBYTE = 1024
_REASONS: Mapping[int, str] = {
    errno.ENOENT: "není tu",
    errno.EACCES: "chybí práva ke čtení",
    errno.EPERM: "chybí práva ke čtení",
    errno.EISDIR: "je to složka",
    errno.ENOTDIR: "složka, ve které má být, je soubor",
    errno.ELOOP: "je to odkaz, který vede sám na sebe",
    errno.ENAMETOOLONG: "má příliš dlouhý název",
}


def read_text_file(root: Path, path: str, limit: int = MAX_FILE_BYTES) -> Reading:
    """Return the text of the file at `path` from the root; more than `limit` bytes are not read."""
    content = read_bytes(root, path, limit)
    return decode_text(path, content) if isinstance(content, bytes) else content


def read_bytes(root: Path, path: str, limit: int = MAX_FILE_BYTES) -> bytes | Reading:
    """Return the bytes of the file at `path` from the root, or what is in the way of reading it."""
    try:
        size, content = _read_bytes(root, root / path, limit)
    except _ObstacleError as error:
        return _unreadable(path, str(error))
    except OSError as error:
        return _unreadable(path, obstacle(error))
    except ValueError:
        return _unreadable(path, "má v názvu znak, který tam být nesmí")
    if size > limit:
        return _too_large(path, size, limit)
    return content


def obstacle(error: OSError) -> str:
    """Return what is in the way, in Czech."""
    return _REASONS.get(error.errno or 0, "systém to nedovolil")


class _ObstacleError(Exception):
    """Why a file must not be opened, in Czech."""


def _read_bytes(root: Path, target: Path, limit: int) -> tuple[int, bytes]:
    """Return the size of a file and its bytes; those of a file over the limit are not needed."""
    status = target.lstat()
    if stat.S_ISLNK(status.st_mode):
        # A link may lead to secrets of the machine that publishes the catalogue.
        if not os.path.realpath(target).startswith(os.path.realpath(root) + os.sep):
            raise _ObstacleError("je to odkaz, který vede mimo katalog")
        status = _status_of_linked(target)
    if stat.S_ISDIR(status.st_mode):
        raise _ObstacleError("je to složka")
    if not stat.S_ISREG(status.st_mode):
        # Opening a pipe would wait forever, and a device has no end.
        raise _ObstacleError("není to obyčejný soubor")
    if status.st_size > limit:
        return status.st_size, b""
    with target.open("rb") as file:
        content = file.read(limit + 1)
    return len(content), content


def _status_of_linked(link: Path) -> os.stat_result:
    try:
        return link.stat()
    except FileNotFoundError as error:
        raise _ObstacleError("je to odkaz na soubor, který není") from error


def _unreadable(path: str, reason: str) -> Reading:
    advice = "Zkontrolujte, jestli na tomto místě má být, a uložte ho znovu."
    return refused("unreadable-file", path, f"Soubor nejde přečíst: {reason}.", advice)


def _too_large(path: str, size: int, limit: int) -> Reading:
    is_size, is_limit = (number(-(-one // _KILOBYTE)) for one in (size, limit))
    message = f"Soubor má {is_size} kB, nejvíc může mít {is_limit} kB."
    return refused("too-large", path, message, "Obrázky a přílohy ukládejte jako jiné soubory.")
