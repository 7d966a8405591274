"""Workers: a long list divided between two processes, with the results that one would give."""

import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NoReturn, TypeVar

WORKERS = 2
FORK_FROM = 200  # a fork and the way back take as long as about fifty cases
NEVER = sys.maxsize
_AT_ONCE = 256

Item = TypeVar("Item")
Result = TypeVar("Result")


class WorkerError(RuntimeError):
    """A worker that ended without an answer, or where an exception in a worker came from."""


def share(
    work: Callable[[Sequence[Item]], Iterable[Result]],
    items: Sequence[Item],
    fork_from: int = FORK_FROM,
) -> list[Result]:
    """Return what `work` gives for the items, one result for each, in their order.

    From `fork_from` items on, workers take a stripe each: `work` must not depend on the others.
    An exception of a worker is raised here.
    """
    if len(items) < fork_from or not can_fork():
        return list(work(items))
    others: list[_Worker[Result]] = []
    try:
        for number in range(1, WORKERS):
            others.append(_Worker(work, items[number::WORKERS]))  # noqa: PERF401 - one by one:
            # if the next cannot be forked, those before it are ended
        stripes = [list(work(items[::WORKERS])), *(other.answer() for other in others)]
    finally:
        for other in others:
            other.end()
    results: list[Result] = [stripes[0][0]] * len(items) if items else []
    for number, stripe in enumerate(stripes):
        results[number::WORKERS] = stripe
    return results


def in_parts(values: Sequence[Item]) -> Iterator[list[Item]]:
    """Yield some values at once: what is pickled together is remembered to the end."""
    for start in range(0, len(values), _AT_ONCE):
        yield list(values[start : start + _AT_ONCE])


def can_fork() -> bool:
    """Return whether a process may be forked: not with threads, whose locks would stay locked."""
    # On macOS, libraries of the system use threads of their own.
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


class _Worker(Generic[Result]):
    """A forked process with its part of the work."""

    def __init__(
        self, work: Callable[[Sequence[Item]], Iterable[Result]], part: Sequence[Item]
    ) -> None:
        receiving, sending = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            os.close(receiving)
            _answer(work, part, sending)
        os.close(sending)
        self._answers = os.fdopen(receiving, "rb")

    def answer(self) -> list[Result]:
        """Wait for the results; raise what was raised in the process."""
        try:
            count, error, trace = pickle.load(self._answers)  # noqa: S301 - of our own process
            results: list[Result] = []
            while len(results) < count:
                results += pickle.load(self._answers)  # noqa: S301 - likewise
        except (EOFError, pickle.UnpicklingError) as cut_off:
            raise WorkerError("Proces, který dělal část práce, skončil předčasně.") from cut_off
        if trace:
            raise error or WorkerError(trace) from WorkerError(trace)
        return results

    def end(self) -> None:
        """End the process if it has not ended; leave no trace of it."""
        self._answers.close()
        os.kill(self._pid, signal.SIGKILL)  # until it is waited for, its number is its own
        os.waitpid(self._pid, 0)


def _answer(
    work: Callable[[Sequence[Item]], Iterable[Result]], part: Sequence[Item], sending: int
) -> NoReturn:
    """Do the work of a forked process and leave it: nothing of the parent's end is run twice."""
    status = 1
    try:
        with os.fdopen(sending, "wb") as answers:
            results, error, trace = _outcome(work, part)
            pickle.dump((len(results), error, trace), answers)
            for some in in_parts(results):
                pickle.dump(some, answers, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _outcome(
    work: Callable[[Sequence[Item]], Iterable[Result]], part: Sequence[Item]
) -> tuple[list[Result], Exception | None, str]:
    """Return the results, or the exception if it can be sent, and its traceback."""
    try:
        return list(work(part)), None, ""
    except Exception as error:  # noqa: BLE001 - the parent raises it
        trace = traceback.format_exc()
        return [], error if _can_be_sent(error) else None, trace


def _can_be_sent(error: Exception) -> bool:
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    except Exception:  # noqa: BLE001 - an exception class may demand anything
        return False
    return True
