"""One file repaired, step by step; a step that would change what the file says is not taken."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from inspirace.reading.decoding import decode_text
from inspirace.repair import fields, signs
from inspirace.repair.encoding import EncodingError, decode
from inspirace.rules.casting import tidy_text
from inspirace.schema.fields import Schema

Step = tuple[str, Callable[[str], str]]

# A repair may make another possible; a file that changes on and on is left alone.
_MOST_ROUNDS = 10
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Repair:
    """A file before and after; `done` says what was repaired, `obstacle` why nothing could be."""

    before: str
    after: str
    done: tuple[str, ...] = ()
    obstacle: str = ""


def repair_file(content: bytes, path: str, schema: Schema | None, agreed: str = "") -> Repair:
    """Return a file of the catalogue repaired; `path` is relative to its root.

    A record's file has the schema of its kind; `agreed` is the encoding of bytes that are no UTF-8.
    """
    reading = decode_text(path, content)
    if reading.file is None and any(one.code == "binary-file" for one in reading.diagnostics):
        return Repair("", "", obstacle=reading.diagnostics[0].message)
    try:
        before = decode(content, agreed)
    except EncodingError as error:
        return Repair("", "", obstacle=str(error))
    is_yaml = path.endswith(".yml")
    steps = tuple(_steps(schema, is_yaml=is_yaml))
    done: list[str] = [] if content == before.encode() else ["text je teď v kódování UTF-8"]
    text = before
    for _ in range(_MOST_ROUNDS):
        repaired = _repair_once(text, steps, done, is_yaml=is_yaml)
        if repaired == text:
            return Repair(before, text, tuple(dict.fromkeys(done)))
        text = repaired
    return Repair(before, before, obstacle="Soubor se opravit nepodařilo, zůstává, jak byl.")


def _steps(schema: Schema | None, *, is_yaml: bool) -> Iterator[Step]:
    yield "odstraněná značka BOM", lambda text: text.removeprefix(_BOM)
    yield "konce řádků LF", signs.without_carriage_returns
    yield "odstraněné znaky, které nejsou vidět", signs.without_invisible_signs
    yield "písmena s diakritikou jako jeden znak", signs.composed
    if schema is not None:
        yield "hlavička mezi dvěma řádky ---", fields.with_whole_marks
        yield "opravený zápis hlavičky", fields.with_correct_fields
        yield "pole v pořadí podle schématu", partial(fields.in_order, schema=schema)
        yield "obyčejné mezery a spojovníky u nadpisů a seznamů", _with_plain_marks
    elif is_yaml:
        yield "opravený zápis hodnot", fields.corrected_yaml
    yield (
        "odstraněné mezery na koncích řádků",
        partial(_without_trailing_spaces, is_yaml=is_yaml),
    )
    yield "jeden konec řádku na konci souboru", signs.with_final_newline


def _repair_once(text: str, steps: Sequence[Step], done: list[str], *, is_yaml: bool) -> str:
    for said, step in steps:
        changed = step(text)
        if changed != text and _says_the_same(text, changed, is_whole=is_yaml):
            done.append(said)
            text = changed
    return text


def _says_the_same(before: str, after: str, *, is_whole: bool) -> bool:
    values = fields.read_values(before, is_whole=is_whole)
    return values is None or tidied(values) == tidied(fields.read_values(after, is_whole=is_whole))


def tidied(value: object) -> object:
    """Return a value as the catalogue takes it: texts composed, without invisible signs."""
    if isinstance(value, str):
        return tidy_text(value)
    if isinstance(value, Mapping):
        return {tidy_text(str(name)): tidied(one) for name, one in value.items()}
    if isinstance(value, list):
        return [tidied(one) for one in value]
    return value


def _with_plain_marks(text: str) -> str:
    lines = text.split("\n")
    first = fields.body_from(text)
    return "\n".join(
        (*lines[:first], *signs.with_plain_marks("\n".join(lines[first:])).split("\n"))
    )


def _without_trailing_spaces(text: str, *, is_yaml: bool) -> str:
    first = text.count("\n") + 1 if is_yaml else fields.body_from(text)
    return signs.without_trailing_spaces(text, first)
