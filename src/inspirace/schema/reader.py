"""Reading a schema file: checked as a whole, then its fields, sections and JSON Schema built."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, cast

from inspirace.diagnostics import Diagnostic, sort_diagnostics
from inspirace.reading.front_matter import FrontMatter
from inspirace.rules.schema import check_schema
from inspirace.schema.document import Vocabularies, json_schema
from inspirace.schema.fields import Field, Schema, SectionField
from inspirace.schema.keywords import SECTIONS

Document = Mapping[str, object]


def parse_schema(
    kind: str, source: FrontMatter, vocabularies: Vocabularies
) -> tuple[Schema | None, tuple[Diagnostic, ...]]:
    """Return the schema of a file, None where it has errors, and everything wrong in it."""
    found = sort_diagnostics(check_schema(source, vocabularies))
    return (None, found) if found else (_build_schema(kind, source, vocabularies), ())


def _build_schema(kind: str, source: FrontMatter, vocabularies: Vocabularies) -> Schema:
    document = json_schema(source.values, vocabularies)
    sections = cast("list[Mapping[str, Any]]", document[SECTIONS])
    return Schema(
        kind=kind,
        title=str(document["x-label"]),
        fields=_build_fields(document),
        sections=tuple(map(_build_section, sections)),
        document=document,
    )


def _build_fields(document: Document) -> Mapping[str, Field]:
    properties = cast("Mapping[str, Document]", document.get("properties", {}))
    required = cast("list[str]", document.get("required", []))
    return MappingProxyType(
        {
            name: _build_field(name, one, required=name in required)
            for name, one in properties.items()
        }
    )


def _build_field(name: str, document: Document, *, required: bool = False) -> Field:
    annotations = {key: value for key, value in document.items() if key.startswith("x-")}
    return Field(
        name=name,
        label=str(document["x-label"]),
        help=str(document["x-help"]),
        example=document["x-example"],
        kind=str(document["type"]),
        required=required,
        editorial=document.get("x-editorial") is True,
        vocabulary=str(document.get("x-vocabulary", "")),
        reference=str(document.get("x-reference", "")),
        format=str(document.get("format", "")),
        fields=_build_fields(document),
        item=_build_field(name, _described_item(document)) if "items" in document else None,
        annotations=MappingProxyType(annotations),
    )


def _described_item(document: Document) -> Document:
    """Return a list's item, described as the list where it is not described itself."""
    first, *_ = cast("list[object]", document["x-example"])
    described = {key: document[key] for key in ("x-label", "x-help")} | {"x-example": first}
    return described | cast("dict[str, object]", document["items"])


def _build_section(row: Mapping[str, Any]) -> SectionField:
    return SectionField(
        identifier=row["id"],
        label=row["label"],
        help=row["help"],
        example=row["example"],
        required=row.get("required", False),
        required_for_idea=row.get("required_for_idea", False),
        editorial=row.get("editorial", False),
        minimum=row["minLength"],
        maximum=row["maxLength"],
    )
