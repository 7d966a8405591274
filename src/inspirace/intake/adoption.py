"""Adoption: one more library in a case's file, everything else in it kept byte for byte."""

from collections.abc import Mapping, Sequence

from inspirace.reading.front_matter import FrontMatter, parse_file
from inspirace.reading.text_file import TextFile
from inspirace.schema.fields import Schema

ADOPTED_BY = "adopted_by"


def add_library(text: str, row: Mapping[str, object], lines: Sequence[str], schema: Schema) -> str:
    """Return the text of a case's file with the row added, or nothing where it cannot be sure.

    `lines` are the field with this one row as they are written in a file. The text that comes out
    is read once more: unless it says what it said before and the row, nothing is returned.
    """
    before = parse_file(TextFile("", text)).front_matter
    if before is None or "\r" in text:
        return ""
    added = lines[1:] if ADOPTED_BY in before.values else lines
    written = text.split("\n")
    place = _place(before, written, list(schema.fields))
    changed = "\n".join([*written[:place], *added, *written[place:]])
    after = parse_file(TextFile("", changed)).front_matter
    rows = before.values.get(ADOPTED_BY, [])
    if after is None or not isinstance(rows, list):
        return ""
    wanted = [*rows, {name: str(value) for name, value in row.items()}]
    return changed if after.values == {**before.values, ADOPTED_BY: wanted} else ""


def _place(front_matter: FrontMatter, lines: Sequence[str], order: Sequence[str]) -> int:
    """Return before which line the row belongs, counted from nought."""
    starts = [
        (position.line - 1, path[0])
        for path, position in front_matter.name_positions.items()
        if len(path) == 1
    ]
    rank = order.index(ADOPTED_BY)
    later = [line for line, name in starts if name in order and order.index(str(name)) > rank]
    place = min(later, default=front_matter.last_line)
    if ADOPTED_BY in front_matter.values:
        own = next(line for line, name in starts if name == ADOPTED_BY)
        place = min((line for line, _ in starts if line > own), default=front_matter.last_line)
    while not lines[place - 1].strip() or lines[place - 1].lstrip().startswith("#"):
        place -= 1
    return place
