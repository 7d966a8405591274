"""Addresses of the catalogue's pages: permanent, relative to the site, ending with a slash."""

from collections.abc import Mapping

from inspirace.vocabularies import Term

INNOVATIONS = "inovace/"
METHODS = "metody/"
ABOUT = "o-projektu/"
COVERAGE = "o-projektu/pokryti/"
CONTRIBUTE = "prispet/"
FIELDS = "prispet/pole/"
ADD = "pridat/"
REGISTER = "rejstrik/"
MAP = "mapa/"
TRAILS = "cesty/"
TERM_FOLDERS: Mapping[str, str] = {
    "target-groups": "pro-koho/",
    "topics": "temata/",
    "service-types": "typ-sluzby/",
    "regions": "kraje/",
    "countries": "zeme/",
    "programme-activities": "aktivity/",
}


def term_address(term: Term) -> str:
    """Return the address of the page of a term."""
    return f"{TERM_FOLDERS[term.vocabulary]}{term.slug}/"


def numbered_address(address: str, number: int) -> str:
    """Return the address of a page of a list: the first is the list's own."""
    return address if number == 1 else f"{address}strana/{number}/"
