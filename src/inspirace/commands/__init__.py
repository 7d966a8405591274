"""Subcommands: each module has DESCRIPTION, `add_arguments(parser)` and a `run` that prints."""
