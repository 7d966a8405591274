"""The environment is made once, made anew when something changed, and never left half-made."""

import argparse
import ast
import importlib.util
import os
import platform
import runpy
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import environment
import pytest
from environment import (
    DEVELOPMENT,
    INSTALL_LOG,
    RUN_TIME,
    CzechParser,
    PreparationError,
    child_variables,
    finish,
    prepare,
    program,
    run_quietly,
)
from support import PROJECT

ENTRIES = ("serve.py", "build.py", "test.py")
INSTALL = "install --require-hashes -r"
EDITABLE = "install --no-deps --no-build-isolation -e ."


@dataclass
class Recorder:
    """Runs no command: remembers it, and makes the Python that `venv` would make."""

    fails_at: str = "nothing"
    done: list[str] = field(default_factory=list)

    def __call__(self, root: Path, command: Sequence[str]) -> None:
        """Stand for `run_quietly`."""
        words = " ".join(command[3:])
        if self.fails_at in words:
            raise PreparationError
        if command[2] == "venv":
            shutil.rmtree(root / ".venv", ignore_errors=True)
            program(root, "python").parent.mkdir(parents=True)
            program(root, "python").touch()
        self.done.append(words)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / RUN_TIME).write_text("a==1\n", encoding="utf-8")
    (root / DEVELOPMENT).write_text("a==1\nb==1\n", encoding="utf-8")
    return root


def prepared(root: Path, lock: str) -> list[str]:
    """Prepare the environment and return the commands that it took."""
    recorder = Recorder()
    prepare(root, lock, recorder)
    return recorder.done


ANEW = ["--clear .venv", f"{INSTALL} {RUN_TIME}", EDITABLE]


@pytest.mark.parametrize(
    ("there", "wanted", "commands"),
    [
        pytest.param(None, RUN_TIME, ANEW, id="nothing-there"),
        pytest.param(RUN_TIME, RUN_TIME, [], id="ready"),
        pytest.param(DEVELOPMENT, RUN_TIME, [], id="the-bigger-one-is-there"),
        pytest.param(
            RUN_TIME, DEVELOPMENT, [f"{INSTALL} {DEVELOPMENT}", EDITABLE], id="grows-in-place"
        ),
    ],
)
def test_only_what_is_missing_is_installed(
    root: Path, there: str | None, wanted: str, commands: list[str]
) -> None:
    if there is not None:
        prepare(root, there, Recorder())
    assert prepared(root, wanted) == commands
    assert prepared(root, wanted) == []


def change_lock(root: Path) -> Path:
    (root / RUN_TIME).write_text("a==2\n", encoding="utf-8")
    return root


def lose_python(root: Path) -> Path:
    program(root, "python").unlink()
    return root


def lose_stamp(root: Path) -> Path:
    (root / ".venv" / "inspirace.txt").unlink()
    return root


def move(root: Path) -> Path:
    return root.rename(root.with_name("moved"))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(change_lock, id="changed-lock"),
        pytest.param(lose_python, id="lost-python"),
        pytest.param(lose_stamp, id="no-stamp"),
        pytest.param(move, id="moved-folder"),
    ],
)
def test_a_change_makes_the_environment_anew(root: Path, change: Callable[[Path], Path]) -> None:
    prepare(root, RUN_TIME, Recorder())
    assert prepared(change(root), RUN_TIME) == ANEW


def test_another_python_makes_the_environment_anew(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(root, RUN_TIME, Recorder())
    monkeypatch.setattr(platform, "python_version", lambda: "3.99.0")
    assert prepared(root, RUN_TIME) == ANEW


@pytest.mark.parametrize("step", ["--clear", INSTALL, EDITABLE])
def test_an_interrupted_preparation_is_made_again(root: Path, step: str) -> None:
    with pytest.raises(PreparationError):
        prepare(root, RUN_TIME, Recorder(fails_at=step))
    assert prepared(root, RUN_TIME) == ANEW


def test_an_interrupted_growth_is_made_again(root: Path) -> None:
    prepare(root, RUN_TIME, Recorder())
    with pytest.raises(PreparationError):
        prepare(root, DEVELOPMENT, Recorder(fails_at=EDITABLE))
    assert prepared(root, RUN_TIME) == ANEW


def test_a_python_without_ensurepip_is_refused_in_czech(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(PreparationError, match="sudo apt install python3-venv"):
        prepare(root, RUN_TIME, Recorder())


def test_a_failed_step_keeps_its_output_in_the_log(
    root: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(PreparationError, match=INSTALL_LOG):
        run_quietly(root, [sys.executable, "-c", "print('what pip says'); exit(3)"])
    assert (root / INSTALL_LOG).read_text(encoding="utf-8") == "what pip says\n"
    assert capfd.readouterr() == ("", "")


def test_on_a_server_a_failed_step_shows_its_output(
    root: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(PreparationError):
        run_quietly(root, [sys.executable, "-c", "print('what pip says'); exit(3)"])
    assert capfd.readouterr() == ("", "what pip says\n")


def test_a_good_step_is_silent(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run_quietly(root, [sys.executable, "-c", "print('what pip says')"])
    assert capfd.readouterr() == ("", "")


def test_variables_that_mislead_python_do_not_reach_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("KEPT", "yes")
    variables = child_variables()
    assert ("PYTHONPATH" in variables, "PIP_USER" in variables) == (False, False)
    assert variables["KEPT"] == "yes"


@pytest.mark.skipif(os.name == "nt", reason="the paths of other systems")
def test_a_program_is_where_venv_puts_it() -> None:
    assert program(Path("/x"), "mkdocs") == Path("/x/.venv/bin/mkdocs")


def interrupt() -> int:
    raise KeyboardInterrupt


def fail() -> int:
    raise PreparationError("Nejde to.")


@pytest.mark.parametrize(
    ("main", "status", "said"),
    [
        pytest.param(lambda: 0, 0, "", id="good"),
        pytest.param(lambda: 2, 2, "", id="its-own-status"),
        pytest.param(fail, 1, "Nejde to.\n", id="not-prepared"),
        pytest.param(interrupt, 130, "\nPřerušeno.\n", id="interrupted"),
    ],
)
def test_a_script_ends_without_a_traceback(
    main: Callable[[], int], status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        finish(main)
    assert (left.value.code, capsys.readouterr().err) == (status, said)


@pytest.fixture
def parser(monkeypatch: pytest.MonkeyPatch) -> argparse.ArgumentParser:
    monkeypatch.setattr(sys, "argv", ["scripts/test.py"])
    monkeypatch.setenv("NO_COLOR", "1")
    return CzechParser("Udělá to.")


def test_help_is_czech(parser: argparse.ArgumentParser) -> None:
    assert parser.format_help() == (
        "Použití: python3 scripts/test.py [-h]\n\nUdělá to.\n\nPřepínače:\n"
        "  -h, --help  vypíše tuto nápovědu a skončí\n"
    )


def test_refusal_is_czech(
    parser: argparse.ArgumentParser, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        parser.parse_args(["--nonsense"])
    assert capsys.readouterr().err == (
        "Takhle příkaz použít nejde. Nápovědu vypíše: python3 scripts/test.py --help\n"
    )


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_old_python_can_read_the_script_and_says_what_is_needed(
    entry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = PROJECT / "scripts" / entry
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 7))
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(sys, "version", "3.9.2 (main)")
    with pytest.raises(SystemExit) as left:
        runpy.run_path(str(path))
    assert left.value.code == "Je potřeba Python 3.11 nebo novější. Tenhle je 3.9.2."


@pytest.mark.parametrize("path", [PROJECT / "scripts" / entry for entry in ENTRIES], ids=ENTRIES)
def test_the_commands_need_the_standard_library_only(path: Path) -> None:
    for file in (path, Path(environment.__file__)):
        imported = {
            alias.name if isinstance(node, ast.Import) else node.module or ""
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        assert {name.split(".")[0] for name in imported} - {
            "environment"
        } <= sys.stdlib_module_names
