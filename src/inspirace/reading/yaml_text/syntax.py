"""Faults that stop the YAML parser: its error looked up in the text, where people see the fault.

The parser's place is often a line late and its reason never the writer's. So every suspicion is
proved: a fault is named only if its correction brings the parser further.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from inspirace.reading.yaml_text import line_checks, structure_faults, value_faults
from inspirace.reading.yaml_text.faults import Fault
from inspirace.reading.yaml_text.line_checks import LineCheck, Lines
from inspirace.reading.yaml_text.lines import is_field_name, quoted_lines, read_entry
from inspirace.reading.yaml_text.tree import (
    NAME_OF_PARTS,
    NO_FIELDS,
    SECOND_DOCUMENT,
    TOO_DEEP,
    YamlError,
)

_FIRST_CHECKS: Sequence[LineCheck] = (
    line_checks.tabs,
    line_checks.odd_spaces,
    line_checks.list_marks,
    line_checks.missing_space,
    line_checks.quotes,
    line_checks.backslashes,
    line_checks.smart_quotes,
    line_checks.reserved_start,
    line_checks.colons,
)
_LAST_CHECKS: Sequence[LineCheck] = (line_checks.nameless, line_checks.not_a_field)
_MOVING_CODES = frozenset({"wrong-indent", "tab"})
_BRACKETS = {"[": "]", "{": "}"}
_FARTHEST_BACK = 200
_MOST_INDENTS = 4

# The parser's own words for what went wrong.
_NO_COLON = "could not find expected ':'"
_COLON_NOT_ALLOWED = "mapping values are not allowed in this context"
_NO_DOCUMENT = "did not find expected <document start>"
_END_OF_STREAM = "found unexpected end of stream"
_UNFINISHED_LIST = "did not find expected ',' or"

_CERTAIN: Mapping[str, Callable[[int, int], Fault]] = {
    TOO_DEEP: structure_faults.too_deep,
    SECOND_DOCUMENT: structure_faults.second_document,
    NAME_OF_PARTS: structure_faults.name_of_parts,
}


def suspect(lines: Lines, error: YamlError) -> Iterator[Fault]:
    """Yield what may have stopped the parser, the likeliest first, each with its correction."""
    if error.problem in _CERTAIN:
        return
    yield from _whole_lines(lines, error)
    suspicious = _suspicious_lines(lines, error)
    yield from _checked(lines, suspicious, _FIRST_CHECKS)
    for line in suspicious:
        yield from _indents(lines, line)
    for line in suspicious:
        yield from _texts_below(lines, line, error)
    yield from _quotes_above(lines, error)
    yield from _checked(lines, suspicious, _LAST_CHECKS)


def blame(lines: Lines, error: YamlError) -> Fault:
    """Return the fault where nothing more is known than what the parser says."""
    line, column = _within(lines, error.place)
    if error.problem in _CERTAIN:
        return _CERTAIN[error.problem](line, column)
    if error.problem == NO_FIELDS:
        return structure_faults.no_fields(line, column)
    opened = _within(lines, error.opened or error.place)
    opening = _sign(lines, opened)
    if opening in ("'", '"') and error.problem == _END_OF_STREAM:
        return value_faults.unclosed_quote(*opened, opening)
    closing = _BRACKETS.get(opening)
    rest = lines[opened[0]][opened[1] :]
    is_open = closing is not None and rest.count(opening) > rest.count(closing)
    if is_open and error.problem.startswith(_UNFINISHED_LIST):
        return value_faults.unclosed_bracket(*opened, opening)
    if _sign(lines, (line, column)) == "\t":
        return structure_faults.tab(line, column, {})
    return structure_faults.unknown(line, column)


def is_further(error: YamlError | None, than: YamlError, fault: Fault) -> bool:
    """Return whether the parser came further, so that the fault's correction was right."""
    if error is None:
        return True
    if fault.code in _MOVING_CODES:
        # A line that moves takes its error along, which is no progress.
        return _reach(error)[0] > _reach(than)[0]
    return _reach(error) > _reach(than)


def _reach(error: YamlError) -> tuple[int, int]:
    """Return how far the text was understood; the parser reads on before it finds these faults."""
    late = error.problem in (_NO_COLON, _END_OF_STREAM)
    return error.opened if late and error.opened else error.place


def _checked(lines: Lines, numbers: Iterable[int], checks: Iterable[LineCheck]) -> Iterator[Fault]:
    for line in numbers:
        for check in checks:
            yield from check(lines, line)


def _sign(lines: Lines, place: tuple[int, int]) -> str:
    return lines[place[0]][place[1] : place[1] + 1]


def _within(lines: Lines, place: tuple[int, int]) -> tuple[int, int]:
    """Return the place, or the end of the last line with a text if it is behind that."""
    last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
    return place if place[0] <= last else (last, len(lines[last].rstrip()))


def _suspicious_lines(lines: Lines, error: YamlError) -> tuple[int, ...]:
    """Return the lines where the fault may be, the likeliest first."""
    place, _ = _within(lines, error.place)
    above = max((number for number in range(place) if lines[number].strip()), default=place)
    late = error.problem in (_NO_COLON, _END_OF_STREAM)
    if error.opened is None:
        return place, above
    opened, _ = _within(lines, error.opened)
    if late or error.problem.startswith(_UNFINISHED_LIST):
        return tuple(dict.fromkeys((opened, place, above)))
    return tuple(dict.fromkeys((place, above, opened)))


def _whole_lines(lines: Lines, error: YamlError) -> Iterator[Fault]:
    """Yield lines that mean something to a parser only: directives, an early end, a moved start."""
    first = next((n for n, line in enumerate(lines) if line.strip() and line[0] != "#"), 0)
    if lines[first].startswith("%"):
        yield structure_faults.directive(first, {first: ""})
    if error.problem != _NO_DOCUMENT:
        return
    for line in range(min(error.place[0], len(lines) - 1), -1, -1):
        if lines[line].rstrip() == "...":
            yield structure_faults.early_end(line, {line: ""})
    indent = len(lines[first]) - len(lines[first].lstrip(" "))
    if indent:
        moved = {n: lines[n][indent:] for n in range(first, error.place[0]) if lines[n].strip()}
        yield structure_faults.wrong_indent(first, indent, 0, moved)


def _indents(lines: Lines, line: int) -> Iterator[Fault]:
    """Yield the line, with those that belong to it, moved to where its neighbours begin."""
    entry = read_entry(lines[line])
    if (
        not (entry.is_item or is_field_name(entry.name))
        or line_checks.tab_in_indent(entry.text) > 0
    ):
        return
    columns: set[int] = set()
    for number in range(line - 1, max(-1, line - _FARTHEST_BACK), -1):
        above = read_entry(lines[number])
        if above.is_item or above.name:
            columns.add(above.indent if entry.is_item else above.content_column)
            columns.add(above.indent)
    nearest = sorted(
        columns - {entry.indent}, key=lambda column: (abs(column - entry.indent), -column)
    )
    for column in nearest[:_MOST_INDENTS]:
        moved = _moved(lines, line, entry.indent, column)
        yield structure_faults.wrong_indent(line, entry.indent, column, moved)


def _moved(lines: Lines, first: int, indent: int, column: int) -> Mapping[int, str]:
    moved = {}
    belong = True
    for number in range(first, len(lines)):
        entry = read_entry(lines[number])
        if entry.indent < indent or not lines[number].strip():
            break
        if entry.indent == indent:
            belong = entry.is_item or not _is_plain_value(entry.value)
        elif entry.name and not belong:
            break  # a field with a value of its own has no fields: this one stands right
        moved[number] = " " * column + lines[number][indent:]
    return moved


def _is_plain_value(value: str) -> bool:
    """Return whether a field's value ends on its line for certain."""
    return bool(value) and (value[0] not in "|>[{'\"" or value[0] == value[1:][-1:])


def _texts_below(lines: Lines, line: int, error: YamlError) -> Iterator[Fault]:
    """Yield the fault of a text over several lines that no quotes hold together."""
    first = _first_line_of_text(lines, line)
    if error.problem == _COLON_NOT_ALLOWED and line == error.place[0] and first != line:
        corrected = quoted_lines(lines, first)
        yield value_faults.unquoted_colon_below(line, error.place[1], corrected)
    column = lines[line].find(" #") + 1
    if column:
        corrected = quoted_lines(lines, first)
        yield value_faults.lost_text(line, column, lines[line][column:], corrected)


def _first_line_of_text(lines: Lines, line: int) -> int:
    """Return the line where the value that goes on here begins, or the line itself."""
    entry = read_entry(lines[line])
    for number in range(line - 1, max(-1, line - _FARTHEST_BACK), -1):
        above = read_entry(lines[number])
        if above.value and above.indent < entry.indent:
            return number if above.name or above.is_item else line
    return line


def _quotes_above(lines: Lines, error: YamlError) -> Iterator[Fault]:
    """Yield the quotes above that no quote closes on their line; the parser read on and on."""
    line, _ = _within(lines, error.place)
    for number in range(line - 1, max(-1, line - _FARTHEST_BACK), -1):
        for fault in line_checks.quotes(lines, number):
            if fault.code != "quotes-in-quotes":
                yield fault
