"""The editors' files, which every record is checked against: vocabularies, schemas, lists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from inspirace.cache import digest
from inspirace.diagnostics import Diagnostic
from inspirace.officialese import Officialese, OfficialeseError, parse_officialese
from inspirace.places import Places
from inspirace.reading.files import MAX_FILE_BYTES, read_bytes, read_text_file
from inspirace.reading.front_matter import FrontMatter, parse_yaml
from inspirace.rules.faults import report_faults
from inspirace.rules.places import load_places
from inspirace.rules.vocabularies import load_vocabulary
from inspirace.schema.fields import Schema
from inspirace.schema.reader import parse_schema
from inspirace.vocabularies import Vocabulary

KINDS = ("innovation", "method")
PLACES = "content/places.yml"
OFFICIALESE = "content/officialese.yml"
SCHEMAS = "content/schema"
VOCABULARIES = "content/vocabularies"
NO_PLACES = Places("", "", {}, are_known=False)
_LARGEST_PLACES = 4_000_000  # bytes: every municipality of the country, ten times over


@dataclass(frozen=True, slots=True)
class EditorFiles:
    """What could be read of the editors' files; `sources` are the vocabularies' files by name.

    A schema is missing where its file, or a vocabulary that it needs, cannot be used.
    """

    vocabularies: Mapping[str, Vocabulary]
    sources: Mapping[str, FrontMatter]
    places: Places
    officialese: Officialese
    schemas: Mapping[str, Schema]
    diagnostics: tuple[Diagnostic, ...]


def load_editor_files(root: Path) -> EditorFiles:
    """Return the editors' files of a catalogue with everything that is wrong in them."""
    found: list[Diagnostic] = []
    sources = dict(_vocabulary_sources(root, found))
    vocabularies = {}
    for name, source in sources.items():
        vocabulary, wrong = load_vocabulary(name, source)
        found += wrong
        if vocabulary is not None:
            vocabularies[name] = vocabulary
    places = _load_places(root, vocabularies, found)
    # A schema checked against half of the vocabularies would blame the wrong file.
    complete = 0 < len(vocabularies) == len(_vocabulary_paths(root))
    schemas = dict(_schemas(root, vocabularies, found)) if complete else {}
    officialese = _load_officialese(root, found)
    return EditorFiles(vocabularies, sources, places, officialese, schemas, tuple(found))


def digest_of_editor_files(root: Path) -> bytes:
    """Return a digest of what all of the files say, or of what is in the way of reading them."""
    schemas = [f"{SCHEMAS}/{kind}.yml" for kind in KINDS]
    parts = []
    for path in (*_vocabulary_paths(root), PLACES, OFFICIALESE, *schemas):
        content = read_bytes(root, path, _LARGEST_PLACES if path == PLACES else MAX_FILE_BYTES)
        said = content if isinstance(content, bytes) else repr(content).encode()
        parts += [digest(path.encode()), digest(said)]
    return digest(*parts)


def _vocabulary_paths(root: Path) -> list[str]:
    folder = root / VOCABULARIES
    return sorted(f"{VOCABULARIES}/{path.name}" for path in folder.glob("*.yml"))


def _vocabulary_sources(root: Path, found: list[Diagnostic]) -> Iterator[tuple[str, FrontMatter]]:
    for path in _vocabulary_paths(root):
        source = _read_yaml(root, path, found)
        if source is not None:
            yield Path(path).stem, source


def _load_places(
    root: Path, vocabularies: Mapping[str, Vocabulary], found: list[Diagnostic]
) -> Places:
    reading = read_text_file(root, PLACES, _LARGEST_PLACES)
    found += reading.diagnostics
    if reading.file is None:
        return NO_PLACES
    places, wrong = load_places(reading.file, vocabularies)
    found += wrong
    return places or NO_PLACES


def _load_officialese(root: Path, found: list[Diagnostic]) -> Officialese:
    """Return the editors' list; a catalogue may do without it."""
    source = _read_yaml(root, OFFICIALESE, found) if (root / OFFICIALESE).exists() else None
    if source is None:
        return Officialese()
    try:
        return parse_officialese(source.values)
    except OfficialeseError as error:
        found += report_faults(source, "bad-officialese", error.faults)
        return Officialese()


def _schemas(
    root: Path, vocabularies: Mapping[str, Vocabulary], found: list[Diagnostic]
) -> Iterator[tuple[str, Schema]]:
    for kind in KINDS:
        source = _read_yaml(root, f"{SCHEMAS}/{kind}.yml", found)
        if source is not None:
            schema, wrong = parse_schema(kind, source, vocabularies)
            found += wrong
            if schema is not None:
                yield kind, schema


def _read_yaml(root: Path, path: str, found: list[Diagnostic]) -> FrontMatter | None:
    reading = read_text_file(root, path)
    found += reading.diagnostics
    if reading.file is None:
        return None
    source, wrong = parse_yaml(reading.file)
    found += wrong
    return source
