"""What can be wrong on one line of YAML, seen by its signs; each check yields what it suspects.

A suspicion is true where its correction helps the parser on, or where the parser has shown that it
reads the line otherwise than it was meant.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from inspirace.reading.yaml_text import structure_faults, value_faults
from inspirace.reading.yaml_text.faults import Fault
from inspirace.reading.yaml_text.lines import (
    CLOSING_QUOTES,
    DASHES,
    ODD_SPACES,
    OPENING_QUOTES,
    Entry,
    is_field_name,
    quote,
    read_entry,
    shorten,
)

Lines = Sequence[str]
LineCheck = Callable[[Lines, int], Iterator[Fault]]

_LIST_MARK = re.compile(rf"([ \t]*)([{DASHES}]|[*+](?= )|-(?=[^\s\d-]))[ {ODD_SPACES}]*(?=\S)")
_STRUCTURE = re.compile(
    rf"[ \t{ODD_SPACES}]*(?:-[ \t{ODD_SPACES}]+)*(?:[A-Za-z_$][\w$-]*[ \t]*:[ \t{ODD_SPACES}]+)?"
)
_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
_SPACES_BEHIND_SIGN = re.compile(rf"(?<=[:-])[ {ODD_SPACES}]+")
_GLUED = re.compile(rf"([^\W\d][\w$-]*):(?!//)(?=[^\s{ODD_SPACES}])")
_COLON = re.compile(r":(?=[ \t]|$)")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_EQUATION = re.compile(r"([\w$-]+)[ \t]*=[ \t]*")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")
_TRAILING_COMMENT = re.compile(r"[ \t]*(?:[ \t]#.*)?")
_BRACKETS = {"[": "]", "{": "}"}
_RESERVED = frozenset("@`%[{]}*&!>|?,:-")
_RESERVED_BEFORE_SPACE = frozenset("?:-")
_LONGEST_PREPOSITION = 3
_MOST_LINES_BELOW = 500
_TAB_WIDTHS = (2, 4, 8)


def tabs(lines: Lines, line: int) -> Iterator[Fault]:
    """Lines are indented with spaces; those below the line are corrected alike."""
    column = tab_in_indent(lines[line])
    if column < 0:
        return
    behind_mark = lines[line][:column].rstrip().endswith("-")
    below = range(line, min(len(lines), line + _MOST_LINES_BELOW))
    tabbed = [number for number in below if tab_in_indent(lines[number]) >= 0]
    for width in _TAB_WIDTHS:
        corrected = {number: _without_tabs(lines[number], width) for number in tabbed}
        yield structure_faults.tab(line, column, corrected, behind_mark=behind_mark)
    above = next((one for one in reversed(lines[:line]) if one.strip()), "")
    aligned = " " * read_entry(above).indent + lines[line].lstrip()
    yield structure_faults.tab(line, column, {line: aligned})


def tab_in_indent(line: str) -> int:
    """Return the column of the first tab before the line's content, else -1."""
    return line.find("\t", 0, read_entry(line).content_column)


def _without_tabs(line: str, width: int) -> str:
    content = read_entry(line).content_column
    begin = line[:content].replace("-\t", "- ")
    return begin.replace("\t", " " * width) + line[content:]


def odd_spaces(lines: Lines, line: int) -> Iterator[Fault]:
    """Spaces behind a colon, behind a list mark and at the beginning of a line are ordinary."""
    text = lines[line]
    structure = _match(_STRUCTURE, text)
    found = _ODD_SPACE.search(structure)
    if not found:
        return
    before = text[: found.start()].rstrip(" \t")[-1:]
    where = {":": "Za dvojtečkou", "-": "Za spojovníkem"}.get(before, "Na začátku řádku")
    for instead in (" ", ""):
        ordinary = _ODD_SPACE.sub(instead, _SPACES_BEHIND_SIGN.sub(" ", structure))
        corrected = {line: ordinary + text[len(structure) :]}
        yield structure_faults.odd_space(line, found.start(), where, corrected)


def _match(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(text)
    return found[0] if found else ""


def list_marks(lines: Lines, line: int) -> Iterator[Fault]:
    """Items of a list begin with a hyphen and a space; all of one list are one fault."""
    found = _LIST_MARK.match(lines[line])
    if not found:
        return
    corrected = {}
    for number in range(line, len(lines)):
        item = _LIST_MARK.match(lines[number])
        if not item or item[1] != found[1]:
            break
        corrected[number] = f"{item[1]}- {lines[number][item.end() :]}"
    yield structure_faults.list_mark(line, found.start(2), found[2], corrected)


def missing_space(lines: Lines, line: int) -> Iterator[Fault]:
    """A space follows the colon behind a field's name."""
    entry = read_entry(lines[line])
    found = _GLUED.match(entry.text, entry.content_column)
    if found and not entry.name:
        corrected = {line: f"{entry.text[: found.end()]} {entry.text[found.end() :]}"}
        yield structure_faults.missing_space(line, found.end() - 1, found[1], corrected)


def quotes(lines: Lines, line: int) -> Iterator[Fault]:
    """Quotes that begin a value end it, too, and none stands between."""
    entry = read_entry(lines[line])
    pattern = _QUOTED.get(entry.value[:1])
    if pattern is None or not _can_have_value(entry):
        return
    closed = pattern.match(entry.text, entry.value_column)
    if closed is None:
        yield from _unclosed_quote(line, entry)
    elif not _TRAILING_COMMENT.fullmatch(entry.text, closed.end()):
        value = quote(_without_outer_quotes(entry.value))
        yield value_faults.quotes_in_quotes(line, entry, closed.end() - 1, value)


def _unclosed_quote(line: int, entry: Entry) -> Iterator[Fault]:
    sign, inner = entry.value[0], entry.value[1:-1]
    if inner and entry.value[-1] in CLOSING_QUOTES and not any(one in inner for one in "„‚"):
        yield value_faults.smart_quotes(line, entry, inner)
    yield value_faults.unclosed_quote(line, entry.value_column, sign, entry.text.rstrip() + sign)


def _without_outer_quotes(value: str) -> str:
    """Return what stands between the first and the last quote, if these two are a pair."""
    sign, inner = value[0], value[1:-1]
    if value[-1] != sign or len(value) < len('""'):
        return value
    second = inner.find(sign)
    # A quote behind a word closes: „"Babička" a "Kytice"“ are two pairs, not one in another.
    closes = second > 0 and inner[second - 1].isalnum() and sign == '"'
    return value if closes and inner.count(sign) % 2 == 0 else inner


def backslashes(lines: Lines, line: int) -> Iterator[Fault]:
    """A value with a backslash stands in single quotes."""
    entry = read_entry(lines[line])
    column = entry.text.find("\\", entry.value_column)
    if entry.value[:1] == '"' and column >= 0:
        single = "'" + entry.value.strip('"').replace("'", "''") + "'"
        yield value_faults.backslash(line, column, {line: entry.with_value(single)})


def smart_quotes(lines: Lines, line: int) -> Iterator[Fault]:
    """Straight quotes stand around a value."""
    yield from smart_quotes_around(line, read_entry(lines[line]))


def smart_quotes_around(line: int, entry: Entry) -> Iterator[Fault]:
    """Straight quotes stand around the entry's value."""
    value, inner = entry.value, entry.value[1:-1]
    bounded = value[:1] in OPENING_QUOTES and value[-1:] in CLOSING_QUOTES + '"'
    if inner and bounded and not any(sign in inner for sign in '„“”"'):
        yield value_faults.smart_quotes(line, entry, inner)


def reserved_start(lines: Lines, line: int) -> Iterator[Fault]:
    """A value does not begin with a sign that means something else."""
    entry = read_entry(lines[line])
    value, column = entry.value, entry.value_column
    sign = value[:1]
    if sign not in _RESERVED or not _can_have_value(entry):
        return
    if sign in _RESERVED_BEFORE_SPACE and value[1:2].strip():
        return
    if sign in _BRACKETS and value.count(sign) > value.count(_BRACKETS[sign]):
        yield value_faults.unclosed_bracket(line, column, sign, entry)
    elif sign == "-" and entry.name:
        yield value_faults.list_beside_name(line, entry, column)
    elif sign != "-" and value[-1] != _BRACKETS.get(sign):
        yield value_faults.reserved_start(line, entry, column)


def _can_have_value(entry: Entry) -> bool:
    return bool(entry.name) or entry.is_item or entry.indent > 0


def colons(lines: Lines, line: int) -> Iterator[Fault]:
    """A value with a colon is in quotes."""
    entry = read_entry(lines[line])
    found = _COLON.search(entry.text, entry.value_column)
    is_text = entry.value[:1] not in {*_QUOTED, *_BRACKETS}
    if found and is_text and (entry.name or entry.is_item):
        yield value_faults.unquoted_colon(line, entry, found.start())


def nameless(lines: Lines, line: int) -> Iterator[Fault]:
    """A field has a name."""
    entry = read_entry(lines[line])
    if _COLON.match(entry.value):
        yield structure_faults.nameless(line, entry.content_column, {line: ""})


def not_a_field(lines: Lines, line: int) -> Iterator[Fault]:
    """A line is a field, an item or a comment."""
    entry = read_entry(lines[line])
    if entry.name or entry.is_item or not entry.value:
        return
    above = next((read_entry(one) for one in reversed(lines[:line]) if one.strip()), None)
    if _CONFLICT.match(entry.text):
        yield structure_faults.not_a_field(line, 0, structure_faults.MERGED)
        return
    first, rest = _name_and_rest(entry.value)
    advice = []
    if rest and len(first) > _LONGEST_PREPOSITION and is_field_name(first):
        field = f"{entry.text[: entry.indent]}{first}: {shorten(rest)}"
        advice.append(f"Je-li to pole, napište za jeho název dvojtečku:\n{field}")
    if above and above.value and above.value[0] not in _QUOTED:
        goes_on = " " * (above.content_column + 2) + shorten(entry.value)
        advice.append(f"Pokračuje-li tu text z předchozího řádku, odsaďte ho:\n{goes_on}")
    if not advice:
        advice.append("Pole se píše „název: hodnota“, položka seznamu začíná spojovníkem.")
    yield structure_faults.not_a_field(line, entry.content_column, "\n".join(advice))


def _name_and_rest(value: str) -> tuple[str, str]:
    """Return the first word and the text behind it, also behind an equals sign."""
    equation = _EQUATION.match(value)
    if equation:
        return equation[1], value[equation.end() :]
    first, _, rest = value.partition(" ")
    return first, rest
