"""Sitemap: every page of the site once, in order, whatever day it was built."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def build_sitemap(generated: bytes, addresses: Iterable[str], site_url: str) -> bytes | None:
    """Return the sitemap of the generator's pages and the catalogue's, the latter by address.

    A sitemap holds absolute addresses only: while the site's own is not known, there is none.
    """
    if not site_url:
        return None
    places = {site_url + address for address in addresses}.union(_places(generated))
    root = ET.Element("urlset", xmlns=_NAMESPACE)
    for place in sorted(places):
        ET.SubElement(ET.SubElement(root, "url"), "loc").text = place
    ET.indent(root, "")
    return ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _places(generated: bytes) -> Iterable[str]:
    if not generated.strip():
        return ()
    root = ET.fromstring(generated)  # noqa: S314 - our own generator wrote it
    found = root.iterfind(f"{{{_NAMESPACE}}}url/{{{_NAMESPACE}}}loc")
    return [(loc.text or "").strip() for loc in found]
