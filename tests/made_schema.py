"""A small schema file made for tests, whole and valid unless a test writes a place otherwise."""

from collections.abc import Mapping

from inspirace.diagnostics import Diagnostic
from inspirace.reading.front_matter import parse_yaml
from inspirace.reading.text_file import TextFile
from inspirace.schema.fields import Schema
from inspirace.schema.reader import parse_schema
from inspirace.vocabularies import Vocabulary
from inspirace.vocabulary_reader import parse_vocabulary

SMALL = """\
x-label: Případ
x-help: Jedna služba.
x-groups:
  - id: basics
    label: O čem to je
type: object
additionalProperties: false
required:
  - title
properties:
  title:
    type: string
    minLength: 5
    maxLength: 90
    x-label: Název
    x-help: Co to je.
    x-example: Čtení s pejsky
    x-group: basics
    x-facet: nazev
  topics:
    type: array
    minItems: 1
    x-label: Témata
    x-help: Čeho se to týká.
    x-example:
      - zdravi
    x-group: basics
    items:
      type: string
      x-vocabulary: topics
  sources:
    type: array
    x-label: Zdroje
    x-help: Odkud to víme.
    x-example:
      - url: https://example.org/
        year: 2019
    x-group: basics
    x-editorial: true
    items:
      type: object
      additionalProperties: false
      required:
        - url
      x-label: Zdroj
      properties:
        url:
          type: string
          format: address
          x-label: Adresa
          x-help: Celá adresa.
          x-example: https://example.org/
        year:
          type: integer
          minimum: 1800
          maximum: 2100
          x-label: Rok
          x-help: Rok vydání.
          x-example: 2019
x-sections:
  - id: need
    label: Potřeba
    help: Co lidem chybělo.
    example: Lidem chybělo místo.
    required: true
    minLength: 5
    maxLength: 100
"""


def make_vocabularies() -> Mapping[str, Vocabulary]:
    raw = {"title": "Témata", "terms": [{"id": "zdravi", "label": "zdraví"}]}
    return {"topics": parse_vocabulary("topics", raw)}


def replaced(old: str, new: str) -> str:
    """Return the small schema with one place of it written otherwise."""
    assert SMALL.count(old) == 1
    return SMALL.replace(old, new)


def read_schema(text: str) -> tuple[Schema | None, tuple[Diagnostic, ...]]:
    """Read a schema file against one small vocabulary."""
    source, faults = parse_yaml(TextFile("content/schema/innovation.yml", text))
    assert source is not None
    assert faults == ()
    return parse_schema("innovation", source, make_vocabularies())
