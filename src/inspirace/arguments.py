"""Arguments of the command, with help and every refusal in Czech."""

import argparse
import re
from collections.abc import Collection, Sequence
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
_ENGLISH_QUOTES = str.maketrans("", "", "'\"")

_DESCRIPTION = "Zkontroluje katalog sociálních inovací v knihovnách a nakreslí ho do webu."
_EPILOG = "Výsledek: 0 bez chyb, 1 v obsahu jsou chyby, 2 příkaz je napsaný špatně."


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


def parse_arguments(
    arguments: Sequence[str], formats: Collection[str], version: str
) -> argparse.Namespace:
    """Return the command's arguments, or raise UsageError; `--help` prints and leaves."""
    parser = _CzechParser("inspirace", description=_DESCRIPTION, epilog=_EPILOG, add_help=False)
    _speak_czech(parser)
    parser.add_argument(
        "--version", action="version", version=version, help="vypíše verzi a skončí"
    )
    commands = parser.add_subparsers(
        title="Příkazy", dest="command", metavar="PŘÍKAZ", required=True
    )

    check = commands.add_parser(
        "check", help="zkontroluje obsah", description=_CHECK, add_help=False
    )
    _speak_czech(check)
    check.add_argument("paths", nargs="*", metavar="CESTA", help="soubor nebo složka; jinak vše")
    check.add_argument(
        "--format", choices=tuple(formats), default="text", metavar="PODOBA", help=_FORMAT
    )
    check.add_argument("--changed", metavar="SOUBOR", help=_CHANGED)
    _add_root(check)

    render = commands.add_parser(
        "render", help="nakreslí katalog do webu", description=_RENDER, add_help=False
    )
    _add_render(render)

    explain = commands.add_parser(
        "explain", help="vysvětlí, co chyba znamená", description=_EXPLAIN, add_help=False
    )
    _speak_czech(explain)
    explain.add_argument("codes", nargs="+", metavar="KÓD", help=_CODE)
    _add_intake(commands.add_parser("intake", help=_FORM, description=_INTAKE, add_help=False))
    asked = parser.parse_args(arguments)
    if asked.command == "check" and asked.changed is not None and asked.format != "github":
        raise UsageError("--changed patří k --format github.")
    return asked


_CHECK = "Projde obsah katalogu a vypíše všechno, co je potřeba opravit."
_FORMAT = (
    "podoba výpisu: text pro lidi (výchozí), json a sarif pro programy, github pro kontrolu na"
    " GitHubu"
)
_CHANGED = (
    "seznam změněných souborů, každý na svém řádku; jejich chyby vypíše github první (- čte"
    " seznam ze vstupu)"
)
_EXPLAIN = "Vypíše, co chyba znamená, příklad špatně a správně a jak ji opravit."
_CODE = "kód chyby, slovo v hranaté závorce na konci hlášení"
_RENDER = (
    "Nakreslí katalog do webu, který už postavil generátor stránek. Adresu webu bere z proměnné"
    " SITE_URL, adresu repozitáře z REPO_URL."
)


def _speak_czech(parser: argparse.ArgumentParser) -> None:
    # argparse names its groups only in English and has no public way to say otherwise.
    parser._positionals.title = "Co zadat"  # noqa: SLF001
    parser._optionals.title = "Přepínače"  # noqa: SLF001
    parser.add_argument("-h", "--help", action="help", help="vypíše tuto nápovědu a skončí")


def _add_render(render: argparse.ArgumentParser) -> None:
    _speak_czech(render)
    render.add_argument("site_dir", metavar="SLOŽKA_WEBU", help="složka s hotovým webem")
    _add_root(render)


def _add_intake(intake: argparse.ArgumentParser) -> None:
    _speak_czech(intake)
    intake.add_argument("event", metavar="UDÁLOST", help="soubor s událostí, jak ho dá GitHub")
    intake.add_argument("--answer", metavar="SOUBOR", help="kam zapsat odpověď; jinak se vypíše")
    intake.add_argument("--proposal", metavar="SOUBOR", help=_PROPOSAL)
    _add_root(intake)


_FORM = "udělá soubor z vyplněného formuláře"
_INTAKE = (
    "Z vyplněného formuláře na GitHubu udělá soubor katalogu, nebo odpoví, co je potřeba opravit."
    " Jiný soubor nepřepíše."
)
_PROPOSAL = "kam zapsat pro programy (JSON) odpověď, cestu k souboru a jeho celý text"


def _add_root(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--root", default=".", metavar="SLOŽKA", help="složka katalogu; jinak ta, kde jste"
    )


def _in_czech(message: str) -> str:
    for pattern, sentence in _REFUSALS:
        found = re.fullmatch(pattern, message)
        if found:
            parts = {
                name: text.translate(_ENGLISH_QUOTES) for name, text in found.groupdict().items()
            }
            return sentence.format(**parts)
    return "Takhle příkaz použít nejde."
