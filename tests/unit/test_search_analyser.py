"""The Czech analyser: vectors that the browser shares, and forms of one word that agree."""

import json
import re
from collections import Counter
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import PROJECT

from inspirace.search.analyser import DATA, Analyser, load_analyser, split_words

VECTORS = json.loads((PROJECT / "tests" / "search" / "vectors.json").read_text("utf-8"))
TEXTS = cast("list[dict[str, str | list[str]]]", VECTORS["texts"])

FORMS = (
    "knihovna knihovny knihovně knihovnu knihovnou knihoven knihovnám knihovnách knihovnami",
    "kniha knihy knize knihu knihou knih knihám knihách knihami",
    "dítě dítěti dítětem děti dětí dětem dětech dětmi",
    "člověk člověka lidé lidí lidem lidech lidmi",
    "senior seniora seniorovi seniorem senioři seniorů seniorům seniory seniorech",
    "hluchý hluchého hluchému hluchým hluší hluchých hluchými",
    "nevidomý nevidomého nevidomí nevidomých nevidomým nevidomými",
    "romský romského romské romští romských romskými",
    "problém problému problémem problémy problémů problémech",
    "Praha Prahy Praze Prahu Prahou",
    "biblioterapie biblioterapii biblioterapií",
    "častý častější nejčastější",
    "číst čtení čtou četl",
)


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return load_analyser()


def test_vectors_are_many() -> None:
    assert len(VECTORS["words"]) >= 170
    assert len(TEXTS) >= 7


def test_words_have_the_terms_of_the_vectors(analyser: Analyser) -> None:
    words = VECTORS["words"]
    assert {word: analyser.stem(analyser.fold(word.lower())) for word in words} == words


@pytest.mark.parametrize("vector", TEXTS, ids=lambda vector: repr(vector["text"]))
def test_texts_have_the_terms_of_the_vectors(
    analyser: Analyser, vector: dict[str, str | list[str]]
) -> None:
    assert analyser.terms(str(vector["text"])) == vector["terms"]


@pytest.mark.parametrize("forms", FORMS, ids=lambda forms: forms.partition(" ")[0])
def test_forms_of_a_word_agree(analyser: Analyser, forms: str) -> None:
    assert len(set(analyser.terms(forms))) == 1


@pytest.mark.parametrize("forms", FORMS, ids=lambda forms: forms.partition(" ")[0])
def test_a_text_reads_the_same_without_diacritics_and_in_capitals(
    analyser: Analyser, forms: str
) -> None:
    folded = " ".join(analyser.fold(word) for word in split_words(forms))
    wanted = analyser.terms(forms)
    assert [analyser.terms(text) for text in (folded, forms.upper(), f"  {forms}  ")] == [
        wanted
    ] * 3


def test_stop_words_are_folded_words_of_their_own() -> None:
    stop_words = " ".join(json.loads(DATA.read_text("utf-8"))["stopWords"]).split()
    assert len(stop_words) == len(set(stop_words))
    assert [word for word in stop_words if not re.fullmatch("[a-z]+", word)] == []


def test_a_text_of_stop_words_keeps_them(analyser: Analyser) -> None:
    assert analyser.terms("pod okny") == ["okn"]
    assert analyser.terms("pod vás") == ["pod", "vas"]


@given(st.text(alphabet=st.sampled_from("aAčŘßĳİΣſ5_ \n\u0301\u2002-,.„“*…'"), max_size=40))
def test_terms_are_counted_as_if_each_word_stood_alone(text: str) -> None:
    analyser = load_analyser()
    counts = Counter(term for word in split_words(text) if (term := analyser[word]))
    assert [analyser.count(text), analyser.count(text)] == [counts, counts]
