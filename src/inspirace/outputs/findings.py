"""Pages of findings: what each code means, a bad and a good example, how to repair it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from inspirace.cache import digest
from inspirace.codes import CODES, Severity
from inspirace.czech import capitalised, typeset
from inspirace.explanations.texts import (
    ADDRESS,
    GROUPS,
    Explanation,
    explanation_address,
    read_explanations,
)
from inspirace.markdown.safe_html import render_markdown
from inspirace.site.page import Page
from inspirace.views.addresses import CONTRIBUTE, FIELDS
from inspirace.views.components import Link
from inspirace.views.look import FOLDER, marked
from inspirace.views.templating import draw_page

TITLE = "Chyby a upozornění"
DESCRIPTION = (
    "Všechno, co kontrola katalogu hlásí: co to znamená, příklad špatně a správně a jak to opravit."
)
SEVERITIES = {Severity.ERROR: "Chyba", Severity.WARNING: "Upozornění"}
CRUMBS = (Link("Přispět", CONTRIBUTE), Link(TITLE, ADDRESS))


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """What the page of one code prints; `wrong`, `message` and `right` are as they are typed."""

    kind: str
    code: str
    title: str
    why: Markup
    wrong: str
    message: str
    right: str
    repair: Markup
    reference: Link
    crumbs: tuple[Link, ...] = CRUMBS


@dataclass(frozen=True, slots=True)
class ListedCode:
    """A code in the list of all: its rule, and whether it is only a warning."""

    link: Link
    code: str
    is_warning: bool


@dataclass(frozen=True, slots=True)
class CodeGroup:
    """The codes of one part of the check."""

    anchor: str
    title: str
    codes: tuple[ListedCode, ...]


@dataclass(frozen=True, slots=True)
class FindingsView:
    """What the list of all codes prints."""

    title: str
    groups: tuple[CodeGroup, ...]
    crumbs: tuple[Link, ...] = CRUMBS[:1]


def build_finding_pages() -> Iterator[Page]:
    """Yield the list of all codes, then the page of each, in the order of the table."""
    look = marked(f"{FOLDER}help.css")
    index = Page(
        address=ADDRESS,
        frame=FIELDS,
        title=TITLE,
        description=DESCRIPTION,
        head=_head(ADDRESS, look),
        made_from=_made_from,
    )
    yield draw_page(index, "findings.html", _index_view)
    for name, code in CODES.items():
        address = explanation_address(name)
        kind = SEVERITIES[code.severity]
        page = Page(
            address=address,
            frame=FIELDS,
            title=code.summary.rstrip("."),
            description=f"{kind} {name}: {code.summary} Co to znamená, příklad a oprava.",
            head=_head(address, look),
            made_from=_made_from,
        )
        yield draw_page(page, "finding.html", partial(_view, name))


def _made_from() -> bytes:
    """Return a digest of nothing: the explanations are a part of the package, as the code is."""
    return digest()


def _head(address: str, look: str) -> str:
    return f'<link rel="stylesheet" href="{"../" * address.count("/")}{look}">'


def _view(name: str) -> FindingView:
    one = read_explanations()[name]
    return FindingView(
        kind=SEVERITIES[CODES[name].severity],
        code=name,
        title=typeset(CODES[name].summary.rstrip(".")),
        why=_html(one.why),
        wrong=one.wrong,
        message=one.message,
        right=one.right,
        repair=_html(one.repair),
        reference=Link("Přehled polí", FIELDS),
    )


def _html(markdown: str) -> Markup:
    return Markup(render_markdown(markdown, str))  # noqa: S704 - cleaned by our own list of tags


def _index_view() -> FindingsView:
    by_group = groupby(read_explanations().values(), key=lambda one: one.group)
    return FindingsView(
        title=TITLE,
        groups=tuple(
            CodeGroup(f"cast-{group.replace('_', '-')}", GROUPS[group], tuple(map(_listed, codes)))
            for group, codes in by_group
        ),
    )


def _listed(one: Explanation) -> ListedCode:
    code = CODES[one.code]
    summary = capitalised(typeset(code.summary.rstrip(".")))
    link = Link(summary, explanation_address(one.code))
    return ListedCode(link, one.code, is_warning=code.severity is Severity.WARNING)
