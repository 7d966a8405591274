"""Fixtures of the tests in a real browser."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import HOST, build_site
from chromium import ARGUMENTS, MISSING, find_browser
from crowds import crowd
from playwright.sync_api import Browser, sync_playwright
from serving import PREFIX, serve
from support import copy_fixture

is_missing = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """Return a running browser; without one the tests are skipped, and fail where CI is set."""
    with sync_playwright() as playwright:
        path = find_browser(playwright.chromium.executable_path)
        if path is None:
            pytestconfig.stash[is_missing] = True
            (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def home(fixture_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the fixture catalogue's home page, served under a path."""
    folder = tmp_path_factory.mktemp("browser") / "web"
    with serve(build_site(fixture_root, folder, url=HOST + PREFIX)) as address:
        yield address


@pytest.fixture(scope="session")
def crowded_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the fixture catalogue with seventy cases more, each with other values of facets."""
    root = tmp_path_factory.mktemp("crowded") / "catalogue"
    copy_fixture(root)
    innovations = root / "content" / "innovations"
    model = (innovations / "cteni-s-pejsky.md").read_text(encoding="utf-8")
    for number in range(1, 71):
        text = crowd(model, number)
        (innovations / f"setkani-{number}.md").write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def crowded(crowded_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the home page of the catalogue with many cases."""
    folder = tmp_path_factory.mktemp("browser") / "mnoho"
    with serve(build_site(crowded_root, folder, url=HOST + PREFIX)) as address:
        yield address


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say aloud that there was no browser: a skipped test is easily overlooked."""
    if terminalreporter.config.stash.get(is_missing, False):
        terminalreporter.write_sep("!", MISSING, red=True, bold=True)
