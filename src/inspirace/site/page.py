"""Pages and artifacts: what the catalogue draws, before and after a frame is put around it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """What the site's owner decides: addresses end with a slash, empty text means not known.

    `edit_template` holds `{path}`, the path of a file from the repository's root;
    `report_template` holds `{title}` and may hold `{address}`, the page's own; both are put in
    quoted for an address. `repository` is the address of the repository, `editors_email` that of
    the people who take new cases in.
    """

    name: str
    url: str = ""
    edit_template: str = ""
    report_template: str = ""
    repository: str = ""
    editors_email: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the catalogue: HTML of its content and what the frame says about it.

    `address` is relative to the site and ends with a slash, the home page's is empty;
    `frame` is the address of the page whose frame it is drawn into;
    `edit_path` is the file behind the page, relative to the root, if there is one;
    `content` may be drawn when it is asked for; `made_from` gives a digest of everything that it
    is drawn from, an empty one where that is not known.
    """

    address: str
    frame: str
    title: str
    description: str
    content: str | Callable[[], str] = ""
    edit_path: str = ""
    head: str = ""
    made_from: Callable[[], bytes] = bytes

    @property
    def html(self) -> str:
        """Return the content, drawn."""
        return self.content if isinstance(self.content, str) else self.content()

    @property
    def depth(self) -> int:
        """Return how many folders below the site's root the page is."""
        return self.address.count("/")

    @property
    def base(self) -> str:
        """Return the relative address of the site's root, such as `../../`, or `./`."""
        return "../" * self.depth or "./"


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of the site: `path` is relative to the site's folder."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class LateArtifact:
    """A page's file whose content is made when it is asked for, each time anew.

    `made_from` gives a digest of everything that it is made from, an empty one if not known.
    """

    path: str
    make: Callable[[], bytes]
    made_from: Callable[[], bytes] = bytes

    @property
    def content(self) -> bytes:
        """Return the content, made."""
        return self.make()
