"""Projections: known values of both, and the way from a globe to units of a map."""

from math import sqrt

import pytest

from inspirace.geo.projections import Projection

AROUND_CZECHIA = Projection("azimuthal-equal-area", 15.4, 49.8)
WORLD = Projection("equal-earth", 11.6)


@pytest.mark.parametrize(
    ("projection", "place", "expected"),
    [
        pytest.param(AROUND_CZECHIA, (15.4, 49.8), (0, 0), id="centre"),
        pytest.param(AROUND_CZECHIA, (-164.6, 40.2), (0, -sqrt(2)), id="a-quarter-round-north"),
        pytest.param(AROUND_CZECHIA, (105.4, 0), (sqrt(2), 0), id="a-quarter-round-east"),
        # Šavrič, Patterson and Jenny: the map is 2.05458 times as wide as it is high
        pytest.param(WORLD, (11.6, 0), (0, 0), id="centre-of-the-world"),
        pytest.param(WORLD, (-168.4, 0), (-2.70663, 0), id="western-edge"),
        pytest.param(WORLD, (11.6, 90), (0, -1.31737), id="pole"),
        pytest.param(WORLD, (-168.401, 0), (2.70663, 0), id="chukotka-is-in-the-east"),
        pytest.param(
            Projection("equal-earth", 11.6, scale=100, x=-271, y=-132),
            (11.6, 90),
            (271, 0.263),
            id="scale-and-corner",
        ),
    ],
)
def test_a_place_has_its_point(
    projection: Projection, place: tuple[float, float], expected: tuple[float, float]
) -> None:
    assert projection.project(*place) == pytest.approx(expected, abs=1e-3)


def test_the_point_opposite_to_the_centre_is_far_away_and_no_error() -> None:
    x, y = AROUND_CZECHIA.project(-164.6, -49.8)
    assert sqrt(x * x + y * y) <= 2
