"""Labels: names on a map, where they lie inside their area and over no point."""

import re
from collections.abc import Iterable, Sequence

Point = tuple[int, int]
Circle = tuple[float, float, float]

_KIND = re.compile(r"\s*\b(?:hlavní město|kraj)\b\s*", re.IGNORECASE)

LETTER = 9  # units of a map's width that a letter of a name takes, about
LINE = 22  # and of its height
SIDES = 2  # and that stay free beside it


def short_region(name: str) -> str:
    """Return the name of a Czech region as maps print it: „Ústecký“, „Vysočina“, „Praha“."""
    return _KIND.sub("", name.replace("\N{NO-BREAK SPACE}", " "))


def label_width(text: str) -> int:
    """Return about how wide a name is on a map."""
    return LETTER * len(text) + SIDES


def free_spot(text: str, spots: Sequence[Point], circles: Iterable[Circle]) -> Point | None:
    """Return the first of the spots where the middle of the name keeps off the circles."""
    taken = tuple(circles)
    half = label_width(text) / 2
    for x, y in spots:
        if not any(_touches(x - half, x + half, y, circle) for circle in taken):
            return x, y
    return None


def _touches(left: float, right: float, middle: float, circle: Circle) -> bool:
    x, y, radius = circle
    beside = max(left - x, 0, x - right)
    above = max(abs(y - middle) - LINE / 2, 0)
    return beside * beside + above * above < radius * radius
