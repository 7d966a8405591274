"""Reports: text with lines of source, JSON for programs."""

import json

import pytest

from inspirace.diagnostics import Diagnostic, Location
from inspirace.reporters import report_json, report_text, summary

PATH = "content/innovations/klub.md"
MESSAGE = "Pojem „důchodci“ ve slovníku není."


def make_finding(
    code: str = "unknown-term",
    *,
    line: int = 3,
    column: int = 5,
    advice: str = "Napište: seniori",
    line_text: str = "  - důchodci",
) -> Diagnostic:
    return Diagnostic(code, Location(PATH, line, column), MESSAGE, advice, "topics[0]", line_text)


def test_a_finding_shows_its_line_its_place_and_the_way_out() -> None:
    assert report_text([make_finding()]) == (
        f"{PATH}:3:5: chyba: Pojem „důchodci“ ve slovníku není. [unknown-term]\n"
        "  3 │   - důchodci\n"
        "    │     ^\n"
        "  → Napište: seniori\n"
        "\n"
        "Celkem: 1\xa0chyba.\n"
    )


def test_a_finding_without_line_and_help_is_one_line() -> None:
    assert report_text([make_finding(line_text="", advice="")]).splitlines()[1:] == [
        "",
        "Celkem: 1\xa0chyba.",
    ]


def test_help_of_more_lines_is_indented() -> None:
    assert "  → Napište:\n    topics:\n      - pece\n" in report_text(
        [make_finding(advice="Napište:\ntopics:\n  - pece")]
    )


def test_no_findings_say_nothing() -> None:
    assert report_text([]) == ""


@pytest.mark.parametrize(
    ("column", "shown", "gap"),
    [
        pytest.param(1, "a" * 100 + "…", 0, id="beginning"),
        pytest.param(300, "…" + "a" * 100, 100, id="end"),
        pytest.param(150, "…" + "a" * 100 + "…", 51, id="middle"),
    ],
)
def test_a_long_line_is_cut_around_the_place(column: int, shown: str, gap: int) -> None:
    report = report_text([make_finding(column=column, line_text="a" * 300)])
    assert report.splitlines()[1:3] == [f"  3 │ {shown}", f"    │ {' ' * gap}^"]


def test_control_characters_do_not_reach_a_terminal() -> None:
    report = report_text([make_finding(line_text="a\x1b[2J\tb")])
    assert report.splitlines()[1] == "  3 │ a\ufffd[2J→b"


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        pytest.param([], "žádná chyba", id="none"),
        pytest.param(["syntax"] * 2, "2\xa0chyby", id="errors"),
        pytest.param(["unknown-place"] * 5, "5\xa0upozornění", id="warnings"),
        pytest.param(["syntax", "unknown-place"], "1\xa0chyba, 1\xa0upozornění", id="both"),
    ],
)
def test_the_summary_counts_in_czech(codes: list[str], said: str) -> None:
    assert summary([make_finding(code) for code in codes]) == said


def test_json_has_the_agreed_keys_and_readable_czech() -> None:
    text = report_json([make_finding()])
    assert "důchodci" in text
    assert json.loads(text) == [
        {
            "path": PATH,
            "line": 3,
            "column": 5,
            "code": "unknown-term",
            "severity": "error",
            "field": "topics[0]",
            "message": "Pojem „důchodci“ ve slovníku není.",
            "help": "Napište: seniori",
        }
    ]


def test_json_of_nothing_is_an_empty_list() -> None:
    assert report_json([]) == "[]\n"
