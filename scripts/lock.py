"""Make requirements.lock and requirements-dev.lock from pyproject.toml: needs uv (pip install uv).

The locks hold every file of every release, so that one lock serves Linux, macOS and Windows and
Python 3.11 to 3.14, and no registry's address. Versions that are in a lock stay while they fit
pyproject.toml; `--upgrade` takes newer ones.
"""

import argparse
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEADER = """\
# Made from pyproject.toml by: python3 scripts/lock.py
# For Linux, macOS and Windows and Python 3.11 to 3.14. Do not edit by hand.
"""
RUN_TIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"


def build_backend(pyproject: Path) -> str:
    """Return the requirements of the build backend, one a line: uv itself leaves them out."""
    settings = tomllib.loads(pyproject.read_text(encoding="utf-8"))
    return "\n".join(settings["build-system"]["requires"])


def lock_command(uv: str, lock: str, *, upgrade: bool) -> Iterator[str]:
    """Yield the words of the command that makes a lock; `-` is the build backend."""
    yield from (uv, "pip", "compile", "--quiet", "pyproject.toml", "-", "--output-file", lock)
    yield from ("--universal", "--python-version", "3.11", "--generate-hashes")
    yield from ("--no-header", "--no-annotate", "--no-emit-index-url", "--no-config")
    if lock == DEVELOPMENT:
        yield from ("--group", "dev", "--constraints", RUN_TIME)
    if upgrade:
        yield "--upgrade"


def write_lock(uv: str, lock: str, *, upgrade: bool) -> None:
    """Make one lock in place and put our header on its top."""
    path = ROOT / lock
    subprocess.run(  # noqa: S603 - our own words
        list(lock_command(uv, lock, upgrade=upgrade)),
        cwd=ROOT,
        input=build_backend(ROOT / "pyproject.toml"),
        encoding="utf-8",
        check=True,
    )
    path.write_text(HEADER + path.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")


def main() -> int:
    """Make both locks, the development one on top of the other."""
    parser = argparse.ArgumentParser(description="Vyrobí soubory se zámky závislostí.")
    parser.add_argument("--upgrade", action="store_true", help="vezme novější verze")
    arguments = parser.parse_args()
    uv = shutil.which("uv")
    if uv is None:
        print("Chybí program uv. Doinstalujete ho příkazem: pip install uv", file=sys.stderr)
        return 2
    for lock in (RUN_TIME, DEVELOPMENT):
        try:
            write_lock(uv, lock, upgrade=arguments.upgrade)
        except subprocess.CalledProcessError:
            return 1
        print(f"Soubor {lock} je hotový.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
