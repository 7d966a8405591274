"""Fixtures of all tests: the fixture catalogue as a project of its own, golden files, a browser."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import ARGUMENTS, MISSING, find_browser
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from support import CheckGolden, MakeRoot, copy_fixture

# A slow machine is no fault of the code; where CI is set, hypothesis' own profile rules.
settings.register_profile("patient", deadline=None)
if not os.environ.get("CI"):
    settings.load_profile("patient")


is_missing = pytest.StashKey[bool]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden files; what it wrote is read before it is committed."""
    parser.addoption("--write-expected", action="store_true", help="write the golden files anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests with a browser last: it and its server have threads, and then nothing forks."""
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))


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


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """Return a running browser; without one the tests are skipped, and fail where CI is set.

    There is one for the tests of all folders: Playwright starts only once in a process.
    """
    with sync_playwright() as playwright:
        path = find_browser(playwright.chromium.executable_path)
        if path is None:
            pytestconfig.stash[is_missing] = True
            (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say aloud that there was no browser: a skipped test is easily overlooked."""
    if terminalreporter.config.stash.get(is_missing, False):
        terminalreporter.write_sep("!", MISSING, red=True, bold=True)
