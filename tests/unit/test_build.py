"""Building records: every field resolved, the place's region and size, the schema's fields."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from made import make_term, make_vocabulary

from inspirace.build import (
    INNOVATION_FIELDS,
    METHOD_FIELDS,
    ValueReader,
    build_innovation,
    build_method,
)
from inspirace.editor_files import load_editor_files
from inspirace.places import Place, Places
from inspirace.records import (
    Adoption,
    Contact,
    Funding,
    Image,
    Innovation,
    Material,
    Method,
    Number,
    Partner,
    RecordSection,
    SmallStart,
    Source,
    Verification,
)
from inspirace.schema.fields import Field
from inspirace.vocabularies import Vocabulary

SIZES = Vocabulary(
    "settlement-size",
    "Velikost obce",
    terms={
        "do-500": make_term("settlement-size", "do-500", maximum=500),
        "nad-500": make_term("settlement-size", "nad-500"),
    },
)
VOCABULARIES = {
    one.name: one
    for one in (
        make_vocabulary("case-status", "bezi", "namet"),
        make_vocabulary("countries", "CZ", "DK"),
        make_vocabulary("regions", "zlinsky", "vysocina", "zahranici"),
        SIZES,
        make_vocabulary("library-types", "mestska"),
        make_vocabulary("target-groups", "seniori", "deti"),
        make_vocabulary("topics", "zdravi"),
        make_vocabulary("service-types", "klub"),
        make_vocabulary("library-roles", "porada"),
        make_vocabulary("embedding", "koncepce"),
        make_vocabulary("programme-activities", "kurzy"),
        make_vocabulary("cost-bands", "do-5-tisic", "bez-nakladu"),
        make_vocabulary("effort-setup", "do-1-dne"),
        make_vocabulary("effort-running", "do-4-h"),
        make_vocabulary("outcomes", "vztahy"),
        make_vocabulary("evidence-levels", "2-vystupy"),
        make_vocabulary("verification-status", "neovereno"),
        make_vocabulary("method-phases", "navrh"),
    )
}
LHOTA = Place("Lhota", "CZ", 49.1, 17.2, 320, "zlinsky")
AARHUS = Place("Aarhus", "DK", 56.1, 10.2, 285_273)
PLACES = Places(
    source="GeoNames",
    licence="CC BY 4.0",
    by_name={(place.municipality, place.country): place for place in (LHOTA, AARHUS)},
)
SECTIONS = (RecordSection("need", "Potřeba", "potreba", editorial=True, utf8="Chybělo.".encode()),)
PATH = "content/innovations/cteni.md"

SHORTEST: dict[str, object] = {
    "title": "Čtení",
    "summary": "Dítě čte psovi.",
    "status": "bezi",
    "country": "CZ",
    "target_groups": ["deti", "seniori"],
    "topics": ["zdravi"],
    "service_types": ["klub"],
    "sources": [{"title": "Zpráva", "url": "https://example.org/"}],
    "evidence_level": "2-vystupy",
    "verification": {"status": "neovereno", "date": "2026-11-22"},
}


def build(values: Mapping[str, object]) -> Innovation:
    return build_innovation(PATH, values, SECTIONS, VOCABULARIES, PLACES)


def test_what_a_file_does_not_say_stays_empty() -> None:
    assert build(SHORTEST) == Innovation(
        slug="cteni",
        path=PATH,
        title="Čtení",
        summary="Dítě čte psovi.",
        status=make_term("case-status", "bezi"),
        country=make_term("countries", "CZ"),
        target_groups=(make_term("target-groups", "deti"), make_term("target-groups", "seniori")),
        topics=(make_term("topics", "zdravi"),),
        service_types=(make_term("service-types", "klub"),),
        sources=(Source("Zpráva", "https://example.org/"),),
        evidence_level=make_term("evidence-levels", "2-vystupy"),
        verification=Verification(make_term("verification-status", "neovereno"), "2026-11-22"),
        sections=SECTIONS,
    )


EFFORT = {"cost_band": "bez-nakladu", "effort_setup": "do-1-dne", "effort_running": "do-4-h"}


@pytest.mark.parametrize(
    ("field", "value", "built"),
    [
        pytest.param("library", "Knihovna Lhota", "Knihovna Lhota", id="text"),
        pytest.param("started", "0010", "0010", id="text-as-written"),
        pytest.param(
            "library_role", ["porada"], (make_term("library-roles", "porada"),), id="terms"
        ),
        pytest.param("embedding", "koncepce", make_term("embedding", "koncepce"), id="term"),
        pytest.param("methods", ["sprint", "mapa"], ("sprint", "mapa"), id="slugs"),
        pytest.param(
            "partners",
            [{"name": "Škola"}, {"name": "Spolek", "role": "vodí psy"}],
            (Partner("Škola"), Partner("Spolek", "vodí psy")),
            id="partners",
        ),
        pytest.param(
            "funding",
            [{"source": "Město", "amount": "5 Kč", "year": 2019}],
            (Funding("Město", "5 Kč", 2019),),
            id="funding",
        ),
        pytest.param(
            "materials",
            [{"title": "Leták", "url": "https://example.org/", "licence": "CC0"}],
            (Material("Leták", "https://example.org/", "CC0"),),
            id="materials",
        ),
        pytest.param(
            "numbers",
            [{"what": "děti", "value": "24", "source": "https://example.org/"}],
            (Number("děti", "24", "https://example.org/"),),
            id="numbers",
        ),
        pytest.param(
            "small_start",
            {"what": "Jedno odpoledne.", "steps": ["Zavolejte.", "Pozvěte."], **EFFORT},
            SmallStart(
                "Jedno odpoledne.",
                ("Zavolejte.", "Pozvěte."),
                make_term("cost-bands", "bez-nakladu"),
                make_term("effort-setup", "do-1-dne"),
                make_term("effort-running", "do-4-h"),
            ),
            id="small-start",
        ),
        pytest.param(
            "adopted_by",
            [{"library": "Knihovna Aarhus", "country": "DK", "year": 2020}],
            (Adoption("Knihovna Aarhus", country=make_term("countries", "DK"), year=2020),),
            id="adoptions",
        ),
        pytest.param(
            "images",
            [{"file": "pes.png", "alt": "Pes.", "author": "Já", "licence": "CC0"}],
            (Image("pes.png", "Pes.", "Já", "CC0"),),
            id="images",
        ),
        pytest.param(
            "contact",
            {"role": "oddělení", "email": "a@example.org"},
            Contact("oddělení", "a@example.org"),
            id="contact",
        ),
    ],
)
def test_a_field_becomes_its_part_of_the_record(field: str, value: object, built: object) -> None:
    assert getattr(build({**SHORTEST, field: value}), field) == built


@pytest.mark.parametrize(
    ("given", "place", "region", "size"),
    [
        pytest.param({"municipality": "Lhota"}, LHOTA, "zlinsky", "do-500", id="known"),
        pytest.param(
            {"municipality": "Lhota", "settlement_size": "nad-500"},
            LHOTA,
            "zlinsky",
            "do-500",
            id="the-list-goes-before-the-file",
        ),
        pytest.param(
            {"municipality": "Aarhus", "country": "DK"}, AARHUS, "zahranici", "nad-500", id="abroad"
        ),
        pytest.param(
            {"municipality": "Mokré", "region": "vysocina", "settlement_size": "do-500"},
            None,
            "vysocina",
            "do-500",
            id="by-hand",
        ),
        pytest.param({"municipality": "Aarhus"}, None, None, None, id="another-country"),
        pytest.param({}, None, None, None, id="no-municipality"),
    ],
)
def test_region_and_size_come_from_the_place(
    given: dict[str, object], place: Place | None, region: str | None, size: str | None
) -> None:
    built = build({**SHORTEST, **given})
    assert built.place == place
    assert (built.region and built.region.id) == region
    assert (built.settlement_size and built.settlement_size.id) == size


def test_a_method_is_built() -> None:
    values: dict[str, object] = {
        "title": "Rozhovory",
        "original_name": "Contextual interview",
        "summary": "Sednete si s člověkem.",
        "phase": "navrh",
        "time": "hodina",
        "related": ["sprint"],
        "sources": SHORTEST["sources"],
        "verification": SHORTEST["verification"],
    }
    path = "content/methods/rozhovory.md"
    assert build_method(path, values, SECTIONS, VOCABULARIES) == Method(
        slug="rozhovory",
        path=path,
        title="Rozhovory",
        original_name="Contextual interview",
        summary="Sednete si s člověkem.",
        phase=make_term("method-phases", "navrh"),
        time="hodina",
        related=("sprint",),
        sources=(Source("Zpráva", "https://example.org/"),),
        verification=Verification(make_term("verification-status", "neovereno"), "2026-11-22"),
        sections=SECTIONS,
    )


@pytest.mark.parametrize(
    ("kind", "fields"), [("innovation", INNOVATION_FIELDS), ("method", METHOD_FIELDS)]
)
def test_every_field_of_the_schema_is_built_from_its_vocabulary(
    fixture_root: Path, kind: str, fields: Mapping[str, ValueReader]
) -> None:
    schema = load_editor_files(fixture_root).schemas[kind]
    assert {name: vocabulary_of(field) for name, field in schema.fields.items()} == {
        name: reader.vocabulary for name, reader in fields.items()
    }


def vocabulary_of(field: Field) -> str:
    return field.vocabulary or (field.item.vocabulary if field.item else "")
