"""The small part of JSON Schema that schema files use, and our own annotations, as tables."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

OBJECT, ARRAY, STRING = "object", "array", "string"
INTEGER, NUMBER, BOOLEAN = "integer", "number", "boolean"
TYPES: Mapping[str, str] = {
    STRING: "text",
    INTEGER: "celé číslo",
    NUMBER: "číslo",
    BOOLEAN: "true, nebo false",
    ARRAY: "seznam",
    OBJECT: "skupina polí",
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"

# Longer numbers are no lengths, and the validator cannot hold them.
_WHOLE = re.compile(r"[0-9]{1,9}")
_DECIMAL = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?")


@dataclass(frozen=True, slots=True)
class Value:
    """What may stand after a keyword: as a Czech phrase, a test and the value it becomes."""

    phrase: str
    fits: Callable[[object], bool]
    read: Callable[[str], object] = str


@dataclass(frozen=True, slots=True)
class Keyword:
    """One keyword: the types of fields that may have it, and its value."""

    types: Collection[str]
    value: Value


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.strip() != ""


def _is_whole(value: object) -> bool:
    return isinstance(value, str) and _WHOLE.fullmatch(value) is not None


def _is_number(value: object) -> bool:
    return isinstance(value, str) and _DECIMAL.fullmatch(value) is not None


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_text, value))


def _is_mapping(value: object) -> bool:
    return isinstance(value, Mapping)


def _is_true(text: str) -> bool:
    return text == "true"


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


EXAMPLES: Mapping[str, str] = {"x-example": "příklad", "x-default": "výchozí hodnota"}
TEXT = Value("má být text", _is_text)
ANYTHING = Value("", lambda _: True)
COUNT = Value("má být celé číslo od nuly", _is_whole, int)
_NUMBER = Value("má být číslo", _is_number, _number)
FLAG = Value("má být true, nebo false", lambda value: value in ("true", "false"), _is_true)
_ALWAYS = Value("má být true; jinak řádek vynechte", lambda value: value == "true", _is_true)
_NEVER = Value("má být false", lambda value: value == "false", _is_true)
_TEXTS = Value("má být seznam názvů polí, každý na svém řádku", _is_texts)
_FIELDS = Value("má obsahovat pole, každé se svými řádky", _is_mapping)
_FIELD = Value("má popisovat jednu položku, každé slovo na svém řádku", _is_mapping)

KEYWORDS: Mapping[str, Keyword] = {
    "type": Keyword(TYPES, ANYTHING),
    "properties": Keyword((OBJECT,), _FIELDS),
    "required": Keyword((OBJECT,), _TEXTS),
    "additionalProperties": Keyword((OBJECT,), _NEVER),
    "items": Keyword((ARRAY,), _FIELD),
    "minItems": Keyword((ARRAY,), COUNT),
    "maxItems": Keyword((ARRAY,), COUNT),
    "uniqueItems": Keyword((ARRAY,), _ALWAYS),
    "minLength": Keyword((STRING,), COUNT),
    "maxLength": Keyword((STRING,), COUNT),
    "pattern": Keyword((STRING,), TEXT),
    "format": Keyword((STRING,), TEXT),
    "minimum": Keyword((INTEGER, NUMBER), _NUMBER),
    "maximum": Keyword((INTEGER, NUMBER), _NUMBER),
}

ANNOTATIONS: Mapping[str, Keyword] = {
    "x-label": Keyword(TYPES, TEXT),
    "x-help": Keyword(TYPES, TEXT),
    "x-example": Keyword(TYPES, ANYTHING),
    "x-default": Keyword(TYPES, ANYTHING),
    "x-vocabulary": Keyword((STRING,), TEXT),
    "x-reference": Keyword((STRING,), TEXT),
    "x-group": Keyword(TYPES, TEXT),
    "x-facet": Keyword(TYPES, TEXT),
    "x-editorial": Keyword(TYPES, FLAG),
    "x-dc": Keyword(TYPES, TEXT),
    "x-schema-org": Keyword(TYPES, TEXT),
}

# Only at the top of a file: lists of rows, each with fields of its own.
GROUPS, SECTIONS = "x-groups", "x-sections"
WHOLE_SCHEMA = ("$schema", GROUPS, SECTIONS)
GROUP_FIELDS: Mapping[str, Value] = {"id": TEXT, "label": TEXT}
SECTION_FIELDS: Mapping[str, Value] = {
    "id": TEXT,
    "label": TEXT,
    "help": TEXT,
    "example": TEXT,
    "required": FLAG,
    "required_for_idea": FLAG,
    "editorial": FLAG,
    "minLength": COUNT,
    "maxLength": COUNT,
}


def misfit(value: Value, written: object) -> str:
    """Return what is wrong with a keyword's value as a Czech phrase, empty where nothing is."""
    return "" if value.fits(written) else value.phrase
