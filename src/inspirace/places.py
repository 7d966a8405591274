"""Places: the municipalities that the catalogue knows, with region, size and position."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from inspirace.czech import fold, nearest
from inspirace.raw_values import RawMapping
from inspirace.vocabularies import Term, Vocabulary

HOME_COUNTRY = "CZ"
ABROAD = "zahranici"  # the region of everything that is elsewhere

PLACES_FIELDS = ("source", "licence", "places")
PLACE_FIELDS = ("municipality", "country", "region", "lat", "lon", "population", "geonames_id")
_FARTHEST_NORTH = 90
_FARTHEST_EAST = 180

# A row as nearly all are written: YAML would read no value of it as anything else.
_TEXT = r"""'[^']+'|"[^"\\]+"|[^\W\d_][\w .()’–/-]*"""
_DEGREES = r"-?[0-9]{1,3}(?:\.[0-9]{1,9})?"
_PLAIN_ROW = re.compile(
    rf"  - \{{municipality: ({_TEXT}), country: ({_TEXT})(?:, region: ([a-z-]+))?"
    rf", lat: ({_DEGREES}), lon: ({_DEGREES}), population: ([0-9]{{1,9}})"
    r"(?:, geonames_id: ([0-9]{1,12}))?\}"
)


@dataclass(frozen=True, slots=True)
class Place:
    """One municipality; `region` is a term's id and empty abroad."""

    municipality: str
    country: str
    latitude: float
    longitude: float
    population: int
    region: str = ""
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """All places by municipality and country, in the order of their file.

    `are_known` is false where the file could not be used: then no rule asks for them.
    """

    source: str
    licence: str
    by_name: Mapping[tuple[str, str], Place]
    are_known: bool = True

    def find(self, municipality: str, country: str) -> Place | None:
        """Return the place of exactly this name."""
        return self.by_name.get((_tidy(municipality), country))

    def suggest(self, municipality: str, country: str) -> tuple[Place, ...]:
        """Return the places probably meant: all of the same bare name, else the nearest one."""
        names = {name: place for (name, of), place in self.by_name.items() if of == country}
        wanted = fold(_bare(municipality))
        same = tuple(place for name, place in names.items() if fold(_bare(name)) == wanted)
        if same:
            return same
        found = nearest(municipality, names)
        return () if found is None else (names[found],)


def settlement_size(population: int, vocabulary: Vocabulary) -> Term:
    """Return the size that the population falls into; the last size has no upper bound."""
    sizes = tuple(vocabulary.terms.values())
    fitting = (size for size in sizes if size.maximum is None or population <= size.maximum)
    return next(fitting, sizes[-1])


@dataclass(frozen=True, slots=True)
class Known:
    """What a row of a place may name: countries and regions."""

    countries: Vocabulary
    regions: Vocabulary


def parse_places(raw: Mapping[str, object], known: Known | None = None) -> Places:
    """Return the places of a file's values, or raise FaultsError."""
    file = RawMapping(raw)
    file.refuse_unknown(PLACES_FIELDS)
    by_name: dict[tuple[str, str], Place] = {}
    for row in file.mappings("places"):
        told_before = len(file.faults)
        place, named = _parse_row(row)
        told = {fault.path for fault in file.faults[told_before:]}
        for key, sentence, advice in (*_wrong(place), *_unknown(place, known)):
            if named.path_of(key) not in told:
                named.fault(key, sentence, advice)
        if by_name.setdefault((place.municipality, place.country), place) is not place:
            advice = "Rozlište obce krajem v závorce, třeba „Lhota (Zlínský kraj)“."
            named.fault("municipality", "stejné jméno už v seznamu je.", advice)
    file.raise_faults()
    return Places(file.text("source"), file.text("licence"), MappingProxyType(by_name))


def parse_plain_rows(
    lines: Iterable[str], known: Known | None = None
) -> Mapping[tuple[str, str], Place] | None:
    """Return the places of plain rows of a file, None where any row is another, or is wrong.

    Ten times faster than YAML, which every run would otherwise wait for; it takes only what
    YAML reads in the same way, so that whoever gets None reads the whole file as YAML.
    """
    by_name: dict[tuple[str, str], Place] = {}
    for line in lines:
        row = _PLAIN_ROW.fullmatch(line)
        if row is None:
            if line.strip() and not line.lstrip().startswith("#"):
                return None
            continue
        place = _plain_place(row)
        name = (place.municipality, place.country)
        if name in by_name or any(_wrong(place)) or any(_unknown(place, known)):
            return None
        by_name[name] = place
    return MappingProxyType(by_name)


def _plain_place(row: re.Match[str]) -> Place:
    municipality, country, region, latitude, longitude, population, geonames_id = row.groups()
    return Place(
        municipality=_tidy(_unquoted(municipality)),
        country=_unquoted(country).strip(),
        latitude=float(latitude),
        longitude=float(longitude),
        population=int(population),
        region=region or "",
        geonames_id=int(geonames_id) if geonames_id else None,
    )


def _parse_row(row: RawMapping) -> tuple[Place, RawMapping]:
    row.learn_names(PLACE_FIELDS)
    name = _tidy(row.text("municipality"))
    named = row.about(f"Obec „{name}“" if name else "Obec bez jména")
    halves = [key for key in row.values if key.isdigit()]
    for half in halves:
        # In a row between braces, the comma of „49,5“ ends the value.
        sentence = "desetinné číslo je rozdělené čárkou."
        named.fault(half, sentence, "Napište v něm tečku, třeba 49.5.", at_name=True)
    named.refuse_unknown((*PLACE_FIELDS, *halves))
    place = Place(
        municipality=name,
        country=named.text("country"),
        latitude=named.decimal("lat"),
        longitude=named.decimal("lon"),
        population=named.number("population") or 0,
        region=named.text("region"),
        geonames_id=named.number("geonames_id"),
    )
    return place, named


def _wrong(place: Place) -> Iterator[tuple[str, str, str]]:
    """Yield what a place lacks or cannot be: the field to blame, a sentence, what to do."""
    if not place.municipality:
        yield "municipality", "chybí jméno.", "Doplňte municipality: jak se obec jmenuje."
    if not place.country:
        yield "country", "chybí země.", "Doplňte country: kód země, u nás CZ."
    if place.country == HOME_COUNTRY and not place.region:
        yield "region", "chybí kraj.", "Doplňte region: id kraje ze slovníku regions."
    if not place.population:
        yield "population", "chybí počet obyvatel.", "Doplňte population: jen číslice."
    if abs(place.latitude) > _FARTHEST_NORTH or abs(place.longitude) > _FARTHEST_EAST:
        sentence = "zeměpisná šířka (lat) nebo délka (lon) je mimo zeměkouli."
        yield "lat", sentence, "Zkontrolujte, jestli v čísle nechybí tečka."


def _unknown(place: Place, known: Known | None) -> Iterator[tuple[str, str, str]]:
    """Yield the country and region that the vocabularies do not have."""
    if known is None:
        return
    named = (
        ("country", "zemi", place.country, known.countries),
        ("region", "kraj", place.region, known.regions),
    )
    for key, noun, written, vocabulary in named:
        if written and written not in vocabulary.terms:
            meant = vocabulary.suggest(written)
            advice = (
                f"Napište: {meant.id}" if meant else f"Vyberte id ze slovníku {vocabulary.name}."
            )
            yield key, f"{noun} „{written}“ slovník nezná.", advice


def _unquoted(text: str) -> str:
    return text[1:-1] if text[0] in "'\"" else text


def _tidy(name: str) -> str:
    """Return the name composed and with single spaces: it looks the same, so it is the same."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def _bare(name: str) -> str:
    return name.partition(" (")[0]
