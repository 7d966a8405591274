"""A body is only looked at where its signs say that something may be wrong: nothing is missed."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import FIXTURE

from inspirace.markdown.body import Body, parse_body
from inspirace.markdown.text import MarkdownText
from inspirace.reading.text_file import TextFile

PATH = "content/innovations/x.md"
BODIES = [
    path.read_text(encoding="utf-8").rpartition("\n---\n")[2]
    for path in sorted(FIXTURE.glob("content/*/*.md"))
]
# What the quick looks tell apart: a sign, and something that only begins like it.
SIGNS = ["[^1]", "[^1]: x", "[a][b]", "[a] (b.md)", "](x", "[!NOTE]", "[x]", "{#a}", "{a}", "$x^2$"]
SIGNS += [
    "$",
    "==a==",
    "= =",
    "!!! a",
    "!!!",
    "??? a",
    "?",
    "~~a~~",
    "- [ ] a",
    "<b>",
    "<!-- a -->",
]
SIGNS += [
    "    a",
    "```\na\n```",
    "\\[",
    "&#91;",
    "&#36;",
    "+--+\n|a|\n+==+",
    "+ a",
    "##a",
    "https://a.cz/[b]",
]
NESTED = [
    "> " * 20,
    "> " * 21,
    ">" * 21,
    "- " * 21,
    "1. " * 11,
    "[" * 50,
    "[" * 51,
    "-" * 60,
    " " * 60,
]
BREAKS = [
    "\n",
    "\n\n",
    "\n\n## Potřeba\n\n",
    "\n### A\n",
    " ",
    "  ",
    "\N{NO-BREAK SPACE}",
    "\t",
    "č",
]
PIECES = st.sampled_from([*SIGNS, *NESTED, *BREAKS])


class Everything(frozenset[str]):
    """Contents in which every kind of token may be."""

    def __contains__(self, _: object) -> bool:
        """Return that it is there."""
        return True

    def isdisjoint(self, _: Iterable[object]) -> bool:
        """Return that something of it is there."""
        return False


@st.composite
def damaged_bodies(draw: st.DrawFn) -> str:
    """Return the body of a record with a few pieces put in."""
    text = draw(st.sampled_from(BODIES))
    for piece in draw(st.lists(PIECES, max_size=4)):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + piece + text[place:]
    return text


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=12).map("".join), damaged_bodies()))
def test_a_closer_look_at_every_body_finds_the_same(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("inspirace.markdown.text._MANY_SIGNS", b"")
        patch.setattr("inspirace.markdown.markup._is_suspicious", lambda _: True)
        patch.setattr(MarkdownText, "contents", Everything())
        closer = parse(text)
    assert parse(text) == closer


@settings(deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=12).map("".join), damaged_bodies()))
def test_a_title_has_single_spaces_only(text: str) -> None:
    titles = [section.title for section in parse(text).sections]
    assert titles == [" ".join(title.split()) for title in titles]


def test_only_the_space_is_white_and_printable() -> None:
    signs = map(chr, range(0x110000))
    assert [sign for sign in signs if sign.isspace() and sign.isprintable()] == [" "]


def parse(text: str) -> Body:
    return parse_body(TextFile(PATH, text), 1)
