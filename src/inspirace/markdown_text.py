"""The Markdown of a file: bounded, read into tokens, each with its place in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice

from inspirace.diagnostics import Diagnostic
from inspirace.markdown import MOST_NESTED, Kind, Token, read_tokens
from inspirace.text_file import TextFile

MOST_IN_A_ROW = 50
MOST_TOKENS = 50_000

# A byte that only continues a character, and how many bytes are counted at once.
_CONTINUATION = bytes(range(0x80, 0xC0))
_BLOCK = 1024

# What is counted on the text, before any parser; possessive, so that it never goes back.
_LIST_MARK = r"[-+*](?=[ \t])|[0-9]{1,9}[.)](?=[ \t])"
_NESTED = re.compile(rf"^(?:[ \t]*+(?:>|{_LIST_MARK})){{{MOST_NESTED + 1},}}+", re.MULTILINE)
_IN_A_ROW = re.compile(rf"(?:(?:!?\[|[>*]|{_LIST_MARK})[ \t]*+){{{MOST_IN_A_ROW + 1},}}+")
_MANY_MARKS = re.compile(rf"[!\[>*+\-0-9][!\[>*+\-0-9.) \t]{{{MOST_IN_A_ROW}}}")
_THEMATIC_BREAK = re.compile(r"[ \t]*+(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+)$", re.MULTILINE)

_FLATTEN = "Smažte tu přebytečné znaky; víc než dvě úrovně se čtou špatně."


@dataclass(frozen=True)
class Source:
    """Markdown of a file from a line on, and the place in the file of each of its bytes."""

    file: TextFile
    first_line: int

    @cached_property
    def text(self) -> str:
        """Return the Markdown."""
        return "\n".join(self.file.lines[self.first_line - 1 :])

    @cached_property
    def encoded(self) -> bytes:
        """Return the Markdown as UTF-8: tokens count its bytes."""
        return self.text.encode()

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(end.end() for end in re.finditer(b"\n", self.encoded)))

    @cached_property
    def _characters(self) -> tuple[int, ...]:
        """Return how many characters are before each block of bytes."""
        starts = range(0, len(self.encoded), _BLOCK)
        blocks = (self.encoded[start : start + _BLOCK] for start in starts)
        return tuple(accumulate(map(_count_characters, blocks), initial=0))

    def _characters_before(self, offset: int) -> int:
        block = offset // _BLOCK
        return self._characters[block] + _count_characters(self.encoded[block * _BLOCK : offset])

    def slice(self, start: int, end: int) -> str:
        """Return the text between two bytes."""
        return self.encoded[start:end].decode()

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column in the file of a byte, both from 1."""
        line = bisect_right(self._line_starts, offset)
        start = self._line_starts[line - 1]
        column = self._characters_before(offset) - self._characters_before(start) + 1
        return self.first_line + line - 1, column

    def finding(self, code: str, offset: int, message: str, advice: str) -> Diagnostic:
        """Return a diagnostic at the first byte from the offset on that is no space."""
        while self.encoded.startswith((b" ", b"\t"), offset):
            offset += 1
        return self.file.finding(code, *self.place(offset), message, advice=advice)


def _count_characters(encoded: bytes) -> int:
    return len(encoded.translate(None, _CONTINUATION))


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """A text read into tokens; `is_whole` is false where reading had to stop."""

    source: Source
    tokens: tuple[Token, ...]
    diagnostics: tuple[Diagnostic, ...]
    is_whole: bool = True


def parse_markdown(file: TextFile, first_line: int) -> MarkdownText:
    """Return the tokens of a file from a line on; none where nesting is beyond bounds."""
    source = Source(file, first_line)
    nested = _find_nesting(source)
    if nested is not None:
        return MarkdownText(source, (), (nested,), is_whole=False)
    tokens = tuple(islice(read_tokens(source.text), MOST_TOKENS + 1))
    is_whole = len(tokens) <= MOST_TOKENS
    return MarkdownText(source, tokens, tuple(_check_bounds(source, tokens)), is_whole)


def _find_nesting(source: Source) -> Diagnostic | None:
    for match in _NESTED.finditer(source.text):
        line_start = source.text.rfind("\n", 0, match.start()) + 1
        if not _THEMATIC_BREAK.match(source.text, line_start):
            message = f"Citace a seznamy jsou na řádku vnořené víc než {MOST_NESTED}krát."
            return _at(source, match, message)
    # The first of the two is quick, the second is right.
    in_a_row = _MANY_MARKS.search(source.text) and _IN_A_ROW.search(source.text)
    if in_a_row is None:
        return None
    message = f"Je tu víc než {MOST_IN_A_ROW} znaků [, >, * nebo odrážek za sebou."
    return _at(source, in_a_row, message)


def _at(source: Source, match: re.Match[str], message: str) -> Diagnostic:
    first = match.start() + len(match[0]) - len(match[0].lstrip(" \t"))
    line = source.text.count("\n", 0, first)
    column = first - source.text.rfind("\n", 0, first)
    return source.file.finding(
        "too-deep", source.first_line + line, column, message, advice=_FLATTEN
    )


def _check_bounds(source: Source, tokens: tuple[Token, ...]) -> Iterator[Diagnostic]:
    for token in tokens:
        if token.kind is Kind.TOO_DEEP:
            message = f"Citace, seznamy a zvýraznění jsou tu vnořené víc než {MOST_NESTED}krát."
            yield source.finding("too-deep", token.start, message, _FLATTEN)
    if len(tokens) > MOST_TOKENS:
        yield source.finding(
            "too-large",
            tokens[-1].start,
            "V textu je příliš mnoho značek, odtud dál ho kontrola nečetla.",
            "Zkraťte text, nebo ho rozdělte.",
        )
