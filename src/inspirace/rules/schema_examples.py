"""Rule of the examples in schema files: each is a value that its own field would take."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from jsonschema_rs import ValidationError

from inspirace.czech import counted
from inspirace.diagnostics import Diagnostic
from inspirace.reading.front_matter import FrontMatter
from inspirace.rules.schema_nodes import BAD_SCHEMA, SchemaNode
from inspirace.schema.document import Vocabularies, json_schema
from inspirace.schema.fields import compile_document
from inspirace.schema.keywords import EXAMPLES, TYPES


def check_examples(
    source: FrontMatter, nodes: Iterable[SchemaNode], vocabularies: Vocabularies
) -> Iterator[Diagnostic]:
    """Yield the examples that do not fit; the nodes are those without other faults."""
    for node in nodes:
        document = json_schema(node.written, vocabularies)
        validator = compile_document(document)
        for keyword in filter(node.written.__contains__, EXAMPLES):
            for error in validator.iter_errors(document[keyword]):
                yield source.finding(
                    BAD_SCHEMA,
                    (*node.path, keyword, *error.instance_path),
                    f"{node.subject}: {EXAMPLES[keyword]} {_reason(error)}.",
                    advice="Opravte hodnotu, nebo to, co pole žádá.",
                )


def _reason(error: ValidationError) -> str:
    return _REASONS[error.kind.name](error.instance, error.kind)


def _length(text: str) -> str:
    return f"má {counted(len(text), 'znak', 'znaky', 'znaků')}"


def _items(items: list[object]) -> str:
    return f"má {counted(len(items), 'položku', 'položky', 'položek')}"


_FORMS: Mapping[str, str] = {
    "address": "adresa začínající http:// nebo https://",
    "date": "skutečné datum psané jako 2026-11-22",
    "email": "e-mailová adresa",
    "image-file": "cesta k obrázku, třeba u-okna.jpg nebo slozka/u-okna.jpg",
    "month": "rok, nebo rok a měsíc psané jako 2019-03",
    "slug": "název souboru bez přípony, jako cteni-s-pejsky",
}
_REASONS: Mapping[str, Callable[[Any, Any], str]] = {
    "type": lambda value, kind: f"„{value}“ má být {TYPES[kind.types[0]]}",
    "enum": lambda value, _: f"„{value}“ není pojem slovníku",
    "format": lambda value, kind: f"„{value}“ není {_FORMS[kind.format]}",
    "pattern": lambda value, kind: f"„{value}“ nevyhovuje vzoru {kind.pattern}",
    "minLength": lambda text, kind: f"{_length(text)}, má jich mít aspoň {kind.limit}",
    "maxLength": lambda text, kind: f"{_length(text)}, smí jich mít nejvýš {kind.limit}",
    "minItems": lambda items, kind: f"{_items(items)}, má jich mít aspoň {kind.limit}",
    "maxItems": lambda items, kind: f"{_items(items)}, smí jich mít nejvýš {kind.limit}",
    "uniqueItems": lambda *_: "má některou položku dvakrát",
    "minimum": lambda value, kind: f"{value} je méně než {kind.limit}",
    "maximum": lambda value, kind: f"{value} je víc než {kind.limit}",
    "required": lambda _, kind: f"nemá povinné pole „{kind.property}“",
    "additionalProperties": lambda _, kind: f"má neznámé pole „{kind.unexpected[0]}“",
}
