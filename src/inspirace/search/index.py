"""The index: every term with its row, and how it is changed where a few documents have changed."""

import json
from array import array
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from inspirace.search.entries import Entry
from inspirace.search.layout import posting_row
from inspirace.search.postings import (
    DOCUMENT,
    LONGEST_LIST,
    collect,
    pack,
    posting,
    unpack,
)

MOST_CHANGED = 20  # with many more, making all rows anew is as quick


class Index(NamedTuple):
    """Rows of all terms, and in how many documents each prominent term is prominent.

    A row that had to be cut has all of its documents in `whole`, packed into bytes. `forms` are
    the words that the rows show. A named tuple of plain values, because it is kept.
    """

    entries: dict[str, Entry]
    forms: dict[str, str]
    rows: dict[str, bytes]
    whole: dict[str, bytes]
    prominent: dict[str, int]

    def packed(self, term: str) -> "array[int]":
        """Return all documents of a term with their impacts."""
        if term in self.whole:
            found = array("I")
            found.frombytes(self.whole[term])
            return found
        if term not in self.rows:
            return array("I")
        row = json.loads(b"{" + self.rows[term] + b"}")[term]
        return array("I", unpack(group for group in row if isinstance(group, list)))


def make_index(entries: dict[str, Entry], forms: dict[str, str]) -> Index:
    """Return the index of the documents, by their paths in the order of their numbers."""
    found = collect(zip(one.terms.split(), one.impacts, strict=True) for one in entries.values())
    terms = sorted(found)
    prominent: dict[str, int] = {}
    for entry in entries.values():
        _count(prominent, entry.prominent_terms(), 1)
    return Index(
        entries,
        forms,
        rows={term: posting_row(term, posting(found[term]), forms.get(term, "")) for term in terms},
        whole={term: found[term].tobytes() for term in terms if len(found[term]) > LONGEST_LIST},
        prominent=prominent,
    )


def change_index(old: Index, entries: dict[str, Entry], forms: dict[str, str]) -> Index:
    """Return the index of the documents: the same as made anew, with what is still right in it."""
    changed = [path for path, entry in entries.items() if old.entries.get(path) != entry]
    if list(old.entries) != list(entries) or len(changed) > MOST_CHANGED:
        return make_index(entries, forms)
    new = Index(entries, forms, dict(old.rows), dict(old.whole), dict(old.prominent))
    numbers = {path: number for number, path in enumerate(entries)}
    gone = {numbers[path] for path in changed}
    for term, added in _touched(old, new, {path: numbers[path] for path in changed}).items():
        kept = [one for one in old.packed(term) if one & DOCUMENT not in gone]
        _set_row(new, term, array("I", (*kept, *added)))
    for path in changed:
        _count(new.prominent, old.entries[path].prominent_terms(), -1)
        _count(new.prominent, entries[path].prominent_terms(), 1)
    return new


def _touched(old: Index, new: Index, changed: Mapping[str, int]) -> Mapping[str, list[int]]:
    """Return the terms whose rows differ, each with the changed documents that have it now."""
    touched: dict[str, list[int]] = {
        term: []
        for term in old.forms.keys() | new.forms.keys()
        if old.forms.get(term) != new.forms.get(term)
    }
    for path, number in changed.items():
        for term in old.entries[path].terms.split():
            touched.setdefault(term, [])
        for term, impact in new.entries[path].ranked().items():
            touched.setdefault(term, []).append(pack(number, impact))
    return touched


def _set_row(index: Index, term: str, packed: "array[int]") -> None:
    index.rows.pop(term, None)
    index.whole.pop(term, None)
    if packed:
        index.rows[term] = posting_row(term, posting(packed), index.forms.get(term, ""))
    if len(packed) > LONGEST_LIST:
        index.whole[term] = packed.tobytes()


def _count(counts: dict[str, int], terms: Iterable[str], step: int) -> None:
    for term in terms:
        count = counts.get(term, 0) + step
        if count:
            counts[term] = count
        else:
            del counts[term]
