"""Rules of one field of a schema file: known keywords, described, with limits that make sense."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from inspirace.czech import nearest
from inspirace.diagnostics import Diagnostic
from inspirace.reading.front_matter import FrontMatter
from inspirace.rules.schema_nodes import BAD_SCHEMA, SchemaNode
from inspirace.schema.fields import compile_document
from inspirace.schema.formats import FORMATS
from inspirace.schema.keywords import (
    ANNOTATIONS,
    ARRAY,
    KEYWORDS,
    OBJECT,
    TYPES,
    WHOLE_SCHEMA,
    misfit,
)

_REFERENCES = ("innovation", "method")
_LIMITS = (("minLength", "maxLength"), ("minItems", "maxItems"), ("minimum", "maximum"))
_DESCRIPTION: Mapping[str, tuple[str, str]] = {
    "x-label": ("nemá popisek", "jak se pole jmenuje česky"),
    "x-help": ("nemá nápovědu", "jednou nebo dvěma větami, co do pole psát a co ne"),
    "x-example": ("nemá příklad", "hodnotu, jakou by někdo opravdu vyplnil"),
}
_CHECK_VALUE = "Opravte hodnotu."
_ALLOWED = f"Smí se jen {', '.join(KEYWORDS)} a slova, která začínají x-."


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a field of the schema may name."""

    source: FrontMatter
    vocabularies: Collection[str]
    groups: Collection[str]

    def finding(
        self, node: SchemaNode, keyword: str, message: str, advice: str, *, at_name: bool = False
    ) -> Diagnostic:
        """Return a finding at a keyword of the node, or at the node where it has none such."""
        path = (*node.path, keyword) if keyword in node.written else node.path
        stands_at_name = at_name or keyword not in node.written
        return self.source.finding(BAD_SCHEMA, path, message, advice=advice, at_name=stands_at_name)


_Rule = Callable[[SchemaNode, Surroundings], Iterator[Diagnostic]]


def check_field(node: SchemaNode, around: Surroundings) -> Iterator[Diagnostic]:
    """Yield everything that is wrong with a field but its example and the fields below it."""
    for rule in _RULES:
        yield from rule(node, around)


def _known_keywords(node: SchemaNode, around: Surroundings) -> Iterator[Diagnostic]:
    """Every keyword is one of the small set, or an annotation that is not a misspelt one."""
    known = [*KEYWORDS, *ANNOTATIONS, *(() if node.name else WHOLE_SCHEMA)]
    for keyword in node.written:
        if keyword in known:
            continue
        meant = nearest(keyword, known)
        if keyword.startswith("x-") and not _is_misspelt(keyword, meant):
            continue
        message = f"{node.subject}: klíčové slovo „{keyword}“ katalog nezná."
        advice = f"Napište: {meant}" if meant else _ALLOWED
        if keyword == "enum":
            message = f"{node.subject}: výčet hodnot „enum“ se do schématu nepíše."
            advice = "Hodnoty dejte do slovníku a sem napište x-vocabulary s jeho názvem."
        yield around.finding(node, keyword, message, advice, at_name=True)


def _is_misspelt(annotation: str, meant: str | None) -> bool:
    """Return whether it is a known annotation but for a letter: x-label-en is another one."""
    return meant is not None and abs(len(annotation) - len(meant)) <= 1


def _known_type(node: SchemaNode, around: Surroundings) -> Iterator[Diagnostic]:
    if node.kind:
        return
    written = node.written.get("type")
    yield around.finding(
        node,
        "type",
        f"{node.subject}: druh „{written}“ katalog nezná."
        if isinstance(written, str) and written
        else f"{node.subject}: chybí druh hodnoty (type).",
        f"Vyberte z: {', '.join(f'{kind} ({czech})' for kind, czech in TYPES.items())}.",
    )


def _fitting_values(node: SchemaNode, around: Surroundings) -> Iterator[Diagnostic]:
    """Every keyword belongs to the field's type and has a value of its own kind."""
    for keyword, value in node.written.items():
        row = KEYWORDS.get(keyword) or ANNOTATIONS.get(keyword)
        told_already = value == "" and keyword in _DESCRIPTION and not node.is_item
        if row is None or told_already:
            continue
        if node.kind and node.kind not in row.types:
            yield around.finding(
                node,
                keyword,
                f"{node.subject}: „{keyword}“ k druhu {node.kind} nepatří.",
                f"Patří jen k: {', '.join(row.types)}. Změňte type, nebo řádek smažte.",
                at_name=True,
            )
        elif wrong := misfit(row.value, value):
            yield around.finding(
                node, keyword, f"{node.subject}: „{keyword}“ {wrong}.", _CHECK_VALUE
            )


def _described(node: SchemaNode, around: Surroundings) -> Iterator[Diagnostic]:
    """Every field has a label, a help and an example; an item may have them from its list."""
    if node.is_item:
        return
    needed = ("x-label", "x-help") if not node.name else tuple(_DESCRIPTION)
    for keyword in needed:
        if not node.written.get(keyword):
            lacks, what = _DESCRIPTION[keyword]
            yield around.finding(
                node, keyword, f"{node.subject} {lacks} ({keyword}).", f"Doplňte {keyword}: {what}."
            )


def _vocabulary_exists(node: SchemaNode, around: Surroundings) -> Iterator[Diagnostic]:
    name = node.text("x-vocabulary")
    if name and name not in around.vocabularies:
        meant = nearest(name, around.vocabularies)
        yield around.finding(
            node,
            "x-vocabulary",
            f"{node.subject}: slovník „{name}“ ve složce content/vocabularies není.",
            f"Napište: {meant}" if meant else "Založte ho, nebo vyberte jiný.",
        )


def _named_things_exist(node: SchemaNode, around: Surroundings) -> Iterator[Diagnostic]:
    """A format, a kind of record and a group of the form are among those that there are."""
    listed: tuple[tuple[str, str, Collection[str]], ...] = (
        ("format", "formát „{}“ katalog nezná", FORMATS),
        ("x-reference", "druh záznamu „{}“ katalog nemá", _REFERENCES),
        ("x-group", "skupina „{}“ v seznamu x-groups není", around.groups),
    )
    for keyword, fault, choices in listed:
        written = node.text(keyword)
        if written and choices and written not in choices:
            yield around.finding(
                node,
                keyword,
                f"{node.subject}: {fault.format(written)}.",
                f"Vyberte z: {', '.join(choices)}.",
            )


def _in_a_group(node: SchemaNode, around: Surroundings) -> Iterator[Diagnostic]:
    is_field_of_record = len(node.path) == len(("properties", "title"))
    if is_field_of_record and around.groups and "x-group" not in node.written:
        yield around.finding(
            node,
            "x-group",
            f"{node.subject} není v žádné skupině formuláře (x-group).",
            f"Doplňte x-group: {', '.join(around.groups)}.",
        )


def _limits_in_order(node: SchemaNode, around: Surroundings) -> Iterator[Diagnostic]:
    for lower, upper in _LIMITS:
        least, most = _number(node.text(lower)), _number(node.text(upper))
        if least is not None and most is not None and least > most:
            yield around.finding(
                node,
                lower,
                f"{node.subject}: {lower} ({node.text(lower)}) je víc"
                f" než {upper} ({node.text(upper)}); tomu nevyhoví nic.",
                "Prohoďte je, nebo jedno z čísel opravte.",
            )


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _closed_object(node: SchemaNode, around: Surroundings) -> Iterator[Diagnostic]:
    """An object has fields, each described, and takes no others."""
    if node.kind != OBJECT:
        return
    if "additionalProperties" not in node.written:
        yield around.finding(
            node,
            "additionalProperties",
            f"{node.subject}: chybí additionalProperties: false; překlep v názvu pole by prošel.",
            "Doplňte řádek additionalProperties: false.",
        )
    properties = node.written.get("properties")
    if not properties:
        yield around.finding(
            node, "properties", f"{node.subject} nemá žádná pole (properties).", "Doplňte je."
        )
    yield from _bare_fields(node, around)
    yield from _required_fields(node, around)


def _bare_fields(node: SchemaNode, around: Surroundings) -> Iterator[Diagnostic]:
    properties = node.written.get("properties")
    for name, below in properties.items() if isinstance(properties, Mapping) else ():
        if not isinstance(below, Mapping):
            yield around.source.finding(
                BAD_SCHEMA,
                (*node.path, "properties", name),
                f"{node.subject}: pole „{name}“ není popsané.",
                advice="Pod jeho název odsaďte řádky type, x-label, x-help a x-example.",
                at_name=True,
            )


def _required_fields(node: SchemaNode, around: Surroundings) -> Iterator[Diagnostic]:
    """A required field is among the fields, and is named once."""
    required, properties = node.written.get("required"), node.written.get("properties")
    if not isinstance(required, list) or not isinstance(properties, Mapping):
        return
    for position, name in enumerate(required):
        if not isinstance(name, str) or (name in properties and name not in required[:position]):
            continue
        meant = nearest(name, properties)
        fault, advice = "mezi poli není", "Smažte ho, nebo pole přidejte."
        if name in properties:
            fault, advice = "je v seznamu dvakrát", "Jednou stačí, tento řádek smažte."
        elif meant is not None:
            advice = f"Napište: {meant}"
        yield around.source.finding(
            BAD_SCHEMA,
            (*node.path, "required", position),
            f"{node.subject}: povinné pole „{name}“ {fault}.",
            advice=advice,
        )


def _array_of_something(node: SchemaNode, around: Surroundings) -> Iterator[Diagnostic]:
    if node.kind == ARRAY and "items" not in node.written:
        yield around.finding(
            node,
            "items",
            f"{node.subject}: seznam neříká, z čeho je (items).",
            "Doplňte items s druhem jedné položky.",
        )


def _pattern_compiles(node: SchemaNode, around: Surroundings) -> Iterator[Diagnostic]:
    pattern = node.text("pattern")
    try:
        compile_document({"pattern": pattern})
    except ValueError:
        yield around.finding(
            node,
            "pattern",
            f"{node.subject}: vzor „{pattern}“ není platný regulární výraz.",
            "Zkontrolujte závorky a zpětná lomítka.",
        )


_RULES: tuple[_Rule, ...] = (
    _known_keywords,
    _known_type,
    _fitting_values,
    _described,
    _vocabulary_exists,
    _named_things_exist,
    _in_a_group,
    _limits_in_order,
    _closed_object,
    _array_of_something,
    _pattern_compiles,
)
