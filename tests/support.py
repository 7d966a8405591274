"""What tests share beyond fixtures: where the project is, its fixture catalogue, golden files."""

import shutil
from collections.abc import Callable
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
FIXTURE = PROJECT / "tests" / "fixture"

MakeRoot = Callable[[], Path]
CheckGolden = Callable[[Path, str], None]


def copy_fixture(root: Path) -> None:
    """Make a project of the fixture's content with the product's own schema, settings and hook."""
    shutil.copytree(FIXTURE, root)
    shutil.copytree(PROJECT / "content" / "schema", root / "content" / "schema")
    shutil.copytree(PROJECT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "mkdocs.yml", root)
