"""Faults of structure in words, one function a kind: indents, list marks, names, features."""

from collections.abc import Mapping, Sequence

from inspirace.czech import counted, plural
from inspirace.reading.yaml_text.faults import Fault, correction, shown
from inspirace.reading.yaml_text.lines import Entry, shorten
from inspirace.reading.yaml_text.tree import MAX_DEPTH

MERGED = (
    "Řádek zbyl po slučování dvou verzí souboru. Nechte jen jednu z nich a smažte řádky, které"
    " začínají <<<<<<<, ======= a >>>>>>>."
)


def missing_space(line: int, column: int, name: str, corrected: Mapping[int, str]) -> Fault:
    """A space follows the colon behind a field's name."""
    message = f"Za dvojtečkou po názvu pole „{name}“ chybí mezera."
    return Fault("missing-space", line, column, message, *correction("Napište:", corrected))


def odd_space(line: int, column: int, where: str, corrected: Mapping[int, str]) -> Fault:
    """Spaces behind a colon, behind a list mark and at the beginning of a line are ordinary."""
    return Fault(
        "non-breaking-space",
        line,
        column,
        f"{where} není obyčejná mezera, ale pevná nebo jiná zvláštní; bývá v textu zkopírovaném"
        " z Wordu nebo z webu.",
        *correction("Smažte ji a řádek napište takto:", corrected),
    )


def tab(
    line: int, column: int, corrected: Mapping[int, str], *, behind_mark: bool = False
) -> Fault:
    """Lines are indented with spaces."""
    message = "Řádek je odsazený tabulátorem, odsazuje se ale jen mezerami."
    if behind_mark:
        message = "Za spojovníkem je tabulátor, má tam být mezera."
    advice = "Napište místo něj mezery:" if len(corrected) == 1 else "Nahraďte tabulátory mezerami:"
    return Fault("tab", line, column, message, *correction(advice, corrected))


def wrong_indent(line: int, column: int, indent: int, corrected: Mapping[int, str]) -> Fault:
    """Fields and items of one level are indented alike; `indent` is the right one."""
    spaces = counted(indent, "mezera", "mezery", "mezer")
    verb = plural(indent, "má", "mají", "má")
    advice = f"Před ním {verb} být {spaces}:" if indent else "Má začínat hned na kraji:"
    return Fault(
        "wrong-indent",
        line,
        column,
        "Řádek je odsazený jinak než řádky, ke kterým patří.",
        *correction(advice, corrected),
    )


def list_mark(line: int, column: int, mark: str, corrected: Mapping[int, str]) -> Fault:
    """An item of a list begins with a hyphen and a space."""
    message = f"Položka seznamu začíná znakem „{mark}“ místo spojovníku."
    if mark == "-":
        message = "Za spojovníkem na začátku položky seznamu chybí mezera."
    elif mark[0].isdigit():
        message = f"Položka seznamu začíná číslem „{mark}“ místo spojovníku."
    advice, corrected = correction("Napište spojovník a mezeru:", corrected)
    return Fault("dash-as-list-mark", line, column, message, advice, corrected)


def list_begun_beside_name(line: int, entry: Entry, others: Sequence[str]) -> Fault:
    """The first item of a list has its own line, too."""
    items = [entry.value, *others]
    name = entry.text[: entry.value_column].rstrip()
    indent = " " * (entry.content_column + 2)
    written = shown([name, *(f"{indent}- {item}" for item in items)])
    # In one line, so that all other lines stay where they are.
    corrected = {line + number: "" for number in range(1, len(items))}
    corrected[line] = f"{name} [{', '.join(items)}]"
    return Fault(
        "dash-as-list-mark",
        line,
        entry.value_column,
        "První položka seznamu je na řádku s názvem pole a nemá spojovník.",
        f"Napište každou na vlastní řádek:\n{written}",
        corrected,
    )


def repeated_name(line: int, column: int, name: str, first_line: int) -> Fault:
    """A field stands once; `first_line` is from 1."""
    message = f"Pole „{shorten(name)}“ je tu podruhé, poprvé je na řádku {first_line}."
    return Fault("duplicate-field", line, column, message, "Nechte jen jedno z nich.")


def feature(line: int, column: int, message: str, advice: str) -> Fault:
    """Nothing is named, repeated, typed or merged."""
    return Fault("yaml-feature", line, column, message, advice)


def name_of_parts(line: int, column: int) -> Fault:
    """The name of a field is a text."""
    message = "Na místě názvu pole je závorka, má tam být slovo."
    return feature(line, column, message, "Řádek začněte názvem pole a dvojtečkou.")


def question_mark(line: int, column: int) -> Fault:
    """The name of a field begins its line."""
    message = "Před názvem pole stojí otazník."
    return feature(line, column, message, "Napište jen název, dvojtečku a hodnotu.")


def directive(line: int, corrected: Mapping[int, str]) -> Fault:
    """No line speaks to the parser."""
    message = "Řádek začíná znakem „%“, kterým se dávají pokyny programu; katalog je nezná."
    return Fault("yaml-feature", line, 0, message, "Řádek smažte.", corrected)


def nameless(line: int, column: int, corrected: Mapping[int, str]) -> Fault:
    """A field has a name."""
    message = "Před dvojtečkou chybí název pole."
    return Fault("syntax", line, column, message, "Doplňte ho, nebo řádek smažte.", corrected)


def early_end(line: int, corrected: Mapping[int, str]) -> Fault:
    """Fields do not end before the end."""
    message = "Řádek se třemi tečkami tu pole předčasně ukončuje."
    return Fault("syntax", line, 0, message, "Řádek smažte.", corrected)


def second_document(line: int, column: int) -> Fault:
    """A file is one whole."""
    message = "Řádkem --- tu začíná další část, soubor má být jeden celek."
    return Fault("syntax", line, column, message, "Řádek smažte.")


def no_fields(line: int, column: int) -> Fault:
    """The text consists of fields."""
    message = "Tady mají být pole s hodnotami, text je ale zapsaný jinak."
    advice = "Každé pole pište na svůj řádek: název, dvojtečka, mezera, hodnota."
    return Fault("syntax", line, column, message, advice)


def not_a_field(line: int, column: int, advice: str) -> Fault:
    """A line is a field, an item or a comment; without it the rest can be read."""
    message = "Na řádku není pole ani položka seznamu."
    return Fault("syntax", line, column, message, advice, {line: ""})


def too_deep(line: int, column: int) -> Fault:
    """Values are not nested too deep."""
    message = f"Hodnoty jsou vnořené do sebe víc než {MAX_DEPTH}krát."
    advice = "Zkontrolujte závorky, spojovníky a odsazení; případ potřebuje jen několik úrovní."
    return Fault("too-deep", line, column, message, advice)


def unknown(line: int, column: int) -> Fault:
    """The text can be read as fields and values."""
    return Fault(
        "syntax",
        line,
        column,
        "Tomuto místu nejde rozumět jako poli a jeho hodnotě.",
        "Zkontrolujte tento řádek a řádek nad ním. Pole se píše „název: hodnota“, hodnota"
        " s dvojtečkou, křížkem, závorkou nebo uvozovkou patří do uvozovek.",
    )
