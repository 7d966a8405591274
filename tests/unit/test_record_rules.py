"""Rules over several fields: what contradicts what, and what the help says about it."""

from collections.abc import Collection, Mapping

import pytest
from made import make_front_matter, make_term, make_vocabulary

from inspirace.places import Place, Places
from inspirace.rules.record import check_record
from inspirace.vocabularies import Vocabulary

SIZES = Vocabulary(
    "settlement-size",
    "Velikost obce",
    terms={
        "do-500": make_term("settlement-size", "do-500", label="do 500 obyvatel", maximum=500),
        "nad-500": make_term("settlement-size", "nad-500", label="nad 500 obyvatel"),
    },
)
VOCABULARIES = {
    one.name: one
    for one in (
        make_vocabulary("case-status", "bezi", "namet"),
        make_vocabulary("countries", "CZ", "SK"),
        make_vocabulary("regions", "Zlínský kraj", "Vysočina"),
        make_vocabulary("evidence-levels", "0-zminka", "1-popis", "2-vystupy"),
        make_vocabulary("verification-status", "neovereno", "overeno-redakci", "k-aktualizaci"),
        SIZES,
    )
}
PLACES = Places(
    source="GeoNames",
    licence="CC BY 4.0",
    by_name={
        (place.municipality, place.country): place
        for place in (
            Place("Lhota (Zlínský kraj)", "CZ", 49.1, 17.2, 320, "Zlínský kraj"),
            Place("Lhota (Vysočina)", "CZ", 49.5, 15.2, 90, "Vysočina"),
            Place("Žďár", "CZ", 49.5, 15.9, 21_000, "Vysočina"),
            Place("Martin", "SK", 49.0, 18.9, 52_000),
        )
    },
)
ZLINSKY, VYSOCINA = "Zlínský kraj", "Vysočina"

Found = list[tuple[str, str, str]]


def check(values: Mapping[str, object], sections: Collection[str] = ()) -> Found:
    """Return code, field and help of what is found."""
    front_matter = make_front_matter(values)
    found = check_record(front_matter, values, sections, VOCABULARIES, PLACES)
    return [(one.code, one.field, one.help) for one in found]


@pytest.mark.parametrize(
    ("started", "ended", "wrong"),
    [
        pytest.param("2019", "2018", True, id="year"),
        pytest.param("2019-05", "2019-04", True, id="month"),
        pytest.param("2019-05", "2018", True, id="month-and-year"),
        pytest.param("2019-05", "2019", False, id="the-year-of-the-month"),
        pytest.param("2019", "2019-01", False, id="a-month-of-the-year"),
        pytest.param("2019-05", "2019-05", False, id="same"),
        pytest.param("2019", "1. 1. 2018", False, id="another-form-is-found-elsewhere"),
        pytest.param("2019", ["2018"], False, id="another-kind-is-found-elsewhere"),
    ],
)
def test_a_service_does_not_end_before_it_starts(
    started: object, ended: object, *, wrong: bool
) -> None:
    found = check({"started": started, "ended": ended})
    expected = ("ended-before-started", "ended", "Opravte začátek (started) nebo konec (ended).")
    assert found == ([expected] if wrong else [])


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        pytest.param({"status": "bezi"}, True, id="real-case"),
        pytest.param({"status": "namet"}, False, id="idea"),
        pytest.param({"status": "bezi", "library": "Knihovna"}, False, id="given"),
        pytest.param({"status": "bezi", "library": ""}, False, id="empty-is-found-elsewhere"),
        pytest.param({"status": "nevim"}, False, id="unknown-status"),
        pytest.param({}, False, id="method"),
    ],
)
def test_a_real_case_has_its_library(values: Mapping[str, object], *, wrong: bool) -> None:
    assert [(code, field) for code, field, _ in check(values)] == (
        [("missing-library", "library")] if wrong else []
    )


SOURCES = [{"url": "https://a.example/zprava"}, {"url": "https://b.example/1"}, {"title": "x"}]


@pytest.mark.parametrize(
    ("source", "help_text"),
    [
        pytest.param(
            "http://www.a.example/zprava/", "Napište: https://a.example/zprava", id="same-page"
        ),
        pytest.param(
            "https://b.example/2",
            "Je-li to tentýž zdroj, napište: https://b.example/1\n"
            "Jinak přidejte tuto adresu mezi zdroje (sources).",
            id="same-site",
        ),
        pytest.param(
            "https://c.example/",
            "Přidejte ji mezi zdroje (sources), nebo sem zkopírujte adresu zdroje, který tam je.",
            id="another-site",
        ),
    ],
)
def test_a_number_has_one_of_the_sources(source: str, help_text: str) -> None:
    values = {"sources": SOURCES, "numbers": [{"source": SOURCES[0]["url"]}, {"source": source}]}
    assert check(values) == [("unsourced-number", "numbers[1].source", help_text)]


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"numbers": [{"source": "https://a.example/"}]}, id="no-sources"),
        pytest.param({"sources": SOURCES, "numbers": [{"what": "x"}]}, id="no-source"),
        pytest.param({"sources": SOURCES, "numbers": [{"source": ""}]}, id="empty"),
        pytest.param({"sources": SOURCES, "numbers": ["24"]}, id="another-kind"),
        pytest.param({"sources": "x", "numbers": [{"source": "x"}]}, id="sources-of-another-kind"),
    ],
)
def test_what_is_found_elsewhere_is_not_told_again(values: Mapping[str, object]) -> None:
    assert check(values) == []


@pytest.mark.parametrize(
    ("level", "sections", "wrong"),
    [
        pytest.param("2-vystupy", [], True, id="too-high"),
        pytest.param("2-vystupy", ["need", "results"], False, id="with-results"),
        pytest.param("1-popis", [], False, id="description"),
        pytest.param("9-nevim", [], False, id="unknown-level"),
    ],
)
def test_without_results_the_evidence_is_low(
    level: str, sections: list[str], *, wrong: bool
) -> None:
    help_text = "Doplňte oddíl Výsledky podle toho, co říkají zdroje, nebo napište nejvýše: 1-popis"
    expected = [("evidence-without-results", "evidence_level", help_text)] if wrong else []
    assert check({"evidence_level": level}, sections) == expected


@pytest.mark.parametrize(
    ("verification", "field"),
    [
        pytest.param({"status": "overeno-redakci"}, "verification.status", id="by-nobody"),
        pytest.param({"status": "k-aktualizaci"}, "verification.status", id="old-by-nobody"),
        pytest.param({"status": "neovereno", "by": "redakce"}, "verification.by", id="by-somebody"),
        pytest.param({"status": "overeno-redakci", "by": "redakce"}, "", id="verified"),
        pytest.param({"status": "neovereno"}, "", id="unverified"),
        pytest.param({"status": "nevim"}, "", id="unknown"),
        pytest.param("neovereno", "", id="another-kind"),
    ],
)
def test_what_is_verified_says_by_whom(verification: object, field: str) -> None:
    found = [(code, of) for code, of, _ in check({"verification": verification})]
    assert found == ([("verified-by-nobody", field)] if field else [])


@pytest.mark.parametrize(
    ("contact", "wrong"),
    [
        pytest.param({"role": "oddělení"}, True, id="neither"),
        pytest.param({"role": "oddělení", "url": "x"}, False, id="address"),
        pytest.param({"role": "oddělení", "email": ""}, False, id="empty-is-found-elsewhere"),
        pytest.param({}, False, id="nothing-is-found-elsewhere"),
        pytest.param("oddělení", False, id="another-kind"),
    ],
)
def test_a_contact_can_be_reached(contact: object, *, wrong: bool) -> None:
    help_text = "Doplňte email: nebo url:, nebo celý kontakt smažte."
    assert check({"contact": contact}) == ([("bad-contact", "contact", help_text)] if wrong else [])


def add_line(row: str, begin: str = "Přidejte") -> str:
    return f"{begin} do souboru content/places.yml řádek:\n  - {{municipality: {row}}}"


def other_line(row: str) -> str:
    return add_line(row, "Je-li to jiná obec, přidejte")


REST = "lat: zeměpisná šířka, lon: délka, population: počet obyvatel"
BY_HAND = {"region": VYSOCINA, "settlement_size": "do-500"}


@pytest.mark.parametrize(
    ("values", "help_text"),
    [
        pytest.param(
            {"municipality": "Nikde", "country": "CZ", **BY_HAND},
            add_line(f"Nikde, country: CZ, region: Vysočina, {REST}"),
            id="by-hand",
        ),
        pytest.param(
            {"municipality": "Nikde", "country": "CZ"},
            add_line(f"Nikde, country: CZ, region: kraj, {REST}")
            + "\nDo té doby tu vyplňte ručně: kraj (region) a velikost obce (settlement_size).",
            id="not-by-hand",
        ),
        pytest.param(
            {"municipality": "Nikde", "country": "SK"},
            add_line(f"Nikde, country: SK, {REST}")
            + "\nDo té doby tu vyplňte ručně: velikost obce (settlement_size).",
            id="abroad",
        ),
        pytest.param(
            {"municipality": "Zdar", "country": "CZ", **BY_HAND},
            "Není to Žďár? Pak napište jméno přesně takto.\n"
            + other_line(f"Zdar, country: CZ, region: Vysočina, {REST}"),
            id="near-miss",
        ),
        pytest.param(
            {"municipality": "Lhota", "country": "CZ", **BY_HAND},
            "Není to některá z těchto? Pak napište jméno přesně takto:"
            " Lhota (Zlínský kraj), Lhota (Vysočina).\n"
            + other_line(f"Lhota, country: CZ, region: Vysočina, {REST}"),
            id="same-name",
        ),
        pytest.param(
            {"municipality": "Martin", "country": "CZ", **BY_HAND},
            "V seznamu je obec toho jména v zemi SK; není to ona?\n"
            + other_line(f"Martin, country: CZ, region: Vysočina, {REST}"),
            id="another-country",
        ),
        pytest.param(
            {"municipality": "Obec: dolní", "country": "SK", "settlement_size": "do-500"},
            add_line(f"'Obec: dolní', country: SK, {REST}"),
            id="quoted-where-needed",
        ),
    ],
)
def test_an_unknown_place_shows_the_line_to_add(
    values: Mapping[str, object], help_text: str
) -> None:
    assert check(values) == [("unknown-place", "municipality", help_text)]


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"municipality": "Nikde"}, id="no-country"),
        pytest.param({"municipality": "Nikde", "country": "cz"}, id="unknown-country"),
        pytest.param({"municipality": ["Nikde"], "country": "CZ"}, id="another-kind"),
        pytest.param({"municipality": "", "country": "CZ"}, id="empty"),
        pytest.param({"municipality": "Žďár", "country": "CZ"}, id="known"),
        pytest.param(
            {"municipality": "Žďár", "country": "CZ", "region": VYSOCINA}, id="known-and-by-hand"
        ),
        pytest.param({"country": "CZ", "region": ZLINSKY}, id="region-alone"),
    ],
)
def test_a_place_that_agrees_is_accepted(values: Mapping[str, object]) -> None:
    assert check(values) == []


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        pytest.param({"region": ZLINSKY}, ["region"], id="region"),
        pytest.param({"settlement_size": "do-500"}, ["settlement_size"], id="size"),
        pytest.param(
            {"settlement_size": "do-500", "region": ZLINSKY},
            ["settlement_size", "region"],
            id="both",
        ),
        pytest.param({"region": "neznámý"}, [], id="unknown-is-found-elsewhere"),
        pytest.param(
            {"country": "SK", "municipality": "Martin", "region": ZLINSKY}, ["region"], id="abroad"
        ),
        pytest.param(
            {"country": "SK", "municipality": "Martin", "settlement_size": "do-500"},
            ["settlement_size"],
            id="size-abroad",
        ),
    ],
)
def test_region_and_size_agree_with_the_place(
    values: Mapping[str, object], fields: list[str]
) -> None:
    found = check({"municipality": "Žďár", "country": "CZ", **values})
    assert [(code, field) for code, field, _ in found] == [("place-mismatch", f) for f in fields]
