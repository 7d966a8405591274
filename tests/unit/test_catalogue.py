"""The catalogue: records by slug and term, methods, adoptions, and one order of every answer."""

from collections.abc import Sequence

import pytest
from made import (
    make_catalogue,
    make_innovation,
    make_method,
    make_term,
    make_verification,
    make_vocabulary,
)

from inspirace.catalogue import Catalogue
from inspirace.records import Adoption, Innovation, Method

GROUPS = make_vocabulary(
    "target-groups",
    "zaci",
    "deti",
    "lide",
    "cizinci",
    broader={"zaci": "deti", "deti": "lide"},
)
EMPTY = [
    make_vocabulary(name, "x", "CZ")
    for name in ("topics", "service-types", "programme-activities", "regions", "countries")
]


def catalogue_of(*records: Innovation | Method) -> Catalogue:
    return make_catalogue(*records, vocabularies=[GROUPS, *EMPTY])


def slugs(records: Sequence[Innovation | Method]) -> list[str]:
    return [record.slug for record in records]


RECORDS = (
    make_innovation("kluby", title="Kluby", target_groups=["zaci"]),
    make_innovation("chor", title="Chór", target_groups=["deti", "zaci"]),
    make_innovation("cesty", title="Čtení na cesty", target_groups=["lide"]),
    make_innovation("herna", title="Herna", target_groups=["deti"]),
)


def test_innovations_stand_in_the_czech_order_of_titles() -> None:
    assert slugs(catalogue_of(*RECORDS).by_title) == ["cesty", "herna", "chor", "kluby"]


def test_of_equal_titles_the_slug_decides() -> None:
    twins = [make_innovation(slug, title="Klub") for slug in ("b", "a")]
    assert slugs(catalogue_of(*twins).by_title) == ["a", "b"]


@pytest.mark.parametrize(
    ("term", "found"),
    [
        pytest.param("zaci", ["chor", "kluby"], id="narrowest"),
        pytest.param("deti", ["herna", "chor", "kluby"], id="broader-includes-narrower-once"),
        pytest.param("lide", ["cesty", "herna", "chor", "kluby"], id="broadest"),
        pytest.param("cizinci", [], id="not-used"),
        pytest.param("marťani", [], id="unknown"),
    ],
)
def test_a_term_leads_to_its_innovations_and_those_of_narrower_terms(
    term: str, found: list[str]
) -> None:
    assert slugs(catalogue_of(*RECORDS).with_term("target-groups", term)) == found


def test_terms_in_use_are_counted_and_sorted() -> None:
    used = catalogue_of(*RECORDS).terms_in_use("target-groups")
    assert [(one.term.id, one.count) for one in used] == [("deti", 3), ("lide", 4), ("zaci", 2)]


@pytest.mark.parametrize("records", [RECORDS, RECORDS[::-1]], ids=["as-given", "reversed"])
def test_the_order_of_records_changes_nothing(records: tuple[Innovation, ...]) -> None:
    catalogue, expected = catalogue_of(*records), catalogue_of(*RECORDS)
    assert catalogue.by_title == expected.by_title
    assert catalogue.newest == expected.newest
    assert catalogue.terms_in_use("target-groups") == expected.terms_in_use("target-groups")
    assert [catalogue.related(one.slug) for one in RECORDS] == [
        expected.related(one.slug) for one in RECORDS
    ]


def test_the_newest_come_first_then_by_title() -> None:
    dates = {"b": "2025-01-31", "c": "2026-02-01", "a": "2025-01-31"}
    records = [make_innovation(slug, verification=make_verification(dates[slug])) for slug in dates]
    catalogue = catalogue_of(*records)
    assert slugs(catalogue.newest) == ["c", "a", "b"]
    assert catalogue.date == "2026-02-01"


def test_the_date_of_methods_counts_too() -> None:
    method = make_method("rozhovory", verification=make_verification("2027-01-01"))
    assert catalogue_of(*RECORDS, method).date == "2027-01-01"
    assert catalogue_of().date == ""


def test_methods_and_innovations_lead_to_each_other() -> None:
    catalogue = catalogue_of(
        make_innovation("b", methods=("sprint", "rozhovory", "neni")),
        make_innovation("a", methods=("rozhovory",)),
        make_method("rozhovory", related=("sprint", "neni")),
        make_method("sprint"),
    )
    assert slugs(catalogue.innovations_using("rozhovory")) == ["a", "b"]
    assert slugs(catalogue.methods_of(catalogue.innovations["b"])) == ["sprint", "rozhovory"]
    assert slugs(catalogue.related_methods(catalogue.methods["rozhovory"])) == ["sprint"]


def test_methods_stand_under_the_phases_in_their_order() -> None:
    phases = make_vocabulary("method-phases", "navrh", "mereni", "inspirace")
    catalogue = make_catalogue(
        make_method("dotaznik", phase=make_term("method-phases", "mereni")),
        make_method("sprint"),
        make_method("cesta"),
        vocabularies=[phases],
    )
    listed = [(phase.id, slugs(methods)) for phase, methods in catalogue.methods_by_phase()]
    assert listed == [("navrh", ["cesta", "sprint"]), ("mereni", ["dotaznik"])]


ADOPTING = (
    make_innovation(
        "herna",
        adopted_by=(Adoption("Knihovna Žďár", year=2019), Adoption("Knihovna Čáslav", year=2021)),
    ),
    make_innovation(
        "chor", title="Chór", adopted_by=(Adoption("Knihovna Aš"), Adoption("Knihovna Čáslav"))
    ),
)


def test_adoptions_are_listed_the_latest_first() -> None:
    listed = [(a.innovation.slug, a.adoption) for a in catalogue_of(*ADOPTING).adoptions]
    assert listed == [
        ("herna", Adoption("Knihovna Čáslav", year=2021)),
        ("herna", Adoption("Knihovna Žďár", year=2019)),
        ("chor", Adoption("Knihovna Aš")),
        ("chor", Adoption("Knihovna Čáslav")),
    ]


def test_what_a_library_took_over_is_found_by_its_name() -> None:
    found = catalogue_of(*ADOPTING).adopted_by("knihovna Caslav")
    assert [(one.innovation.slug, one.adoption.year) for one in found] == [
        ("herna", 2021),
        ("chor", None),
    ]
