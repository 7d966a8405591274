"""Links within the site: the file is there, and the heading, and the path leads to the file."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from inspirace.czech import nearest
from inspirace.rules.checked_link import CheckedLink, LinkFault
from inspirace.rules.link_index import (
    CONTENT,
    RECORDS,
    is_image,
    path_of,
    relative_path,
)

_MOST_ANCHORS = 8


def own_address(one: CheckedLink) -> LinkFault | None:
    """A page of a record is linked to by the path of its file, not by its address on the web."""
    if not one.is_outside:
        return None
    *_, folder, slug = ["", "", *urlsplit(one.target).path.strip("/").split("/")]
    file = one.index.page_file(f"{folder}/{slug}")
    # The site's own host is not known here: two parts that are a record's are no coincidence.
    if file is None or not file.startswith(RECORDS):
        return None
    return _site_address(one, file)


def page_address(one: CheckedLink) -> LinkFault | None:
    """A page of the site is linked to by the path of its file, not by its address in the site."""
    if one.scheme or one.link.is_image or one.file is not None:
        return None
    path = path_of(one.target)
    pages = (one.index.page_file(address) for address in _possible_addresses(one, path))
    file = next((page for page in pages if page is not None), None)
    if file is None and not path.startswith("/"):
        return None
    return _site_address(one, file or one.index.nearest_file(path))


def dead_file(one: CheckedLink) -> LinkFault | None:
    """The file is there, and where an image belongs it is one."""
    if one.scheme:
        return None
    file = one.file
    if file is not None and (is_image(file) or not one.link.is_image):
        return None
    code = "dead-image" if one.link.is_image else "dead-link"
    if file is not None:
        return LinkFault(
            code,
            f"{one.said} vede na soubor, který není obrázek.",
            "Obrázek má příponu jpg, png, webp nebo svg. Má-li to být odkaz, smažte vykřičník.",
        )
    near = one.index.nearest_file(path_of(one.target))
    if near is not None and is_image(near) == one.link.is_image:
        advice = f"Nemá tu být {relative_path(one.path, near)}?"
    elif one.link.is_image:
        advice = "Dejte ho do složky content/assets a napište k němu cestu od tohoto souboru."
    else:
        advice = (
            "Zkontrolujte cestu. Píše se od složky, ve které je tento soubor,"
            " třeba ../methods/nazev-metody.md."
        )
    return LinkFault(code, f"{one.said} nevede na žádný soubor katalogu.", advice)


def dead_anchor(one: CheckedLink) -> LinkFault | None:
    """The heading that the end of the target names is on the page."""
    anchor = unquote(one.target.partition("#")[2])
    if one.scheme or not anchor:
        return None
    anchors = one.index.anchors.get(one.file or "")
    if anchors is None or anchor in anchors:
        return None
    near = nearest(anchor, sorted(anchors))
    if near is not None:
        advice = f"Nemá tu být #{near}?"
    elif anchors:
        listed = sorted(anchors)[:_MOST_ANCHORS]
        advice = f"Na stránce jsou: {', '.join(f'#{name}' for name in listed)}."
    else:
        advice = "Stránka žádné nadpisy nemá. Smažte křížek a co je za ním."
    return LinkFault("dead-anchor", f"{one.said} vede na nadpis, který na stránce není.", advice)


def _possible_addresses(one: CheckedLink, path: str) -> Iterator[str]:
    """Yield the addresses in the site that a path may mean, seen from its file and its page."""
    path = unquote(path)
    if path.startswith("/"):
        # The site may be in a folder of its host.
        parts = path.strip("/").split("/")
        yield from ("/".join(parts[start:]) for start in range(len(parts)))
        return
    page = one.index.addresses.get(one.path, "")
    for folder in (posixpath.dirname(one.path).removeprefix(CONTENT.rstrip("/")), page):
        joined = posixpath.normpath(posixpath.join("/", folder, path))
        yield joined.strip("/")


def _site_address(one: CheckedLink, file: str | None) -> LinkFault:
    anchor = one.target[len(path_of(one.target)) :] if "#" in one.target else ""
    if file is None:
        advice = (
            "Odkázat jde na případ, metodu nebo stránku, která má svůj soubor,"
            " třeba ../innovations/nazev-pripadu.md."
        )
    else:
        advice = f"Napište: {relative_path(one.path, file)}{anchor}"
    return LinkFault(
        "site-address",
        f"{one.said} je adresa stránky, má to být cesta k jejímu souboru.",
        advice,
    )
