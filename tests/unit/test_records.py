"""Records: addresses, evidence as a number, terms for the pages of terms."""

from dataclasses import FrozenInstanceError

import pytest
from made import make_innovation, make_method, make_term, make_terms


def test_a_record_has_a_permanent_address() -> None:
    assert make_innovation("cteni-s-pejsky").address == "inovace/cteni-s-pejsky/"
    assert make_method("rozhovory").address == "metody/rozhovory/"


@pytest.mark.parametrize(("level", "evidence"), [("0-zminka", 0), ("5-preneseno", 5)])
def test_the_evidence_level_is_a_number(level: str, evidence: int) -> None:
    innovation = make_innovation("a", evidence_level=make_term("evidence-levels", level))
    assert innovation.evidence == evidence


def test_terms_are_grouped_by_their_vocabulary() -> None:
    region = make_term("regions", "zlinsky")
    innovation = make_innovation(
        "a", target_groups=["seniori", "deti"], programme_activities=["kurzy"], region=region
    )
    assert innovation.terms() == {
        "target-groups": make_terms("target-groups", ["seniori", "deti"]),
        "topics": (),
        "service-types": (),
        "programme-activities": make_terms("programme-activities", ["kurzy"]),
        "regions": (region,),
        "countries": (innovation.country,),
    }


def test_without_a_region_there_is_no_term_of_regions() -> None:
    assert make_innovation("a").terms()["regions"] == ()


def test_a_record_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        make_innovation("a").title = "jiný"  # type: ignore[misc]
