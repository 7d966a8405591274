"""Kinds: a text where the schema has a text, a list where a list, fields where fields."""

import re
from collections.abc import Callable, Iterator, Mapping

from inspirace.rules.casting import tidy_text
from inspirace.rules.refusals import Refusal, Worded, quoted
from inspirace.rules.samples import sample
from inspirace.rules.terms import right_value, several_values

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)


def wrong_kind(refusal: Refusal) -> Iterator[Worded]:
    """The value is of the kind that the schema gives the field."""
    yield _BY_KIND.get(refusal.field.kind, _not_of_kind)(refusal)


def _not_a_list(refusal: Refusal) -> Worded:
    item, value, name = refusal.field.item, refusal.value, refusal.field.name
    if isinstance(value, Mapping):
        advice = f"Před první pole každé položky napište spojovník:\n{sample(name, [value])}"
        return refusal.worded("wrong-kind", "má tu být seznam a chybí jeho spojovníky.", advice)
    if item is None or item.fields:
        advice = f"Napište ji jako položku seznamu, třeba:\n{sample(name, refusal.field.example)}"
        return refusal.worded("wrong-kind", f"{quoted(value)} není seznam položek.", advice)
    several = several_values(str(value), item, refusal.vocabularies)
    if several:
        advice = f"Napište každou na svůj řádek:\n{sample(name, several)}"
        return refusal.worded(
            "comma-list", f"{quoted(value)} je víc hodnot na jednom řádku.", advice
        )
    right = right_value(str(value), refusal.vocabularies.get(item.vocabulary))
    advice = f"I jedinou hodnotu napište jako položku seznamu:\n{sample(name, [right])}"
    return refusal.worded("wrong-kind", f"{quoted(value)} není seznam.", advice)


def _not_a_text(refusal: Refusal) -> Worded:
    value = refusal.value
    if isinstance(value, Mapping):
        # `- Klub: pro seniory` looks like a field to the parser.
        text = "; ".join(f"{name}: {_flat(one)}" for name, one in value.items())
        return refusal.worded(
            "wrong-kind",
            f"{quoted(text)} není text, dvojtečka z něj udělala pole.",
            f"Dejte celý text do uvozovek: {_in_quotes(text)}",
        )
    if isinstance(value, list):
        return refusal.worded("wrong-kind", "má tu být jeden text, ne seznam.", _one_text(refusal))
    return _not_of_kind(refusal)


def _one_text(refusal: Refusal) -> str:
    texts = [_flat(one) for one in refusal.value] if isinstance(refusal.value, list) else []
    field = refusal.field
    if len(texts) > 1 and (field.vocabulary or field.format):
        return f"Nechte jen jednu hodnotu, třeba:\n{sample(field.name, texts[0])}"
    return f"Napište:\n{sample(field.name, ', '.join(texts) or field.example)}"


def _flat(value: object) -> str:
    return tidy_text(value) if isinstance(value, str) else "…"


def _in_quotes(text: str) -> str:
    return '"' + text.replace("\\", "").replace('"', "“") + '"'


def _not_an_object(refusal: Refusal) -> Worded:
    in_list = isinstance(refusal.path[-1], int)
    field = refusal.schema.field(refusal.path[:-1]) if in_list else refusal.field
    example = sample(field.name, field.example) if field else ""
    said, whole = "má tu být několik polí, ne seznam", "položka" if in_list else "pole"
    if not isinstance(refusal.value, list):
        said = f"{quoted(refusal.value)} je jen text, {whole} se tu skládá z dalších polí"
    return refusal.worded("wrong-kind", f"{said}.", f"Rozepište to, třeba:\n{example}")


def _not_a_whole_number(refusal: Refusal) -> Worded:
    if isinstance(refusal.value, list | Mapping):
        return refusal.worded("wrong-kind", "má tu být jedno celé číslo.", _number_example(refusal))
    years = _YEAR.findall(str(refusal.value))
    advice = f"Napište: {years[0]}" if len(years) == 1 else _number_example(refusal)
    return refusal.told("wrong-kind", "not-whole", advice, value=quoted(refusal.value))


def _number_example(refusal: Refusal) -> str:
    return f"Napište ho jen číslicemi, třeba {refusal.field.example}."


def _not_a_number(refusal: Refusal) -> Worded:
    advice = f"Napište číslo s desetinnou tečkou, třeba {refusal.field.example}."
    return refusal.worded("wrong-kind", "má tu být číslo.", advice)


def _not_a_truth_value(refusal: Refusal) -> Worded:
    return refusal.worded("wrong-kind", "má tu být ano, nebo ne.", "Napište true, nebo false.")


def _not_of_kind(refusal: Refusal) -> Worded:
    return refusal.worded("wrong-kind", "hodnota je jiného druhu, než má být.", refusal.field.help)


_BY_KIND: Mapping[str, Callable[[Refusal], Worded]] = {
    "array": _not_a_list,
    "string": _not_a_text,
    "object": _not_an_object,
    "integer": _not_a_whole_number,
    "number": _not_a_number,
    "boolean": _not_a_truth_value,
}
