"""Provenance in words: sources, how well a case is documented, and who has checked it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspirace.czech import typeset
from inspirace.czech_dates import month_and_year, whole_date
from inspirace.records import Innovation, Number, Source, Verification
from inspirace.views.components import Link
from inspirace.vocabularies import Term

STEPS = 5
NOT_ASKED = "Knihovny jsme se zatím neptali."
CONTENT_LICENCE = "CC-BY-4.0"

_CHECKED: Mapping[str, str] = {
    "neovereno": "Sepsáno ze zdrojů, {month}.",
    "overeno-redakci": "Zdroje a odkazy prošla redakce, {month}{by}.",
    "potvrzeno-knihovnou": "Údaje potvrdil ten, kdo službu dělá, {month}{by}.",
    "k-aktualizaci": "Naposledy prověřeno: {month}{by}. Od té doby uplynuly více než dva roky,"
    " nebo přestal fungovat odkaz.",
}
_LICENCES: Mapping[str, Link] = {
    CONTENT_LICENCE: Link("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.cs"),
    "CC0-1.0": Link("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.cs"),
}
_NOBODY_ASKED = frozenset({"neovereno", "overeno-redakci"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well a case is documented: `steps` says of each step of the meter if it is reached."""

    label: str
    level: str
    description: str
    steps: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """Who has checked a record: the state and what it means, as sentences."""

    label: str
    sentence: str


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source in the list at the end of a page, with its place there."""

    anchor: str
    link: Link
    origin: str
    supports: str
    accessed: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts and the source it stands in."""

    value: str
    what: str
    period: str
    source: Link


def evidence_words(level: Term) -> Evidence:
    """Return the evidence level in words and steps."""
    reached = int(level.id[0])
    return Evidence(
        label=typeset(level.label),
        level=f"stupeň {reached} z {STEPS} podle redakce",
        description=typeset(level.description),
        steps=tuple(step < reached for step in range(STEPS)),
    )


def checked_words(verification: Verification, *, has_library: bool) -> Checked:
    """Return who has checked the record; of a library only where there is one to ask."""
    status, by = verification.status, verification.by
    month = month_and_year(verification.date)
    words = _CHECKED.get(status.id, "Stav k datu: {month}{by}.")
    sentence = words.format(month=month, by=f" ({by})" if by else "")
    if has_library and status.id in _NOBODY_ASKED:
        sentence += f" {NOT_ASKED}"
    return Checked(status.label, typeset(sentence))


def cited_sources(sources: Sequence[Source]) -> tuple[CitedSource, ...]:
    """Return the sources in their order, each with its anchor."""
    return tuple(
        CitedSource(
            anchor=_anchor(position),
            link=Link(typeset(source.title), source.url),
            origin=typeset(_origin(source)),
            supports=typeset(source.supports),
            accessed=whole_date(source.accessed) if source.accessed else "",
        )
        for position, source in enumerate(sources, start=1)
    )


def figures(innovation: Innovation) -> tuple[Figure, ...]:
    """Return the numbers of an innovation, each leading to its source in the list."""
    return tuple(_figure(number, innovation.sources) for number in innovation.numbers)


def source_years(sources: Sequence[Source]) -> str:
    """Return the years that the sources come from, or an empty text: „zdroje z let 2009–2018“."""
    years = sorted({source.year for source in sources if source.year is not None})
    if not years:
        return ""
    first, last = years[0], years[-1]
    return f"zdroje z roku {first}" if first == last else f"zdroje z let {first}–{last}"


def licence_link(identifier: str) -> Link:
    """Return the link to a licence's text for people, or its name alone."""
    return _LICENCES.get(identifier, Link(identifier))


def _figure(number: Number, sources: Sequence[Source]) -> Figure:
    found = [place for place, source in enumerate(sources, start=1) if source.url == number.source]
    if found:
        source = sources[found[0] - 1]
        link = Link(typeset(_origin(source) or source.title), f"#{_anchor(found[0])}")
    else:
        link = Link(number.source, number.source)
    return Figure(typeset(number.value), typeset(number.what), typeset(number.period), link)


def _anchor(position: int) -> str:
    return f"zdroj-{position}"


def _origin(source: Source) -> str:
    return ", ".join(filter(None, (source.publisher, str(source.year or ""))))
