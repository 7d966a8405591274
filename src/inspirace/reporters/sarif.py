"""SARIF 2.1.0: findings in the format that editors and scanners share."""

import json
import os
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from inspirace import __version__
from inspirace.codes import CODES, Code
from inspirace.diagnostics import Diagnostic
from inspirace.explanations.texts import Links, nowhere

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_RULES = {code: place for place, code in enumerate(CODES)}
_LINK_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in r"\[]"})


def report_sarif(diagnostics: Iterable[Diagnostic], links: Links = nowhere) -> str:
    """Return the findings as one run of SARIF; every code is a rule of it."""
    driver = {
        "name": "inspirace",
        "version": __version__,
        "language": "cs",
        "rules": [_rule(name, code, links(name)) for name, code in CODES.items()],
    }
    run = {
        "tool": {"driver": driver},
        "language": "cs",
        "columnKind": "unicodeCodePoints",
        "results": [_result(found) for found in diagnostics],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str, code: Code, address: str) -> Mapping[str, object]:
    summary = _message(code.summary)
    return {
        "id": name,
        "shortDescription": summary,
        "fullDescription": summary,
        "help": _message(f"Má platit: {code.summary} Co s tím, říká každé hlášení."),
        **({"helpUri": address} if address else {}),
        "defaultConfiguration": {"level": code.severity.value},
    }


def _result(found: Diagnostic) -> Mapping[str, object]:
    place = found.location
    address = quote(os.fsencode(place.path))
    region = {"startLine": place.line, "startColumn": place.column}
    return {
        "ruleId": found.code,
        "ruleIndex": _RULES[found.code],
        "level": found.severity.value,
        "message": _message(f"{found.message}\n{found.help}".strip()),
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": address}, "region": region}}
        ],
    }


def _message(text: str) -> Mapping[str, str]:
    """Return a message; no part of its text is a placeholder, `{0}`, or a link, `[…](…)`."""
    if "](" in text:
        text = text.translate(_LINK_SIGNS)
    return {"text": text.replace("{", "{{").replace("}", "}}")}
