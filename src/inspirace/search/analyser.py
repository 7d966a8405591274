"""The Czech analyser: words of a text as the terms of the index, folded before they are stemmed.

A light stemmer after the idea of Dolamic and Savoy (2009), "Indexing and stemming approaches for
the Czech language", with rules of its own: it works on words without diacritics, because that is
how people type. `static/search/analyser.js` does the same in the browser; both read the words and
endings from `analyser.json` and agree on every word of `tests/search/vectors.json`.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

DATA = Path(__file__).with_name("analyser.json")

_WORD = re.compile(r"\w+")
_MARK = re.compile("[\u0300-\u036f]")
_DIGIT = re.compile(r"\d")
_AROUND_WORDS = ".,:;!?()[]*„“"
_MOST_RUNS = 100_000
_VOWELS = frozenset("aeiouy")
_AFTER_FLEETING_E = frozenset("nkrclmt")
_SOFTENED: Mapping[str, str] = {"k": "c", "h": "z", "g": "z"}


def split_words(text: str) -> list[str]:
    """Return the runs of letters and digits of the text, in lower case."""
    # three times faster than a pattern that leaves the underscore out
    return _WORD.findall(normalize("NFC", text).lower().replace("_", " "))


@dataclass(frozen=True)
class AnalyserData:
    """What the rules are filled with; `digest` says in the browser that it has the same."""

    digest: str
    letters: Mapping[int, str]
    stop_words: frozenset[str]
    whole_words: Mapping[str, str]
    kept: frozenset[str]
    endings: tuple[tuple[int, tuple[str, ...]], ...]
    joined: Mapping[str, str]


def load_analyser_data() -> AnalyserData:
    """Return the data of the package."""
    content = DATA.read_bytes()
    read = json.loads(content)
    return AnalyserData(
        digest=sha256(content).hexdigest()[:16],
        letters=str.maketrans(read["letters"]),
        stop_words=frozenset(" ".join(read["stopWords"]).split()),
        whole_words=read["wholeWords"],
        kept=frozenset(read["kept"].split()),
        endings=tuple((remaining, tuple(listed.split())) for remaining, listed in read["endings"]),
        joined=read["joined"],
    )


class Analyser(dict[str, str]):
    """Term of each word in lower case, empty for a stop word; a word is stemmed only once."""

    def __init__(self, data: AnalyserData) -> None:
        """Keep the data; no word is known yet."""
        super().__init__()
        self.data = data
        self._runs = _Runs(self)

    def __missing__(self, word: str) -> str:
        """Return the term of a word that is seen for the first time."""
        folded = self.fold(word)
        term = "" if folded in self.data.stop_words else self.stem(folded)
        self[word] = term
        return term

    def terms(self, text: str) -> list[str]:
        """Return the terms of a text in its order; stop words only where there is nothing else."""
        words = split_words(text)
        found = [term for word in words if (term := self[word])]
        return found or [self.stem(self.fold(word)) for word in words]

    def count(self, text: str) -> Counter[str]:
        """Return the terms of a text with how many times each is there, without stop words."""
        counts = Counter(map(self._runs.__getitem__, text.split()))
        counts.pop("", None)
        for terms in counts.keys() & self._runs.several:
            times = counts.pop(terms)
            for term in terms.split(" "):
                counts[term] += times
        return counts

    def count_pairs(self, text: str) -> Counter[str]:
        """Return neighbouring terms of each line, a blank between the two, as `count` does."""
        counts: Counter[str] = Counter()
        for line in text.split("\n"):
            terms = [term for word in split_words(line) if (term := self[word])]
            counts.update(f"{one} {other}" for one, other in pairwise(terms))
        return counts

    def forget(self) -> None:
        """Let go of all words that were analysed."""
        self.clear()
        self._runs.clear()

    def fold(self, word: str) -> str:
        """Return the word in lower case without diacritics."""
        if word.isascii():
            return word
        bare = _MARK.sub("", normalize("NFD", word))
        return normalize("NFC", bare).translate(self.data.letters)

    def stem(self, word: str) -> str:
        """Return the term of a folded word."""
        if word in self.data.whole_words:
            return self.data.whole_words[word]
        if len(word) < 3 or (not word.isalpha() and _DIGIT.search(word)):  # noqa: PLR2004 - as it is
            return word
        if word.endswith("ismus"):
            word = word[:-2]
        ending = "" if word in self.data.kept else self._ending(word)
        bare = _without_suffix(word[: len(word) - len(ending)])
        softened = _soften(_without_fleeting_e(_hardened(bare) if ending == "i" else bare))
        return self.data.joined.get(softened, softened)

    def _ending(self, word: str) -> str:
        for remaining, endings in self.data.endings:
            if word.endswith(endings, remaining):
                return next(one for one in endings if word.endswith(one, remaining))
        return ""


def load_analyser() -> Analyser:
    """Return the analyser with the data of the package."""
    return Analyser(load_analyser_data())


class _Runs(dict[str, str]):
    """Terms, parted by blanks, of each run of signs without a blank: `„Klub`, `dětí,`, `čte-li`.

    Texts have few runs and repeat them, so that each is split and analysed only once. What is kept
    has a bound, because runs are as many as there are mistakes and addresses.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__()
        self.several: set[str] = set()  # what is more than one term
        self._words = words

    def __missing__(self, run: str) -> str:
        word = normalize("NFC", run).lower().strip(_AROUND_WORDS)
        if word.isalnum():  # the usual one, for which there is a shorter way
            terms = self._words[word]
        else:
            terms = " ".join(filter(None, map(self._words.__getitem__, split_words(run))))
            if " " in terms:
                self.several.add(terms)
        if len(self) < _MOST_RUNS:
            self[run] = terms
        return terms


# The numbers below are the least lengths of a stem that a rule is safe for.


def _without_suffix(stem: str) -> str:
    """Take off the i of biblioterapi-, the comparative and the superlative, the possessive."""
    if len(stem) >= 5 and stem.endswith("i"):  # noqa: PLR2004
        stem = stem[:-1]
    if len(stem) >= 6 and stem.endswith("ejs"):  # noqa: PLR2004
        stem = stem[:-3]
        if len(stem) >= 6 and stem.startswith("nej"):  # noqa: PLR2004
            stem = stem[3:]
    if len(stem) >= 5 and stem.endswith(("ov", "uv")):  # noqa: PLR2004
        stem = stem[:-2]
    return stem


def _hardened(stem: str) -> str:
    """Undo what the plural -i does to adjectives: romšt(í) is romsk(ý), čtenářšt(í) likewise."""
    if len(stem) >= 5 and stem.endswith("st") and _is_consonant(stem[-3]):  # noqa: PLR2004
        return f"{stem[:-2]}sk"
    if len(stem) >= 6 and stem.endswith("ct"):  # noqa: PLR2004
        return f"{stem[:-2]}ck"
    return stem


def _without_fleeting_e(stem: str) -> str:
    """Take out the e that other forms of the word lack: knihov(e)n, mat(e)k."""
    is_fleeting = (
        len(stem) >= 4  # noqa: PLR2004
        and stem[-1] in _AFTER_FLEETING_E
        and stem[-2] == "e"
        and _is_consonant(stem[-3])
    )
    return stem[:-2] + stem[-1] if is_fleeting else stem


def _soften(stem: str) -> str:
    """Change the last consonant as the endings do: knih(a) and kniz(e), hluch(ý) and hluš(í)."""
    if stem.endswith("ch"):
        return f"{stem[:-2]}s"
    return stem[:-1] + _SOFTENED.get(stem[-1], stem[-1])


def _is_consonant(sign: str) -> bool:
    return sign not in _VOWELS
