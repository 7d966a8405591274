"""The coverage page: what the catalogue has and what it lacks, counted from its records."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import product
from urllib.parse import urlencode

from inspirace.catalogue import Catalogue
from inspirace.czech import capitalised, collation_key, counted, typeset
from inspirace.places import ABROAD, HOME_COUNTRY
from inspirace.records import UNVERIFIED, Innovation
from inspirace.site.page import Page
from inspirace.views.activities import find_activities
from inspirace.views.addresses import ABOUT, ADD, CONTRIBUTE, COVERAGE, INNOVATIONS, term_address
from inspirace.views.components import Link
from inspirace.views.look import FOLDER, marked
from inspirace.views.templating import draw_page
from inspirace.vocabularies import REGIONS, Term

TITLE = "Co katalog pokrývá a co ne"
DESCRIPTION = (
    "Kolik případů má katalog pro které lidi, témata, kraje a země, jak dobře jsou doložené"
    " a kde zatím chybějí."
)
GROUPS, TOPICS = "target-groups", "topics"
_WEIGHTS = (1, 3, 8)
_CASES = ("případ", "případy", "případů")
# What a reader asks about a case, and whether its record can answer.
_KNOWN: Mapping[str, Callable[[Innovation], object]] = {
    "výsledky": lambda one: any(section.identifier == "results" for section in one.sections),
    "co se nepovedlo": lambda one: any(section.identifier == "lessons" for section in one.sections),
    "aspoň jedno číslo se zdrojem": lambda one: one.numbers,
    "náklady podle zdroje": lambda one: one.cost_band,
    "odhad, jak to zkusit v malém": lambda one: one.small_start,
    "potvrzení nebo ověření redakcí": lambda one: one.verification.status.id != UNVERIFIED,
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: what it is about, how many cases, what else there is."""

    link: Link
    count: int
    besides: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """How many cases there are for a group in a topic, and the address that shows them.

    `weight` is from 0 to 3, for a tint that the eye sees before it reads the numbers.
    """

    count: int
    weight: int
    address: str
    label: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A target group against all topics."""

    link: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """What the page prints; `missing` are terms without any case, by what they are."""

    title: str
    crumbs: tuple[Link, ...]
    total: str
    from_home: int
    from_abroad: int
    activities: tuple[Row, ...]
    topics: tuple[Link, ...]
    groups: tuple[MatrixRow, ...]
    missing_groups: tuple[str, ...]
    missing_topics: tuple[str, ...]
    regions: tuple[Row, ...]
    countries: tuple[Row, ...]
    levels: tuple[Row, ...]
    known: tuple[Row, ...]
    add: Link
    contribute: Link


def build_coverage_page(catalogue: Catalogue) -> Page:
    """Return the coverage page."""
    look = marked(f"{FOLDER}coverage.css")
    page = Page(
        address=COVERAGE,
        frame=COVERAGE,
        title=TITLE,
        description=DESCRIPTION,
        head=f'<link rel="stylesheet" href="{"../" * COVERAGE.count("/")}{look}">',
    )
    return draw_page(page, "coverage.html", partial(coverage_view, catalogue))


def coverage_view(catalogue: Catalogue) -> CoverageView:
    """Return what the page prints; what nobody has done yet covers nothing."""
    cases = [one for one in catalogue.by_title if not one.is_idea]
    home = [one for one in cases if one.country.id == HOME_COUNTRY]
    pairs = _count_pairs(cases, catalogue)
    topics = _widest(catalogue, TOPICS)
    return CoverageView(
        title=TITLE,
        crumbs=(Link("O projektu", ABOUT),),
        total=counted(len(cases), *_CASES),
        from_home=len(home),
        from_abroad=len(cases) - len(home),
        activities=tuple(
            Row(_name(one.term, is_linked=True), len(one.documented), one.besides)
            for one in find_activities(catalogue)
        ),
        topics=tuple(_name(term, is_linked=_has(catalogue, term)) for term in topics),
        groups=tuple(
            MatrixRow(
                _name(group, is_linked=_has(catalogue, group)),
                tuple(_cell(group, topic, pairs[group.id, topic.id]) for topic in topics),
            )
            for group in _widest(catalogue, GROUPS)
        ),
        missing_groups=tuple(_missing(cases, catalogue, GROUPS)),
        missing_topics=tuple(_missing(cases, catalogue, TOPICS)),
        regions=tuple(_regions(home, catalogue)),
        countries=tuple(_countries(cases)),
        levels=tuple(_levels(cases, catalogue)),
        known=tuple(
            Row(Link(text), sum(1 for one in cases if is_known(one)))
            for text, is_known in _KNOWN.items()
        ),
        add=Link("Přidejte ho", ADD),
        contribute=Link("Jak přispět", CONTRIBUTE),
    )


def _widest(catalogue: Catalogue, vocabulary: str) -> list[Term]:
    terms = catalogue.vocabularies[vocabulary].terms.values()
    return [term for term in terms if not term.broader and not term.deprecated]


def _has(catalogue: Catalogue, term: Term) -> bool:
    """Return whether the term has a page: ideas have one too."""
    return bool(catalogue.with_term(term.vocabulary, term.id))


def _name(term: Term, *, is_linked: bool) -> Link:
    text = capitalised(typeset(term.label))
    return Link(text, term_address(term) if is_linked else "")


def _count_pairs(cases: Iterable[Innovation], catalogue: Catalogue) -> Counter[tuple[str, str]]:
    """Return how many cases have each target group with each topic, wider terms included."""
    found: Counter[tuple[str, str]] = Counter()
    for one in cases:
        groups = _with_broader(one, catalogue, GROUPS)
        found.update(product(groups, _with_broader(one, catalogue, TOPICS)))
    return found


def _with_broader(case: Innovation, catalogue: Catalogue, vocabulary: str) -> set[str]:
    known, terms = catalogue.vocabularies[vocabulary], case.terms()[vocabulary]
    return {wide.id for term in terms for wide in known.with_broader(term.id)}


def _cell(group: Term, topic: Term, count: int) -> Cell:
    query = urlencode({"pro-koho": group.slug, "temata": topic.slug})
    label = f"{capitalised(group.label)}, {topic.label}: {counted(count, *_CASES)}"
    weight = sum(count >= least for least in _WEIGHTS)
    return Cell(count, weight, f"{INNOVATIONS}?{query}" if count else "", label)


def _missing(cases: Iterable[Innovation], catalogue: Catalogue, vocabulary: str) -> Iterator[str]:
    """Yield the labels of terms that no case has, nor any narrower term."""
    used = {identifier for one in cases for identifier in _with_broader(one, catalogue, vocabulary)}
    for term in catalogue.vocabularies[vocabulary].terms.values():
        if term.id not in used and not term.deprecated:
            yield typeset(term.label)


def _regions(home: Iterable[Innovation], catalogue: Catalogue) -> Iterator[Row]:
    """Yield all regions in the vocabulary's order, those without a case too."""
    counts = Counter(one.region.id for one in home if one.region)
    for term in catalogue.vocabularies[REGIONS].terms.values():
        if term.id != ABROAD and not term.deprecated:
            yield Row(_name(term, is_linked=_has(catalogue, term)), counts[term.id])


def _countries(cases: Iterable[Innovation]) -> Iterator[Row]:
    """Yield the countries that have a case, the one with most of them first, then by label."""
    counts = Counter(one.country for one in cases)
    for term in sorted(counts, key=lambda one: (-counts[one], collation_key(one.label))):
        yield Row(_name(term, is_linked=True), counts[term])


def _levels(cases: Iterable[Innovation], catalogue: Catalogue) -> Iterator[Row]:
    counts = Counter(one.evidence_level.id for one in cases)
    vocabulary = catalogue.vocabularies.get("evidence-levels")
    for term in vocabulary.terms.values() if vocabulary else ():
        query = urlencode({"dolozeni": term.slug})
        address = f"{INNOVATIONS}?{query}" if counts[term.id] else ""
        yield Row(Link(typeset(term.label), address), counts[term.id])
