"""Controlled vocabularies: reading them, finding terms in them, remarks on them."""

from collections.abc import Mapping

import pytest

from inspirace.vocabularies import (
    Term,
    Vocabulary,
    VocabularyError,
    VocabularyRemark,
    check_vocabulary,
    parse_vocabulary,
)


def make_raw(*terms: Mapping[str, object], **fields: object) -> Mapping[str, object]:
    return {"title": "Pro koho", "terms": [dict(term) for term in terms], **fields}


def make_vocabulary(*terms: Mapping[str, object], name: str = "target-groups") -> Vocabulary:
    return parse_vocabulary(name, make_raw(*terms))


SENIORS = {"id": "seniori", "label": "senioři", "synonyms": ["důchodce", "třetí věk"]}
DISABLED = {"id": "postizeni", "label": "lidé s postižením"}
DEAF = {"id": "neslysici", "label": "neslyšící", "broader": "postizeni", "synonyms": ["hluchý"]}
SIGNERS = {"id": "znakujici", "label": "znakující", "broader": "neslysici"}
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
        "basis": "zdroj",
        "sources": ["zakon"],
        "former_code": "CZ011",
        "nesta": "úroveň 1",
    }
    raw = make_raw(row, {"id": "vse", "label": "vše"}, sources=[{"id": "zakon"}], note="Pozn.")
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
    )


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
    ("row", "message", "term_id"),
    [
        pytest.param({"label": "a"}, "Pojem č. 1 nemá id, nebo jeho id není text.", "", id="no-id"),
        pytest.param(
            {"id": 7, "label": "a"}, "Pojem č. 1 nemá id, nebo jeho id není text.", "", id="id-kind"
        ),
        pytest.param(
            {"id": "a"},
            "Pojem „a“: Chybí název (pole „label“) s aspoň jedním písmenem nebo číslicí.",
            "a",
            id="no-label",
        ),
        pytest.param(
            {"id": "a", "label": "–"},
            "Pojem „a“: Chybí název (pole „label“) s aspoň jedním písmenem nebo číslicí.",
            "a",
            id="label-without-letters",
        ),
        pytest.param(
            {"id": "Á b", "label": "a"},
            "Pojem „Á b“: Id smí mít jen malá písmena bez háčků a čárek, číslice a mezi nimi"
            " spojovníky.",
            "Á b",
            id="bad-id",
        ),
        pytest.param(
            {"id": "a", "label": "a", "popis": "b"},
            "Pojem „a“: Neznámé pole „popis“.",
            "a",
            id="unknown-field",
        ),
        pytest.param(
            {"id": "a", "label": "a", "broader": "b"},
            "Pojem „a“: Pole „broader“ má id „b“, které tu není.",
            "a",
            id="broader-does-not-exist",
        ),
        pytest.param(
            {"id": "a", "label": "a", "replaced_by": "b"},
            "Pojem „a“: Pole „replaced_by“ má id „b“, které tu není.",
            "a",
            id="replacement-does-not-exist",
        ),
        pytest.param(
            {"id": "a", "label": "a", "broader": "a"},
            "Pojem „a“: Pole „broader“ vede v kruhu.",
            "a",
            id="broader-than-itself",
        ),
        pytest.param(
            {"id": "a", "label": "a", "synonyms": "b"},
            "Pojem „a“: Pole „synonyms“ má být seznam.",
            "a",
            id="text-for-a-list",
        ),
        pytest.param(
            {"id": "a", "label": "a", "synonyms": [60]},
            "Pojem „a“: Pole „synonyms“ má být text; dejte ho do uvozovek.",
            "a",
            id="number-for-a-text",
        ),
        pytest.param(
            {"id": "a", "label": "a", "maximum": "hodně"},
            "Pojem „a“: Pole „maximum“ má být celé číslo.",
            "a",
            id="text-for-a-number",
        ),
        pytest.param(
            {"id": "a", "label": "a", "deprecated": "ano"},
            "Pojem „a“: Pole „deprecated“ má být true, nebo false.",
            "a",
            id="text-for-a-flag",
        ),
        pytest.param(
            {"id": "a", "label": "a", "sources": ["zakon"]},
            "Pojem „a“: Zdroj „zakon“ v seznamu zdrojů slovníku není.",
            "a",
            id="source-not-listed",
        ),
    ],
)
def test_a_wrong_term_is_refused(row: Mapping[str, object], message: str, term_id: str) -> None:
    with pytest.raises(VocabularyError) as caught:
        make_vocabulary(row)
    assert (caught.value.message, caught.value.term_id) == (message, term_id)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        pytest.param({"terms": [SENIORS]}, "Slovníku chybí název (pole „title“).", id="no-title"),
        pytest.param({"title": "a"}, "Slovníku chybí pojmy (seznam „terms“).", id="no-terms"),
        pytest.param({"title": "a", "terms": {}}, "Pole „terms“ má být seznam.", id="no-list"),
        pytest.param(
            {"title": "a", "terms": ["b"]},
            "Položka č. 1 seznamu „terms“ nemá žádná pole.",
            id="no-mapping",
        ),
        pytest.param({"title": "a", "pojmy": []}, "Neznámé pole „pojmy“.", id="unknown-field"),
        pytest.param(
            make_raw(SENIORS, SENIORS), "Id „seniori“ je ve slovníku dvakrát.", id="twice"
        ),
        pytest.param(
            make_raw(
                {"id": "a", "label": "a", "broader": "b"}, {"id": "b", "label": "b", "broader": "a"}
            ),
            "Pojem „b“: Pole „broader“ vede v kruhu.",
            id="circle-of-two",
        ),
    ],
)
def test_a_wrong_vocabulary_is_refused(raw: Mapping[str, object], message: str) -> None:
    with pytest.raises(VocabularyError) as caught:
        parse_vocabulary("target-groups", raw)
    assert caught.value.message == message


def test_a_country_code_is_not_kebab_case() -> None:
    with pytest.raises(VocabularyError, match="dvě velká písmena"):
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


def test_a_clean_vocabulary_gives_no_remarks() -> None:
    groups = make_vocabulary(SENIORS, DISABLED, DEAF, OLD)
    assert list(check_vocabulary(groups, {"seniori", "neslysici"})) == []


def test_an_unused_term_is_remarked_and_a_narrower_one_counts() -> None:
    groups = make_vocabulary(SENIORS, DISABLED, DEAF)
    assert list(check_vocabulary(groups, {"neslysici"})) == [
        VocabularyRemark(
            "unused-term",
            "seniori",
            "Pojem „senioři“ (seniori) zatím nikde není použitý.",
            "Použijte ho, nebo ho ve slovníku nechte, pokud na svou inovaci teprve čeká.",
        )
    ]


def test_an_empty_synonym_is_remarked() -> None:
    groups = make_vocabulary({"id": "a", "label": "a", "synonyms": ["–", "60+"]})
    assert list(check_vocabulary(groups, {"a"})) == [
        VocabularyRemark(
            "empty-synonym",
            "a",
            "Synonymum „–“ pojmu „a“ nemá písmena ani číslice.",
            "Nahraďte ho slovem, nebo řádek smažte.",
        )
    ]


@pytest.mark.parametrize(
    ("first", "second", "remarked"),
    [
        pytest.param({"synonyms": ["Péče"]}, {"synonyms": ["pece"]}, ["a", "b"], id="unmarked"),
        pytest.param({"synonyms": ["bé"]}, {}, ["a"], id="label-of-another"),
        pytest.param(
            {"synonyms": ["x"], "shared_synonyms": ["x"]}, {"synonyms": ["x"]}, ["b"], id="half"
        ),
        pytest.param(
            {"synonyms": ["x"], "shared_synonyms": ["x"]},
            {"synonyms": ["x"], "shared_synonyms": ["x"]},
            [],
            id="shared",
        ),
        pytest.param({"synonyms": ["x"]}, {"synonyms": ["x"], "deprecated": True}, [], id="old"),
    ],
)
def test_an_ambiguous_synonym_is_remarked_unless_shared(
    first: Mapping[str, object], second: Mapping[str, object], remarked: list[str]
) -> None:
    terms = make_vocabulary(
        {"id": "a", "label": "á", **first}, {"id": "b", "label": "bé", **second}
    )
    found = check_vocabulary(terms, {"a", "b"})
    assert [(remark.code, remark.term_id) for remark in found] == [
        ("ambiguous-synonym", term_id) for term_id in remarked
    ]
