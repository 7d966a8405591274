"""The page of the map: every case once, points and list that agree, ways that lead somewhere."""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from made import make_catalogue, make_innovation, make_term, make_vocabulary
from page_text import page_lines
from support import CheckGolden

from inspirace.catalogue import Catalogue
from inspirace.outputs.map import build_map_page, build_maps, map_view
from inspirace.places import Place
from inspirace.records import Innovation
from inspirace.render import build_pages
from inspirace.site.page import Site
from inspirace.views.map_places import Dot, map_places
from inspirace.views.maps import MapDrawing, draw_czechia, draw_europe, draw_world
from inspirace.vocabularies import Vocabulary

EXPECTED = Path(__file__).parent / "expected"
SITE = Site("Inspirace", "https://knihovna.example/")
ZLIN = Place("Zlín", "CZ", 49.2265, 17.6705, 74_000, "zlinsky")
KLOBOUKY = Place("Valašské Klobouky", "CZ", 49.1406, 18.0076, 4_900, "zlinsky")
BRUMOV = Place("Brumov-Bylnice", "CZ", 49.0929, 18.0216, 5_400, "zlinsky")
PRAHA = Place("Praha", "CZ", 50.088, 14.4208, 1_300_000, "praha")
AARHUS = Place("Aarhus", "DK", 56.1567, 10.2108, 285_000)
SALT_LAKE = Place("Salt Lake City", "US", 40.7608, -111.8911, 200_000)


def regions() -> Vocabulary:
    labels = {
        "praha": "Hlavní město Praha",
        "zlinsky": "Zlínský kraj",
        "pardubicky": "Pardubický kraj",
        "celostatni": "celostátní",
    }
    terms = {name: make_term("regions", name, label=label) for name, label in labels.items()}
    return Vocabulary("regions", "Kraje", terms=terms)


def countries() -> Vocabulary:
    labels = {"CZ": "Česko", "DK": "Dánsko", "GB": "Velká Británie", "US": "Spojené státy"}
    terms = {name: make_term("countries", name, label=label) for name, label in labels.items()}
    return Vocabulary("countries", "Země", terms=terms)


def case(
    slug: str, place: Place | None = None, region: str = "", country: str = "CZ"
) -> Innovation:
    """Return an innovation; its region and country are the place's where there is one."""
    country = place.country if place else country
    region = place.region if place else region
    return make_innovation(
        slug,
        target_groups=("seniori",),
        topics=("zdravi",),
        service_types=("klub",),
        place=place,
        municipality=place.municipality if place else "",
        region=regions().terms[region] if region else None,
        country=countries().terms[country],
    )


def catalogue_of(*innovations: Innovation) -> Catalogue:
    used = {"target-groups": "seniori", "topics": "zdravi", "service-types": "klub"}
    vocabularies = [make_vocabulary(name, term) for name, term in used.items()]
    vocabularies += [regions(), countries()]
    vocabularies += map(make_vocabulary, ("programme-activities", "method-phases"))
    return make_catalogue(*innovations, vocabularies=vocabularies)


def small_catalogue() -> Catalogue:
    """Return a catalogue of places near to each other, far away, unknown and none."""
    return catalogue_of(
        case("zlin-a", ZLIN),
        case("zlin-b", ZLIN),
        case("klobouky", KLOBOUKY),
        case("brumov", BRUMOV),
        case("praha", PRAHA),
        replace(case("osada", region="zlinsky"), municipality="Osada"),
        case("vsude", region="celostatni"),
        case("namet"),
        case("aarhus", AARHUS),
        case("anglie", country="GB"),
        case("salt-lake", SALT_LAKE),
    )


def drawings(catalogue: Catalogue) -> tuple[MapDrawing, ...]:
    return tuple(one for part in map_view(catalogue).parts for one in part.maps)


def test_the_page_reads(check_golden: CheckGolden) -> None:
    page = build_map_page(small_catalogue())
    said = (page.address, page.frame, page.title)
    assert said == ("mapa/", "mapa/", "Mapa")
    check_golden(EXPECTED / "map.txt", "\n".join(page_lines(page.html)) + "\n")


def test_an_empty_catalogue_has_a_map() -> None:
    view = map_view(catalogue_of())
    assert [part.areas for part in view.parts] == [(), ()]
    assert [part.unused for part in view.parts] == [
        "Hlavní město Praha, Pardubický kraj a Zlínský kraj",
        "",
    ]


@pytest.mark.parametrize("layer", [0, 1], ids=["small", "large"])
def test_every_place_has_one_point(layer: int) -> None:
    catalogue = small_catalogue()
    anchors = Counter(
        anchor
        for drawing in drawings(catalogue)
        for dot in drawing.layers[layer].dots
        for anchor in dot.anchors
    )
    assert anchors == Counter(one.anchor for one in map_places(catalogue.by_title))


def test_the_maps_alone_are_those_of_the_page() -> None:
    catalogue = small_catalogue()
    parts = json.loads(build_maps(catalogue).content)
    assert [(anchor, title) for anchor, title, _ in parts] == [("cesko", "Česko"), ("svet", "Svět")]
    page = build_map_page(catalogue).html
    assert [svg in page for _, _, maps in parts for svg, _ in maps] == [True, True, True]


def test_every_case_stands_once_in_the_list() -> None:
    catalogue = small_catalogue()
    listed = re.findall(
        'class="map-list__case"><a href="../inovace/([^"]*)/"', build_map_page(catalogue).html
    )
    assert Counter(listed) == Counter([*catalogue.innovations])


def test_every_way_leads_somewhere() -> None:
    catalogue = small_catalogue()
    pages = {page.address: page for page in build_pages(catalogue, SITE)}
    text = pages["mapa/"].html
    identifiers = re.findall(' id="([^"]*)"', text)
    assert len(identifiers) == len(set(identifiers))
    ways = re.findall('href="([^"]*)"', text)
    known = {f"#{one}" for one in identifiers} | {f"../{one}" for one in pages} | {"../prispet/"}
    assert set(ways) - known == set()
    assert {"../kraje/zlinsky/", "../zeme/dk/", "../zeme/us/", "../zeme/cz/"} <= set(ways)


def test_near_places_have_one_point_that_leads_to_the_larger() -> None:
    catalogue = small_catalogue()
    drawing = draw_czechia(catalogue, map_places(catalogue.by_title))
    small, large = drawing.layers
    assert [(dot.title, dot.address, dot.anchors) for dot in small.dots] == [
        ("Praha: Praha", "inovace/praha/", ("obec-cz-praha",)),
        (
            "Zlín, Brumov-Bylnice a\N{NO-BREAK SPACE}Valašské Klobouky: 4\N{NO-BREAK SPACE}případy",
            "#obec-cz-zlin",
            ("obec-cz-zlin", "obec-cz-brumov-bylnice", "obec-cz-valasske-klobouky"),
        ),
    ]
    assert [(dot.title, dot.radius, dot.count) for dot in large.dots] == [
        (
            "Brumov-Bylnice a\N{NO-BREAK SPACE}Valašské Klobouky: 2\N{NO-BREAK SPACE}případy",
            14,
            2,
        ),
        ("Praha: Praha", 12, 1),
        ("Zlín: 2\N{NO-BREAK SPACE}případy", 14, 2),
    ]
    assert large.dots[1] == Dot(
        x=346,
        y=225,
        radius=12,
        count=1,
        title="Praha: Praha",
        address="inovace/praha/",
        anchors=("obec-cz-praha",),
    )


def test_many_places_in_one_point_are_not_all_named() -> None:
    near = [
        Place(name, "CZ", 49.2 + number / 1000, 17.6, number, "zlinsky")
        for number, name in enumerate(("Alfa", "Beta", "Gama", "Delta", "Epsilon"))
    ]
    catalogue = catalogue_of(*(case(one.municipality.lower(), one) for one in near))
    dots = draw_czechia(catalogue, map_places(catalogue.by_title)).layers[0].dots
    assert [dot.title.replace("\N{NO-BREAK SPACE}", " ") for dot in dots] == [
        "Epsilon a 4 další obce: 5 případů"
    ]


def test_places_of_like_names_have_different_anchors() -> None:
    named = [replace(ZLIN, municipality=name) for name in ("Bílá", "Bila", "Bila (Zlín)")]
    abroad = replace(AARHUS, municipality="Bila")
    places = map_places(case(f"c{number}", one) for number, one in enumerate([*named, abroad]))
    assert [(one.place.municipality, one.anchor) for one in places] == [
        ("Bila", "obec-cz-bila"),
        ("Bila", "obec-dk-bila"),
        ("Bílá", "obec-cz-bila-2"),
        ("Bila (Zlín)", "obec-cz-bila-zlin"),
    ]


@pytest.mark.parametrize(
    ("counts", "shades"),
    [
        pytest.param({"zlinsky": 1}, {"zlinsky": 4}, id="alone"),
        pytest.param(
            {"zlinsky": 16, "praha": 9, "pardubicky": 1},
            {"zlinsky": 4, "praha": 3, "pardubicky": 1},
            id="by-square-roots",
        ),
        pytest.param({"zlinsky": 1, "celostatni": 90}, {"zlinsky": 1}, id="of-all-regions"),
    ],
)
def test_a_shade_grows_with_the_cases(counts: dict[str, int], shades: dict[str, int]) -> None:
    cases = [
        case(f"{region}-{number}", region=region)
        for region, count in counts.items()
        for number in range(count)
    ]
    drawing = draw_czechia(catalogue_of(*cases), ())
    by_name = {area.address: area.shade for area in drawing.areas if area.shade}
    assert by_name == {f"kraje/{region}/": shade for region, shade in shades.items()}


def test_a_country_is_a_link_on_one_map() -> None:
    catalogue = small_catalogue()
    places = map_places(catalogue.by_title)
    europe, world = draw_europe(catalogue, places), draw_world(catalogue, places)
    assert [[(area.title, area.address) for area in one.areas] for one in (europe, world)] == [
        [
            ("Česko: 8\N{NO-BREAK SPACE}případů", "zeme/cz/"),
            ("Dánsko: 1\N{NO-BREAK SPACE}případ", "zeme/dk/"),
            ("Velká Británie: 1\N{NO-BREAK SPACE}případ", "zeme/gb/"),
        ],
        [("Spojené státy: 1\N{NO-BREAK SPACE}případ", "zeme/us/")],
    ]
    assert world.inset is not None
    assert world.inset.address == f"#{europe.anchor}"


def test_labels_are_short_and_over_no_point() -> None:
    catalogue = small_catalogue()
    areas = draw_czechia(catalogue, map_places(catalogue.by_title)).areas
    labels = {area.name: area.label.text if area.label else None for area in areas}
    assert labels == {
        "Hlavní město Praha": None,
        "Pardubický kraj": "Pardubický",
        "Zlínský kraj": "Zlínský",
    }


@pytest.mark.parametrize(
    ("changed", "is_same"),
    [
        pytest.param({"summary": "Jiný popis, který mapa neříká."}, True, id="summary"),
        pytest.param({"title": "Jiný název"}, False, id="title"),
        pytest.param({"municipality": "Brumov"}, False, id="municipality"),
        pytest.param({"region": None}, False, id="region"),
    ],
)
def test_the_page_is_made_anew_when_what_it_says_has_changed(
    changed: dict[str, object],
    is_same: bool,  # noqa: FBT001 - a table's column
) -> None:
    one = case("zlin", ZLIN)
    known = replace(catalogue_of(one), digests={"": b"editors"})
    other = replace(catalogue_of(replace(one, **changed)), digests={"": b"editors"})  # type: ignore[arg-type]  # fields of any kind
    before, after = (build_map_page(each).made_from() for each in (known, other))
    assert (before == after, before != b"") == (is_same, True)
    assert build_map_page(catalogue_of(one)).made_from() == b""
