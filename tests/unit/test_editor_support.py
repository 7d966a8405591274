"""Files for editors: as they would be made now, and right about what the catalogue has."""

import json
import re
import shlex
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import jsonschema_rs
import pytest
import yaml
from support import PROJECT, MakeRoot

from inspirace.cli import COMMANDS, main
from inspirace.codes import CODES, Severity
from inspirace.diagnostics import Diagnostic, Location
from inspirace.drafts import make_draft
from inspirace.editor.files import editor_support
from inspirace.editor.schemas import (
    officialese_schema,
    places_schema,
    schema_schema,
    trails_schema,
    vocabulary_schema,
)
from inspirace.editor.snippets import snippets
from inspirace.editor.tasks import problem_pattern, tasks
from inspirace.editor_files import EditorFiles, load_editor_files
from inspirace.forms.issue_questions import is_asked
from inspirace.reporters import report_text
from inspirace.reporters.watching import BEGINNING, END

CONTENT = PROJECT / "content"
HOOKS = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
VOCABULARIES = sorted((CONTENT / "vocabularies").glob("*.yml"))
SCHEMAS = sorted((CONTENT / "schema").glob("*.yml"))


@pytest.fixture(scope="module")
def editor_files() -> EditorFiles:
    return load_editor_files(PROJECT)


def test_the_committed_files_are_those_made_now(editor_files: EditorFiles) -> None:
    made = editor_support(editor_files.schemas)
    folder = PROJECT / ".vscode"
    committed = {
        path.relative_to(PROJECT).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert committed == made, "Write them anew: inspirace export editor"


def test_the_command_writes_them(make_root: MakeRoot, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_root()
    assert main(["export", "editor", "--root", str(root)]) == 0
    made = editor_support(load_editor_files(root).schemas)
    assert capsys.readouterr().out.splitlines() == list(made)
    assert {path: (root / path).read_text(encoding="utf-8") for path in made} == made


@pytest.mark.parametrize("severity", Severity)
def test_a_finding_in_a_report_is_recognised(severity: Severity) -> None:
    code = next(name for name, one in CODES.items() if one.severity is severity)
    finding = Diagnostic(code, Location("content/x y.md", 3, 14), "Tady: je „chyba“ [x].", "Rada.")
    found = [re.match(problem_pattern(severity), one) for one in report_text([finding]).split("\n")]
    assert [one.groups() for one in found if one] == [
        ("content/x y.md", "3", "14", "Tady: je „chyba“ [x].", code)
    ]


def test_every_task_is_a_command_of_ours_or_a_script() -> None:
    listed = tasks()["tasks"]
    assert isinstance(listed, list)
    first = {task["args"][0] for task in listed}
    assert first == {"check", "fix", "new", "scripts/serve.py"}
    assert first - {"scripts/serve.py"} <= set(COMMANDS)
    assert (PROJECT / "scripts" / "serve.py").is_file()


def test_a_background_task_knows_when_a_check_begins_and_ends() -> None:
    listed = tasks()["tasks"]
    assert isinstance(listed, list)
    (watching,) = [task for task in listed if "--watch" in task["args"]]
    for matcher in watching["problemMatcher"]:
        assert re.fullmatch(matcher["background"]["beginsPattern"], BEGINNING)
        assert re.fullmatch(matcher["background"]["endsPattern"], END)


def expanded(body: object) -> str:
    """Return a snippet as it stands when nothing of it is written over."""
    assert isinstance(body, list)
    text = "\n".join(body).replace("$0", "")
    chosen = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", text)
    return re.sub(r"\$\{\d+:((?:\\.|[^}\\])*)\}", r"\1", chosen).replace("\\}", "}")


@pytest.mark.parametrize(
    ("kind", "name"),
    [("innovation", "Celý soubor: případ"), ("method", "Celý soubor: metoda")],
)
def test_a_whole_record_passes_the_check(kind: str, name: str, editor_files: EditorFiles) -> None:
    text = expanded(snippets(editor_files.schemas)[name]["body"]).encode()
    assert make_draft(kind, f"content/{kind}/x.md", text, editor_files, ()).diagnostics == ()


def test_every_field_and_section_has_a_snippet(editor_files: EditorFiles) -> None:
    names = set(snippets(editor_files.schemas))
    for kind, schema in editor_files.schemas.items():
        record = {"innovation": "případ", "method": "metoda"}[kind]
        fields = [one for one in schema.fields.values() if is_asked(one) or one.required]
        assert {f"Pole: {one.label} ({record})" for one in fields} <= names
        assert {f"Oddíl: {one.label} ({record})" for one in schema.sections} <= names


@pytest.mark.parametrize(
    ("path", "make"),
    [
        *((path, vocabulary_schema) for path in VOCABULARIES),
        *((path, schema_schema) for path in SCHEMAS),
        (CONTENT / "places.yml", places_schema),
        (CONTENT / "trails.yml", trails_schema),
        (CONTENT / "officialese.yml", officialese_schema),
    ],
    ids=lambda one: one.name if isinstance(one, Path) else "",
)
def test_a_file_of_the_editors_fits_its_schema(
    path: Path, make: Callable[[], Mapping[str, object]]
) -> None:
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=WithoutDates)  # noqa: S506
    errors = [
        one.message for one in jsonschema_rs.Draft7Validator(dict(make())).iter_errors(loaded)
    ]
    assert errors[:3] == []


class WithoutDates(yaml.CSafeLoader):
    """Reads a date as the text that a schema of JSON knows."""


WithoutDates.yaml_implicit_resolvers = {
    first: [row for row in rows if not row[0].endswith(":timestamp")]
    for first, rows in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize(
    ("make", "written"),
    [
        pytest.param(vocabulary_schema, {"title": "A", "terms": [{"id": "a"}]}, id="no-label"),
        pytest.param(
            vocabulary_schema,
            {"title": "A", "terms": [{"id": "Á b", "label": "A"}]},
            id="bad-identifier",
        ),
        pytest.param(places_schema, {"places": [{"municipality": "Zlín"}]}, id="no-country"),
        pytest.param(officialese_schema, {"words": [{"word": "v rámci"}]}, id="no-other-word"),
        pytest.param(trails_schema, {"trails": [{"id": "a", "title": "A"}]}, id="no-stops"),
        pytest.param(schema_schema, {"properties": {"a": {"typ": "string"}}}, id="unknown-keyword"),
    ],
)
def test_what_does_not_fit_is_refused(
    make: Callable[[], Mapping[str, object]], written: object
) -> None:
    assert not jsonschema_rs.Draft7Validator(dict(make())).is_valid(written)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_before_a_commit_runs_a_command_of_ours(
    hook: Mapping[str, str], make_root: MakeRoot
) -> None:
    program, *arguments = shlex.split(hook["entry"])
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    assert program in project["project"]["scripts"]
    root = make_root()
    files = [path.relative_to(root).as_posix() for path in sorted((root / "content").rglob("*.md"))]
    wanted = [str(root / path) for path in files if re.search(hook["files"], path)]
    assert wanted
    passed = wanted if hook.get("pass_filenames", True) else []
    assert main([*arguments, "--root", str(root), *passed]) == 0


def test_the_container_is_made_by_our_own_command() -> None:
    text = (PROJECT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8")
    container = json.loads(text)
    program, script = shlex.split(container["postCreateCommand"])
    assert (program, (PROJECT / script).is_file()) == ("python3", True)
    recommended = json.loads((PROJECT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert container["customizations"]["vscode"]["extensions"] == recommended["recommendations"]
    assert "://" not in text
