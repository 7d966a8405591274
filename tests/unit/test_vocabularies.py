"""Controlled vocabularies: reading them, finding terms in them."""

from collections.abc import Mapping

import pytest

from inspirace.raw_values import FaultsError
from inspirace.vocabularies import SimilarCase, Term, Vocabulary, VocabularySource
from inspirace.vocabulary_reader import parse_vocabulary


def make_raw(*terms: Mapping[str, object], **fields: object) -> Mapping[str, object]:
    return {"title": "Pro koho", "terms": [dict(term) for term in terms], **fields}


def make_vocabulary(*terms: Mapping[str, object], name: str = "target-groups") -> Vocabulary:
    return parse_vocabulary(name, make_raw(*terms))


SENIORS = {"id": "seniori", "label": "senioři", "synonyms": ["důchodce", "třetí věk"]}
DISABLED = {"id": "postizeni", "label": "lidé s postižením"}
DEAF = {"id": "neslysici", "label": "neslyšící", "broader": "postizeni", "synonyms": ["hluchý"]}
SIGNERS = {"id": "znakujici", "label": "znakující", "broader": "neslysici"}
BAD_ID = "id smí mít jen malá písmena bez háčků a čárek, číslice a mezi nimi spojovníky."
NO_LABEL = "chybí název."
HALF_SIMILAR = "podobnému případu chybí innovation, nebo how."
OLD = {"id": "stari", "label": "staří lidé", "deprecated": True, "replaced_by": "seniori"}


def test_every_field_of_a_term_is_read() -> None:
    row = {
        "id": "5-az-25-tisic",
        "label": "5 001–25 000 Kč",
        "label_en": "CZK 5,001–25,000",
        "description": "Lektor.",
        "synonyms": ["grant"],
        "shared_synonyms": ["grant"],
        "broader": "vse",
        "sdg": [1, "10"],
        "deprecated": "true",
        "replaced_by": "vse",
        "minimum": 5001,
        "maximum": "25000",
        "code": "CZ010",
        "measured_by": ["dotazník"],
        "similar": [{"innovation": "stolni-hokej", "how": "Hraje se jiná hra."}],
        "basis": "zdroj",
        "sources": ["zakon"],
        "former_code": "CZ011",
        "nesta": "úroveň 1",
    }
    zakon = {"id": "zakon", "title": "Zákon č. 257", "url": "https://example.org/", "year": "2001"}
    raw = make_raw(row, {"id": "vse", "label": "vše"}, sources=[zakon], note="Pozn.")
    assert parse_vocabulary("cost-bands", raw).terms["5-az-25-tisic"] == Term(
        id="5-az-25-tisic",
        vocabulary="cost-bands",
        label="5 001–25 000 Kč",
        label_en="CZK 5,001–25,000",
        description="Lektor.",
        synonyms=("grant",),
        shared_synonyms=("grant",),
        broader="vse",
        sdg=(1, 10),
        deprecated=True,
        replaced_by="vse",
        minimum=5001,
        maximum=25000,
        code="CZ010",
        measured_by=("dotazník",),
        similar=(SimilarCase("stolni-hokej", "Hraje se jiná hra."),),
    )


def test_a_vocabulary_says_what_it_is_and_where_it_is_from() -> None:
    law = {"id": "zakon", "title": "Zákon", "url": "https://example.org/", "publisher": "Sbírka"}
    report = {"id": "zprava", "title": "Zpráva"}
    raw = make_raw(SENIORS, description="Lidé.", note="Podle zákona.", sources=[law, report])
    vocabulary = parse_vocabulary("target-groups", raw)
    assert (vocabulary.title, vocabulary.description, vocabulary.note, vocabulary.sources) == (
        "Pro koho",
        "Lidé.",
        "Podle zákona.",
        (
            VocabularySource("zakon", "Zákon", "https://example.org/", "Sbírka"),
            VocabularySource("zprava", "Zpráva"),
        ),
    )


@pytest.mark.parametrize(
    ("written", "complete"),
    [pytest.param({}, False, id="open"), pytest.param({"complete": "true"}, True, id="complete")],
)
def test_a_vocabulary_says_whether_it_is_complete(
    written: Mapping[str, object], *, complete: bool
) -> None:
    assert parse_vocabulary("regions", make_raw(SENIORS, **written)).complete is complete


def test_terms_keep_the_order_of_the_file() -> None:
    assert list(make_vocabulary(SENIORS, DISABLED, DEAF).terms) == [
        "seniori",
        "postizeni",
        "neslysici",
    ]


def test_a_country_has_two_capitals_and_a_slug_in_lower_case() -> None:
    countries = make_vocabulary({"id": "CZ", "label": "Česko"}, name="countries")
    assert countries.terms["CZ"].slug == "cz"


@pytest.mark.parametrize(
    ("row", "path", "message"),
    [
        pytest.param({"label": "a"}, (), "Pojem „a“: chybí id.", id="no-id"),
        pytest.param({"id": "a"}, (), f"Pojem „a“: {NO_LABEL}", id="no-label"),
        pytest.param(
            {"id": "a", "label": "–"},
            ("label",),
            "Pojem „a“: název „–“ nic neříká.",
            id="empty-label",
        ),
        pytest.param(
            {"id": "Á b", "label": "a"},
            ("id",),
            f"Pojem „Á b“: {BAD_ID}",
            id="bad-id",
        ),
        pytest.param(
            {"id": "a", "label": "a", "popis": "b"},
            ("popis",),
            "Pojem „a“: pole „popis“ katalog nezná.",
            id="unknown-field",
        ),
        pytest.param(
            {"id": "a", "label": "a", "broader": "b"},
            ("broader",),
            "Pojem „a“: pole „broader“ odkazuje na „b“, které ve slovníku není.",
            id="broader-does-not-exist",
        ),
        pytest.param(
            {"id": "a", "label": "a", "replaced_by": "b"},
            ("replaced_by",),
            "Pojem „a“: pole „replaced_by“ odkazuje na „b“, které ve slovníku není.",
            id="replacement-does-not-exist",
        ),
        pytest.param(
            {"id": "a", "label": "a", "broader": "a"},
            ("broader",),
            "Pojem „a“: pole „broader“ vede v kruhu zpátky k tomuto pojmu.",
            id="broader-than-itself",
        ),
        pytest.param(
            {"id": "a", "label": "a", "synonyms": "b"},
            ("synonyms",),
            "Pojem „a“: pole „synonyms“ má být seznam.",
            id="text-for-a-list",
        ),
        pytest.param(
            {"id": "a", "label": "a", "synonyms": [{"b": "c"}]},
            ("synonyms",),
            "Pojem „a“: pole „synonyms“ má mít v seznamu jen texty.",
            id="fields-for-a-text",
        ),
        pytest.param(
            {"id": "a", "label": "a", "maximum": "hodně"},
            ("maximum",),
            "Pojem „a“: pole „maximum“ má být celé číslo.",
            id="text-for-a-number",
        ),
        pytest.param(
            {"id": "a", "label": "a", "minimum": "9", "maximum": "4"},
            ("minimum",),
            "Pojem „a“: minimum 9 je víc než maximum 4.",
            id="bounds-in-the-wrong-order",
        ),
        pytest.param(
            {"id": "a", "label": "a", "sdg": ["18"]},
            ("sdg",),
            "Pojem „a“: cíle udržitelného rozvoje mají čísla 1 až 17.",
            id="goal-that-is-not",
        ),
        pytest.param(
            {"id": "a", "label": "a", "deprecated": "ano"},
            ("deprecated",),
            "Pojem „a“: pole „deprecated“ má být true, nebo false.",
            id="text-for-a-flag",
        ),
        pytest.param(
            {"id": "a", "label": "a", "sources": ["zakon"]},
            ("sources",),
            "Pojem „a“: zdroj „zakon“ v seznamu zdrojů slovníku není.",
            id="source-not-listed",
        ),
        pytest.param(
            {"id": "a", "label": "a", "similar": ["hokej"]},
            ("similar", 0),
            "1. položka seznamu „similar“ nemá žádná pole.",
            id="similar-without-a-sentence",
        ),
        pytest.param(
            {"id": "a", "label": "a", "similar": [{"innovation": "hokej", "how": "–"}]},
            ("similar", 0, "how"),
            f"Pojem „a“: {HALF_SIMILAR}",
            id="similar-that-does-not-say-how",
        ),
        pytest.param(
            {"id": "a", "label": "a", "similar": [{"how": "Hraje se jiná hra."}]},
            ("similar", 0),
            f"Pojem „a“: {HALF_SIMILAR}",
            id="similar-that-is-no-case",
        ),
    ],
)
def test_a_wrong_term_is_refused_at_its_place(
    row: Mapping[str, object], path: tuple[str | int, ...], message: str
) -> None:
    with pytest.raises(FaultsError) as caught:
        make_vocabulary(row)
    assert [(fault.path, fault.message) for fault in caught.value.faults] == [
        (("terms", 0, *path), message)
    ]


@pytest.mark.parametrize(
    ("raw", "faults"),
    [
        pytest.param({"terms": [SENIORS]}, [((), "Slovníku chybí název.")], id="no-title"),
        pytest.param({"title": "a"}, [((), "Slovníku chybí pojmy.")], id="no-terms"),
        pytest.param(
            {"title": "a", "terms": ""},
            [(("terms",), "Slovníku chybí pojmy.")],
            id="empty-terms",
        ),
        pytest.param(
            {"title": "a", "terms": {"b": "c"}},
            [(("terms",), "Pole „terms“ má být seznam.")],
            id="no-list",
        ),
        pytest.param(
            {"title": "a", "terms": ["b", SENIORS]},
            [(("terms", 0), "1. položka seznamu „terms“ nemá žádná pole.")],
            id="no-mapping",
        ),
        pytest.param(
            make_raw(SENIORS, pojmy=[]), [(("pojmy",), "Pole „pojmy“ katalog nezná.")], id="unknown"
        ),
        pytest.param(
            make_raw(SENIORS, SENIORS),
            [(("terms", 1, "id"), "Pojem „seniori“: id „seniori“ už ve slovníku je.")],
            id="twice",
        ),
        pytest.param(
            make_raw(
                {"id": "a", "label": "a", "broader": "b"}, {"id": "b", "label": "b", "broader": "a"}
            ),
            [
                (
                    ("terms", 0, "broader"),
                    "Pojem „a“: pole „broader“ vede v kruhu zpátky k tomuto pojmu.",
                ),
                (
                    ("terms", 1, "broader"),
                    "Pojem „b“: pole „broader“ vede v kruhu zpátky k tomuto pojmu.",
                ),
            ],
            id="circle-of-two",
        ),
        pytest.param(
            make_raw(SENIORS, sources=[{"id": "zakon", "title": "Zákon", "url": "www.zakon.cz"}]),
            [
                (
                    ("sources", 0, "url"),
                    "Zdroj „zakon“: adresa „www.zakon.cz“ není celá.",
                )
            ],
            id="half-an-address",
        ),
        pytest.param(
            make_raw(SENIORS, sources=[{"id": "zakon", "nazev": "Zákon"}]),
            [
                (("sources", 0, "nazev"), "Zdroj „zakon“: pole „nazev“ katalog nezná."),
                (("sources", 0), "Zdroj „zakon“: chybí id, nebo název."),
            ],
            id="source-without-a-title",
        ),
        pytest.param(
            make_raw({"id": "a", "label": ""}, {"id": "B", "label": "b"}, komentar=""),
            [
                (("komentar",), "Pole „komentar“ katalog nezná."),
                (("terms", 0, "label"), f"Pojem „a“: {NO_LABEL}"),
                (
                    ("terms", 1, "id"),
                    f"Pojem „B“: {BAD_ID}",
                ),
            ],
            id="all-at-once",
        ),
    ],
)
def test_a_wrong_vocabulary_is_refused_with_all_its_faults(
    raw: Mapping[str, object], faults: list[tuple[tuple[str | int, ...], str]]
) -> None:
    with pytest.raises(FaultsError) as caught:
        parse_vocabulary("target-groups", raw)
    assert [(fault.path, fault.message) for fault in caught.value.faults] == faults


@pytest.mark.parametrize(
    ("row", "advice"),
    [
        pytest.param(
            {"id": "a", "label": "a", "synonymns": []}, "Napište: synonyms", id="misspelt-field"
        ),
        pytest.param(
            {"id": "Péče, stáří", "label": "a"}, "Napište: pece-stari", id="id-with-accents"
        ),
        pytest.param({"id": "…", "label": "a"}, "", id="id-without-letters"),
        pytest.param(
            {"id": "zdravi", "label": "a", "broader": "zdarvi"},
            "Napište: zdravi",
            id="misspelt-term",
        ),
        pytest.param(
            {"id": "a", "label": "a", "broader": "x"},
            "Napište id pojmu ze slovníku, nebo řádek smažte.",
            id="unknown-term",
        ),
    ],
)
def test_the_advice_is_what_was_probably_meant(row: Mapping[str, object], advice: str) -> None:
    with pytest.raises(FaultsError) as caught:
        make_vocabulary(row)
    assert [fault.advice for fault in caught.value.faults] == [advice]


def test_a_country_code_is_not_kebab_case() -> None:
    with pytest.raises(FaultsError, match="id země není její kód"):
        make_vocabulary({"id": "cesko", "label": "Česko"}, name="countries")


def test_broader_terms_go_up_and_narrower_ones_down() -> None:
    groups = make_vocabulary(SENIORS, DISABLED, DEAF, SIGNERS)
    assert [term.id for term in groups.with_broader("znakujici")] == [
        "znakujici",
        "neslysici",
        "postizeni",
    ]
    assert [term.id for term in groups.narrower("postizeni")] == ["neslysici"]
    assert groups.with_broader("marťani") == ()


def test_broader_terms_in_a_circle_come_once_each() -> None:
    circle = {
        "a": Term("a", "topics", "a", broader="b"),
        "b": Term("b", "topics", "b", broader="a"),
    }
    assert [term.id for term in Vocabulary("topics", "Témata", "", circle).with_broader("a")] == [
        "a",
        "b",
    ]


@pytest.mark.parametrize(
    ("written", "term_id"),
    [
        pytest.param("senoiri", "seniori", id="typo-in-id"),
        pytest.param("SENIOŘI", "seniori", id="label"),
        pytest.param("důchodci", "seniori", id="plural-of-a-synonym"),
        pytest.param("třetího věku", "seniori", id="case-of-two-words"),
        pytest.param("hluší", "neslysici", id="softened-plural"),
        pytest.param("lidé s postižení", "postizeni", id="ending-left-out"),
        pytest.param("staří lidé", "seniori", id="replaced-term"),
        pytest.param("marťani", None, id="no-match"),
        pytest.param("", None, id="empty"),
    ],
)
def test_the_term_meant_is_suggested(written: str, term_id: str | None) -> None:
    found = make_vocabulary(SENIORS, DISABLED, DEAF, OLD).suggest(written)
    assert (found.id if found else None) == term_id


def test_a_label_goes_before_a_synonym_of_another_term() -> None:
    topics = make_vocabulary(
        {"id": "zdravi", "label": "zdraví", "synonyms": ["péče"]}, {"id": "pece", "label": "péče"}
    )
    found = topics.suggest("péče")
    assert found is not None
    assert found.id == "pece"


def test_a_replaced_term_leads_to_the_one_in_its_place() -> None:
    groups = make_vocabulary(SENIORS, OLD)
    assert [groups.current(one).id for one in ("stari", "seniori")] == ["seniori", "seniori"]
