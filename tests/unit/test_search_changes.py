"""The index after an edit: the same as made anew, whatever was kept and whoever did the work."""

from array import array
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
from inspirace.search.index import (
    FEW_CHANGED,
    MOST_CHANGED,
    Index,
    change_index,
    is_near,
    make_index,
)
from inspirace.search.postings import LONGEST_LIST, pack

WORDS = ("klub", "dilna", "kniz", "senior", "det")


def make_entry(ranked: Iterable[tuple[str, int]], prominent: int = 0) -> Entry:
    terms = [pack(WORDS.index(word), impact) for word, impact in dict(ranked).items()]
    return Entry(b"", array("I", terms).tobytes(), min(prominent, len(terms)), b"[]")


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
    whole = {term: index.groups(term) for term in index.whole}
    return index.entries, index.forms, index.rows, whole, index.prominent


@given(ENTRIES, ENTRIES, FORMS, FORMS)
def test_a_changed_index_is_the_one_made_anew(
    before: list[Entry], after: list[Entry], old_forms: dict[str, str], forms: dict[str, str]
) -> None:
    old = make_index(WORDS, by_path(before), old_forms)
    new = make_index(WORDS, by_path(after), forms)
    assert seen(change_index(old, WORDS, by_path(after), forms)) == seen(new)


@pytest.mark.parametrize("more", [-1, 0, 1, 2])
def test_a_list_that_is_cut_keeps_all_its_documents(more: int) -> None:
    count = LONGEST_LIST + more
    entries = [make_entry([("klub", 1 + number % 63)]) for number in range(count)]
    old = make_index(WORDS, by_path(entries), {})
    entries[7] = make_entry([("dilna", 5)])
    after = by_path(entries)
    assert seen(change_index(old, WORDS, after, {})) == seen(make_index(WORDS, after, {}))


def test_few_changes_do_not_make_the_index_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [make_entry([("klub", 9)]) for _ in range(MOST_CHANGED + 2)]
    old = make_index(WORDS, by_path(entries), {})
    monkeypatch.setattr(index_module, "make_index", None)  # to call it would be an error
    entries[0] = make_entry([("dilna", 5)])
    assert sorted(change_index(old, WORDS, by_path(entries), {}).rows) == ["dilna", "klub"]


@pytest.mark.parametrize(
    ("changed", "is_kept"),
    [
        pytest.param(0, True, id="nothing"),
        pytest.param(FEW_CHANGED, True, id="few"),
        pytest.param(FEW_CHANGED + 1, False, id="more"),
    ],
)
def test_an_index_is_kept_until_more_than_a_few_entries_differ(changed: int, is_kept: bool) -> None:  # noqa: FBT001
    before = [make_entry([("klub", 9)]) for _ in range(FEW_CHANGED + 2)]
    after = [make_entry([("dilna", 5)])] * changed + before[changed:]
    old, new = (make_index(WORDS, by_path(entries), {}) for entries in (before, after))
    assert is_near(old, new) is is_kept
    assert not is_near(make_index(WORDS, by_path(before[1:]), {}), new)


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
