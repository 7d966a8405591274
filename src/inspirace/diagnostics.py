"""Diagnostics: one finding of a rule at a place in a file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from inspirace.codes import CODES, Severity

MOST_FINDINGS = 50  # of one kind: a file with more is of another kind, or its writer has to stop


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: lines and columns from 1, columns in Unicode code points."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What is wrong (message), what to do (help), and where; `line_text` is the file's line."""

    code: str
    location: Location
    message: str
    help: str = ""
    field: str = ""
    line_text: str = ""

    @property
    def severity(self) -> Severity:
        """Return the severity that the table of codes gives."""
        return CODES[self.code].severity


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings in the order of a report: file, line, column, code; each once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: (d.location, d.code, d.message)))


def first_findings(
    diagnostics: Iterable[Diagnostic], most: int = MOST_FINDINGS
) -> tuple[Diagnostic, ...]:
    """Return the first findings; where there are more, the last of them says so."""
    listed = list(islice(diagnostics, most + 1))
    if len(listed) > most:
        last = listed[most - 1]
        more = "Takových míst je víc; další kontrola ukáže, až opravíte tato."
        listed[most - 1 :] = [replace(last, help=f"{last.help} {more}".strip())]
    return tuple(listed)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether any finding is an error."""
    return any(found.severity is Severity.ERROR for found in diagnostics)
