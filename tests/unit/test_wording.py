"""Wording: every keyword and format of a schema has its row, and every kind its sentence."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest
from made import make_front_matter

from inspirace.editor_files import load_editor_files
from inspirace.rules.addresses import FORMAT_WORDINGS
from inspirace.rules.casting import MOST_ITEMS
from inspirace.rules.fields import check_fields
from inspirace.rules.wording import WORDED
from inspirace.schema.fields import Field, Schema
from inspirace.schema.formats import FORMATS
from inspirace.schema.keywords import KEYWORDS

SAY_NOTHING_OF_VALUES = {"$schema", "properties", "items"}


def test_every_keyword_of_schemas_is_worded() -> None:
    assert set(WORDED) == set(KEYWORDS) - SAY_NOTHING_OF_VALUES | {"enum"}


def test_every_format_is_worded() -> None:
    assert set(FORMAT_WORDINGS) == set(FORMATS)


def test_no_list_of_a_schema_is_longer_than_what_is_looked_at(fixture_root: Path) -> None:
    for schema in load_editor_files(fixture_root).schemas.values():
        properties = cast("Mapping[str, Mapping[str, int]]", schema.document["properties"])
        limits = [one["maxItems"] for one in properties.values() if "items" in one]
        assert max(limits) <= MOST_ITEMS


HELP = "Nápověda pole."
NBSP = "\N{NO-BREAK SPACE}"


def find(keywords: Mapping[str, object], value: object) -> list[tuple[str, str, str]]:
    """Return code, message and help of what is found in a value of a field with the keywords."""
    kind = str(keywords["type"])
    field = Field(name="field", label="Pole", help=HELP, example="příklad", kind=kind)
    schema = Schema(
        kind="innovation",
        title="Případ",
        fields={"field": field},
        sections=(),
        document={"type": "object", "properties": {"field": keywords}},
    )
    checked = check_fields(make_front_matter({"field": value}), schema, {})
    return [(one.code, one.message, one.help) for one in checked.diagnostics]


@pytest.mark.parametrize(
    ("keywords", "value", "finding"),
    [
        pytest.param(
            {"type": "boolean"},
            "yes",
            ("wrong-kind", "Pole „Pole“: má tu být ano, nebo ne.", "Napište true, nebo false."),
            id="boolean",
        ),
        pytest.param(
            {"type": "number"},
            "půl",
            (
                "wrong-kind",
                "Pole „Pole“: má tu být číslo.",
                "Napište číslo s desetinnou tečkou, třeba příklad.",
            ),
            id="number",
        ),
        pytest.param(
            {"type": "null"},
            "x",
            ("wrong-kind", "Pole „Pole“: hodnota je jiného druhu, než má být.", HELP),
            id="another-kind",
        ),
        pytest.param(
            {"type": "string", "pattern": "^[0-9]{3}$"},
            "12",
            (
                "wrong-kind",
                "Pole „Pole“: „12“ má jinou podobu, než má mít.",
                "Napište ho třeba takto: příklad",
            ),
            id="pattern",
        ),
        pytest.param(
            {"type": "integer"},
            ["1"],
            (
                "wrong-kind",
                "Pole „Pole“: má tu být jedno celé číslo.",
                "Napište ho jen číslicemi, třeba příklad.",
            ),
            id="list-for-a-whole-number",
        ),
        pytest.param(
            {"type": "number", "minimum": 0.5},
            "0.25",
            (
                "out-of-range",
                "Pole „Pole“: 0.25 je příliš málo, nejmenší možná hodnota je 0.5.",
                HELP,
            ),
            id="minimum",
        ),
        pytest.param(
            {"type": "string", "minLength": 2, "maxLength": 3, "pattern": "^a"},
            "b",
            (
                "wrong-kind",
                "Pole „Pole“: „b“ má jinou podobu, než má mít.",
                "Napište ho třeba takto: příklad",
            ),
            id="form-goes-before-length",
        ),
        pytest.param(
            {"type": "string", "maxLength": 3},
            "x" * 1005,
            (
                "too-long",
                f"Pole „Pole“: text má 1{NBSP}005{NBSP}znaků, nejvýš jich může být 3.",
                f"Zkraťte ho o 1{NBSP}002{NBSP}znaků.",
            ),
            id="counts-in-thousands",
        ),
    ],
)
def test_a_value_is_worded_once(
    keywords: Mapping[str, object], value: object, finding: tuple[str, str, str]
) -> None:
    assert find(keywords, value) == [finding]


@pytest.mark.parametrize(
    ("keywords", "value"),
    [
        pytest.param({"type": "boolean"}, "true", id="boolean"),
        pytest.param({"type": "number", "minimum": 0.5}, "0.5", id="number"),
        pytest.param({"type": "string", "pattern": "^[0-9]{3}$"}, "123", id="pattern"),
    ],
)
def test_a_right_value_is_not_worded(keywords: Mapping[str, object], value: object) -> None:
    assert find(keywords, value) == []


def test_a_long_value_is_quoted_without_its_end() -> None:
    [(_, message, _)] = find({"type": "string", "pattern": "^a"}, "b" * 500)
    assert message == f"Pole „Pole“: „{'b' * 80}…“ má jinou podobu, než má mít."
