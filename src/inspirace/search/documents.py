"""Documents: what the index knows of a record, as counted terms in fields that weigh differently.

Words of a record's own text depend on the record alone, so that a cache may keep them; words of
the vocabularies are added afterwards, because they change with the vocabularies.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from inspirace.records import Innovation, Method, Record
from inspirace.search.analyser import Analyser
from inspirace.vocabularies import Term, Vocabulary

Counts = Mapping[str, int]
TermKey = tuple[str, str]

# What is no text of Markdown: targets of links, addresses, tags.
_NO_TEXT = re.compile(r"\]\([^)\n]*\)|<[^>\n]*>|https?://\S+")


@dataclass(frozen=True, slots=True)
class TextTerms:
    """Terms of a record's own text with how many times each is there.

    `pairs` are neighbours in the title, a blank between the two: they tell „sdílené čtení“ from
    what is shared and what is read.
    """

    title: Counts
    summary: Counts
    body: Counts
    pairs: Counts


@dataclass(frozen=True, slots=True)
class DocumentTerms:
    """Terms of a record's own text, of the labels of its facets, and of their synonyms."""

    text: TextTerms
    facets: Counts
    synonyms: Counts
    pairs: Counts

    def fields(self) -> tuple[Counts, ...]:
        """Return the fields in the order of the index: title, summary, body, facets, synonyms."""
        return self.text.title, self.text.summary, self.text.body, self.facets, self.synonyms


def text_terms(record: Record, analyser: Analyser) -> TextTerms:
    """Return the terms of the record's own text: nothing but the record decides them."""
    names = (record.original_name,) if isinstance(record, Method) else ()
    own = _innovation_body(record) if isinstance(record, Innovation) else _method_body(record)
    sections = _NO_TEXT.sub(" ", "\n".join(section.markdown for section in record.sections))
    titles = "\n".join((record.title, *names))
    return TextTerms(
        title=analyser.count(titles),
        summary=analyser.count(record.summary),
        body=analyser.count("\n".join((*own, sections))),
        pairs=analyser.count_pairs(titles),
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


class TermWords(NamedTuple):
    """A term of a vocabulary: terms of its label, of its synonyms, and its broader terms."""

    label: tuple[str, ...]
    synonyms: tuple[str, ...]
    pairs: tuple[str, ...]
    broader: tuple[Term, ...]


@dataclass(frozen=True)
class FacetWords:
    """Terms of the labels and synonyms of the vocabularies, as many times as they are there."""

    vocabularies: Mapping[str, Vocabulary]
    analyser: Analyser
    _words: dict[TermKey, TermWords] = field(default_factory=dict)

    def document(self, record: Record, text: TextTerms) -> DocumentTerms:
        """Return the terms of a record whose own are known: its facets and synonyms added."""
        if isinstance(record, Method):
            phase = self._of(record.phase)
            return DocumentTerms(
                text, Counter(phase.label), {}, Counter((*text.pairs, *phase.pairs))
            )
        named = [self._of(term) for term in facet_terms(record)]
        implied = [self._of(term) for term in self._broader(record)]
        labels = [words.label for words in named]
        # The first group and the first topic are those that the record is most about.
        main = [self._of(terms[0]) for terms in (record.target_groups, record.topics) if terms]
        synonyms = [words.synonyms for words in (*named, *main)]
        for words in implied:
            synonyms += (words.synonyms, words.label)
        own = self.analyser.count("\n".join(_other_labels(record)))
        own.update(chain.from_iterable(labels))
        pairs = Counter(text.pairs)
        pairs.update(chain.from_iterable(words.pairs for words in (*named, *implied)))
        return DocumentTerms(text, own, Counter(chain.from_iterable(synonyms)), pairs)

    def _broader(self, record: Innovation) -> Iterable[Term]:
        """Return the terms that the record has because it has a narrower one."""
        own = {(term.vocabulary, term.id): term for term in record.target_groups + record.topics}
        found = {
            (wider.vocabulary, wider.id): wider
            for term in own.values()
            for wider in self._of(term).broader
        }
        return [wider for key, wider in found.items() if key not in own]

    def _of(self, term: Term) -> TermWords:
        key = (term.vocabulary, term.id)
        if key not in self._words:
            known, count = self.vocabularies.get(term.vocabulary), self.analyser.count
            called = "\n".join((term.label, *term.synonyms))
            self._words[key] = TermWords(
                tuple(count(term.label).elements()),
                tuple(count("\n".join(term.synonyms))),  # each once, in however many it is
                tuple(self.analyser.count_pairs(called)),
                known.with_broader(term.id)[1:] if known else (),
            )
        return self._words[key]


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
