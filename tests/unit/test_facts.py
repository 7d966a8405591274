"""The facts panel and the details, with nothing and with everything."""

from typing import Any

import pytest
from made import make_innovation, make_method, make_term, make_terms
from page_text import fact_lines, plain

from inspirace.places import Place
from inspirace.records import Contact, Funding, Material, Partner, Source
from inspirace.views.facts import (
    innovation_details,
    innovation_facts,
    method_facts,
    population_words,
)

ZLIN = make_term("regions", "zlinsky", label="Zlínský kraj")
EVIDENCE = "Jak dobře je to doložené: 1-popis"
CHECKED = "Ověření: neovereno (Sepsáno ze zdrojů, listopad 2026.)"
NOT_ASKED = CHECKED.removesuffix(")") + " Knihovny jsme se zatím neptali.)"
COUNTRY = "Česko <zeme/cz/>"
MAIL = "sluzby@example.org"

EVERYTHING: dict[str, Any] = {
    "library": "Knihovna Kroměřížska",
    "library_url": "https://example.org/knihovna",
    "library_type": make_term("library-types", "mestska", label="městská knihovna"),
    "municipality": "Kroměříž",
    "place": Place("Kroměříž", "CZ", 49.3, 17.4, 28_816, "zlinsky"),
    "region": ZLIN,
    "settlement_size": make_term("settlement-size", "do-100000"),
    "status": make_term("case-status", "pozastaveno"),
    "started": "2005",
    "target_groups": ("senioři", "venkov"),
    "cost_band": make_term("cost-bands", "do-5-tisic", label="do 5 000 Kč"),
    "effort_setup": make_term("effort-setup", "den", label="příprava do 1 dne"),
    "effort_running": make_term("effort-running", "mesic", label="do 4 hodin měsíčně"),
    "library_role": make_terms("library-roles", ["pořádá", "propojuje"]),
    "embedding": make_term("embedding", "strategie"),
    "partners": (Partner("Nemocnice", "posílá pacienty"), Partner("Horizont")),
    "programme_activities": ("biblioterapie",),
    "staff": "Jedna knihovnice s výcvikem.",
    "funding": (Funding("kraj", "20 000 Kč", 2019), Funding("město")),
    "materials": (
        Material("Scénář", "https://example.org/s", "CC0"),
        Material("Leták", "https://example.org/l"),
    ),
    "contact": Contact("vedoucí služeb", MAIL, "https://example.org/kontakt"),
}


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        pytest.param(
            {},
            [
                f"Kde: {COUNTRY}",
                "Kdy: zdroje neuvádějí (bezi) [chybí]",
                "Kolik to stojí a dá práce: zdroje neuvádějí [chybí]",
                EVIDENCE,
                CHECKED,
            ],
            id="nothing",
        ),
        pytest.param(
            {"status": make_term("case-status", "namet", description="Zatím jen nápad.")},
            [
                f"Kde: {COUNTRY}",
                "Stav: namet (Zatím jen nápad.)",
                "Kolik to stojí a dá práce: zdroje neuvádějí [chybí]",
                CHECKED,
            ],
            id="idea-that-nobody-can-document",
        ),
        pytest.param(
            EVERYTHING,
            [
                "Kdo: Knihovna Kroměřížska <https://example.org/knihovna> (městská knihovna)",
                f"Kde: Kroměříž, Zlínský kraj <kraje/zlinsky/>, {COUNTRY} (29 tisíc obyvatel)",
                "Kdy: od roku 2005 (pozastaveno)",
                "Pro koho: senioři, venkov",
                "Kolik to stojí: do 5 000 Kč (za první rok, bez mezd zaměstnanců)",
                "Kolik to dá práce: příprava do 1 dne, do 4 hodin měsíčně",
                EVIDENCE,
                NOT_ASKED,
                "Role knihovny: pořádá, propojuje",
                "Na čem to stojí: strategie",
                "Partneři: Nemocnice, Horizont",
                "Činnost programu: biblioterapie <aktivity/biblioterapie/>",
            ],
            id="everything",
        ),
    ],
)
def test_the_panel_says_what_is_known(given: dict[str, Any], lines: list[str]) -> None:
    assert list(fact_lines(innovation_facts(make_innovation("klub", **given)))) == lines


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param(
            EVERYTHING,
            [
                "Lidé: Jedna knihovnice s výcvikem.",
                "Partneři a co dělají: Nemocnice: posílá pacienty",
                "Peníze odjinud: kraj, 20 000 Kč, 2019, město",
                "Ke stažení: Scénář (CC0) <https://example.org/s>, Leták <https://example.org/l>",
                f"Kontakt: vedoucí služeb <https://example.org/kontakt>, {MAIL} <mailto:{MAIL}>",
            ],
            id="everything",
        ),
    ],
)
def test_details_hold_what_is_too_long_for_the_panel(
    given: dict[str, Any], lines: list[str]
) -> None:
    assert list(fact_lines(innovation_details(make_innovation("klub", **given)))) == lines


@pytest.mark.parametrize(
    ("given", "line"),
    [
        pytest.param(
            {"sources": (Source("A", "https://a", year=2018), Source("B", "https://b", year=2009))},
            "Kdy: zdroje z let 2009–2018 (bezi) [chybí]",
            id="years-of-sources",
        ),
        pytest.param(
            {"started": "2010-08", "status": make_term("case-status", "nezjisteno")},
            "Kdy: od srpna 2010 (zda dosud běží, nezjištěno)",
            id="unknown-state",
        ),
        pytest.param(
            {"cost_band": make_term("cost-bands", "neuvedeno")},
            "Kolik to stojí a dá práce: zdroje neuvádějí [chybí]",
            id="costs-said-to-be-unknown",
        ),
        pytest.param(
            {"cost_band": make_term("cost-bands", "nic")},
            "Kolik to dá práce: zdroje neuvádějí [chybí]",
            id="costs-without-work",
        ),
        pytest.param(
            {"effort_running": make_term("effort-running", "den")},
            "Kolik to stojí: zdroje neuvádějí [chybí]",
            id="work-without-costs",
        ),
        pytest.param(
            {"library_type": make_term("library-types", "obecni")},
            "Kdo: obecni",
            id="only-the-type",
        ),
        pytest.param(
            {"region": ZLIN, "settlement_size": make_term("settlement-size", "do 500 obyvatel")},
            f"Kde: Zlínský kraj <kraje/zlinsky/>, {COUNTRY} (do 500 obyvatel)",
            id="size-by-hand",
        ),
        pytest.param(
            {
                "region": make_term("regions", "zahranici"),
                "country": make_term("countries", "SI", label="Slovinsko"),
            },
            "Kde: Slovinsko <zeme/si/>",
            id="abroad-is-no-region",
        ),
    ],
)
def test_a_row_is_worded_by_what_there_is(given: dict[str, Any], line: str) -> None:
    assert line in list(fact_lines(innovation_facts(make_innovation("klub", **given))))


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        pytest.param({}, ["Kdy se hodí: navrh", CHECKED], id="nothing"),
        pytest.param(
            {
                "original_name": "Interview",
                "time": "Dvě odpoledne.",
                "people": "Dva.",
                "materials": "Zápisník.",
            },
            [
                "Kdy se hodí: navrh",
                "Původní název: Interview",
                "Kolik zabere času: Dvě odpoledne.",
                "Kolik je potřeba lidí: Dva.",
                "Co je potřeba: Zápisník.",
                CHECKED,
            ],
            id="everything",
        ),
    ],
)
def test_the_panel_of_a_method(given: dict[str, Any], lines: list[str]) -> None:
    assert list(fact_lines(method_facts(make_method("rozhovor", **given)))) == lines


@pytest.mark.parametrize(
    ("population", "said"),
    [
        pytest.param(1, "1 obyvatel", id="one"),
        pytest.param(3, "3 obyvatelé", id="few"),
        pytest.param(340, "340 obyvatel", id="village"),
        pytest.param(9_999, "9 999 obyvatel", id="town"),
        pytest.param(28_816, "29 tisíc obyvatel", id="rounded"),
        pytest.param(1_335_084, "1,3 milionu obyvatel", id="city"),
        pytest.param(2_012_000, "2 miliony obyvatel", id="large-city"),
    ],
)
def test_a_population_is_as_exact_as_it_is_useful(population: int, said: str) -> None:
    assert plain(population_words(population)) == said
