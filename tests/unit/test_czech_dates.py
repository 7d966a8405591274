"""Dates in Czech words."""

import pytest
from page_text import plain

from inspirace.czech_dates import month_and_year, time_span, whole_date


@pytest.mark.parametrize(
    ("date", "month", "whole"),
    [
        pytest.param("2026", "2026", "2026", id="year"),
        pytest.param("2026-11", "listopad 2026", "listopad 2026", id="month"),
        pytest.param("2026-01-09", "leden 2026", "9. ledna 2026", id="day"),
        pytest.param("2026-12-31", "prosinec 2026", "31. prosince 2026", id="last-day"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(date: str, month: str, whole: str) -> None:
    assert (plain(month_and_year(date)), plain(whole_date(date))) == (month, whole)


@pytest.mark.parametrize(
    ("started", "ended", "said"),
    [
        pytest.param("", "", "", id="nothing"),
        pytest.param("2005", "", "od roku 2005", id="since-a-year"),
        pytest.param("2010-08", "", "od srpna 2010", id="since-a-month"),
        pytest.param("", "2012", "do roku 2012", id="until-a-year"),
        pytest.param("", "2012-05", "do května 2012", id="until-a-month"),
        pytest.param("2005", "2010", "2005–2010", id="years"),
        pytest.param("2010", "2010", "2010", id="one-year"),
        pytest.param("2010-08", "2012-05", "od srpna 2010 do května 2012", id="months"),
        pytest.param("2010-08", "2012", "od srpna 2010 do roku 2012", id="month-and-year"),
    ],
)
def test_a_span_says_what_is_known_of_it(started: str, ended: str, said: str) -> None:
    assert plain(time_span(started, ended)) == said


def test_a_span_stays_on_one_line_where_it_can() -> None:
    assert time_span("2005", "") == "od\xa0roku\xa02005"
