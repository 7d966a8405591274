"""Windows of the browser: a page opened in one of its own, and what is wrong with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships no types
from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]

WIDTHS = (320, 1280)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
HEIGHT = 800
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@contextmanager
def opened(
    browser: Browser,
    address: str,
    *,
    width: int = 1280,
    scheme: Scheme = "light",
    scripts: bool = True,
) -> Iterator[Page]:
    """Open the address in a window of its own."""
    window = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        color_scheme=scheme,
        java_script_enabled=scripts,
        locale="cs-CZ",
    )
    page = window.new_page()
    page.goto(address)
    yield page
    window.close()


def violations(page: Page) -> list[str]:
    """Return the broken rules of WCAG 2.2 AA with the elements that break them."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}}).response
    return [
        f"{broken['id']}: {node['html'][:120]}"
        for broken in found["violations"]
        for node in broken["nodes"]
    ]


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return max(0, int(wider))
