"""The catalogue's own content: what it promises its readers beyond being free of errors."""

import re
from collections import Counter
from functools import cache
from itertools import combinations

import pytest
from support import PROJECT

from inspirace.load import LoadResult, load_catalogue
from inspirace.records import Innovation
from inspirace.views.activities import find_activities
from inspirace.vocabularies import Term

LEAST_INNOVATIONS, METHODS, LEAST_SMALL_STARTS, TRAILS = 225, 25, 180, 10
LEAST_SYNONYMS = 3
MOST_SHARED = 0.5  # of the longer words of two small starts: more, and one is the other's copy


@cache
def loaded() -> LoadResult:
    return load_catalogue(PROJECT)


def used_terms(field: str) -> list[Term]:
    """Return the terms of a field that innovations have, and the wider ones."""
    catalogue = loaded().catalogue
    return [one.term for one in catalogue.terms_in_use(field)]


def small_start_words(innovation: Innovation) -> set[str]:
    small = innovation.small_start
    text = " ".join((small.what, *small.steps)) if small else ""
    return set(re.findall(r"\w{4,}", text.lower()))


def test_the_catalogue_is_large_and_right() -> None:
    assert not loaded().has_errors
    catalogue = loaded().catalogue
    assert len(catalogue.innovations) >= LEAST_INNOVATIONS
    assert len(catalogue.methods) >= METHODS


def test_no_sentence_stands_on_two_pages_and_other_warnings_are_rare() -> None:
    codes = Counter(one.code for one in loaded().diagnostics)
    assert codes["repeated-sentence"] == 0
    catalogue = loaded().catalogue
    assert codes.total() <= len(catalogue.innovations) + len(catalogue.methods)


@pytest.mark.parametrize("name", ["target-groups", "topics", "service-types"])
def test_every_term_in_use_is_explained_and_found_by_other_words(name: str) -> None:
    poor = [
        term.id
        for term in used_terms(name)
        if not term.description or len(term.synonyms) < LEAST_SYNONYMS
    ]
    assert poor == []


def test_small_starts_are_many_and_no_two_alike() -> None:
    words = {
        slug: small_start_words(one)
        for slug, one in loaded().catalogue.innovations.items()
        if one.small_start
    }
    assert len(words) >= LEAST_SMALL_STARTS
    alike = [
        (one, other)
        for one, other in combinations(words, 2)
        if len(words[one] & words[other]) > MOST_SHARED * len(words[one] | words[other])
    ]
    assert alike == []


def test_every_activity_of_the_programme_leads_somewhere() -> None:
    empty = [
        one.term.id
        for one in find_activities(loaded().catalogue)
        if not (one.documented or one.ideas or one.similar)
    ]
    assert empty == []


def test_trails_are_ten_with_a_handful_of_cases_and_a_method() -> None:
    trails = loaded().catalogue.trails
    assert len(trails) >= TRAILS
    assert [one.id for one in trails if not 4 <= len(one.innovations) <= 7] == []
    assert [one.id for one in trails if not one.methods] == []
