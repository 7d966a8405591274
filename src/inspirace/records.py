"""Records: one checked innovation or method in memory, immutable and typed.

Terms are resolved to `Term`, places to `Place`; what a file does not say is `None` or empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from inspirace.places import Place
from inspirace.vocabularies import Term

IDEA = "namet"
UNVERIFIED = "neovereno"


@dataclass(frozen=True, slots=True)
class RecordSection:
    """One section of a record's body: `identifier` and `label` are the schema's.

    The text is kept in UTF-8: ten thousand bodies of Czech take half of the memory.
    """

    identifier: str
    label: str
    anchor: str
    editorial: bool
    utf8: bytes

    @property
    def markdown(self) -> str:
        """Return the section's Markdown."""
        return self.utf8.decode()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record's statements come from; `supports` says which of them."""

    title: str
    url: str
    publisher: str = ""
    year: int | None = None
    supports: str = ""
    accessed: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that takes part, and how."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Funding:
    """Money from outside: the amount is text as the source gives it."""

    source: str
    amount: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """Something ready to use, with the licence if it is known."""

    title: str
    url: str
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A figure with the address of the source it stands in."""

    what: str
    value: str
    source: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class SmallStart:
    """The editors' estimate of the smallest version that a library with one person could try."""

    what: str
    steps: tuple[str, ...] = ()
    cost_band: Term | None = None
    effort_setup: Term | None = None
    effort_running: Term | None = None


@dataclass(frozen=True, slots=True)
class Adoption:
    """A library that took the innovation over."""

    library: str
    municipality: str = ""
    country: Term | None = None
    year: int | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """Who checked the record and when; the date is `YYYY-MM-DD` as written."""

    status: Term
    date: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with its text alternative and rights; `file` is relative to content/assets."""

    file: str
    alt: str
    author: str = ""
    licence: str = ""
    consent: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask: a role, never a person without consent."""

    role: str
    email: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Innovation:
    """One innovation: fields of the schema in its order, then the sections of the body."""

    slug: str
    path: str
    title: str
    summary: str
    status: Term
    country: Term
    library: str = ""
    library_url: str = ""
    municipality: str = ""
    place: Place | None = None
    region: Term | None = None
    settlement_size: Term | None = None
    library_type: Term | None = None
    target_groups: tuple[Term, ...]
    topics: tuple[Term, ...]
    service_types: tuple[Term, ...]
    library_role: tuple[Term, ...] = ()
    embedding: Term | None = None
    programme_activities: tuple[Term, ...] = ()
    started: str = ""
    ended: str = ""
    cost_band: Term | None = None
    effort_setup: Term | None = None
    effort_running: Term | None = None
    staff: str = ""
    partners: tuple[Partner, ...] = ()
    funding: tuple[Funding, ...] = ()
    materials: tuple[Material, ...] = ()
    outcomes: tuple[Term, ...] = ()
    numbers: tuple[Number, ...] = ()
    small_start: SmallStart | None = None
    methods: tuple[str, ...] = ()
    adopted_by: tuple[Adoption, ...] = ()
    sources: tuple[Source, ...]
    evidence_level: Term
    verification: Verification
    images: tuple[Image, ...] = ()
    contact: Contact | None = None
    aliases: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    licence: str = "CC-BY-4.0"
    summary_en: str = ""
    sections: tuple[RecordSection, ...] = ()

    @property
    def address(self) -> str:
        """Return the permanent address, relative to the site."""
        return f"inovace/{self.slug}/"

    @property
    def is_idea(self) -> bool:
        """Return whether nobody has done it yet, as far as the catalogue knows."""
        return self.status.id == IDEA

    @property
    def evidence(self) -> int:
        """Return the evidence level as a number from 0 to 5."""
        return int(self.evidence_level.id[0])

    def terms(self) -> Mapping[str, tuple[Term, ...]]:
        """Return the terms by the name of their vocabulary, for the pages of terms."""
        return {
            "target-groups": self.target_groups,
            "topics": self.topics,
            "service-types": self.service_types,
            "programme-activities": self.programme_activities,
            "regions": (self.region,) if self.region else (),
            "countries": (self.country,),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One method card; a text that the file does not give is empty."""

    slug: str
    path: str
    title: str
    original_name: str = ""
    summary: str
    phase: Term
    time: str = ""
    people: str = ""
    materials: str = ""
    related: tuple[str, ...] = ()
    sources: tuple[Source, ...]
    verification: Verification
    sections: tuple[RecordSection, ...] = ()

    @property
    def address(self) -> str:
        """Return the permanent address, relative to the site."""
        return f"metody/{self.slug}/"


Record = Innovation | Method
