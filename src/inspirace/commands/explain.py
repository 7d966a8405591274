"""The command `explain`: what a code of a finding means."""

import argparse

from inspirace.arguments import UsageError
from inspirace.codes import CODES
from inspirace.czech import best_match
from inspirace.reporters import report_explanation

DESCRIPTION = "Vypíše, co chyba znamená, příklad špatně a správně a jak ji opravit."
_CODE = "kód chyby, slovo v hranaté závorce na konci hlášení"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `explain`."""
    parser.add_argument("codes", nargs="+", metavar="KÓD", help=_CODE)


def run(asked: argparse.Namespace) -> int:
    """Print the explanation of each code."""
    for code in asked.codes:
        if code not in CODES:
            meant = best_match(code, CODES)
            advice = (
                f"Nemá to být {meant}?" if meant else "Kód stojí v hranaté závorce za hlášením."
            )
            raise UsageError(f"Kód „{code}“ kontrola nemá. {advice}")
    print("\n\n".join(map(report_explanation, asked.codes)), end="")
    return 0
