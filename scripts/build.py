"""Prepare the environment, check the content and build the site into the folder site."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older one must hear it in Czech
    sys.exit("Je potřeba Python 3.11 nebo novější. Tenhle je " + sys.version.split()[0] + ".")

import os
import re
import subprocess
from pathlib import Path

from environment import (
    FAILED,
    GOOD,
    ROOT,
    RUN_TIME,
    CzechParser,
    call,
    child_variables,
    finish,
    prepare,
    program,
    run_quietly,
)

DESCRIPTION = "Připraví prostředí, zkontroluje obsah a sestaví web do složky site."
SUMMARY_LIMIT = 500_000  # characters; a job summary may have one mebibyte


def fenced(report: str) -> str:
    """Return the report as a block of Markdown that no line of the report can end."""
    longest = max((len(ticks) for ticks in re.findall("`+", report)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"## Kontrola obsahu\n\n{fence}text\n{report[:SUMMARY_LIMIT].rstrip()}\n{fence}\n"


def check() -> int:
    """Print the report, and put it into the job summary where there is one; return its status."""
    done = subprocess.run(  # noqa: S603 - our own words
        [program(ROOT, "inspirace"), "check"],
        cwd=ROOT,
        env=child_variables(),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    print(done.stdout, end="", flush=True)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(fenced(done.stdout))
    return done.returncode


def main() -> int:
    """Build the site; content with errors leaves the last one as it was."""
    CzechParser(DESCRIPTION).parse_args()
    prepare(ROOT, RUN_TIME, run_quietly)
    if check() != GOOD or call("mkdocs", "build", "--strict", "--quiet") != GOOD:
        print("Web se nesestavil; co bylo ve složce site, zůstalo, jak bylo.", file=sys.stderr)
        return FAILED
    print("Web je ve složce site.")
    return GOOD


if __name__ == "__main__":
    finish(main)
