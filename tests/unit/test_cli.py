"""The command: its exit status, its Czech, which files it speaks of."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from support import PROJECT, MakeRoot

from inspirace.cli import COMMANDS, main

CASE = "content/innovations/kurz-pocitace.md"


GITHUB = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA", "GITHUB_STEP_SUMMARY")


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*GITHUB, "SITE_URL"):
        monkeypatch.delenv(name, raising=False)


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
    assert printed.endswith(
        "Celkem: 1\xa0chyba.\nVysvětlení s příklady vypíše: inspirace explain unknown-term\n"
    )


@pytest.mark.parametrize(
    "written", ["https://knihovna.example/web", "https://knihovna.example/web/"]
)
def test_where_the_site_is_known_a_report_leads_to_it(
    make_root: MakeRoot,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    written: str,
) -> None:
    root = make_root()
    break_case(root)
    monkeypatch.setenv("SITE_URL", written)
    address = "https://knihovna.example/web/chyby/unknown-term/"
    assert main(["check", "--root", str(root)]) == 1
    assert capsys.readouterr().out.endswith(f"s příklady:\n  unknown-term: {address}\n")
    assert main(["check", "--format", "json", "--root", str(root)]) == 1
    assert [row["help_url"] for row in json.loads(capsys.readouterr().out)] == [address]


def test_codes_are_explained_one_after_another(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "tab", "lost-text"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "Má platit:" in line] == [
        "Chyba tab. Má platit: Odsazuje se mezerami, ne tabulátorem.",
        "Chyba lost-text. Má platit: Text za mezerou a křížkem se neztratí.",
    ]


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


def test_sarif_is_all_that_is_printed(
    fixture_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--format", "sarif", "--root", str(fixture_root)]) == 0
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"


def break_cases(root: Path) -> None:
    """Make eleven errors in one case, one in another."""
    break_case(root)
    path = root / "content" / "innovations" / "cteni-s-pejsky.md"
    fields = "".join(f"pole_{number}: a\n" for number in range(11))
    path.write_text(path.read_text(encoding="utf-8").replace("---\n", f"---\n{fields}", 1), "utf-8")


@pytest.mark.parametrize(
    "listed",
    [
        pytest.param(f"README.md\n{CASE}\n", id="lines"),
        pytest.param(f"README.md\r\n{CASE}\r\n", id="lines-of-windows"),
        pytest.param(f"README.md\0{CASE}\0", id="ended-with-nul"),
    ],
)
def test_github_hears_of_changed_files_first(
    make_root: MakeRoot,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    listed: str,
) -> None:
    root = make_root()
    break_cases(root)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=BytesIO(listed.encode())))
    assert main(["check", "--format", "github", "--changed", "-", "--root", str(root)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"::error file={CASE},line=9,col=5,title=Chyba unknown-term::")
    assert [line.partition(",")[0] for line in lines[1:]] == [
        *["::error file=content/innovations/cteni-s-pejsky.md"] * 9,
        "Celkem: 12\xa0chyb.",
    ]


def test_without_a_list_the_order_is_that_of_a_report(
    make_root: MakeRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_root()
    break_cases(root)
    assert main(["check", "--format", "github", "--root", str(root)]) == 1
    assert f"file={CASE}" not in capsys.readouterr().out


def test_what_has_no_annotation_is_added_to_the_job_summary(
    make_root: MakeRoot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, summary = make_root(), tmp_path / "summary.md"
    break_cases(root)
    summary.write_text("dřívější\n", encoding="utf-8")
    values = ("https://kod.example", "my/katalog", "abc", str(summary))
    for name, value in zip(GITHUB, values, strict=True):
        monkeypatch.setenv(name, value)
    assert main(["check", "--format", "github", "--root", str(root)]) == 1
    lines = summary.read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["dřívější", "## Kontrola obsahu"]
    link = f"https://kod.example/my/katalog/blob/abc/{CASE}?plain=1#L9"
    assert [line for line in lines if link in line and line.startswith("- **chyba** ")] != []


def test_github_hears_what_is_good(fixture_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "github", "--root", str(fixture_root)]) == 0
    assert capsys.readouterr().out == "Bez chyb: 4\xa0inovace a 2\xa0metody.\n"


def test_a_list_that_is_not_there_is_wrong_use(
    fixture_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["check", "--format", "github", "--changed", "neni.txt", "--root", str(fixture_root)]
    assert main(asked) == 2
    assert capsys.readouterr().err == "Seznam změněných souborů „neni.txt“ nejde přečíst.\n"


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
            "--format nemůže být „xml“. Vyberte z těchto: text, json, github, sarif.",
            id="unknown-format",
        ),
        pytest.param(
            ["check", "--changed", "-"], "--changed patří k --format github.", id="needless-list"
        ),
        pytest.param(["check", "--root"], "Za --root chybí hodnota.", id="no-value"),
        pytest.param(["check", "--vse"], "Tomuhle příkaz nerozumí: --vse.", id="unknown-option"),
        pytest.param(["check", "--help=x"], "-h/--help nemá žádnou hodnotu.", id="needless-value"),
        pytest.param(["render"], "Chybí: SLOŽKA_WEBU.", id="no-folder"),
        pytest.param(["explain"], "Chybí: KÓD.", id="no-code"),
        pytest.param(["explain", "to-long"], "Nemá to být too-long?", id="mistyped-code"),
        pytest.param(["explain", "xyz"], "Kód „xyz“ kontrola nemá.", id="unknown-code"),
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


@pytest.mark.parametrize("command", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_is_czech(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(command)
    printed = capsys.readouterr().out
    assert left.value.code == 0
    assert printed.startswith("Použití: inspirace")
    assert not {"usage", "options", "show", "positional", "arguments"} & set(
        printed.lower().replace(":", " ").split()
    )


def test_every_module_of_a_command_can_be_asked_for() -> None:
    folder = PROJECT / "src" / "inspirace" / "commands"
    modules = {
        path.stem for path in folder.glob("*.py") if "\nDESCRIPTION = " in path.read_text("utf-8")
    }
    assert modules == set(COMMANDS)


def test_a_check_starts_without_what_others_need() -> None:
    script = (
        "import sys; from inspirace.cli import main; main(['check', '--root', 'neni']);"
        "print(*sorted(name for name in sys.modules if name.startswith('inspirace.')))"
    )
    run = subprocess.run(  # noqa: S603 (our own words)
        [sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8"
    )
    imported = set(run.stdout.split())
    assert "inspirace.commands.check" in imported
    needless = ("forms", "intake", "outputs", "views", "site.publish", "editor", "commands.render")
    assert [
        name for name in imported if name.startswith(tuple(f"inspirace.{n}" for n in needless))
    ] == ["inspirace.editor_files"]
