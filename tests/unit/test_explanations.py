"""Explanations: every code has one, and its examples are what the check says of them."""

import shutil
from functools import cache
from pathlib import Path

import pytest
from support import PROJECT, MakeRoot

from inspirace.codes import CODES
from inspirace.drafts import make_draft
from inspirace.editor_files import load_editor_files
from inspirace.explanations.texts import GROUPS, explanation_links, read_explanations
from inspirace.load import load_catalogue
from inspirace.repair.repair import repair_file
from inspirace.reporters import report_explanation, report_text

CASES = PROJECT / "tests" / "cases"
INPUT = "content/innovations/pripad.md"

# Their examples name a file or say how it is stored; what is in it would look the same.
SAID_IN_WORDS = {
    *("unreadable-file", "ignored-file", "too-large", "binary-file", "not-utf8"),
    *("byte-order-mark", "windows-line-ends", "bad-slug", "slug-reserved"),
}
# The examples of the others are in the editors' files, which the command checks elsewhere.
CASES_OF_A_RECORD = [
    code
    for code, one in read_explanations().items()
    if code not in SAID_IN_WORDS and one.group not in ("editors", "reading")
]
# Signs that nobody sees are drawn in an example.
DRAWN = {"tab": ("→", "\t"), "non-breaking-space": ("␣", "\xa0")}


# What is right by itself, but does not make the whole case so.
STILL_MISSING = {"no-front-matter": {"missing-field"}, "bad-image": {"dead-image"}}


def shown_as_written(code: str, example: str) -> str:
    return example.replace(*DRAWN.get(code, ("", "")))


def plain(text: str) -> str:
    """Return the text with plain spaces, as it is typed in an explanation."""
    return text.replace("\xa0", " ")


def case_file(code: str) -> tuple[Path, Path, str]:
    """Return the refused case that has the bad example, the file of it, and the case's report."""
    one = read_explanations()[code]
    for folder in sorted((CASES / code).glob("refused*")):
        report = plain((folder / "expected.txt").read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.[my][dm]*")):
            written = path.read_text(encoding="utf-8")
            if f"{one.message} [{code}]" in report and shown_as_written(code, one.wrong) in written:
                return folder, path, report
    pytest.fail(f"no refused case of {code} has „{one.wrong}“ and says „{one.message}“")


def test_every_code_is_explained_in_the_order_of_the_table() -> None:
    assert list(read_explanations()) == list(CODES)


@pytest.mark.parametrize("code", CODES)
def test_an_explanation_is_whole(code: str) -> None:
    one = read_explanations()[code]
    assert one.group in GROUPS
    assert {name for name in ("why", "wrong", "right", "repair") if not getattr(one, name)} == set()
    assert one.repair.startswith("- ")
    assert one.message or code == "unreadable-file"


@pytest.mark.parametrize(
    ("site_url", "source_url", "expected"),
    [
        pytest.param("", "", "", id="nowhere"),
        pytest.param(
            "https://knihovna.example/web/",
            "https://github.com/a/b/blob/c0ffee/",
            "https://knihovna.example/web/chyby/too-long/",
            id="on-the-site",
        ),
        pytest.param(
            "",
            "https://github.com/a/b/blob/c0ffee/",
            "https://github.com/a/b/blob/c0ffee/src/inspirace/explanations/fields.md#too-long",
            id="in-the-repository",
        ),
    ],
)
def test_a_code_is_explained_on_the_site_or_in_the_repository(
    site_url: str, source_url: str, expected: str
) -> None:
    assert explanation_links(site_url, source_url)("too-long") == expected


def test_an_explanation_is_read_in_a_console() -> None:
    assert report_explanation("tab").splitlines() == [
        "Chyba tab. Má platit: Odsazuje se mezerami, ne tabulátorem.",
        "",
        "Řádky, které k sobě patří, jsou v hlavičce odsazené stejně, a to mezerami.",
        "Tabulátor je v každém editoru jinak široký, takže by se z něj nedalo poznat, co",
        "k čemu patří. V ukázce ho zastupuje šipka.",
        "",
        "Špatně:",
        "",
        "    target_groups:",
        "    →- seniori",
        "",
        "Kontrola k tomu řekne: Řádek je odsazený tabulátorem, odsazuje se ale jen",
        "mezerami.",
        "",
        "Správně:",
        "",
        "    target_groups:",
        "      - seniori",
        "",
        "Jak to opravit:",
        "",
        "- Prázdné místo na začátku řádku smažte a napište místo něj dvě mezery, v druhé",
        "  úrovni čtyři.",
        "- V editoru si můžete zapnout, aby klávesa Tab psala mezery.",
        "- Většinou to za vás opraví i příkaz inspirace fix.",
    ]


@pytest.mark.parametrize("code", [code for code in CODES if code not in SAID_IN_WORDS])
def test_repairing_the_bad_example_removes_its_finding(code: str, make_root: MakeRoot) -> None:
    one = read_explanations()[code]
    folder, path, before = case_file(code)
    root = make_root()
    if (folder / "content").is_dir():
        shutil.copytree(folder / "content", root / "content", dirs_exist_ok=True)
    place = path.relative_to(folder).as_posix() if path.name != "input.md" else INPUT
    wrong, right = (shown_as_written(code, text) for text in (one.wrong, one.right))
    repaired = path.read_bytes().decode().replace(wrong, right, 1)
    (root / place).write_text(repaired, encoding="utf-8", newline="")
    found = [one for one in load_catalogue(root).diagnostics if one.location.path == place]
    after = plain(report_text(found))
    said = f"{one.message} [{code}]"
    assert after.count(said) == before.count(said) - 1
    known = {code for code in CODES if f"[{code}]" in before}
    assert {one.code for one in found} - known == STILL_MISSING.get(code, set())


read_editor_files = cache(load_editor_files)


def repaired_by_the_command(code: str, root: Path) -> bool:
    """Return whether the command has fewer such findings left in a case's file."""
    is_stored = code in SAID_IN_WORDS
    path = CASES / code / "refused" / "input.md" if is_stored else case_file(code)[1]
    editor_files = read_editor_files(root)
    repair = repair_file(path.read_bytes(), INPUT, editor_files.schemas["innovation"])
    before, after = (
        make_draft("innovation", INPUT, content, editor_files, ()).diagnostics
        for content in (path.read_bytes(), repair.after.encode())
    )
    count = [sum(one.code == code for one in found) for found in (before, after)]
    return count[1] < count[0]


@pytest.mark.parametrize("code", [*CASES_OF_A_RECORD, "byte-order-mark", "windows-line-ends"])
def test_the_command_is_named_where_it_repairs_the_example(code: str, fixture_root: Path) -> None:
    is_named = "`inspirace fix`" in read_explanations()[code].repair
    assert is_named is repaired_by_the_command(code, fixture_root)


@pytest.mark.parametrize("code", sorted(SAID_IN_WORDS - {"unreadable-file"}))
def test_a_message_about_a_whole_file_is_one_of_its_cases(code: str) -> None:
    reports = [
        plain(path.read_text(encoding="utf-8")) for path in CASES.glob(f"{code}/refused*/*.txt")
    ]
    assert any(f"{read_explanations()[code].message} [{code}]" in one for one in reports)
