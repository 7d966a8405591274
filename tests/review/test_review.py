"""Review: what a change does to the catalogue, said to an editor, whatever a stranger wrote."""

import base64
import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from made import make_catalogue
from support import CheckGolden, MakeRoot

from inspirace.cli import main
from inspirace.editor_files import load_editor_files
from inspirace.load import load_catalogue
from inspirace.records import Image
from inspirace.review.changes import Coverage, coverage, find_changes
from inspirace.review.preview import MOST_PICTURE_BYTES, draw_preview
from inspirace.site.page import Site

CASE = "content/innovations/kurz-pocitace.md"
OTHER = "content/innovations/cteni-s-pejsky.md"
METHOD = "content/methods/rozhovory.md"
EXPECTED = Path(__file__).parent / "expected"


@pytest.fixture
def base(make_root: MakeRoot) -> Path:
    return make_root()


@pytest.fixture
def root(base: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(base, tmp_path / "root"))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def nothing(_: Path) -> None:
    """Change nothing."""


def edit(root: Path) -> None:
    replace(root / CASE, "status: nezjisteno", "status: ukonceno\nended: 2024")
    replace(root / CASE, "  - seniori", "  - seniori\n  - deti-a-mladez")
    replace(root / CASE, "Lekce trvá hodinu", "Lekce trvá dvě hodiny")
    replace(root / OTHER, "  - deti-skolni\n", "")
    replace(root / OTHER, "https://example.org/pravidla", "https://example.org/nova-pravidla")


def reorder(root: Path) -> None:
    replace(root / OTHER, "  - klub\n  - dlouhodoby-program", "  - dlouhodoby-program\n  - klub")


def move(root: Path) -> None:
    (root / OTHER).rename(root / "content" / "innovations" / "cteni-se-psy.md")
    replace(
        root / "content" / "innovations" / "cteni-se-psy.md",
        "aliases:",
        "aliases:\n  - cteni-s-pejsky",
    )


def remove(root: Path) -> None:
    (root / OTHER).unlink()
    (root / METHOD).unlink()


def add(root: Path) -> None:
    shutil.copy(root / CASE, root / "content" / "innovations" / "kurz-jinde.md")


def attack(root: Path) -> None:
    evil = "Kurz <script>alert(1)</script> | `a` [x](javascript:y) ::error::z # **b**"
    replace(root / CASE, "Kurz práce s počítačem pro seniory", evil)
    replace(
        root / CASE, "Studenti sedí", "```\n</details><img src=x onerror=y>\n```\n\nStudenti sedí"
    )


def damage(root: Path) -> None:
    replace(root / CASE, "title: Kurz", "title: Kurz: a")
    (root / METHOD).write_bytes(b"\xff\xfe\x00binary\x00")


def damage_schema(root: Path) -> None:
    edit(root)
    (root / "content" / "schema" / "innovation.yml").write_text("fields: [", encoding="utf-8")


CHANGES = [nothing, edit, reorder, move, remove, add, attack, damage, damage_schema]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_is_said_to_an_editor(
    change: Callable[[Path], None],
    base: Path,
    root: Path,
    check_golden: CheckGolden,
    capsys: pytest.CaptureFixture[str],
) -> None:
    change(root)
    preview = root / "nahled.html"
    status = main(["review", str(base), "--root", str(root), "--preview", str(preview)])
    check_golden(EXPECTED / f"{change.__name__}.md", capsys.readouterr().out)
    html = preview.read_text(encoding="utf-8")
    assert status == 0
    assert ("<script" in html, "onerror=y>" in html, "http-equiv" in html) == (False, False, True)


def test_the_preview_shows_the_new_text_and_leads_nowhere(base: Path, root: Path) -> None:
    edit(root)
    preview = root / "nahled.html"
    main(["review", str(base), "--root", str(root), "--preview", str(preview)])
    html = preview.read_text(encoding="utf-8")
    assert html.count('<article class="record">') == 2
    picture = base64.b64encode((root / "content" / "assets" / "pes.png").read_bytes()).decode()
    assert f'<img src="data:image/png;base64,{picture}" alt="Dítě čte psovi' in html
    assert "Lekce trvá dvě hodiny" in html.replace("\xa0", " ")
    assert ('href="../' in html, "url(" in html) == (False, False)


def test_only_files_that_differ_are_changes(base: Path, root: Path) -> None:
    editor_files = load_editor_files(root)
    assert list(find_changes(base, root, editor_files)) == []
    edit(root)
    remove(root)
    found = [(one.path, one.title) for one in find_changes(base, root, editor_files)]
    assert [path for path, _ in found] == [OTHER, CASE, METHOD]
    assert found[1][1] == "Kurz práce s počítačem pro seniory"


@pytest.mark.parametrize(
    "file",
    [
        pytest.param("../../secret.png", id="outside"),
        pytest.param("link.png", id="linked-outside"),
        pytest.param("secret.txt", id="no-picture"),
        pytest.param("huge.png", id="too-large"),
    ],
)
def test_only_pictures_of_the_catalogue_get_into_the_preview(
    file: str, root: Path, tmp_path: Path
) -> None:
    assets = root / "content" / "assets"
    for secret in (root / "secret.png", tmp_path / "secret.png", assets / "secret.txt"):
        secret.write_text("secret")
    (assets / "link.png").symlink_to(tmp_path / "secret.png")
    (assets / "huge.png").write_bytes(bytes(MOST_PICTURE_BYTES + 1))
    edit(root)
    case = load_catalogue(root).catalogue.innovations["cteni-s-pejsky"]
    hostile = dataclasses.replace(case, images=(Image(file, "Pes leží na koberci."),))
    changes = find_changes(root / "jinde", root, load_editor_files(root))
    html = draw_preview(changes, make_catalogue(hostile), Site("Inspirace"), root / "content")
    assert f'<img src="#assets/{file}" alt="Pes leží na koberci."' in html


def test_coverage_counts_what_people_may_leave_out(root: Path) -> None:
    schema = load_editor_files(root).schemas["innovation"]
    [change] = [
        one
        for one in find_changes(root / "jinde", root, load_editor_files(root))
        if one.path == CASE
    ]
    assert change.after
    found = coverage(change.after, schema)
    optional = [one for one in schema.fields.values() if not (one.required or one.editorial)]
    filled = [one for one in optional if one.name in change.after.values]
    missing = tuple(one.label for one in optional if one not in filled)
    assert found == Coverage(len(filled), missing)
    assert (found.total, bool(filled)) == (len(optional), True)


def test_a_folder_that_is_no_catalogue_is_refused(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", str(tmp_path / "nikde"), "--root", str(root)]) == 2
    assert "jak vypadal před změnou" in capsys.readouterr().err
    nowhere = str(tmp_path / "nikde" / "x.html")
    assert main(["review", str(root), "--root", str(root), "--preview", nowhere]) == 2
    assert "neexistuje" in capsys.readouterr().err
