"""Casting: what stays as written, what becomes a number, which names are understood."""

from collections.abc import Mapping

import pytest
from made import make_front_matter

from inspirace.reading.front_matter import parse_file
from inspirace.reading.text_file import TextFile
from inspirace.rules.casting import MOST_ITEMS, cast_fields, tidy_text
from inspirace.schema.fields import Field


def make_field(name: str, kind: str = "string", **given: object) -> Field:
    described = {"label": name.capitalize(), "help": "", "example": ""} | given
    return Field(name=name, kind=kind, **described)  # type: ignore[arg-type]


ROW = {one.name: one for one in (make_field("title"), make_field("year", "integer"))}
FIELDS = {
    one.name: one
    for one in (
        make_field("title", label="Název"),
        make_field("summary", label="Shrnutí"),
        make_field("year", "integer"),
        make_field("share", "number"),
        make_field("open", "boolean"),
        make_field("topics", "array", item=make_field("topics")),
        make_field("sources", "array", item=make_field("sources", "object", fields=ROW)),
        make_field("contact", "object", fields=ROW),
    )
}


def cast_one(name: str, written: object) -> object:
    return cast_fields({name: written}, FIELDS).values[name]


@pytest.mark.parametrize("written", ["NO", "yes", "12:30", "0010", "1.10", "2021-03-01", "1e3"])
def test_a_text_stays_as_written(written: str) -> None:
    assert cast_one("title", written) == written
    assert cast_one("topics", [written]) == [written]


@pytest.mark.parametrize(
    ("name", "written", "value"),
    [
        pytest.param("year", "2019", 2019, id="whole-number"),
        pytest.param("year", "0010", 10, id="leading-zeros"),
        pytest.param("year", "-5", "-5", id="negative-is-left"),
        pytest.param("year", "2019.0", "2019.0", id="decimal-is-left"),
        pytest.param("year", "１９", "１９", id="other-digits-are-left"),
        pytest.param("year", "9" * 5000, "9" * 5000, id="enormous-is-left"),
        pytest.param("year", ["2019"], ["2019"], id="list-is-left"),
        pytest.param("share", "1.10", 1.1, id="decimal"),
        pytest.param("share", "-7", -7.0, id="negative-decimal"),
        pytest.param("share", "1e3", "1e3", id="exponent-is-left"),
        pytest.param("open", "true", True, id="true"),
        pytest.param("open", "false", False, id="false"),
        pytest.param("open", "yes", "yes", id="yes-is-left"),
        pytest.param("sources", [{"year": "7"}], [{"year": 7}], id="inside-a-list"),
        pytest.param("contact", {"year": "7"}, {"year": 7}, id="inside-an-object"),
    ],
)
def test_a_value_becomes_the_kind_of_its_field(name: str, written: object, value: object) -> None:
    cast = cast_one(name, written)
    assert (cast, type(cast)) == (value, type(value))


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        pytest.param("r\N{COMBINING CARON}eka", "řeka", id="composed"),
        pytest.param("  jeden\n  odstavec\t ", "jeden odstavec", id="one-line"),
        pytest.param("5\N{NO-BREAK SPACE}000 Kč", "5\N{NO-BREAK SPACE}000 Kč", id="space-kept"),
        pytest.param("\N{NO-BREAK SPACE}klub ", "klub", id="outer-non-breaking-space"),
        pytest.param("kni\N{SOFT HYPHEN}hov\N{ZERO WIDTH SPACE}na", "knihovna", id="invisible"),
    ],
)
def test_a_text_is_tidied(written: str, tidy: str) -> None:
    assert tidy_text(written) == tidy


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("", id="nothing"),
        pytest.param(" \N{NO-BREAK SPACE}", id="spaces"),
        pytest.param("~", id="tilde"),
        pytest.param("null", id="null"),
        pytest.param({}, id="empty-object"),
    ],
)
def test_an_empty_value_is_noted(written: object) -> None:
    assert cast_fields({"title": written}, FIELDS).empty == [("title",)]
    assert cast_fields({"topics": ["a", written]}, FIELDS).empty == [("topics", 1)]


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\u202e", "\u2028", "\ufffe"])
def test_a_sign_that_does_not_show_is_noted(sign: str) -> None:
    cast = cast_fields({"contact": {"title": f"Kni{sign}hovna"}}, FIELDS)
    assert cast.unprintable == [(("contact", "title"), sign)]


def test_an_endless_list_is_cut() -> None:
    cast = cast_fields({"topics": ["a"] * 5000}, FIELDS)
    assert (cast.endless, cast.values) == ([(("topics",), 5000)], {"topics": ["a"] * MOST_ITEMS})


@pytest.mark.parametrize(
    ("written", "names"),
    [
        pytest.param({"tilte": "x"}, {("title",): "tilte"}, id="typo"),
        pytest.param({"Title": "x"}, {("title",): "Title"}, id="case"),
        pytest.param({"nazev": "x"}, {("title",): "nazev"}, id="czech-label"),
        pytest.param({"tilte": "x", "title": "y"}, {}, id="already-there"),
        pytest.param({"tilte": "x", "titel": "y"}, {("title",): "tilte"}, id="only-one"),
        pytest.param({"barva": "x"}, {}, id="no-match"),
        pytest.param(
            {"contcat": {"yaer": "7"}},
            {("contact",): "contcat", ("contact", "year"): "yaer"},
            id="inside-each-other",
        ),
        pytest.param(
            {"sources": [{"title": "x"}, {"titel": "y"}]},
            {("sources", 1, "title"): "titel"},
            id="inside-a-list",
        ),
    ],
)
def test_a_nearly_right_name_is_understood(
    written: Mapping[str, object], names: Mapping[tuple[str | int, ...], str]
) -> None:
    assert cast_fields(written, FIELDS).written_names == names


def test_places_are_known_by_the_right_names() -> None:
    parsed = parse_file(TextFile("x.md", "---\ntitle: x\ncontcat:\n  yaer: 7\n---\n"))
    assert parsed.front_matter is not None
    renamed = cast_fields(parsed.front_matter.values, FIELDS).rename(parsed.front_matter)
    assert renamed.values == {"title": "x", "contact": {"year": 7}}
    assert renamed.name_position(("title",)) == (2, 1)
    assert renamed.name_position(("contact",)) == (3, 1)
    assert renamed.name_position(("contact", "year")) == (4, 3)
    assert renamed.value_position(("contact", "year")) == (4, 9)
    assert renamed.value_position(("contact", "title")) == (4, 3)


def test_without_a_wrong_name_the_front_matter_stays() -> None:
    front_matter = make_front_matter({"title": "x"})
    assert cast_fields(front_matter.values, FIELDS).rename(front_matter) is front_matter
