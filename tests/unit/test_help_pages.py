"""Pages that help who writes: codes with their examples, and the field reference."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from page_text import addresses, page_lines
from support import CheckGolden

from inspirace.catalogue import Catalogue
from inspirace.codes import CODES
from inspirace.explanations.texts import explanation_address, read_explanations
from inspirace.load import load_catalogue
from inspirace.outputs.fields import build_field_pages
from inspirace.outputs.findings import build_finding_pages
from inspirace.schema.fields import Field
from inspirace.site.page import Page
from inspirace.views.field_rows import field_groups, walk

EXPECTED = Path(__file__).parent / "expected"


@cache
def catalogue(root: Path) -> Catalogue:
    return load_catalogue(root).catalogue


@cache
def finding_pages() -> dict[str, Page]:
    return {page.address: page for page in build_finding_pages()}


def field_pages(root: Path) -> dict[str, Page]:
    return {page.address: page for page in build_field_pages(catalogue(root))}


def text_of(page: Page) -> str:
    return "".join(f"{line}\n" for line in page_lines(page.html))


@pytest.mark.parametrize("code", ["comma-list", "unknown-place", "unreadable-file"])
def test_the_page_of_a_code_reads_as_it_should(code: str, check_golden: CheckGolden) -> None:
    page = finding_pages()[explanation_address(code)]
    check_golden(EXPECTED / f"finding-{code}.txt", text_of(page))


def test_the_list_of_codes_reads_as_it_should(check_golden: CheckGolden) -> None:
    check_golden(EXPECTED / "findings.txt", text_of(finding_pages()["chyby/"]))


def test_the_list_leads_to_the_page_of_every_code() -> None:
    listed = addresses(finding_pages()["chyby/"].html)
    ways = [one.removeprefix("../") for one in listed if one.startswith("../chyby/")]
    assert ways == [explanation_address(code) for code in CODES]
    assert [*finding_pages()] == ["chyby/", *ways]


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_the_whole_explanation(code: str) -> None:
    one, html = read_explanations()[code], finding_pages()[explanation_address(code)].html
    assert len(re.findall(r"<pre><code>", html)) == 2
    assert html.count("<li>") >= one.repair.count("\n- ") + 1
    assert ("Kontrola k&nbsp;tomu řekne:" in html) is bool(one.message)
    assert "`" not in html.replace("```", "")


def test_the_reference_of_a_method_reads_as_it_should(
    fixture_root: Path, check_golden: CheckGolden
) -> None:
    page = field_pages(fixture_root)["prispet/pole/metoda/"]
    check_golden(EXPECTED / "fields-method.txt", text_of(page))


def names(fields: dict[str, Field], above: str = "") -> Iterator[str]:
    """Yield the anchor of every field of a schema, those inside of others too."""
    for name, field in fields.items():
        yield f"{above}{name}"
        inner = field.item.fields if field.item and field.item.fields else field.fields
        yield from names(dict(inner), f"{above}{name}-")


@pytest.mark.parametrize("kind", ["innovation", "method"])
def test_every_field_and_section_has_its_row(kind: str, fixture_root: Path) -> None:
    schema = catalogue(fixture_root).schemas[kind]
    groups = field_groups(schema, catalogue(fixture_root).vocabularies, ())
    rows = [row for group in groups for row in walk(group.rows)]
    expected = [*names(dict(schema.fields))]
    expected += [f"oddil-{one.identifier.replace('_', '-')}" for one in schema.sections]
    assert sorted(row.anchor for row in rows) == sorted(expected)
    assert [row for row in rows if not (row.help and row.example and row.kind)] == []


def test_every_anchor_is_on_the_page_once_and_every_way_on_it_leads_somewhere(
    fixture_root: Path,
) -> None:
    for page in field_pages(fixture_root).values():
        anchors = re.findall(r'\bid="([^"]+)"', page.html)
        assert len(anchors) == len(set(anchors))
        inner = {one.removeprefix("#") for one in addresses(page.html) if one.startswith("#")}
        assert inner <= set(anchors)


def test_a_term_leads_to_its_page_where_it_has_one(fixture_root: Path) -> None:
    ways = addresses(field_pages(fixture_root)["prispet/pole/"].html)
    assert "../../pro-koho/seniori/" in ways
    assert "../../zeme/cz/" in ways
    assert "../../zeme/fr/" not in ways


def test_a_vocabulary_is_listed_where_it_is_met_first(fixture_root: Path) -> None:
    html = field_pages(fixture_root)["prispet/pole/"].html
    assert html.count("<code>bez-nakladu</code>") == 1
    assert 'stejných pojmů jako <a href="#cost_band">Náklady</a>' in html
