"""The home page: one question, ways into the catalogue, what is new and who stands behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from inspirace.catalogue import Catalogue, TermCount
from inspirace.czech import NON_BREAKING_SPACE as NBSP
from inspirace.czech import counted
from inspirace.site.page import Page, Site
from inspirace.views.activities import ACTIVITIES, find_activities
from inspirace.views.addresses import ABOUT, INNOVATIONS, METHODS, REGISTER, TRAILS
from inspirace.views.components import (
    Card,
    Chip,
    Link,
    counted_chips,
    innovation_card,
    term_link,
    topic_pattern,
    vocabulary_link,
)
from inspirace.views.templating import draw_page
from inspirace.views.trails import ListedTrail, list_trails

DESCRIPTION = (
    "Katalog sociálních inovací v knihovnách: pro koho jsou, jak fungují, co stojí"
    " a jak dobře jsou doložené."
)
_INNOVATIONS = ("inovace", "inovace", "inovací")
GROUPS_MOST, TOPICS_MOST, NEWEST_MOST = 12, 14, 6


@dataclass(frozen=True, slots=True)
class Choice:
    """A target group as a large choice, with a pattern of its own."""

    link: Link
    pattern: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """What the home page prints."""

    name: str
    groups: tuple[Choice, ...]
    all_groups: Link
    topics: tuple[Chip, ...]
    all_topics: Link
    register: Link
    newest: tuple[Card, ...]
    all_innovations: Link
    numbers: tuple[Link, ...]
    activities: Link
    about: Link
    trails: tuple[ListedTrail, ...]
    all_trails: Link


def build_home_page(catalogue: Catalogue, site: Site) -> Page:
    """Return the home page."""
    page = Page(address="", frame="", title=site.name, description=DESCRIPTION)
    return draw_page(page, "home.html", partial(home_view, catalogue, site))


def home_view(catalogue: Catalogue, site: Site) -> HomeView:
    """Return what the home page prints; what is new is what somebody has done, not an idea."""
    cases = [one for one in catalogue.newest if not one.is_idea]
    return HomeView(
        name=site.name,
        groups=tuple(map(_choice, _most_used(catalogue, "target-groups", GROUPS_MOST))),
        all_groups=vocabulary_link(catalogue.vocabularies["target-groups"]),
        topics=counted_chips(_most_used(catalogue, "topics", TOPICS_MOST)),
        all_topics=vocabulary_link(catalogue.vocabularies["topics"]),
        register=Link("Rejstřík od A do Ž", REGISTER),
        newest=tuple(map(innovation_card, cases[:NEWEST_MOST])),
        all_innovations=Link("Všechny inovace", INNOVATIONS),
        numbers=_numbers(catalogue),
        activities=_activities(catalogue),
        about=Link("Kdo za ní stojí", ABOUT),
        trails=list_trails(catalogue.trails),
        all_trails=Link("Všechny cesty", TRAILS),
    )


def _most_used(catalogue: Catalogue, vocabulary: str, most: int) -> Sequence[TermCount]:
    """Return the widest terms that lead to the most innovations, most first, then by label."""
    widest = [one for one in catalogue.terms_in_use(vocabulary) if not one.term.broader]
    return sorted(widest, key=lambda one: -one.count)[:most]


def _choice(one: TermCount) -> Choice:
    link = term_link(one.term)
    label = link.text[:1].upper() + link.text[1:]
    count = counted(one.count, *_INNOVATIONS)
    return Choice(Link(label, link.address), topic_pattern(one.term.id), count)


def _activities(catalogue: Catalogue) -> Link:
    count = len(find_activities(catalogue))
    forms = ("činnost", "činnosti", "činností")
    index = vocabulary_link(catalogue.vocabularies[ACTIVITIES])
    return Link(counted(count, *forms), index.address)


def _numbers(catalogue: Catalogue) -> tuple[Link, ...]:
    innovations, methods = len(catalogue.innovations), len(catalogue.methods)
    countries = len(catalogue.terms_in_use("countries"))
    sources = {source.url for one in catalogue.innovations.values() for source in one.sources}
    sources |= {source.url for one in catalogue.methods.values() for source in one.sources}
    return (
        Link(f"{counted(innovations, *_INNOVATIONS)}{_ideas(catalogue)}", INNOVATIONS),
        Link(
            counted(countries, "země", "země", "zemí"),
            vocabulary_link(catalogue.vocabularies["countries"]).address,
        ),
        Link(counted(methods, "metoda", "metody", "metod"), METHODS),
        Link(counted(len(sources), "zdroj", "zdroje", "zdrojů")),
    )


def _ideas(catalogue: Catalogue) -> str:
    """Return how many of the innovations nobody has done yet."""
    ideas = sum(one.is_idea for one in catalogue.innovations.values())
    return f", z{NBSP}toho {counted(ideas, 'námět', 'náměty', 'námětů')}" if ideas else ""
