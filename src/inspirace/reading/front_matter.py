"""Front matter: a file split into its front matter and body, every value with its place."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from yaml.events import NodeEvent

from inspirace.diagnostics import Diagnostic
from inspirace.reading.bounds import Bounds, find_bounds
from inspirace.reading.text_file import TextFile
from inspirace.reading.yaml_text.check import CheckedYaml, check_yaml, correct
from inspirace.reading.yaml_text.plain import read_plain
from inspirace.reading.yaml_text.tree import FieldPath, Tree, read_tree, start_of

__all__ = [
    "FieldPath",
    "FrontMatter",
    "ParsedFile",
    "Position",
    "field_name",
    "parse_file",
    "parse_yaml",
]

MAX_FRONT_MATTER_BYTES = 64 * 1024

_KILOBYTE = 1024


class Position(NamedTuple):
    """A place in a file: line and column from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True)
class FrontMatter:
    """The values of a front matter or of a whole YAML file, every scalar as text as written.

    Few files need their places, and places need much memory: they are read when they are asked for.
    """

    file: TextFile
    values: Mapping[str, object]
    first_line: int
    last_line: int
    corrected: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def value_positions(self) -> Mapping[FieldPath, Position]:
        """Return where each value begins; the whole, with the empty path, at its opening mark."""
        whole = Position(max(self.first_line - 1, 1), 1)
        return dict(self._positions(self._tree.value_events)) | {(): whole}

    @cached_property
    def name_positions(self) -> Mapping[FieldPath, Position]:
        """Return where the name of each field begins."""
        return dict(self._positions(self._tree.name_events))

    def value_position(self, path: FieldPath) -> Position:
        """Return where the value begins, else where the nearest value around it does."""
        for length in range(len(path), 0, -1):
            if found := self.value_positions.get(path[:length]):
                return found
        return self.value_positions[()]

    def name_position(self, path: FieldPath) -> Position:
        """Return where the field's name begins, else what `value_position` gives."""
        return self.name_positions.get(path) or self.value_position(path)

    def finding(
        self, code: str, path: FieldPath, message: str, *, advice: str = "", at_name: bool = False
    ) -> Diagnostic:
        """Return a diagnostic about the field, at its value or at its name."""
        line, column = self.name_position(path) if at_name else self.value_position(path)
        return self.file.finding(code, line, column, message, advice=advice, field=field_name(path))

    @cached_property
    def _tree(self) -> Tree:
        lines = self.file.lines[self.first_line - 1 : self.last_line]
        return read_tree(correct("\n".join(lines), self.corrected))

    def _positions(
        self, events: Mapping[FieldPath, NodeEvent]
    ) -> Iterator[tuple[FieldPath, Position]]:
        for path, event in events.items():
            line, column = start_of(event)
            yield path, Position(line + self.first_line, column + 1)


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A file split in two; `front_matter` is None where it cannot be used.

    `body_line` is the first line behind the front matter, 1 where there is none at all.
    """

    file: TextFile
    front_matter: FrontMatter | None
    body_line: int
    diagnostics: tuple[Diagnostic, ...]


def field_name(path: FieldPath) -> str:
    """Return the path as people write it: `sources[1].url`."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


def parse_file(file: TextFile) -> ParsedFile:
    """Return the file split into its front matter, read, and its body."""
    bounds = find_bounds(file)
    front_matter, found = _parse_between(file, bounds)
    if bounds.is_guessed and found:
        # Faults of a text that only may be front matter say more about the guess than about it.
        front_matter, found = None, ()
    return ParsedFile(file, front_matter, bounds.body_line, (*bounds.diagnostics, *found))


def parse_yaml(file: TextFile) -> tuple[FrontMatter | None, tuple[Diagnostic, ...]]:
    """Return the values of a whole YAML file: a vocabulary, a schema, the places."""
    return _parse_text(file, file.text, 1)


def _parse_between(
    file: TextFile, bounds: Bounds
) -> tuple[FrontMatter | None, tuple[Diagnostic, ...]]:
    if bounds.text is None:
        return None, ()
    size = len(bounds.text.encode(errors="replace"))
    if size <= MAX_FRONT_MATTER_BYTES:
        return _parse_text(file, bounds.text, bounds.first_line)
    kilobytes, most = -(-size // _KILOBYTE), MAX_FRONT_MATTER_BYTES // _KILOBYTE
    message = f"Hlavička má {kilobytes} kB, nejvíc může mít {most} kB."
    advice = "Dlouhé texty patří pod hlavičku, do oddílů."
    line = bounds.first_line - 1
    return None, (file.finding("too-large", line, 1, message, advice=advice),)


def _parse_text(
    file: TextFile, text: str, first_line: int
) -> tuple[FrontMatter | None, tuple[Diagnostic, ...]]:
    last_line = first_line + text.count("\n")
    plain = read_plain(text)
    if plain is not None:
        return FrontMatter(file, plain, first_line, last_line), ()
    checked = check_yaml(text, first_line)
    found = tuple(_diagnostics(file, checked, first_line)) if checked.faults else ()
    # A value that is repeated or merged from elsewhere would be blamed for what it is not.
    is_usable = checked.is_yaml and all(one.code != "yaml-feature" for one in found)
    if checked.tree is None or not is_usable:
        return None, found
    values = checked.tree.values
    return FrontMatter(file, values, first_line, last_line, checked.corrected), found


def _diagnostics(file: TextFile, checked: CheckedYaml, first_line: int) -> Iterator[Diagnostic]:
    """Yield the faults as findings, each about the field where it stands."""
    fields = _Fields(checked.tree)
    for fault in checked.faults:
        line = fault.line + first_line
        # A line that was corrected once may have become longer than it is in the file.
        column = min(fault.column, len(file.lines[line - 1])) + 1
        yield file.finding(
            fault.code,
            line,
            column,
            fault.message,
            advice=fault.advice,
            field=field_name(fields.at(fault.line, fault.column)),
        )


class _Fields:
    """Finds the field that a place in a text belongs to."""

    def __init__(self, tree: Tree | None) -> None:
        """Sort the places of a tree; without one nothing is found."""
        events = [*tree.value_events.items(), *tree.name_events.items()] if tree else []
        # A field and its first value begin alike: the sort is stable, the name comes last.
        found = sorted(((start_of(event), path) for path, event in events), key=itemgetter(0))
        self._places = [place for place, _ in found]
        self._paths = [path for _, path in found]

    def at(self, line: int, column: int) -> FieldPath:
        """Return the field at the place: the last that begins before it, on its line if it can."""
        index = bisect_right(self._places, (line, column)) - 1
        begins_here = index >= 0 and self._places[index][0] == line
        below = index + 1
        if not begins_here and below < len(self._places) and self._places[below][0] == line:
            index = bisect_right(self._places, self._places[below]) - 1
        return self._paths[index] if index >= 0 else ()
