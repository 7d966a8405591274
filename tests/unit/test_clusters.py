"""Clusters: who joins whom, that nobody is lost and that the rest keep their distance."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspirace.geo.clusters import Spot, join_near

DISTANCE = 10.0


def spot(name: str, x: float, y: float, weight: int = 1, size: int = 0) -> Spot:
    return Spot(x, y, weight, size, name)


@pytest.mark.parametrize(
    ("spots", "groups"),
    [
        pytest.param([], [], id="none"),
        pytest.param([spot("a", 0, 0), spot("b", 10, 0)], ["a", "b"], id="just-far-enough"),
        pytest.param([spot("a", 0, 0), spot("b", 9.9, 0)], ["ab"], id="too-near"),
        pytest.param([spot("a", 0, 0), spot("b", -9, -3)], ["ab"], id="left-of-the-map"),
        pytest.param([spot("a", 0, 0), spot("b", 3, 0, weight=2)], ["ba"], id="heavier-leads"),
        pytest.param([spot("a", 0, 0), spot("b", 3, 0, size=9)], ["ba"], id="then-the-larger"),
        pytest.param(
            [spot("a", 0, 0, 5), spot("b", 15, 0, 5), spot("c", 9, 0)], ["a", "bc"], id="nearest"
        ),
        pytest.param(
            [spot("b", 16, 0, 5), spot("a", 0, 0, 5), spot("c", 8, 0)], ["ac", "b"], id="by-name"
        ),
        pytest.param(
            [spot("a", 0, 0, 3), spot("b", 8, 0, 2), spot("c", 16, 0)], ["ab", "c"], id="no-chain"
        ),
    ],
)
def test_near_spots_become_one(spots: list[Spot], groups: list[str]) -> None:
    joined = join_near(spots, DISTANCE)
    assert ["".join(one.name for one in group) for group in joined] == groups


spots_anywhere = st.lists(
    st.tuples(st.floats(-50, 200), st.floats(-50, 200), st.integers(1, 9)), max_size=40
).map(lambda rows: [spot(str(place), *row) for place, row in enumerate(rows)])


@given(spots_anywhere, st.randoms(use_true_random=False))
def test_every_spot_is_in_one_group_and_groups_keep_apart(
    spots: list[Spot], chance: object
) -> None:
    joined = join_near(spots, DISTANCE)
    assert sorted((one for group in joined for one in group), key=spots.index) == spots
    firsts = [group[0] for group in joined]
    near = [
        (one.name, other.name)
        for place, one in enumerate(firsts)
        for other in firsts[:place]
        if hypot(one.x - other.x, one.y - other.y) < DISTANCE
    ]
    assert near == []
    chance.shuffle(spots)  # type: ignore[attr-defined]  # hypothesis gives a Random
    assert join_near(spots, DISTANCE) == joined
