"""Documents: what the index knows of a record, as counted terms in fields that weigh differently.

Words of a record's own text depend on the record alone, so that a cache may keep them; words of
the vocabularies are added afterwards, because they change with the vocabularies.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from inspirace.records import Innovation, Method, Record
from inspirace.search.analyser import Analyser, split_words
from inspirace.vocabularies import Term, Vocabulary

Counts = Mapping[str, int]

# What is no text of Markdown: targets of links, addresses, tags.
_NO_TEXT = re.compile(r"\]\([^)\n]*\)|<[^>\n]*>|https?://\S+")


@dataclass(frozen=True, slots=True)
class TextTerms:
    """Terms of a record's own text with how many times each is there."""

    title: Counts
    summary: Counts
    body: Counts


@dataclass(frozen=True, slots=True)
class DocumentTerms:
    """Terms of a record's own text, of the labels of its facets, and of their synonyms."""

    text: TextTerms
    facets: Counts
    synonyms: Counts

    def fields(self) -> tuple[Counts, ...]:
        """Return the fields in the order of the index: title, summary, body, facets, synonyms."""
        return self.text.title, self.text.summary, self.text.body, self.facets, self.synonyms


def count_terms(texts: Iterable[str], analyser: Analyser) -> Counts:
    """Return the terms of the texts with how many times each is there, without stop words."""
    counts = Counter(map(analyser.__getitem__, split_words("\n".join(texts))))
    counts.pop("", None)
    return counts


def text_terms(record: Record, analyser: Analyser) -> TextTerms:
    """Return the terms of the record's own text: nothing but the record decides them."""
    names = (record.original_name,) if isinstance(record, Method) else ()
    own = _innovation_body(record) if isinstance(record, Innovation) else _method_body(record)
    sections = (_NO_TEXT.sub(" ", section.markdown) for section in record.sections)
    return TextTerms(
        title=count_terms((record.title, *names), analyser),
        summary=count_terms((record.summary,), analyser),
        body=count_terms(chain(own, sections), analyser),
    )


def _innovation_body(one: Innovation) -> Iterator[str]:
    yield from (one.library, one.staff)
    yield from (f"{partner.name} {partner.role}" for partner in one.partners)
    yield from (funding.source for funding in one.funding)
    yield from (material.title for material in one.materials)
    yield from (number.what for number in one.numbers)
    yield from (f"{adoption.library} {adoption.municipality}" for adoption in one.adopted_by)
    if one.small_start:
        yield from (one.small_start.what, *one.small_start.steps)


def _method_body(one: Method) -> Iterator[str]:
    yield from (one.time, one.people, one.materials)


@dataclass(frozen=True)
class FacetWords:
    """Terms of the labels and synonyms of the vocabularies, each counted once."""

    vocabularies: Mapping[str, Vocabulary]
    analyser: Analyser
    _labels: dict[tuple[str, str], Counts] = field(default_factory=dict)
    _synonyms: dict[tuple[str, str], Counts] = field(default_factory=dict)

    def document(self, record: Record, text: TextTerms) -> DocumentTerms:
        """Return the terms of a record whose own are known: its facets and synonyms added."""
        if isinstance(record, Method):
            labels = self._label(record.phase)
            return DocumentTerms(text, labels, {})
        named, implied = facet_terms(record), self._broader(record)
        own = count_terms(_other_labels(record), self.analyser)
        return DocumentTerms(
            text,
            facets=_sum((own, *map(self._label, named))),
            synonyms=_sum((*map(self._synonym, (*named, *implied)), *map(self._label, implied))),
        )

    def _broader(self, record: Innovation) -> Sequence[Term]:
        """Return the terms that the record has because it has a narrower one."""
        own = {(term.vocabulary, term.id) for term in record.target_groups + record.topics}
        found: dict[tuple[str, str], Term] = {}
        for name, identifier in sorted(own):
            for wider in self.vocabularies[name].with_broader(identifier):
                if (name, wider.id) not in own:
                    found[name, wider.id] = wider
        return tuple(found.values())

    def _label(self, term: Term) -> Counts:
        key = (term.vocabulary, term.id)
        if key not in self._labels:
            self._labels[key] = count_terms((term.label,), self.analyser)
        return self._labels[key]

    def _synonym(self, term: Term) -> Counts:
        key = (term.vocabulary, term.id)
        if key not in self._synonyms:
            self._synonyms[key] = count_terms(term.synonyms, self.analyser)
        return self._synonyms[key]


def facet_terms(one: Innovation) -> tuple[Term, ...]:
    """Return the terms that readers find an innovation by, those of a small start included."""
    small = one.small_start
    single = (
        one.country,
        one.region,
        one.settlement_size,
        one.library_type,
        one.status,
        (small.cost_band if small else None) or one.cost_band,
    )
    return (
        *one.target_groups,
        *one.topics,
        *one.service_types,
        *one.programme_activities,
        *(term for term in single if term),
    )


def _other_labels(one: Innovation) -> Iterator[str]:
    yield from (one.municipality, one.started[:4], one.ended[:4])


def _sum(counted: Iterable[Counts]) -> Counts:
    total: dict[str, int] = {}
    for counts in counted:
        for term, times in counts.items():
            total[term] = total.get(term, 0) + times
    return total
