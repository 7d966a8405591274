"""Fields and sections of a schema as people fill them in: what to write, with an example."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from inspirace.czech import NON_BREAKING_SPACE as NBSP
from inspirace.czech import collation_key, counted, number, plural, typeset
from inspirace.rules.samples import sample
from inspirace.schema.fields import Field, Schema, SectionField
from inspirace.schema.keywords import ARRAY, GROUPS, INTEGER, OBJECT
from inspirace.views.addresses import TERM_FOLDERS, term_address
from inspirace.views.components import Link
from inspirace.vocabularies import COUNTRIES, Term, Vocabulary

Document = Mapping[str, Any]

_FORMATS: Mapping[str, str] = {
    "address": "adresa stránky",
    "date": "datum",
    "email": "e-mail",
    "image-file": "cesta k obrázku",
    "month": "rok, nebo rok a měsíc",
}
_REFERENCES: Mapping[str, str] = {
    "innovation": "název souboru případu",
    "method": "název souboru metody",
}
_ITEMS, _TERMS = ("položka", "položky", "položek"), ("pojem", "pojmy", "pojmů")
_SIGNS = ("znak", "znaky", "znaků")


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term to choose: its link (leading nowhere without a page) and what is typed."""

    link: Link
    identifier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One field, or one section of the body where `name` is empty.

    `terms` are listed where the vocabulary is met first, later `elsewhere` leads there.
    """

    anchor: str
    name: str
    label: str
    kind: str
    help: str
    example: str
    is_required: bool
    is_editorial: bool
    note: str = ""
    terms: tuple[TermRow, ...] = ()
    elsewhere: Link | None = None
    parts: tuple["FieldRow", ...] = ()


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """The fields of one group of the form, or the sections of the body."""

    anchor: str
    title: str
    rows: tuple[FieldRow, ...]


def field_groups(
    schema: Schema, vocabularies: Mapping[str, Vocabulary], with_page: Iterable[str]
) -> tuple[FieldGroup, ...]:
    """Return the fields by group, then the sections; `with_page` are addresses of term pages."""
    rows = _Rows(vocabularies, frozenset(with_page))
    groups = cast("Sequence[Mapping[str, str]]", schema.document[GROUPS])
    of_group = {
        group["id"]: [one for one in schema.fields.values() if _group(one) == group["id"]]
        for group in groups
    }
    documents = cast("Document", schema.document["properties"])
    drawn = (
        FieldGroup(
            f"cast-{group['id']}",
            group["label"],
            tuple(rows.row(one, documents[one.name], "") for one in of_group[group["id"]]),
        )
        for group in groups
    )
    sections = tuple(map(_section_row, schema.sections))
    return (*drawn, FieldGroup("cast-text", "Text pod hlavičkou", sections))


class _Rows:
    """Rows of fields; each vocabulary is listed once."""

    def __init__(self, vocabularies: Mapping[str, Vocabulary], with_page: frozenset[str]) -> None:
        self._vocabularies = vocabularies
        self._with_page = with_page
        self._listed: dict[str, Link] = {}

    def row(self, field: Field, document: Document, above: str) -> FieldRow:
        anchor = f"{above}{field.name}"
        terms, elsewhere = self._terms(field, anchor)
        inner = field.item if field.item and field.item.fields else field
        described = document["items"] if inner is not field else document
        return FieldRow(
            anchor=anchor,
            name=field.name,
            label=typeset(field.label),
            kind=_kind(field, document),
            help=typeset(field.help),
            example=sample(field.name, field.example),
            is_required=field.required,
            is_editorial=field.editorial,
            note=_default(field),
            terms=terms,
            elsewhere=elsewhere,
            parts=tuple(
                self.row(one, described["properties"][one.name], f"{anchor}-")
                for one in inner.fields.values()
            ),
        )

    def _terms(self, field: Field, anchor: str) -> tuple[tuple[TermRow, ...], Link | None]:
        name = field.vocabulary or (field.item.vocabulary if field.item else "")
        if not name:
            return (), None
        if name in self._listed:
            return (), self._listed[name]
        self._listed[name] = Link(typeset(field.label), f"#{anchor}")
        terms: Iterable[Term] = self._vocabularies[name].terms.values()
        if name == COUNTRIES:  # in their file they are in the order of their codes
            terms = sorted(terms, key=lambda term: collation_key(term.label))
        return tuple(self._term(one) for one in terms if not one.deprecated), None

    def _term(self, term: Term) -> TermRow:
        address = term_address(term) if term.vocabulary in TERM_FOLDERS else ""
        link = Link(typeset(term.label), address if address in self._with_page else "")
        return TermRow(link, term.id)


def _group(field: Field) -> object:
    return field.annotations.get("x-group")


def _default(field: Field) -> str:
    default = field.annotations.get("x-default")
    return "" if default is None else f"Když pole chybí, platí {default}."


def _kind(field: Field, document: Document) -> str:
    """Return what kind of value the field takes: „text, 5 až 90 znaků“."""
    if field.kind == ARRAY:
        is_choice = bool(field.item and field.item.vocabulary)
        forms = _TERMS if is_choice else _ITEMS
        limits = _limits(document.get("minItems"), document.get("maxItems"), forms)
        return f"seznam, {limits}" if limits else "seznam"
    if field.vocabulary:
        return "jeden pojem"
    if field.kind == OBJECT:
        return "skupina polí"
    if field.kind == INTEGER:
        return f"celé číslo od{NBSP}{document['minimum']} do{NBSP}{document['maximum']}"
    if field.format:
        return _FORMATS.get(field.format) or _REFERENCES[field.reference]
    return f"text, {_limits(document.get('minLength'), document.get('maxLength'), _SIGNS)}"


def _limits(least: int | None, most: int | None, forms: tuple[str, str, str]) -> str:
    """Return how many there may be: „5 až 90 znaků“, „nejvýš 300 znaků“."""
    if most is None:
        return f"nejméně {counted(least, *forms)}" if least else ""
    if least and least != most:
        return f"{number(least)} až{NBSP}{number(most)}{NBSP}{plural(most, *forms)}"
    return f"nejvýš {counted(most, *forms)}"


def _section_row(section: SectionField) -> FieldRow:
    only_real = section.required and not section.required_for_idea
    return FieldRow(
        anchor=f"oddil-{section.identifier.replace('_', '-')}",
        name="",
        label=typeset(section.label),
        kind=f"oddíl, {_limits(section.minimum, section.maximum, _SIGNS)}",
        help=typeset(section.help),
        example=f"## {section.label}\n\n{section.example}",
        is_required=section.required,
        is_editorial=section.editorial,
        note="Námět ho mít nemusí." if only_real else "",
    )


def walk(rows: Iterable[FieldRow]) -> Iterator[FieldRow]:
    """Yield the rows and the parts of each."""
    for row in rows:
        yield row
        yield from walk(row.parts)
