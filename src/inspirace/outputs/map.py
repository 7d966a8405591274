"""The map: regions and countries with points in them, and a list that says the same.

The maps alone are a file too: the page of results leaves in them what is among its results.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from inspirace.cache import digest
from inspirace.catalogue import Catalogue
from inspirace.czech import capitalised, collation_key, join_and, typeset
from inspirace.places import HOME_COUNTRY, Place
from inspirace.records import Innovation
from inspirace.search.layout import compact_json
from inspirace.site.page import LateArtifact, Page
from inspirace.views.addresses import CONTRIBUTE, MAP, term_address
from inspirace.views.components import Link
from inspirace.views.map_places import cases, map_places
from inspirace.views.maps import MapDrawing, draw_czechia, draw_europe, draw_world
from inspirace.views.templating import draw_page, render_template
from inspirace.vocabularies import Term

TITLE = "Mapa"
NATIONWIDE = "celostatni"
NOWHERE = Link("Bez určeného kraje")
MAPS = "assets/inspirace/maps.json"
DESCRIPTION = (
    "Kde knihovny zkoušejí sociální inovace: mapa českých krajů, Evropy a světa"
    " s případy podle obcí."
)


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """The cases of one municipality; `anchor` is empty where the maps have no point of it."""

    name: str
    anchor: str
    cases: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ListedArea:
    """A region or a country in the list; `heading` leads nowhere where none is known."""

    heading: Link
    count: str
    places: tuple[ListedPlace, ...]


@dataclass(frozen=True, slots=True)
class MapPart:
    """One part of the page: its maps and their list; `unused` names areas without a case."""

    anchor: str
    title: str
    count: str
    maps: tuple[MapDrawing, ...]
    areas: tuple[ListedArea, ...]
    unused: str = ""


@dataclass(frozen=True, slots=True)
class MapView:
    """What the page of the map prints."""

    title: str
    parts: tuple[MapPart, ...]
    contribute: Link


def build_map_page(catalogue: Catalogue) -> Page:
    """Return the page of the map."""
    page = Page(
        address=MAP,
        frame=MAP,
        title=TITLE,
        description=DESCRIPTION,
        made_from=partial(_made_from, catalogue),
    )
    return draw_page(page, "map.html", partial(map_view, catalogue))


def build_maps(catalogue: Catalogue) -> LateArtifact:
    """Return the file of the maps alone: a list of parts, each with anchor, title and its maps."""
    code = catalogue.digest_of(())
    made_from = partial(_made_from, catalogue)
    return LateArtifact(
        MAPS, partial(_maps, catalogue), lambda: digest(code, made_from()) if code else b""
    )


def _maps(catalogue: Catalogue) -> bytes:
    parts = [
        [part.anchor, part.title, [_drawing(one) for one in part.maps]]
        for part in map_view(catalogue).parts
    ]
    return compact_json(parts).encode()


def _drawing(one: MapDrawing) -> list[object]:
    """Return the map for a page one folder deep, and whether it is cut at its edges."""
    return [render_template("drawing.html", view=one, base="../"), one.is_cut]


def _made_from(catalogue: Catalogue) -> bytes:
    """Return a digest of the little that a map says of each record."""
    if not catalogue.digests:
        return b""
    said = (
        "\0".join((one.slug, one.title, one.municipality, one.country.id, _region(one)))
        for one in catalogue.innovations.values()
    )
    return digest(catalogue.digests[""], *(digest(one.encode()) for one in said))


def _region(innovation: Innovation) -> str:
    return innovation.region.id if innovation.region else ""


def map_view(catalogue: Catalogue) -> MapView:
    """Return what the page of the map prints."""
    places = map_places(catalogue.by_title)
    anchors = {one.place: one.anchor for one in places}
    home = [one for one in catalogue.by_title if one.country.id == HOME_COUNTRY]
    abroad = [one for one in catalogue.by_title if one.country.id != HOME_COUNTRY]
    czechia = draw_czechia(catalogue, places)
    europe, world = draw_europe(catalogue, places), draw_world(catalogue, places)
    regions = _areas(_by_term((one.region, one) for one in home), anchors)
    unused = join_and(area.name for area in czechia.areas if not area.shade)
    countries = _areas(_by_term((one.country, one) for one in abroad), anchors)
    return MapView(
        title=TITLE,
        parts=(
            MapPart("cesko", "Česko", cases(len(home)), (czechia,), tuple(regions), unused),
            MapPart("svet", "Svět", cases(len(abroad)), (europe, world), tuple(countries)),
        ),
        contribute=Link("Napište nám", CONTRIBUTE),
    )


def _by_term(
    pairs: Iterable[tuple[Term | None, Innovation]],
) -> Iterator[tuple[Term | None, list[Innovation]]]:
    """Yield the innovations by term: what has an outline first, what has no term at the end."""
    found: dict[Term | None, list[Innovation]] = defaultdict(list)
    for term, innovation in pairs:
        found[term].append(innovation)
    yield from sorted(found.items(), key=lambda pair: _term_order(pair[0]))


def _term_order(term: Term | None) -> tuple[object, ...]:
    is_nowhere = term is not None and term.id == NATIONWIDE
    return term is None, is_nowhere, collation_key(term.label if term else "")


def _areas(
    grouped: Iterable[tuple[Term | None, list[Innovation]]], anchors: Mapping[Place, str]
) -> Iterator[ListedArea]:
    for term, innovations in grouped:
        heading = Link(capitalised(typeset(term.label)), term_address(term)) if term else NOWHERE
        yield ListedArea(heading, cases(len(innovations)), tuple(_places(innovations, anchors)))


def _places(
    innovations: Iterable[Innovation], anchors: Mapping[Place, str]
) -> Iterator[ListedPlace]:
    """Yield the municipalities by name; what names none comes last."""
    found: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for one in innovations:
        anchor = anchors[one.place] if one.place else ""
        found[one.municipality, anchor].append(Link(typeset(one.title), one.address))
    order = sorted(found, key=lambda key: (not key[0], collation_key(key[0]), key[1]))
    for municipality, anchor in order:
        yield ListedPlace(typeset(municipality), anchor, tuple(found[municipality, anchor]))
