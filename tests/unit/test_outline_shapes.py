"""Shapes of outlines: shared borders stay shared, inner ones go, what is small is left out."""

import pytest
from outline_shapes import (
    Line,
    Ring,
    area,
    clip,
    label_spots,
    simplify_line,
    simplify_shapes,
    svg_path,
)

# Two squares beside one another; the border between them has a small dent and a large one.
BORDER = [(10, 0), (10.5, 2), (10, 4), (13, 6), (10, 8), (10, 10)]
WEST = [(0, 0), *BORDER, (0, 10)]
EAST = [(20, 10), *reversed(BORDER), (20, 0)]
SIMPLE = ((10, 0), (10, 4), (13, 6), (10, 8), (10, 10))
ISLAND = [(30, 0), (31, 0), (31, 1), (30, 1)]
RIM = [(2, 2), (8, 2), (8, 8), (2, 8)]


def same(point: tuple[float, float]) -> tuple[float, float]:
    return point


def turned(ring: Ring) -> Ring:
    """Return the ring from its least point on."""
    start = min(range(len(ring)), key=ring.__getitem__)
    return [*ring[start:], *ring[:start]]


def test_neighbours_share_a_simplified_border() -> None:
    found = simplify_shapes({"west": [WEST], "east": [EAST]}, same, 2)
    assert {name: [turned(ring) for ring in rings] for name, rings in found.items()} == {
        "west": [[(0, 0), *SIMPLE, (0, 10)]],
        "east": [[SIMPLE[0], (20, 0), (20, 10), *reversed(SIMPLE[1:])]],
    }


def test_parts_of_one_shape_melt_together() -> None:
    (ring,) = simplify_shapes({"both": [WEST, EAST]}, same, 2)["both"]
    assert sorted(ring) == [(0, 0), (0, 10), (10, 0), (10, 10), (20, 0), (20, 10)]


def test_a_hole_and_what_is_in_it_have_one_border() -> None:
    around = [(0, 0), (10, 0), (10, 10), (0, 10)]
    found = simplify_shapes({"around": [around, RIM[::-1]], "inside": [RIM]}, same, 2)
    assert turned(found["around"][1]) == turned(found["inside"][0][::-1])


def test_what_is_too_small_is_left_out() -> None:
    found = simplify_shapes({"west": [WEST, ISLAND], "island": [ISLAND[::-1]]}, same, 2)
    assert [len(found["west"]), found["island"]] == [1, []]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(((0, 0), (1, 1)), ((0, 0), (1, 1)), id="ends"),
        pytest.param(((0, 0), (5, 0.1), (10, 0)), ((0, 0), (10, 0)), id="nearly-straight"),
        pytest.param(((0, 0), (5, 2), (10, 0)), ((0, 0), (5, 2), (10, 0)), id="a-corner"),
        pytest.param(
            ((0, 0), (1, 0.2), (2, 0), (3, 4), (4, 0)),
            ((0, 0), (2, 0), (3, 4), (4, 0)),
            id="the-smallest-first",
        ),
    ],
)
def test_a_line_loses_its_small_corners(line: Line, expected: Line) -> None:
    assert simplify_line(line, 2) == expected


@pytest.mark.parametrize(
    ("ring", "expected"),
    [
        pytest.param([(1, 1), (4, 1), (4, 4)], [(1, 1), (4, 1), (4, 4)], id="inside"),
        pytest.param([(11, 1), (14, 1), (14, 4)], [], id="outside"),
        pytest.param(
            [(5, 0), (15, 0), (15, 10), (5, 10)], [(5, 0), (10, 0), (10, 10), (5, 10)], id="half"
        ),
    ],
)
def test_a_ring_is_cut_at_the_edges(ring: Ring, expected: Ring) -> None:
    found = clip(ring, (0, 0, 10, 10))
    assert (sorted(found), abs(area(found))) == (sorted(expected), abs(area(expected)))


@pytest.mark.parametrize(
    ("rings", "path"),
    [
        pytest.param([], "", id="nothing"),
        pytest.param([[(1, 1), (5.2, 1.1), (1, 4)]], "M1 1l4 0-4 3z", id="whole-steps"),
        pytest.param([[(0, 0), (0.2, 0.1), (5, 0), (5, 5)]], "M0 0l5 0 0 5z", id="no-step-of-none"),
        pytest.param([[(0, 0), (0.2, 0.1), (0.3, 0)]], "", id="too-small"),
        pytest.param([RIM, ISLAND], "M2 2l6 0 0 6-6 0zM30 0l1 0 0 1-1 0z", id="two-rings"),
    ],
)
def test_rings_are_written_as_a_path(rings: list[Ring], path: str) -> None:
    assert svg_path(rings) == path


def test_a_label_fits_into_its_shape_and_not_over_its_hole() -> None:
    square = [(0, 0), (60, 0), (60, 40), (0, 40)]
    assert label_spots([square], 50, 26) == [(30, 18), (30, 24)]
    assert label_spots([square, [(20, 10), (40, 10), (40, 30), (20, 30)]], 50, 26) == []
