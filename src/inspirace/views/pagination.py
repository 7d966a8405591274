"""Pagination: a long list as pages of fifty, each with the way to the others."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from inspirace.czech import NON_BREAKING_SPACE as NBSP
from inspirace.records import Innovation
from inspirace.views.addresses import numbered_address
from inspirace.views.components import Card, Link, innovation_card

PER_PAGE = 50
_NEIGHBOURS = 2
_GAP = "…"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the pager: a page's number, or a gap; the current page leads nowhere."""

    link: Link
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list: its cards and, where there are more pages, the pager."""

    number: int
    address: str
    shown: Sequence[Innovation] = field(repr=False)
    made_from: bytes  # what tells whether any of the innovations shown has changed
    previous: Link | None
    following: Link | None
    steps: tuple[Step, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """Return the cards of the innovations shown."""
        return tuple(map(innovation_card, self.shown))

    @property
    def suffix(self) -> str:
        """Return what a further page adds to the title of the list."""
        return f" – strana{NBSP}{self.number}" if self.number > 1 else ""

    def describe(self, text: str) -> str:
        """Return the description of the list; a further page says first which it is."""
        return f"Strana{NBSP}{self.number}. {text}" if self.number > 1 else text


def list_pages(
    address: str,
    innovations: Sequence[Innovation],
    digest_of: Callable[[Sequence[Innovation]], bytes],
) -> Iterator[ListPage]:
    """Yield the pages of the list at the address; a list of nothing has one empty page.

    `digest_of` tells innovations from what they were before, as `Catalogue.digest_of` does.
    """
    last = max(1, -(-len(innovations) // PER_PAGE))
    for number in range(1, last + 1):
        shown = innovations[(number - 1) * PER_PAGE : number * PER_PAGE]
        yield ListPage(
            number=number,
            address=numbered_address(address, number),
            shown=shown,
            made_from=digest_of(shown),
            previous=_link("Předchozí", address, number - 1) if number > 1 else None,
            following=_link("Další", address, number + 1) if number < last else None,
            steps=tuple(_steps(address, number, last)) if last > 1 else (),
        )


def _steps(address: str, current: int, last: int) -> Iterator[Step]:
    near = range(current - _NEIGHBOURS, current + _NEIGHBOURS + 1)
    shown = [number for number in range(1, last + 1) if number in {1, last, *near}]
    before = 0
    for number in shown:
        if number > before + 1:
            yield Step(Link(_GAP))
        yield Step(_link(str(number), address, number), is_current=number == current)
        before = number


def _link(text: str, address: str, number: int) -> Link:
    return Link(text, numbered_address(address, number))
