"""YAML read with everything that is wrong in it: each fault corrected in mind, to find the next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from inspirace.reading.yaml_text.faults import MOST_FAULTS, Fault
from inspirace.reading.yaml_text.silent import find_silent_faults
from inspirace.reading.yaml_text.syntax import blame, is_further, suspect
from inspirace.reading.yaml_text.tree import Tree, YamlError, read_tree

# A suspicion is proved by reading the text again: so many characters are read at most.
_MOST_READ = 2_000_000
_MOST_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class CheckedYaml:
    """What a text says and its faults; `corrected` are the lines that were read instead of others.

    `tree` is None where the text could not be read to its end even so. Where the text is no YAML
    as it stands, the tree only tells where things are.
    """

    tree: Tree | None
    faults: tuple[Fault, ...] = ()
    corrected: Mapping[int, str] = field(default_factory=dict)
    is_yaml: bool = True


@dataclass(frozen=True, slots=True)
class _Step:
    """A fault that was proved, the text without it, and what the parser says to that."""

    fault: Fault
    text: str
    tree: Tree | None
    error: YamlError | None


def check_yaml(text: str, first_line: int) -> CheckedYaml:
    """Return the values of a text and its faults; its first line has this number in the file."""
    try:
        tree = read_tree(text)
    except YamlError as error:
        return _check_broken(text, error, first_line)
    return _check_whole(text, tree, first_line)


def correct(text: str, corrected: Mapping[int, str]) -> str:
    """Return the text with other lines at these numbers, from 0."""
    if not corrected:
        return text
    return "\n".join(corrected.get(number, line) for number, line in enumerate(text.split("\n")))


def _check_broken(text: str, error: YamlError, first_line: int) -> CheckedYaml:
    """Correct one fault after another until the text is YAML, or until one is not understood."""
    faults: list[Fault] = []
    corrected: dict[int, str] = {}
    tries = _MOST_READ // max(len(text), 1)
    while True:
        step, tried = _next_step(text, error, tries)
        if step is None or step.fault.line in {fault.line for fault in faults}:
            # Behind a corrected fault, one that is not understood may be no more than its echo.
            blamed = [] if faults else [blame(text.split("\n"), error)]
            return CheckedYaml(None, (*faults, *blamed), corrected, is_yaml=False)
        tries -= tried
        faults.append(step.fault)
        corrected |= step.fault.corrected
        text, error = step.text, step.error or error
        if step.tree is not None:
            rest = _check_whole(text, step.tree, first_line)
            corrected |= rest.corrected
            return CheckedYaml(rest.tree, (*faults, *rest.faults), corrected, is_yaml=False)


def _next_step(text: str, error: YamlError, tries: int) -> tuple[_Step | None, int]:
    """Return the first suspicion that proves true, and how many had to be tried."""
    tried = 0
    for fault in islice(suspect(text.split("\n"), error), tries):
        tried += 1
        changed = correct(text, fault.corrected)
        tree, left = _try_to_read(changed)
        if is_further(left, error, fault):
            return _Step(fault, changed, tree, left), tried
    return None, tried


def _try_to_read(text: str) -> tuple[Tree | None, YamlError | None]:
    try:
        return read_tree(text), None
    except YamlError as error:
        return None, error


def _check_whole(text: str, tree: Tree, first_line: int) -> CheckedYaml:
    """Correct what YAML accepts in silence, so that the values are those that were meant."""
    faults: list[Fault] = []
    corrected: dict[int, str] = {}
    for _ in range(_MOST_ROUNDS):
        found = _apart(find_silent_faults(tree, text, first_line), faults)
        if not found:
            break
        faults += found
        if len(faults) >= MOST_FAULTS:
            break
        changes = {number: line for one in found for number, line in one.corrected.items()}
        changed = correct(text, changes)
        read, _ = _try_to_read(changed)
        if read is None:
            break
        text, tree = changed, read
        corrected |= changes
    return CheckedYaml(tree, tuple(faults), corrected)


def _apart(faults: Iterable[Fault], known: Iterable[Fault]) -> list[Fault]:
    """Return the faults that are not known yet, no two of which correct one line."""
    apart: list[Fault] = []
    reported = {(fault.line, fault.code) for fault in known}
    taken: set[int] = set()
    for fault in faults:
        if (fault.line, fault.code) not in reported and taken.isdisjoint(fault.corrected):
            apart.append(fault)
            taken |= fault.corrected.keys()
    return apart
