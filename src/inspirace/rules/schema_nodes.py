"""The fields of a schema file as they are written, before anything is known to be right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from inspirace.schema.fields import FieldPath
from inspirace.schema.keywords import TYPES

BAD_SCHEMA = "bad-schema"


@dataclass(frozen=True, slots=True, eq=False)
class SchemaNode:
    """One field as it is written; `name` is `sources.url`, and empty for the whole schema."""

    path: FieldPath
    name: str
    written: Mapping[str, object]
    is_item: bool = False

    @property
    def subject(self) -> str:
        """Return how a message calls the field."""
        if not self.name:
            return "Schéma"
        return f"Položka seznamu „{self.name}“" if self.is_item else f"Pole „{self.name}“"

    @property
    def kind(self) -> str:
        """Return the written type, empty where it is none of those known."""
        kind = self.written.get("type")
        return kind if isinstance(kind, str) and kind in TYPES else ""

    def contains(self, path: FieldPath) -> bool:
        """Return whether the path leads to the node or below it."""
        return path[: len(self.path)] == self.path

    def text(self, keyword: str) -> str:
        """Return the keyword's text, empty where it is missing or no text."""
        value = self.written.get(keyword)
        return value if isinstance(value, str) else ""


def walk(node: SchemaNode) -> Iterator[SchemaNode]:
    """Yield the node and all fields and items below it, in the order of the file."""
    yield node
    properties = node.written.get("properties")
    for name, below in properties.items() if isinstance(properties, Mapping) else ():
        if isinstance(below, Mapping):
            full_name = f"{node.name}.{name}" if node.name else name
            yield from walk(SchemaNode((*node.path, "properties", name), full_name, below))
    items = node.written.get("items")
    if isinstance(items, Mapping):
        yield from walk(SchemaNode((*node.path, "items"), node.name, items, is_item=True))
