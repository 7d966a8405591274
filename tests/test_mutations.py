"""However a valid file is damaged, the check ends with 0 or 1 and every finding has a place."""

import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import FIXTURE

from inspirace.cli import main

VALID = tuple(
    path.read_text(encoding="utf-8")
    for path in sorted(FIXTURE.glob("content/*/*.md"))
    if path.parent.name in {"innovations", "methods"}
)
# What damages YAML, Markdown and HTML more often than a random letter does.
SIGNS = "\t:#-'\"&*!|>%@`[]{}<„“–\xa0\0\ufeff\r\n"
PHRASES = ["---\n", "- ", "> ", "<b", "](", "\n## ", "#x: ", "<script>", "[a]: b", "\n\n", "  "]
NESTED = ["[" * 100, "- " * 100, "> " * 100]
SNIPPETS = [*SIGNS, *PHRASES, *NESTED, ""]
FILES_AT_ONCE = 50
MOST_CHANGES = 3
MOST_REMOVED = 30


def damage(dice: Random) -> bytes:
    text = dice.choice(VALID)
    for _ in range(dice.randint(1, MOST_CHANGES)):
        start = dice.randint(0, len(text))
        letter = chr(dice.choice([dice.randint(1, 0x24F), dice.randint(0x2000, 0xD7FF)]))
        inserted = dice.choice([dice.choice(SNIPPETS), letter])
        text = text[:start] + inserted + text[start + dice.randint(0, MOST_REMOVED) :]
    return text.encode()


# One example damages fifty files, so that the vocabularies are read forty times, not two thousand.
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32))
def test_two_thousand_damaged_files_never_break_the_check(
    seed: int, fixture_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dice = Random(seed)  # noqa: S311 - the seed makes a failure happen again
    folder = fixture_root / "content" / "innovations"
    paths = [folder / f"zkouska-{number}.md" for number in range(FILES_AT_ONCE)]
    try:
        for path in paths:
            path.write_bytes(damage(dice))
        status = main(["check", "--format", "json", "--root", str(fixture_root)])
    finally:
        for path in paths:
            path.unlink(missing_ok=True)
    rows = json.loads(capsys.readouterr().out)
    assert status == (1 if any(row["severity"] == "error" for row in rows) else 0)
    assert all(row["line"] > 0 < row["column"] and row["message"] for row in rows)
