"""Controlled vocabularies: their terms, and which of them somebody meant."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from inspirace.czech import best_match

COUNTRIES, REGIONS = "countries", "regions"


@dataclass(frozen=True, slots=True)
class SimilarCase:
    """An innovation that is only near to what the term says, and how it differs."""

    innovation: str
    how: str


@dataclass(frozen=True, slots=True)
class VocabularySource:
    """Where terms of a vocabulary come from."""

    id: str
    title: str
    url: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One allowed value of a field: a permanent identifier with what people call it."""

    id: str
    vocabulary: str
    label: str
    label_en: str = ""
    description: str = ""
    synonyms: tuple[str, ...] = ()
    shared_synonyms: tuple[str, ...] = ()
    broader: str | None = None
    sdg: tuple[int, ...] = ()
    deprecated: bool = False
    replaced_by: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    code: str = ""
    measured_by: tuple[str, ...] = ()
    similar: tuple[SimilarCase, ...] = ()

    @property
    def slug(self) -> str:
        """Return the term's part of an address."""
        return self.id.lower()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of one vocabulary by identifier, in the order of its file.

    A complete vocabulary lists everything there is (regions, sizes): its terms may stay unused.
    The note says what the list is and how the editors made it.
    """

    name: str
    title: str
    description: str = ""
    terms: Mapping[str, Term] = field(default_factory=dict)
    complete: bool = False
    note: str = ""
    sources: tuple[VocabularySource, ...] = ()

    def narrower(self, identifier: str) -> tuple[Term, ...]:
        """Return the terms that are directly narrower."""
        return tuple(term for term in self.terms.values() if term.broader == identifier)

    def with_broader(self, identifier: str) -> tuple[Term, ...]:
        """Return the term and all its broader terms, the nearest first."""
        return tuple(linked_terms(self.terms, identifier, broader_of))

    def suggest(self, written: str) -> Term | None:
        """Return the term that was probably meant, by id, label or synonym, or None."""
        names = _names(self.terms.values())
        found = best_match(written, names)
        # A deprecated term is not offered where another has taken its place.
        return None if found is None else self.current(names[found].id)

    def current(self, identifier: str) -> Term:
        """Return the term, or the one that has taken its place at last."""
        *_, last = linked_terms(self.terms, identifier, replacement_of)
        return last


def says_something(text: str) -> bool:
    """Return whether the text has a letter or a digit."""
    return any(sign.isalnum() for sign in text)


def _names(terms: Iterable[Term]) -> dict[str, Term]:
    """Return terms by all their names; ids and labels go before synonyms."""
    listed = tuple(terms)
    pairs = [(name, term) for term in listed for name in (term.id, term.label)]
    pairs += [(name, term) for term in listed for name in term.synonyms]
    names: dict[str, Term] = {}
    for name, term in pairs:
        names.setdefault(name, term)
    return names


def broader_of(term: Term) -> str | None:
    """Return the identifier of the term's broader one."""
    return term.broader


def replacement_of(term: Term) -> str | None:
    """Return the identifier of the term that has taken its place."""
    return term.replaced_by


def linked_terms(
    terms: Mapping[str, Term], start: str, follow: Callable[[Term], str | None]
) -> Iterator[Term]:
    """Yield the term and those that follow it; a circle ends where it closes."""
    seen: set[str] = set()
    term = terms.get(start)
    while term is not None and term.id not in seen:
        yield term
        seen.add(term.id)
        term = terms.get(follow(term) or "")
