"""Links, chips, cards and the patterns of topics."""

import re
from typing import Any

import pytest
from made import make_innovation, make_term
from page_text import plain

from inspirace.related import Related
from inspirace.views.components import (
    Card,
    Chip,
    Link,
    innovation_card,
    is_long,
    related_card,
    short_place,
    term_chip,
    topic_pattern,
)
from inspirace.views.look import STATIC

CZECH = make_term("countries", "CZ", label="Česko")
SLOVENE = make_term("countries", "SI", label="Slovinsko")
ZLIN = make_term("regions", "zlinsky", label="Zlínský kraj")
ABROAD = make_term("regions", "zahranici", label="zahraničí")


@pytest.mark.parametrize(
    ("address", "is_outside"),
    [
        pytest.param("inovace/x/", False, id="within-the-site"),
        pytest.param("#zdroj-1", False, id="on-the-page"),
        pytest.param("https://example.org/", True, id="out"),
        pytest.param("HTTP://EXAMPLE.ORG/", True, id="out-in-capitals"),
        pytest.param("mailto:a@example.org", True, id="mail"),
        pytest.param("", False, id="nowhere"),
    ],
)
def test_a_link_knows_where_it_leads(address: str, is_outside: bool) -> None:  # noqa: FBT001
    link = Link("text", address)
    assert link.is_outside == is_outside


@pytest.mark.parametrize(
    ("given", "place"),
    [
        pytest.param({"country": CZECH, "municipality": "Zlín", "region": ZLIN}, "Zlín", id="home"),
        pytest.param({"country": CZECH, "region": ZLIN}, "Zlínský kraj", id="region"),
        pytest.param({"country": CZECH}, "Česko", id="country"),
        pytest.param(
            {"country": SLOVENE, "municipality": "Lublaň"}, "Lublaň, Slovinsko", id="abroad"
        ),
        pytest.param({"country": SLOVENE, "region": ABROAD}, "Slovinsko", id="abroad-no-place"),
    ],
)
def test_a_place_is_said_in_a_word_or_two(given: dict[str, Any], place: str) -> None:
    assert short_place(make_innovation("klub", **given)) == place


@pytest.mark.parametrize(
    ("status", "meta"),
    [
        pytest.param("bezi", "Česko · senioři", id="runs"),
        pytest.param("nezjisteno", "Česko · senioři", id="nobody-knows"),
        pytest.param("ukonceno", "Česko · senioři · ukonceno", id="ended"),
        pytest.param("namet", "Česko · senioři · namet", id="idea"),
    ],
)
def test_a_card_says_where_for_whom_and_what_is_unusual(status: str, meta: str) -> None:
    innovation = make_innovation(
        "klub",
        title="Klub v knihovně",
        status=make_term("case-status", status),
        target_groups=("senioři", "venkov"),
        topics=("osamelost", "komunita"),
    )
    assert innovation_card(innovation) == Card(
        title="Klub v\xa0knihovně",
        address="inovace/klub/",
        pattern=topic_pattern("osamelost"),
        meta=meta,
        text="Knihovna půjčuje stoly i\xa0pokoj.",
    )


def test_a_related_card_says_why_it_is_there_instead_of_its_summary() -> None:
    innovation = make_innovation("klub", topics=("osamelost",), target_groups=("senioři",))
    card = related_card(Related(innovation, ("doporučuje redakce", "stejné téma")))
    assert (card.text, card.meta, card.reason) == ("", "Česko", "doporučuje redakce, stejné téma")


def test_a_chip_says_its_kind_in_words_too() -> None:
    chip = term_chip(make_term("countries", "SI", label="Slovinsko"), 2)
    assert chip == Chip("Slovinsko", "zeme/si/", "place", "Země", 2)


@pytest.mark.parametrize(
    ("identifier", "pattern"),
    [
        pytest.param("osamelost", "pattern-7 pattern-tint-1 pattern-scale-0", id="loneliness"),
        pytest.param("zdravi", "pattern-6 pattern-tint-0 pattern-scale-1", id="health"),
        pytest.param("budouci-tema", "pattern-7 pattern-tint-1 pattern-scale-1", id="future"),
    ],
)
def test_a_topic_has_its_pattern_for_ever(identifier: str, pattern: str) -> None:
    assert topic_pattern(identifier) == pattern


def test_every_pattern_there_can_be_is_drawn() -> None:
    css = (STATIC / "inspirace.css").read_text(encoding="utf-8")
    chosen = " ".join(topic_pattern(str(number)) for number in range(2000)).split()
    assert set(chosen) == set(re.findall(r"\.(pattern-[\w-]+) \{", css))


@pytest.mark.parametrize(
    ("title", "long"),
    [
        pytest.param("Sdílené čtení nahlas pro každého", False, id="short"),
        pytest.param("Kurz" * 22, True, id="longest"),
    ],
)
def test_a_long_title_is_set_smaller(title: str, long: bool) -> None:  # noqa: FBT001
    assert is_long(plain(title)) is long
