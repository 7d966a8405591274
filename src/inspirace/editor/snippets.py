"""Snippets: a whole record, each of its fields and sections, with an example to be written over."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from inspirace.czech import fold
from inspirace.forms.issue_questions import is_asked
from inspirace.forms.record_file import fields_text
from inspirace.schema.fields import Field, Schema

Snippet = Mapping[str, object]

_RECORD = {"innovation": "případ", "method": "metoda"}
_MOST_TO_CHOOSE = 60
# An example of a level that the sections of a new record cannot prove would be an error.
_VALUES: Mapping[str, str] = {"evidence_level": "1-popis"}


def snippets(schemas: Mapping[str, Schema]) -> Mapping[str, Snippet]:
    """Return the snippets by their names, in the order of the schemas."""
    named: dict[str, Snippet] = {}
    for kind, schema in schemas.items():
        record = _RECORD[kind]
        named[f"Celý soubor: {record}"] = _snippet(fold(record), schema.title, _whole(schema))
        for field in schema.fields.values():
            if is_asked(field) or field.required:
                named[f"Pole: {field.label} ({record})"] = _snippet(
                    field.name, field.help, list(_field_lines(schema, [field]))
                )
        for section in schema.sections:
            body = [f"## {section.label}", "", f"${{1:{_escaped(section.example)}}}", "$0"]
            named[f"Oddíl: {section.label} ({record})"] = _snippet(
                fold(section.label), section.help, body
            )
    return named


def _snippet(prefix: str, description: str, body: Sequence[str]) -> Snippet:
    return {
        "scope": "markdown",
        "prefix": prefix,
        "description": description,
        "body": list(body),
    }


def _whole(schema: Schema) -> list[str]:
    needed = [one for one in schema.fields.values() if one.required or one.name == "library"]
    lines = ["---", *_field_lines(schema, needed), "---"]
    for section in schema.sections:
        if section.required:
            lines += ["", f"## {section.label}", "", _escaped(section.example)]
    return [*lines, "$0"]


def _field_lines(schema: Schema, fields: Sequence[Field]) -> Iterator[str]:
    """Yield the lines of fields as a file has them, each value a place to jump to."""
    numbers = count(1)
    for field in fields:
        example = _VALUES.get(field.name, field.example)
        terms = _terms(schema, field)
        for line in fields_text({field.name: example}).splitlines():
            yield _with_place(line, numbers, terms)


def _with_place(line: str, numbers: Iterator[int], terms: Sequence[str]) -> str:
    """Return the line with its value as a place to jump to, or with terms to choose from."""
    indent = line[: len(line) - len(line.lstrip(" -"))]
    name, colon, value = line[len(indent) :].partition(": ")
    begin, written = (f"{indent}{name}{colon}", value) if colon else (indent, name)
    if written.endswith(":") and not colon:
        return line
    if written in terms:
        others = (term for term in terms if term != written)
        return f"{begin}${{{next(numbers)}|{','.join((written, *others))}|}}"
    return f"{begin}${{{next(numbers)}:{_escaped(written)}}}"


def _terms(schema: Schema, field: Field) -> tuple[str, ...]:
    properties = schema.document["properties"]
    written = properties[field.name] if isinstance(properties, Mapping) else {}
    terms = written.get("enum") or written.get("items", {}).get("enum") or ()
    return tuple(terms) if len(terms) <= _MOST_TO_CHOOSE else ()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
