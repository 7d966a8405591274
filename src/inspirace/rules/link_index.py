"""What links may lead to: the files of the content, their addresses in the site, their anchors."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, unquote

from inspirace.czech import nearest

CONTENT = "content/"
RECORDS = ("content/innovations/", "content/methods/")

_IMAGES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
_INDEX = "index"


@dataclass(frozen=True)
class LinkIndex:
    """The address of each file in the site, and the anchors of the pages that have some.

    Files are named by their paths from the root; addresses are relative to the site.
    """

    addresses: Mapping[str, str]
    anchors: Mapping[str, frozenset[str]]

    def address(self, from_path: str, target: str) -> str | None:
        """Return the address that a relative target in a file leads to; None: not in the site."""
        file, ending = self.find(from_path, target)
        return None if file is None else self.addresses[file] + ending

    def find(self, from_path: str, target: str) -> tuple[str | None, str]:
        """Return the file that a relative target leads to, or None, and what follows its path."""
        path = path_of(target)
        file = resolve_path(from_path, path)
        return file if file in self.addresses else None, target[len(path) :]

    def page_file(self, address: str) -> str | None:
        """Return the file of the page at an address in the site, None where there is no page."""
        return self._files.get(address.removesuffix("index.html").strip("/"))

    def nearest_file(self, path: str) -> str | None:
        """Return the file that a dead path probably means: of the same or a similar name."""
        wanted = posixpath.basename(path.replace("\\", "/").rstrip("/"))
        names = self._images if is_image(wanted) else self._texts
        found = nearest(_bare(unquote(wanted)), names)
        return None if found is None else names[found]

    @cached_property
    def _files(self) -> Mapping[str, str]:
        return {address.strip("/"): path for path, address in self.addresses.items()}

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return {_bare(path): path for path in sorted(self.addresses) if not is_image(path)}

    @cached_property
    def _images(self) -> Mapping[str, str]:
        return {_bare(path): path for path in sorted(self.addresses) if is_image(path)}


def path_of(target: str) -> str:
    """Return a target without ?query and #anchor."""
    return target.partition("#")[0].partition("?")[0]


def resolve_path(from_path: str, path: str) -> str | None:
    """Return the path from the root that a relative path in a file means, None if not content."""
    if not path:
        return from_path
    if path.startswith("/"):
        return None
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(from_path), unquote(path)))
    return joined if joined.startswith(CONTENT) and not path.endswith("/") else None


def relative_path(from_path: str, path: str) -> str:
    """Return the path of a file as a link in another file writes it."""
    return quote(posixpath.relpath(path, posixpath.dirname(from_path)))


def is_image(path: str) -> bool:
    """Return whether the file's name ends as an image's does."""
    return path.lower().endswith(_IMAGES)


def _bare(path: str) -> str:
    """Return the name that tells a file from others: an index page has its folder's."""
    folder, name = posixpath.split(path)
    stem = posixpath.splitext(name)[0]
    return posixpath.basename(folder) if stem == _INDEX else stem
