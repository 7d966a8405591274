"""Workers: the same results in the same order, exceptions with their place, nobody left behind."""

import os
import threading
import time
from collections.abc import Iterator, Sequence
from functools import partial

import pytest

from inspirace.workers import NEVER, WORKERS, WorkerError, can_fork, share, working

PARENT = os.getpid()

needs_fork = pytest.mark.skipif(not can_fork(), reason="this system is worked on in one process")


class OddError(Exception):
    """An exception that cannot be sent: it demands two arguments."""

    def __init__(self, first: str, second: str) -> None:
        """Say both."""
        super().__init__(f"{first} {second}")


def squares(numbers: Sequence[int]) -> Iterator[int]:
    return (number * number for number in numbers)


def process_numbers(numbers: Sequence[int]) -> Iterator[int]:
    return (os.getpid() for _ in numbers)


def fail(numbers: Sequence[int]) -> Iterator[int]:
    if os.getpid() != PARENT:
        raise LookupError("pětka")
    return iter(numbers)


def fail_oddly(numbers: Sequence[int]) -> Iterator[int]:
    if os.getpid() != PARENT:
        raise OddError("divná", "chyba")
    return iter(numbers)


def vanish(numbers: Sequence[int]) -> Iterator[int]:
    if os.getpid() != PARENT:  # never the process of the tests itself
        os._exit(0)
    return iter(numbers)


def sleep(numbers: Sequence[int]) -> Iterator[int]:
    time.sleep(60)
    return iter(numbers)


def wait_or_be_stopped(_: Sequence[int]) -> Iterator[int]:
    if os.getpid() != PARENT:
        time.sleep(60)
    raise KeyboardInterrupt


@pytest.mark.parametrize("fork_from", [0, NEVER], ids=["shared", "alone"])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 100, 5_000, 40_000])
def test_results_come_in_the_order_of_the_items(count: int, fork_from: int) -> None:
    assert share(squares, range(count), fork_from) == [n * n for n in range(count)]


@needs_fork
@pytest.mark.parametrize(
    ("fork_from", "processes"),
    [pytest.param(10, WORKERS, id="enough"), pytest.param(11, 1, id="too-few")],
)
def test_work_is_shared_from_so_many_items_on(fork_from: int, processes: int) -> None:
    assert len(set(share(process_numbers, range(10), fork_from))) == processes


@pytest.mark.parametrize("fork_from", [0, NEVER], ids=["shared", "alone"])
def test_this_process_does_something_of_its_own_meanwhile(fork_from: int) -> None:
    done: list[int] = []
    assert share(squares, range(100), fork_from, lambda: done.append(os.getpid())) == [
        n * n for n in range(100)
    ]
    assert done == [PARENT]


@needs_fork
def test_who_is_free_takes_the_next_chunk() -> None:
    found = share(process_numbers, range(1_000), 0, lambda: time.sleep(0.5))
    assert found.count(PARENT) < found.count(next(one for one in found if one != PARENT))


@needs_fork
def test_with_threads_nothing_is_forked() -> None:
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert set(share(process_numbers, range(10), 0)) == {os.getpid()}
    finally:
        end.set()
        thread.join()


@needs_fork
def test_an_exception_is_raised_with_the_place_where_it_came_from() -> None:
    with pytest.raises(LookupError, match="pětka") as raised:
        share(fail, range(10), 0)
    assert isinstance(raised.value.__cause__, WorkerError)
    assert "in fail" in str(raised.value.__cause__)


@needs_fork
def test_an_exception_that_cannot_be_sent_is_told() -> None:
    with pytest.raises(WorkerError, match="divná chyba"):
        share(fail_oddly, range(10), 0)


@needs_fork
def test_a_process_that_vanishes_is_told() -> None:
    with pytest.raises(WorkerError, match="skončil předčasně"):
        share(vanish, range(10), 0)


@needs_fork
def test_an_interrupted_run_leaves_no_process_behind() -> None:
    with pytest.raises(KeyboardInterrupt):
        share(wait_or_be_stopped, range(10), 0)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@needs_fork
def test_only_long_work_is_done_in_a_process_of_its_own() -> None:
    work = partial(process_numbers, range(3))
    with working(work, is_long=True) as long, working(work, is_long=False) as short:
        found = list(long()), list(short())
    assert found[1] == [PARENT] * 3
    assert found[0] == [found[0][0]] * 3 != [PARENT] * 3


@needs_fork
def test_long_work_that_fails_is_told_where_its_results_are_wanted() -> None:
    with working(partial(fail, range(3)), is_long=True) as found:
        time.sleep(0.01)
        with pytest.raises(LookupError, match="pětka"):
            list(found())


@needs_fork
def test_long_work_that_nobody_waits_for_is_ended() -> None:
    with (
        pytest.raises(ZeroDivisionError),
        working(partial(sleep, range(3)), is_long=True),
    ):
        raise ZeroDivisionError
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
