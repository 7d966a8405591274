"""Rendering: every file of the catalogue's part of the site, in one fixed order."""

from collections.abc import Iterator, Mapping
from dataclasses import astuple
from functools import partial
from itertools import chain

from inspirace.cache import Cache, Speed, digest
from inspirace.catalogue import Catalogue
from inspirace.outputs.activities import build_activity_pages
from inspirace.outputs.assets import build_assets
from inspirace.outputs.coverage import build_coverage_page
from inspirace.outputs.fields import build_field_pages
from inspirace.outputs.findings import build_finding_pages
from inspirace.outputs.form import build_form_files, build_form_pages
from inspirace.outputs.home import build_home_page
from inspirace.outputs.innovation import build_innovation_pages
from inspirace.outputs.innovations import build_list_pages
from inspirace.outputs.map import build_map_page, build_maps
from inspirace.outputs.methods import build_method_pages
from inspirace.outputs.opensearch import build_opensearch
from inspirace.outputs.redirects import build_redirects
from inspirace.outputs.register import build_register_page
from inspirace.outputs.schema_files import build_schema_files
from inspirace.outputs.terms import build_term_pages
from inspirace.outputs.trails import build_trail_pages
from inspirace.search.artifacts import build_search
from inspirace.site.frame import Frame
from inspirace.site.page import Artifact, LateArtifact, Page, Site
from inspirace.workers import working

PLAIN = Speed()


def render_catalogue(
    catalogue: Catalogue, frames: Mapping[str, Frame], site: Site, speed: Speed = PLAIN
) -> Iterator[Artifact | LateArtifact]:
    """Yield the artifacts: pages drawn into the frames by address, redirects, the look's files.

    A page is drawn when its content is asked for; the index of a large catalogue is made meanwhile.
    """
    index = partial(build_search, catalogue, Cache(speed.cache_folder))
    with working(index, is_long=len(catalogue.innovations) >= speed.fork_from) as made:
        catalogue.prepare()
        yield from _drawn(catalogue, frames, site)
        yield build_maps(catalogue)
        yield from build_redirects(catalogue, site.url)
        yield from build_assets()
        yield from made()
    yield from build_opensearch(site)
    yield from build_schema_files(catalogue, site)
    yield from build_form_files(catalogue)


def _drawn(catalogue: Catalogue, frames: Mapping[str, Frame], site: Site) -> Iterator[LateArtifact]:
    code = catalogue.digest_of(())
    around = {address: _digest(frame, site, code) for address, frame in frames.items()}
    for page in build_pages(catalogue, site):
        yield LateArtifact(
            f"{page.address}index.html",
            partial(frames[page.frame].fill, page, site),
            partial(_made_from, page, around[page.frame]),
        )


def _digest(frame: Frame, site: Site, code: bytes) -> bytes:
    """Return a digest of what is around a page and of what draws it, if all of it is known."""
    if not code:
        return b""
    texts = (frame.address, *frame.parts, *frame.slots, *astuple(site))
    return digest(code, *(digest(text.encode()) for text in texts))


def _made_from(page: Page, around: bytes) -> bytes:
    inside = page.made_from() if around else b""
    head = (page.address, page.title, page.description, page.edit_path, page.head)
    return digest(inside, around, *map(str.encode, head)) if inside else b""


def build_pages(catalogue: Catalogue, site: Site) -> Iterator[Page]:
    """Yield every page of the catalogue, before a frame is put around it."""
    yield build_home_page(catalogue, site)
    yield from chain(
        build_list_pages(catalogue),
        build_innovation_pages(catalogue, site),
        build_method_pages(catalogue, site),
        build_term_pages(catalogue),
        build_activity_pages(catalogue),
        build_trail_pages(catalogue),
        [
            build_register_page(catalogue),
            build_map_page(catalogue),
            build_coverage_page(catalogue),
        ],
        build_field_pages(catalogue),
        build_finding_pages(),
        build_form_pages(catalogue, site),
    )
