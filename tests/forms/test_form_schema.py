"""The export has all of the schema: every field, every section, every term."""

import json
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any, cast

import pytest
from form_corpus import EDITOR_FILES, EXPORTED

from inspirace.schema.keywords import ARRAY, INTEGER, NUMBER, OBJECT, STRING

LIMITS: Mapping[str, tuple[str, ...]] = {
    STRING: ("minLength", "maxLength", "pattern", "format"),
    INTEGER: ("minimum", "maximum"),
    NUMBER: ("minimum", "maximum"),
    ARRAY: ("minItems", "maxItems", "uniqueItems"),
    OBJECT: (),
}
KINDS = [pytest.param(kind, id=kind) for kind in EDITOR_FILES.schemas]

Document = Mapping[str, Any]


def described(document: Document) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what the schema says of each field, by its path."""
    for name, one in document.get("properties", {}).items():
        inner = {"": one} | ({"[]": one["items"]} if "items" in one else {})
        for ending, part in inner.items():
            limits = {key: part[key] for key in LIMITS[part["type"]] if key in part}
            yield f"{name}{ending}", limits | {"kind": part["type"]}
            yield from ((f"{name}{ending}.{path}", said) for path, said in described(part))


def exported(fields: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what the export says of each field, by its path."""
    for one in fields:
        inner = {"": one} | ({"[]": one["item"]} if "item" in one else {})
        for ending, part in inner.items():
            said = {key: part[key] for key in (*LIMITS[part["kind"]], "kind") if key in part}
            yield f"{one['name']}{ending}", said
            within = exported(part.get("fields", []))
            yield from ((f"{one['name']}{ending}.{path}", rest) for path, rest in within)


@pytest.mark.parametrize("kind", KINDS)
def test_no_field_and_no_limit_of_the_schema_is_left_out(kind: str) -> None:
    told = cast("list[dict[str, Any]]", EXPORTED[kind]["fields"])
    assert dict(exported(told)) == dict(described(EDITOR_FILES.schemas[kind].document))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_its_words_and_every_asked_one_its_step(kind: str) -> None:
    told = cast("list[dict[str, Any]]", EXPORTED[kind]["fields"])
    groups = {group["id"] for group in cast("list[dict[str, str]]", EXPORTED[kind]["groups"])}
    assert [
        one["name"] for one in told if not (one["label"] and one["help"] and one["example"])
    ] == []
    assert {one["group"] for one in told} <= groups


@pytest.mark.parametrize("kind", KINDS)
def test_every_section_and_every_term_is_there(kind: str) -> None:
    sections = cast("list[dict[str, Any]]", EXPORTED[kind]["sections"])
    assert [one["id"] for one in sections] == [
        one.identifier for one in EDITOR_FILES.schemas[kind].sections
    ]
    vocabularies = cast("dict[str, Any]", EXPORTED[kind]["vocabularies"])
    assert {name: [term["id"] for term in one["terms"]] for name, one in vocabularies.items()} == {
        name: list(EDITOR_FILES.vocabularies[name].terms) for name in vocabularies
    }


def test_the_scripts_ask_only_for_sentences_and_places_that_are_there() -> None:
    sentences = cast("dict[str, str]", EXPORTED["innovation"]["sentences"])
    places = {place for text in sentences.values() for _, place, _, _ in Formatter().parse(text)}
    assert all(place is None or place.isalpha() for place in places)
    assert json.loads(json.dumps(sentences)) == sentences


def test_a_form_of_a_method_has_no_question_about_evidence() -> None:
    assert EXPORTED["method"]["defaults"] == {
        "verification": {"status": "neovereno", "date": "{date}"}
    }
