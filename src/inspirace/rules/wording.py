"""Wording: one row for each keyword of the schema, from its error to findings in Czech."""

from collections.abc import Callable, Iterator, Mapping

from inspirace.czech import counted, number
from inspirace.reading.front_matter import FieldPath
from inspirace.rules.addresses import FORMAT_WORDINGS
from inspirace.rules.kinds import wrong_kind
from inspirace.rules.names import missing_field, unknown_field
from inspirace.rules.refusals import Refusal, Worded, field_label, quoted
from inspirace.rules.terms import unknown_term
from inspirace.schema.fields import Field, Schema

Wording = Callable[[Refusal], Iterator[Worded]]

_SIGNS = ("znak", "znaky", "znaků")
_ITEMS = ("položku", "položky", "položek")


def empty_value(schema: Schema, path: FieldPath) -> Worded:
    """Return the finding about a field without a value."""
    field = schema.field(path)
    inside_list = isinstance(path[-1], int)
    return Worded(
        code="empty-value",
        path=path,
        message=f"Pole {field_label(schema, path)}: hodnota chybí.",
        advice=_fill_in(field, inside_list=inside_list),
    )


def _fill_in(field: Field | None, *, inside_list: bool) -> str:
    if inside_list:
        return "Doplňte ji, nebo celou položku i se spojovníkem smažte."
    if field is not None and field.required:
        return f"Doplňte ji. {field.help}"
    return "Doplňte ji, nebo celé pole smažte."


def unprintable(schema: Schema, path: FieldPath, sign: str) -> Worded:
    """Return the finding about a sign that does not show."""
    return Worded(
        code="bad-character",
        path=path,
        message=f"Pole {field_label(schema, path)}: je tu znak U+{ord(sign):04X},"
        " který není vidět nebo se nepřečetl.",
        advice="Přepište text ručně, nebo ho zkopírujte přes obyčejný textový editor.",
    )


def endless_list(schema: Schema, path: FieldPath, count: int) -> Worded:
    """Return the finding about a list that is not even looked through."""
    return Worded(
        code="too-many",
        path=path,
        message=f"Pole {field_label(schema, path)}: seznam má {counted(count, *_ITEMS)}.",
        advice="Tolik jich žádný případ nepotřebuje; nechte jen ty podstatné.",
    )


def too_short(refusal: Refusal) -> Iterator[Worded]:
    """A text is as long as the schema asks."""
    length = len(str(refusal.value))
    yield refusal.worded(
        "too-short",
        f"text má {counted(length, *_SIGNS)}, nejméně jich má být {refusal.limit}.",
        refusal.field.help,
    )


def too_long(refusal: Refusal) -> Iterator[Worded]:
    """A text is not longer than the schema allows."""
    length, limit = len(str(refusal.value)), _whole(refusal.limit)
    yield refusal.worded(
        "too-long",
        f"text má {counted(length, *_SIGNS)}, nejvýš jich může být {number(limit)}.",
        f"Zkraťte ho o {counted(length - limit, *_SIGNS)}.",
    )


def too_few(refusal: Refusal) -> Iterator[Worded]:
    """A list has as many items as the schema asks."""
    count = len(refusal.value) if isinstance(refusal.value, list) else 0
    has = f"seznam má {counted(count, *_ITEMS)}" if count else "seznam je prázdný"
    drop = "" if refusal.field.required else " Nebo celé pole smažte."
    yield refusal.worded(
        "too-few",
        f"{has}, položek má být nejméně {refusal.limit}.",
        f"{refusal.field.help}{drop}",
    )


def too_many(refusal: Refusal) -> Iterator[Worded]:
    """A list has no more items than the schema allows."""
    count = len(refusal.value) if isinstance(refusal.value, list) else 0
    yield refusal.worded(
        "too-many",
        f"seznam má {counted(count, *_ITEMS)}, nejvýš jich může být {refusal.limit}.",
        f"Nechte jen ty nejdůležitější. {refusal.field.help}",
    )


def repeated_item(refusal: Refusal) -> Iterator[Worded]:
    """An item is in its list once."""
    items = refusal.value if isinstance(refusal.value, list) else []
    seen: list[object] = []
    for index, item in enumerate(items):
        if item in seen:
            said = quoted(item) if isinstance(item, str) else f"položka {index + 1}"
            yield Worded(
                code="repeated-item",
                path=(*refusal.path, index),
                message=f"{refusal.said}: {said} už v seznamu je.",
                advice="Smažte tuto položku i se spojovníkem.",
            )
        seen.append(item)


def too_small(refusal: Refusal) -> Iterator[Worded]:
    """A number is not below the schema's least one."""
    yield refusal.worded(
        "out-of-range",
        f"{refusal.value} je příliš málo, nejmenší možná hodnota je {refusal.limit}.",
        refusal.field.help,
    )


def too_great(refusal: Refusal) -> Iterator[Worded]:
    """A number is not above the schema's greatest one."""
    yield refusal.worded(
        "out-of-range",
        f"{refusal.value} je příliš mnoho, největší možná hodnota je {refusal.limit}.",
        refusal.field.help,
    )


def bad_format(refusal: Refusal) -> Iterator[Worded]:
    """A text is written in the form that its field asks for."""
    yield from FORMAT_WORDINGS[str(refusal.limit)](refusal)


def other_form(refusal: Refusal) -> Iterator[Worded]:
    """A text fits the schema's pattern."""
    yield refusal.worded(
        "wrong-kind",
        f"{quoted(refusal.value)} má jinou podobu, než má mít.",
        f"Napište ho třeba takto: {refusal.field.example}",
    )


def _whole(limit: object) -> int:
    return limit if isinstance(limit, int) else 0


# In the order of causes: of several errors of one value, the first row is told.
WORDED: Mapping[str, tuple[str, Wording]] = {
    "type": ("types", wrong_kind),
    "additionalProperties": ("unexpected", unknown_field),
    "required": ("property", missing_field),
    "enum": ("options", unknown_term),
    "format": ("format", bad_format),
    "pattern": ("pattern", other_form),
    "minLength": ("limit", too_short),
    "maxLength": ("limit", too_long),
    "minimum": ("limit", too_small),
    "maximum": ("limit", too_great),
    "minItems": ("limit", too_few),
    "maxItems": ("limit", too_many),
    "uniqueItems": ("", repeated_item),
}
