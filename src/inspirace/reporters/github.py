"""GitHub: the first findings as annotations of their lines, the others in the job's summary.

An annotation is a workflow command, a line `::error file=…,line=…::message`. A runner takes the
value of a property to its next comma and the properties to the next two colons, so these signs are
escaped there; percent signs and ends of lines are escaped in the message as well.
"""

import os
from collections.abc import Collection, Iterator, Sequence
from urllib.parse import quote

from inspirace.codes import Severity
from inspirace.czech import counted
from inspirace.diagnostics import Diagnostic
from inspirace.explanations.texts import Links, nowhere
from inspirace.reporters.markdown import escaped, fenced
from inspirace.reporters.text import SEVERITY_LABELS, summary

MOST_ANNOTATIONS = 10  # GitHub shows no more errors of one step
MOST_SUMMARY_BYTES = 1_000_000  # of one step; over a mebibyte GitHub throws it away

_MESSAGE_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_MESSAGE = str.maketrans(_MESSAGE_ESCAPES)
_IN_PROPERTY = str.maketrans(_MESSAGE_ESCAPES | {":": "%3A", ",": "%2C"})


def most_urgent_first(
    diagnostics: Sequence[Diagnostic], changed: Collection[str]
) -> tuple[Diagnostic, ...]:
    """Return errors before warnings, and of each those in changed files first."""

    def rank(found: Diagnostic) -> tuple[bool, bool]:
        return found.severity is not Severity.ERROR, found.location.path not in changed

    return tuple(sorted(diagnostics, key=rank))


def report_github(diagnostics: Sequence[Diagnostic], links: Links = nowhere) -> str:
    """Return annotations of the first findings and, below them, how many there are in all."""
    if not diagnostics:
        return ""
    first = diagnostics[:MOST_ANNOTATIONS]
    commands = "".join(_command(found, links(found.code)) for found in first)
    return f"{commands}Celkem: {summary(diagnostics)}.\n"


def report_job_summary(
    diagnostics: Sequence[Diagnostic], verdict: str, source: str, links: Links = nowhere
) -> str:
    """Return Markdown with the findings that have no annotation, as many as GitHub takes.

    `verdict` says that all is good, if it is; `source` is where the files of this very version
    are, an address that ends with a slash, or empty.
    """
    parts = ["## Kontrola obsahu\n", *_introduction(diagnostics, verdict)]
    left = diagnostics[MOST_ANNOTATIONS:]
    room = MOST_SUMMARY_BYTES - _size("\n".join(parts))
    for place, found in enumerate(left):
        item = _item(found, source, links(found.code))
        room -= _size(item) + 1
        if room < 0:
            parts.append(_more(len(left) - place))
            break
        parts.append(item)
    return "\n".join(parts)


def _command(found: Diagnostic, address: str) -> str:
    place = found.location
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "title": f"{SEVERITY_LABELS[found.severity]} {found.code}".capitalize(),
    }
    said = ",".join(f"{name}={text.translate(_IN_PROPERTY)}" for name, text in properties.items())
    said_more = (found.message, found.help, address and f"Vysvětlení: {address}")
    message = "\n".join(filter(None, said_more)).translate(_IN_MESSAGE)
    return f"::{found.severity.value} {said}::{message}\n"


def _introduction(diagnostics: Sequence[Diagnostic], verdict: str) -> Iterator[str]:
    if verdict:
        yield f"{escaped(verdict)}\n"
    if not diagnostics:
        return
    total = f"Celkem: {summary(diagnostics)}."
    if len(diagnostics) <= MOST_ANNOTATIONS:
        yield f"{total} Všechno je napsané u řádků, kterých se to týká.\n"
    else:
        yield f"{total} Prvních {MOST_ANNOTATIONS} je u řádků, kterých se týkají. Další:\n"


def _item(found: Diagnostic, source: str, address: str) -> str:
    """Return one finding as an item of a list."""
    place = found.location
    label = f"{escaped(place.path)}, řádek {place.line}"
    if source:
        path = quote(os.fsencode(place.path))
        label = f"[{label}]({source}{path}?plain=1#L{place.line})"
    more = f" ([vysvětlení]({address}))" if address else ""
    said = f"- **{SEVERITY_LABELS[found.severity]}** {label}: {escaped(found.message)}{more}\n"
    first, *rest = found.help.split("\n")
    if first:
        said += f"\n  {escaped(first)}\n"
    if rest:
        said += "".join(f"  {line}".rstrip() + "\n" for line in fenced(rest))
    return said


def _more(count: int) -> str:
    left_out = counted(count, "nález", "nálezy", "nálezů")
    return f"A ještě {left_out}. Všechno vypíše `inspirace check`.\n"


def _size(text: str) -> int:
    return len(text.encode(errors="replace"))
