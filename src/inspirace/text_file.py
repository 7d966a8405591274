"""The text of one file, and the place in it where a finding stands."""

from dataclasses import dataclass
from functools import cached_property

from inspirace.diagnostics import Diagnostic, Location


@dataclass(frozen=True)
class TextFile:
    """A decoded file: `text` without BOM and with LF line ends; `path` is relative to the root."""

    path: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Return the lines without their ends; only LF divides lines."""
        return tuple(self.text.split("\n"))

    def finding(
        self, code: str, line: int, column: int, message: str, *, advice: str = "", field: str = ""
    ) -> Diagnostic:
        """Return a diagnostic of this file with the text of its line."""
        line_text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Diagnostic(code, Location(self.path, line, column), message, advice, field, line_text)
