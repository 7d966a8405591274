"""The Markdown of a file: bounded, read into tokens, each with its place in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, islice

from inspirace.diagnostics import Diagnostic
from inspirace.markdown.tokens import MOST_NESTED, Kind, Token, read_tokens
from inspirace.reading.text_file import TextFile

MOST_IN_A_ROW = 50
MOST_TOKENS = 50_000

# A byte that only continues a character, and how many bytes are counted at once.
_CONTINUATION = bytes(range(0x80, 0xC0))
_BLOCK = 1024

# What is counted on the text, before any parser; possessive, so that it never goes back. Both
# patterns need so many of these signs one after another, which is seen faster than they are tried.
_SIGNS = b"![>*+-.)0123456789 \t"
_SIGNS_AS_ONE = bytes(sign if sign not in _SIGNS else _SIGNS[0] for sign in range(256))
_MANY_SIGNS = _SIGNS[:1] * (MOST_NESTED + 1)
_LIST_MARK = r"[-+*](?=[ \t])|[0-9]{1,9}[.)](?=[ \t])"
_NESTED = re.compile(rf"^(?:[ \t]*+(?:>|{_LIST_MARK})){{{MOST_NESTED + 1},}}+", re.MULTILINE)
_IN_A_ROW = re.compile(rf"(?:(?:!?\[|[>*]|{_LIST_MARK})[ \t]*+){{{MOST_IN_A_ROW + 1},}}+")
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
        before = self.first_line - 1
        return "".join(self.file.text.split("\n", before)[before:])

    @cached_property
    def encoded(self) -> bytes:
        """Return the Markdown as UTF-8: tokens count its bytes."""
        return self.text.encode()

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *[end.end() for end in re.finditer(b"\n", self.encoded)])

    @cached_property
    def _characters(self) -> tuple[int, ...]:
        """Return how many characters are before each block of bytes."""
        starts = range(0, len(self.encoded), _BLOCK)
        blocks = (self.encoded[start : start + _BLOCK] for start in starts)
        return tuple(accumulate(map(_count_characters, blocks), initial=0))

    def _characters_before(self, offset: int) -> int:
        block = offset // _BLOCK
        return self._characters[block] + _count_characters(self.encoded[block * _BLOCK : offset])

    def _characters_between(self, start: int, end: int) -> int:
        if end - start <= _BLOCK:
            return _count_characters(self.encoded[start:end])
        return self._characters_before(end) - self._characters_before(start)

    def slice(self, start: int, end: int) -> str:
        """Return the text between two bytes."""
        return self.encoded[start:end].decode()

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column in the file of a byte, both from 1."""
        line = self.line(offset)
        start = self._line_starts[line - self.first_line]
        return line, self._characters_between(start, offset) + 1

    def line(self, offset: int) -> int:
        """Return the line in the file of a byte, from 1."""
        return self.first_line + bisect_right(self._line_starts, offset) - 1

    def finding(self, code: str, offset: int, message: str, advice: str) -> Diagnostic:
        """Return a diagnostic at the first byte from the offset on that is no space."""
        while self.encoded.startswith((b" ", b"\t"), offset):
            offset += 1
        return self.file.finding(code, *self.place(offset), message, advice=advice)


def _count_characters(encoded: bytes) -> int:
    return len(encoded.translate(None, _CONTINUATION))


@dataclass(frozen=True)
class MarkdownText:
    """A text read into tokens; `is_whole` is false where reading had to stop.

    Most texts are plain: what its contents show not to be there, no check has to look for.
    """

    source: Source
    tokens: tuple[Token, ...]
    diagnostics: tuple[Diagnostic, ...]
    is_whole: bool = True

    @cached_property
    def contents(self) -> frozenset[str]:
        """Return the kinds of all tokens, and instead of starts and ends the tags."""
        return frozenset([token.tag or token.kind for token in self.tokens])

    @cached_property
    def texts(self) -> str:
        """Return its texts one after another, code included."""
        wanted = Kind.TEXT
        return "".join([token.text for token in self.tokens if token.kind is wanted])


def parse_markdown(file: TextFile, first_line: int) -> MarkdownText:
    """Return the tokens of a file from a line on; none where nesting is beyond bounds."""
    source = Source(file, first_line)
    nested = _find_nesting(source)
    if nested is not None:
        return MarkdownText(source, (), (nested,), is_whole=False)
    tokens = tuple(islice(read_tokens(source.text), MOST_TOKENS + 1))
    text = MarkdownText(source, tokens, (), is_whole=len(tokens) <= MOST_TOKENS)
    if text.is_whole and Kind.TOO_DEEP not in text.contents:
        return text
    return replace(text, diagnostics=tuple(_check_bounds(text)))


def _find_nesting(source: Source) -> Diagnostic | None:
    if _MANY_SIGNS not in source.encoded.translate(_SIGNS_AS_ONE):
        return None
    for match in _NESTED.finditer(source.text):
        line_start = source.text.rfind("\n", 0, match.start()) + 1
        if not _THEMATIC_BREAK.match(source.text, line_start):
            message = f"Citace a seznamy jsou na řádku vnořené víc než {MOST_NESTED}krát."
            return _at(source, match, message)
    in_a_row = _IN_A_ROW.search(source.text)
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


def _check_bounds(text: MarkdownText) -> Iterator[Diagnostic]:
    for token in text.tokens:
        if token.kind is Kind.TOO_DEEP:
            message = f"Citace, seznamy a zvýraznění jsou tu vnořené víc než {MOST_NESTED}krát."
            yield text.source.finding("too-deep", token.start, message, _FLATTEN)
    if not text.is_whole:
        yield text.source.finding(
            "too-large",
            text.tokens[-1].start,
            "V textu je příliš mnoho značek, odtud dál ho kontrola nečetla.",
            "Zkraťte text, nebo ho rozdělte.",
        )
