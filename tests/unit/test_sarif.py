"""SARIF 2.1.0: valid against its schema, and what it says of rules, places and texts."""

import json
import os
from typing import Any

import jsonschema_rs
import pytest
from support import PROJECT

from inspirace import __version__
from inspirace.codes import CODES
from inspirace.diagnostics import Diagnostic, Location
from inspirace.reporters import report_sarif

SCHEMA = PROJECT / "tests" / "standards" / "sarif-schema-2.1.0.json"
PATH = "content/innovations/klub.md"
MESSAGE = "Pojem „důchodci“ ve slovníku není."


@pytest.fixture(scope="module")
def validator() -> jsonschema_rs.Validator:
    """Return the standard's schema; its one bracket that strict engines refuse is escaped."""
    schema = SCHEMA.read_text(encoding="utf-8").replace("[a-zA-Z]{2}]?$", r"[a-zA-Z]{2}\\]?$")
    return jsonschema_rs.validator_for(json.loads(schema), validate_formats=True)


def read_run(*found: Diagnostic) -> dict[str, Any]:
    (run,) = json.loads(report_sarif(found))["runs"]
    return dict(run)


def make_finding(path: str = PATH, message: str = MESSAGE, advice: str = "") -> Diagnostic:
    return Diagnostic("unknown-term", Location(path, 3, 5), message, advice, "topics[0]")


FINDINGS = [
    *(Diagnostic(code, Location(PATH), "Zpráva.") for code in CODES),
    make_finding("content/čtení se psy, 50 %: a\nb.md", "a\n{0} [b](c) %", "Napište:\n  - {x}"),
    make_finding(os.fsdecode(b"content/\xe8.md")),
    make_finding("", ""),
]


@pytest.mark.parametrize(
    "findings", [pytest.param([], id="none"), pytest.param(FINDINGS, id="of-every-kind")]
)
def test_a_report_is_valid(validator: jsonschema_rs.Validator, findings: list[Diagnostic]) -> None:
    report = report_sarif(findings).encode(errors="replace")
    assert [error.message for error in validator.iter_errors(json.loads(report))] == []


def test_every_rule_leads_to_its_page(validator: jsonschema_rs.Validator) -> None:
    log = json.loads(report_sarif([], lambda code: f"https://knihovna.example/chyby/{code}/"))
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert {rule["id"]: rule["helpUri"] for rule in rules} == {
        code: f"https://knihovna.example/chyby/{code}/" for code in CODES
    }
    assert validator.is_valid(log)


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        pytest.param('"unicodeCodePoints"', '"codePoints"', id="kind-of-column"),
        pytest.param('"startLine": 3', '"startLine": 0', id="line"),
        pytest.param('"level": "error"', '"level": "chyba"', id="level"),
        pytest.param('"uri": "content', '"uri": "content /', id="address"),
        pytest.param('"ruleIndex"', '"rule"', id="unknown-property"),
    ],
)
def test_the_schema_finds_what_is_wrong(
    validator: jsonschema_rs.Validator, written: str, wrong: str
) -> None:
    report = report_sarif([make_finding()])
    assert written in report
    assert not validator.is_valid(json.loads(report.replace(written, wrong)))


def test_every_code_is_a_rule_in_czech() -> None:
    driver = read_run()["tool"]["driver"]
    assert (driver["name"], driver["version"], driver["language"]) == (
        *("inspirace", __version__, "cs"),
    )
    assert {
        rule["id"]: (rule["shortDescription"]["text"], rule["defaultConfiguration"]["level"])
        for rule in driver["rules"]
    } == {name: (code.summary, code.severity.value) for name, code in CODES.items()}


def test_a_finding_has_its_rule_its_place_and_the_way_out() -> None:
    run = read_run(make_finding("content/čtení se psy, 50 %: a.md", advice="Napište: seniori"))
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result.pop("ruleIndex")]["id"] == "unknown-term"
    assert run["columnKind"] == "unicodeCodePoints"
    uri = "content/%C4%8Dten%C3%AD%20se%20psy%2C%2050%20%25%3A%20a.md"
    region = {"startLine": 3, "startColumn": 5}
    assert result == {
        "ruleId": "unknown-term",
        "level": "error",
        "message": {"text": f"{MESSAGE}\nNapište: seniori"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
    }


@pytest.mark.parametrize(
    ("written", "said"),
    [
        pytest.param("{0} a {x}", "{{0}} a {{x}}", id="placeholder"),
        pytest.param("[sem](https://zly.example)", r"\[sem\](https://zly.example)", id="link"),
        pytest.param(r"[a\](b)", r"\[a\\\](b)", id="link-with-backslash"),
        pytest.param(r"[a] \ (b)", r"[a] \ (b)", id="nothing-special"),
    ],
)
def test_no_part_of_a_message_is_taken_for_something_else(written: str, said: str) -> None:
    (result,) = read_run(make_finding(message=written))["results"]
    assert result["message"] == {"text": said}
