"""Markdown beyond what the catalogue draws: how it is found, what to write instead."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from inspirace.diagnostics import Diagnostic
from inspirace.markdown.text import MarkdownText, Source
from inspirace.markdown.tokens import Kind, Token
from inspirace.sentences import sentence


@dataclass(frozen=True, slots=True)
class _Fault:
    message: str
    advice: str
    code: str = "unsupported-markup"


_FOOTNOTE = _Fault(
    sentence("footnote"),
    "Poznámku vepište do věty; odkud co víte, patří do zdrojů v hlavičce.",
)
_STRIKETHROUGH = _Fault(
    sentence("strikethrough"),
    "Přeškrtnutý text smažte. Má-li tu být vlnovka, napište před ni zpětné lomítko: \\~",
)
_TASK = _Fault(
    sentence("task"),
    "Hranaté závorky na začátku položky smažte, odrážka stačí.",
)
_INDENTED_CODE = _Fault(
    sentence("indented-code"),
    "Mezery na začátku řádku smažte.",
)
_FENCED_CODE = _Fault(
    sentence("fenced-code"),
    "Řádky se značkami ``` nebo ~~~ smažte.",
)
_FRAME = _Fault(
    sentence("frame"),
    "Značku rámečku smažte a text pod ní napište jako obyčejný odstavec.",
)
_GRID_TABLE = _Fault(
    "Tabulku z plusů a pomlček katalog neumí.",
    "Napište ji svislými čarami:\n| Sloupec | Sloupec |\n| --- | --- |\n| hodnota | hodnota |",
)
_GRID_LINE = re.compile(r"\+(?:[-=:]{2,}+\+)+")
_LINK = "bad-link"
_FORM = "Odkaz se píše [text odkazu](adresa)"

# What is only text to the parser, but was meant as more.
_Row = tuple[re.Pattern[str], _Fault]
_LINK_FORMS: tuple[_Row, ...] = (
    (
        re.compile(r"(?<!\\)\] +\((?=https?:|www\.|mailto:|\.\.?/|#|[\w/-]+\.md\b)"),
        _Fault(
            sentence("link-gap"),
            f"{_FORM}, závorky jsou těsně u sebe.",
            _LINK,
        ),
    ),
    (
        re.compile(r"(?<!\\)\]\("),
        _Fault(
            "Z těchto závorek by nebyl odkaz.",
            f"{_FORM}. V adrese není mezera (píše se místo ní %20) a kulatá závorka je zavřená.",
            _LINK,
        ),
    ),
    (
        re.compile(r"(?<!\\)\]\[(?!\^)[^\[\]\n]*+\]"),
        _Fault("Odkaz nemá adresu.", f"{_FORM}.", _LINK),
    ),
)
_IN_TEXT: tuple[_Row, ...] = (
    (re.compile(r"(?<!\\)\[\^[^\[\]\s]++\]"), _FOOTNOTE),
    (re.compile(r"(?<!\\)\[!\w+\]"), _FRAME),
    (re.compile(r"^(?:!!!|\?\?\?\+?) \w", re.MULTILINE), _FRAME),
    (
        re.compile(r"(?<!\\)\{[:#.%{][^{}\n]*+\}"),
        _Fault(sentence("braces"), "Smažte je i se závorkami."),
    ),
    (
        re.compile(r"(?<![\\=])==(?=[^\s=])[^=\n]++==(?!=)"),
        _Fault(sentence("highlight"), "Tučně se píše **takto**."),
    ),
    (
        re.compile(r"(?<!\\)\$(?:\$|(?=[^$\n]*[\\^_=])[^$\n]++\$)"),
        _Fault(
            sentence("formula"),
            "Výpočet napište slovy. Má-li tu být dolar, napište ho také slovem.",
        ),
    ),
)
_FOLLOWING = len("https:")
# Most texts have none of these, nor even the signs that they are made of.
_SUSPICIOUS = re.compile(r"\][ (\[]|\[[\^!]|\{[:#.%{]|\$|!!! |\?\?\?|==")
_SIGNS = ("]", "[", "{", "$", "!!! ", "???", "==")

# By kinds and tags.
_NOT_DRAWN: Mapping[str, _Fault] = {
    Kind.FOOTNOTE: _FOOTNOTE,
    Kind.TASK: _TASK,
    "FootnoteDefinition": _FOOTNOTE,
    "Strikethrough": _STRIKETHROUGH,
    "CodeBlock": _INDENTED_CODE,
}


def check_markup(text: MarkdownText) -> Iterator[Diagnostic]:
    """A text uses only such Markdown as the catalogue draws."""
    if not text.contents.isdisjoint(_NOT_DRAWN):
        for token in text.tokens:
            fault = _NOT_DRAWN.get(token.tag or token.kind)
            if fault is not None and token.kind is not Kind.END:
                yield _finding(text.source, token.start, _exact(text.source, token, fault))
    yield from _check_texts(text, _IN_TEXT)
    yield from _check_grid_tables(text)


def check_link_forms(text: MarkdownText) -> Iterator[Diagnostic]:
    """A text has no links that are not whole, or that only some parsers would see."""
    return _check_texts(text, _LINK_FORMS)


def _check_grid_tables(text: MarkdownText) -> Iterator[Diagnostic]:
    """A table has no lines of pluses and dashes; it is told once, at the first of them."""
    if "+" not in text.texts or not ("+-" in text.texts or "+=" in text.texts):
        return
    is_told = False
    for token in text.tokens:
        if token.tag == "Paragraph":
            is_told = False
        elif token.kind is Kind.TEXT and not is_told and _GRID_LINE.fullmatch(token.text.strip()):
            is_told = True
            yield _finding(text.source, token.start, _GRID_TABLE)


def _exact(source: Source, token: Token, fault: _Fault) -> _Fault:
    is_fenced = source.encoded[token.start : token.start + 1] in (b"`", b"~")
    return _FENCED_CODE if fault is _INDENTED_CODE and is_fenced else fault


def _check_texts(text: MarkdownText, rows: Sequence[_Row]) -> Iterator[Diagnostic]:
    if not _is_suspicious(text):
        return
    is_code = False
    for token in text.tokens:
        if token.tag == "CodeBlock":
            is_code = token.kind is Kind.START
        elif token.kind is Kind.TEXT and not is_code and _SUSPICIOUS.search(token.text):
            yield from _check_text(text.source, token, rows)


def _is_suspicious(text: MarkdownText) -> bool:
    # One sign is looked for in no time, several take as long as the pattern.
    has_signs = any(sign[0] in text.texts and sign in text.texts for sign in _SIGNS)
    return has_signs and _SUSPICIOUS.search(text.source.text) is not None


def _check_text(source: Source, token: Token, rows: Sequence[_Row]) -> Iterator[Diagnostic]:
    # As written: what is escaped there is meant as text. What follows may be a bare address.
    written = source.slice(token.start, token.end)
    before = "\\" if token.start and source.encoded.startswith(b"\\", token.start - 1) else ""
    after = source.encoded[token.end : token.end + _FOLLOWING].decode("ascii", "ignore")
    for pattern, fault in rows:
        for match in pattern.finditer(before + written + after, len(before)):
            characters = match.start() - len(before)
            if characters < len(written):
                offset = token.start + len(written[:characters].encode())
                yield _finding(source, offset, fault)


def _finding(source: Source, offset: int, fault: _Fault) -> Diagnostic:
    return source.finding(fault.code, offset, fault.message, fault.advice)
