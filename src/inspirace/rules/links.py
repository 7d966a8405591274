"""Links of a text: each leads somewhere and says where, each image is there and described."""

import re
from collections.abc import Callable, Iterable, Iterator

from inspirace.diagnostics import Diagnostic, first_findings
from inspirace.markdown.body import Link
from inspirace.reading.text_file import TextFile
from inspirace.rules.checked_link import CheckedLink, LinkFault
from inspirace.rules.link_index import LinkIndex
from inspirace.rules.links_out import (
    foreign_image,
    forgotten_scheme,
    on_a_disk,
    other_scheme,
    unfinished_address,
    unfinished_mail,
)
from inspirace.rules.links_within import dead_anchor, dead_file, own_address, page_address
from inspirace.sentences import sentence

__all__ = ["LinkIndex", "check_links"]

_MOST = 20
# A path that cannot be taken for anything else, as nearly all within the catalogue are written.
_PLAIN_PATH = re.compile(r"(?:\.\./|[\w-]+/)*[\w-]+\.md(?:#([\w-]+))?")
# Likewise an address on the web; it may be one of the site's own, which its path tells.
_PLAIN_ADDRESS = re.compile(r"https?://(?:[a-z0-9-]+\.)+[a-z]+((?:/[^\s/?#]+)*)/?(?:[?#]\S*)?")


def check_links(file: TextFile, links: Iterable[Link], index: LinkIndex) -> Iterator[Diagnostic]:
    """Yield what is wrong with the links of a file, in the order of the text."""
    in_order = sorted(links, key=lambda link: (link.line, link.column))
    found = (
        file.finding(fault.code, link.line, link.column, fault.message, advice=fault.advice)
        for link in in_order
        if not _is_plainly_right(link, file.path, index)
        for fault in _faults(CheckedLink(link, file.path, index))
    )
    yield from first_findings(found, _MOST)


def _is_plainly_right(link: Link, path: str, index: LinkIndex) -> bool:
    """Return whether no rule need look at the link, as at nearly all of them."""
    if link.is_image or not link.text:
        return False
    if link.target.startswith("http"):
        outside = _PLAIN_ADDRESS.fullmatch(link.target)
        return outside is not None and not index.page_file("/".join(outside[1].split("/")[-2:]))
    written = _PLAIN_PATH.fullmatch(link.target)
    if written is None:
        return False
    target, _ = index.find(path, link.target)
    return target is not None and (not written[1] or written[1] in index.anchors.get(target, ()))


def _faults(one: CheckedLink) -> Iterator[LinkFault]:
    """Yield what is wrong: with the words of a link, and the first fault of its target."""
    for checks in (_WORDS, _TARGETS):
        faults = (check(one) for check in checks)
        first = next((fault for fault in faults if fault is not None), None)
        if first is not None:
            yield first


def _undescribed_image(one: CheckedLink) -> LinkFault | None:
    if one.link.text or not one.link.is_image:
        return None
    return LinkFault(
        "missing-alt",
        "Obrázek nemá popis pro toho, kdo ho nevidí.",
        "Napište do hranaté závorky, co na něm je: ![co na něm je](../assets/obrazek.jpg).",
    )


def _wordless_link(one: CheckedLink) -> LinkFault | None:
    if one.link.text or one.link.is_image:
        return None
    return LinkFault(
        "bad-link",
        sentence("link-wordless"),
        "Napište do hranaté závorky, kam vede: [kam odkaz vede](adresa).",
    )


def _without_target(one: CheckedLink) -> LinkFault | None:
    if one.target.strip("#"):
        return None
    return LinkFault(
        "bad-link",
        f"{'Obrázek' if one.link.is_image else 'Odkaz'} nemá adresu.",
        "Doplňte ji do kulaté závorky: [text odkazu](adresa). Nemá-li to být odkaz,"
        " obě závorky smažte.",
    )


_WORDS: tuple[Callable[[CheckedLink], LinkFault | None], ...] = (
    _undescribed_image,
    _wordless_link,
)
# In this order: of several faults of a target, the first is told.
_TARGETS: tuple[Callable[[CheckedLink], LinkFault | None], ...] = (
    _without_target,
    foreign_image,
    on_a_disk,
    other_scheme,
    unfinished_address,
    unfinished_mail,
    own_address,
    page_address,
    forgotten_scheme,
    dead_file,
    dead_anchor,
)
