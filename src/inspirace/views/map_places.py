"""Places on maps: which innovations are in one municipality, and where a map's points stand.

A point stands for a municipality, or for several that would lie over one another.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log2

from inspirace.czech import collation_key, counted, join_and, typeset
from inspirace.geo.clusters import Spot, join_near
from inspirace.geo.outlines import OutlineMap
from inspirace.markdown.anchors import heading_anchor
from inspirace.places import Place
from inspirace.records import Innovation

_FULL_WEIGHT = 32  # so many cases make the largest point
_NAMES_MOST = 3


@dataclass(frozen=True, slots=True)
class MappedPlace:
    """A municipality with its innovations; `anchor` is its place in the list."""

    place: Place
    anchor: str
    innovations: tuple[Innovation, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """How close points may be and how large they are, in units of a map."""

    name: str
    distance: int
    smallest: int


# On a map of 288 px, on a telephone, and on one of 550 px and more: 24 px apart or more.
DETAILS = (Detail("small", distance=84, smallest=27), Detail("large", distance=44, smallest=12))


@dataclass(frozen=True, slots=True)
class Dot:
    """A point to click: `count` is printed where there is more than one case.

    `anchors` are those of its municipalities, the largest first.
    """

    x: int
    y: int
    radius: int
    count: int
    title: str
    address: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DotLayer:
    """The points of a map at one of its sizes; `reach` is how far from each a click counts.

    `smallest` is the radius of a point with one case.
    """

    name: str
    reach: int
    smallest: int
    dots: tuple[Dot, ...]


def map_places(innovations: Iterable[Innovation]) -> tuple[MappedPlace, ...]:
    """Return the municipalities with known positions, in the Czech order of their names."""
    found: dict[Place, list[Innovation]] = defaultdict(list)
    for innovation in innovations:
        if innovation.place is not None:
            found[innovation.place].append(innovation)
    taken: dict[str, int] = defaultdict(int)
    places = []
    for place in sorted(found, key=_place_order):
        anchor = heading_anchor(f"obec {place.country} {place.municipality}")
        taken[anchor] += 1
        number = f"-{taken[anchor]}" if taken[anchor] > 1 else ""
        places.append(MappedPlace(place, anchor + number, tuple(found[place])))
    return tuple(places)


def dot_layers(outline: OutlineMap, places: Iterable[MappedPlace]) -> tuple[DotLayer, ...]:
    """Return the points of the places on the map for each of its sizes, in the places' order."""
    by_anchor = {one.anchor: one for one in places}
    spots = []
    for anchor, one in by_anchor.items():
        position = outline.point(one.place.longitude, one.place.latitude)
        if position is not None:
            weight, size = len(one.innovations), one.place.population
            spots.append(Spot(*position, weight, size, anchor))
    order = {anchor: number for number, anchor in enumerate(by_anchor)}
    layers = []
    for detail in DETAILS:
        groups = sorted(join_near(spots, detail.distance), key=lambda group: order[group[0].name])
        dots = tuple(_dot(group, by_anchor, detail) for group in groups)
        layers.append(DotLayer(detail.name, detail.distance // 2, detail.smallest, dots))
    return tuple(layers)


def cases(count: int) -> str:
    """Return the count with its noun: „3 případy“."""
    return counted(count, "případ", "případy", "případů")


def _dot(group: tuple[Spot, ...], by_anchor: Mapping[str, MappedPlace], detail: Detail) -> Dot:
    first, *_ = group
    places = [by_anchor[spot.name] for spot in group]
    innovations = [one for place in places for one in place.innovations]
    count = len(innovations)
    share = min(1.0, log2(count) / log2(_FULL_WEIGHT))
    only = innovations[0]
    return Dot(
        x=round(first.x),
        y=round(first.y),
        radius=round(detail.smallest + (detail.distance / 2 - detail.smallest) * share),
        count=count,
        title=f"{_names(places)}: {typeset(only.title) if count == 1 else cases(count)}",
        address=only.address if count == 1 else f"#{places[0].anchor}",
        anchors=tuple(one.anchor for one in places),
    )


def _names(places: list[MappedPlace]) -> str:
    names = [one.place.municipality for one in places]
    if len(names) <= _NAMES_MOST:
        return typeset(join_and(names))
    others = counted(len(names) - 1, "další obec", "další obce", "dalších obcí")
    return typeset(f"{names[0]} a {others}")


def _place_order(place: Place) -> tuple[object, ...]:
    return collation_key(place.municipality), place.country, place.region, place.latitude
