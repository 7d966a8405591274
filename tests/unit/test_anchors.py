"""Anchors: the same as the generator makes."""

from importlib import import_module

import pytest

from inspirace.markdown.anchors import PageAnchors, heading_anchor

# Of the generator's own; it has no types.
slugify = import_module("markdown.extensions.toc").slugify


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        pytest.param("Potřeba", "potreba", id="one-word"),
        pytest.param("Co se nepovedlo a poučení", "co-se-nepovedlo-a-pouceni", id="words"),
        pytest.param("Jak to přenést k vám?", "jak-to-prenest-k-vam", id="punctuation"),
        pytest.param("0 – zmínka", "0-zminka", id="dash"),
        pytest.param("k\N{NO-BREAK SPACE}lidem", "k-lidem", id="non-breaking-space"),
        pytest.param("Łódź, Straße", "odz-strae", id="letters-without-a-base-are-lost"),
        pytest.param("a_b  -  c", "a_b-c", id="gaps"),
        pytest.param("日本", "", id="nothing-left"),
    ],
)
def test_an_anchor_is_plain_and_as_the_generator_makes_it(title: str, anchor: str) -> None:
    assert (heading_anchor(title), slugify(title, "-")) == (anchor, anchor)


def test_an_anchor_that_is_taken_gets_a_number() -> None:
    anchors = PageAnchors(["dane"])
    titles = ["Data", "Data", "Data", "Dáně", "日本", "data_1", "data_7", "Data 7", "data_7"]
    assert [anchors.add(title) for title in titles] == [
        *("data", "data_1", "data_2", "dane_1", "_1", "data_3", "data_7", "data-7", "data_8")
    ]
