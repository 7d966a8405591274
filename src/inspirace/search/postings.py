"""Postings: which documents a term leads to, and how strongly, computed when the site is built.

BM25F after Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework": counts of all
fields are put together before they level off, so that a word in the title and in the body is one
word. What remains of it is a number from 1 to 63; how rare a term is, the browser adds.
"""

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from inspirace.search.documents import Counts, DocumentTerms

# Title, summary, body, facets, synonyms: how much a word weighs, and how much less in a long text.
WEIGHTS = (4.0, 2.0, 1.0, 3.0, 1.0)
LENGTH_MATTERS = (0.5, 0.5, 0.5, 0.3, 0.3)
SATURATION = 1.2
STRONGEST = 63
LONGEST_LIST = 1_500

_DOCUMENT_BITS = 20
DOCUMENT = (1 << _DOCUMENT_BITS) - 1  # the bits of a packed number that are the document
_BODY = 2


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


def impacts(document: DocumentTerms, averages: Sequence[float]) -> Mapping[str, int]:
    """Return how strongly each term leads to the document."""
    lengths = field_lengths(document)
    scales = [
        weight / (1 - matters + matters * length / average)
        for weight, matters, length, average in zip(
            WEIGHTS, LENGTH_MATTERS, lengths, averages, strict=True
        )
    ]
    fields = document.fields()
    in_body = _leveled(fields[_BODY], scales[_BODY])
    return in_body | _all_fields(fields, scales)


def _leveled(counts: Counts, scale: float) -> dict[str, int]:
    levels = {times: _impact(times * scale) for times in set(counts.values())}
    return {term: levels[times] for term, times in counts.items()}


def _all_fields(fields: Sequence[Counts], scales: Sequence[float]) -> dict[str, int]:
    """Return the impacts of terms that are not in the body alone."""
    sums: dict[str, float] = {}
    for number, (counts, scale) in enumerate(zip(fields, scales, strict=True)):
        if number != _BODY:
            for term, times in counts.items():
                sums[term] = sums.get(term, 0.0) + times * scale
    body, scale = fields[_BODY], scales[_BODY]
    return {term: _impact(x + body.get(term, 0) * scale) for term, x in sums.items()}


def _impact(x: float) -> int:
    return max(1, round(STRONGEST * x / (SATURATION + x)))


def pack(document: int, impact: int) -> int:
    """Return a number that ranks the document: the strongest first, then in their order."""
    return (STRONGEST - impact) << _DOCUMENT_BITS | document


def collect(documents: Iterable[Iterable[tuple[str, int]]]) -> "dict[str, array[int]]":
    """Return for each term its documents and impacts, packed."""
    found: dict[str, array[int]] = {}
    for number, terms in enumerate(documents):
        for term, impact in terms:
            packed = (STRONGEST - impact) << _DOCUMENT_BITS | number  # a call would take as long
            if term in found:
                found[term].append(packed)
            else:
                found[term] = array("I", (packed,))
    return found


def posting(packed: Collection[int]) -> Posting:
    """Return a term's row: the strongest documents first, those of one impact in order."""
    return Posting(len(packed), tuple(_groups(sorted(packed)[:LONGEST_LIST])))


def unpack(groups: Iterable[Sequence[int]]) -> Iterator[int]:
    """Yield the documents of a row, packed again."""
    for impact, *gaps in groups:
        for document in accumulate(gaps):
            yield pack(document, impact)


def _groups(ranked: Iterable[int]) -> Iterator[tuple[int, ...]]:
    group: list[int] = []
    weakness, last = -1, 0
    for one in ranked:
        document = one & DOCUMENT
        if one >> _DOCUMENT_BITS == weakness:
            group.append(document - last)
        else:
            if group:
                yield tuple(group)
            weakness = one >> _DOCUMENT_BITS
            group = [STRONGEST - weakness, document]
        last = document
    if group:
        yield tuple(group)
