"""Questions of GitHub's issue forms, made from the fields and sections of a schema."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, cast

from inspirace.czech import collation_key
from inspirace.schema.fields import Field, Schema, SectionField
from inspirace.vocabularies import COUNTRIES, Vocabulary

Vocabularies = Mapping[str, Vocabulary]

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Control(StrEnum):
    """How an answer is given, in GitHub's words."""

    INPUT = "input"
    TEXTAREA = "textarea"
    DROPDOWN = "dropdown"
    CHECKBOXES = "checkboxes"
    MARKDOWN = "markdown"  # a text to read, which asks nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One element of a form; `about` or `section` is what the answer belongs to.

    `options` are the labels to choose from with what each of them means; `value` stands in the
    answer from the beginning, `placeholder` only until somebody writes.
    """

    identifier: str
    control: Control
    label: str
    help: str = ""
    placeholder: str = ""
    value: str = ""
    options: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    multiple: bool = False
    default: int | None = None
    required: bool = False
    about: Field | None = None
    section: SectionField | None = None

    @property
    def rows(self) -> Mapping[str, Field]:
        """Return the fields of one row, by name, where the answer is made of rows."""
        if self.about is None:
            return {}
        return row_fields(self.about)


# What no form asks although the schema has it, and why; besides, no form asks the editors' own.
NOT_ASKED: Mapping[str, str] = {
    "verification": "Nový záznam je neověřený, ověřuje ho redakce.",
    "images": "Fotografie se posílají zvlášť, i se souhlasem lidí na nich.",
    "aliases": "Nový záznam dřívější adresu nemá.",
    "licence": "Text vyjde pod licencí, se kterou odesílatel souhlasil.",
}
HOME = "CZ"
# Asked with what is required: nearly every case has them.
ASKED_FIRST = frozenset({"library", "municipality"})
_LONGEST_LINE = 150  # characters; what may be longer has a larger box
# Where the schema says how a value is written in a file, and a form does it otherwise.
FORM_HELP: Mapping[str, str] = {
    COUNTRIES: "Země, ve které knihovna je.",
    "method": "Metody, které knihovna opravdu použila; napište název, jak ho má katalog.",
    "innovation": "Název případu, jak ho má katalog.",
}
_EACH_ON_ITS_LINE = "Každou hodnotu napište na svůj řádek."
_ROW = "Odpověď pište za dvojtečky; co nevíte, nechte prázdné."
_MORE_ROWS = f"{_ROW} Máte-li jich víc, zkopírujte všechny řádky pod sebe ještě jednou."


def row_fields(field: Field) -> Mapping[str, Field]:
    """Return the fields of a small object, or of each in a list of them."""
    return field.item.fields if field.item else field.fields


def is_asked(field: Field) -> bool:
    """Return whether a form asks for the field."""
    return not field.editorial and field.name not in NOT_ASKED


def is_section_asked(section: SectionField) -> bool:
    """Return whether a form asks for the section: the editors' own only where it must be there."""
    return section.required or not section.editorial


def needed_questions(schema: Schema, vocabularies: Vocabularies) -> Iterator[Question]:
    """Yield the questions that nearly everybody has to answer."""
    for one in filter(is_asked, schema.fields.values()):
        if _is_needed(one):
            yield field_question(one, schema, vocabularies)
    yield from (section_question(one) for one in schema.sections if one.required)


def further_questions(schema: Schema, vocabularies: Vocabularies) -> Iterator[Question]:
    """Yield the questions that may stay unanswered."""
    for section in schema.sections:
        if is_section_asked(section) and not section.required:
            yield section_question(section)
    for one in filter(is_asked, schema.fields.values()):
        if not _is_needed(one):
            yield field_question(one, schema, vocabularies)


def _is_needed(field: Field) -> bool:
    return field.required or field.name in ASKED_FIRST


def section_question(section: SectionField) -> Question:
    """Return the question about a section of the body."""
    return Question(
        identifier=section.identifier,
        control=Control.TEXTAREA,
        label=section.label,
        help=section.help,
        placeholder=section.example,
        required=section.required_for_idea,
        section=section,
    )


def field_question(field: Field, schema: Schema, vocabularies: Vocabularies) -> Question:
    """Return the question about a field of the record."""
    vocabulary = field.vocabulary or (field.item.vocabulary if field.item else "")
    if row_fields(field):
        return _row_question(field)
    if vocabulary:
        return choice_question(field, vocabularies[vocabulary])
    if field.item:
        return _list_question(field)
    return text_question(field, _longest(schema, field.name))


def text_question(field: Field, longest: int = 0) -> Question:
    """Return the question about a text, a number or a date."""
    return Question(
        identifier=field.name,
        control=Control.TEXTAREA if longest > _LONGEST_LINE and not field.format else Control.INPUT,
        label=field.label,
        help=field.help,
        placeholder=str(field.example),
        required=field.required,
        about=field,
    )


def choice_question(field: Field, vocabulary: Vocabulary) -> Question:
    """Return the question about terms of a vocabulary."""
    terms = [term for term in vocabulary.terms.values() if not term.deprecated]
    default = None
    if vocabulary.name == COUNTRIES:
        # Hardly anybody writes from elsewhere, and nobody looks for a country by its code.
        terms.sort(key=lambda term: (term.id != HOME, collation_key(term.label)))
        default = 0 if terms[0].id == HOME else None
    return Question(
        identifier=field.name,
        control=Control.DROPDOWN,
        label=field.label,
        help=FORM_HELP.get(vocabulary.name, field.help),
        options={term.label: term.id for term in terms},
        multiple=field.item is not None,
        default=default,
        required=field.required,
        about=field,
    )


def _list_question(field: Field) -> Question:
    reference = field.item.reference if field.item else ""
    help_text = FORM_HELP.get(reference, field.help)
    return Question(
        identifier=field.name,
        control=Control.TEXTAREA,
        label=field.label,
        help=f"{help_text} {_EACH_ON_ITS_LINE}",
        required=field.required,
        about=field,
    )


def _row_question(field: Field) -> Question:
    return Question(
        identifier=field.name,
        control=Control.TEXTAREA,
        label=field.label,
        help=f"{field.help} {_MORE_ROWS if field.item else _ROW}",
        value="".join(f"{one.label}:\n" for one in row_fields(field).values()),
        required=field.required,
        about=field,
    )


def _longest(schema: Schema, name: str) -> int:
    properties = cast("Mapping[str, Mapping[str, Any]]", schema.document["properties"])
    longest: int = properties[name].get("maxLength", 0)
    return longest
