"""Clusters: points that would lie over one another become one, always in the same way."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import hypot


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a map with how much it weighs; between equal ones decide `size` and `name`."""

    x: float
    y: float
    weight: int
    size: int
    name: str


def join_near(spots: Iterable[Spot], distance: float) -> tuple[tuple[Spot, ...], ...]:
    """Return the spots in groups whose first ones are at least the distance apart.

    The heaviest spots stay where they are, each other one joins the nearest of them within the
    distance. A grid of squares as wide as the distance says whom to ask.
    """
    groups: list[list[Spot]] = []
    squares: dict[tuple[int, int], list[list[Spot]]] = defaultdict(list)
    for spot in sorted(spots, key=lambda one: (-one.weight, -one.size, one.name)):
        column, row = int(spot.x // distance), int(spot.y // distance)
        near = [
            group
            for square in _around(column, row)
            for group in squares.get(square, ())
            if _apart(group[0], spot) < distance
        ]
        if near:
            min(near, key=lambda group: (_apart(group[0], spot), group[0].name)).append(spot)
            continue
        groups.append([spot])
        squares[column, row].append(groups[-1])
    return tuple(map(tuple, groups))


def _around(column: int, row: int) -> Iterator[tuple[int, int]]:
    for beside in (-1, 0, 1):
        for above in (-1, 0, 1):
            yield column + beside, row + above


def _apart(one: Spot, other: Spot) -> float:
    return hypot(one.x - other.x, one.y - other.y)
