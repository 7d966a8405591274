"""JSON Schemas of a case and of a method for other programs, with terms as enumerations.

They are made from the schemas that the check itself uses; labels and help become the standard's
titles and descriptions, our own formats become patterns that any validator knows.
"""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from inspirace.cache import digest
from inspirace.catalogue import Catalogue
from inspirace.schema.keywords import DIALECT
from inspirace.site.page import LateArtifact, Site
from inspirace.vocabularies import Vocabulary

Document = Mapping[str, Any]

VERSION = "v1"
_STANDARD: Mapping[str, str] = {
    "x-label": "title",
    "x-help": "description",
    "x-default": "default",
}
_SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
_FORMATS: Mapping[str, Mapping[str, Any]] = {
    "address": {"pattern": "^https?://"},
    "date": {"format": "date"},
    "email": {"format": "idn-email"},
    "image-file": {"pattern": f"^({_SLUG}/)*{_SLUG}\\.(jpg|png|webp)$"},
    # a year alone is a number to a common reader of YAML
    "month": {
        "type": ["string", "integer"],
        "pattern": "^[12][0-9]{3}(-(0[1-9]|1[0-2]))?$",
        "minimum": 1000,
        "maximum": 2999,
    },
    "slug": {"pattern": f"^{_SLUG}$"},
}


def schema_address(kind: str) -> str:
    """Return the permanent address of the schema of a kind, relative to the site."""
    return f"schema/{kind}/{VERSION}.json"


def build_schema_files(catalogue: Catalogue, site: Site) -> Iterator[LateArtifact]:
    """Yield the schema of each kind of record."""
    for kind, schema in catalogue.schemas.items():
        address = schema_address(kind)
        identifier = site.url + address if site.url else ""
        make = partial(_file, schema.document, catalogue.vocabularies, identifier)
        yield LateArtifact(address, make, partial(_made_from, catalogue, identifier))


def _made_from(catalogue: Catalogue, identifier: str) -> bytes:
    around = catalogue.digest_of(())
    return digest(around, identifier.encode()) if around else b""


def public_schema(
    document: Document, vocabularies: Mapping[str, Vocabulary], identifier: str = ""
) -> dict[str, Any]:
    """Return a schema's document as a standard JSON Schema.

    Without an identifier it is known by the address from which it was taken.
    """
    named = {"$id": identifier} if identifier else {}
    return {"$schema": DIALECT, **named, **_field(document, vocabularies)}


def _file(document: Document, vocabularies: Mapping[str, Vocabulary], identifier: str) -> bytes:
    schema = public_schema(document, vocabularies, identifier)
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _field(document: Document, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for keyword, value in document.items():
        if keyword == "properties":
            found[keyword] = {name: _field(one, vocabularies) for name, one in value.items()}
        elif keyword == "items":
            found[keyword] = _field(value, vocabularies)
        elif keyword == "format":
            found |= _FORMATS[value]
        elif keyword == "x-example":
            found["examples"] = [value]
        elif keyword != "$schema":
            found[_STANDARD.get(keyword, keyword)] = value
    vocabulary = vocabularies.get(document.get("x-vocabulary", ""))
    if vocabulary is not None:
        # what editors show beside each value of an enumeration
        found["enumDescriptions"] = [term.label for term in vocabulary.terms.values()]
    return found
