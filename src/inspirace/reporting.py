"""Reporting: where a reader says that something on a page is wrong."""

from urllib.parse import quote

from inspirace.addresses import CONTRIBUTE
from inspirace.components import Link
from inspirace.page import Site
from inspirace.records import Record


def report_link(record: Record, site: Site) -> Link:
    """Return the link to report an error: a form of the repository, else the page about it."""
    if not site.report_template:
        return Link("Jak nahlásit chybu", CONTRIBUTE)
    title = quote(f"Chyba na stránce: {record.title}", safe="")
    return Link("Nahlásit chybu", site.report_template.replace("{title}", title))
