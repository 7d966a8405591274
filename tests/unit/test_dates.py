"""Dates: what was meant by a date in another form."""

import pytest

from inspirace.rules.dates import right_date


@pytest.mark.parametrize(
    ("written", "month", "day"),
    [
        pytest.param("1. 3. 2021", "2021-03", "2021-03-01", id="czech"),
        pytest.param("01.03.2021", "2021-03", "2021-03-01", id="czech-without-spaces"),
        pytest.param("2021-3", "2021-03", "", id="short-month"),
        pytest.param("2021-3-1", "2021-03", "2021-03-01", id="short-day"),
        pytest.param("2021/03", "2021-03", "", id="slash"),
        pytest.param("2021–03", "2021-03", "", id="dash"),
        pytest.param("3/2021", "2021-03", "", id="month-first"),
        pytest.param("2021-03-01", "2021-03", "2021-03-01", id="day"),
        pytest.param("2021-03-01T10:00", "2021-03", "2021-03-01", id="with-time"),
        pytest.param("březen 2021", "2021-03", "", id="month-in-words"),
        pytest.param("1. března 2021", "2021-03", "2021-03-01", id="day-and-month-in-words"),
        pytest.param("červen 2020", "2020-06", "", id="june"),
        pytest.param("červenec 2020", "2020-07", "", id="july"),
        pytest.param("ZÁŘÍ 2020", "2020-09", "", id="capitals"),
        pytest.param("asi 2019", "2019", "", id="about"),
        pytest.param("od roku 2019", "2019", "", id="since"),
        pytest.param("2019–2021", "", "", id="two-years"),
        pytest.param("2021-13", "", "", id="no-such-month"),
        pytest.param("30. 2. 2021", "", "", id="no-such-day"),
        pytest.param("loni", "", "", id="no-date"),
        pytest.param("1. 3. 21", "", "", id="two-digit-year"),
        pytest.param("1. 3. 2021 " * 10_000, "", "", id="enormous"),
    ],
)
def test_the_date_meant_is_written_from_the_year_on(written: str, month: str, day: str) -> None:
    assert (right_date(written, "month"), right_date(written, "date")) == (month, day)
