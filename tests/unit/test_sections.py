"""Sections: what is told about those that are missing, unknown, out of order, short or long."""

from dataclasses import replace

import pytest

from inspirace.markdown.body import parse_body
from inspirace.reading.text_file import TextFile
from inspirace.rules.sections import check_sections
from inspirace.schema.fields import Field, Schema, SectionField

SCHEMA = Schema(
    kind="innovation",
    title="Případ",
    fields={},
    sections=(
        SectionField(
            identifier="need",
            label="Potřeba",
            help="Co lidem chybělo.",
            example="",
            required=True,
            required_for_idea=True,
            minimum=10,
            maximum=20,
        ),
        SectionField(
            identifier="how_it_works",
            label="Jak to funguje",
            help="Co se děje.",
            example="",
            required=True,
        ),
        SectionField(identifier="results", label="Výsledky", help="Co se změnilo.", example=""),
        SectionField(
            identifier="lessons", label="Co se nepovedlo a poučení", help="Co nešlo.", example=""
        ),
    ),
    document={},
)

NEED = "## Potřeba\n\nText potřeby.\n"
HOW = "## Jak to funguje\n\nText.\n"
RESULTS = "## Výsledky\n\nText.\n"
LESSONS = "## Co se nepovedlo a poučení\n\nText.\n"

Found = list[tuple[int, int, str, str, str]]


def found(body: str, *, is_idea: bool = False) -> Found:
    parsed = parse_body(TextFile("content/innovations/x.md", body), 1)
    return [
        (one.location.line, one.location.column, one.code, one.field, f"{one.message} {one.help}")
        for one in check_sections(parsed, SCHEMA, is_idea=is_idea)
    ]


@pytest.mark.parametrize(
    ("body", "is_idea"),
    [
        pytest.param(NEED + HOW, False, id="required"),
        pytest.param(NEED + HOW + RESULTS + LESSONS, False, id="all"),
        pytest.param(NEED + HOW + LESSONS, False, id="optional-left-out"),
        pytest.param(NEED, True, id="idea"),
    ],
)
def test_sections_as_in_the_schema_are_accepted(body: str, *, is_idea: bool) -> None:
    assert found(body, is_idea=is_idea) == []


MISSING_HOW = (
    "Chybí oddíl „Jak to funguje“. Doplňte řádek ## Jak to funguje a pod něj text. Co se děje."
)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        pytest.param(NEED, 3, id="at-the-last-line"),
        pytest.param(NEED.rstrip(), 3, id="without-a-line-end"),
        pytest.param(f"{NEED}\n\n", 5, id="after-blank-lines"),
    ],
)
def test_a_missing_section_is_told_at_the_end(body: str, line: int) -> None:
    assert found(body) == [(line, 1, "missing-section", "how_it_works", MISSING_HOW)]


def test_a_body_without_sections_misses_what_is_required() -> None:
    assert [one[2:4] for one in found("Text.")] == [
        ("missing-section", "need"),
        ("missing-section", "how_it_works"),
    ]
    assert [one[2:4] for one in found("Text.", is_idea=True)] == [("missing-section", "need")]


def test_of_an_empty_file_nothing_more_is_said() -> None:
    assert found("\n") == []


@pytest.mark.parametrize(
    ("title", "advice"),
    [
        pytest.param("Potreba", "Napište: ## Potřeba", id="diacritics"),
        pytest.param("POTŘEBA", "Napište: ## Potřeba", id="capitals"),
        pytest.param("Potřeby:", "Napište: ## Potřeba", id="ending-and-colon"),
        pytest.param("1. Potřeba", "Napište: ## Potřeba", id="number"),
        pytest.param("Potžeba", "Napište: ## Potřeba", id="typo"),
    ],
)
def test_an_unknown_section_stands_for_the_one_meant(title: str, advice: str) -> None:
    message = f"Oddíl „{title}“ schéma nezná. {advice}"
    assert found(f"## {title}\n\nText potřeby.\n{HOW}") == [(1, 1, "unknown-section", "", message)]


def test_a_part_of_a_name_is_enough() -> None:
    assert found(f"{NEED}{HOW}## Poučení\n\nText.")[0][4] == (
        "Oddíl „Poučení“ schéma nezná. Napište: ## Co se nepovedlo a poučení"
    )


def test_an_unknown_section_far_from_all_names_them() -> None:
    message = (
        "Oddíl „Zdroje“ schéma nezná. Oddíly jsou „Potřeba“, „Jak to funguje“, „Výsledky“"
        " a „Co se nepovedlo a poučení“. Co se do nich nehodí, napište jako podnadpis se třemi"
        " křížky, nebo vynechte."
    )
    assert found(f"{NEED}{HOW}## Zdroje\n\nText.") == [(7, 1, "unknown-section", "", message)]


def test_a_section_that_is_there_is_not_suggested() -> None:
    assert [one[2] for one in found(f"{NEED}{HOW}## Potřeby\n\nText.")] == ["unknown-section"]
    assert "Oddíly jsou" in found(f"{NEED}{HOW}## Potřeby\n\nText.")[0][4]


@pytest.mark.parametrize(
    "written", ["# Jak to funguje", "Jak to funguje\n---", "##Jak to funguje\n"]
)
def test_a_heading_written_wrong_is_not_reported_again(written: str) -> None:
    assert found(f"{NEED}\n{written}\n\nText.") == []


@pytest.mark.parametrize("mark", ["#", "###", "####"])
def test_headings_of_another_level_are_not_reported_again(mark: str) -> None:
    assert found(NEED.replace("##", mark) + HOW.replace("##", mark)) == []


def test_what_belongs_into_the_front_matter_is_led_there() -> None:
    field = Field(name="sources", label="Zdroje", help="", example="", kind="array")
    body = parse_body(TextFile("content/innovations/x.md", f"{NEED}{HOW}## Zdroje:\n\nx"), 1)
    schema = replace(SCHEMA, fields={"sources": field})
    assert [one.help for one in check_sections(body, schema, is_idea=False)] == [
        "Tohle patří do hlavičky, do pole „Zdroje“ (sources)."
    ]


def test_a_title_of_the_page_is_no_unknown_section() -> None:
    assert found(f"# Čtení s pejsky\n\n{NEED}{HOW}") == []


def test_a_repeated_section_names_the_first() -> None:
    assert found(f"{NEED}{HOW}{RESULTS}{RESULTS}") == [
        (
            *(10, 1, "repeated-section", ""),
            "Oddíl „Výsledky“ už je na řádku 7. Přesuňte text k němu a tento nadpis smažte.",
        )
    ]


@pytest.mark.parametrize(
    ("body", "line", "field", "where"),
    [
        pytest.param(
            HOW + NEED,
            4,
            "need",
            "Oddíl „Potřeba“ má být před oddílem „Jak to funguje“.",
            id="two",
        ),
        pytest.param(
            LESSONS + NEED + HOW + RESULTS,
            1,
            "lessons",
            "Oddíl „Co se nepovedlo a poučení“ má být za oddílem „Výsledky“.",
            id="last-comes-first",
        ),
        pytest.param(
            HOW + RESULTS + LESSONS + NEED,
            10,
            "need",
            "Oddíl „Potřeba“ má být před oddílem „Jak to funguje“.",
            id="first-comes-last",
        ),
    ],
)
def test_the_fewest_sections_are_told_to_move(body: str, line: int, field: str, where: str) -> None:
    assert found(body) == [
        (line, 1, "section-order", field, f"{where} Přesuňte ho tam i s textem.")
    ]


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        pytest.param(
            "**Text.**",
            "too-short",
            "Oddíl „Potřeba“: text má 5\N{NO-BREAK SPACE}znaků, nejméně jich má být 10."
            " Co lidem chybělo.",
            id="short",
        ),
        pytest.param(
            "Žluťoučký kůň úpěl ďábelsky.",
            "too-long",
            "Oddíl „Potřeba“: text má 28\N{NO-BREAK SPACE}znaků, nejvýš jich může být 20."
            " Zkraťte ho o 8\N{NO-BREAK SPACE}znaků.",
            id="long",
        ),
        pytest.param(
            "",
            "empty-section",
            "Oddíl „Potřeba“ nemá žádný text. Doplňte ho. Co lidem chybělo.",
            id="empty",
        ),
        pytest.param(
            "![popis](a.png)",
            "empty-section",
            "Oddíl „Potřeba“ nemá žádný text. Doplňte ho. Co lidem chybělo.",
            id="only-an-image",
        ),
    ],
)
def test_a_section_has_as_much_text_as_the_schema_asks(text: str, code: str, message: str) -> None:
    assert found(f"## Potřeba\n\n{text}\n\n{HOW}") == [(1, 1, code, "need", message)]


def test_an_optional_section_without_text_may_be_left_out() -> None:
    assert found(f"{NEED}{HOW}## Výsledky")[0][4] == (
        "Oddíl „Výsledky“ nemá žádný text. Doplňte ho, nebo oddíl i s nadpisem smažte."
        " Co se změnilo."
    )


def test_sections_of_a_body_that_was_not_read_are_not_judged() -> None:
    assert found("> " * 1_000) == []
