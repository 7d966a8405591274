"""The measures of search quality, computed by hand."""

from collections.abc import Sequence
from math import log2

import pytest
from search_quality import Judged, table

GRADES = {"innovation/a": 3, "innovation/b": 1, "method/c": 2}


def make_judged(found: Sequence[str], kind: str = "exact", *, held_out: bool = False) -> Judged:
    state = "ready" if found else "empty"
    grades = {} if kind == "nothing" else GRADES
    return Judged("dotaz", kind, held_out, grades, state, found)


BEST = 7 + 3 / log2(3) + 1 / 2


@pytest.mark.parametrize(
    ("found", "ndcg", "reciprocal_rank", "recall"),
    [
        pytest.param(["innovation/a", "method/c", "innovation/b"], 1.0, 1.0, 1.0, id="best"),
        pytest.param(["x", "innovation/a"], 7 / log2(3) / BEST, 1 / 2, 1 / 3, id="second"),
        pytest.param(["x", "y"], 0.0, 0.0, 0.0, id="wrong"),
        pytest.param([], 0.0, 0.0, 0.0, id="empty"),
    ],
)
def test_an_answer_is_measured(
    found: list[str], ndcg: float, reciprocal_rank: float, recall: float
) -> None:
    judged = make_judged(found)
    measured = (judged.ndcg(), judged.reciprocal_rank(), judged.recall())
    assert measured == pytest.approx((ndcg, reciprocal_rank, recall))


def test_recall_is_of_ten_where_more_pages_fit() -> None:
    grades = {str(number): 1 for number in range(20)}
    judged = Judged(
        "dotaz", "exact", held_out=False, grades=grades, state="ready", found=["1", "2"]
    )
    assert judged.recall() == pytest.approx(2 / 10)


def test_the_part_kept_aside_stands_apart() -> None:
    judged = [
        make_judged(["innovation/a", "method/c", "innovation/b"]),
        make_judged([], held_out=True),
        make_judged([], "nothing"),
    ]
    assert table(judged).split("\n") == [
        "| dotazy | počet | nDCG@10 | MRR | úplnost@10 | bez odpovědi |",
        "|---|---:|---:|---:|---:|---:|",
        "| ladicí dvě třetiny | 1 | 1,000 | 1,000 | 1,000 | 0,0\N{NO-BREAK SPACE}% |",
        "| odložená třetina | 1 | 0,000 | 0,000 | 0,000 | 100,0\N{NO-BREAK SPACE}% |",
        "| ladicí: exact | 1 | 1,000 | 1,000 | 1,000 | 0,0\N{NO-BREAK SPACE}% |",
        "",
        "Dotazy, ke kterým v katalogu nic není (1): 1 × nic, 0 × přibližně, 0 × něco.",
    ]
