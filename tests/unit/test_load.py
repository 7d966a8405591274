"""Loading: one catalogue and one report, whoever reads the files and whatever is remembered."""

import shutil
from pathlib import Path

import pytest
from support import PROJECT, MakeRoot

from inspirace.cache import Speed
from inspirace.load import load_catalogue
from inspirace.reporters import report_text
from inspirace.workers import NEVER

CASES = "content/innovations"


def spoil(root: Path) -> None:
    """Put files with all kinds of faults into the catalogue."""
    cases = sorted((PROJECT / "tests" / "cases").glob("*/refused*/input.md"))
    assert len(cases) > 50
    for number, case in enumerate(cases):
        shutil.copy(case, root / CASES / f"chyba-{number}.md")
    (root / CASES / "prazdny.md").write_bytes(b"")
    (root / CASES / "slozka.md").mkdir()
    edited = root / CASES / "cteni-s-pejsky.md"
    text = edited.read_text(encoding="utf-8")
    edited.write_text(f"{text}\n[jinam](neni-tu.md)\n", encoding="utf-8")


@pytest.mark.parametrize("is_spoilt", [False, True], ids=["valid", "with-errors"])
def test_the_result_is_the_same_however_it_is_loaded(
    make_root: MakeRoot, tmp_path: Path, *, is_spoilt: bool
) -> None:
    root = make_root()
    if is_spoilt:
        spoil(root)
    plain = load_catalogue(root)
    assert plain.has_errors == is_spoilt
    for speed in (
        Speed(None, fork_from=1),
        Speed(tmp_path / "cache", fork_from=1),
        Speed(tmp_path / "cache", fork_from=1),
        Speed(tmp_path / "cache", fork_from=NEVER),
    ):
        loaded = load_catalogue(root, speed)
        assert report_text(loaded.diagnostics) == report_text(plain.diagnostics)
        assert loaded == plain


def test_a_changed_file_is_read_again(make_root: MakeRoot, tmp_path: Path) -> None:
    root, speed = make_root(), Speed(tmp_path / "cache")
    load_catalogue(root, speed)
    case = root / CASES / "cteni-s-pejsky.md"
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("title: Čtení", "title: Příští"), encoding="utf-8")
    loaded = load_catalogue(root, speed)
    assert loaded.catalogue.innovations["cteni-s-pejsky"].title.startswith("Příští")
    assert loaded == load_catalogue(root)


def test_what_is_remembered_of_a_file_that_is_gone_does_no_harm(
    make_root: MakeRoot, tmp_path: Path
) -> None:
    root, speed = make_root(), Speed(tmp_path / "cache")
    load_catalogue(root, speed)
    (root / CASES / "namet-znakovy-jazyk.md").unlink()
    assert load_catalogue(root, speed) == load_catalogue(root)
