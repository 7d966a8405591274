"""Frame: a generator's page filled for pages at any depth, with nothing of its own left."""

import pytest

from inspirace.site.frame import Frame, FrameError
from inspirace.site.page import Page, Site

SITE = Site(
    "Katalog",
    "https://knihovna.example/neco/",
    edit_template="https://kod.example/edit/main/{path}",
)
FRAME = """\
<!doctype html>
<html lang="cs"><head>
<meta charset="utf-8">
<!-- inspirace:head --><title>Rám</title><link rel="canonical" href="x"><!-- /inspirace:head -->
<link rel="icon" href="../favicon.png">
</head>
<body>
<a href="#obsah">Přeskočit na obsah</a>
<nav><a href="..">Úvod</a> <a href="./" class="active">Inovace</a></nav>
<header><!-- inspirace:topic -->Inovace<!-- /inspirace:topic --></header>
<main id="obsah">
<!-- inspirace:content --><h1>Inovace</h1><a href="pryc/">Pryč</a><!-- /inspirace:content -->
<!-- inspirace:edit --><!-- /inspirace:edit -->
</main></body></html>
"""
PAGE = Page(
    address="inovace/cteni/",
    frame="inovace/",
    title="Čtení & „pejsci“",
    description='Pro děti <6–10 let>, "nahlas".',
    content='<h1>Čtení</h1><a href="../">Zpět</a>',
    edit_path="content/innovations/čtení.md",
    head='<link rel="alternate" href="x">',
)
FILLED = """\
<!doctype html>
<html lang="cs"><head>
<meta charset="utf-8">
<title>Čtení &amp; „pejsci“ – Katalog</title>
<meta name="description" content="Pro děti &lt;6–10 let&gt;, &quot;nahlas&quot;.">
<meta property="og:title" content="Čtení &amp; „pejsci“">
<meta property="og:description" content="Pro děti &lt;6–10 let&gt;, &quot;nahlas&quot;.">
<link rel="canonical" href="https://knihovna.example/neco/inovace/cteni/">
<meta property="og:url" content="https://knihovna.example/neco/inovace/cteni/">
<link rel="alternate" href="x">
<link rel="icon" href="../../favicon.png">
</head>
<body>
<a href="#obsah">Přeskočit na obsah</a>
<nav><a href="../../">Úvod</a> <a href="../../inovace/" class="active">Inovace</a></nav>
<header>Čtení &amp; „pejsci“</header>
<main id="obsah">
<h1>Čtení</h1><a href="../">Zpět</a>
<p class="print-address">https://knihovna.example/neco/inovace/cteni/</p>
<a class="page-edit" rel="edit" \
href="https://kod.example/edit/main/content/innovations/%C4%8Dten%C3%AD.md">Upravit stránku</a>
</main></body></html>
"""


def make_page(address: str = "inovace/cteni/", title: str = "Čtení", content: str = "") -> Page:
    return Page(address, "inovace/", title, "Popis.", content)


def make_frame(body: str = "", head: str = "", address: str = "inovace/") -> Frame:
    """Return the frame of a page with all that is required and something more."""
    html = (
        f"<head><!-- inspirace:head --><!-- /inspirace:head -->{head}</head><body>{body}"
        '<a href="#obsah"></a>'
        '<main id="obsah"><!-- inspirace:content --><!-- /inspirace:content -->'
        "</main></body>"
    )
    return Frame.parse(html, address)


def fill_body(body: str, frame_address: str, page_address: str) -> str:
    """Return what becomes of a part of a frame's body on a page."""
    page = make_page(page_address)
    filled = make_frame(body, address=frame_address).fill(page, Site("K")).decode()
    return filled.partition("<body>")[2].partition('<a href="#obsah">')[0]


def test_a_filled_frame_is_the_page_and_nothing_of_the_frame() -> None:
    assert Frame.parse(FRAME, "inovace/").fill(PAGE, SITE).decode() == FILLED


def test_filling_twice_gives_the_same() -> None:
    frame = Frame.parse(FRAME, "inovace/")
    assert frame.fill(PAGE, SITE) == frame.fill(PAGE, SITE)


def test_what_is_not_known_is_left_out() -> None:
    page = Page("metody/x/", "metody/", "X", "Popis.", "<h1>X</h1>")
    assert make_frame().fill(page, Site("Katalog")).decode() == (
        "<head><title>X – Katalog</title>\n"
        '<meta name="description" content="Popis.">\n'
        '<meta property="og:title" content="X">\n'
        '<meta property="og:description" content="Popis."></head>'
        '<body><a href="#obsah"></a><main id="obsah"><h1>X</h1></main></body>'
    )


@pytest.mark.parametrize(
    ("address", "title", "expected"),
    [
        pytest.param("inovace/x/", "Čtení", "Čtení – Katalog", id="page"),
        pytest.param("", "Sociální inovace", "Katalog – Sociální inovace", id="home"),
        pytest.param("", "Katalog", "Katalog", id="home-of-the-same-name"),
        pytest.param("", "Katalog pro vás", "Katalog pro vás", id="home-that-begins-with-it"),
        pytest.param("x/", "<b>&", "&lt;b&gt;&amp; – Katalog", id="escaped"),
    ],
)
def test_the_title_of_a_page(address: str, title: str, expected: str) -> None:
    filled = make_frame().fill(make_page(address, title), Site("Katalog")).decode()
    assert filled.partition("<title>")[2].partition("</title>")[0] == expected


@pytest.mark.parametrize(
    ("written", "at_root", "deep"),
    [
        pytest.param("..", "./", "../../", id="home"),
        pytest.param(".", "./inovace/", "../../inovace/", id="own-folder"),
        pytest.param("./", "./inovace/", "../../inovace/", id="own-folder-with-slash"),
        pytest.param("cteni/", "./inovace/cteni/", "../../inovace/cteni/", id="below"),
        pytest.param("../metody/", "./metody/", "../../metody/", id="beside"),
        pytest.param("../a/b.css?v=1#x", "./a/b.css?v=1#x", "../../a/b.css?v=1#x", id="with-tail"),
        pytest.param("../?q=1", "./?q=1", "../../?q=1", id="root-with-query"),
        pytest.param("?q=1", "./inovace/?q=1", "../../inovace/?q=1", id="query-only"),
        pytest.param("../a?b=../c", "./a?b=../c", "../../a?b=../c", id="dots-in-query"),
        pytest.param("../%C4%8D.css", "./%C4%8D.css", "../../%C4%8D.css", id="quoted"),
        pytest.param("#obsah2", "#obsah2", "#obsah2", id="fragment"),
        pytest.param("", "", "", id="empty"),
        pytest.param("/neco/", "/neco/", "/neco/", id="from-the-host"),
        pytest.param("//jinde.example/", "//jinde.example/", "//jinde.example/", id="other-host"),
        pytest.param("https://a.example/../b", *["https://a.example/../b"] * 2, id="absolute"),
        pytest.param("mailto:a@b.example", *["mailto:a@b.example"] * 2, id="mail"),
        pytest.param("data:image/png;base64,AA", *["data:image/png;base64,AA"] * 2, id="data"),
    ],
)
def test_a_relative_address_leads_to_the_same_place(written: str, at_root: str, deep: str) -> None:
    body = f'<a href="{written}">x</a>'
    assert [fill_body(body, "inovace/", page) for page in ("", "inovace/cteni/")] == [
        f'<a href="{at_root}">x</a>',
        f'<a href="{deep}">x</a>',
    ]


@pytest.mark.parametrize(
    ("written", "filled"),
    [
        pytest.param('<img src="a.png">', '<img src="../../a.png">', id="src"),
        pytest.param("<img src='a.png'>", '<img src="../../a.png">', id="single-quotes"),
        pytest.param("<img src=a.png>", '<img src="../../a.png">', id="no-quotes"),
        pytest.param('<IMG SRC = "a.png"/>', '<IMG SRC = "../../a.png"/>', id="capitals"),
        pytest.param('<a\nhref="a\n">', '<a\nhref="../../a">', id="more-lines"),
        pytest.param('<a href="a?b=1&amp;c=2">', '<a href="../../a?b=1&amp;c=2">', id="ampersand"),
        pytest.param(
            '<img srcset="a.png 1x, https://b.example/b.png 2x,c.png">',
            '<img srcset="../../a.png 1x, https://b.example/b.png 2x, ../../c.png">',
            id="srcset",
        ),
        pytest.param(
            '<img srcset="data:image/png;base64,AA 1x">',
            '<img srcset="data:image/png;base64,AA 1x">',
            id="srcset-of-data",
        ),
        pytest.param(
            '<form action="inovace/"><button formaction="x"></button></form>',
            '<form action="../../inovace/"><button formaction="../../x"></button></form>',
            id="forms",
        ),
        pytest.param(
            '<video poster="a.jpg"></video><svg><use xlink:href="a.svg#i"/></svg>',
            '<video poster="../../a.jpg"></video><svg><use xlink:href="../../a.svg#i"/></svg>',
            id="poster-and-svg",
        ),
        pytest.param(
            '<a data-href="a" title="href=b">', '<a data-href="a" title="href=b">', id="other"
        ),
        pytest.param("<p>href='a'</p><!-- <a href='a'> -->", None, id="text-and-comments"),
        pytest.param(
            '<script>a=new URL(".",location);b=new URL("a/b.js",location)</script>',
            '<script>a=new URL("../../",location);b=new URL("../../a/b.js",location)</script>',
            id="inline-script",
        ),
        pytest.param(
            '<script src="a.js"></script><script>c("x.js")</script>',
            '<script src="../../a.js"></script><script>c("x.js")</script>',
            id="other-scripts",
        ),
        pytest.param(
            '<script id="__config" type="application/json">'
            '{"base": ".", "features": [], "search": "a/w.js", "t": {"search.x": "."}}</script>',
            '<script id="__config" type="application/json">'
            '{"base": "../../", "features": [], "search": "../../a/w.js", "t": {"search.x": "."}}'
            "</script>",
            id="config",
        ),
    ],
)
def test_every_kind_of_address_is_rebased(written: str, filled: str | None) -> None:
    assert fill_body(written, "", "inovace/cteni/") == (written if filled is None else filled)


@pytest.mark.parametrize(
    "own",
    [
        "<title>Rám</title>",
        '<meta name="description" content="Rám">',
        '<META content="Rám" NAME="Description">',
        '<meta property="og:title" content="Rám">',
        '<meta property="og:url" content="https://ram.example/">',
        '<meta name="twitter:card" content="summary">',
        '<link rel="canonical" href="https://ram.example/">',
        '<link rel="prev" href="../a/"><link href="../b/" rel="next">',
    ],
)
def test_what_the_frame_says_of_itself_does_not_survive(own: str) -> None:
    filled = make_frame(head=own).fill(make_page(), SITE)
    assert filled == make_frame().fill(make_page(), SITE)


@pytest.mark.parametrize("relation", ["edit", "prev", "next", "nofollow EDIT"])
def test_ways_from_the_frame_itself_do_not_survive(relation: str) -> None:
    body = f'<p>a <a rel="{relation}" href="x"><b>Upravit</b> rám</a> b</p>'
    assert fill_body(body, "inovace/", "inovace/cteni/") == "<p>a  b</p>"


@pytest.mark.parametrize(
    "kept",
    [
        '<meta charset="utf-8">',
        '<meta property="og:site_name" content="Katalog">',
        '<meta property="og:locale" content="cs_CZ">',
        '<link rel="stylesheet" href="https://a.example/a.css">',
    ],
)
def test_what_the_frame_says_of_the_site_survives(kept: str) -> None:
    assert kept in make_frame(head=kept).fill(make_page(), SITE).decode()


def test_the_title_of_a_drawing_survives() -> None:
    body = "<svg><title>Logo</title></svg>"
    assert fill_body(body, "inovace/", "inovace/cteni/") == body


def test_the_frame_filled_for_its_own_page_is_a_frame_once_more() -> None:
    own = Page("inovace/", "inovace/", "Inovace", "Popis.", "<h1>Inovace</h1>", "content/x.md")
    once = Frame.parse(FRAME, "inovace/").fill(own, SITE).decode()
    again = Frame.parse(once, "inovace/")
    assert again.fill(own, SITE).decode() == once
    assert again.fill(PAGE, SITE).decode() == FILLED


def test_marks_in_the_content_are_only_text() -> None:
    page = make_page(content="<!-- inspirace:edit --><p>\0</p>")
    assert b'<!-- inspirace:edit --><p>\0</p>\n<p class="print-address">' in make_frame().fill(
        page, SITE
    )


HEAD = "<!-- inspirace:head --><!-- /inspirace:head -->"
CONTENT = "<!-- inspirace:content --><!-- /inspirace:content -->"
SKIP = '<a href="#obsah"></a><p id="obsah"></p>'


@pytest.mark.parametrize(
    ("html", "address", "message"),
    [
        pytest.param(
            "",
            "",
            "Rám titulní stránky nejde použít:"
            " chybí značka <!-- inspirace:head -->…<!-- /inspirace:head -->,"
            " značka <!-- inspirace:content -->…<!-- /inspirace:content -->,"
            ' prvek s id="obsah", odkaz href="#obsah", kterým se přeskočí navigace.',
            id="empty",
        ),
        pytest.param(
            HEAD + SKIP,
            "inovace/",
            "Rám „inovace/“ nejde použít:"
            " chybí značka <!-- inspirace:content -->…<!-- /inspirace:content -->.",
            id="no-content",
        ),
        pytest.param(
            HEAD + SKIP + "<!-- inspirace:content -->",
            "inovace/",
            "Rám „inovace/“ nejde použít:"
            " značka <!-- inspirace:content --> nemá za sebou svou dvojici.",
            id="not-closed",
        ),
        pytest.param(
            HEAD + CONTENT + '<p id="obsah"></p>',
            "inovace/",
            'Rám „inovace/“ nejde použít: chybí odkaz href="#obsah", kterým se přeskočí navigace.',
            id="no-skip-link",
        ),
        pytest.param(
            HEAD + CONTENT + CONTENT + SKIP,
            "inovace/",
            "Rám „inovace/“ nejde použít:"
            " značka <!-- inspirace:content --> se opakuje nebo je uvnitř jiné.",
            id="twice",
        ),
        pytest.param(
            "<!-- inspirace:head -->" + CONTENT + SKIP,
            "inovace/",
            "Rám „inovace/“ nejde použít:"
            " značka <!-- inspirace:content --> se opakuje nebo je uvnitř jiné;"
            " značka <!-- inspirace:head --> nemá za sebou svou dvojici.",
            id="inside-another",
        ),
        pytest.param(
            HEAD + "<!-- /inspirace:content -->" + SKIP,
            "inovace/",
            "Rám „inovace/“ nejde použít:"
            " značka <!-- /inspirace:content --> nemá před sebou svou dvojici.",
            id="closing-alone",
        ),
        pytest.param(
            "<!-- inspirace:hlava -->",
            "inovace/",
            "Rám „inovace/“ nejde použít: neznámá značka <!-- inspirace:hlava -->;"
            " chybí značka <!-- inspirace:head -->…<!-- /inspirace:head -->,"
            " značka <!-- inspirace:content -->…<!-- /inspirace:content -->,"
            ' prvek s id="obsah", odkaz href="#obsah", kterým se přeskočí navigace.',
            id="unknown",
        ),
        pytest.param(
            HEAD + CONTENT + SKIP + "<h1>Web</h1>",
            "inovace/",
            "Rám „inovace/“ nejde použít: má vlastní nadpis h1 mimo značku content.",
            id="second-h1",
        ),
        pytest.param(
            "<h1>Web</h1>" + CONTENT + CONTENT + '<h1>Web</h1><p id="obsah"></p>',
            "inovace/",
            "Rám „inovace/“ nejde použít: má vlastní nadpis h1 mimo značku content;"
            " značka <!-- inspirace:content --> se opakuje nebo je uvnitř jiné;"
            " chybí značka <!-- inspirace:head -->…<!-- /inspirace:head -->,"
            ' odkaz href="#obsah", kterým se přeskočí navigace.',
            id="everything-at-once",
        ),
    ],
)
def test_a_page_that_cannot_be_a_frame_says_why(html: str, address: str, message: str) -> None:
    with pytest.raises(FrameError) as raised:
        Frame.parse(html, address)
    assert str(raised.value) == message
