"""GitHub's issue forms: made from the schemas, and such that GitHub takes them."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import jsonschema_rs
import pytest
import yaml
from support import PROJECT, MakeRoot

from inspirace.czech import fold
from inspirace.editor_files import load_editor_files
from inspirace.forms.issue_form import CASE, CONSENT, IssueForm, adoption_fields, issue_forms
from inspirace.forms.issue_form_text import CONFIG, issue_form_files, web_form_of
from inspirace.forms.issue_questions import NOT_ASKED, Control, Question, is_asked
from inspirace.site.publish import site_settings

FOLDER = PROJECT / ".github" / "ISSUE_TEMPLATE"
STANDARDS = PROJECT / "tests" / "standards"
FILES = ["config.yml", "nova-metoda.yml", "novy-pripad.yml", "oprava.yml", "prevzali-jsme.yml"]
EDITOR_FILES = load_editor_files(PROJECT)
FORMS = issue_forms(EDITOR_FILES.schemas, EDITOR_FILES.vocabularies)
every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.file_name)


def form_of(name: str) -> IssueForm:
    return next(form for form in FORMS if form.file_name == name)


def findings(schema: str, document: object) -> list[str]:
    standard = json.loads((STANDARDS / schema).read_text(encoding="utf-8"))
    return [error.message for error in jsonschema_rs.validator_for(standard).iter_errors(document)]


def elements(form: IssueForm) -> list[Mapping[str, Any]]:
    body: list[Mapping[str, Any]] = yaml.safe_load(issue_form_files([form])[form.file_name])["body"]
    return body


def test_the_files_are_made_of_todays_schemas_and_vocabularies() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    made = issue_form_files(FORMS, web_form_of(there[CONFIG]))
    assert there == made, "run: .venv/bin/python scripts/update_issue_forms.py"
    assert sorted(there) == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_as_the_published_schema_of_github_asks(name: str) -> None:
    schema = "github-issue-config.json" if name == CONFIG else "github-issue-forms.json"
    assert findings(schema, yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))) == []


def test_the_published_schema_refuses_what_is_no_form() -> None:
    assert findings("github-issue-forms.json", {"name": "a", "description": "b", "body": [{}]})


@every_form
def test_names_are_told_apart_as_github_tells_them(form: IssueForm) -> None:
    """GitHub compares identifiers, and labels without diacritics, capitals and other signs."""
    answered = [one for one in elements(form) if one["type"] != "markdown"]
    identifiers = [one["id"] for one in answered]
    labels = [fold(one["attributes"]["label"]) for one in answered]
    ticks = [
        fold(option["label"])
        for one in answered
        if one["type"] == "checkboxes"
        for option in one["attributes"]["options"]
    ]
    assert len(set(identifiers)) == len(identifiers)
    assert len({*labels, *ticks}) == len(labels) + len(ticks)
    assert [one for one in identifiers if not one.isascii()] == []


@every_form
def test_options_are_different_texts_and_none_is_the_reserved_word(form: IssueForm) -> None:
    for element in elements(form):
        options = element["attributes"].get("options", [])
        shown = [one["label"] if isinstance(one, dict) else one for one in options]
        assert all(isinstance(one, str) and one.strip() for one in shown)
        assert len({fold(one) for one in shown}) == len(shown)
        assert "none" not in map(fold, shown)


@every_form
def test_no_label_is_on_an_issue_from_the_beginning(form: IssueForm) -> None:
    """A label of the editors starts the intake: a form must not give it."""
    assert set(yaml.safe_load(issue_form_files([form])[form.file_name])) == {
        *("name", "description", "title", "body")
    }


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        pytest.param("innovation", "novy-pripad.yml", id="case"),
        pytest.param("method", "nova-metoda.yml", id="method"),
    ],
)
def test_every_field_and_section_is_asked_or_has_a_reason(kind: str, name: str) -> None:
    schema, questions = EDITOR_FILES.schemas[kind], form_of(name).questions
    fields = {one.identifier for one in questions if one.about} | set(NOT_ASKED)
    editorial = {field.name for field in schema.fields.values() if field.editorial}
    assert set(schema.fields) - fields == editorial
    assert [one.name for one in schema.fields.values() if is_asked(one)] == sorted(
        (one.identifier for one in questions if one.about), key=list(schema.fields).index
    )
    sections = {one.identifier for one in questions if one.section}
    left_out = [one for one in schema.sections if one.identifier not in sections]
    assert [one for one in left_out if one.required or not one.editorial] == []


def test_who_has_taken_a_case_over_says_which_and_the_fields_of_one_row() -> None:
    questions = [one.identifier for one in form_of("prevzali-jsme.yml").questions]
    assert questions == [CASE, *adoption_fields(EDITOR_FILES.schemas["innovation"]), CONSENT]


@every_form
def test_what_is_published_needs_a_consent(form: IssueForm) -> None:
    ticks = [one for one in form.questions if one.control is Control.CHECKBOXES]
    assert [one.identifier for one in ticks] == ([] if form.kind == "" else [CONSENT])
    assert all(one.required for one in ticks)


def is_within(labels: Iterable[str], others: Iterable[str]) -> bool:
    rest = iter(others)
    return all(label in rest for label in labels)


def test_no_form_can_be_taken_for_another() -> None:
    headings = {form.file_name: [one.label for one in form.questions] for form in FORMS}
    assert [
        (one, other)
        for one, labels in headings.items()
        for other, others in headings.items()
        if one != other and is_within(labels, others)
    ] == []


def choices(form: IssueForm) -> list[Question]:
    return [one for one in form.questions if one.multiple]


@every_form
def test_no_label_is_made_of_others_with_commas(form: IssueForm) -> None:
    """GitHub puts commas between what was chosen, and some labels have them too."""
    for question in choices(form):
        labels = set(question.options)
        for label in labels:
            parts = label.split(", ")
            begins = {", ".join(parts[:end]) for end in range(1, len(parts))}
            assert begins & labels == set()


def test_the_script_writes_the_files_and_then_changes_nothing(make_root: MakeRoot) -> None:
    root = make_root()
    assert [run_script(root), run_script(root)] == [(0, ""), (0, "")]
    editor_files = load_editor_files(root)
    made = issue_form_files(issue_forms(editor_files.schemas, editor_files.vocabularies))
    folder = root / ".github" / "ISSUE_TEMPLATE"
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == made


def test_the_script_writes_nothing_of_a_vocabulary_with_an_error(make_root: MakeRoot) -> None:
    root = make_root()
    topics = root / "content" / "vocabularies" / "topics.yml"
    topics.write_text("title: [", encoding="utf-8")
    status, said = run_script(root)
    assert (status, "topics.yml" in said) == (1, True)
    assert not (root / ".github").exists()


def test_the_list_of_forms_leads_to_the_form_of_the_site_too(make_root: MakeRoot) -> None:
    root, address = make_root(), "https://web.example/katalog/pridat/"
    assert [run_script(root, "--web-form", address), run_script(root)] == [(0, ""), (0, "")]
    config = (root / ".github" / "ISSUE_TEMPLATE" / CONFIG).read_text(encoding="utf-8")
    assert web_form_of(config) == address
    assert findings("github-issue-config.json", yaml.safe_load(config)) == []


def run_script(root: Path, *words: str) -> tuple[int, str]:
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, PROJECT / "scripts" / "update_issue_forms.py", "--root", root, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def test_a_report_from_a_page_opens_the_form_with_its_question_answered() -> None:
    report = urlsplit(site_settings("K", "", "https://kod.example/my/katalog").report_template)
    asked = dict(parse_qsl(report.query))
    form = form_of(asked.pop("template"))
    assert asked.pop("title") == "{title}"
    assert set(asked) <= {question.identifier for question in form.questions}
