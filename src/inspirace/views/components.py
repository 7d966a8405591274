"""Components: what several pages print the same way – links, chips, cards, topic patterns."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from zlib import crc32

from markupsafe import Markup, escape

from inspirace.catalogue import TermCount
from inspirace.czech import typeset
from inspirace.places import HOME_COUNTRY
from inspirace.records import Innovation, Method
from inspirace.related import Related
from inspirace.views.addresses import TERM_FOLDERS, term_address
from inspirace.vocabularies import Term, Vocabulary

PER_PAGE = 50

_OUTSIDE = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_PATTERNS, _TINTS, _SCALES = 8, 4, 2
_CHIPS: Mapping[str, str] = {
    "target-groups": "group",
    "topics": "topic",
    "service-types": "service",
    "regions": "place",
    "countries": "place",
}
KIND_LABELS: Mapping[str, str] = {
    "target-groups": "Pro koho",
    "topics": "Téma",
    "service-types": "Typ služby",
    "regions": "Kraj",
    "countries": "Země",
    "programme-activities": "Činnost programu",
}
# What goes without saying on a card: that a case works, or that nobody knows whether it does.
_UNREMARKABLE = frozenset({"bezi", "nezjisteno"})


@dataclass(frozen=True, slots=True)
class Link:
    """A text that may lead somewhere: within the site, on the page (`#…`), out, or nowhere."""

    text: str
    address: str = ""

    @property
    def is_outside(self) -> bool:
        """Return whether the link leaves the site."""
        return bool(_OUTSIDE.match(self.address))


def draw_link(link: Link, base: str, css_class: str = "") -> Markup:
    """Return the link as HTML; within the site it begins with the way to its root."""
    if not link.address:
        return escape(link.text)
    is_whole = link.address.startswith(("#", "http", "mailto:"))
    name = f'class="{escape(css_class)}" ' if css_class else ""
    href = escape(link.address if is_whole else base + link.address)
    rel = ' rel="external noopener"' if link.is_outside else ""
    return Markup(f'<a {name}href="{href}"{rel}>{escape(link.text)}</a>')  # noqa: S704 - escaped


@dataclass(frozen=True, slots=True)
class Chip:
    """A term to click: `kind` chooses the tint, `kind_label` says the same in words."""

    text: str
    address: str
    kind: str
    kind_label: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """A record in a list: `pattern` is drawn from its topic, `reason` says why it is here."""

    title: str
    address: str
    pattern: str
    meta: str
    text: str = ""
    reason: str = ""


def term_chip(term: Term, count: int = 0) -> Chip:
    """Return the chip of a term, with how many innovations it leads to where that matters."""
    kind_label = KIND_LABELS[term.vocabulary]
    return Chip(typeset(term.label), term_address(term), _CHIPS[term.vocabulary], kind_label, count)


def counted_chips(counts: Iterable[TermCount]) -> tuple[Chip, ...]:
    """Return the chips of terms in use."""
    return tuple(term_chip(one.term, one.count) for one in counts)


def term_link(term: Term) -> Link:
    """Return the link to the page of a term."""
    return Link(typeset(term.label), term_address(term))


def vocabulary_link(vocabulary: Vocabulary) -> Link:
    """Return the link to the list of a vocabulary's terms."""
    return Link(vocabulary.title, TERM_FOLDERS[vocabulary.name])


def innovation_card(innovation: Innovation) -> Card:
    """Return the card of an innovation in a list, with its summary."""
    return Card(
        title=typeset(innovation.title),
        address=innovation.address,
        pattern=topic_pattern(innovation.topics[0].id),
        meta=_meta(innovation),
        text=typeset(innovation.summary),
    )


def similar_card(innovation: Innovation, how: str) -> Card:
    """Return the card of an innovation that only comes near: it says how instead of what it is."""
    return replace(innovation_card(innovation), text=typeset(how))


def related_card(related: Related) -> Card:
    """Return the card of a related innovation: with the reason, without the summary."""
    innovation = related.innovation
    return Card(
        title=typeset(innovation.title),
        address=innovation.address,
        pattern=topic_pattern(innovation.topics[0].id),
        meta=short_place(innovation),
        reason=typeset(", ".join(related.reasons)),
    )


def method_card(method: Method) -> Card:
    """Return the card of a method; its pattern is drawn from the phase."""
    return Card(
        title=typeset(method.title),
        address=method.address,
        pattern=topic_pattern(method.phase.id),
        meta=method.phase.label,
        text=typeset(method.summary),
    )


def topic_pattern(identifier: str) -> str:
    """Return the classes of the pattern of a term, the same for ever and whatever else there is."""
    # bits far apart of the check sum, so that neither choice follows from another
    number = crc32(identifier.encode())
    pattern, tint, scale = (number >> 20) % _PATTERNS, (number >> 10) % _TINTS, number % _SCALES
    return f"pattern-{pattern} pattern-tint-{tint} pattern-scale-{scale}"


def short_place(innovation: Innovation) -> str:
    """Return where the innovation is in one or two words: „Kroměříž“, „Lublaň, Slovinsko“."""
    abroad = innovation.country.id != HOME_COUNTRY
    region = innovation.region.label if innovation.region and not abroad else ""
    place = innovation.municipality or region
    if abroad or not place:
        place = ", ".join(filter(None, (place, innovation.country.label)))
    return typeset(place)


def is_long(title: str) -> bool:
    """Return whether a title is to be set in smaller letters."""
    return len(title) > 56  # noqa: PLR2004 - about two lines of the large letters


def _meta(innovation: Innovation) -> str:
    status = innovation.status
    remark = "" if status.id in _UNREMARKABLE else status.label
    parts = (short_place(innovation), typeset(innovation.target_groups[0].label), remark)
    return " · ".join(filter(None, parts))
