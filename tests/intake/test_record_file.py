"""A record's file is written so that it is read back as it was, by us and by any reader of YAML."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support import PROJECT

from inspirace.editor_files import load_editor_files
from inspirace.forms.record_file import fields_text, record_file, with_defaults
from inspirace.reading.front_matter import parse_file
from inspirace.reading.text_file import CONTROL_CHARACTERS, TextFile

SCHEMAS = load_editor_files(PROJECT).schemas


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param("Kavárna, a co dál? Ano!", "Kavárna, a co dál? Ano!", id="plain"),
        pytest.param("It's (tak) [a] {b} – 5 %", "It's (tak) [a] {b} – 5 %", id="signs-within"),
        pytest.param("https://a.cz/?b=c#d", "https://a.cz/?b=c#d", id="address"),
        pytest.param("1-popis", "1-popis", id="term"),
        pytest.param("2019-03", "2019-03", id="month"),
        pytest.param("2019", "2019", id="year"),
        pytest.param(2024, "2024", id="number"),
        pytest.param("14", '"14"', id="another-number-in-a-text"),
        pytest.param("přes 1 000", "přes 1 000", id="number-with-a-word"),
        pytest.param("Kavárna: pro koho", '"Kavárna: pro koho"', id="colon"),
        pytest.param("Kavárna:", '"Kavárna:"', id="colon-at-the-end"),
        pytest.param("Kavárna #1", '"Kavárna #1"', id="hash"),
        pytest.param("„Kavárna“", '"„Kavárna“"', id="quotes"),
        pytest.param("- a", '"- a"', id="dash"),
        pytest.param("NO", '"NO"', id="word-of-yaml"),
        pytest.param("a: \"b\" 'c'", "'a: \"b\" ''c'''", id="double-quotes-and-a-colon"),
        pytest.param("\\ a", "'\\ a'", id="backslash"),
        pytest.param("", '""', id="empty"),
    ],
)
def test_a_value_is_quoted_only_where_it_must_be(value: object, written: str) -> None:
    assert fields_text({"title": value}) == f"title: {written}\n"


def test_fields_and_sections_are_in_the_order_of_the_schema() -> None:
    values = {"sources": [{"url": "https://a.cz/", "title": "Zpráva"}], "title": "Kavárna"}
    text = record_file(
        SCHEMAS["innovation"],
        with_defaults(SCHEMAS["innovation"], values, "2026-11-25"),
        {"how_it_works": "- jedna\n- dvě", "need": "Text."},
    )
    assert text == (
        "---\n"
        "title: Kavárna\n"
        "sources:\n"
        "  - title: Zpráva\n"
        "    url: https://a.cz/\n"
        "evidence_level: 1-popis\n"
        "verification:\n"
        "  status: neovereno\n"
        "  date: 2026-11-25\n"
        "---\n"
        "\n## Potřeba\n\nText.\n"
        "\n## Jak to funguje\n\n- jedna\n- dvě\n"
    )


def test_a_method_has_no_evidence_level() -> None:
    assert with_defaults(SCHEMAS["method"], {}, "2026-11-25") == {
        "verification": {"status": "neovereno", "date": "2026-11-25"}
    }


def is_written_on_one_line(text: str) -> bool:
    return " ".join(text.split()) == text and not CONTROL_CHARACTERS.search(text)


@given(st.text(min_size=1).filter(is_written_on_one_line))
def test_any_text_is_read_back(text: str) -> None:
    written = fields_text({"title": text, "topics": [text], "contact": {"role": text}})
    values = {"title": text, "topics": [text], "contact": {"role": text}}
    parsed = parse_file(TextFile("", f"---\n{written}---\n"))
    assert (parsed.front_matter and parsed.front_matter.values, parsed.diagnostics) == (values, ())
    others = yaml.safe_load(written)["title"]
    assert others == text or text[:1].isdigit()
