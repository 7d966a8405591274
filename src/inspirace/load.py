"""Loading: the files of a catalogue read, checked and built into records, in that order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from inspirace.body import Body, Section, heading_anchor, parse_body
from inspirace.build import build_innovation, build_method
from inspirace.catalogue import Catalogue
from inspirace.codes import Severity
from inspirace.diagnostics import Diagnostic, has_errors, sort_diagnostics
from inspirace.editor_files import KINDS, EditorFiles, load_editor_files
from inspirace.front_matter import parse_file
from inspirace.prose import Prose, load_prose
from inspirace.reading import read_text_file
from inspirace.records import Innovation, Method, RecordSection
from inspirace.rules.catalogue import RecordFile, check_catalogue, check_images, check_similar
from inspirace.rules.fields import check_fields
from inspirace.rules.leaves import text_leaves
from inspirace.rules.links import LinkIndex, check_links
from inspirace.rules.prose import check_prose
from inspirace.rules.record import check_record
from inspirace.rules.sections import check_sections
from inspirace.rules.vocabularies import check_vocabulary_use
from inspirace.schema import Schema, SectionField

CONTENT = "content/"
ASSETS = "content/assets"
FOLDERS: Mapping[str, str] = {"innovation": "innovations", "method": "methods"}
ADDRESSES: Mapping[str, str] = {"innovation": "inovace", "method": "metody"}
IDEA = "namet"


@dataclass(frozen=True, slots=True)
class LoadResult:
    """The catalogue of all valid records, and every finding in the order of a report."""

    catalogue: Catalogue
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A record's file on its way to a record, and what was found in it alone."""

    record_file: RecordFile
    body: Body | None
    diagnostics: tuple[Diagnostic, ...]


def load_catalogue(root: Path) -> LoadResult:
    """Read and check all of the content below `root`; a file with errors gives no record."""
    editor_files = load_editor_files(root)
    drafts = tuple(_read_drafts(root, editor_files))
    prose = tuple(load_prose(root, FOLDERS.values()))
    links = _link_index(root, drafts, prose)
    record_files = [draft.record_file for draft in drafts]
    found = [
        *editor_files.diagnostics,
        *chain.from_iterable(draft.diagnostics for draft in drafts),
        *chain.from_iterable(page.diagnostics for page in prose),
        *check_catalogue(record_files, editor_files.schemas),
        *check_images(record_files, editor_files.schemas, links),
        *check_similar(record_files, editor_files.sources, editor_files.vocabularies),
        *_check_all_links(drafts, prose, links),
    ]
    records = tuple(_build_records(drafts, editor_files, found))
    catalogue = _catalogue(records, editor_files, links)
    if not has_errors(found):
        # A file with errors would make the terms that only it has look unused.
        used = _used_terms(drafts, catalogue, editor_files.schemas)
        found += check_vocabulary_use(editor_files.sources, editor_files.vocabularies, used)
    return LoadResult(catalogue, sort_diagnostics(found))


def _read_drafts(root: Path, editor_files: EditorFiles) -> Iterator[_Draft]:
    for kind in KINDS:
        folder = root / CONTENT / FOLDERS[kind]
        for name in sorted(path.name for path in folder.glob("*.md")):
            yield _read_draft(root, kind, f"{CONTENT}{FOLDERS[kind]}/{name}", editor_files)


def _read_draft(root: Path, kind: str, path: str, editor_files: EditorFiles) -> _Draft:
    reading = read_text_file(root, path)
    if reading.file is None:
        return _Draft(RecordFile(kind, path, None, {}), None, reading.diagnostics)
    parsed = parse_file(reading.file)
    body = parse_body(parsed.file, parsed.body_line)
    found = [*reading.diagnostics, *parsed.diagnostics, *body.diagnostics]
    schema = editor_files.schemas.get(kind)
    front_matter = parsed.front_matter
    values: Mapping[str, object] = {}
    if parsed.front_matter is not None and schema is not None:
        checked = check_fields(parsed.front_matter, schema, editor_files.vocabularies)
        front_matter, values = checked.front_matter, checked.values
        sections = {section.identifier for section, _ in _known_sections(body, schema)}
        found += checked.diagnostics
        found += check_record(
            front_matter, values, sections, editor_files.vocabularies, editor_files.places
        )
    if schema is not None:
        # Without front matter nobody knows whether it is an idea, which needs fewer sections.
        is_idea = parsed.front_matter is None or values.get("status") == IDEA
        found += check_sections(body, schema, is_idea=is_idea)
    return _Draft(RecordFile(kind, path, front_matter, values), body, tuple(found))


def _known_sections(body: Body, schema: Schema) -> Iterator[tuple[SectionField, Section]]:
    by_label = {section.label: section for section in schema.sections}
    for section in body.sections:
        if section.title in by_label:
            yield by_label[section.title], section


def _link_index(root: Path, drafts: Iterable[_Draft], pages: Iterable[Prose]) -> LinkIndex:
    addresses: dict[str, str] = {}
    anchors: dict[str, frozenset[str]] = {}
    for draft in drafts:
        path, kind = draft.record_file.path, draft.record_file.kind
        addresses[path] = f"{ADDRESSES[kind]}/{draft.record_file.slug}/"
        anchors[path] = draft.body.anchors if draft.body else frozenset()
    for page in pages:
        addresses[page.file.path] = page.address
        anchors[page.file.path] = page.anchors
    for asset in sorted((root / ASSETS).rglob("*")):
        if asset.is_file():
            name = asset.relative_to(root / CONTENT).as_posix()
            addresses[CONTENT + name] = name
    return LinkIndex(addresses, anchors)


def _check_all_links(
    drafts: Iterable[_Draft], pages: Iterable[Prose], links: LinkIndex
) -> Iterator[Diagnostic]:
    for draft in drafts:
        if draft.body is not None:
            yield from check_links(draft.body.file, draft.body.links, links)
    for page in pages:
        yield from check_prose(page.file, page.body_line, links)


def _build_records(
    drafts: Iterable[_Draft], editor_files: EditorFiles, found: Iterable[Diagnostic]
) -> Iterator[Innovation | Method]:
    """Yield the records of files without errors."""
    wrong = {one.location.path for one in found if one.severity is Severity.ERROR}
    for draft in drafts:
        kind, path = draft.record_file.kind, draft.record_file.path
        schema = editor_files.schemas.get(kind)
        if path in wrong or draft.body is None or schema is None:
            continue
        values = draft.record_file.values
        sections = tuple(_record_sections(draft.body, schema))
        if kind == "innovation":
            yield build_innovation(
                path, values, sections, editor_files.vocabularies, editor_files.places
            )
        else:
            yield build_method(path, values, sections, editor_files.vocabularies)


def _record_sections(body: Body, schema: Schema) -> Iterator[RecordSection]:
    for known, section in _known_sections(body, schema):
        yield RecordSection(
            identifier=known.identifier,
            label=known.label,
            anchor=heading_anchor(known.label),
            editorial=known.editorial,
            markdown=section.markdown,
        )


def _catalogue(
    records: Iterable[Innovation | Method], editor_files: EditorFiles, links: LinkIndex
) -> Catalogue:
    listed = tuple(records)
    return Catalogue(
        innovations={one.slug: one for one in listed if isinstance(one, Innovation)},
        methods={one.slug: one for one in listed if isinstance(one, Method)},
        vocabularies=editor_files.vocabularies,
        links=links,
    )


def _used_terms(
    drafts: Iterable[_Draft], catalogue: Catalogue, schemas: Mapping[str, Schema]
) -> Mapping[str, set[str]]:
    """Return the identifiers of terms in use by vocabulary, those that places give included."""
    used: dict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        fields = schemas[draft.record_file.kind].fields
        for _, field, text in text_leaves(draft.record_file.values, fields):
            if field.vocabulary:
                used[field.vocabulary].add(text)
    for innovation in catalogue.innovations.values():
        for term in (innovation.region, innovation.settlement_size):
            if term is not None:
                used[term.vocabulary].add(term.id)
    return used
