"""Where a front matter begins and ends, also in a file whose writer missed the mark."""

import re
from dataclasses import dataclass

from inspirace.diagnostics import Diagnostic
from inspirace.reading.text_file import TextFile
from inspirace.reading.yaml_text.lines import is_field_name, read_entry, shorten

MARK = "---"

# Blanks behind a mark are invisible and harmless: every reader of front matter takes them.
_OPENING = re.compile(r"---[ \t]*(?=\n|\Z)")
_CLOSING = re.compile(r"\n---[ \t]*(?=\n|\Z)")
_BEFORE_OPENING = re.compile(
    r"(?:[ \t]*\n)*(?:((?:```|~~~|%).*\n)(?:[ \t]*\n)*)?(?=---[ \t]*(?:\n|\Z))"
)
_FENCE = re.compile(r"[ \t]*(?:```|~~~)[ \t]*")
NEAR_MARK = re.compile(r"[ \t]*(?:[-–—−‐‑_=*]{2,}|[–—]|\.{3})[ \t\u00a0]*")
_HEADING = re.compile(r"^##[ \t]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The text of a front matter, None where there is none, and the numbers of lines, from 1.

    `first_line` is the one behind the opening mark; the end of the text may be a guess.
    """

    text: str | None
    first_line: int
    body_line: int
    is_guessed: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()


def find_bounds(file: TextFile) -> Bounds:
    """Return where the front matter is, at the first two lines that are ---."""
    before = _BEFORE_OPENING.match(file.text)
    start = before.end() if before else 0
    opening = _OPENING.match(file.text, start)
    if opening is None:
        return _without_front_matter(file)
    first_line = file.text.count("\n", 0, start) + 2
    closing = _CLOSING.search(file.text, opening.end())
    if closing is None:
        return _not_closed(file, first_line)
    text = file.text[opening.end() + 1 : closing.start()]
    body_line = file.text.count("\n", 0, closing.end()) + 2
    if before and before[1]:
        return _below_a_line(file, text, first_line, body_line)
    late = (_late_start(file),) if start else ()
    return Bounds(text, first_line, body_line, diagnostics=late)


def _below_a_line(file: TextFile, text: str, first_line: int, body_line: int) -> Bounds:
    """The front matter was copied with the marks of an example, or with a directive of YAML."""
    opening = first_line - 2
    while not file.lines[opening - 1].strip():
        opening -= 1
    advice = "Smažte ho."
    behind = "".join(file.lines[body_line - 1 : body_line])
    if not file.lines[opening - 1].startswith("%") and _FENCE.fullmatch(behind):
        advice = f"Smažte ho, a také řádek {body_line}."
        body_line += 1
    message = f"Nad hlavičkou je navíc řádek „{file.lines[opening - 1].strip()}“."
    found = file.finding("no-front-matter", opening, 1, message, advice=advice)
    return Bounds(text, first_line, body_line, diagnostics=(found,))


def _late_start(file: TextFile) -> Diagnostic:
    message = "Hlavička nezačíná na prvním řádku souboru."
    return file.finding("no-front-matter", 1, 1, message, advice="Smažte prázdné řádky nad ní.")


def _without_front_matter(file: TextFile) -> Bounds:
    first = file.lines[0]
    body_line = _body_line(file, _near_end(file, 1))
    if not file.text.strip():
        message, advice, body_line = "Soubor je prázdný.", _EXAMPLE, 1
    elif NEAR_MARK.fullmatch(first):
        message = f"Hlavička má začínat řádkem {MARK}, první řádek je ale „{first.strip()}“."
        advice = f"Přepište ho na tři spojovníky:\n{MARK}"
    elif is_field_name(read_entry(first).name):
        message = f"Nad prvním polem chybí řádek {MARK}, kterým hlavička začíná."
        advice = f"Vložte ho na začátek souboru:\n{MARK}\n{shorten(first)}"
    else:
        message, advice, body_line = "Soubor nezačíná hlavičkou.", _EXAMPLE, 1
    found = file.finding("no-front-matter", 1, 1, message, advice=advice)
    return Bounds(None, 1, body_line, diagnostics=(found,))


_EXAMPLE = (
    "Na začátek napište pole s hodnotami mezi dva řádky ---, například:\n"
    "---\ntitle: Čtení s pejsky\ncountry: CZ\n---"
)


def _not_closed(file: TextFile, first_line: int) -> Bounds:
    near = _near_end(file, first_line)
    body_line = _body_line(file, near)
    if near:
        written = file.lines[near - 1].strip()
        message = f"Hlavička nemá konec: řádek {near} je „{written}“, má to být {MARK}."
        advice = f"Přepište řádek {near} na tři spojovníky:\n{MARK}"
    else:
        message = f"Hlavička nemá konec: za posledním polem chybí řádek {MARK}."
        advice = "Vložte ho mezi poslední pole a text."
        if body_line <= len(file.lines):
            advice += f" Text začíná na řádku {body_line}."
    found = file.finding("not-closed", first_line - 1, 1, message, advice=advice)
    text = "\n".join(file.lines[first_line - 1 : (near or body_line) - 1])
    return Bounds(text, first_line, body_line, is_guessed=True, diagnostics=(found,))


def _near_end(file: TextFile, after: int) -> int:
    """Return the number of the first line behind that was meant to be the closing mark, or 0."""
    heading = _body_line(file, 0)
    for number, line in enumerate(file.lines[after : heading - 1], start=after + 1):
        if NEAR_MARK.fullmatch(line):
            return number
    return 0


def _body_line(file: TextFile, end: int) -> int:
    """Return the line behind the end; without an end, that of the first section's heading."""
    if end:
        return end + 1
    heading = _HEADING.search(file.text)
    return file.text.count("\n", 0, heading.start()) + 1 if heading else len(file.lines) + 1
