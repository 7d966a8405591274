"""Front matter repaired: the checker's own corrections where they guess nothing, and the order."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from inspirace.reading.bounds import MARK, NEAR_MARK, Bounds, find_bounds
from inspirace.reading.text_file import TextFile
from inspirace.reading.yaml_text.check import CheckedYaml, check_yaml, correct
from inspirace.reading.yaml_text.faults import Fault
from inspirace.reading.yaml_text.lines import ODD_SPACES
from inspirace.reading.yaml_text.tree import start_of
from inspirace.schema.fields import Schema

# What the checker corrects in one way only, without a doubt about what was meant.
MECHANICAL = frozenset(
    {
        *("tab", "non-breaking-space", "dash-as-list-mark", "missing-space", "smart-quotes"),
        *("unquoted-colon", "quotes-in-quotes", "reserved-start"),
    }
)
_MOST_ROUNDS = 20
_TOP_FIELD = re.compile(r"([A-Za-z_$][\w$-]*)[ \t]*:(?:[ \t]|$)")
_GLUED_NAME = re.compile(rf"([a-z_$][\w$-]*):[ {ODD_SPACES}]*[{ODD_SPACES}][ {ODD_SPACES}]*")
_MOST_BEFORE_MARK = 300  # lines: a front matter is no longer


def with_whole_marks(text: str) -> str:
    """Return the text with the two lines around its front matter as three hyphens.

    A line that only looks like a mark is taken for one where nothing is left to be said then.
    """
    bare = text.lstrip("\n")
    if not _finds(bare):
        return bare
    lines = bare.split("\n")
    if NEAR_MARK.fullmatch(lines[0]):
        lines[0] = MARK
    changed = "\n".join(lines)
    if not _finds(changed):
        return changed
    for number, line in enumerate(lines[1:_MOST_BEFORE_MARK], start=1):
        if line.startswith("## "):
            break
        if NEAR_MARK.fullmatch(line):
            closed = "\n".join((*lines[:number], MARK, *lines[number + 1 :]))
            return text if _finds(closed) else closed
    return text


def _finds(text: str) -> bool:
    return bool(find_bounds(TextFile("", text)).diagnostics)


def with_correct_fields(text: str) -> str:
    """Return a record's text with its front matter corrected."""
    return _with_front_matter(text, corrected_yaml)


def corrected_yaml(text: str) -> str:
    """Return YAML without the faults that have one correction only."""
    for _ in range(_MOST_ROUNDS):
        corrected = dict(_corrections(text))
        if not corrected:
            return text
        text = correct(text, corrected)
    return text


def _corrections(text: str) -> Iterator[tuple[int, str]]:
    checked = check_yaml(text, 1)
    glued = dict(_glued_names(checked, text)) if checked.is_yaml else {}
    if glued:
        yield from glued.items()
        return
    taken: set[int] = set()
    for fault in checked.faults:
        if not _is_mechanical(fault):
            if not checked.is_yaml:
                return  # what follows was found in a text that was only guessed
            taken |= fault.corrected.keys() or {fault.line}
        elif taken.isdisjoint(fault.corrected):
            yield from fault.corrected.items()
            taken |= fault.corrected.keys()


def _glued_names(checked: CheckedYaml, text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines whose name goes on behind an odd space, with an ordinary one there.

    The parser takes the second colon for the one that ends the name.
    """
    lines = text.split("\n")
    for path, event in checked.tree.name_events.items() if checked.tree else ():
        found = _GLUED_NAME.match(str(path[-1]))
        if found:
            line, column = start_of(event)
            begin, rest = lines[line][:column], lines[line][column:]
            yield line, f"{begin}{found[1]}: {rest[found.end() :]}"


def _is_mechanical(fault: Fault) -> bool:
    # A line that is emptied only stands for what people have to write on several.
    if fault.code not in MECHANICAL or not all(fault.corrected.values()):
        return False
    if not fault.corrected:
        return False
    # A hyphen or a bracket may begin a list as well as a text.
    return fault.code != "reserved-start" or "Je-li to text" not in fault.advice


def in_order(text: str, schema: Schema) -> str:
    """Return a record's text with its fields in the schema's order.

    An unknown field, and a comment above a field, stay with their neighbours.
    """
    return _with_front_matter(text, lambda inner: _sorted_fields(inner, schema))


def _sorted_fields(text: str, schema: Schema) -> str:
    ranks = {name: rank for rank, name in enumerate(schema.fields)}
    blocks = list(_blocks(text.split("\n")))
    rank, ranked = -1, []
    for name, lines in blocks:
        rank = ranks.get(name, rank)
        ranked.append((rank, lines))
    ranked.sort(key=lambda one: one[0])
    return "\n".join(line for _, lines in ranked for line in lines)


def _blocks(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each field's name with its lines; what stands at the margin above belongs to it."""
    name, block, waiting = "", list[str](), list[str]()
    for line in lines:
        found = _TOP_FIELD.match(line)
        if found:
            if block:  # without a name above the first field: what is not a field stays, too
                yield name, block
            name, block, waiting = found[1], [*waiting, line], []
        elif line.startswith("#") or not line.strip():
            waiting.append(line)
        else:
            block += [*waiting, line]
            waiting = []
    yield name, [*block, *waiting]


def _with_front_matter(text: str, repair: Callable[[str], str]) -> str:
    bounds = find_bounds(TextFile("", text))
    if bounds.text is None or bounds.is_guessed or bounds.diagnostics:
        return text
    return _replaced(text, bounds, repair(bounds.text))


def _replaced(text: str, bounds: Bounds, inner: str) -> str:
    lines = text.split("\n")
    first, last = bounds.first_line - 1, bounds.body_line - 2
    return "\n".join((*lines[:first], *inner.split("\n"), *lines[last:]))


def body_from(text: str) -> int:
    """Return the index of the line behind the front matter, from 0; 0 where there is none."""
    bounds = find_bounds(TextFile("", text))
    return 0 if bounds.text is None or bounds.diagnostics else bounds.body_line - 1


def read_values(text: str, *, is_whole: bool) -> Mapping[str, object] | None:
    """Return the values of a front matter, or of a whole YAML file; None if there are none."""
    bounds = find_bounds(TextFile("", text))
    yaml_text = text if is_whole else bounds.text
    if yaml_text is None or (not is_whole and bounds.is_guessed):
        return None
    checked = check_yaml(yaml_text, 1)
    if checked.tree is None or not checked.is_yaml or any(_glued_names(checked, yaml_text)):
        return None
    return checked.tree.values
