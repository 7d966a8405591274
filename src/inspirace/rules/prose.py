"""Ordinary pages, which the generator draws: nothing in them runs, their links lead somewhere."""

import re
from collections.abc import Iterator

from inspirace.diagnostics import Diagnostic, first_findings
from inspirace.markdown.anchors import PageAnchors
from inspirace.markdown.body import read_links
from inspirace.markdown.headings import read_headings
from inspirace.markdown.markup import check_link_forms
from inspirace.markdown.text import parse_markdown
from inspirace.reading.text_file import TextFile
from inspirace.rules.link_index import LinkIndex
from inspirace.rules.links import check_links
from inspirace.rules.prose_html import check_prose_html, without_code

# Attributes in the generator's dialect: „## Nadpis {#kotva .trida}“.
_ATTRIBUTES = re.compile(r"\s*\{:?([^{}\n]*)\}\s*$")
_IN_ATTRIBUTES = re.compile(rb"\{[^{}\n]*?#([\w.:-]+)")
_IN_HTML = re.compile(rb"\bid\s*=\s*[\"']?([\w.:-]+)")


def check_prose(file: TextFile, first_line: int, index: LinkIndex) -> Iterator[Diagnostic]:
    """Yield what is wrong with the text of a page, which begins at a line."""
    text = parse_markdown(file, first_line)
    yield from text.diagnostics
    yield from first_findings(check_prose_html(text))
    yield from first_findings(check_link_forms(text))
    yield from check_links(file, read_links(text), index)


def prose_anchors(file: TextFile, first_line: int) -> frozenset[str]:
    """Return the anchors on a page: those its author gave, and those of the other headings."""
    text = parse_markdown(file, first_line)
    visible = without_code(text)
    anchors = PageAnchors(name.decode() for name in _IN_ATTRIBUTES.findall(visible))
    for heading in read_headings(text):
        attributes = _ATTRIBUTES.search(heading.title)
        if attributes is None or "#" not in attributes[1]:
            anchors.add(_ATTRIBUTES.sub("", heading.title))
    # The generator does not number a heading because of HTML.
    return frozenset(anchors.taken.union(name.decode() for name in _IN_HTML.findall(visible)))
