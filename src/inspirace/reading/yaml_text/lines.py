"""A line of YAML as its writer sees it: indent, list marks, name and value, in any condition."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Spaces of Word and of web pages: they look like a space and are none for a parser.
ODD_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000"
# Signs that stand for a hyphen in Word and on the web.
DASHES = "–—−‐‑‒―•●▪◦‣·"
OPENING_QUOTES = "„“”‚‘’»«"
CLOSING_QUOTES = "“”‘’«»"

_INDENT_AND_MARKS = re.compile(r"[ \t]*(?:-[ \t]+)*")
_NAME = re.compile(r"""("[^"]{1,60}"|'[^']{1,60}'|[^\W\d][\w $.-]{0,60})[ \t]*:(?=[ \t]|$)""")
_FIELD_NAME = re.compile(r"[a-z$_][A-Za-z0-9$_-]*")
_LONGEST_SHOWN = 240
_SHOWN_END = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One line taken apart; columns are from 0, `name` is empty where the line has none."""

    text: str
    indent: int
    content_column: int
    name: str
    value_column: int
    value_end: int

    @property
    def is_item(self) -> bool:
        """Return whether the line begins an item of a list."""
        return self.content_column > self.indent

    @property
    def value(self) -> str:
        """Return the text behind the name, or behind the list marks where there is no name."""
        return self.text[self.value_column : self.value_end].rstrip()

    def with_value(self, value: str) -> str:
        """Return the line with another value."""
        return self.text[: self.value_column] + value + self.text[self.value_end :]


def read_entry(line: str) -> Entry:
    """Return the line taken apart."""
    begin = _INDENT_AND_MARKS.match(line)
    content = begin.end() if begin else 0
    indent = len(line) - len(line.lstrip(" \t"))
    found = _NAME.match(line, content)
    # What looks like a name in an item of texts is mostly the beginning of a sentence.
    if not found or (content > indent and not is_field_name(found[1])):
        return Entry(line, indent, content, "", content, len(line))
    after = line[found.end() :]
    value_column = len(line) - len(after.lstrip(" \t"))
    return Entry(line, indent, content, found[1], value_column, len(line))


def is_field_name(text: str) -> bool:
    """Return whether the text could be the name of a field in any of the catalogue's files."""
    return _FIELD_NAME.fullmatch(text) is not None


def quote(value: str) -> str:
    """Return the value as it can be written in any case: in straight quotes, Czech ones inside."""
    inner = with_czech_quotes(value.strip())
    if '"' in inner or "\\" in inner:
        return "'" + inner.replace("'", "''") + "'"
    return f'"{inner}"'


def with_czech_quotes(text: str) -> str:
    """Return the text with its pairs of straight quotes written as „Czech ones“."""
    parts = text.split('"')
    if len(parts) % 2 == 0:
        return text
    signs = ["„", "“"] * (len(parts) // 2)
    return parts[0] + "".join(sign + part for sign, part in zip(signs, parts[1:], strict=True))


def quoted_lines(lines: Sequence[str], first: int) -> Mapping[int, str]:
    """Return the lines of a value over several lines with quotes around; nothing if they clash."""
    entry = read_entry(lines[first])
    last = first
    while last + 1 < len(lines) and read_entry(lines[last + 1]).indent > entry.indent:
        last += 1
    text = {number: with_czech_quotes(lines[number]) for number in range(first, last + 1)}
    if any('"' in line or "\\" in line for line in text.values()):
        return {}
    begin = read_entry(text[first]).value_column
    text[first] = f'{text[first][:begin]}"{text[first][begin:]}'
    text[last] = f'{text[last].rstrip()}"'
    return text


def shorten(text: str) -> str:
    """Return the text in a length that can be read, its end included."""
    if len(text) <= _LONGEST_SHOWN:
        return text
    return f"{text[: _LONGEST_SHOWN - _SHOWN_END]} … {text[-_SHOWN_END:]}"
