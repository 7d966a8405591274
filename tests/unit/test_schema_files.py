"""JSON Schemas for other programs: standard, with terms, and what the check finds good passes."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from support import PROJECT

from inspirace.catalogue import Catalogue
from inspirace.drafts import make_draft
from inspirace.editor_files import KINDS, load_editor_files
from inspirace.load import FOLDERS, load_catalogue
from inspirace.outputs.schema_files import build_schema_files, public_schema
from inspirace.site.page import Site
from inspirace.vocabularies import Term, Vocabulary

ADDRESS = "https://knihovna.example/inspirace/"
INVENTED: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "x-label": "Případ",
    "x-help": "Jedna služba.",
    "type": "object",
    "properties": {
        "topics": {
            "type": "array",
            "x-label": "Témata",
            "x-help": "Čeho se to týká.",
            "x-example": ["zdravi"],
            "items": {"type": "string", "x-vocabulary": "topics", "enum": ["zdravi", "stari"]},
        },
        "licence": {"type": "string", "x-default": "CC-BY-4.0", "x-dc": "dcterms:license"},
        "url": {"type": "string", "format": "address", "maxLength": 9},
    },
}


@cache
def load(root: Path) -> Catalogue:
    return load_catalogue(root).catalogue


def written(root: Path, url: str = ADDRESS) -> dict[str, dict[str, Any]]:
    """Return the schemas of a catalogue by their paths in the site."""
    files = build_schema_files(load(root), Site("Katalog", url))
    return {one.path: json.loads(one.content) for one in files}


def validator(root: Path, kind: str) -> jsonschema_rs.Draft202012Validator:
    document = written(root)[f"schema/{kind}/v1.json"]
    return jsonschema_rs.Draft202012Validator(document, validate_formats=True, offline=True)


def checked(root: Path, kind: str) -> dict[str, Mapping[str, object]]:
    """Return what the check reads in the front matter of each record of a catalogue, by file."""
    editor_files = load_editor_files(root)
    paths = sorted((root / "content" / FOLDERS[kind]).glob("*.md"))
    drafts = (make_draft(kind, one.name, one.read_bytes(), editor_files, ()) for one in paths)
    return {draft.path: draft.values for draft in drafts}


def test_a_schema_says_in_standard_words_what_ours_says() -> None:
    terms = [Term("zdravi", "topics", "zdraví"), Term("stari", "topics", "stáří")]
    topics = Vocabulary("topics", "Témata", terms={one.id: one for one in terms})
    assert public_schema(INVENTED, {"topics": topics}, f"{ADDRESS}v1.json") == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://knihovna.example/inspirace/v1.json",
        "title": "Případ",
        "description": "Jedna služba.",
        "type": "object",
        "properties": {
            "topics": {
                "type": "array",
                "title": "Témata",
                "description": "Čeho se to týká.",
                "examples": [["zdravi"]],
                "items": {
                    "type": "string",
                    "x-vocabulary": "topics",
                    "enum": ["zdravi", "stari"],
                    "enumDescriptions": ["zdraví", "stáří"],
                },
            },
            "licence": {"type": "string", "default": "CC-BY-4.0", "x-dc": "dcterms:license"},
            "url": {"type": "string", "pattern": "^https?://", "maxLength": 9},
        },
    }


def test_each_kind_has_a_schema_at_its_address(fixture_root: Path) -> None:
    assert {path: one["$id"] for path, one in written(fixture_root).items()} == {
        "schema/innovation/v1.json": f"{ADDRESS}schema/innovation/v1.json",
        "schema/method/v1.json": f"{ADDRESS}schema/method/v1.json",
    }


def test_a_site_without_an_address_gives_its_schemas_no_identifier(fixture_root: Path) -> None:
    assert {path: "$id" in one for path, one in written(fixture_root, "").items()} == {
        "schema/innovation/v1.json": False,
        "schema/method/v1.json": False,
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_a_valid_one(kind: str, fixture_root: Path) -> None:
    document = written(fixture_root)[f"schema/{kind}/v1.json"]
    jsonschema_rs.meta.validate(document)
    assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_vocabulary_has_its_terms(kind: str, fixture_root: Path) -> None:
    listed = dict(enumerations(written(fixture_root)[f"schema/{kind}/v1.json"]))
    vocabularies = load(fixture_root).vocabularies
    assert listed == {name: list(vocabularies[name].terms) for name in listed}
    assert {"innovation": "target-groups", "method": "method-phases"}[kind] in listed


def enumerations(document: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Return each vocabulary that is named anywhere in a schema, with the terms beside it."""
    own = [(document["x-vocabulary"], document["enum"])] if "x-vocabulary" in document else []
    inner = list(document.get("properties", {}).values())
    inner += [document["items"]] if "items" in document else []
    return own + [pair for one in inner for pair in enumerations(one)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("content", ["fixture", "own"])
def test_what_the_check_finds_good_is_valid(kind: str, content: str, fixture_root: Path) -> None:
    root = fixture_root if content == "fixture" else PROJECT
    good = validator(root, kind)
    found = [
        (path, error.message)
        for path, values in checked(root, kind).items()
        for error in good.iter_errors(values)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("field", "value", "valid"),
    [
        pytest.param("status", "běží", False, id="unknown-term"),
        pytest.param("started", "březen 2021", False, id="bad-date"),
        pytest.param("started", 2019, True, id="year-as-a-number"),
        pytest.param("sources", [], False, id="too-few"),
        pytest.param("library_url", "www.knihovna.cz", False, id="bad-address"),
        pytest.param("aliases", ["Kurz mobilu"], False, id="bad-identifier"),
        pytest.param("titel", "Klub", False, id="unknown-field"),
    ],
)
def test_one_field_decides(field: str, value: object, valid: bool, fixture_root: Path) -> None:  # noqa: FBT001 - a column of the table
    good = checked(fixture_root, "innovation")["cteni-s-pejsky.md"]
    assert validator(fixture_root, "innovation").is_valid({**good, field: value}) is valid
