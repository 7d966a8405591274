"""Faults of the editors' files, which their readers know by path, as findings at their places."""

from collections.abc import Iterable, Iterator

from inspirace.diagnostics import Diagnostic
from inspirace.raw_values import Fault
from inspirace.reading.front_matter import FrontMatter


def report_faults(source: FrontMatter, code: str, faults: Iterable[Fault]) -> Iterator[Diagnostic]:
    """Yield each fault as a finding."""
    for fault in faults:
        yield source.finding(
            code, fault.path, fault.message, advice=fault.advice, at_name=fault.at_name
        )
