"""The page of one innovation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from inspirace.catalogue import Catalogue
from inspirace.czech import typeset
from inspirace.records import Adoption, Image, Innovation, SmallStart
from inspirace.site.page import Page, Site
from inspirace.views.addresses import INNOVATIONS
from inspirace.views.components import (
    Card,
    Chip,
    Link,
    is_long,
    method_card,
    related_card,
    term_chip,
    term_link,
)
from inspirace.views.facts import Fact, innovation_details, innovation_facts, small_start_effort
from inspirace.views.prose_sections import PageSection, page_sections
from inspirace.views.provenance import CitedSource, Figure, cited_sources, figures, licence_link
from inspirace.views.reporting import report_link
from inspirace.views.templating import draw_page
from inspirace.views.trails import trail_links

ASSETS = "assets/"
_BEFORE_SMALL_START = frozenset({"need", "how_it_works"})
_RESULTS = "results"

# Fields that no page shows, and why; a test reads every other one on a page.
NOT_SHOWN: Mapping[str, str] = MappingProxyType(
    {
        "aliases": "staré adresy se stanou přesměrováním",
        "images[].consent": "souhlas lidí na snímku dokládá redakce, čtenáři nic neříká",
    }
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A kind of change and the ways to find out about it."""

    label: str
    description: str
    measured_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Try:
    """„Zkuste to v malém“: the editors' estimate of the smallest version."""

    what: str
    steps: tuple[str, ...]
    effort: str


@dataclass(frozen=True, slots=True)
class Adopted:
    """A library that took the innovation over, and the rest of what is known about it."""

    library: Link
    details: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its text alternative; `credit` says whose it is."""

    address: str
    alt: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InnovationView:
    """Everything that the page of an innovation prints, in its order."""

    title: str
    is_long: bool
    summary: str
    crumbs: tuple[Link, ...]
    chips: tuple[Chip, ...]
    facts: tuple[Fact, ...]
    pictures: tuple[Picture, ...]
    before: tuple[PageSection, ...]
    small_start: Try | None
    results: PageSection | None
    is_idea: bool
    figures: tuple[Figure, ...]
    outcomes: tuple[Outcome, ...]
    after: tuple[PageSection, ...]
    details: tuple[Fact, ...]
    methods: tuple[Card, ...]
    adopted: tuple[Adopted, ...]
    sources: tuple[CitedSource, ...]
    summary_en: str
    related: tuple[Card, ...]
    trails: tuple[Link, ...]
    licence: Link
    report: Link


def build_innovation_pages(catalogue: Catalogue, site: Site) -> Iterator[Page]:
    """Yield the page of each innovation, in the order of the catalogue."""
    for innovation in catalogue.innovations.values():
        yield build_innovation_page(innovation, catalogue, site)


def build_innovation_page(innovation: Innovation, catalogue: Catalogue, site: Site) -> Page:
    """Return the page of the innovation."""
    page = Page(
        address=innovation.address,
        frame=INNOVATIONS,
        title=innovation.title,
        description=innovation.summary,
        edit_path=innovation.path,
        made_from=partial(_made_from, innovation, catalogue),
    )
    view = partial(innovation_view, innovation, catalogue, site, page.base)
    return draw_page(page, "innovation.html", view)


def _made_from(innovation: Innovation, catalogue: Catalogue) -> bytes:
    """Return a digest of all records that the view looks at."""
    related = (one.innovation for one in catalogue.related(innovation.slug))
    return catalogue.digest_of((innovation, *related, *catalogue.methods_of(innovation)))


def innovation_view(
    innovation: Innovation, catalogue: Catalogue, site: Site, base: str
) -> InnovationView:
    """Return what the page prints; addresses in texts begin with `base`."""
    sections = page_sections(innovation.sections, innovation.path, base, catalogue.links)
    by_identifier = {section.identifier: section for section in sections}
    chips = (*innovation.target_groups, *innovation.topics, *innovation.service_types)
    return InnovationView(
        title=typeset(innovation.title),
        is_long=is_long(innovation.title),
        summary=typeset(innovation.summary),
        crumbs=(Link("Inovace", INNOVATIONS), term_link(innovation.topics[0])),
        chips=tuple(map(term_chip, chips)),
        facts=innovation_facts(innovation),
        pictures=tuple(map(_picture, innovation.images)),
        before=tuple(one for one in sections if one.identifier in _BEFORE_SMALL_START),
        small_start=_try(innovation.small_start),
        results=by_identifier.get(_RESULTS),
        is_idea=innovation.is_idea,
        figures=figures(innovation),
        outcomes=_outcomes(innovation),
        after=_after_results(sections),
        details=innovation_details(innovation),
        methods=tuple(map(method_card, catalogue.methods_of(innovation))),
        adopted=tuple(map(_adopted, innovation.adopted_by)),
        sources=cited_sources(innovation.sources),
        summary_en=innovation.summary_en,
        related=tuple(map(related_card, catalogue.related(innovation.slug))),
        trails=trail_links(catalogue.trails_with(innovation)),
        licence=licence_link(innovation.licence),
        report=report_link(innovation, site),
    )


def _after_results(sections: Sequence[PageSection]) -> tuple[PageSection, ...]:
    earlier = _BEFORE_SMALL_START | {_RESULTS}
    return tuple(one for one in sections if one.identifier not in earlier)


def _outcomes(innovation: Innovation) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(
            typeset(term.label), typeset(term.description), tuple(map(typeset, term.measured_by))
        )
        for term in innovation.outcomes
    )


def _try(start: SmallStart | None) -> Try | None:
    if start is None:
        return None
    effort = small_start_effort((start.cost_band, start.effort_setup, start.effort_running))
    return Try(typeset(start.what), tuple(map(typeset, start.steps)), effort)


def _adopted(adoption: Adoption) -> Adopted:
    country = adoption.country.label if adoption.country else ""
    details = filter(None, (adoption.municipality, country, str(adoption.year or "")))
    return Adopted(Link(typeset(adoption.library), adoption.url), typeset(", ".join(details)))


def _picture(image: Image) -> Picture:
    credit = ", ".join(filter(None, (image.author, image.licence)))
    return Picture(ASSETS + image.file, image.alt, credit)
