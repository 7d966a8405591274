"""A build that fails leaves the last good site as it was, to the byte and the time."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from building import read_folder, read_times, run
from support import MakeRoot

pytestmark = pytest.mark.site

CASE = "content/innovations/cteni-s-pejsky.md"


def append(path: str, text: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        with (root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def drop_line(path: str, line: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert f"\n{line}\n" in text
        (root / path).write_text(text.replace(f"\n{line}\n", "\n"), encoding="utf-8")

    return change


@pytest.mark.parametrize("generator", ["mkdocs", "properdocs"])
@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(
            drop_line(CASE, "status: bezi"),
            f"{CASE}:1:1: chyba: ",
            id="a-case",
        ),
        pytest.param(
            append("content/prispet/index.md", "\n![obrázek](chybi.png)\n"),
            "content/prispet/index.md:",
            id="prose",
        ),
        pytest.param(
            append("content/nova.md", "# Mimo navigaci\n"),
            "Aborted with 1 warnings in strict mode!",
            id="a-warning-of-the-generator",
        ),
        pytest.param(
            append("hooks/overrides/main.html", "{% block dalsi %}"),
            "TemplateSyntaxError",
            id="a-template-of-the-frame",
        ),
        pytest.param(
            drop_line("content/inovace/index.md", "frame: true"),
            "Rám „inovace/“ nejde použít: chybí značka",
            id="a-page-that-is-no-frame",
        ),
    ],
)
def test_the_last_good_site_stays(
    make_root: MakeRoot,
    plain_site: Path,
    generator: str,
    change: Callable[[Path], None],
    said: str,
) -> None:
    root = make_root()
    site_dir = shutil.copytree(plain_site, root / "web")
    before, times = read_folder(site_dir), read_times(site_dir)
    change(root)
    temporary = root / "tmp"
    temporary.mkdir()
    # a folder given relatively is relative to the settings
    arguments = ("build", "--strict", "-f", "mkdocs.yml", "-d", "web")
    failed = run(generator, *arguments, root=root, variables={"TMPDIR": str(temporary)})
    assert failed.returncode == 1
    assert said in failed.stdout
    assert read_folder(site_dir) == before
    assert read_times(site_dir) == times
    assert list(temporary.iterdir()) == []


def test_no_folder_is_made_for_a_site_that_fails(make_root: MakeRoot) -> None:
    root = make_root()
    drop_line(CASE, "status: bezi")(root)
    failed = run("mkdocs", "build", "-d", "web", root=root)
    assert failed.returncode == 1
    assert not (root / "web").exists()


def test_a_server_whose_first_build_fails_says_why_and_ends(make_root: MakeRoot) -> None:
    root = make_root()
    drop_line(CASE, "status: bezi")(root)
    failed = run("mkdocs", "serve", "-a", "127.0.0.1:0", root=root)
    assert failed.returncode == 1
    assert f"{CASE}:1:1: chyba: " in failed.stdout
    assert "Traceback" not in failed.stdout
