"""Methods: their overview by phase, and the page of each with the cases that used it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from inspirace.catalogue import Catalogue
from inspirace.czech import counted, typeset
from inspirace.records import Method
from inspirace.site.page import Page, Site
from inspirace.views.addresses import METHODS
from inspirace.views.components import Card, Link, innovation_card, is_long, method_card
from inspirace.views.facts import Fact, method_facts
from inspirace.views.prose_sections import PageSection, page_sections
from inspirace.views.provenance import CONTENT_LICENCE, CitedSource, cited_sources, licence_link
from inspirace.views.reporting import report_link
from inspirace.views.templating import draw_page
from inspirace.views.trails import trail_links
from inspirace.vocabularies import Term

TITLE = "Metody"
DESCRIPTION = (
    "Metody, se kterými knihovny zjišťují potřeby, navrhují nové služby a ověřují, že pomáhají."
)


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase on the way from a need to a service, with its methods."""

    anchor: str
    title: str
    description: str
    methods: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class MethodsView:
    """What the overview of methods prints."""

    title: str
    count: str
    phases: tuple[Phase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """Everything that the page of a method prints, in its order."""

    title: str
    is_long: bool
    summary: str
    crumbs: tuple[Link, ...]
    facts: tuple[Fact, ...]
    sections: tuple[PageSection, ...]
    cases: tuple[Card, ...]
    related: tuple[Card, ...]
    trails: tuple[Link, ...]
    sources: tuple[CitedSource, ...]
    licence: Link
    report: Link


def build_method_pages(catalogue: Catalogue, site: Site) -> Iterator[Page]:
    """Yield the overview of methods, then the page of each, in the order of the catalogue."""
    yield _overview(catalogue)
    for method in catalogue.methods.values():
        yield build_method_page(method, catalogue, site)


def build_method_page(method: Method, catalogue: Catalogue, site: Site) -> Page:
    """Return the page of the method."""
    page = Page(
        address=method.address,
        frame=METHODS,
        title=method.title,
        description=method.summary,
        edit_path=method.path,
        made_from=partial(_made_from, method, catalogue),
    )
    return draw_page(page, "method.html", partial(method_view, method, catalogue, site, page.base))


def _made_from(method: Method, catalogue: Catalogue) -> bytes:
    """Return a digest of all records that the view looks at."""
    cases = catalogue.innovations_using(method.slug)
    return catalogue.digest_of((method, *cases, *catalogue.related_methods(method)))


def method_view(method: Method, catalogue: Catalogue, site: Site, base: str) -> MethodView:
    """Return what the page prints; addresses in texts begin with `base`."""
    return MethodView(
        title=typeset(method.title),
        is_long=is_long(method.title),
        summary=typeset(method.summary),
        crumbs=(
            Link(TITLE, METHODS),
            Link(_phase_title(method.phase), f"{METHODS}#{method.phase.id}"),
        ),
        facts=method_facts(method),
        sections=page_sections(method.sections, method.path, base, catalogue.links),
        cases=tuple(map(innovation_card, catalogue.innovations_using(method.slug))),
        related=tuple(map(method_card, catalogue.related_methods(method))),
        trails=trail_links(catalogue.trails_with(method)),
        sources=cited_sources(method.sources),
        licence=licence_link(CONTENT_LICENCE),
        report=report_link(method, site),
    )


def _overview(catalogue: Catalogue) -> Page:
    view = MethodsView(
        title=TITLE,
        count=counted(len(catalogue.methods), "metoda", "metody", "metod"),
        phases=tuple(_phase(phase, methods) for phase, methods in catalogue.methods_by_phase()),
    )
    page = Page(address=METHODS, frame=METHODS, title=TITLE, description=DESCRIPTION)
    return draw_page(page, "methods.html", view)


def _phase(phase: Term, methods: tuple[Method, ...]) -> Phase:
    return Phase(
        anchor=phase.id,
        title=_phase_title(phase),
        description=typeset(phase.description),
        methods=tuple(replace(method_card(one), meta="") for one in methods),  # they stand under it
    )


def _phase_title(phase: Term) -> str:
    return phase.label[:1].upper() + phase.label[1:]
