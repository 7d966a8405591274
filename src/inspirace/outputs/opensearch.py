"""The OpenSearch description: with it a browser offers the catalogue as a search engine."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from inspirace.site.page import Artifact, Site
from inspirace.views.addresses import INNOVATIONS

PATH = "opensearch.xml"
DESCRIPTION = "Hledá v katalogu sociálních inovací v knihovnách."
_LONGEST_NAME = 16  # the standard allows no more
_PREPOSITION = 3


def build_opensearch(site: Site) -> Iterator[Artifact]:
    """Yield the description if the site's address is known: it holds whole addresses only."""
    if not site.url:
        return
    template = quoteattr(f"{site.url}{INNOVATIONS}?q={{searchTerms}}")
    icon = escape(f"{site.url}assets/inspirace/favicon.svg")
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f"  <ShortName>{escape(_short(site.name))}</ShortName>",
        f"  <Description>{escape(DESCRIPTION)}</Description>",
        "  <Language>cs</Language>",
        "  <InputEncoding>UTF-8</InputEncoding>",
        f'  <Image type="image/svg+xml">{icon}</Image>',
        f'  <Url type="text/html" method="get" template={template}/>',
        "</OpenSearchDescription>",
        "",
    )
    yield Artifact(PATH, "\n".join(lines).encode())


def _short(name: str) -> str:
    """Return as many whole words of the name as may be there, no preposition at the end."""
    if len(name) <= _LONGEST_NAME:
        return name
    words = name[: _LONGEST_NAME + 1].split(" ")[:-1] or [name[:_LONGEST_NAME]]
    while len(words) > 1 and len(words[-1]) <= _PREPOSITION:
        words.pop()
    return " ".join(words)
