"""The file of an event is read with care, whatever is in it."""

import json
import os
from pathlib import Path

import pytest
from filled_forms import event

from inspirace.intake.event import MAX_EVENT_BYTES, EventError, Issue, read_issue


def issue(body: str) -> Issue:
    return Issue(12, "Nový případ: Kavárna", body, "2026-11-25")


def write(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "event.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("content", "read"),
    [
        pytest.param(event("Text"), issue("Text"), id="a"),
        pytest.param(event(None), issue(""), id="empty"),
        pytest.param(
            event("🐕" * 65_000),
            issue("🐕" * 65_000),
            id="as-long-as-an-issue-can-be",
        ),
    ],
)
def test_an_issue_is_read(tmp_path: Path, content: str, read: Issue) -> None:
    assert read_issue(write(tmp_path, content)) == read


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "není to JSON", id="empty"),
        pytest.param(b"{", "není to JSON", id="cut"),
        pytest.param(b"\xff\xfe\x00", "není to JSON", id="bytes"),
        pytest.param("[" * 200_000, "není to JSON", id="deep"),
        pytest.param("1" * 10_000, "není to JSON", id="a-number-too-long"),
        pytest.param("[]", "nemá její číslo", id="a-list"),
        pytest.param("null", "nemá její číslo", id="nothing"),
        pytest.param('{"pull_request": {}}', "nemá její číslo", id="another-event"),
        pytest.param('{"issue": []}', "nemá její číslo", id="an-issue-that-is-a-list"),
        pytest.param(event("a", number="12"), "nemá její číslo", id="a-number-as-text"),
        pytest.param(event("a", number=True), "nemá její číslo", id="a-number-as-truth"),
        pytest.param(event("a", number=-1), "nemá její číslo", id="a-number-below-nought"),
        pytest.param(event(["a"]), "nemá její text a datum", id="a-body-that-is-a-list"),
        pytest.param(event("a", title=None), "nemá její text a datum", id="no-title"),
        pytest.param(
            json.dumps({"issue": {"number": 1, "title": "a", "body": "b", "created_at": "dnes"}}),
            "nemá její text a datum",
            id="no-date",
        ),
        pytest.param(b" " * (MAX_EVENT_BYTES + 1), "je větší než všechny", id="huge"),
    ],
)
def test_another_file_is_refused_in_czech(tmp_path: Path, content: str | bytes, said: str) -> None:
    with pytest.raises(EventError, match=said):
        read_issue(write(tmp_path, content))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("neni.json", "není tu", id="missing"),
        pytest.param(".", "není obyčejný soubor", id="folder"),
        pytest.param("a\0b", "znak, který tam být nesmí", id="nul"),
        pytest.param("a" * 5000, "příliš dlouhý název", id="long"),
    ],
)
def test_what_is_no_file_is_refused_in_czech(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(EventError, match=said):
        read_issue(tmp_path / name)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "roura")
    with pytest.raises(EventError, match="není obyčejný soubor"):
        read_issue(tmp_path / "roura")
