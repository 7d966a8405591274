"""Related innovations: whose choice, how near, and what is said about it."""

from typing import Any

import pytest
from made import make_innovation, make_term

from inspirace.records import Innovation
from inspirace.related import find_related


def related_to(first: Innovation, *others: Innovation, most: int = 6) -> list[tuple[str, ...]]:
    """Return slug and reasons of what is related to the first."""
    found = find_related([first, *others], most)[first.slug]
    return [(one.innovation.slug, *one.reasons) for one in found]


SIZE = make_term("settlement-size", "do-500")


@pytest.mark.parametrize(
    ("shared", "reasons"),
    [
        pytest.param({"target_groups": ["seniori"]}, ["stejná cílová skupina"], id="group"),
        pytest.param({"topics": ["zdravi"]}, ["stejné téma"], id="topic"),
        pytest.param({"service_types": ["klub"]}, ["stejný typ služby"], id="type"),
        pytest.param(
            {"topics": ["zdravi"], "settlement_size": SIZE},
            ["stejné téma", "podobně velká obec"],
            id="settlement-beside-a-topic",
        ),
        pytest.param(
            {
                "settlement_size": SIZE,
                "service_types": ["klub"],
                "topics": ["zdravi", "kultura"],
                "target_groups": ["seniori"],
            },
            ["stejná cílová skupina", "stejné téma", "stejný typ služby", "podobně velká obec"],
            id="all-each-once",
        ),
    ],
)
def test_the_reason_says_what_is_shared(shared: dict[str, Any], reasons: list[str]) -> None:
    first, second = make_innovation("a", **shared), make_innovation("b", **shared)
    assert related_to(first, second) == [("b", *reasons)]


@pytest.mark.parametrize(
    "shared",
    [
        pytest.param({"settlement_size": SIZE}, id="settlement-alone"),
        pytest.param({"programme_activities": ["kurzy"]}, id="activity-alone"),
        pytest.param({}, id="country-alone"),
    ],
)
def test_too_little_in_common_is_no_relation(shared: dict[str, Any]) -> None:
    assert related_to(make_innovation("a", **shared), make_innovation("b", **shared)) == []


def test_a_shared_group_weighs_more_than_a_shared_topic() -> None:
    first = make_innovation("a", topics=["zdravi"], target_groups=["seniori"])
    topic = make_innovation("b", topics=["zdravi"])
    group = make_innovation("c", target_groups=["seniori"])
    assert [slug for slug, *_ in related_to(first, topic, group)] == ["c", "b"]


def test_a_rare_topic_weighs_more_than_a_common_one() -> None:
    first = make_innovation("a", topics=["bezne", "vzacne"])
    common = [make_innovation(slug, topics=["bezne"]) for slug in ("b", "c", "d")]
    rare = make_innovation("e", topics=["vzacne"])
    assert [slug for slug, *_ in related_to(first, *common, rare)] == ["e", "b", "c", "d"]


def test_the_editors_choice_comes_first_in_its_order() -> None:
    first = make_innovation("a", topics=["zdravi"], related=("d", "c", "neni", "a"))
    others = [
        make_innovation("b", topics=["zdravi"]),
        make_innovation("c", topics=["zdravi"]),
        make_innovation("d"),
    ]
    assert related_to(first, *others) == [
        ("d", "doporučuje redakce"),
        ("c", "doporučuje redakce", "stejné téma"),
        ("b", "stejné téma"),
    ]


def test_only_so_many_are_shown_and_ties_keep_the_order_given() -> None:
    many = [make_innovation(slug, topics=["zdravi"]) for slug in ("a", "d", "c", "b")]
    assert [slug for slug, *_ in related_to(*many, most=2)] == ["d", "c"]


def test_an_innovation_alone_has_no_relations() -> None:
    assert related_to(make_innovation("a", topics=["zdravi"])) == []
