"""Controlled vocabularies: their terms, and how a vocabulary file is read."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from types import MappingProxyType

from inspirace.czech import best_match, fold, nearest
from inspirace.formats import is_address, is_slug
from inspirace.raw_values import Fault, RawMapping

COUNTRIES, REGIONS = "countries", "regions"

_VOCABULARY_FIELDS = (
    *("title", "description", "note", "complete", "sources", "terms"),
    "overrides",  # read by the script that makes the list of countries
)
_TERM_FIELDS = (
    *("id", "label", "label_en", "description", "synonyms", "shared_synonyms", "broader", "sdg"),
    *("deprecated", "replaced_by", "minimum", "maximum", "code", "measured_by", "sources"),
    # What a term says to editors only:
    *("former_code", "basis", "nesta"),
)
_SOURCE_FIELDS = ("id", "title", "url", "publisher", "year", "supports")
_COUNTRY_CODE = re.compile(r"[A-Z]{2}")
_MOST_GOALS = 17  # goals of sustainable development of the United Nations


class VocabularyError(Exception):
    """A vocabulary that cannot be used, with everything that is wrong in it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults in the order of the file."""
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.message for fault in self.faults))


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
    """The terms of one vocabulary by identifier, in the order of its file.

    A complete vocabulary lists everything there is (regions, sizes): its terms may stay unused.
    """

    name: str
    title: str
    description: str = ""
    terms: Mapping[str, Term] = field(default_factory=dict)
    complete: bool = False

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


def parse_vocabulary(name: str, raw: Mapping[str, object]) -> Vocabulary:
    """Return the vocabulary of a file's values, or raise VocabularyError."""
    file = RawMapping(raw)
    file.refuse_unknown(_VOCABULARY_FIELDS)
    sources = frozenset(filter(None, map(_source_id, file.mappings("sources"))))
    terms = dict(_parse_terms(name, file, sources))
    vocabulary = Vocabulary(
        name, file.text("title"), file.text("description"), terms, file.flag("complete")
    )
    if not vocabulary.title:
        file.fault("title", "slovníku chybí název.", "Doplňte řádek title: jak se jmenuje.")
    if not raw.get("terms"):
        file.fault("terms", "slovníku chybí pojmy.", "Doplňte seznam terms; pojem má id a label.")
    if file.faults:
        raise VocabularyError(file.faults)
    return vocabulary


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


def _broader(term: Term) -> str | None:
    return term.broader


def _replacement(term: Term) -> str | None:
    return term.replaced_by


_LINKS: Mapping[str, Callable[[Term], str | None]] = MappingProxyType(
    {"broader": _broader, "replaced_by": _replacement}
)


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


def _source_id(row: RawMapping) -> str:
    """Return the identifier by which terms cite the source, checked with the rest of it."""
    identifier = row.text("id")
    source = row.about(f"Zdroj „{identifier}“")
    source.refuse_unknown(_SOURCE_FIELDS)
    url = source.text("url")
    if not identifier or not source.text("title"):
        source.fault("title", "chybí id, nebo název.", "Doplňte řádky id a title.")
    if url and not is_address(url):
        source.fault("url", f"adresa „{url}“ není celá.", "Adresa začíná http:// nebo https://.")
    return identifier


def _parse_terms(
    vocabulary: str, file: RawMapping, sources: AbstractSet[str]
) -> Iterator[tuple[str, Term]]:
    """Yield the terms by identifier; what links them is checked once all are known."""
    rows: dict[str, RawMapping] = {}
    terms: dict[str, Term] = {}
    for row in file.mappings("terms"):
        identifier = row.text("id")
        named = row.about(f"Pojem „{identifier or row.values.get('label', '')}“")
        if not identifier:
            named.fault("id", "chybí id.", "Doplňte řádek id: krátké jméno, které se nezmění.")
        elif identifier in terms:
            advice = "Pojem smažte, nebo mu dejte jiné id."
            named.fault("id", f"id „{identifier}“ už ve slovníku je.", advice)
        else:
            rows[identifier] = named
            terms[identifier] = _parse_term(vocabulary, identifier, named, sources)
    for identifier, row in rows.items():
        for key, follow in _LINKS.items():
            _check_link(row, key, follow, terms)
        yield identifier, terms[identifier]


def _parse_term(
    vocabulary: str, identifier: str, row: RawMapping, sources: AbstractSet[str]
) -> Term:
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
    _check_identifier(row, term)
    _check_values(row, term)
    for cited in row.texts("sources"):
        if cited not in sources:
            advice = "Přidejte ho nahoru do seznamu sources, nebo opravte překlep."
            row.fault("sources", f"zdroj „{cited}“ v seznamu zdrojů slovníku není.", advice)
    return term


def _check_identifier(row: RawMapping, term: Term) -> None:
    if term.vocabulary == COUNTRIES:
        if not _COUNTRY_CODE.fullmatch(term.id):
            row.fault("id", "id země není její kód.", "Kód jsou dvě velká písmena, třeba CZ.")
    elif not is_slug(term.id):
        suggested = "-".join(re.findall(r"[a-z0-9]+", fold(term.id)))
        row.fault(
            "id",
            "id smí mít jen malá písmena bez háčků a čárek, číslice a mezi nimi spojovníky.",
            f"Napište: {suggested}" if is_slug(suggested) else "",
        )


def _check_values(row: RawMapping, term: Term) -> None:
    if not says_something(term.label):
        sentence = f"název „{term.label}“ nic neříká." if term.label else "chybí název."
        row.fault("label", sentence, "Doplňte řádek label: jak pojem lidé znají.")
    if not all(1 <= goal <= _MOST_GOALS for goal in term.sdg):
        sentence = f"cíle udržitelného rozvoje mají čísla 1 až {_MOST_GOALS}."
        row.fault("sdg", sentence, "Opravte číslo, nebo ho smažte.")
    if None not in (term.minimum, term.maximum) and (term.minimum or 0) > (term.maximum or 0):
        sentence = f"minimum {term.minimum} je víc než maximum {term.maximum}."
        row.fault("minimum", sentence, "Prohoďte je, nebo jedno z čísel opravte.")


def _check_link(
    row: RawMapping, key: str, follow: Callable[[Term], str | None], terms: Mapping[str, Term]
) -> None:
    """The term's link leads to a term of the vocabulary and not back to itself."""
    start = terms[row.text("id")]
    following = follow(start)
    if following is None:
        return
    if following not in terms:
        meant = nearest(following, terms)
        advice = (
            f"Napište: {meant}" if meant else "Napište id pojmu ze slovníku, nebo řádek smažte."
        )
        row.fault(key, f"pole „{key}“ odkazuje na „{following}“, které ve slovníku není.", advice)
    elif any(follow(term) == start.id for term in _chain(terms, start.id, follow)):
        advice = "Jeden z pojmů má ukazovat jinam; jeho řádek opravte, nebo smažte."
        row.fault(key, f"pole „{key}“ vede v kruhu zpátky k tomuto pojmu.", advice)
