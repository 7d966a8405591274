"""Answers: the body of an issue taken apart by the headings of the form that it came from.

GitHub writes each question's label as a heading of the third level and below it the answer as it
was given. Whoever writes such a heading into an answer makes it appear twice, since GitHub has
written the true one as well. So a text in which every heading of a form is exactly once and in
order cannot be taken apart in another way than it was written; any other is refused.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from inspirace.forms.issue_form import IssueForm
from inspirace.forms.issue_questions import Control

# What GitHub writes below a question that nobody answered.
NO_RESPONSE, NO_CHOICE = "_No response_", "None"
_HEADING = "### "
# A text with fewer of a form's headings did not come from it.
_SHARE_OF_HEADINGS = 0.5


@dataclass(frozen=True, slots=True)
class Fault:
    """What is to be repaired in an answer; `question` is the label that it stands under."""

    question: str
    message: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """A form with its answers by the question's identifier; an answer not given is empty."""

    form: IssueForm
    answers: Mapping[str, str]


def parse_body(body: str, forms: Iterable[IssueForm]) -> Filled | tuple[Fault, ...]:
    """Return the form that the body is, with its answers, or what is wrong with the headings."""
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    places = _headings(lines)
    near = sorted(
        ((form, tuple(_wrong_headings(form, places, lines))) for form in forms),
        key=lambda pair: (len(pair[1]) > 0, -_present(pair[0], places)),
    )
    form, faults = near[0]
    if _present(form, places) < len(form.questions) * _SHARE_OF_HEADINGS:
        return (_NOT_A_FORM,)
    return faults or Filled(form, dict(_answers(form, places, lines)))


_NOT_A_FORM = Fault(
    "",
    "Žádost není vyplněný formulář katalogu.",
    "Založte novou přes „New issue“ a vyberte, co chcete poslat. Nadpisy v textu neměňte.",
)


def _headings(lines: Sequence[str]) -> Mapping[str, Sequence[int]]:
    """Return on which lines each heading of the third level is."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if line.startswith(_HEADING):
            places[line.removeprefix(_HEADING)].append(place)
    return places


def _present(form: IssueForm, places: Mapping[str, Sequence[int]]) -> int:
    return sum(question.label in places for question in form.questions)


def _wrong_headings(
    form: IssueForm, places: Mapping[str, Sequence[int]], lines: Sequence[str]
) -> Iterator[Fault]:
    last = -1
    for question in form.questions:
        label, found = question.label, places.get(question.label, ())
        if not found:
            yield Fault(label, "V textu žádosti chybí nadpis této otázky.", _SEND_AGAIN)
        elif len(found) > 1:
            yield Fault(
                label,
                f"Nadpis „{label}“ je v textu žádosti víckrát a nejde poznat, který je ten pravý.",
                f"V odpovědích nepište řádek, který začíná „### {label}“.",
            )
        elif found[0] < last:
            yield Fault(label, "Nadpis této otázky není na svém místě.", _SEND_AGAIN)
        last = max(last, *found[:1], -1)
    firsts = [places[one.label][0] for one in form.questions if one.label in places]
    if any(line.strip() for line in lines[: min(firsts, default=0)]):
        yield Fault("", "Před prvním nadpisem je text, který k žádné otázce nepatří.", _SEND_AGAIN)


_SEND_AGAIN = "Vraťte text žádosti do podoby z formuláře, nebo formulář vyplňte znovu."


def _answers(
    form: IssueForm, places: Mapping[str, Sequence[int]], lines: Sequence[str]
) -> Iterator[tuple[str, str]]:
    starts = [places[question.label][0] for question in form.questions]
    ends = [*starts[1:], len(lines)]
    for question, start, end in zip(form.questions, starts, ends, strict=True):
        answer = "\n".join(lines[start + 1 : end]).strip()
        is_missing = answer == NO_RESPONSE or (
            question.control is Control.DROPDOWN and answer == NO_CHOICE
        )
        yield question.identifier, "" if is_missing else answer
