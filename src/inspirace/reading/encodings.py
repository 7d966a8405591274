"""Encodings that old editors of Czech text leave behind, guessed from the bytes."""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding, by the name that people know and by Python's."""

    name: str
    codec: str

    def read(self, content: bytes) -> str:
        """Return the text of the bytes by this encoding."""
        return content.decode(self.codec, errors="replace")


_MARKS: Mapping[bytes, Guess] = {
    # UTF-32 begins like UTF-16, so it comes first.
    codecs.BOM_UTF32_LE: Guess("UTF-32", "utf-32"),
    codecs.BOM_UTF32_BE: Guess("UTF-32", "utf-32"),
    codecs.BOM_UTF16_LE: Guess("UTF-16", "utf-16"),
    codecs.BOM_UTF16_BE: Guess("UTF-16", "utf-16"),
}
# The first wins where several fit alike.
_NARROW = (
    Guess("windows-1250", "cp1250"),
    Guess("ISO-8859-2", "iso8859_2"),
    Guess("CP852", "cp852"),
)
_CZECH_LETTERS = frozenset("áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ")
_CZECH_SIGNS = frozenset("„“–—…‚‘§°×\xa0€")
_OTHER_LETTERS = frozenset("äöüßľĺŕôÄÖÜĽĹŔÔłąęśćźńőűŁ")
_SAMPLE = 64 * 1024
_DOUBLED_BY = ("cp1250", "cp1252")


def guess_wide(content: bytes) -> Guess | None:
    """Return UTF-16 or UTF-32, if the bytes look like that, with a mark or without one."""
    for mark, guess in _MARKS.items():
        if content.startswith(mark):
            return guess
    sample = content[:_SAMPLE]
    if b"\0" not in sample:
        return None
    # Of two bytes of a Latin letter one is nearly always a NUL, the same one in all letters.
    for offset, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = sample[offset::2], sample[1 - offset :: 2]
        if high and high.count(0) > len(high) / 2 and low.count(0) < len(low) / 100:
            return Guess("UTF-16", codec)
    return None


def guess_narrow(content: bytes) -> Guess | None:
    """Return the encoding of one byte a letter that makes the bytes look Czech, or None."""
    sample = content[:_SAMPLE]
    scores = {guess: _score(guess.read(sample)) for guess in _NARROW}
    best = max(_NARROW, key=lambda guess: scores[guess])
    return best if scores[best] > 0 else None


def _score(text: str) -> int:
    """Return how much the text looks Czech: Czech letters speak for it, odd signs against."""
    return sum(_weight(sign) for sign in text if not sign.isascii())


def _weight(sign: str) -> int:
    if sign in _CZECH_LETTERS:
        return 2
    if sign in _CZECH_SIGNS:
        return 1
    return 0 if sign in _OTHER_LETTERS else -2


def _doubled() -> Iterator[tuple[str, str]]:
    """Yield what each Czech letter or sign becomes when its UTF-8 is read as of Windows."""
    for sign in sorted(_CZECH_LETTERS | _CZECH_SIGNS):
        for codec in _DOUBLED_BY:
            try:
                yield sign.encode().decode(codec), sign
            except UnicodeDecodeError:
                continue  # one of its bytes is no character there


_MEANT: Mapping[str, str] = dict(_doubled())
_DOUBLED = re.compile("|".join(map(re.escape, sorted(_MEANT, key=len, reverse=True))))
_BEGINNINGS_OF_DOUBLED = sorted({written[0] for written in _MEANT})


def find_doubled(text: str) -> re.Match[str] | None:
    """Return the first letter of a text that went through an encoding twice, or None."""
    # One sign is looked for in no time, all of them take as long as the pattern.
    if any(sign in text for sign in _BEGINNINGS_OF_DOUBLED):
        return _DOUBLED.search(text)
    return None


def undouble(text: str) -> str:
    """Return the text as it was before it went through an encoding once too often."""
    return _DOUBLED.sub(lambda found: _MEANT[found[0]], text)
