"""Entries: what the index needs of one document, made from its record and the vocabularies alone.

Nothing in an entry depends on other documents, so that two processes may share the work, and an
entry is kept as long as the record's file is the same. What would depend on them, the average
lengths of the fields, is therefore taken from a sample and rounded.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import or_
from typing import NamedTuple

from inspirace.catalogue import Catalogue
from inspirace.records import Record
from inspirace.search.analyser import Analyser
from inspirace.search.documents import DocumentTerms, FacetWords, text_terms
from inspirace.search.postings import IMPACT_BITS, PROMINENT, field_lengths, impacts, pack
from inspirace.search.shown import ShownTerms, record_row

SAMPLE = 200


class Entry(NamedTuple):
    """A document's terms, as numbers packed together with impacts, and what is shown of it.

    The first `prominent` terms are in its title, its facets or their synonyms. A named tuple of
    bytes, because it is kept a lot; `digest` is of the record's file, empty if not known.
    """

    digest: bytes
    terms: bytes
    prominent: int
    row: bytes

    def packed(self) -> "array[int]":
        """Return the terms, each a number packed with its impact."""
        found = array("I")
        found.frombytes(self.terms)
        return found

    def prominent_numbers(self) -> Iterator[int]:
        """Yield the numbers of the terms that are worth guessing."""
        for one in self.packed()[: self.prominent]:
            yield one >> IMPACT_BITS


class Numbers(dict[str, int]):
    """Numbers of terms in the order in which they were met, packed with no impact."""

    def __missing__(self, term: str) -> int:
        """Give the term the next number."""
        number = self[term] = pack(len(self), 0)
        return number


class Documents:
    """Terms of the records' documents; those of a measured record are made once."""

    def __init__(self, catalogue: Catalogue, analyser: Analyser) -> None:
        """Begin with no document made."""
        self._analyser = analyser
        self._words = FacetWords(catalogue.vocabularies, analyser)
        self._measured: dict[str, DocumentTerms] = {}

    def of(self, record: Record) -> DocumentTerms:
        """Return the document of the record."""
        measured = self._measured.pop(record.path, None)
        return measured or self._words.document(record, text_terms(record, self._analyser))

    def measure(self, records: Iterable[Record]) -> Iterator[tuple[int, ...]]:
        """Yield the length of each field of the records' documents."""
        for record in records:
            document = self._measured[record.path] = self.of(record)
            yield field_lengths(document)


@dataclass(frozen=True)
class EntryMaker:
    """Makes entries; `averages` are the usual lengths of the fields."""

    digests: Mapping[str, bytes]
    documents: Documents
    shown: ShownTerms
    averages: tuple[float, ...]
    numbers: Numbers

    def make(self, records: Iterable[Record]) -> Iterator[Entry]:
        """Yield the entry of each record."""
        number_of = self.numbers.__getitem__
        for record in records:
            document = self.documents.of(record)
            ranked = impacts(document, self.averages)
            yield Entry(
                digest=self.digests.get(record.path, b""),
                terms=array("I", map(or_, map(number_of, ranked), ranked.values())).tobytes(),
                prominent=len(set().union(*(document.fields()[one] for one in PROMINENT))),
                row=record_row(record, self.shown).encode(),
            )


def sample(records: Sequence[Record]) -> Sequence[Record]:
    """Return the records whose lengths stand for those of all."""
    in_order = sorted(records, key=lambda one: one.path)
    step = -(-len(in_order) // SAMPLE) or 1
    return in_order[::step]
