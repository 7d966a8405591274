"""Prepare the environment, check the content and build the site into the folder site."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older one must hear it in Czech
    sys.exit("Je potřeba Python 3.11 nebo novější. Tenhle je " + sys.version.split()[0] + ".")

import os
import shutil
import subprocess
from pathlib import Path

from environment import (
    FAILED,
    GOOD,
    ROOT,
    RUN_TIME,
    CzechParser,
    PreparationError,
    call,
    child_variables,
    finish,
    prepare,
    program,
    run_quietly,
)

DESCRIPTION = "Připraví prostředí, zkontroluje obsah a sestaví web do složky site."


def changed_files() -> bytes:
    """Return the files that the last commit changes, each ended with NUL, or nothing.

    GitHub checks a pull request out as a merge: its first parent is the branch it is meant for.
    """
    git = shutil.which("git")
    if git is None:
        return b""
    done = subprocess.run(  # noqa: S603 - our own words
        [git, "diff", "--name-only", "-z", "--relative", "HEAD^", "HEAD"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # there may be no commit before it
        check=False,
    )
    return done.stdout


def check() -> int:
    """Print the report, on GitHub as annotations; return its status."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return call("inspirace", "check")
    return subprocess.run(  # noqa: S603 - our own words
        [program(ROOT, "inspirace"), "check", "--format", "github", "--changed", "-"],
        cwd=ROOT,
        env=child_variables(),
        input=changed_files(),
        check=False,
    ).returncode


def write_sarif(path: Path) -> None:
    """Write the report for programs."""
    done = subprocess.run(  # noqa: S603 - our own words
        [program(ROOT, "inspirace"), "check", "--format", "sarif"],
        cwd=ROOT,
        env=child_variables(),
        stdout=subprocess.PIPE,
        check=False,
    )
    try:
        path.write_bytes(done.stdout)
    except OSError as error:
        raise PreparationError(f"Do souboru {path} nejde zapsat.") from error


def main() -> int:
    """Build the site; content with errors leaves the last one as it was."""
    parser = CzechParser(DESCRIPTION)
    parser.add_argument(
        "--sarif", type=Path, metavar="SOUBOR", help="kam zapsat nálezy kontroly pro programy"
    )
    sarif: Path | None = parser.parse_args().sarif
    prepare(ROOT, RUN_TIME, run_quietly)
    if sarif is not None:
        write_sarif(sarif)
    if check() != GOOD or call("mkdocs", "build", "--strict", "--quiet") != GOOD:
        print("Web se nesestavil; co bylo ve složce site, zůstalo, jak bylo.", file=sys.stderr)
        return FAILED
    print("Web je ve složce site.")
    return GOOD


if __name__ == "__main__":
    finish(main)
