"""Workers: a long list shared by two processes, with the results that one would give."""

import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Generic, NoReturn, TypeVar

WORKERS = 2
FORK_FROM = 200  # a fork and the way back take as long as about fifty cases
NEVER = sys.maxsize
_LARGEST_CHUNK = 64
_CHUNKS_EACH = 16
_START_BYTES = 4
_MOST_CHUNKS = 8_000  # a pipe holds 64 kB, also while nobody reads

Item = TypeVar("Item")
Result = TypeVar("Result")


class WorkerError(RuntimeError):
    """A worker that ended without an answer, or where an exception in a worker came from."""


def share(
    work: Callable[[Sequence[Item]], Iterable[Result]],
    items: Sequence[Item],
    fork_from: int = FORK_FROM,
    meanwhile: Callable[[], object] = object,
) -> list[Result]:
    """Return what `work` gives for the items, one result for each, in their order.

    From `fork_from` items on, workers take one chunk of items after another, this process too as
    soon as it has done something of its own `meanwhile`; `work` must not depend on other chunks.
    An exception of a worker is raised here.
    """
    if len(items) < fork_from or not can_fork():
        results = list(work(items))
        meanwhile()
        return results
    chunks = _Chunks(len(items))
    others: list[_Worker[tuple[int, list[Result]]]] = []
    try:
        for number in range(1, WORKERS):
            part = partial(chunks.work_off, work, items, number)
            # one by one: if the next cannot be forked, those before it are ended
            others.append(_Worker(part))
        meanwhile()
        parts = dict(chunks.work_off(work, items, 0))
        for other in others:
            parts |= other.answers()
    finally:
        for other in others:
            other.end()
        chunks.close()
    return [result for start in sorted(parts) for result in parts[start]]


@contextmanager
def working(
    work: Callable[[], Iterable[Result]], *, is_long: bool
) -> Iterator[Callable[[], Iterable[Result]]]:
    """Have work that is long done in a process of its own; what is given waits for the results.

    Other work is done when it is asked for, and so is all of it where nothing may be forked.
    """
    if not is_long or not can_fork():
        yield work
        return
    worker = _Worker(lambda: list(work()))
    try:
        yield worker.answers
    finally:
        worker.end()


class _Chunks:
    """Where each chunk of a list starts, in a pipe that every process takes the next one from.

    The first chunk of each process is its own, so that short work is shared as well.
    """

    def __init__(self, count: int) -> None:
        size = min(_LARGEST_CHUNK, count // (_CHUNKS_EACH * WORKERS))
        self._size = max(1, size, count // _MOST_CHUNKS)
        self._count = count
        shared = range(WORKERS * self._size, count, self._size)
        self._starts, writing = os.pipe()
        with os.fdopen(writing, "wb") as file:
            for start in shared:
                file.write(start.to_bytes(_START_BYTES, "big"))

    def work_off(
        self, work: Callable[[Sequence[Item]], Iterable[Result]], items: Sequence[Item], number: int
    ) -> list[tuple[int, list[Result]]]:
        """Return the results of the chunks that process `number` got hold of, with their starts."""
        parts = []
        start = number * self._size
        while start < self._count:
            parts.append((start, list(work(items[start : start + self._size]))))
            # what is written at once is read at once, by one of those who wait
            taken = os.read(self._starts, _START_BYTES)
            start = int.from_bytes(taken, "big") if taken else self._count
        return parts

    def close(self) -> None:
        os.close(self._starts)


def can_fork() -> bool:
    """Return whether a process may be forked: not with threads, whose locks would stay locked."""
    # On macOS, libraries of the system use threads of their own.
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


class _Worker(Generic[Result]):
    """A forked process that does some work."""

    def __init__(self, work: Callable[[], list[Result]]) -> None:
        receiving, sending = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            os.close(receiving)
            _answer(work, sending)
        os.close(sending)
        self._answers = os.fdopen(receiving, "rb")

    def answers(self) -> Iterator[Result]:
        """Wait for the results and yield them; raise what was raised in the process."""
        try:
            count, error, trace = pickle.load(self._answers)  # noqa: S301 - of our own process
            if trace:
                raise error or WorkerError(trace) from WorkerError(trace)
            for _ in range(count):
                yield pickle.load(self._answers)  # noqa: S301 - likewise
        except (EOFError, pickle.UnpicklingError) as cut_off:
            raise WorkerError("Proces, který dělal část práce, skončil předčasně.") from cut_off

    def end(self) -> None:
        """End the process if it has not ended; leave no trace of it."""
        self._answers.close()
        os.kill(self._pid, signal.SIGKILL)  # until it is waited for, its number is its own
        os.waitpid(self._pid, 0)


def _answer(work: Callable[[], list[Result]], sending: int) -> NoReturn:
    """Do the work of a forked process and leave it: nothing of the parent's end is run twice."""
    status = 1
    try:
        with os.fdopen(sending, "wb") as answers:
            results, error, trace = _outcome(work)
            pickle.dump((len(results), error, trace), answers)
            for result in results:
                # one by one: what is pickled together is remembered to the end
                pickle.dump(result, answers, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _outcome(work: Callable[[], list[Result]]) -> tuple[list[Result], Exception | None, str]:
    """Return the results, or the exception if it can be sent, and its traceback."""
    try:
        return work(), None, ""
    except Exception as error:  # noqa: BLE001 - the parent raises it
        trace = traceback.format_exc()
        return [], error if _can_be_sent(error) else None, trace


def _can_be_sent(error: Exception) -> bool:
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    except Exception:  # noqa: BLE001 - an exception class may demand anything
        return False
    return True
