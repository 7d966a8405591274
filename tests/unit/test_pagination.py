"""Long lists by pages of fifty."""

import pytest
from made import make_innovation

from inspirace.views.pagination import ListPage, list_pages


def pages(count: int) -> tuple[ListPage, ...]:
    innovations = [
        make_innovation(f"klub-{number}", topics=("zdravi",), target_groups=("seniori",))
        for number in range(count)
    ]
    return tuple(list_pages("temata/zdravi/", innovations, lambda _: b""))


def steps(page: ListPage) -> str:
    shown = (f"[{one.link.text}]" if one.is_current else one.link.text for one in page.steps)
    return " ".join(shown)


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        pytest.param(0, [0], id="none"),
        pytest.param(1, [1], id="one"),
        pytest.param(50, [50], id="one-page"),
        pytest.param(51, [50, 1], id="one-more"),
    ],
)
def test_a_list_has_fifty_entries_a_page(count: int, sizes: list[int]) -> None:
    assert [len(page.cards) for page in pages(count)] == sizes


def test_further_pages_have_their_own_address_and_suffix() -> None:
    first, second = pages(51)
    assert [
        (page.address, page.suffix, bool(page.previous), bool(page.following))
        for page in (first, second)
    ] == [
        ("temata/zdravi/", "", False, True),
        ("temata/zdravi/strana/2/", " – strana\xa02", True, False),
    ]


def test_the_way_to_the_first_page_is_the_address_of_the_list() -> None:
    second = pages(51)[1]
    assert second.previous is not None
    assert second.previous.address == "temata/zdravi/"


@pytest.mark.parametrize(
    ("count", "number", "shown"),
    [
        pytest.param(10, 1, "", id="one-page-has-none"),
        pytest.param(120, 2, "1 [2] 3", id="few"),
        pytest.param(600, 1, "[1] 2 3 … 12", id="first"),
        pytest.param(600, 6, "1 … 4 5 [6] 7 8 … 12", id="middle"),
        pytest.param(600, 12, "1 … 10 11 [12]", id="last"),
    ],
)
def test_the_pager_names_the_ends_and_the_neighbours(count: int, number: int, shown: str) -> None:
    assert steps(pages(count)[number - 1]) == shown
