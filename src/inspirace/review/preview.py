"""Preview: the pages of changed records in one file that asks nobody for anything."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from markupsafe import Markup

from inspirace.catalogue import Catalogue
from inspirace.outputs.innovation import ASSETS, innovation_view
from inspirace.outputs.methods import method_view
from inspirace.reading.files import read_bytes
from inspirace.review.changes import Change
from inspirace.site.page import Site
from inspirace.views.look import STATIC, sent_content
from inspirace.views.templating import render_template

MOST_PICTURE_BYTES = 4_000_000

_FONTS = re.compile(r"@font-face\s*\{[^}]*\}")
_PICTURES = re.compile(r'(?<=<img src=")[^"]*')  # as our templates and our cleaner write them
_TYPES = {".jpg": "jpeg", ".jpeg": "jpeg", ".png": "png", ".webp": "webp"}


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The page of one record."""

    path: str
    title: str
    page: Markup


def draw_preview(changes: Iterable[Change], catalogue: Catalogue, site: Site, content: Path) -> str:
    """Return one HTML page with the page of each changed record that has no errors.

    Links lead into the published site, or, where its address is not known, nowhere. Pictures of the
    folder `content` are in the page itself.
    """
    style = _FONTS.sub("", sent_content(STATIC / "inspirace.css").decode())
    drawn = tuple(_drawn(changes, catalogue, site, content))
    return render_template("preview.html", drawn=drawn, style=Markup(style))  # noqa: S704 - our own


def _drawn(
    changes: Iterable[Change], catalogue: Catalogue, site: Site, content: Path
) -> Iterator[_Drawn]:
    base = site.url or "#"
    for change in changes:
        innovation = catalogue.innovations.get(change.slug)
        method = catalogue.methods.get(change.slug)
        if change.after is None:
            continue
        if change.kind == "innovation" and innovation is not None:
            view: object = innovation_view(innovation, catalogue, site, base)
        elif change.kind == "method" and method is not None:
            view = method_view(method, catalogue, site, base)
        else:
            continue
        page = render_template(f"{change.kind}.html", view=view, base=base)
        whole = _PICTURES.sub(lambda found: _picture(found[0], base, content), page)
        yield _Drawn(change.path, change.title, Markup(whole))  # noqa: S704 - of our templates


def _picture(address: str, base: str, content: Path) -> str:
    """Return the picture itself as an address, or the address where it is not to be had."""
    path = unescape(address).removeprefix(base)
    is_ours = path.startswith(ASSETS) and ".." not in path
    picture_type = _TYPES.get(Path(path).suffix.lower()) if is_ours else None
    found = read_bytes(content, path, MOST_PICTURE_BYTES) if picture_type else None
    if not isinstance(found, bytes):
        return address
    return f"data:image/{picture_type};base64,{b64encode(found).decode()}"
