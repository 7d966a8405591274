"""The register: every label and synonym, in Czech order, each leading to its terms."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from made import make_catalogue, make_innovation, make_term
from page_text import addresses, plain

from inspirace.catalogue import Catalogue
from inspirace.czech import typeset
from inspirace.load import load_catalogue
from inspirace.outputs.register import Entry, Target, build_register_page, register_entries
from inspirace.views.addresses import TERM_FOLDERS
from inspirace.vocabularies import Term, Vocabulary


def term(vocabulary: str, label: str, *synonyms: str, **given: object) -> Term:
    identifier = label.split(maxsplit=1)[0].lower()
    return make_term(vocabulary, identifier, label=label, synonyms=synonyms, **given)


GROUPS = (
    term("target-groups", "neslyšící a nedoslýchaví", "hluchý", "znakový jazyk", "chronik"),
    term("target-groups", "senioři", "důchodce", "65+", "třetí věk"),
    term("target-groups", "cizinci", "migrant"),
    term("target-groups", "staří", "stařec", deprecated=True, replaced_by="senioři"),
    term("target-groups", "zaniklí", "nikdo", deprecated=True),
)
TOPICS = (
    term("topics", "Zdraví", "čaj", "ctnost", "hora"),
    term("topics", "senioři", "stáří"),
)
SERVICES = (
    term("service-types", "kurz", "zdraví", "znakový jazyk", "kurz", "–"),
    term("service-types", "klub", deprecated=True, replaced_by="kurz"),
)
REGIONS = (term("regions", "praha", "Pražák"),)
COUNTRIES = (
    make_term("countries", "CZ", label="Česko", synonyms=("český",)),
    make_term("countries", "FR", label="Francie", synonyms=("francouzský",)),
)
ACTIVITIES = (
    term("programme-activities", "lekce znakového jazyka", "Znakový jazyk"),
    term("programme-activities", "arteterapie"),
)


def catalogue() -> Catalogue:
    """Return a catalogue whose two cases use some of the terms."""
    given = {
        "target_groups": ("neslyšící", "senioři"),
        "topics": ("zdraví",),
        "service_types": ("klub", "kurz"),
        "programme_activities": ("lekce",),
    }
    cases = [make_innovation("a", **given), make_innovation("b", **given | {"topics": ()})]
    listed = (GROUPS, TOPICS, SERVICES, REGIONS, COUNTRIES, ACTIVITIES)
    return make_catalogue(
        *cases,
        vocabularies=[
            Vocabulary(name, name, terms={one.id: one for one in terms})
            for name, terms in zip(TERM_FOLDERS, listed, strict=True)
        ],
    )


def told(targets: Iterable[Target]) -> str:
    return "; ".join(
        f"{one.link.text} <{one.link.address}> {one.kind}, {one.count}" for one in targets
    )


def line(entry: Entry) -> str:
    """Return an entry as „own | see“, or the word and what to see."""
    if not entry.own:
        return plain(f"{entry.word} → {told(entry.see)}")
    return plain(f"{told(entry.own)}{f' | {told(entry.see)}' if entry.see else ''}")


DEAF = "neslyšící a nedoslýchaví <pro-koho/neslyšící/> pro koho, 2 případy"
OLD = "senioři <pro-koho/senioři/> pro koho, 2 případy"
HEALTH = "Zdraví <temata/zdraví/> téma, 1 případ"
COURSE = "kurz <typ-sluzby/kurz/> typ služby, 2 případy"
LESSONS = "lekce znakového jazyka <aktivity/lekce/> činnost programu, 2 doložené případy"
CZECHIA = "Česko <zeme/cz/> země, 2 případy"


def test_every_word_stands_in_order_and_leads_to_all_its_terms() -> None:
    assert [line(entry) for entry in register_entries(catalogue())] == [
        "arteterapie <aktivity/arteterapie/> činnost programu, zatím bez doloženého případu",
        "cizinci <> pro koho, zatím bez případu",
        f"ctnost → {HEALTH}",
        f"čaj → {HEALTH}",
        CZECHIA,
        f"český → {CZECHIA}",
        f"důchodce → {OLD}",
        f"hluchý → {DEAF}",
        f"hora → {HEALTH}",
        f"chronik → {DEAF}",
        "klub <typ-sluzby/klub/> typ služby, 2 případy",
        COURSE,
        LESSONS,
        "migrant → cizinci <> pro koho, zatím bez případu",
        DEAF,
        "praha <> kraj, zatím bez případu",
        "Pražák → praha <> kraj, zatím bez případu",
        f"{OLD}; senioři <> téma, zatím bez případu",
        f"stařec → {OLD}",
        f"staří → {OLD}",
        "stáří → senioři <> téma, zatím bez případu",
        f"třetí věk → {OLD}",
        f"{HEALTH} | {COURSE}",
        f"znakový jazyk → {COURSE}; {LESSONS}; {DEAF}",
        f"65+ → {OLD}",
    ]


def test_letters_are_headings_and_the_bar_leads_to_each() -> None:
    content = build_register_page(catalogue()).html
    letters = [
        *("a", "c", "c-hacek", "d", "h", "ch", "k", "l", "m", "n", "p", "s", "t", "z"),
        "cislice",
    ]
    bar = [one for one in addresses(content) if one.startswith("#")]
    assert bar == [f"#pismeno-{letter}" for letter in letters]
    assert [content.count(f'<h2 id="{one[1:]}">') for one in bar] == [1] * len(letters)


def test_the_page_leads_to_pages_that_are_there_and_to_no_other() -> None:
    content = build_register_page(catalogue()).html
    assert {one for one in addresses(content) if not one.startswith("#")} == {
        *("../inovace/", "../pridat/"),
        *("../pro-koho/neslyšící/", "../pro-koho/senioři/", "../temata/zdraví/"),
        *("../typ-sluzby/kurz/", "../typ-sluzby/klub/", "../zeme/cz/"),
        *("../aktivity/lekce/", "../aktivity/arteterapie/"),
    }


@pytest.fixture(scope="module")
def fixture_catalogue(fixture_root: Path) -> Catalogue:
    return load_catalogue(fixture_root).catalogue


@pytest.mark.parametrize("name", [name for name in TERM_FOLDERS if name != "countries"])
def test_every_label_and_synonym_of_the_fixture_is_in_the_register(
    fixture_catalogue: Catalogue, name: str
) -> None:
    written = {entry.word.casefold() for entry in register_entries(fixture_catalogue)}
    terms = fixture_catalogue.vocabularies[name].terms.values()
    words = {typeset(word).casefold() for one in terms for word in (one.label, *one.synonyms)}
    assert len(words) > 2
    assert words - written == set()


def test_of_the_countries_only_those_in_use_are_in_the_register(
    fixture_catalogue: Catalogue,
) -> None:
    written = {entry.word for entry in register_entries(fixture_catalogue)}
    countries = fixture_catalogue.vocabularies["countries"].terms.values()
    found = {one.id for one in countries if {one.label, *one.synonyms} <= written}
    assert found == {"CZ", "DK"}
    assert {"Velká Británie", "slovenský"} & written == set()
