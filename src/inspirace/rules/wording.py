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
from inspirace.sentences import sentence

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
        message=sentence("empty-value", said=f"Pole {field_label(schema, path)}"),
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
        message=sentence(
            "bad-character", said=f"Pole {field_label(schema, path)}", sign=f"{ord(sign):04X}"
        ),
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
    length = counted(len(str(refusal.value)), *_SIGNS)
    yield refusal.told(
        "too-short", "text-too-short", refusal.field.help, length=length, limit=refusal.limit
    )


def too_long(refusal: Refusal) -> Iterator[Worded]:
    """A text is not longer than the schema allows."""
    length, limit = len(str(refusal.value)), _whole(refusal.limit)
    yield refusal.told(
        "too-long",
        "text-too-long",
        sentence("shorten", length=counted(length - limit, *_SIGNS)),
        length=counted(length, *_SIGNS),
        limit=number(limit),
    )


def too_few(refusal: Refusal) -> Iterator[Worded]:
    """A list has as many items as the schema asks."""
    count = len(refusal.value) if isinstance(refusal.value, list) else 0
    drop = "" if refusal.field.required else " Nebo celé pole smažte."
    yield refusal.told(
        "too-few",
        "list-too-short" if count else "list-empty",
        f"{refusal.field.help}{drop}",
        length=counted(count, *_ITEMS),
        limit=refusal.limit,
    )


def too_many(refusal: Refusal) -> Iterator[Worded]:
    """A list has no more items than the schema allows."""
    count = len(refusal.value) if isinstance(refusal.value, list) else 0
    yield refusal.told(
        "too-many",
        "list-too-long",
        f"Nechte jen ty nejdůležitější. {refusal.field.help}",
        length=counted(count, *_ITEMS),
        limit=refusal.limit,
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
                message=sentence("repeated-item", said=refusal.said, value=said),
                advice="Smažte tuto položku i se spojovníkem.",
            )
        seen.append(item)


def too_small(refusal: Refusal) -> Iterator[Worded]:
    """A number is not below the schema's least one."""
    yield refusal.told(
        "out-of-range",
        "too-small",
        refusal.field.help,
        value=refusal.value,
        limit=refusal.limit,
    )


def too_great(refusal: Refusal) -> Iterator[Worded]:
    """A number is not above the schema's greatest one."""
    yield refusal.told(
        "out-of-range",
        "too-great",
        refusal.field.help,
        value=refusal.value,
        limit=refusal.limit,
    )


def bad_format(refusal: Refusal) -> Iterator[Worded]:
    """A text is written in the form that its field asks for."""
    yield from FORMAT_WORDINGS[str(refusal.limit)](refusal)


def other_form(refusal: Refusal) -> Iterator[Worded]:
    """A text fits the schema's pattern."""
    advice = f"Napište ho třeba takto: {refusal.field.example}"
    yield refusal.told("wrong-kind", "other-form", advice, value=quoted(refusal.value))


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
