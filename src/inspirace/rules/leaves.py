"""Leaves: texts of a record's values with their paths and the schema's fields."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from inspirace.reading.front_matter import FieldPath
from inspirace.schema.fields import Field

Fields = Mapping[str, Field]
Leaf = tuple[FieldPath, Field, str]


def fields_leading_to(wanted: Callable[[Field], object], fields: Fields) -> Fields:
    """Return only the fields that are wanted, or that have wanted ones inside."""
    found = {name: _leading_to(wanted, field) for name, field in fields.items()}
    return {name: field for name, field in found.items() if field is not None}


def _leading_to(wanted: Callable[[Field], object], field: Field) -> Field | None:
    item = _leading_to(wanted, field.item) if field.item else None
    inner = fields_leading_to(wanted, field.fields)
    return replace(field, item=item, fields=inner) if wanted(field) or item or inner else None


def text_leaves(values: object, fields: Fields, path: FieldPath = ()) -> Iterator[Leaf]:
    """Yield the texts of the fields, those inside lists and small objects too."""
    if isinstance(values, Mapping):
        for name, field in fields.items():
            if name in values:
                yield from _leaves_of(values[name], field, (*path, name))


def _leaves_of(value: object, field: Field, path: FieldPath) -> Iterator[Leaf]:
    if isinstance(value, str):
        yield path, field, value
    elif isinstance(value, list) and field.item:
        for index, one in enumerate(value):
            yield from _leaves_of(one, field.item, (*path, index))
    else:
        yield from text_leaves(value, field.fields, path)
