"""Pages of terms: every target group, topic, service type, region and country in use."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from inspirace.catalogue import Catalogue, TermCount
from inspirace.czech import NON_BREAKING_SPACE as NBSP
from inspirace.czech import capitalised, counted, join_and, plural, sentence, typeset
from inspirace.places import ABROAD
from inspirace.records import Innovation
from inspirace.site.page import Page
from inspirace.views.addresses import ADD, INNOVATIONS, TERM_FOLDERS, term_address
from inspirace.views.components import Chip, Link, counted_chips, term_link, vocabulary_link
from inspirace.views.pagination import ListPage, list_pages
from inspirace.views.templating import draw_page
from inspirace.vocabularies import Term, Vocabulary


@dataclass(frozen=True, slots=True)
class TermKind:
    """How the pages of a vocabulary's terms are titled; `{label}` is the term's."""

    title: str
    index_description: str
    lists_unused: bool = True


KINDS: Mapping[str, TermKind] = MappingProxyType(
    {
        "target-groups": TermKind(
            "Pro koho: {label}",
            "Lidé, kterým sociální inovace v knihovnách slouží. Vyberte skupinu a uvidíte případy.",
        ),
        "topics": TermKind(
            "Téma: {label}",
            "Témata sociálních inovací v knihovnách. Vyberte téma a uvidíte případy.",
        ),
        "service-types": TermKind(
            "Typ služby: {label}",
            "Jakou podobu inovace v knihovnách mají: kurz, klub, poradna a další. Vyberte si.",
        ),
        "regions": TermKind(
            "{label}", "Sociální inovace v knihovnách podle krajů. Vyberte kraj a uvidíte případy."
        ),
        "countries": TermKind(
            "{label}",
            "Sociální inovace v knihovnách podle zemí. Vyberte zemi a uvidíte případy.",
            lists_unused=False,
        ),
    }
)

# What is in the vocabulary of regions without being one: „Kraje“ is not to stand above it.
_NOT_A_REGION = frozenset({ABROAD, "celostatni"})
_PLACES = frozenset({"regions", "countries"})
_MOST_NAMED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """What the page of one term prints."""

    kicker: str
    heading: str
    description: str
    synonyms: str
    crumbs: tuple[Link, ...]
    broader: tuple[Chip, ...]
    narrower: tuple[Chip, ...]
    count: str
    list: ListPage


@dataclass(frozen=True, slots=True)
class Branch:
    """A term in the list of its vocabulary, with the narrower terms in use."""

    link: Link
    description: str
    count: str
    narrower: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class TermsView:
    """What the list of a vocabulary's terms prints."""

    title: str
    description: str
    branches: tuple[Branch, ...]
    unused: str
    contribute: Link
    crumbs: tuple[Link, ...] = (Link("Inovace", INNOVATIONS),)


def build_term_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield for each vocabulary the list of its terms in use, then the page of each."""
    for name in KINDS:
        vocabulary = catalogue.vocabularies[name]
        in_use = catalogue.terms_in_use(name)
        yield _index_page(vocabulary, in_use)
        for one in in_use:
            yield from _term_pages(one.term, vocabulary, catalogue)


def _term_pages(term: Term, vocabulary: Vocabulary, catalogue: Catalogue) -> Iterator[Page]:
    innovations = catalogue.with_term(vocabulary.name, term.id)
    count = counted(len(innovations), "případ", "případy", "případů")
    title = KINDS[vocabulary.name].title.format(label=term.label)
    counts = {one.term.id: one for one in catalogue.terms_in_use(vocabulary.name)}
    broader = [one for one in vocabulary.with_broader(term.id) if one.id != term.id]
    narrower = [one.id for one in vocabulary.narrower(term.id)]
    description = _describe(term, innovations)
    for one in list_pages(term_address(term), innovations, catalogue.digest_of):
        page = Page(
            address=one.address,
            frame=INNOVATIONS,
            title=title + one.suffix,
            description=one.describe(description),
        )
        view = TermView(
            kicker="" if term.id in _NOT_A_REGION else vocabulary.title,
            heading=capitalised(typeset(term.label)) + one.suffix,
            description=typeset(term.description),
            synonyms=typeset(", ".join(term.synonyms)),
            crumbs=(
                Link("Inovace", INNOVATIONS),
                vocabulary_link(vocabulary),
                *map(term_link, reversed(broader)),
            ),
            broader=counted_chips(counts[wider.id] for wider in broader[:1]),
            narrower=counted_chips(counts[key] for key in narrower if key in counts),
            count=count,
            list=one,
        )
        yield draw_page(page, "term.html", view)


def _describe(term: Term, innovations: Sequence[Innovation]) -> str:
    """Return what the page is about, for those who find it elsewhere; of a place, what is there."""
    count = counted(len(innovations), "případ", "případy", "případů")
    if term.vocabulary not in _PLACES:
        return f"{sentence(term.description or term.label)} V katalogu: {count}."
    titles = join_and(f"„{one.title}“" for one in innovations[:_MOST_NAMED])
    are = plural(len(innovations), "je", "jsou", "je")
    such = f": {titles}" if len(innovations) <= _MOST_NAMED else f", například {titles}"
    return (
        f"Co knihovny dělají pro lidi kolem sebe: {term.label}."
        f" V{NBSP}katalogu {are} {count}{such}."
    )


def _index_page(vocabulary: Vocabulary, in_use: tuple[TermCount, ...]) -> Page:
    kind = KINDS[vocabulary.name]
    used = {one.term.id: one for one in in_use}
    unused = [
        typeset(term.label)
        for term in vocabulary.terms.values()
        if kind.lists_unused and term.id not in used and not term.deprecated
    ]
    view = TermsView(
        title=vocabulary.title,
        description=typeset(vocabulary.description),
        branches=tuple(_branch(one, vocabulary, used) for one in in_use if not one.term.broader),
        unused=", ".join(unused),
        contribute=Link("Přidejte ho", ADD),
    )
    page = Page(
        address=TERM_FOLDERS[vocabulary.name],
        frame=INNOVATIONS,
        title=vocabulary.title,
        description=kind.index_description,
    )
    return draw_page(page, "terms.html", view)


def _branch(one: TermCount, vocabulary: Vocabulary, used: Mapping[str, TermCount]) -> Branch:
    narrower = [used[term.id] for term in vocabulary.narrower(one.term.id) if term.id in used]
    return Branch(
        link=Link(capitalised(typeset(one.term.label)), term_address(one.term)),
        description=typeset(one.term.description),
        count=counted(one.count, "případ", "případy", "případů"),
        narrower=counted_chips(narrower),
    )
