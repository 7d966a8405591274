"""Redirects: an old address of an innovation leads to the present one."""

from collections.abc import Iterator

from inspirace.catalogue import Catalogue
from inspirace.site.page import Artifact
from inspirace.views.addresses import INNOVATIONS
from inspirace.views.templating import render_template


def build_redirects(catalogue: Catalogue, site_url: str) -> Iterator[Artifact]:
    """Yield a page for each former slug that sends the reader on, with or without JavaScript."""
    for innovation in (one for one in catalogue.innovations.values() if one.aliases):
        html = render_template(
            "redirect.html",
            title=innovation.title,
            # an old address is as deep as the new one
            target=f"../../{innovation.address}",
            canonical=site_url + innovation.address if site_url else "",
        )
        for alias in innovation.aliases:
            yield Artifact(f"{INNOVATIONS}{alias}/index.html", html.encode())
