"""Shapes of outlines: borders that neighbours share are found, simplified once and written as SVG.

Borders are found as in Bostock's „How to Infer Topology“ (2013), simplified after Visvalingam and
Whyatt („Line generalisation by repeated elimination of points“, 1993): the point whose triangle
with its neighbours is the smallest goes first. Both neighbours get the same line, so no gap opens
between them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import hypot

Point = tuple[float, float]
Ring = Sequence[Point]  # closed: its last point is joined to the first
Line = tuple[Point, ...]
Shapes = Mapping[str, Sequence[Ring]]
Box = tuple[float, float, float, float]

_SPOTS_APART = 6  # units between the spots of a label
_FREE_SIDES = (0, 8, 16)  # units beside it: the more, the better
_BOX_STEPS = 4


def simplify_shapes(
    shapes: Shapes, project: Callable[[Point], Point], least: float
) -> dict[str, list[Ring]]:
    """Return the shapes projected, without points of less than an area and holes between them.

    Rings that belong to one shape are melted together where they share a border.
    """
    junctions = find_junctions(ring for rings in shapes.values() for ring in rings)
    simplified: dict[Line, Line] = {}
    found: dict[str, list[Ring]] = {}
    for name, rings in shapes.items():
        lines = [line for ring in rings for line in split_ring(ring, junctions)]
        projected = []
        for line in without_pairs(lines):
            kept = min(line, line[::-1])
            if kept not in simplified:
                simplified[kept] = simplify_line(tuple(map(project, kept)), least)
            projected.append(simplified[kept] if kept == line else simplified[kept][::-1])
        found[name] = [ring for ring in join_lines(projected) if abs(area(ring)) >= least]
    return found


def find_junctions(rings: Iterable[Ring]) -> frozenset[Point]:
    """Return the points where borders meet: two rings come to them from different points."""
    neighbours: dict[Point, set[frozenset[Point]]] = defaultdict(set)
    for ring in rings:
        for place, point in enumerate(ring):
            neighbours[point].add(frozenset({ring[place - 1], ring[(place + 1) % len(ring)]}))
    return frozenset(point for point, pairs in neighbours.items() if len(pairs) > 1)


def split_ring(ring: Ring, junctions: frozenset[Point]) -> Iterator[Line]:
    """Yield the lines between junctions; a ring without any begins at its least point."""
    ends = [place for place, point in enumerate(ring) if point in junctions]
    ends = ends or [min(range(len(ring)), key=ring.__getitem__)]
    for start, end in zip(ends, [*ends[1:], ends[0] + len(ring)], strict=True):
        yield tuple(ring[place % len(ring)] for place in range(start, end + 1))


def without_pairs(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without those that are there in both directions: borders inside a shape."""
    there = set(lines)
    return [line for line in lines if line[::-1] not in there]


def join_lines(lines: Iterable[Line]) -> Iterator[Ring]:
    """Yield the rings that the lines make, end to start."""
    by_start: dict[Point, list[Line]] = defaultdict(list)
    for line in lines:
        by_start[line[0]].append(line)
    while by_start:
        start = next(iter(by_start))
        ring: list[Point] = []
        point = start
        while True:
            line = by_start[point].pop(0)
            if not by_start[point]:
                del by_start[point]
            ring += line[:-1]
            point = line[-1]
            if point == start:
                break
        yield ring


def simplify_line(line: Line, least: float) -> Line:
    """Return the line without points whose triangle is smaller than `least`; its ends stay."""
    points = list(line)
    areas = [_triangle(points, place) for place in range(len(points))]
    while len(points) > 2:  # noqa: PLR2004 - its ends
        smallest = min(range(1, len(points) - 1), key=areas.__getitem__)
        if areas[smallest] >= least:
            break
        del points[smallest], areas[smallest]
        for place in {max(1, smallest - 1), min(len(points) - 2, smallest)} - {0, len(points) - 1}:
            areas[place] = _triangle(points, place)
    return tuple(points)


def area(ring: Ring) -> float:
    """Return the area of a ring, negative against the clock."""
    following = [*ring[1:], *ring[:1]]
    return sum(x * v - u * y for (x, y), (u, v) in zip(ring, following, strict=True)) / 2


def clip(ring: Ring, box: Box) -> Ring:
    """Return the part of a ring in a box, after Sutherland and Hodgman (1974)."""
    left, top, right, bottom = box
    for axis, sign, edge in ((0, 1, left), (1, 1, top), (0, -1, right), (1, -1, bottom)):
        kept: list[Point] = []
        for place, point in enumerate(ring):
            before = ring[place - 1]
            inside, was_inside = ((one[axis] - edge) * sign >= 0 for one in (point, before))
            if inside != was_inside:
                share = (edge - before[axis]) / (point[axis] - before[axis])
                x, y = ((b + (p - b) * share) for b, p in zip(before, point, strict=True))
                kept.append((edge, y) if axis == 0 else (x, edge))
            if inside:
                kept.append(point)
        ring = kept
    return ring


def label_spots(rings: Sequence[Ring], width: float, height: float) -> list[tuple[int, int]]:
    """Return where a label fits into a shape: with most room first, then near to its middle."""
    points = [point for ring in rings for point in ring]
    left, top = (round(min(point[axis] for point in points)) for axis in (0, 1))
    right, bottom = (round(max(point[axis] for point in points)) for axis in (0, 1))
    middle_x, middle_y = (sum(point[axis] for point in points) / len(points) for axis in (0, 1))
    spots = []
    for x in range(left, right, _SPOTS_APART):
        for y in range(top, bottom, _SPOTS_APART):
            room = [
                all(_is_inside(one, rings) for one in _box_points(x, y, width + free, height))
                for free in _FREE_SIDES
            ]
            if room[0]:
                spots.append((-sum(room), hypot(x - middle_x, y - middle_y), x, y))
    return [(x, y) for _, _, x, y in sorted(spots)]


def svg_path(rings: Iterable[Ring]) -> str:
    """Return the rings as the data of a path, in whole units, each step from the last point."""
    return "".join(map(_ring_path, rings))


def _ring_path(ring: Ring) -> str:
    whole = [(round(x), round(y)) for x, y in ring]
    points = [point for place, point in enumerate(whole) if point != whole[place - 1]]
    if len(points) < 3:  # noqa: PLR2004 - no area
        return ""
    (x, y), *_ = points
    steps = [(u - a, v - b) for (a, b), (u, v) in pairwise(points)]
    numbers = [str(number) for step in steps for number in step]
    return f"M{x} {y}l" + " ".join(numbers).replace(" -", "-") + "z"


def _box_points(x: float, y: float, width: float, height: float) -> Iterator[Point]:
    """Yield points along the middle and the edges of a box."""
    for step in range(-_BOX_STEPS, _BOX_STEPS + 1):
        for part in (-height / 2, 0, height / 2):
            yield x + width / 2 * step / _BOX_STEPS, y + part


def _is_inside(point: Point, rings: Iterable[Ring]) -> bool:
    """Return whether a point is in a shape: a line from it crosses the borders an odd number."""
    x, y = point
    crossings = 0
    for ring in rings:
        for place, (right, bottom) in enumerate(ring):
            left, top = ring[place - 1]
            if (top > y) != (bottom > y) and x < left + (right - left) * (y - top) / (bottom - top):
                crossings += 1
    return crossings % 2 == 1


def _triangle(points: Sequence[Point], place: int) -> float:
    if not 0 < place < len(points) - 1:
        return 0.0
    return abs(area(points[place - 1 : place + 2]))
