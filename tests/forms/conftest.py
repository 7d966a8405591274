"""The browser of the tests that compare the form's scripts with the package."""

import os
from collections.abc import Iterator

import pytest
from chromium import ARGUMENTS, MISSING, find_browser
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running browser; without one the tests are skipped, and fail where CI is set."""
    with sync_playwright() as playwright:
        path = find_browser(playwright.chromium.executable_path)
        if path is None:
            (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()
