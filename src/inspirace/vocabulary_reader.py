"""How a vocabulary file is read: its terms, and everything that is wrong in it."""

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from inspirace.czech import fold, nearest
from inspirace.raw_values import RawMapping
from inspirace.schema.formats import is_address, is_slug
from inspirace.vocabularies import (
    COUNTRIES,
    SimilarCase,
    Term,
    Vocabulary,
    VocabularySource,
    broader_of,
    linked_terms,
    replacement_of,
    says_something,
)

VOCABULARY_FIELDS = (
    *("title", "description", "note", "complete", "sources", "terms"),
    "overrides",  # read by the script that makes the list of countries
)
TERM_FIELDS = (
    *("id", "label", "label_en", "description", "synonyms", "shared_synonyms", "broader", "sdg"),
    *("deprecated", "replaced_by", "minimum", "maximum", "code", "measured_by", "sources"),
    "similar",
    # What a term says to editors only:
    *("former_code", "basis", "nesta"),
)
SIMILAR_FIELDS = ("innovation", "how")
SOURCE_FIELDS = ("id", "title", "url", "publisher", "year", "supports")
_COUNTRY_CODE = re.compile(r"[A-Z]{2}")
_MOST_GOALS = 17  # goals of sustainable development of the United Nations


def parse_vocabulary(name: str, raw: Mapping[str, object]) -> Vocabulary:
    """Return the vocabulary of a file's values, or raise FaultsError."""
    file = RawMapping(raw)
    file.refuse_unknown(VOCABULARY_FIELDS)
    sources = tuple(map(_parse_source, file.mappings("sources")))
    vocabulary = Vocabulary(
        name=name,
        title=file.text("title"),
        description=file.text("description"),
        terms=dict(_parse_terms(name, file, frozenset(one.id for one in sources if one.id))),
        complete=file.flag("complete"),
        note=file.text("note"),
        sources=sources,
    )
    if not vocabulary.title:
        file.fault("title", "slovníku chybí název.", "Doplňte řádek title: jak se jmenuje.")
    if not file.has("terms"):
        file.fault("terms", "slovníku chybí pojmy.", "Doplňte seznam terms; pojem má id a label.")
    file.raise_faults()
    return vocabulary


_LINKS: Mapping[str, Callable[[Term], str | None]] = MappingProxyType(
    {"broader": broader_of, "replaced_by": replacement_of}
)


def _parse_source(row: RawMapping) -> VocabularySource:
    identifier = row.text("id")
    named = row.about(f"Zdroj „{identifier}“")
    named.refuse_unknown(SOURCE_FIELDS)
    source = VocabularySource(
        identifier, named.text("title"), named.text("url"), named.text("publisher")
    )
    if not source.id or not source.title:
        named.fault("title", "chybí id, nebo název.", "Doplňte řádky id a title.")
    if source.url and not is_address(source.url):
        sentence = f"adresa „{source.url}“ není celá."
        named.fault("url", sentence, "Adresa začíná http:// nebo https://.")
    return source


def _parse_terms(
    vocabulary: str, file: RawMapping, sources: AbstractSet[str]
) -> Iterator[tuple[str, Term]]:
    """Yield the terms by identifier; what links them is checked once all are known."""
    rows: dict[str, RawMapping] = {}
    terms: dict[str, Term] = {}
    for row in file.mappings("terms"):
        row.learn_names(TERM_FIELDS)
        identifier = row.text("id")
        named = row.about(f"Pojem „{identifier or row.text('label')}“")
        if not identifier:
            named.fault("id", "chybí id.", "Doplňte řádek id: krátké jméno, které se nezmění.")
        elif identifier in terms:
            advice = "Pojem smažte, nebo mu dejte jiné id."
            named.fault("id", f"id „{identifier}“ už ve slovníku je.", advice)
        else:
            rows[identifier] = named
            terms[identifier] = _parse_term(vocabulary, identifier, named, sources)
    for identifier, row in rows.items():
        for key, follow in _LINKS.items():
            _check_link(row, key, follow, terms)
        yield identifier, terms[identifier]


def _parse_term(
    vocabulary: str, identifier: str, row: RawMapping, sources: AbstractSet[str]
) -> Term:
    row.refuse_unknown(TERM_FIELDS)
    term = Term(
        id=identifier,
        vocabulary=vocabulary,
        label=row.text("label"),
        label_en=row.text("label_en"),
        description=row.text("description"),
        synonyms=row.texts("synonyms"),
        shared_synonyms=row.texts("shared_synonyms"),
        broader=row.text("broader") or None,
        sdg=row.numbers("sdg"),
        deprecated=row.flag("deprecated"),
        replaced_by=row.text("replaced_by") or None,
        minimum=row.number("minimum"),
        maximum=row.number("maximum"),
        code=row.text("code"),
        measured_by=row.texts("measured_by"),
        similar=tuple(map(_parse_similar, row.mappings("similar"))),
    )
    _check_identifier(row, term)
    _check_values(row, term)
    for cited in row.texts("sources"):
        if cited not in sources:
            advice = "Přidejte ho nahoru do seznamu sources, nebo opravte překlep."
            row.fault("sources", f"zdroj „{cited}“ v seznamu zdrojů slovníku není.", advice)
    return term


def _parse_similar(row: RawMapping) -> SimilarCase:
    row.refuse_unknown(SIMILAR_FIELDS)
    similar = SimilarCase(row.text("innovation"), row.text("how"))
    if not similar.innovation or not says_something(similar.how):
        row.fault(
            "how" if similar.innovation else "innovation",
            "podobnému případu chybí innovation, nebo how.",
            "Napište název souboru případu a větu, čím je podobný a čím jiný.",
        )
    return similar


def _check_identifier(row: RawMapping, term: Term) -> None:
    if term.vocabulary == COUNTRIES:
        if not _COUNTRY_CODE.fullmatch(term.id):
            row.fault("id", "id země není její kód.", "Kód jsou dvě velká písmena, třeba CZ.")
    elif not is_slug(term.id):
        suggested = "-".join(re.findall(r"[a-z0-9]+", fold(term.id)))
        row.fault(
            "id",
            "id smí mít jen malá písmena bez háčků a čárek, číslice a mezi nimi spojovníky.",
            f"Napište: {suggested}" if is_slug(suggested) else "",
        )


def _check_values(row: RawMapping, term: Term) -> None:
    if not says_something(term.label):
        sentence = f"název „{term.label}“ nic neříká." if term.label else "chybí název."
        row.fault("label", sentence, "Doplňte řádek label: jak pojem lidé znají.")
    if not all(1 <= goal <= _MOST_GOALS for goal in term.sdg):
        sentence = f"cíle udržitelného rozvoje mají čísla 1 až {_MOST_GOALS}."
        row.fault("sdg", sentence, "Opravte číslo, nebo ho smažte.")
    if None not in (term.minimum, term.maximum) and (term.minimum or 0) > (term.maximum or 0):
        sentence = f"minimum {term.minimum} je víc než maximum {term.maximum}."
        row.fault("minimum", sentence, "Prohoďte je, nebo jedno z čísel opravte.")


def _check_link(
    row: RawMapping, key: str, follow: Callable[[Term], str | None], terms: Mapping[str, Term]
) -> None:
    """The term's link leads to a term of the vocabulary and not back to itself."""
    start = terms[row.text("id")]
    following = follow(start)
    if following is None:
        return
    if following not in terms:
        meant = nearest(following, terms)
        advice = (
            f"Napište: {meant}" if meant else "Napište id pojmu ze slovníku, nebo řádek smažte."
        )
        row.fault(key, f"pole „{key}“ odkazuje na „{following}“, které ve slovníku není.", advice)
    elif any(follow(term) == start.id for term in linked_terms(terms, start.id, follow)):
        advice = "Jeden z pojmů má ukazovat jinam; jeho řádek opravte, nebo smažte."
        row.fault(key, f"pole „{key}“ vede v kruhu zpátky k tomuto pojmu.", advice)
