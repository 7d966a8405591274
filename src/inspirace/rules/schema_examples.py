"""Rule of the examples in schema files: each is a value that its own field would take."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from jsonschema_rs import ValidationError

from inspirace.czech import counted
from inspirace.diagnostics import Diagnostic
from inspirace.front_matter import FrontMatter
from inspirace.rules.schema_nodes import BAD_SCHEMA, SchemaNode
from inspirace.schema import compile_document
from inspirace.schema_document import Vocabularies, json_schema
from inspirace.schema_keywords import EXAMPLES


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
                    f"{node.subject}: příklad ({keyword}) {_reason(error)}.",
                    advice="Opravte příklad, nebo to, co pole žádá.",
                )


def _reason(error: ValidationError) -> str:
    return _REASONS[error.kind.name](error.instance, error.kind)


def _characters(text: Any, _: object) -> str:  # noqa: ANN401  what the validator gives
    return f"má {counted(len(text), 'znak', 'znaky', 'znaků')}"


_REASONS: Mapping[str, Callable[[Any, Any], str]] = {
    "type": lambda value, kind: f"„{value}“ je jiného druhu než {', '.join(kind.types)}",
    "enum": lambda value, _: f"„{value}“ není pojem slovníku",
    "format": lambda value, kind: f"„{value}“ nemá tvar, který žádá format {kind.format}",
    "pattern": lambda value, kind: f"„{value}“ neodpovídá vzoru {kind.pattern}",
    "minLength": lambda text, kind: f"{_characters(text, kind)}, nejméně {kind.limit}",
    "maxLength": lambda text, kind: f"{_characters(text, kind)}, nejvíce {kind.limit}",
    "minItems": lambda _, kind: f"má méně položek než {kind.limit}",
    "maxItems": lambda _, kind: f"má více položek než {kind.limit}",
    "uniqueItems": lambda *_: "má některou položku dvakrát",
    "minimum": lambda value, kind: f"({value}) je menší než {kind.limit}",
    "maximum": lambda value, kind: f"({value}) je větší než {kind.limit}",
    "required": lambda _, kind: f"nemá povinné pole „{kind.property}“",
    "additionalProperties": lambda _, kind: f"má pole navíc: {', '.join(kind.unexpected)}",
}
