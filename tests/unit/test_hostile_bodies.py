"""Hostile bodies: a text made to be slow takes no longer than its length allows."""

from time import process_time

import pytest

from inspirace.markdown.body import parse_body
from inspirace.reading.text_file import TextFile
from inspirace.rules.links import LinkIndex, check_links
from inspirace.rules.prose import check_prose

PATH = "content/innovations/x.md"
INDEX = LinkIndex({PATH: "inovace/x/"}, {PATH: frozenset()})
SIZE = 64 * 1024
# What grows with the square of the length takes ten seconds and more, all else less than one.
SECONDS = 5.0

IN_TEXT = ("{", "[^", "][", "](", "$$", "$_", "<a ", '<a"', "<a style=", "{ #a }", "&", "<!-- ")
IN_LINES = ("## a\n", "### a_1\n\n", "[](a) ", "[a]: b\n", "a|b\n-|-\n", "https://a( ")


@pytest.mark.parametrize("piece", [*IN_TEXT, *IN_LINES])
def test_a_text_made_to_be_slow_is_read_in_time(piece: str) -> None:
    file = TextFile(PATH, piece * (SIZE // len(piece)))
    before = process_time()
    body = parse_body(file, 1)
    list(check_links(file, body.links, INDEX))
    list(check_prose(file, 1, INDEX))
    assert process_time() - before < SECONDS
