"""Repetition: a sentence that stands in two files, and so was written for neither of them.

Each record keeps its sentences as numbers; only where a number is there twice is a file read again.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from zlib import crc32

from inspirace.diagnostics import Diagnostic, first_findings
from inspirace.markdown.text import MarkdownText
from inspirace.markdown.written import read_paragraphs, split_sentences
from inspirace.reading.front_matter import FieldPath
from inspirace.rules.catalogue import FindsFields
from inspirace.rules.plain_language import spoken_texts
from inspirace.rules.refusals import quoted

SHORTEST_REPEATED = 8  # words: what is shorter may be said twice
_CODE = "repeated-sentence"
_MARKS = "I"  # numbers of 32 bits


@dataclass(frozen=True, slots=True)
class SpokenRecord:
    """A record's texts with what knows their places."""

    path: str
    front_matter: FindsFields
    values: Mapping[str, object]
    text: MarkdownText


_Told = Callable[[str, str], Diagnostic]  # message and advice, at the place of the sentence


def sentence_marks(values: Mapping[str, object], text: MarkdownText) -> bytes:
    """Return a number for each longer sentence of a record's fields and body, packed.

    Different sentences may have the same number, the same sentence has it everywhere.
    """
    texts = [spoken for _, spoken in spoken_texts(values)]
    texts += [paragraph.text for paragraph in read_paragraphs(text)]
    marks = array(_MARKS)
    for one in texts:
        if one.count(" ") >= SHORTEST_REPEATED - 1:
            marks.extend(mark for _, sentence in split_sentences(one) if (mark := _mark(sentence)))
    return marks.tobytes()


def repeated_marks(packed: Iterable[bytes]) -> frozenset[int]:
    """Return the numbers that more than one record has."""
    seen: set[int] = set()
    repeated: set[int] = set()
    for one in packed:
        own = unpack_marks(one)
        repeated |= seen & own
        seen |= own
    return frozenset(repeated)


def unpack_marks(packed: bytes) -> set[int]:
    """Return the numbers of a record's sentences."""
    marks = array(_MARKS)
    marks.frombytes(packed)
    return set(marks)


def check_repetition(
    records: Iterable[SpokenRecord], repeated: frozenset[int]
) -> Iterator[Diagnostic]:
    """Yield each place of a sentence of eight words or more that stands in several records."""
    found: defaultdict[str, list[tuple[str, _Told]]] = defaultdict(list)
    for record in records:
        for sentence, told in _sentences(record):
            if _mark(sentence) in repeated:
                found[" ".join(sentence.split())].append((record.path, told))
    yield from first_findings(_told(found))


def _told(found: Mapping[str, list[tuple[str, _Told]]]) -> Iterator[Diagnostic]:
    for sentence, places in found.items():
        for path, told in places:
            other = next((of for of, _ in places if of != path), "")
            if other:
                yield told(
                    f"Stejná věta stojí i v souboru {other}: {quoted(sentence)}",
                    "Řekněte ji tady po svém, nebo ji škrtněte.",
                )


def _sentences(record: SpokenRecord) -> Iterator[tuple[str, _Told]]:
    """Yield the record's sentences, each with what tells a finding at its place."""
    for path, spoken in spoken_texts(record.values):
        for _, sentence in split_sentences(spoken):
            yield sentence, partial(_tell_in_field, record.front_matter, path)
    for paragraph in read_paragraphs(record.text):
        for offset, sentence in split_sentences(paragraph.text):
            place = paragraph.place(offset)
            yield sentence, partial(record.text.source.finding, _CODE, place)


def _tell_in_field(
    front_matter: FindsFields, path: FieldPath, message: str, advice: str
) -> Diagnostic:
    return front_matter.finding(_CODE, path, message, advice=advice)


def _mark(sentence: str) -> int:
    """Return a number of 32 bits that is the same for the same sentence, 0 for a short one."""
    words = sentence.split()
    return crc32(" ".join(words).encode()) if len(words) >= SHORTEST_REPEATED else 0
