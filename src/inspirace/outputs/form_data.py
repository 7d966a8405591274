"""What the form's scripts read beside the page: the schema of each kind, and what there is already.

`pridat/innovation.json` is what `forms/form_schema.py` describes, and `known`: slugs that are
taken by kind, former ones too, and the slugs of records by folded title.
"""

import json
from collections.abc import Iterator, Mapping

from inspirace.catalogue import Catalogue
from inspirace.czech import fold
from inspirace.forms.form_schema import form_schema
from inspirace.records import Record
from inspirace.site.page import Artifact
from inspirace.views.addresses import ADD


def build_form_data(catalogue: Catalogue) -> Iterator[Artifact]:
    """Yield the file of each kind of record."""
    records: Mapping[str, Mapping[str, Record]] = {
        "innovation": catalogue.innovations,
        "method": catalogue.methods,
    }
    former = [alias for one in catalogue.innovations.values() for alias in one.aliases]
    slugs = {
        "innovation": sorted({*catalogue.innovations, *former}),
        "method": sorted(catalogue.methods),
    }
    for kind, schema in catalogue.schemas.items():
        told = form_schema(schema, catalogue.vocabularies)
        titles = {fold(one.title): slug for slug, one in records[kind].items()}
        told["known"] = {"slugs": slugs, "titles": titles}
        content = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        yield Artifact(f"{ADD}{kind}.json", content.encode())
