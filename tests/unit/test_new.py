"""Starter files: every field is there, what is empty is said by the check, nothing overwritten."""

from pathlib import Path

import pytest
from support import MakeRoot

from inspirace.cli import main
from inspirace.commands import new
from inspirace.diagnostics import Diagnostic
from inspirace.drafts import make_draft
from inspirace.editor_files import EditorFiles, load_editor_files
from inspirace.forms.issue_questions import is_asked
from inspirace.forms.starter import starter_text
from inspirace.reading.front_matter import parse_file
from inspirace.reading.text_file import TextFile
from inspirace.repair.repair import repair_file

KINDS = ("innovation", "method")
DAY = "2026-11-25"
TITLES = (
    "",
    "Kavárna: pro pečující",
    'Knihovna: „NO“ #1 "x" \\ –',
    "2024",
    "no",
    "- začíná spojovníkem",
)


@pytest.fixture(scope="module")
def editor_files(fixture_root: Path) -> EditorFiles:
    return load_editor_files(fixture_root)


def findings(kind: str, text: str, editor_files: EditorFiles) -> list[Diagnostic]:
    draft = make_draft(kind, "content/x/y.md", text.encode(), editor_files, frozenset())
    return list(draft.diagnostics)


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_is_to_be_filled_in_is_found(kind: str, editor_files: EditorFiles) -> None:
    text = starter_text(editor_files.schemas[kind], "Kavárna pro pečující", DAY)
    codes = {one.code for one in findings(kind, text, editor_files)}
    assert codes <= {"empty-value", "empty-section"}


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_title_is_read_as_it_was_given(kind: str, title: str, editor_files: EditorFiles) -> None:
    text = starter_text(editor_files.schemas[kind], title, DAY)
    front_matter = parse_file(TextFile("content/x/y.md", text)).front_matter
    assert front_matter is not None
    assert front_matter.values["title"] == title


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_that_is_asked_for_is_there(kind: str, editor_files: EditorFiles) -> None:
    schema = editor_files.schemas[kind]
    lines = starter_text(schema, "", DAY).replace("\n# ", "\n").splitlines()
    missing = [
        name
        for name, field in schema.fields.items()
        if (is_asked(field) or field.required)
        and not any(one.startswith(f"{name}:") for one in lines)
    ]
    assert missing == []


@pytest.mark.parametrize("kind", KINDS)
def test_examples_that_are_uncommented_are_good(kind: str, editor_files: EditorFiles) -> None:
    schema = editor_files.schemas[kind]
    names = {f"# {name}:" for name in schema.fields}
    lines = starter_text(schema, "Kavárna pro pečující", DAY).splitlines()
    is_example, changed = False, []
    for line in lines:
        begins = any(line.startswith(name) for name in names)
        is_example = begins or (is_example and line.startswith("#  "))
        changed.append(line[2:] if is_example else line)
    draft = make_draft(kind, "content/x/y.md", "\n".join(changed).encode(), editor_files, ())
    assert [
        one.message for one in draft.diagnostics if one.code in {"unknown-field", "syntax"}
    ] == []


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_nothing_to_repair(kind: str, editor_files: EditorFiles) -> None:
    schema = editor_files.schemas[kind]
    text = starter_text(schema, "Kavárna pro pečující", DAY)
    assert repair_file(text.encode(), "content/x/y.md", schema).done == ()


@pytest.mark.parametrize(
    ("kind", "title", "path"),
    [
        pytest.param(
            "innovation",
            " Kavárna:  pro/pečující ",
            "content/innovations/kavarna-pro-pecujici.md",
            id="innovation",
        ),
        pytest.param("innovation", "../../x", "content/innovations/x.md", id="path"),
        pytest.param("method", "Mapa cesty", "content/methods/mapa-cesty.md", id="method"),
    ],
)
def test_a_file_is_written(
    make_root: MakeRoot, monkeypatch: pytest.MonkeyPatch, kind: str, title: str, path: str
) -> None:
    monkeypatch.setattr(new, "today", lambda: DAY)
    root = make_root()
    schema = load_editor_files(root).schemas[kind]
    assert main(["new", kind, title, "--root", str(root)]) == 0
    expected = starter_text(schema, " ".join(title.split()), DAY)
    assert (root / path).read_text(encoding="utf-8") == expected


@pytest.mark.parametrize(
    ("title", "message"),
    [
        pytest.param("Čtení s pejsky", "cteni-s-pejsky.md už tu je", id="taken"),
        pytest.param("???", "Napište ho slovy", id="no-letters"),
        pytest.param("Strana", "Napište ho slovy", id="reserved"),
    ],
)
def test_what_cannot_be_a_new_file_is_refused(
    make_root: MakeRoot, capsys: pytest.CaptureFixture[str], title: str, message: str
) -> None:
    root = make_root()
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert main(["new", "innovation", title, "--root", str(root)]) == 2
    assert message in capsys.readouterr().err
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
