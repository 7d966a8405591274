"""Formats: what a text must look like where the schema names a format."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspirace.schema.formats import FORMATS, PLAIN_ADDRESS, is_address


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("address", "https://www.knihovna.cz/akce?id=1&x=%C4%8D#top", id="query"),
        pytest.param("address", "http://komunitni.knihovna.cz:8080/", id="port"),
        pytest.param("address", "https://www.čtenář.cz/článek", id="czech-letters"),
        pytest.param("address", "https://example.org/a|b{c}", id="old-system"),
        pytest.param("date", "2024-02-29", id="leap-day"),
        pytest.param("month", "2019", id="year"),
        pytest.param("month", "2019-12", id="month"),
        pytest.param("email", "detske.oddeleni+akce@mk-trinec.cz", id="email"),
        pytest.param("slug", "cteni-s-pejsky-2", id="slug"),
        pytest.param("image-file", "cteni-s-pejsky/u-okna.jpg", id="image"),
        pytest.param("image-file", "pes.webp", id="image-without-a-folder"),
    ],
)
def test_a_text_of_the_form_is_taken(name: str, text: str) -> None:
    assert FORMATS[name](text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("address", "www.knihovna.cz", id="no-scheme"),
        pytest.param("address", "ftp://knihovna.cz/", id="ftp"),
        pytest.param("address", "javascript:alert(1)", id="script"),
        pytest.param("address", "https://", id="no-host"),
        pytest.param("address", "https://knihovna", id="host-without-a-dot"),
        pytest.param("address", "https:///cesta", id="empty-host"),
        pytest.param("address", "https://knihovna.cz/dva slova", id="space"),
        pytest.param("address", "https://knihovna.cz/\N{NO-BREAK SPACE}a", id="hard-space"),
        pytest.param("address", 'https://knihovna.cz/"onclick=', id="quote"),
        pytest.param("address", "https://banka.cz@zly.cz/", id="user-before-the-host"),
        pytest.param("address", "https://[knihovna.cz/", id="bracket"),
        pytest.param("address", "https://knihovna.cz:99999/", id="port-that-is-not"),
        pytest.param("date", "2026-02-30", id="day-that-is-not"),
        pytest.param("date", "2026-2-3", id="short"),
        pytest.param("date", "3. 2. 2026", id="czech-date"),
        pytest.param("date", "20260203", id="date-without-hyphens"),
        pytest.param("date", "2026-W05-1", id="week"),
        pytest.param("date", "٢٠٢٦-٠٢-٠٣", id="other-digits"),
        pytest.param("month", "2019-13", id="month-that-is-not"),
        pytest.param("month", "2019-3", id="short-month"),
        pytest.param("month", "0019", id="year-with-a-zero"),
        pytest.param("month", "2019-03-01", id="day-for-a-month"),
        pytest.param("email", "deti(zavináč)knihovna.cz", id="no-at"),
        pytest.param("email", "deti@knihovna", id="email-without-a-dot"),
        pytest.param("email", "a@b.cz, c@d.cz", id="two-emails"),
        pytest.param("slug", "Čtení s pejsky", id="title"),
        pytest.param("slug", "cteni--s", id="two-hyphens"),
        pytest.param("slug", "cteni\n", id="line-end"),
        pytest.param("image-file", "../tajne/u-okna.jpg", id="way-up"),
        pytest.param("image-file", "/u-okna.jpg", id="from-the-root"),
        pytest.param("image-file", "U okna.JPG", id="capitals"),
        pytest.param("image-file", "u-okna.svg", id="drawing"),
    ],
)
def test_a_text_of_another_form_is_refused(name: str, text: str) -> None:
    assert not FORMATS[name](text)


def test_a_long_host_is_refused_at_once() -> None:
    assert not FORMATS["address"]("https://" + "a-" * 30_000 + "!.cz")
    assert not FORMATS["email"]("a@" + "b-" * 30_000 + "!.cz")


@given(st.from_regex(PLAIN_ADDRESS, fullmatch=True))
def test_an_address_that_is_taken_at_once_would_be_taken_apart_too(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("inspirace.schema.formats.PLAIN_ADDRESS", re.compile("(?!)"))
        assert is_address(text)
