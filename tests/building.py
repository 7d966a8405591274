"""Building a site with a real generator in a process of its own, and reading its files."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from support import PROJECT

HOST = "https://knihovna.example"
REPOSITORY = "https://kod.example/katalog"
OWN_VARIABLES = {"SITE_URL", "REPO_URL", "EDITORS_EMAIL", "SOURCE_DATE_EPOCH"}


def environment(variables: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a process: that of the tests, without what a site is made from."""
    inherited = {name: value for name, value in os.environ.items() if name not in OWN_VARIABLES}
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return inherited | quiet | {"PYTHONPATH": str(PROJECT / "src")} | dict(variables or {})


def run(
    module: str, *arguments: str | Path, root: Path, variables: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a module of the environment in the root; the output is both streams together."""
    return subprocess.run(  # noqa: S603 - our own commands
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=root,
        env=environment(variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def build_site(
    root: Path, site_dir: Path, *, generator: str = "mkdocs", url: str = "", **variables: str
) -> Path:
    """Build the site strictly and return its folder; a build that fails fails the test."""
    variables |= {"SITE_URL": url, "REPO_URL": REPOSITORY if url else ""}
    built = run(
        generator,
        *("build", "--strict", "-f", root / "mkdocs.yml", "-d", site_dir),
        root=root,
        variables=variables,
    )
    assert built.returncode == 0, built.stdout
    return site_dir


def remove_hook(root: Path) -> None:
    """Make the project one whose generator does not know the catalogue."""
    settings = root / "mkdocs.yml"
    hooks = "hooks:\n  - hooks/inspirace_hook.py\n"
    written = settings.read_text(encoding="utf-8")
    assert hooks in written
    settings.write_text(written.replace(hooks, ""), encoding="utf-8")


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return the content of every file by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def read_times(folder: Path) -> dict[str, int]:
    """Return when every file and folder was last changed, by its path."""
    return {str(path.relative_to(folder)): path.stat().st_mtime_ns for path in folder.rglob("*")}
