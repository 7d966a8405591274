"""Prose: what may not be in an ordinary page, where its links lead, which anchors it has."""

import re
from importlib import import_module

import pytest

from inspirace.reading.text_file import TextFile
from inspirace.rules.links import LinkIndex
from inspirace.rules.prose import check_prose, prose_anchors

# The generator's parser with the extensions of mkdocs.yml that make anchors; it has no types.
to_html = import_module("markdown").markdown
EXTENSIONS = ["attr_list", "tables", "toc", "pymdownx.superfences"]

PATH = "content/o-projektu/data.md"
HEADER = "---\ntitle: Data\n---\n"
INDEX = LinkIndex(
    addresses={
        PATH: "o-projektu/data/",
        "content/innovations/psi.md": "inovace/psi/",
        "content/assets/pes.png": "assets/pes.png",
    },
    anchors={
        PATH: frozenset({"zdroje"}),
        "content/innovations/psi.md": frozenset({"vysledky"}),
    },
)


def found(written: str) -> list[tuple[int, int, str, str]]:
    return [
        (one.location.line, one.location.column, one.code, one.message)
        for one in check_prose(TextFile(PATH, HEADER + written), 4, INDEX)
    ]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(
            "# Data\n\n[psi](../innovations/psi.md#vysledky) a [zdroje](#zdroje)", id="links"
        ),
        pytest.param("![pes](../assets/pes.png){ width=300 }", id="image-with-attributes"),
        pytest.param('<div class="a" markdown>\n<b>a</b><br>\n</div>', id="plain-html"),
        pytest.param("```yaml\nfile: <script>\n[a](javascript:b)\n```", id="fenced-code"),
        pytest.param("- a\n\n    pod položkou [b](../innovations/psi.md)", id="list"),
        pytest.param("Značka `<script>` a atribut `onclick=` tu nejsou.", id="code"),
        pytest.param("online = po síti, onemocnění = nemoc, src = zdroj //", id="words"),
        pytest.param("- [x] a ~~b~~[^1]\n\n[^1]: c", id="what-records-may-not-have"),
        pytest.param("https://example.org/?data=//a", id="address"),
    ],
)
def test_an_ordinary_page_is_accepted(written: str) -> None:
    assert found(written) == []


RUNS = "Značka by po klepnutí nebo sama spustila program."
ADDRESS = "Adresa by spustila program."
STYLE = "Styl by si vyžádal soubor odjinud."
FOREIGN = "Stránka by si o soubor říkala cizímu webu."


def forbidden(tag: str) -> str:
    return f"Značka „<{tag}>“ na stránce být nesmí."


@pytest.mark.parametrize(
    ("written", "place", "message"),
    [
        pytest.param("ž <script>a()</script>", (4, 3), forbidden("script"), id="script"),
        pytest.param("<SCRIPT src=a.js>", (4, 1), forbidden("script"), id="script-in-capitals"),
        pytest.param('a\n\n<iframe src="a">', (6, 1), forbidden("iframe"), id="iframe"),
        pytest.param("<object>", (4, 1), forbidden("object"), id="object"),
        pytest.param("<embed>", (4, 1), forbidden("embed"), id="embed"),
        pytest.param("<style>a{}</style>", (4, 1), forbidden("style"), id="style"),
        pytest.param('<link rel="stylesheet">', (4, 1), forbidden("link"), id="stylesheet"),
        pytest.param("<svg>", (4, 1), forbidden("svg"), id="svg"),
        pytest.param("<form>", (4, 1), forbidden("form"), id="form"),
        pytest.param("<base href=a>", (4, 1), forbidden("base"), id="base"),
        pytest.param('<b onclick="a()">', (4, 4), RUNS, id="handler"),
        pytest.param("<b\nonclick\n=a>", (5, 1), RUNS, id="handler-over-lines"),
        pytest.param('<a title=b" onclick=a()>', (4, 13), RUNS, id="handler-after-a-lone-quote"),
        pytest.param("<a title='>' onfocus=a>", (4, 14), RUNS, id="handler-after-a-bracket"),
        pytest.param("[a](#zdroje){ onclick=b }", (4, 15), RUNS, id="handler-in-braces"),
        pytest.param('ž <a href="javascript:b">', (4, 12), ADDRESS, id="javascript"),
        pytest.param("<a href=java&#x73;cript:b>", (4, 9), ADDRESS, id="javascript-in-entities"),
        pytest.param("<a href='java\nscript&colon;b'>", (4, 10), ADDRESS, id="javascript-in-lines"),
        pytest.param(
            "[a](#zdroje){href=javascript:b}", (4, 19), ADDRESS, id="javascript-in-braces"
        ),
        pytest.param('<b style="background:url(a)">', (4, 4), STYLE, id="style-with-an-address"),
        pytest.param('<img src="https://a.cz/b.png">', (4, 6), FOREIGN, id="foreign-image"),
        pytest.param("<video poster=//a.cz/b>", (4, 8), FOREIGN, id="foreign-poster"),
        pytest.param("    <script>", (4, 5), forbidden("script"), id="indented-code-of-one-parser"),
        pytest.param(
            "```a b c\n<script>\n```", (5, 1), forbidden("script"), id="fence-of-one-parser"
        ),
        pytest.param("```\n<script>", (5, 1), forbidden("script"), id="fence-not-closed"),
        pytest.param(
            "- a\n\n  ```\n  <script>\n  ```", (7, 3), forbidden("script"), id="fence-in-a-list"
        ),
        pytest.param("`a\n<iframe>\n`", (5, 1), forbidden("iframe"), id="code-over-lines"),
    ],
)
def test_what_would_run_or_ask_another_host_is_told(
    written: str, place: tuple[int, int], message: str
) -> None:
    assert found(written) == [(*place, "raw-html", message)]


@pytest.mark.parametrize(
    ("written", "column", "code"),
    [
        pytest.param("[a](../innovations/pes.md)", 1, "dead-link", id="dead-link"),
        pytest.param("[a](../innovations/psi.md#vysledek)", 1, "dead-anchor", id="dead-anchor"),
        pytest.param("[a](/inovace/psi/)", 1, "site-address", id="site-address"),
        pytest.param("![a](../assets/kocka.png)", 1, "dead-image", id="dead-image"),
        pytest.param("![a](https://a.cz/b.png)", 1, "foreign-image", id="foreign-image"),
        pytest.param("![](../assets/pes.png)", 1, "missing-alt", id="missing-alt"),
        pytest.param("[a](javascript:b)", 1, "bad-link", id="javascript"),
        pytest.param("[a](javascript:b( 1 ))", 3, "bad-link", id="link-of-one-parser"),
        pytest.param("> " * 100, 1, "too-deep", id="too-deep"),
    ],
)
def test_the_text_of_a_page_is_checked_like_a_body(written: str, column: int, code: str) -> None:
    assert [one[:3] for one in found(written)] == [(4, column, code)]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("# Jak přispět\n\n## Žluťoučký kůň & ďas – x", id="words"),
        pytest.param("# A\n\n## A\n\n## A_1\n\n## a_1\n\n# –\n\n## 日本", id="repeated-and-empty"),
        pytest.param("# x_1\n\n## x\n\n## x\n\n## x_1", id="number-taken"),
        pytest.param("## A {#moje}\n\n## A\n\n## B { .c }\n\nText\n{: #odst }", id="given-by-hand"),
        pytest.param("## moje\n\n## A {: .b #moje }", id="given-by-hand-later"),
        pytest.param("Nadpis\n======\n\nDruhý *k* `x_y` [o](a.md)\n---", id="underlined"),
        pytest.param("```\n# kód\n```\n\n> ## v citaci\n\n- ## v seznamu", id="nested"),
        pytest.param("#Bez mezery\n\n##dva\n\ntext\n# hned", id="no-space"),
        pytest.param("## S &amp; d\\* <b>x</b> konec ##", id="markup"),
        pytest.param("## 1. krok: „co“ (a proč)?", id="punctuation"),
        pytest.param("## a  -  b\n\n## ---a\n\n## Łódź ß", id="dashes-and-letters"),
        pytest.param('<a id="tady"></a>\n\n## Tady', id="anchor-in-html"),
    ],
)
def test_anchors_are_those_of_the_generator(written: str) -> None:
    html = to_html(written, extensions=EXTENSIONS)
    assert prose_anchors(TextFile(PATH, HEADER + written), 4) == set(
        re.findall(r'id="(.*?)"', html)
    )
