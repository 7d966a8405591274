"""Loading: the files of a catalogue read, checked and built into records, in that order."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from inspirace.build import build_innovation, build_method, record_slug
from inspirace.cache import Cache, Speed, digest, digest_of_code, no_collection
from inspirace.catalogue import Catalogue
from inspirace.codes import Severity
from inspirace.diagnostics import Diagnostic, has_errors, sort_diagnostics
from inspirace.drafts import (
    NOT_READ,
    Draft,
    FileToRead,
    LateFrontMatter,
    check_repeated_sentences,
    read_drafts,
    reread,
    terms_in_use,
)
from inspirace.editor_files import KINDS, EditorFiles, digest_of_editor_files, load_editor_files
from inspirace.folders import check_folders
from inspirace.markdown.anchors import heading_anchor
from inspirace.prose import Prose, load_prose
from inspirace.reading.text_file import TextFile
from inspirace.records import Innovation, Method, RecordSection
from inspirace.rules.catalogue import (
    RecordFile,
    check_catalogue,
    check_images,
    check_similar,
    check_trails,
)
from inspirace.rules.links import LinkIndex, check_links
from inspirace.rules.prose import check_prose
from inspirace.rules.vocabularies import check_vocabulary_use
from inspirace.schema.fields import Schema

CONTENT = "content/"
ASSETS = "content/assets"
PLAIN = Speed()
FOLDERS: Mapping[str, str] = {"innovation": "innovations", "method": "methods"}
ADDRESSES: Mapping[str, str] = {"innovation": "inovace", "method": "metody"}

_LEADING_NOWHERE = frozenset({"dead-reference", "dead-link"})
_EDITOR_FILES, _DRAFTS = "editor-files", "drafts"


@dataclass(frozen=True, slots=True)
class LoadResult:
    """The catalogue of all valid records, and every finding in the order of a report."""

    catalogue: Catalogue
    diagnostics: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        """Return whether anything is wrong, rather than only doubtful."""
        return has_errors(self.diagnostics)


def load_catalogue(root: Path, speed: Speed = PLAIN) -> LoadResult:
    """Read and check all of the content below `root`; a file with errors gives no record.

    What is in the cache and still the same is not read again; many other files are shared by
    workers. The result is the same either way.
    """
    with no_collection():
        return _load(root, speed)


def _load(root: Path, speed: Speed) -> LoadResult:
    cache = Cache(speed.cache_folder)
    editor_files, key = _editor_files(root, cache)
    drafts = _drafts(root, editor_files, cache, key, speed.fork_from)
    prose = tuple(load_prose(root, FOLDERS.values()))
    links = _link_index(root, drafts, prose)
    folders = tuple(check_folders(root))
    found = [*folders, *_check_all(root, editor_files, drafts, prose, links)]
    if any(one.code == "unreadable-file" for one in folders):
        # What leads to the files of such a folder is right.
        found = [one for one in found if one.code not in _LEADING_NOWHERE]
    digests = {"": key} | {draft.path: draft.digest for draft in drafts}
    used = _used_terms(drafts)
    records = tuple(_build_records(drafts, editor_files, found))
    catalogue = _catalogue(records, editor_files, links, digests)
    if not has_errors(found):
        # A file with errors would make the terms that only it has look unused.
        _use_of_places(catalogue, used)
        found += check_vocabulary_use(editor_files.sources, editor_files.vocabularies, used)
    return LoadResult(catalogue, sort_diagnostics(found))


def _check_all(
    root: Path,
    editor_files: EditorFiles,
    drafts: Sequence[Draft],
    prose: Sequence[Prose],
    links: LinkIndex,
) -> Iterator[Diagnostic]:
    """Yield what is wrong in each file and between them."""
    record_files = [_as_others_see_it(root, draft, editor_files) for draft in drafts]
    yield from editor_files.diagnostics
    yield from chain.from_iterable(draft.diagnostics for draft in drafts)
    yield from chain.from_iterable(page.diagnostics for page in prose)
    yield from check_catalogue(record_files, editor_files.schemas)
    yield from check_images(record_files, editor_files.schemas, links)
    yield from check_similar(record_files, editor_files.sources, editor_files.vocabularies)
    yield from check_trails(record_files, editor_files.trails_source, editor_files.trails)
    yield from _check_all_links(root, drafts, prose, links)
    yield from check_repeated_sentences(root, drafts, editor_files)


def _editor_files(root: Path, cache: Cache) -> tuple[EditorFiles, bytes]:
    """Return the editors' files and the key of all that a record's file is checked with."""
    key = digest(digest_of_code(), digest_of_editor_files(root))
    found = cache.read(_EDITOR_FILES, key)
    if isinstance(found, EditorFiles):
        return found, key
    editor_files = load_editor_files(root)
    cache.write(_EDITOR_FILES, key, editor_files)
    return editor_files, key


def _drafts(
    root: Path, editor_files: EditorFiles, cache: Cache, key: bytes, fork_from: int
) -> list[Draft]:
    kept = {one.path: one for one in cache.read_shards(_DRAFTS, key) if isinstance(one, Draft)}
    drafts = read_drafts(root, _record_files(root), editor_files, kept, fork_from)
    readable = {draft.path: draft for draft in drafts if draft.digest != NOT_READ}
    changed = [path for path in kept.keys() | readable if kept.get(path) is not readable.get(path)]
    cache.write_shards(_DRAFTS, key, readable, changed)
    return drafts


def _record_files(root: Path) -> list[FileToRead]:
    """Return the records' files, kind by kind, each kind by name."""
    files = []
    for kind in KINDS:
        folder = f"{CONTENT}{FOLDERS[kind]}"
        names = (root / folder).glob("*.md")
        files += [
            FileToRead(kind, f"{folder}/{name}") for name in sorted(one.name for one in names)
        ]
    return files


def _as_others_see_it(root: Path, draft: Draft, editor_files: EditorFiles) -> RecordFile:
    late = LateFrontMatter(root, draft, editor_files) if draft.has_front_matter else None
    return RecordFile(draft.kind, draft.path, late, draft.told)


def _link_index(root: Path, drafts: Iterable[Draft], pages: Iterable[Prose]) -> LinkIndex:
    addresses: dict[str, str] = {}
    anchors: dict[str, frozenset[str]] = {}
    known: dict[frozenset[str], frozenset[str]] = {}
    for draft in drafts:
        addresses[draft.path] = f"{ADDRESSES[draft.kind]}/{record_slug(draft.path)}/"
        # nearly all records have the same
        anchors[draft.path] = known.setdefault(draft.anchors, draft.anchors)
    for page in pages:
        addresses[page.file.path] = page.address
        anchors[page.file.path] = page.anchors
    for asset in sorted((root / ASSETS).rglob("*")):
        if asset.is_file():
            name = asset.relative_to(root / CONTENT).as_posix()
            addresses[CONTENT + name] = name
    return LinkIndex(addresses, anchors)


def _check_all_links(
    root: Path, drafts: Iterable[Draft], pages: Iterable[Prose], links: LinkIndex
) -> Iterator[Diagnostic]:
    for draft in drafts:
        if any(check_links(TextFile(draft.path, ""), draft.links, links)):
            # Only a finding shows the text of its line.
            yield from check_links(reread(root, draft.path), draft.links, links)
    for page in pages:
        yield from check_prose(page.file, page.body_line, links)


def _build_records(
    drafts: list[Draft], editor_files: EditorFiles, found: Iterable[Diagnostic]
) -> Iterator[Innovation | Method]:
    """Yield the records of files without errors; a draft that has become one is let go."""
    wrong = {one.location.path for one in found if one.severity is Severity.ERROR}
    vocabularies = editor_files.vocabularies
    make_section = {kind: _section_makers(one) for kind, one in editor_files.schemas.items()}
    drafts.reverse()
    while drafts:
        draft = drafts.pop()
        if draft.path in wrong or not draft.is_read or draft.kind not in make_section:
            continue
        path, values = draft.path, draft.values
        sections = tuple(
            make_section[draft.kind][identifier](utf8=markdown)
            for identifier, markdown in draft.sections
        )
        if draft.kind == "innovation":
            yield build_innovation(path, values, sections, vocabularies, editor_files.places)
        else:
            yield build_method(path, values, sections, vocabularies)


def _section_makers(schema: Schema) -> Mapping[str, Callable[..., RecordSection]]:
    """Return for each section of the schema what makes it of its Markdown."""
    return {
        known.identifier: partial(
            RecordSection,
            identifier=known.identifier,
            label=known.label,
            anchor=heading_anchor(known.label),
            editorial=known.editorial,
        )
        for known in schema.sections
    }


def _catalogue(
    records: Iterable[Innovation | Method],
    editor_files: EditorFiles,
    links: LinkIndex,
    digests: Mapping[str, bytes],
) -> Catalogue:
    listed = tuple(records)
    return Catalogue(
        innovations={one.slug: one for one in listed if isinstance(one, Innovation)},
        methods={one.slug: one for one in listed if isinstance(one, Method)},
        vocabularies=editor_files.vocabularies,
        links=links,
        digests=digests,
        schemas=editor_files.schemas,
        trails=editor_files.trails,
    )


def _used_terms(drafts: Iterable[Draft]) -> dict[str, set[str]]:
    """Return the identifiers of terms in use by vocabulary."""
    used: dict[str, set[str]] = defaultdict(set)
    for vocabulary, identifier in terms_in_use(drafts):
        used[vocabulary].add(identifier)
    return used


def _use_of_places(catalogue: Catalogue, used: dict[str, set[str]]) -> None:
    """Add the terms that places give."""
    for innovation in catalogue.innovations.values():
        for term in (innovation.region, innovation.settlement_size):
            if term is not None:
                used[term.vocabulary].add(term.id)
