"""Names of fields: each is one that the schema knows, and the required ones are there."""

from collections.abc import Iterator, Mapping
from itertools import islice

from inspirace.diagnostics import MOST_FINDINGS
from inspirace.reading.front_matter import FieldPath
from inspirace.rules.casting import nearest_field
from inspirace.rules.refusals import Refusal, Worded, field_label
from inspirace.rules.samples import sample
from inspirace.schema.fields import Field, Schema
from inspirace.sentences import sentence


def misnamed_field(path: FieldPath, written: str, schema: Schema) -> Worded:
    """Return the finding about a name that is nearly one of the schema's."""
    right, field = path[-1], schema.field(path)
    return Worded(
        code="unknown-field",
        path=path,
        message=f"Pole „{written}“ katalog nezná.",
        advice=f"Napište: {right} (pole „{field.label if field else right}“)",
        at_name=True,
    )


def unknown_field(refusal: Refusal) -> Iterator[Worded]:
    """Every field is one of the schema's."""
    fields = refusal.field.fields if refusal.path else refusal.schema.fields
    written = refusal.value if isinstance(refusal.value, Mapping) else {}
    unexpected = refusal.limit if isinstance(refusal.limit, list) else []
    for name in islice(unexpected, MOST_FINDINGS + 1):
        yield Worded(
            code="unknown-field",
            path=(*refusal.path, name),
            message=f"Pole „{name}“ katalog nezná.",
            advice=_way_out(name, written, fields, refusal.schema),
            at_name=True,
        )


def _way_out(
    name: str, written: Mapping[str, object], fields: Mapping[str, Field], schema: Schema
) -> str:
    owners = [owner for owner in schema.fields.values() if name in _inner_fields(owner)]
    if owners and fields is schema.fields:
        owner = next((one for one in owners if one.name in written), owners[0])
        return f"Patří do pole „{owner.label}“: napište ho pod řádek {owner.name}: a odsaďte."
    if name in schema.fields and fields is not schema.fields:
        return "Nepatří sem: napište ho až pod tuto část, od začátku řádku, bez odsazení."
    nearest = nearest_field(name, fields)
    if nearest:
        return f"Pole {nearest} už tu je; toto smažte, nebo obě spojte."
    if fields is schema.fields:
        return "Smažte ho, nebo údaj napište do textu pod hlavičkou."
    return f"Smažte ho. Sem patří jen: {', '.join(fields)}."


def _inner_fields(owner: Field) -> Mapping[str, Field]:
    return owner.item.fields if owner.item else owner.fields


def missing_field(refusal: Refusal) -> Iterator[Worded]:
    """A field that the schema requires is there."""
    name = str(refusal.limit)
    path = (*refusal.path, name)
    field = refusal.schema.field(path)
    example = sample(name, field.example if field else "")
    yield Worded(
        code="missing-field",
        path=path,
        message=sentence("missing-field", label=field_label(refusal.schema, path)),
        advice=f"Doplňte ho, třeba:\n{example}",
    )
