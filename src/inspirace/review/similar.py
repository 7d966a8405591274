"""Similar cases: what a changed case may be a second account of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inspirace.catalogue import Catalogue
from inspirace.czech import fold, stem
from inspirace.records import Innovation

MOST = 3
_SHARED_WORDS = 0.5
_SHORT_WORD = 3


@dataclass(frozen=True, slots=True)
class Similar:
    """A case that is near to another one, and in what."""

    innovation: Innovation
    reason: str


def find_similar(case: Innovation, catalogue: Catalogue) -> Iterator[Similar]:
    """Yield the cases nearest to the case: of a like title, or of the same library and kind."""
    found = []
    for other in catalogue.by_title:
        if other.slug != case.slug:
            share = _shared(_words((case.title,)), _words((other.title,)))
            if share >= _SHARED_WORDS:
                found.append((-share, other.slug, Similar(other, "podobný název")))
            elif _is_of_one_library(case, other):
                found.append((0.0, other.slug, Similar(other, "stejná knihovna a typ služby")))
    yield from (one for _, _, one in sorted(found, key=lambda row: row[:2])[:MOST])


def _words(texts: Iterable[str]) -> frozenset[str]:
    stems = (word for text in texts for word in stem(text).split())
    return frozenset(word for word in stems if len(word) > _SHORT_WORD)


def _shared(some: frozenset[str], others: frozenset[str]) -> float:
    """Return which share of all the words both have (Jaccard)."""
    both = some | others
    return len(some & others) / len(both) if both else 0.0


def _is_of_one_library(case: Innovation, other: Innovation) -> bool:
    is_same = bool(case.library) and fold(case.library) == fold(other.library)
    kinds = {term.id for term in case.service_types}
    return is_same and any(term.id in kinds for term in other.service_types)
