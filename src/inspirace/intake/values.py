"""Values: answers of a form made into the values of a record's fields and sections.

What is chosen becomes identifiers of terms, lines become lists, lines with labels become rows.
Whether a value is right is left to the rules that check every record.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from inspirace.czech import fold
from inspirace.forms.issue_questions import Control, Question, Vocabularies
from inspirace.intake.answers import Fault, Filled
from inspirace.intake.cleaning import clean_line, clean_section
from inspirace.rules.refusals import quoted
from inspirace.schema.fields import Field
from inspirace.schema.keywords import INTEGER
from inspirace.vocabularies import Vocabulary

_SEPARATOR = ", "  # GitHub's, between what was chosen from a list
_TICKED = "- [x] "
_LIST_MARK = re.compile(r"[-*•–]\s+")
_MOST_UNKNOWN = 10  # of one answer: with more, it is no choice at all
_NUMBER = re.compile(r"[0-9]{1,9}")

# The slugs of records by kind and folded title, for people write titles.
Titles = Mapping[str, Mapping[str, str]]
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Given:
    """The values of a record's fields, the Markdown of its sections, and what is wrong in them."""

    fields: dict[str, object] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def given_values(filled: Filled, vocabularies: Vocabularies, titles: Titles) -> Given:
    """Return what the answers of a form say about a record."""
    given = Given()
    reader = _Reader(vocabularies, titles, given.faults)
    for question in filled.form.questions:
        answer = filled.answers[question.identifier]
        if question.control is Control.CHECKBOXES:
            given.faults.extend(_without_consent(question, answer))
        elif question.section is not None and (markdown := clean_section(answer)):
            given.sections[question.identifier] = markdown
        elif question.about is not None and (value := reader.value(question, answer)):
            given.fields[question.identifier] = value
    return given


def _without_consent(question: Question, answer: str) -> Iterator[Fault]:
    # There is one box; what stands beside it may have been put otherwise since.
    if not answer.casefold().startswith(_TICKED) or "\n" in answer:
        yield Fault(
            question.label,
            "Políčko se souhlasem není zaškrtnuté.",
            "Bez souhlasu text zveřejnit nejde. V žádosti ho můžete zaškrtnout i dodatečně.",
        )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one answer after another; what it cannot read is a fault."""

    vocabularies: Vocabularies
    titles: Titles
    faults: list[Fault]

    def value(self, question: Question, answer: str) -> object:
        """Return the value of a field, something empty where there is none."""
        asked = question.about
        if asked is None:
            return ""
        if question.rows:
            rows = list(self._rows(question, answer))
            return rows if asked.item else (rows[0] if rows else {})
        vocabulary = asked.vocabulary or (asked.item.vocabulary if asked.item else "")
        if vocabulary:
            terms = list(self._terms(question, answer, self.vocabularies[vocabulary]))
            return terms if asked.item else (terms[0] if terms else "")
        if asked.item:
            return list(self._items(question, asked.item, answer))
        return _scalar(asked, answer)

    def _terms(self, question: Question, answer: str, vocabulary: Vocabulary) -> Iterator[str]:
        """Yield the identifiers of what was chosen."""
        # A label may come back without its non-breaking spaces.
        names = {clean_line(term.label): term.id for term in vocabulary.terms.values()}
        unknown = 0
        for chosen in _chosen(clean_line(answer), names):
            if chosen in names:
                yield names[chosen]
                continue
            unknown += 1
            if unknown > _MOST_UNKNOWN:
                return
            self.faults.append(_unknown_term(question, chosen, vocabulary))

    def _items(self, question: Question, item: Field, answer: str) -> Iterator[str]:
        """Yield the values of a list, each on its line; titles of records become their slugs."""
        titles = self.titles.get(item.reference, {})
        for line in answer.split("\n"):
            written = clean_line(_LIST_MARK.sub("", line.strip(), count=1))
            if not written:
                continue
            slug = titles.get(fold(written), written)
            if item.reference and slug not in titles.values():
                self.faults.append(_unknown_title(question, written))
                return
            yield slug

    def _rows(self, question: Question, answer: str) -> Iterator[Row]:
        """Yield small objects: each begins with its first label, or with one that it has."""
        labels = {fold(one.label): one for one in question.rows.values()}
        first, row = next(iter(question.rows)), Row()
        for line in answer.split("\n"):
            if not line.strip():
                continue
            label, colon, written = line.partition(":")
            asked = labels.get(fold(_LIST_MARK.sub("", label.strip(), count=1)))
            if not colon or asked is None:
                self.faults.append(_unlabelled(question, line))
                return
            if asked.name == first or asked.name in row:
                yield from _unless_empty(row)
                row = Row()
            row[asked.name] = self._cell(question, asked, written.strip())
        yield from _unless_empty(row)

    def _cell(self, question: Question, asked: Field, written: str) -> object:
        if not asked.vocabulary or not written:
            return _scalar(asked, written)
        return next(self._terms(question, written, self.vocabularies[asked.vocabulary]), "")


def _chosen(answer: str, names: Collection[str]) -> Iterator[str]:
    """Yield the parts of an answer: the longest label each time, for it may have the separator."""
    place = 0
    while place < len(answer):
        fitting = (
            name
            for name in names
            if answer.startswith(name, place)
            and answer[place + len(name) : place + len(name) + len(_SEPARATOR)] in {"", _SEPARATOR}
        )
        end = answer.find(_SEPARATOR, place)
        part = answer[place : end if end >= 0 else len(answer)]
        chosen = max(fitting, key=len, default=part)
        yield chosen
        place += len(chosen) + len(_SEPARATOR)


def _scalar(asked: Field, written: str) -> object:
    """Return a number where one is asked, else the text on one line."""
    if asked.kind == INTEGER and _NUMBER.fullmatch(written):
        return int(written)
    return clean_line(written)


def _unless_empty(row: Row) -> Iterator[Row]:
    filled = {name: value for name, value in row.items() if value != ""}
    if filled:
        yield filled


def _unknown_term(question: Question, written: str, vocabulary: Vocabulary) -> Fault:
    meant = vocabulary.suggest(written)
    advice = f"Napište: {meant.label}" if meant else "Vyberte z nabídky formuláře."
    return Fault(question.label, f"{quoted(written)} mezi možnostmi není.", advice)


def _unknown_title(question: Question, written: str) -> Fault:
    advice = "Napište název, jak ho má katalog, nebo řádek smažte."
    return Fault(question.label, f"{quoted(written)} v katalogu není.", advice)


def _unlabelled(question: Question, line: str) -> Fault:
    labels = "\n".join(f"{one.label}:" for one in question.rows.values())
    return Fault(
        question.label,
        f"Řádek {quoted(line.strip())} nezačíná žádným z popisků.",
        f"Začněte každý řádek popiskem a dvojtečkou:\n{labels}",
    )
