"""The job that writes: what it says to GitHub, and what it does not believe."""

import base64
import hashlib
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from support import MakeRoot
from workflow_runs import make_program, prepare_project, run_job

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the workflows run on Linux")

CASE = "content/innovations/kurz-pocitace.md"
NEW = "content/innovations/kavarna.md"
GITHUB = {
    "GITHUB_REPOSITORY": "jini/nase-sluzby",
    "GITHUB_SERVER_URL": "https://kod.example",
    "GITHUB_REF_NAME": "main",
    "GITHUB_SHA": "0" * 40,
}
REFS, PULLS, COMMENTS = "git/refs", "pulls", "issues/12/comments"
TEXT = "---\ntitle: Kavárna\n---\n"
PROPOSAL = {"issue": 12, "answer": "Děkujeme!\n", "path": NEW, "title": "Nový případ: Kavárna"}
PROPOSAL |= {"text": TEXT}

# Notes what it is asked and answers as it is told, by the last part of the address.
GH = """#!{python}
import json, os, sys
assert os.environ["GH_TOKEN"] == "token"
words, values = sys.argv[1:], json.load(sys.stdin)
with open({log!r}, "a", encoding="utf-8") as log:
    print(json.dumps([words, values]), file=log)
refused = json.loads({refused!r})
for end, said in refused.items():
    if words[3].endswith(end):
        print(said, file=sys.stderr)
        raise SystemExit(1)
print(json.dumps(dict(number=13)))
"""


@pytest.fixture
def project(make_root: MakeRoot) -> Path:
    root = make_root()
    prepare_project(root)
    return root


def propose(
    root: Path, proposal: object, refused: Mapping[str, str] | None = None
) -> tuple[int, str, list[tuple[str, Mapping[str, object]]]]:
    """Return the status, what was said, and what GitHub was asked, in order."""
    log = root / "log.jsonl"
    log.write_text("", encoding="utf-8")
    values = {"python": sys.executable, "log": str(log), "refused": json.dumps(refused or {})}
    make_program(root / "programs" / "gh", GH, **values)
    (root / "navrh.json").write_text(json.dumps(proposal), encoding="utf-8")
    make_program(root / "programs" / "python3", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    status, said = run_job(root, "intake.yml", "propose", root / "programs", GITHUB)
    asked = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert all(
        (words[:2], words[4:]) == (["api", "--method"], ["--input", "-"]) for words, _ in asked
    )
    return status, said, [(f"{words[2]} {words[3]}", values) for words, values in asked]


def comment(said: str) -> tuple[str, Mapping[str, object]]:
    return f"POST repos/jini/nase-sluzby/{COMMENTS}", {"body": said}


BRANCH = (
    "POST repos/jini/nase-sluzby/git/refs",
    {"ref": "refs/heads/formular-12", "sha": GITHUB["GITHUB_SHA"]},
)
PULL = (
    "POST repos/jini/nase-sluzby/pulls",
    {
        "title": "Nový případ: Kavárna",
        "head": "formular-12",
        "base": "main",
        "body": "Z odpovědí v žádosti #12.\n\nCloses #12\n",
    },
)


def commit(path: str, **values: str) -> tuple[str, Mapping[str, object]]:
    return (
        f"PUT repos/jini/nase-sluzby/contents/{path}",
        {
            "message": "Nový případ: Kavárna\n\nFrom issue #12.",
            "content": base64.b64encode(TEXT.encode()).decode(),
            "branch": "formular-12",
            **values,
        },
    )


def test_a_new_file_becomes_a_pull_request_and_the_issue_is_answered(project: Path) -> None:
    assert propose(project, PROPOSAL) == (
        0,
        "Návrh změny: #13\n",
        [BRANCH, commit(NEW), PULL, comment("Děkujeme!\n\nNávrh změny: #13\n")],
    )


def test_a_file_that_is_there_is_changed_only_as_it_was_read(project: Path) -> None:
    old = (project / CASE).read_bytes()
    sha = hashlib.sha1(b"blob %d\0%s" % (len(old), old), usedforsecurity=False).hexdigest()
    _, _, asked = propose(project, {**PROPOSAL, "path": CASE})
    assert asked[1] == commit(CASE, sha=sha)


def test_without_a_file_the_issue_is_only_answered(project: Path) -> None:
    assert propose(project, {"issue": 12, "answer": "Opravte to.\n"}) == (
        0,
        "Odpověď je pod žádostí.\n",
        [comment("Opravte to.\n")],
    )


@pytest.mark.parametrize(
    ("refused", "asked", "said"),
    [
        pytest.param(
            {REFS: "gh: Reference already exists (HTTP 422)"},
            [BRANCH],
            "Návrh z této žádosti už je ve větvi `formular-12`. Opravte ho tam; nebo větev smažte"
            " a dejte žádosti štítek znovu.",
            id="the-branch-is-there",
        ),
        pytest.param(
            {PULLS: "gh: GitHub Actions is not permitted to create pull requests (HTTP 403)"},
            [BRANCH, commit(NEW), PULL],
            "Pro redakci: návrh je ve větvi `formular-12`, ale GitHub ho nedovolil otevřít."
            " [Otevřete ho sami](https://kod.example/jini/nase-sluzby/compare/main...formular-12"
            "?expand=1), nebo v nastavení repozitáře povolte „Allow GitHub Actions to create and"
            " approve pull requests“.",
            id="pull-requests-are-not-allowed",
        ),
    ],
)
def test_what_github_refuses_is_said_under_the_issue(
    project: Path, refused: Mapping[str, str], asked: list[object], said: str
) -> None:
    answered = comment(f"Děkujeme!\n\n{said}\n")
    assert propose(project, PROPOSAL, refused) == (0, f"{said}\n", [*asked, answered])


def test_another_refusal_ends_the_job_in_czech(project: Path) -> None:
    status, said, asked = propose(project, PROPOSAL, {REFS: "gh: Not Found (HTTP 404)"})
    assert (status, asked) == (1, [BRANCH])
    assert said == "GitHub to nedovolil:\ngh: Not Found (HTTP 404)\n"


@pytest.mark.parametrize(
    "proposal",
    [
        pytest.param({**PROPOSAL, "path": ".github/workflows/check.yml"}, id="a-workflow"),
        pytest.param({**PROPOSAL, "path": "content/innovations/../../x.md"}, id="a-way-up"),
        pytest.param({**PROPOSAL, "path": "/content/innovations/x.md"}, id="from-the-top"),
        pytest.param({**PROPOSAL, "path": "content/innovations/x.md\n"}, id="an-end-of-line"),
        pytest.param({**PROPOSAL, "path": "content/innovations/a/x.md"}, id="a-folder-within"),
        pytest.param({**PROPOSAL, "path": "content/innovations/Á.md"}, id="no-slug"),
        pytest.param({**PROPOSAL, "path": "content/vocabularies/topics.yml"}, id="a-vocabulary"),
        pytest.param({**PROPOSAL, "text": "a" * 262_145}, id="a-large-text"),
        pytest.param({**PROPOSAL, "text": "\ud800"}, id="half-a-sign"),
        pytest.param({**PROPOSAL, "text": None}, id="no-text"),
        pytest.param({**PROPOSAL, "answer": "a" * 60_001}, id="a-long-answer"),
        pytest.param({**PROPOSAL, "title": "a" * 201}, id="a-long-title"),
        pytest.param({**PROPOSAL, "issue": "12/../13"}, id="an-issue-that-is-no-number"),
        pytest.param({**PROPOSAL, "issue": 0}, id="no-issue"),
        pytest.param({**PROPOSAL, "branch": "main"}, id="something-else"),
        pytest.param([], id="a-list"),
    ],
)
def test_a_proposal_of_anything_else_is_not_sent(project: Path, proposal: object) -> None:
    status, said, asked = propose(project, proposal)
    assert (status, asked) == (1, [])
    assert said.startswith("Návrh navrh.json ")
    assert said.count("\n") == 1
