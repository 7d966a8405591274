"""Plain language: officialese, sentences that nobody can follow, summaries that say nothing new.

All of it is advice, never an error: what these rules look for is usually worse than another
wording, not always.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from inspirace.czech import counted, fold
from inspirace.diagnostics import Diagnostic, first_findings
from inspirace.markdown.written import split_sentences
from inspirace.officialese import Officialese
from inspirace.rules.catalogue import FindsFields
from inspirace.rules.refusals import quoted
from inspirace.rules.spoken import Finder, SpokenText

LONGEST_SENTENCE = 40  # words

_WORDS = ("slovo", "slova", "slov")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SAME_BEGINNING = 4  # letters: Czech words of one root differ behind them
_LEAST_OF_TITLE = 3  # words: of a shorter title nearly every summary has all
_FIRST_WORDS = 4


def check_language(
    finder: Finder,
    values: Mapping[str, object],
    texts: Sequence[SpokenText],
    officialese: Officialese,
) -> Iterator[Diagnostic]:
    """Yield what could be said better in a record's texts."""
    yield from first_findings(_check_words(finder, texts, officialese))
    yield from first_findings(_check_sentences(finder, texts))
    if finder.front_matter is not None:
        yield from _check_summary(finder.front_matter, values)


def _check_words(
    finder: Finder, texts: Sequence[SpokenText], officialese: Officialese
) -> Iterator[Diagnostic]:
    suspected = officialese.suspect("\n".join([spoken.text for spoken in texts]))
    for spoken in texts if suspected.words else ():
        for offset, written, word in suspected.find(spoken.text):
            yield finder.finding(
                "officialese",
                spoken,
                offset,
                f"Úřední slovo: {quoted(written)}.",
                f"Zkuste raději: {word.instead}.",
            )


def _check_sentences(finder: Finder, texts: Sequence[SpokenText]) -> Iterator[Diagnostic]:
    for spoken in texts:
        for offset, sentence in spoken.sentences:
            # counting spaces is quick, and nearly all sentences are short
            if sentence.count(" ") < LONGEST_SENTENCE:
                continue
            words = sentence.split()
            if len(words) > LONGEST_SENTENCE:
                beginning = " ".join(words[:_FIRST_WORDS])
                yield finder.finding(
                    "long-sentence",
                    spoken,
                    offset,
                    f"Věta, která začíná „{beginning} …“, má {counted(len(words), *_WORDS)}.",
                    f"Rozdělte ji: věta nad {LONGEST_SENTENCE} slov se čte dvakrát.",
                )


def _check_summary(front_matter: FindsFields, values: Mapping[str, object]) -> Iterator[Diagnostic]:
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
