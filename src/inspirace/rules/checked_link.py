"""A link on its way through the rules about links, and the fault that a rule finds."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from inspirace.markdown.body import Link
from inspirace.rules.link_index import LinkIndex

_LONGEST_QUOTE = 80
_UNSEEN = re.compile(r"[\x00-\x20]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


class LinkFault(NamedTuple):
    """What is wrong with a link and what to do."""

    code: str
    message: str
    advice: str


@dataclass(frozen=True)
class CheckedLink:
    """A link in the file at a path from the root, and what links may lead to."""

    link: Link
    path: str
    index: LinkIndex

    @cached_property
    def target(self) -> str:
        """Return the target without the signs that a browser leaves out too."""
        return _UNSEEN.sub("", self.link.target)

    @cached_property
    def scheme(self) -> str:
        """Return the scheme in lower case, empty for a relative target."""
        match = _SCHEME.match(self.target)
        return match[1].lower() if match else ""

    @cached_property
    def file(self) -> str | None:
        """Return the path of the file that a relative target leads to, None where there is none."""
        return self.index.find(self.path, self.target)[0]

    @property
    def is_outside(self) -> bool:
        """Return whether the target is an address on the web."""
        return self.scheme in ("http", "https") or self.target.startswith("//")

    @property
    def said(self) -> str:
        """Return the link as messages name it: „Odkaz „x.md““."""
        target = self.link.target
        if len(target) > _LONGEST_QUOTE:
            target = f"{target[:_LONGEST_QUOTE]}…"
        return f"{'Obrázek' if self.link.is_image else 'Odkaz'} „{target}“"
