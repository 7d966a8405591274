"""Rules of vocabularies and places: each finding stands at its line and says what to do."""

from collections.abc import Iterable, Mapping

import pytest

from inspirace.diagnostics import Diagnostic
from inspirace.places import Place, Places
from inspirace.reading.front_matter import FrontMatter, parse_yaml
from inspirace.reading.text_file import TextFile
from inspirace.rules.places import load_places
from inspirace.rules.vocabularies import check_vocabulary_use, load_vocabulary
from inspirace.vocabularies import Vocabulary

TOPICS = """\
title: Témata
terms:
  - id: zdravi
    label: zdraví
    synonyms:
      - péče
      - pohoda
  - id: dusevni-zdravi
    label: duševní zdraví
    broader: zdravi
  - id: stari
    label: stáří
"""
BAD_ID = "id smí mít jen malá písmena bez háčků a čárek, číslice a mezi nimi spojovníky."
BOTH = "pojmu „zdraví“ patří i k pojmu „stáří“ (stari)."
UNUSED = "unused-term: Ve slovníku „Témata“ zatím"
COUNTRIES = "title: Země\nterms:\n  - id: CZ\n    label: Česko\n"
REGIONS = "title: Kraje\nterms:\n  - id: praha\n    label: Praha\n"
PLACES = """\
source: GeoNames
licence: CC BY 4.0
places:
  - {municipality: Praha, country: CZ, region: praha, lat: 50.1, lon: 14.4, population: 1165581}
"""
BLOCK_ROW = """\
  - municipality: Zličín
    country: CZ
    region: praha
    lat: 50.1
    lon: 14.3
    population: 5600
"""


def read(text: str) -> FrontMatter:
    source, found = parse_yaml(TextFile("content/vocabularies/topics.yml", text))
    assert source is not None
    assert found == ()
    return source


def load(text: str, name: str = "topics") -> tuple[Vocabulary, tuple[Diagnostic, ...]]:
    vocabulary, found = load_vocabulary(name, read(text))
    assert vocabulary is not None
    return vocabulary, found


def told(found: Iterable[Diagnostic]) -> list[str]:
    return [f"{one.location.line}:{one.location.column} {one.code}: {one.message}" for one in found]


def test_a_clean_vocabulary_has_no_findings() -> None:
    vocabulary, found = load(TOPICS)
    assert list(vocabulary.terms) == ["zdravi", "dusevni-zdravi", "stari"]
    assert found == ()


def test_faults_of_a_vocabulary_stand_at_their_places() -> None:
    text = TOPICS.replace("id: stari", "id: Stáří").replace("broader: zdravi", "narrower: zdravi")
    vocabulary, found = load_vocabulary("topics", read(text))
    assert vocabulary is None
    assert told(found) == [
        "10:5 bad-vocabulary: Pojem „dusevni-zdravi“: pole „narrower“ katalog nezná.",
        f"11:9 bad-vocabulary: Pojem „Stáří“: {BAD_ID}",
    ]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param(
            "- péče",
            "- –",
            ["6:9 empty-synonym: Synonymum „–“ pojmu „zdraví“ nemá písmena ani číslice."],
            id="empty-synonym",
        ),
        pytest.param(
            "    label: stáří\n",
            "    label: stáří\n    synonyms: [Pece]\n",
            [f"6:9 ambiguous-synonym: Synonymum „péče“ {BOTH}"],
            id="unmarked",
        ),
        pytest.param(
            "- péče",
            "- staří",
            [f"6:9 ambiguous-synonym: Synonymum „staří“ {BOTH}"],
            id="label-of-another",
        ),
        pytest.param(
            "    label: stáří\n",
            "    label: stáří\n    synonyms: [péče]\n    shared_synonyms: [péče]\n",
            [f"6:9 ambiguous-synonym: Synonymum „péče“ {BOTH}"],
            id="marked-at-one",
        ),
        pytest.param(
            "    label: stáří\n",
            "    label: stáří\n    synonyms: [péče]\n    deprecated: true\n",
            [],
            id="of-a-deprecated-term",
        ),
    ],
)
def test_odd_synonyms_are_warned_about(old: str, new: str, found: list[str]) -> None:
    _, warned = load(TOPICS.replace(old, new))
    assert told(warned) == found


def test_a_synonym_marked_as_shared_at_both_is_taken() -> None:
    shared = "    shared_synonyms: [péče]\n"
    text = TOPICS.replace("    synonyms:\n", f"{shared}    synonyms:\n")
    assert load(f"{text}    synonyms: [péče]\n{shared}")[1] == ()


@pytest.mark.parametrize(
    ("used", "found"),
    [
        pytest.param({"dusevni-zdravi", "stari"}, [], id="narrower-counts"),
        pytest.param(
            {"dusevni-zdravi"},
            [f"11:5 {UNUSED} není použitý 1 pojem: „stáří“."],
            id="one",
        ),
        pytest.param(
            {"stari"},
            [f"3:5 {UNUSED} nejsou použité 2 pojmy: „zdraví“, „duševní zdraví“."],
            id="two",
        ),
    ],
)
def test_unused_terms_are_one_finding(used: set[str], found: list[str]) -> None:
    vocabulary, _ = load(TOPICS)
    sources, vocabularies = {"topics": read(TOPICS)}, {"topics": vocabulary}
    assert told(check_vocabulary_use(sources, vocabularies, {"topics": used})) == found


@pytest.mark.parametrize(
    ("count", "message"),
    [
        pytest.param(7, "není použito 7 pojmů: {} a další 1.", id="one-more"),
        pytest.param(8, "není použito 8 pojmů: {} a další 2.", id="two-more"),
        pytest.param(11, "není použito 11 pojmů: {} a dalších 5.", id="five-more"),
    ],
)
def test_only_the_first_unused_terms_are_named(count: int, message: str) -> None:
    text = "title: Témata\nterms:\n" + "".join(
        f"  - id: t{number}\n    label: t{number}\n" for number in range(count)
    )
    vocabulary, _ = load(text)
    (found,) = check_vocabulary_use({"topics": read(text)}, {"topics": vocabulary}, {})
    named = ", ".join(f"„t{number}“" for number in range(6))
    assert found.message == f"Ve slovníku „Témata“ zatím {message.format(named)}"


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("complete: true\n", id="complete-vocabulary"),
        pytest.param("", id="deprecated-term"),
    ],
)
def test_a_term_that_may_stay_unused_is_not_told(written: str) -> None:
    text = f"{written}{TOPICS}" if written else f"{TOPICS}    deprecated: true\n"
    vocabulary, _ = load(text)
    used = {"topics": {"dusevni-zdravi"}}
    assert list(check_vocabulary_use({"topics": read(text)}, {"topics": vocabulary}, used)) == []


def load_rows(text: str) -> tuple[Places | None, tuple[Diagnostic, ...]]:
    vocabularies: Mapping[str, Vocabulary] = {
        "countries": load(COUNTRIES, "countries")[0],
        "regions": load(REGIONS, "regions")[0],
    }
    return load_places(TextFile("content/places.yml", text), vocabularies)


PRAGUE = Place("Praha", "CZ", 50.1, 14.4, 1165581, "praha")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(PLACES, [PRAGUE], id="plain"),
        pytest.param(
            PLACES + BLOCK_ROW,
            [PRAGUE, Place("Zličín", "CZ", 50.1, 14.3, 5600, "praha")],
            id="row-on-more-lines",
        ),
    ],
)
def test_places_are_read_whichever_way_they_are_written(text: str, places: list[Place]) -> None:
    read_places, found = load_rows(text)
    assert read_places is not None
    assert (read_places.source, read_places.licence) == ("GeoNames", "CC BY 4.0")
    assert list(read_places.by_name.values()) == places
    assert found == ()


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param(
            "region: praha",
            "region: prha",
            ["4:48 bad-places: Obec „Praha“: kraj „prha“ slovník nezná."],
            id="region",
        ),
        pytest.param(
            "country: CZ",
            "country: CX",
            ["4:36 bad-places: Obec „Praha“: zemi „CX“ slovník nezná."],
            id="country",
        ),
        pytest.param(
            "lat: 50.1",
            "lat: 50,1",
            ["4:63 bad-places: Obec „Praha“: desetinné číslo je rozdělené čárkou."],
            id="decimal-comma",
        ),
        pytest.param(
            "lat: 50.1",
            "lat: sever",
            ["4:60 bad-places: Obec „Praha“: pole „lat“ má být číslo s desetinnou tečkou."],
            id="no-number",
        ),
    ],
)
def test_faults_of_places_stand_at_their_places(old: str, new: str, found: list[str]) -> None:
    places, faults = load_rows(PLACES.replace(old, new))
    assert places is None
    assert told(faults) == found


def test_a_broken_vocabulary_does_not_blame_the_places() -> None:
    places, found = load_places(TextFile("content/places.yml", PLACES), {})
    assert places is not None
    assert found == ()
