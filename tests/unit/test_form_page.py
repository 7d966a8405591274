"""The page of the form: everything that the schema has is asked, or said why not."""

import re
from functools import cache
from pathlib import Path

import pytest

from inspirace.catalogue import Catalogue
from inspirace.forms.starter import starter_text
from inspirace.load import load_catalogue
from inspirace.outputs import form
from inspirace.outputs.form import build_form_files, build_form_pages
from inspirace.schema.fields import Field
from inspirace.site.page import Page, Site

OWNED = Site(
    "K", repository="https://kod.example/my/katalog", editors_email="redakce@knihovna.example"
)
ADDRESSES = {"innovation": "pridat/", "method": "pridat/metoda/"}

each_kind = pytest.mark.parametrize("kind", ADDRESSES)


@cache
def catalogue(root: Path) -> Catalogue:
    return load_catalogue(root).catalogue


def form_page(root: Path, kind: str, site: Site = OWNED) -> Page:
    return {page.address: page for page in build_form_pages(catalogue(root), site)}[ADDRESSES[kind]]


def names_in(field: Field) -> list[str]:
    """Return the field's name with those of its parts."""
    parts = field.item.fields if field.item else field.fields
    return [field.name, *(name for part in parts.values() for name in names_in(part))]


@each_kind
def test_every_field_and_section_has_a_control_or_a_reason(fixture_root: Path, kind: str) -> None:
    schema = catalogue(fixture_root).schemas[kind]
    html = form_page(fixture_root, kind).html
    reasons = re.findall(r'data-not-asked="(\w+)"><strong>[^<]+</strong>: [^<]+\.</li>', html)
    asked = [
        name
        for field in schema.fields.values()
        if field.name not in reasons
        for name in names_in(field)
    ]
    asked += [one.identifier for one in schema.sections if one.identifier not in reasons]
    assert re.findall(r'data-name="(\w+)"', html) != []
    assert sorted(re.findall(r'data-name="(\w+)"', html)) == sorted(asked)


def test_what_is_not_asked_is_the_editors_or_is_sent_otherwise(fixture_root: Path) -> None:
    html = form_page(fixture_root, "innovation").html
    assert re.findall(r'data-not-asked="(\w+)"', html) == [
        *("small_start", "evidence_level", "verification", "images", "aliases", "related"),
        *("licence", "transfer"),
    ]


@each_kind
def test_every_control_is_named_and_described(fixture_root: Path, kind: str) -> None:
    html = form_page(fixture_root, kind).html
    identifiers = re.findall(r' id="([^"]+)"', html)
    assert len(identifiers) == len(set(identifiers))
    described = re.findall(r'aria-describedby="([^"]+)"', html)
    assert len(described) > 10
    assert set(described) <= set(identifiers)
    assert set(re.findall(r'<label for="([^"]+)"', html)) <= set(identifiers)


@pytest.mark.parametrize(
    ("site", "ways"),
    [
        pytest.param(Site("K"), ["file"], id="nothing-known"),
        pytest.param(OWNED, ["email", "github", "issue", "file"], id="everything-known"),
    ],
)
def test_only_ways_that_lead_somewhere_are_offered(
    fixture_root: Path, site: Site, ways: list[str]
) -> None:
    html = form_page(fixture_root, "innovation", site).html
    assert re.findall(r'data-way="(\w+)"', html) == ways


@pytest.mark.parametrize(
    ("kind", "folder", "template"),
    [
        pytest.param("innovation", "content/innovations", "novy-pripad.yml", id="innovation"),
        pytest.param("method", "content/methods", "nova-metoda.yml", id="method"),
    ],
)
def test_github_is_led_to_by_the_kind(
    fixture_root: Path, kind: str, folder: str, template: str
) -> None:
    html = form_page(fixture_root, kind).html
    assert f'data-new-file="{OWNED.repository}/new/main/{folder}"' in html
    assert f'href="{OWNED.repository}/issues/new?template={template}"' in html


def test_without_scripts_there_is_a_file_to_fill_in(fixture_root: Path) -> None:
    html = form_page(fixture_root, "method").html
    files = {one.path: one.content.decode() for one in build_form_files(catalogue(fixture_root))}
    assert 'href="../../pridat/kostra-metody.md" download' in html
    schema = catalogue(fixture_root).schemas["method"]
    assert files["pridat/kostra-metody.md"] == starter_text(schema, "")


def test_the_form_knows_what_is_in_the_catalogue(fixture_root: Path) -> None:
    files = {one.path: one.content.decode() for one in build_form_files(catalogue(fixture_root))}
    known = files["assets/inspirace/form/innovation.json"].partition('"known":')[2]
    assert '"kurz-pocitace"' in known
    assert '"rozhovory"' in known


@each_kind
def test_a_page_is_drawn_anew_where_the_search_that_it_leads_to_has_changed(
    fixture_root: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = form_page(fixture_root, kind).made_from()
    assert before == form_page(fixture_root, kind).made_from() != b""
    monkeypatch.setattr(form, "marked", lambda address: f"{address}?v=other")
    assert form_page(fixture_root, kind).made_from() != before
