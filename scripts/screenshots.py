"""Take the README's pictures of the real site: build it first, run this in the test environment."""

import argparse
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / ".github" / "readme"
PAGES = {"home.png": "", "innovation.png": "inovace/biblioterapie-kromeriz/"}
WIDTH, HEIGHT = 1280, 800


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and logs nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on this computer; give its address."""
    handler = partial(QuietHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def take_pictures(address: str, executable: str | None) -> None:
    """Write every picture, always of the light look and without motion."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for name, path in PAGES.items():
            page = browser.new_page(
                viewport={"width": WIDTH, "height": HEIGHT},
                color_scheme="light",
                reduced_motion="reduce",
            )
            page.goto(address + path, wait_until="networkidle")
            page.screenshot(path=PICTURES / name)
            page.close()
        browser.close()


def main() -> int:
    """Take the pictures of the site in the folder site."""
    parser = argparse.ArgumentParser(description="Vyfotí web ze složky site pro README.")
    parser.parse_args()
    site = ROOT / "site"
    if not (site / "index.html").is_file():
        print("Nejdřív web sestavte: python3 scripts/build.py", file=sys.stderr)
        return 2
    PICTURES.mkdir(exist_ok=True)
    executable = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    with served(site) as address:
        take_pictures(address, executable)
    print(f"Obrázky jsou ve složce {PICTURES.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
