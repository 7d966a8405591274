"""The locks hold what pyproject.toml asks for, hashed, and nothing of where they were made."""

import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import lock
import pytest
from packaging.requirements import Requirement
from support import PROJECT

LOCKS = (lock.RUN_TIME, lock.DEVELOPMENT)
# A file of the repository that names one of these was made from one machine's settings.
HOSTS = re.compile(rb"pythonhosted|pypi\.org|registry\.npmjs|deb\.debian\.org")


@cache
def requirements(name: str) -> dict[str, list[tuple[Requirement, int]]]:
    """Return each locked project's requirements with the number of their hashes."""
    text = (PROJECT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    found: dict[str, list[tuple[Requirement, int]]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            written, *hashes = line.split("--hash=sha256:")
            requirement = Requirement(written)
            found.setdefault(requirement.name, []).append((requirement, len(hashes)))
    return found


def asked(groups: bool) -> list[Requirement]:  # noqa: FBT001 - a column of the table below
    """Return what pyproject.toml asks for, with the development group or without it."""
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    written = settings["build-system"]["requires"] + settings["project"]["dependencies"]
    development = settings["dependency-groups"]["dev"] if groups else []
    return [Requirement(one) for one in (*written, *development)]


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_one_version_with_hashes(name: str) -> None:
    for versions in requirements(name).values():
        for requirement, hashes in versions:
            assert re.fullmatch(r"==[\w.]+", str(requirement.specifier))
            assert hashes > 0


@pytest.mark.parametrize("name", LOCKS)
def test_two_versions_of_one_project_have_markers(name: str) -> None:
    for versions in requirements(name).values():
        assert len(versions) == 1 or all(requirement.marker for requirement, _ in versions)


@pytest.mark.parametrize(("name", "groups"), [(LOCKS[0], False), (LOCKS[1], True)], ids=LOCKS)
def test_a_lock_holds_what_the_project_asks_for(name: str, groups: bool) -> None:  # noqa: FBT001
    for wanted in asked(groups):
        for requirement, _ in requirements(name)[canonical(wanted.name)]:
            (version,) = requirement.specifier
            assert wanted.specifier.contains(version.version), str(wanted)


def test_development_adds_to_the_run_time_and_changes_nothing_of_it() -> None:
    run_time, development = requirements(LOCKS[0]), requirements(LOCKS[1])
    assert {name: development.get(name) for name in run_time} == run_time


@pytest.mark.parametrize("project", ["pyyaml", "markupsafe", "watchdog", "charset-normalizer"])
def test_a_compiled_project_has_hashes_for_many_platforms(project: str) -> None:
    (_, hashes), *_ = requirements(LOCKS[0])[project]
    assert hashes > 20


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_no_address_and_no_path(name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    assert re.findall(r"\w+://|file:|index-url|find-links|^[^#]*/", text, re.MULTILINE) == []


@pytest.mark.skipif(not (PROJECT / ".git").exists(), reason="downloaded without git")
def test_no_tracked_file_names_a_registry() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 - git is where it is
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    paths = [PROJECT / name for name in listed.split("\0") if name]
    others = [path for path in paths if path.is_file() and path != Path(__file__)]
    assert others
    assert [path for path in others if HOSTS.search(path.read_bytes())] == []


def test_the_lock_command_asks_for_every_platform_and_for_no_address() -> None:
    assert list(lock.lock_command("uv", lock.DEVELOPMENT, upgrade=True)) == [
        *("uv", "pip", "compile", "--quiet", "pyproject.toml", "-"),
        *("--output-file", "requirements-dev.lock"),
        *("--universal", "--python-version", "3.11", "--generate-hashes"),
        *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-config"),
        *("--group", "dev", "--constraints", "requirements.lock", "--upgrade"),
    ]


def test_the_build_backend_is_read_from_the_project() -> None:
    assert lock.build_backend(PROJECT / "pyproject.toml") == "flit_core>=3.12,<4"
