"""The page of an innovation: with nothing, with everything, with what a stranger wrote."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from made import make_catalogue, make_innovation, make_method, make_term, make_vocabulary
from page_text import addresses, page_lines
from support import PROJECT, CheckGolden

from inspirace.outputs.innovation import NOT_SHOWN, build_innovation_page
from inspirace.records import (
    Adoption,
    Contact,
    Funding,
    Image,
    Innovation,
    Material,
    Number,
    Partner,
    RecordSection,
    SmallStart,
    Source,
    Verification,
)
from inspirace.site.page import Page, Site

SITE = Site("Inspirace pro knihovny")
EXPECTED = Path(__file__).parent / "expected"
SCHEMA = PROJECT / "content" / "schema" / "innovation.yml"
SECTIONS = {
    "need": ("Potřeba", True),
    "how_it_works": ("Jak to funguje", False),
    "results": ("Výsledky", False),
    "lessons": ("Co se nepovedlo a poučení", False),
    "transfer": ("Jak to přenést k vám", True),
}
SOURCE_URL = "https://example.org/sources-url"


def section(identifier: str, markdown: str = "") -> RecordSection:
    label, editorial = SECTIONS[identifier]
    return RecordSection(
        identifier,
        label,
        f"kotva-{identifier}",
        editorial,
        (markdown or f"Oddíl {identifier}.").encode(),
    )


def draw(innovation: Innovation, *others: Any, site: Site = SITE) -> Page:  # noqa: ANN401 - records
    regions = make_vocabulary("regions")
    catalogue = make_catalogue(innovation, *others, vocabularies=[regions])
    return build_innovation_page(innovation, catalogue, site)


def bare(**given: Any) -> Innovation:  # noqa: ANN401 - fields of any kind
    terms = {"target_groups": ("senioři",), "topics": ("osamělost",), "service_types": ("klub",)}
    return make_innovation("klub", **{"sections": (section("need"),), **terms, **given})


# What of each field a reader sees; a list stands for its items.
MARKS: Mapping[str, str] = {
    "title": "Titulek případu",
    "summary": "Shrnutí případu.",
    "status": "stav-status",
    "country": "zem-country",
    "library": "Knihovna library",
    "library_url": "https://example.org/library-url",
    "municipality": "Obec municipality",
    "region": "kraj-region",
    "settlement_size": "velikost-settlement-size",
    "library_type": "typ-library-type",
    "target_groups[]": "skupina-target-groups",
    "topics[]": "téma-topics",
    "service_types[]": "služba-service-types",
    "library_role[]": "role-library-role",
    "embedding": "ukotvení-embedding",
    "programme_activities[]": "činnost-programme-activities",
    "started": "od roku 2005 do března 2011",
    "ended": "od roku 2005 do března 2011",
    "cost_band": "náklady-cost-band",
    "effort_setup": "příprava-effort-setup",
    "effort_running": "provoz-effort-running",
    "staff": "Kdo to dělá: staff",
    "partners[].name": "Partner partners-name",
    "partners[].role": "role partnera partners-role",
    "funding[].source": "Nadace funding-source",
    "funding[].amount": "částka funding-amount",
    "funding[].year": "1987",
    "materials[].title": "Materiál materials-title",
    "materials[].url": "https://example.org/materials-url",
    "materials[].licence": "licence materials-licence",
    "outcomes[]": "Změna-outcomes",
    "numbers[].what": "co se počítá numbers-what",
    "numbers[].value": "asi 4321",
    "numbers[].period": "období numbers-period",
    "numbers[].source": "#zdroj-1",
    "small_start.what": "Malá verze small-start-what",
    "small_start.steps[]": "Krok small-start-steps",
    "small_start.cost_band": "malé náklady",
    "small_start.effort_setup": "malá příprava",
    "small_start.effort_running": "malý provoz",
    "methods[]": "metody/rozhovory/",
    "adopted_by[].library": "Knihovna adopted-library",
    "adopted_by[].municipality": "Obec adopted-municipality",
    "adopted_by[].country": "země adopted-country",
    "adopted_by[].year": "1995",
    "adopted_by[].url": "https://example.org/adopted-url",
    "sources[].title": "Zdroj sources-title",
    "sources[].url": SOURCE_URL,
    "sources[].publisher": "Vydavatel sources-publisher",
    "sources[].year": "1991",
    "sources[].supports": "podporuje sources-supports",
    "sources[].accessed": "9. ledna 2026",
    "evidence_level": "doložení-evidence-level",
    "verification.status": "potvrzeno-knihovnou",
    "verification.date": "únor 2026",
    "verification.by": "ověřovatel verification-by",
    "images[].file": "../../assets/images-file.jpg",
    "images[].alt": "Popis images-alt",
    "images[].author": "Autorka images-author",
    "images[].licence": "licence images-licence",
    "contact.role": "vedoucí contact-role",
    "contact.email": "mailto:contact@example.org",
    "contact.url": "https://example.org/contact-url",
    "related[]": "inovace/jiny-klub/",
    "licence": "CC0 1.0",
    "summary_en": "English summary.",
}


def whole() -> Innovation:
    """Return an innovation with every field and section."""
    return bare(
        title=MARKS["title"],
        summary=MARKS["summary"],
        status=make_term("case-status", MARKS["status"]),
        country=make_term("countries", "CZ", label=MARKS["country"]),
        library=MARKS["library"],
        library_url=MARKS["library_url"],
        municipality=MARKS["municipality"],
        region=make_term("regions", "zlinsky", label=MARKS["region"]),
        settlement_size=make_term("settlement-size", "do-500", label=MARKS["settlement_size"]),
        library_type=make_term("library-types", MARKS["library_type"]),
        target_groups=(MARKS["target_groups[]"],),
        topics=(MARKS["topics[]"],),
        service_types=(MARKS["service_types[]"],),
        library_role=(make_term("library-roles", MARKS["library_role[]"]),),
        embedding=make_term("embedding", MARKS["embedding"]),
        programme_activities=(MARKS["programme_activities[]"],),
        started="2005",
        ended="2011-03",
        cost_band=make_term("cost-bands", MARKS["cost_band"]),
        effort_setup=make_term("effort-setup", MARKS["effort_setup"]),
        effort_running=make_term("effort-running", MARKS["effort_running"]),
        staff=MARKS["staff"],
        partners=(Partner(MARKS["partners[].name"], MARKS["partners[].role"]),),
        funding=(Funding(MARKS["funding[].source"], MARKS["funding[].amount"], 1987),),
        materials=(
            Material(
                MARKS["materials[].title"], MARKS["materials[].url"], MARKS["materials[].licence"]
            ),
        ),
        outcomes=(
            make_term(
                "outcomes", "zmena", label="změna-outcomes", measured_by=("dotazník před a po",)
            ),
        ),
        numbers=(
            Number(MARKS["numbers[].what"], "asi 4321", SOURCE_URL, MARKS["numbers[].period"]),
        ),
        small_start=SmallStart(
            MARKS["small_start.what"],
            (MARKS["small_start.steps[]"],),
            make_term("cost-bands", MARKS["small_start.cost_band"]),
            make_term("effort-setup", MARKS["small_start.effort_setup"]),
            make_term("effort-running", MARKS["small_start.effort_running"]),
        ),
        methods=("rozhovory",),
        adopted_by=(
            Adoption(
                MARKS["adopted_by[].library"],
                MARKS["adopted_by[].municipality"],
                make_term("countries", "SK", label=MARKS["adopted_by[].country"]),
                1995,
                MARKS["adopted_by[].url"],
            ),
        ),
        sources=(
            Source(
                MARKS["sources[].title"],
                SOURCE_URL,
                MARKS["sources[].publisher"],
                1991,
                MARKS["sources[].supports"],
                "2026-01-09",
            ),
        ),
        evidence_level=make_term("evidence-levels", "4-x", label=MARKS["evidence_level"]),
        verification=Verification(
            make_term("verification-status", MARKS["verification.status"]),
            "2026-02-03",
            MARKS["verification.by"],
        ),
        images=(
            Image(
                "images-file.jpg",
                MARKS["images[].alt"],
                MARKS["images[].author"],
                MARKS["images[].licence"],
                "souhlas",
            ),
        ),
        contact=Contact(
            MARKS["contact.role"], "contact@example.org", MARKS["contact.url"]
        ),
        aliases=("stary-klub",),
        related=("jiny-klub",),
        licence="CC0-1.0",
        summary_en=MARKS["summary_en"],
        sections=tuple(map(section, SECTIONS)),
    )  # fmt: skip


def draw_whole(site: Site = SITE) -> Page:
    other = make_innovation("jiny-klub", topics=("jiné",), target_groups=("jiní",))
    return draw(whole(), other, make_method("rozhovory"), site=site)


def leaves(node: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Yield the dotted name of every field of the schema that holds a value."""
    if "properties" in node:
        for name, field in node["properties"].items():
            yield from leaves(field, f"{path}.{name}" if path else name)
    elif "items" in node:
        yield from leaves(node["items"], f"{path}[]")
    else:
        yield path


def test_every_field_of_the_schema_is_on_the_page_or_has_a_reason_not_to_be() -> None:
    schema = yaml.safe_load(SCHEMA.read_text(encoding="utf-8"))
    shown = {name for name in leaves(schema) if name.removesuffix("[]") not in NOT_SHOWN}
    assert shown == set(MARKS)
    assert [row["id"] for row in schema["x-sections"]] == list(SECTIONS)


def test_the_page_shows_every_field() -> None:
    html = draw_whole().html
    seen = "\n".join((*page_lines(html), *addresses(html)))
    assert [name for name, mark in MARKS.items() if mark not in seen] == []


@pytest.mark.parametrize("name", ["bare", "whole", "idea"])
def test_the_page_reads_as_it_should(name: str, check_golden: CheckGolden) -> None:
    idea = bare(status=make_term("case-status", "namet"), small_start=SmallStart("Jedno setkání."))
    pages = {"bare": draw(bare()), "whole": draw_whole(), "idea": draw(idea)}
    lines = page_lines(pages[name].html)
    check_golden(EXPECTED / f"innovation-{name}.txt", "".join(f"{line}\n" for line in lines))


def test_the_page_says_who_it_is() -> None:
    page = draw(bare())
    assert (page.address, page.frame, page.title, page.description, page.edit_path) == (
        "inovace/klub/",
        "inovace/",
        "Klub",
        "Knihovna půjčuje stoly i pokoj.",
        "content/innovations/klub.md",
    )


@pytest.mark.parametrize(
    ("site", "address"),
    [
        pytest.param(SITE, "../../prispet/", id="no-repository"),
        pytest.param(
            Site("Inspirace", report_template="https://kod.example/issues/new?title={title}"),
            "https://kod.example/issues/new?title=Chyba%20na%20str%C3%A1nce%3A%20Klub",
            id="repository",
        ),
        pytest.param(
            Site(
                "Inspirace",
                "https://web.example/x/",
                report_template="https://kod.example/issues/new?where={address}&title={title}",
            ),
            "https://kod.example/issues/new?where=https%3A%2F%2Fweb.example%2Fx%2Finovace%2Fklub%2F"
            "&amp;title=Chyba%20na%20str%C3%A1nce%3A%20Klub",
            id="repository-and-site",
        ),
    ],
)
def test_an_error_can_be_reported(site: Site, address: str) -> None:
    assert addresses(draw(bare(), site=site).html)[-1] == address


def test_a_page_has_one_first_heading_no_styles_and_no_address_from_the_root() -> None:
    html = draw_whole().html
    assert (html.count("<h1"), html.count("style="), html.count("<script")) == (1, 0, 0)
    assert [one for one in addresses(html) if one.startswith("/")] == []


def test_what_a_stranger_wrote_stays_text() -> None:
    attack = '"><script>alert(1)</script>'
    html = draw(
        bare(
            title=attack,
            summary=attack,
            library=attack,
            library_url=f"https://example.org/{attack}",
            staff=attack,
            sections=(section("need", attack), section("lessons", "[klik](javascript:alert(1))")),
        )
    ).html
    assert "<script" not in html
    assert not [one for one in addresses(html) if "javascript" in one or ">" in one]
