"""Outlines: the maps of regions and countries, as scripts/update_outlines.py made them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from inspirace.geo.projections import Projection

OUTLINES = Path(__file__).with_name("outlines.json")


@dataclass(frozen=True)
class OutlineMap:
    """One map: paths of SVG by a term's id, `land` without names, how points get onto it.

    `spots` say where the label of a shape fits, those near its middle first.
    """

    projection: Projection
    width: int
    height: int
    shapes: Mapping[str, str]
    land: str
    spots: Mapping[str, Sequence[tuple[int, int]]]

    def point(self, longitude: float, latitude: float) -> tuple[int, int] | None:
        """Return where a place is on the map, or None where it lies outside."""
        x, y = map(round, self.projection.project(longitude, latitude))
        return (x, y) if 0 <= x <= self.width and 0 <= y <= self.height else None


@cache
def load_outlines() -> Mapping[str, OutlineMap]:
    """Return the maps by their name: `czechia`, `europe` and `world`."""
    written = json.loads(OUTLINES.read_text(encoding="utf-8"))
    return {
        name: OutlineMap(
            projection=Projection(**one["projection"]),
            width=one["width"],
            height=one["height"],
            shapes=one["shapes"],
            land=one["land"],
            spots={key: tuple(map(_spot, pairs.split())) for key, pairs in one["spots"].items()},
        )
        for name, one in written["maps"].items()
    }


def _spot(pair: str) -> tuple[int, int]:
    x, _, y = pair.partition(",")
    return int(x), int(y)
