"""Whatever changes, and however it is built, the site has the bytes of a clean build."""

import re
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from building import HOST, build_site, read_folder
from support import PROJECT, copy_fixture

from inspirace.workers import NEVER

pytestmark = pytest.mark.site

CASES = "content/innovations"
EDITED = f"{CASES}/cteni-s-pejsky.md"
Change = Callable[[Path], None]


def rewrite(path: str, old: str, new: str) -> Change:
    """Return the change of a text that is in a file."""

    def change(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), encoding="utf-8")

    return change


def add_case(root: Path) -> None:
    text = (root / CASES / "kurz-pocitace.md").read_text(encoding="utf-8")
    copy = re.sub("^title: .*$", "title: Čtení s kočkami", text, flags=re.MULTILINE)
    (root / CASES / "cteni-s-kockami.md").write_text(copy, encoding="utf-8")


def rename_case(root: Path) -> None:
    case = root / CASES / "cteni-s-kockami.md"
    case.rename(case.with_name("kocky-v-knihovne.md"))


def remove_case(root: Path) -> None:
    (root / CASES / "kocky-v-knihovne.md").unlink()


def spoil_cache(root: Path) -> None:
    for path in (root / ".cache").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1])


def remove_cache(root: Path) -> None:
    shutil.rmtree(root / ".cache")


def spoil_site(root: Path) -> None:
    page = root / "web" / "inovace" / "cteni-s-pejsky" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"h1", b"h2"))


STEPS: dict[str, Change] = {
    "all-is-new": lambda _: None,
    "nothing": lambda _: None,
    "a-case-edited": rewrite(EDITED, "## Výsledky\n", "## Výsledky\n\nNová věta.\n"),
    "a-case-with-another-title": rewrite(
        EDITED, "title: Čtení s pejsky", "title: Nové čtení s pejsky"
    ),
    "a-case-added": add_case,
    "a-case-renamed": rename_case,
    "a-case-removed": remove_case,
    "a-vocabulary": rewrite(
        "content/vocabularies/topics.yml", "label: sociální začleňování", "label: začleňování lidí"
    ),
    "places": rewrite("content/places.yml", "population: 285273", "population: 1285273"),
    "a-method": rewrite(
        "content/methods/rozhovory.md", "title: Rozhovory s lidmi", "title: Nové rozhovory s lidmi"
    ),
    "the-schema": rewrite(
        "content/schema/innovation.yml",
        "editorial: false\n    minLength: 40\n",
        "editorial: true\n    minLength: 40\n",
    ),
    "a-page-of-prose": rewrite("content/o-projektu/index.md", "\n# ", "\nNovinka.\n\n# "),
    "the-code": rewrite("src/inspirace/views/facts.py", "zdroje neuvádějí", "zdroje mlčí"),
    "a-template": rewrite("src/inspirace/templates/innovation.html", "Kdo to převzal", "Převzali"),
    "a-template-of-all-cards": rewrite(
        "src/inspirace/templates/macros/card.html", "card__meta", "card__line"
    ),
    "the-stylesheet": rewrite("src/inspirace/static/inspirace.css", "{", " {"),
    "the-theme": rewrite("hooks/overrides/main.html", "cs_CZ", "cs_SK"),
    "the-address": lambda _: None,
    "the-name": rewrite("mkdocs.yml", "site_name: ", "site_name: Nová "),
    "a-damaged-cache": spoil_cache,
    "no-cache": remove_cache,
    "a-page-of-the-site-edited": spoil_site,
}


def make_project(root: Path, fork_from: int) -> None:
    """Make the fixture's project with its own code, work shared from so many items on."""
    copy_fixture(root)
    shutil.copytree(PROJECT / "src", root / "src", ignore=shutil.ignore_patterns("__pycache__"))
    rewrite("mkdocs.yml", "fork_from: 200", f"fork_from: {fork_from}")(root)


def build_clean(root: Path, folder: Path, url: str) -> dict[str, bytes]:
    """Return the files of the project's site, built from nothing by one process."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root, folder, ignore=shutil.ignore_patterns(".cache", "web"))
    settings = folder / "mkdocs.yml"
    one = re.sub("fork_from: [0-9]+", f"fork_from: {NEVER}", settings.read_text(encoding="utf-8"))
    settings.write_text(one, encoding="utf-8")
    return build(folder, url)


def build(root: Path, url: str) -> dict[str, bytes]:
    """Return the files of the project's site, built over what is there."""
    code = str(root / "src")
    return read_folder(build_site(root, root / "web", url=url, PYTHONPATH=code))


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Return the paths of the files that differ."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def test_a_changed_project_has_the_site_of_a_clean_build(tmp_path: Path) -> None:
    shared, alone, clean = (tmp_path / name for name in ("shared", "alone", "clean"))
    make_project(shared, fork_from=1)
    make_project(alone, fork_from=NEVER)
    found = {}
    for name, change in STEPS.items():
        url = f"{HOST}/{'jinam' if name == 'the-address' else 'neco'}/"
        change(shared)
        change(alone)
        with ThreadPoolExecutor() as at_once:
            wanted = at_once.submit(build_clean, shared, clean, url)
            built = [at_once.submit(build, root, url) for root in (shared, alone)]
        found[name] = [differing(wanted.result(), one.result()) for one in built]
    assert found == {name: [[], []] for name in STEPS}
