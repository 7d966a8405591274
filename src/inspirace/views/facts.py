"""Facts: the panel beside a record's text, and the details that are too long for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inspirace.czech import NON_BREAKING_SPACE as NBSP
from inspirace.czech import counted, number, typeset
from inspirace.czech_dates import time_span
from inspirace.places import ABROAD, HOME_COUNTRY
from inspirace.records import Contact, Funding, Innovation, Material, Method, Partner
from inspirace.views.components import Link, term_link
from inspirace.views.provenance import Evidence, checked_words, evidence_words, source_years
from inspirace.vocabularies import Term

NOT_STATED = "zdroje neuvádějí"

_COST_NOT_STATED = "neuvedeno"
_UNKNOWN_STATUS = "nezjisteno"
_STILL_UNKNOWN = "zda dosud běží, nezjištěno"
_THOUSAND, _MILLION = 1_000, 1_000_000
_LONGEST_BOLD = 60
_LONGEST_HALF = 36
_ROUNDED_FROM = 10_000


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a panel: `values` stand one after another, or each on its line in a list.

    `is_missing` says that nobody has stated it.
    """

    label: str
    values: tuple[Link, ...]
    note: str = ""
    is_missing: bool = False
    evidence: Evidence | None = None

    @property
    def is_wide(self) -> bool:
        """Return whether the row needs the panel's whole width."""
        length = sum(len(value.text) for value in self.values)
        return max(len(self.label), length, len(self.note) // 2) > _LONGEST_HALF

    @property
    def is_prose(self) -> bool:
        """Return whether a value is a sentence, too long for bold letters."""
        return any(len(value.text) > _LONGEST_BOLD for value in self.values)


def innovation_facts(innovation: Innovation) -> tuple[Fact, ...]:
    """Return the rows of the panel: who, where, when, for whom, for how much, how we know."""
    rows = (
        _who(innovation),
        _where(innovation),
        _when(innovation),
        _terms("Pro koho", innovation.target_groups),
        *_demands(innovation),
        *_evidence(innovation),
        _checked(innovation, has_library=bool(innovation.library)),
        _terms("Role knihovny", innovation.library_role),
        _terms("Na čem to stojí", filter(None, [innovation.embedding])),
        _texts("Partneři", [partner.name for partner in innovation.partners]),
        Fact("Činnost programu", tuple(map(term_link, innovation.programme_activities))),
    )
    return tuple(row for row in rows if row.values)


def innovation_details(innovation: Innovation) -> tuple[Fact, ...]:
    """Return what needs more room: people, the part of each partner, money, materials, contact."""
    rows = (
        _texts("Lidé", filter(None, [innovation.staff])),
        _texts("Partneři a co dělají", _partner_roles(innovation.partners)),
        _texts("Peníze odjinud", map(_funding, innovation.funding)),
        Fact("Ke stažení", tuple(map(_material, innovation.materials))),
        Fact("Kontakt", tuple(_contact(innovation.contact))),
    )
    return tuple(row for row in rows if row.values)


def method_facts(method: Method) -> tuple[Fact, ...]:
    """Return the rows of a method's panel."""
    rows = (
        _texts("Kdy se hodí", [method.phase.label], note=method.phase.description),
        _texts("Původní název", filter(None, [method.original_name])),
        _texts("Kolik zabere času", filter(None, [method.time])),
        _texts("Kolik je potřeba lidí", filter(None, [method.people])),
        _texts("Co je potřeba", filter(None, [method.materials])),
        _checked(method, has_library=False),
    )
    return tuple(row for row in rows if row.values)


def small_start_effort(terms: Iterable[Term | None]) -> str:
    """Return the estimated costs and hours in one line: „bez přímých nákladů · příprava …“."""
    return " · ".join(typeset(term.label) for term in terms if term)


def population_words(population: int) -> str:
    """Return about how many people live there: „340 obyvatel“, „28 tisíc obyvatel“."""
    if population < _ROUNDED_FROM:
        return counted(population, "obyvatel", "obyvatelé", "obyvatel")
    if population < _MILLION:
        return f"{number(round(population / _THOUSAND))}{NBSP}tisíc obyvatel"
    millions = round(population / _MILLION, 1)
    if millions.is_integer():
        return f"{counted(int(millions), 'milion', 'miliony', 'milionů')} obyvatel"
    return f"{millions}{NBSP}milionu obyvatel".replace(".", ",")


def _who(innovation: Innovation) -> Fact:
    kind = innovation.library_type
    if not innovation.library:
        return Fact("Kdo", (Link(kind.label),) if kind else ())
    link = Link(typeset(innovation.library), innovation.library_url)
    return Fact("Kdo", (link,), note=typeset(kind.label) if kind else "")


def _where(innovation: Innovation) -> Fact:
    links = [Link(typeset(innovation.municipality))] if innovation.municipality else []
    region = innovation.region
    if region and (region.id != ABROAD or innovation.country.id == HOME_COUNTRY):
        links.append(term_link(region))
    links.append(term_link(innovation.country))
    size = innovation.settlement_size
    note = typeset(size.label) if size else ""
    if innovation.place:
        note = population_words(innovation.place.population)
    return Fact("Kde", tuple(links), note=note)


def _when(innovation: Innovation) -> Fact:
    span = time_span(innovation.started, innovation.ended)
    status = innovation.status
    if innovation.is_idea:
        return _texts("Stav", [status.label], note=status.description)
    note = _STILL_UNKNOWN if status.id == _UNKNOWN_STATUS else status.label
    if span:
        return Fact("Kdy", (Link(span),), note=note)
    return _missing("Kdy", source_years(innovation.sources) or NOT_STATED, note=note)


def _demands(innovation: Innovation) -> Iterator[Fact]:
    """Yield costs and work, or one row where the sources state neither."""
    efforts = [one for one in (innovation.effort_setup, innovation.effort_running) if one]
    band = innovation.cost_band
    if band and band.id == _COST_NOT_STATED:
        band = None
    if not (band or efforts):
        yield _missing("Kolik to stojí a dá práce")
        return
    if band:
        yield Fact("Kolik to stojí", (Link(band.label),), note="za první rok, bez mezd zaměstnanců")
    else:
        yield _missing("Kolik to stojí")
    yield _terms("Kolik to dá práce", efforts) if efforts else _missing("Kolik to dá práce")


def _evidence(innovation: Innovation) -> Iterator[Fact]:
    # Even the lowest level says that the service exists, and an idea does not yet.
    if not innovation.is_idea:
        words = evidence_words(innovation.evidence_level)
        label = "Jak dobře je to doložené"
        yield Fact(label, (Link(words.label),), note=words.description, evidence=words)


def _checked(record: Innovation | Method, *, has_library: bool) -> Fact:
    checked = checked_words(record.verification, has_library=has_library)
    return Fact("Ověření", (Link(checked.label),), note=checked.sentence)


def _missing(label: str, text: str = NOT_STATED, *, note: str = "") -> Fact:
    return Fact(label, (Link(text),), note=note, is_missing=True)


def _terms(label: str, terms: Iterable[Term]) -> Fact:
    return _texts(label, [term.label for term in terms])


def _texts(label: str, texts: Iterable[str], *, note: str = "") -> Fact:
    values = tuple(Link(typeset(text)) for text in texts)
    return Fact(label, values, note=typeset(note))


def _partner_roles(partners: Iterable[Partner]) -> Iterator[str]:
    for partner in partners:
        if partner.role:
            yield f"{partner.name}: {partner.role}"


def _funding(funding: Funding) -> str:
    return ", ".join(filter(None, (funding.source, funding.amount, str(funding.year or ""))))


def _material(material: Material) -> Link:
    licence = f" ({material.licence})" if material.licence else ""
    return Link(typeset(f"{material.title}{licence}"), material.url)


def _contact(contact: Contact | None) -> Iterator[Link]:
    if contact is None:
        return
    yield Link(typeset(contact.role), contact.url)
    if contact.email:
        yield Link(contact.email, f"mailto:{contact.email}")
