"""Prepare the environment and say what a pull request changes in the catalogue."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older one must hear it in Czech
    sys.exit("Je potřeba Python 3.11 nebo novější. Tenhle je " + sys.version.split()[0] + ".")

from environment import ROOT, RUN_TIME, CzechParser, call, finish, prepare, run_quietly

DESCRIPTION = "Řekne, co návrh mění v katalogu, a nakreslí náhled změněných stránek."
PREVIEW = "nahled.html"


def main() -> int:
    """Print the summary and write the preview."""
    parser = CzechParser(DESCRIPTION)
    parser.add_argument(
        "--base", required=True, metavar="SLOŽKA", help="katalog, jak vypadal před změnou"
    )
    base: str = parser.parse_args().base
    prepare(ROOT, RUN_TIME, run_quietly)
    return call("inspirace", "review", base, "--preview", PREVIEW, "--links")


if __name__ == "__main__":
    finish(main)
