"""A library is added to a case's file, and everything else in the file stays byte for byte."""

from pathlib import Path

import pytest
from support import FIXTURE, PROJECT

from inspirace.editor_files import load_editor_files
from inspirace.intake.adoption import add_library

SCHEMA = load_editor_files(PROJECT).schemas["innovation"]
ROW = {"library": "Knihovna: „X“", "year": 2025}
LINES = ("adopted_by:", '  - library: "Knihovna: „X“"', "    year: 2025")
ADDED = '  - library: "Knihovna: „X“"\n    year: 2025\n'
CASES = sorted((FIXTURE / "content" / "innovations").glob("*.md"))


def case(fields: str) -> str:
    return f"---\ntitle: A\n{fields}---\n\n## Potřeba\n\nText.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", f"adopted_by:\n{ADDED}", id="at-the-end"),
        pytest.param(
            "methods:\n  - a\nsources:\n  - b\n",
            f"methods:\n  - a\nadopted_by:\n{ADDED}sources:\n  - b\n",
            id="in-the-order-of-the-schema",
        ),
        pytest.param(
            "adopted_by:\n  - library: B\n\n# poznámka\nsources: c\n",
            f"adopted_by:\n  - library: B\n{ADDED}\n# poznámka\nsources: c\n",
            id="behind-those-that-are-there",
        ),
        pytest.param(
            "sources: c\nadopted_by:\n  - library: B # kdo\n",
            f"sources: c\nadopted_by:\n  - library: B # kdo\n{ADDED}",
            id="where-the-field-is-out-of-order",
        ),
        pytest.param(
            "x-neznam: 1\n", f"x-neznam: 1\nadopted_by:\n{ADDED}", id="beside-an-unknown-field"
        ),
    ],
)
def test_one_row_is_added(before: str, after: str) -> None:
    assert add_library(case(before), ROW, LINES, SCHEMA) == case(after)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(case("adopted_by: [{library: B}]\n"), id="a-list-on-one-line"),
        pytest.param(case("adopted_by:\n- library: B\n"), id="a-list-without-an-indent"),
        pytest.param(case("adopted_by:\n      - library: B\n"), id="a-list-with-a-deep-indent"),
        pytest.param(case("adopted_by:\n"), id="an-empty-field"),
        pytest.param(case("adopted_by: B\n"), id="a-text"),
        pytest.param(case("").replace("\n", "\r\n"), id="windows-line-ends"),
        pytest.param("title: A\n", id="no-front-matter"),
        pytest.param(case("a: [\n"), id="no-yaml"),
        pytest.param("", id="an-empty-file"),
    ],
)
def test_where_it_is_not_sure_nothing_is_changed(text: str) -> None:
    assert add_library(text, ROW, LINES, SCHEMA) == ""


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_of_a_whole_case_every_other_line_stays(path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    after = add_library(before, ROW, LINES, SCHEMA)
    added = LINES[1:] if "\nadopted_by:\n" in before else LINES
    assert after.replace("\n".join(added) + "\n", "", 1) == before
