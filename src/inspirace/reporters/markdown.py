"""Markdown of what others wrote: nothing of it is taken for markup or HTML."""

import re
from collections.abc import Iterator, Sequence

from inspirace.reporters.text import printable

_MARKUP = re.compile(r"[\\`*_\[\]<>&~|$]")


def escaped(text: str) -> str:
    """Return the text on one line, with no sign of it taken for Markdown or HTML."""
    return _MARKUP.sub(r"\\\g<0>", printable(" ".join(text.splitlines())))


def fenced(lines: Sequence[str], language: str = "text") -> Iterator[str]:
    """Yield a block of code that none of the lines can end."""
    ticks = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, ticks + 1)
    yield from ("", f"{fence}{language}", *map(printable, lines), fence)
