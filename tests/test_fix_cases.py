"""Damaged files and what `inspirace fix` makes of them: the file and the report, each whole.

A case is a folder `tests/fix/<name>/` with `input.md`, which is put among the innovations of the
fixture catalogue, `expected.md` and `report.txt`.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest
from support import CheckGolden, MakeRoot

from inspirace.cli import main

CASES = sorted((Path(__file__).parent / "fix").iterdir())
PATH = "content/innovations/pripad.md"


def fix(root: Path, capsys: pytest.CaptureFixture[str], options: Sequence[str] = ()) -> str:
    """Return what is printed, and the status."""
    status = main(["fix", "--root", str(root), *options, str(root / PATH)])
    printed = capsys.readouterr()
    return f"{printed.err}{printed.out}Výsledek: {status}\n"


def put(folder: Path, root: Path) -> Path:
    target = root / PATH
    target.write_bytes((folder / "input.md").read_bytes())
    return target


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_damaged_file_is_repaired_or_left_with_a_message(
    folder: Path,
    make_root: MakeRoot,
    check_golden: CheckGolden,
    capsys: pytest.CaptureFixture[str],
    pytestconfig: pytest.Config,
) -> None:
    root = make_root()
    target = put(folder, root)
    check_golden(folder / "report.txt", fix(root, capsys))
    if pytestconfig.getoption("--write-expected"):
        (folder / "expected.md").write_bytes(target.read_bytes())
    assert target.read_bytes() == (folder / "expected.md").read_bytes()


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_twice_is_as_good_as_once(
    folder: Path, make_root: MakeRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_root()
    target = root / PATH
    target.write_bytes((folder / "expected.md").read_bytes())
    fix(root, capsys)
    assert target.read_bytes() == (folder / "expected.md").read_bytes()
