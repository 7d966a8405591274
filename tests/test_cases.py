"""Every code has refused and accepted cases; each whole report is compared with a golden file.

A case is a folder `tests/cases/<code>/<refused|accepted>[-name]/`. It holds `input.md`, which is
checked as an innovation of the fixture catalogue, or a tree `content/…` put over the catalogue.
`expected.txt` is the report about these files.
"""

import shutil
from pathlib import Path, PurePosixPath

import pytest
from support import CheckGolden, MakeRoot

from inspirace.codes import CODES
from inspirace.load import load_catalogue
from inspirace.reporters import report_text

CASES = Path(__file__).parent / "cases"
INPUT = "content/innovations/pripad.md"
# What no file in a repository can hold is tested with the file system itself, in unit tests.
NOT_FILES = {"unreadable-file"}


def find_cases(kind: str) -> list[Path]:
    return sorted(folder for folder in CASES.glob(f"*/{kind}*") if folder.is_dir())


def case_id(folder: Path) -> str:
    return folder.relative_to(CASES).as_posix()


def lay_over(folder: Path, root: Path) -> set[str]:
    """Put the case's files over the catalogue; return their paths."""
    if (folder / "content").is_dir():
        shutil.copytree(folder / "content", root / "content", dirs_exist_ok=True)
        files = (path for path in folder.rglob("content/**/*") if path.is_file())
        return {path.relative_to(folder).as_posix() for path in files}
    shutil.copy(folder / "input.md", root / INPUT)
    return {INPUT}


def check_case(folder: Path, root: Path) -> tuple[set[str], str]:
    """Return the codes found in the case's own files and the report about them."""
    paths = lay_over(folder, root)
    found = [one for one in load_catalogue(root).diagnostics if one.location.path in paths]
    return {one.code for one in found}, report_text(found)


@pytest.mark.parametrize("folder", find_cases("refused"), ids=case_id)
def test_a_refused_case_is_reported(
    folder: Path, make_root: MakeRoot, check_golden: CheckGolden
) -> None:
    codes, report = check_case(folder, make_root())
    check_golden(folder / "expected.txt", report)
    assert folder.parent.name in codes


@pytest.mark.parametrize("folder", find_cases("accepted"), ids=case_id)
def test_an_accepted_case_is_not_reported(
    folder: Path, make_root: MakeRoot, check_golden: CheckGolden
) -> None:
    codes, report = check_case(folder, make_root())
    check_golden(folder / "expected.txt", report)
    assert folder.parent.name not in codes


@pytest.mark.parametrize("code", [code for code in CODES if code not in NOT_FILES])
def test_every_code_has_a_refused_and_an_accepted_case(code: str) -> None:
    kinds = {PurePosixPath(case.name).name.partition("-")[0] for case in (CASES / code).glob("*")}
    assert {"refused", "accepted"} <= kinds
