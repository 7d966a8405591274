"""Questions of the site's own form, made from the fields and sections of a schema.

What nearly everybody answers comes first, in steps by the schema's groups; the rest follows in
folded groups. What no form asks is listed with its reason.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

from inspirace.catalogue import Catalogue
from inspirace.czech import collation_key, typeset
from inspirace.forms.issue_questions import (
    ASKED_FIRST,
    FORM_HELP,
    HOME,
    NOT_ASKED,
    is_asked,
    is_section_asked,
)
from inspirace.records import Record
from inspirace.schema.fields import Field, Schema, SectionField
from inspirace.schema.keywords import GROUPS, INTEGER, OBJECT
from inspirace.views.components import topic_pattern
from inspirace.vocabularies import COUNTRIES, Term, Vocabulary

Document = Mapping[str, Any]


class Control(StrEnum):
    """How an answer is given."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"  # one of a list
    CHOICES = "choices"  # several of it, in the order in which they were chosen
    LINES = "lines"  # each value on its line
    ROWS = "rows"  # small objects, as many as there are
    GROUP = "group"  # one small object


@dataclass(frozen=True, slots=True)
class Option:
    """What may be chosen: `words` are what people call it, `pattern` draws a card of the term."""

    identifier: str
    label: str
    text: str = ""
    words: str = ""
    pattern: str = ""
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """One question; `section` is the identifier of a section of the body, empty for a field.

    `input_type` and `input_mode` are HTML's; `least` and `most` are lengths of a text, or how many
    values there may be; `item_label` is what one row is called; the address of one of the record's
    sources is offered from what is written there.
    """

    name: str
    anchor: str
    control: Control
    label: str
    help: str
    section: str = ""
    example: str = ""
    is_required: bool = False
    may_miss_in_idea: bool = False
    input_type: str = "text"
    input_mode: str = ""
    least: int = 0
    most: int = 0
    item_label: str = ""
    is_number: bool = False
    is_source: bool = False
    options: tuple[Option, ...] = ()
    parts: tuple["AskedQuestion", ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Questions asked together."""

    identifier: str
    title: str
    questions: tuple[AskedQuestion, ...]


@dataclass(frozen=True, slots=True)
class NotAsked:
    """A field or section that the form does not ask, and why."""

    name: str
    label: str
    reason: str


_EDITORS = "Přidělí nebo napíše redakce."
_BODY_STEP = ("body", "Vlastními slovy")
_FURTHER_BODY = ("further-body", "Co ještě povědět")
_LAST_STEP = "evidence"  # where things are known from is asked when it is known what they are
_LONGEST_LINE = 250  # characters; what may be longer has a larger box
_TYPES: Mapping[str, str] = {"address": "url", "email": "email", "date": "date"}
_METHOD, _SOURCE = "method", "source"


def first_steps(schema: Schema, catalogue: Catalogue) -> tuple[Step, ...]:
    """Return the steps with what nearly everybody has to answer."""
    needed = [one for one in schema.fields.values() if is_asked(one) and _is_first(one)]
    steps = list(_grouped(needed, (), schema, catalogue))
    sections = tuple(section_question(one) for one in schema.sections if one.required)
    place = next(
        (place for place, step in enumerate(steps) if step.identifier == _LAST_STEP), len(steps)
    )
    steps.insert(place, Step(*_BODY_STEP, sections))
    return tuple(steps)


def further_groups(schema: Schema, catalogue: Catalogue) -> tuple[Step, ...]:
    """Return the groups of questions that may stay unanswered."""
    fields = [one for one in schema.fields.values() if is_asked(one) and not _is_first(one)]
    sections = [one for one in schema.sections if is_section_asked(one) and not one.required]
    return tuple(_grouped(fields, sections, schema, catalogue))


def not_asked(schema: Schema) -> Iterator[NotAsked]:
    """Yield what the form does not ask, with the reason."""
    for field in schema.fields.values():
        if not is_asked(field):
            yield NotAsked(field.name, field.label, NOT_ASKED.get(field.name, _EDITORS))
    for section in schema.sections:
        if not is_section_asked(section):
            yield NotAsked(section.identifier, section.label, _EDITORS)


def section_question(section: SectionField) -> AskedQuestion:
    """Return the question about a section of the body."""
    return AskedQuestion(
        name=section.identifier,
        anchor=f"oddil-{section.identifier.replace('_', '-')}",
        control=Control.TEXT,
        label=typeset(section.label),
        help=typeset(section.help),
        section=section.identifier,
        example=typeset(section.example),
        is_required=section.required,
        may_miss_in_idea=section.required and not section.required_for_idea,
        least=section.minimum,
        most=section.maximum,
    )


def field_question(
    field: Field, document: Document, catalogue: Catalogue, above: str = "pole-"
) -> AskedQuestion:
    """Return the question about a field that `document` is the JSON Schema of."""
    anchor = f"{above}{field.name.replace('_', '-')}"
    control = _control(field, document)
    is_object = control in {Control.ROWS, Control.GROUP}
    described = document["items"] if field.item and is_object else document
    inner = field.item.fields if field.item else field.fields
    below = f"{anchor}-0-" if control is Control.ROWS else f"{anchor}-"
    return AskedQuestion(
        name=field.name,
        anchor=anchor,
        control=control,
        label=typeset(field.label),
        help=typeset(_help(field)),
        example="" if is_object or _source(field) else typeset(_example(field)),
        is_required=field.required,
        input_type=_TYPES.get(field.format, "text"),
        input_mode="numeric" if field.kind == INTEGER or field.format == "month" else "",
        least=document.get("minLength", 0),
        most=document.get("maxItems", 0) or document.get("maxLength", 0),
        item_label=typeset(field.item.label) if field.item else "",
        is_number=field.kind == INTEGER,
        is_source=field.name == _SOURCE and field.format == "address",
        options=_options(field, catalogue),
        parts=tuple(
            field_question(one, described["properties"][one.name], catalogue, below)
            for one in inner.values()
        ),
    )


def _grouped(
    fields: Iterable[Field], sections: Iterable[SectionField], schema: Schema, catalogue: Catalogue
) -> Iterator[Step]:
    """Yield the groups that have questions, in the schema's order, after the sections."""
    told = tuple(section_question(one) for one in sections)
    if told:
        yield Step(*_FURTHER_BODY, told)
    document = cast("Document", schema.document)
    asked = [(one.annotations.get("x-group"), _of(one, document, catalogue)) for one in fields]
    for group in document[GROUPS]:
        questions = tuple(question for name, question in asked if name == group["id"])
        if questions:
            yield Step(group["id"], typeset(group["label"]), questions)


def _of(field: Field, document: Document, catalogue: Catalogue) -> AskedQuestion:
    return field_question(field, document["properties"][field.name], catalogue)


def _is_first(field: Field) -> bool:
    return field.required or field.name in ASKED_FIRST


def _control(field: Field, document: Document) -> Control:
    if field.item is not None:
        if field.item.fields:
            return Control.ROWS
        return Control.CHOICES if _source(field) else Control.LINES
    if field.kind == OBJECT:
        return Control.GROUP
    if _source(field):
        return Control.CHOICE
    is_long = document.get("maxLength", 0) > _LONGEST_LINE and not field.format
    return Control.TEXT if is_long else Control.LINE


def _source(field: Field) -> str:
    """Return what values are chosen from: a vocabulary, or records of a kind."""
    one = field.item or field
    return one.vocabulary or one.reference


def _help(field: Field) -> str:
    return FORM_HELP.get(_source(field), field.help)


def _example(field: Field) -> str:
    if isinstance(field.example, list):
        return "\n".join(map(str, field.example))
    return str(field.example)


def _options(field: Field, catalogue: Catalogue) -> tuple[Option, ...]:
    source = _source(field)
    if source in catalogue.vocabularies:
        return tuple(_term_options(catalogue.vocabularies[source], field))
    if not source:
        return ()
    if source == _METHOD:
        return tuple(_record_options(catalogue.methods.values()))
    return tuple(_record_options(catalogue.innovations.values()))


def _record_options(records: Iterable[Record]) -> Iterator[Option]:
    for one in sorted(records, key=lambda one: collation_key(one.title)):
        yield Option(one.slug, typeset(one.title))


def _term_options(vocabulary: Vocabulary, field: Field) -> Iterator[Option]:
    terms = [term for term in vocabulary.terms.values() if not term.deprecated]
    if vocabulary.name == COUNTRIES:
        terms.sort(key=lambda term: (term.id != HOME, collation_key(term.label)))
    for term in terms:
        yield _option(term, is_chosen=field.required and term.id == HOME)


def _option(term: Term, *, is_chosen: bool) -> Option:
    return Option(
        identifier=term.id,
        label=typeset(term.label),
        text=typeset(term.description),
        words="|".join(term.synonyms),
        pattern=topic_pattern(term.id) if term.vocabulary in {"topics", "method-phases"} else "",
        is_chosen=is_chosen,
    )
