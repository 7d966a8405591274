"""The catalogue: all records and their relations, immutable; every answer has one order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from inspirace.cache import digest
from inspirace.czech import collation_key, fold
from inspirace.records import Adoption, Innovation, Method, Record
from inspirace.related import Related, Relations
from inspirace.rules.links import LinkIndex
from inspirace.schema.fields import Schema
from inspirace.trails import Trail
from inspirace.vocabularies import Term, Vocabulary

RELATED_MOST = 6


@dataclass(frozen=True, slots=True)
class TermCount:
    """A term in use and how many innovations have it or a narrower one."""

    term: Term
    count: int


@dataclass(frozen=True, slots=True)
class AdoptedInnovation:
    """An innovation and one library that took it over."""

    innovation: Innovation
    adoption: Adoption


@dataclass(frozen=True)
class Catalogue:
    """Innovations and methods by slug, their vocabularies, and the addresses links may lead to.

    `digests` tell by its path whether a record's file has changed, and with the empty path whether
    anything else has that records and their pages are made from. `schemas` are by kind of record,
    `trails` in the order of their file.
    """

    innovations: Mapping[str, Innovation]
    methods: Mapping[str, Method]
    vocabularies: Mapping[str, Vocabulary]
    links: LinkIndex = field(repr=False)
    digests: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    schemas: Mapping[str, Schema] = field(default_factory=dict, repr=False)
    trails: tuple[Trail, ...] = ()

    @cached_property
    def by_title(self) -> tuple[Innovation, ...]:
        """Return the innovations in the Czech order of their titles."""
        return tuple(sorted(self.innovations.values(), key=_title_order))

    @cached_property
    def newest(self) -> tuple[Innovation, ...]:
        """Return the innovations, the most recently verified or compiled first, then by title."""
        return tuple(sorted(self.by_title, key=lambda one: one.verification.date, reverse=True))

    @cached_property
    def date(self) -> str:
        """Return the newest date that the content carries, `YYYY-MM-DD`, or an empty text."""
        records: tuple[Record, ...] = (*self.innovations.values(), *self.methods.values())
        return max((record.verification.date for record in records), default="")

    @cached_property
    def _by_term(self) -> Mapping[tuple[str, str], tuple[Innovation, ...]]:
        found: dict[tuple[str, str], list[Innovation]] = {}
        for innovation in self.by_title:
            for name, terms in innovation.terms().items():
                vocabulary = self.vocabularies[name]
                wide = {one.id for term in terms for one in vocabulary.with_broader(term.id)}
                for identifier in wide:
                    found.setdefault((name, identifier), []).append(innovation)
        return {key: tuple(innovations) for key, innovations in found.items()}

    def with_term(self, vocabulary: str, identifier: str) -> tuple[Innovation, ...]:
        """Return the innovations that have the term or a narrower one, by title."""
        return self._by_term.get((vocabulary, identifier), ())

    def terms_in_use(self, vocabulary: str) -> tuple[TermCount, ...]:
        """Return the terms that lead to an innovation, in the Czech order of their labels."""
        if vocabulary not in self._in_use:
            self._in_use[vocabulary] = self._count_terms(vocabulary)
        return self._in_use[vocabulary]

    @cached_property
    def _in_use(self) -> dict[str, tuple[TermCount, ...]]:
        return {}

    def _count_terms(self, vocabulary: str) -> tuple[TermCount, ...]:
        counted = (
            TermCount(term, len(self.with_term(vocabulary, term.id)))
            for term in self.vocabularies[vocabulary].terms.values()
        )
        in_use = [one for one in counted if one.count]
        return tuple(sorted(in_use, key=lambda one: collation_key(one.term.label)))

    def methods_by_phase(self) -> tuple[tuple[Term, tuple[Method, ...]], ...]:
        """Return the phases in the vocabulary's order, each with its methods by title."""
        phases = self.vocabularies["method-phases"].terms.values()
        return tuple(
            (phase, chosen)
            for phase in phases
            if (chosen := _methods_in_order(m for m in self.methods.values() if m.phase == phase))
        )

    def innovations_using(self, method: str) -> tuple[Innovation, ...]:
        """Return the innovations that name the method, by title."""
        return tuple(one for one in self.by_title if method in one.methods)

    def methods_of(self, innovation: Innovation) -> tuple[Method, ...]:
        """Return the methods an innovation names, in its order."""
        return tuple(self.methods[slug] for slug in innovation.methods if slug in self.methods)

    def related_methods(self, method: Method) -> tuple[Method, ...]:
        """Return the methods a method names as related, in its order."""
        return tuple(self.methods[slug] for slug in method.related if slug in self.methods)

    def trails_with(self, record: Record) -> tuple[Trail, ...]:
        """Return the trails that lead to the record, in the order of their file."""
        return self._trails_by_record.get((type(record), record.slug), ())

    @cached_property
    def _trails_by_record(self) -> Mapping[tuple[type[Record], str], tuple[Trail, ...]]:
        found: dict[tuple[type[Record], str], tuple[Trail, ...]] = {}
        for trail in self.trails:
            for kind, stops in ((Innovation, trail.innovations), (Method, trail.methods)):
                for stop in stops:
                    found[kind, stop.slug] = (*found.get((kind, stop.slug), ()), trail)
        return found

    @cached_property
    def adoptions(self) -> tuple[AdoptedInnovation, ...]:
        """Return all adoptions, the latest first, then by library and innovation."""
        found = (AdoptedInnovation(one, by) for one in self.by_title for by in one.adopted_by)
        by_library = sorted(found, key=lambda one: collation_key(one.adoption.library))
        return tuple(sorted(by_library, key=lambda one: one.adoption.year or 0, reverse=True))

    def adopted_by(self, library: str) -> tuple[AdoptedInnovation, ...]:
        """Return what a library of this name took over, however its name is typed."""
        wanted = fold(library)
        return tuple(one for one in self.adoptions if fold(one.adoption.library) == wanted)

    def digest_of(self, records: Iterable[Record]) -> bytes:
        """Return a digest of what the records are made from, an empty one if it is not known."""
        if not self.digests:
            return b""
        files = (one.path.encode() + self.digests[one.path] for one in records)
        return digest(self.digests[""], *files)

    @cached_property
    def _relations(self) -> Relations:
        return Relations(self.by_title)

    def prepare(self) -> None:
        """Work out what nearly every page asks for, before processes share the pages."""
        _ = self._relations, self._by_term

    def related(self, slug: str) -> tuple[Related, ...]:
        """Return the related innovations with reasons: the editors' choice first, then computed."""
        return self._relations.of(slug, RELATED_MOST)


def _title_order(record: Record) -> tuple[object, str]:
    return collation_key(record.title), record.slug


def _methods_in_order(methods: Iterable[Method]) -> tuple[Method, ...]:
    return tuple(sorted(methods, key=_title_order))
