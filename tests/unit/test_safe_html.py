"""Safe HTML: what Markdown becomes, and what never gets through."""

import pytest

from inspirace.markdown.safe_html import render_markdown

NBSP = "&nbsp;"


def resolve(target: str) -> str:
    return f"../../metody/{target.removesuffix('.md')}/" if target.endswith(".md") else target


@pytest.mark.parametrize(
    ("written", "html"),
    [
        pytest.param("ab\ncd\n\nc", "<p>ab cd</p>\n<p>c</p>\n", id="paragraphs"),
        pytest.param(
            "*a* **b** `<c>`",
            "<p><em>a</em> <strong>b</strong> <code>&lt;c&gt;</code></p>\n",
            id="inline",
        ),
        pytest.param("ab  \ncd\\\ne", "<p>ab<br>\ncd<br>\ne</p>\n", id="line-breaks"),
        pytest.param("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n", id="bullets"),
        pytest.param("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n", id="numbers"),
        pytest.param("3. a", '<ol start="3">\n<li>a</li>\n</ol>\n', id="numbers-from-three"),
        pytest.param(
            "- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n", id="loose-list"
        ),
        pytest.param("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n", id="quote"),
        pytest.param("a\n\n---", "<p>a</p>\n<hr>\n", id="rule"),
        pytest.param(
            "### Co & *jak*", '<h3 id="co-jak">Co &amp; <em>jak</em></h3>\n', id="heading"
        ),
        pytest.param("### a\n### a", '<h3 id="a">a</h3>\n<h3 id="a_1">a</h3>\n', id="same-heading"),
        pytest.param(
            "[a](https://b.cz/?c=d&e)",
            '<p><a href="https://b.cz/?c=d&amp;e" rel="external noopener">a</a></p>\n',
            id="link-out",
        ),
        pytest.param("[a](b.md)", '<p><a href="../../metody/b/">a</a></p>\n', id="link-within"),
        pytest.param("[a](mailto:b@c.cz)", '<p><a href="mailto:b@c.cz">a</a></p>\n', id="mail"),
        pytest.param(
            "https://b.cz.",
            '<p><a href="https://b.cz" rel="external noopener">https://b.cz</a>.</p>\n',
            id="bare-address",
        ),
        pytest.param(
            '![a *b* "c"](d.png)',
            '<p><img src="d.png" alt="a b &quot;c&quot;" loading="lazy"></p>\n',
            id="image",
        ),
        pytest.param(
            "![](d.png)", '<p><img src="d.png" alt="" loading="lazy"></p>\n', id="no-alternative"
        ),
        pytest.param(
            "| A | B *k* |\n|---|--:|\n| c | d |",
            '<div class="table-scroll" role="region" tabindex="0" aria-label="Tabulka: A B k">\n'
            '<table>\n<thead>\n<tr><th scope="col">A</th>'
            '<th align="right" scope="col">B <em>k</em></th></tr>\n</thead>\n<tbody>\n'
            '<tr><td>c</td><td align="right">d</td></tr>\n</tbody>\n</table>\n</div>\n',
            id="table",
        ),
        pytest.param("", "", id="nothing"),
    ],
)
def test_markdown_becomes_html(written: str, html: str) -> None:
    assert render_markdown(written, resolve) == html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        pytest.param("k lidem", f"<p>k{NBSP}lidem</p>\n", id="preposition"),
        pytest.param("v\nlese", f"<p>v{NBSP}lese</p>\n", id="over-a-line-end"),
        pytest.param(
            "v *lese* a `b`",
            f"<p>v{NBSP}<em>lese</em> a{NBSP}<code>b</code></p>\n",
            id="before-markup",
        ),
        pytest.param("`k lidem`", "<p><code>k lidem</code></p>\n", id="not-in-code"),
        pytest.param("# k", '<h3 id="k">k</h3>\n', id="nothing-follows"),
    ],
)
def test_one_letter_words_hold_on_to_the_next(written: str, html: str) -> None:
    assert render_markdown(written, resolve) == html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        pytest.param("a<script>b</script>", "<p>ab</p>\n", id="script"),
        pytest.param("<script>\nb\n</script>", "", id="script-block"),
        pytest.param("a <b onclick=c>d</b>", "<p>a d</p>\n", id="handler"),
        pytest.param("[a](javascript:b)", "<p><a>a</a></p>\n", id="javascript"),
        pytest.param("[a](java&#115;cript:b)", "<p><a>a</a></p>\n", id="entity"),
        pytest.param("[a](<java\tscript:b>)", "<p><a>a</a></p>\n", id="tab"),
        pytest.param("[a](data:text/html,b)", "<p><a>a</a></p>\n", id="data"),
        pytest.param("<javascript:a>", "<p><a>javascript:a</a></p>\n", id="autolink"),
        pytest.param("[a](//b.cz)", "<p><a>a</a></p>\n", id="other-host"),
        pytest.param("[a](/\\b.cz)", "<p><a>a</a></p>\n", id="other-host-with-a-backslash"),
        pytest.param("![a](https://b.cz/c.png)", "<p>a</p>\n", id="image-of-another-host"),
        pytest.param(
            "![a](//b.cz/c.png)", '<p><img loading="lazy" alt="a"></p>\n', id="same-scheme"
        ),
        pytest.param('[a](b"onclick=c)', '<p><a href="b&quot;onclick=c">a</a></p>\n', id="quote"),
        pytest.param(
            "![a](b.png 'c')", '<p><img src="b.png" alt="a" loading="lazy"></p>\n', id="title"
        ),
        pytest.param("a[^1] ~~b~~\n\n[^1]: c", "<p>a b</p>\n<p>c</p>\n", id="not-drawn"),
    ],
)
def test_nothing_unsafe_gets_through(written: str, html: str) -> None:
    assert render_markdown(written, resolve) == html


def test_what_is_nested_too_deep_becomes_flat() -> None:
    html = render_markdown("> " * 1_000 + "a", resolve)
    assert (html.count("<blockquote>"), html.count("a")) == (20, 1)
