"""The list of all innovations, fifty a page; the first page is where they are searched as well."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from inspirace.catalogue import Catalogue
from inspirace.czech import counted, join_and, typeset
from inspirace.records import Innovation
from inspirace.search.facets import FACETS
from inspirace.site.page import Page
from inspirace.views.addresses import ADD, INNOVATIONS, REGISTER, TERM_FOLDERS
from inspirace.views.components import Link, vocabulary_link
from inspirace.views.look import FOLDER, marked
from inspirace.views.pagination import ListPage, list_pages
from inspirace.views.templating import draw_page

TITLE = "Inovace"
DESCRIPTION = (
    "Sociální inovace v knihovnách z domova i ze světa: vyberte si podle toho, pro koho je hledáte."
)
# Ready-made choices: identifiers of terms by the facet in the address.
PRESETS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Za málo peněz a času pro malou obec": {
        "velikost-obce": ("do-500", "do-1000", "do-5000"),
        "naklady": ("bez-nakladu", "do-5-tisic"),
        "priprava": ("priprava-do-1-dne", "priprava-do-1-tydne"),
    },
    "Zkusit do týdne": {
        "priprava": ("priprava-do-1-dne", "priprava-do-1-tydne"),
        "provoz": ("provoz-do-4-h", "provoz-jednorazove"),
    },
    "Se změřeným výsledkem": {
        "dolozeni": ("3-zmerena-zmena", "4-hodnoceni", "5-preneseno"),
    },
    "Z českých knihoven": {"zeme": ("CZ",), "stav": ("pilot", "bezi")},
}
# Modules of the page in the order they need each other, so that none waits for another.
_MODULES = (
    *("browse", "browse-facets", "browse-notices", "browse-results", "browse-sheet"),
    *("browse-state", "dom", "engine", "analyser", "analyser-data", "facets"),
)


@dataclass(frozen=True, slots=True)
class InnovationsView:
    """What a page of the list prints; only the first one has presets and is searched."""

    title: str
    count: str
    ways: tuple[Link, ...]
    presets: tuple[Link, ...]
    contribute: Link
    list: ListPage


def build_list_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the pages of the list of all innovations, the newest first, as search lists them."""
    innovations = catalogue.newest
    ways = (
        *(vocabulary_link(catalogue.vocabularies[name]) for name in TERM_FOLDERS),
        Link("Rejstřík", REGISTER),
    )
    count, ready_made = _counted(innovations), tuple(presets(catalogue))
    for one in list_pages(INNOVATIONS, innovations, catalogue.digest_of):
        page = Page(
            address=one.address,
            frame=INNOVATIONS,
            title=TITLE + one.suffix,
            description=one.describe(DESCRIPTION),
            head="\n".join(_head(one)),
        )
        view = InnovationsView(
            title=TITLE + one.suffix,
            count=count,
            ways=ways,
            presets=ready_made,
            contribute=Link("Přidejte ho", ADD),
            list=one,
        )
        yield draw_page(page, "innovations.html", view)


def _counted(innovations: Sequence[Innovation]) -> str:
    """Return how many cases there are, and how many ideas, which nobody has tried yet."""
    ideas = sum(one.is_idea for one in innovations)
    cases = counted(len(innovations) - ideas, "případ", "případy", "případů")
    return typeset(
        join_and([cases, counted(ideas, "námět", "náměty", "námětů")] if ideas else [cases])
    )


def presets(catalogue: Catalogue) -> Iterator[Link]:
    """Yield the links to ready-made choices of what the vocabularies have."""
    for text, chosen in PRESETS.items():
        values = list(_values(chosen, catalogue))
        if {name for name, _ in values} == chosen.keys():
            yield Link(text, f"{INNOVATIONS}?{urlencode(values)}")


def _values(chosen: Mapping[str, Iterable[str]], catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield facet and value, as in addresses, of the terms that there are."""
    vocabularies = {facet.name: facet.vocabulary for facet in FACETS}
    for name, identifiers in chosen.items():
        vocabulary = catalogue.vocabularies.get(vocabularies[name])
        terms = vocabulary.terms if vocabulary else {}
        yield from ((name, terms[one].slug) for one in identifiers if one in terms)


def _head(one: ListPage) -> Iterator[str]:
    """Yield what the head of the first page has: the look and the modules of search."""
    if one.number > 1:
        return
    base = "../" * one.address.count("/")
    script, *modules = (base + marked(f"{FOLDER}search/{name}.js") for name in _MODULES)
    yield f'<link rel="stylesheet" href="{base}{marked(f"{FOLDER}browse.css")}">'
    yield f'<script type="module" src="{script}"></script>'
    for address in modules:
        yield f'<link rel="modulepreload" href="{address}">'
