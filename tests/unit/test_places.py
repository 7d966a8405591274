"""Places: reading them, finding them, the size of a settlement."""

from collections.abc import Mapping

import pytest

from inspirace.places import Place, Places, PlacesError, parse_places, settlement_size
from inspirace.vocabularies import parse_vocabulary

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


def make_places(*rows: Mapping[str, object]) -> Places:
    return parse_places({"source": "GeoNames", "licence": "CC BY 4.0", "places": list(rows)})


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


@pytest.mark.parametrize(
    ("row", "message", "municipality"),
    [
        pytest.param({}, "Obec č. 1 nemá jméno (pole „municipality“).", "", id="no-name"),
        pytest.param(
            {**TRINEC, "lat": "sever"},
            "Obec „Třinec“: Pole „lat“ má být číslo s desetinnou tečkou.",
            "Třinec",
            id="latitude-kind",
        ),
        pytest.param(
            {**TRINEC, "lat": 490.0},
            "Obec „Třinec“: Zeměpisná šířka (lat) nebo délka (lon) je mimo zeměkouli.",
            "Třinec",
            id="off-the-globe",
        ),
        pytest.param(
            {**TRINEC, "lon": "nan"},
            "Obec „Třinec“: Zeměpisná šířka (lat) nebo délka (lon) je mimo zeměkouli.",
            "Třinec",
            id="not-a-number",
        ),
        pytest.param(
            {**TRINEC, "region": None},
            "Obec „Třinec“: Chybí kraj (pole „region“).",
            "Třinec",
            id="no-region",
        ),
        pytest.param(
            {**UTENA, "population": 0},
            "Obec „Utena“: Chybí země (pole „country“) nebo počet obyvatel (pole „population“).",
            "Utena",
            id="no-population",
        ),
        pytest.param(
            {**UTENA, "okres": "x"}, "Obec „Utena“: Neznámé pole „okres“.", "Utena", id="unknown"
        ),
    ],
)
def test_a_wrong_row_is_refused(row: Mapping[str, object], message: str, municipality: str) -> None:
    with pytest.raises(PlacesError) as caught:
        make_places(row)
    assert (caught.value.message, caught.value.municipality) == (message, municipality)


def test_a_name_is_in_a_country_once() -> None:
    make_places(UTENA, {**UTENA, "country": "PL"})
    with pytest.raises(PlacesError, match="Obec „Utena“ je v seznamu dvakrát"):
        make_places(UTENA, UTENA)


@pytest.mark.parametrize("raw", [{"places": "Praha"}, {"obce": []}, {"source": 5}])
def test_a_wrong_list_is_refused(raw: Mapping[str, object]) -> None:
    with pytest.raises(PlacesError):
        parse_places(raw)


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
