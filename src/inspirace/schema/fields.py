"""Schema: the fields and sections of one kind of record, as a schema file describes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast

import jsonschema_rs

from inspirace.schema.formats import FORMATS

FieldPath = tuple[str | int, ...]

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: what people call it, what belongs into it, which values it takes.

    `kind` is JSON Schema's type; `vocabulary` names the file its terms come from; `reference` is
    the kind of record its slugs lead to; `annotations` hold every `x-…` keyword as written.
    """

    name: str
    label: str
    help: str
    example: object
    kind: str
    required: bool = False
    editorial: bool = False
    vocabulary: str = ""
    reference: str = ""
    format: str = ""
    fields: Mapping[str, "Field"] = field(default_factory=lambda: _NOTHING)
    item: "Field | None" = None
    annotations: Mapping[str, object] = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionField:
    """One section of the body; lengths count its text without markup."""

    identifier: str
    label: str
    help: str
    example: str
    required: bool = False
    required_for_idea: bool = False
    editorial: bool = False
    minimum: int = 0
    maximum: int = 0


@dataclass(frozen=True, kw_only=True)
class Schema:
    """All fields and sections of a kind of record, in the order in which they are written.

    `document` is the JSON Schema that the validator uses, with terms put in from vocabularies.
    """

    kind: str
    title: str
    fields: Mapping[str, Field]
    sections: tuple[SectionField, ...]
    document: Mapping[str, object]

    def field(self, path: FieldPath) -> Field | None:
        """Return the field that a path in a record's values leads to, None where there is none."""
        current: Field | None = None
        fields = self.fields
        for step in path:
            if isinstance(step, int):
                current = current.item if current else None
            else:
                current = fields.get(step)
            if current is None:
                return None
            fields = current.fields
        return current

    @cached_property
    def validator(self) -> jsonschema_rs.Validator:
        """Return the compiled validator."""
        return compile_document(self.document)


def compile_document(document: Mapping[str, object]) -> jsonschema_rs.Validator:
    """Return the validator of a JSON Schema; it asserts formats and never goes to the network."""
    return jsonschema_rs.Draft202012Validator(
        cast("dict[str, Any]", document),
        formats=dict(FORMATS),
        validate_formats=True,
        ignore_unknown_formats=False,
        offline=True,
    )
