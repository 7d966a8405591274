"""The coverage page: its counts are those of the records, and what is missing is called for."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from made import make_catalogue, make_innovation, make_term, make_vocabulary
from page_text import page_lines
from support import CheckGolden

from inspirace.catalogue import Catalogue
from inspirace.outputs.coverage import build_coverage_page, coverage_view
from inspirace.records import Innovation

EXPECTED = Path(__file__).parent / "expected"
GROUPS = make_vocabulary(
    "target-groups",
    *("postizeni", "neslysici", "seniori", "vezni"),
    broader={"neslysici": "postizeni"},
)
TOPICS = ("zdravi", "pamet")


def catalogue_of(*cases: Innovation) -> Catalogue:
    vocabularies = [
        GROUPS,
        make_vocabulary("topics", *TOPICS),
        make_vocabulary("regions", "zlinsky", "plzensky", "zahranici"),
        make_vocabulary("evidence-levels", "0-zminka", "1-popis"),
        *(make_vocabulary(name) for name in ("service-types", "programme-activities")),
        make_vocabulary("countries", "CZ"),
    ]
    return make_catalogue(*cases, vocabularies=vocabularies)


def test_the_page_reads_as_it_should(check_golden: CheckGolden) -> None:
    case = make_innovation("klub", target_groups=("neslysici", "seniori"), topics=("zdravi",))
    idea = make_innovation(
        "namet",
        target_groups=("vezni",),
        topics=("pamet",),
        status=make_term("case-status", "namet"),
    )
    lines = page_lines(build_coverage_page(catalogue_of(case, idea)).html)
    check_golden(EXPECTED / "coverage.txt", "".join(f"{line}\n" for line in lines))


@given(
    st.lists(
        st.tuples(
            st.sets(st.sampled_from(["postizeni", "neslysici", "seniori"]), min_size=1),
            st.sets(st.sampled_from(TOPICS), min_size=1),
        ),
        max_size=6,
    )
)
def test_each_cell_counts_the_cases_of_a_group_in_a_topic(
    chosen: list[tuple[set[str], set[str]]],
) -> None:
    cases = [
        make_innovation(
            f"klub-{number}", target_groups=tuple(sorted(groups)), topics=tuple(sorted(topics))
        )
        for number, (groups, topics) in enumerate(chosen)
    ]
    view = coverage_view(catalogue_of(*cases))
    widened = [
        (groups | ({"postizeni"} if "neslysici" in groups else set()), topics)
        for groups, topics in chosen
    ]
    assert [[cell.count for cell in row.cells] for row in view.groups] == [
        [sum(group in groups and topic in topics for groups, topics in widened) for topic in TOPICS]
        for group in ("postizeni", "seniori", "vezni")
    ]
