"""The script that lists countries: what it fills in, what it leaves, when it is done."""

from collections.abc import Mapping

import pytest
import yaml
from update_countries import update

from inspirace.vocabulary_reader import parse_vocabulary

WRITTEN = """\
# Poznámka nahoře zůstane.
title: Země
overrides:
  GB: Velká Británie

terms:
  - id: CZ
    label: Stará jména se přepíšou
    synonyms:
      - ČR
  - id: XX
    label: Země, která není
"""


def terms_of(text: str) -> Mapping[str, Mapping[str, object]]:
    return {term["id"]: term for term in yaml.safe_load(text)["terms"]}


@pytest.mark.parametrize(
    ("code", "term"),
    [
        pytest.param(
            "CZ",
            {
                "id": "CZ",
                "label": "Česko",
                "label_en": "Czechia",
                "synonyms": ["ČR"],
                "code": "203",
            },
            id="synonyms-stay",
        ),
        pytest.param(
            "GB",
            {"id": "GB", "label": "Velká Británie", "label_en": "United Kingdom", "code": "826"},
            id="another-name-is-meant",
        ),
        pytest.param(
            "AL",
            {"id": "AL", "label": "Albánie", "label_en": "Albania", "code": "008"},
            id="number-stays-a-text",
        ),
    ],
)
def test_a_country_is_filled_in(code: str, term: Mapping[str, object]) -> None:
    assert terms_of(update(WRITTEN))[code] == term


def test_only_countries_of_the_standard_are_listed_in_order() -> None:
    codes = list(terms_of(update(WRITTEN)))
    assert codes == sorted(codes)
    assert len(codes) == 249
    assert "XX" not in codes


def test_what_stands_above_the_terms_stays() -> None:
    head, _, _ = WRITTEN.partition("\nterms:\n")
    assert update(WRITTEN).startswith(f"{head}\nterms:\n")


def test_a_second_run_changes_nothing() -> None:
    once = update(WRITTEN)
    assert update(once) == once


def test_what_it_writes_is_a_vocabulary() -> None:
    raw = yaml.load(update(WRITTEN), Loader=yaml.CBaseLoader)  # noqa: S506  it makes texts only
    assert parse_vocabulary("countries", raw).terms["NO"].label == "Norsko"
