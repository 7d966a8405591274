"""The search index: impacts, postings, files of bounded size, columns of facets."""

import json
import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made import make_innovation, make_method, make_term
from support import PROJECT

from inspirace.catalogue import Catalogue
from inspirace.load import load_catalogue
from inspirace.records import RecordSection, SmallStart
from inspirace.search import index as index_module
from inspirace.search.analyser import load_analyser
from inspirace.search.artifacts import FOLDER, build_search, document_order
from inspirace.search.documents import DocumentTerms, FacetWords, TextTerms, text_terms
from inspirace.search.facets import FACETS, sign
from inspirace.search.index import Index
from inspirace.search.layout import SHARD_BYTES, front_coded, posting_row, shards
from inspirace.search.postings import (
    LONGEST_LIST,
    Posting,
    average_lengths,
    collect,
    field_lengths,
    impacts,
    pack,
    posting,
    read_groups,
)
from inspirace.site.page import Artifact

HANDICAPPED = {"cteni-s-pejsky", "lidska-knihovna-aarhus", "namet-znakovy-jazyk"}
FIXED = ("manifest.json", "analyser-data.js")


@pytest.fixture(scope="module")
def catalogue(fixture_root: Path) -> Catalogue:
    return load_catalogue(fixture_root).catalogue


@pytest.fixture(scope="module")
def files(catalogue: Catalogue) -> Mapping[str, bytes]:
    """Return the files of the index by the name in their folder."""
    found = {one.path.removeprefix(FOLDER): one.content for one in build_search(catalogue)}
    return {name.rpartition("/")[2]: content for name, content in found.items()}


def rows(files: Mapping[str, bytes]) -> dict[str, list[Any]]:
    """Return the rows of all shards by term."""
    merged: dict[str, list[Any]] = {}
    for name, content in files.items():
        if name.startswith("terms-"):
            merged |= json.loads(content)
    return merged


def documents_of(row: Sequence[Any]) -> set[int]:
    """Return the documents of a row, all its gaps added up."""
    found = set()
    for group in row:
        if isinstance(group, list):
            found |= {sum(group[1 : place + 1]) for place in range(1, len(group))}
    return found


def make_document(**given: Mapping[str, int]) -> DocumentTerms:
    fields = {name: given.get(name, {}) for name in ("title", "summary", "body")}
    others = (given.get(name, {}) for name in ("facets", "synonyms", "pairs"))
    return DocumentTerms(TextTerms(**fields, pairs={}), *others)


def test_text_is_counted_by_fields() -> None:
    section = (
        "Kluby **pro děti** [o klubech](../methods/rozhovory.md), víc na https://example.org/x."
    )
    record = make_innovation(
        "klub",
        title="Klub dětí",
        summary="Děti si čtou.",
        library="Knihovna Třinec",
        sections=(
            RecordSection("need", "Potřeba", "potreba", editorial=False, utf8=section.encode()),
        ),
        small_start=SmallStart("Jedno odpoledne."),
    )
    assert text_terms(record, load_analyser()) == TextTerms(
        title={"klub": 1, "det": 1},
        summary={"det": 1, "ctn": 1},
        body=dict.fromkeys(("knihovn", "trinc", "jedn", "odpoledn", "det", "vic"), 1) | {"klub": 2},
        pairs={"klub det": 1},
    )


def test_a_method_is_found_by_its_original_name() -> None:
    record = make_method("rozhovory", title="Rozhovory", original_name="Contextual Inquiry")
    assert text_terms(record, load_analyser()).title == {
        "rozhovor": 1,
        "contextual": 1,
        "inquir": 1,
    }


def test_stop_words_are_not_counted() -> None:
    assert load_analyser().count("klub pro děti a na to") == {"klub": 1, "det": 1}


def test_neighbours_are_pairs_within_a_line_whatever_stop_words_are_between() -> None:
    analyser = load_analyser()
    assert analyser.count_pairs("klub pro děti\nživá knihovna, živá kniha") == {
        "klub det": 1,
        "ziv knihovn": 1,
        "knihovn ziv": 1,
        "ziv kniz": 1,
    }


def test_a_pair_weighs_by_itself_whatever_the_lengths_of_fields() -> None:
    document = make_document(title={"klub": 1, "det": 1}, pairs={"klub det": 1})
    averages = average_lengths([field_lengths(make_document(title={"klub": 9}))])
    # by hand: 3 / (1.2 + 3) of 63
    assert impacts(document, averages)["klub det"] == 45


def test_the_first_group_and_topic_are_found_first_by_their_synonyms() -> None:
    words = FacetWords({}, load_analyser())
    groups = (
        make_term("target-groups", "a", synonyms=("důchodce",)),
        make_term("target-groups", "b", synonyms=("vězeň",)),
    )
    record = replace(make_innovation("klub"), target_groups=groups)
    text = text_terms(record, words.analyser)
    assert words.document(record, text).synonyms == {"duchodc": 2, "vezn": 1}


def test_impacts_grow_with_the_field_and_the_count() -> None:
    document = make_document(
        title={"klub": 1}, summary={"dilna": 1}, body={"klub": 1, "dilna": 1, "stul": 1, "zidle": 9}
    )
    averages = average_lengths([field_lengths(document)])
    # by hand: x / (1.2 + x) of 63, x = 4 + 1, 2 + 1, 1 and 9 where lengths are the average
    assert impacts(document, averages) == {"klub": 51, "dilna": 45, "stul": 29, "zidle": 56}


def test_a_word_in_a_long_text_weighs_less() -> None:
    short, long = (
        make_document(body={"klub": 1, "dum": 1}),
        make_document(body={"klub": 1, "dum": 5}),
    )
    averages = average_lengths(map(field_lengths, (short, long)))
    assert averages == (1.0, 1.0, 4.0, 1.0, 1.0)
    assert impacts(short, averages)["klub"] > impacts(long, averages)["klub"]


def test_averages_have_two_digits() -> None:
    assert average_lengths([(123, 0), (124, 1)]) == (120.0, 0.5)


def postings(impact_of: Sequence[int]) -> Posting:
    """Return the row of a term that documents have with these impacts, 0 for not at all."""
    documents = ([pack(0, impact)] if impact else [] for impact in impact_of)
    return posting(collect(array("I", one) for one in documents)[0])


def test_a_row_groups_documents_by_impact_with_gaps() -> None:
    assert postings((10, 63, 0, 10, 10)) == Posting(4, ((63, 1), (10, 0, 3, 1)))


def test_a_long_list_keeps_the_strongest() -> None:
    found = postings([1 + number % 2 for number in range(LONGEST_LIST + 100)])
    assert found.frequency == LONGEST_LIST + 100
    assert [(group[0], len(group) - 1) for group in found.groups] == [(2, 800), (1, 700)]


def test_a_row_that_was_not_cut_can_be_read_again() -> None:
    groups = {10: array("I", (0, 3, 4)), 63: array("I", (1,))}
    assert read_groups(posting(groups).groups) == groups


@pytest.mark.parametrize(
    ("form", "row"),
    [
        pytest.param("kluby", '"klub":[1,"kluby",[9,0]]', id="another-form"),
        pytest.param("klub", '"klub":[1,[9,0]]', id="the-term-itself"),
        pytest.param("", '"klub":[1,[9,0]]', id="none"),
    ],
)
def test_a_row_has_a_word_to_show(form: str, row: str) -> None:
    assert posting_row("klub", Posting(1, ((9, 0),)), form) == row.encode()


def test_shards_are_bounded_and_say_their_first_term() -> None:
    given = [
        (f"t{number:04}", posting_row(f"t{number:04}", Posting(1, ((9, 0),)), ""))
        for number in range(3000)
    ]
    cut = list(shards(given))
    assert len(cut) > 1
    assert max(len(shard.content) for shard in cut) <= SHARD_BYTES
    assert [next(iter(json.loads(shard.content))) for shard in cut] == [one.first for one in cut]
    assert [term for shard in cut for term in json.loads(shard.content)] == [
        term for term, _ in given
    ]


def test_terms_are_front_coded() -> None:
    assert front_coded(["klub", "kluk", "kolo", "a" * 40, "a" * 41]).decode().split("\n") == [
        *("0klub", "3k", "1olo"),
        f"0{'a' * 40}",
        f"z{'a' * 6}",
    ]


@pytest.mark.parametrize("number", [0, 56, 57, 90, 91, 300])
def test_every_value_has_a_sign_of_its_own(number: int) -> None:
    signs = [sign(one) for one in range(301)]
    assert signs.index(sign(number)) == number
    assert not {'"', "\\", " ", "!"} & set(signs)


def test_the_index_is_the_same_every_time(catalogue: Catalogue) -> None:
    assert list(build_search(catalogue)) == list(build_search(catalogue))


def test_the_folder_is_named_by_its_content(catalogue: Catalogue) -> None:
    (renamed, *_) = catalogue.newest
    changed = replace(
        catalogue,
        innovations={**catalogue.innovations, renamed.slug: replace(renamed, title="Jiný název")},
    )
    names = [manifest(build_search(one))["folder"] for one in (catalogue, changed)]
    assert names[0] != names[1]
    assert [name for name in names if not re.fullmatch("[0-9a-f]{12}", name)] == []


def manifest(artifacts: Iterator[Artifact]) -> dict[str, Any]:
    first = next(artifacts)
    assert first.path == f"{FOLDER}manifest.json"
    return dict(json.loads(first.content))


def test_every_file_is_where_the_manifest_says(catalogue: Catalogue) -> None:
    paths = [one.path.removeprefix(FOLDER) for one in build_search(catalogue)]
    folder = manifest(build_search(catalogue))["folder"]
    assert sorted(paths) == sorted(
        [
            *FIXED,
            *(f"{folder}/{name}" for name in ("facets-0.json", "facets-1.json", "records-0.json")),
            f"{folder}/terms-1.json",
            f"{folder}/places.json",
            *(f"{folder}/{name}" for name in ("terms-0.json", "terms.txt", "vocabulary.json")),
        ]
    )


@pytest.mark.parametrize(
    ("most", "terms"),
    [
        pytest.param(9, ["dilna", "klub", "stul"], id="prominent-or-in-two-documents"),
        pytest.param(2, ["dilna", "klub"], id="the-most-frequent-of-many"),
    ],
)
def test_terms_worth_guessing(monkeypatch: pytest.MonkeyPatch, most: int, terms: list[str]) -> None:
    monkeypatch.setattr(index_module, "MOST_GUESSED", most)
    rows = {
        term: posting_row(term, Posting(number, ((9, 0),)), "děti")
        for term, number in {"stul": 1, "klub": 2, "dilna": 30, "zidle": 1}.items()
    }
    index = Index(list(rows), {}, {}, rows, {}, prominent={0: 1})
    assert index.worth_guessing() == terms


def test_the_manifest_counts_documents_and_names_the_analyser(
    catalogue: Catalogue, files: Mapping[str, bytes]
) -> None:
    read = json.loads(files["manifest.json"])
    data = json.loads(
        files["analyser-data.js"].decode().removeprefix("export default ").rstrip(";\n")
    )
    assert read["documents"] == len(catalogue.innovations) + len(catalogue.methods)
    assert read["innovations"] == len(catalogue.innovations)
    assert read["analyser"] == data["digest"] == load_analyser().data.digest


def test_innovations_come_before_methods(catalogue: Catalogue) -> None:
    kinds = ["inovace" in one.address for one in document_order(catalogue)]
    assert kinds == sorted(kinds, reverse=True)


@pytest.mark.parametrize(
    ("word", "slugs"),
    [
        pytest.param("hluchý", {"namet-znakovy-jazyk"}, id="synonym-of-a-group"),
        pytest.param("hendikepovaný", HANDICAPPED, id="synonym-of-a-broader-group"),
        pytest.param("dánský", {"lidska-knihovna-aarhus"}, id="adjective-of-a-country"),
        pytest.param("Aarhus", {"lidska-knihovna-aarhus"}, id="town"),
    ],
)
def test_a_word_of_a_vocabulary_leads_to_its_innovations(
    catalogue: Catalogue, files: Mapping[str, bytes], word: str, slugs: set[str]
) -> None:
    (term,) = load_analyser().terms(word)
    order = document_order(catalogue)
    assert {order[one].slug for one in documents_of(rows(files)[term])} == slugs


def test_records_are_shown_in_the_order_of_their_numbers(
    catalogue: Catalogue, files: Mapping[str, bytes]
) -> None:
    shown = json.loads(files["records-0.json"])
    assert [row[0] for row in shown] == [one.address for one in document_order(catalogue)]


def test_places_of_the_map_are_a_column_in_the_order_of_the_numbers(
    catalogue: Catalogue, files: Mapping[str, bytes]
) -> None:
    found = json.loads(files["places.json"])
    names = dict(enumerate(name for name, _ in found["places"]))
    read = [names.get(ord(one) - ord("#")) for one in found["column"]]
    assert read == [one.place and one.place.municipality for one in catalogue.newest]


def test_terms_of_the_vocabularies_count_their_narrower_ones(files: Mapping[str, bytes]) -> None:
    read = json.loads(files["vocabulary.json"])
    terms = {row[2]: row for row in read["terms"] if read["kinds"][row[1]][1] == "pro-koho"}
    narrower, broader = terms["sluchove-postizeni"], terms["lide-s-postizenim"]
    assert narrower[6] == broader[0]
    assert (narrower[4], broader[4]) == (1, 3)


def test_columns_have_a_place_for_every_innovation(
    catalogue: Catalogue, files: Mapping[str, bytes]
) -> None:
    read, more = (json.loads(files[f"facets-{number}.json"]) for number in (0, 1))
    count = len(catalogue.innovations)
    lengths = {
        facet["name"]: len(facet["column"].split(" ")) if facet["many"] else len(facet["column"])
        for facet in read["facets"] + more["facets"]
    }
    assert lengths == dict.fromkeys(lengths, count)
    assert [len(read[name]) for name in ("estimated", "years", "sizes")] == [count] * 3
    assert read["documents"] == count


def test_facets_are_those_that_addresses_name(files: Mapping[str, bytes]) -> None:
    parts = (json.loads(files[f"facets-{number}.json"]) for number in (0, 1))
    assert [facet["name"] for part in parts for facet in part["facets"]] == [
        *("pro-koho", "temata", "typ-sluzby", "zeme", "kraje", "velikost-obce"),
        *("naklady", "priprava", "provoz", "zmena", "aktivity", "role", "typ-knihovny"),
        *("ukotveni", "dolozeni", "overeni", "stav", "obdobi", "metoda"),
    ]


def test_every_facet_of_the_schema_is_in_the_index() -> None:
    text = (PROJECT / "content" / "schema" / "innovation.yml").read_text("utf-8")
    assert sorted(re.findall(r"^ +x-facet: (\S+)$", text, re.MULTILINE)) == sorted(
        facet.name for facet in FACETS
    )
