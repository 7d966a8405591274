"""The schema as the form in a browser needs it: one JSON for each kind of record.

```
kind, title
groups      [{id, label}]                    steps of the form
fields      [{name, label, help, example, group, kind, required, asked, …}]
            of a text also minLength, maxLength, pattern, format, vocabulary, reference; of a
            number minimum, maximum; of a list minItems, maxItems, uniqueItems and item, described
            as a field; of a small object fields
sections    [{id, label, help, example, required, required_for_idea, editorial, asked,
            minLength, maxLength}]
vocabularies {name: {title, terms: [{id, label, synonyms, broader, deprecated, replaced_by}]}}
defaults    values of what the form does not ask; "{date}" stands for the day of writing
reserved    slugs that no record may have
sentences   {name: a Czech sentence with {places}}: those of the checker
advice      {name: what to do}                    of some of the sentences
```
"""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from inspirace.forms.issue_questions import is_asked, is_section_asked
from inspirace.forms.record_file import with_defaults
from inspirace.rules.catalogue import RESERVED_SLUGS
from inspirace.schema.fields import Field, Schema
from inspirace.sentences import FORM_ADVICE, SENTENCES
from inspirace.vocabularies import Term, Vocabulary

Document = Mapping[str, Any]

_LIMITS = (
    *("minLength", "maxLength", "pattern", "minimum", "maximum"),
    *("minItems", "maxItems", "uniqueItems"),
)
_DATE = "{date}"


def form_schema(schema: Schema, vocabularies: Mapping[str, Vocabulary]) -> dict[str, object]:
    """Return what the form's scripts know of a kind of record, ready to be written as JSON."""
    document = cast("Document", schema.document)
    return {
        "kind": schema.kind,
        "title": schema.title,
        "groups": document.get("x-groups", []),
        "fields": _fields(schema.fields, document),
        "sections": [
            dict(row) | {"asked": is_section_asked(section)}
            for section, row in zip(schema.sections, document["x-sections"], strict=True)
        ],
        "vocabularies": {
            name: _vocabulary(vocabularies[name]) for name in sorted(_used(schema.fields))
        },
        "defaults": with_defaults(schema, {}, _DATE),
        "reserved": sorted(RESERVED_SLUGS),
        "sentences": dict(SENTENCES),
        "advice": dict(FORM_ADVICE),
    }


def _fields(fields: Mapping[str, Field], document: Document) -> list[dict[str, object]]:
    return [_field(field, document["properties"][name]) for name, field in fields.items()]


def _field(field: Field, document: Document) -> dict[str, object]:
    told: dict[str, object] = {
        "name": field.name,
        "label": field.label,
        "help": field.help,
        "example": field.example,
        "kind": field.kind,
        "required": field.required,
        "editorial": field.editorial,
        "asked": is_asked(field),
        "group": field.annotations.get("x-group", ""),
        "default": field.annotations.get("x-default", ""),
        "vocabulary": field.vocabulary,
        "reference": field.reference,
        "format": field.format,
    }
    told |= {name: document[name] for name in _LIMITS if name in document}
    if field.item is not None:
        told["item"] = _field(field.item, document["items"])
    if field.fields:
        told["fields"] = _fields(field.fields, document)
    # What is not said needs no bytes; the scripts take it for false or empty.
    return {name: value for name, value in told.items() if value not in ("", False)}


def _used(fields: Mapping[str, Field]) -> Iterator[str]:
    for field in fields.values():
        if field.vocabulary:
            yield field.vocabulary
        yield from _used(field.fields)
        if field.item is not None:
            yield from _used({"": field.item})


def _vocabulary(vocabulary: Vocabulary) -> dict[str, object]:
    return {
        "title": vocabulary.title,
        "terms": [_term(term) for term in vocabulary.terms.values()],
    }


def _term(term: Term) -> dict[str, object]:
    told = {
        "id": term.id,
        "label": term.label,
        "synonyms": list(term.synonyms),
        "broader": term.broader,
        "deprecated": term.deprecated,
        "replaced_by": term.replaced_by,
    }
    return {name: value for name, value in told.items() if value}
