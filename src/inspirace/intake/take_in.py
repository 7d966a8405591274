"""Taking in: a filled form becomes a file of the catalogue, or an answer that says what to repair.

A file is written whole or not at all, only in the folder of its kind, and a new one never over
another. Its name is made of the title by us: nothing of an issue is ever taken for a path.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from inspirace.forms.issue_form import Purpose, issue_forms
from inspirace.intake.adopt import take_adoption
from inspirace.intake.answers import Filled, parse_body
from inspirace.intake.event import Issue
from inspirace.intake.outcome import Outcome, Today, load_today
from inspirace.intake.record import take_record
from inspirace.intake.reply import reply_bad, reply_by_hand


def take_in(root: Path, issue: Issue) -> Outcome:
    """Write what the issue's form asks for; return the answer to it.

    Raises CatalogueError where the catalogue's own files cannot be used.
    """
    today = load_today(root)
    forms = issue_forms(today.editor_files.schemas, today.editor_files.vocabularies)
    filled = parse_body(issue.body, forms)
    if not isinstance(filled, Filled):
        return Outcome(reply_bad(filled), is_good=False)
    return _PURPOSES[filled.form.purpose](today, filled, issue)


def _take_correction(today: Today, filled: Filled, issue: Issue) -> Outcome:  # noqa: ARG001  as the others
    return Outcome(reply_by_hand(_BY_HAND), is_good=True)


_BY_HAND = (
    "Děkujeme za upozornění. Opravu udělá někdo z redakce: podívá se na zdroje, upraví stránku"
    " a napíše sem, až bude nová podoba na webu."
)
_PURPOSES: Mapping[Purpose, Callable[[Today, Filled, Issue], Outcome]] = {
    Purpose.RECORD: take_record,
    Purpose.ADOPTION: take_adoption,
    Purpose.CORRECTION: _take_correction,
}
