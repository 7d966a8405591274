"""Rules of the schema files: known keywords only, every field described, limits that make sense."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from inspirace.czech import nearest
from inspirace.diagnostics import Diagnostic
from inspirace.formats import FORMATS
from inspirace.front_matter import FrontMatter
from inspirace.rules.schema_examples import check_examples
from inspirace.rules.schema_nodes import BAD_SCHEMA, SchemaNode, walk
from inspirace.rules.schema_sections import check_groups, check_sections, group_ids
from inspirace.schema import compile_document
from inspirace.schema_keywords import (
    ANNOTATIONS,
    ARRAY,
    DIALECT,
    KEYWORDS,
    OBJECT,
    TYPES,
    WHOLE_SCHEMA,
    misfit,
)
from inspirace.vocabularies import Vocabulary

_REFERENCES = ("innovation", "method")
_LIMITS = (("minLength", "maxLength"), ("minItems", "maxItems"), ("minimum", "maximum"))
_DESCRIPTION: Mapping[str, tuple[str, str]] = {
    "x-label": ("nemá popisek", "jak se pole jmenuje česky"),
    "x-help": ("nemá nápovědu", "jedna nebo dvě věty, co do pole psát a co ne"),
    "x-example": ("nemá příklad", "hodnota, jak by ji někdo opravdu vyplnil"),
}


@dataclass(frozen=True, slots=True)
class _Surroundings:
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


_Rule = Callable[[SchemaNode, _Surroundings], Iterator[Diagnostic]]


def check_schema(
    source: FrontMatter, vocabularies: Mapping[str, Vocabulary]
) -> Iterator[Diagnostic]:
    """Yield everything that is wrong with a schema file."""
    around = _Surroundings(source, vocabularies, group_ids(source))
    root = SchemaNode((), "", source.values)
    found = {node: tuple(_check_node(node, around)) for node in walk(root)}
    yield from _check_root(root, around)
    yield from chain.from_iterable(found.values())
    yield from check_groups(source)
    yield from check_sections(source)
    wrong = [node.path for node in found if found[node]]
    good = (node for node in found if node.name and not any(map(node.contains, wrong)))
    yield from check_examples(source, good, vocabularies)


def _check_node(node: SchemaNode, around: _Surroundings) -> Iterator[Diagnostic]:
    for rule in _RULES:
        yield from rule(node, around)


def _check_root(root: SchemaNode, around: _Surroundings) -> Iterator[Diagnostic]:
    if root.kind not in ("", OBJECT):
        yield around.finding(
            root, "type", "Celé schéma popisuje hlavičku, a ta má pole.", "Napište type: object."
        )
    if "$schema" in root.written and root.text("$schema") != DIALECT:
        yield around.finding(
            root, "$schema", "Schémata jsou psaná v JSON Schema 2020-12.", f"Napište {DIALECT}."
        )


def _known_keywords(node: SchemaNode, around: _Surroundings) -> Iterator[Diagnostic]:
    """Every keyword is one of the small set, or begins with x-."""
    known = [*KEYWORDS, *ANNOTATIONS, *(() if node.name else WHOLE_SCHEMA)]
    for keyword in node.written:
        if keyword in known:
            continue
        meant = nearest(keyword, known)
        if keyword == "enum":
            yield around.finding(
                node,
                keyword,
                f"{node.subject}: výčet hodnot „enum“ se do schématu nepíše.",
                "Hodnoty dejte do slovníku a sem napište x-vocabulary s jeho názvem.",
                at_name=True,
            )
        elif meant is not None or not keyword.startswith("x-"):
            advice = (
                f"Napište: {meant}"
                if meant is not None
                else f"Smí se jen {', '.join(KEYWORDS)} a slova, která začínají x-."
            )
            yield around.finding(
                node,
                keyword,
                f"{node.subject}: klíčové slovo „{keyword}“ katalog nezná.",
                advice,
                at_name=True,
            )


def _known_type(node: SchemaNode, around: _Surroundings) -> Iterator[Diagnostic]:
    if node.kind:
        return
    written = node.written.get("type")
    yield around.finding(
        node,
        "type",
        f"{node.subject}: druh „{written}“ katalog nezná."
        if isinstance(written, str) and written
        else f"{node.subject}: chybí druh hodnoty (type).",
        f"Napište jeden z druhů: {', '.join(TYPES)}.",
    )


def _fitting_values(node: SchemaNode, around: _Surroundings) -> Iterator[Diagnostic]:
    """Every keyword belongs to the field's type and has a value of its own kind."""
    for keyword, value in node.written.items():
        row = KEYWORDS.get(keyword) or ANNOTATIONS.get(keyword)
        if row is None:
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
            yield around.finding(node, keyword, f"{node.subject}: „{keyword}“ {wrong}.", "")


def _described(node: SchemaNode, around: _Surroundings) -> Iterator[Diagnostic]:
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


def _vocabulary_exists(node: SchemaNode, around: _Surroundings) -> Iterator[Diagnostic]:
    name = node.text("x-vocabulary")
    if name and name not in around.vocabularies:
        meant = nearest(name, around.vocabularies)
        yield around.finding(
            node,
            "x-vocabulary",
            f"{node.subject}: slovník „{name}“ ve složce content/vocabularies není.",
            f"Napište: {meant}" if meant else "Založte ho, nebo vyberte jiný.",
        )


def _named_things_exist(node: SchemaNode, around: _Surroundings) -> Iterator[Diagnostic]:
    """A format, a kind of record and a group of the form are among those that there are."""
    listed: tuple[tuple[str, str, Iterable[str]], ...] = (
        ("format", "takový formát katalog nezná", FORMATS),
        ("x-reference", "takový druh záznamu katalog nemá", _REFERENCES),
        ("x-group", "taková skupina v seznamu x-groups není", around.groups),
    )
    for keyword, fault, choices in listed:
        written = node.text(keyword)
        if written and written not in choices:
            yield around.finding(
                node,
                keyword,
                f"{node.subject}: „{written}“ – {fault}.",
                f"Vyberte z: {', '.join(choices)}.",
            )


def _in_a_group(node: SchemaNode, around: _Surroundings) -> Iterator[Diagnostic]:
    is_field_of_record = len(node.path) == len(("properties", "title"))
    if is_field_of_record and not node.written.get("x-group"):
        yield around.finding(
            node,
            "x-group",
            f"{node.subject} není v žádné skupině formuláře (x-group).",
            f"Doplňte x-group: {', '.join(around.groups)}.",
        )


def _limits_in_order(node: SchemaNode, around: _Surroundings) -> Iterator[Diagnostic]:
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


def _closed_object(node: SchemaNode, around: _Surroundings) -> Iterator[Diagnostic]:
    """An object has fields, says which are required among them, and takes no others."""
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
    required = node.written.get("required")
    for position, name in enumerate(required if isinstance(required, list) else ()):
        if isinstance(properties, Mapping) and name not in properties:
            meant = nearest(str(name), properties)
            yield around.source.finding(
                BAD_SCHEMA,
                (*node.path, "required", position),
                f"{node.subject}: povinné pole „{name}“ mezi poli není.",
                advice=f"Napište: {meant}" if meant else "Smažte ho, nebo pole přidejte.",
            )


def _array_of_something(node: SchemaNode, around: _Surroundings) -> Iterator[Diagnostic]:
    if node.kind == ARRAY and "items" not in node.written:
        yield around.finding(
            node,
            "items",
            f"{node.subject}: seznam neříká, z čeho je (items).",
            "Doplňte items s druhem jedné položky.",
        )


def _pattern_compiles(node: SchemaNode, around: _Surroundings) -> Iterator[Diagnostic]:
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
