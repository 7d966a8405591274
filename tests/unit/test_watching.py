"""Watching: a check after each change, and a clean end."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support import MakeRoot

from inspirace.cli import main
from inspirace.commands import check
from inspirace.commands.watching import watch
from inspirace.reporters.watching import BEGINNING, END

CASE = "content/innovations/kurz-pocitace.md"


def waits(*steps: Callable[[], object]) -> Callable[[], None]:
    """Return a waiter that does one step each time it is called, and then is broken off."""
    left = list(steps)

    def wait() -> None:
        if not left:
            raise KeyboardInterrupt
        left.pop(0)()

    return wait


def test_a_check_follows_each_change_only(tmp_path: Path) -> None:
    seen: list[list[str]] = []

    def look() -> int:
        seen.append(sorted(path.name for path in tmp_path.iterdir()))
        return len(seen)

    steps = waits(
        (tmp_path / "a").touch,
        lambda: None,
        (tmp_path / "b").touch,
        (tmp_path / "a").unlink,
        lambda: (tmp_path / "b").rename(tmp_path / "c"),
    )
    assert watch(tmp_path, look, steps) == len(seen)
    assert seen == [[], ["a"], ["a", "b"], ["b"], ["c"]]


def test_what_changes_during_a_check_is_checked_again(tmp_path: Path) -> None:
    checks = iter([(tmp_path / "a").touch, lambda: None])

    def look() -> int:
        next(checks)()
        return 1

    assert watch(tmp_path, look, waits()) == 1
    assert next(checks, None) is None


@pytest.mark.parametrize(
    ("written", "status"),
    [pytest.param("- lidé z Marsu", 1, id="error"), pytest.param("", 0, id="repaired-meanwhile")],
)
def test_the_command_ends_with_the_last_status(
    make_root: MakeRoot,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    written: str,
    status: int,
) -> None:
    path = make_root() / CASE
    good = path.read_text(encoding="utf-8")
    broken = good.replace("- seniori", "- lidé z Marsu")
    last = broken if written else good
    path.write_text(good if written else broken, encoding="utf-8")
    root = path.parents[2]
    monkeypatch.setattr(check, "pause", waits(lambda: path.write_text(last, "utf-8")))
    assert main(["check", "--watch", "--root", str(root)]) == status
    printed = capsys.readouterr().out
    assert printed.count(BEGINNING) == printed.count(END) == 2
    assert printed.count("[unknown-term]") == printed.count("Bez chyb") == 1


def test_watching_reports_to_people_only(
    fixture_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(fixture_root)
    assert main(["check", "--watch", "--format", "json", "--root", root]) == 2
    assert capsys.readouterr().err == "--watch patří k --format text.\n"


def test_a_report_says_what_can_be_repaired(
    make_root: MakeRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    path = make_root() / CASE
    path.write_text(f"\ufeff{path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert main(["check", "--root", str(path.parents[2])]) == 0
    assert "\nCo jde opravit samo, opraví: inspirace fix\n" in capsys.readouterr().out
