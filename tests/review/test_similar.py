"""Similar cases: what may be a second account of the same thing, and why it is thought so."""

import pytest
from made import make_catalogue, make_innovation

from inspirace.review.similar import MOST, find_similar

CASE = make_innovation(
    "kavarna",
    title="Kavárna pro lidi, kteří pečují o blízkého",
    summary="Jednou měsíčně se v knihovně scházejí lidé, kteří doma pečují o blízkého.",
    library="Obecní knihovna Lhota",
    municipality="Lhota (Zlínský kraj)",
    service_types=["klub"],
)
OTHER = {"title": "Půjčovna nářadí", "summary": "Vrtačky a žebříky na týden domů."}


@pytest.mark.parametrize(
    ("fields", "reasons"),
    [
        pytest.param({}, (), id="other"),
        pytest.param(
            {"title": "KAVÁRNY pro ty, kteří pečují o blízké"},
            ("podobný název",),
            id="title-inflected",
        ),
        pytest.param(
            {"summary": "V knihovně se každý měsíc scházejí lidé, co doma pečují o blízké."},
            ("podobné shrnutí",),
            id="summary-in-other-words",
        ),
        pytest.param(
            {"library": "Obecní knihovna Lhota", "municipality": CASE.municipality},
            (),
            id="same-library-other-service",
        ),
        pytest.param(
            {"library": "obecni knihovna Lhota", "service_types": ["kurz", "klub"]},
            ("stejná knihovna a typ služby",),
            id="same-library-and-service",
        ),
        pytest.param(
            {"municipality": CASE.municipality, "service_types": ["klub"]},
            ("stejná obec a typ služby",),
            id="same-place-and-service",
        ),
        pytest.param({"service_types": ["klub"]}, (), id="no-library-no-place"),
        pytest.param(
            {"title": CASE.title, "summary": CASE.summary},
            ("podobný název", "podobné shrnutí"),
            id="copied",
        ),
    ],
)
def test_a_case_is_similar_for_a_reason(fields: dict[str, object], reasons: tuple[str]) -> None:
    other = make_innovation("jiny", **OTHER | fields)
    found = [one.reasons for one in find_similar(CASE, make_catalogue(CASE, other))]
    assert found == ([reasons] if reasons else [])


def test_the_nearest_cases_come_first_and_only_a_few() -> None:
    near = make_innovation("zzz", title=CASE.title, summary=CASE.summary)
    others = [
        make_innovation(f"jiny-{number}", title=CASE.title, summary=str(number))
        for number in range(MOST + 1)
    ]
    found = [one.innovation.slug for one in find_similar(CASE, make_catalogue(*others, near))]
    assert found == ["zzz", "jiny-0", "jiny-1"]
