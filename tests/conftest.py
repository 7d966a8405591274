"""What all tests share: the fixture catalogue as a project of its own, and golden files."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
FIXTURE = PROJECT / "tests" / "fixture"

MakeRoot = Callable[[], Path]
CheckGolden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden files; what it wrote is read before it is committed."""
    parser.addoption("--write-expected", action="store_true", help="write the golden files anew")


@pytest.fixture
def make_root(tmp_path: Path) -> MakeRoot:
    """Return a function that makes a fresh copy of the fixture catalogue."""

    def make() -> Path:
        root = tmp_path / "catalogue"
        copy_fixture(root)
        return root

    return make


@pytest.fixture(scope="session")
def fixture_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return one copy of the fixture catalogue for tests that leave it as it was."""
    root = tmp_path_factory.mktemp("fixture") / "catalogue"
    copy_fixture(root)
    return root


@pytest.fixture
def check_golden(pytestconfig: pytest.Config) -> CheckGolden:
    """Return a function that compares a text with a golden file, or writes it when asked to."""

    def check(expected: Path, text: str) -> None:
        if pytestconfig.getoption("--write-expected"):
            expected.write_text(text, encoding="utf-8", newline="\n")
        assert text == expected.read_text(encoding="utf-8")

    return check


def copy_fixture(root: Path) -> None:
    """Make a project of the fixture's content with the product's own schema, settings and hook."""
    shutil.copytree(FIXTURE, root)
    shutil.copytree(PROJECT / "content" / "schema", root / "content" / "schema")
    shutil.copytree(PROJECT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "mkdocs.yml", root)
