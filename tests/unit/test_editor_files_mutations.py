"""Files of the editors, broken at random: findings at real places, never a crash."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from made_schema import SMALL, make_vocabularies

from inspirace.diagnostics import Diagnostic
from inspirace.reading.front_matter import parse_yaml
from inspirace.reading.text_file import TextFile
from inspirace.rules.places import load_places
from inspirace.rules.vocabularies import check_vocabulary_use, load_vocabulary
from inspirace.schema.reader import parse_schema

VOCABULARY = """\
title: Témata
complete: true
sources:
  - id: zakon
    title: Zákon
    url: https://example.org/
    year: 2001
terms:
  - id: zdravi
    label: zdraví
    synonyms:
      - péče
    sdg: [3]
    minimum: 1
    maximum: 5
    basis: zdroj
    sources: [zakon]
  - id: pece
    label: péče
    broader: zdravi
    deprecated: true
    replaced_by: zdravi
"""
PLACES = """\
source: GeoNames
licence: CC BY 4.0
places:
  - {municipality: Praha, country: CZ, region: praha, lat: 50.1, lon: 14.4, population: 1165581}
  - municipality: Oslo
    country: 'NO'
    lat: 59.9
    lon: 10.7
    population: 1082575
    geonames_id: 3143244
"""
VALUES = ["", "''", "x", "-1", "nan", "99999999999999999999", "false", "[]", "{}", "[a, a]"]
VALUES += ["[a, [b]]", "{a: {b: c}}", "'[a-'", "\N{NO-BREAK SPACE}", "- a"]


@st.composite
def broken(draw: st.DrawFn, text: str) -> str:
    """Return the text with up to three of its lines left out, repeated, moved or given a value."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(lines) - 1))
        lines[place : place + 1] = draw(st.sampled_from(changed(lines, place)))
        lines = lines or [""]
    return "\n".join(lines)


def changed(lines: Sequence[str], place: int) -> list[list[str]]:
    line = lines[place]
    name = line.partition(":")[0]
    return [[], [line, line], [f"  {line}"], [line[2:]], [f"{line}x"]] + [
        [f"{name}: {value}"] for value in VALUES
    ]


def places_are_real(text: str, found: Sequence[Diagnostic]) -> bool:
    return all(1 <= one.location.line <= text.count("\n") + 1 for one in found)


@given(text=broken(SMALL))
def test_a_broken_schema_is_reported(text: str) -> None:
    source, found = parse_yaml(TextFile("content/schema/innovation.yml", text))
    assert (source is None) <= bool(found)
    if source is not None:
        schema, found = parse_schema("innovation", source, make_vocabularies())
        assert (schema is None) == bool(found)
        assert schema is None or schema.validator
        assert places_are_real(text, found)


@given(text=broken(VOCABULARY))
def test_a_broken_vocabulary_is_reported(text: str) -> None:
    source, found = parse_yaml(TextFile("content/vocabularies/topics.yml", text))
    if source is not None:
        vocabulary, found = load_vocabulary("topics", source)
        assert (vocabulary is None) <= bool(found)
        vocabularies = {} if vocabulary is None else {"topics": vocabulary}
        unused = check_vocabulary_use({"topics": source}, vocabularies, {})
        assert places_are_real(text, (*found, *unused))


@given(text=broken(PLACES))
def test_a_broken_list_of_places_is_reported(text: str) -> None:
    places, found = load_places(TextFile("content/places.yml", text), {})
    assert (places is None) <= bool(found)
    assert places_are_real(text, found)
