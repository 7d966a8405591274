"""Signs of a text: those that nobody sees and nothing needs, and Markdown's marks as Word has them.

Each function takes a text with LF line ends and gives it repaired.
"""

import re
import unicodedata
from collections.abc import Iterator

from inspirace.reading.yaml_text.lines import ODD_SPACES

# A joiner stays: an emoji of several signs would fall apart without it.
_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")
_TRAILING = re.compile(r"[ \t]+$")
_ODD_SPACE_BEHIND_MARK = re.compile(
    rf"^( {{0,3}}(?:#{{1,6}}|[-*+]|\d{{1,9}}[.)])) ?[{ODD_SPACES}][ {ODD_SPACES}]*(?=\S)"
)
_BULLET = re.compile(rf"^( {{0,6}})[•●▪◦‣·][ \t{ODD_SPACES}]+(?=\S)")
_DASH = re.compile(rf"^( {{0,6}})[–—−‒―][ \t{ODD_SPACES}]+(?=\S)")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")


def without_carriage_returns(text: str) -> str:
    """Return the text with LF at the end of each line."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def without_invisible_signs(text: str) -> str:
    """Return the text without spaces of no width."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def composed(text: str) -> str:
    """Return the text with each letter and its accent as one sign."""
    return unicodedata.normalize("NFC", text)


def without_trailing_spaces(text: str, body_from: int) -> str:
    """Return the text without spaces that end lines.

    In a body, which begins at this line from 0, two spaces that break a line of Markdown stay.
    """
    lines = text.split("\n")
    below = [*lines[1:], ""]
    kept = (
        number >= body_from and _breaks_line(line, next_line)
        for number, (line, next_line) in enumerate(zip(lines, below, strict=True))
    )
    return "\n".join(
        line if is_kept else _TRAILING.sub("", line)
        for line, is_kept in zip(lines, kept, strict=True)
    )


def _breaks_line(line: str, below: str) -> bool:
    return line.endswith("  ") and bool(line.strip()) and bool(below.strip())


def with_final_newline(text: str) -> str:
    """Return the text with one line end at its end; an empty one stays empty."""
    bare = text.rstrip("\n")
    return f"{bare}\n" if bare else text


def with_plain_marks(body: str) -> str:
    """Return a Markdown body with ordinary spaces behind its marks, and hyphens before items.

    A dash begins an item only where a neighbouring line has one, too: alone it may begin a speech.
    """
    lines = body.split("\n")
    outside = set(_outside_code(lines))
    for number in outside:
        lines[number] = _ODD_SPACE_BEHIND_MARK.sub(r"\1 ", lines[number])
        lines[number] = _BULLET.sub(r"\1- ", lines[number])
    dashed = {number for number in outside if _DASH.match(lines[number])}
    for number in dashed:
        if {number - 1, number + 1} & dashed:
            lines[number] = _DASH.sub(r"\1- ", lines[number])
    return "\n".join(lines)


def _outside_code(lines: list[str]) -> Iterator[int]:
    is_code = False
    for number, line in enumerate(lines):
        if _FENCE.match(line):
            is_code = not is_code
        elif not is_code:
            yield number
