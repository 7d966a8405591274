"""Sitemap: which files are pages of it, and the whole file."""

import pytest

from inspirace.site.page import Artifact
from inspirace.site.sitemap import build_sitemap, listed_address

PAGE = b"<!doctype html><html><head><title>Noindex</title></head></html>"


@pytest.mark.parametrize(
    ("path", "content", "address"),
    [
        pytest.param("index.html", PAGE, "", id="home"),
        pytest.param("inovace/x/index.html", PAGE, "inovace/x/", id="folder"),
        pytest.param("o-nas.html", PAGE, "o-nas.html", id="file"),
        pytest.param("x/reindex.html", PAGE, "x/reindex.html", id="only-ends-like-an-index"),
        pytest.param("404.html", PAGE, None, id="error-page"),
        pytest.param("chyby/404.html", PAGE, "chyby/404.html", id="page-about-errors"),
        pytest.param("sitemap.xml", PAGE, None, id="not-a-page"),
        pytest.param(".hidden/index.html", PAGE, None, id="hidden"),
        pytest.param("a/index.html", b'<meta name="robots" content="noindex">', None, id="noindex"),
        pytest.param("a/index.html", b"<meta name=robots content=noindex>", None, id="unquoted"),
        pytest.param("a/index.html", b'<meta name="robots" content="all">', "a/", id="robots-all"),
        pytest.param(
            "a/index.html", b'<meta name="description" content="noindex">', "a/", id="about-noindex"
        ),
    ],
)
def test_a_page_that_is_to_be_found_has_an_address(
    path: str, content: bytes, address: str | None
) -> None:
    assert listed_address(Artifact(path, content)) == address


def test_a_sitemap_holds_each_page_once_in_order_and_no_date() -> None:
    addresses = ["metody/", "", "inovace/a/", "č & d/", "inovace/", "metody/"]
    assert build_sitemap(addresses, "https://katalog.example/neco/").decode() == (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<url>\n<loc>https://katalog.example/neco/</loc>\n</url>\n"
        "<url>\n<loc>https://katalog.example/neco/inovace/</loc>\n</url>\n"
        "<url>\n<loc>https://katalog.example/neco/inovace/a/</loc>\n</url>\n"
        "<url>\n<loc>https://katalog.example/neco/metody/</loc>\n</url>\n"
        "<url>\n<loc>https://katalog.example/neco/%C4%8D%20%26%20d/</loc>\n</url>\n"
        "</urlset>\n"
    )
