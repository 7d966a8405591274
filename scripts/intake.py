"""Prepare the environment and make a proposal of a filled issue form, from GitHub's event."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older one must hear it in Czech
    sys.exit("Je potřeba Python 3.11 nebo novější. Tenhle je " + sys.version.split()[0] + ".")

import os
from pathlib import Path

from environment import (
    FAILED,
    GOOD,
    ROOT,
    RUN_TIME,
    CzechParser,
    PreparationError,
    call,
    finish,
    prepare,
    run_quietly,
)

DESCRIPTION = "Z vyplněného formuláře na GitHubu připraví návrh změny a odpověď odesílateli."


def main() -> int:
    """Write the proposal; a form that needs repair gives one too, with the answer alone."""
    parser = CzechParser(DESCRIPTION)
    parser.add_argument(
        "--proposal", required=True, metavar="SOUBOR", help="kam návrh a odpověď zapsat"
    )
    proposal: str = parser.parse_args().proposal
    event = os.environ.get("GITHUB_EVENT_PATH")
    if not event:
        raise PreparationError("Chybí událost: proměnná GITHUB_EVENT_PATH není nastavená.")
    prepare(ROOT, RUN_TIME, run_quietly)
    call("inspirace", "intake", event, "--proposal", proposal)
    return GOOD if Path(ROOT, proposal).is_file() else FAILED


if __name__ == "__main__":
    finish(main)
