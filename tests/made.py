"""Records made for tests: whole and valid unless a test says otherwise."""

from collections.abc import Iterable, Mapping
from typing import Any

from inspirace.catalogue import Catalogue
from inspirace.reading.front_matter import FrontMatter
from inspirace.reading.text_file import TextFile
from inspirace.records import Innovation, Method, Source, Verification
from inspirace.rules.links import LinkIndex
from inspirace.vocabularies import Term, Vocabulary

NO_LINKS = LinkIndex(addresses={}, anchors={})
SOURCE = Source("Výroční zpráva", "https://example.org/zprava")


def make_term(vocabulary: str, identifier: str, **given: Any) -> Term:  # noqa: ANN401 - fields of any kind
    """Return a term whose label is its identifier."""
    return Term(id=identifier, vocabulary=vocabulary, **{"label": identifier} | given)


def make_vocabulary(
    name: str, *identifiers: str, broader: Mapping[str, str] | None = None
) -> Vocabulary:
    """Return a vocabulary of the terms; `broader` says which term is wider than which."""
    wider = broader or {}
    terms = [make_term(name, one, broader=wider.get(one)) for one in identifiers]
    return Vocabulary(name, name, terms={term.id: term for term in terms})


def make_terms(vocabulary: str, identifiers: Iterable[str]) -> tuple[Term, ...]:
    """Return the terms of a field."""
    return tuple(make_term(vocabulary, one) for one in identifiers)


def make_verification(date: str = "2026-11-22") -> Verification:
    """Return a verification of an unverified record."""
    return Verification(make_term("verification-status", "neovereno"), date)


def make_innovation(slug: str, **given: Any) -> Innovation:  # noqa: ANN401 - fields of any kind
    """Return an innovation; names of terms may stand for the terms of a field."""
    fields: dict[str, Any] = {
        "title": slug.capitalize(),
        "summary": "Knihovna půjčuje stoly i pokoj.",
        "status": make_term("case-status", "bezi"),
        "country": make_term("countries", "CZ", label="Česko"),
        "target_groups": (),
        "topics": (),
        "service_types": (),
        "sources": (SOURCE,),
        "evidence_level": make_term("evidence-levels", "1-popis"),
        "verification": make_verification(),
    }
    for name, vocabulary in (
        ("target_groups", "target-groups"),
        ("topics", "topics"),
        ("service_types", "service-types"),
        ("programme_activities", "programme-activities"),
    ):
        if name in given:
            given[name] = make_terms(vocabulary, given[name])
    path = f"content/innovations/{slug}.md"
    return Innovation(slug=slug, path=path, **fields | given)


def make_method(slug: str, **given: Any) -> Method:  # noqa: ANN401 - fields of any kind
    """Return a method."""
    fields: dict[str, Any] = {
        "title": slug.capitalize(),
        "summary": "Sednete si s člověkem tam, kde se věci dějí.",
        "phase": make_term("method-phases", "navrh"),
        "sources": (SOURCE,),
        "verification": make_verification(),
    }
    return Method(slug=slug, path=f"content/methods/{slug}.md", **fields | given)


def make_front_matter(values: Mapping[str, object], path: str = "pripad.md") -> FrontMatter:
    """Return a front matter of the values, all of them at the beginning of an empty file."""
    return FrontMatter(TextFile(path, ""), values, first_line=1, last_line=1)


def make_catalogue(
    *records: Innovation | Method, vocabularies: Iterable[Vocabulary] = ()
) -> Catalogue:
    """Return a catalogue of the records, in the order given."""
    return Catalogue(
        innovations={one.slug: one for one in records if isinstance(one, Innovation)},
        methods={one.slug: one for one in records if isinstance(one, Method)},
        vocabularies={vocabulary.name: vocabulary for vocabulary in vocabularies},
        links=NO_LINKS,
    )
