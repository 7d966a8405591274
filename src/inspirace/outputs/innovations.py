"""The list of all innovations, fifty a page, with the ways to narrow it."""

from collections.abc import Iterator
from dataclasses import dataclass

from inspirace.addresses import CONTRIBUTE, INNOVATIONS, REGISTER, TERM_FOLDERS
from inspirace.catalogue import Catalogue
from inspirace.components import Link, vocabulary_link
from inspirace.czech import counted
from inspirace.page import Page
from inspirace.pagination import ListPage, list_pages
from inspirace.templating import draw_page

TITLE = "Inovace"
DESCRIPTION = (
    "Sociální inovace v knihovnách z domova i ze světa: vyberte si podle toho, pro koho je hledáte."
)


@dataclass(frozen=True, slots=True)
class InnovationsView:
    """What a page of the list prints."""

    title: str
    count: str
    ways: tuple[Link, ...]
    contribute: Link
    list: ListPage


def build_list_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the pages of the list of all innovations, by title."""
    innovations = catalogue.by_title
    ways = (
        *(vocabulary_link(catalogue.vocabularies[name]) for name in TERM_FOLDERS),
        Link("Rejstřík", REGISTER),
    )
    for one in list_pages(INNOVATIONS, innovations):
        page = Page(
            address=one.address,
            frame=INNOVATIONS,
            title=TITLE + one.suffix,
            description=one.describe(DESCRIPTION),
        )
        view = InnovationsView(
            title=TITLE + one.suffix,
            count=counted(len(innovations), "případ", "případy", "případů"),
            ways=ways,
            contribute=Link("Přidejte ho", CONTRIBUTE),
            list=one,
        )
        yield draw_page(page, "innovations.html", view)
