"""Labels of a map: short names of regions, and a spot that no point covers."""

import pytest

from inspirace.geo.labels import Circle, Point, free_spot, label_width, short_region

SPOTS = [(100, 50), (100, 80), (200, 80)]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ústecký kraj", "Ústecký"),
        ("Kraj Vysočina", "Vysočina"),
        ("Hlavní\N{NO-BREAK SPACE}město Praha", "Praha"),
        ("Krajina", "Krajina"),
    ],
)
def test_a_region_has_a_short_name(name: str, short: str) -> None:
    assert short_region(name) == short


@pytest.mark.parametrize(
    ("circles", "spot"),
    [
        pytest.param([], (100, 50), id="the-first"),
        pytest.param([(100, 50, 5)], (100, 80), id="not-over-a-point"),
        pytest.param([(100, 66, 6)], (200, 80), id="not-where-a-point-touches-two"),
        pytest.param([(138, 50, 5), (138, 80, 5)], (100, 50), id="beside-is-free"),
        pytest.param([(100, 65, 9), (200, 80, 9)], None, id="none-is-free"),
    ],
)
def test_a_label_keeps_off_the_points(circles: list[Circle], spot: Point | None) -> None:
    assert label_width("Zlínský") == 65
    assert free_spot("Zlínský", SPOTS, circles) == spot
