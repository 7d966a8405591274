"""Watching: something done once more whenever a file below a folder changes, until Ctrl+C."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from inspirace.reporters.watching import BEGINNING, END

_PAUSE = 0.5  # seconds

State = tuple[tuple[str, int, int], ...]


def pause() -> None:
    """Let a while pass."""
    time.sleep(_PAUSE)


def watch(folder: Path, check: Callable[[], int], wait: Callable[[], None]) -> int:
    """Check now and after each change; return the last status when the waiting is broken off."""
    status = 0
    try:
        while True:
            # before the check, so that a file saved meanwhile is not missed
            seen = state_of(folder)
            print(BEGINNING, flush=True)
            status = check()
            print(END, flush=True)
            while state_of(folder) == seen:
                wait()
    except KeyboardInterrupt:
        return status


def state_of(folder: Path) -> State:
    """Return path, size and time of the last change of each file."""
    return tuple(sorted(_states(folder)))


def _states(folder: Path) -> Iterator[tuple[str, int, int]]:
    for top, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(top, name)  # noqa: PTH118 (ten thousand of them, twice a second)
            try:
                status = os.lstat(path)
            except OSError:
                continue  # gone since its folder was listed: the state differs by that
            yield path, status.st_size, status.st_mtime_ns
