"""Answers become values: choices terms, lines lists, lines with labels rows."""

import pytest
from filled_forms import CASE, filled, forms_of
from support import PROJECT

from inspirace.editor_files import load_editor_files
from inspirace.intake.answers import Fault, Filled, parse_body
from inspirace.intake.values import given_values

FORM = forms_of(PROJECT)["novy-pripad.yml"]
VOCABULARIES = load_editor_files(PROJECT).vocabularies
TITLES = {"method": {"lidska knihovna": "ziva-knihovna", "sprint": "design-sprint"}}


def given(**answers: str) -> tuple[dict[str, object], list[Fault]]:
    """Return the value of the one field that is answered, and what is wrong in the answers."""
    parsed = parse_body(filled(FORM, answers), [FORM])
    assert isinstance(parsed, Filled)
    found = given_values(parsed, VOCABULARIES, TITLES)
    return {**found.fields, **found.sections}, found.faults


@pytest.mark.parametrize(
    ("answers", "values"),
    [
        pytest.param({}, {}, id="nothing"),
        pytest.param({"title": "Kavárna"}, {"title": "Kavárna"}, id="text"),
        pytest.param({"status": "běží"}, {"status": "bezi"}, id="term"),
        pytest.param(
            {"service_types": "kurz, klub, pravidelné setkávání, dílna, workshop"},
            {"service_types": ["kurz", "klub", "dilna"]},
            id="terms-with-commas-of-their-own",
        ),
        pytest.param(
            {"cost_band": "do 5 000 Kč"}, {"cost_band": "do-5-tisic"}, id="plain-blanks-in-a-label"
        ),
        pytest.param(
            {"cost_band": "do 5\u00a0000\u00a0Kč"}, {"cost_band": "do-5-tisic"}, id="tied-blanks"
        ),
        pytest.param(
            {"methods": "- Lidská  knihovna\n\n* design-sprint"},
            {"methods": ["ziva-knihovna", "design-sprint"]},
            id="titles-of-methods",
        ),
        pytest.param(
            {"sources": "Název zdroje: A: b\nAdresa zdroje: https://a\nRok vydání zdroje: 2024"},
            {"sources": [{"title": "A: b", "url": "https://a", "year": 2024}]},
            id="a-row",
        ),
        pytest.param(
            {"sources": "Název zdroje: A\n\nAdresa zdroje: a\nNázev zdroje: B\nAdresa zdroje: b"},
            {"sources": [{"title": "A", "url": "a"}, {"title": "B", "url": "b"}]},
            id="rows-begin-with-the-first-label",
        ),
        pytest.param(
            {"sources": "Adresa zdroje: a\nAdresa zdroje: b\n- nazev  zdroje : B"},
            {"sources": [{"url": "a"}, {"url": "b"}, {"title": "B"}]},
            id="or-with-one-that-the-row-has",
        ),
        pytest.param(
            {"sources": "Název zdroje:\nAdresa zdroje:\n\nNázev zdroje:\n"}, {}, id="empty-rows"
        ),
        pytest.param(
            {"sources": "Rok vydání zdroje: asi 2020"},
            {"sources": [{"year": "asi 2020"}]},
            id="a-number-that-is-none",
        ),
        pytest.param(
            {"adopted_by": "Která knihovna to převzala: K\nZemě, kde to převzali: Česko"},
            {"adopted_by": [{"library": "K", "country": "CZ"}]},
            id="a-term-in-a-row",
        ),
        pytest.param(
            {"contact": "Koho se zeptat: půjčovna\nE-mail: a@example.org"},
            {"contact": {"role": "půjčovna", "email": "a@example.org"}},
            id="one-row",
        ),
        pytest.param(
            {"title": " Kavárna\u00a0 pro\u200b vs\u030cechny "},
            {"title": "Kavárna pro všechny"},
            id="a-line-from-word",
        ),
        pytest.param(
            {"need": "A\u200b \n\n•\u00a0b\n–\u00a0c\n–\u00a0d"},
            {"need": "A\n\n- b\n- c\n- d"},
            id="a-list-from-word",
        ),
        pytest.param({"need": "\u200b \u2060"}, {}, id="nothing-to-see"),
        pytest.param({"need": "A\n\n- b\n- c"}, {"need": "A\n\n- b\n- c"}, id="section"),
    ],
)
def test_answers_become_values(answers: dict[str, str], values: object) -> None:
    assert given(**answers) == (values, [])


ROWS = (
    "Začněte každý řádek popiskem a dvojtečkou:\nNázev zdroje:\nAdresa zdroje:\n"
    "Vydavatel zdroje:\nRok vydání zdroje:\nCo zdroj dokládá:\nKdy jste zdroj četli:"
)


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        pytest.param(
            {"topics": "bydleni a bezdomovectvi"},
            Fault(
                "Témata",
                "„bydleni a bezdomovectvi“ mezi možnostmi není.",
                "Napište: bydlení a bezdomovectví",
            ),
            id="a-term-written-by-hand",
        ),
        pytest.param(
            {"topics": "marťani"},
            Fault("Témata", "„marťani“ mezi možnostmi není.", "Vyberte z nabídky formuláře."),
            id="an-unknown-term",
        ),
        pytest.param(
            {"sources": "Kavárna v knihovně, https://example.org/"},
            Fault(
                "Zdroje",
                "Řádek „Kavárna v knihovně, https://example.org/“ nezačíná žádným z popisků.",
                ROWS,
            ),
            id="a-row-without-labels",
        ),
        pytest.param(
            {"methods": "Neznámá"},
            Fault(
                "Metody",
                "„Neznámá“ v katalogu není.",
                "Napište název, jak ho má katalog, nebo řádek smažte.",
            ),
            id="an-unknown-method",
        ),
        pytest.param(
            {"consent": "- [ ] Text jsme napsali sami"},
            Fault(
                "Souhlas se zveřejněním",
                "Políčko se souhlasem není zaškrtnuté.",
                "Bez souhlasu text zveřejnit nejde. V žádosti ho můžete zaškrtnout i dodatečně.",
            ),
            id="no-consent",
        ),
    ],
)
def test_what_cannot_be_read_is_said_under_its_question(
    answers: dict[str, str], fault: Fault
) -> None:
    assert given(**answers)[1] == [fault]


@pytest.mark.parametrize("ticked", ["- [x] Ano", "- [X] Ano, dříve jinými slovy"])
def test_a_ticked_box_is_a_consent(ticked: str) -> None:
    assert given(consent=ticked) == ({}, [])


def test_of_unknown_terms_the_first_say_enough() -> None:
    _, faults = given(topics=", ".join(f"slovo {number}" for number in range(20_000)))
    assert len(faults) == 10


def test_every_choice_of_every_question_can_be_read_back() -> None:
    for question in FORM.questions:
        if question.options and question.about:
            chosen = list(question.options) if question.multiple else [*question.options][:1]
            values, faults = given(**{question.identifier: ", ".join(chosen)})
            ids = [question.options[one] for one in chosen]
            assert values == {question.identifier: ids if question.multiple else ids[0]}
            assert faults == []


def test_the_filled_case_of_these_tests_is_read_whole() -> None:
    values, faults = given(**CASE)
    assert (set(CASE) - set(values), faults) == (set(), [])
