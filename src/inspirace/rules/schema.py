"""Rules of the schema files: every field, group, section and example, in one run."""

from collections.abc import Iterator, Mapping
from itertools import chain

from inspirace.diagnostics import Diagnostic
from inspirace.reading.front_matter import FrontMatter
from inspirace.rules.schema_examples import check_examples
from inspirace.rules.schema_fields import Surroundings, check_field
from inspirace.rules.schema_nodes import SchemaNode, walk
from inspirace.rules.schema_sections import check_groups, check_sections, group_ids
from inspirace.schema.keywords import DIALECT, OBJECT
from inspirace.vocabularies import Vocabulary


def check_schema(
    source: FrontMatter, vocabularies: Mapping[str, Vocabulary]
) -> Iterator[Diagnostic]:
    """Yield everything that is wrong with a schema file."""
    around = Surroundings(source, vocabularies, group_ids(source))
    root = SchemaNode((), "", source.values)
    found = {node: tuple(check_field(node, around)) for node in walk(root)}
    yield from _check_top(root, around)
    yield from chain.from_iterable(found.values())
    yield from check_groups(source)
    yield from check_sections(source)
    wrong = [node.path for node in found if found[node]]
    good = (node for node in found if node.name and not any(map(node.contains, wrong)))
    yield from check_examples(source, good, vocabularies)


def _check_top(root: SchemaNode, around: Surroundings) -> Iterator[Diagnostic]:
    if root.kind not in ("", OBJECT):
        yield around.finding(
            root, "type", "Celé schéma popisuje hlavičku, a ta má pole.", "Napište type: object."
        )
    if "$schema" in root.written and root.text("$schema") != DIALECT:
        yield around.finding(
            root, "$schema", "Schémata jsou psaná v JSON Schema 2020-12.", f"Napište {DIALECT}."
        )
