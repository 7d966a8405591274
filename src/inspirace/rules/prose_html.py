"""HTML in ordinary pages: allowed, but nothing that runs, looks foreign or asks another host.

The generator reads another dialect of Markdown than our parser. What is left out of the check as
code is therefore only what both take for code.
"""

import re
from collections.abc import Iterator, Mapping

from inspirace.diagnostics import Diagnostic
from inspirace.markdown.text import MarkdownText
from inspirace.markdown.tokens import Kind, Token

_EMBEDDED = "Smažte ji. Na cizí obsah dejte odkaz: [text odkazu](https://adresa)."
_DRAWN = "Smažte ji i s obsahem. Obrázek uložte do složky content/assets."
_LOOK = "Smažte ji i s obsahem, o vzhledu rozhoduje web."
_FORBIDDEN: Mapping[str, str] = {
    "applet": _EMBEDDED,
    "base": _LOOK,
    "embed": _EMBEDDED,
    "form": "Smažte ji. Kam má čtenář napsat, řekněte odkazem.",
    "frame": _EMBEDDED,
    "frameset": _EMBEDDED,
    "iframe": _EMBEDDED,
    "link": _LOOK,
    "math": _DRAWN,
    "meta": _LOOK,
    "noscript": _LOOK,
    "object": _EMBEDDED,
    "script": "Smažte ji i s obsahem, programy na stránky nepatří.",
    "style": _LOOK,
    "svg": _DRAWN,
    "template": _LOOK,
}
_TAG = re.compile(rf"<({'|'.join(_FORBIDDEN)})(?![\w-])".encode(), re.IGNORECASE)

# A tag up to its end, a badly quoted one too, and attributes in braces.
_WITH_ATTRIBUTES = re.compile(
    rb"""<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*[^>]{0,2000}|\{[^{}\n]*\}""", re.IGNORECASE
)
_ENTITY = re.compile(rb"&(?:#([0-9]{1,7})|#x([0-9a-f]{1,6})|(Tab|NewLine|colon));?", re.IGNORECASE)
_NAMED = {b"tab": b"\t", b"newline": b"\n", b"colon": b":"}
_HIDDEN = rb"[\x00-\x20]*"
_LAST_ASCII = 0x7F


def _spaced(word: str) -> bytes:
    return _HIDDEN.join(sign.encode() for sign in word)


# Each is searched for in tags and attributes, with entities resolved.
_ATTRIBUTES: tuple[tuple[re.Pattern[bytes], str, str], ...] = (
    (
        re.compile(rb"(?<![\w-])on[a-z]{3,}\s*=", re.IGNORECASE),
        "Značka by po klepnutí nebo sama spustila program.",
        "Smažte z ní všechno od on… po konec uvozovek.",
    ),
    (
        re.compile(
            b"|".join(map(_spaced, ("javascript:", "vbscript:", "data:text/"))), re.IGNORECASE
        ),
        "Adresa by spustila program.",
        "Napište adresu, která začíná https://.",
    ),
    (
        re.compile(
            rb"(?<![\w-])style\s*=[^>]{0,500}?(?:url\s*\(|expression\s*\(|@import)", re.IGNORECASE
        ),
        "Styl by si vyžádal soubor odjinud.",
        "Smažte celý atribut style, o vzhledu rozhoduje web.",
    ),
    (
        re.compile(
            rb"(?<![\w-])(?:src|srcset|poster|background|data)\s*=[\s\"']*(?:https?:)?[/\\]{2}",
            re.IGNORECASE,
        ),
        "Stránka by si o soubor říkala cizímu webu.",
        "Uložte soubor do složky content/assets a napište k němu cestu, nebo na něj dejte odkaz.",
    ),
)


def check_prose_html(text: MarkdownText) -> Iterator[Diagnostic]:
    """Nothing in a page runs, draws its own look or asks another host for something."""
    visible = without_code(text)
    for match in _TAG.finditer(visible):
        tag = match[1].decode().lower()
        message = f"Značka „<{tag}>“ na stránce být nesmí."
        yield text.source.finding("raw-html", match.start(), message, _FORBIDDEN[tag])
    for segment in _WITH_ATTRIBUTES.finditer(visible):
        if _TAG.match(segment[0]):
            continue
        written = _ENTITY.sub(_resolve_entity, segment[0])
        for pattern, message, advice in _ATTRIBUTES:
            found = pattern.search(written)
            if found:
                offset = segment.start() + found.start()
                yield text.source.finding("raw-html", offset, message, advice)


def without_code(text: MarkdownText) -> bytes:
    """Return the source with spaces in place of what every dialect takes for code."""
    written = bytearray(text.source.encoded)
    nesting = 0
    for token in text.tokens:
        if token.tag == "CodeBlock" or token.kind is Kind.CODE:
            if token.kind is not Kind.END and not nesting and _is_code_for_all(text, token):
                inside = bytes(written[token.start : token.end])
                written[token.start : token.end] = re.sub(rb"[^\n]", b" ", inside)
        elif token.tag in ("List", "BlockQuote"):
            nesting += 1 if token.kind is Kind.START else -1
    return bytes(written)


def _is_code_for_all(text: MarkdownText, token: Token) -> bool:
    written = text.source.slice(token.start, token.end)
    if token.kind is Kind.CODE:
        return "\n" not in written
    # A fenced block: closed as it is opened, at the beginning of lines, with a plain language.
    fence = re.match(r"(`{3,}|~{3,})([\w+#.-]*)\n", written)
    starts_line = not token.start or text.source.encoded.startswith(b"\n", token.start - 1)
    return bool(fence and starts_line and written.rstrip().endswith(f"\n{fence[1]}"))


def _resolve_entity(entity: re.Match[bytes]) -> bytes:
    """Return the sign that an entity stands for, as long as the entity, so that places stay."""
    decimal, hexadecimal, name = entity.groups()
    if name:
        sign = _NAMED[name.lower()]
    else:
        number = int(decimal) if decimal else int(hexadecimal, 16)
        sign = bytes([number]) if number <= _LAST_ASCII else entity[0]
    return sign.ljust(len(entity[0]), b"\0")
