"""Faults that YAML accepts in silence, and reads otherwise than their writer meant."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from yaml.events import CollectionStartEvent, NodeEvent, ScalarEvent

from inspirace.reading.yaml_text import line_checks, structure_faults, value_faults
from inspirace.reading.yaml_text.faults import MOST_FAULTS, Fault
from inspirace.reading.yaml_text.features import find_features, is_feature
from inspirace.reading.yaml_text.line_checks import Lines
from inspirace.reading.yaml_text.lines import (
    DASHES,
    ODD_SPACES,
    OPENING_QUOTES,
    is_field_name,
    quote,
    quoted_lines,
    read_entry,
)
from inspirace.reading.yaml_text.tree import FieldPath, Tree, end_of, spans_lines, start_of

_ODD_STARTS = frozenset(f"{OPENING_QUOTES}{ODD_SPACES}{DASHES}+-")
# Signs that begin a comment or a feature of YAML; inside a word they are only signs, and a comment
# on a line of its own is only a comment.
_SIGNS = "#&*!?<"
_SIGN_AT_BEGINNING = re.compile(r"[#&*!?<](?:(?<=[ \t]#)|(?<!#)(?<![^\s\[{,].))")
_NUMBER = re.compile(r"([ \t]*)(\d{1,3}[.)]) (?=\S)")
_WORD = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9._-]*")
_COMMENT = re.compile(r"[ \t]+(#.*)")
_GLUED_NAME = re.compile(rf":[{ODD_SPACES}]")
_BLOCK_HEADER = re.compile(r"[|>][+-]?[ \t]*(?:#.*)?")


def find_silent_faults(tree: Tree, text: str, first_line: int) -> list[Fault]:
    """Return the faults of a text that the parser has read; its first line has this number."""
    every = has_signs(text)  # else a closer look at few names and values is enough
    names = [(path, one) for path, one in tree.name_events.items() if every or _is_odd_name(path)]
    values = [one for one in tree.value_events.values() if every or _is_odd_value(one)]
    if not (names or values or tree.repeated_names):
        return []
    lines = [*text.split("\n"), ""]  # an empty value may stand behind the end
    suspected = chain(
        _repeated_names(tree, first_line),
        find_features(tree, lines),
        *(_name_faults(tree, lines, path, event) for path, event in names),
        *(_value_faults(lines, event) for event in values),
    )
    return sorted(islice(suspected, MOST_FAULTS), key=lambda fault: (fault.line, fault.column))


def has_signs(text: str) -> bool:
    """Return whether comments behind values, features or odd spaces are possible anywhere."""
    return (
        any(sign in text for sign in _SIGNS) and _SIGN_AT_BEGINNING.search(text) is not None
    ) or _GLUED_NAME.search(text) is not None


def _is_odd_name(path: FieldPath) -> bool:
    name = path[-1]
    # Most names are plain words: this is faster than the pattern of a field's name.
    return not (isinstance(name, str) and name.isascii() and name.isidentifier() and name[0] >= "_")


def _is_odd_value(event: NodeEvent) -> bool:
    return isinstance(event, ScalarEvent) and (is_odd_text(event.value) or spans_lines(event))


def is_odd_text(value: str) -> bool:
    """Return whether a value on one line may have been meant otherwise than it is read."""
    is_odd = value[:1] in _ODD_STARTS and not value[1:2].isdigit()
    return is_odd or value[-1:] == '"'


def _repeated_names(tree: Tree, first_line: int) -> Iterator[Fault]:
    for path, event in tree.repeated_names:
        first = start_of(tree.name_events[path])[0] + first_line
        yield structure_faults.repeated_name(*start_of(event), str(path[-1]), first)


def _name_faults(tree: Tree, lines: Lines, path: FieldPath, event: NodeEvent) -> Iterator[Fault]:
    if is_feature(event) or not isinstance(event, ScalarEvent):
        return
    line, column = start_of(event)
    name = event.value
    if lines[line][:column].rstrip().endswith("?"):
        yield structure_faults.question_mark(line, column)
    elif not name.strip():
        yield structure_faults.nameless(line, column, {})
    elif name[0] in ODD_SPACES:
        # The parser took the line for a field of this level: without the space it is one.
        yield from islice(line_checks.odd_spaces(lines, line), 1, None)
    elif name[0] in DASHES and not event.style:
        # The parser took the only item of a list for a field of this name.
        yield from line_checks.list_marks(lines, line)
    elif isinstance(path[-2:][0], int) and not is_field_name(name):
        yield from _item_with_colon(tree, lines, path, event)


def _item_with_colon(
    tree: Tree, lines: Lines, path: FieldPath, event: ScalarEvent
) -> Iterator[Fault]:
    """An item of texts that has a colon and so became a field with a value."""
    line, column = start_of(event)
    value = tree.value_events[path]
    around = tree.value_events[path[:-1]]
    is_block = isinstance(around, CollectionStartEvent) and not around.flow_style
    entry = read_entry(lines[line])
    if is_block and column == entry.value_column and start_of(value)[0] == line:
        yield value_faults.item_with_colon(line, entry, end_of(event)[1])


def _value_faults(lines: Lines, event: NodeEvent) -> Iterator[Fault]:
    if is_feature(event) or not isinstance(event, ScalarEvent):
        return
    if event.style:
        if spans_lines(event):
            yield from _quoted_too_far(lines, event)
            yield from _block_without_text(lines, event)
        return
    yield from _odd_space(lines, event)
    if event.value[:1] in OPENING_QUOTES:
        yield from _smart_quotes(lines, event)
    yield from _quote_only_at_end(lines, event)
    yield from _list_marks(lines, event)
    yield from _lost_text(lines, event)
    if spans_lines(event):
        yield from _continued(lines, event)


def _odd_space(lines: Lines, event: ScalarEvent) -> Iterator[Fault]:
    """The space before a value, or behind what should be a name, is no ordinary one."""
    line, column = start_of(event)
    name, colon, behind = event.value.partition(":")
    glued = colon and behind[:1] in ODD_SPACES and is_field_name(name)
    if (
        event.value[:1] in ODD_SPACES
        or event.value[1:2] in ODD_SPACES
        or (glued and column == read_entry(lines[line]).content_column)
    ):
        yield from line_checks.odd_spaces(lines, line)


def _list_marks(lines: Lines, event: ScalarEvent) -> Iterator[Fault]:
    """A text that begins a line and looks like a list is one."""
    line, column = start_of(event)
    if lines[line][:column].strip():
        return
    yield from line_checks.list_marks(lines, line)
    last = end_of(event)[0]
    numbered = [_NUMBER.match(lines[number]) for number in range(line, last + 1)]
    if last > line and all(numbered):
        corrected = {
            line + index: f"{found[1]}- {found.string[found.end() :]}"
            for index, found in enumerate(numbered)
            if found
        }
        yield structure_faults.list_mark(line, column, event.value.split(" ")[0], corrected)


def _smart_quotes(lines: Lines, event: ScalarEvent) -> Iterator[Fault]:
    """A value is bounded by straight quotes."""
    line, column = start_of(event)
    last, behind = end_of(event)
    if line == last:
        entry = replace(read_entry(lines[line]), value_column=column, value_end=behind)
        yield from line_checks.smart_quotes_around(line, entry)


def _quote_only_at_end(lines: Lines, event: ScalarEvent) -> Iterator[Fault]:
    """A quote that ends a value begins it, too; behind a number it may mean inches."""
    value = event.value
    if value[-1:] != '"' or value.count('"') % 2 == 0 or value[-2:-1].isdigit():
        return
    line, column = end_of(event)
    entry = read_entry(lines[line])
    corrected = {} if spans_lines(event) else {line: entry.with_value(quote(value[:-1]))}
    yield value_faults.unopened_quote(line, column - 1, corrected)


def _lost_text(lines: Lines, event: ScalarEvent) -> Iterator[Fault]:
    """Nothing of a value is lost behind a hash."""
    first = start_of(event)[0]
    line, column = end_of(event)
    found = _COMMENT.match(lines[line], column)
    if not found:
        return
    entry = read_entry(lines[line])
    if _WORD.fullmatch(event.value) and found[1].startswith("# ") and first == line:
        yield value_faults.remark(line, found.start(1), found[1], lines[line][:column])
        return
    corrected = {line: entry.with_value(quote(entry.value))}
    if first != line:
        corrected = dict(quoted_lines(lines, first))
    yield value_faults.lost_text(line, found.start(1), found[1], corrected)


def _continued(lines: Lines, event: ScalarEvent) -> Iterator[Fault]:
    """Lines that continue a text are meant to."""
    first, last = start_of(event)[0], end_of(event)[0]
    own = read_entry(lines[first])
    items = [read_entry(lines[line]) for line in range(first + 1, last + 1)]
    if own.name and _WORD.fullmatch(own.value) and all(item.is_item for item in items):
        yield structure_faults.list_begun_beside_name(first, own, [item.value for item in items])
        return
    for line in range(first + 1, last + 1):
        entry = read_entry(lines[line])
        if line_checks.tab_in_indent(lines[line]) >= 0:
            yield from line_checks.tabs(lines[: last + 1], line)
        elif own.is_item and not own.name and entry.is_item:
            moved = {
                number: " " * own.indent + lines[number].lstrip()
                for number in range(line, last + 1)
                if read_entry(lines[number]).is_item
            }
            yield structure_faults.wrong_indent(line, entry.indent, own.indent, moved)
        elif own.is_item and entry.indent == own.indent:
            yield from line_checks.list_marks(lines, line)


def _quoted_too_far(lines: Lines, event: ScalarEvent) -> Iterator[Fault]:
    """A quote is closed before the next field begins."""
    if event.style not in ("'", '"'):
        return
    line = start_of(event)[0]
    own = read_entry(lines[line])
    for number in range(line + 1, end_of(event)[0] + 1):
        entry = read_entry(lines[number])
        begins = is_field_name(entry.name) or entry.is_item
        if begins and entry.content_column <= own.content_column:
            yield from line_checks.quotes(lines, line)
            return


def _block_without_text(lines: Lines, event: ScalarEvent) -> Iterator[Fault]:
    """A sign that begins a block of text is followed by one."""
    line, column = start_of(event)
    if event.value or _BLOCK_HEADER.fullmatch(lines[line], column):
        return
    yield value_faults.reserved_start(line, read_entry(lines[line]), column)
