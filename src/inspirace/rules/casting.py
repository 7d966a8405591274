"""Casting: texts as written become values of the schema's kinds, under the schema's names.

A field whose name is nearly one of the schema's is read as that one, so that a typo in a name is
one finding and not also a missing field.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from inspirace.czech import best_match
from inspirace.reading.front_matter import FieldPath, FrontMatter, Position
from inspirace.schema.fields import Field

# More than any list of a schema may have: further items are not looked at.
MOST_ITEMS = 200
_MOST_DIGITS = 15
_MOST_GUESSED_NAMES = 50

_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
_NOTHING_TO_SEE = re.compile("[\u00ad\u200b\u2060\ufeff]")
# Control characters and signs that turn the direction of the text behind them, written as escapes:
# those that stand in the file themselves, and broken letters, were found when it was read.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]"
)
_DECIMAL = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?", re.ASCII)
_EMPTY = frozenset({"", "~", "null"})


@dataclass(frozen=True)
class RenamedFrontMatter(FrontMatter):
    """A front matter with right names; `written_names` has the file's last step of such a path."""

    written_names: Mapping[FieldPath, str] = field(default_factory=dict)

    def value_position(self, path: FieldPath) -> Position:
        """Return where the value begins that the file has under another name."""
        return super().value_position(self._written(path))

    def name_position(self, path: FieldPath) -> Position:
        """Return where the name begins that stands for the right one."""
        return super().name_position(self._written(path))

    def _written(self, path: FieldPath) -> FieldPath:
        steps = enumerate(path, start=1)
        return tuple(self.written_names.get(path[:length], step) for length, step in steps)


@dataclass(slots=True)
class CastFields:
    """The values of a front matter in the schema's kinds, and what was odd in what was written.

    `written_names` has the file's name for the last step of each path that it calls otherwise;
    `terms` are the values of vocabularies, each with its path and the vocabulary's name.
    """

    values: dict[str, object] = field(default_factory=dict)
    written_names: dict[FieldPath, str] = field(default_factory=dict)
    empty: list[FieldPath] = field(default_factory=list)
    unprintable: list[tuple[FieldPath, str]] = field(default_factory=list)
    endless: list[tuple[FieldPath, int]] = field(default_factory=list)
    terms: list[tuple[FieldPath, str, str]] = field(default_factory=list)

    def rename(self, front_matter: FrontMatter) -> FrontMatter:
        """Return the front matter with the values and places of fields under their right names."""
        if not self.written_names:
            return front_matter
        return RenamedFrontMatter(
            file=front_matter.file,
            values=self.values,
            first_line=front_matter.first_line,
            last_line=front_matter.last_line,
            corrected=front_matter.corrected,
            written_names=self.written_names,
        )


def cast_fields(written: Mapping[str, object], fields: Mapping[str, Field]) -> CastFields:
    """Return the values of a front matter, cast."""
    cast = CastFields()
    cast.values = _cast_mapping(written, fields, (), cast)
    return cast


def right_names(written: Mapping[str, object], fields: Mapping[str, Field]) -> dict[str, str]:
    """Return the schema's name for each unknown one that is nearly it and not taken."""
    found: dict[str, str] = {}
    for name in islice((name for name in written if name not in fields), _MOST_GUESSED_NAMES):
        meant = nearest_field(name, fields)
        if meant and meant not in written and meant not in found.values():
            found[name] = meant
    return found


def nearest_field(name: str, fields: Mapping[str, Field]) -> str | None:
    """Return the name of the field that was probably meant, by its name or Czech label."""
    names = {known: known for known in fields}
    names |= {one.label: known for known, one in fields.items() if one.label}
    found = best_match(name, names)
    return None if found is None else names[found]


def _cast_mapping(
    written: Mapping[str, object], fields: Mapping[str, Field], path: FieldPath, cast: CastFields
) -> dict[str, object]:
    if fields.keys() >= written.keys():
        return {
            name: _cast_value(value, fields[name], (*path, name), cast)
            for name, value in written.items()
        }
    meant = right_names(written, fields)
    values: dict[str, object] = {}
    for name, value in written.items():
        right = meant.get(name, name)
        if right != name:
            cast.written_names[*path, right] = name
        if right in fields:
            values[right] = _cast_value(value, fields[right], (*path, right), cast)
        else:
            values[right] = value
    return values


def _cast_value(written: object, known: Field, path: FieldPath, cast: CastFields) -> object:
    if isinstance(written, str):
        return _cast_text(written, known, path, cast)
    if isinstance(written, list):
        return _cast_list(written, known, path, cast)
    if isinstance(written, Mapping) and not written:
        cast.empty.append(path)
    elif isinstance(written, Mapping) and known.fields:
        return _cast_mapping(written, known.fields, path, cast)
    return written


def _cast_list(
    written: list[object], known: Field, path: FieldPath, cast: CastFields
) -> list[object]:
    item = known.item
    if item is None:
        return written
    if len(written) > MOST_ITEMS:
        cast.endless.append((path, len(written)))
    return [
        _cast_value(one, item, (*path, index), cast)
        for index, one in enumerate(written[:MOST_ITEMS])
    ]


def _cast_text(written: str, known: Field, path: FieldPath, cast: CastFields) -> object:
    text, kind = tidy_text(written), known.kind
    if text in _EMPTY:
        cast.empty.append(path)
    elif not text.isprintable() and (unprintable := _UNPRINTABLE.search(text)):
        cast.unprintable.append((path, unprintable[0]))
    elif known.vocabulary:
        cast.terms.append((path, known.vocabulary, text))
    elif kind == "integer" and text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS:
        return int(text)
    elif kind == "number" and _DECIMAL.fullmatch(text):
        return float(text)
    elif kind == "boolean" and text in {"true", "false"}:
        return text == "true"
    return text


def tidy_text(text: str) -> str:
    """Return the text composed, on one line, without outer spaces and invisible signs."""
    if text.isprintable() and "  " not in text and text == text.strip(" "):
        # Nearly all texts, and every text is looked at: only its accents can be untidy.
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", _NOTHING_TO_SEE.sub("", text))
    return _WHITE_SPACE.sub(" ", text).strip(" \xa0")
