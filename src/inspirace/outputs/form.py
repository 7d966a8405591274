"""The form: pages on which a librarian describes a case or a method, and the files it starts from.

Everything is asked in HTML from the schema. What the answers become is worked out in the reader's
browser by the modules in `static/form`; nothing is sent anywhere by the page itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from inspirace.cache import digest
from inspirace.catalogue import Catalogue
from inspirace.czech import fold
from inspirace.forms.form_schema import form_schema
from inspirace.forms.starter import starter_text
from inspirace.forms.web_questions import NotAsked, Step, first_steps, further_groups, not_asked
from inspirace.schema.fields import Schema
from inspirace.search.layout import compact_json
from inspirace.site.page import Artifact, Page, Site
from inspirace.views.addresses import ADD
from inspirace.views.components import Link
from inspirace.views.look import FOLDER, marked
from inspirace.views.templating import draw_page

_ENGINE = f"{FOLDER}search/engine.js"
ADDRESSES: Mapping[str, str] = {"innovation": ADD, "method": f"{ADD}metoda/"}


@dataclass(frozen=True, slots=True)
class _Words:
    """What a page says of its kind of record; `folder` and `issue_form` are the repository's."""

    title: str
    lead: str
    thing: str
    other: str
    starter: str
    folder: str
    issue_form: str


_WORDS: Mapping[str, _Words] = {
    "innovation": _Words(
        title="Přidat případ",
        lead="Popište službu své knihovny tak, aby ji někdo jiný mohl zkusit.",
        thing="případ",
        other="Přidat metodu",
        starter="kostra-pripadu.md",
        folder="content/innovations",
        issue_form="novy-pripad.yml",
    ),
    "method": _Words(
        title="Přidat metodu",
        lead="Popište postup, který pomáhá najít potřebu, vymyslet službu nebo ji změřit.",
        thing="metodu",
        other="Přidat případ",
        starter="kostra-metody.md",
        folder="content/methods",
        issue_form="nova-metoda.yml",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """What the page of the form prints; empty addresses are ways that are not offered."""

    kind: str
    title: str
    lead: str
    thing: str
    steps: tuple[Step, ...]
    further: tuple[Step, ...]
    not_asked: tuple[NotAsked, ...]
    other: Link
    starter: Link
    schema: str
    search: str
    new_file: str
    issue_form: str
    email: str


def build_form_pages(catalogue: Catalogue, site: Site) -> Iterator[Page]:
    """Yield the page of the form for each kind of record whose schema is known."""
    for kind, schema in catalogue.schemas.items():
        words, address = _WORDS[kind], ADDRESSES[kind]
        page = Page(
            address=address,
            frame=ADD,
            title=words.title,
            description=f"{words.lead} Formulář se sám kontroluje a rozepsaný text si pamatuje.",
            head=_head("../" * address.count("/")),
            made_from=partial(_made_from, catalogue),
        )
        yield draw_page(page, "form.html", partial(_view, kind, schema, catalogue, site))


def build_form_files(catalogue: Catalogue) -> Iterator[Artifact]:
    """Yield what the scripts know of a kind, and the file to fill in by who does without them."""
    innovations, methods = catalogue.innovations, catalogue.methods
    titles = {
        "innovation": {fold(one.title): slug for slug, one in sorted(innovations.items())},
        "method": {fold(one.title): slug for slug, one in sorted(methods.items())},
    }
    former = [alias for one in innovations.values() for alias in one.aliases]
    slugs = {"innovation": sorted({*innovations, *former}), "method": sorted(methods)}
    for kind, schema in catalogue.schemas.items():
        known = {"known": {"slugs": slugs, "titles": titles[kind]}}
        told = form_schema(schema, catalogue.vocabularies) | known
        yield Artifact(_schema_path(kind), compact_json(told).encode())
        yield Artifact(f"{ADD}{_WORDS[kind].starter}", starter_text(schema, "").encode())


def _schema_path(kind: str) -> str:
    return f"{FOLDER}form/{kind}.json"


def _head(base: str) -> str:
    look, script = (marked(f"{FOLDER}{name}") for name in ("form.css", "form/form.js"))
    return (
        f'<link rel="stylesheet" href="{base}{look}">'
        f'<script type="module" src="{base}{script}"></script>'
    )


def _made_from(catalogue: Catalogue) -> bytes:
    """Return a digest of the records to choose from, and of the search that the page leads to."""
    records = catalogue.digest_of((*catalogue.methods.values(), *catalogue.innovations.values()))
    return digest(records, marked(_ENGINE).encode()) if records else b""


def _view(kind: str, schema: Schema, catalogue: Catalogue, site: Site) -> FormView:
    words = _WORDS[kind]
    other = next(one for one in ADDRESSES if one != kind)
    repository = site.repository
    return FormView(
        kind=kind,
        title=words.title,
        lead=words.lead,
        thing=words.thing,
        steps=first_steps(schema, catalogue),
        further=further_groups(schema, catalogue),
        not_asked=tuple(not_asked(schema)),
        other=Link(words.other, ADDRESSES[other]),
        starter=Link("kostru souboru", f"{ADD}{words.starter}"),
        schema=_schema_path(kind),
        search=marked(_ENGINE),
        new_file=f"{repository}/new/main/{words.folder}" if repository else "",
        issue_form=f"{repository}/issues/new?template={words.issue_form}" if repository else "",
        email=site.editors_email,
    )
