"""A record's file: its fields as front matter, its sections below, both in the schema's order.

How a text is quoted follows from three tests only, so that a form in a browser can write the same
bytes: plain where it begins with a letter and nothing in it means something in YAML, otherwise in
double quotes, and in single ones where it has a double quote or a backslash itself.
"""

import re
from collections.abc import Mapping, Sequence

import yaml

from inspirace.records import UNVERIFIED
from inspirace.schema.fields import Field, Schema

Values = Mapping[str, object]

# What the editors decide, until they do.
_EVIDENCE = "1-popis"
_PLAIN = re.compile(r"[^\W\d_](?!.*(?::\s|\s#|:$)).*")
_YEAR_OR_TERM = re.compile(r"[12][0-9]{3}|[0-9]+(?:-[a-z0-9]+)+")
# Words that a reader of YAML may take for something else than a text.
_WORDS = frozenset({"y", "n", "yes", "no", "true", "false", "on", "off", "null"})


def record_file(schema: Schema, values: Values, sections: Mapping[str, str]) -> str:
    """Return the text of a record's file; a section is given by its identifier."""
    ordered = _in_order(values, schema.fields)
    body = "".join(
        f"\n## {section.label}\n\n{sections[section.identifier]}\n"
        for section in schema.sections
        if section.identifier in sections
    )
    return f"---\n{fields_text(ordered)}---\n{body}"


def with_defaults(schema: Schema, values: Values, date: str) -> dict[str, object]:
    """Return the values of a new record with what its sender does not decide.

    `date` is the day on which it was written: `2026-11-25`.
    """
    defaults: dict[str, object] = {
        "evidence_level": _EVIDENCE,
        "verification": {"status": UNVERIFIED, "date": date},
    }
    return {name: value for name, value in defaults.items() if name in schema.fields} | dict(values)


def fields_text(values: Values) -> str:
    """Return fields as they are written in a file, in the order given."""
    return yaml.dump(
        dict(values),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=_ONE_LINE,
    )


_ONE_LINE = 10**9  # signs: a text is never broken


class _Dumper(yaml.SafeDumper):
    """Writes lists indented under their field, and texts quoted as this module says."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  PyYAML's own signature
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  PyYAML's own signature
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=_style(text))


def _style(text: str) -> str | None:
    is_plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS
    if is_plain or _YEAR_OR_TERM.fullmatch(text):
        return None
    return "'" if '"' in text or "\\" in text else '"'


# Every value is a text when a file is read, so nothing is quoted only to stay one.
_Dumper.yaml_implicit_resolvers = {}
_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(int, lambda dumper, number: _represent_text(dumper, str(number)))


def _in_order(values: Values, fields: Mapping[str, Field]) -> dict[str, object]:
    return {name: _ordered(values[name], field) for name, field in fields.items() if name in values}


def _ordered(value: object, field: Field) -> object:
    """Return a value with the fields of small objects in the schema's order."""
    if isinstance(value, Mapping):
        return _in_order(value, field.fields)
    if field.item is not None and isinstance(value, Sequence) and not isinstance(value, str):
        return [_ordered(one, field.item) for one in value]
    return value
