"""The field reference: every field and section of a case and of a method, from the schemas."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from inspirace.cache import digest
from inspirace.catalogue import Catalogue
from inspirace.explanations.texts import ADDRESS as FINDINGS
from inspirace.schema.fields import Schema
from inspirace.site.page import Page
from inspirace.views.activities import ACTIVITIES, find_activities
from inspirace.views.addresses import CONTRIBUTE, FIELDS, TERM_FOLDERS, term_address
from inspirace.views.components import Link
from inspirace.views.field_rows import FieldGroup, field_groups
from inspirace.views.look import FOLDER, marked
from inspirace.views.templating import draw_page

ADDRESSES: Mapping[str, str] = {"innovation": FIELDS, "method": f"{FIELDS}metoda/"}
_TITLES: Mapping[str, tuple[str, str]] = {
    "innovation": ("Přehled polí případu", "případ"),
    "method": ("Přehled polí metody", "metodu"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldsView:
    """What the reference of one kind of record prints; `other` leads to that of the other."""

    title: str
    subject: str
    groups: tuple[FieldGroup, ...]
    other: Link
    findings: Link
    schema: Link
    crumbs: tuple[Link, ...] = (Link("Přispět", CONTRIBUTE),)


def build_field_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the page of each kind of record whose schema is known."""
    look = marked(f"{FOLDER}help.css")
    for kind, schema in catalogue.schemas.items():
        title, subject = _TITLES[kind]
        address = ADDRESSES[kind]
        page = Page(
            address=address,
            frame=FIELDS,
            title=title,
            description=f"Všechna pole, která má {kind_words(kind)}: co do nich psát, příklad,"
            " co je povinné a z čeho se vybírá.",
            edit_path=f"content/schema/{kind}.yml",
            head=f'<link rel="stylesheet" href="{"../" * address.count("/")}{look}">',
            made_from=partial(_made_from, catalogue),
        )
        yield draw_page(page, "fields.html", partial(_view, kind, subject, schema, catalogue))


def _made_from(catalogue: Catalogue) -> bytes:
    around = catalogue.digest_of(())
    return digest(around, *map(str.encode, _term_pages(catalogue))) if around else b""


def kind_words(kind: str) -> str:
    """Return what people call a file of the kind."""
    return {"innovation": "soubor s případem", "method": "soubor s metodou"}[kind]


def _view(kind: str, subject: str, schema: Schema, catalogue: Catalogue) -> FieldsView:
    other = next(one for one in ADDRESSES if one != kind)
    return FieldsView(
        title=_TITLES[kind][0],
        subject=subject,
        groups=field_groups(schema, catalogue.vocabularies, _term_pages(catalogue)),
        other=Link(_TITLES[other][0], ADDRESSES[other]),
        findings=Link("Chyby a upozornění", FINDINGS),
        schema=Link("JSON Schema", f"schema/{kind}/v1.json"),
    )


def _term_pages(catalogue: Catalogue) -> Iterator[str]:
    """Yield the addresses of the terms that have a page."""
    for name in TERM_FOLDERS:
        if name != ACTIVITIES:
            yield from (term_address(one.term) for one in catalogue.terms_in_use(name))
    yield from (term_address(one.term) for one in find_activities(catalogue))
