"""Sources, evidence and verification in words."""

import pytest
from made import make_innovation, make_term
from page_text import plain

from inspirace.records import Number, Source, Verification
from inspirace.views.components import Link
from inspirace.views.provenance import (
    CitedSource,
    Evidence,
    Figure,
    checked_words,
    cited_sources,
    evidence_words,
    figures,
    licence_link,
    source_years,
)

REPORT = Source(
    "Zpráva o klubu",
    "https://example.org/zprava",
    publisher="Knihovna Zlín",
    year=2019,
    supports="počty i ohlasy",
    accessed="2026-11-22",
)
BARE = Source("Leták", "https://example.org/letak")


@pytest.mark.parametrize(
    ("status", "by", "has_library", "sentence"),
    [
        pytest.param(
            "neovereno",
            "",
            True,
            "Sepsáno ze zdrojů, listopad 2026. Knihovny jsme se zatím neptali.",
            id="from-sources",
        ),
        pytest.param("neovereno", "", False, "Sepsáno ze zdrojů, listopad 2026.", id="no-library"),
        pytest.param(
            "overeno-redakci",
            "redakce KISK",
            True,
            "Zdroje a odkazy prošla redakce, listopad 2026 (redakce KISK)."
            " Knihovny jsme se zatím neptali.",
            id="editors",
        ),
        pytest.param(
            "potvrzeno-knihovnou",
            "vedoucí služeb",
            True,
            "Údaje potvrdil ten, kdo službu dělá, listopad 2026 (vedoucí služeb).",
            id="library",
        ),
        pytest.param(
            "k-aktualizaci",
            "",
            True,
            "Naposledy prověřeno: listopad 2026. Od té doby uplynuly více než dva roky,"
            " nebo přestal fungovat odkaz.",
            id="old",
        ),
        pytest.param("jiny", "", True, "Stav k datu: listopad 2026.", id="a-state-to-come"),
    ],
)
def test_verification_says_who_was_asked(
    status: str,
    by: str,
    has_library: bool,  # noqa: FBT001
    sentence: str,
) -> None:
    verification = Verification(make_term("verification-status", status), "2026-11-22", by)
    words = checked_words(verification, has_library=has_library)
    assert (words.label, plain(words.sentence)) == (status, sentence)


@pytest.mark.parametrize(
    ("level", "reached"),
    [
        pytest.param("0-zminka", 0, id="none"),
        pytest.param("2-vystupy", 2, id="some"),
        pytest.param("5-preneseno", 5, id="all"),
    ],
)
def test_the_evidence_meter_has_five_steps(level: str, reached: int) -> None:
    term = make_term(
        "evidence-levels", level, label="popis", description="Je jasné, co a pro koho."
    )
    assert evidence_words(term) == Evidence(
        label="popis",
        level=f"stupeň {reached} z 5 podle redakce",
        description="Je jasné, co a\xa0pro koho.",
        steps=(True,) * reached + (False,) * (5 - reached),
    )


def test_sources_say_where_they_are_from_and_what_they_support() -> None:
    assert cited_sources((REPORT, BARE)) == (
        CitedSource(
            anchor="zdroj-1",
            link=Link("Zpráva o\xa0klubu", "https://example.org/zprava"),
            origin="Knihovna Zlín, 2019",
            supports="počty i\xa0ohlasy",
            accessed="22.\xa0listopadu\xa02026",
        ),
        CitedSource("zdroj-2", Link("Leták", "https://example.org/letak"), "", "", ""),
    )


def test_a_number_leads_to_its_source_in_the_list() -> None:
    innovation = make_innovation(
        "klub",
        sources=(BARE, REPORT),
        numbers=(
            Number("setkání", "12", REPORT.url, period="2019"),
            Number("lidí", "asi 30", BARE.url),
            Number("skupiny", "2", "https://example.org/jinde"),
        ),
    )
    assert figures(innovation) == (
        Figure("12", "setkání", "2019", Link("Knihovna Zlín, 2019", "#zdroj-2")),
        Figure("asi 30", "lidí", "", Link("Leták", "#zdroj-1")),
        Figure("2", "skupiny", "", Link("https://example.org/jinde", "https://example.org/jinde")),
    )


@pytest.mark.parametrize(
    ("years", "said"),
    [
        pytest.param([], "", id="none"),
        pytest.param([2018], "zdroje z roku 2018", id="one"),
        pytest.param([2018, 2009, 2015], "zdroje z let 2009–2018", id="more"),
    ],
)
def test_years_of_sources(years: list[int], said: str) -> None:
    sources = [Source("Zpráva", f"https://example.org/{year}", year=year) for year in years]
    assert source_years((*sources, BARE)) == said


@pytest.mark.parametrize(
    ("identifier", "link"),
    [
        pytest.param(
            "CC-BY-4.0",
            Link("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.cs"),
            id="known",
        ),
        pytest.param("MIT", Link("MIT"), id="other"),
    ],
)
def test_a_licence_leads_to_its_text_for_people(identifier: str, link: Link) -> None:
    assert licence_link(identifier) == link
