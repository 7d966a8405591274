"""Czech as people read and write it: folding, alphabetical order, plurals, near misses."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from difflib import SequenceMatcher
from functools import lru_cache

NON_BREAKING_SPACE = "\N{NO-BREAK SPACE}"
DIGITS = "0–9"

# Letters of other languages that Unicode does not take apart into a letter and a mark.
_WHOLE_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "AE", "œ": "oe"}
)
# The blank comes first: there are fewer of them than of the letters.
_AFTER_ONE_LETTER_WORD = re.compile(r" (?<=(?<![^\W_])[ksvzouaiKSVZOUAI] )(?=\S)")
# A number holds on to its thousands, sign, unit or noun, an ordinal or a day to what it counts.
# A year counts nothing, and a preposition or a conjunction is no noun.
_NUMBER = re.compile(
    r"""(\d\.?)[ ](?:
    (?<=\d[ ])(?=\d{3}(?!\d)|[%‰€°]|(?:Kč|korun|eur|lidí)\b)
    |(?<=\d[ ])(?<!\b(?:19|20)\d\d[ ])(?=[^\W\d_])(?!(?:a|i|o|u|k|s|v|z|až|nebo|či|do|od|na|po|se
        |ve|ze|za|je|jsou)\b)
    |(?:(?<=\b\d\.[ ])|(?<=\b\d\d\.[ ]))(?=[a-záčďéěíňóřšťúůýž])
    )""",
    re.VERBOSE,
)

# ČSN 97 6030: ch and these letters with a hook stand on their own, digits follow the letters.
_ALPHABET = re.findall("ch|.", "abcčdefghchijklmnopqrřsštuvwxyzž0123456789")
_RANK: dict[str, int] = {" ": 0} | {sign: rank for rank, sign in enumerate(_ALPHABET, start=1)}
_SORTED_SIGN = re.compile(r"ch|[^\W_]|[\W_]+")

# Endings of nouns and adjectives in folded words, and sounds that change before them.
_ENDING = re.compile(
    r"(?<=...)(?:ovych|atum|[yi]mi|[ea]mi|emu|eho|[aeiy]ch|ov[ei]|ata|[uyiea]m|ou|[aeiouy])$"
)
_FLEETING_E = re.compile(r"(?<=..[^aeiouy])e(?=[^aeiouy]$)")
_CHANGING_SOUND = re.compile(r"(?:ch|[khg])$")
_CHANGED = {"ch": "s", "k": "c", "h": "z", "g": "z"}

_LONGEST_NEAR_MISS = 80
_SHORT_WORD = 5


def fold(text: str) -> str:
    """Return the text without diacritics, in lower case, with single spaces."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.translate(_WHOLE_LETTERS))
        text = "".join([sign for sign in decomposed if not unicodedata.combining(sign)])
    return " ".join(text.casefold().split())


def stem(text: str) -> str:
    """Return the folded text with the endings of its words off: „důchodci“ as „důchodce“."""
    return " ".join(_stem_word(word) for word in fold(text).replace("-", " ").split())


def _stem_word(word: str) -> str:
    bare = _FLEETING_E.sub("", _ENDING.sub("", word))
    return _CHANGING_SOUND.sub(lambda sound: _CHANGED[sound[0]], bare)


# Names of terms and fields are compared again and again; texts of any length are not kept.
_folded_name = lru_cache(maxsize=8192)(fold)
_name_stem = lru_cache(maxsize=8192)(stem)


def initial(text: str) -> str:
    """Return the letter that a text stands under in an index: Č, A for á, Ch; DIGITS for figures.

    Signs before the first letter or digit are passed over; a text without any has no letter.
    """
    signs = _SORTED_SIGN.findall(unicodedata.normalize("NFC", text).casefold())
    first = next((sign for sign in signs if sign[0].isalnum()), "")
    bare = first if first in _RANK else fold(first)[:1]
    return DIGITS if bare.isdigit() else bare.capitalize()


def collation_key(text: str) -> tuple[tuple[int, ...], tuple[str, ...], str]:
    """Return the key that sorts texts in Czech order: č after c, ch after h, á beside a."""
    signs = _SORTED_SIGN.findall(unicodedata.normalize("NFC", text.strip()).casefold())
    letters = tuple(sign if sign[0].isalnum() else " " for sign in signs)
    # Length marks and other hooks, then capitals, decide only between words otherwise equal.
    return tuple(map(_ranks.__getitem__, letters)), letters, text.swapcase()


class _Ranks(dict[str, int]):
    """The place of each sign in the alphabet; what is not in it is worked out once."""

    def __missing__(self, sign: str) -> int:
        rank = _RANK.get(fold(sign)[:1], len(_RANK) + ord(sign[0]))
        return self.setdefault(sign, rank)


_ranks = _Ranks(_RANK)


def plural(count: int, one: str, few: str, many: str) -> str:
    """Return the form of a noun that stands with the count: 1 obec, 2 obce, 5 obcí."""
    forms = {1: one, 2: few, 3: few, 4: few}
    return forms.get(abs(count), many)


def number(value: int) -> str:
    """Return the number with thousands set apart by a non-breaking space."""
    return f"{value:,}".replace(",", NON_BREAKING_SPACE).replace("-", "−")


def counted(count: int, one: str, few: str, many: str) -> str:
    """Return the count with its noun in the right form, kept on one line: „1 200 obyvatel“."""
    return f"{number(count)}{NON_BREAKING_SPACE}{plural(count, one, few, many)}"


def capitalised(text: str) -> str:
    """Return the text with a capital first letter, the others as they are."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return the text as a sentence: with a capital and an end."""
    return capitalised(text if text.endswith((".", "!", "?")) else f"{text}.")


def join_and(items: Iterable[str]) -> str:
    """Return the items as a Czech enumeration: „a, b a c“."""
    *others, last = list(items) or [""]
    return f"{', '.join(others)} a {last}" if others else last


def typeset_once(text: str) -> str:
    """Return the text with one-letter words, numbers and ordinals tied to what follows them."""
    tied = _AFTER_ONE_LETTER_WORD.sub(NON_BREAKING_SPACE, text)
    return _NUMBER.sub(rf"\1{NON_BREAKING_SPACE}", tied)


typeset = lru_cache(maxsize=8192)(typeset_once)  # labels and summaries stand on many pages


def nearest(
    written: str, candidates: Iterable[str], *, fold_with: Callable[[str], str] = _folded_name
) -> str | None:
    """Return the first of the candidates that differ least, by about one typo, or None."""
    wanted = fold_with(written) if len(written) <= _LONGEST_NEAR_MISS else ""
    if not wanted:
        return None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best, best_ratio = None, 0.75 if len(wanted) <= _SHORT_WORD else 0.8
    for candidate in candidates:
        folded = fold_with(candidate)
        # The beginning is seldom mistyped, and „nečtenář“ is no near miss of „čtenář“.
        if set(folded[:2]).isdisjoint(wanted[:2]):
            continue
        ratio = _ratio(matcher, folded, best_ratio)
        if ratio > best_ratio or (best is None and ratio == best_ratio):
            best, best_ratio = candidate, ratio
    return best


def _ratio(matcher: SequenceMatcher[str], folded: str, at_least: float) -> float:
    matcher.set_seq1(folded)
    if matcher.real_quick_ratio() < at_least or matcher.quick_ratio() < at_least:
        return 0.0
    return matcher.ratio()


def best_match(written: str, candidates: Collection[str]) -> str | None:
    """Return the candidate probably meant: another ending, a typo, a beginning; or None."""
    if len(written) > _LONGEST_NEAR_MISS:
        return None
    return (
        _same(written, candidates, _folded_name)
        or _same(written, candidates, _name_stem)
        or nearest(written, candidates)
        or _nearest_stem(written, candidates)
        or _beginning(written, candidates)
    )


def _same(written: str, candidates: Iterable[str], fold_with: Callable[[str], str]) -> str | None:
    wanted = fold_with(written)
    return next((one for one in candidates if wanted and fold_with(one) == wanted), None)


def _nearest_stem(written: str, candidates: Iterable[str]) -> str | None:
    # Short stems are all alike: „kolo“ would be „škola“.
    long_enough = len(_name_stem(written)) > _SHORT_WORD
    return nearest(written, candidates, fold_with=_name_stem) if long_enough else None


def _beginning(written: str, candidates: Iterable[str]) -> str | None:
    wanted = _name_stem(written)
    longer = [one for one in candidates if wanted and _name_stem(one).startswith(f"{wanted} ")]
    return min(longer, key=len, default=None)
