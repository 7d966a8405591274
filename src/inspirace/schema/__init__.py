"""The schema: fields and sections of a record, as the schema files describe them."""
