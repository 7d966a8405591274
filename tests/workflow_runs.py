"""Workflows run dry: the `run` lines of a job, in a copy of the project, with a made-up event."""

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import environment
import yaml
from building import OWN_VARIABLES
from support import PROJECT

WORKFLOWS = PROJECT / ".github" / "workflows"
# Of a fork with a name of its own.
SITE, REPOSITORY = "https://jini.example/nase-sluzby", "https://kod.example/jini/nase-sluzby"
EVENT: Mapping[str, str] = {
    "steps.pages.outputs.base_url": SITE,
    "github.server_url": "https://kod.example",
    "github.repository": "jini/nase-sluzby",
    "github.token": "token",
}
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


def prepare_project(root: Path) -> None:
    """Give a project of the fixture's content an environment as if it had been prepared."""
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


def run_job(
    root: Path,
    workflow: str,
    job: str,
    path: Path | None = None,
    variables: Mapping[str, str] | None = None,
) -> tuple[int, str]:
    """Run the lines of a job as GitHub would; return the status of the first bad one, and all said.

    `path` is a folder whose programs come before those of the system; `variables` are GitHub's.
    """
    first = path or Path(sys.executable).parent
    here = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GITHUB_") and name not in {"CI", *OWN_VARIABLES}
    }
    here |= {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(root / SUMMARY)}
    here |= {"PATH": f"{first}{os.pathsep}{os.environ['PATH']}"}
    here |= variables or {}
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
