"""Drafts: what each record's file says and what is wrong in it alone; kept where it is the same."""

import marshal
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from inspirace.cache import digest
from inspirace.diagnostics import Diagnostic
from inspirace.editor_files import EditorFiles
from inspirace.markdown.body import Body, Link, Section, parse_body
from inspirace.markdown.text import parse_markdown
from inspirace.reading.files import decode_text, read_bytes, read_text_file
from inspirace.reading.front_matter import FieldPath, FrontMatter, ParsedFile, parse_file
from inspirace.reading.text_file import TextFile
from inspirace.records import IDEA
from inspirace.rules.catalogue import told_to_others
from inspirace.rules.fields import check_fields
from inspirace.rules.plain_language import check_language
from inspirace.rules.record import check_record
from inspirace.rules.repetition import (
    SpokenRecord,
    check_repetition,
    repeated_marks,
    sentence_marks,
    unpack_marks,
)
from inspirace.rules.sections import check_sections
from inspirace.rules.spoken import Finder, read_spoken
from inspirace.schema.fields import Schema, SectionField
from inspirace.workers import share

NOT_READ = b""
NO_TERMS = marshal.dumps([])


class Draft(NamedTuple):
    """A record's file on its way to a record; a named tuple, because it is sent and kept a lot.

    `digest` is of the file's bytes; `packed` are its values and `told` those that rules about
    other records look at; `sections` are the known ones, their Markdown in UTF-8; `packed_terms`
    are the identifiers in use with their vocabularies; `sentence_marks` tell which sentences may
    stand elsewhere too. What is packed takes a third of the memory.
    """

    kind: str
    path: str
    digest: bytes
    has_front_matter: bool = False
    is_read: bool = False
    packed: bytes = b""
    told: Mapping[str, object] = {}
    sections: tuple[tuple[str, bytes], ...] = ()
    links: tuple[Link, ...] = ()
    anchors: frozenset[str] = frozenset()
    packed_terms: bytes = NO_TERMS
    sentence_marks: bytes = b""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def values(self) -> Mapping[str, object]:
        """Return the values of all fields, unpacked each time anew."""
        values: dict[str, object] = marshal.loads(self.packed)  # noqa: S302 - packed by us
        return values


def terms_in_use(drafts: Iterable[Draft]) -> set[tuple[str, str]]:
    """Return vocabulary and identifier of each term that a draft has."""
    packed = {draft.packed_terms for draft in drafts}
    return {pair for one in packed for pair in marshal.loads(one)}  # noqa: S302 - packed by us


class FileToRead(NamedTuple):
    """A record's file below the root."""

    kind: str
    path: str


def read_drafts(
    root: Path,
    files: Sequence[FileToRead],
    editor_files: EditorFiles,
    kept: Mapping[str, Draft],
    fork_from: int,
) -> list[Draft]:
    """Return the drafts of the files in their order; a kept one where its file is the same."""
    changed = [file for file in files if not _is_same(root, kept.get(file.path))]
    made = share(partial(_read, root=root, editor_files=editor_files), changed, fork_from)
    drafts = {**kept, **{draft.path: draft for draft in made}}
    return [drafts[file.path] for file in files]


def _is_same(root: Path, draft: Draft | None) -> bool:
    if draft is None:
        return False
    content = read_bytes(root, draft.path)
    return isinstance(content, bytes) and digest(content) == draft.digest


def _read(files: Sequence[FileToRead], root: Path, editor_files: EditorFiles) -> Iterator[Draft]:
    told = {kind: told_to_others(schema) for kind, schema in editor_files.schemas.items()}
    for kind, path in files:
        content = read_bytes(root, path)
        if isinstance(content, bytes):
            yield make_draft(kind, path, content, editor_files, told.get(kind, frozenset()))
        else:
            yield Draft(kind, path, NOT_READ, diagnostics=content.diagnostics)


def make_draft(
    kind: str, path: str, content: bytes, editor_files: EditorFiles, told: Collection[str]
) -> Draft:
    """Return what the content of a file says, with everything that is wrong in it."""
    reading = decode_text(path, content)
    if reading.file is None:
        return Draft(kind, path, digest(content), diagnostics=reading.diagnostics)
    parsed = parse_file(reading.file)
    schema = editor_files.schemas.get(kind)
    titles = [section.label for section in schema.sections] if schema else []
    body = parse_body(parsed.file, parsed.body_line, titles)
    checked = _check(parsed, body, schema, editor_files)
    return Draft(
        kind=kind,
        path=path,
        digest=digest(content),
        has_front_matter=parsed.front_matter is not None,
        is_read=True,
        packed=marshal.dumps(dict(checked.values)),
        told={name: value for name, value in checked.values.items() if name in told},
        sections=tuple(_written_sections(body, schema)) if schema else (),
        links=body.links,
        anchors=body.anchors,
        packed_terms=marshal.dumps(sorted(checked.terms)),
        sentence_marks=checked.sentence_marks,
        diagnostics=(
            *reading.diagnostics,
            *parsed.diagnostics,
            *body.diagnostics,
            *checked.diagnostics,
        ),
    )


class _Checked(NamedTuple):
    """What a file says, checked against the schema and the editors' lists."""

    values: Mapping[str, object]
    terms: frozenset[tuple[str, str]]
    sentence_marks: bytes
    diagnostics: list[Diagnostic]


def _check(
    parsed: ParsedFile, body: Body, schema: Schema | None, editor_files: EditorFiles
) -> _Checked:
    front_matter = parsed.front_matter
    values: Mapping[str, object] = {}
    terms: frozenset[tuple[str, str]] = frozenset()
    found: list[Diagnostic] = []
    if front_matter is not None and schema is not None:
        checked = check_fields(front_matter, schema, editor_files.vocabularies)
        front_matter, values, terms = checked.front_matter, checked.values, checked.terms
        sections = {section.identifier for section, _ in _known_sections(body, schema)}
        found += checked.diagnostics
        found += check_record(
            front_matter, values, sections, editor_files.vocabularies, editor_files.places
        )
    if schema is not None:
        # Without front matter nobody knows whether it is an idea, which needs fewer sections.
        is_idea = front_matter is None or values.get("status") == IDEA
        found += check_sections(body, schema, is_idea=is_idea)
    texts = read_spoken(values, body.text)
    finder = Finder(front_matter, body.text)
    found += check_language(finder, values, texts, editor_files.officialese)
    return _Checked(values, terms, sentence_marks(texts), found)


@dataclass(frozen=True)
class LateFrontMatter:
    """The front matter of a draft's file, read once more when a rule has found something in it."""

    root: Path
    draft: Draft
    editor_files: EditorFiles

    def finding(
        self, code: str, path: FieldPath, message: str, *, advice: str = "", at_name: bool = False
    ) -> Diagnostic:
        """Return a diagnostic about the field, at its value or at its name."""
        return self._read.finding(code, path, message, advice=advice, at_name=at_name)

    @cached_property
    def _read(self) -> FrontMatter:
        file = reread(self.root, self.draft.path)
        front_matter = parse_file(file).front_matter
        schema = self.editor_files.schemas.get(self.draft.kind)
        if front_matter is None or schema is None:
            return front_matter or FrontMatter(file, {}, first_line=1, last_line=1)
        return check_fields(front_matter, schema, self.editor_files.vocabularies).front_matter


def check_repeated_sentences(
    root: Path, drafts: Sequence[Draft], editor_files: EditorFiles
) -> Iterator[Diagnostic]:
    """Yield the sentences that stand in several records, which are read once more for that."""
    repeated = repeated_marks(draft.sentence_marks for draft in drafts)
    if repeated:
        suspected = (one for one in drafts if repeated & unpack_marks(one.sentence_marks))
        spoken = (_spoken(root, draft, editor_files) for draft in suspected)
        yield from check_repetition(spoken, repeated)


def _spoken(root: Path, draft: Draft, editor_files: EditorFiles) -> SpokenRecord:
    parsed = parse_file(reread(root, draft.path))
    text = parse_markdown(parsed.file, parsed.body_line)
    finder = Finder(LateFrontMatter(root, draft, editor_files), text)
    return SpokenRecord(draft.path, finder, read_spoken(draft.values, text))


def reread(root: Path, path: str) -> TextFile:
    """Return the text of a file that was read before; an empty one if it is gone meanwhile."""
    return read_text_file(root, path).file or TextFile(path, "")


def _known_sections(body: Body, schema: Schema) -> Iterator[tuple[SectionField, Section]]:
    by_label = {section.label: section for section in schema.sections}
    for section in body.sections:
        if section.title in by_label:
            yield by_label[section.title], section


def _written_sections(body: Body, schema: Schema) -> Iterator[tuple[str, bytes]]:
    for known, section in _known_sections(body, schema):
        yield known.identifier, section.markdown.encode()
