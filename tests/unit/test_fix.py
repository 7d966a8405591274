"""Repairing files: agreed encodings, differences, writing, and what holds for any damage."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support import FIXTURE, MakeRoot

from inspirace.cli import main
from inspirace.editor_files import load_editor_files
from inspirace.reading.front_matter import parse_file
from inspirace.reading.text_file import TextFile
from inspirace.repair.encoding import ENCODINGS
from inspirace.repair.repair import repair_file, tidied
from inspirace.schema.fields import Schema

PATH = "content/innovations/cteni-s-pejsky.md"
VALID = (FIXTURE / PATH).read_text(encoding="utf-8")
# What Word, old editors and hurried people leave in a file.
SIGNS = [
    "\t",
    "\xa0",
    "\u200b",
    "\ufeff",
    "\r\n",
    "\r",
    "  \n",
    "– ",
    "• ",
    "„",
    '"',
    ": ",
    "#",
    "-",
]
DAMAGE = st.lists(
    st.tuples(st.integers(0, len(VALID)), st.sampled_from([*SIGNS, "---\n", "e\u030c", "\n", ""])),
    max_size=6,
)


@pytest.fixture(scope="module")
def schema(fixture_root: Path) -> Schema:
    return load_editor_files(fixture_root).schemas["innovation"]


def damaged(places: list[tuple[int, str]]) -> str:
    text = VALID
    for place, sign in sorted(places, reverse=True):
        text = text[:place] + sign + text[place:]
    return text


def values(text: str) -> object:
    """Return the values that a check reads in a text without a fault, None where it has one."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    parsed = parse_file(TextFile(PATH, plain))
    is_read = parsed.front_matter is not None and not parsed.diagnostics
    return tidied(parsed.front_matter.values) if parsed.front_matter and is_read else None


@given(places=DAMAGE)
def test_twice_is_once_whatever_the_damage(places: list[tuple[int, str]], schema: Schema) -> None:
    once = repair_file(damaged(places).encode(), PATH, schema).after
    assert repair_file(once.encode(), PATH, schema).after == once


@given(places=DAMAGE)
def test_what_could_be_read_says_the_same(places: list[tuple[int, str]], schema: Schema) -> None:
    before = damaged(places)
    repair = repair_file(before.encode(), PATH, schema)
    assert not repair.obstacle
    assert values(before) in (None, values(repair.after))


@given(places=DAMAGE)
@example(places=[(4, "\t")])  # above the first field that begins at the margin
def test_no_word_is_lost(places: list[tuple[int, str]], schema: Schema) -> None:
    before = damaged(places)
    after = repair_file(before.encode(), PATH, schema).after
    assert sorted(filter(str.isalnum, tidied_whole(after))) == sorted(
        filter(str.isalnum, tidied_whole(before))
    )


def tidied_whole(text: str) -> str:
    return str(tidied(text))


def test_every_valid_file_stays_as_it_is(schema: Schema) -> None:
    assert repair_file(VALID.encode(), PATH, schema).done == ()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_encoding_that_was_agreed_to_is_read(encoding: str, schema: Schema) -> None:
    text = VALID.encode(ENCODINGS[encoding], errors="replace")
    repair = repair_file(text, PATH, schema, encoding)
    assert (repair.after, repair.obstacle) == (
        VALID.encode(ENCODINGS[encoding], errors="replace").decode(ENCODINGS[encoding]),
        "",
    )


@pytest.mark.parametrize(
    ("content", "agreed", "obstacle"),
    [
        pytest.param(
            VALID.encode("utf-16"), "windows-1250", "v kódování windows-1250 není", id="wide"
        ),
        pytest.param("Žluťoučký".encode("cp1250"), "utf-16", "v kódování utf-16 není", id="narrow"),
        pytest.param(b"\x81\x83\x88", "windows-1250", "celý přečíst nedá", id="no-letters"),
        pytest.param(b"\x81\x83\x88", "", "poznat nedá", id="no-guess"),
        pytest.param("Příliš".encode("cp1250") + b"\0", "", "není text", id="not-a-text"),
    ],
)
def test_bytes_that_are_no_such_text_are_left(
    content: bytes, agreed: str, obstacle: str, schema: Schema
) -> None:
    repair = repair_file(content, PATH, schema, agreed)
    assert obstacle in repair.obstacle
    assert repair.after == ""


def test_a_difference_is_shown_and_nothing_written(
    make_root: MakeRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_root()
    damaged_text = VALID.replace("title: ", "title:\xa0").rstrip("\n").encode()
    (root / PATH).write_bytes(damaged_text)
    assert main(["fix", "--diff", "--root", str(root)]) == 0
    assert (root / PATH).read_bytes() == damaged_text
    difference = capsys.readouterr().out
    subprocess.run(["git", "apply", "-"], cwd=root, input=difference.encode(), check=True)  # noqa: S607
    assert (root / PATH).read_text(encoding="utf-8") == VALID


def test_a_link_is_left_as_it_is(make_root: MakeRoot, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_root()
    (root / PATH).rename(root / "content" / "jinde.txt")
    (root / "content" / "jinde.txt").write_bytes(b"\xef\xbb\xbf" + VALID.encode())
    (root / PATH).symlink_to("../jinde.txt")
    assert main(["fix", "--root", str(root), str(root / PATH)]) == 1
    assert (root / PATH).is_symlink()
    assert capsys.readouterr().err.endswith("Opravte ten, na který vede.\n")


def test_what_cannot_be_written_is_left_whole(
    make_root: MakeRoot, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_root()
    content = b"\xef\xbb\xbf" + VALID.encode()
    (root / PATH).write_bytes(content)

    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "replace", refuse)
    assert main(["fix", "--root", str(root), str(root / PATH)]) == 1
    assert (root / PATH).read_bytes() == content
    assert [path.name for path in (root / PATH).parent.glob(".*")] == []
    assert "Soubor nejde zapsat: chybí práva ke čtení." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        pytest.param(
            "content/vocabularies/cost-bands.yml",
            lambda text: text.replace("label: ", "label:\xa0"),
            lambda text: text,
            id="vocabulary",
        ),
        pytest.param(
            "content/o-projektu/index.md",
            lambda text: f"\ufeff{text.rstrip()}",
            lambda text: text,
            id="page",
        ),
    ],
)
def test_other_files_of_the_content_are_repaired_too(
    make_root: MakeRoot, path: str, before: object, after: object
) -> None:
    root = make_root()
    text = (root / path).read_text(encoding="utf-8")
    assert callable(before)
    assert callable(after)
    (root / path).write_text(before(text), encoding="utf-8", newline="\n")
    assert main(["fix", "--root", str(root)]) == 0
    assert (root / path).read_text(encoding="utf-8") == after(text)


def test_what_only_other_files_show_is_left_to_people(
    make_root: MakeRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_root()
    (root / PATH).rename(root / "content" / "innovations" / "Velká Písmena.md")
    assert main(["fix", "--root", str(root)]) == 1
    said = capsys.readouterr().out
    assert said.startswith("Nic z toho příkaz opravit neumí.\n\nSami opravte ještě toto:\n")
    assert "[bad-slug]" in said
