"""Folders that cannot be read are named, each once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support import MakeRoot

from inspirace.diagnostics import Diagnostic, Location
from inspirace.folders import FOLDERS, check_folders
from inspirace.load import load_catalogue

ADVICE = "Má tu být složka, třeba i prázdná, kterou jde otevřít."


def remove(folder: Path) -> None:
    shutil.rmtree(folder)


def make_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("", encoding="utf-8")


def make_loop(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.symlink_to(folder.name)


@pytest.mark.parametrize("folder", [one.path for one in FOLDERS])
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param(remove, "není tu", id="missing"),
        pytest.param(make_file, "je to soubor", id="file"),
        pytest.param(make_loop, "je to odkaz, který vede sám na sebe", id="loop"),
    ],
)
def test_a_folder_that_cannot_be_read_is_named(
    folder: str, change: Callable[[Path], None], reason: str, make_root: MakeRoot
) -> None:
    root = make_root()
    change(root / folder)
    message = f"Složka {folder} nejde přečíst: {reason}."
    expected = Diagnostic("unreadable-file", Location(folder), message, ADVICE)
    assert tuple(check_folders(root)) == (expected,)
    assert expected in load_catalogue(root).diagnostics


def test_without_vocabularies_the_schema_is_not_blamed(make_root: MakeRoot) -> None:
    root = make_root()
    shutil.rmtree(root / "content" / "vocabularies")
    found = [one.code for one in load_catalogue(root).diagnostics]
    assert set(found) == {"unreadable-file"}


@pytest.mark.parametrize("folder", ["innovations", "methods"])
def test_what_leads_to_a_folder_that_is_not_there_is_not_blamed(
    folder: str, make_root: MakeRoot
) -> None:
    root = make_root()
    shutil.rmtree(root / "content" / folder)
    found = [one.code for one in load_catalogue(root).diagnostics]
    assert found == ["unreadable-file"]


def test_of_many_files_that_are_not_read_the_first_are_named(make_root: MakeRoot) -> None:
    root = make_root()
    for number in range(60):
        (root / "content" / "methods" / f"metoda-{number:02}.txt").touch()
    found = tuple(check_folders(root))
    assert len(found) == 50
    assert found[-1].help.endswith("Takových míst je víc; další kontrola ukáže, až opravíte tato.")
