"""Places: reading them, finding them, the size of a settlement."""

from collections.abc import Mapping

import pytest

from inspirace.places import (
    Known,
    Place,
    Places,
    parse_places,
    parse_plain_rows,
    settlement_size,
)
from inspirace.raw_values import FaultsError
from inspirace.vocabulary_reader import parse_vocabulary

TRINEC = {
    "municipality": "Třinec",
    "country": "CZ",
    "region": "moravskoslezsky",
    "lat": 49.6776,
    "lon": "18.6708",
    "population": 38415,
    "geonames_id": 3064000,
}
UTENA = {"municipality": "Utena", "country": "LT", "lat": 55.5, "lon": 25.6, "population": 25397}


COUNTRIES = [{"id": "CZ", "label": "Česko"}, {"id": "LT", "label": "Litva"}]
COUNTRIES += [{"id": "NO", "label": "Norsko"}]
REGIONS = [{"id": "moravskoslezsky", "label": "Moravskoslezský kraj"}]
KNOWN = Known(
    countries=parse_vocabulary("countries", {"title": "Země", "terms": COUNTRIES}),
    regions=parse_vocabulary("regions", {"title": "Kraje", "terms": REGIONS}),
)


def make_places(*rows: Mapping[str, object], known: Known | None = None) -> Places:
    raw = {"source": "GeoNames", "licence": "CC BY 4.0", "places": list(rows)}
    return parse_places(raw, known)


def test_a_row_becomes_a_place() -> None:
    places = make_places(TRINEC, UTENA)
    assert (places.source, places.licence) == ("GeoNames", "CC BY 4.0")
    assert list(places.by_name.values()) == [
        Place("Třinec", "CZ", 49.6776, 18.6708, 38415, "moravskoslezsky", 3064000),
        Place("Utena", "LT", 55.5, 25.6, 25397),
    ]


@pytest.mark.parametrize(
    ("written", "country", "found"),
    [
        pytest.param("Třinec", "CZ", True, id="exact"),
        pytest.param(" Tr\N{COMBINING CARON}inec ", "CZ", True, id="looks-the-same"),
        pytest.param("Trinec", "CZ", False, id="without-diacritics"),
        pytest.param("Třinec", "SK", False, id="another-country"),
    ],
)
def test_a_place_is_found_by_its_exact_name(written: str, country: str, *, found: bool) -> None:
    assert (make_places(TRINEC).find(written, country) is not None) == found


@pytest.mark.parametrize(
    ("written", "suggested"),
    [
        pytest.param("trinec", ["Třinec"], id="diacritics"),
        pytest.param("Třniec", ["Třinec"], id="typo"),
        pytest.param(
            "Lhota", ["Lhota (Zlínský kraj)", "Lhota (Středočeský kraj)"], id="repeated-name"
        ),
        pytest.param(
            "Lhota (u Kladna)",
            ["Lhota (Zlínský kraj)", "Lhota (Středočeský kraj)"],
            id="other-bracket",
        ),
        pytest.param("Utena", [], id="another-country"),
        pytest.param("Marťanov", [], id="no-match"),
    ],
)
def test_the_places_meant_are_suggested(written: str, suggested: list[str]) -> None:
    places = make_places(
        TRINEC,
        UTENA,
        {**TRINEC, "municipality": "Lhota (Zlínský kraj)"},
        {**TRINEC, "municipality": "Lhota (Středočeský kraj)"},
    )
    assert [place.municipality for place in places.suggest(written, "CZ")] == suggested


NOT_A_DECIMAL = "má být číslo s desetinnou tečkou."
OFF_THE_GLOBE = "Obec „Třinec“: zeměpisná šířka (lat) nebo délka (lon) je mimo zeměkouli."


@pytest.mark.parametrize(
    ("row", "path", "message"),
    [
        pytest.param(
            {**UTENA, "municipality": ""},
            ("municipality",),
            "Obec bez jména: chybí jméno.",
            id="no-name",
        ),
        pytest.param(
            {**TRINEC, "lat": "sever"},
            ("lat",),
            f"Obec „Třinec“: pole „lat“ {NOT_A_DECIMAL}",
            id="latitude-kind",
        ),
        pytest.param({**TRINEC, "lat": "490.0"}, ("lat",), OFF_THE_GLOBE, id="off-the-globe"),
        pytest.param(
            {**TRINEC, "lon": "nan"},
            ("lon",),
            f"Obec „Třinec“: pole „lon“ {NOT_A_DECIMAL}",
            id="not-a-number",
        ),
        pytest.param(
            {**TRINEC, "region": ""},
            ("region",),
            "Obec „Třinec“: chybí kraj.",
            id="no-region",
        ),
        pytest.param(
            {**TRINEC, "region": "tesinsky"},
            ("region",),
            "Obec „Třinec“: kraj „tesinsky“ slovník nezná.",
            id="unknown-region",
        ),
        pytest.param(
            {**UTENA, "country": ""},
            ("country",),
            "Obec „Utena“: chybí země.",
            id="no-country",
        ),
        pytest.param(
            {**UTENA, "country": "XX"},
            ("country",),
            "Obec „Utena“: zemi „XX“ slovník nezná.",
            id="unknown-country",
        ),
        pytest.param(
            {**UTENA, "population": 0},
            ("population",),
            "Obec „Utena“: chybí počet obyvatel.",
            id="no-population",
        ),
        pytest.param(
            {**UTENA, "okres": "x"},
            ("okres",),
            "Obec „Utena“: pole „okres“ katalog nezná.",
            id="unknown-field",
        ),
    ],
)
def test_a_wrong_row_is_refused_at_its_place(
    row: Mapping[str, object], path: tuple[str, ...], message: str
) -> None:
    with pytest.raises(FaultsError) as caught:
        make_places(row, known=KNOWN)
    assert [(fault.path, fault.message) for fault in caught.value.faults] == [
        (("places", 0, *path), message)
    ]


@pytest.mark.parametrize(
    ("row", "advice"),
    [
        pytest.param({**UTENA, "country": "Litva"}, "Napište: LT", id="label-of-a-country"),
        pytest.param({**UTENA, "country": "XX"}, "Vyberte id ze slovníku countries.", id="unknown"),
        pytest.param(
            {"Population": 5} | {key: UTENA[key] for key in UTENA if key != "population"},
            "Napište: population",
            id="misspelt-field",
        ),
        pytest.param(
            {**UTENA, "Population": 5},
            "Pole population už tu je; toto smažte, nebo obě spojte.",
            id="misspelt-twin",
        ),
    ],
)
def test_the_advice_is_what_was_probably_meant(row: Mapping[str, object], advice: str) -> None:
    with pytest.raises(FaultsError) as caught:
        make_places(row, known=KNOWN)
    assert [fault.advice for fault in caught.value.faults] == [advice]


def test_a_name_is_in_a_country_once() -> None:
    make_places(UTENA, {**UTENA, "country": "PL"})
    with pytest.raises(FaultsError) as caught:
        make_places(UTENA, UTENA)
    assert [(fault.path, fault.message) for fault in caught.value.faults] == [
        (("places", 1, "municipality"), "Obec „Utena“: stejné jméno už v seznamu je.")
    ]


def test_all_faults_of_a_list_are_told() -> None:
    with pytest.raises(FaultsError) as caught:
        parse_places({"obce": "", "places": ["Praha", {**UTENA, "population": "x"}]})
    assert [fault.message for fault in caught.value.faults] == [
        "Pole „obce“ katalog nezná.",
        "1. položka seznamu „places“ nemá žádná pole.",
        "Obec „Utena“: pole „population“ má být celé číslo.",
    ]


PLAIN = (
    "  - {municipality: Třinec, country: CZ, region: moravskoslezsky, lat: 49.6, lon: 18.6,"
    " population: 38415"
)
QUOTED = """  - {municipality: 'Oslo, N.', country: "NO", lat: 59, lon: -1.5, population: 9}"""


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        pytest.param(
            [f"{PLAIN}, geonames_id: 3064000}}"],
            [Place("Třinec", "CZ", 49.6, 18.6, 38415, "moravskoslezsky", 3064000)],
            id="whole-row",
        ),
        pytest.param(
            ["# Norsko", "", "  # Oslo", QUOTED],
            [Place("Oslo, N.", "NO", 59.0, -1.5, 9)],
            id="quotes-comments-no-region",
        ),
        pytest.param(
            [f"{PLAIN}, geonames_id: 1}}  # sídlo"], None, id="comment-after-a-row-is-left-to-yaml"
        ),
        pytest.param(["  - municipality: Utena"], None, id="block-row-is-left-to-yaml"),
        pytest.param([f"{PLAIN}}}", f"{PLAIN}}}"], None, id="twice"),
        pytest.param([f"{PLAIN}}}".replace("49.6", "149.6")], None, id="off-the-globe"),
        pytest.param([f"{PLAIN}}}".replace("CZ", "XX")], None, id="unknown-country"),
        pytest.param([f"{PLAIN}}}".replace("38415", "0")], None, id="no-population"),
    ],
)
def test_plain_rows_are_read_without_yaml(lines: list[str], places: list[Place] | None) -> None:
    found = parse_plain_rows(lines, KNOWN)
    assert (None if found is None else list(found.values())) == places


@pytest.mark.parametrize(
    ("population", "size"),
    [(1, "do-500"), (500, "do-500"), (501, "do-1000"), (1000, "do-1000"), (1001, "nad-1000")],
)
def test_a_population_falls_into_one_size(population: int, size: str) -> None:
    rows = [
        {"id": "do-500", "label": "do 500", "maximum": 500},
        {"id": "do-1000", "label": "501–1 000", "maximum": 1000},
        {"id": "nad-1000", "label": "nad 1 000"},
    ]
    sizes = parse_vocabulary("settlement-size", {"title": "Velikost obce", "terms": rows})
    assert settlement_size(population, sizes).id == size
