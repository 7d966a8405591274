"""Values of a loaded YAML mapping, each taken as the kind that its reader expects."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass


class RawValueError(Exception):
    """A value of another kind than expected, said in Czech."""


@dataclass(frozen=True, slots=True)
class RawMapping:
    """A mapping of a YAML file, read field by field; a missing field is empty."""

    values: Mapping[str, object]

    def refuse_unknown(self, known: Collection[str]) -> None:
        """Every field is one of those known."""
        for key in self.values:
            if key not in known:
                raise RawValueError(f"Neznámé pole „{key}“.")

    def text(self, key: str) -> str:
        """Return the field's text without outer spaces."""
        return _text(self.values.get(key), key)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the field's list of texts."""
        return tuple(_text(value, key) for value in self._list(key))

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return the field's list of whole numbers."""
        return tuple(_whole_number(value, key) for value in self._list(key))

    def number(self, key: str) -> int | None:
        """Return the field's whole number, None where it is missing."""
        value = self.values.get(key)
        return None if value is None else _whole_number(value, key)

    def decimal(self, key: str) -> float:
        """Return the field's number; a place without it has no position."""
        value = self.values.get(key)
        try:
            if isinstance(value, str | int | float) and not isinstance(value, bool):
                return float(value)
        except ValueError:
            pass
        raise RawValueError(f"Pole „{key}“ má být číslo s desetinnou tečkou.")

    def flag(self, key: str) -> bool:
        """Return whether the field says true."""
        value = self.values.get(key, False)
        if value in (True, "true"):
            return True
        if value in (False, "false"):
            return False
        raise RawValueError(f"Pole „{key}“ má být true, nebo false.")

    def mappings(self, key: str) -> tuple["RawMapping", ...]:
        """Return the field's list of mappings."""
        rows = self._list(key)
        for position, row in enumerate(rows, start=1):
            if not isinstance(row, Mapping):
                raise RawValueError(f"Položka č. {position} seznamu „{key}“ nemá žádná pole.")
        return tuple(RawMapping(row) for row in rows if isinstance(row, Mapping))

    def _list(self, key: str) -> list[object]:
        value = self.values.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise RawValueError(f"Pole „{key}“ má být seznam.")
        return value


def _text(value: object, key: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise RawValueError(f"Pole „{key}“ má být text; dejte ho do uvozovek.")
    return value.strip()


def _whole_number(value: object, key: str) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise RawValueError(f"Pole „{key}“ má být celé číslo.")
