"""Sitemap: every page of the site once, in order, whatever day it was built."""

import re
from collections.abc import Iterable
from urllib.parse import quote
from xml.etree import ElementTree as ET

from inspirace.site.page import Artifact, LateArtifact

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_INDEX = "index.html"
_ERROR_PAGE = "404.html"
_HEAD_LENGTH = 8192  # a page says it near its top, the rest need not be searched
# as a page says it that only leads to another one: an old address, for example
_NOT_LISTED = re.compile(rb"""<meta\s+name=["']?robots["']?\s[^>]*noindex""")


def listed_address(artifact: Artifact | LateArtifact) -> str | None:
    """Return the address of a page that belongs to a sitemap, None for every other file."""
    folder, _, name = artifact.path.rpartition("/")
    if not name.endswith(".html") or artifact.path.startswith((".", _ERROR_PAGE)):
        return None
    # Every page of the catalogue is listed, it need not be drawn to be asked.
    if isinstance(artifact, Artifact) and _NOT_LISTED.search(artifact.content, 0, _HEAD_LENGTH):
        return None
    if name != _INDEX:
        return artifact.path
    return f"{folder}/" if folder else ""


def build_sitemap(addresses: Iterable[str], site_url: str) -> bytes:
    """Return the sitemap of the pages at the addresses, which are relative to the site's own."""
    root = ET.Element("urlset", xmlns=_NAMESPACE)
    for address in sorted(set(addresses)):
        ET.SubElement(ET.SubElement(root, "url"), "loc").text = site_url + quote(address)
    ET.indent(root, "")
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
