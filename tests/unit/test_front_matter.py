"""Front matter: where it begins and ends, its values as written, the place of each."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspirace.diagnostics import Diagnostic, Location
from inspirace.reading.front_matter import (
    MAX_FRONT_MATTER_BYTES,
    FieldPath,
    FrontMatter,
    Position,
    field_name,
    parse_file,
    parse_yaml,
)
from inspirace.reading.text_file import TextFile

CASE = """\
---
title: Čtení 🙂 s pejsky
topics:
  - deti
  - zvirata
sources:
  - title: "Zdroj"
    url: https://www.example.org/
  - {title: Druhý, "url": ''}
small_start:
  what: >
    Jedno odpoledne
    se psem.
---

## Potřeba
"""
SIGNS = "\n\n\n::::---##\"\"''[]{}&*!|>%@`?,„“–\t\N{NO-BREAK SPACE}\N{LINE SEPARATOR}\0🙂 abč"


def make_file(text: str) -> TextFile:
    return TextFile("content/innovations/pripad.md", text)


def front_matter_of(text: str) -> FrontMatter:
    parsed = parse_file(make_file(text))
    assert parsed.front_matter is not None
    return parsed.front_matter


def test_values_are_read_as_written() -> None:
    parsed = parse_file(make_file(CASE))
    assert (parsed.body_line, parsed.diagnostics) == (15, ())
    assert front_matter_of(CASE).values == {
        "title": "Čtení 🙂 s pejsky",
        "topics": ["deti", "zvirata"],
        "sources": [
            {"title": "Zdroj", "url": "https://www.example.org/"},
            {"title": "Druhý", "url": ""},
        ],
        "small_start": {"what": "Jedno odpoledne se psem."},
    }


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        pytest.param(("title",), (2, 1), (2, 8), id="text"),
        pytest.param(("topics",), (3, 1), (4, 3), id="list"),
        pytest.param(("topics", 1), (5, 5), (5, 5), id="item"),
        pytest.param(("sources", 0, "title"), (7, 5), (7, 12), id="quoted"),
        pytest.param(("sources", 1), (9, 5), (9, 5), id="braces"),
        pytest.param(("sources", 1, "url"), (9, 20), (9, 27), id="in-braces"),
        pytest.param(("small_start", "what"), (11, 3), (11, 9), id="folded"),
        pytest.param(("small_start", "steps"), (11, 3), (11, 3), id="missing-below"),
        pytest.param(("sources", 7, "url"), (7, 3), (7, 3), id="missing-item"),
        pytest.param(("summary",), (1, 1), (1, 1), id="missing"),
        pytest.param((), (1, 1), (1, 1), id="whole"),
    ],
)
def test_every_name_and_value_has_its_place(
    path: FieldPath, name: tuple[int, int], value: tuple[int, int]
) -> None:
    front_matter = front_matter_of(CASE)
    assert front_matter.name_position(path) == Position(*name)
    assert front_matter.value_position(path) == Position(*value)


def test_columns_are_counted_in_code_points() -> None:
    front_matter = front_matter_of("---\na: [𝒳🙂, č, x]\n---\n")
    assert [front_matter.value_position(("a", item)).column for item in range(3)] == [5, 9, 12]


def test_a_finding_names_its_field_and_shows_its_line() -> None:
    found = front_matter_of(CASE).finding(
        "bad-address", ("sources", 0, "url"), "Ne.", advice="Ano."
    )
    assert found == Diagnostic(
        "bad-address",
        Location("content/innovations/pripad.md", 8, 10),
        "Ne.",
        "Ano.",
        "sources[0].url",
        "    url: https://www.example.org/",
    )
    at_name = front_matter_of(CASE).finding("unknown-field", ("title",), "Ne.", at_name=True)
    assert at_name.location.column == 1


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param((), "", id="whole"),
        pytest.param(("title",), "title", id="field"),
        pytest.param(("topics", 0), "topics[0]", id="item"),
        pytest.param(("sources", 1, "url"), "sources[1].url", id="field-of-item"),
        pytest.param(("verification", "date"), "verification.date", id="field-of-field"),
    ],
)
def test_a_path_is_named_as_people_write_it(path: FieldPath, name: str) -> None:
    assert field_name(path) == name


@pytest.mark.parametrize(
    ("text", "values", "body_line", "found"),
    [
        pytest.param("---\na: b\n---\ntext", {"a": "b"}, 4, [], id="plain"),
        pytest.param("---\na: b\n---", {"a": "b"}, 4, [], id="no-body"),
        pytest.param("---\n---\ntext", {}, 3, [], id="empty"),
        pytest.param("--- \na: b\n---\t\n", {"a": "b"}, 4, [], id="blanks-behind-marks"),
        pytest.param("---\na: b\n---\nx\n---\n", {"a": "b"}, 4, [], id="rule-in-body"),
        pytest.param("---\na: |\n  ---\n---\n", {"a": "---"}, 5, [], id="indented-mark"),
        pytest.param("\n\n---\na: b\n---\n", {"a": "b"}, 6, [("no-front-matter", 1)], id="late"),
        pytest.param("", None, 1, [("no-front-matter", 1)], id="empty-file"),
        pytest.param("# Nadpis\n\n---\n", None, 1, [("no-front-matter", 1)], id="only-text"),
        pytest.param("—\na: b\n—\n## x", None, 4, [("no-front-matter", 1)], id="dash-for-mark"),
        pytest.param("a: b\n---\n## x", None, 3, [("no-front-matter", 1)], id="no-opening-mark"),
        pytest.param("a: b\n\n## x", None, 3, [("no-front-matter", 1)], id="no-mark"),
        pytest.param(
            "---\na: b\n----\n## x", {"a": "b"}, 4, [("not-closed", 1)], id="four-hyphens"
        ),
        pytest.param("---\na: b\n…\n## x", None, 4, [("not-closed", 1)], id="something-else"),
        pytest.param("---\na: b\n...\n## x", {"a": "b"}, 4, [("not-closed", 1)], id="dots"),
        pytest.param("---\na: b\n\n## x", {"a": "b"}, 4, [("not-closed", 1)], id="heading"),
        pytest.param("---\na: b\n\nText.\n## x", None, 5, [("not-closed", 1)], id="text"),
        pytest.param("---\na: b", {"a": "b"}, 3, [("not-closed", 1)], id="to-the-end"),
    ],
)
def test_front_matter_is_between_the_first_two_marks(
    text: str, values: dict[str, str] | None, body_line: int, found: list[tuple[str, int]]
) -> None:
    parsed = parse_file(make_file(text))
    assert [(one.code, one.location.line) for one in parsed.diagnostics] == found
    assert parsed.body_line == body_line
    assert (parsed.front_matter and parsed.front_matter.values) == values


def test_the_end_that_is_not_one_is_named() -> None:
    (found,) = parse_file(make_file("---\na: b\n–––\n\n## x")).diagnostics
    assert found.message == "Hlavička nemá konec: řádek 3 je „–––“, má to být ---."


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param("a: b: c", ["a"], id="at-colon"),
        pytest.param("a:\n  - b: c\n  - b: „d“", ["a[1].b"], id="at-value"),
        pytest.param("a: b\nc: d\na: e", ["a"], id="at-name"),
        pytest.param("a:\n  b: c\n\td: e\nf: g", ["a.d"], id="before-name"),
        pytest.param("a:\n  – b", ["a"], id="at-list-mark"),
        pytest.param("a: [b, c: d: e]", [""], id="unknown"),
    ],
)
def test_a_fault_names_the_field_where_it_stands(text: str, fields: list[str]) -> None:
    diagnostics = parse_file(make_file(f"---\n{text}\n---\n")).diagnostics
    assert [found.field for found in diagnostics] == fields


def test_what_yaml_reads_otherwise_is_corrected_so_that_the_rest_is_checked() -> None:
    text = "---\na: „b“\nc:\n  – d\n  – e\n---\n"
    front_matter = front_matter_of(text)
    assert front_matter.values == {"a": "b", "c": ["d", "e"]}
    assert front_matter.value_position(("c", 1)) == Position(5, 5)


def test_front_matter_that_is_no_yaml_gives_no_values() -> None:
    parsed = parse_file(make_file("---\na: b: c\n---\n## x\n"))
    assert (parsed.front_matter, parsed.body_line) == (None, 4)


@pytest.mark.parametrize(
    ("size", "codes"),
    [
        pytest.param(MAX_FRONT_MATTER_BYTES, [], id="just-fits"),
        pytest.param(MAX_FRONT_MATTER_BYTES + 1, ["too-large"], id="one-byte-more"),
    ],
)
def test_front_matter_has_a_largest_size(size: int, codes: list[str]) -> None:
    text = "a: " + "č" * ((size - 3) // 2) + "x" * ((size - 3) % 2)
    assert len(text.encode()) == size
    parsed = parse_file(make_file(f"---\n{text}\n---\n## x\n"))
    assert [one.code for one in parsed.diagnostics] == codes
    assert (parsed.front_matter is None, parsed.body_line) == (bool(codes), 4)


def test_a_whole_file_of_yaml_is_read_from_its_first_line() -> None:
    front_matter, found = parse_yaml(make_file("# Obce\nplaces:\n  - {a: b}\n"))
    assert front_matter is not None
    assert (front_matter.values, found) == ({"places": [{"a": "b"}]}, ())
    assert front_matter.value_position(("places", 0, "a")) == Position(3, 9)
    assert front_matter.value_position(()) == Position(1, 1)


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param(unit, id=name)
        for name, unit in {
            "brackets": "[",
            "braces": "{",
            "items": "- ",
            "questions": "? ",
            "quotes": "> ",
            "pairs": "[a: ",
            "names": "a: ",
            "fields": "a:\n",
            "tabs": "\ta\n",
            "unclosed": 'a: "b\n',
            "colons": "a: b: c\n",
            "smart": "a: „b“\n",
            "smart-in-one-line": "„b“, ",
            "wrong-items": "- a\n  - b\n",
            "marks": "– a\n",
            "anchors": "&a ",
            "percent": "%",
            "escapes": 'a: "\\q"\n',
            "comments": "a: b # c\n",
        }.items()
    ],
)
def test_a_hostile_front_matter_is_refused_in_bounded_time(unit: str) -> None:
    text = unit * (MAX_FRONT_MATTER_BYTES // len(unit.encode()))
    before = time.process_time()
    parsed = parse_file(make_file(f"---\n{text}\n---\n"))
    assert parsed.diagnostics != ()
    assert time.process_time() - before < 5  # a tenth of it on an idle machine


@settings(max_examples=300, deadline=None)
@given(text=st.text(alphabet=SIGNS, max_size=60))
def test_no_text_stops_the_reader_and_every_finding_is_within_the_text(text: str) -> None:
    file = make_file(f"---\n{text}\n---\n")
    parsed = parse_file(file)
    for found in parsed.diagnostics:
        assert 1 <= found.location.line <= len(file.lines)
        assert 1 <= found.location.column <= len(found.line_text) + 1
    if parsed.front_matter:
        assert parsed.front_matter.value_position(()) == Position(1, 1)
        assert (
            parsed.front_matter.name_positions.keys() <= parsed.front_matter.value_positions.keys()
        )
