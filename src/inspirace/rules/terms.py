"""Terms: a value of a controlled vocabulary is one of its identifiers, and one that still holds."""

import re
from collections.abc import Iterable, Iterator, Mapping

from inspirace.czech import fold
from inspirace.reading.front_matter import FieldPath
from inspirace.rules.refusals import Refusal, Worded, field_label, quoted
from inspirace.rules.samples import sample
from inspirace.schema.fields import Field, Schema
from inspirace.sentences import sentence
from inspirace.vocabularies import COUNTRIES, Term, Vocabulary

_BETWEEN_VALUES = re.compile(r"\s*[,;]\s*")
_AND = re.compile(r"\s+(?:a|i|nebo)\s+|\s*[/+&]\s*")
_LONGEST_LIST = 200
_MOST_LISTED = 12


def unknown_term(refusal: Refusal) -> Iterator[Worded]:
    """The value is an identifier of the field's vocabulary."""
    vocabulary, written = refusal.vocabulary, str(refusal.value)
    if vocabulary is None:
        return
    several = several_values(written, refusal.field, refusal.vocabularies)
    if several and len(refusal.path) > 1:
        yield refusal.worded(
            "comma-list",
            f"položka {quoted(written)} je víc hodnot najednou.",
            f"Napište každou na svůj řádek:\n{_items(refusal, several)}",
        )
        return
    found = suggest_term(vocabulary, written)
    yield refusal.told(
        "unknown-term",
        "unknown-country" if vocabulary.name == COUNTRIES else "unknown-term",
        f"Napište: {_with_label(found)}" if found else _where_terms_are(vocabulary),
        value=quoted(written),
        title=vocabulary.title,
    )


def _items(refusal: Refusal, values: list[str]) -> str:
    name = next((step for step in reversed(refusal.path) if isinstance(step, str)), "")
    return sample(name, values)


def several_values(
    written: str, item: Field, vocabularies: Mapping[str, Vocabulary]
) -> list[str] | None:
    """Return the values of a text that is a list with commas, or None where it is one value."""
    vocabulary = vocabularies.get(item.vocabulary)
    parts = [part for part in _BETWEEN_VALUES.split(written) if part]
    if len(parts) == 1 and vocabulary:
        parts = _joined_by_and(written, vocabulary)
    if len(parts) < 2 or not (vocabulary or item.format):  # noqa: PLR2004 - two make a list
        return None
    return [right_value(part, vocabulary) for part in parts[:_MOST_LISTED]]


def _joined_by_and(written: str, vocabulary: Vocabulary) -> list[str]:
    """Return the parts of „senioři a žáci“, not of a label like „děti a mládež“."""
    parts = _AND.split(written[:_LONGEST_LIST])
    are_terms = len(parts) > 1 and all(suggest_term(vocabulary, part) for part in parts)
    return parts if are_terms and suggest_term(vocabulary, written) is None else []


def right_value(written: str, vocabulary: Vocabulary | None) -> str:
    """Return the identifier that was probably meant, else the text itself."""
    found = suggest_term(vocabulary, written) if vocabulary else None
    return found.id if found else written


def suggest_term(vocabulary: Vocabulary, written: str) -> Term | None:
    """Return the term that was probably meant by its Czech or English name."""
    if written in vocabulary.terms:
        return vocabulary.suggest(written)
    # „ČR“ folds to the identifier of Costa Rica, so a name as written goes first.
    name = written.casefold()
    for term in vocabulary.terms.values():
        if not term.deprecated and name in {one.casefold() for one in (term.label, *term.synonyms)}:
            return term
    english = (one for one in vocabulary.terms.values() if one.label_en.casefold() == name)
    return next(english, None) or vocabulary.suggest(written)


def _with_label(term: Term) -> str:
    # An identifier that reads like its label needs no translation.
    says_itself = fold(term.label).replace(" ", "-") == term.id
    return term.id if says_itself else f"{term.id} ({term.label})"


def _where_terms_are(vocabulary: Vocabulary) -> str:
    current = [term for term in vocabulary.terms.values() if not term.deprecated]
    if len(current) <= _MOST_LISTED:
        return f"Vyberte z těchto: {', '.join(_with_label(term) for term in current)}."
    return f"Pojmy jsou v souboru content/vocabularies/{vocabulary.name}.yml."


def deprecated_terms(
    terms: Iterable[tuple[FieldPath, str, str]],
    schema: Schema,
    vocabularies: Mapping[str, Vocabulary],
) -> Iterator[Worded]:
    """A term that another has taken the place of is not used any more."""
    for path, name, identifier in terms:
        vocabulary = vocabularies.get(name)
        term = vocabulary.terms.get(identifier) if vocabulary else None
        if vocabulary and term and term.deprecated:
            replacement = vocabulary.suggest(term.replaced_by or "")
            yield Worded(
                code="deprecated-term",
                path=path,
                message=sentence(
                    "deprecated-term", said=f"Pole {field_label(schema, path)}", term=term.id
                ),
                advice=f"Napište: {_with_label(replacement)}"
                if replacement
                else _where_terms_are(vocabulary),
            )
