"""The programme's activities: their list, and the page of each, also where no case documents it."""

from collections.abc import Iterator
from dataclasses import dataclass

from inspirace.catalogue import Catalogue
from inspirace.czech import capitalised, sentence, typeset
from inspirace.site.page import Page
from inspirace.views.activities import ACTIVITIES, Activity, find_activities
from inspirace.views.addresses import CONTRIBUTE, INNOVATIONS, term_address
from inspirace.views.components import KIND_LABELS, Card, Link, similar_card, vocabulary_link
from inspirace.views.pagination import PER_PAGE, ListPage, list_pages
from inspirace.views.templating import draw_page
from inspirace.vocabularies import VocabularySource

KIND = KIND_LABELS[ACTIVITIES]
DESCRIPTION = (
    "Všechny činnosti, které jmenuje program Sociální inovace v knihovnách,"
    " s doloženými případy i s těmi, které zatím chybějí."
)


@dataclass(frozen=True, slots=True)
class ListedActivity:
    """An activity in the list of all."""

    link: Link
    description: str
    is_documented: bool
    count: str
    besides: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivitiesView:
    """What the list of all activities prints; `sources` say where the list is from."""

    title: str
    description: str
    note: str
    sources: tuple[Link, ...]
    documented: int
    activities: tuple[ListedActivity, ...]
    contribute: Link
    crumbs: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityView:
    """What a page of one activity prints; what is only similar stands on the first one."""

    kind: str
    heading: str
    description: str
    synonyms: str
    crumbs: tuple[Link, ...]
    is_documented: bool
    count: str
    besides: str
    documented: tuple[Card, ...]
    ideas: tuple[Card, ...]
    similar: tuple[Card, ...]
    contribute: Link
    list: ListPage


def build_activity_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the list of activities, then the pages of each, in the programme's order."""
    activities = find_activities(catalogue)
    vocabulary = catalogue.vocabularies[ACTIVITIES]
    index = vocabulary_link(vocabulary)
    view = ActivitiesView(
        title=vocabulary.title,
        description=typeset(vocabulary.description),
        note=typeset(vocabulary.note),
        sources=tuple(map(_source_link, vocabulary.sources)),
        documented=sum(1 for one in activities if one.documented),
        activities=tuple(map(_listed, activities)),
        contribute=Link("Napište nám o tom", CONTRIBUTE),
        crumbs=(Link("Inovace", INNOVATIONS),),
    )
    page = Page(
        address=index.address, frame=INNOVATIONS, title=vocabulary.title, description=DESCRIPTION
    )
    yield draw_page(page, "activities.html", view)
    for activity in activities:
        yield from _activity_pages(activity, index, catalogue)


def _activity_pages(activity: Activity, index: Link, catalogue: Catalogue) -> Iterator[Page]:
    term = activity.term
    description = f"{sentence(term.description or term.label)} {capitalised(activity.count)}."
    shown = (*activity.documented, *activity.ideas)
    for one in list_pages(term_address(term), shown, catalogue.digest_of):
        page = Page(
            address=one.address,
            frame=INNOVATIONS,
            title=f"{KIND}: {term.label}{one.suffix}",
            description=one.describe(description),
        )
        yield draw_page(page, "activity.html", _activity_view(activity, one, index))


def _activity_view(activity: Activity, one: ListPage, index: Link) -> ActivityView:
    term = activity.term
    ideas_begin = max(0, len(activity.documented) - (one.number - 1) * PER_PAGE)
    similar = activity.similar if one.number == 1 else ()
    return ActivityView(
        kind=KIND,
        heading=capitalised(typeset(term.label)) + one.suffix,
        description=typeset(term.description),
        synonyms=typeset(", ".join(term.synonyms)),
        crumbs=(Link("Inovace", INNOVATIONS), index),
        is_documented=bool(activity.documented),
        count=capitalised(activity.count),
        besides=activity.besides,
        documented=one.cards[:ideas_begin],
        ideas=one.cards[ideas_begin:],
        similar=tuple(similar_card(two.innovation, two.how) for two in similar),
        contribute=Link("Napište nám", CONTRIBUTE),
        list=one,
    )


def _listed(activity: Activity) -> ListedActivity:
    term = activity.term
    return ListedActivity(
        link=Link(capitalised(typeset(term.label)), term_address(term)),
        description=typeset(term.description),
        is_documented=bool(activity.documented),
        count=capitalised(activity.count),
        besides=activity.besides,
    )


def _source_link(source: VocabularySource) -> Link:
    publisher = f" ({source.publisher})" if source.publisher else ""
    return Link(typeset(f"{source.title}{publisher}"), source.url)
