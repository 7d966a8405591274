"""A dry run of the workflows: every `run` line, in a copy of the project, with a made-up event."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import environment
import pytest
import yaml
from building import OWN_VARIABLES
from site_pages import read_site
from support import PROJECT, MakeRoot

pytestmark = [
    pytest.mark.site,
    pytest.mark.skipif(os.name == "nt", reason="the workflows run on Linux"),
]

WORKFLOWS = PROJECT / ".github" / "workflows"
# Of a fork with a name of its own.
SITE, REPOSITORY = "https://jini.example/nase-sluzby", "https://kod.example/jini/nase-sluzby"
EVENT: Mapping[str, str] = {
    "steps.pages.outputs.base_url": SITE,
    "github.server_url": "https://kod.example",
    "github.repository": "jini/nase-sluzby",
}
CASE = "content/innovations/kurz-pocitace.md"
OTHER_CASE = "content/innovations/cteni-s-pejsky.md"
SUMMARY = ".cache/summary.md"  # where GitHub would have it

# A program of the environment, and one that only says how it was called.
PROGRAM = """#!{python}
import runpy, sys
sys.path.insert(0, {source!r})
runpy.run_module({module!r}, run_name="__main__", alter_sys=True)
"""
STAND_IN = """#!/bin/sh
echo "${{0##*/}} $* CI=$CI"
"""


def make_program(path: Path, text: str, **values: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.format(**values), encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def project(make_root: MakeRoot) -> Path:
    """Return a project of the fixture's content, its environment as if it had been prepared."""
    root = make_root()
    for folder in ("scripts", ".ci"):
        shutil.copytree(PROJECT / folder, root / folder)
    for lock in (environment.RUN_TIME, environment.DEVELOPMENT):
        shutil.copy(PROJECT / lock, root)
    for name in ("inspirace", "mkdocs"):
        values = {"python": sys.executable, "source": str(PROJECT / "src"), "module": name}
        make_program(environment.program(root, name), PROGRAM, **values)
    environment.program(root, "python").symlink_to(sys.executable)
    stamp = environment.stamp(root, environment.RUN_TIME)
    (root / ".venv" / "inspirace.txt").write_text(stamp, encoding="utf-8")
    (root / ".cache").mkdir()
    return root


def jobs() -> Iterator[tuple[str, str]]:
    """Yield the workflow and the name of every job that runs a line of ours."""
    for path in sorted(WORKFLOWS.glob("*.yml")):
        for name, job in read_jobs(path.name).items():
            if any("run" in step for step in job["steps"]):
                yield path.name, name


def read_jobs(workflow: str) -> dict[str, Any]:
    jobs: dict[str, Any] = yaml.safe_load((WORKFLOWS / workflow).read_text("utf-8"))["jobs"]
    return jobs


def filled(value: str) -> str:
    """Return a value with the event put in; an expression that the event has not is an error."""
    return re.sub(r"\$\{\{ (.+?) \}\}", lambda expression: EVENT[expression[1]], value)


def run_job(root: Path, workflow: str, job: str, path: Path | None = None) -> tuple[int, str]:
    """Run the lines of a job as GitHub would; return the status of the first bad one, and all said.

    `path` is a folder whose programs come before those of the system.
    """
    first = path or Path(sys.executable).parent
    here = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GITHUB_") and name not in {"CI", *OWN_VARIABLES}
    }
    here |= {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(root / SUMMARY)}
    here |= {"PATH": f"{first}{os.pathsep}{os.environ['PATH']}"}
    said = ""
    for step in read_jobs(workflow)[job]["steps"]:
        if "run" in step:
            values = {name: filled(value) for name, value in step.get("env", {}).items()}
            done = subprocess.run(  # noqa: S603 - our own words
                ["/bin/bash", "-e", "-c", step["run"]],
                cwd=root,
                env=here | values,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                timeout=120,
                check=False,
            )
            said += done.stdout
            if done.returncode:
                return done.returncode, said
    return 0, said


def commit(root: Path, message: str) -> None:
    """Commit everything; the first time make the repository."""
    git = shutil.which("git")
    assert git, "git makes the list of changed files"
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for words in (["init", "-q"], ["add", "content"], [*who, "commit", "-q", "-m", message]):
        subprocess.run([git, *words], cwd=root, check=True)  # noqa: S603 - our own words


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_these_jobs_run_lines_of_ours() -> None:
    assert list(jobs()) == [
        ("check.yml", "content"),
        ("check.yml", "code"),
        ("publish.yml", "test"),
        ("publish.yml", "build"),
    ]


def test_a_fork_publishes_a_site_of_its_own(project: Path) -> None:
    assert run_job(project, "publish.yml", "build") == (
        0,
        "Bez chyb: 4\xa0inovace a 2\xa0metody.\nWeb je ve složce site.\n",
    )
    (upload,) = (
        step["with"]["path"]
        for step in read_jobs("publish.yml")["build"]["steps"]
        if "upload-pages-artifact" in step.get("uses", "")
    )
    site = read_site(project / upload)
    page = site["inovace/kurz-pocitace/"]
    assert page.relation("canonical") == [f"{SITE}/inovace/kurz-pocitace/"]
    assert page.relation("edit") == [f"{REPOSITORY}/edit/main/{CASE}"]
    assert site["o-projektu/data/"].relation("edit") == [
        f"{REPOSITORY}/edit/main/content/o-projektu/data.md"
    ]
    reports = {unquote(way) for way in page.ways if "/issues/" in way}
    title = "Chyba na stránce: Kurz práce s počítačem pro seniory"
    assert reports == {f"{REPOSITORY}/issues/new?title={title}"}
    listed = ET.parse(project / upload / "sitemap.xml").getroot()  # noqa: S314 - our own file
    places = [place.text or "" for place in listed.iterfind(".//{*}loc")]
    assert f"{SITE}/inovace/kurz-pocitace/" in places
    assert [place for place in places if not place.startswith(f"{SITE}/")] == []


def test_a_pull_request_hears_first_of_the_file_that_it_changes(project: Path) -> None:
    extra = "".join(f"pole_{number}: a\n" for number in range(11))
    replace(project / OTHER_CASE, "---\n", f"---\n{extra}")
    commit(project, "before")
    replace(project / CASE, "- seniori", "- důchodci 100 %")
    commit(project, "the change")
    status, said = run_job(project, "check.yml", "content")
    commands = [line for line in said.splitlines() if line.startswith("::")]
    assert (status, len(commands)) == (1, 10)
    assert commands[0].startswith(f"::error file={CASE},line=9,col=5,title=Chyba unknown-term::")
    assert {line.partition(",")[0] for line in commands[1:]} == {f"::error file={OTHER_CASE}"}
    assert said.endswith("Web se nesestavil; co bylo ve složce site, zůstalo, jak bylo.\n")
    assert not (project / "site").exists()

    summary = (project / SUMMARY).read_text(encoding="utf-8")
    assert summary.count("- **chyba** ") == 2
    (upload,) = (
        step["with"]["path"]
        for step in read_jobs("check.yml")["content"]["steps"]
        if "actions/upload-artifact" in step.get("uses", "")
    )
    (report,) = json.loads((project / upload).read_text(encoding="utf-8"))["runs"]
    assert len(report["results"]) == 12


@pytest.mark.parametrize(
    ("workflow", "job"),
    [pytest.param("check.yml", "code", id="check"), pytest.param("publish.yml", "test", id="test")],
)
def test_the_code_is_checked_with_the_browser_asked_for(
    project: Path, tmp_path: Path, workflow: str, job: str
) -> None:
    for name in ("python3", "chromium"):
        make_program(tmp_path / "programs" / name, STAND_IN)
    assert run_job(project, workflow, job, tmp_path / "programs") == (
        0,
        "python3 -c import ensurepip, venv CI=\npython3 scripts/test.py CI=true\n",
    )
