"""JSON: one row a finding, for programs."""

import json
from collections.abc import Iterable

from inspirace.diagnostics import Diagnostic
from inspirace.explanations.texts import Links, nowhere


def report_json(diagnostics: Iterable[Diagnostic], links: Links = nowhere) -> str:
    """Return the findings as a JSON list; lines and columns from 1, columns in code points.

    A row has `help_url` where it is known at which address the code is explained.
    """
    rows = [
        {
            "path": found.location.path,
            "line": found.location.line,
            "column": found.location.column,
            "code": found.code,
            "severity": found.severity.value,
            "field": found.field,
            "message": found.message,
            "help": found.help,
            **({"help_url": address} if (address := links(found.code)) else {}),
        }
        for found in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
