"""The corpus that the checker and the form's scripts share: a whole record, and what is changed."""

import json
from typing import Any

from support import PROJECT

from inspirace.drafts import make_draft
from inspirace.editor_files import load_editor_files
from inspirace.explanations.texts import read_explanations
from inspirace.forms.form_schema import form_schema
from inspirace.forms.record_file import record_file
from inspirace.intake.cleaning import clean_line, clean_section
from inspirace.reading.text_file import TextFile
from inspirace.rules.links import LinkIndex, check_links

CORPUS = PROJECT / "tests" / "forms" / "corpus"
SCRIPTS = PROJECT / "src" / "inspirace" / "static" / "form"
EDITOR_FILES = load_editor_files(PROJECT)
SCHEMA = EDITOR_FILES.schemas["innovation"]
EXPORTED = {
    kind: form_schema(schema, EDITOR_FILES.vocabularies)
    for kind, schema in EDITOR_FILES.schemas.items()
}

Record = dict[str, Any]
Found = list[tuple[str, str, str]]

_PATH = "content/innovations/pripad.md"


def corpus() -> list[Record]:
    """Return the records with what is expected to be found in each: pairs of code and field."""
    base = json.loads((CORPUS / "base.json").read_text(encoding="utf-8"))
    rows = json.loads((CORPUS / "innovation.json").read_text(encoding="utf-8"))
    return [_changed(base, row) for row in rows]


def _changed(base: Record, row: Record) -> Record:
    values = {
        name: value
        for name, value in (base["values"] | row["values"]).items()
        if name not in row.get("drop", ())
    }
    return {
        "id": row["id"],
        "values": values,
        "sections": base["sections"] | row.get("sections", {}),
        "expected": sorted(tuple(pair) for pair in row["expected"]),
    }


def written(record: Record) -> str:
    """Return the file of a record, cleaned as intake cleans it."""
    sections = {
        name: clean_section(text.replace("\r\n", "\n")) for name, text in record["sections"].items()
    }
    return record_file(
        SCHEMA, clean(record["values"]), {name: text for name, text in sections.items() if text}
    )


def clean(value: Any) -> Any:  # noqa: ANN401  any value of a record
    """Return a record's value with its texts cleaned."""
    if isinstance(value, str):
        return clean_line(value)
    if isinstance(value, dict):
        return {name: clean(one) for name, one in value.items()}
    return [clean(one) for one in value] if isinstance(value, list) else value


def checked(text: str) -> Found:
    """Return code, field and message of what the checker finds in a file; a section is a field.

    What could be said better is left out: the form does not tell people how to write.
    """
    draft = make_draft("innovation", _PATH, text.encode(), EDITOR_FILES, ())
    links = check_links(TextFile(_PATH, text), draft.links, LinkIndex({}, {}))
    return sorted(
        {
            (one.code, one.field or _section(text, one.location.line), one.message)
            for one in (*draft.diagnostics, *links)
            if read_explanations()[one.code].group != "language"
        }
    )


def _section(text: str, line: int) -> str:
    """Return the section that a line is in, or the front matter's field that it begins."""
    by_heading = {f"## {section.label}": section.identifier for section in SCHEMA.sections}
    above = text.split("\n")[:line]
    section = next((by_heading[one] for one in reversed(above) if one in by_heading), "")
    return section or above[-1].partition(":")[0]
