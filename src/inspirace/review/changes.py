"""Changes: the records' files that differ between two folders, field by field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path, PurePosixPath

from inspirace.drafts import make_draft
from inspirace.editor_files import KINDS, EditorFiles
from inspirace.load import CONTENT, FOLDERS
from inspirace.reading.files import read_bytes
from inspirace.schema.fields import Field, Schema
from inspirace.vocabularies import Vocabulary

_CONTEXT = 1  # lines of a section that stand around a changed one
_DIFF_HEAD = 3  # lines of a diff before its first text


@dataclass(frozen=True, slots=True)
class Version:
    """What one version of a record's file says; sections are Markdown by their identifiers.

    `links` are targets of the links in the text.
    """

    values: Mapping[str, object]
    sections: Mapping[str, str]
    links: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Return the title, empty where there is none."""
        return str(self.values.get("title", ""))


@dataclass(frozen=True, slots=True)
class Change:
    """A changed file; `before` is None for a new one, `after` for one that was removed."""

    path: str
    kind: str
    before: Version | None
    after: Version | None

    @property
    def slug(self) -> str:
        """Return the name of the file, which is the record's address."""
        return PurePosixPath(self.path).stem

    @property
    def title(self) -> str:
        """Return the title of the newer version."""
        newer = self.after or self.before
        return newer.title if newer else ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field by its label, with its values as people read them, one an item.

    Items of a list that are in both versions are only counted, in `same`, unless their order is all
    that differs.
    """

    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    same: int = 0


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section by its label, with the lines of its diff."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the optional fields are filled in, and the labels of the others."""

    filled: int
    missing: tuple[str, ...]

    @property
    def total(self) -> int:
        """Return how many optional fields there are."""
        return self.filled + len(self.missing)


def find_changes(base: Path, root: Path, editor_files: EditorFiles) -> Iterator[Change]:
    """Yield the records' files of `root` that are other than those of `base`, by kind and name."""
    for kind in KINDS:
        folder = f"{CONTENT}{FOLDERS[kind]}"
        names = {path.name for top in (base, root) for path in (top / folder).glob("*.md")}
        for path in (f"{folder}/{name}" for name in sorted(names)):
            before, after = (_content(top, path) for top in (base, root))
            if before != after:
                versions = (
                    None if content is None else _version(kind, path, content, editor_files)
                    for content in (before, after)
                )
                yield Change(path, kind, *versions)


def _content(root: Path, path: str) -> bytes | None:
    if not (root / path).exists():
        return None
    content = read_bytes(root, path)
    return content if isinstance(content, bytes) else b""


def _version(kind: str, path: str, content: bytes, editor_files: EditorFiles) -> Version:
    draft = make_draft(kind, path, content, editor_files, ())
    sections = {name: markdown.decode() for name, markdown in draft.sections}
    links = tuple(link.target for link in draft.links)
    return Version(draft.values if draft.packed else {}, sections, links)


def field_changes(
    change: Change, schema: Schema, vocabularies: Mapping[str, Vocabulary]
) -> Iterator[FieldChange]:
    """Yield the fields that differ, in the schema's order."""
    before, after = (one.values if one else {} for one in (change.before, change.after))
    for name, field in schema.fields.items():
        if before.get(name) != after.get(name):
            sides = (_said(one.get(name), field, vocabularies) for one in (before, after))
            yield _field_change(field.label, *map(tuple, sides))


def _field_change(label: str, before: tuple[str, ...], after: tuple[str, ...]) -> FieldChange:
    removed = tuple(one for one in before if one not in after)
    added = tuple(one for one in after if one not in before)
    if not (removed or added):
        return FieldChange(label, before, after)
    return FieldChange(label, removed, added, len(after) - len(added))


def _said(value: object, field: Field, vocabularies: Mapping[str, Vocabulary]) -> Iterator[str]:
    """Yield the items of a value as people read them."""
    if isinstance(value, Mapping):
        yield "; ".join(
            f"{known.label}: {', '.join(_said(value[name], known, vocabularies))}"
            for name, known in field.fields.items()
            if name in value
        )
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _said(one, field.item or field, vocabularies)
    elif value is not None:
        term = vocabularies[field.vocabulary].terms.get(str(value)) if field.vocabulary else None
        yield term.label if term else str(value)


def section_changes(change: Change, schema: Schema) -> Iterator[SectionChange]:
    """Yield the sections that differ, in the schema's order."""
    before, after = (one.sections if one else {} for one in (change.before, change.after))
    for section in schema.sections:
        old, new = (side.get(section.identifier, "") for side in (before, after))
        if old != new:
            yield SectionChange(section.label, tuple(_diff(old.split("\n"), new.split("\n"))))


def _diff(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    lines = list(unified_diff(old, new, n=_CONTEXT, lineterm=""))
    yield from (line for line in lines[_DIFF_HEAD - 1 :] if not line.startswith("@@"))


def coverage(version: Version, schema: Schema) -> Coverage:
    """Return how much of what is optional the version has; what editors decide is left out."""
    optional = [one for one in schema.fields.values() if not one.required and not one.editorial]
    missing = tuple(one.label for one in optional if one.name not in version.values)
    return Coverage(len(optional) - len(missing), missing)
