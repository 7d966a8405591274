"""The register: every label and synonym that leads to a page, in Czech alphabetical order."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from inspirace.catalogue import Catalogue
from inspirace.czech import DIGITS, collation_key, counted, fold, initial, typeset
from inspirace.site.page import Page
from inspirace.views.activities import ACTIVITIES, find_activity
from inspirace.views.addresses import ADD, INNOVATIONS, REGISTER, TERM_FOLDERS, term_address
from inspirace.views.components import KIND_LABELS, Link
from inspirace.views.templating import draw_page
from inspirace.vocabularies import COUNTRIES, Term

TITLE = "Rejstřík"
DESCRIPTION = (
    "Všechny pojmy katalogu a slova, kterými se jim také říká, podle abecedy."
    " Najděte slovo, které znáte, a dojdete k případům."
)


@dataclass(frozen=True, slots=True)
class Target:
    """A term that a word leads to: its link (leading nowhere without a case), kind and count."""

    link: Link
    kind: str
    count: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the register: the terms of this very name, and those to look under."""

    word: str
    own: tuple[Target, ...]
    see: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The words that begin with one letter."""

    anchor: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """What the register prints."""

    title: str
    letters: tuple[Letter, ...]
    contribute: Link
    crumbs: tuple[Link, ...] = (Link("Inovace", INNOVATIONS),)


def build_register_page(catalogue: Catalogue) -> Page:
    """Return the page of the register."""
    page = Page(address=REGISTER, frame=INNOVATIONS, title=TITLE, description=DESCRIPTION)
    return draw_page(page, "register.html", partial(_register_view, catalogue))


def _register_view(catalogue: Catalogue) -> RegisterView:
    return RegisterView(
        title=TITLE,
        letters=tuple(_letters(catalogue)),
        contribute=Link("Přidejte ho", ADD),
    )


def register_entries(catalogue: Catalogue) -> tuple[Entry, ...]:
    """Return the words with what they lead to, in order; capitals make no other word."""
    words: dict[str, list[str]] = defaultdict(list)
    terms: dict[str, dict[Term, None]] = defaultdict(dict)
    for word, term in _named_terms(catalogue):
        words[word.casefold()].append(word)
        terms[word.casefold()][term] = None
    entries = (_entry(words[key], terms[key], catalogue) for key in words)
    return tuple(sorted(entries, key=_order))


def _named_terms(catalogue: Catalogue) -> Iterator[tuple[str, Term]]:
    """Yield each label and synonym with the term that it leads to."""
    for name in TERM_FOLDERS:
        vocabulary = catalogue.vocabularies[name]
        for term in vocabulary.terms.values():
            is_used = bool(catalogue.with_term(name, term.id))
            # The cases of a former term are with the one in its place.
            meant = term if is_used else vocabulary.current(term.id)
            is_offered = is_used or not (meant.deprecated or name == COUNTRIES)
            words = (term.label, *term.synonyms) if is_offered else ()
            yield from ((word, meant) for word in words if initial(word))


def _entry(words: Sequence[str], terms: Iterable[Term], catalogue: Catalogue) -> Entry:
    key = words[0].casefold()
    in_order = sorted(terms, key=lambda term: collation_key(term.label))
    own = [term for term in in_order if term.label.casefold() == key]
    see = [term for term in in_order if term.label.casefold() != key]
    written = own[0].label if own else min(words, key=collation_key)
    return Entry(
        word=typeset(written),
        own=tuple(_target(term, catalogue) for term in own),
        see=tuple(_target(term, catalogue) for term in see),
    )


def _target(term: Term, catalogue: Catalogue) -> Target:
    kind = KIND_LABELS[term.vocabulary]
    return Target(_link(term, catalogue), kind[:1].lower() + kind[1:], _count(term, catalogue))


def _link(term: Term, catalogue: Catalogue) -> Link:
    has_page = term.vocabulary == ACTIVITIES or catalogue.with_term(term.vocabulary, term.id)
    return Link(typeset(term.label), term_address(term) if has_page else "")


def _count(term: Term, catalogue: Catalogue) -> str:
    if term.vocabulary == ACTIVITIES:
        return find_activity(term, catalogue).count
    count = len(catalogue.with_term(term.vocabulary, term.id))
    return counted(count, "případ", "případy", "případů") if count else "zatím bez případu"


def _order(entry: Entry) -> tuple[object, ...]:
    return collation_key(initial(entry.word)), collation_key(entry.word)


def _letters(catalogue: Catalogue) -> Iterator[Letter]:
    by_letter = groupby(register_entries(catalogue), key=lambda entry: initial(entry.word))
    for letter, entries in by_letter:
        yield Letter(_anchor(letter), letter, tuple(entries))


def _anchor(letter: str) -> str:
    """Return the letter's place on the page, in signs of any address: `pismeno-c-hacek`."""
    has_hook = len(unicodedata.normalize("NFD", letter)) > len(letter)
    name = "cislice" if letter == DIGITS else fold(letter)
    return f"pismeno-{name}{'-hacek' if has_hook else ''}"
