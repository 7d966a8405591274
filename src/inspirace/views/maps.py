"""Maps: outlines filled with what the catalogue has – a link a region or country, points in them.

A shade says how many cases there are, the words beside it say so too.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, sqrt

from inspirace.catalogue import Catalogue
from inspirace.czech import capitalised, collation_key, typeset
from inspirace.geo.labels import Circle, free_spot, short_region
from inspirace.geo.outlines import OutlineMap, load_outlines
from inspirace.places import HOME_COUNTRY
from inspirace.views.addresses import term_address
from inspirace.views.map_places import DotLayer, MappedPlace, cases, dot_layers
from inspirace.vocabularies import Vocabulary

EUROPE_ANCHOR = "mapa-evropy"

_SHADES = 4
_GAP = 2  # units between a label and a point
_EUROPE_LONGITUDES, _EUROPE_LATITUDES = (-24, 40), (35, 71)


@dataclass(frozen=True, slots=True)
class Label:
    """The short name of an area, written around a point of the map."""

    text: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Area:
    """A region or a country: `shade` grows from 1 with its cases, 0 is one without any."""

    path: str
    name: str
    title: str
    address: str = ""
    shade: int = 0
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Inset:
    """A part of a map that another map shows closer."""

    x: int
    y: int
    width: int
    height: int
    label: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """Everything that the SVG of a map says; `land` is what has no name and no link.

    `is_cut` says that land goes on beyond the edges.
    """

    anchor: str
    label: str
    width: int
    height: int
    land: str
    areas: tuple[Area, ...]
    layers: tuple[DotLayer, ...]
    is_cut: bool = True
    inset: Inset | None = None


def draw_czechia(catalogue: Catalogue, places: Iterable[MappedPlace]) -> MapDrawing:
    """Return the map of the Czech regions, those without a case too, and the points in them."""
    outline = load_outlines()["czechia"]
    regions = catalogue.vocabularies["regions"]
    at_home = catalogue.with_term("countries", HOME_COUNTRY)
    counts = Counter(one.region.id for one in at_home if one.region)
    named = _in_order(outline.shapes, regions)
    layers = dot_layers(outline, [one for one in places if one.place.country == HOME_COUNTRY])
    circles = [(dot.x, dot.y, dot.radius + _GAP) for dot in layers[-1].dots]
    areas = [
        replace(area, label=_region_label(area.name, outline.spots.get(name, ()), circles))
        for name, area in zip(named, _areas(outline, named, regions, counts), strict=True)
    ]
    return MapDrawing(
        anchor="mapa-ceska",
        label="Mapa Česka podle krajů",
        width=outline.width,
        height=outline.height,
        land=_land(outline, named),
        areas=tuple(areas),
        layers=layers,
        is_cut=False,
    )


def draw_europe(catalogue: Catalogue, places: Iterable[MappedPlace]) -> MapDrawing:
    """Return the map of Europe; Czechia has a map of its own and no points here."""
    outline = load_outlines()["europe"]
    abroad = [one for one in places if one.place.country != HOME_COUNTRY]
    drawing = _draw_countries(catalogue, outline, outline.shapes, abroad)
    return replace(drawing, anchor=EUROPE_ANCHOR, label="Mapa Evropy podle zemí")


def draw_world(catalogue: Catalogue, places: Iterable[MappedPlace]) -> MapDrawing:
    """Return the map of the world, in which Europe is only the way to its own map."""
    outline, europe = load_outlines()["world"], load_outlines()["europe"]
    far = [one for one in places if europe.point(one.place.longitude, one.place.latitude) is None]
    names = [name for name in outline.shapes if name not in europe.shapes]
    drawing = _draw_countries(catalogue, outline, names, far)
    return replace(drawing, inset=_europe_inset(outline))


def _draw_countries(
    catalogue: Catalogue, outline: OutlineMap, names: Iterable[str], places: list[MappedPlace]
) -> MapDrawing:
    countries = catalogue.vocabularies["countries"]
    counts = Counter({one.term.id: one.count for one in catalogue.terms_in_use("countries")})
    named = _in_order((name for name in names if counts[name]), countries)
    return MapDrawing(
        anchor="mapa-sveta",
        label="Mapa světa mimo Evropu podle zemí",
        width=outline.width,
        height=outline.height,
        land=_land(outline, named),
        areas=tuple(_areas(outline, named, countries, counts)),
        layers=dot_layers(outline, places),
    )


def _region_label(
    name: str, spots: Sequence[tuple[int, int]], circles: Iterable[Circle]
) -> Label | None:
    text = short_region(name)
    spot = free_spot(text, spots, circles)
    return Label(text, *spot) if spot else None


def _in_order(names: Iterable[str], vocabulary: Vocabulary) -> list[str]:
    """Return the names of the vocabulary's terms, in the order of the list beside the map."""
    known = (name for name in names if name in vocabulary.terms)
    return sorted(known, key=lambda name: collation_key(vocabulary.terms[name].label))


def _land(outline: OutlineMap, named: Collection[str]) -> str:
    others = (path for name, path in outline.shapes.items() if name not in named)
    return outline.land + "".join(others)


def _areas(
    outline: OutlineMap, names: Iterable[str], vocabulary: Vocabulary, counts: Mapping[str, int]
) -> Iterator[Area]:
    """Yield the areas with their shades: the home country's count is beyond compare abroad."""
    most = max((count for name, count in counts.items() if name != HOME_COUNTRY), default=1)
    for name in names:
        term, count = vocabulary.terms[name], counts[name]
        label = capitalised(typeset(term.label))
        if count:
            shade = min(_SHADES, ceil(_SHADES * sqrt(count / most)))
            title = f"{label}: {cases(count)}"
            yield Area(outline.shapes[name], label, title, term_address(term), shade)
        else:
            yield Area(outline.shapes[name], label, f"{label}: zatím bez případu")


def _europe_inset(world: OutlineMap) -> Inset:
    corners = [
        world.projection.project(longitude, latitude)
        for longitude in _EUROPE_LONGITUDES
        for latitude in _EUROPE_LATITUDES
    ]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    return Inset(
        x=round(left),
        y=round(top),
        width=round(right - left),
        height=round(bottom - top),
        label="Evropa",
        title="Evropa má vlastní mapu",
        address=f"#{EUROPE_ANCHOR}",
    )
