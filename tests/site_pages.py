"""What a built page says of itself, and where it leads."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

_ADDRESSES = ("href", "src", "action", "poster", "data", "xlink:href")
_LABELS = ("aria-label", "title", "placeholder", "alt", "value")
_SPACES = re.compile(r"\s+")


@dataclass
class SitePage:
    """One built page: its head, headings, active tab, identifiers, ways out, texts and labels.

    `skip` is where the first link leads within the page: past the navigation.
    """

    title: str = ""
    metas: dict[str, list[str]] = field(default_factory=dict)
    relations: dict[str, list[str]] = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)
    active_tabs: list[str] = field(default_factory=list)
    identifiers: list[str] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)
    language: str = ""
    skip: str = ""
    texts: set[str] = field(default_factory=set)

    def meta(self, name: str) -> list[str]:
        """Return the contents of the metas of a name or property, in order."""
        return self.metas.get(name, [])

    def relation(self, name: str) -> list[str]:
        """Return where the links of a relation lead, in order."""
        return self.relations.get(name, [])


@dataclass(frozen=True)
class BuiltSite:
    """A built site: its folder, its address, what its pages say."""

    folder: Path
    url: str
    pages: dict[str, SitePage]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = SitePage()
        self._collected: tuple[str, list[str]] | None = None
        self._is_silent = self._in_tabs = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._note_ways(values)
        if tag == "a" and not self.page.skip:
            self.page.skip = values.get("href", "").removeprefix("#")
        self.page.texts.update(values[name].strip() for name in _LABELS if name in values)
        if "id" in values:
            self.page.identifiers.append(values["id"])
        if tag == "meta":
            name = values.get("name") or values.get("property") or ""
            self.page.metas.setdefault(name, []).append(values.get("content", ""))
        if tag == "html":
            self.page.language = values.get("lang", "")
        self._in_tabs |= "md-tabs" in values.get("class", "").split()
        is_title = tag == "title" and not self.page.title  # a drawing has a title, too
        if tag == "h1" or is_title or (self._in_tabs and tag == "a" and "aria-current" in values):
            self._collected = (tag, [])
        self._is_silent |= tag in {"script", "style"}

    def _note_ways(self, values: Mapping[str, str]) -> None:
        self.page.ways += [values[name] for name in _ADDRESSES if name in values]
        for candidate in values.get("srcset", "").split(","):
            self.page.ways += candidate.split()[:1]
        for relation in values.get("rel", "").split():
            self.page.relations.setdefault(relation, []).append(values.get("href", ""))

    def handle_data(self, data: str) -> None:
        if self._collected:
            self._collected[1].append(data)
        if not self._is_silent:
            self.page.texts.add(_SPACES.sub(" ", data).strip())

    def handle_endtag(self, tag: str) -> None:
        self._is_silent &= tag not in {"script", "style"}
        self._in_tabs &= tag != "nav"
        if not self._collected or self._collected[0] != tag:
            return
        text = _SPACES.sub(" ", "".join(self._collected[1])).strip()
        self._collected = None
        if tag == "title":
            self.page.title = text
        else:
            (self.page.headings if tag == "h1" else self.page.active_tabs).append(text)


def read_page(html: str) -> SitePage:
    """Return what a page says."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def read_site(site_dir: Path) -> dict[str, SitePage]:
    """Return every page of a built site by its address in the site; `index.html` is not said."""
    paths = sorted(site_dir.rglob("*.html"))
    names = (path.relative_to(site_dir).as_posix() for path in paths)
    return {
        re.sub(r"(^|/)index\.html$", r"\1", name): read_page(path.read_text(encoding="utf-8"))
        for name, path in zip(names, paths, strict=True)
    }


def dead_ways(site_dir: Path, site_url: str) -> Iterator[tuple[str, str]]:
    """Yield the address of a page and each of its ways that leads to nothing in the site."""
    pages = read_site(site_dir)
    for address, page in pages.items():
        for way in page.ways:
            target, anchor = urldefrag(urljoin(site_url + address, way))
            if not _is_local(target, site_url):
                continue
            path = unquote(urlsplit(target).path).removeprefix(urlsplit(site_url).path)
            if path in pages:
                alive = not anchor or unquote(anchor) in pages[path].identifiers
            else:
                alive = not anchor and path != "" and (site_dir / path).is_file()
            if not alive or not target.startswith(site_url):
                yield address, way


def _is_local(target: str, site_url: str) -> bool:
    return urlsplit(target)[:2] == urlsplit(site_url)[:2]
