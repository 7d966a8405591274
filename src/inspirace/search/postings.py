"""Postings: which documents a term leads to, and how strongly, computed when the site is built.

BM25F after Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework": counts of all
fields are put together before they level off, so that a word in the title and in the body is one
word. What remains of it is a number from 1 to 63; how rare a term is, the browser adds.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from operator import sub

from inspirace.search.documents import Counts, DocumentTerms

# Title, summary, body, facets, synonyms: how much a word weighs, and how much less in a long text.
WEIGHTS = (4.0, 2.0, 1.0, 3.0, 1.0)
LENGTH_MATTERS = (0.5, 0.5, 0.5, 0.3, 0.3)
PAIR_WEIGHT = 3.0  # of neighbours, which no field's length counts
SATURATION = 1.2
STRONGEST = 63
LONGEST_LIST = 1_500

IMPACT_BITS = STRONGEST.bit_length()

# The numbers of the fields whose terms are worth guessing, and of the others.
PROMINENT, OTHERS = (0, 3, 4), (1, 2)


Groups = dict[int, "array[int]"]  # documents in their order, by impact


@dataclass(frozen=True, slots=True)
class Posting:
    """A term's row: how many documents have it, and groups `[impact, first document, gap, …]`."""

    frequency: int
    groups: tuple[tuple[int, ...], ...]


def average_lengths(documents: Iterable[Sequence[int]]) -> tuple[float, ...]:
    """Return the average length of each field, with two digits that matter.

    Rounded, so that an edited document seldom changes the impacts of all others.
    """
    listed = tuple(documents) or ((0,) * len(WEIGHTS),)
    columns = zip(*listed, strict=True)
    return tuple(float(f"{sum(column) / len(listed):.1e}") or 1.0 for column in columns)


def field_lengths(document: DocumentTerms) -> tuple[int, ...]:
    """Return how many terms each field of the document has."""
    return tuple(sum(counts.values()) for counts in document.fields())


def impacts(document: DocumentTerms, averages: Sequence[float]) -> dict[str, int]:
    """Return how strongly each term leads to the document: `PROMINENT` fields first, pairs last."""
    lengths = field_lengths(document)
    scales = [
        weight / (1 - matters + matters * length / average)
        for weight, matters, length, average in zip(
            WEIGHTS, LENGTH_MATTERS, lengths, averages, strict=True
        )
    ]
    fields = document.fields()
    found: dict[str, int] = {}
    repeated: set[str] = set()
    for number in (*PROMINENT, *OTHERS):
        repeated |= fields[number].keys() & found.keys()
        found.update(_leveled(fields[number], scales[number]))
    in_title, in_summary, in_body, in_facets, in_synonyms = (counts.get for counts in fields)
    title, summary, body, facets, synonyms = scales
    for term in repeated:
        found[term] = _impact(
            in_title(term, 0) * title
            + in_summary(term, 0) * summary
            + in_body(term, 0) * body
            + in_facets(term, 0) * facets
            + in_synonyms(term, 0) * synonyms
        )
    found.update(_leveled(document.pairs, PAIR_WEIGHT))
    return found


def _leveled(counts: Counts, scale: float) -> Iterable[tuple[str, int]]:
    times = counts.values()
    levels = {number: _impact(number * scale) for number in set(times)}
    return zip(counts, map(levels.__getitem__, times), strict=True)


def _impact(x: float) -> int:
    return max(1, round(STRONGEST * x / (SATURATION + x)))


def pack(number: int, impact: int) -> int:
    """Return the number of a term together with its impact."""
    return number << IMPACT_BITS | impact


def collect(documents: "Iterable[array[int]]") -> dict[int, Groups]:
    """Return for each number of a term its documents; a document is its terms, packed."""
    packed: defaultdict[int, array[int]] = defaultdict(partial(array, "I"))
    for number, terms in enumerate(documents):
        for term in terms:
            packed[term].append(number)
    found: defaultdict[int, Groups] = defaultdict(dict)
    for term, own in packed.items():
        found[term >> IMPACT_BITS][term & STRONGEST] = own
    return dict(found)


def posting(groups: Groups) -> Posting:
    """Return a term's row: the strongest documents first, those of one impact in order."""
    return Posting(frequency(groups), tuple(_strongest(groups)))


def frequency(groups: Groups) -> int:
    """Return how many documents have the term."""
    return sum(map(len, groups.values()))


def _strongest(groups: Groups) -> Iterator[tuple[int, ...]]:
    left = LONGEST_LIST
    for impact in sorted(groups, reverse=True):
        own = groups[impact]
        if len(own) > left:
            own = own[:left]
        if own:
            yield impact, own[0], *map(sub, own[1:], own)
        left -= len(own)


def read_groups(rows: Iterable[Sequence[int]]) -> Groups:
    """Return the groups of a row that was not cut."""
    return {impact: array("I", accumulate(gaps)) for impact, *gaps in rows}
