"""Building records from checked values: terms, places and rows of small objects resolved.

One row of a table a field; a field that the file does not have keeps the record's default.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from inspirace.places import ABROAD, HOME_COUNTRY, Place, Places, settlement_size
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
from inspirace.vocabularies import COUNTRIES, Term, Vocabulary

Vocabularies = Mapping[str, Vocabulary]
Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ValueReader:
    """How a checked value becomes a part of a record; `vocabulary` names where its terms are."""

    read: Callable[[Any, Vocabularies], Any]
    vocabulary: str = ""


PLAIN = ValueReader(lambda value, _: value)
LISTED = ValueReader(lambda values, _: tuple(values))


def term(vocabulary: str) -> ValueReader:
    """Return the reader of one term."""
    return ValueReader(lambda value, all_: all_[vocabulary].terms[value], vocabulary)


def terms(vocabulary: str) -> ValueReader:
    """Return the reader of a list of terms."""
    return ValueReader(
        lambda values, all_: tuple(all_[vocabulary].terms[value] for value in values), vocabulary
    )


def one(kind: Callable[..., Any], fields: Mapping[str, ValueReader]) -> ValueReader:
    """Return the reader of a small object."""
    return ValueReader(lambda row, all_: kind(**_read(row, fields, all_)))


def many(kind: Callable[..., Any], fields: Mapping[str, ValueReader]) -> ValueReader:
    """Return the reader of a list of small objects."""
    return ValueReader(lambda rows, all_: tuple(kind(**_read(row, fields, all_)) for row in rows))


def _read(row: Values, fields: Mapping[str, ValueReader], all_: Vocabularies) -> dict[str, Any]:
    return {name: fields[name].read(value, all_) for name, value in row.items()}


SOURCES = many(
    Source,
    dict.fromkeys(("title", "url", "publisher", "year", "supports", "accessed"), PLAIN),
)
VERIFICATION = one(
    Verification, {"status": term("verification-status"), "date": PLAIN, "by": PLAIN}
)
EFFORT: Mapping[str, ValueReader] = {
    "cost_band": term("cost-bands"),
    "effort_setup": term("effort-setup"),
    "effort_running": term("effort-running"),
}

INNOVATION_FIELDS: Mapping[str, ValueReader] = {
    "title": PLAIN,
    "summary": PLAIN,
    "status": term("case-status"),
    "country": term(COUNTRIES),
    "library": PLAIN,
    "library_url": PLAIN,
    "municipality": PLAIN,
    "region": term("regions"),
    "settlement_size": term("settlement-size"),
    "library_type": term("library-types"),
    "target_groups": terms("target-groups"),
    "topics": terms("topics"),
    "service_types": terms("service-types"),
    "library_role": terms("library-roles"),
    "embedding": term("embedding"),
    "programme_activities": terms("programme-activities"),
    "started": PLAIN,
    "ended": PLAIN,
    **EFFORT,
    "staff": PLAIN,
    "partners": many(Partner, {"name": PLAIN, "role": PLAIN}),
    "funding": many(Funding, {"source": PLAIN, "amount": PLAIN, "year": PLAIN}),
    "materials": many(Material, {"title": PLAIN, "url": PLAIN, "licence": PLAIN}),
    "outcomes": terms("outcomes"),
    "numbers": many(Number, dict.fromkeys(("what", "value", "period", "source"), PLAIN)),
    "small_start": one(SmallStart, {"what": PLAIN, "steps": LISTED, **EFFORT}),
    "methods": LISTED,
    "adopted_by": many(
        Adoption,
        {
            "library": PLAIN,
            "municipality": PLAIN,
            "country": term(COUNTRIES),
            "year": PLAIN,
            "url": PLAIN,
        },
    ),
    "sources": SOURCES,
    "evidence_level": term("evidence-levels"),
    "verification": VERIFICATION,
    "images": many(Image, dict.fromkeys(("file", "alt", "author", "licence", "consent"), PLAIN)),
    "contact": one(Contact, {"role": PLAIN, "email": PLAIN, "url": PLAIN}),
    "aliases": LISTED,
    "related": LISTED,
    "licence": PLAIN,
    "summary_en": PLAIN,
}

METHOD_FIELDS: Mapping[str, ValueReader] = {
    "title": PLAIN,
    "original_name": PLAIN,
    "summary": PLAIN,
    "phase": term("method-phases"),
    "time": PLAIN,
    "people": PLAIN,
    "materials": PLAIN,
    "related": LISTED,
    "sources": SOURCES,
    "verification": VERIFICATION,
}


def build_innovation(
    path: str,
    values: Values,
    sections: tuple[RecordSection, ...],
    vocabularies: Vocabularies,
    places: Places,
) -> Innovation:
    """Return the record of values that passed the checks; `path` is relative to the root.

    What the list of places knows about the municipality goes before what the file says.
    """
    fields = _read(values, INNOVATION_FIELDS, vocabularies)
    municipality, country = fields.get("municipality", ""), cast("Term", fields["country"])
    place = places.find(municipality, country.id)
    if place is not None:
        fields |= _about_place(place, vocabularies)
    if country.id != HOME_COUNTRY:
        fields["region"] = vocabularies["regions"].terms.get(ABROAD)
    return Innovation(slug=record_slug(path), path=path, sections=sections, **fields)


def build_method(
    path: str,
    values: Values,
    sections: tuple[RecordSection, ...],
    vocabularies: Vocabularies,
) -> Method:
    """Return the method of values that passed the checks; `path` is relative to the root."""
    fields = _read(values, METHOD_FIELDS, vocabularies)
    return Method(slug=record_slug(path), path=path, sections=sections, **fields)


def record_slug(path: str) -> str:
    """Return the slug of a record's file: its name without the ending."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def _about_place(place: Place, vocabularies: Vocabularies) -> dict[str, object]:
    known: dict[str, object] = {
        "place": place,
        "settlement_size": settlement_size(place.population, vocabularies["settlement-size"]),
    }
    if place.country == HOME_COUNTRY:
        known["region"] = vocabularies["regions"].terms[place.region]
    return known
