"""The environment in .venv: made from a lock once, then only used. Standard library only."""

import argparse
import hashlib
import importlib.util
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]
RUN_TIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"
# An environment made from the lock on the right can do all that the one on the left can.
SERVED_BY: Mapping[str, tuple[str, ...]] = {
    RUN_TIME: (RUN_TIME, DEVELOPMENT),
    DEVELOPMENT: (DEVELOPMENT,),
}
INSTALL_LOG = ".cache/install.log"
GOOD, FAILED, INTERRUPTED = 0, 1, 130

Run = Callable[[Path, Sequence[str]], None]

# Of the caller's variables, these would lead Python and pip out of .venv.
_MISLEADING = frozenset({"PYTHONHOME", "PYTHONPATH", "PIP_PREFIX", "PIP_TARGET", "PIP_USER"})
_SETTINGS = {
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_NO_INPUT": "1",
    "PYTHONUTF8": "1",  # Czech on a console of Windows
    "NO_MKDOCS_2_WARNING": "true",  # Material's English advertisement
}


class PreparationError(Exception):
    """The environment cannot be made; the message is a Czech sentence."""


class CzechParser(argparse.ArgumentParser):
    """Arguments of a script, with help and refusal in Czech."""

    def __init__(self, description: str) -> None:
        """Make a parser whose one option is help."""
        name = f"python3 scripts/{Path(sys.argv[0]).name}"
        super().__init__(prog=name, description=description, add_help=False, allow_abbrev=False)
        self._optionals.title = "Přepínače"
        self.add_argument("-h", "--help", action="help", help="vypíše tuto nápovědu a skončí")

    def format_help(self) -> str:
        """Return the help; argparse has its first word in English."""
        return super().format_help().replace("usage: ", "Použití: ", 1)

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse speaks English only
        """Leave with the status of a wrong use."""
        self.exit(2, f"Takhle příkaz použít nejde. Nápovědu vypíše: {self.prog} --help\n")


def program(root: Path, name: str) -> Path:
    """Return the path of a program in the environment."""
    folder, suffix = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
    return root / ".venv" / folder / f"{name}{suffix}"


def child_variables() -> dict[str, str]:
    """Return the variables for programs of the environment."""
    kept = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
    return kept | _SETTINGS


def stamp(root: Path, lock: str) -> str:
    """Return what says that .venv holds the lock; with any of it changed, .venv is made anew."""
    digest = hashlib.sha256((root / lock).read_bytes()).hexdigest()
    return f"Python {platform.python_version()}\n{root}\n{lock} {digest}\n"


def prepare(root: Path, lock: str, run: Run) -> None:
    """Make the environment from the lock unless it is there; `run` runs one command in a folder."""
    stamp_file = root / ".venv" / "inspirace.txt"
    found = stamp_file.read_text(encoding="utf-8") if stamp_file.is_file() else ""
    python = program(root, "python")
    if python.exists() and found in {stamp(root, one) for one in SERVED_BY[lock]}:
        return
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        raise PreparationError(
            "V tomto Pythonu chybí moduly venv a ensurepip a bez nich se prostředí nedá založit.\n"
            "V Debianu a Ubuntu je doinstaluje: sudo apt install python3-venv"
        )
    print("Připravuji prostředí ve složce .venv. Potrvá to asi minutu a je k tomu", flush=True)
    print("potřeba internet; příště už ne.", flush=True)
    if not (python.exists() and found == stamp(root, RUN_TIME)):
        run(root, [sys.executable, "-m", "venv", "--clear", ".venv"])
    stamp_file.unlink(missing_ok=True)  # an interrupted installation leaves no stamp
    pip = (str(python), "-m", "pip", "install")
    run(root, [*pip, "--require-hashes", "-r", lock])
    run(root, [*pip, "--no-deps", "--no-build-isolation", "-e", "."])
    stamp_file.write_text(stamp(root, lock), encoding="utf-8")


def run_quietly(root: Path, command: Sequence[str]) -> None:
    """Run one step of the preparation; what it printed is shown only if it fails."""
    done = subprocess.run(  # noqa: S603 - our own words
        command,
        cwd=root,
        env=child_variables(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode == 0:
        return
    log = root / INSTALL_LOG
    log.parent.mkdir(exist_ok=True)
    log.write_bytes(done.stdout)
    if os.environ.get("CI"):  # nobody will open a file there
        sys.stderr.write(done.stdout.decode(errors="replace"))
    raise PreparationError(
        "Prostředí ve složce .venv se nepodařilo připravit. Nejspíš chybí připojení k internetu,\n"
        "nebo ze složky .venv právě běží jiný program. Až to napravíte, spusťte příkaz znovu.\n"
        f"Co přesně se stalo, je v souboru {INSTALL_LOG}."
    )


def call(name: str, *words: str) -> int:
    """Run a program of the environment in the project's folder; return its status."""
    command = [str(program(ROOT, name)), *words]
    return subprocess.run(command, cwd=ROOT, env=child_variables(), check=False).returncode  # noqa: S603 - our own words


def finish(main: Callable[[], int]) -> NoReturn:
    """Run a script and leave with its status, without a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        sys.exit(main())
    except PreparationError as error:
        print(error, file=sys.stderr)
        sys.exit(FAILED)
    except KeyboardInterrupt:
        print("\nPřerušeno.", file=sys.stderr)
        sys.exit(INTERRUPTED)
