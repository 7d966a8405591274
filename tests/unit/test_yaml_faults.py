"""Faults of YAML: each has its code and place, and its correction reads as it was meant."""

from collections.abc import Mapping

import pytest

from inspirace.reading.yaml_text.check import check_yaml, correct
from inspirace.reading.yaml_text.faults import MOST_FAULTS
from inspirace.reading.yaml_text.tree import read_tree

Found = list[tuple[str, int, int]]
Values = Mapping[str, object]

# What was written, what is found with line and column from 1, and what was meant.
FAULTS = [
    pytest.param(
        "title: Kniha: příběh\nb: c",
        [("unquoted-colon", 1, 13)],
        {"title": "Kniha: příběh", "b": "c"},
        id="colon",
    ),
    pytest.param(
        "title: Kniha 🙂: příběh",
        [("unquoted-colon", 1, 15)],
        {"title": "Kniha 🙂: příběh"},
        id="emoji",
    ),
    pytest.param(
        "a: Kdo:\nb: c", [("unquoted-colon", 1, 7)], {"a": "Kdo:", "b": "c"}, id="colon-last"
    ),
    pytest.param(
        "a: Kniha „x“: y\nb: c",
        [("unquoted-colon", 1, 13)],
        {"a": "Kniha „x“: y", "b": "c"},
        id="colon-and-czech-quotes",
    ),
    pytest.param(
        'a: Kniha "x": y\nb: c',
        [("unquoted-colon", 1, 13)],
        {"a": "Kniha „x“: y", "b": "c"},
        id="colon-and-quotes",
    ),
    pytest.param(
        "a: text\n  dál: b\n  konec\nc: d",
        [("unquoted-colon", 2, 6)],
        {"a": "text dál: b konec", "c": "d"},
        id="colon-in-text-of-lines",
    ),
    pytest.param(
        "a:\n  - Zeptejte se: kdo\n  - Jděte\nb: c",
        [("unquoted-colon", 2, 16)],
        {"a": ["Zeptejte se: kdo", "Jděte"], "b": "c"},
        id="colon-in-item",
    ),
    pytest.param(
        "a:\n  - Pozor: zavřeno",
        [("unquoted-colon", 2, 10)],
        {"a": ["Pozor: zavřeno"]},
        id="colon-word",
    ),
    pytest.param("a:b\nc: d", [("missing-space", 1, 2)], {"a": "b", "c": "d"}, id="no-space"),
    pytest.param(
        "a:\n  - name: x\n    role:y\nc: d",
        [("missing-space", 3, 9)],
        {"a": [{"name": "x", "role": "y"}], "c": "d"},
        id="no-space-deeper",
    ),
    pytest.param("a:\n\t- b\n\t- c", [("tab", 2, 1)], {"a": ["b", "c"]}, id="tabs"),
    pytest.param("a: b\n\tc: d", [("tab", 2, 1)], {"a": "b", "c": "d"}, id="tab-before-field"),
    pytest.param("a:\n  -\tb\n  - c", [("tab", 2, 4)], {"a": ["b", "c"]}, id="tab-behind-mark"),
    pytest.param("a: b\n  \tc", [("tab", 2, 3)], {"a": "b c"}, id="tab-in-text"),
    pytest.param(
        "a: b\n  c: d\ne: f",
        [("wrong-indent", 2, 3)],
        {"a": "b", "c": "d", "e": "f"},
        id="indented-field",
    ),
    pytest.param(
        "  a: b\n  c: d\ne: f",
        [("wrong-indent", 1, 3)],
        {"a": "b", "c": "d", "e": "f"},
        id="indented-start",
    ),
    pytest.param(
        "a:\n  - b: c\n   d: e\n   f: g",
        [("wrong-indent", 3, 4)],
        {"a": [{"b": "c", "d": "e", "f": "g"}]},
        id="indent-in-item",
    ),
    pytest.param(
        "a:\n  - b: c\n     d: e",
        [("wrong-indent", 3, 6)],
        {"a": [{"b": "c", "d": "e"}]},
        id="indent-too-deep",
    ),
    pytest.param(
        "a:\n  - b\n - c\nd: e", [("wrong-indent", 3, 2)], {"a": ["b", "c"], "d": "e"}, id="item"
    ),
    pytest.param(
        "a:\n  - b\n    - c\n    - d", [("wrong-indent", 3, 5)], {"a": ["b", "c", "d"]}, id="items"
    ),
    pytest.param(
        'a: "Kniha "Babička" a my"\nb: c',
        [("quotes-in-quotes", 1, 11)],
        {"a": "Kniha „Babička“ a my", "b": "c"},
        id="quotes",
    ),
    pytest.param(
        'a: "Babička" Boženy',
        [("quotes-in-quotes", 1, 12)],
        {"a": "„Babička“ Boženy"},
        id="quoted-word",
    ),
    pytest.param(
        'a: "Babička" a "Kytice"',
        [("quotes-in-quotes", 1, 12)],
        {"a": "„Babička“ a „Kytice“"},
        id="two-quoted",
    ),
    pytest.param("a: 'L'Oréal'", [("quotes-in-quotes", 1, 6)], {"a": "L'Oréal"}, id="apostrophe"),
    pytest.param('a: "b\nc: d', [("unclosed-quote", 1, 4)], {"a": "b", "c": "d"}, id="unclosed"),
    pytest.param(
        'a: "b\nc: "d"\ne: f',
        [("unclosed-quote", 1, 4)],
        {"a": "b", "c": "d", "e": "f"},
        id="unclosed-late",
    ),
    pytest.param(
        'a: "b\nc: d "\ne: f',
        [("unclosed-quote", 1, 4), ("unclosed-quote", 2, 6)],
        {"a": "b", "c": "d", "e": "f"},
        id="unclosed-silent",
    ),
    pytest.param(
        "a:\n  - 'b\n  - c", [("unclosed-quote", 2, 5)], {"a": ["b", "c"]}, id="unclosed-item"
    ),
    pytest.param('a: "b“\nc: d', [("smart-quotes", 1, 4)], {"a": "b", "c": "d"}, id="half-smart"),
    pytest.param("a: „b“", [("smart-quotes", 1, 4)], {"a": "b"}, id="smart"),
    pytest.param("a: “b”", [("smart-quotes", 1, 4)], {"a": "b"}, id="english-quotes"),
    pytest.param('a: „b"', [("smart-quotes", 1, 4)], {"a": "b"}, id="smart-and-straight"),
    pytest.param("a: „b: c“", [("smart-quotes", 1, 4)], {"a": "b: c"}, id="smart-with-colon"),
    pytest.param(
        "a: [„b“, c]", [("smart-quotes", 1, 5)], {"a": ["b", "c"]}, id="smart-in-brackets"
    ),
    pytest.param(
        "a: [b, c\nd: e", [("unclosed-bracket", 1, 4)], {"a": ["b", "c"], "d": "e"}, id="bracket"
    ),
    *(
        pytest.param(
            f"a: {value}\nb: c",
            [("reserved-start", 1, 4)],
            {"a": value, "b": "c"},
            id=f"begins-{name}",
        )
        for name, value in {
            "at": "@kniha",
            "backtick": "`kniha`",
            "bracket": "[Nové] knihy",
            "brace": "{Nové} knihy",
            "closing-bracket": "] kniha",
            "asterisk": "*Kniha",
            "asterisks": "** Kniha",
            "emphasis": "*Kniha* roku",
            "ampersand": "& spol.",
            "ampersand-word": "&Co",
            "exclamation": "!Pozor na psa",
            "exclamation-space": "! pozor",
            "percent": "%x",
            "greater": "> 5 lidí",
            "greater-number": ">5",
            "bar": "| x",
            "question": "? x",
            "comma": ", x",
            "hyphen": "- x",
            "colon": ": x",
        }.items()
    ),
    pytest.param("a: b #5 c\nd: e", [("lost-text", 1, 6)], {"a": "b #5 c", "d": "e"}, id="lost"),
    pytest.param("a: #5", [("lost-text", 1, 4)], {"a": "#5"}, id="lost-whole"),
    pytest.param("a: seniori # x", [("lost-text", 1, 12)], {"a": "seniori"}, id="remark"),
    pytest.param("a:\n  - #5\n  - c", [("lost-text", 2, 5)], {"a": ["#5", "c"]}, id="lost-item"),
    pytest.param("a: b\n  c #5", [("lost-text", 2, 5)], {"a": "b c #5"}, id="lost-in-lines"),
    pytest.param(
        "a: b #5\n  c\nd: e",
        [("lost-text", 1, 6)],
        {"a": "b #5 c", "d": "e"},
        id="lost-in-the-middle",
    ),
    pytest.param(
        "a:\N{NO-BREAK SPACE}b\nc: d",
        [("non-breaking-space", 1, 3)],
        {"a": "b", "c": "d"},
        id="nbsp",
    ),
    pytest.param(
        "a:\N{NO-BREAK SPACE}b", [("non-breaking-space", 1, 3)], {"a": "b"}, id="nbsp-alone"
    ),
    pytest.param(
        "a: \N{NO-BREAK SPACE}b", [("non-breaking-space", 1, 4)], {"a": "b"}, id="nbsp-behind-space"
    ),
    pytest.param(
        "a:\n  - b:\N{NO-BREAK SPACE}c",
        [("non-breaking-space", 2, 7)],
        {"a": [{"b": "c"}]},
        id="nbsp-in-item",
    ),
    pytest.param(
        "a:\n  -\N{NO-BREAK SPACE}b\n  - c",
        [("non-breaking-space", 2, 4)],
        {"a": ["b", "c"]},
        id="nbsp-behind-mark",
    ),
    pytest.param(
        "a: b\n\N{NO-BREAK SPACE}c: d",
        [("non-breaking-space", 2, 1)],
        {"a": "b", "c": "d"},
        id="nbsp-at-start",
    ),
    pytest.param(
        "a:\N{EM SPACE}b\nc: d", [("non-breaking-space", 1, 3)], {"a": "b", "c": "d"}, id="em-space"
    ),
    *(
        pytest.param(
            f"a:\n  {mark}b\n  {mark}c\nd: e",
            [("dash-as-list-mark", 2, 3)],
            {"a": ["b", "c"], "d": "e"},
            id=name,
        )
        for name, mark in {
            "en-dash": "– ",
            "em-dash": "— ",
            "bullet": "• ",
            "middle-dot": "· ",
            "asterisk-mark": "* ",
            "plus": "+ ",
            "dash-glued": "–",
            "hyphen-glued": "-",
        }.items()
    ),
    pytest.param(
        "a:\n– b\n– c\nd: e",
        [("dash-as-list-mark", 2, 1)],
        {"a": ["b", "c"], "d": "e"},
        id="dashes-at-edge",
    ),
    pytest.param(
        "a:\n  - b\n  – c\n  – d",
        [("dash-as-list-mark", 3, 3)],
        {"a": ["b", "c", "d"]},
        id="dash-among",
    ),
    pytest.param(
        "a:\n  1. b\n  2. c", [("dash-as-list-mark", 2, 3)], {"a": ["b", "c"]}, id="numbers"
    ),
    pytest.param(
        'a: "C:\\kniha"\nb: c', [("syntax", 1, 7)], {"a": "C:\\kniha", "b": "c"}, id="backslash"
    ),
    pytest.param("a: b\n...\nc: d", [("syntax", 2, 1)], {"a": "b", "c": "d"}, id="dots"),
    pytest.param("%YAML 1.2\na: b", [("yaml-feature", 1, 1)], {"a": "b"}, id="directive"),
    pytest.param("a: b\nc d\ne: f", [("syntax", 2, 1)], {"a": "b", "e": "f"}, id="no-field"),
    pytest.param("a: b\n: c", [("syntax", 2, 1)], {"a": "b"}, id="no-name"),
    pytest.param(
        'a: b: c\nd: "e\nf: @g\nh:\N{NO-BREAK SPACE}i\nj: k #l',
        [
            ("unquoted-colon", 1, 5),
            ("unclosed-quote", 2, 4),
            ("reserved-start", 3, 4),
            ("non-breaking-space", 4, 3),
            ("lost-text", 5, 6),
        ],
        {"a": "b: c", "d": "e", "f": "@g", "h": "i", "j": "k #l"},
        id="all-in-one-run",
    ),
]


def found_in(text: str) -> Found:
    return [(one.code, one.line + 1, one.column + 1) for one in check_yaml(text, 1).faults]


@pytest.mark.parametrize(("text", "found", "meant"), FAULTS)
def test_a_fault_has_its_place_and_its_correction_says_what_was_meant(
    text: str, found: Found, meant: Values
) -> None:
    assert found_in(text) == found
    corrected = correct(text, check_yaml(text, 1).corrected)
    assert read_tree(corrected).values == meant
    assert {code for code, _, _ in found_in(corrected)} <= {"duplicate-field"}


# What is certain, but has no correction that could be guessed.
@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("a: b\nc: d\na: e", [("duplicate-field", 3, 1)], id="duplicate"),
        pytest.param("a:\n  - b: c\n    b: d", [("duplicate-field", 3, 5)], id="duplicate-deeper"),
        pytest.param(
            "a: &x b\nc: *x", [("yaml-feature", 1, 4), ("yaml-feature", 2, 4)], id="alias"
        ),
        pytest.param("a: &x\n  - b", [("yaml-feature", 1, 4)], id="anchor-of-list"),
        pytest.param("a: !!str 5", [("yaml-feature", 1, 4)], id="tag"),
        pytest.param('a: !x "b"', [("yaml-feature", 1, 4)], id="own-tag"),
        pytest.param("&x a: b", [("yaml-feature", 1, 1)], id="anchor-of-name"),
        pytest.param("<<: b", [("yaml-feature", 1, 1)], id="merge"),
        pytest.param("? a\n: b", [("yaml-feature", 1, 3)], id="question-mark"),
        pytest.param("[a]: b", [("yaml-feature", 1, 1)], id="name-in-brackets"),
        pytest.param("a: b\n---\nc: d", [("syntax", 2, 1)], id="second-document"),
        pytest.param("- a\n- b", [("syntax", 1, 1)], id="list-only"),
        pytest.param("a: [b, c: d: e]\nf: g", [("syntax", 1, 12)], id="colon-in-brackets"),
        pytest.param("a: [b, 'c]\nd: e", [("unclosed-quote", 1, 8)], id="quote-in-brackets"),
        pytest.param("a: [[b, c]\nd: e", [("unclosed-bracket", 1, 4)], id="brackets"),
        pytest.param("a:\n  b: c\n  - d", [("syntax", 3, 3)], id="item-among-fields"),
        pytest.param("a: [" * 60 + "]" * 60, [("too-deep", 1, 101)], id="deep-brackets"),
        pytest.param("a:\n  " + "- " * 60, [("too-deep", 2, 101)], id="deep-items"),
        pytest.param(
            "\n".join(" " * depth + "a:" for depth in range(60)),
            [("too-deep", 51, 51)],
            id="deep-fields",
        ),
        pytest.param(
            "a: „b“\na: „c“", [("duplicate-field", 2, 1), ("smart-quotes", 2, 4)], id="two"
        ),
    ],
)
def test_a_certain_fault_is_found_where_it_is(text: str, found: Found) -> None:
    assert found_in(text) == found


# What looks like a fault and is none.
@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("", {}, id="nothing"),
        pytest.param("# jen poznámka\n", {}, id="comment-only"),
        pytest.param(
            "a: NO\nb: yes\nc: ~\nd: null",
            {"a": "NO", "b": "yes", "c": "~", "d": "null"},
            id="words",
        ),
        pytest.param(
            "a: 12:30\nb: 0010\nc: 1.10\nd: 2021-03-01\ne: 1_000\nf: -5",
            {"a": "12:30", "b": "0010", "c": "1.10", "d": "2021-03-01", "e": "1_000", "f": "-5"},
            id="numbers-and-dates",
        ),
        pytest.param("a:\nb: ''\nc: \n", {"a": "", "b": "", "c": ""}, id="empty"),
        pytest.param("# x\na: b\n  # y\nc: d", {"a": "b", "c": "d"}, id="comments"),
        pytest.param("a: # x\n  - b", {"a": ["b"]}, id="comment-before-list"),
        pytest.param('a: "b" # x', {"a": "b"}, id="comment-behind-quotes"),
        pytest.param("a: C#\nb: x#y", {"a": "C#", "b": "x#y"}, id="hash-in-word"),
        pytest.param("a: https://x.cz/?b&c=*!", {"a": "https://x.cz/?b&c=*!"}, id="address"),
        pytest.param("a: „B“ a „C“", {"a": "„B“ a „C“"}, id="two-quoted-words"),
        pytest.param('a: "„B“"', {"a": "„B“"}, id="czech-quotes-in-straight"),
        pytest.param("a: B – c\nb: – c", {"a": "B – c", "b": "– c"}, id="dash-in-text"),
        pytest.param("a: b\n  – c", {"a": "b – c"}, id="dash-begins-a-line-of-text"),
        pytest.param("a:\n  1. místo v soutěži", {"a": "1. místo v soutěži"}, id="ordinal"),
        pytest.param("a: 5\N{NO-BREAK SPACE}Kč", {"a": "5\N{NO-BREAK SPACE}Kč"}, id="nbsp-in-text"),
        pytest.param(
            "a: B:\N{NO-BREAK SPACE}c", {"a": "B:\N{NO-BREAK SPACE}c"}, id="nbsp-behind-colon"
        ),
        pytest.param('a: 21"', {"a": '21"'}, id="inches"),
        pytest.param('a: b "c"', {"a": 'b "c"'}, id="quoted-word-at-end"),
        pytest.param("\ufeffa: b\n\x07c: d\x07e", {"a": "b", "c": "d e"}, id="control-characters"),
        pytest.param("a:\tb", {"a": "b"}, id="tab-behind-colon"),
        pytest.param('a: "b\n  c"', {"a": "b c"}, id="quoted-lines"),
        pytest.param("a: |\n  b: c\n\n  - d # e\n\n", {"a": "b: c\n\n- d # e"}, id="block"),
        pytest.param("a: >-\n  b\n  c\n\n  d", {"a": "b c\nd"}, id="folded"),
        pytest.param("a: |\nb: c", {"a": "", "b": "c"}, id="empty-block"),
        pytest.param("a: [b, c]\nd: {e: f}", {"a": ["b", "c"], "d": {"e": "f"}}, id="brackets"),
        pytest.param("\"a b\": c\n'd': e", {"a b": "c", "d": "e"}, id="quoted-names"),
        pytest.param("Název: b\nx-y: c", {"Název": "b", "x-y": "c"}, id="other-names"),
    ],
)
def test_what_is_no_fault_is_read_as_written(text: str, values: Values) -> None:
    checked = check_yaml(text, 1)
    assert checked.tree is not None
    assert (checked.tree.values, checked.faults) == (values, ())


def test_a_name_used_again_says_where_it_was_first() -> None:
    (fault,) = check_yaml("a: b\nc: d\na: e", first_line=2).faults
    assert fault.message == "Pole „a“ je tu podruhé, poprvé je na řádku 2."


def test_no_more_faults_are_told_than_help() -> None:
    assert len(check_yaml("a: „b“\n" * 1000, 1).faults) == MOST_FAULTS
