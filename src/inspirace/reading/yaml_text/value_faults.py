"""Faults of values in words, one function a kind: colons, quotes, signs that mean something."""

from collections.abc import Mapping

from inspirace.reading.yaml_text.faults import Fault, correction, shown
from inspirace.reading.yaml_text.lines import Entry, quote, shorten

_CLOSING_BRACKETS = {"[": "]", "{": "}"}
_MEANINGS = {"[": ": začíná jím seznam", "{": ": začíná jím skupina polí"}


def unquoted_colon(line: int, entry: Entry, column: int) -> Fault:
    """A value with a colon is in quotes."""
    return Fault(
        "unquoted-colon",
        line,
        column,
        f"Hodnota „{shorten(entry.value)}“ obsahuje dvojtečku s mezerou, a tak vypadá jako další"
        " pole.",
        *correction("Dejte ji do uvozovek:", _quoted(line, entry)),
    )


def unquoted_colon_below(line: int, column: int, corrected: Mapping[int, str]) -> Fault:
    """A value of several lines with a colon is in quotes."""
    return Fault(
        "unquoted-colon",
        line,
        column,
        "Text, který pokračuje z předchozího řádku, obsahuje dvojtečku s mezerou, a tak vypadá"
        " jako další pole.",
        *correction("Dejte celý text do uvozovek:", corrected),
    )


def item_with_colon(line: int, entry: Entry, column: int) -> Fault:
    """An item of a list with a colon is in quotes."""
    return Fault(
        "unquoted-colon",
        line,
        column,
        f"Položka „{shorten(entry.value)}“ obsahuje dvojtečku s mezerou, a tak vypadá jako pole"
        " s hodnotou.",
        *correction("Dejte ji do uvozovek:", _quoted(line, entry)),
    )


def quotes_in_quotes(line: int, entry: Entry, column: int, value: str) -> Fault:
    """Quotes inside a value are Czech ones."""
    is_czech = "„" in value and value[0] == '"'
    advice = "Uvnitř pište české uvozovky:" if is_czech else "Ohraničte hodnotu jinými uvozovkami:"
    return Fault(
        "quotes-in-quotes",
        line,
        column,
        "Rovná uvozovka uvnitř textu ukončila hodnotu dřív, než má skončit.",
        *correction(advice, {line: entry.with_value(value)}),
    )


def unclosed_quote(line: int, column: int, sign: str, closed: str | None = None) -> Fault:
    """A quote at the beginning of a value has its pair at the end."""
    message = f"Uvozovka {sign} na začátku hodnoty nemá na konci svou dvojici."
    if closed is None:
        return Fault("unclosed-quote", line, column, message, "Doplňte ji tam, kde hodnota končí.")
    advice, corrected = correction("Doplňte ji:", {line: closed})
    return Fault("unclosed-quote", line, column, message, advice, corrected)


def unopened_quote(line: int, column: int, corrected: Mapping[int, str]) -> Fault:
    """A quote at the end of a value has its pair at the beginning."""
    message = 'Uvozovka " na konci hodnoty nemá na začátku svou dvojici.'
    advice, corrected = correction("Doplňte ji:", corrected)
    return Fault("unclosed-quote", line, column, message, advice, corrected)


def smart_quotes(line: int, entry: Entry, inner: str) -> Fault:
    """Straight quotes stand around a value."""
    first, last = entry.value[0], entry.value[-1]
    visible = entry.with_value(quote(f"„{inner}“"))
    advice, corrected = correction("Pište rovné:", {line: entry.with_value(quote(inner))})
    return Fault(
        "smart-quotes",
        line,
        entry.value_column,
        f"Hodnota je mezi znaky {first} a {last}, ohraničit ji ale umějí jen rovné uvozovky.",
        f"{advice}\nMají-li být české uvozovky vidět, napište je dovnitř rovných:\n"
        f"{shown([visible])}",
        corrected,
    )


def unclosed_bracket(line: int, column: int, sign: str, entry: Entry | None = None) -> Fault:
    """A bracket has its pair; the entry is the line whose whole value the bracket begins."""
    message = f"Závorka {sign} nemá svou dvojici."
    if entry is None:
        advice = f"Doplňte závorku {_CLOSING_BRACKETS[sign]} tam, kde seznam končí."
        return Fault("unclosed-bracket", line, column, message, advice)
    closing = _CLOSING_BRACKETS[sign]
    missing = entry.value.count(sign) - entry.value.count(closing)
    closed = entry.text.rstrip().rstrip(",") + closing * missing
    advice, corrected = correction("Je-li to seznam, doplňte ji:", {line: closed})
    advice += f"\nJe-li to text, dejte ho do uvozovek:\n{shown(_quoted(line, entry).values())}"
    return Fault("unclosed-bracket", line, column, message, advice, corrected)


def reserved_start(line: int, entry: Entry, column: int) -> Fault:
    """A value does not begin with a sign that means something else."""
    sign = entry.text[column]
    return Fault(
        "reserved-start",
        line,
        column,
        f"Hodnota začíná znakem „{sign}“, který tu má zvláštní význam{_MEANINGS.get(sign, '')}.",
        *correction("Dejte ji do uvozovek:", _quoted(line, entry)),
    )


def list_beside_name(line: int, entry: Entry, column: int) -> Fault:
    """A list begins on the line below the name of its field."""
    indent = " " * (entry.content_column + 2)
    listed = [entry.text[: entry.value_column], f"{indent}{entry.value}"]
    quoted = _quoted(line, entry)
    return Fault(
        "reserved-start",
        line,
        column,
        "Hodnota začíná spojovníkem, kterým začíná položka seznamu.",
        f"Seznam pište až na další řádky:\n{shown(listed)}\n"
        f"Je-li to text, dejte ho do uvozovek:\n{shown(quoted.values())}",
        quoted,
    )


def lost_text(line: int, column: int, lost: str, corrected: Mapping[int, str]) -> Fault:
    """Text behind a space and a hash is not lost."""
    advice, corrected = correction("Patří-li k hodnotě, dejte ji celou do uvozovek:", corrected)
    return Fault(
        "lost-text",
        line,
        column,
        f"Text „{shorten(lost.rstrip())}“ se ztratí: za mezerou a křížkem je jen poznámka.",
        f"{advice}\nJe-li to jen poznámka, napište ji na vlastní řádek.".lstrip(),
        corrected,
    )


def remark(line: int, column: int, lost: str, value_line: str) -> Fault:
    """A remark stands on a line of its own, not behind a word from a vocabulary or a number."""
    indent = value_line[: len(value_line) - len(value_line.lstrip())]
    return Fault(
        "lost-text",
        line,
        column,
        f"Text „{shorten(lost.rstrip())}“ se ztratí: za mezerou a křížkem je jen poznámka.",
        "Je-li to poznámka, napište ji na vlastní řádek, jinak ji smažte:\n"
        f"{shown([indent + lost, value_line])}",
        {line: value_line},
    )


def backslash(line: int, column: int, corrected: Mapping[int, str]) -> Fault:
    """A value with a backslash stands in single quotes."""
    message = "Zpětné lomítko má mezi rovnými uvozovkami zvláštní význam."
    advice, corrected = correction("Dejte hodnotu mezi apostrofy:", corrected)
    return Fault("syntax", line, column, message, advice, corrected)


def _quoted(line: int, entry: Entry) -> Mapping[int, str]:
    return {line: entry.with_value(quote(entry.value))}
