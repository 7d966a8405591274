"""Filled forms for tests: the text that GitHub makes of answers, and the event around it."""

import json
from collections.abc import Mapping
from pathlib import Path

from inspirace.editor_files import load_editor_files
from inspirace.forms.issue_form import CONSENT, IssueForm, issue_forms
from inspirace.forms.issue_questions import Control
from inspirace.intake.answers import NO_CHOICE, NO_RESPONSE

SOURCES = """Název zdroje: Kavárna v knihovně
Adresa zdroje: https://example.org/kavarna
Vydavatel zdroje:
Rok vydání zdroje: 2024
Co zdroj dokládá: kdy a pro koho kavárna je
Kdy jste zdroj četli:"""
CASE: Mapping[str, str] = {
    "title": "Kavárna pro seniory",
    "summary": "Jednou měsíčně se v knihovně scházejí lidé, kteří žijí sami.",
    "status": "běží",
    "country": "Česko",
    "library": "Knihovna Příkladov",
    "target_groups": "senioři",
    "topics": "duševní zdraví",
    "service_types": "klub, pravidelné setkávání",
    "sources": SOURCES,
    "need": "Lidé, kteří žijí sami, mají málo příležitostí vyjít mezi ostatní.",
    "how_it_works": "Jednou měsíčně knihovna otevře na dvě hodiny klubovnu. Je tam káva, čaj"
    " a jedna knihovnice, která setkání zahájí. Hosté si sami volí téma.",
}
ADOPTION: Mapping[str, str] = {
    "case": "https://example.org/inovace/kurz-pocitace/",
    "library": "Obecní knihovna Vzorná",
    "country": "Česko",
    "year": "2025",
}


def forms_of(root: Path) -> Mapping[str, IssueForm]:
    """Return the forms of a catalogue by the names of their files."""
    editor_files = load_editor_files(root)
    made = issue_forms(editor_files.schemas, editor_files.vocabularies)
    return {form.file_name: form for form in made}


def filled(form: IssueForm, answers: Mapping[str, str]) -> str:
    """Return the body that GitHub makes of answers; a consent is given unless it is answered."""
    parts = []
    for question in form.questions:
        nothing = NO_CHOICE if question.control is Control.DROPDOWN else NO_RESPONSE
        if question.identifier == CONSENT:
            (said,) = question.options
            nothing = f"- [X] {said}"
        parts.append(f"### {question.label}\n\n{answers.get(question.identifier, nothing)}")
    return "\n\n".join(parts)


def event(body: object, title: object = "Nový případ: Kavárna", number: object = 12) -> str:
    """Return what GitHub writes into the file of an event, as far as we look."""
    issue = {"number": number, "title": title, "body": body, "created_at": "2026-11-25T06:00:00Z"}
    label = {"name": "přijmout"}
    return json.dumps({"action": "labeled", "issue": issue, "label": label})


METHOD: Mapping[str, str] = {
    "title": "Rozhovor v kuchyni",
    "summary": "Místo dotazníku si s člověkem sednete doma u stolu a necháte ho mluvit.",
    "phase": "mapování potřeb",
    "sources": SOURCES,
    "when_to_use": "Když nevíte, co lidé potřebují, a dotazník by vám to neřekl.",
    "steps": "1. Domluvte se s pěti lidmi, které znáte z výpůjček.\n"
    "2. Přijďte k nim domů a poslouchejte.\n3. Zapište si, co řekli, jejich slovy.",
}
