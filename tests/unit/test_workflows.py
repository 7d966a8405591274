"""The workflows hold no more rights than they need and run our own commands only."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from support import PROJECT

WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
CHECK, PUBLISH = (
    PROJECT / ".github" / "workflows" / f"{name}.yml" for name in ("check", "publish")
)
IDS = [path.name for path in WORKFLOWS]
every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=IDS)

COMMAND = re.compile(r"(?:python3|bash) (\S+)(?: --[a-z]+ [\w.]+)*")
PINNED = re.compile(r"\s*-? uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
GRANTED = re.compile(r"\s{6}[a-z-]+: (read|write) # \S.+")


@cache
def read(path: Path) -> Mapping[Any, Any]:
    """Return a workflow; YAML takes its key `on` for the value true."""
    workflow: Mapping[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return workflow


def steps(path: Path) -> Iterator[Mapping[str, Any]]:
    for job in read(path)["jobs"].values():
        yield from job["steps"]


def lines(path: Path, containing: str) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if containing in line]


def test_there_are_these_workflows() -> None:
    assert IDS == ["check.yml", "intake.yml", "publish.yml"]


@pytest.mark.parametrize(
    ("name", "events"),
    [
        pytest.param(
            "check.yml",
            {"pull_request": None, "push": {"branches-ignore": ["main"]}},
            id="check",
        ),
        pytest.param("intake.yml", {"issues": {"types": ["labeled"]}}, id="intake"),
        pytest.param(
            "publish.yml", {"push": {"branches": ["main"]}, "workflow_dispatch": None}, id="publish"
        ),
    ],
)
def test_no_event_gives_a_stranger_our_rights(name: str, events: Mapping[str, object]) -> None:
    assert read(PROJECT / ".github" / "workflows" / name)[True] == events


@every_workflow
def test_a_workflow_is_as_the_published_schema_asks(path: Path) -> None:
    schema = PROJECT / "tests" / "standards" / "github-workflows.json"
    standard = json.loads(schema.read_text(encoding="utf-8"))
    workflow = {("on" if name is True else name): value for name, value in read(path).items()}
    found = jsonschema_rs.validator_for(standard).iter_errors(workflow)
    assert [error.message for error in found] == []


@every_workflow
def test_rights_are_granted_job_by_job_with_a_reason(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    granted = [right for job in workflow["jobs"].values() for right in job["permissions"].items()]
    written = lines(path, ": read") + lines(path, ": write")
    assert len(written) == len(granted)
    assert [line for line in written if not GRANTED.fullmatch(line)] == []


@every_workflow
def test_actions_are_pinned_by_commit(path: Path) -> None:
    assert [line for line in lines(path, "uses:") if not PINNED.fullmatch(line)] == []


@every_workflow
def test_checkout_leaves_no_credentials_behind(path: Path) -> None:
    checkouts = [step for step in steps(path) if step.get("uses", "").startswith("actions/check")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@every_workflow
def test_a_step_runs_one_command_of_ours_and_no_text_of_a_stranger(path: Path) -> None:
    commands = [step["run"] for step in steps(path) if "run" in step]
    assert commands
    for command in commands:
        matched = COMMAND.fullmatch(command)
        assert matched, command
        assert (PROJECT / matched[1]).is_file()


def test_the_published_site_knows_its_address_and_its_repository() -> None:
    (variables,) = (step["env"] for step in steps(PUBLISH) if "env" in step)
    assert variables == {
        "SITE_URL": "${{ steps.pages.outputs.base_url }}/",
        "REPO_URL": "${{ github.server_url }}/${{ github.repository }}",
    }


def test_of_the_forks_only_those_with_a_site_publish() -> None:
    assert read(PUBLISH)["jobs"]["test"]["if"] == (
        "${{ !github.event.repository.fork || github.event.repository.has_pages"
        " || github.event_name == 'workflow_dispatch' }}"
    )


def test_the_check_of_content_has_the_commit_before_to_compare_with() -> None:
    checkout = read(CHECK)["jobs"]["content"]["steps"][0]
    assert checkout["with"]["fetch-depth"] == 2
