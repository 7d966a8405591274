"""The command: its exit status, its Czech, which files it speaks of."""

import json
from pathlib import Path

import pytest
from support import MakeRoot

from inspirace.cli import main

CASE = "content/innovations/kurz-pocitace.md"


def break_case(root: Path) -> None:
    path = root / CASE
    path.write_text(path.read_text(encoding="utf-8").replace("- seniori", "- důchodci"), "utf-8")


def test_clean_content_ends_with_zero(
    fixture_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--root", str(fixture_root)]) == 0
    assert capsys.readouterr().out.endswith("Bez chyb: 4\xa0inovace a 2\xa0metody.\n")


def test_an_error_ends_with_one_and_the_report(
    make_root: MakeRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_root()
    break_case(root)
    assert main(["check", "--root", str(root)]) == 1
    printed = capsys.readouterr().out
    assert printed.startswith(f"{CASE}:9:5: chyba: ")
    assert printed.endswith("Celkem: 1\xa0chyba.\n")


def test_json_is_all_that_is_printed(
    make_root: MakeRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_root()
    break_case(root)
    assert main(["check", "--format", "json", "--root", str(root)]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert [(row["path"], row["line"], row["column"], row["code"]) for row in rows] == [
        (CASE, 9, 5, "unknown-term")
    ]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        pytest.param(CASE, 1, id="the-file"),
        pytest.param("content/innovations", 1, id="its-folder"),
        pytest.param(".", 1, id="the-root"),
        pytest.param("content/innovations/cteni-s-pejsky.md", 0, id="another-file"),
        pytest.param("content/methods", 0, id="another-folder"),
    ],
)
def test_only_the_asked_paths_are_reported(make_root: MakeRoot, asked: str, status: int) -> None:
    root = make_root()
    break_case(root)
    assert main(["check", str(root / asked), "--root", str(root)]) == status


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param([], "Chybí: PŘÍKAZ.", id="no-command"),
        pytest.param(["opravit"], "PŘÍKAZ nemůže být „opravit“.", id="unknown-command"),
        pytest.param(
            ["check", "--format", "xml"],
            "--format nemůže být „xml“. Vyberte z těchto: text, json.",
            id="unknown-format",
        ),
        pytest.param(["check", "--root"], "Za --root chybí hodnota.", id="no-value"),
        pytest.param(["check", "--vse"], "Tomuhle příkaz nerozumí: --vse.", id="unknown-option"),
        pytest.param(["check", "--help=x"], "-h/--help nemá žádnou hodnotu.", id="needless-value"),
        pytest.param(["render"], "Chybí: SLOŽKA_WEBU.", id="no-folder"),
        pytest.param(["check", "--root", "neni"], "katalog není", id="no-catalogue"),
    ],
)
def test_wrong_use_ends_with_two_and_a_czech_sentence(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert (said in printed.err, printed.out) == (True, "")


def test_a_path_that_is_not_there_is_wrong_use(
    fixture_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "neni.md", "--root", str(fixture_root)]) == 2
    assert capsys.readouterr().err == "Soubor nebo složka „neni.md“ neexistuje.\n"


def test_a_path_outside_the_catalogue_is_wrong_use(
    fixture_root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "jinde.md"
    outside.touch()
    assert main(["check", str(outside), "--root", str(fixture_root)]) == 2
    assert "leží mimo složku katalogu" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["--help"], ["check", "--help"], ["render", "--help"]])
def test_help_is_czech(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(command)
    printed = capsys.readouterr().out
    assert left.value.code == 0
    assert printed.startswith("Použití: inspirace")
    assert not {"usage", "options", "show", "positional", "arguments"} & set(
        printed.lower().replace(":", " ").split()
    )
