"""The files themselves, by their paths below the root."""

import json
from collections.abc import Mapping

from inspirace.editor.schemas import (
    officialese_schema,
    places_schema,
    schema_schema,
    trails_schema,
    vocabulary_schema,
)
from inspirace.editor.snippets import snippets
from inspirace.editor.tasks import extensions, settings, tasks
from inspirace.schema.fields import Schema


def editor_support(schemas: Mapping[str, Schema]) -> Mapping[str, str]:
    """Return the text of each file by its path."""
    documents: Mapping[str, Mapping[str, object]] = {
        "tasks.json": tasks(),
        "settings.json": settings(),
        "extensions.json": extensions(),
        "inspirace.code-snippets": snippets(schemas),
        "schemas/vocabulary.json": vocabulary_schema(),
        "schemas/places.json": places_schema(),
        "schemas/trails.json": trails_schema(),
        "schemas/officialese.json": officialese_schema(),
        "schemas/schema.json": schema_schema(),
    }
    return {
        f".vscode/{path}": json.dumps(document, ensure_ascii=False, indent=2) + "\n"
        for path, document in documents.items()
    }
