"""Czech: folding, order, plurals, numbers, near misses."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from inspirace.czech import (
    DIGITS,
    best_match,
    collation_key,
    counted,
    fold,
    initial,
    join_and,
    nearest,
    number,
    plural,
    sentence,
    stem,
    typeset,
)

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Příliš ŽLUŤOUČKÝ kůň", "prilis zlutoucky kun", id="diacritics-and-case"),
        pytest.param("  a\n b\t c ", "a b c", id="white-space"),
        pytest.param(f"5{NBSP}001 Kč", "5 001 kc", id="non-breaking-space"),
        pytest.param("r\N{COMBINING CARON}eka", "reka", id="already-decomposed"),
        pytest.param("Bastøy, Łódź, Straße, Æbler", "bastoy, lodz, strasse, aebler", id="foreign"),
        pytest.param("", "", id="empty"),
    ],
)
def test_folding_leaves_plain_lower_case_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "forms",
    [
        pytest.param(("důchodce", "důchodci", "DUCHODCU"), id="hard-and-soft-ending"),
        pytest.param(("vězeň", "vězni", "vězňům"), id="fleeting-e"),
        pytest.param(("cizinec", "cizinci", "cizinka", "cizinců"), id="cizinec"),
        pytest.param(("hluchý", "hluší", "hluchých", "hluchého"), id="ch-and-s"),
        pytest.param(("knihovník", "knihovnice", "knihovníci"), id="k-and-c"),
        pytest.param(("nevidomý", "nevidomí", "nevidomými"), id="adjective"),
    ],
)
def test_forms_of_one_word_have_one_stem(forms: Sequence[str]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    "in_order",
    [
        pytest.param(("cesta", "Cvikov", "čaj", "dům"), id="c-hook-after-c"),
        pytest.param(("Hradec", "hvězda", "Cheb", "chléb", "Ivančice"), id="ch-after-h"),
        pytest.param(("rýže", "řád", "sůl", "šál", "zub", "žába"), id="r-s-z-with-hooks"),
        pytest.param(("dar", "ďas", "dav"), id="d-hook-beside-d"),
        pytest.param(("dum", "Dum", "dům"), id="length-decides-last"),
        pytest.param(("Aarhus", "abeceda", "Áda", "aut"), id="long-a-beside-a"),
        pytest.param(("Nová Ves", "Nová Ves nad Nisou", "Novák"), id="space-first"),
        pytest.param(("věk", "žena", "18 let", "60+"), id="digits-last"),
        pytest.param(("louka", "łóże", "lyže"), id="foreign-letter-beside-its-kin"),
    ],
)
def test_words_stand_in_czech_order(in_order: Sequence[str]) -> None:
    keys = [collation_key(word) for word in in_order]
    assert all(earlier < later for earlier, later in pairwise(keys))


@pytest.mark.parametrize(
    ("count", "form"),
    [(0, "obcí"), (1, "obec"), (2, "obce"), (4, "obce"), (5, "obcí"), (21, "obcí"), (-3, "obce")],
)
def test_a_noun_takes_the_form_of_its_count(count: int, form: str) -> None:
    assert plural(count, "obec", "obce", "obcí") == form


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param(0, "0", id="zero"),
        pytest.param(999, "999", id="hundreds"),
        pytest.param(1200, f"1{NBSP}200", id="thousands"),
        pytest.param(12345678, f"12{NBSP}345{NBSP}678", id="millions"),
        pytest.param(-1500, f"−1{NBSP}500", id="negative"),
    ],
)
def test_thousands_are_set_apart(value: int, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        pytest.param("senioři", "S", id="small-letter"),
        pytest.param("Šumava", "Š", id="hook-of-its-own"),
        pytest.param("ústav", "U", id="length-mark"),
        pytest.param("ďábel", "D", id="hook-beside-its-letter"),
        pytest.param("chůva", "Ch", id="ch"),
        pytest.param("CHKO", "Ch", id="capital-ch"),
        pytest.param("c\N{COMBINING CARON}aj", "Č", id="hook-apart"),
        pytest.param("Łódź", "L", id="foreign-letter"),
        pytest.param("65+", DIGITS, id="digit"),
        pytest.param("„živá“ knihovna", "Ž", id="sign-before"),
        pytest.param("Україна", "У", id="another-alphabet"),
        pytest.param("–", "", id="nothing"),
    ],
)
def test_a_text_stands_under_a_letter(text: str, letter: str) -> None:
    assert initial(text) == letter


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("kurz PC", "Kurz PC.", id="end-added"),
        pytest.param("Proč ne?", "Proč ne?", id="end-kept"),
    ],
)
def test_a_sentence_begins_with_a_capital_and_ends(text: str, written: str) -> None:
    assert sentence(text) == written


def test_a_count_and_its_noun_stay_on_one_line() -> None:
    assert counted(1200, "obyvatel", "obyvatelé", "obyvatel") == f"1{NBSP}200{NBSP}obyvatel"


@pytest.mark.parametrize(
    ("items", "written"),
    [((), ""), (("a",), "a"), (("a", "b"), "a a b"), (("a", "b", "c"), "a, b a c")],
)
def test_an_enumeration_ends_with_and(items: Sequence[str], written: str) -> None:
    assert join_and(items) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("knihy k lidem", f"knihy k{NBSP}lidem", id="preposition"),
        pytest.param("V lese a u vody", f"V{NBSP}lese a{NBSP}u{NBSP}vody", id="two-in-a-row"),
        pytest.param("(s dětmi)", f"(s{NBSP}dětmi)", id="after-a-bracket"),
        pytest.param("oba na konci a", "oba na konci a", id="nothing-follows"),
        pytest.param("s. 5, do lesa", "s. 5, do lesa", id="abbreviation-and-longer-words"),
        pytest.param("a\nb", "a\nb", id="line-end-stays"),
    ],
)
def test_one_letter_words_hold_on_to_the_next_word(text: str, written: str) -> None:
    assert typeset(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("přišlo 627 lidí", f"přišlo 627{NBSP}lidí", id="noun"),
        pytest.param("za 450 Kč", f"za 450{NBSP}Kč", id="currency"),
        pytest.param("asi 15 %", f"asi 15{NBSP}%", id="percent"),
        pytest.param("3,5 hodiny", f"3,5{NBSP}hodiny", id="decimal"),
        pytest.param("25 000 hodin", f"25{NBSP}000{NBSP}hodin", id="thousands"),
        pytest.param("v 15 městech", f"v{NBSP}15{NBSP}městech", id="after-a-preposition"),
        pytest.param("5. září 2018", f"5.{NBSP}září 2018", id="day-of-a-month"),
        pytest.param("ve 20. obvodu", f"ve 20.{NBSP}obvodu", id="ordinal"),
        pytest.param("Bylo jich 12. Pak přišli další.", None, id="end-of-a-sentence"),
        pytest.param("v roce 2016 stouply", f"v{NBSP}roce 2016 stouply", id="year"),
        pytest.param("dalo 2000 Kč", f"dalo 2000{NBSP}Kč", id="amount-like-a-year"),
        pytest.param("od 6 do 12 let", f"od 6 do 12{NBSP}let", id="range-in-words"),
        pytest.param("22. 11. 2026", None, id="date-in-figures"),
        pytest.param("1,50", None, id="nothing-follows"),
        pytest.param(f"450{NBSP}Kč", None, id="tied-already"),
    ],
)
def test_a_number_holds_on_to_what_it_counts(text: str, written: str | None) -> None:
    assert typeset(text) == (text if written is None else written)


FIELDS = ("title", "summary", "Třinec", "škola", "nečtenář")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        pytest.param("sumary", "summary", id="letter-left-out"),
        pytest.param("tilte", "title", id="letters-swapped"),
        pytest.param("trinec", "Třinec", id="diacritics"),
        pytest.param("Třniec", "Třinec", id="typo-and-diacritics"),
        pytest.param("čtenář", None, id="opposite-is-no-near-miss"),
        pytest.param("partners", None, id="another-word"),
        pytest.param("", None, id="empty"),
        pytest.param("title" * 10_000, None, id="enormous"),
    ],
)
def test_the_nearest_is_one_typo_away(written: str, found: str | None) -> None:
    assert nearest(written, FIELDS) == found


def test_of_two_equally_near_the_first_is_taken() -> None:
    assert nearest("klus", ["klub", "klut"]) == "klub"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        pytest.param("DUCHODCE", "důchodce", id="diacritics-and-case"),
        pytest.param("důchodci", "důchodce", id="other-ending"),
        pytest.param("důcodcům", "důchodce", id="typo-and-other-ending"),
        pytest.param("děti", "děti a mládež", id="beginning-of-a-longer-name"),
        pytest.param("kolo", None, id="short-words-are-not-alike"),
        pytest.param("---", None, id="no-letters"),
        pytest.param("d" * 100_000, None, id="enormous"),
    ],
)
def test_the_best_match_forgives_endings_and_typos(written: str, found: str | None) -> None:
    names = ("škola", "děti a mládež", "děti školního věku", "důchodce")
    assert best_match(written, names) == found
