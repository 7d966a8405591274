"""Adopting: a filled „Převzali jsme to i my“ becomes one more row in the file of its case."""

import re
from collections.abc import Iterator
from dataclasses import replace

from inspirace.content_files import replace_file
from inspirace.czech import fold
from inspirace.diagnostics import Diagnostic
from inspirace.forms.issue_form import CASE
from inspirace.forms.record_file import fields_text
from inspirace.intake.adoption import ADOPTED_BY, add_library
from inspirace.intake.answers import Fault, Filled
from inspirace.intake.check import check_with
from inspirace.intake.event import Issue
from inspirace.intake.outcome import Outcome, Today
from inspirace.intake.reply import (
    form_faults,
    in_order,
    is_error,
    reply_bad,
    reply_by_hand,
    reply_good,
)
from inspirace.intake.values import Row, given_values
from inspirace.load import ADDRESSES
from inspirace.reading.files import read_bytes
from inspirace.records import Innovation
from inspirace.rules.refusals import quoted

_INNOVATION, _LIBRARY = "innovation", "library"
_ADDRESS = re.compile(rf"(?:.*/)?{ADDRESSES[_INNOVATION]}/([a-z0-9-]+)/?(?:[?#].*)?", re.DOTALL)


def take_adoption(today: Today, filled: Filled, issue: Issue) -> Outcome:  # noqa: ARG001  as the others
    """Add the library to the file of the case; where that is not sure, answer with the row."""
    given = given_values(filled, today.editor_files.vocabularies, today.titles())
    row: Row = dict(given.fields)
    case = _case(today, filled.answers[CASE])
    faults = [*given.faults, *_faults(filled, case, row)]
    if case is None or faults:
        return Outcome(reply_bad(faults), is_good=False)
    return _adopted(today, filled, case, row)


def _adopted(today: Today, filled: Filled, case: Innovation, row: Row) -> Outcome:
    schema = today.editor_files.schemas[_INNOVATION]
    lines = fields_text({ADOPTED_BY: [row]}).rstrip("\n").split("\n")
    content = read_bytes(today.root, case.path)
    before = content.decode(errors="replace") if isinstance(content, bytes) else ""
    after = add_library(before, row, lines, schema)
    if not after:
        introduction = f"Děkujeme! Do souboru `{case.path}` to někdo z redakce připíše ručně:"
        return Outcome(reply_by_hand(introduction, "\n".join(lines)), is_good=True)
    found = check_with(today.root, case.path, after, today.loaded)
    errors = form_faults(map(_as_asked, filter(is_error, found)), filled.form)
    faults = in_order(errors, filled.form)
    if faults:
        return Outcome(reply_bad(faults), is_good=False)
    replace_file(today.root / case.path, after.encode())
    title = f"{filled.form.title}{case.title}"
    return Outcome(reply_good(case.path, ()), is_good=True, path=case.path, title=title, text=after)


def _case(today: Today, answer: str) -> Innovation | None:
    """Return the case that an address, a name of a file or a title means."""
    catalogue, written = today.loaded.catalogue, answer.strip()
    found = _ADDRESS.fullmatch(written)
    slug = found[1] if found else written.removesuffix(".md")
    renamed = {alias: one.slug for one in catalogue.innovations.values() for alias in one.aliases}
    titles = today.titles()[_INNOVATION]
    for name in (slug, renamed.get(slug, ""), titles.get(fold(written), "")):
        if name in catalogue.innovations:
            return catalogue.innovations[name]
    return None


def _faults(filled: Filled, case: Innovation | None, row: Row) -> Iterator[Fault]:
    labels = {question.identifier: question.label for question in filled.form.questions}
    if case is None:
        written = filled.answers[CASE]
        yield Fault(
            labels[CASE],
            f"Případ {quoted(written)} v katalogu není." if written else "Chybí odpověď.",
            "Otevřete stránku případu a zkopírujte její adresu z prohlížeče.",
        )
    elif fold(str(row.get(_LIBRARY, ""))) in {fold(one.library) for one in case.adopted_by}:
        yield Fault(labels[_LIBRARY], "Tahle knihovna už u případu je.")


def _as_asked(found: Diagnostic) -> Diagnostic:
    """Return the finding about `adopted_by[1].year` as one about the question `year`."""
    return replace(found, field=found.field.rpartition(".")[2])
