"""Frame: a page that the site's generator has built, filled for a page of the catalogue.

The generator marks what is to be replaced by pairs of comments, each pair at most once:
`<!-- inspirace:head --><!-- /inspirace:head -->` and likewise `topic`, `content` and `edit`.
The element with the identifier `obsah` and the link that skips to it are the frame's as well.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote

from inspirace.site.frame_reader import BASE, SLOTS, FrameError, read_frame
from inspirace.site.page import Page, Site

__all__ = ["Frame", "FrameError"]


@dataclass(frozen=True)
class Frame:
    """A parsed frame: `parts` stand around `slots`, relative addresses begin with BASE."""

    address: str
    parts: tuple[str, ...]
    slots: tuple[str, ...]
    _by_base: dict[str, tuple[bytes, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def parse(cls, html: str, address: str) -> "Frame":
        """Return the frame that the generator built at the address; raise FrameError."""
        parts, slots = read_frame(html, address)
        return cls(address, parts, slots)

    def fill(self, page: Page, site: Site) -> bytes:
        """Return the whole page: the frame rebased to the page's depth, with its own texts."""
        values = _slot_values(page, site)
        first, *rest = self._rebased(page.base)
        pieces = [first]
        for slot, part in zip(self.slots, rest, strict=True):
            value = values[slot]
            # the frame's own page keeps the marks, so that it can be a frame once more
            kept = SLOTS[slot].wrap(value) if page.address == self.address else value
            pieces += (kept.encode(), part)
        return b"".join(pieces)

    def _rebased(self, base: str) -> tuple[bytes, ...]:
        if base not in self._by_base:
            self._by_base[base] = tuple(part.replace(BASE, base).encode() for part in self.parts)
        return self._by_base[base]


def document_title(page: Page, site: Site) -> str:
    """Return the title of a page in a browser's tab: the home page says the site's name first."""
    if page.title.startswith(site.name):
        return page.title
    parts = (page.title, site.name) if page.address else (site.name, page.title)
    return " – ".join(parts)


def edit_address(page: Page, site: Site) -> str:
    """Return where the file behind the page is edited, or an empty text."""
    if not (page.edit_path and site.edit_template):
        return ""
    return site.edit_template.replace("{path}", quote(page.edit_path))


def _slot_values(page: Page, site: Site) -> Mapping[str, str]:
    return {
        "head": "\n".join(_head_lines(page, site)),
        "topic": escape(page.title),
        "content": page.html + _print_address(page, site),
        "edit": _edit_link(edit_address(page, site)),
    }


def _head_lines(page: Page, site: Site) -> Iterator[str]:
    title, description = escape(page.title), escape(page.description)
    yield f"<title>{escape(document_title(page, site))}</title>"
    yield f'<meta name="description" content="{description}">'
    yield f'<meta property="og:title" content="{title}">'
    yield f'<meta property="og:description" content="{description}">'
    if site.url:
        canonical = escape(site.url + page.address)
        yield f'<link rel="canonical" href="{canonical}">'
        yield f'<meta property="og:url" content="{canonical}">'
    if page.head:
        yield page.head


def _print_address(page: Page, site: Site) -> str:
    """Return the line that only paper shows: where the page is."""
    if not site.url:
        return ""
    return f'\n<p class="print-address">{escape(site.url + page.address)}</p>'


def _edit_link(address: str) -> str:
    if not address:
        return ""
    return f'<a class="page-edit" rel="edit" href="{escape(address)}">Upravit stránku</a>'
