"""Samples: how a value is written in a front matter, for the help of a finding."""

from collections.abc import Mapping

import yaml


class _SampleDumper(yaml.SafeDumper):
    """Writes lists indented below their field, and every scalar as people would."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's signature
        super().increase_indent(flow, indentless=False)


# The front matter is read without resolving: 2019 and 2019-03 need no quotes.
_SampleDumper.yaml_implicit_resolvers = {}


def sample(name: str, value: object) -> str:
    """Return the lines to write for a field: `topics:` and below it `  - zdravi`."""
    return _dump({name: _as_texts(value)}, flow=False)


def sample_item(value: object) -> str:
    """Return the line of a list's item on one row: `- {municipality: Mokré, country: CZ}`."""
    return f"- {_dump(_as_texts(value), flow=True)}"


def _dump(value: object, *, flow: bool) -> str:
    text = yaml.dump(
        value,
        Dumper=_SampleDumper,
        allow_unicode=True,
        default_flow_style=flow,
        sort_keys=False,
        width=float("inf"),
    )
    return str(text).removesuffix("\n")


def _as_texts(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(name): _as_texts(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_as_texts(one) for one in value]
    return str(value)
