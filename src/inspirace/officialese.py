"""Officialese: the editors' list of words that nobody says, with what people say instead."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from inspirace.raw_values import RawMapping

OFFICIALESE_FIELDS = ("words",)
WORD_FIELDS = ("word", "instead")
ANY_ENDING = "…"

_LEAST_LETTERS = 4  # without endings: fewer would blame half of the language


@dataclass(frozen=True, slots=True)
class Officialism:
    """A word or a phrase as people must not find it, and what to write instead."""

    word: str
    instead: str

    @property
    def constant(self) -> str:
        """Return the longest part that is the same in all its forms, in small letters."""
        parts = (part.removesuffix(ANY_ENDING) for part in self.word.lower().split())
        return max(parts, key=len, default="")


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """Return the pattern of a word's forms, whatever spaces are in it."""
    return re.compile(r"\b" + r"\s+".join(map(_with_endings, word.split())), re.IGNORECASE)


def _with_endings(word: str) -> str:
    bare = re.escape(word.removesuffix(ANY_ENDING))
    return rf"{bare}\w*" if word.endswith(ANY_ENDING) else rf"{bare}\b"


@dataclass(frozen=True)
class Officialese:
    """The words in the order of their file."""

    words: tuple[Officialism, ...] = ()

    @cached_property
    def _constants(self) -> tuple[tuple[str, Officialism], ...]:
        return tuple((one.constant, one) for one in self.words)

    def suspect(self, text: str) -> "Officialese":
        """Return the words that may be in a text, which is much faster than to find them."""
        lower = text.lower()
        return Officialese(tuple(one for constant, one in self._constants if constant in lower))

    def find(self, text: str) -> Iterator[tuple[int, str, Officialism]]:
        """Yield where in a text each of the words is, the form it has there, and the word."""
        for word in self.words:
            for match in _pattern(word.word).finditer(text):
                yield match.start(), match[0], word


def parse_officialese(raw: Mapping[str, object]) -> Officialese:
    """Return the words of a file's values, or raise FaultsError."""
    file = RawMapping(raw)
    file.refuse_unknown(OFFICIALESE_FIELDS)
    words = tuple(map(_parse_word, file.mappings("words")))
    file.raise_faults()
    return Officialese(words)


def _parse_word(row: RawMapping) -> Officialism:
    row.refuse_unknown(WORD_FIELDS)
    word = Officialism(row.text("word"), row.text("instead"))
    named = row.about(f"Slovo „{word.word}“" if word.word else "Slovo bez zápisu")
    if len(word.constant) < _LEAST_LETTERS:
        advice = f"Napište word: aspoň {_LEAST_LETTERS} písmena v jednom ze slov."
        named.fault("word", "slovo chybí, nebo je příliš krátké.", advice)
    if not word.instead:
        named.fault("instead", "chybí, co napsat místo něj.", "Doplňte řádek instead.")
    return word
