"""Dates as Czech people write them, from `YYYY`, `YYYY-MM` and `YYYY-MM-DD`."""

from inspirace.czech import NON_BREAKING_SPACE as NBSP

_MONTHS = (
    ("leden", "ledna"),
    ("únor", "února"),
    ("březen", "března"),
    ("duben", "dubna"),
    ("květen", "května"),
    ("červen", "června"),
    ("červenec", "července"),
    ("srpen", "srpna"),
    ("září", "září"),
    ("říjen", "října"),
    ("listopad", "listopadu"),
    ("prosinec", "prosince"),
)


def month_and_year(date: str) -> str:
    """Return „listopad 2026“, or the year alone where the date has no month."""
    year, month, _ = _parts(date)
    return f"{_MONTHS[month - 1][0]}{NBSP}{year}" if month else year


def whole_date(date: str) -> str:
    """Return „22. listopadu 2026“, or as much of it as the date has."""
    year, month, day = _parts(date)
    if not day:
        return month_and_year(date)
    return f"{day}.{NBSP}{_MONTHS[month - 1][1]}{NBSP}{year}"


def time_span(started: str, ended: str) -> str:
    """Return „od roku 2005“, „2005–2010“, „od srpna 2010 do května 2012“, or an empty text."""
    if not ended:
        return f"od{NBSP}{_genitive(started)}" if started else ""
    if not started:
        return f"do{NBSP}{_genitive(ended)}"
    if len(started) == len(ended) == len("2005"):
        return started if started == ended else f"{started}–{ended}"
    return f"od{NBSP}{_genitive(started)} do{NBSP}{_genitive(ended)}"


def _genitive(date: str) -> str:
    year, month, _ = _parts(date)
    return f"{_MONTHS[month - 1][1]}{NBSP}{year}" if month else f"roku{NBSP}{year}"


def _parts(date: str) -> tuple[str, int, int]:
    year, month, day = (*date.split("-"), "0", "0")[:3]
    return year, int(month), int(day)
