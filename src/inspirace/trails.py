"""Trails: ways through the catalogue that the editors chose, each with a reason for every stop."""

from collections.abc import Mapping
from dataclasses import dataclass

from inspirace.raw_values import RawMapping
from inspirace.schema.formats import is_slug
from inspirace.vocabularies import says_something

TRAILS_FIELDS = ("trails",)
TRAIL_FIELDS = ("id", "title", "summary", "introduction", "innovations", "methods")
INNOVATION, METHOD = "innovation", "method"
RESERVED = frozenset({"index", "strana"})


@dataclass(frozen=True, slots=True)
class Stop:
    """A record on a trail, by its slug, and why it is there."""

    slug: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """One way: `id` is its part of the address, the summary stands where trails are listed."""

    id: str
    title: str
    summary: str
    introduction: str
    innovations: tuple[Stop, ...]
    methods: tuple[Stop, ...]

    def stops(self) -> tuple[tuple[str, str, tuple[Stop, ...]], ...]:
        """Return the stops: the kind of record, the name of their list in the file, the list."""
        return (
            (INNOVATION, "innovations", self.innovations),
            (METHOD, "methods", self.methods),
        )


def parse_trails(raw: Mapping[str, object]) -> tuple[Trail, ...]:
    """Return the trails of a file's values in its order, or raise FaultsError."""
    file = RawMapping(raw)
    file.refuse_unknown(TRAILS_FIELDS)
    trails: dict[str, Trail] = {}
    for row in file.mappings("trails"):
        row.learn_names(TRAIL_FIELDS)
        name = row.text("title") or row.text("id")
        named = row.about(f"Cesta „{name}“" if name else "Cesta bez názvu")
        trail = _parse_trail(named)
        if trails.setdefault(trail.id, trail) is not trail and trail.id:
            named.fault("id", f"id „{trail.id}“ už jiná cesta má.", "Dejte jí jiné.")
    file.raise_faults()
    return tuple(trails.values())


def _parse_trail(row: RawMapping) -> Trail:
    row.refuse_unknown(TRAIL_FIELDS)
    trail = Trail(
        id=row.text("id"),
        title=row.text("title"),
        summary=row.text("summary"),
        introduction=row.text("introduction"),
        innovations=tuple(_parse_stop(one, INNOVATION) for one in row.mappings("innovations")),
        methods=tuple(_parse_stop(one, METHOD) for one in row.mappings("methods")),
    )
    if not is_slug(trail.id) or trail.id in RESERVED:
        advice = "Napište krátké jméno do adresy: malá písmena bez háčků a čárek a spojovníky."
        row.fault("id", "chybí id, nebo se nehodí do adresy.", advice)
    for key in ("title", "summary", "introduction"):
        if not says_something(row.text(key)):
            row.fault(key, f"chybí {key}.", f"Doplňte řádek {key}.")
    if not trail.innovations:
        row.fault("innovations", "nemá žádný případ.", "Doplňte seznam innovations.")
    return trail


def _parse_stop(row: RawMapping, kind: str) -> Stop:
    row.refuse_unknown((kind, "why"))
    stop = Stop(row.text(kind), row.text("why"))
    if not stop.slug or not says_something(stop.why):
        row.fault(
            "why" if stop.slug else kind,
            f"zastávce chybí {kind}, nebo why.",
            "Napište název souboru bez koncovky a větu, proč na cestu patří.",
        )
    return stop
