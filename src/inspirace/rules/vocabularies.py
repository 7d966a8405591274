"""Rules of vocabulary files: they can be read, synonyms lead to one term, terms are in use."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from inspirace.czech import fold, plural
from inspirace.diagnostics import Diagnostic
from inspirace.raw_values import FaultsError, ValuePath
from inspirace.reading.front_matter import FrontMatter
from inspirace.rules.faults import report_faults
from inspirace.vocabularies import Term, Vocabulary, says_something
from inspirace.vocabulary_reader import parse_vocabulary

_MOST_NAMED = 6


def load_vocabulary(
    name: str, source: FrontMatter
) -> tuple[Vocabulary | None, tuple[Diagnostic, ...]]:
    """Return the vocabulary of a file, None where it cannot be used, and what is wrong in it."""
    try:
        vocabulary = parse_vocabulary(name, source.values)
    except FaultsError as error:
        return None, tuple(report_faults(source, "bad-vocabulary", error.faults))
    return vocabulary, (*_empty_synonyms(vocabulary, source), *_ambiguous(vocabulary, source))


def check_vocabulary_use(
    sources: Mapping[str, FrontMatter],
    vocabularies: Mapping[str, Vocabulary],
    used: Mapping[str, AbstractSet[str]],
) -> Iterator[Diagnostic]:
    """Yield one finding a vocabulary whose terms, or their narrower ones, no record uses."""
    for name in sorted(vocabularies):
        vocabulary, source = vocabularies[name], sources[name]
        unused = tuple(_unused(vocabulary, used.get(name, frozenset())))
        if unused and not vocabulary.complete:
            yield source.finding(
                "unused-term",
                _term_paths(source)[unused[0].id],
                f"Ve slovníku „{vocabulary.title}“ zatím {_counted(unused)}.",
                advice="Pojmy tu mohou na svůj případ počkat. Pojmu, který už nemá sloužit,"
                " připište řádek „deprecated: true“.",
            )


def _unused(vocabulary: Vocabulary, used: AbstractSet[str]) -> Iterator[Term]:
    in_use = {term.id for identifier in used for term in vocabulary.with_broader(identifier)}
    for term in _current(vocabulary):
        if term.id not in in_use:
            yield term


def _counted(unused: tuple[Term, ...]) -> str:
    """Return how many terms are unused, the first of them named."""
    count = len(unused)
    counted = plural(
        count,
        "není použitý 1 pojem",
        f"nejsou použité {count} pojmy",
        f"není použito {count} pojmů",
    )
    named = ", ".join(f"„{term.label}“" for term in unused[:_MOST_NAMED])
    others = count - _MOST_NAMED
    more = plural(others, "další 1", f"další {others}", f"dalších {others}")
    return f"{counted}: {named}{f' a {more}' if others > 0 else ''}"


def _empty_synonyms(vocabulary: Vocabulary, source: FrontMatter) -> Iterator[Diagnostic]:
    for term, synonym, path in _synonyms(vocabulary, source):
        if not says_something(synonym):
            yield source.finding(
                "empty-synonym",
                path,
                f"Synonymum „{synonym}“ pojmu „{term.label}“ nemá písmena ani číslice.",
                advice="Nahraďte ho slovem, nebo řádek smažte.",
            )


def _ambiguous(vocabulary: Vocabulary, source: FrontMatter) -> Iterator[Diagnostic]:
    """A synonym is of one term, or every term that has it says that it is shared."""
    owners = _owners(_current(vocabulary))
    reported: set[str] = set()
    for term, synonym, path in _synonyms(vocabulary, source):
        name = fold(synonym)
        others = [other for other in owners[name] if other.id != term.id]
        if others and name not in reported and name not in map(fold, term.shared_synonyms):
            reported.add(name)
            yield source.finding(
                "ambiguous-synonym",
                path,
                f"Synonymum „{synonym}“ pojmu „{term.label}“ patří"
                f" i k pojmu „{others[0].label}“ ({others[0].id}).",
                advice="Nechte ho jen u jednoho z nich, nebo ho u obou opište i pod"
                " „shared_synonyms“.",
            )


def _owners(terms: Iterable[Term]) -> dict[str, list[Term]]:
    """Return the terms that each folded label or synonym leads to."""
    owners: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        for name in dict.fromkeys(map(fold, (term.label, *term.synonyms))):
            owners[name].append(term)
    return owners


def _current(vocabulary: Vocabulary) -> Iterator[Term]:
    return (term for term in vocabulary.terms.values() if not term.deprecated)


def _synonyms(vocabulary: Vocabulary, source: FrontMatter) -> Iterator[tuple[Term, str, ValuePath]]:
    """Yield every synonym of a current term with its path in the file."""
    paths = _term_paths(source)
    for term in _current(vocabulary):
        for position, synonym in enumerate(term.synonyms):
            yield term, synonym, (*paths[term.id], "synonyms", position)


def _term_paths(source: FrontMatter) -> dict[str, ValuePath]:
    rows = source.values["terms"]
    return {
        str(row["id"]).strip(): ("terms", position)
        for position, row in enumerate(rows if isinstance(rows, list) else ())
    }
