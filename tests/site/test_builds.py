"""The same site from any day, any folder, any generator."""

import re
import shutil
from pathlib import Path

import pytest
from building import HOST, build_site, read_folder, remove_hook, run
from site_pages import dead_ways, read_site
from support import PROJECT, MakeRoot, copy_fixture

from inspirace.site.publish import FRAMES

pytestmark = pytest.mark.site

SEARCH = "assets/inspirace/search/"
URL = f"{HOST}/neco/"
# As a page written by hand would be: what must be marked is, nothing else is known of a generator.
PLAIN_FRAME = """\
<!doctype html>
<html lang="cs">
<head>
<meta charset="utf-8">
<title>Ručně psaná stránka</title>
<link rel="stylesheet" href="{base}styl.css">
<!-- inspirace:head --><!-- /inspirace:head -->
</head>
<body>
<a href="#obsah">Přeskočit na obsah</a>
<nav><a href="{base}index.html">Úvod</a> <a href="{base}o-nas.html">O nás</a></nav>
<main id="obsah"><!-- inspirace:content -->Tady bude katalog.<!-- /inspirace:content --></main>
<!-- inspirace:edit --><!-- /inspirace:edit -->
</body>
</html>
"""


def without_generator(content: bytes) -> bytes:
    """Return a page without the line in which a generator names itself."""
    return re.sub(rb'\s*<meta name="generator"[^>]*>', b"", content)


def test_two_builds_are_equal_whatever_the_day(tmp_path: Path) -> None:
    copy_fixture(tmp_path / "here")
    copy_fixture(tmp_path / "far" / "away")
    first = build_site(
        tmp_path / "here",
        tmp_path / "first",
        url=URL,
        SOURCE_DATE_EPOCH="1000000000",
        TZ="UTC",
        PYTHONHASHSEED="1",
    )
    second = build_site(
        tmp_path / "far" / "away",
        tmp_path / "second",
        url=URL,
        SOURCE_DATE_EPOCH="1924991999",
        TZ="Pacific/Kiritimati",
        PYTHONHASHSEED="2",
    )
    assert read_folder(first) == read_folder(second)


def test_building_again_touches_no_file(make_root: MakeRoot) -> None:
    root = make_root()
    site_dir = build_site(root, root / "web", url=URL)
    files = [path for path in site_dir.rglob("*") if path.is_file()]
    times = [path.stat().st_mtime_ns for path in files]
    build_site(root, site_dir, url=URL)
    assert [path.stat().st_mtime_ns for path in files] == times


def test_another_case_changes_only_the_search_and_the_pages_that_show_it(
    make_root: MakeRoot,
) -> None:
    root = make_root()
    site_dir = build_site(root, root / "web", url=URL)
    before = read_folder(site_dir)
    case = root / "content" / "innovations" / "cteni-s-pejsky.md"
    text = case.read_text(encoding="utf-8")
    assert "## Výsledky\n" in text
    case.write_text(text.replace("## Výsledky\n", "## Výsledky\n\nNová věta.\n"), encoding="utf-8")
    after = read_folder(build_site(root, site_dir, url=URL))
    index = {path for path in before.keys() ^ after.keys() if path.startswith(SEARCH)}
    assert before.keys() - index == after.keys() - index
    assert [path for path in sorted(after.keys() - index) if after[path] != before[path]] == [
        f"{SEARCH}manifest.json",
        "inovace/cteni-s-pejsky/index.html",
    ]


def test_properdocs_builds_the_same_site(tmp_path: Path, fixture_root: Path) -> None:
    by_mkdocs = build_site(fixture_root, tmp_path / "mkdocs", url=URL)
    by_properdocs = build_site(
        fixture_root, tmp_path / "properdocs", generator="properdocs", url=URL
    )
    first, second = read_folder(by_mkdocs), read_folder(by_properdocs)
    assert first.keys() == second.keys()
    assert [
        path for path in first if without_generator(first[path]) != without_generator(second[path])
    ] == []


def test_the_catalogue_is_drawn_over_a_site_that_properdocs_has_built(
    make_root: MakeRoot, tmp_path: Path
) -> None:
    root = make_root()
    by_hook = read_folder(build_site(root, tmp_path / "by-hook", url=URL))
    remove_hook(root)
    site_dir = build_site(root, tmp_path / "by-command", generator="properdocs", url=URL)
    variables = {"SITE_URL": URL, "REPO_URL": "https://kod.example/katalog"}
    for _ in range(2):
        drawn = run("inspirace", "render", site_dir, root=root, variables=variables)
        assert drawn.returncode == 0, drawn.stdout
    by_command = read_folder(site_dir)
    del by_command[".inspirace-drawn"]
    assert by_command.keys() == by_hook.keys()
    written = [
        *(root / "content").glob("o-projektu/*.md"),
        *(root / "content").glob("prispet/*.md"),
    ]
    prose = {"404.html", *(address_of(path.relative_to(root / "content")) for path in written)}
    prose -= {f"{address}index.html" for address in FRAMES}
    differ = {
        path
        for path in by_hook.keys() - prose
        if drop_marks(by_hook[path]) != drop_marks(by_command[path])
    }
    assert differ == set()
    assert list(dead_ways(site_dir, URL)) == []


def address_of(page: Path) -> str:
    """Return the file of the site that a prose page becomes."""
    folder = page.parent if page.stem == "index" else page.with_suffix("")
    return f"{folder.as_posix()}/index.html"


def drop_marks(content: bytes) -> bytes:
    """Return a page with the plain addresses of the look's files, which only the hook marks."""
    return re.sub(rb"\?v=[0-9a-f]{8}\"", b'"', content)


def test_the_catalogue_is_drawn_into_pages_written_by_hand(
    fixture_root: Path, tmp_path: Path
) -> None:
    site_dir = tmp_path / "web"
    frames = {"": "./", "inovace/": "../", "metody/": "../", "mapa/": "../"}
    for address, base in frames.items():
        (site_dir / address).mkdir(exist_ok=True)
        html = PLAIN_FRAME.format(base=base)
        (site_dir / address / "index.html").write_text(html, encoding="utf-8")
    (site_dir / "styl.css").write_text("main{max-width:40rem}", encoding="utf-8")
    (site_dir / "o-nas.html").write_text(
        '<a href="innovations/cteni-s-pejsky.md#vysledky">pejsci</a>', encoding="utf-8"
    )
    variables = {"SITE_URL": URL}
    drawn = run("inspirace", "render", site_dir, root=fixture_root, variables=variables)
    assert drawn.returncode == 0, drawn.stdout
    pages = read_site(site_dir)
    case = pages["inovace/cteni-s-pejsky/"]
    assert case.title.endswith(" – Inspirace pro knihovny")
    assert case.relation("stylesheet") == ["../../styl.css"]
    assert case.relation("canonical") == [f"{URL}inovace/cteni-s-pejsky/"]
    assert "Ručně psaná stránka" not in {page.title for page in pages.values()}
    assert pages["o-nas.html"].ways == ["inovace/cteni-s-pejsky/#vysledky"]
    assert [(page, way) for page, way in dead_ways(site_dir, URL) if page == "o-nas.html"] == []


def test_a_site_that_is_no_frame_is_refused_and_stays(fixture_root: Path, tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "index.html").write_text("<h1>Můj web</h1>", encoding="utf-8")
    refused = run("inspirace", "render", tmp_path / "web", root=fixture_root)
    assert (refused.returncode, refused.stdout) == (
        1,
        (
            "Rám titulní stránky nejde použít: má vlastní nadpis h1 mimo značku content;"
            " chybí značka <!-- inspirace:head -->…<!-- /inspirace:head -->,"
            " značka <!-- inspirace:content -->…<!-- /inspirace:content -->,"
            ' prvek s id="obsah", odkaz href="#obsah", kterým se přeskočí navigace.\n'
            "Chybí stránka inovace/index.html, do které se kreslí katalog.\n"
            "Chybí stránka metody/index.html, do které se kreslí katalog.\n"
            "Chybí stránka mapa/index.html, do které se kreslí katalog.\n"
        ),
    )
    assert list(read_folder(tmp_path / "web")) == ["index.html"]


def test_the_real_catalogue_builds(tmp_path: Path) -> None:
    root = tmp_path / "katalog"
    for folder in ("content", "hooks"):
        shutil.copytree(PROJECT / folder, root / folder)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    checked = run("inspirace", "check", root=root)
    assert checked.returncode == 0, checked.stdout
    site_dir = build_site(root, tmp_path / "web", url=URL)
    assert list(dead_ways(site_dir, URL)) == []
