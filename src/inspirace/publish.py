"""Publishing: the generator's pages and the catalogue's become one site."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from inspirace.catalogue import Catalogue
from inspirace.frame import Frame
from inspirace.frame_reader import FrameError
from inspirace.page import Artifact, Site
from inspirace.render import render_catalogue
from inspirace.sitemap import build_sitemap
from inspirace.write import WriteError, WriteReport, write_artifacts

FRAMES = ("", "inovace/", "metody/")
PublishError = (FrameError, WriteError)
_CONTENT = "content/"
_INDEX = "index.html"
_SITEMAP = "sitemap.xml"
_SITEMAPS = frozenset({_SITEMAP, f"{_SITEMAP}.gz"})


def publish(stage: Path, site_dir: Path, catalogue: Catalogue, site: Site) -> WriteReport:
    """Draw the catalogue into the frames of the generator's folder and write both as the site.

    The two folders may be one: then what the catalogue draws replaces what is there.
    """
    frames = read_frames(stage)
    drawn = render_catalogue(catalogue, frames, site)
    replaced = None if stage.resolve() == site_dir.resolve() else {a + _INDEX for a in FRAMES}
    return write_artifacts(_whole_site(stage, drawn, site, replaced), site_dir)


def read_frames(stage: Path) -> Mapping[str, Frame]:
    """Return the frames by address, from the generator's folder; raise FrameError."""
    return {address: _read_frame(stage, address) for address in FRAMES}


def record_addresses(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the file of each record, relative to the content's folder, and its address."""
    for record in (*catalogue.innovations.values(), *catalogue.methods.values()):
        yield record.path.removeprefix(_CONTENT), record.address


def site_settings(name: str, url: str, repository: str) -> Site:
    """Return the site's settings; `repository` is the address of a GitHub repository or empty."""
    if url and not url.endswith("/"):
        url += "/"
    if not repository:
        return Site(name, url)
    repository = repository.rstrip("/")
    return Site(
        name,
        url,
        edit_template=f"{repository}/edit/main/{{path}}",
        report_template=f"{repository}/issues/new?title={{title}}",
    )


def watched() -> tuple[Path, ...]:
    """Return the folders of the package that a change of the site's look is made in."""
    package = Path(__file__).parent
    return package / "static", package / "templates"


def _read_frame(stage: Path, address: str) -> Frame:
    path = stage / address / _INDEX
    try:
        html = path.read_text(encoding="utf-8")
    except FileNotFoundError as missing:
        raise FrameError(
            f"Chybí stránka {address}{_INDEX}, do které se kreslí katalog."
        ) from missing
    return Frame.parse(html, address)


def _whole_site(
    stage: Path, drawn: Iterable[Artifact], site: Site, replaced: set[str] | None
) -> Iterator[Artifact]:
    """Yield the catalogue's files, then the generator's but the replaced ones (None: as needed)."""
    paths = []
    for artifact in drawn:
        paths.append(artifact.path)
        yield artifact
    skipped = _SITEMAPS.union(paths if replaced is None else replaced)
    yield from _generated(stage, skipped)
    generated = (stage / _SITEMAP).read_bytes() if (stage / _SITEMAP).is_file() else b""
    addresses = (path.removesuffix(_INDEX) for path in paths if path.endswith(_INDEX))
    sitemap = build_sitemap(generated, addresses, site.url)
    if sitemap is not None:
        yield Artifact(_SITEMAP, sitemap)


def _generated(stage: Path, skipped: frozenset[str]) -> Iterator[Artifact]:
    for path in sorted(stage.rglob("*")):
        name = path.relative_to(stage).as_posix()
        if path.is_file() and name not in skipped and not name.startswith("."):
            yield Artifact(name, path.read_bytes())
