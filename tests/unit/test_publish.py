"""Publishing: the generator's folder and what the catalogue draws become one site."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from inspirace.cache import Speed
from inspirace.catalogue import Catalogue
from inspirace.rules.links import LinkIndex
from inspirace.site import publish as module
from inspirace.site.frame import Frame
from inspirace.site.page import Artifact, Page, Site
from inspirace.site.publish import FRAMES, PublishError, publish, site_settings, watched

CATALOGUE = Catalogue({}, {}, {}, LinkIndex({}, {}))
SITE = Site("Katalog", "https://knihovna.example/")
FRAME = (
    "<!-- inspirace:head --><!-- /inspirace:head -->"
    '<a href="#obsah"></a><main id="obsah">'
    "<!-- inspirace:content -->RÁM<!-- /inspirace:content --></main>"
)
STAGE = {
    **{f"{address}index.html": FRAME for address in FRAMES},
    "404.html": "chyba",
    "assets/a.css": "a{}",
    "o-projektu/index.html": "próza",
    "sitemap.xml": "<urlset>2001-09-09</urlset>",
    "sitemap.xml.gz": "2001-09-09",
}
SITEMAP = """\
<?xml version='1.0' encoding='utf-8'?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{}
</urlset>
"""

Draw = Callable[..., None]


def make_folder(folder: Path, files: Mapping[str, str]) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
    return folder


def read_folder(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def sitemap(*addresses: str) -> bytes:
    rows = (f"<url>\n<loc>https://knihovna.example/{one}</loc>\n</url>" for one in addresses)
    return SITEMAP.format("\n".join(rows)).encode()


@pytest.fixture
def draw(monkeypatch: pytest.MonkeyPatch) -> Draw:
    """Return a function that says at which addresses the catalogue has pages from now on."""

    def set_pages(*addresses: str) -> None:
        def render(
            _: Catalogue, frames: Mapping[str, Frame], site: Site, __: Speed
        ) -> Iterator[Artifact]:
            for address in (*FRAMES, *addresses):
                frame = max((one for one in FRAMES if address.startswith(one)), key=len)
                page = Page(address, frame, "T", "P", f"<h1>{address}</h1>")
                yield Artifact(f"{address}index.html", frames[frame].fill(page, site))

        monkeypatch.setattr(module, "render_catalogue", render)

    return set_pages


def test_both_become_one_site(tmp_path: Path, draw: Draw) -> None:
    stage = make_folder(tmp_path / "stage", {**STAGE, ".well-known/x": "skryté"})
    site = make_folder(tmp_path / "site", {"inovace/stara/index.html": "stará", ".git/x": "git"})
    draw("inovace/nova/")
    publish(stage, site, CATALOGUE, SITE)
    found = read_folder(site)
    assert sorted(found) == [
        ".git/x",
        ".well-known/x",
        "404.html",
        "assets/a.css",
        "cesty/index.html",
        "index.html",
        "inovace/index.html",
        "inovace/nova/index.html",
        "mapa/index.html",
        "metody/index.html",
        "o-projektu/index.html",
        "o-projektu/pokryti/index.html",
        "pridat/index.html",
        "prispet/pole/index.html",
        "sitemap.xml",
    ]
    assert found["o-projektu/index.html"] == "próza".encode()
    assert b"<h1>inovace/nova/</h1>" in found["inovace/nova/index.html"]
    assert not any("RÁM".encode() in content for content in found.values())
    assert found["sitemap.xml"] == sitemap(
        *("", "cesty/", "inovace/", "inovace/nova/", "mapa/", "metody/", "o-projektu/"),
        "o-projektu/pokryti/",
        *("pridat/", "prispet/pole/"),
    )


def test_without_an_address_there_is_no_sitemap(tmp_path: Path, draw: Draw) -> None:
    stage = make_folder(tmp_path / "stage", STAGE)
    draw()
    publish(stage, tmp_path / "site", CATALOGUE, Site("Katalog"))
    assert set(read_folder(tmp_path / "site")) == set(STAGE) - {"sitemap.xml", "sitemap.xml.gz"}


def test_two_pages_at_one_address_change_nothing(tmp_path: Path, draw: Draw) -> None:
    stage = make_folder(tmp_path / "stage", {**STAGE, "inovace/a/index.html": "próza"})
    site = make_folder(tmp_path / "site", {"index.html": "posledně"})
    draw("inovace/a/")
    with pytest.raises(PublishError, match=r"mají stejnou cestu: inovace/a/index\.html"):
        publish(stage, site, CATALOGUE, SITE)
    assert read_folder(site) == {"index.html": "posledně".encode()}


def test_drawing_over_a_finished_site_gives_the_same_site(tmp_path: Path, draw: Draw) -> None:
    stage = make_folder(tmp_path / "stage", STAGE)
    over = make_folder(tmp_path / "over", STAGE)
    draw("inovace/a/")
    publish(stage, tmp_path / "site", CATALOGUE, SITE)
    publish(over, over, CATALOGUE, SITE)
    found = read_folder(over)
    assert found.pop(".inspirace-drawn").count(b"\n") == len(FRAMES) + 1
    assert found == read_folder(tmp_path / "site")


def test_drawing_over_twice_changes_nothing(tmp_path: Path, draw: Draw) -> None:
    site = make_folder(tmp_path / "site", STAGE)
    draw("inovace/a/")
    publish(site, site, CATALOGUE, SITE)
    before = read_folder(site)
    report = publish(site, tmp_path / "x" / ".." / "site", CATALOGUE, SITE)
    assert (report.written, report.removed) == (0, 0)
    assert read_folder(site) == before


def test_drawing_over_removes_what_is_no_more_and_nothing_else(tmp_path: Path, draw: Draw) -> None:
    site = make_folder(tmp_path / "site", STAGE)
    draw("inovace/a/", "inovace/b/", "inovace/c/")
    publish(site, site, CATALOGUE, SITE)
    make_folder(site, {"inovace/b/index.html": "dnes próza", "soubor.txt": "cizí"})
    draw("inovace/c/")
    publish(site, site, CATALOGUE, SITE)
    found = read_folder(site)
    assert found["inovace/b/index.html"] == b"dnes pr\xc3\xb3za"
    assert found["soubor.txt"] == b"ciz\xc3\xad"
    assert "inovace/a/index.html" not in found
    assert found["sitemap.xml"] == sitemap(
        "",
        "cesty/",
        "inovace/",
        "inovace/b/",
        "inovace/c/",
        "mapa/",
        "metody/",
        "o-projektu/",
        "o-projektu/pokryti/",
        "pridat/",
        "prispet/pole/",
    )


def test_where_a_page_may_be_missing_another_frame_stands_in(tmp_path: Path, draw: Draw) -> None:
    site = make_folder(tmp_path / "site", STAGE)
    (site / "prispet/pole/index.html").unlink()
    draw("prispet/pole/metoda/")
    publish(site, site, CATALOGUE, SITE)
    once = read_folder(site)
    assert b"<h1>prispet/pole/metoda/</h1>" in once["prispet/pole/metoda/index.html"]
    assert b"<h1>prispet/pole/</h1>" in once["prispet/pole/index.html"]
    publish(site, site, CATALOGUE, SITE)
    assert read_folder(site) == once


def test_all_bad_frames_are_told_at_once(tmp_path: Path, draw: Draw) -> None:
    site = make_folder(tmp_path / "site", STAGE)
    for address in ("inovace", "metody"):
        (site / address / "index.html").unlink()
    draw("inovace/a/")
    with pytest.raises(PublishError) as raised:
        publish(site, site, CATALOGUE, SITE)
    assert str(raised.value).splitlines() == [
        "Chybí stránka inovace/index.html, do které se kreslí katalog.",
        "Chybí stránka metody/index.html, do které se kreslí katalog.",
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(
            lambda frame: frame.unlink(),
            "Chybí stránka metody/index.html, do které se kreslí katalog.",
            id="missing",
        ),
        pytest.param(
            lambda frame: frame.write_bytes(b"\xe8"),
            "Stránka metody/index.html není v kódování UTF-8.",
            id="not-utf8",
        ),
        pytest.param(
            lambda frame: frame.write_bytes(FRAME.replace("/inspirace:head", "").encode()),
            "Rám „metody/“ nejde použít:"
            " značka <!-- inspirace:content --> se opakuje nebo je uvnitř jiné;"
            " značka <!-- inspirace:head --> nemá za sebou svou dvojici.",
            id="without-marks",
        ),
    ],
)
def test_a_bad_frame_changes_nothing(
    tmp_path: Path, draw: Draw, change: Callable[[Path], object], message: str
) -> None:
    site = make_folder(tmp_path / "site", STAGE)
    change(site / "metody" / "index.html")
    before = read_folder(site)
    draw("inovace/a/")
    with pytest.raises(PublishError) as raised:
        publish(site, site, CATALOGUE, SITE)
    assert str(raised.value) == message
    assert read_folder(site) == before


@pytest.mark.parametrize(
    ("url", "repository", "site"),
    [
        pytest.param("", "", Site("K"), id="nothing-known"),
        pytest.param("https://a.example/x", "", Site("K", "https://a.example/x/"), id="slash"),
        pytest.param("https://a.example/", "", Site("K", "https://a.example/"), id="with-slash"),
        pytest.param(
            "",
            "https://kod.example/my/katalog/",
            Site(
                "K",
                edit_template="https://kod.example/my/katalog/edit/main/{path}",
                report_template="https://kod.example/my/katalog/issues/new?template=oprava.yml"
                "&title={title}&where={address}",
                repository="https://kod.example/my/katalog",
            ),
            id="repository",
        ),
    ],
)
def test_settings_of_a_site(url: str, repository: str, site: Site) -> None:
    assert site_settings("K", url, repository) == site


def test_folders_of_the_look_are_watched() -> None:
    assert [(folder.name, folder.is_dir()) for folder in watched()] == [
        ("static", True),
        ("templates", True),
    ]
