"""Dates: a day or a month that exists, written with hyphens from the year on."""

import re
from collections.abc import Iterator
from datetime import date

from inspirace.czech import fold
from inspirace.rules.refusals import Refusal, Worded, quoted

DAY, MONTH = "date", "month"

# Folded names of months; the longer of two that begin alike goes first.
_MONTHS = {
    "leden": 1, "ledn": 1, "unor": 2, "brez": 3, "duben": 4, "dubn": 4, "kvet": 5,
    "cervenec": 7, "cervenc": 7, "cerven": 6, "cervn": 6, "srpen": 8, "srpn": 8,
    "zari": 9, "rijen": 10, "rijn": 10, "listopad": 11, "prosin": 12,
}  # fmt: skip
_JOIN = r"\s*[-–—./ ]\s*"
_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4})"
_WRITTEN_AS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"{_YEAR}{_JOIN}{_MONTH}(?:{_JOIN}{_DAY})?(?:[t ].*)?\.?",
        rf"(?:{_DAY}{_JOIN})?{_MONTH}{_JOIN}{_YEAR}",
        rf"(?:{_DAY}\.?\s*)?(?P<name>[a-z]{{4,}})\s+{_YEAR}",
    )
)
_LIKELY_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d{2}(?!\d)", re.ASCII)
_LONGEST = 60

_ASKED = {
    DAY: ("bad-day", "Napište rok, měsíc a den, třeba 2026-11-22."),
    MONTH: ("bad-month", "Napište rok, nebo rok a měsíc, třeba 2019 nebo 2019-03."),
}


def bad_date(refusal: Refusal) -> Iterator[Worded]:
    """The date exists and is written from the year on."""
    written, asked = str(refusal.value), str(refusal.limit)
    name, advice = _ASKED[asked]
    read = _read(written)
    if read and not _exists(*read):
        year, month, day = read
        missing = f"{day}. {month}. {year}" if day else f"{month}. měsíc"
        yield refusal.told(
            "bad-date", "no-such-day", advice, value=quoted(written), missing=missing
        )
        return
    meant = right_date(written, asked)
    advice = f"Napište: {meant}" if meant else advice
    yield refusal.told("bad-date", name, advice, value=quoted(written))


def right_date(written: str, asked: str) -> str:
    """Return the date as the field asks for it, or an empty text where it cannot be told."""
    read = _read(written)
    if read and _exists(*read):
        year, month, day = read
        if asked == MONTH:
            return f"{year:04}-{month:02}"
        return f"{year:04}-{month:02}-{day:02}" if day else ""
    years = set(_LIKELY_YEAR.findall(written)) if len(written) <= _LONGEST else set()
    return years.pop() if asked == MONTH and len(years) == 1 and not read else ""


def _read(written: str) -> tuple[int, int, int] | None:
    """Return year, month and day (0 where none is written), or None where it is no date."""
    if len(written) > _LONGEST:
        return None
    for form in _WRITTEN_AS:
        if found := form.fullmatch(fold(written)):
            parts = found.groupdict(default="0")
            month = _month(parts["name"]) if "name" in parts else int(parts["month"])
            return (int(parts["year"]), month, int(parts["day"])) if month is not None else None
    return None


def _month(name: str) -> int | None:
    return next((month for start, month in _MONTHS.items() if name.startswith(start)), None)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day or 1)
    except ValueError:
        return False
    return True
