"""Fields against the schema: what is found, where, and what the help says to write."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import make_front_matter

from inspirace.build import INNOVATION_FIELDS, build_innovation
from inspirace.codes import CODES
from inspirace.diagnostics import Diagnostic, has_errors
from inspirace.editor_files import EditorFiles, load_editor_files
from inspirace.reading.front_matter import FrontMatter, parse_file
from inspirace.reading.text_file import TextFile
from inspirace.rules.catalogue import RecordFile, check_catalogue
from inspirace.rules.fields import CheckedFields, check_fields
from inspirace.rules.record import check_record
from inspirace.vocabularies import Term

SHORTEST = """\
title: Čtení s pejsky
summary: "Dítě čte nahlas klidnému psovi, který ho neopravuje."
status: namet
country: CZ
target_groups: [deti-skolni]
topics: [ctenarstvi-a-gramotnost]
service_types: [klub]
sources: [{title: Výroční zpráva, url: https://example.org/zprava}]
evidence_level: 0-zminka
verification: {status: neovereno, date: 2026-11-22}
"""


@pytest.fixture(scope="module")
def editor_files(fixture_root: Path) -> EditorFiles:
    return load_editor_files(fixture_root)


def parse(text: str) -> FrontMatter:
    parsed = parse_file(TextFile("content/innovations/pripad.md", f"---\n{text}---\n"))
    assert parsed.front_matter is not None, parsed.diagnostics
    return parsed.front_matter


def with_field(written: str) -> str:
    """Return the shortest front matter with a field written in another way, as its first."""
    name = written.partition(":")[0]
    others = [line for line in SHORTEST.splitlines(keepends=True) if not line.startswith(name)]
    return f"{written}\n{''.join(others)}"


def check(files: EditorFiles, text: str) -> CheckedFields:
    return check_fields(parse(text), files.schemas["innovation"], files.vocabularies)


def found(files: EditorFiles, written: str) -> list[tuple[str, str]]:
    """Return code and help of what is found in a field."""
    return [(one.code, one.help) for one in check(files, with_field(written)).diagnostics]


def test_a_right_front_matter_has_no_findings(editor_files: EditorFiles) -> None:
    checked = check(editor_files, SHORTEST)
    assert checked.diagnostics == ()
    assert checked.values["topics"] == ["ctenarstvi-a-gramotnost"]


@pytest.mark.parametrize(
    ("written", "help_text"),
    [
        pytest.param("senoiri", "Napište: seniori", id="near-miss"),
        pytest.param("Senioři", "Napište: seniori", id="label"),
        pytest.param("důchodci", "Napište: seniori", id="synonym-with-another-ending"),
        pytest.param("DUCHODCE", "Napište: seniori", id="synonym-folded"),
        pytest.param(
            "neslysici", "Napište: sluchove-postizeni (neslyšící a nedoslýchaví)", id="longer-label"
        ),
    ],
)
def test_an_unknown_term_offers_what_was_meant(
    editor_files: EditorFiles, written: str, help_text: str
) -> None:
    assert found(editor_files, f"target_groups: [{written}]") == [("unknown-term", help_text)]


def test_where_nothing_was_meant_the_terms_are_listed(editor_files: EditorFiles) -> None:
    [(code, help_text)] = found(editor_files, "target_groups: [marťani]")
    assert code == "unknown-term"
    assert help_text.startswith("Vyberte z těchto: siroka-verejnost, deti-a-mladez, deti-skolni (")


@pytest.mark.parametrize(
    ("written", "help_text"),
    [
        pytest.param("cz", "Napište: CZ (Česko)", id="lower-case"),
        pytest.param("Česko", "Napište: CZ (Česko)", id="name"),
        pytest.param("ČR", "Napište: CZ (Česko)", id="abbreviation"),
        pytest.param("Czechia", "Napište: CZ (Česko)", id="english"),
        pytest.param("slovensko", "Napište: SK (Slovensko)", id="abroad"),
    ],
)
def test_a_country_is_written_by_its_code(
    editor_files: EditorFiles, written: str, help_text: str
) -> None:
    assert found(editor_files, f"country: {written}") == [("unknown-term", help_text)]


def test_an_abbreviation_is_not_another_countrys_code(editor_files: EditorFiles) -> None:
    countries = editor_files.vocabularies["countries"]
    costa_rica = Term("CR", "countries", "Kostarika")
    with_costa_rica = replace(countries, terms={"CR": costa_rica, **countries.terms})
    vocabularies = {**editor_files.vocabularies, "countries": with_costa_rica}
    checked = check_fields(
        parse(with_field("country: ČR")), editor_files.schemas["innovation"], vocabularies
    )
    assert [one.help for one in checked.diagnostics] == ["Napište: CZ (Česko)"]


SENIORS_AND_CHILDREN = "Napište každou na svůj řádek:\ntarget_groups:\n  - seniori\n  - deti-skolni"


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("target_groups: seniori, deti-skolni", id="commas"),
        pytest.param("target_groups: důchodci; děti školního věku", id="semicolon-and-labels"),
        pytest.param('target_groups: ["seniori, deti-skolni"]', id="in-one-item"),
        pytest.param("target_groups: důchodci a žáci", id="joined-by-and"),
        pytest.param("target_groups: [seniori / žáci]", id="joined-by-a-slash"),
    ],
)
def test_a_list_with_commas_is_shown_as_a_list(editor_files: EditorFiles, written: str) -> None:
    assert found(editor_files, written) == [("comma-list", SENIORS_AND_CHILDREN)]


@pytest.mark.parametrize(
    ("written", "help_text"),
    [
        pytest.param(
            "topics: gramotnost",
            "I jedinou hodnotu napište jako položku seznamu:\ntopics:\n  - ctenarstvi-a-gramotnost",
            id="one-value-where-a-list",
        ),
        pytest.param(
            "target_groups: děti a mládež",
            "I jedinou hodnotu napište jako položku seznamu:\ntarget_groups:\n  - deti-a-mladez",
            id="one-label-with-and",
        ),
        pytest.param(
            "partners: {name: Škola}",
            "Před první pole každé položky napište spojovník:\npartners:\n  - name: Škola",
            id="fields-where-a-list",
        ),
        pytest.param(
            "partners: Škola",
            "Napište ji jako položku seznamu, třeba:\n"
            "partners:\n  - name: Základní škola Příkladov\n"
            "    role: doporučuje děti a půjčuje tělocvičnu",
            id="text-where-a-list-of-fields",
        ),
        pytest.param(
            "verification: neovereno",
            "Rozepište to, třeba:\nverification:\n  status: neovereno\n  date: 2026-11-22",
            id="text-where-fields",
        ),
        pytest.param("staff: [knihovnice]", "Napište:\nstaff: knihovnice", id="list-where-a-text"),
        pytest.param(
            "staff: [knihovnice, pes]", "Napište:\nstaff: knihovnice, pes", id="two-where-a-text"
        ),
        pytest.param(
            "embedding: [koncepce, nadseni]",
            "Nechte jen jednu hodnotu, třeba:\nembedding: koncepce",
            id="two-where-a-term",
        ),
        pytest.param(
            "staff: {Knihovnice: a dva psi}",
            'Dejte celý text do uvozovek: "Knihovnice: a dva psi"',
            id="fields-where-a-text",
        ),
        pytest.param(
            "funding: [{source: Město, year: asi 2019}]", "Napište: 2019", id="year-with-words"
        ),
        pytest.param(
            "funding: [{source: Město, year: 2019.0}]", "Napište: 2019", id="year-with-a-part"
        ),
        pytest.param(
            "funding: [{source: Město, year: loni}]",
            "Napište ho jen číslicemi, třeba 2023.",
            id="no-year",
        ),
    ],
)
def test_a_value_of_another_kind_shows_what_to_write(
    editor_files: EditorFiles, written: str, help_text: str
) -> None:
    assert found(editor_files, written) == [("wrong-kind", help_text)]


@pytest.mark.parametrize(
    ("written", "code", "help_text"),
    [
        pytest.param(
            "library_url: www.knihovna.cz",
            "bad-address",
            "Napište: https://www.knihovna.cz",
            id="www",
        ),
        pytest.param(
            "library_url: htps:/knihovna.cz/a",
            "bad-address",
            "Napište: https://knihovna.cz/a",
            id="typo",
        ),
        pytest.param(
            "library_url: viz výroční zpráva s. 5",
            "bad-address",
            "Zkopírujte ji z prohlížeče celou i se začátkem https://.",
            id="words",
        ),
        pytest.param(
            "contact: {role: oddělení, email: deti (zavináč) knihovna.cz}",
            "bad-contact",
            "Napište: deti@knihovna.cz",
            id="at-in-words",
        ),
        pytest.param(
            "contact: {role: oddělení, email: www.knihovna.cz}",
            "bad-contact",
            "Napište ji celou, třeba knihovna@example.cz; adresa stránky patří do pole url.",
            id="page-for-e-mail",
        ),
        pytest.param(
            "related: [Čtení s pejsky]", "bad-identifier", "Napište: cteni-s-pejsky", id="title"
        ),
        pytest.param(
            "methods: [../methods/rozhovory.md]", "bad-identifier", "Napište: rozhovory", id="path"
        ),
        pytest.param("related: [ŽŽ?]", "bad-identifier", "Napište: zz", id="diacritics"),
        pytest.param(
            "related: ['?']",
            "bad-identifier",
            "Je to název jeho souboru bez koncovky .md.",
            id="nothing-left",
        ),
    ],
)
def test_a_text_in_another_form_shows_the_right_one(
    editor_files: EditorFiles, written: str, code: str, help_text: str
) -> None:
    assert found(editor_files, written) == [(code, help_text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(
            with_field("tilte: Čtení s pejsky").replace("title: Čtení s pejsky\n", ""),
            [("unknown-field", 2, 1, "title")],
            id="typo-in-a-name-and-no-missing-field",
        ),
        pytest.param(with_field("summary: Krátké"), [("too-short", 2, 10, "summary")], id="value"),
        pytest.param(
            with_field("sources: [{nazev: Zpráva, adresa: https://example.org/}]"),
            [
                ("unknown-field", 2, 12, "sources[0].title"),
                ("unknown-field", 2, 27, "sources[0].url"),
            ],
            id="beginnings-of-czech-labels",
        ),
        pytest.param(
            SHORTEST.replace("status: namet\n", ""),
            [("missing-field", 1, 1, "status")],
            id="missing-at-the-beginning",
        ),
        pytest.param(
            with_field(
                "sources:\n  - title: Zpráva\n    url: https://example.org/\n  - title: Jiná"
            ),
            [("missing-field", 5, 5, "sources[1].url")],
            id="missing-inside-at-its-item",
        ),
        pytest.param(
            with_field("topics: [nevim, nevim, nevim, nevim]"),
            [
                ("too-many", 2, 9, "topics"),
                ("unknown-term", 2, 10, "topics[0]"),
                ("unknown-term", 2, 17, "topics[1]"),
                ("unknown-term", 2, 24, "topics[2]"),
                ("unknown-term", 2, 31, "topics[3]"),
            ],
            id="one-finding-an-item",
        ),
        pytest.param(
            with_field("small_start: {}"), [("empty-value", 2, 14, "small_start")], id="empty"
        ),
    ],
)
def test_every_finding_stands_at_its_place(
    editor_files: EditorFiles, text: str, places: Sequence[tuple[str, int, int, str]]
) -> None:
    diagnostics = check(editor_files, text).diagnostics
    assert sorted(map(place_of, diagnostics), key=lambda place: place[1:]) == places


def place_of(found: Diagnostic) -> tuple[str, int, int, str]:
    return found.code, found.location.line, found.location.column, found.field


TEXTS = st.text(max_size=12) | st.sampled_from(
    ["CZ", "bezi", "klub", "2019", "2019-02", "https://example.org/", "1. 3. 2021", "a, b", "Lhota"]
)
NAMES = st.sampled_from(
    [*INNOVATION_FIELDS, "titel", "source", "url", "year", "date", "by", "email", "steps", "file"]
)
VALUES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(NAMES | st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(
    max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(values=st.dictionaries(NAMES | st.text(max_size=5), VALUES, max_size=8))
def test_no_values_make_a_rule_fail(
    editor_files: EditorFiles, values: Mapping[str, object]
) -> None:
    vocabularies, schemas = editor_files.vocabularies, editor_files.schemas
    front_matter = make_front_matter(values)
    for kind, schema in schemas.items():
        checked = check_fields(front_matter, schema, vocabularies)
        diagnostics = [
            *checked.diagnostics,
            *check_record(
                checked.front_matter, checked.values, (), vocabularies, editor_files.places
            ),
            *check_catalogue(
                [RecordFile(kind, "x.md", checked.front_matter, checked.values)], schemas
            ),
        ]
        assert {one.code for one in diagnostics} <= CODES.keys()
        # A value is to blame for one thing only.
        fields = [(one.code == "unknown-field", one.field) for one in checked.diagnostics]
        assert len(set(fields)) == len(fields)


VALID: Mapping[str, st.SearchStrategy[object]] = {
    "library": st.just("Knihovna Třinec"),
    "municipality": st.sampled_from(["Třinec", "Nikde", "Lhota (Zlínský kraj)"]),
    "region": st.sampled_from(["zlinsky", "praha"]),
    "topics": st.lists(st.sampled_from(["socialni-zaclenovani", "x"]), min_size=1, max_size=2),
    "started": st.sampled_from(["2019", "2019-05", "pak"]),
    "funding": st.lists(
        st.fixed_dictionaries({"source": st.just("Město"), "year": st.sampled_from(["2019", "?"])}),
        max_size=2,
    ),
    "contact": st.fixed_dictionaries(
        {"role": st.just("oddělení")}, optional={"email": st.just("a@example.org")}
    ),
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(more=st.fixed_dictionaries({}, optional=VALID))
def test_values_without_errors_make_a_record(
    editor_files: EditorFiles, more: Mapping[str, object]
) -> None:
    right = parse(SHORTEST)
    front_matter = replace(right, values={**right.values, **more})
    schema, vocabularies = editor_files.schemas["innovation"], editor_files.vocabularies
    checked = check_fields(front_matter, schema, vocabularies)
    if not has_errors(checked.diagnostics):
        record = build_innovation(
            "content/innovations/x.md", checked.values, (), vocabularies, editor_files.places
        )
        assert record.title == "Čtení s pejsky"
