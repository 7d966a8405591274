"""The explanations of codes, read from the Markdown files of this folder, one file a group.

A code is a heading of the first level. Below it stand why the rule is there and the sections
„Špatně“, „Správně“ and „Jak to opravit“; an example is a fenced block, and what the check says to
the bad one is a quotation under it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
SOURCE = f"src/inspirace/{FOLDER.name}/"  # in the repository, where a code host draws Markdown
ADDRESS = "chyby/"  # of the list of all codes, and of the folder of their pages

# The files in the order in which a case is read and checked, each with what people call it.
GROUPS: Mapping[str, str] = {
    "reading": "Soubor",
    "front_matter": "Zápis hlavičky",
    "fields": "Pole a jejich hodnoty",
    "body": "Text, odkazy a obrázky",
    "language": "Jazyk",
    "editors": "Soubory redakce",
}
WRONG, RIGHT, REPAIR = "Špatně", "Správně", "Jak to opravit"

Links = Callable[[str], str]  # a code to the whole address of its explanation, or to nothing

_FENCE = "```"
_EXAMPLE = re.compile(r"```\n(.*?)\n```", re.DOTALL)
_QUOTATION = re.compile(r"^> (.+)$", re.MULTILINE)
_WHY = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a page of a code says; `why` and `repair` are Markdown, the examples plain text.

    `message` is what the check says to the bad example, empty where that depends on the computer.
    """

    code: str
    group: str
    why: str
    wrong: str
    message: str
    right: str
    repair: str


@cache
def read_explanations() -> Mapping[str, Explanation]:
    """Return the explanations by code, in the order of their files."""
    return {one.code: one for group in GROUPS for one in _read_group(group)}


def explanation_address(code: str) -> str:
    """Return the address of a code's page, relative to the site."""
    return f"{ADDRESS}{code}/"


def explanation_source(code: str) -> str:
    """Return where the repository has the explanation: its file and the heading in it."""
    return f"{SOURCE}{read_explanations()[code].group}.md#{code}"


def explanation_links(site_url: str = "", source_url: str = "") -> Links:
    """Return where codes are explained: on the site, else among the repository's files.

    `source_url` is where the repository's files of this version are. Both end with a slash; empty
    means not known.
    """
    if site_url:
        return lambda code: f"{site_url}{explanation_address(code)}"
    if source_url:
        return lambda code: f"{source_url}{explanation_source(code)}"
    return nowhere


def nowhere(_: str) -> str:
    """Return no address: nobody knows where the site is."""
    return ""


def _read_group(group: str) -> Iterator[Explanation]:
    for code, sections in _written(FOLDER / f"{group}.md").items():
        wrong = sections[WRONG]
        message = _QUOTATION.search(_EXAMPLE.sub("", wrong))
        yield Explanation(
            code=code,
            group=group,
            why=sections[_WHY],
            wrong=_example(wrong),
            message=message[1] if message else "",
            right=_example(sections[RIGHT]),
            repair=sections[REPAIR],
        )


def _example(section: str) -> str:
    found = _EXAMPLE.search(section)
    return found[1] if found else ""


def _written(path: Path) -> Mapping[str, Mapping[str, str]]:
    """Return the sections of each code of a file by title; what is in a fence is no heading."""
    codes: dict[str, dict[str, str]] = {}
    code = title = ""
    is_example = False
    for line in path.read_text(encoding="utf-8").splitlines():
        is_example ^= line == _FENCE
        if not is_example and line.startswith("# "):
            code, title = line.removeprefix("# "), _WHY
        elif not is_example and line.startswith("## "):
            title = line.removeprefix("## ")
        else:
            sections = codes.setdefault(code, {})
            sections[title] = f"{sections.get(title, '')}{line}\n"
    return {
        name: {heading: text.strip("\n") for heading, text in sections.items()}
        for name, sections in codes.items()
    }
