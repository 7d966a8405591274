"""Facets: what readers narrow the innovations by, as one column of values for each facet.

A column is a text in the order of the documents. Each value of a facet has a sign; documents with
several are parted by spaces, a document without any has `!` where every document has one at most.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import NamedTuple, TypeVar

from inspirace.catalogue import Catalogue
from inspirace.czech import collation_key
from inspirace.records import Innovation
from inspirace.views.map_places import map_places
from inspirace.vocabularies import Term, Vocabulary

NOTHING = "!"
COST_NOT_STATED = "neuvedeno"

_FIRST_YEAR = 1900
_PERIOD = 5
_FIRST_PERIOD = 2000
_SIZES_IN_A_DOUBLING = 4
_IN_FIRST_PART = 4

Values = Sequence[Term]
Key = TypeVar("Key", str, int)


class Heading(NamedTuple):
    """A facet's name in addresses and its label; `has_many`: an innovation may have several values.

    The name is what `x-facet` of the schema says, if it says anything.
    """

    name: str
    label: str
    has_many: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet of a vocabulary: the terms that an innovation has in it; a scale keeps its order."""

    heading: Heading
    vocabulary: str
    values: Callable[[Innovation], Values]
    is_scale: bool = False

    @property
    def name(self) -> str:
        """Return the facet's name in addresses."""
        return self.heading.name


PERIODS = Heading("obdobi", "Kdy začala")
METHODS = Heading("metoda", "Metoda", has_many=True)


def _one(term: Term | None) -> Values:
    return () if term is None else (term,)


def _cost(one: Innovation) -> Values:
    term = (one.small_start.cost_band if one.small_start else None) or one.cost_band
    return () if term is None or term.id == COST_NOT_STATED else (term,)


def _setup(one: Innovation) -> Values:
    return _one((one.small_start.effort_setup if one.small_start else None) or one.effort_setup)


def _running(one: Innovation) -> Values:
    return _one((one.small_start.effort_running if one.small_start else None) or one.effort_running)


FACETS = (
    Facet(
        Heading("pro-koho", "Pro koho", has_many=True),
        "target-groups",
        lambda one: one.target_groups,
    ),
    Facet(Heading("temata", "Téma", has_many=True), "topics", lambda one: one.topics),
    Facet(
        Heading("typ-sluzby", "Typ služby", has_many=True),
        "service-types",
        lambda one: one.service_types,
    ),
    Facet(Heading("zeme", "Země"), "countries", lambda one: (one.country,)),
    Facet(Heading("kraje", "Kraj"), "regions", lambda one: _one(one.region)),
    Facet(
        Heading("velikost-obce", "Velikost obce"),
        "settlement-size",
        lambda one: _one(one.settlement_size),
        is_scale=True,
    ),
    Facet(Heading("naklady", "Kolik to stojí"), "cost-bands", _cost, is_scale=True),
    Facet(Heading("priprava", "Kolik času dá příprava"), "effort-setup", _setup, is_scale=True),
    Facet(Heading("provoz", "Kolik času dá provoz"), "effort-running", _running, is_scale=True),
    Facet(Heading("zmena", "Co se změnilo", has_many=True), "outcomes", lambda one: one.outcomes),
    Facet(
        Heading("aktivity", "Činnost programu", has_many=True),
        "programme-activities",
        lambda one: one.programme_activities,
    ),
    Facet(
        Heading("role", "Role knihovny", has_many=True),
        "library-roles",
        lambda one: one.library_role,
    ),
    Facet(
        Heading("typ-knihovny", "Typ knihovny"),
        "library-types",
        lambda one: _one(one.library_type),
    ),
    Facet(Heading("ukotveni", "Ukotvení"), "embedding", lambda one: _one(one.embedding)),
    Facet(
        Heading("dolozeni", "Jak dobře je to doložené"),
        "evidence-levels",
        lambda one: (one.evidence_level,),
        is_scale=True,
    ),
    Facet(
        Heading("overeni", "Ověření"),
        "verification-status",
        lambda one: (one.verification.status,),
        is_scale=True,
    ),
    Facet(Heading("stav", "Stav"), "case-status", lambda one: (one.status,), is_scale=True),
)

# Cost, set-up and running: which of them the editors estimated for a small start.
_ESTIMATED: tuple[Callable[[Innovation], Term | None], ...] = (
    lambda one: one.small_start.cost_band if one.small_start else None,
    lambda one: one.small_start.effort_setup if one.small_start else None,
    lambda one: one.small_start.effort_running if one.small_start else None,
)


def facet_columns(
    catalogue: Catalogue, innovations: Sequence[Innovation]
) -> tuple[Mapping[str, object], ...]:
    """Return the facets with their values in use in two parts, to be files of a bearable size.

    The first part has what the sorting needs as well.
    """
    facets = [
        *(
            _vocabulary_facet(facet, catalogue.vocabularies[facet.vocabulary], innovations)
            for facet in FACETS
            if facet.vocabulary in catalogue.vocabularies
        ),
        _periods(innovations),
        _methods(catalogue, innovations),
    ]
    first = {
        "documents": len(innovations),
        "estimated": "".join(sign(_estimated(one)) for one in innovations),
        "years": "".join(map(_year_sign, innovations)),
        "sizes": "".join(map(_size_sign, innovations)),
        "facets": facets[:_IN_FIRST_PART],
    }
    return first, {"facets": facets[_IN_FIRST_PART:]}


def sign(number: int) -> str:
    """Return the sign of a value: printable, and as itself in JSON."""
    if number < ord("\\") - ord("#"):
        return chr(ord("#") + number)
    return chr(ord("$") + number) if number < ord("~") - ord("#") else chr(0x100 + number)


def place_column(innovations: Sequence[Innovation]) -> Mapping[str, object]:
    """Return the municipalities with their anchors, and which of them each innovation is in."""
    places = map_places(innovations)
    numbers = {one.place: number for number, one in enumerate(places)}
    signs = (NOTHING if one.place is None else sign(numbers[one.place]) for one in innovations)
    named = [[one.place.municipality, one.anchor] for one in places]
    return {"places": named, "column": "".join(list(signs))}


def _vocabulary_facet(
    facet: Facet, vocabulary: Vocabulary, innovations: Sequence[Innovation]
) -> Mapping[str, object]:
    chosen = [[term.id for term in facet.values(one)] for one in innovations]
    own = set().union(*chosen)
    used = {term.id for identifier in own for term in vocabulary.with_broader(identifier)}
    terms = [term for term in vocabulary.terms.values() if term.id in used]
    if not facet.is_scale:
        terms.sort(key=lambda term: collation_key(term.label))
    numbers = {term.id: number for number, term in enumerate(terms)}
    values = [
        [term.slug, term.label, *([numbers[term.broader]] if term.broader in numbers else [])]
        for term in terms
    ]
    return _facet(facet.heading, values, numbers, chosen)


def _periods(innovations: Sequence[Innovation]) -> Mapping[str, object]:
    starts = [_period(one.started) for one in innovations]
    used = sorted({start for start in starts if start is not None}, reverse=True)
    values = [list(_period_names(start)) for start in used]
    numbers = {start: number for number, start in enumerate(used)}
    listed = [[] if start is None else [start] for start in starts]
    return _facet(PERIODS, values, numbers, listed)


def _period(started: str) -> int | None:
    """Return the first year of the five that the innovation began in; 0 is long ago."""
    if not started:
        return None
    year = int(started[:4])
    return year - year % _PERIOD if year >= _FIRST_PERIOD else 0


def _period_names(start: int) -> tuple[str, str]:
    if not start:
        return f"do-{_FIRST_PERIOD - 1}", f"do roku {_FIRST_PERIOD - 1}"
    last = start + _PERIOD - 1
    return f"{start}-{last}", f"{start}–{last}"


def _methods(catalogue: Catalogue, innovations: Sequence[Innovation]) -> Mapping[str, object]:
    used = {slug for one in innovations for slug in one.methods if slug in catalogue.methods}
    methods = sorted(
        (catalogue.methods[slug] for slug in used), key=lambda one: collation_key(one.title)
    )
    numbers = {method.slug: number for number, method in enumerate(methods)}
    values = [[method.slug, method.title] for method in methods]
    listed = [[slug for slug in one.methods if slug in numbers] for one in innovations]
    return _facet(METHODS, values, numbers, listed)


def _facet(
    heading: Heading,
    values: Sequence[Sequence[object]],
    numbers: Mapping[Key, int],
    chosen: Iterable[Iterable[Key]],
) -> Mapping[str, object]:
    signs = {key: sign(number) for key, number in numbers.items()}
    rows = ["".join([signs[key] for key in keys]) for keys in chosen]
    column = " ".join(rows) if heading.has_many else "".join([row or NOTHING for row in rows])
    return {
        "name": heading.name,
        "label": heading.label,
        "values": values,
        "many": heading.has_many,
        "column": column,
    }


def _estimated(one: Innovation) -> int:
    return sum(1 << bit for bit, term in enumerate(_ESTIMATED) if term(one) is not None)


def _year_sign(one: Innovation) -> str:
    return sign(max(0, int(one.started[:4]) - _FIRST_YEAR)) if one.started else NOTHING


def _size_sign(one: Innovation) -> str:
    """Return the population as steps, four to each doubling."""
    if one.place is None:
        return NOTHING
    return sign(round(_SIZES_IN_A_DOUBLING * log2(max(1, one.place.population))))
