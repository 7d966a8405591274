"""Writing: only what changed, whole, and nothing at all when anything fails."""

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import pytest

from inspirace.page import Artifact
from inspirace.write import WriteError, WriteReport, write_artifacts

LONG_AGO = 1_000_000_000
BAD_PATHS = (
    *("", ".", "..", "../x", "x/../y", "/x", "x/", "x//y", "./x"),
    *("x\\y", "C:x", "x\0", ".inspirace-parts", ".inspirace-parts/0"),
)


def make_artifacts(files: Mapping[str, str]) -> Iterator[Artifact]:
    for path, content in files.items():
        yield Artifact(path, content.encode())


def make_folder(folder: Path, files: Mapping[str, str]) -> Path:
    """Make a folder of files that were all last changed long ago."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
        os.utime(folder / path, (LONG_AGO, LONG_AGO))
    return folder


def read_folder(folder: Path) -> dict[str, str]:
    """Return every file and link by path, and every empty folder as a path with a slash."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_file():
            found[name] = path.read_text(encoding="utf-8")
        elif not any(path.iterdir()):
            found[f"{name}/"] = ""
    return found


@pytest.mark.parametrize(
    ("before", "artifacts", "report"),
    [
        pytest.param({}, {"index.html": "a", "x/index.html": "b"}, WriteReport(2, 0, 0), id="new"),
        pytest.param({"a": "1"}, {"a": "1"}, WriteReport(0, 1, 0), id="unchanged"),
        pytest.param({"a": "1"}, {"a": "2"}, WriteReport(1, 0, 0), id="changed-same-length"),
        pytest.param({"a": "1"}, {"a": ""}, WriteReport(1, 0, 0), id="emptied"),
        pytest.param({"x/y/a": "1", "b": "2"}, {"b": "2"}, WriteReport(0, 1, 1), id="removed"),
        pytest.param({"x": "1"}, {"x/a": "2"}, WriteReport(1, 0, 1), id="file-becomes-folder"),
        pytest.param({"x/y/a": "1"}, {"x": "2"}, WriteReport(1, 0, 1), id="folder-becomes-file"),
        pytest.param({"a": "1"}, {}, WriteReport(0, 0, 1), id="nothing-left"),
    ],
)
def test_the_folder_becomes_the_artifacts(
    tmp_path: Path, before: Mapping[str, str], artifacts: Mapping[str, str], report: WriteReport
) -> None:
    site = make_folder(tmp_path / "site", before)
    assert write_artifacts(make_artifacts(artifacts), site) == report
    assert read_folder(site) == artifacts


def test_what_is_the_same_is_not_touched(tmp_path: Path) -> None:
    site = make_folder(tmp_path / "site", {"same": "1", "x/same": "2", "changed": "3"})
    changes = {"same": "1", "x/same": "2", "changed": "4"}
    write_artifacts(make_artifacts(changes), site)
    untouched = {path for path in changes if (site / path).stat().st_mtime == LONG_AGO}
    assert untouched == {"same", "x/same"}


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    files = {"index.html": "a", "x/index.html": "b", ".nojekyll": "", ".well-known/c": "d"}
    write_artifacts(make_artifacts(files), tmp_path / "site")
    assert write_artifacts(make_artifacts(files), tmp_path / "site") == WriteReport(0, 4, 0)
    assert read_folder(tmp_path / "site") == files


def test_hidden_entries_at_the_top_are_kept(tmp_path: Path) -> None:
    kept = {".git/config": "1", ".nojekyll": ""}
    site = make_folder(tmp_path / "site", {**kept, "x/.hidden": "2"})
    (site / ".git" / "refs").mkdir()
    write_artifacts(make_artifacts({"a": "1"}), site)
    assert read_folder(site) == {**kept, ".git/refs/": "", "a": "1"}


def test_only_removable_files_are_removed(tmp_path: Path) -> None:
    site = make_folder(tmp_path / "site", {"old": "1", "x/old": "2", "theirs": "3"})
    report = write_artifacts(make_artifacts({"new": "4"}), site, removable={"old", "x/old", "z"})
    assert report == WriteReport(1, 0, 2)
    assert read_folder(site) == {"new": "4", "theirs": "3"}


def test_an_empty_folder_gives_way_to_a_file(tmp_path: Path) -> None:
    (tmp_path / "site" / "x" / "y").mkdir(parents=True)
    write_artifacts(make_artifacts({"x": "1"}), tmp_path / "site")
    assert read_folder(tmp_path / "site") == {"x": "1"}


@pytest.mark.parametrize(
    ("link", "target"),
    [
        pytest.param("x", "outside", id="folder-of-the-artifact"),
        pytest.param("x/a", "../outside/a", id="the-artifact-itself"),
        pytest.param("x/a", "nowhere", id="broken"),
        pytest.param("y", "outside", id="no-artifact"),
    ],
)
def test_a_link_is_replaced_and_what_it_led_to_stays(
    tmp_path: Path, link: str, target: str
) -> None:
    outside = make_folder(tmp_path / "outside", {"a": "theirs"})
    site = make_folder(tmp_path / "site", {})
    (site / link).parent.mkdir(exist_ok=True)
    (site / link).symlink_to(tmp_path / target)
    write_artifacts(make_artifacts({"x/a": "theirs"}), site)
    assert read_folder(site) == {"x/a": "theirs"}
    assert read_folder(outside) == {"a": "theirs"}


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    real = make_folder(tmp_path / "real", {"old": "1"})
    (tmp_path / "site").symlink_to(real)
    write_artifacts(make_artifacts({"a": "2"}), tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert read_folder(real) == {"a": "2"}


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param(
            [("b", "9"), ("b", "9")], "Dva soubory webu mají stejnou cestu: b", id="twice"
        ),
        pytest.param(
            [("b", "9"), ("b/c", "9")],
            "Soubor webu se jmenuje stejně jako složka: b",
            id="file-and-folder",
        ),
    ],
)
def test_artifacts_that_cannot_be_a_folder_change_nothing(
    tmp_path: Path, files: list[tuple[str, str]], message: str
) -> None:
    before = {"a": "1", "b": "2", "x/c": "3"}
    site = make_folder(tmp_path / "site", before)
    artifacts = [Artifact(path, content.encode()) for path, content in files]
    with pytest.raises(WriteError) as raised:
        write_artifacts(artifacts, site)
    assert str(raised.value) == message
    assert read_folder(site) == before


@pytest.mark.parametrize("path", BAD_PATHS)
def test_a_path_out_of_the_folder_changes_nothing(tmp_path: Path, path: str) -> None:
    site = make_folder(tmp_path / "site", {"a": "1", "b": "2"})
    with pytest.raises(WriteError) as raised:
        write_artifacts(make_artifacts({"b": "3", path: "4"}), site)
    assert str(raised.value) == (f"Cesta souboru vede mimo složku webu nebo není platná: {path!r}")
    assert read_folder(site) == {"a": "1", "b": "2"}


def test_a_file_in_the_way_that_is_not_ours_changes_nothing(tmp_path: Path) -> None:
    site = make_folder(tmp_path / "site", {"x": "theirs", "old": "1"})
    with pytest.raises(WriteError, match="Soubor webu se jmenuje stejně jako složka: x"):
        write_artifacts(make_artifacts({"x/a": "1"}), site, removable={"old"})
    assert read_folder(site) == {"x": "theirs", "old": "1"}


@pytest.mark.parametrize("before", [{"a": "1", "x/b": "2"}, None], ids=["a-site", "no-folder"])
def test_artifacts_that_fail_half_way_change_nothing(
    tmp_path: Path, before: Mapping[str, str] | None
) -> None:
    if before is not None:
        make_folder(tmp_path / "site", before)

    def fail() -> Iterator[Artifact]:
        yield from make_artifacts({"a": "changed", "new": "1"})
        raise LookupError

    with pytest.raises(LookupError):
        write_artifacts(fail(), tmp_path / "site")
    assert (tmp_path / "site").exists() == (before is not None)
    assert read_folder(tmp_path / "site") == (before or {})


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    site = make_folder(tmp_path / "site", {".inspirace-parts/0": "half", "a": "1"})
    assert write_artifacts(make_artifacts({"a": "1"}), site) == WriteReport(0, 1, 0)
    assert read_folder(site) == {"a": "1"}


@pytest.mark.parametrize("removable", [None, ()], ids=["alone", "beside-others"])
def test_a_folder_that_is_a_file_is_refused(
    tmp_path: Path, removable: Collection[str] | None
) -> None:
    (tmp_path / "web").write_text("theirs", encoding="utf-8")
    with pytest.raises(WriteError) as raised:
        write_artifacts(make_artifacts({"a": "1"}), tmp_path / "web", removable)
    assert str(raised.value) == (
        "Do složky webu „web“ nejde zapsat."
        " Zkontrolujte, zda je to složka, zda do ní smíte psát a zda je na disku místo."
    )
    assert (tmp_path / "web").read_text(encoding="utf-8") == "theirs"
