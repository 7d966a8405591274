"""Writing: only what changed, whole, and nothing at all when anything fails."""

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import pytest

from inspirace.site.page import Artifact, LateArtifact
from inspirace.site.write import WriteError, WriteReport, write_artifacts
from inspirace.workers import NEVER

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


def late(path: str, content: str, made_from: str) -> LateArtifact:
    return LateArtifact(path, content.encode, made_from.encode)


def refuse() -> bytes:
    raise LookupError("what is the same must not be made")


def test_a_file_made_from_the_same_is_not_made_again(tmp_path: Path) -> None:
    known = write_artifacts([late("a", "1", "x")], tmp_path / "site").files
    again = [LateArtifact("a", refuse, b"x".strip)]
    assert write_artifacts(again, tmp_path / "site", known=known) == WriteReport(0, 1, 0)
    assert read_folder(tmp_path / "site") == {"a": "1"}


@pytest.mark.parametrize(
    ("made_from", "change"),
    [
        pytest.param("y", None, id="made-from-another"),
        pytest.param("", None, id="not-known-from-what"),
        pytest.param("x", "22", id="edited"),
        pytest.param("x", "2", id="edited-to-the-same-length"),
        pytest.param("x", "", id="emptied"),
    ],
)
def test_any_other_file_is_made_again(tmp_path: Path, made_from: str, change: str | None) -> None:
    site = tmp_path / "site"
    known = write_artifacts([late("a", "1", "x")], site).files
    if change is not None:
        make_folder(site, {"a": change})
    write_artifacts([late("a", "3", made_from)], site, known=known)
    assert read_folder(site) == {"a": "3"}


def test_a_file_that_is_gone_is_made_again(tmp_path: Path) -> None:
    known = write_artifacts([late("a", "1", "x")], tmp_path / "site").files
    (tmp_path / "site" / "a").unlink()
    write_artifacts([late("a", "1", "x")], tmp_path / "site", known=known)
    assert read_folder(tmp_path / "site") == {"a": "1"}


def test_a_known_file_of_the_same_content_is_not_read(tmp_path: Path) -> None:
    page = tmp_path / "site" / "a"
    known = write_artifacts(make_artifacts({"a": "1"}), page.parent).files
    status = page.stat()
    page.write_text("2", encoding="utf-8")
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))  # as nobody edits a page
    again = write_artifacts(make_artifacts({"a": "1"}), page.parent, known=known)
    assert (again, page.read_text(encoding="utf-8")) == (WriteReport(0, 1, 0), "2")


@pytest.mark.parametrize("fork_from", [1, NEVER], ids=["two-processes", "one-process"])
def test_the_folder_is_the_same_whoever_writes_it(tmp_path: Path, fork_from: int) -> None:
    site = make_folder(tmp_path / "site", {"0/index.html": "0", "1/index.html": "stará", "x": "y"})
    pages = {f"{number}/index.html": str(number) for number in range(20)}
    artifacts = [late(path, content, content) for path, content in pages.items()]
    report = write_artifacts(artifacts, site, fork_from=fork_from)
    assert report == WriteReport(19, 1, 1)
    assert list(report.files) == list(pages)
    assert read_folder(site) == dict(sorted(pages.items()))


@pytest.mark.parametrize("fork_from", [1, NEVER], ids=["two-processes", "one-process"])
@pytest.mark.parametrize("wrong", [6, 7])
def test_a_page_that_cannot_be_drawn_changes_nothing(
    tmp_path: Path, fork_from: int, wrong: int
) -> None:
    site = make_folder(tmp_path / "site", {"a": "1"})
    artifacts = [late(str(number), "2", "x") for number in range(10)]
    artifacts[wrong] = LateArtifact(str(wrong), refuse)
    with pytest.raises(LookupError):
        write_artifacts(artifacts, site, fork_from=fork_from)
    assert read_folder(site) == {"a": "1"}
