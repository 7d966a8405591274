"""Sentences as they are written: the running text of a body, paragraph by paragraph, with places.

Headings are no sentences; an item of a list and a cell of a table each stand on their own.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from inspirace.markdown.text import MarkdownText
from inspirace.markdown.tokens import Kind

_BLOCKS = frozenset({"Paragraph", "Item", "List", "TableCell", "BlockQuote", "Heading"})
_TEXTS = frozenset({Kind.TEXT, Kind.CODE})
_BREAKS = frozenset({Kind.SOFT_BREAK, Kind.HARD_BREAK})
_END = re.compile(r"[.!?…][“”\"'’)\]]*\s+(?=[„\"'(\[]?[^\W\d_a-záčďéěíňóřšťúůýž])")
_ABBREVIATIONS = frozenset(
    {"apod", "atd", "cca", "mj", "např", "odst", "resp", "str", "tj", "tzn", "tzv", "ul", "vč"}
)

_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS))
_TAIL = _LONGEST_ABBREVIATION + 2  # with a quotation mark before it, and one sign more


@dataclass(slots=True)
class Paragraph:
    """A running text and where in the source each of its pieces begins, counted in its bytes."""

    text: str = ""
    _pieces: list[str] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def place(self, offset: int) -> int:
        """Return the byte of the source at which the text's character of this offset is."""
        beginnings = [0]
        for piece in self._pieces:
            beginnings.append(beginnings[-1] + len(piece))
        index = bisect_right(beginnings, offset, hi=len(self._pieces)) - 1
        before = self._pieces[index][: offset - beginnings[index]]
        return self._starts[index] + len(before.encode())

    def add(self, piece: str, start: int) -> None:
        """Add a piece of the text, which begins at a byte of the source."""
        self._pieces.append(piece)
        self._starts.append(start)

    def finish(self) -> bool:
        """Put the pieces together; return whether there is any text."""
        self.text = "".join(self._pieces)
        return bool(self.text)


def read_paragraphs(text: MarkdownText) -> Iterator[Paragraph]:
    """Yield the paragraphs, items and cells that have a text."""
    paragraph, in_heading = Paragraph(), False
    for token in text.tokens:
        kind = token.kind
        if kind in _TEXTS:
            paragraph.add(token.text, token.start)
        elif kind in _BREAKS:
            paragraph.add(" ", token.start)
        elif token.tag in _BLOCKS:
            if not in_heading and paragraph.finish():
                yield paragraph
            paragraph, in_heading = Paragraph(), token.tag == "Heading" and kind is Kind.START
    if paragraph.finish():
        yield paragraph


def split_sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a text, each with the offset of its first character."""
    start = 0
    for end in _END.finditer(text):
        if text[end.start()] == "." and _is_abbreviated(
            text[max(start, end.start() - _TAIL) : end.start()]
        ):
            continue
        yield start, text[start : end.end()].rstrip()
        start = end.end()
    if start < len(text):
        yield start, text[start:]


def _is_abbreviated(before: str) -> bool:
    """Return whether the word at the end is short for another, or an initial."""
    last = before[before.rfind(" ") + 1 :]
    if len(last) > _LONGEST_ABBREVIATION + 1:
        return False
    word = last.lstrip('„"(').casefold()
    return len(word) == 1 or word in _ABBREVIATIONS
