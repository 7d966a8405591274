"""The benchmark: its cases are valid and always the same, its table says what was measured."""

import json
import sys
from pathlib import Path

import benchmark
import pytest
from benchmark import Row, make_project, relink, table
from building import read_folder
from support import PROJECT
from synthetic_cases import write_cases

from inspirace.load import load_catalogue
from inspirace.reporters import report_text


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("benchmark") / "project"
    make_project(root, 60)
    return root


def test_synthetic_cases_are_valid(project: Path) -> None:
    loaded = load_catalogue(project)
    wrong = [one for one in loaded.diagnostics if one.severity == "error"]
    assert report_text(wrong) == ""
    assert len(loaded.catalogue.innovations) == 60


def test_synthetic_cases_are_the_same_every_time(project: Path, tmp_path: Path) -> None:
    write_cases(PROJECT, tmp_path, 60)
    assert read_folder(tmp_path) == read_folder(project / "content" / "innovations")


def test_a_case_has_as_many_words_as_a_real_one(project: Path) -> None:
    cases = (project / "content" / "innovations").glob("*.md")
    bodies = [case.read_text(encoding="utf-8").partition("\n---\n")[2] for case in cases]
    words = [len(body.split()) for body in bodies]
    assert 550 < sum(words) / len(words) < 650


def test_what_leads_to_real_cases_leads_to_a_synthetic_one(tmp_path: Path) -> None:
    page = tmp_path / "stranka.md"
    page.write_text(
        "[pes](../innovations/pes.md), [metoda](../methods/rozhovor.md)\n  - innovation: pes\n",
        encoding="utf-8",
    )
    relink(page, "novy")
    assert page.read_text(encoding="utf-8") == (
        "[pes](../innovations/novy.md), [metoda](../methods/rozhovor.md)\n  - innovation: novy\n"
    )


def test_the_table_compares_with_stock_material() -> None:
    rows = [
        Row("material-navigation", 100, 20.0, 150.0, 30.0),
        Row("material-outside", 100, 5.0, 100.0, 10.0),
        Row("cold", 100, 0.5, 50.0, 4.0),
        Row("material-outside", 1000, 60.0, 300.0, 100.0),
        Row("cold", 1000, 4.0, 200.0, 40.0),
    ]
    assert table(rows).splitlines()[2:] == [
        "| případů | co | sekund | × v navigaci | × mimo ni | paměť MB | web MB |",
        "|---|---|---|---|---|---|---|",
        "| 100 | material-navigation | 20.00 | 1.0 | 0.2 | 150.0 | 30.0 |",
        "| 100 | material-outside | 5.00 | 4.0 | 1.0 | 100.0 | 10.0 |",
        "| 100 | cold | 0.50 | 40.0 | 10.0 | 50.0 | 4.0 |",
        "| 1000 | material-outside | 60.00 | – | 1.0 | 300.0 | 100.0 |",
        "| 1000 | cold | 4.00 | – | 15.0 | 200.0 | 40.0 |",
        "",
        "Růst od 100 k 1000 případům: 8.0×",
    ]


def test_the_command_only_writes_cases_when_it_is_asked_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["benchmark.py", "-n", "3", "--write", str(tmp_path / "x")])
    assert benchmark.main() == 0
    assert len(list((tmp_path / "x").iterdir())) == 3


@pytest.mark.site
def test_every_step_is_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["benchmark.py", "-n", "3", "--runs", "1", "--json"])
    assert benchmark.main() == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in rows] == [
        *("material-navigation", "material-outside"),
        *("cold", "nothing-changed", "one-case-edited", "check"),
    ]
    assert [row["name"] for row in rows if row["seconds"] <= 0] == []
