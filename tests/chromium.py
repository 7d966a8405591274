"""The browser of the browser tests: the system's Chromium or Chrome, else Playwright's own."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Where they install themselves without being on PATH: macOS and Windows.
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)

# The tests open our own site only, and a container or root has no use of the sandbox.
ARGUMENTS = ("--no-sandbox", "--disable-background-networking")

MISSING = (
    "Testy v prohlížeči se NESPUSTILY: není tu Chromium ani Chrome."
    " Doinstalujte jedno z nich, nebo spusťte: .venv/bin/playwright install chromium"
)


def find_browser(
    downloaded: str,
    which: Callable[[str], str | None] = shutil.which,
    places: Iterable[str] = PLACES,
) -> str | None:
    """Return the path of a browser, or None; `downloaded` is where Playwright keeps its own."""
    on_path = (which(name) for name in NAMES)
    elsewhere = (place for place in (*places, downloaded) if Path(place).is_file())
    return next((path for path in on_path if path), next(elsewhere, None))
