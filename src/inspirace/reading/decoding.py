"""Bytes of a file made into text: encodings, line ends, characters that no text needs."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from inspirace.diagnostics import Diagnostic, Location
from inspirace.reading.encodings import Guess, find_doubled, guess_narrow, guess_wide, undouble
from inspirace.reading.text_file import CONTROL_CHARACTERS, TextFile

_BEGINNINGS: Mapping[bytes, str] = {
    b"%PDF-": "dokument PDF",
    b"PK\x03\x04": "dokument Wordu nebo jiný zabalený soubor",
    b"\xd0\xcf\x11\xe0": "dokument staršího Wordu",
    b"{\\rtf": "formátovaný text RTF",
    b"\x89PNG": "obrázek",
    b"\xff\xd8\xff": "obrázek",
    b"GIF8": "obrázek",
}
_HTML_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,99}(?:<\?xml[^<>]{0,200}>\s{0,99})?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_BINARY_SIGNS = bytes((*range(0x09), *range(0x0E, 0x20)))
_BINARY_SIGNS_IN_A_HUNDRED = 5
_SAMPLE = 8192
_LINE_END = re.compile(r"\r\n?")
_LOST_LETTER = "\N{REPLACEMENT CHARACTER}"
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_MOST_LINES_NAMED = 20
_EXCERPT = 30
_LONGEST_WORD = 40
_SAVE_ANEW = (
    "Uložte ho znovu v kódování UTF-8 (v Poznámkovém bloku: Soubor, Uložit jako, Kódování)."
)
_NAMES: Mapping[str, str] = {
    "\v": "zalomení řádku z Wordu",
    "\N{LINE SEPARATOR}": "zalomení řádku, kterému rozumí jen některé programy",
    "\N{PARAGRAPH SEPARATOR}": "zalomení odstavce, kterému rozumí jen některé programy",
    "\N{ZERO WIDTH NO-BREAK SPACE}": "značka BOM, která patří jen na začátek souboru",
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e", "znak, který obrací směr textu"),
    **dict.fromkeys("\u2066\u2067\u2068\u2069", "znak, který obrací směr textu"),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as text, None where nothing can be read, with what was found on the way."""

    file: TextFile | None
    diagnostics: tuple[Diagnostic, ...] = ()


def refused(code: str, path: str, message: str, advice: str) -> Reading:
    """Return the reading of a file of which nothing can be used."""
    return Reading(None, (Diagnostic(code, Location(path), message, advice),))


def decode_text(path: str, content: bytes) -> Reading:
    """Return the text of the bytes, which should be UTF-8 with LF line ends."""
    other = _other_kind(content)
    if other:
        return _binary(path, f"Soubor není prostý text, je to {other}.")
    wide = guess_wide(content)
    if wide:
        message = f"Soubor není uložený v kódování UTF-8, ale v {wide.name}."
        file = TextFile(path, _with_lf(wide.read(content)))
        return _wrong_encoding(file, 1, 1, message)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in content:
            return _binary(path, "Soubor není text.")
        return _not_utf8(path, content, error.start)
    sample = content[:_SAMPLE]
    signs = len(sample) - len(sample.translate(None, _BINARY_SIGNS))
    if signs * 100 > len(sample) * _BINARY_SIGNS_IN_A_HUNDRED:
        return _binary(path, "Soubor není text.")
    return _accepted(path, text)


def _other_kind(content: bytes) -> str:
    """Return what the file is if its first bytes say that it is no plain text."""
    if _HTML_PAGE.match(content):
        return "webová stránka (HTML)"
    return next((kind for begin, kind in _BEGINNINGS.items() if content.startswith(begin)), "")


def _binary(path: str, message: str) -> Reading:
    advice = "Text zkopírujte do prostého textového souboru a ten uložte v kódování UTF-8."
    return refused("binary-file", path, message, advice)


def _not_utf8(path: str, content: bytes, offset: int) -> Reading:
    """Return the finding at the first byte that is wrong, in the text as it was probably meant."""
    guess = None if _is_mostly_utf8(content) else guess_narrow(content)
    read = guess or Guess("UTF-8", "utf-8")
    file = TextFile(path, _with_lf(read.read(content)))
    before = _with_lf(read.read(content[:offset])).split("\n")
    line, column = len(before), len(before[-1]) + 1
    if guess is None:
        message = "Text tu není v kódování UTF-8, písmeno nejde přečíst."
    else:
        around = file.lines[line - 1][max(column - 1 - _EXCERPT, 0) : column - 1 + _EXCERPT]
        message = f"Soubor není uložený v kódování UTF-8, vypadá to na {guess.name}."
        message += f" Takto čtené je tu „{around.strip()}“."
    return _wrong_encoding(file, line, column, message)


def _is_mostly_utf8(content: bytes) -> bool:
    text = content.decode("utf-8", errors="replace")
    wrong = text.count(_LOST_LETTER)
    return sum(not sign.isascii() for sign in text) - wrong > wrong


def _wrong_encoding(file: TextFile, line: int, column: int, message: str) -> Reading:
    return Reading(None, (file.finding("not-utf8", line, column, message, advice=_SAVE_ANEW),))


def _accepted(path: str, text: str) -> Reading:
    bare = text.removeprefix(_BOM)
    file = TextFile(path, _with_lf(bare))
    found: list[Diagnostic] = []
    if bare is not text:
        message = "Na začátku souboru je neviditelná značka BOM."
        advice = "Uložte soubor v kódování UTF-8 bez BOM."
        found.append(file.finding("byte-order-mark", 1, 1, message, advice=advice))
    if "\r" in bare:
        found.append(_carriage_return(file, bare))
    if CONTROL_CHARACTERS.search(file.text):
        found += _signs(file, CONTROL_CHARACTERS, _control)
    if _LOST_LETTER in file.text:
        found += _signs(file, re.compile(_LOST_LETTER), _lost_letter)
    doubled = find_doubled(file.text)
    if doubled:
        found.append(_doubled(file, doubled.start()))
    return Reading(file, tuple(found))


def _doubled(file: TextFile, offset: int) -> Diagnostic:
    """Return the finding at the first letter that went through an encoding twice."""
    before = file.text[:offset].split("\n")
    line, column = len(before), len(before[-1]) + 1
    word = _word_around(file.lines[line - 1], column - 1)
    message = f"Písmena se při převodu textu pokazila: „{word}“ má nejspíš být „{undouble(word)}“."
    advice = "Vezměte text z původního souboru znovu. Je-li takových slov málo, opravte je ručně."
    return file.finding("double-encoded", line, column, message, advice=advice)


def _word_around(line: str, index: int) -> str:
    start = line.rfind(" ", 0, index) + 1
    end = line.find(" ", index)
    return line[start : len(line) if end < 0 else end][:_LONGEST_WORD]


def _with_lf(text: str) -> str:
    return _LINE_END.sub("\n", text) if "\r" in text else text


def _carriage_return(file: TextFile, text: str) -> Diagnostic:
    before = text[: text.index("\r")].split("\n")
    line, column = len(before), len(before[-1]) + 1
    system = "Windows (CRLF)" if "\r\n" in text else "starého Macu (CR)"
    message = f"Řádky končí po způsobu {system}."
    advice = "Nevadí to. Chcete-li, nastavte v editoru konce řádků LF (Unix)."
    return file.finding("windows-line-ends", line, column, message, advice=advice)


def _signs(
    file: TextFile, pattern: re.Pattern[str], word: Callable[[str], tuple[str, str, str]]
) -> Iterator[Diagnostic]:
    """Yield the first such sign of each line, of the first lines only."""
    places = ((number, pattern.search(line)) for number, line in enumerate(file.lines, start=1))
    for number, found in islice(((n, one) for n, one in places if one), _MOST_LINES_NAMED):
        code, message, advice = word(found[0])
        yield file.finding(code, number, found.start() + 1, message, advice=advice)


def _control(sign: str) -> tuple[str, str, str]:
    name = _NAMES.get(sign, "řídicí znak")
    message = f"Na tomto místě je neviditelný znak U+{ord(sign):04X}: {name}."
    return "bad-character", message, "Smažte ho; bývá v textu zkopírovaném z Wordu, PDF nebo webu."


def _lost_letter(sign: str) -> tuple[str, str, str]:
    message = f"Znak {sign} stojí místo písmene, které se při převodu textu ztratilo."
    return "damaged-text", message, "Napište písmeno znovu, nebo vezměte text z původního souboru."
