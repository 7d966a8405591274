"""Features of YAML that the catalogue has no use for, and texts that only look like one."""

from collections.abc import Container, Iterator

from yaml.events import AliasEvent, NodeEvent, ScalarEvent

from inspirace.reading.yaml_text import structure_faults, value_faults
from inspirace.reading.yaml_text.faults import Fault
from inspirace.reading.yaml_text.line_checks import Lines
from inspirace.reading.yaml_text.lines import read_entry
from inspirace.reading.yaml_text.tree import Tree, start_of

_MERGE = "<<"
_STANDARD_TAG = "tag:yaml.org,2002:"


def find_features(tree: Tree, lines: Lines) -> Iterator[Fault]:
    """Yield every anchor, alias, tag and merged field of the tree."""
    for event in tree.name_events.values():
        if is_feature(event):
            yield _feature(event)
    values = [event for event in tree.value_events.values() if is_feature(event)]
    named = {event.anchor for event in values if not isinstance(event, AliasEvent)}
    repeated = {event.anchor for event in values if isinstance(event, AliasEvent)}
    for event in values:
        yield _feature(event) if _is_meant(event, named, repeated) else _text(event, lines)


def is_feature(event: NodeEvent) -> bool:
    """Return whether the name or value is more than a text, a list or a group of fields."""
    return event.anchor is not None or bool(_tag(event)) or _is_merge(event)


def _tag(event: NodeEvent) -> str:
    return getattr(event, "tag", None) or ""


def _is_merge(event: NodeEvent) -> bool:
    return isinstance(event, ScalarEvent) and event.value == _MERGE and not event.style


def _is_meant(event: NodeEvent, named: Container[object], repeated: Container[object]) -> bool:
    """Return whether the writer meant a feature; else a text only begins like one."""
    if isinstance(event, AliasEvent):
        return event.anchor in named
    if not isinstance(event, ScalarEvent) or event.style:
        return True
    return event.anchor in repeated or _tag(event).startswith(_STANDARD_TAG)


def _feature(event: NodeEvent) -> Fault:
    line, column = start_of(event)
    message, advice = _said(event)
    return structure_faults.feature(
        line, column, f"{message} Katalog takové značky nepoužívá.", advice
    )


def _said(event: NodeEvent) -> tuple[str, str]:
    """Return what the feature does and what to write instead."""
    if isinstance(event, AliasEvent):
        return f"Značka *{event.anchor} opakuje hodnotu odjinud.", "Napište sem hodnotu celou."
    if event.anchor is not None:
        return f"Značka &{event.anchor} pojmenovává hodnotu pro opakování.", "Značku smažte."
    if _is_merge(event):
        return f"Značka {_MERGE} přebírá pole odjinud.", "Napište sem pole celá."
    tag = _tag(event).replace(_STANDARD_TAG, "!!")
    return f"Značka {tag} říká, jakého druhu je hodnota.", "Značku smažte."


def _text(event: NodeEvent, lines: Lines) -> Fault:
    """Return the fault of a text that only begins like a feature."""
    line, column = start_of(event)
    return value_faults.reserved_start(line, read_entry(lines[line]), column)
