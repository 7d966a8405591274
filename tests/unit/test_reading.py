"""Reading a file: bounded, never waiting, never raising; obstacles are findings."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from inspirace.diagnostics import Diagnostic, Location
from inspirace.reading.files import MAX_FILE_BYTES, Reading, read_text_file
from inspirace.reading.text_file import TextFile

PATH = "content/pripad.md"


def make_folder(target: Path) -> None:
    target.mkdir()


def make_nothing(target: Path) -> None:
    assert not target.exists()


def make_broken_link(target: Path) -> None:
    target.symlink_to("jinde.md")


def make_looping_link(target: Path) -> None:
    target.symlink_to(target.name)


def make_link_outside(target: Path) -> None:
    target.symlink_to(Path(os.devnull).parent / "zero")


def make_link_to_a_neighbour(target: Path) -> None:
    # A folder whose name only begins like the root's.
    beside = target.parents[1].with_name("katalog-tajny")
    beside.mkdir()
    (beside / "tajne.md").write_text("tajné", encoding="utf-8")
    target.symlink_to(beside / "tajne.md")


def make_link_to_a_folder(target: Path) -> None:
    target.symlink_to(".")


def make_pipe(target: Path) -> None:
    os.mkfifo(target)


def make_file_below_a_file(target: Path) -> None:
    target.parent.rmdir()
    target.parent.write_text("", encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "katalog"
    (root / "content").mkdir(parents=True)
    return root


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        pytest.param(make_folder, "je to složka", id="folder"),
        pytest.param(make_nothing, "není tu", id="missing"),
        pytest.param(make_broken_link, "je to odkaz na soubor, který není", id="broken-link"),
        pytest.param(make_looping_link, "je to odkaz, který vede sám na sebe", id="loop"),
        pytest.param(make_link_outside, "je to odkaz, který vede mimo katalog", id="device"),
        pytest.param(
            make_link_to_a_neighbour, "je to odkaz, který vede mimo katalog", id="outside"
        ),
        pytest.param(make_link_to_a_folder, "je to složka", id="link-to-folder"),
        pytest.param(make_pipe, "není to obyčejný soubor", id="pipe"),
        pytest.param(make_file_below_a_file, "složka, ve které má být, je soubor", id="no-folder"),
    ],
)
def test_what_cannot_be_read_is_said(root: Path, make: Callable[[Path], None], reason: str) -> None:
    make(root / PATH)
    (found,) = read_text_file(root, PATH).diagnostics
    assert (found.code, found.location) == ("unreadable-file", Location(PATH))
    assert found.message == f"Soubor nejde přečíst: {reason}."


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param("a\0b.md", "má v názvu znak, který tam být nesmí", id="nul"),
        pytest.param("a" * 300 + ".md", "má příliš dlouhý název", id="too-long"),
    ],
)
def test_a_name_that_no_file_can_have_is_said(root: Path, path: str, reason: str) -> None:
    (found,) = read_text_file(root, path).diagnostics
    assert found.message == f"Soubor nejde přečíst: {reason}."


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        pytest.param(errno.EACCES, "chybí práva ke čtení", id="rights"),
        pytest.param(errno.EIO, "systém to nedovolil", id="other"),
    ],
)
def test_what_the_system_refuses_is_said(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    def refuse(_path: Path, _mode: str) -> None:
        raise OSError(number, os.strerror(number))

    (root / PATH).write_text("text", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    (found,) = read_text_file(root, PATH).diagnostics
    assert found.message == f"Soubor nejde přečíst: {reason}."


def test_a_link_within_the_catalogue_is_followed(root: Path) -> None:
    (root / "jiny.md").write_text("text", encoding="utf-8")
    (root / PATH).symlink_to("../jiny.md")
    assert read_text_file(root, PATH) == Reading(TextFile(PATH, "text"))


def test_a_huge_file_is_refused_without_being_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (root / PATH).open("wb") as file:
        file.truncate(3 * 1024**4)
    monkeypatch.setattr(Path, "open", None)
    assert read_text_file(root, PATH) == Reading(
        None,
        (
            Diagnostic(
                "too-large",
                Location(PATH),
                "Soubor má 3\N{NO-BREAK SPACE}221\N{NO-BREAK SPACE}225\N{NO-BREAK SPACE}472 kB,"
                " nejvíc může mít 256 kB.",
                "Obrázky a přílohy ukládejte jako jiné soubory.",
            ),
        ),
    )


@pytest.mark.parametrize(
    ("size", "limit", "codes"),
    [
        pytest.param(MAX_FILE_BYTES, MAX_FILE_BYTES, [], id="just-fits"),
        pytest.param(MAX_FILE_BYTES + 1, MAX_FILE_BYTES, ["too-large"], id="one-byte-more"),
        pytest.param(MAX_FILE_BYTES + 1, MAX_FILE_BYTES * 2, [], id="larger-limit"),
    ],
)
def test_a_file_has_a_largest_size(root: Path, size: int, limit: int, codes: list[str]) -> None:
    (root / PATH).write_bytes(b"a" * size)
    assert [found.code for found in read_text_file(root, PATH, limit).diagnostics] == codes
