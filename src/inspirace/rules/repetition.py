"""Repetition: a sentence that stands in two files, and so was written for neither of them.

Each record keeps its sentences as numbers; only where a number is there twice is a file read again.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from inspirace.diagnostics import Diagnostic, first_findings
from inspirace.rules.refusals import quoted
from inspirace.rules.spoken import Finder, SpokenText

SHORTEST_REPEATED = 8  # words: what is shorter may be said twice
_MARKS = "I"  # numbers of 32 bits


class SpokenRecord(NamedTuple):
    """A record's texts with what knows their places."""

    path: str
    finder: Finder
    texts: Sequence[SpokenText]


class _Found(NamedTuple):
    """A sentence in one of the records."""

    record: SpokenRecord
    spoken: SpokenText
    offset: int


def sentence_marks(texts: Iterable[SpokenText]) -> bytes:
    """Return a number for each longer sentence of a record, packed.

    Different sentences may have the same number, the same sentence has it everywhere.
    """
    marks = array(_MARKS)
    for spoken in texts:
        marks.extend([_mark(one) for _, one in spoken.sentences if _is_long(one)])
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
    found: defaultdict[str, list[_Found]] = defaultdict(list)
    for record in records:
        for spoken in record.texts:
            for offset, sentence in spoken.sentences:
                if _is_long(sentence) and _mark(sentence) in repeated:
                    found[sentence].append(_Found(record, spoken, offset))
    yield from first_findings(_tell(found))


def _tell(found: Mapping[str, Sequence[_Found]]) -> Iterator[Diagnostic]:
    for sentence, places in found.items():
        for record, spoken, offset in places:
            other = next((one.record.path for one in places if one.record is not record), "")
            if other:
                yield record.finder.finding(
                    "repeated-sentence",
                    spoken,
                    offset,
                    f"Stejná věta stojí i v souboru {other}: {quoted(sentence)}",
                    "Řekněte ji tady po svém, nebo ji škrtněte.",
                )


def _is_long(sentence: str) -> bool:
    return sentence.count(" ") >= SHORTEST_REPEATED - 1


def _mark(sentence: str) -> int:
    return crc32(sentence.encode())
