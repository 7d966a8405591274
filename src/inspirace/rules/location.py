"""Rules of a record's place: the municipality is known, and region and size agree with it."""

from collections.abc import Iterator, Mapping

from inspirace.diagnostics import Diagnostic
from inspirace.front_matter import FrontMatter
from inspirace.places import HOME_COUNTRY, Place, Places, settlement_size
from inspirace.rules.refusals import quoted
from inspirace.rules.samples import sample_item
from inspirace.vocabularies import COUNTRIES, Vocabulary

PLACES_FILE = "content/places.yml"
_REGIONS, _SIZES = "regions", "settlement-size"


def check_place(
    front_matter: FrontMatter,
    values: Mapping[str, object],
    vocabularies: Mapping[str, Vocabulary],
    places: Places,
) -> Iterator[Diagnostic]:
    """Yield an unknown municipality, and a region or size that contradict place or country."""
    country, municipality = _text(values, "country"), _text(values, "municipality")
    if COUNTRIES not in vocabularies or country not in vocabularies[COUNTRIES].terms:
        return
    place = places.find(municipality, country) if municipality else None
    if place is not None:
        yield from _check_agreement(front_matter, values, vocabularies, place)
    elif municipality:
        yield front_matter.finding(
            "unknown-place",
            ("municipality",),
            f"Obec {quoted(municipality)} v seznamu obcí není ({country}).",
            advice=_place_advice(municipality, country, values, places),
        )
    if country != HOME_COUNTRY and "region" in values:
        yield front_matter.finding(
            "place-mismatch",
            ("region",),
            f"Země je {country}, ale kraj se uvádí jen u případů z Česka.",
            advice=f"Smažte řádek region, nebo opravte zemi na country: {HOME_COUNTRY}",
        )


def _check_agreement(
    front_matter: FrontMatter,
    values: Mapping[str, object],
    vocabularies: Mapping[str, Vocabulary],
    place: Place,
) -> Iterator[Diagnostic]:
    known = {"settlement_size": settlement_size(place.population, vocabularies[_SIZES])}
    region = vocabularies[_REGIONS].terms.get(place.region)
    if region is not None:
        known["region"] = region
    for name, right in known.items():
        vocabulary = vocabularies[right.vocabulary]
        written = vocabulary.terms.get(_text(values, name))
        if written is not None and written.id != right.id:
            yield front_matter.finding(
                "place-mismatch",
                (name,),
                f"{place.municipality}: podle seznamu obcí je to {right.label},"
                f" ne {written.label}.",
                advice=f"Smažte řádek {name}, doplní se sám. Je-li to jiná obec téhož jména,"
                " připište k jejímu jménu do závorky okres nebo kraj.",
            )


def _place_advice(
    municipality: str, country: str, values: Mapping[str, object], places: Places
) -> str:
    needed = ("region", "settlement_size") if country == HOME_COUNTRY else ("settlement_size",)
    missing = [name for name in needed if name not in values]
    row = {"municipality": municipality, "country": country}
    if country == HOME_COUNTRY:
        row["region"] = _text(values, "region") or "kraj"
    row |= {"lat": "zeměpisná šířka", "lon": "délka", "population": "počet obyvatel"}
    lines = [
        *_suggestion(municipality, country, places),
        f"Přidejte do souboru {PLACES_FILE} řádek:",
        f"  {sample_item(row)}",
    ]
    if missing:
        lines.append(f"Do té doby tu vyplňte ručně: {', '.join(missing)}.")
    return "\n".join(lines)


def _suggestion(municipality: str, country: str, places: Places) -> Iterator[str]:
    meant = places.suggest(municipality, country)
    if len(meant) == 1:
        yield f"Není to {meant[0].municipality}? Pak napište jméno přesně takto."
    elif meant:
        names = ", ".join(place.municipality for place in meant)
        yield f"Není to některá z těchto? Pak napište jméno přesně takto: {names}."
    else:
        abroad = [of for name, of in places.by_name if name == municipality]
        if abroad:
            yield f"V seznamu je obec toho jména v zemi {', '.join(abroad)}; není to ona?"


def _text(values: Mapping[str, object], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""
