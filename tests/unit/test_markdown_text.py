"""Markdown text: where a byte is in the file, and how much of a text is read."""

import pytest

from inspirace.markdown.text import MOST_TOKENS, Source, parse_markdown
from inspirace.markdown.tokens import Kind
from inspirace.reading.text_file import TextFile

Place = tuple[int, int]

HEADER = "---\ntitle: x\n---\n"
LINE = "Žluťoučký 😀 kůň, 5\N{NO-BREAK SPACE}kB"


def make_file(body: str) -> TextFile:
    return TextFile("content/innovations/x.md", HEADER + body)


def test_a_byte_is_at_its_line_and_character() -> None:
    source = Source(make_file(f"{LINE}\n\n{LINE}"), first_line=4)
    places = [source.place(len(source.text[:count].encode())) for count in range(len(source.text))]
    in_a_line = list(range(1, len(LINE) + 2))
    assert places == [
        *((4, column) for column in in_a_line),
        (5, 1),
        *((6, column) for column in in_a_line[:-1]),
    ]


def test_a_place_far_in_a_long_line_is_right() -> None:
    source = Source(make_file(f"č\n{'ř' * 5_000}x"), first_line=4)
    assert source.place(source.encoded.index(b"x")) == (5, 5_001)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        pytest.param("> " * 200_000, (4, 1), id="quotes"),
        pytest.param(">" * 200_000, (4, 1), id="quotes-without-spaces"),
        pytest.param("- " * 200_000, (4, 1), id="bullets"),
        pytest.param("1. " * 80_000, (4, 1), id="numbers"),
        pytest.param("text\n\n  " + "> - " * 60_000, (6, 3), id="mixed-further-on"),
        pytest.param("[" * 200_000, (4, 1), id="brackets"),
        pytest.param("žluť " + "![" * 100_000, (4, 6), id="images-inside-a-line"),
        pytest.param("*" * 200_000, (4, 1), id="asterisks"),
        pytest.param("> " * 21 + "a", (4, 1), id="just-too-many-quotes"),
        pytest.param(">" * 21 + "a", (4, 1), id="as-few-signs-as-can-be"),
        pytest.param("a" + "[" * 51, (4, 2), id="just-too-many-brackets"),
    ],
)
def test_nesting_beyond_bounds_is_not_even_parsed(body: str, place: Place) -> None:
    text = parse_markdown(make_file(body), 4)
    found = [(one.code, one.location.line, one.location.column) for one in text.diagnostics]
    assert (found, text.tokens, text.is_whole) == ([("too-deep", *place)], (), False)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        pytest.param("".join(f"{' ' * 2 * n}- a\n" for n in range(30)), (24, 41), id="indented"),
        pytest.param("".join("*a **a " for _ in range(12)) + "a** a*" * 12, (4, 71), id="emphasis"),
    ],
)
def test_deep_nesting_that_only_the_parser_sees_is_told_once(body: str, place: Place) -> None:
    text = parse_markdown(make_file(body), 4)
    found = [(one.code, one.location.line, one.location.column) for one in text.diagnostics]
    assert (found, text.is_whole) == ([("too-deep", *place)], True)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("> " * 20 + "a", id="twenty-quotes"),
        pytest.param("[" * 50, id="fifty-brackets"),
        pytest.param("- " * 30, id="thematic-break-of-spaced-dashes"),
        pytest.param("-" * 10_000, id="thematic-break"),
        pytest.param("|" + "-" * 200 + "|", id="row-of-a-table"),
        pytest.param("2018 2019 2020 " * 10, id="numbers-in-a-text"),
    ],
)
def test_what_people_write_is_within_bounds(body: str) -> None:
    assert parse_markdown(make_file(body), 4).diagnostics == ()


def test_endless_markup_is_read_to_a_limit() -> None:
    text = parse_markdown(make_file("*a* " * 60_000), 4)
    [found] = text.diagnostics
    assert (found.code, len(text.tokens), text.is_whole) == ("too-large", MOST_TOKENS + 1, False)


def test_markup_beyond_the_deepest_keeps_its_text() -> None:
    body = "".join(f"{' ' * 2 * n}- a{n}\n" for n in range(30))
    tokens = parse_markdown(make_file(body), 4).tokens
    lists = [one for one in tokens if one.tag == "List" and one.kind is Kind.START]
    texts = [one.text for one in tokens if one.kind is Kind.TEXT]
    assert (len(lists), texts) == (20, [f"a{n}" for n in range(30)])
