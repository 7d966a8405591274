"""What a reader reads on a page: the texts of its elements, one after another."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from inspirace.views.facts import Fact

_INLINE = frozenset({"a", "span", "strong", "em", "b", "i"})


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.lines.append("")
        self.lines[-1] += next((f"[{value}]" for name, value in attrs if name == "alt"), "")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        self.lines[-1] += data


def page_lines(html: str) -> list[str]:
    """Return the texts of the page, a block a line, with plain spaces."""
    reader = _Texts()
    reader.feed(html)
    reader.close()
    return [line for text in reader.lines if (line := plain(text))]


def plain(text: str) -> str:
    """Return the text with single plain spaces."""
    return " ".join(text.split())


def fact_lines(facts: tuple[Fact, ...]) -> Iterator[str]:
    """Yield each row of a panel: its label, values, marks and note."""
    for fact in facts:
        values = ", ".join(
            f"{one.text} <{one.address}>" if one.address else one.text for one in fact.values
        )
        note = f" ({fact.note})" if fact.note else ""
        missing = " [chybí]" if fact.is_missing else ""
        yield plain(f"{fact.label}: {values}{note}{missing}")


def addresses(html: str) -> list[str]:
    """Return the addresses that the page's elements lead to, in order."""
    return re.findall(r'(?:href|src|action)="([^"]*)"', html)
