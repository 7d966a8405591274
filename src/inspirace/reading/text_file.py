"""The text of one file, and the place in it where a finding stands."""

import re
from dataclasses import dataclass
from functools import cached_property

from inspirace.diagnostics import Diagnostic, Location

# Characters that no text needs: they hide, turn the direction of what follows, or end a line for
# some programs only. XML and YAML refuse most of them.
CONTROL_CHARACTERS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True)
class TextFile:
    """A decoded file: `text` without BOM and with LF line ends; `path` is relative to the root."""

    path: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Return the lines without their ends; only LF divides lines."""
        return tuple(self.text.split("\n"))

    def finding(  # noqa: PLR0913 (a place and three texts are what a finding is)
        self, code: str, line: int, column: int, message: str, *, advice: str = "", field: str = ""
    ) -> Diagnostic:
        """Return a diagnostic of this file with the text of its line."""
        line_text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        place = Location(self.path, line, column)
        return Diagnostic(code, place, message, advice, field, line_text)
