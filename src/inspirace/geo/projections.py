"""Projections: from degrees on the globe to units of a map, the same for outlines and points.

Both keep areas true, so that a tint never makes a country look more than it is: Lambert's
azimuthal projection (Snyder: Map Projections – A Working Manual, USGS 1987, pp. 182–190) for what
fits around a centre, Equal Earth (Šavrič, Patterson and Jenny, 2018) for the whole world.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Projection:
    """A projection around a centre in degrees: `scale` units a radius, `x` and `y` the corner."""

    name: str
    longitude: float
    latitude: float = 0.0
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def project(self, longitude: float, latitude: float) -> Point:
        """Return where a place is on the map: x grows to the east, y to the south."""
        east = (longitude - self.longitude + 180) % 360 - 180
        right, up = _FORMULAS[self.name](radians(east), radians(latitude), radians(self.latitude))
        return right * self.scale - self.x, -up * self.scale - self.y


def _azimuthal_equal_area(east: float, north: float, centre: float) -> Point:
    nearness = sin(centre) * sin(north) + cos(centre) * cos(north) * cos(east)
    stretch = sqrt(2 / (1 + max(nearness, _FARTHEST)))
    right = stretch * cos(north) * sin(east)
    up = stretch * (cos(centre) * sin(north) - sin(centre) * cos(north) * cos(east))
    return right, up


def _equal_earth(east: float, north: float, _: float) -> Point:
    angle = asin(_HALF_SQRT_3 * sin(north))
    square = angle * angle
    sixth = square**3
    a, b, c, d = _EQUAL_EARTH
    growth = a + 3 * b * square + sixth * (7 * c + 9 * d * square)
    right = east * cos(angle) / (_HALF_SQRT_3 * growth)
    return right, angle * (a + b * square + sixth * (c + d * square))


_FARTHEST = -0.999999  # the point opposite to the centre is a circle
_HALF_SQRT_3 = sqrt(3) / 2
_EQUAL_EARTH = (1.340264, -0.081106, 0.000893, 0.003796)
_FORMULAS: Mapping[str, Callable[[float, float, float], Point]] = {
    "azimuthal-equal-area": _azimuthal_equal_area,
    "equal-earth": _equal_earth,
}
