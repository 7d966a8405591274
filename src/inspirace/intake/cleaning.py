"""Cleaning: what Word and web pages leave in a text, taken out before it is written down."""

from inspirace.repair import signs
from inspirace.rules.casting import tidy_text


def clean_line(text: str) -> str:
    """Return a field's text on one line: composed, with ordinary and single spaces."""
    return " ".join(tidy_text(text).split())


def clean_section(markdown: str) -> str:
    """Return a section's Markdown composed, with plain marks of lists and nothing invisible."""
    composed = signs.composed(signs.without_invisible_signs(markdown))
    return signs.without_trailing_spaces(signs.with_plain_marks(composed), 0).strip("\n")
