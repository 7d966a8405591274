"""YAML as a tree of plain values: every scalar as written, every name and value with its place.

The C parser's events are used, not its composer: they keep anchors and tags, cannot multiply
aliases, need no recursion, and cost less than nodes do.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml
from yaml._yaml import Mark as CMark
from yaml.error import Mark
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from inspirace.reading.text_file import CONTROL_CHARACTERS

try:
    from yaml import CBaseLoader
except ImportError as error:
    raise ImportError(
        "PyYAML was built without libyaml; inspirace reads YAML with its C parser only."
    ) from error

FieldPath = tuple[str | int, ...]

MAX_DEPTH = 50

# Problems that the parser has no words for.
TOO_DEEP = "too deep"
NO_FIELDS = "no fields"
SECOND_DOCUMENT = "second document"
NAME_OF_PARTS = "name of parts"

_CONTROLS_AT_START = re.compile(f"^{CONTROL_CHARACTERS.pattern}+", re.MULTILINE)
_PARSER_IS_TOO_DEEP = "exceeded maximum nesting depth"
_BRACKET = re.compile(r"[\[\]{}]")
_BLOCK_STYLES = frozenset("|>")


class YamlError(Exception):
    """A text that is not the YAML we read; places are lines and columns from 0."""

    def __init__(
        self, problem: str, place: tuple[int, int], opened: tuple[int, int] | None = None
    ) -> None:
        """Keep the parser's words, the place, and where the thing that went wrong began."""
        super().__init__(problem)
        self.problem = problem
        self.place = place
        self.opened = opened


@dataclass(frozen=True, slots=True)
class Tree:
    """The values of a text with the parser's events, which know the place of each."""

    values: Mapping[str, object]
    value_events: Mapping[FieldPath, NodeEvent]
    name_events: Mapping[FieldPath, NodeEvent]
    repeated_names: tuple[tuple[FieldPath, NodeEvent], ...]


def read_tree(text: str) -> Tree:
    """Return the tree of a text with LF line ends, or raise YamlError."""
    builder = _Builder()
    parser = CBaseLoader(_readable(text))
    try:
        while (event := parser.get_event()) is not None:
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise _yaml_error(error, text) from error
    finally:
        parser.dispose()
    return builder.tree()


def start_of(event: Event) -> tuple[int, int]:
    """Return the line and column, from 0, where the event begins."""
    return _place(event.start_mark) or (0, 0)


def end_of(event: Event) -> tuple[int, int]:
    """Return the line and column, from 0, behind the event."""
    return _place(event.end_mark) or (0, 0)


def spans_lines(event: Event) -> bool:
    """Return whether the event ends on another line than it begins on."""
    start, end = event.start_mark, event.end_mark
    return start is not None and end is not None and start.line != end.line


def _readable(text: str) -> str:
    # The parser refuses some of these and takes others for line ends; reading has reported them.
    if not CONTROL_CHARACTERS.search(text):
        return text
    return CONTROL_CHARACTERS.sub(" ", _CONTROLS_AT_START.sub("", text))


def _yaml_error(error: yaml.MarkedYAMLError, text: str) -> YamlError:
    place = _place(error.problem_mark) or (0, 0)
    if error.problem == _PARSER_IS_TOO_DEEP:
        return YamlError(TOO_DEEP, _first_deep_bracket(text) or place)
    return YamlError(error.problem or "", place, _place(error.context_mark))


def _first_deep_bracket(text: str) -> tuple[int, int] | None:
    """Return the bracket that is nested too deep; the parser goes on to its own limit."""
    depth = 1  # the fields themselves
    for found in _BRACKET.finditer(text):
        depth += 1 if found[0] in "[{" else -1
        if depth > MAX_DEPTH:
            line_start = text.rfind("\n", 0, found.start()) + 1
            return text.count("\n", 0, line_start), found.start() - line_start
    return None


def _place(mark: Mark | CMark | None) -> tuple[int, int] | None:
    return (mark.line, mark.column) if mark else None


class _Builder:
    """Takes the parser's events in order and puts the values together."""

    __slots__ = (
        *("_around", "_documents", "_holder", "_name", "_names", "_path"),
        *("_repeated", "_root", "_values"),
    )

    def __init__(self) -> None:
        self._root: dict[str, object] | None = None
        self._holder: dict[str, object] | list[object] | None = None
        self._path: FieldPath = ()
        self._name: str | None = None  # of the field whose value comes next
        self._around: list[tuple[dict[str, object] | list[object] | None, FieldPath]] = []
        self._values: dict[FieldPath, NodeEvent] = {}
        self._names: dict[FieldPath, NodeEvent] = {}
        self._repeated: list[tuple[FieldPath, NodeEvent]] = []
        self._documents = 0

    def take(self, event: Event) -> None:
        """Take the next event."""
        if isinstance(event, ScalarEvent):
            value = event.value
            if value[-1:] == "\n" and event.style in _BLOCK_STYLES:
                value = value.rstrip("\n")
            self._add(value, event)
        elif isinstance(event, CollectionStartEvent):
            self._open({} if isinstance(event, MappingStartEvent) else [], event)
        elif isinstance(event, CollectionEndEvent):
            self._holder, self._path = self._around.pop()
        elif isinstance(event, AliasEvent):
            self._add(f"*{event.anchor}", event)
        elif isinstance(event, DocumentStartEvent):
            self._start_document(event)

    def tree(self) -> Tree:
        """Return what the events gave; a text without anything has no values."""
        return Tree(self._root or {}, self._values, self._names, tuple(self._repeated))

    def _start_document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            raise YamlError(SECOND_DOCUMENT, start_of(event))

    def _open(self, opened: dict[str, object] | list[object], event: NodeEvent) -> None:
        if len(self._around) >= MAX_DEPTH:
            raise YamlError(TOO_DEEP, start_of(event))
        around = self._holder, self._path
        self._path = self._add(opened, event)
        self._around.append(around)
        self._holder = opened

    def _add(self, value: object, event: NodeEvent) -> FieldPath:
        """Put the value, or the name that comes before it, where it belongs."""
        holder, path = self._holder, self._path
        if isinstance(holder, dict):
            if self._name is None:
                self._take_name(value, event)
                return path
            path += (self._name,)
            holder[self._name] = value
            self._name = None
        elif holder is not None:
            path += (len(holder),)
            holder.append(value)
        else:
            self._take_root(value, event)
        self._values[path] = event
        return path

    def _take_name(self, value: object, event: NodeEvent) -> None:
        if not isinstance(value, str):
            raise YamlError(NAME_OF_PARTS, start_of(event))
        path = (*self._path, value)
        if path in self._names:
            self._repeated.append((path, event))
        else:
            self._names[path] = event
        self._name = value

    def _take_root(self, value: object, event: NodeEvent) -> None:
        if isinstance(value, dict):
            self._root = value
        elif value != "":
            raise YamlError(NO_FIELDS, start_of(event))
