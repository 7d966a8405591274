"""Trails in a list, on the home page and on their own."""

from collections.abc import Iterable
from dataclasses import dataclass

from inspirace.czech import counted, typeset
from inspirace.trails import Trail
from inspirace.views.addresses import TRAILS
from inspirace.views.components import Link

_CASES = ("případ", "případy", "případů")


@dataclass(frozen=True, slots=True)
class ListedTrail:
    """A trail among others: where it leads, what for, how long it is."""

    link: Link
    summary: str
    count: str


def trail_address(trail: Trail) -> str:
    """Return the address of the trail's page."""
    return f"{TRAILS}{trail.id}/"


def trail_links(trails: Iterable[Trail]) -> tuple[Link, ...]:
    """Return the links to the trails."""
    return tuple(Link(typeset(trail.title), trail_address(trail)) for trail in trails)


def list_trails(trails: Iterable[Trail]) -> tuple[ListedTrail, ...]:
    """Return the trails for a list."""
    return tuple(
        ListedTrail(
            link=Link(typeset(trail.title), trail_address(trail)),
            summary=typeset(trail.summary),
            count=counted(len(trail.innovations), *_CASES),
        )
        for trail in trails
    )
