"""Body of a record: its sections, its links, and what is wrong with its Markdown."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from inspirace.diagnostics import Diagnostic, first_findings
from inspirace.markdown.anchors import heading_anchor
from inspirace.markdown.headings import (
    SECTION_LEVEL,
    Heading,
    check_headings,
    plain_text,
    read_headings,
    section_beginnings,
)
from inspirace.markdown.markup import check_link_forms, check_markup
from inspirace.markdown.raw_html import check_raw_html
from inspirace.markdown.safe_html import render_markdown
from inspirace.markdown.text import MarkdownText, Source, parse_markdown
from inspirace.markdown.tokens import Kind, Token, fold_label, link_definitions
from inspirace.reading.text_file import TextFile

__all__ = ["Body", "Link", "Section", "heading_anchor", "parse_body", "read_links"]
__all__ += ["render_markdown"]


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its heading's text and place, and its Markdown, which stands on its own.

    `text_length` counts the text without markup. `is_heading_wrong` says that the heading is
    written so that it would not be drawn as one, which is a finding of its own.
    """

    title: str
    line: int
    column: int
    last_line: int
    markdown: str
    text_length: int
    is_heading_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image at its first character; `text` is an image's text alternative."""

    target: str
    line: int
    column: int
    is_image: bool
    text: str


@dataclass(frozen=True)
class Body:
    """A parsed body; `is_whole` is false where it was too deep or too large to be read."""

    file: TextFile
    first_line: int
    sections: tuple[Section, ...]
    links: tuple[Link, ...]
    anchors: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    text: MarkdownText = field(repr=False, compare=False)
    is_whole: bool = True


def parse_body(file: TextFile, first_line: int, titles: Collection[str] = ()) -> Body:
    """Return the body of a file, which begins at a line; `titles` are those of the sections."""
    text = parse_markdown(file, first_line)
    headings = tuple(read_headings(text, titles))
    beginnings = tuple(section_beginnings(headings))
    found = chain(
        first_findings(check_headings(text, headings)),
        first_findings(_check_outside(text, beginnings)),
        first_findings(check_raw_html(text)),
        first_findings(check_markup(text)),
        first_findings(check_link_forms(text)),
    )
    return Body(
        file=file,
        first_line=first_line,
        sections=tuple(_sections(text, beginnings)),
        links=tuple(read_links(text)),
        anchors=frozenset([one.anchor for one in headings if one.is_well_written]),
        diagnostics=(*text.diagnostics, *found),
        text=text,
        is_whole=text.is_whole,
    )


def read_links(text: MarkdownText) -> Iterator[Link]:
    """Yield the links and images in the order in which they end; an image may be in a link."""
    opened: list[int] = []
    for position, token in enumerate(text.tokens):
        if token.tag not in ("Link", "Image"):
            continue
        if token.kind is Kind.START:
            opened.append(position)
        else:
            yield _link(text, opened.pop(), position)


def _link(text: MarkdownText, first: int, last: int) -> Link:
    token = text.tokens[first]
    is_image = token.tag == "Image"
    inside = text.tokens[first + 1 : last]
    pieces = (one.text for one in inside if one.kind in (Kind.TEXT, Kind.CODE))
    line, column = text.source.place(token.start)
    return Link(token.text, line, column, is_image, " ".join("".join(pieces).split()))


def _check_outside(text: MarkdownText, beginnings: Sequence[Heading]) -> Iterator[Diagnostic]:
    """All text is in a section."""
    end = beginnings[0].first_token if beginnings else None
    before = (one for one in text.tokens[:end] if one.kind is not Kind.HTML)
    first = next((one for one in before if one.tag != "HtmlBlock"), None)
    if first is not None:
        yield text.source.finding(
            "text-outside-section",
            first.start,
            "Text před prvním nadpisem nepatří do žádného oddílu.",
            "Dejte nad něj nadpis oddílu, třeba: ## Potřeba",
        )
    for heading in beginnings:
        if heading.is_well_written and heading.level > SECTION_LEVEL:
            yield text.source.finding(
                "text-outside-section",
                heading.start,
                f"Podnadpis „{heading.title}“ nepatří do žádného oddílu.",
                f"Je-li to oddíl, dejte křížky jen dva: ## {heading.title}",
            )


def _sections(text: MarkdownText, beginnings: Sequence[Heading]) -> Iterator[Section]:
    ends = [(one.start, one.first_token) for one in beginnings[1:]]
    ends.append((len(text.source.encoded), len(text.tokens)))
    has_labels = any(token.label for token in text.tokens)
    definitions = link_definitions(text.source.text) if has_labels else {}
    for heading, (end, end_token) in zip(beginnings, ends, strict=False):
        tokens = text.tokens[heading.next_token : end_token]
        yield _section(text.source, heading, end, tokens, definitions)


def _section(
    source: Source,
    heading: Heading,
    end: int,
    tokens: Sequence[Token],
    definitions: Mapping[str, str],
) -> Section:
    line, column = source.place(heading.start)
    written = source.encoded[heading.start : end].rstrip()
    # Reference links may be defined in another section; the first definition is valid.
    labels = dict.fromkeys(fold_label(token.label) for token in tokens if token.label)
    used = [definitions[label] for label in labels if label in definitions]
    markdown = source.slice(heading.end, end).strip("\n")
    return Section(
        title=heading.title,
        line=line,
        column=column,
        last_line=source.line(heading.start + len(written)),
        markdown="\n".join((*used, "", markdown)) if used else markdown,
        text_length=len(plain_text(tokens)),
        is_heading_wrong=not heading.is_well_written or heading.level != SECTION_LEVEL,
    )
