"""Rules of a record's place: the municipality is known, and region and size agree with it."""

from collections.abc import Iterator, Mapping

from inspirace.czech import join_and
from inspirace.diagnostics import Diagnostic
from inspirace.places import HOME_COUNTRY, Place, Places, settlement_size
from inspirace.reading.front_matter import FrontMatter
from inspirace.rules.refusals import quoted
from inspirace.rules.samples import sample_item
from inspirace.sentences import sentence
from inspirace.vocabularies import COUNTRIES, Vocabulary

PLACES_FILE = "content/places.yml"
# What a known place would say by itself.
_REGION, _SIZE = "region", "settlement_size"
_BY_HAND = {_REGION: "kraj (region)", _SIZE: "velikost obce (settlement_size)"}
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
    elif municipality and places.are_known:
        yield front_matter.finding(
            "unknown-place",
            ("municipality",),
            f"Obec {quoted(municipality)} ({vocabularies[COUNTRIES].terms[country].label})"
            " v seznamu obcí není.",
            advice=_place_advice(municipality, country, values, places),
        )
    if country != HOME_COUNTRY and _REGION in values:
        yield front_matter.finding(
            "place-mismatch",
            (_REGION,),
            sentence("region-abroad", country=country),
            advice=f"Smažte řádek region, nebo opravte zemi na country: {HOME_COUNTRY}",
        )


def _check_agreement(
    front_matter: FrontMatter,
    values: Mapping[str, object],
    vocabularies: Mapping[str, Vocabulary],
    place: Place,
) -> Iterator[Diagnostic]:
    known = {_SIZE: settlement_size(place.population, vocabularies[_SIZES])}
    region = vocabularies[_REGIONS].terms.get(place.region)
    if region is not None:
        known[_REGION] = region
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
    at_home = country == HOME_COUNTRY
    needed = _BY_HAND if at_home else {_SIZE: _BY_HAND[_SIZE]}
    missing = [said for name, said in needed.items() if name not in values]
    row = {"municipality": municipality, "country": country}
    if at_home:
        row[_REGION] = _text(values, _REGION) or "kraj"
    row |= {"lat": "zeměpisná šířka", "lon": "délka", "population": "počet obyvatel"}
    lines = [*_suggestion(municipality, country, places)]
    begin = "Je-li to jiná obec, přidejte" if lines else "Přidejte"
    lines += [f"{begin} do souboru {PLACES_FILE} řádek:", f"  {sample_item(row)}"]
    if missing:
        lines.append(f"Do té doby tu vyplňte ručně: {join_and(missing)}.")
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
