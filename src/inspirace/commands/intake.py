"""The command `intake`: a filled form on GitHub made into a file of the catalogue."""

import argparse
import sys
from pathlib import Path

from inspirace.arguments import UsageError, add_root, find_root
from inspirace.content_files import WriteError
from inspirace.intake.event import EventError, Issue, read_issue
from inspirace.intake.outcome import CatalogueError, Outcome, proposal_text
from inspirace.intake.take_in import take_in
from inspirace.reading.files import obstacle

DESCRIPTION = (
    "Z vyplněného formuláře na GitHubu udělá soubor katalogu, nebo odpoví, co je potřeba opravit."
    " Jiný soubor nepřepíše."
)
_PROPOSAL = "kam zapsat pro programy (JSON) odpověď, cestu k souboru a jeho celý text"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `intake`."""
    parser.add_argument("event", metavar="UDÁLOST", help="soubor s událostí, jak ho dá GitHub")
    parser.add_argument("--answer", metavar="SOUBOR", help="kam zapsat odpověď; jinak se vypíše")
    parser.add_argument("--proposal", metavar="SOUBOR", help=_PROPOSAL)
    add_root(parser)


def run(asked: argparse.Namespace) -> int:
    """Take the form in and print the answer."""
    root = find_root(asked.root)
    for target in filter(None, (asked.answer, asked.proposal)):
        if not Path(target).parent.is_dir():
            raise UsageError(f"Složka pro soubor „{target}“ neexistuje.")
    try:
        issue = read_issue(Path(asked.event))
        outcome = take_in(root, issue)
    except EventError as error:
        raise UsageError(str(error)) from error
    except (CatalogueError, WriteError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Soubor katalogu nejde zapsat: {obstacle(error)}.", file=sys.stderr)
        return 1
    _hand_over(asked, issue, outcome)
    return 0 if outcome.is_good else 1


def _hand_over(asked: argparse.Namespace, issue: Issue, outcome: Outcome) -> None:
    try:
        if asked.proposal:
            text = proposal_text(issue.number, outcome)
            Path(asked.proposal).write_text(text, "utf-8", newline="\n")
        if asked.answer:
            Path(asked.answer).write_text(outcome.answer, "utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"Odpověď nejde zapsat: {obstacle(error)}.") from error
    if not asked.answer:
        print(outcome.answer, end="")
