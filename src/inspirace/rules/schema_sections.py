"""Rules of the lists at the top of a schema file: groups of the form, sections of the body."""

from collections.abc import Iterator, Mapping

from inspirace.czech import counted, nearest
from inspirace.diagnostics import Diagnostic
from inspirace.reading.front_matter import FrontMatter
from inspirace.rules.schema_nodes import BAD_SCHEMA
from inspirace.schema.fields import FieldPath
from inspirace.schema.keywords import (
    COUNT,
    FLAG,
    GROUP_FIELDS,
    GROUPS,
    SECTION_FIELDS,
    SECTIONS,
    Value,
    misfit,
)

_UNIQUE = ("id", "label")


def group_ids(source: FrontMatter) -> tuple[str, ...]:
    """Return the identifiers of the form's groups in their order."""
    groups = source.values.get(GROUPS)
    rows = groups if isinstance(groups, list) else []
    ids = (row.get("id") for row in rows if isinstance(row, Mapping))
    return tuple(identifier for identifier in ids if isinstance(identifier, str))


def check_groups(source: FrontMatter) -> Iterator[Diagnostic]:
    """Yield what is wrong with the list of groups."""
    yield from _check_rows(source, GROUPS, GROUP_FIELDS, "Skupina")


def check_sections(source: FrontMatter) -> Iterator[Diagnostic]:
    """Yield what is wrong with the list of sections."""
    yield from _check_rows(source, SECTIONS, SECTION_FIELDS, "Oddíl")
    for path, row in _rows(source, SECTIONS):
        yield from _check_lengths(source, path, row)


def _rows(source: FrontMatter, keyword: str) -> Iterator[tuple[FieldPath, Mapping[str, object]]]:
    """Yield the rows of a list that have fields, each with its path."""
    rows = source.values.get(keyword)
    for position, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, Mapping):
            yield (keyword, position), row


def _check_rows(
    source: FrontMatter, keyword: str, fields: Mapping[str, Value], noun: str
) -> Iterator[Diagnostic]:
    written = source.values.get(keyword)
    rows = dict(_rows(source, keyword))
    advice = f"Každá položka má řádky {', '.join(fields)}."
    if not isinstance(written, list) or not written:
        path: FieldPath = (keyword,) if keyword in source.values else ()
        yield source.finding(
            BAD_SCHEMA, path, f"Schéma nemá seznam {keyword}.", advice=advice, at_name=True
        )
        return
    for position, one in enumerate(written):
        if not isinstance(one, Mapping):
            message = f"{position + 1}. položka seznamu {keyword} nemá žádné řádky."
            yield source.finding(BAD_SCHEMA, (keyword, position), message, advice=advice)
    taken: dict[tuple[str, str], FieldPath] = {}
    for path, row in rows.items():
        subject = f"{noun} „{row.get('label') or row.get('id', '')}“"
        yield from _check_fields(source, path, fields, subject)
        for name in _UNIQUE:
            value = row.get(name)
            if isinstance(value, str) and value and taken.setdefault((name, value), path) != path:
                yield source.finding(
                    BAD_SCHEMA,
                    (*path, name),
                    f"{subject}: {name} „{value}“ je v seznamu {keyword} dvakrát.",
                    advice="Jedno z nich změňte.",
                )


def _check_fields(
    source: FrontMatter, path: FieldPath, fields: Mapping[str, Value], subject: str
) -> Iterator[Diagnostic]:
    row = dict(_rows(source, str(path[0])))[path]
    for name, value in row.items():
        if name not in fields:
            meant = nearest(name, fields)
            yield source.finding(
                BAD_SCHEMA,
                (*path, name),
                f"{subject}: „{name}“ katalog nezná.",
                advice=f"Napište: {meant}" if meant else f"Smí se jen {', '.join(fields)}.",
                at_name=True,
            )
        elif wrong := misfit(fields[name], value):
            yield source.finding(
                BAD_SCHEMA,
                (*path, name),
                f"{subject}: „{name}“ {wrong}.",
                advice="Opravte hodnotu.",
            )
    for name, value in fields.items():
        if value is not FLAG and name not in row:
            yield source.finding(
                BAD_SCHEMA, path, f"{subject}: chybí „{name}“.", advice=f"Doplňte řádek „{name}“."
            )


def _check_lengths(
    source: FrontMatter, path: FieldPath, row: Mapping[str, object]
) -> Iterator[Diagnostic]:
    """The shortest text allowed is not longer than the longest, and the example is between."""
    least, most = _count(row.get("minLength"), 0), _count(row.get("maxLength"), None)
    if least is None or most is None:
        return
    label, example = row.get("label"), str(row.get("example", ""))
    if least > most:
        yield source.finding(
            BAD_SCHEMA,
            (*path, "minLength"),
            f"Oddíl „{label}“: minLength ({least}) je víc než maxLength ({most});"
            " tomu nevyhoví nic.",
            advice="Prohoďte je, nebo jedno z čísel opravte.",
        )
    elif example and not least <= len(example) <= most:
        yield source.finding(
            BAD_SCHEMA,
            (*path, "example"),
            f"Oddíl „{label}“: příklad má {counted(len(example), 'znak', 'znaky', 'znaků')},"
            f" smí jich mít {least} až {most}.",
            advice="Upravte příklad, nebo délky oddílu.",
        )


def _count(written: object, default: int | None) -> int | None:
    if written is None:
        return default
    return int(written) if isinstance(written, str) and COUNT.fits(written) else None
