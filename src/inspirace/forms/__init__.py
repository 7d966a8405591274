"""Forms: the questions of a record, from the schema."""
