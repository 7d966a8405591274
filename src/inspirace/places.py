"""Places: the municipalities that the catalogue knows, with region, size and position."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from inspirace.czech import fold, nearest
from inspirace.raw_values import RawMapping, RawValueError
from inspirace.vocabularies import Term, Vocabulary

HOME_COUNTRY = "CZ"

_FILE_FIELDS = frozenset({"source", "licence", "places"})
_PLACE_FIELDS = frozenset(
    {"municipality", "country", "region", "lat", "lon", "population", "geonames_id"}
)
_FARTHEST_NORTH = 90
_FARTHEST_EAST = 180


class PlacesError(Exception):
    """A list of places that cannot be used; `municipality` is empty where no row is to blame."""

    def __init__(self, message: str, municipality: str = "") -> None:
        """Keep the Czech sentence and the place it is about."""
        super().__init__(message)
        self.message = message
        self.municipality = municipality


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
    """All places by municipality and country, in the order of their file."""

    source: str
    licence: str
    by_name: Mapping[tuple[str, str], Place]

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


def parse_places(raw: Mapping[str, object]) -> Places:
    """Return the places of a file's values, or raise PlacesError."""
    file = RawMapping(raw)
    try:
        file.refuse_unknown(_FILE_FIELDS)
        rows = file.mappings("places")
        source, licence = file.text("source"), file.text("licence")
    except RawValueError as error:
        raise PlacesError(str(error)) from error
    by_name: dict[tuple[str, str], Place] = {}
    for position, row in enumerate(rows, start=1):
        place = _parse_row(position, row)
        if (place.municipality, place.country) in by_name:
            raise PlacesError(
                f"Obec „{place.municipality}“ je v seznamu dvakrát; rozlište ji závorkou.",
                place.municipality,
            )
        by_name[place.municipality, place.country] = place
    return Places(source, licence, MappingProxyType(by_name))


def _parse_row(position: int, row: RawMapping) -> Place:
    name = row.values.get("municipality")
    if not isinstance(name, str) or not _tidy(name):
        raise PlacesError(f"Obec č. {position} nemá jméno (pole „municipality“).")
    try:
        return _parse_place(_tidy(name), row)
    except RawValueError as error:
        raise PlacesError(f"Obec „{name}“: {error}", _tidy(name)) from error


def _parse_place(municipality: str, row: RawMapping) -> Place:
    row.refuse_unknown(_PLACE_FIELDS)
    place = Place(
        municipality=municipality,
        country=row.text("country"),
        latitude=row.decimal("lat"),
        longitude=row.decimal("lon"),
        population=row.number("population") or 0,
        region=row.text("region"),
        geonames_id=row.number("geonames_id"),
    )
    if not place.country or not place.population:
        raise RawValueError("Chybí země (pole „country“) nebo počet obyvatel (pole „population“).")
    if place.country == HOME_COUNTRY and not place.region:
        raise RawValueError("Chybí kraj (pole „region“).")
    # Written so that not-a-number is outside too.
    if not (abs(place.latitude) <= _FARTHEST_NORTH and abs(place.longitude) <= _FARTHEST_EAST):
        raise RawValueError("Zeměpisná šířka (lat) nebo délka (lon) je mimo zeměkouli.")
    return place


def _tidy(name: str) -> str:
    """Return the name composed and with single spaces: it looks the same, so it is the same."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def _bare(name: str) -> str:
    return name.partition(" (")[0]
