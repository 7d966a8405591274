"""Rendering: every file of the catalogue's part of the site, in one fixed order."""

from collections.abc import Iterator, Mapping
from itertools import chain

from inspirace.catalogue import Catalogue
from inspirace.frame import Frame
from inspirace.outputs.activities import build_activity_pages
from inspirace.outputs.assets import build_assets
from inspirace.outputs.home import build_home_page
from inspirace.outputs.innovation import build_innovation_pages
from inspirace.outputs.innovations import build_list_pages
from inspirace.outputs.methods import build_method_pages
from inspirace.outputs.redirects import build_redirects
from inspirace.outputs.register import build_register_page
from inspirace.outputs.terms import build_term_pages
from inspirace.page import Artifact, Page, Site
from inspirace.search.artifacts import build_search


def render_catalogue(
    catalogue: Catalogue, frames: Mapping[str, Frame], site: Site
) -> Iterator[Artifact]:
    """Yield the artifacts: pages drawn into the frames by address, redirects, the look's files."""
    for page in build_pages(catalogue, site):
        yield Artifact(f"{page.address}index.html", frames[page.frame].fill(page, site))
    yield from build_redirects(catalogue, site.url)
    yield from build_assets()
    yield from build_search(catalogue)


def build_pages(catalogue: Catalogue, site: Site) -> Iterator[Page]:
    """Yield every page of the catalogue, before a frame is put around it."""
    yield build_home_page(catalogue, site)
    yield from chain(
        build_list_pages(catalogue),
        build_innovation_pages(catalogue, site),
        build_method_pages(catalogue, site),
        build_term_pages(catalogue),
        build_activity_pages(catalogue),
        [build_register_page(catalogue)],
    )
