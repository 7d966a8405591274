"""The file that a new record begins with: every question beside the place for its answer.

What nearly every record has stands there empty, in the schema's order, so that a check leads its
writer on from one to the next; what may be left out waits below as remarks with examples.
"""

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any, cast

from inspirace.forms.issue_questions import is_asked
from inspirace.forms.record_file import fields_text, with_defaults
from inspirace.schema.fields import Field, Schema, SectionField

_WIDTH = 96
_MOST_TERMS_LISTED = 60
_TITLE, _DATE = "title", "date"
# Not every record has them, but nobody should miss them.
_ASKED_ALWAYS = frozenset({"library", "municipality"})
_HEAD = (
    "Řádky, které začínají křížkem, jsou jen nápověda: můžete je smazat. Doplňte hodnoty za"
    " dvojtečky a za spojovníky. Hodnotu, ve které je dvojtečka, dejte do rovných uvozovek."
)
_FURTHER = (
    "Když máte chvíli: další pole. Z řádku, který chcete použít, smažte křížek a mezeru za ním"
    " a příklad přepište."
)
_BODY = "Pod hlavičkou jsou oddíly:"


def starter_text(schema: Schema, title: str, date: str = "") -> str:
    """Return the file's text; the title may be empty, and so may the day: `2026-11-25`."""
    given = with_defaults(schema, {_TITLE: title}, date)
    lines = [*_remark(_HEAD)]
    for field in schema.fields.values():
        if _is_needed(field):
            lines += ["", *_help(field, schema), *_needed_lines(field, given.get(field.name, ""))]
    further = [field for field in schema.fields.values() if _is_optional(field)]
    lines += ["", *_remark(_FURTHER)]
    for field in further:
        lines += ["#", *_help(field, schema), *_example_lines(field)]
    lines += ["", *_remark(_BODY), *_section_remarks(schema)]
    body = "".join(f"\n## {one.label}\n" for one in schema.sections if one.required)
    return "\n".join(("---", *lines, "---", body))


def _is_needed(field: Field) -> bool:
    return field.required or field.name in _ASKED_ALWAYS


def _is_optional(field: Field) -> bool:
    return not _is_needed(field) and is_asked(field)


def _remark(text: str, indent: str = "") -> list[str]:
    return [
        f"# {indent}{line}" for line in wrap(text, _WIDTH - len(indent), break_on_hyphens=False)
    ]


def _help(field: Field, schema: Schema) -> Iterator[str]:
    yield from _remark(f"{field.label}: {field.help}")
    terms = _terms(schema.document, field)
    if 0 < len(terms) <= _MOST_TERMS_LISTED:
        yield from _remark(f"Vyberte z těchto: {', '.join(terms)}")


def _terms(document: Mapping[str, object], field: Field) -> tuple[str, ...]:
    properties = cast("Mapping[str, Any]", document["properties"])
    written = properties[field.name]
    return tuple(written.get("enum") or written.get("items", {}).get("enum") or ())


def _needed_lines(field: Field, given: object) -> Iterator[str]:
    """Yield the field without values, a list with one item; a default is filled in."""
    if isinstance(given, str) and given:
        yield from _written({field.name: given})
    elif field.item is not None:
        yield f"{field.name}:"
        yield from _item_lines(field.item)
    elif field.fields:
        yield f"{field.name}:"
        known = given if isinstance(given, Mapping) else {}
        for name, one in field.fields.items():
            if one.required:
                yield f"  {name}: {known.get(name, '')}".rstrip()
    else:
        yield f"{field.name}:"


def _item_lines(item: Field) -> Iterator[str]:
    if not item.fields:
        yield "  -"
    for number, (name, one) in enumerate(item.fields.items()):
        mark = "  - " if number == 0 else "    "
        if one.required:
            yield f"{mark}{name}:"


def _example_lines(field: Field) -> list[str]:
    return [f"# {line}" for line in _written({field.name: field.example})]


def _written(values: Mapping[str, object]) -> list[str]:
    return fields_text(values).splitlines()


def _section_remarks(schema: Schema) -> Iterator[str]:
    for section in schema.sections:
        yield from _remark(f"{section.label} ({_need(section)}): {section.help}", "  ")


def _need(section: SectionField) -> str:
    if section.required_for_idea or not section.required:
        return "povinný" if section.required else "nepovinný"
    return "povinný, jen u námětu může chybět"
