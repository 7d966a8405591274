"""Plain YAML: what is read row by row is what the parser reads, and no check finds it odd."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import FIXTURE

from inspirace.reading.bounds import find_bounds
from inspirace.reading.text_file import TextFile
from inspirace.reading.yaml_text.check import CheckedYaml, check_yaml
from inspirace.reading.yaml_text.plain import read_plain

RECORDS = sorted(FIXTURE.glob("content/*/*.md"))

PLAIN = [
    pytest.param("a: b\nc_d: 1.10", {"a": "b", "c_d": "1.10"}, id="texts"),
    pytest.param("a: Žízeň, 5 % [x] {y} 'z'", {"a": "Žízeň, 5 % [x] {y} 'z'"}, id="signs-inside"),
    pytest.param("a: 10:30 https://b.cz/#c", {"a": "10:30 https://b.cz/#c"}, id="colons-inside"),
    pytest.param('a: "„b“: c"\nd: \'e "f"\'', {"a": "„b“: c", "d": 'e "f"'}, id="quotes"),
    pytest.param("a: ''\nb: \"\"\nc:\nd: ", dict.fromkeys("abcd", ""), id="empty-values"),
    pytest.param("a:\n- b\n- c\nd: e", {"a": ["b", "c"], "d": "e"}, id="list-at-the-same-column"),
    pytest.param("a:\n  - b\n  - c\nd: e", {"a": ["b", "c"], "d": "e"}, id="list-further-in"),
    pytest.param("a:\n  b: c\n  d:\n    e: f", {"a": {"b": "c", "d": {"e": "f"}}}, id="fields"),
    pytest.param(
        "a:\n- b: c\n  d:\n  - e\n- b: f\ng: h",
        {"a": [{"b": "c", "d": ["e"]}, {"b": "f"}], "g": "h"},
        id="list-of-fields-with-a-list",
    ),
    pytest.param("a:\n- b:\n- c:\n    d: e", {"a": [{"b": ""}, {"c": {"d": "e"}}]}, id="item-open"),
    pytest.param("a: [b, c-2]", {"a": ["b", "c-2"]}, id="words-in-brackets"),
    pytest.param("# x\n\na:\n# y: z\n\n  b: c\n  \n", {"a": {"b": "c"}}, id="remarks-and-blanks"),
    pytest.param(f"a: {'b ' * 5_000}c", {"a": f"{'b ' * 5_000}c"}, id="long-text"),
]

NOT_PLAIN = [
    pytest.param("", id="nothing"),
    pytest.param("- a", id="list-only"),
    pytest.param("  a: b", id="indented-whole"),
    pytest.param("a: b: c", id="colon"),
    pytest.param("a: b:", id="colon-last"),
    pytest.param("a: b:\N{NO-BREAK SPACE}c", id="colon-and-odd-space"),
    pytest.param("a: b # c", id="remark-behind-a-value"),
    pytest.param("a: b\na: c", id="repeated-name"),
    pytest.param("a: b\n  c", id="text-goes-on"),
    pytest.param("a:\n- b\n  - c", id="item-goes-on"),
    pytest.param("a: b\n- c", id="item-below-a-value"),
    pytest.param("a: b\n  c: d", id="field-below-a-value"),
    pytest.param("a:\n    b: c\n  d: e", id="wrong-indent"),
    pytest.param("a:\n- - b", id="list-in-a-list"),
    pytest.param("a:\n- Kniha: b", id="item-with-a-colon"),
    pytest.param("a: |\n  b", id="block-of-text"),
    pytest.param('a: "b\n  c"', id="quoted-text-goes-on"),
    pytest.param('a: "b\\n"', id="escape"),
    pytest.param("a: 'b''c'", id="apostrophe-inside"),
    pytest.param('a: "b" c', id="text-behind-quotes"),
    pytest.param('a: b"', id="quote-only-at-the-end"),
    pytest.param("a: [b, [c]]", id="brackets-inside"),
    pytest.param("a: [b", id="bracket-open"),
    pytest.param("a: {b: c}", id="braces"),
    pytest.param("a: &b c", id="anchor"),
    pytest.param("a: *b", id="alias"),
    pytest.param("a: !!str b", id="tag"),
    pytest.param("<<: a", id="merge"),
    pytest.param("? a\n: b", id="question-mark"),
    pytest.param("a:\tb", id="tab"),
    pytest.param("a: „b“", id="czech-quotes-around"),
    pytest.param("a: –b", id="dash-first"),
    pytest.param("a: b\x85c", id="other-line-end"),
    pytest.param("Název: b", id="name-in-czech"),
    pytest.param("---\na: b", id="document"),
    pytest.param("\n".join(f"{' ' * n}a:" for n in range(60)), id="deep"),
]


@pytest.mark.parametrize(("text", "values"), PLAIN)
def test_plain_text_is_read_as_the_parser_reads_it(text: str, values: dict[str, object]) -> None:
    assert (read_plain(text), values_of(text)) == (values, values)


@pytest.mark.parametrize("text", NOT_PLAIN)
def test_other_text_is_left_to_the_parser(text: str) -> None:
    assert read_plain(text) is None


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_as_people_write_it_is_plain(path: Path) -> None:
    text = find_bounds(TextFile(path.name, path.read_text(encoding="utf-8"))).text or ""
    assert read_plain(text) == values_of(text)


INDENTS = st.sampled_from(["", "", "", "  ", "  ", "    ", " "])
MARKS = st.sampled_from(["", "", "", "- ", "- ", "-", "- - "])
NAMES = st.sampled_from(["", "a: ", "b: ", "c:", "d:", "x-e: ", "$f: ", "Název: ", "'g': ", "h :"])
TEXTS = ["", "", "b", "Kniha a čaj", "10:30", "http://a.cz/#b", "[a, b]", "[1]", "'b c'", '"„b“"']
ODD = [
    "b: c",
    "b:",
    "b #c",
    "# b",
    "'",
    '"b',
    "b'",
    'b"',
    "&a",
    "*a",
    "!b",
    "„b“",
    "– b",
    "|",
    ">-",
]
ODD += ["[a", "{a: b}", "?", "~", "<<", "b ", " b", "\tb", "b\x0bc", "😀", "a\N{NO-BREAK SPACE}b"]
ODD += [":\N{NO-BREAK SPACE}b", "\N{ZERO WIDTH SPACE}b", "b\\n", '"b\\n"', "'b''c'", "---", "%a"]
VALUES = st.one_of(st.sampled_from(TEXTS), st.sampled_from(TEXTS + ODD), st.text(max_size=4))
ROWS = st.builds("{}{}{}{}".format, INDENTS, MARKS, NAMES, VALUES)


@st.composite
def damaged_records(draw: st.DrawFn) -> str:
    """Return the front matter of a record with a few of its rows or signs changed."""
    path = draw(st.sampled_from(RECORDS))
    text = find_bounds(TextFile(path.name, path.read_text(encoding="utf-8"))).text or ""
    rows = text.split("\n")
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.integers(0, len(rows)))
        rows[place : place + draw(st.integers(0, 2))] = draw(st.lists(ROWS, max_size=2))
    text = "\n".join(rows)
    place = draw(st.integers(0, len(text)))
    return text[:place] + draw(VALUES) + text[place:]


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.lists(ROWS, max_size=8).map("\n".join), damaged_records()))
def test_whatever_is_read_as_plain_the_parser_reads_alike_and_finds_good(text: str) -> None:
    text = text.replace("\r", "\n")
    values = read_plain(text)
    # The order of fields counts, too.
    assert values is None or repr(values) == repr(values_of(text))


def values_of(text: str) -> object:
    """Return what the parser reads, its findings instead where it has any."""
    checked = check_yaml(text, 1)
    values = checked.tree.values if checked.tree else {}
    is_good = checked == CheckedYaml(checked.tree)
    return values if is_good else checked.faults
