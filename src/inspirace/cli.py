"""The command `inspirace`: finds the subcommand that was asked for and leaves with its status."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Protocol, cast

from inspirace import __version__
from inspirace.arguments import UsageError, make_parser, speak_czech

WRONG_USE = 2
_EPILOG = "Výsledek: 0 bez chyb, 1 v obsahu jsou chyby, 2 příkaz je napsaný špatně."
_DESCRIPTION = "Zkontroluje katalog sociálních inovací v knihovnách a nakreslí ho do webu."

# Each is a module of the same name in `commands`. A new command begins with its row here.
COMMANDS: Mapping[str, str] = {
    "check": "zkontroluje obsah",
    "explain": "vysvětlí, co chyba znamená",
    "fix": "opraví, co jde opravit samo",
    "new": "založí soubor nového případu nebo metody",
    "export": "napíše soubory pro jiné programy",
    "render": "nakreslí katalog do webu",
    "review": "řekne, co změna přináší",
    "intake": "udělá soubor z vyplněného formuláře",
}


class Command(Protocol):
    """A module of `commands`; `run` prints and returns the exit status, or raises UsageError."""

    DESCRIPTION: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the subcommand's arguments."""

    def run(self, asked: argparse.Namespace) -> int:
        """Do what was asked; return 0 for good or warnings only, 1 for errors."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 for good or warnings only, 1 for errors, 2 for wrong use."""
    _speak_utf8()
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except UsageError as error:
        print(error, file=sys.stderr)
        return WRONG_USE


def _run(arguments: Sequence[str]) -> int:
    parser = make_parser("inspirace", _DESCRIPTION, _EPILOG)
    parser.add_argument(
        "--version", action="version", version=__version__, help="vypíše verzi a skončí"
    )
    commands = parser.add_subparsers(
        title="Příkazy", dest="command", metavar="PŘÍKAZ", required=True
    )
    # Only the asked module is imported: a check starts without what draws pages or makes forms.
    asked_name = next((one for one in arguments if not one.startswith("-")), "")
    for name, purpose in COMMANDS.items():
        subparser = commands.add_parser(name, help=purpose, add_help=False)
        if name == asked_name:
            speak_czech(subparser)
            command = _command(name)
            subparser.description = command.DESCRIPTION
            command.add_arguments(subparser)
    asked = parser.parse_args(arguments)
    return _command(asked.command).run(asked)


def _command(name: str) -> Command:
    return cast("Command", import_module(f"inspirace.commands.{name}"))


def _speak_utf8() -> None:
    # A console of an old Windows has another encoding; Czech must not end in a traceback.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
