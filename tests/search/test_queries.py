"""The judged queries are well formed: known classes, records that exist, a third held out."""

import unicodedata
from collections import Counter
from typing import NotRequired, TypedDict, cast

import pytest
import yaml
from support import PROJECT

CLASSES = (
    "exact",
    "inflected",
    "no-diacritics",
    "synonym",
    "typo",
    "prefix",
    "multiword",
    "facet",
    "outside-synonym",
    "nothing",
)
REQUIRED = {"query", "class", "judgements"}
FIELDS = REQUIRED | {"held_out"}
FOLDERS = {"innovation": "innovations", "method": "methods"}

JudgedQuery = TypedDict(
    "JudgedQuery",
    {"query": str, "class": str, "held_out": NotRequired[bool], "judgements": dict[str, int]},
)


def load_queries() -> list[JudgedQuery]:
    text = (PROJECT / "tests" / "search" / "queries.yml").read_text(encoding="utf-8")
    return cast("list[JudgedQuery]", yaml.safe_load(text)["queries"])


QUERIES = load_queries()


def fold(query: str) -> str:
    """Return the query as search must see it: no case, no diacritics, no extra spaces."""
    letters = unicodedata.normalize("NFD", query.casefold())
    return " ".join("".join(one for one in letters if not unicodedata.combining(one)).split())


def list_records() -> set[str]:
    return {
        f"{kind}/{path.stem}"
        for kind, folder in FOLDERS.items()
        for path in (PROJECT / "content" / folder).glob("*.md")
    }


def test_every_query_has_its_fields_and_no_other() -> None:
    assert [one for one in QUERIES if not REQUIRED <= set(one) <= FIELDS] == []


def test_every_query_is_a_tidy_text() -> None:
    assert [one["query"] for one in QUERIES if one["query"] != " ".join(one["query"].split())] == []


def test_there_are_queries_enough() -> None:
    assert len(QUERIES) >= 120


def test_every_class_is_known() -> None:
    assert {one["class"] for one in QUERIES} == set(CLASSES)


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_has_queries_enough(name: str) -> None:
    assert Counter(one["class"] for one in QUERIES)[name] >= 8


@pytest.mark.parametrize("name", CLASSES)
def test_every_third_query_of_a_class_is_held_out(name: str) -> None:
    held_out = [one.get("held_out", False) for one in QUERIES if one["class"] == name]
    assert held_out == [number % 3 == 0 for number in range(1, len(held_out) + 1)]


def test_a_third_is_held_out() -> None:
    assert sum(one.get("held_out", False) for one in QUERIES) * 3 == len(QUERIES)


def test_no_query_is_there_twice() -> None:
    times = Counter(fold(one["query"]) for one in QUERIES)
    assert [query for query, count in times.items() if count > 1] == []


def test_every_judged_record_exists() -> None:
    judged = {record for one in QUERIES for record in one["judgements"]}
    assert judged - list_records() == set()


def test_every_grade_is_one_two_or_three() -> None:
    assert {grade for one in QUERIES for grade in one["judgements"].values()} == {1, 2, 3}


def test_only_the_class_nothing_has_no_answer() -> None:
    without = {one["query"] for one in QUERIES if not one["judgements"]}
    assert without == {one["query"] for one in QUERIES if one["class"] == "nothing"}


def test_queries_without_diacritics_have_none() -> None:
    typed = [one["query"] for one in QUERIES if one["class"] == "no-diacritics"]
    assert typed == [fold(query) for query in typed]
