"""Rules of the list of places: it can be read, and every row is a place that can be."""

from collections.abc import Mapping

from inspirace.diagnostics import Diagnostic
from inspirace.places import Known, Places, parse_places, parse_plain_rows
from inspirace.raw_values import FaultsError
from inspirace.reading.front_matter import parse_yaml
from inspirace.reading.text_file import TextFile
from inspirace.rules.faults import report_faults
from inspirace.vocabularies import COUNTRIES, REGIONS, Vocabulary

_ROWS = "\nplaces:\n"


def load_places(
    file: TextFile, vocabularies: Mapping[str, Vocabulary]
) -> tuple[Places | None, tuple[Diagnostic, ...]]:
    """Return the places of a file, None where it cannot be used, and what is wrong in it."""
    known = _known(vocabularies)
    plain = _load_plain(file, known)
    if plain is not None:
        return plain, ()
    source, found = parse_yaml(file)
    if source is None:
        return None, found
    try:
        return parse_places(source.values, known), found
    except FaultsError as error:
        return None, (*found, *report_faults(source, "bad-places", error.faults))


def _load_plain(file: TextFile, known: Known | None) -> Places | None:
    head, _, rows = file.text.partition(_ROWS)
    source, _ = parse_yaml(TextFile(file.path, head))
    by_name = parse_plain_rows(rows.split("\n"), known)
    if source is None or set(source.values) != {"source", "licence"} or by_name is None:
        return None
    about = parse_places(source.values)
    return Places(about.source, about.licence, by_name)


def _known(vocabularies: Mapping[str, Vocabulary]) -> Known | None:
    """Return what a row may name; a vocabulary that cannot be read would blame every row."""
    if COUNTRIES not in vocabularies or REGIONS not in vocabularies:
        return None
    return Known(vocabularies[COUNTRIES], vocabularies[REGIONS])
