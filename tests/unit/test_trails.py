"""Trails: what a page of one prints, and that a record that is not there leaves no gap."""

from dataclasses import replace
from pathlib import Path

from made import make_catalogue, make_innovation, make_method, make_vocabulary
from page_text import page_lines
from support import CheckGolden

from inspirace.catalogue import Catalogue
from inspirace.outputs.methods import build_method_page
from inspirace.outputs.trails import build_trail_pages
from inspirace.site.page import Site
from inspirace.trails import Stop, Trail, parse_trails

EXPECTED = Path(__file__).parent / "expected"
WRITTEN = {
    "trails": [
        {
            "id": "bez-penez",
            "title": "Bez peněz",
            "summary": "Co jde zadarmo.",
            "introduction": "Začněte prvním.",
            "innovations": [
                {"innovation": "klub", "why": "Stůl už máte."},
                {"innovation": "neni-tu", "why": "Soubor má chybu."},
            ],
            "methods": [{"method": "rozhovor", "why": "Ptát se nic nestojí."}],
        },
        {
            "id": "jedna",
            "title": "Jedna knihovnice",
            "summary": "Pro tu, která je na všechno sama.",
            "introduction": "Jen jeden případ.",
            "innovations": [{"innovation": "klub", "why": "Vede se sám."}],
        },
    ]
}


def trails() -> Catalogue:
    names = ("target-groups", "topics", "service-types", "programme-activities", "regions")
    case = make_innovation("klub", target_groups=("seniori",), topics=("zdravi",))
    rest = [make_vocabulary(name) for name in (*names, "countries", "method-phases")]
    catalogue = make_catalogue(case, make_method("rozhovor"), vocabularies=rest)
    return replace(catalogue, trails=parse_trails(WRITTEN))


def test_trails_are_read_in_the_order_of_their_file() -> None:
    assert parse_trails(WRITTEN)[1] == Trail(
        id="jedna",
        title="Jedna knihovnice",
        summary="Pro tu, která je na všechno sama.",
        introduction="Jen jeden případ.",
        innovations=(Stop("klub", "Vede se sám."),),
        methods=(),
    )


def test_a_trail_reads_as_it_should(check_golden: CheckGolden) -> None:
    drawn = {page.address: page for page in build_trail_pages(trails())}
    assert list(drawn) == ["cesty/", "cesty/bez-penez/", "cesty/jedna/"]
    lines = page_lines(drawn["cesty/bez-penez/"].html)
    check_golden(EXPECTED / "trail.txt", "".join(f"{line}\n" for line in lines))


def test_a_record_leads_to_its_trails() -> None:
    catalogue = trails()
    method = catalogue.methods["rozhovor"]
    assert [one.id for one in catalogue.trails_with(catalogue.innovations["klub"])] == [
        "bez-penez",
        "jedna",
    ]
    assert [one.id for one in catalogue.trails_with(method)] == ["bez-penez"]
    page = build_method_page(method, catalogue, Site("Katalog"))
    assert "Na cestě Bez peněz" in page_lines(page.html)
