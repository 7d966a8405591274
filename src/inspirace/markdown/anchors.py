"""Anchors: the end of an address, after #, that leads to a heading.

They are made as Python-Markdown makes them for prose pages, so that both kinds of pages agree.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_OTHER_SIGNS = re.compile(r"[^\w\s-]")
_GAPS = re.compile(r"[-\s]+")
_NUMBERED = re.compile(r"(.*)_([0-9]{1,9})")
_LONGEST_KEPT = 60


def heading_anchor(title: str) -> str:
    """Return the anchor of a heading: „Co se nepovedlo“ as `co-se-nepovedlo`."""
    return _title_anchor(title) if len(title) <= _LONGEST_KEPT else _make_anchor(title)


def _make_anchor(title: str) -> str:
    bare = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return _GAPS.sub("-", _OTHER_SIGNS.sub("", bare).strip().lower())


# The titles of sections come again and again; texts of any length are not kept.
_title_anchor = lru_cache(maxsize=1024)(_make_anchor)


class PageAnchors:
    """The anchors of one page; what is there twice gets a number."""

    def __init__(self, given: Iterable[str] = ()) -> None:
        """Begin with anchors that were given by hand."""
        self.taken = set(given)
        self._last: dict[tuple[str, int], int] = {}

    def add(self, title: str) -> str:
        """Return the anchor of a heading and take it."""
        anchor = heading_anchor(title)
        if not anchor or anchor in self.taken:
            numbered = _NUMBERED.fullmatch(anchor)
            base, first = (numbered[1], int(numbered[2])) if numbered else (anchor, 0)
            # What was taken stays taken: the search goes on where it ended.
            number = self._last.get((base, first), first) + 1
            while f"{base}_{number}" in self.taken:
                number += 1
            self._last[base, first] = number
            anchor = f"{base}_{number}"
        self.taken.add(anchor)
        return anchor
