"""Similar cases: what a changed case may be a second account of."""

from collections.abc import Iterator
from dataclasses import dataclass

from inspirace.catalogue import Catalogue
from inspirace.czech import fold, stem
from inspirace.records import Innovation

MOST = 3

_SHARED_WORDS = 0.5
_SHARED_WORDS_OF_SUMMARY = 0.35  # a summary has more words to say the same with
_SHORT_WORD = 3


@dataclass(frozen=True, slots=True)
class Similar:
    """A case that is near to another one, and in what."""

    innovation: Innovation
    reasons: tuple[str, ...]


def find_similar(case: Innovation, catalogue: Catalogue) -> Iterator[Similar]:
    """Yield the cases nearest to the case, those first that are near in more ways."""
    found = []
    for other in catalogue.by_title:
        reasons = tuple(_reasons(case, other)) if other.slug != case.slug else ()
        if reasons:
            share = _shared(case.title, other.title)
            found.append((-len(reasons), -share, other.slug, Similar(other, reasons)))
    yield from (row[-1] for row in sorted(found, key=lambda row: row[:-1])[:MOST])


def _reasons(case: Innovation, other: Innovation) -> Iterator[str]:
    if _shared(case.title, other.title) >= _SHARED_WORDS:
        yield "podobný název"
    if _shared(case.summary, other.summary) >= _SHARED_WORDS_OF_SUMMARY:
        yield "podobné shrnutí"
    if set(case.service_types) & set(other.service_types):
        if _is_same(case.library, other.library):
            yield "stejná knihovna a typ služby"
        elif _is_same(case.municipality, other.municipality):
            yield "stejná obec a typ služby"


def _shared(some: str, other: str) -> float:
    """Return which share of all the words both texts have (Jaccard)."""
    words, others = _words(some), _words(other)
    both = words | others
    return len(words & others) / len(both) if both else 0.0


def _words(text: str) -> frozenset[str]:
    bare = "".join(sign if sign.isalnum() else " " for sign in text)
    return frozenset(word for word in stem(bare).split() if len(word) > _SHORT_WORD)


def _is_same(name: str, other: str) -> bool:
    return bool(name) and fold(name) == fold(other)
