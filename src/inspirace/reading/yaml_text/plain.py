"""Plain YAML, as nearly all files are written: read row by row, three times faster than parsed.

It takes only what the parser reads in the same way and no check finds odd: fields, lists, and texts
that end on their line. Of all else it says that it is not plain.
"""

import re

from inspirace.reading.text_file import CONTROL_CHARACTERS
from inspirace.reading.yaml_text.silent import has_signs, is_odd_text

_Fields = dict[str, object]
_Holder = _Fields | list[object]
# Fields and lists that are not closed, each with its column.
_Opened = list[tuple[int, _Holder]]

# One match a line: indent, list mark, name, and the value or whatever else stands there.
_ROW = re.compile(r"^( *)(- )?(?:([a-z$_][A-Za-z0-9$_-]{0,60}):(?: |$))?(.*)$", re.MULTILINE)
_WORDS = re.compile(r"\[[A-Za-z0-9][A-Za-z0-9-]*(?:, [A-Za-z0-9][A-Za-z0-9-]*)*\]")
_QUOTES = "\"'"
_MOST_OPENED = 20


def read_plain(text: str) -> dict[str, object] | None:
    """Return the values of a text with LF line ends, None where it is not plain."""
    if "\t" in text or " #" in text or CONTROL_CHARACTERS.search(text) or has_signs(text):
        return None
    values: _Fields = {}
    opened: _Opened = [(0, values)]
    waiting = ""  # the field of the last row, if its value may begin on the next one
    for indent, mark, name, written in _ROW.findall(text):
        if not (mark or name):
            if written and (indent or written[0] != "#"):
                return None
            continue
        column = len(indent)
        if waiting:
            _open_value(opened, waiting, column, mark)
        value = _value(written) if written else ""
        holder = _holder_at(opened, column, mark)
        if isinstance(holder, list) and name:
            holder = _open_item(opened, holder, column + len(mark))
        if value is None or holder is None or len(opened) > _MOST_OPENED:
            return None
        if isinstance(holder, list):
            holder.append(value)
        elif name in holder:
            return None
        else:
            holder[name] = value
        waiting = "" if written else name
    return values or None


def _open_value(opened: _Opened, name: str, column: int, mark: str) -> None:
    """Open the list or the fields that begin at the column, if they belong to the field above."""
    around, fields = opened[-1]
    if isinstance(fields, dict) and (column > around or (mark and column == around)):
        value: _Holder = [] if mark else {}
        fields[name] = value
        opened.append((column, value))


def _open_item(opened: _Opened, items: list[object], column: int) -> _Fields:
    """Open the fields that are the next item of a list."""
    fields: _Fields = {}
    items.append(fields)
    opened.append((column, fields))
    return fields


def _holder_at(opened: _Opened, column: int, mark: str) -> _Holder | None:
    """Close what ends above the row; return what the row goes on with, None where nothing is."""
    while opened:
        at, holder = opened[-1]
        if at < column:
            return None
        if at == column and isinstance(holder, list) == bool(mark):
            return holder
        opened.pop()
    return None


def _value(written: str) -> str | list[str] | None:
    """Return the text or the words that the parser reads, None where it may read another value."""
    first, last = written[0], written[-1]
    if first.isalnum():
        is_doubtful = last in ": " or ": " in written or is_odd_text(written)
        return None if is_doubtful else written
    if first in _QUOTES:
        inner = written[1:-1]
        is_whole = len(written) > 1 and first == last
        return inner if is_whole and first not in inner and "\\" not in inner else None
    return written[1:-1].split(", ") if _WORDS.fullmatch(written) else None
