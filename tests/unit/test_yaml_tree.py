"""The tree of a YAML text: what PyYAML reads, too, but every scalar as written and placed."""

import importlib
from pathlib import Path

import pytest
import yaml
from support import FIXTURE, PROJECT

from inspirace.reading.yaml_text import tree
from inspirace.reading.yaml_text.tree import YamlError, end_of, read_tree, start_of

VOCABULARIES = sorted(FIXTURE.glob("content/vocabularies/*.yml"))
RECORDS = sorted([*FIXTURE.glob("content/innovations/*.md"), *FIXTURE.glob("content/methods/*.md")])
SCHEMAS = sorted((PROJECT / "content" / "schema").glob("*.yml"))


def yaml_of(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return text.split("\n---\n")[0].removeprefix("---\n") if path.suffix == ".md" else text


@pytest.mark.parametrize(
    "path", [*RECORDS, *VOCABULARIES, *SCHEMAS], ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_values_are_those_that_pyyaml_reads_without_guessing_kinds(path: Path) -> None:
    text = yaml_of(path)
    assert read_tree(text).values == yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (text only)


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.name)
def test_every_name_and_plain_value_stands_at_its_place(path: Path) -> None:
    text = yaml_of(path)
    lines = text.split("\n")
    read = read_tree(text)
    for at, event in read.name_events.items():
        (line, begin), (_, end) = start_of(event), end_of(event)
        assert lines[line][begin:end].strip("'\"") == at[-1]
    assert read.value_events.keys() >= read.name_events.keys()


@pytest.mark.parametrize(
    ("text", "problem", "place"),
    [
        pytest.param("- a", tree.NO_FIELDS, (0, 0), id="list"),
        pytest.param("\n  text", tree.NO_FIELDS, (1, 2), id="text"),
        pytest.param("a: b\n---\nc: d", tree.SECOND_DOCUMENT, (1, 0), id="second-document"),
        pytest.param("{a: b}: c", tree.NAME_OF_PARTS, (0, 0), id="name-of-parts"),
        pytest.param("a: " + "[" * 50 + "]" * 50, tree.TOO_DEEP, (0, 52), id="too-deep"),
        pytest.param("a: " + "[" * 20_000, tree.TOO_DEEP, (0, 52), id="hostile-brackets"),
        pytest.param("a:\n" + "- " * 20_000, tree.TOO_DEEP, (1, 98), id="hostile-items"),
        pytest.param(
            "a:\n  ? " + "? " * 20_000, tree.NAME_OF_PARTS, (1, 4), id="hostile-questions"
        ),
    ],
)
def test_what_no_record_is_has_its_problem(text: str, problem: str, place: tuple[int, int]) -> None:
    with pytest.raises(YamlError) as caught:
        read_tree(text)
    assert (caught.value.problem, caught.value.place) == (problem, place)


def test_fifty_levels_are_deep_enough() -> None:
    assert read_tree("a: " + "[" * 49 + "]" * 49).values.keys() == {"a"}


def test_an_installation_without_the_c_parser_fails_loudly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CBaseLoader")
    with pytest.raises(ImportError, match="built without libyaml"):
        importlib.reload(tree)
