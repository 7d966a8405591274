"""Reading a frame: where its slots are, and its relative addresses made ready for any depth."""

import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape, unescape
from html.parser import HTMLParser
from itertools import accumulate

BASE = "\0"  # stands where the way to the site's root goes; HTML has no such character


class FrameError(ValueError):
    """The generator's page cannot be a frame; the message is for the site's editor."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that a page puts into the frame."""

    name: str
    required: bool = False

    @property
    def opening(self) -> str:
        """Return the mark before the slot."""
        return f"<!-- inspirace:{self.name} -->"

    @property
    def closing(self) -> str:
        """Return the mark behind the slot."""
        return f"<!-- /inspirace:{self.name} -->"

    def wrap(self, value: str) -> str:
        """Return the value between its marks."""
        return f"{self.opening}{value}{self.closing}"


SLOTS: Mapping[str, Slot] = {
    "head": Slot("head", required=True),
    "topic": Slot("topic"),
    "content": Slot("content", required=True),
    "edit": Slot("edit"),
}
SKIP_TARGET = "obsah"

_MARK = re.compile(r"\s*(/?)inspirace:([a-z]+)\s*")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_NOT_RELATIVE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\#]|$")
_SCRIPT_ADDRESS = re.compile(r'(new URL\()"([^"\\]*)"(?=,\s*location\))')
_CONFIG_ADDRESS = re.compile(r'("(?:base|search)":\s*)"([^"\\]*)"')
_OWN_RELATIONS = frozenset({"canonical", "prev", "next", "edit"})
_OWN_META = re.compile(r"description|(?!og:(?:site_name|locale)$)(?:og|twitter):.+")


@dataclass(frozen=True, slots=True, order=True)
class _Edit:
    """A span of the frame that is replaced: by a text, or by a slot if it names one."""

    start: int
    end: int
    text: str = ""
    slot: str = ""


def read_frame(html: str, address: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the texts around the slots and the slots' names, in the frame's order."""
    reader = _FrameReader(html.replace(BASE, ""), address)
    reader.read()
    parts, slots, position = [""], [], 0
    for edit in sorted(reader.edits):
        parts[-1] += reader.html[position : edit.start] + edit.text
        position = edit.end
        if edit.slot:
            slots.append(edit.slot)
            parts.append("")
    parts[-1] += reader.html[position:]
    return tuple(parts), tuple(slots)


def rebase(value: str, address: str) -> str:
    """Return a relative address of a page as BASE and the way from the root; others as they are."""
    if _NOT_RELATIVE.match(value):
        return value
    path, *rest = re.split(r"(?=[?#])", value, maxsplit=1)
    tail = "".join(rest)
    if not path:
        return f"{BASE}{address}{tail}"
    way = posixpath.normpath(posixpath.join(address, path))
    if way == ".":
        return f"{BASE}{tail}"
    slash = "/" if posixpath.basename(path) in {"", ".", ".."} else ""
    return f"{BASE}{way}{slash}{tail}"


def _rebase_srcset(value: str, address: str) -> str:
    if "data:" in value:
        return value  # its commas do not divide
    candidates = (one.split(maxsplit=1) for one in value.split(",") if one.strip())
    return ", ".join(" ".join((rebase(first, address), *rest)) for first, *rest in candidates)


_ADDRESS_ATTRIBUTES: Mapping[str, Callable[[str, str], str]] = {
    "href": rebase,
    "xlink:href": rebase,
    "src": rebase,
    "poster": rebase,
    "action": rebase,
    "formaction": rebase,
    "srcset": _rebase_srcset,
    "imagesrcset": _rebase_srcset,
}


class _FrameReader(HTMLParser):
    """Walks through the frame once and notes what is to be replaced."""

    def __init__(self, html: str, address: str) -> None:
        super().__init__(convert_charrefs=False)
        self.html = html
        self.address = address
        self.edits: list[_Edit] = []
        self._faults: dict[str, str] = {}  # by what they are about, so that each is told once
        lengths = (len(line) + 1 for line in html.split("\n"))
        self._line_starts = (0, *accumulate(lengths))
        self._open_slot: tuple[str, int] | None = None
        self._open_removal: tuple[str, int] | None = None
        self._open_script: tuple[bool, int] | None = None
        self._in_head = True
        self._skips = self._has_target = False

    def read(self) -> None:
        """Read the whole frame; raise FrameError naming everything that is wrong or missing."""
        self.feed(self.html)
        self.close()
        if self._open_slot:
            # What is behind the mark was not read: it may be there.
            name, _ = self._open_slot
            self._faults[name] = f"značka {SLOTS[name].opening} nemá za sebou svou dvojici"
        elif missing := [*self._missing()]:
            self._faults[""] = f"chybí {', '.join(missing)}"
        if self._faults:
            name = f"„{self.address}“" if self.address else "titulní stránky"
            raise FrameError(f"Rám {name} nejde použít: {'; '.join(self._faults.values())}.")

    def _missing(self) -> Iterator[str]:
        found = {edit.slot for edit in self.edits} | self._faults.keys()
        for slot in SLOTS.values():
            if slot.required and slot.name not in found:
                yield f"značka {slot.opening}…{slot.closing}"
        if not self._has_target:
            yield f'prvek s id="{SKIP_TARGET}"'
        if not self._skips:
            yield f'odkaz href="#{SKIP_TARGET}", kterým se přeskočí navigace'

    def handle_comment(self, data: str) -> None:
        """Note a slot when its second mark is met."""
        mark = _MARK.fullmatch(data)
        if not mark or self._open_removal:
            return
        closing, name = mark.groups()
        if name not in SLOTS:
            self._faults.setdefault(name, f"neznámá značka <!--{data}-->")
        elif closing:
            self._close_slot(name)
        elif self._open_slot or name in {edit.slot for edit in self.edits}:
            self._faults[name] = f"značka {SLOTS[name].opening} se opakuje nebo je uvnitř jiné"
        else:
            self._open_slot = (name, self._offset())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag's addresses, or that it goes with its content."""
        if tag == "body":
            self._in_head = False
        if self._open_slot or self._open_removal:
            return
        start, text = self._offset(), self.get_starttag_text() or ""
        values = {name: value or "" for name, value in attrs}
        if tag == "h1":
            self._faults[tag] = "má vlastní nadpis h1 mimo značku content"
        self._has_target |= values.get("id") == SKIP_TARGET
        self._skips |= tag == "a" and values.get("href") == f"#{SKIP_TARGET}"
        if _is_own(tag, values, in_head=self._in_head):
            if tag in {"title", "a"}:
                self._open_removal = (tag, start)
            else:
                self.edits.append(_Edit(start, start + len(text)))
            return
        if tag == "script":
            self._open_script = (values.get("id") == "__config", start + len(text))
        self.edits.extend(self._attribute_edits(start, text, len(tag) + 1))

    def handle_endtag(self, tag: str) -> None:
        """Note the end of what is removed, or the addresses of a script."""
        if self._open_removal and self._open_removal[0] == tag:
            end = self.html.index(">", self._offset()) + 1
            self.edits.append(_Edit(self._open_removal[1], end))
            self._open_removal = None
        elif self._open_script and tag == "script":
            is_config, start = self._open_script
            pattern = _CONFIG_ADDRESS if is_config else _SCRIPT_ADDRESS
            end, old = self._offset(), self.html[start : self._offset()]
            new = pattern.sub(partial(_rebase_string, address=self.address), old)
            self.edits.append(_Edit(start, end, new))
            self._open_script = None

    def _close_slot(self, name: str) -> None:
        if not self._open_slot or self._open_slot[0] != name:
            wrong = f"značka {SLOTS[name].closing} nemá před sebou svou dvojici"
            self._faults.setdefault(name, wrong)
            return
        start, end = self._open_slot[1], self.html.index(">", self._offset()) + 1
        self.edits.append(_Edit(start, end, slot=name))
        self._open_slot = None

    def _attribute_edits(self, tag_start: int, text: str, position: int) -> Iterator[_Edit]:
        for found in _ATTRIBUTE.finditer(text, position):
            name, written = found[1].lower(), found[2]
            if not written or name not in _ADDRESS_ATTRIBUTES:
                continue
            value = unescape(written[1:-1] if written[0] in "\"'" else written).strip()
            rebased = _ADDRESS_ATTRIBUTES[name](value, self.address)
            if rebased != value:
                start, end = (tag_start + place for place in found.span(2))
                yield _Edit(start, end, f'"{escape(rebased)}"')

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column


def _is_own(tag: str, values: Mapping[str, str], *, in_head: bool) -> bool:
    """Return whether the element speaks of the frame's own page and must not survive."""
    relations = _OWN_RELATIONS.intersection(values.get("rel", "").lower().split())
    if tag == "title":
        return in_head
    if tag == "meta":
        name = values.get("name") or values.get("property") or ""
        return bool(_OWN_META.fullmatch(name.lower()))
    return tag in {"a", "link"} and bool(relations)


def _rebase_string(found: re.Match[str], address: str) -> str:
    rebased = rebase(found[2], address)
    written = json.dumps(rebased.removeprefix(BASE)).replace("<", "\\u003c")
    start = BASE if rebased.startswith(BASE) else ""
    return f'{found[1]}"{start}{written[1:]}'
