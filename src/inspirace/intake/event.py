"""Events: the file in which GitHub hands an issue over to a workflow."""

import json
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from inspirace.reading.files import obstacle
from inspirace.schema.formats import is_date

# An issue has 65,536 signs, each at most twelve bytes of JSON; the rest is about a hundred kB.
MAX_EVENT_BYTES = 4 * 1024 * 1024
_SURROGATE = re.compile("[\ud800-\udfff]")  # half of a sign, which no file can hold
_MOST = 10**9  # of issues; a longer number is no number of an issue


class EventError(Exception):
    """The file is no event of an issue; the message is a Czech sentence."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What somebody sent: everything in it but the number and the date is a stranger's text."""

    number: int
    title: str
    body: str
    date: str


def read_issue(path: Path) -> Issue:
    """Return the issue of an event's file, or raise EventError."""
    content = _read(path)
    try:
        event = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise EventError(f"Soubor „{path}“ není událost GitHubu: není to JSON.") from error
    issue = _mapping(_mapping(event).get("issue"))
    number, title, body = issue.get("number"), issue.get("title"), issue.get("body") or ""
    date = str(issue.get("created_at", ""))[: len("2026-01-31")]
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < _MOST:
        raise EventError(f"Soubor „{path}“ není událost žádosti (issue): nemá její číslo.")
    if not isinstance(title, str) or not isinstance(body, str) or not is_date(date):
        raise EventError(f"Soubor „{path}“ není událost žádosti (issue): nemá její text a datum.")
    return Issue(number, _SURROGATE.sub("\ufffd", title), _SURROGATE.sub("\ufffd", body), date)


def _read(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise EventError(f"Událost „{path}“ není obyčejný soubor.")
        with path.open("rb") as file:
            content = file.read(MAX_EVENT_BYTES + 1)
    except OSError as error:
        raise EventError(f"Událost „{path}“ nejde přečíst: {obstacle(error)}.") from error
    except ValueError as error:
        raise EventError("Cesta k události má v sobě znak, který tam být nesmí.") from error
    if len(content) > MAX_EVENT_BYTES:
        raise EventError(f"Událost „{path}“ je větší než všechny, které GitHub posílá.")
    return content


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}
