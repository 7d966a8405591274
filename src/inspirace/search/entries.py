"""Entries: what the index needs of one document, made from its record and the vocabularies alone.

Nothing in an entry depends on other documents, so that two processes may share the work, and an
entry is kept as long as the record's file is the same. What would depend on them, the average
lengths of the fields, is therefore taken from a sample and rounded.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from inspirace.catalogue import Catalogue
from inspirace.records import Record
from inspirace.search.analyser import Analyser
from inspirace.search.documents import DocumentTerms, FacetWords, text_terms
from inspirace.search.postings import field_lengths, impacts
from inspirace.search.shown import ShownTerms, record_row

SAMPLE = 200


class Entry(NamedTuple):
    """A document's terms, parted by spaces, with the impact of each, and what is shown of it.

    The first `prominent` terms are in its title, its facets or their synonyms. A named tuple,
    because it is sent and kept a lot; `digest` is of the record's file, empty if not known.
    """

    digest: bytes
    terms: str
    impacts: bytes
    prominent: int
    row: bytes

    def ranked(self) -> dict[str, int]:
        """Return the impact of each term."""
        return dict(zip(self.terms.split(), self.impacts, strict=True))

    def prominent_terms(self) -> list[str]:
        """Return the terms that are worth guessing."""
        return self.terms.split()[: self.prominent]


class Documents:
    """Terms of the records' documents; those of a measured record are made once."""

    def __init__(self, catalogue: Catalogue, analyser: Analyser) -> None:
        """Begin with no document made."""
        self._analyser = analyser
        self._words = FacetWords(catalogue.vocabularies, analyser)
        self._measured: dict[str, DocumentTerms] = {}

    def of(self, record: Record) -> DocumentTerms:
        """Return the document of the record."""
        measured = self._measured.get(record.path)
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

    def make(self, records: Iterable[Record]) -> Iterator[Entry]:
        """Yield the entry of each record."""
        for record in records:
            document = self.documents.of(record)
            ranked = impacts(document, self.averages)
            prominent = _prominent(document)
            terms = (*prominent, *(term for term in ranked if term not in prominent))
            yield Entry(
                digest=self.digests.get(record.path, b""),
                terms=" ".join(terms),
                impacts=bytes([ranked[term] for term in terms]),
                prominent=len(prominent),
                row=record_row(record, self.shown).encode(),
            )


def _prominent(document: DocumentTerms) -> Mapping[str, None]:
    text = document.text
    return dict.fromkeys((*text.title, *document.facets, *document.synonyms))


def sample(records: Sequence[Record]) -> Sequence[Record]:
    """Return the records whose lengths stand for those of all."""
    in_order = sorted(records, key=lambda one: one.path)
    step = -(-len(in_order) // SAMPLE) or 1
    return in_order[::step]
