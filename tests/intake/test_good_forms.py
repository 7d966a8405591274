"""A good form becomes the file that the form's writer makes, in every field and section."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from filled_forms import ADOPTION, CASE, METHOD, event, filled, forms_of
from support import MakeRoot

from inspirace.cli import main
from inspirace.editor_files import load_editor_files
from inspirace.forms.record_file import record_file, with_defaults
from inspirace.reading.front_matter import parse_file
from inspirace.reading.text_file import TextFile

NEW = "content/innovations/kavarna-pro-seniory.md"
SAID = 'Knihovna: „NO“ #1 "x" \\ –\u00a0konec'
WHOLE = {
    **CASE,
    "library": SAID,
    "municipality": "Brno",
    "library_url": "https://example.org/",
    "target_groups": "senioři, neslyšící a nedoslýchaví",
    "service_types": "klub, pravidelné setkávání, přednáška, beseda, debata",
    "started": "2019-03",
    "partners": "Jméno partnera: Charita\nČím přispívá: zve hosty\n\nJméno partnera: Obec",
    "numbers": "Co se počítá: hosté\nHodnota: přes 20\nZdroj čísla: https://example.org/kavarna",
    "methods": "Rozhovory s lidmi z okolí",
    "contact": "Koho se zeptat: půjčovna\nE-mail: pujcovna@example.org\nAdresa kontaktu:",
    "results": "Podle zprávy se tu seznámilo jedenáct lidí, kteří se vídají i jinde.",
}
VALUES: Mapping[str, object] = {
    "title": CASE["title"],
    "summary": CASE["summary"],
    "status": "bezi",
    "country": "CZ",
    "library": 'Knihovna: „NO“ #1 "x" \\ – konec',
    "municipality": "Brno",
    "library_url": "https://example.org/",
    "target_groups": ["seniori", "sluchove-postizeni"],
    "service_types": ["klub", "prednaska-beseda"],
    "topics": ["dusevni-zdravi"],
    "started": "2019-03",
    "partners": [{"name": "Charita", "role": "zve hosty"}, {"name": "Obec"}],
    "numbers": [{"what": "hosté", "value": "přes 20", "source": "https://example.org/kavarna"}],
    "methods": ["rozhovory"],
    "contact": {"role": "půjčovna", "email": "pujcovna@example.org"},
    "sources": [
        {
            "title": "Kavárna v knihovně",
            "url": "https://example.org/kavarna",
            "year": 2024,
            "supports": "kdy a pro koho kavárna je",
        }
    ],
}


def take_in(root: Path, form: str, answers: Mapping[str, str], *words: str) -> int:
    path = root.parent / "event.json"
    path.write_text(event(filled(forms_of(root)[form], answers)), encoding="utf-8")
    return main(["intake", str(path), "--root", str(root), *words])


def test_a_whole_case_is_the_file_of_its_values(make_root: MakeRoot) -> None:
    root = make_root()
    assert take_in(root, "novy-pripad.yml", WHOLE) == 0
    schema = load_editor_files(root).schemas["innovation"]
    sections = {one: WHOLE[one] for one in ("need", "how_it_works", "results")}
    wanted = record_file(schema, with_defaults(schema, VALUES, "2026-11-25"), sections)
    written = (root / NEW).read_text(encoding="utf-8")
    assert written == wanted
    front_matter = parse_file(TextFile(NEW, written)).front_matter
    assert front_matter is not None
    assert front_matter.values == {
        **VALUES,
        "sources": [{**VALUES["sources"][0], "year": "2024"}],  # type: ignore[index]
        "evidence_level": "1-popis",
        "verification": {"status": "neovereno", "date": "2026-11-25"},
    }
    assert main(["check", "--root", str(root)]) == 0


def test_a_method_is_taken_in_too(make_root: MakeRoot) -> None:
    root = make_root()
    assert take_in(root, "nova-metoda.yml", METHOD) == 0
    written = (root / "content" / "methods" / "rozhovor-v-kuchyni.md").read_text(encoding="utf-8")
    assert written.startswith("---\ntitle: Rozhovor v kuchyni\n")
    assert "evidence_level" not in written
    assert main(["check", "--root", str(root)]) == 0


def test_the_second_case_of_a_name_gets_the_place_and_then_a_number(make_root: MakeRoot) -> None:
    root = make_root()
    before = {path.name for path in (root / NEW).parent.iterdir()}
    for _ in range(3):
        assert take_in(root, "novy-pripad.yml", WHOLE) == 0
    assert {path.name for path in (root / NEW).parent.iterdir()} - before == {
        "kavarna-pro-seniory.md",
        "kavarna-pro-seniory-brno.md",
        "kavarna-pro-seniory-2.md",
    }


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("https://example.org/inovace/kurz-pocitace/", id="address"),
        pytest.param("https://example.org/a/inovace/kurz-pocitace/#vysledky", id="with-an-anchor"),
        pytest.param("/inovace/kurz-pocitace", id="path"),
        pytest.param("kurz-pocitace.md", id="file"),
        pytest.param("KURZ práce s počítačem pro seniory", id="title"),
    ],
)
def test_a_case_that_was_adopted_is_named_in_any_way(make_root: MakeRoot, written: str) -> None:
    root = make_root()
    assert take_in(root, "prevzali-jsme.yml", {**ADOPTION, "case": written}) == 0
    changed = (root / "content" / "innovations" / "kurz-pocitace.md").read_text(encoding="utf-8")
    assert (
        "\nadopted_by:\n  - library: Obecní knihovna Vzorná\n    country: CZ\n    year: 2025\n"
        in changed
    )


def test_where_a_row_cannot_be_added_for_sure_an_editor_gets_it(
    make_root: MakeRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_root()
    path = root / "content" / "innovations" / "kurz-pocitace.md"
    text = path.read_text(encoding="utf-8")
    text = text.replace("\nsources:\n", "\nadopted_by: [{library: Knihovna Lhota}]\nsources:\n", 1)
    path.write_text(text, encoding="utf-8")
    assert take_in(root, "prevzali-jsme.yml", ADOPTION) == 0
    assert path.read_text(encoding="utf-8") == text
    assert capsys.readouterr().out == (
        "Děkujeme! Do souboru `content/innovations/kurz-pocitace.md` to někdo z redakce připíše"
        " ručně:\n\n```yaml\nadopted_by:\n  - library: Obecní knihovna Vzorná\n"
        "    country: CZ\n    year: 2025\n```\n"
    )


def test_a_library_is_added_once(make_root: MakeRoot, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_root()
    assert [take_in(root, "prevzali-jsme.yml", ADOPTION) for _ in range(2)] == [0, 1]
    assert "\n- **Která knihovna to převzala**: Tahle knihovna už u případu je.\n" in (
        capsys.readouterr().out
    )


def test_the_answer_and_the_proposal_go_where_they_are_asked(
    make_root: MakeRoot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_root()
    answer, proposal = tmp_path / "odpoved.md", tmp_path / "navrh.json"
    words = ("--answer", str(answer), "--proposal", str(proposal))
    assert take_in(root, "novy-pripad.yml", CASE, *words) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(proposal.read_text(encoding="utf-8")) == {
        "issue": 12,
        "answer": answer.read_text(encoding="utf-8"),
        "path": NEW,
        "title": "Nový případ: Kavárna pro seniory",
        "text": (root / NEW).read_text(encoding="utf-8"),
    }


def test_with_nowhere_to_put_the_answer_nothing_is_written(
    make_root: MakeRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_root()
    assert take_in(root, "novy-pripad.yml", CASE, "--answer", "neni-tu/odpoved.md") == 2
    said = capsys.readouterr().err
    assert said == "Složka pro soubor „neni-tu/odpoved.md“ neexistuje.\n"
    assert not (root / NEW).exists()


def test_without_a_schema_nothing_is_taken_in(
    make_root: MakeRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_root()
    path = root.parent / "event.json"
    path.write_text(event(filled(forms_of(root)["novy-pripad.yml"], CASE)), encoding="utf-8")
    (root / "content" / "schema" / "innovation.yml").write_text("[", encoding="utf-8")
    assert main(["intake", str(path), "--root", str(root)]) == 1
    said = capsys.readouterr().err
    assert said == "Schémata nebo slovníky mají chybu. Vypíše ji: inspirace check\n"


def test_an_answer_that_cannot_be_written_is_said_in_czech(
    make_root: MakeRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_root()
    assert take_in(root, "oprava.yml", {"where": "x"}, "--answer", str(root)) == 2
    assert capsys.readouterr().err == "Odpověď nejde zapsat: je to složka.\n"


def test_a_folder_that_is_a_file_is_said_in_czech(
    make_root: MakeRoot, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_root()
    shutil.rmtree(root / "content" / "methods")
    (root / "content" / "methods").write_text("", encoding="utf-8")
    assert take_in(root, "nova-metoda.yml", METHOD) == 1
    assert capsys.readouterr().err == (
        "Soubor katalogu nejde zapsat: složka, ve které má být, je soubor.\n"
    )
