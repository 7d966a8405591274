"""Leaves: every text of a record's values with its path and the schema's field."""

from collections.abc import Iterator, Mapping

from inspirace.front_matter import FieldPath
from inspirace.schema import Field

Leaf = tuple[FieldPath, Field, str]


def text_leaves(
    values: object, fields: Mapping[str, Field], path: FieldPath = ()
) -> Iterator[Leaf]:
    """Yield the texts of known fields, those inside lists and small objects too."""
    if isinstance(values, Mapping):
        for name, value in values.items():
            if name in fields:
                yield from _leaves_of(value, fields[name], (*path, name))


def _leaves_of(value: object, field: Field, path: FieldPath) -> Iterator[Leaf]:
    if isinstance(value, str):
        yield path, field, value
    elif isinstance(value, list) and field.item:
        for index, one in enumerate(value):
            yield from _leaves_of(one, field.item, (*path, index))
    else:
        yield from text_leaves(value, field.fields, path)
