"""Issue forms of GitHub: what each of them asks, made from the schemas.

The answers come back as one text with the questions' labels as headings, so the same description
serves who writes the form's file and who reads what was filled in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from inspirace.forms.issue_questions import (
    Control,
    Question,
    Vocabularies,
    choice_question,
    further_questions,
    needed_questions,
    text_question,
)
from inspirace.schema.fields import Field, Schema

CASE, CONSENT = "case", "consent"


class Purpose(StrEnum):
    """What becomes of a filled form."""

    RECORD = "record"  # a new file
    ADOPTION = "adoption"  # a row in a file that is there
    CORRECTION = "correction"  # nothing by itself: an editor reads it


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueForm:
    """A form: its file among GitHub's templates, and what it asks in the order of asking.

    `title` begins the title of an issue; `kind` is the kind of record that it is about.
    """

    file_name: str
    name: str
    description: str
    title: str
    purpose: Purpose
    kind: str = ""
    elements: tuple[Question, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return the elements that are answered."""
        return tuple(one for one in self.elements if one.control is not Control.MARKDOWN)


def issue_forms(schemas: Mapping[str, Schema], vocabularies: Vocabularies) -> tuple[IssueForm, ...]:
    """Return all forms in the order of GitHub's list."""
    return (
        IssueForm(
            file_name="novy-pripad.yml",
            name="Nový případ",
            description="Služba nebo akce, kterou by si mohly vzít i jiné knihovny.",
            title="Nový případ: ",
            purpose=Purpose.RECORD,
            kind="innovation",
            elements=tuple(_record(_CASE_INTRODUCTION, schemas["innovation"], vocabularies)),
        ),
        IssueForm(
            file_name="prevzali-jsme.yml",
            name="Převzali jsme to i my",
            description="Vaše knihovna dělá službu, kterou našla v katalogu.",
            title="Převzali jsme: ",
            purpose=Purpose.ADOPTION,
            kind="innovation",
            elements=tuple(_adoption(schemas["innovation"], vocabularies)),
        ),
        IssueForm(
            file_name="nova-metoda.yml",
            name="Nová metoda",
            description="Postup, který pomáhá najít potřebu, vymyslet službu nebo ji změřit.",
            title="Nová metoda: ",
            purpose=Purpose.RECORD,
            kind="method",
            elements=tuple(_record(_METHOD_INTRODUCTION, schemas["method"], vocabularies)),
        ),
        IssueForm(
            file_name="oprava.yml",
            name="Oprava nebo chyba",
            description="Něco na stránce nesouhlasí, nefunguje nebo se tomu nedá rozumět.",
            title="Oprava: ",
            purpose=Purpose.CORRECTION,
            elements=_correction(),
        ),
    )


_PUBLIC = "Všechno, co napíšete, bude veřejné: jména soukromých osob sem nepatří."
_CASE_INTRODUCTION = (
    "Odpovězte na otázky po nadpis „Když máte chvíli“, zabere to asi dvacet minut. Pište vlastními"
    f" slovy. Co nevíte, nechte prázdné a nic neodhadujte. {_PUBLIC}"
)
_METHOD_INTRODUCTION = (
    f"Pište vlastními slovy a jen to, co máte čím doložit. Co nevíte, nechte prázdné. {_PUBLIC}"
)
_FURTHER = "## Když máte chvíli\n\nNic z toho není povinné, ale čtenářům to pomůže."


def _record(introduction: str, schema: Schema, vocabularies: Vocabularies) -> Iterator[Question]:
    yield _to_read("introduction", introduction)
    yield from needed_questions(schema, vocabularies)
    yield _to_read("further", _FURTHER)
    yield from further_questions(schema, vocabularies)
    yield _consent()


def _adoption(schema: Schema, vocabularies: Vocabularies) -> Iterator[Question]:
    yield _to_read(
        "introduction",
        "Stačí dvě odpovědi: který případ jste převzali a která knihovna jste."
        f" Na jeho stránce pak budete mezi těmi, kdo to převzali. {_PUBLIC}",
    )
    yield Question(
        identifier=CASE,
        control=Control.INPUT,
        label="Který případ jste převzali",
        help="Zkopírujte adresu jeho stránky z prohlížeče.",
        placeholder="https://www.example.cz/inovace/cteni-s-pejsky/",
        required=True,
    )
    for field in adoption_fields(schema).values():
        if field.vocabulary:
            yield choice_question(field, vocabularies[field.vocabulary])
        else:
            yield text_question(field)
    yield _consent()


def adoption_fields(schema: Schema) -> Mapping[str, Field]:
    """Return the fields of one library that has taken a case over."""
    item = schema.fields["adopted_by"].item
    return item.fields if item else {}


def _correction() -> tuple[Question, ...]:
    where = Question(
        identifier="where",
        control=Control.INPUT,
        label="Které stránky se to týká",
        help="Zkopírujte její adresu z prohlížeče. Týká-li se to celého webu, napište to.",
        required=True,
    )
    return (
        where,
        replace(
            where,
            identifier="what",
            control=Control.TEXTAREA,
            label="Co je špatně",
            help="Opište větu nebo údaj, který nesouhlasí, nebo napište, co nefunguje.",
        ),
        replace(
            where,
            identifier="right",
            control=Control.TEXTAREA,
            label="Jak to má být",
            help="Když to víte. Stačí i napsat, že to tak není.",
            required=False,
        ),
        replace(
            where,
            identifier="source",
            control=Control.TEXTAREA,
            label="Odkud to víte",
            help="Adresa stránky nebo článku. Pracujete-li v knihovně, o které případ je,"
            " napište to: vaše slovo má váhu, kterou článek nemá.",
            required=False,
        ),
    )


def _to_read(identifier: str, text: str) -> Question:
    return Question(identifier=identifier, control=Control.MARKDOWN, label="", value=text)


def _consent() -> Question:
    said = (
        "Text jsme napsali sami a souhlasíme, že ho katalog zveřejní pod licencí"
        " [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/deed.cs)"
    )
    return Question(
        identifier=CONSENT,
        control=Control.CHECKBOXES,
        label="Souhlas se zveřejněním",
        options={said: CONSENT},
        required=True,
    )
