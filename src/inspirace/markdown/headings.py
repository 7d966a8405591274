"""Headings of a Markdown text, and what is wrong with the way they are written."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from unicodedata import normalize

from inspirace.diagnostics import Diagnostic
from inspirace.markdown.anchors import heading_anchor
from inspirace.markdown.text import MarkdownText, Source
from inspirace.markdown.tokens import Kind, Token
from inspirace.sentences import sentence

SECTION_LEVEL = 2
SUBHEADING_LEVEL = 3
_LEVELS = (SECTION_LEVEL, SUBHEADING_LEVEL)
_LONGEST_TITLE = 60
_MOST_AROUND_TITLE = 8  # bytes: „***“ on both sides, a colon, a line's end

_CONTAINERS = frozenset({"BlockQuote", "List", "FootnoteDefinition"})
_LEADING_TO_HEADINGS = _CONTAINERS | {"Heading", "Paragraph"}
_BLOCKS = frozenset({"Paragraph", "Item", "Heading", "TableCell", "CodeBlock"})
_BREAKS = frozenset({Kind.SOFT_BREAK, Kind.HARD_BREAK})
_TEXTS = frozenset({Kind.TEXT, Kind.CODE})
_JOINED = re.compile(r"(#{1,6})([^\s#][^\n]*)")


class Form(Enum):
    """How a heading is written: „## Potřeba“, underlined, or by mistake „##Potřeba“, „**Potřeba**“.

    A paragraph is a heading only where it says no more than the title of a section.
    """

    MARKED = auto()
    UNDERLINED = auto()
    JOINED = auto()
    PARAGRAPH = auto()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its bytes in the source, its first token and the first one after it."""

    title: str
    anchor: str
    level: int
    form: Form
    is_nested: bool
    start: int
    end: int
    first_token: int
    next_token: int

    @property
    def is_hashtag(self) -> bool:
        """Return whether it is a text such as #knihovna, a heading for some parsers only."""
        return self.form is Form.JOINED and self.level < SECTION_LEVEL

    @property
    def is_well_written(self) -> bool:
        """Return whether it is a heading that the catalogue draws."""
        is_drawn = self.level in _LEVELS and bool(self.anchor)
        return is_drawn and not self.is_nested and self.form is Form.MARKED

    @property
    def begins_section(self) -> bool:
        """Return whether a section begins here, or was probably meant to."""
        # A long line over --- is a paragraph.
        is_paragraph = self.form is Form.UNDERLINED and len(self.title) > _LONGEST_TITLE
        is_shallow = self.level <= SECTION_LEVEL and not self.is_nested
        return is_shallow and bool(self.title) and not (is_paragraph or self.is_hashtag)


def read_headings(text: MarkdownText, titles: Collection[str] = ()) -> Iterator[Heading]:
    """Yield the headings in their order, those with a mistake too; `titles` are the sections'."""
    nesting, encoded = 0, text.source.encoded
    longest = max((len(title.encode()) for title in titles), default=-_MOST_AROUND_TITLE)
    longest += _MOST_AROUND_TITLE
    for position, token in enumerate(text.tokens):
        if token.tag not in _LEADING_TO_HEADINGS:
            continue
        if token.tag in _CONTAINERS:
            nesting += 1 if token.kind is Kind.START else -1
        elif token.kind is Kind.START and token.tag == "Heading":
            yield _heading(text, position, is_nested=nesting > 0)
        elif token.kind is Kind.START and not nesting:
            if encoded.startswith(b"#", token.start):
                yield from _joined_heading(text.source, position, token)
            elif token.end - token.start <= longest:
                yield from _heading_in_paragraph(text, position, titles)


def section_beginnings(headings: Sequence[Heading]) -> Iterator[Heading]:
    """Yield the headings that begin a section, and before the first those perhaps meant to."""
    is_begun = False
    for heading in headings:
        is_begun = is_begun or heading.begins_section
        is_meant = not is_begun and heading.form is Form.MARKED and not heading.is_nested
        if heading.begins_section or (is_meant and heading.title):
            yield heading


def check_headings(text: MarkdownText, headings: Iterable[Heading]) -> Iterator[Diagnostic]:
    """A heading stands on its own line, begins with ## or ###, and no anchor is there twice."""
    are_sections: dict[str, bool] = {}
    for heading in headings:
        if heading.is_hashtag:
            continue
        fault = None if heading.is_well_written else _fault(heading)
        is_section = heading.level == SECTION_LEVEL
        if fault is not None:
            yield text.source.finding("unsupported-markup", heading.start, *fault)
        elif heading.anchor in are_sections and not (is_section and are_sections[heading.anchor]):
            # Whether a section is there twice, the rule about sections says.
            yield text.source.finding(
                "repeated-section",
                heading.start,
                f"Nadpis „{heading.title}“ už v textu je.",
                "Pojmenujte každý jinak, aby se na něj dalo odkázat.",
            )
        are_sections.setdefault(heading.anchor, is_section)


def plain_text(tokens: Iterable[Token]) -> str:
    """Return the text without markup, composed, with single spaces; an image is no text."""
    pieces = [" "]
    images = 0
    for token in tokens:
        if token.kind in _TEXTS:
            if not images:
                pieces.append(token.text)
        elif token.tag == "Image":
            images += 1 if token.kind is Kind.START else -1
        elif pieces[-1] != " " and (token.tag in _BLOCKS or token.kind in _BREAKS):
            pieces.append(" ")
    text = normalize("NFC", "".join(pieces))
    if text.isprintable() and "  " not in text:
        return text.strip(" ")  # as nearly all texts: there is no other white space to be split at
    return " ".join(text.split())


def _heading(text: MarkdownText, position: int, *, is_nested: bool) -> Heading:
    token, tokens = text.tokens[position], text.tokens
    rest = range(position + 1, len(tokens))
    after = next((number for number in rest if tokens[number].tag == "Heading"), len(tokens))
    is_marked = text.source.encoded.startswith(b"#", token.start)
    title = plain_text(tokens[position + 1 : after])
    return Heading(
        title=title,
        anchor=heading_anchor(title),
        level=token.number,
        form=Form.MARKED if is_marked else Form.UNDERLINED,
        is_nested=is_nested,
        start=token.start,
        end=token.end,
        first_token=position,
        next_token=after + 1,
    )


def _joined_heading(source: Source, position: int, paragraph: Token) -> Iterator[Heading]:
    line, _, _ = source.slice(paragraph.start, paragraph.end).partition("\n")
    match = _JOINED.match(line)
    if match:
        title = " ".join(match[2].strip(" \t\xa0#").split())
        yield Heading(
            title=title,
            anchor=heading_anchor(title),
            level=len(match[1]),
            form=Form.JOINED,
            is_nested=False,
            start=paragraph.start,
            end=paragraph.start + len(line.encode()),
            first_token=position,
            next_token=position + 1,
        )


def _heading_in_paragraph(
    text: MarkdownText, position: int, titles: Collection[str]
) -> Iterator[Heading]:
    token, tokens = text.tokens[position], text.tokens
    rest = range(position + 1, len(tokens))
    after = next(number for number in rest if tokens[number].tag == "Paragraph")
    title = plain_text(tokens[position + 1 : after]).rstrip(" :.")
    if title in titles:
        yield Heading(
            title=title,
            anchor=heading_anchor(title),
            level=SECTION_LEVEL,
            form=Form.PARAGRAPH,
            is_nested=False,
            start=token.start,
            end=token.end,
            first_token=position,
            next_token=after + 1,
        )


def _fault(heading: Heading) -> tuple[str, str] | None:
    """Return what is wrong with the heading and what to do, None where it is well written."""
    mark = "#" * min(max(heading.level, SECTION_LEVEL), SUBHEADING_LEVEL)
    for is_wrong, message, advice in _FAULTS:
        if is_wrong(heading):
            return message, advice.format(f"{mark} {heading.title}")
    return None


# The first that is true is told.
_FAULTS: tuple[tuple[Callable[[Heading], bool], str, str], ...] = (
    (
        lambda heading: not heading.anchor,
        "V nadpisu není žádné písmeno latinky ani číslice.",
        "Doplňte ho, nebo řádek s křížky smažte.",
    ),
    (
        lambda heading: heading.form is Form.JOINED,
        sentence("heading-joined"),
        "Napište: {}",
    ),
    (
        lambda heading: heading.form is Form.PARAGRAPH,
        "Název oddílu tu není napsaný jako nadpis.",
        "Napište: {}",
    ),
    (
        lambda heading: heading.is_nested,
        "Nadpis je uvnitř citace nebo seznamu.",
        "Dejte ho na samostatný řádek, před ním nesmí být > ani odrážka.",
    ),
    (
        lambda heading: heading.form is Form.UNDERLINED,
        sentence("heading-underlined"),
        "Dejte nad čáru prázdný řádek. Je-li to nadpis, čáru smažte a napište: {}",
    ),
    (
        lambda heading: heading.level < SECTION_LEVEL,
        sentence("heading-of-page"),
        "Není-li to oddíl, řádek smažte. Je-li to oddíl, napište: {}",
    ),
    (
        lambda heading: heading.level > SUBHEADING_LEVEL,
        sentence("heading-too-low"),
        "Oddíl má dva, podnadpis tři: {}",
    ),
)
