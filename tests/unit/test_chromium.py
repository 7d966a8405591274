"""The browser of the browser tests is the system's own before a downloaded one."""

from pathlib import Path

import pytest
from chromium import find_browser


@pytest.mark.parametrize(
    ("on_path", "files", "found"),
    [
        pytest.param({"chromium"}, {"installed", "own"}, "/bin/chromium", id="on-path-first"),
        pytest.param({"google-chrome"}, {"own"}, "/bin/google-chrome", id="chrome-will-do"),
        pytest.param(set(), {"installed", "own"}, "installed", id="installed-next"),
        pytest.param(set(), {"own"}, "own", id="playwrights-own-last"),
        pytest.param(set(), set(), None, id="none"),
    ],
)
def test_browser_is_found(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    on_path: set[str],
    files: set[str],
    found: str | None,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in files:
        Path(name).touch()
    which = {name: f"/bin/{name}" for name in on_path}.get
    assert find_browser("own", which=which, places=["installed"]) == found
