"""Values of an editors' file, each taken as the kind that its reader expects.

What is of another kind becomes a fault with its path, and reading goes on: one run finds all.
"""

import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from inspirace.czech import nearest

ValuePath = tuple[str | int, ...]
_Kind = TypeVar("_Kind")

# Longer numbers are no years, populations or identifiers.
_WHOLE = re.compile(r"[0-9]{1,12}")
_DECIMAL = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?")

_FLAGS: Mapping[bool, tuple[object, ...]] = {True: (True, "true"), False: (False, "false")}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a file, as a Czech sentence; `path` leads to it from the top."""

    path: ValuePath
    message: str
    advice: str = ""
    at_name: bool = False


class FaultsError(Exception):
    """A file that cannot be used, with everything that is wrong in it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults in the order of the file."""
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.message for fault in self.faults))


@dataclass(frozen=True, slots=True)
class RawMapping:
    """A mapping of a YAML file, read field by field; a missing field is empty.

    All mappings of one file share the list of `faults`; `subject` begins their sentences.
    `written_names` has the file's name of a field that is nearly named right: it is read as that
    one, so that a typo in a name is one fault and not also a missing field.
    """

    values: Mapping[str, object]
    path: ValuePath = ()
    subject: str = ""
    faults: list[Fault] = field(default_factory=list)
    written_names: dict[str, str] = field(default_factory=dict)

    def fault(self, key: str, sentence: str, advice: str = "", *, at_name: bool = False) -> None:
        """Add a fault of a field, or of the whole mapping where it does not have the field."""
        path = self.path_of(key) if self._name(key) in self.values else self.path
        message = f"{self.subject}: {sentence}" if self.subject else _capitalised(sentence)
        self.faults.append(Fault(path, message, advice, at_name))

    def raise_faults(self) -> None:
        """Raise FaultsError where anything in the file was wrong."""
        if self.faults:
            raise FaultsError(self.faults)

    def about(self, subject: str) -> "RawMapping":
        """Return the same mapping with another beginning of its sentences."""
        return RawMapping(self.values, self.path, subject, self.faults, self.written_names)

    def learn_names(self, known: Collection[str]) -> None:
        """From now on take an unknown field for the known one that is nearly called so."""
        for key in self.values:
            meant = None if key in known else nearest(key, known)
            if meant and meant not in self.values:
                self.written_names.setdefault(meant, key)

    def refuse_unknown(self, known: Collection[str]) -> None:
        """Every field is one of those known."""
        self.learn_names(known)
        for key in self.values:
            if key not in known:
                advice = self._way_out(key, known)
                self.fault(key, f"pole „{key}“ katalog nezná.", advice, at_name=True)

    def _way_out(self, key: str, known: Collection[str]) -> str:
        meant = nearest(key, known)
        if meant is None:
            return f"Smí se jen {', '.join(known)}."
        if self._name(meant) == key:
            return f"Napište: {meant}"
        return f"Pole {meant} už tu je; toto smažte, nebo obě spojte."

    def path_of(self, key: str) -> ValuePath:
        """Return the path of a field, as the file names it."""
        return (*self.path, self._name(key))

    def has(self, key: str) -> bool:
        """Return whether the field has a value."""
        return bool(self._value(key))

    def _name(self, key: str) -> str:
        return self.written_names.get(key, key)

    def _value(self, key: str) -> object:
        return self.values.get(self._name(key))

    def text(self, key: str) -> str:
        """Return the field's text without outer spaces."""
        value = self._value(key)
        return "" if value is None else self._take(key, value, _TEXT) or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the field's list of texts."""
        taken = (self._take(key, one, _LISTED_TEXT) for one in self._list(key))
        return tuple(text for text in taken if text is not None)

    def number(self, key: str) -> int | None:
        """Return the field's whole number, None where it is missing."""
        value = self._value(key)
        return None if value in (None, "") else self._take(key, value, _NUMBER)

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return the field's list of whole numbers."""
        taken = (self._take(key, one, _LISTED_NUMBER) for one in self._list(key))
        return tuple(number for number in taken if number is not None)

    def decimal(self, key: str) -> float:
        """Return the field's number, zero where it has none."""
        return self._take(key, self._value(key), _DECIMAL_NUMBER) or 0.0

    def flag(self, key: str) -> bool:
        """Return whether the field says true."""
        value = self._value(key)
        return False if value is None else self._take(key, value, _FLAG) or False

    def mappings(self, key: str) -> Iterator["RawMapping"]:
        """Yield the field's list of mappings."""
        for position, row in enumerate(self._list(key)):
            path = (*self.path_of(key), position)
            if isinstance(row, Mapping):
                yield RawMapping(row, path, self.subject, self.faults)
            else:
                message = f"{position + 1}. položka seznamu „{key}“ nemá žádná pole."
                self.faults.append(Fault(path, message, "Dejte jí řádky jako ostatním."))

    def _list(self, key: str) -> list[object]:
        value = self._value(key)
        if isinstance(value, list):
            return value
        if value not in (None, ""):
            self.fault(key, f"pole „{key}“ má být seznam.", "Každou položku pište na svůj řádek.")
        return []

    def _take(self, key: str, value: object, wanted: "_Wanted[_Kind]") -> _Kind | None:
        taken = wanted.read(value)
        if taken is None:
            self.fault(key, f"pole „{key}“ {wanted.sentence}.", wanted.advice)
        return taken


@dataclass(frozen=True, slots=True)
class _Wanted(Generic[_Kind]):
    """How a value becomes one of a kind, None where it cannot, and what is said then."""

    read: Callable[[object], _Kind | None]
    sentence: str
    advice: str


def _text(value: object) -> str | None:
    return value.strip() if isinstance(value, str) else None


def _whole(value: object) -> int | None:
    if isinstance(value, str):
        return int(value) if _WHOLE.fullmatch(value) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _decimal(value: object) -> float | None:
    if isinstance(value, str):
        return float(value) if _DECIMAL.fullmatch(value) else None
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


def _flag(value: object) -> bool | None:
    return next((flag for flag in _FLAGS if value in _FLAGS[flag]), None)


_JUST_DIGITS = "Napište jen číslice."
_TEXT = _Wanted(_text, "má být text", "Napište jednu hodnotu, ne seznam.")
_LISTED_TEXT = _Wanted(_text, "má mít v seznamu jen texty", "Každou položku pište na svůj řádek.")
_NUMBER = _Wanted(_whole, "má být celé číslo", _JUST_DIGITS)
_LISTED_NUMBER = _Wanted(_whole, "má mít v seznamu jen celá čísla", _JUST_DIGITS)
_DECIMAL_NUMBER = _Wanted(_decimal, "má být číslo s desetinnou tečkou", "Napište třeba 49.5.")
_FLAG = _Wanted(_flag, "má být true, nebo false", "Napište true (ano), nebo false (ne).")


def _capitalised(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
