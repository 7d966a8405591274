"""Hostile bodies: a text made to be slow takes no longer than its length allows."""

from time import process_time

import pytest

from inspirace.body import parse_body
from inspirace.rules.links import LinkIndex, check_links
from inspirace.rules.prose import check_prose, prose_anchors
from inspirace.safe_html import render_markdown
from inspirace.text_file import TextFile

PATH = "content/innovations/x.md"
INDEX = LinkIndex({PATH: "inovace/x/"}, {PATH: frozenset()})
SIZE = 64 * 1024
# What grows with the square of the length takes ten seconds and more.
SECONDS = 2.0


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "{",
            "{{",
            "[^",
            "][",
            "](",
            "] (",
            "$$",
            "$_",
            "==a",
            "<a ",
            '<a"',
            "<a style=",
            "{ #a }",
        ),
        *("# a\n", "## a\n", "### a_1\n\n", "a\n---\n", "##a\n\n", "*a ", "[](a) ", "[a]: b\n"),
        *(
            "<b>",
            "<!-- ",
            "<pre>\n",
            "```\n",
            "- a\n\n",
            "a|b\n-|-\n",
            "https://a( ",
            "&",
            "č[a](b) ",
        ),
    ],
)
def test_a_text_made_to_be_slow_is_read_in_time(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    file = TextFile(PATH, text)
    before = process_time()
    body = parse_body(file, 1)
    list(check_links(file, body.links, INDEX))
    list(check_prose(file, 1, INDEX))
    prose_anchors(file, 1)
    render_markdown(text, str)
    assert process_time() - before < SECONDS
