"""Properties: whatever a body says, reading it never fails and its HTML is safe."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from inspirace.markdown.body import Body, parse_body
from inspirace.markdown.safe_html import render_markdown
from inspirace.reading.text_file import TextFile
from inspirace.rules.links import LinkIndex, check_links
from inspirace.rules.prose import check_prose, prose_anchors

PATH = "content/innovations/x.md"
INDEX = LinkIndex({PATH: "inovace/x/"}, {PATH: frozenset({"potreba"})})

# Text of any kind, and text made of what means something in Markdown, HTML and addresses.
PIECES = (
    *(
        "# ",
        "## ",
        "### ",
        "##x",
        "\n",
        "\n\n",
        " ",
        "    ",
        "*",
        "**",
        "_",
        "`",
        "```",
        "~~",
        "\\",
    ),
    *("[", "]", "(", ")", "![", "](", "<", ">", "|", "|-|", "---", "- ", "1. ", "> ", "- [ ] "),
    *("[^1]", "[^1]: ", "[a]: ", "[a]", "$", "{#x}", "{.x onclick=y}", "!!! a", "&amp;", "&#106;"),
    *("<b>", "</b>", "<!--", "-->", "<script>", '<a href="', "<a onclick=", "&nGt;", "\t", "\r"),
    *("https://a.cz/(b)", "http://ž.cz", "javascript:a", "//a.cz", "mailto:a@b.cz", "<a@b.cz>"),
    *(
        "x.md#y",
        "#potreba",
        "../a.png",
        "/inovace/x/",
        "C:\\a",
        "č",
        "😀",
        "k ",
        "\N{NO-BREAK SPACE}",
    ),
)
BODIES = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))

PLAIN = ("p", "ul", "li", "blockquote", "hr", "br", "table", "thead", "tbody", "tr", "em", "strong")
ALLOWED: dict[str, set[str]] = {
    **{tag: set() for tag in (*PLAIN, "code")},
    "h3": {"id"},
    "ol": {"start"},
    "a": {"href", "rel"},
    "img": {"src", "alt", "loading"},
    "div": {"class", "role", "tabindex", "aria-label"},
    "th": {"align", "scope"},
    "td": {"align"},
}
# Twenty quotes, lists and emphases, each with a paragraph or an item in it, in a table's cell.
DEEPEST = 50
VOID = {"hr", "br", "img"}


class Tags(HTMLParser):
    """Collects the tags of a text with their attributes, and how deep they are nested."""

    def __init__(self, html: str) -> None:
        """Read the HTML."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.deepest = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag."""
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        self.deepest = max(self.deepest, len(self.open))

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last."""
        assert self.open.pop() == tag


def scheme(address: str) -> str:
    """Return the scheme as a browser reads it: without what it leaves out; „//“ has one too."""
    bare = re.sub(r"[\x00-\x20]", "", address).lower()
    if re.match(r"[/\\]{2}", bare):
        return "//"
    found = re.match(r"([a-z][a-z0-9+.-]*):", bare)
    return found[1] if found else ""


def parse(text: str) -> Body:
    return parse_body(TextFile(PATH, text), 1)


@given(BODIES)
def test_every_place_is_in_the_file(text: str) -> None:
    file, body = TextFile(PATH, text), parse(text)
    found = [*body.diagnostics, *check_links(file, body.links, INDEX), *check_prose(file, 1, INDEX)]
    places = [(one.location.line, one.location.column) for one in found]
    places += [(one.line, one.column) for one in body.sections]
    places += [(one.line, one.column) for one in body.links]
    for line, column in places:
        assert 1 <= line <= len(file.lines)
        assert 1 <= column <= len(file.lines[line - 1]) + 1


@given(BODIES)
def test_images_and_sections_are_where_they_are_said_to_be(text: str) -> None:
    body = parse(text)
    lines = body.file.lines
    assert {lines[one.line - 1][one.column - 1] for one in body.links if one.is_image} <= {"!"}
    assert all(one.line <= one.last_line and lines[one.last_line - 1] for one in body.sections)
    assert [one.line for one in body.sections] == sorted(one.line for one in body.sections)


@given(BODIES)
def test_html_has_only_allowed_tags_attributes_and_addresses(text: str) -> None:
    tags = Tags(render_markdown(text, lambda target: target))
    assert (tags.open, tags.deepest <= DEEPEST) == ([], True)
    for tag, attributes in tags.found:
        assert attributes.keys() <= ALLOWED[tag]
        for address in (attributes.get("href"), attributes.get("src")):
            assert scheme(address or "") in {"", "http", "https", "mailto"}
        # A link whose address was refused keeps nothing that matters.
        is_outside = scheme(attributes.get("href") or "http:") in {"http", "https"}
        assert attributes.get("rel") in ({None, "external noopener"} if is_outside else {None})
        assert scheme(attributes.get("src") or "") == ""


@given(BODIES)
def test_html_is_the_same_each_time(text: str) -> None:
    assert render_markdown(text, str.upper) == render_markdown(text, str.upper)


@given(BODIES)
def test_a_subheading_of_a_section_has_an_anchor_that_links_may_lead_to(text: str) -> None:
    body = parse(f"## Potřeba\n\n{text}")
    if not body.diagnostics:
        html = "".join(render_markdown(one.markdown, str) for one in body.sections)
        assert set(re.findall(r'<h3 id="(.*?)"', html)) <= body.anchors


@given(BODIES)
def test_prose_has_anchors_without_spaces(text: str) -> None:
    assert all(not re.search(r"\s", one) for one in prose_anchors(TextFile(PATH, text), 1))
