"""An explanation as plain text, for people who read it in a console."""

from collections.abc import Iterator
from textwrap import indent, wrap

from inspirace.codes import CODES
from inspirace.explanations.texts import REPAIR, RIGHT, WRONG, Explanation, read_explanations
from inspirace.reporters.text import SEVERITY_LABELS

_WIDTH = 80


def report_explanation(name: str) -> str:
    """Return what a code means, its examples and how to repair it."""
    return "\n\n".join(_blocks(name, read_explanations()[name])) + "\n"


def _blocks(name: str, one: Explanation) -> Iterator[str]:
    code = CODES[name]
    label = SEVERITY_LABELS[code.severity].capitalize()
    yield _folded(f"{label} {name}. Má platit: {code.summary}")
    yield from map(_folded, one.why.split("\n\n"))
    yield f"{WRONG}:"
    yield indent(one.wrong, "    ")
    if one.message:
        yield _folded(f"Kontrola k tomu řekne: {one.message}")
    yield f"{RIGHT}:"
    yield indent(one.right, "    ")
    yield f"{REPAIR}:"
    yield "\n".join(_folded(item, "  ") for item in one.repair.splitlines())


def _folded(text: str, below: str = "") -> str:
    """Return the text in lines of a readable width, without Markdown's marks of code."""
    plain = text.replace("`", "")
    return "\n".join(wrap(plain, _WIDTH, subsequent_indent=below, break_long_words=False))
