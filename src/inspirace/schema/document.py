"""The JSON Schema of a schema file: written texts become numbers, flags, examples and terms.

It is made only of what the rules of schema files have found good.
"""

from collections.abc import Mapping
from typing import cast

from inspirace.schema.keywords import (
    ANNOTATIONS,
    BOOLEAN,
    EXAMPLES,
    INTEGER,
    KEYWORDS,
    NUMBER,
    SECTION_FIELDS,
    SECTIONS,
)
from inspirace.vocabularies import Vocabulary

Vocabularies = Mapping[str, Vocabulary]
Written = Mapping[str, object]

_SCALARS = {
    INTEGER: KEYWORDS["maxLength"].value,
    NUMBER: KEYWORDS["maximum"].value,
    BOOLEAN: ANNOTATIONS["x-editorial"].value,
}


def json_schema(written: Written, vocabularies: Vocabularies) -> dict[str, object]:
    """Return the JSON Schema of a field, with terms put in from its vocabulary."""
    document = {key: _keyword(key, value, written, vocabularies) for key, value in written.items()}
    vocabulary = written.get("x-vocabulary")
    if isinstance(vocabulary, str):
        document["enum"] = list(vocabularies[vocabulary].terms)
    return document


def _keyword(keyword: str, value: object, written: Written, vocabularies: Vocabularies) -> object:
    if keyword == "properties":
        return {name: json_schema(one, vocabularies) for name, one in fields_of(written).items()}
    if keyword == "items":
        return json_schema(as_written(value), vocabularies)
    if keyword == SECTIONS:
        return [_section(as_written(row)) for row in cast("list[object]", value)]
    if keyword in EXAMPLES:
        return typed(value, written)
    row = KEYWORDS.get(keyword) or ANNOTATIONS.get(keyword)
    return row.value.read(value) if row and isinstance(value, str) else value


def typed(value: object, written: Written) -> object:
    """Return a value of the field as its type says; one of another kind stays as it is."""
    if isinstance(value, list):
        item = as_written(written.get("items"))
        return [typed(one, item) for one in value]
    if isinstance(value, Mapping):
        fields = fields_of(written)
        return {name: typed(one, as_written(fields.get(name))) for name, one in value.items()}
    scalar = _SCALARS.get(str(written.get("type")))
    return scalar.read(value) if scalar and isinstance(value, str) and scalar.fits(value) else value


def _section(row: Written) -> dict[str, object]:
    return {name: SECTION_FIELDS[name].read(str(value)) for name, value in row.items()}


def fields_of(written: Written) -> Mapping[str, Written]:
    """Return the fields of an object as they are written."""
    properties = as_written(written.get("properties"))
    return {name: as_written(one) for name, one in properties.items()}


def as_written(value: object) -> Written:
    """Return the value's keywords; what is no field has none."""
    return value if isinstance(value, Mapping) else {}
