"""Publishing: the generator's pages and the catalogue's become one site."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import chain
from pathlib import Path

from inspirace.cache import Cache, Speed, digest
from inspirace.catalogue import Catalogue
from inspirace.render import render_catalogue
from inspirace.site.frame import Frame
from inspirace.site.frame_reader import SLOTS, FrameError
from inspirace.site.page import Artifact, Site
from inspirace.site.record_links import lead_to_records
from inspirace.site.sitemap import build_sitemap, listed_address
from inspirace.site.write import AnyArtifact, KnownFile, WriteError, WriteReport, write_artifacts
from inspirace.views.templating import keep_templates

FRAMES = (
    *("", "inovace/", "metody/", "mapa/", "cesty/", "prispet/pole/", "pridat/"),
    "o-projektu/pokryti/",
)
# Which frame does where the generator has no such page: the site is whole without it.
_STAND_INS = dict.fromkeys(
    ("cesty/", "prispet/pole/", "pridat/", "o-projektu/pokryti/"), "inovace/"
)
PublishError = (FrameError, WriteError)
_CONTENT = "content/"
_INDEX = "index.html"
_SITEMAP = "sitemap.xml"
_SITEMAPS = frozenset({_SITEMAP, f"{_SITEMAP}.gz"})  # the generator's say when they were built
_DRAWN = ".inspirace-drawn"  # as `sha256sum` prints it
_SITE = "site"
PLAIN = Speed()


def publish(
    stage: Path, site_dir: Path, catalogue: Catalogue, site: Site, speed: Speed = PLAIN
) -> WriteReport:
    """Draw the catalogue into the frames of the generator's folder and write both as the site.

    The two folders may be one: then the catalogue is drawn over what is there. The cache keeps how
    the site was left, so that a page that would be the same is not drawn again.
    """
    cache = Cache(speed.cache_folder)
    keep_templates(cache)
    drawn = render_catalogue(catalogue, read_frames(stage), site, speed)
    if stage.resolve() == site_dir.resolve():
        last = _last_drawn(site_dir)
        whole = _drawn_over(site_dir, drawn, last, dict(record_addresses(catalogue)))
        return write_artifacts(_with_sitemap(whole, site), site_dir, last | _SITEMAPS)
    replaced = _SITEMAPS.union(address + _INDEX for address in FRAMES)
    artifacts = _with_sitemap(chain(drawn, _files(stage, "*", replaced)), site)
    key = digest(str(site_dir.resolve()).encode())
    known = _known_files(cache, key)
    report = write_artifacts(artifacts, site_dir, known=known, fork_from=speed.fork_from)
    files = report.files
    changed = [path for path in known.keys() | files if known.get(path) != files.get(path)]
    cache.write_shards(_SITE, key, {path: (path, one) for path, one in files.items()}, changed)
    return report


def _known_files(cache: Cache, key: bytes) -> Mapping[str, KnownFile]:
    return dict(row for row in cache.read_shards(_SITE, key) if isinstance(row, tuple))


def read_frames(stage: Path) -> Mapping[str, Frame]:
    """Return the frames by address, from the generator's folder; raise FrameError."""
    frames: dict[str, Frame] = {}
    wrong = []
    for address in FRAMES:
        is_frame = _has_marks(stage / address / _INDEX)
        source = address if is_frame else _STAND_INS.get(address, address)
        try:
            frames[address] = frames.get(source) or _read_frame(stage, source)
        except FrameError as error:
            wrong.append(str(error))
    if wrong:
        raise FrameError("\n".join(dict.fromkeys(wrong)))
    return frames


def record_addresses(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the file of each record, relative to the content's folder, and its address."""
    for innovation in catalogue.innovations.values():
        yield innovation.path.removeprefix(_CONTENT), innovation.address
    for method in catalogue.methods.values():
        yield method.path.removeprefix(_CONTENT), method.address


def site_settings(name: str, url: str, repository: str, editors_email: str = "") -> Site:
    """Return the site's settings; `repository` is the address of a GitHub repository or empty."""
    if url and not url.endswith("/"):
        url += "/"
    if not repository:
        return Site(name, url, editors_email=editors_email)
    repository = repository.rstrip("/")
    return Site(
        name,
        url,
        edit_template=f"{repository}/edit/main/{{path}}",
        # The form for corrections, its question about the page answered.
        report_template=f"{repository}/issues/new?template=oprava.yml"
        "&title={title}&where={address}",
        repository=repository,
        editors_email=editors_email,
    )


def watched() -> tuple[Path, ...]:
    """Return the folders of the package that a change of the site's look is made in."""
    package = Path(__file__).parents[1]
    return package / "static", package / "templates"


def _has_marks(path: Path) -> bool:
    return path.is_file() and SLOTS["content"].opening.encode() in path.read_bytes()


def _read_frame(stage: Path, address: str) -> Frame:
    path = f"{address}{_INDEX}"
    try:
        html = (stage / path).read_text(encoding="utf-8")
    except FileNotFoundError as missing:
        raise FrameError(f"Chybí stránka {path}, do které se kreslí katalog.") from missing
    except UnicodeDecodeError as wrong:
        raise FrameError(f"Stránka {path} není v kódování UTF-8.") from wrong
    return Frame.parse(html, address)


def _files(folder: Path, pattern: str, skipped: Collection[str]) -> Iterator[Artifact]:
    """Yield the files of a folder whose names fit the pattern, in order."""
    for path in sorted(folder.rglob(pattern)):
        name = path.relative_to(folder).as_posix()
        if name not in skipped and path.is_file():
            yield Artifact(name, path.read_bytes())


def _with_sitemap(artifacts: Iterable[AnyArtifact], site: Site) -> Iterator[AnyArtifact]:
    """Yield the artifacts, then their sitemap if the site's address is known."""
    addresses = []
    for artifact in artifacts:
        address = listed_address(artifact)
        if address is not None:
            addresses.append(address)
        yield artifact
    if site.url:  # a sitemap holds whole addresses only
        yield Artifact(_SITEMAP, build_sitemap(addresses, site.url))


def _drawn_over(
    folder: Path, drawn: Iterable[AnyArtifact], last: frozenset[str], addresses: Mapping[str, str]
) -> Iterator[Artifact]:
    """Yield what is drawn, the other pages with their links to records, a list of the drawn."""
    digests = {}
    for artifact in drawn:
        content = artifact.content
        digests[artifact.path] = _digest(content)
        yield Artifact(artifact.path, content)
    for page in _files(folder, "*.html", last | digests.keys()):
        address = page.path[: page.path.rfind("/") + 1]
        yield Artifact(page.path, lead_to_records(page.content, address, addresses))
    lines = (f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
    yield Artifact(_DRAWN, "".join(lines).encode())


def _last_drawn(folder: Path) -> frozenset[str]:
    """Return the files that were drawn over the folder last time, if they are still the same."""
    if not (folder / _DRAWN).is_file():
        return frozenset()
    lines = (folder / _DRAWN).read_text(encoding="utf-8").splitlines()
    rows = (line.partition("  ") for line in lines)
    return frozenset(
        path
        for digest, _, path in rows
        if (folder / path).is_file() and _digest((folder / path).read_bytes()) == digest
    )


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
