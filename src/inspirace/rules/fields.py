"""Fields of a record against its schema: every value is of the kind, length and terms it says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jsonschema_rs import ValidationError

from inspirace.codes import CODES, Severity
from inspirace.diagnostics import (
    MOST_FINDINGS,
    Diagnostic,
    first_findings,
    sort_diagnostics,
)
from inspirace.reading.front_matter import FieldPath, FrontMatter
from inspirace.rules.casting import CastFields, cast_fields
from inspirace.rules.names import misnamed_field
from inspirace.rules.refusals import Refusal, Worded
from inspirace.rules.terms import deprecated_terms
from inspirace.rules.wording import WORDED, empty_value, endless_list, unprintable
from inspirace.schema.fields import Schema
from inspirace.vocabularies import Vocabulary

_RANKS = {keyword: rank for rank, keyword in enumerate(WORDED)}


@dataclass(frozen=True, slots=True)
class CheckedFields:
    """Values of the right kinds, a wrong one emptied; a record only where there is no error.

    `front_matter` has the fields that were nearly named right under their right names; `terms` are
    the values of vocabularies, each behind its vocabulary's name.
    """

    values: Mapping[str, object]
    front_matter: FrontMatter
    terms: frozenset[tuple[str, str]]
    diagnostics: tuple[Diagnostic, ...]


def check_fields(
    front_matter: FrontMatter, schema: Schema, vocabularies: Mapping[str, Vocabulary]
) -> CheckedFields:
    """Return the values as the schema's kinds, and all that is wrong with them."""
    cast = cast_fields(front_matter.values, schema.fields)
    renamed = cast.rename(front_matter)
    found = tuple(_once_a_value(_worded(cast, schema, vocabularies), frozenset(cast.empty)))
    for worded in found:
        if CODES[worded.code].severity is Severity.ERROR and not worded.at_name:
            _empty_wrong(cast.values, worded.path)
    diagnostics = tuple(_finding(renamed, worded) for worded in found)
    terms = frozenset([(vocabulary, term) for _, vocabulary, term in cast.terms])
    told = tuple(_first_of_each_code(diagnostics))
    return CheckedFields(cast.values, renamed, terms, told)


def _first_of_each_code(diagnostics: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    if len(diagnostics) <= MOST_FINDINGS:
        yield from diagnostics
        return
    in_order = sort_diagnostics(diagnostics)
    for code in dict.fromkeys(one.code for one in in_order):
        yield from first_findings(one for one in in_order if one.code == code)


def _worded(
    cast: CastFields, schema: Schema, vocabularies: Mapping[str, Vocabulary]
) -> Iterator[Worded]:
    """Yield all findings; of several about one value, the nearest to the cause comes first."""
    for path, written in cast.written_names.items():
        yield misnamed_field(path, written, schema)
    for path in cast.empty:
        yield empty_value(schema, path)
    for path, sign in cast.unprintable:
        yield unprintable(schema, path, sign)
    for path, count in cast.endless:
        yield endless_list(schema, path, count)
    errors = sorted(schema.validator.iter_errors(cast.values), key=_rank)
    for error in errors:
        detail, wording = WORDED[error.kind.name]
        yield from wording(
            Refusal(
                path=tuple(error.instance_path),
                value=error.instance,
                limit=getattr(error.kind, detail) if detail else None,
                schema=schema,
                vocabularies=vocabularies,
            )
        )
    yield from deprecated_terms(cast.terms, schema, vocabularies)


def _rank(error: ValidationError) -> int:
    return _RANKS[error.kind.name]


def _once_a_value(found: Iterator[Worded], empty: frozenset[FieldPath]) -> Iterator[Worded]:
    """Yield the first finding of each value; what is not filled in has no findings inside."""
    told: set[tuple[FieldPath, bool]] = set()
    for worded in found:
        place = worded.path, worded.at_name
        if place not in told and worded.path[:-1] not in empty:
            told.add(place)
            yield worded


def _empty_wrong(values: dict[str, object], path: FieldPath) -> None:
    """Empty a wrong text or number, so that no other rule speaks of it again."""
    *steps, last = path
    inner: Any = values
    for step in steps:
        inner = inner[step]
    is_there = last in inner if isinstance(inner, dict) else True
    if is_there and isinstance(inner[last], str | int | float):
        inner[last] = ""


def _finding(front_matter: FrontMatter, worded: Worded) -> Diagnostic:
    return front_matter.finding(
        worded.code, worded.path, worded.message, advice=worded.advice, at_name=worded.at_name
    )
