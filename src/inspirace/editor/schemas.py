"""JSON Schemas of the editors' own files: vocabularies, lists, and the schemas of records.

They help while somebody writes, and say less than a check does. Everything is a text or what YAML
makes of it, so that a year may stand without quotes.
"""

from collections.abc import Iterable, Mapping

from inspirace.officialese import OFFICIALESE_FIELDS, WORD_FIELDS
from inspirace.places import PLACE_FIELDS, PLACES_FIELDS
from inspirace.schema.keywords import (
    ANNOTATIONS,
    ANYTHING,
    FLAG,
    GROUP_FIELDS,
    GROUPS,
    KEYWORDS,
    SECTION_FIELDS,
    SECTIONS,
    TEXT,
    TYPES,
    Value,
)
from inspirace.trails import INNOVATION, METHOD, TRAIL_FIELDS, TRAILS_FIELDS
from inspirace.vocabulary_reader import (
    SIMILAR_FIELDS,
    SOURCE_FIELDS,
    TERM_FIELDS,
    VOCABULARY_FIELDS,
)

Document = Mapping[str, object]

# What editors for text know best; nothing newer is needed.
_DIALECT = "http://json-schema.org/draft-07/schema#"
_TEXT: Document = {"type": ["string", "number", "boolean"]}
_NUMBER: Document = {"type": "number"}
_FLAG: Document = {"type": "boolean"}
_TEXTS: Document = {"type": "array", "items": _TEXT}
_NUMBERS: Document = {"type": "array", "items": _NUMBER}
_SLUG: Document = {"type": "string", "pattern": "^([a-z0-9]+(-[a-z0-9]+)*|[A-Z]{2})$"}
_KINDS: Mapping[str, Document] = {
    "id": _SLUG,
    "complete": _FLAG,
    "deprecated": _FLAG,
    "overrides": {"type": "object"},
    "synonyms": _TEXTS,
    "shared_synonyms": _TEXTS,
    "measured_by": _TEXTS,
    "sdg": {**_NUMBERS, "items": {"type": "integer", "minimum": 1, "maximum": 17}},
    "minimum": _NUMBER,
    "maximum": _NUMBER,
    "lat": _NUMBER,
    "lon": _NUMBER,
    "population": {"type": "integer", "minimum": 0},
    "geonames_id": {"type": "integer"},
}
_HELP: Mapping[str, str] = {
    "id": "Trvalé označení, které se píše do souborů. Už se nikdy nemění.",
    "label": "Jak pojem znají lidé.",
    "label_en": "Anglicky, pro výstupy do zahraničí.",
    "synonyms": "Jak se tomu říká jinak; podle toho lidé hledají.",
    "shared_synonyms": "Synonyma, která patří i k jinému pojmu.",
    "broader": "Označení širšího pojmu téhož slovníku.",
    "deprecated": "true, když se pojem už nemá používat.",
    "replaced_by": "Označení pojmu, který platí místo něj.",
    "sdg": "Čísla cílů udržitelného rozvoje OSN.",
    "municipality": "Jméno obce; kde se opakuje, s krajem nebo okresem v závorce.",
    "country": "Kód země dvěma velkými písmeny.",
    "region": "Označení kraje ze slovníku krajů.",
    "population": "Počet obyvatel.",
    "innovation": "Název souboru případu bez koncovky.",
    "method": "Název souboru metody bez koncovky.",
    "why": "Proč na cestu patří, jedna nebo dvě věty.",
    "introduction": "Proč případy patří k sobě a jak je číst.",
    "word": "Slovo, kterému se vyhnout; … na konci znamená jakoukoli koncovku.",
    "instead": "Co napsat místo něj.",
}


def vocabulary_schema() -> Document:
    """Return the schema of a vocabulary's file."""
    similar = _object(SIMILAR_FIELDS, required=SIMILAR_FIELDS)
    term = _object(
        TERM_FIELDS, {"similar": _list(similar), "sources": _TEXTS}, required=("id", "label")
    )
    source = _object(SOURCE_FIELDS, required=("id", "title"))
    lists = {"sources": _list(source), "terms": _list(term)}
    return _whole("Slovník", _object(VOCABULARY_FIELDS, lists, required=("title", "terms")))


def places_schema() -> Document:
    """Return the schema of the list of places."""
    needed = ("municipality", "country", "lat", "lon", "population")
    places = _list(_object(PLACE_FIELDS, required=needed))
    return _whole("Seznam obcí", _object(PLACES_FIELDS, {"places": places}, required=("places",)))


def trails_schema() -> Document:
    """Return the schema of the trails."""
    stops = {
        f"{kind}s": _list(_object((kind, "why"), required=(kind, "why")))
        for kind in (INNOVATION, METHOD)
    }
    needed = ("id", "title", "summary", "introduction", "innovations")
    trails = _list(_object(TRAIL_FIELDS, stops, required=needed))
    return _whole("Cesty", _object(TRAILS_FIELDS, {"trails": trails}, required=("trails",)))


def officialese_schema() -> Document:
    """Return the schema of the list of officialese."""
    words = _list(_object(WORD_FIELDS, required=WORD_FIELDS))
    return _whole("Úřední slova", _object(OFFICIALESE_FIELDS, {"words": words}))


def schema_schema() -> Document:
    """Return the schema of a schema's file: the keywords that a field may have."""
    field = {"$ref": "#/definitions/field"}
    keywords = {name: _keyword(word.value) for name, word in {**KEYWORDS, **ANNOTATIONS}.items()}
    keywords["type"] = {"enum": list(TYPES)}
    keywords["properties"] = {"type": "object", "additionalProperties": field}
    keywords["items"] = field
    keywords["required"] = _TEXTS
    keywords["additionalProperties"] = {"const": False}
    section = {name: _keyword(value) for name, value in SECTION_FIELDS.items()}
    group = {name: _keyword(value) for name, value in GROUP_FIELDS.items()}
    top = {
        "$schema": {"type": "string"},
        GROUPS: _list(_closed(group)),
        SECTIONS: _list(_closed(section)),
    }
    whole = _closed({**keywords, **top})
    return _whole("Schéma", {**whole, "definitions": {"field": _closed(keywords)}})


def _keyword(value: Value) -> Document:
    if value is FLAG or value.phrase.startswith("má být true"):
        return _FLAG
    if value is TEXT:
        return _TEXT
    return {} if value is ANYTHING else _NUMBER


def _whole(title: str, document: Document) -> Document:
    return {"$schema": _DIALECT, "title": title, **document}


def _object(
    names: Iterable[str], special: Mapping[str, Document] = {}, *, required: Iterable[str] = ()
) -> Document:
    properties = {
        name: _named(name, special.get(name) or _KINDS.get(name, _TEXT)) for name in names
    }
    return {**_closed(properties), "required": list(required)}


def _named(name: str, document: Document) -> Document:
    return {**document, "description": _HELP[name]} if name in _HELP else document


def _closed(properties: Mapping[str, Document]) -> Document:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _list(item: Document) -> Document:
    return {"type": "array", "items": item}
