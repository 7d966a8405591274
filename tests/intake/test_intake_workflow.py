"""The workflow: who starts it, and what its first job makes of an event."""

import json
import os
from pathlib import Path

import pytest
from filled_forms import CASE, event, filled, forms_of
from support import MakeRoot
from workflow_runs import prepare_project, read_jobs, run_job

WORKFLOW = "intake.yml"
NEW = "content/innovations/kavarna-pro-seniory.md"


@pytest.fixture
def project(make_root: MakeRoot) -> Path:
    root = make_root()
    prepare_project(root)
    return root


def read_answers(root: Path, content: str) -> tuple[int, str]:
    path = root / ".cache" / "event.json"
    path.write_text(content, encoding="utf-8")
    return run_job(root, WORKFLOW, "answers", variables={"GITHUB_EVENT_PATH": str(path)})


def test_only_the_label_of_an_editor_starts_it() -> None:
    jobs = read_jobs(WORKFLOW)
    assert jobs["answers"]["if"] == "${{ github.event.label.name == 'přijmout' }}"
    assert jobs["propose"]["needs"] == "answers"


def test_who_reads_a_strangers_text_may_write_nothing() -> None:
    rights = {name: set(job["permissions"].values()) for name, job in read_jobs(WORKFLOW).items()}
    assert rights == {"answers": {"read"}, "propose": {"write"}}


def test_what_the_first_job_leaves_the_second_one_takes() -> None:
    jobs = read_jobs(WORKFLOW)
    (left,) = (step["with"] for step in jobs["answers"]["steps"] if "upload" in str(step))
    (taken,) = (step["with"] for step in jobs["propose"]["steps"] if "download" in str(step))
    assert (left["name"], left["path"]) == (taken["name"], "navrh.json")
    assert all(
        step["run"].endswith(" --proposal navrh.json")
        for job in jobs.values()
        for step in job["steps"]
        if "run" in step
    )


@pytest.mark.site
@pytest.mark.skipif(os.name == "nt", reason="the workflows run on Linux")
def test_a_good_form_is_handed_over_with_its_file(project: Path) -> None:
    body = filled(forms_of(project)["novy-pripad.yml"], CASE)
    assert read_answers(project, event(body))[0] == 0
    proposal = json.loads((project / "navrh.json").read_text(encoding="utf-8"))
    answer = proposal.pop("answer")
    assert answer.startswith("Děkujeme! Odpovědi jsou v pořádku.\n")
    assert proposal == {
        "issue": 12,
        "path": NEW,
        "title": "Nový případ: Kavárna pro seniory",
        "text": (project / NEW).read_text(encoding="utf-8"),
    }


@pytest.mark.site
@pytest.mark.skipif(os.name == "nt", reason="the workflows run on Linux")
def test_a_form_with_mistakes_is_handed_over_with_the_answer_alone(project: Path) -> None:
    body = filled(forms_of(project)["novy-pripad.yml"], {**CASE, "topics": "$(touch x)"})
    assert read_answers(project, event(body, title="`touch x`"))[0] == 0
    proposal = json.loads((project / "navrh.json").read_text(encoding="utf-8"))
    answer = proposal.pop("answer")
    assert "\n- **Témata**: „$(touch x)“ mezi možnostmi není.\n".replace("$", r"\$") in answer
    assert proposal == {"issue": 12, "path": "", "title": "", "text": ""}
    assert not (project / "x").exists()


@pytest.mark.site
@pytest.mark.skipif(os.name == "nt", reason="the workflows run on Linux")
def test_what_is_no_event_ends_the_job(project: Path) -> None:
    status, said = read_answers(project, "[]")
    assert (status, said.splitlines()[-1].endswith("nemá její číslo.")) == (1, True)
    assert not (project / "navrh.json").exists()
