"""Refusals: one value that the schema refuses, and the finding that is worded from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from inspirace.reading.front_matter import FieldPath
from inspirace.schema.fields import Field, Schema
from inspirace.sentences import sentence
from inspirace.vocabularies import Vocabulary

_LONGEST_QUOTE = 80
_UNDESCRIBED = Field(name="", label="", help="", example="", kind="")


@dataclass(frozen=True, slots=True)
class Worded:
    """A finding before it has its place; `path` has the schema's names."""

    code: str
    path: FieldPath
    message: str
    advice: str = ""
    at_name: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A value that breaks one keyword of the schema; `limit` is what the keyword asks for."""

    path: FieldPath
    value: object
    limit: object
    schema: Schema
    vocabularies: Mapping[str, Vocabulary]

    @property
    def field(self) -> Field:
        """Return the field that the value belongs to."""
        return self.schema.field(self.path) or _UNDESCRIBED

    @property
    def vocabulary(self) -> Vocabulary | None:
        """Return the vocabulary that the value should be from."""
        return self.vocabularies.get(self.field.vocabulary)

    @property
    def said(self) -> str:
        """Return the field as messages name it: „Pole „Adresa zdroje“ (položka 2)“."""
        return f"Pole {field_label(self.schema, self.path)}"

    def told(self, code: str, name: str, advice: str, **places: object) -> Worded:
        """Return the finding about the value itself, in the sentence of this name."""
        return Worded(code, self.path, sentence(name, said=self.said, **places), advice)

    def worded(self, code: str, message: str, advice: str = "") -> Worded:
        """Return the finding about the value itself, in a sentence of its own."""
        return Worded(code, self.path, f"{self.said}: {message}", advice)


def field_label(schema: Schema, path: FieldPath) -> str:
    """Return the Czech label of a field, with the number of the list's item it stands in."""
    label, number = "", ""
    for length, step in enumerate(path, start=1):
        field = schema.field(path[:length]) or _UNDESCRIBED
        if isinstance(step, str):
            label = field.label or step
        elif not field.vocabulary and not field.format:
            # A message about a term quotes it; the line alone would not tell long texts apart.
            number = f" (položka {step + 1})"
    return f"„{label}“{number}"


def quoted(value: object) -> str:
    """Return the value in Czech quotes, a long one without its end."""
    text = str(value)
    if len(text) > _LONGEST_QUOTE:
        text = f"{text[:_LONGEST_QUOTE].rstrip()}…"
    return f"„{text}“"
