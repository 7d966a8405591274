"""What search shows: records in short, terms of the vocabularies, words for terms of the index."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from inspirace.records import Innovation, Record
from inspirace.search.analyser import Analyser, split_words
from inspirace.search.documents import facet_terms
from inspirace.search.facets import FACETS
from inspirace.search.layout import compact_json
from inspirace.views.addresses import TERM_FOLDERS
from inspirace.views.components import innovation_card, method_card
from inspirace.vocabularies import Term, Vocabulary

TermKey = tuple[str, str]

# The label of a vocabulary before its term, and its facet in addresses of the page of results.
_KINDS: Mapping[str, tuple[str, str]] = {
    facet.vocabulary: (facet.heading.label, facet.name) for facet in FACETS
}


class ShownTerms:
    """All terms that readers may find an innovation by, with numbers that no record changes."""

    def __init__(self, vocabularies: Mapping[str, Vocabulary]) -> None:
        """Number the terms of the vocabularies."""
        self.terms: Mapping[TermKey, Term] = {
            (name, term.id): term
            for name in _KINDS
            if name in vocabularies
            for term in vocabularies[name].terms.values()
        }
        self._vocabularies = vocabularies
        self._numbers = {key: number for number, key in enumerate(self.terms)}

    def numbers(self, one: Innovation) -> list[int]:
        """Return the numbers of the innovation's own terms."""
        keys = dict.fromkeys((term.vocabulary, term.id) for term in facet_terms(one))
        return [self._numbers[key] for key in keys if key in self._numbers]

    def counts(self, innovations: Iterable[Innovation]) -> Mapping[TermKey, int]:
        """Return how many innovations have each term or a narrower one; no row for none."""
        wider: dict[TermKey, tuple[TermKey, ...]] = {}
        return Counter(chain.from_iterable(self._own(one, wider) for one in innovations))

    def _own(self, one: Innovation, wider: dict[TermKey, tuple[TermKey, ...]]) -> Iterable[TermKey]:
        """Return the terms of an innovation and those wider than them, each once."""
        own: list[TermKey] = []
        for term in facet_terms(one):
            key = term.vocabulary, term.id
            if key not in wider:
                wider[key] = tuple(self._with_broader(key))
            own += wider[key]
        return set(own)

    def _with_broader(self, key: TermKey) -> Iterator[TermKey]:
        if key in self.terms:
            name, identifier = key
            for term in self._vocabularies[name].with_broader(identifier):
                yield name, term.id

    def table(self, innovations: Iterable[Innovation]) -> Mapping[str, object]:
        """Return kinds, and the terms in use: number, kind, name, label, count, synonyms, broader.

        A kind is a label, the name of the facet, and the folder of the terms' pages.
        """
        counts = self.counts(innovations)
        places = {name: place for place, name in enumerate(_KINDS)}
        rows = [
            [
                self._numbers[key],
                places[term.vocabulary],
                term.slug,
                term.label,
                counts[key],
                "|".join(term.synonyms),
                self._numbers.get((term.vocabulary, term.broader or ""), -1),
            ]
            for key, term in self.terms.items()
            if key in counts
        ]
        kinds = [[*kind, TERM_FOLDERS.get(name, "")] for name, kind in _KINDS.items()]
        return {"kinds": kinds, "terms": rows}


def record_row(record: Record, terms: ShownTerms) -> str:
    """Return what is shown of a record, as JSON: address, title, summary, line, pattern, terms."""
    card = innovation_card(record) if isinstance(record, Innovation) else method_card(record)
    numbers = terms.numbers(record) if isinstance(record, Innovation) else []
    pattern = " ".join(name.rpartition("-")[2] for name in card.pattern.split())
    return compact_json([card.address, card.title, card.text, card.meta, pattern, numbers])


def shown_words(
    terms: Iterable[Term], records: Iterable[Record], analyser: Analyser
) -> dict[str, str]:
    """Return for terms of the index a word that people know: of a vocabulary, else of a title."""
    words: dict[str, str] = {}
    known = (name for term in terms for name in (*term.synonyms, term.label))
    for text in chain(known, (record.title for record in records)):
        for word in split_words(text):
            words.setdefault(analyser[word], word)
    words.pop("", None)
    return words
