"""One fault of a YAML text, with the lines as they should read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from inspirace.reading.yaml_text.lines import shorten

# A file with more faults is of another kind; its writer is not helped by all of them.
MOST_FAULTS = 200

_MOST_LINES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a line and column from 0; `corrected` are lines as they should read."""

    code: str
    line: int
    column: int
    message: str
    advice: str = ""
    corrected: Mapping[int, str] = field(default_factory=dict)


def correction(advice: str, corrected: Mapping[int, str]) -> tuple[str, Mapping[int, str]]:
    """Return the advice with the corrected lines below it, and these lines."""
    if not corrected:
        return "", corrected
    return f"{advice}\n{shown(corrected[line] for line in sorted(corrected))}", corrected


def shown(lines: Iterable[str]) -> str:
    """Return the lines in a size that can be read."""
    listed = [shorten(line.rstrip()) for line in lines]
    more = ["…"] if len(listed) > _MOST_LINES_SHOWN else []
    return "\n".join(listed[:_MOST_LINES_SHOWN] + more)
