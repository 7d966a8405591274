"""Arguments of the command, with help and every refusal in Czech."""

import argparse
import os
import re
from collections.abc import Collection
from pathlib import Path
from typing import NoReturn

# argparse refuses in English only; what none of these patterns fits gets a general sentence.
_REFUSALS = (
    (r"the following arguments are required: (?P<a>.+)", "Chybí: {a}."),
    (r"unrecognized arguments: (?P<a>.+)", "Tomuhle příkaz nerozumí: {a}."),
    (r"argument (?P<a>\S+): expected (?:one|at least one) argument", "Za {a} chybí hodnota."),
    (
        r"argument (?P<a>\S+): invalid choice: (?P<b>.*) \(choose from (?P<c>.+)\)",
        "{a} nemůže být „{b}“. Vyberte z těchto: {c}.",
    ),
    (r"argument (?P<a>\S+): ignored explicit argument (?P<b>.*)", "{a} nemá žádnou hodnotu."),
)
_OTHER_ROOT = "Přejděte do složky katalogu, nebo ji zadejte přepínačem --root."
_ENGLISH_QUOTES = str.maketrans("", "", "'\"")


class UsageError(Exception):
    """The command was called in a wrong way; the message is a Czech sentence."""


class _CzechParser(argparse.ArgumentParser):
    """A parser that raises UsageError instead of printing English and leaving."""

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "Použití: ", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "Použití: ", 1)

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{_in_czech(message)}\nNápovědu vypíše: {self.prog} --help")


def make_parser(name: str, description: str, epilog: str) -> argparse.ArgumentParser:
    """Return a parser, and of subparsers, that raises UsageError; `--help` prints and leaves."""
    parser = _CzechParser(name, description=description, epilog=epilog, add_help=False)
    speak_czech(parser)
    return parser


def speak_czech(parser: argparse.ArgumentParser) -> None:
    """Name the groups of a parser's help in Czech, and add the help itself."""
    # argparse names its groups only in English and has no public way to say otherwise.
    parser._positionals.title = "Co zadat"  # noqa: SLF001
    parser._optionals.title = "Přepínače"  # noqa: SLF001
    parser.add_argument("-h", "--help", action="help", help="vypíše tuto nápovědu a skončí")


def add_root(parser: argparse.ArgumentParser) -> None:
    """Add where the catalogue is."""
    parser.add_argument(
        "--root", default=".", metavar="SLOŽKA", help="složka katalogu; jinak ta, kde jste"
    )


def add_paths(parser: argparse.ArgumentParser) -> None:
    """Add the files and folders that the command is about."""
    parser.add_argument("paths", nargs="*", metavar="CESTA", help="soubor nebo složka; jinak vše")


def find_root(written: str, advice: str = _OTHER_ROOT) -> Path:
    """Return the catalogue's folder, or raise UsageError where there is no catalogue."""
    root = Path(written)
    if not (root / "content" / "schema").is_dir():
        raise UsageError(
            f"Ve složce „{root.absolute()}“ katalog není: chybí v ní content/schema.\n{advice}"
        )
    return root


def inside(root: Path, written: str) -> str:
    """Return the path relative to the root, or raise UsageError."""
    path = Path(written)
    if not os.path.lexists(path):
        raise UsageError(f"Soubor nebo složka „{written}“ neexistuje.")
    # not resolve(): a broken link or a link out of the folder is still a file of the catalogue
    absolute, top = (Path(os.path.normpath(one.absolute())) for one in (path, root))
    if not absolute.is_relative_to(top):
        raise UsageError(f"„{written}“ leží mimo složku katalogu „{top}“.")
    return absolute.relative_to(top).as_posix()


def is_wanted(path: str, wanted: Collection[str]) -> bool:
    """Return whether a path is one of those asked for, or below one; nothing asked for is all."""
    return not wanted or any(one in (".", path) or path.startswith(f"{one}/") for one in wanted)


def _in_czech(message: str) -> str:
    for pattern, sentence in _REFUSALS:
        found = re.fullmatch(pattern, message)
        if found:
            parts = {
                name: text.translate(_ENGLISH_QUOTES) for name, text in found.groupdict().items()
            }
            return sentence.format(**parts)
    return "Takhle příkaz použít nejde."
