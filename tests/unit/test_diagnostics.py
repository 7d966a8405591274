"""Diagnostics: their order, their severity, the line of the file that they show."""

import pytest

from inspirace.codes import Severity
from inspirace.diagnostics import Diagnostic, Location, has_errors, sort_diagnostics
from inspirace.reading.text_file import CONTROL_CHARACTERS, TextFile


def make_diagnostic(code: str, path: str, line: int = 1, column: int = 1) -> Diagnostic:
    return Diagnostic(code, Location(path, line, column), "Zpráva.")


def test_findings_are_sorted_by_place_and_told_once() -> None:
    later = make_diagnostic("tab", "b.md")
    second_line = make_diagnostic("tab", "a.md", line=10)
    second_column = make_diagnostic("lost-text", "a.md", line=2, column=11)
    by_code = make_diagnostic("tab", "a.md", line=2, column=3)
    first = make_diagnostic("syntax", "a.md", line=2, column=3)
    found = [later, by_code, second_line, by_code, second_column, first]
    assert sort_diagnostics(found) == (first, by_code, second_column, second_line, later)


@pytest.mark.parametrize(
    ("codes", "errors"),
    [
        pytest.param([], False, id="nothing"),
        pytest.param(["byte-order-mark", "windows-line-ends"], False, id="warnings"),
        pytest.param(["byte-order-mark", "tab"], True, id="an-error-among-them"),
    ],
)
def test_only_errors_keep_a_record_out(codes: list[str], *, errors: bool) -> None:
    assert has_errors(make_diagnostic(code, "a.md") for code in codes) == errors


def test_the_table_of_codes_gives_the_severity() -> None:
    assert make_diagnostic("tab", "a.md").severity is Severity.ERROR
    assert make_diagnostic("byte-order-mark", "a.md").severity is Severity.WARNING


@pytest.mark.parametrize(
    ("line", "line_text"),
    [
        pytest.param(1, "první\u2028stále první", id="first"),
        pytest.param(2, "druhý", id="second"),
        pytest.param(3, "", id="behind-the-last-end"),
        pytest.param(4, "", id="behind-the-file"),
    ],
)
def test_a_finding_shows_the_line_of_its_file(line: int, line_text: str) -> None:
    file = TextFile("a.md", "první\u2028stále první\ndruhý\n")
    found = file.finding("tab", line, 2, "Zpráva.", advice="Rada.", field="title")
    expected = Diagnostic("tab", Location("a.md", line, 2), "Zpráva.", "Rada.", "title", line_text)
    assert found == expected


@pytest.mark.parametrize(
    ("sign", "refused"),
    [
        *(
            (pytest.param(sign, True, id=f"u{ord(sign):04x}"))
            for sign in "\0\x0b\x1f\x7f\x85\u2028\u202e\ufeff"
        ),
        *(
            (pytest.param(sign, False, id=f"u{ord(sign):04x}"))
            for sign in "\t\n \xa0\xad\u200b\u200dč🙂"
        ),
    ],
)
def test_control_characters_are_those_that_no_text_needs(sign: str, *, refused: bool) -> None:
    assert (CONTROL_CHARACTERS.search(sign) is not None) == refused
