"""Controlled vocabularies: their terms, how a vocabulary file is read, and what is odd in it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from types import MappingProxyType

from inspirace.czech import best_match, fold
from inspirace.raw_values import RawMapping, RawValueError

COUNTRIES = "countries"

_VOCABULARY_FIELDS = frozenset({"title", "description", "note", "sources", "terms", "overrides"})
_TERM_FIELDS = frozenset(
    {"id", "label", "label_en", "description", "synonyms", "shared_synonyms", "broader", "sdg"}
    | {"deprecated", "replaced_by", "minimum", "maximum", "code", "measured_by", "sources"}
    # What a term says to editors only:
    | {"former_code", "basis", "nesta"}
)
_KEBAB_CASE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY_CODE = re.compile(r"[A-Z]{2}")


class VocabularyError(Exception):
    """A vocabulary that cannot be used; `term_id` is empty where no term is to blame."""

    def __init__(self, message: str, term_id: str = "") -> None:
        """Keep the Czech sentence and the term it is about."""
        super().__init__(message)
        self.message = message
        self.term_id = term_id


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

    @property
    def slug(self) -> str:
        """Return the term's part of an address."""
        return self.id.lower()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of one vocabulary by identifier, in the order of its file."""

    name: str
    title: str
    description: str = ""
    terms: Mapping[str, Term] = field(default_factory=dict)

    def narrower(self, identifier: str) -> tuple[Term, ...]:
        """Return the terms that are directly narrower."""
        return tuple(term for term in self.terms.values() if term.broader == identifier)

    def with_broader(self, identifier: str) -> tuple[Term, ...]:
        """Return the term and all its broader terms, the nearest first."""
        return tuple(_chain(self.terms, identifier, _broader))

    def suggest(self, written: str) -> Term | None:
        """Return the term that was probably meant, by id, label or synonym, or None."""
        names = _names(self.terms.values())
        found = best_match(written, names)
        if found is None:
            return None
        # A deprecated term is not offered where another has taken its place.
        *_, current = _chain(self.terms, names[found].id, _replacement)
        return current


@dataclass(frozen=True, slots=True)
class VocabularyRemark:
    """What is odd in a vocabulary that can still be used; `code` is the rule's."""

    code: str
    term_id: str
    message: str
    help: str


def parse_vocabulary(name: str, raw: Mapping[str, object]) -> Vocabulary:
    """Return the vocabulary of a file's values, or raise VocabularyError."""
    file = RawMapping(raw)
    try:
        file.refuse_unknown(_VOCABULARY_FIELDS)
        title, description = file.text("title"), file.text("description")
        rows = file.mappings("terms")
        sources = {source.text("id") for source in file.mappings("sources")}
    except RawValueError as error:
        raise VocabularyError(str(error)) from error
    if not title or not rows:
        missing = "pojmy (seznam „terms“)" if title else "název (pole „title“)"
        raise VocabularyError(f"Slovníku chybí {missing}.")
    terms = _parse_terms(name, rows, sources)
    _check_links(terms, "broader", _broader)
    _check_links(terms, "replaced_by", _replacement)
    return Vocabulary(name, title, description, MappingProxyType(terms))


def check_vocabulary(vocabulary: Vocabulary, used: AbstractSet[str]) -> Iterator[VocabularyRemark]:
    """A synonym says something and leads to one term; every term, or a narrower one, is used."""
    in_use = {term.id for identifier in used for term in vocabulary.with_broader(identifier)}
    current = [term for term in vocabulary.terms.values() if not term.deprecated]
    owners = _owners(current)
    for term in current:
        yield from _empty_synonyms(term)
        yield from _ambiguous_synonyms(term, owners)
        if term.id not in in_use:
            yield VocabularyRemark(
                code="unused-term",
                term_id=term.id,
                message=f"Pojem „{term.label}“ ({term.id}) zatím nikde není použitý.",
                help="Použijte ho, nebo ho ve slovníku nechte, pokud na svou inovaci teprve čeká.",
            )


def _empty_synonyms(term: Term) -> Iterator[VocabularyRemark]:
    for synonym in term.synonyms:
        if not _says_something(synonym):
            yield VocabularyRemark(
                code="empty-synonym",
                term_id=term.id,
                message=f"Synonymum „{synonym}“ pojmu „{term.label}“ nemá písmena ani číslice.",
                help="Nahraďte ho slovem, nebo řádek smažte.",
            )


def _ambiguous_synonyms(
    term: Term, owners: Mapping[str, Mapping[str, Term]]
) -> Iterator[VocabularyRemark]:
    shared = {fold(synonym) for synonym in term.shared_synonyms}
    for synonym in filter(_says_something, term.synonyms):
        others = [other for other in owners[fold(synonym)].values() if other.id != term.id]
        if others and fold(synonym) not in shared:
            yield VocabularyRemark(
                code="ambiguous-synonym",
                term_id=term.id,
                message=f"Synonymum „{synonym}“ pojmu „{term.label}“ patří"
                f" i k pojmu „{others[0].label}“ ({others[0].id}).",
                help="Nechte ho jen u jednoho, nebo ho u obou uveďte i v poli „shared_synonyms“.",
            )


def _owners(terms: Iterable[Term]) -> dict[str, dict[str, Term]]:
    """Return the terms that a folded label or synonym leads to."""
    owners: dict[str, dict[str, Term]] = defaultdict(dict)
    for term in terms:
        for name in (term.label, *term.synonyms):
            owners[fold(name)][term.id] = term
    return owners


def _names(terms: Iterable[Term]) -> dict[str, Term]:
    """Return terms by all their names; ids and labels go before synonyms."""
    listed = tuple(terms)
    pairs = [(name, term) for term in listed for name in (term.id, term.label)]
    pairs += [(name, term) for term in listed for name in term.synonyms]
    names: dict[str, Term] = {}
    for name, term in pairs:
        names.setdefault(name, term)
    return names


def _broader(term: Term) -> str | None:
    return term.broader


def _replacement(term: Term) -> str | None:
    return term.replaced_by


def _chain(
    terms: Mapping[str, Term], start: str, follow: Callable[[Term], str | None]
) -> Iterator[Term]:
    """Yield the term and those that follow it; a circle ends where it closes."""
    seen: set[str] = set()
    term = terms.get(start)
    while term is not None and term.id not in seen:
        yield term
        seen.add(term.id)
        term = terms.get(follow(term) or "")


def _parse_terms(
    vocabulary: str, rows: Iterable[RawMapping], sources: AbstractSet[str]
) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    for position, row in enumerate(rows, start=1):
        identifier = row.values.get("id")
        if not isinstance(identifier, str) or not identifier:
            raise VocabularyError(f"Pojem č. {position} nemá id, nebo jeho id není text.")
        if identifier in terms:
            raise VocabularyError(f"Id „{identifier}“ je ve slovníku dvakrát.", identifier)
        try:
            terms[identifier] = _parse_term(vocabulary, identifier, row)
            _check_cited(row, sources)
        except RawValueError as error:
            raise VocabularyError(f"Pojem „{identifier}“: {error}", identifier) from error
    return terms


def _parse_term(vocabulary: str, identifier: str, row: RawMapping) -> Term:
    row.refuse_unknown(_TERM_FIELDS)
    term = Term(
        id=identifier,
        vocabulary=vocabulary,
        label=row.text("label"),
        label_en=row.text("label_en"),
        description=row.text("description"),
        synonyms=row.texts("synonyms"),
        shared_synonyms=row.texts("shared_synonyms"),
        broader=row.text("broader") or None,
        sdg=row.numbers("sdg"),
        deprecated=row.flag("deprecated"),
        replaced_by=row.text("replaced_by") or None,
        minimum=row.number("minimum"),
        maximum=row.number("maximum"),
        code=row.text("code"),
        measured_by=row.texts("measured_by"),
    )
    _check_identifier(term)
    if not _says_something(term.label):
        raise RawValueError("Chybí název (pole „label“) s aspoň jedním písmenem nebo číslicí.")
    return term


def _check_identifier(term: Term) -> None:
    if term.vocabulary == COUNTRIES:
        if not _COUNTRY_CODE.fullmatch(term.id):
            raise RawValueError("Id země jsou dvě velká písmena, třeba CZ.")
    elif not _KEBAB_CASE.fullmatch(term.id):
        raise RawValueError(
            "Id smí mít jen malá písmena bez háčků a čárek, číslice a mezi nimi spojovníky."
        )


def _check_cited(row: RawMapping, sources: AbstractSet[str]) -> None:
    for cited in row.texts("sources"):
        if cited not in sources:
            raise RawValueError(f"Zdroj „{cited}“ v seznamu zdrojů slovníku není.")


def _check_links(terms: Mapping[str, Term], key: str, follow: Callable[[Term], str | None]) -> None:
    """The links lead to terms of the vocabulary and never in a circle."""
    for term in terms.values():
        *_, last = _chain(terms, term.id, follow)
        following = follow(last)
        if following is not None:
            fault = "vede v kruhu" if following in terms else f"má id „{following}“, které tu není"
            raise VocabularyError(f"Pojem „{last.id}“: Pole „{key}“ {fault}.", last.id)


def _says_something(text: str) -> bool:
    return any(sign.isalnum() for sign in text)
