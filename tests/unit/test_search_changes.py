"""The index after an edit: the same as made anew, whatever was kept and whoever did the work."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspirace.cache import Cache
from inspirace.catalogue import Catalogue
from inspirace.load import load_catalogue
from inspirace.records import Record
from inspirace.search import index as index_module
from inspirace.search.artifacts import build_search
from inspirace.search.entries import Entry, EntryMaker
from inspirace.search.index import MOST_CHANGED, Index, change_index, make_index
from inspirace.search.postings import LONGEST_LIST

WORDS = ("klub", "dilna", "kniz", "senior", "det")


def make_entry(ranked: Iterable[tuple[str, int]], prominent: int = 0) -> Entry:
    listed = dict(ranked)
    return Entry(b"", " ".join(listed), bytes(listed.values()), min(prominent, len(listed)), b"[]")


ENTRIES = st.lists(
    st.builds(
        make_entry,
        st.lists(st.tuples(st.sampled_from(WORDS), st.integers(1, 63))),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=6,
)
FORMS = st.dictionaries(st.sampled_from(WORDS), st.sampled_from(["kluby", "děti", ""]))


def by_path(entries: Iterable[Entry]) -> dict[str, Entry]:
    return {f"{number}.md": entry for number, entry in enumerate(entries)}


def seen(index: Index) -> tuple[object, ...]:
    """Return what a reader of the index sees, in one order."""
    whole = {term: sorted(index.packed(term)) for term in index.whole}
    return index.entries, index.forms, sorted(index.rows.items()), whole, index.prominent


@given(ENTRIES, ENTRIES, FORMS, FORMS)
def test_a_changed_index_is_the_one_made_anew(
    before: list[Entry], after: list[Entry], old_forms: dict[str, str], forms: dict[str, str]
) -> None:
    old = make_index(by_path(before), old_forms)
    new = make_index(by_path(after), forms)
    assert seen(change_index(old, by_path(after), forms)) == seen(new)


@pytest.mark.parametrize("more", [-1, 0, 1, 2])
def test_a_list_that_is_cut_keeps_all_its_documents(more: int) -> None:
    count = LONGEST_LIST + more
    entries = [make_entry([("klub", 1 + number % 63)]) for number in range(count)]
    old = make_index(by_path(entries), {})
    entries[7] = make_entry([("dilna", 5)])
    after = by_path(entries)
    assert seen(change_index(old, after, {})) == seen(make_index(after, {}))


def test_few_changes_do_not_make_the_index_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [make_entry([("klub", 9)]) for _ in range(MOST_CHANGED + 2)]
    old = make_index(by_path(entries), {})
    monkeypatch.setattr(index_module, "make_index", None)  # to call it would be an error
    entries[0] = make_entry([("dilna", 5)])
    assert sorted(change_index(old, by_path(entries), {}).rows) == ["dilna", "klub"]


def test_an_edited_case_is_in_the_index_and_the_others_are_kept(
    fixture_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = load_catalogue(fixture_root).catalogue
    cache = Cache(tmp_path / "cache")
    list(build_search(catalogue, cache))
    edited = edit(catalogue)
    made: list[str] = []
    make = EntryMaker.make

    def noted(maker: EntryMaker, records: Iterable[Record]) -> Iterator[Entry]:
        listed = tuple(records)
        made.extend(one.slug for one in listed)
        return make(maker, listed)

    monkeypatch.setattr(EntryMaker, "make", noted)
    warm = list(build_search(edited, cache))
    assert made == [catalogue.newest[0].slug]
    assert warm == list(build_search(edited))


def edit(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue with another text of its newest case, as if its file had changed."""
    one = catalogue.newest[0]
    _, *others = one.title.split()  # as many words as before: the usual lengths stay
    other = replace(one, title=" ".join(("Xylofon", *others)))
    return replace(
        catalogue,
        innovations={**catalogue.innovations, one.slug: other},
        digests={**catalogue.digests, one.path: b"another"},
    )
