"""The checker finds in each record of the shared corpus just what the corpus expects."""

import pytest
from form_corpus import Record, checked, corpus, written


@pytest.mark.parametrize("record", [pytest.param(one, id=one["id"]) for one in corpus()])
def test_the_checker_finds_what_is_expected(record: Record) -> None:
    found = {(code, field) for code, field, _ in checked(written(record))}
    assert sorted(found) == record["expected"]


def test_the_corpus_is_large_enough() -> None:
    assert len({one["id"] for one in corpus()}) >= 60
