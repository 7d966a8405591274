"""A dry run of the workflows: every `run` line, in a copy of the project, with a made-up event."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from site_pages import read_site
from support import MakeRoot, copy_fixture
from workflow_runs import (
    REPOSITORY,
    SITE,
    STAND_IN,
    SUMMARY,
    jobs,
    make_program,
    prepare_project,
    read_jobs,
    run_job,
)

pytestmark = [
    pytest.mark.site,
    pytest.mark.skipif(os.name == "nt", reason="the workflows run on Linux"),
]

CASE = "content/innovations/kurz-pocitace.md"
OTHER_CASE = "content/innovations/cteni-s-pejsky.md"


@pytest.fixture
def project(make_root: MakeRoot) -> Path:
    """Return a project of the fixture's content, its environment as if it had been prepared."""
    root = make_root()
    prepare_project(root)
    return root


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
        ("check.yml", "review"),
        ("check.yml", "code"),
        ("intake.yml", "answers"),
        ("intake.yml", "propose"),
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
    where = f"{SITE}/inovace/kurz-pocitace/"
    form = f"{REPOSITORY}/issues/new?template=oprava.yml"
    assert reports == {f"{form}&title={title}&where={where}"}
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


def test_an_editor_sees_what_a_pull_request_changes(project: Path) -> None:
    copy_fixture(project / "before")
    replace(project / CASE, "status: nezjisteno", "status: ukonceno")
    replace(project / CASE, "https://example.org", "https://nikde.invalid")
    status, said = run_job(project, "check.yml", "review")
    assert status == 0
    assert f"### Změněný soubor: {CASE}" in said
    assert "| Stav | nezjištěno | ukončeno |" in said
    assert "- Odkaz neodpovídá (server se neozval): https://nikde.invalid/zpravodaj" in said
    assert (project / SUMMARY).read_text("utf-8") == said
    uploads = [
        step["with"]["path"]
        for step in read_jobs("check.yml")["review"]["steps"]
        if "actions/upload-artifact" in step.get("uses", "")
    ]
    previews = [(project / one).read_text(encoding="utf-8") for one in uploads]
    assert ["<title>Náhled změn</title>" in one for one in previews] == [True]


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
