"""The index: every term with its row, and how it is changed where a few documents have changed."""

import json
from array import array
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from inspirace.search.entries import Entry
from inspirace.search.layout import frequency_in, posting_row
from inspirace.search.postings import (
    IMPACT_BITS,
    LONGEST_LIST,
    STRONGEST,
    Groups,
    collect,
    posting,
    read_groups,
)

FEW_CHANGED = 3  # to change them again takes less than to write all that is kept
MOST_GUESSED = 12_000  # terms that a browser fetches, 20 kilobytes
PAIRED = " "  # between two neighbouring words
MOST_CHANGED = 20  # with many more, making all rows anew is as quick


class Index(NamedTuple):
    """Rows of all terms, and in how many documents each prominent term is prominent.

    Entries have numbers of terms, which are their places in `names`. A row that had to be cut has
    all of its documents in `whole`, as bytes by impact. `forms` are the words that the rows show.
    A named tuple of plain values, because it is kept.
    """

    names: list[str]
    entries: dict[str, Entry]
    forms: dict[str, str]
    rows: dict[str, bytes]
    whole: dict[str, dict[int, bytes]]
    prominent: dict[int, int]

    def groups(self, term: str) -> Groups:
        """Return all documents of a term, by impact."""
        if term in self.whole:
            return {impact: _array(own) for impact, own in self.whole[term].items()}
        if term not in self.rows:
            return {}
        row = json.loads(b"{" + self.rows[term] + b"}")[term]
        return read_groups(group for group in row if isinstance(group, list))

    def worth_guessing(self) -> list[str]:
        """Return the terms that are prominent somewhere, or in two documents at least, sorted.

        Of very many, the rarest are left out: they are mistakes more often than what was meant.
        """
        prominent = {self.names[number] for number in self.prominent}
        frequencies = {term: frequency_in(row) for term, row in self.rows.items()}
        words = ((term, number) for term, number in frequencies.items() if PAIRED not in term)
        worth = [term for term, number in words if number > 1 or term in prominent]
        worth.sort(key=lambda term: (-frequencies[term], term))
        return sorted(worth[:MOST_GUESSED])


def make_index(names: Iterable[str], entries: dict[str, Entry], forms: dict[str, str]) -> Index:
    """Return the index of the documents, by their paths in the order of their numbers."""
    counted = Counter(chain.from_iterable(one.prominent_numbers() for one in entries.values()))
    index = Index(list(names), entries, forms, {}, {}, dict(counted))
    found = collect(entry.packed() for entry in entries.values())
    while found:  # what has become a row is let go
        number, groups = found.popitem()
        _set_row(index, index.names[number], groups)
    return index


def change_index(
    old: Index, names: Iterable[str], entries: dict[str, Entry], forms: dict[str, str]
) -> Index:
    """Return the index of the documents: the same as made anew, with what is still right in it."""
    changed = _changed(old, entries)
    if list(old.entries) != list(entries) or len(changed) > MOST_CHANGED:
        return make_index(names, entries, forms)
    new = Index(list(names), entries, forms, dict(old.rows), dict(old.whole), dict(old.prominent))
    numbers = {path: number for number, path in enumerate(entries)}
    gone = [numbers[path] for path in changed]
    for term, added in _touched(old, new, {path: numbers[path] for path in changed}).items():
        groups = old.groups(term)
        _take_out(groups, gone)
        for impact, document in added:
            insort(groups.setdefault(impact, array("I")), document)
        _set_row(new, term, groups)
    for path in changed:
        _count(new.prominent, old.entries[path].prominent_numbers(), -1)
        _count(new.prominent, entries[path].prominent_numbers(), 1)
    return new


def is_near(old: Index, new: Index) -> bool:
    """Return whether so little has changed that the old index may be kept for the next change."""
    same_documents = list(old.entries) == list(new.entries)
    return same_documents and len(_changed(old, new.entries)) <= FEW_CHANGED


def _changed(old: Index, entries: Mapping[str, Entry]) -> list[str]:
    return [path for path, entry in entries.items() if old.entries.get(path) != entry]


def _touched(
    old: Index, new: Index, changed: Mapping[str, int]
) -> Mapping[str, list[tuple[int, int]]]:
    """Return the terms whose rows differ, with impact and number of documents that have it now."""
    touched: dict[str, list[tuple[int, int]]] = {
        term: []
        for term in old.forms.keys() | new.forms.keys()
        if old.forms.get(term) != new.forms.get(term)
    }
    for path, number in changed.items():
        for one in old.entries[path].packed():
            touched.setdefault(new.names[one >> IMPACT_BITS], [])
        for one in new.entries[path].packed():
            term = new.names[one >> IMPACT_BITS]
            touched.setdefault(term, []).append((one & STRONGEST, number))
    return touched


def _take_out(groups: Groups, gone: Sequence[int]) -> None:
    for own in groups.values():
        for document in gone:
            place = bisect_left(own, document)
            if place < len(own) and own[place] == document:
                del own[place]


def _set_row(index: Index, term: str, groups: Groups) -> None:
    row = posting(groups)
    index.rows.pop(term, None)
    index.whole.pop(term, None)
    if row.frequency:
        index.rows[term] = posting_row(term, row, index.forms.get(term, ""))
    if row.frequency > LONGEST_LIST:
        index.whole[term] = {impact: own.tobytes() for impact, own in groups.items()}


def _array(packed: bytes) -> "array[int]":
    found = array("I")
    found.frombytes(packed)
    return found


def _count(counts: dict[int, int], numbers: Iterable[int], step: int) -> None:
    for number in numbers:
        count = counts.get(number, 0) + step
        if count:
            counts[number] = count
        else:
            del counts[number]
