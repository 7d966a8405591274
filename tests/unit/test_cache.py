"""Cache: an entry is what was written, or nothing."""

import pickle
import shutil
from pathlib import Path
from types import MappingProxyType

import pytest

from inspirace.cache import Cache, digest, digest_of_code
from inspirace.diagnostics import Diagnostic, Location
from inspirace.editor_files import load_editor_files

KEY, OTHER_KEY = digest(b"one"), digest(b"other")
VALUE = (
    Diagnostic("syntax", Location("a.md", 2), "Chyba."),
    {"seznam": [1, "dva", b"3", None, True, 1.5], "množina": frozenset({1})},
    MappingProxyType({"a": 1}),
)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    Cache(tmp_path / "cache").write("entry", KEY, VALUE)
    assert Cache(tmp_path / "cache").read("entry", KEY) == VALUE


def test_only_shards_with_a_change_are_written(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    values: dict[str, object] = {f"{number}.md": number for number in range(500)}
    cache.write_shards("entry", KEY, values, values)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    changed = {name: number for name, number in values.items() if name != "1.md"} | {"2.md": -2}
    cache.write_shards("entry", KEY, changed, ("1.md", "2.md"))
    after = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert sorted(map(str, cache.read_shards("entry", KEY))) == sorted(map(str, changed.values()))
    assert before.keys() == after.keys()
    assert len([name for name, content in after.items() if content != before[name]]) == 2
    assert cache.read_shards("entry", OTHER_KEY) == []


def test_the_editors_files_can_be_kept(fixture_root: Path, tmp_path: Path) -> None:
    editor_files = load_editor_files(fixture_root)
    Cache(tmp_path).write("entry", KEY, editor_files)
    assert Cache(tmp_path).read("entry", KEY) == editor_files


def test_without_a_folder_nothing_is_kept() -> None:
    Cache().write("entry", KEY, VALUE)
    assert Cache().read("entry", KEY) is None


def test_another_key_has_no_entry(tmp_path: Path) -> None:
    Cache(tmp_path).write("entry", KEY, VALUE)
    assert Cache(tmp_path).read("entry", OTHER_KEY) is None


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda content: content[:0], id="empty"),
        pytest.param(lambda content: content[:10], id="cut-in-the-mark"),
        pytest.param(lambda content: content[:-1], id="cut"),
        pytest.param(lambda content: content + b"x", id="longer"),
        pytest.param(lambda content: content[:-9] + b"X" + content[-8:], id="another-byte"),
    ],
)
def test_a_damaged_file_is_no_entry(tmp_path: Path, damage: object) -> None:
    assert callable(damage)
    Cache(tmp_path).write("entry", KEY, VALUE)
    (tmp_path / "entry").write_bytes(damage((tmp_path / "entry").read_bytes()))
    assert Cache(tmp_path).read("entry", KEY) is None


def test_a_folder_that_came_from_elsewhere_has_no_entries(tmp_path: Path) -> None:
    Cache(tmp_path / "theirs").write("entry", KEY, VALUE)
    shutil.copytree(tmp_path / "theirs", tmp_path / "ours")
    assert Cache(tmp_path / "ours").read("entry", KEY) is None


def test_only_plain_values_are_read(tmp_path: Path) -> None:
    Cache(tmp_path).write("entry", KEY, Path("/"))
    with pytest.raises(pickle.UnpicklingError, match="is not kept"):
        Cache(tmp_path).read("entry", KEY)


def test_a_folder_that_cannot_be_written_to_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    Cache(tmp_path / "file").write("entry", KEY, VALUE)
    assert Cache(tmp_path / "file").read("entry", KEY) is None


def test_nothing_but_the_entries_is_left_in_the_folder(tmp_path: Path) -> None:
    Cache(tmp_path).write("entry", KEY, VALUE)
    Cache(tmp_path).write("entry", OTHER_KEY, VALUE)
    assert [path.name for path in tmp_path.iterdir()] == ["entry"]


def test_the_code_has_one_digest() -> None:
    assert digest_of_code() == digest_of_code()


def test_another_library_has_another_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest_of_code()
    (tmp_path / "knihovna-1.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert digest_of_code() != before
