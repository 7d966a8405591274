"""What search shows: records in short, terms of the vocabularies, places with their innovations."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from inspirace.addresses import TERM_FOLDERS
from inspirace.catalogue import Catalogue
from inspirace.components import innovation_card, method_card
from inspirace.records import Innovation, Record
from inspirace.search.analyser import Analyser, split_words
from inspirace.search.documents import facet_terms
from inspirace.search.facets import FACETS
from inspirace.vocabularies import Term

TermKey = tuple[str, str]

# The label of a vocabulary before its term, and its facet in addresses of the page of results.
_KINDS: Mapping[str, tuple[str, str]] = {
    "programme-activities": ("Činnost programu", ""),
    "library-types": ("Knihovna", ""),
    **{facet.vocabulary: (facet.label, facet.name) for facet in FACETS},
}


class ShownTerms:
    """The terms that lead to an innovation, numbered in one order."""

    def __init__(self, catalogue: Catalogue, innovations: Iterable[Innovation]) -> None:
        """Count the innovations of every term, those of narrower terms included."""
        self._counts: dict[TermKey, int] = {}
        wider: dict[TermKey, tuple[Term, ...]] = {}
        found: dict[TermKey, Term] = {}
        for one in innovations:
            named: dict[TermKey, Term] = {}
            for term in facet_terms(one):
                key = (term.vocabulary, term.id)
                if key not in wider:
                    wider[key] = _with_broader(term, catalogue)
                named |= {(each.vocabulary, each.id): each for each in wider[key]}
            for key, term in named.items():
                self._counts[key] = self._counts.get(key, 0) + 1
                found[key] = term
        self.terms = tuple(found[key] for key in sorted(found))
        self._numbers = {key: number for number, key in enumerate(sorted(found))}

    def numbers(self, one: Innovation) -> list[int]:
        """Return the numbers of the innovation's own terms."""
        keys = dict.fromkeys((term.vocabulary, term.id) for term in facet_terms(one))
        return [self._numbers[key] for key in keys]

    def table(self) -> Mapping[str, object]:
        """Return kinds, and for each term kind, identifier, label, count, synonyms, broader."""
        names = sorted({term.vocabulary for term in self.terms})
        kinds = [[*_KINDS[name], TERM_FOLDERS.get(name, "")] for name in names]
        rows = [
            [
                names.index(term.vocabulary),
                term.slug,
                term.label,
                self._counts[term.vocabulary, term.id],
                "|".join(term.synonyms),
                self._numbers.get((term.vocabulary, term.broader or ""), -1),
            ]
            for term in self.terms
        ]
        return {"kinds": kinds, "terms": rows}


def _with_broader(term: Term, catalogue: Catalogue) -> tuple[Term, ...]:
    vocabulary = catalogue.vocabularies.get(term.vocabulary)
    return (term,) if vocabulary is None else vocabulary.with_broader(term.id)


def record_rows(records: Iterable[Record], terms: ShownTerms) -> list[object]:
    """Return what is shown of each record: address, title, summary, line, pattern, terms."""
    rows: list[object] = []
    for record in records:
        card = innovation_card(record) if isinstance(record, Innovation) else method_card(record)
        numbers = terms.numbers(record) if isinstance(record, Innovation) else []
        rows.append([card.address, card.title, card.text, card.meta, _short(card.pattern), numbers])
    return rows


def _short(pattern: str) -> str:
    """Return the numbers of a pattern's classes: `pattern-3 pattern-tint-1 …` as `3 1 0`."""
    return " ".join(name.rpartition("-")[2] for name in pattern.split())


def shown_words(
    terms: Iterable[Term], records: Iterable[Record], analyser: Analyser
) -> Mapping[str, str]:
    """Return for terms of the index a word that people know: of a vocabulary, else of a title."""
    words: dict[str, str] = {}
    for text in _shown_texts(terms, records):
        for word in split_words(text):
            words.setdefault(analyser[word], word)
    words.pop("", None)
    return words


def _shown_texts(terms: Iterable[Term], records: Iterable[Record]) -> Iterator[str]:
    for term in terms:
        yield from (*term.synonyms, term.label)
    for record in records:
        yield from (record.title, record.summary)


def place_rows(innovations: Sequence[Innovation]) -> list[object]:
    """Return the municipalities: name, country, region, latitude, longitude, innovations."""
    numbers = defaultdict(list)
    for number, one in enumerate(innovations):
        numbers[one.place].append(number)
    places = [place for place in numbers if place is not None]
    return [
        [
            place.municipality,
            place.country.lower(),
            place.region,
            round(place.latitude, 3),
            round(place.longitude, 3),
            numbers[place],
        ]
        for place in sorted(places, key=lambda place: (place.country, place.municipality))
    ]
