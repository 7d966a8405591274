"""Prepare the environment and run every check of the code and every test."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older one must hear it in Czech
    sys.exit("Je potřeba Python 3.11 nebo novější. Tenhle je " + sys.version.split()[0] + ".")

from environment import (
    DEVELOPMENT,
    FAILED,
    GOOD,
    ROOT,
    CzechParser,
    call,
    finish,
    prepare,
    run_quietly,
)

DESCRIPTION = "Připraví prostředí a spustí všechny kontroly kódu a všechny testy."
# The tests come last, so that their count ends the output.
CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("zizmor", "--offline", ".github"),
    ("pytest",),
)


def main() -> int:
    """Run every check, whatever the others say, and name those that failed."""
    CzechParser(DESCRIPTION).parse_args()
    prepare(ROOT, DEVELOPMENT, run_quietly)
    failed = []
    for words in CHECKS:
        print(f"== {' '.join(words)}", flush=True)
        if call(*words) != GOOD:
            failed.append(" ".join(words))
    if failed:
        print(f"Neprošlo: {', '.join(failed)}.", file=sys.stderr)
    return FAILED if failed else GOOD


if __name__ == "__main__":
    finish(main)
