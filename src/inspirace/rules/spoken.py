"""Spoken texts: what the catalogue says in its own words, in fields and in the body of a record."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from inspirace.diagnostics import Diagnostic
from inspirace.markdown.text import MarkdownText
from inspirace.markdown.written import Paragraph, read_paragraphs, split_sentences
from inspirace.reading.front_matter import FieldPath
from inspirace.rules.catalogue import FindsFields

# Fields in which the catalogue speaks; others hold names and titles as their owners write them.
_SPOKEN = ("title", "summary", "staff", "small_start", "time", "people", "materials")


class SpokenText(NamedTuple):
    """One text, in a field or, if `paragraph` knows its place, in the body.

    `sentences` are its sentences with the offsets of their first characters.
    """

    text: str
    sentences: tuple[tuple[int, str], ...]
    path: FieldPath = ()
    paragraph: Paragraph | None = None


class Finder(NamedTuple):
    """What tells a finding about a record's texts where they are."""

    front_matter: FindsFields | None
    text: MarkdownText

    def finding(
        self, code: str, spoken: SpokenText, offset: int, message: str, advice: str
    ) -> Diagnostic:
        """Return a diagnostic about a text, in the body at one of its characters."""
        if spoken.paragraph is not None or self.front_matter is None:
            place = spoken.paragraph.place(offset) if spoken.paragraph else 0
            return self.text.source.finding(code, place, message, advice)
        return self.front_matter.finding(code, spoken.path, message, advice=advice)


def read_spoken(values: Mapping[str, object], text: MarkdownText) -> tuple[SpokenText, ...]:
    """Return the texts of a record's fields, then those of its body."""
    return (*_fields(values), *_paragraphs(text))


def _fields(values: object, path: FieldPath = ()) -> Iterator[SpokenText]:
    if isinstance(values, str):
        yield SpokenText(values, tuple(split_sentences(values)), path)
    elif isinstance(values, Mapping):
        for name in values if path else _SPOKEN:
            if name in values:
                yield from _fields(values[name], (*path, name))
    elif isinstance(values, list):
        for index, one in enumerate(values):
            if isinstance(one, str):
                yield from _fields(one, (*path, index))


def _paragraphs(text: MarkdownText) -> Iterator[SpokenText]:
    for paragraph in read_paragraphs(text):
        sentences = tuple(split_sentences(paragraph.text))
        yield SpokenText(paragraph.text, sentences, paragraph=paragraph)
