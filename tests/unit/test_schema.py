"""Schemas: what is read of a schema file, fields by their path, the validator."""

import pytest
from made_schema import SMALL, read_schema, replaced

from inspirace.schema.fields import Field, Schema, SectionField


def read_small() -> Schema:
    schema, found = read_schema(SMALL)
    assert found == ()
    assert schema is not None
    return schema


def test_a_field_is_read_with_everything_about_it() -> None:
    assert read_small().fields["title"] == Field(
        name="title",
        label="Název",
        help="Co to je.",
        example="Čtení s pejsky",
        kind="string",
        required=True,
        annotations={
            "x-label": "Název",
            "x-help": "Co to je.",
            "x-example": "Čtení s pejsky",
            "x-group": "basics",
            "x-facet": "nazev",
        },
    )


def test_a_section_is_read_with_everything_about_it() -> None:
    assert read_small().sections == (
        SectionField(
            identifier="need",
            label="Potřeba",
            help="Co lidem chybělo.",
            example="Lidem chybělo místo.",
            required=True,
            minimum=5,
            maximum=100,
        ),
    )


def test_the_json_schema_has_numbers_flags_and_terms() -> None:
    document = read_small().document
    properties = document["properties"]
    assert isinstance(properties, dict)
    assert document["additionalProperties"] is False
    assert document["x-sections"] == [
        {
            "id": "need",
            "label": "Potřeba",
            "help": "Co lidem chybělo.",
            "example": "Lidem chybělo místo.",
            "required": True,
            "minLength": 5,
            "maxLength": 100,
        }
    ]
    assert properties["title"]["minLength"] == 5
    assert properties["topics"]["items"]["enum"] == ["zdravi"]
    assert properties["sources"]["x-editorial"] is True
    assert properties["sources"]["x-example"] == [{"url": "https://example.org/", "year": 2019}]


@pytest.mark.parametrize(
    ("path", "label"),
    [
        pytest.param(("title",), "Název", id="field"),
        pytest.param(("sources", 1, "url"), "Adresa", id="field-of-an-item"),
        pytest.param(("sources", 1), "Zdroj", id="item-with-its-own-label"),
        pytest.param(("topics", 0), "Témata", id="item-called-as-its-list"),
        pytest.param(("nazev",), None, id="unknown"),
        pytest.param(("title", 0), None, id="item-of-a-text"),
        pytest.param(("sources", 1, "nazev"), None, id="unknown-below"),
        pytest.param((), None, id="nothing"),
    ],
)
def test_a_field_is_found_by_its_path(path: tuple[str | int, ...], label: str | None) -> None:
    field = read_small().field(path)
    assert (field.label if field else None) == label


@pytest.mark.parametrize(
    ("record", "keywords"),
    [
        pytest.param({"title": "Čtení s pejsky"}, [], id="valid"),
        pytest.param({"title": "Čtení", "topics": ["zdravi"]}, [], id="term"),
        pytest.param({"title": "Čtení", "topics": ["marťani"]}, ["enum"], id="unknown-term"),
        pytest.param(
            {"title": "Čtení", "sources": [{"url": "www.x.cz", "year": 10}]},
            ["format", "minimum"],
            id="format-and-minimum",
        ),
        pytest.param({"nazev": "Čtení"}, ["additionalProperties", "required"], id="misnamed"),
    ],
)
def test_the_validator_says_what_is_wrong(record: object, keywords: list[str]) -> None:
    errors = read_small().validator.iter_errors(record)
    assert sorted(error.kind.name for error in errors) == keywords


@pytest.mark.parametrize("annotation", ["x-tisk", "x-label-en"])
def test_an_annotation_of_its_own_is_taken(annotation: str) -> None:
    schema, _ = read_schema(replaced("    x-facet: nazev", f"    {annotation}: ano"))
    assert schema is not None
    assert schema.fields["title"].annotations[annotation] == "ano"
