"""Artifacts of the search: everything below `assets/inspirace/search/` that the build computes.

```
manifest.json        the folder, how many documents, the first term of each shard
analyser-data.js     the analyser's words and endings, for analyser.js
<folder>/            named by its content, so that browsers may keep it for ever
    terms-<n>.json   a shard: term → [documents that have it, a word to show, groups …]
    records-<n>.json 8 records to show: [address, title, summary, line, pattern, terms]
    terms.txt        terms worth guessing, front-coded: only for words that no term fits
    vocabulary.json  terms of the vocabularies in use with synonyms: suggestions, reasons, chips
    facets-<n>.json  columns of the facets in two parts: only for the page of results
    places.json      municipalities, and which one each innovation is in: only for the map
```

Documents are numbered: innovations, the newest first, then methods by title.
"""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256

from inspirace.cache import Cache, digest
from inspirace.catalogue import Catalogue
from inspirace.czech import collation_key
from inspirace.records import Method, Record
from inspirace.search.analyser import DATA, Analyser, load_analyser
from inspirace.search.entries import Documents, Entry, EntryMaker, Numbers, sample
from inspirace.search.facets import facet_columns, place_column
from inspirace.search.index import Index, change_index, is_near
from inspirace.search.layout import (
    compact_json,
    front_coded,
    in_chunks,
    script_constant,
    shards,
)
from inspirace.search.postings import average_lengths, pack
from inspirace.search.shown import ShownTerms, shown_words
from inspirace.site.page import Artifact

FOLDER = "assets/inspirace/search/"
RECORDS_IN_A_FILE = 8
NOTHING_KEPT = Cache()

_KEPT, _LENGTHS = "search", "search-lengths"
_NO_INDEX = Index([], {}, {}, {}, {}, {})

Files = Iterator[tuple[str, bytes]]


def build_search(catalogue: Catalogue, cache: Cache = NOTHING_KEPT) -> Iterator[Artifact]:
    """Yield the manifest, the analyser's data and the files of the index."""
    analyser = load_analyser()
    index = make_or_change_index(catalogue, analyser, cache)
    cut = tuple(shards((term, index.rows[term]) for term in sorted(index.rows)))
    files = {f"terms-{number}.json": shard.content for number, shard in enumerate(cut)}
    files |= dict(_other_files(catalogue, index))
    folder = _digest(files)
    manifest = {
        "folder": folder,
        "analyser": analyser.data.digest,
        "documents": len(index.entries),
        "innovations": len(catalogue.innovations),
        "recordsInFile": RECORDS_IN_A_FILE,
        "shards": [shard.first for shard in cut],
    }
    yield Artifact(f"{FOLDER}manifest.json", compact_json(manifest).encode())
    data = json.loads(DATA.read_bytes()) | {"digest": analyser.data.digest}
    yield Artifact(f"{FOLDER}analyser-data.js", script_constant(data))
    for name, content in files.items():
        yield Artifact(f"{FOLDER}{folder}/{name}", content)


def _digest(files: dict[str, bytes]) -> str:
    whole = sha256()
    for name, content in files.items():
        whole.update(f"{name} {len(content)}\n".encode() + content)
    return whole.hexdigest()[:12]


def document_order(catalogue: Catalogue) -> tuple[Record, ...]:
    """Return the records in the order of their numbers."""
    methods = sorted(catalogue.methods.values(), key=_by_title)
    return (*catalogue.newest, *methods)


def _by_title(method: Method) -> tuple[object, str]:
    return collation_key(method.title), method.slug


def make_or_change_index(catalogue: Catalogue, analyser: Analyser, cache: Cache) -> Index:
    """Return the index of the catalogue: the one that was kept, with what has changed since."""
    records = document_order(catalogue)
    if not catalogue.digests:
        cache = NOTHING_KEPT
    documents = Documents(catalogue, analyser)
    lengths_key = digest(catalogue.digest_of(()), analyser.data.digest.encode())
    averages = average_lengths(
        _sample_lengths(sample(records), catalogue, documents, lengths_key, cache)
    )
    shown = ShownTerms(catalogue.vocabularies)
    made_from = f"{analyser.data.digest} {averages}".encode()
    key = digest(catalogue.digests.get("", b""), made_from)
    kept = cache.read(_KEPT, key)
    old = kept if isinstance(kept, Index) else _NO_INDEX
    numbers = Numbers((name, pack(number, 0)) for number, name in enumerate(old.names))
    maker = EntryMaker(catalogue.digests, documents, shown, averages, numbers)
    entries = _entries(records, old, maker)
    forms = shown_words(shown.terms.values(), records, analyser)
    analyser.forget()  # all words: they are no longer asked for
    index = change_index(old, numbers, entries, forms)
    if not is_near(old, index):
        cache.write(_KEPT, key, index)
    return index


def _sample_lengths(
    chosen: Sequence[Record], catalogue: Catalogue, documents: Documents, key: bytes, cache: Cache
) -> list[tuple[int, ...]]:
    """Return the lengths of the fields of a sample: kept ones where a record's file is the same."""
    if not catalogue.digests:
        return list(documents.measure(chosen))
    found = cache.read(_LENGTHS, key)
    known: dict[bytes, tuple[int, ...]] = found if isinstance(found, dict) else {}
    named = {catalogue.digest_of((one,)): one for one in chosen}
    changed = {name: one for name, one in named.items() if name not in known}
    known |= zip(changed, documents.measure(changed.values()), strict=True)
    if changed:
        cache.write(_LENGTHS, key, {name: known[name] for name in named})
    return [known[name] for name in named]


def _entries(records: Sequence[Record], old: Index, maker: EntryMaker) -> dict[str, Entry]:
    """Return the entries of the records by path: a kept one where the record's file is the same."""
    digests = maker.digests
    kept = {
        path: entry
        for path, entry in old.entries.items()
        if entry.digest and entry.digest == digests.get(path)
    }
    changed = [one for one in records if one.path not in kept]
    made = zip(changed, maker.make(changed), strict=True)
    found = kept | {one.path: entry for one, entry in made}
    return {one.path: found[one.path] for one in records}


def _other_files(catalogue: Catalogue, index: Index) -> Files:
    """Yield the terms worth guessing, and what is shown."""
    yield "terms.txt", front_coded(index.worth_guessing())
    rows = [entry.row for entry in index.entries.values()]
    for number, content in enumerate(in_chunks(rows, RECORDS_IN_A_FILE)):
        yield f"records-{number}.json", content
    innovations = catalogue.newest
    table = ShownTerms(catalogue.vocabularies).table(innovations)
    yield "vocabulary.json", compact_json(table).encode()
    for number, part in enumerate(facet_columns(catalogue, innovations)):
        yield f"facets-{number}.json", compact_json(part).encode()
    yield "places.json", compact_json(place_column(innovations)).encode()
