"""Trails: their list, and the page of each with its stops and why they are there."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from inspirace.catalogue import Catalogue
from inspirace.czech import typeset
from inspirace.site.page import Page
from inspirace.trails import Trail
from inspirace.views.addresses import CONTRIBUTE, TRAILS
from inspirace.views.components import Card, Link, innovation_card, method_card
from inspirace.views.templating import draw_page
from inspirace.views.trails import ListedTrail, list_trails, trail_address

TITLE = "Cesty katalogem"
DESCRIPTION = "Výběry redakce: hrstka případů a metoda, které patří k sobě, a u každého proč tu je."


@dataclass(frozen=True, slots=True)
class TrailsView:
    """What the list of trails prints."""

    title: str
    trails: tuple[ListedTrail, ...]


@dataclass(frozen=True, slots=True)
class DrawnStop:
    """A record on the trail and why it is there, instead of its summary."""

    card: Card
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailView:
    """What the page of a trail prints; `others` are the trails to go on with."""

    title: str
    summary: str
    introduction: str
    crumbs: tuple[Link, ...]
    innovations: tuple[DrawnStop, ...]
    methods: tuple[DrawnStop, ...]
    contribute: Link
    others: tuple[ListedTrail, ...]


def build_trail_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the list of trails, then the page of each, in the order of their file."""
    page = Page(address=TRAILS, frame=TRAILS, title=TITLE, description=DESCRIPTION)
    yield draw_page(page, "trails.html", TrailsView(TITLE, list_trails(catalogue.trails)))
    for trail in catalogue.trails:
        page = Page(
            address=trail_address(trail),
            frame=TRAILS,
            title=trail.title,
            description=trail.summary,
            edit_path="content/trails.yml",
        )
        yield draw_page(page, "trail.html", partial(_view, trail, catalogue))


def _view(trail: Trail, catalogue: Catalogue) -> TrailView:
    innovations, methods = catalogue.innovations, catalogue.methods
    return TrailView(
        title=typeset(trail.title),
        summary=typeset(trail.summary),
        introduction=typeset(trail.introduction),
        crumbs=(Link(TITLE, TRAILS),),
        innovations=tuple(
            DrawnStop(innovation_card(innovations[one.slug]), typeset(one.why))
            for one in trail.innovations
            if one.slug in innovations
        ),
        methods=tuple(
            DrawnStop(method_card(methods[one.slug]), typeset(one.why))
            for one in trail.methods
            if one.slug in methods
        ),
        contribute=Link("Napište nám o něm", CONTRIBUTE),
        others=list_trails(other for other in catalogue.trails if other is not trail),
    )
