"""Rules across records: every slug leads to one record, every reference to one that exists.

A record with errors counts too: what refers to it is right, whatever else is wrong.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol

from inspirace.czech import nearest
from inspirace.diagnostics import Diagnostic, Location
from inspirace.reading.front_matter import FieldPath, FrontMatter
from inspirace.rules.addresses import right_slug
from inspirace.rules.leaves import Fields, fields_leading_to, text_leaves
from inspirace.rules.links import LinkIndex
from inspirace.rules.refusals import field_label
from inspirace.schema.fields import Field, Schema
from inspirace.schema.formats import is_slug
from inspirace.sentences import sentence
from inspirace.trails import Trail
from inspirace.vocabularies import Vocabulary

ASSETS = "content/assets/"
RESERVED_SLUGS: Mapping[str, str] = {
    "strana": "pro další strany seznamu",
    "index": "pro úvodní stránku seznamu",
    # Files of these names cannot be saved on Windows.
    **dict.fromkeys(("con", "prn", "aux", "nul"), "ve Windows"),
}
_ALIASES = "aliases"
_PICTURE = "image-file"
_INNOVATION = "innovation"
_RECORDS: Mapping[str, str] = {_INNOVATION: "případ", "method": "metoda"}
_NO_SUCH = "Píše se název souboru bez koncovky .md. Není-li v katalogu, položku smažte."


class FindsFields(Protocol):
    """A front matter, as far as a finding needs it: it knows where each field is."""

    def finding(
        self, code: str, path: FieldPath, message: str, *, advice: str = "", at_name: bool = False
    ) -> Diagnostic:
        """Return a diagnostic about the field."""


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A record's file as other records see it; without front matter it still has its slug."""

    kind: str
    path: str
    front_matter: FindsFields | None
    values: Mapping[str, object]

    @property
    def slug(self) -> str:
        """Return the name of the file without its ending."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    @property
    def aliases(self) -> tuple[tuple[int, str], ...]:
        """Return the record's former slugs with their places in the list."""
        values = self.values.get(_ALIASES)
        listed = enumerate(values) if isinstance(values, list) else ()
        return tuple((index, one) for index, one in listed if isinstance(one, str) and is_slug(one))


@dataclass(frozen=True, slots=True)
class _Slugs:
    """Who has which slug: by kind and slug the path of the file, and the slug after a rename."""

    paths: Mapping[tuple[str, str], str]
    current: Mapping[tuple[str, str], str]

    def of_kind(self, kind: str) -> Iterator[str]:
        return (slug for of, slug in self.paths if of == kind)


def told_to_others(schema: Schema) -> frozenset[str]:
    """Return the names of the fields that rules across records look at."""
    wanted = fields_leading_to(lambda one: one.reference or one.format == _PICTURE, schema.fields)
    return frozenset({_ALIASES, *wanted})


def check_catalogue(
    files: Iterable[RecordFile], schemas: Mapping[str, Schema]
) -> Iterator[Diagnostic]:
    """Yield slugs that are wrong or taken and references that lead nowhere, of all files."""
    in_order = sorted(files, key=lambda file: (file.kind, file.path))
    slugs = _slugs(in_order)
    for file in in_order:
        yield from _check_file_name(file, slugs)
    yield from _check_aliases(in_order, slugs)
    referring = _fields_of_kinds(schemas, lambda field: field.reference)
    for file in in_order:
        if file.kind in schemas:
            yield from _check_references(file, schemas[file.kind], referring[file.kind], slugs)


def check_similar(
    files: Iterable[RecordFile],
    sources: Mapping[str, FrontMatter],
    vocabularies: Mapping[str, Vocabulary],
) -> Iterator[Diagnostic]:
    """The innovations that terms of the vocabularies list as similar are there."""
    slugs = _slugs(sorted(files, key=lambda file: (file.kind, file.path)))
    for name in sorted(vocabularies):
        for place, term in enumerate(vocabularies[name].terms.values()):
            for index, similar in enumerate(term.similar):
                if (_INNOVATION, similar.innovation) not in slugs.paths:
                    yield sources[name].finding(
                        "dead-reference",
                        ("terms", place, "similar", index, "innovation"),
                        f"Pojem „{term.label}“: {_RECORDS[_INNOVATION]} „{similar.innovation}“"
                        " v katalogu není.",
                        advice=_meant_slug(_INNOVATION, similar.innovation, slugs) or _NO_SUCH,
                    )


def check_trails(
    files: Iterable[RecordFile], source: FrontMatter | None, trails: Sequence[Trail]
) -> Iterator[Diagnostic]:
    """The records that trails lead to are there."""
    slugs = _slugs(sorted(files, key=lambda file: (file.kind, file.path)))
    stops = (
        (("trails", place, name, index, kind), trail, kind, stop)
        for place, trail in enumerate(trails)
        for kind, name, listed in trail.stops()
        for index, stop in enumerate(listed)
    )
    for path, trail, kind, stop in stops:
        if source is not None and (kind, stop.slug) not in slugs.paths:
            yield source.finding(
                "dead-reference",
                path,
                f"Cesta „{trail.title}“: {_RECORDS[kind]} „{stop.slug}“ v katalogu není.",
                advice=_meant_slug(kind, stop.slug, slugs) or _NO_SUCH,
            )


def check_images(
    files: Iterable[RecordFile], schemas: Mapping[str, Schema], index: LinkIndex
) -> Iterator[Diagnostic]:
    """The file of a picture is there."""
    pictures = _fields_of_kinds(schemas, lambda field: field.format == _PICTURE)
    for file in files:
        if file.front_matter is None:
            continue
        for path, _, name in text_leaves(file.values, pictures.get(file.kind, {})):
            if name and ASSETS + name not in index.addresses:
                yield file.front_matter.finding(
                    "dead-image",
                    path,
                    f"Soubor „{name}“ ve složce {ASSETS} není.",
                    advice="Nahrajte ho tam, nebo opravte cestu; záleží i na velikosti písmen.",
                )


def _slugs(in_order: Sequence[RecordFile]) -> _Slugs:
    """Return who has which slug; of several files the first one has it."""
    return _Slugs(
        paths={(file.kind, file.slug): file.path for file in reversed(in_order)},
        current={
            (file.kind, alias): file.slug
            for file in reversed(in_order)
            for _, alias in file.aliases
        },
    )


def _fields_of_kinds(
    schemas: Mapping[str, Schema], wanted: Callable[[Field], object]
) -> dict[str, Fields]:
    return {kind: fields_leading_to(wanted, schema.fields) for kind, schema in schemas.items()}


def _check_file_name(file: RecordFile, slugs: _Slugs) -> Iterator[Diagnostic]:
    place, name = Location(file.path), PurePosixPath(file.path).name
    if not is_slug(file.slug):
        meant = right_slug(file.slug)
        yield Diagnostic(
            "bad-slug",
            place,
            f"Název souboru „{name}“ smí mít jen malá písmena bez háčků a čárek, číslice"
            " a spojovníky.",
            f"Přejmenujte ho na: {meant}.md" if meant else "Přejmenujte ho, třeba cteni-se-psy.md.",
        )
    elif file.slug in RESERVED_SLUGS:
        yield Diagnostic(
            "slug-reserved",
            place,
            f"Název „{name}“ je vyhrazený {RESERVED_SLUGS[file.slug]}.",
            "Přejmenujte soubor, třeba přidejte jméno obce.",
        )
    elif slugs.paths[file.kind, file.slug] != file.path:
        yield Diagnostic(
            "slug-taken",
            place,
            sentence("slug-taken", path=slugs.paths[file.kind, file.slug]),
            "Jeden z nich přejmenujte.",
        )


def _check_aliases(files: Iterable[RecordFile], slugs: _Slugs) -> Iterator[Diagnostic]:
    claimed = dict(slugs.paths)
    for file in files:
        # The schema refuses an alias that is twice in one list.
        for alias, index in {alias: index for index, alias in reversed(file.aliases)}.items():
            if file.front_matter is None:
                continue
            path, owner = (_ALIASES, index), claimed.setdefault((file.kind, alias), file.path)
            if alias in RESERVED_SLUGS:
                yield file.front_matter.finding(
                    "slug-reserved",
                    path,
                    f"Název „{alias}“ je vyhrazený {RESERVED_SLUGS[alias]}.",
                    advice="Smažte ho, na takové adrese případ nikdy být nemohl.",
                )
            elif alias == file.slug or owner != file.path:
                said = "tento soubor" if alias == file.slug else f"soubor {owner}"
                yield file.front_matter.finding(
                    "slug-taken",
                    path,
                    f"Adresu „{alias}“ používá {said}.",
                    advice="Smažte ji z dřívějších adres.",
                )


def _check_references(
    file: RecordFile, schema: Schema, referring: Fields, slugs: _Slugs
) -> Iterator[Diagnostic]:
    if file.front_matter is None:
        return
    for path, field, slug in text_leaves(file.values, referring):
        # What has another form than a slug is found by the schema.
        if not is_slug(slug):
            continue
        said = f"Pole {field_label(schema, path)}:"
        if (field.reference, slug) == (file.kind, file.slug):
            yield file.front_matter.finding(
                "self-reference",
                path,
                f"{said} „{slug}“ je tento soubor sám.",
                advice="Smažte tuto položku i se spojovníkem.",
            )
        elif (field.reference, slug) not in slugs.paths:
            record = _RECORDS.get(field.reference, "soubor")
            yield file.front_matter.finding(
                "dead-reference",
                path,
                f"{said} {record} „{slug}“ v katalogu není.",
                advice=_reference_advice(field.reference, slug, slugs, schema),
            )


def _reference_advice(kind: str, slug: str, slugs: _Slugs, schema: Schema) -> str:
    meant = _meant_slug(kind, slug, slugs)
    if meant:
        return meant
    for field in schema.fields.values():
        other = field.item.reference if field.item else field.reference
        if (other, slug) in slugs.paths:
            record = _RECORDS[other].capitalize()
            return f"{record} toho jména patří do pole „{field.label}“ ({field.name})."
    return _NO_SUCH


def _meant_slug(kind: str, slug: str, slugs: _Slugs) -> str:
    """Return which slug to write, or an empty text where nobody can tell."""
    renamed = slugs.current.get((kind, slug))
    if renamed:
        return f"Soubor se přejmenoval. Napište: {renamed}"
    meant = nearest(slug, sorted(slugs.of_kind(kind)))
    return f"Napište: {meant}" if meant else ""
