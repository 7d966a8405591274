"""Related innovations: whose choice, how near, and what is said about it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import make_innovation, make_term

from inspirace.records import Innovation
from inspirace.related import FACETS, SIZE, Relations, facet_values, value_weight


def related_to(first: Innovation, *others: Innovation, most: int = 6) -> list[tuple[str, ...]]:
    """Return slug and reasons of what is related to the first."""
    found = Relations([first, *others]).of(first.slug, most)
    return [(one.innovation.slug, *one.reasons) for one in found]


SMALL = make_term(SIZE, "do-500")


@pytest.mark.parametrize(
    ("shared", "reasons"),
    [
        pytest.param({"target_groups": ["seniori"]}, ["pro stejné lidi"], id="group"),
        pytest.param({"topics": ["zdravi"]}, ["stejné téma"], id="topic"),
        pytest.param({"service_types": ["klub"]}, ["stejný typ služby"], id="type"),
        pytest.param(
            {"topics": ["zdravi"], "settlement_size": SMALL},
            ["stejné téma", "podobně velká obec"],
            id="settlement-beside-a-topic",
        ),
        pytest.param(
            {
                "settlement_size": SMALL,
                "service_types": ["klub"],
                "topics": ["zdravi", "kultura"],
                "target_groups": ["seniori"],
            },
            ["pro stejné lidi", "stejné téma", "stejný typ služby", "podobně velká obec"],
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
        pytest.param({"settlement_size": SMALL}, id="settlement-alone"),
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


def lists_of(*identifiers: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(identifiers), max_size=3, unique=True)


SHARED = st.fixed_dictionaries(
    {
        "target_groups": lists_of("seniori", "deti", "rodice", "romove"),
        "topics": lists_of("zdravi", "kultura", "prace"),
        "service_types": lists_of("klub", "kurz"),
        "settlement_size": st.sampled_from([None, SMALL, make_term(SIZE, "do-2000")]),
        "related": lists_of("0", "1", "2", "neni").map(tuple),
    }
)


def count_related(innovations: Sequence[Innovation], index: int, most: int) -> list[str]:
    """Return the slugs that plain counting finds, pair by pair."""
    first = innovations[index]
    values = [set(facet_values(one)) for one in innovations]
    having = Counter(value for own in values for value in own)
    scores = [
        sum(value_weight(one[0], len(innovations), having[one]) for one in values[index] & own)
        for own in values
    ]
    near = [
        place
        for place, own in enumerate(values)
        if place != index and any(kind != SIZE for kind, _ in values[index] & own)
    ]
    near.sort(key=lambda place: (-scores[place], place))
    known = {one.slug for one in innovations} - {first.slug}
    chosen = [slug for slug in first.related if slug in known]
    computed = [innovations[place].slug for place in near]
    return list(dict.fromkeys([*chosen, *computed]))[:most]


@given(st.lists(SHARED, min_size=1, max_size=24), st.integers(1, 7))
def test_the_answers_are_those_of_plain_counting(shared: list[dict[str, Any]], most: int) -> None:
    innovations = [make_innovation(str(place), **one) for place, one in enumerate(shared)]
    relations = Relations(innovations)
    found = [[one.innovation.slug for one in relations.of(i.slug, most)] for i in innovations]
    assert found == [count_related(innovations, place, most) for place in range(len(innovations))]


def test_every_facet_weighs_something_even_if_all_have_it() -> None:
    assert [kind for kind in FACETS if value_weight(kind, 5, 5) < 1] == []
