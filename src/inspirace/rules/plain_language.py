"""Plain language: officialese, sentences that nobody can follow, summaries that say nothing new.

All of it is advice, never an error: what these rules look for is usually worse than another
wording, not always.
"""

import re
from collections.abc import Iterator, Mapping

from inspirace.czech import counted, fold
from inspirace.diagnostics import Diagnostic, first_findings
from inspirace.markdown.text import MarkdownText
from inspirace.markdown.written import read_paragraphs, split_sentences
from inspirace.officialese import Officialese, Officialism
from inspirace.reading.front_matter import FieldPath, FrontMatter
from inspirace.rules.refusals import quoted

LONGEST_SENTENCE = 40  # words

# Fields in which the catalogue speaks; others hold names and titles as their owners write them.
_SPOKEN = ("title", "summary", "staff", "small_start", "time", "people", "materials")
_WORDS = ("slovo", "slova", "slov")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SAME_BEGINNING = 4  # letters: Czech words of one root differ behind them
_LEAST_OF_TITLE = 3  # words: of a shorter title nearly every summary has all


def check_language(
    front_matter: FrontMatter | None,
    values: Mapping[str, object],
    text: MarkdownText,
    officialese: Officialese,
) -> Iterator[Diagnostic]:
    """Yield what could be said better in a record's fields and in its body."""
    spoken = tuple(spoken_texts(values))
    if front_matter is not None:
        yield from first_findings(_check_fields(front_matter, spoken, officialese))
        yield from _check_summary(front_matter, values)
    yield from first_findings(_check_body(text, officialese))


def spoken_texts(values: object, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Yield the texts of fields in which the catalogue speaks, with their paths."""
    if isinstance(values, str):
        yield path, values
    elif isinstance(values, Mapping):
        for name in values if path else _SPOKEN:
            if name in values:
                yield from spoken_texts(values[name], (*path, name))
    elif isinstance(values, list):
        for index, one in enumerate(values):
            if isinstance(one, str):
                yield (*path, index), one


def _check_fields(
    front_matter: FrontMatter, spoken: tuple[tuple[FieldPath, str], ...], officialese: Officialese
) -> Iterator[Diagnostic]:
    for path, text in spoken:
        if officialese.may_be_in(text.lower()):
            for _, written, word in officialese.find(text):
                message, advice = _said_officially(written, word)
                yield front_matter.finding("officialese", path, message, advice=advice)
        for _, sentence in _long_sentences(text):
            message, advice = _too_long(sentence)
            yield front_matter.finding("long-sentence", path, message, advice=advice)


def _check_body(text: MarkdownText, officialese: Officialese) -> Iterator[Diagnostic]:
    is_suspected = officialese.may_be_in(text.source.text.lower())
    for paragraph in read_paragraphs(text):
        if is_suspected:
            for offset, written, word in officialese.find(paragraph.text):
                place = paragraph.place(offset)
                yield text.source.finding("officialese", place, *_said_officially(written, word))
        for offset, sentence in _long_sentences(paragraph.text):
            place = paragraph.place(offset)
            yield text.source.finding("long-sentence", place, *_too_long(sentence))


def _said_officially(written: str, word: Officialism) -> tuple[str, str]:
    return f"Úřední slovo: {quoted(written)}.", f"Zkuste raději: {word.instead}."


def _long_sentences(text: str) -> Iterator[tuple[int, str]]:
    # Nearly all paragraphs are short, and counting spaces is quick.
    if text.count(" ") >= LONGEST_SENTENCE:
        for offset, sentence in split_sentences(text):
            if len(sentence.split()) > LONGEST_SENTENCE:
                yield offset, sentence


def _too_long(sentence: str) -> tuple[str, str]:
    length = counted(len(sentence.split()), *_WORDS)
    beginning = " ".join(sentence.split()[:4])
    return (
        f"Věta, která začíná „{beginning} …“, má {length}.",
        f"Rozdělte ji: věta nad {LONGEST_SENTENCE} slov se čte dvakrát.",
    )


def _check_summary(front_matter: FrontMatter, values: Mapping[str, object]) -> Iterator[Diagnostic]:
    """A summary says more than the title."""
    title, summary = values.get("title"), values.get("summary")
    if not isinstance(title, str) or not isinstance(summary, str):
        return
    _, first = next(split_sentences(summary), (0, ""))
    of_title, of_summary = _beginnings(title), _beginnings(first)
    if len(of_title) >= _LEAST_OF_TITLE and of_title <= of_summary:
        yield front_matter.finding(
            "summary-repeats-title",
            ("summary",),
            "První věta shrnutí opakuje všechna slova názvu.",
            advice="Čtenář název právě přečetl. Řekněte rovnou, co se děje a k čemu to vede.",
        )


def _beginnings(text: str) -> frozenset[str]:
    return frozenset(word[:_SAME_BEGINNING] for word in _WORD.findall(fold(text)))
