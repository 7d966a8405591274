"""Safe HTML of Markdown: written from tokens, then cleaned by a list of tags of our own.

The one place besides templates that writes HTML: every text and attribute is escaped, HTML in the
source is left out, and the cleaner has the last word.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

from nh3 import Cleaner

from inspirace.czech import typeset_once as typeset
from inspirace.markdown.anchors import PageAnchors
from inspirace.markdown.headings import plain_text
from inspirace.markdown.tokens import Kind, Token, read_tokens

# The attribute, not a class: it is right in any theme, and without one.
_ALIGNED: Mapping[str, str] = {"Center": "center", "Right": "right"}
_OTHER_HOST = re.compile(r"[\x00-\x20]*[/\\][\t\n\r]*[/\\]")


def _relative(address: str) -> str | None:
    """Return the address unless it has no scheme and leads to another host all the same."""
    return None if _OTHER_HOST.match(address) else address


_CLEANER = Cleaner(
    tags={
        *("p", "h3", "ul", "ol", "li", "blockquote", "hr", "br", "div"),
        *("table", "thead", "tbody", "tr", "th", "td"),
        *("em", "strong", "code", "a", "img"),
    },
    attributes={
        "a": {"href", "rel"},
        "div": {"aria-label"},
        "h3": {"id"},
        "img": {"src", "alt"},
        "ol": {"start"},
    },
    tag_attribute_values={
        "div": {"role": {"region"}, "tabindex": {"0"}},
        "img": {"loading": {"lazy"}},
        "th": {"scope": {"col"}, "align": set(_ALIGNED.values())},
        "td": {"align": set(_ALIGNED.values())},
    },
    allowed_classes={"div": {"table-scroll"}},
    url_schemes={"http", "https", "mailto"},
    url_relative=_relative,
    link_rel=None,  # only outgoing links have one, so the writer gives it
)

_OUTSIDE = ("http://", "https://")
_INLINE = frozenset({"Emphasis", "Strong", "Link", "Image"})
# The members of an enumeration are compared one by one: to look them up takes longer.
_TEXT, _SOFT_BREAK, _CODE = Kind.TEXT, Kind.SOFT_BREAK, Kind.CODE
_START, _END = Kind.START, Kind.END
_WORD = "x"
_MARKS: Mapping[Kind, str] = {Kind.HARD_BREAK: "<br>\n", Kind.RULE: "<hr>\n"}
_PLAIN: Mapping[str, tuple[str, str]] = {
    "Paragraph": ("<p>", "</p>\n"),
    "Heading": ("", "</h3>\n"),
    "BlockQuote": ("<blockquote>\n", "</blockquote>\n"),
    "Item": ("<li>", "</li>\n"),
    "CodeBlock": ("<p><code>", "</code></p>\n"),
    "Table": ("", "</tbody>\n</table>\n</div>\n"),
    "TableHead": ("<thead>\n<tr>", "</tr>\n</thead>\n<tbody>\n"),
    "TableRow": ("<tr>", "</tr>\n"),
    "Emphasis": ("<em>", "</em>"),
    "Strong": ("<strong>", "</strong>"),
    "Link": ("", "</a>"),
}
_NOTHING = ("", "")


def render_markdown(markdown: str, resolve: Callable[[str], str]) -> str:
    """Return one section as safe HTML; `resolve` maps the target of each link and image."""
    tokens = tuple(read_tokens(markdown))
    return _CLEANER.clean("".join(_Writer(tokens, resolve).pieces()))


class _Writer:
    """Tokens to HTML; a text waits until it is known what follows it."""

    def __init__(self, tokens: Sequence[Token], resolve: Callable[[str], str]) -> None:
        self._tokens = tokens
        self._resolve = resolve
        self._waiting: list[str] = []
        self._anchors = PageAnchors()
        self._columns: tuple[str, ...] = ()
        self._cell, self._cells = "td", 0

    def pieces(self) -> Iterator[str]:
        """Yield the HTML in pieces."""
        image_end = -1
        for position, token in enumerate(self._tokens):
            if position <= image_end:
                continue
            kind = token.kind
            if kind is _TEXT or kind is _SOFT_BREAK:
                self._waiting.append(token.text or " ")
                continue
            if self._waiting:
                yield self._text(token)
            yield self._piece(position, token)
            if token.tag == "Image":
                image_end = self._end(position)

    def _piece(self, position: int, token: Token) -> str:
        kind, tag = token.kind, token.tag
        if kind is _START:
            write = _STARTS.get(tag)
            return write(self, position, token) if write else _PLAIN.get(tag, _NOTHING)[0]
        if kind is _END:
            return self._closing(token)
        if kind is _CODE:
            return f"<code>{escape(token.text)}</code>"
        return _MARKS.get(kind, "")

    def _text(self, following: Token) -> str:
        text = "".join(self._waiting)
        self._waiting.clear()
        is_inline = following.kind is _START and following.tag in _INLINE
        if is_inline or following.kind is _CODE:
            # The next word is what follows: „v *lese*“.
            return escape(typeset(text + _WORD).removesuffix(_WORD), quote=False)
        return escape(typeset(text), quote=False)

    def _closing(self, token: Token) -> str:
        if token.tag == "TableCell":
            return f"</{self._cell}>"
        if token.tag == "List":
            return f"</{'ul' if token.number < 0 else 'ol'}>\n"
        return _PLAIN.get(token.tag, _NOTHING)[1]

    def heading(self, position: int, _: Token) -> str:
        return _tag("h3", id=self._anchors.add(self._plain(position)))

    def list(self, _: int, token: Token) -> str:
        if token.number < 0:
            return "<ul>\n"
        return f"{_tag('ol', start=None if token.number == 1 else str(token.number))}\n"

    def table(self, position: int, token: Token) -> str:
        self._columns = token.columns
        label = f"Tabulka: {self._plain(position + 1)}"
        box = {"class": "table-scroll", "role": "region", "tabindex": "0", "aria-label": label}
        return f"{_tag('div', **box)}\n<table>\n"

    def row(self, _: int, token: Token) -> str:
        self._cell, self._cells = "th" if token.tag == "TableHead" else "td", 0
        return _PLAIN[token.tag][0]

    def table_cell(self, _: int, __: Token) -> str:
        alignment = self._columns[self._cells] if self._cells < len(self._columns) else ""
        self._cells += 1
        scope = "col" if self._cell == "th" else None
        return _tag(self._cell, align=_ALIGNED.get(alignment), scope=scope)

    def link(self, _: int, token: Token) -> str:
        href = self._resolve(token.text)
        rel = "external noopener" if href.lower().startswith(_OUTSIDE) else None
        return _tag("a", href=href, rel=rel)

    def image(self, position: int, token: Token) -> str:
        alternative = self._plain(position)
        source = self._resolve(token.text)
        if source.lower().startswith(_OUTSIDE):
            # No page asks another host for anything.
            return escape(alternative)
        return _tag("img", src=source, alt=alternative, loading="lazy")

    def _plain(self, position: int) -> str:
        return plain_text(self._tokens[position + 1 : self._end(position)])

    def _end(self, position: int) -> int:
        """Return the position of the token that ends what starts at the position."""
        tag, depth = self._tokens[position].tag, 0
        for number in range(position, len(self._tokens)):
            if self._tokens[number].tag == tag:
                depth += 1 if self._tokens[number].kind is Kind.START else -1
                if not depth:
                    return number
        return len(self._tokens)


_STARTS: Mapping[str, Callable[[_Writer, int, Token], str]] = {
    "Heading": _Writer.heading,
    "List": _Writer.list,
    "Table": _Writer.table,
    "TableHead": _Writer.row,
    "TableRow": _Writer.row,
    "TableCell": _Writer.table_cell,
    "Link": _Writer.link,
    "Image": _Writer.image,
}


def _tag(name: str, **attributes: str | None) -> str:
    """Return an opening tag with those attributes that have a value."""
    written = (
        f' {key}="{escape(value)}"' for key, value in attributes.items() if value is not None
    )
    return f"<{name}{''.join(written)}>"
