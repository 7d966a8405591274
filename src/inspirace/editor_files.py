"""The editors' files, which every record is checked against: vocabularies, schemas, lists."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from inspirace.cache import digest
from inspirace.diagnostics import Diagnostic
from inspirace.officialese import Officialese, parse_officialese
from inspirace.places import Places
from inspirace.raw_values import FaultsError
from inspirace.reading.files import MAX_FILE_BYTES, read_bytes, read_text_file
from inspirace.reading.front_matter import FrontMatter, parse_yaml
from inspirace.rules.faults import report_faults
from inspirace.rules.places import load_places
from inspirace.rules.vocabularies import load_vocabulary
from inspirace.schema.fields import Schema
from inspirace.schema.reader import parse_schema
from inspirace.trails import Trail, parse_trails
from inspirace.vocabularies import Vocabulary

KINDS = ("innovation", "method")
PLACES = "content/places.yml"
OFFICIALESE = "content/officialese.yml"
TRAILS = "content/trails.yml"
SCHEMAS = "content/schema"
VOCABULARIES = "content/vocabularies"
NO_PLACES = Places("", "", {}, are_known=False)
_List = TypeVar("_List")
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
    trails: tuple[Trail, ...]
    trails_source: FrontMatter | None
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
    words = _read_optional(root, OFFICIALESE, found)
    trails = _read_optional(root, TRAILS, found)
    return EditorFiles(
        vocabularies=vocabularies,
        sources=sources,
        places=places,
        officialese=_parse(words, parse_officialese, "bad-officialese", found) or Officialese(),
        trails=_parse(trails, parse_trails, "bad-trails", found) or (),
        trails_source=trails,
        schemas=schemas,
        diagnostics=tuple(found),
    )


def digest_of_editor_files(root: Path) -> bytes:
    """Return a digest of what all of the files say, or of what is in the way of reading them."""
    schemas = [f"{SCHEMAS}/{kind}.yml" for kind in KINDS]
    parts = []
    for path in (*_vocabulary_paths(root), PLACES, OFFICIALESE, TRAILS, *schemas):
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


def _parse(
    source: FrontMatter | None,
    parse: Callable[[Mapping[str, object]], _List],
    code: str,
    found: list[Diagnostic],
) -> _List | None:
    """Return the list of an editors' file, None where there is none or it cannot be used."""
    if source is None:
        return None
    try:
        return parse(source.values)
    except FaultsError as error:
        found += report_faults(source, code, error.faults)
        return None


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


def _read_optional(root: Path, path: str, found: list[Diagnostic]) -> FrontMatter | None:
    """Return what a file says that a catalogue may do without."""
    return _read_yaml(root, path, found) if (root / path).exists() else None


def _read_yaml(root: Path, path: str, found: list[Diagnostic]) -> FrontMatter | None:
    reading = read_text_file(root, path)
    found += reading.diagnostics
    if reading.file is None:
        return None
    source, wrong = parse_yaml(reading.file)
    found += wrong
    return source
