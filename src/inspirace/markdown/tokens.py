"""Markdown to tokens with their places: the only module that knows the parser."""

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum, auto
from typing import TYPE_CHECKING, Any, NamedTuple

from pyromark import Options, events_with_range, reference_definitions

if TYPE_CHECKING:
    from pyromark.event import Event


MOST_NESTED = 20

# What the catalogue does not draw is read too, to be found and named.
_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
)
_NESTING = frozenset(
    {"BlockQuote", "List", "FootnoteDefinition", "Emphasis", "Strong", "Strikethrough", "Link"}
    | {"Image"}
)
_WITHOUT_ADDRESSES = frozenset({"Link", "Image", "CodeBlock"})
_COUNTED = _NESTING | _WITHOUT_ADDRESSES | {"Item"}
_SIGN = r'[^\s<>"„“”‚‘’»«()]'
_ADDRESS = re.compile(rf"(?<!\w)https?://(?=\w)(?:{_SIGN}|\({_SIGN}*\))+", re.IGNORECASE)
_SPECIAL_IN_TARGET = re.compile(r"[\\<>&]")
_AFTER_ADDRESS = ".,;:!?'…*_~[]"


class Kind(StrEnum):
    """What a token is."""

    START = auto()
    END = auto()
    TEXT = auto()
    CODE = auto()
    HTML = auto()
    SOFT_BREAK = auto()
    HARD_BREAK = auto()
    RULE = auto()
    FOOTNOTE = auto()
    TASK = auto()
    TOO_DEEP = auto()


# An enumeration looks its members up each time, which is much for every token of every text.
_START, _END, _TEXT = Kind.START, Kind.END, Kind.TEXT


class Token(NamedTuple):
    """One step through a text; `start` and `end` are bytes of its UTF-8.

    `tag` names what starts or ends, as CommonMark calls it. `text` is a text, the target of a
    link or an image, or what follows a code fence; `label` the label of a reference link;
    `number` a heading's level, or a list's first number, less than 0 for bullets; `columns` say
    how the columns of a table are aligned.
    """

    kind: Kind
    start: int
    end: int
    tag: str = ""
    text: str = ""
    label: str = ""
    number: int = 0
    columns: tuple[str, ...] = ()


def read_tokens(markdown: str) -> Iterator[Token]:
    """Yield the tokens of a text; bare web addresses become links.

    What is nested too deep keeps its text and loses its markup; the first such place is told.
    """
    depth = opaque = 0
    is_told = False
    encoded = b""
    for event, span in events_with_range(markdown, options=_OPTIONS, merge_text=True):
        token = _token(event, span["start"], span["end"])
        tag = token.tag
        if not tag:
            if opaque or token.kind is not _TEXT or "://" not in token.text:
                yield token
            else:
                encoded = encoded or markdown.encode()
                yield from _with_addresses(token, encoded[token.start : token.end])
            continue
        if tag not in _COUNTED:
            yield token
            continue
        is_start = token.kind is _START
        nests = tag in _NESTING
        depth += nests and is_start
        is_dropped = depth > MOST_NESTED and (nests or tag == "Item")
        depth -= nests and not is_start
        if tag in _WITHOUT_ADDRESSES:
            opaque += 1 if is_start else -1
        if not is_dropped:
            yield token
        elif not is_told:
            is_told = True
            yield Token(Kind.TOO_DEEP, token.start, token.end)


def link_definitions(markdown: str) -> Mapping[str, str]:
    """Return the definitions of reference links by folded label, each as a line of Markdown."""
    definitions = reference_definitions(markdown, options=_OPTIONS).items()
    return {
        fold_label(label): f"[{label}]: <{_escape_target(one['dest'])}>"
        for label, one in definitions
    }


def _escape_target(target: str) -> str:
    return _SPECIAL_IN_TARGET.sub(r"\\\g<0>", target)


def fold_label(label: str) -> str:
    """Return the label of a reference link as labels are compared."""
    return " ".join(label.split()).casefold()


def _token(event: "Event", start: int, end: int) -> Token:
    if isinstance(event, str):
        return Token(_MARKS[event], start, end)
    # The parser's events are dictionaries of one name, nested; pyromark.event has the types.
    [(name, content)] = event.items()
    if name in _LEAVES:
        return Token(_LEAVES[name], start, end, "", str(content))
    kind = _EDGES[name]
    if not isinstance(content, dict):
        return Token(kind, start, end, str(content))
    [(tag, detail)] = content.items()
    if kind is _END:
        return Token(kind, start, end, tag, number=-1 if detail is False else 0)
    if tag not in _DETAILS:
        return Token(kind, start, end, tag)
    return Token(kind, start, end, tag, *_DETAILS[tag](detail))


_Detail = tuple[str, str, int, tuple[str, ...]]


def _heading(detail: Mapping[str, Any]) -> _Detail:
    return "", "", int(detail["level"].removeprefix("H")), ()


def _list(first: int | None) -> _Detail:
    return "", "", -1 if first is None else first, ()


def _table(columns: tuple[str, ...]) -> _Detail:
    return "", "", 0, columns


def _code(fence: str | Mapping[str, str]) -> _Detail:
    return "" if isinstance(fence, str) else fence["Fenced"], "", 0, ()


def _link(detail: Mapping[str, Any]) -> _Detail:
    scheme = "mailto:" if detail["link_type"] == "Email" else ""
    return scheme + detail["dest_url"], detail["id"], 0, ()


_EDGES = {"Start": _START, "End": _END}
_MARKS = {"SoftBreak": Kind.SOFT_BREAK, "HardBreak": Kind.HARD_BREAK, "Rule": Kind.RULE}
_LEAVES = {
    "Text": Kind.TEXT,
    "Code": Kind.CODE,
    "Html": Kind.HTML,
    "InlineHtml": Kind.HTML,
    "FootnoteReference": Kind.FOOTNOTE,
    "TaskListMarker": Kind.TASK,
}
_DETAILS: Mapping[str, Callable[[Any], _Detail]] = {
    "Heading": _heading,
    "List": _list,
    "Table": _table,
    "CodeBlock": _code,
    "Link": _link,
    "Image": _link,
}


def _with_addresses(token: Token, source: bytes) -> Iterator[Token]:
    """Yield a text as texts and links: a bare address leads where it says."""
    done = place = 0
    for match in _ADDRESS.finditer(token.text):
        address = match[0].rstrip(_AFTER_ADDRESS)
        written = address.encode()
        # With an escape or an entity inside, it is not in the source as it is in the text.
        found = source.find(written, place)
        start = token.start + (place if found < 0 else found)
        end = start if found < 0 else start + len(written)
        if match.start() > done:
            before = token.text[done : match.start()]
            yield Token(Kind.TEXT, token.start + place, start, text=before)
        yield Token(Kind.START, start, end, "Link", address)
        yield Token(Kind.TEXT, start, end, text=address)
        yield Token(Kind.END, start, end, "Link")
        done, place = match.start() + len(address), end - token.start
    if done < len(token.text):
        yield Token(Kind.TEXT, token.start + place, token.end, text=token.text[done:])
