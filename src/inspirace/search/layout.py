"""Layout: how the index is cut into files, so that a question needs only a few small ones."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from inspirace.search.postings import Posting

SHARD_BYTES = 6_000
LONGEST_SHARED = 35

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_BRACES = 2
_BASE_36 = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Shard:
    """Rows of neighbouring terms as one file; `first` is the first of the terms."""

    first: str
    content: bytes


def compact_json(value: object) -> str:
    """Return the value as JSON without blanks, the same every time."""
    return _ENCODER.encode(value)


def posting_row(term: str, posting: Posting, form: str) -> bytes:
    """Return the row of a term in a shard; `form` is a word to show for it, or empty."""
    shown = (form,) if form and form != term else ()
    row = compact_json({term: [posting.frequency, *shown, *posting.groups]})
    # in UTF-8: one letter of Czech would double the memory of all the numbers
    return row[1:-1].encode()


def frequency_in(row: bytes) -> int:
    """Return how many documents have a term, as its row says."""
    start = row.index(b"[") + 1
    return int(row[start : row.index(b",", start)])


def shards(rows: Iterable[tuple[str, bytes]]) -> Iterator[Shard]:
    """Yield the rows of terms, sorted by code point, packed into files of bounded size."""
    packed: list[bytes] = []
    first, size = "", _BRACES
    for term, row in rows:
        length = len(row) + 1
        if packed and size + length > SHARD_BYTES:
            yield _shard(first, packed)
            packed, size = [], _BRACES
        if not packed:
            first = term
        packed.append(row)
        size += length
    if packed:
        yield _shard(first, packed)


def _shard(first: str, rows: Iterable[bytes]) -> Shard:
    return Shard(first, b"{" + b",".join(rows) + b"}")


def front_coded(terms: Iterable[str]) -> bytes:
    """Return sorted terms, one a line: how many letters it shares with the last one, the rest."""
    lines, last = [], ""
    for term in terms:
        shared = 0
        for one, other in zip(term[:LONGEST_SHARED], last, strict=False):
            if one != other:
                break
            shared += 1
        lines.append(_BASE_36[shared] + term[shared:])
        last = term
    return "\n".join(lines).encode()


def in_chunks(rows: Sequence[bytes], size: int) -> Iterator[bytes]:
    """Yield the rows, each of them JSON, so many a file."""
    for start in range(0, len(rows), size):
        yield b"[" + b",".join(rows[start : start + size]) + b"]"


def script_constant(values: Mapping[str, object]) -> bytes:
    """Return the values as a module for the browser."""
    return f"export default {compact_json(values)};\n".encode()
