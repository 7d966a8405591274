"""Answers are taken apart by the headings of the form, or not at all."""

import pytest
from filled_forms import CASE, filled, forms_of
from support import PROJECT

from inspirace.intake.answers import Fault, Filled, parse_body

FORMS = forms_of(PROJECT)
FORM = FORMS["novy-pripad.yml"]
BODY = filled(FORM, CASE)
REPAIR = "Vraťte text žádosti do podoby z formuláře, nebo formulář vyplňte znovu."
NOTHING = {question.identifier: "" for question in FORM.questions}
(SAID,) = FORM.questions[-1].options
ANSWERS = {**NOTHING, **CASE, "consent": f"- [X] {SAID}"}


def twice(label: str) -> Fault:
    return Fault(
        label,
        f"Nadpis „{label}“ je v textu žádosti víckrát a nejde poznat, který je ten pravý.",
        f"V odpovědích nepište řádek, který začíná „### {label}“.",
    )


@pytest.mark.parametrize("name", list(FORMS))
def test_a_form_is_known_by_its_headings(name: str) -> None:
    parsed = parse_body(filled(FORMS[name], {}), FORMS.values())
    assert isinstance(parsed, Filled)
    assert parsed.form.file_name == name


@pytest.mark.parametrize(
    ("body", "changed"),
    [
        pytest.param(BODY, {}, id="as-github-writes-it"),
        pytest.param(BODY.replace("\n", "\r\n"), {}, id="windows-line-ends"),
        pytest.param(BODY.replace("\n", "\r"), {}, id="old-line-ends"),
        pytest.param(f"\n\n{BODY}\n\n\n", {}, id="blank-lines-around"),
        pytest.param(
            filled(FORM, {**CASE, "region": "_No response_"}), {}, id="a-choice-without-response"
        ),
        pytest.param(
            filled(FORM, {**CASE, "need": "Jedna\n\n### Vlastní nadpis\n\nDruhá"}),
            {"need": "Jedna\n\n### Vlastní nadpis\n\nDruhá"},
            id="a-heading-that-no-question-has",
        ),
        pytest.param(
            filled(FORM, {**CASE, "need": " ### Název\n#### Název\n###Název\n### název"}),
            {"need": "### Název\n#### Název\n###Název\n### název"},
            id="what-only-looks-like-a-heading",
        ),
        pytest.param(
            filled(FORM, {**CASE, "need": "### Ná\u200bzev\n### Název\u00a0"}),
            {"need": "### Ná\u200bzev\n### Název"},
            id="a-heading-with-a-hidden-sign",
        ),
        pytest.param(
            filled(FORM, {**CASE, "results": "None", "staff": "_No response_ a dál"}),
            {"results": "None", "staff": "_No response_ a dál"},
            id="words-that-are-no-missing-answer",
        ),
    ],
)
def test_every_answer_stays_below_its_question(body: str, changed: dict[str, str]) -> None:
    assert parse_body(body, FORMS.values()) == Filled(FORM, {**ANSWERS, **changed})


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        pytest.param(
            filled(FORM, {**CASE, "need": "Text\n\n### Název\n\nPodvržený název"}),
            (twice("Název"),),
            id="a-heading-in-an-answer",
        ),
        pytest.param(
            filled(FORM, {**CASE, "need": "```\n### Název\n```"}),
            (twice("Název"),),
            id="a-heading-in-a-block-of-code",
        ),
        pytest.param(
            filled(FORM, {**CASE, "title": BODY}),
            tuple(twice(question.label) for question in FORM.questions),
            id="a-whole-form-in-an-answer",
        ),
        pytest.param(
            BODY.replace("### Stav\n", "### Stav služby\n"),
            (Fault("Stav", "V textu žádosti chybí nadpis této otázky.", REPAIR),),
            id="a-heading-is-missing",
        ),
        pytest.param(
            BODY.replace("### Stav\n", "### X\n")
            .replace("### Název\n", "### Stav\n")
            .replace("### X\n", "### Název\n"),
            (
                Fault("Shrnutí", "Nadpis této otázky není na svém místě.", REPAIR),
                Fault("Stav", "Nadpis této otázky není na svém místě.", REPAIR),
            ),
            id="headings-are-swapped",
        ),
        pytest.param(
            f"Dobrý den,\n\n{BODY}",
            (
                Fault(
                    "",
                    "Před prvním nadpisem je text, který k žádné otázce nepatří.",
                    REPAIR,
                ),
            ),
            id="text-above",
        ),
        pytest.param(
            f"### Vzkaz\n\nDobrý den,\n\n{BODY}",
            (
                Fault(
                    "",
                    "Před prvním nadpisem je text, který k žádné otázce nepatří.",
                    REPAIR,
                ),
            ),
            id="a-heading-above",
        ),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(body: str, faults: tuple[Fault, ...]) -> None:
    assert parse_body(body, FORMS.values()) == faults


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("", id="empty"),
        pytest.param("Na stránce je chyba.", id="words"),
        pytest.param("### Název\n\nA\n\n### Shrnutí\n\nB", id="two-headings"),
        pytest.param("### \n" * 10_000, id="headings-without-text"),
        pytest.param("### Název\n" * 5_000, id="one-heading-again-and-again"),
    ],
)
def test_another_text_is_no_form(body: str) -> None:
    (fault,) = [parse_body(body, FORMS.values())]
    assert fault == (
        Fault(
            "",
            "Žádost není vyplněný formulář katalogu.",
            "Založte novou přes „New issue“ a vyberte, co chcete poslat. Nadpisy v textu neměňte.",
        ),
    )
