"""Reporting: where a reader says that something on a page is wrong."""

import re
from urllib.parse import quote

from inspirace.records import Record
from inspirace.site.page import Site
from inspirace.views.addresses import CONTRIBUTE
from inspirace.views.components import Link


def report_link(record: Record, site: Site) -> Link:
    """Return the link to report an error: a form of the repository, else the page about it."""
    if not site.report_template:
        return Link("Jak nahlásit chybu", CONTRIBUTE)
    parts = {
        "{title}": f"Chyba na stránce: {record.title}",
        "{address}": f"{site.url}{record.address}",
    }
    address = re.sub(r"{\w+}", lambda part: quote(parts[part[0]], safe=""), site.report_template)
    return Link("Nahlásit chybu", address)
