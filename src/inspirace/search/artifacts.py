"""Artifacts of the search: everything below `assets/inspirace/search/` that the build computes.

```
manifest.json        the folder, how many documents, the first term of each shard
analyser-data.js     the analyser's words and endings, for analyser.js
<folder>/            named by its content, so that browsers may keep it for ever
    terms-<n>.json   a shard: term → [documents that have it, a word to show, groups …]
    records-<n>.json 32 records to show: [address, title, summary, line, pattern, terms]
    terms.txt        terms worth guessing, front-coded: only for words that no term fits
    vocabulary.json  terms of the vocabularies in use with synonyms: suggestions, reasons, chips
    facets.json      columns of the facets: only for the page of results
    places.json      municipalities with their innovations: only for the map
```

Documents are numbered: innovations, the newest first, then methods by title.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256

from inspirace.catalogue import Catalogue
from inspirace.czech import collation_key
from inspirace.page import Artifact
from inspirace.records import Method, Record
from inspirace.search.analyser import DATA, Analyser, load_analyser
from inspirace.search.documents import DocumentTerms, FacetWords, text_terms
from inspirace.search.facets import facet_columns
from inspirace.search.layout import (
    compact_json,
    front_coded,
    in_chunks,
    posting_row,
    script_constant,
    shards,
)
from inspirace.search.postings import average_lengths, collect, field_lengths, impacts, posting
from inspirace.search.shown import ShownTerms, place_rows, record_rows, shown_words

FOLDER = "assets/inspirace/search/"
RECORDS_IN_A_FILE = 32

Files = Iterator[tuple[str, bytes]]


def build_search(catalogue: Catalogue) -> Iterator[Artifact]:
    """Yield the manifest, the analyser's data and the files of the index."""
    analyser = load_analyser()
    files: dict[str, bytes] = {}
    firsts = []
    for name, content, first in _index_files(catalogue, analyser):
        files[name] = content
        if first:
            firsts.append(first)
    files |= dict(_shown_files(catalogue))
    digest = sha256()
    for name, content in files.items():
        digest.update(f"{name} {len(content)}\n".encode() + content)
    folder = digest.hexdigest()[:12]
    manifest = {
        "folder": folder,
        "analyser": analyser.data.digest,
        "documents": len(catalogue.innovations) + len(catalogue.methods),
        "innovations": len(catalogue.innovations),
        "recordsInFile": RECORDS_IN_A_FILE,
        "shards": firsts,
    }
    yield Artifact(f"{FOLDER}manifest.json", compact_json(manifest).encode())
    data = json.loads(DATA.read_bytes()) | {"digest": analyser.data.digest}
    yield Artifact(f"{FOLDER}analyser-data.js", script_constant(data))
    for name, content in files.items():
        yield Artifact(f"{FOLDER}{folder}/{name}", content)


def document_order(catalogue: Catalogue) -> tuple[Record, ...]:
    """Return the records in the order of their numbers."""
    methods = sorted(catalogue.methods.values(), key=_by_title)
    return (*catalogue.newest, *methods)


def _by_title(method: Method) -> tuple[object, str]:
    return collation_key(method.title), method.slug


def _index_files(catalogue: Catalogue, analyser: Analyser) -> Iterator[tuple[str, bytes, str]]:
    """Yield name and content of each shard with its first term, then the list of terms."""
    records = document_order(catalogue)
    words = FacetWords(catalogue.vocabularies, analyser)
    documents = [words.document(one, text_terms(one, analyser)) for one in records]
    averages = average_lengths(map(field_lengths, documents))
    found = collect(impacts(document, averages) for document in documents)
    terms = ShownTerms(catalogue, catalogue.newest).terms
    shown = shown_words(terms, records, analyser)
    ordered = sorted(found)
    rows = (
        (term, posting_row(term, posting(found[term]), shown.get(term, ""))) for term in ordered
    )
    for number, shard in enumerate(shards(rows)):
        yield f"terms-{number}.json", shard.content, shard.first
    prominent = _prominent(documents)
    guessed = (term for term in ordered if term in prominent or len(found[term]) > 1)
    yield "terms.txt", front_coded(guessed), ""


def _prominent(documents: Iterable[DocumentTerms]) -> set[str]:
    """Return the terms that are in a title, in a facet or among synonyms."""
    found: set[str] = set()
    for document in documents:
        found.update(document.text.title, document.facets, document.synonyms)
    return found


def _shown_files(catalogue: Catalogue) -> Files:
    innovations = catalogue.newest
    terms = ShownTerms(catalogue, innovations)
    rows = record_rows(document_order(catalogue), terms)
    for number, content in enumerate(in_chunks(rows, RECORDS_IN_A_FILE)):
        yield f"records-{number}.json", content
    yield "vocabulary.json", compact_json(terms.table()).encode()
    yield "facets.json", compact_json(facet_columns(catalogue, innovations)).encode()
    yield "places.json", compact_json(place_rows(innovations)).encode()
