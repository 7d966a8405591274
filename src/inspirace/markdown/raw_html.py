"""HTML in a body: what it is, and how the same is written without it."""

import re
from collections.abc import Iterator, Mapping

from inspirace.diagnostics import Diagnostic
from inspirace.markdown.text import MarkdownText
from inspirace.markdown.tokens import Kind, Token
from inspirace.sentences import sentence

_LONGEST_QUOTE = 40
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")

_PARAGRAPHS = "Značku smažte, odstavce oddělte prázdným řádkem."
_BOLD = "Tučně se píše **takto**."
_ITALIC = "Kurzívou se píše *takto*."
_BULLETS = "Seznam se píše po řádcích, každý začíná spojovníkem a mezerou: - položka."
_TABLE = "Tabulka se píše svislými čarami: | Sloupec | Sloupec |."
_LINK = "Cizí obsah sem vložit nejde. Napište na něj odkaz: [text odkazu](https://adresa)."
_INSTEAD: Mapping[str, str] = {
    "a": "Odkaz se píše [text odkazu](https://adresa).",
    "audio": _LINK,
    "b": _BOLD,
    "blockquote": "Citace se píše se znakem > na začátku řádku.",
    "br": "Nový odstavec začíná po prázdném řádku. Kratší body se píšou jako seznam s odrážkami.",
    "div": _PARAGRAPHS,
    "em": _ITALIC,
    "embed": _LINK,
    "h1": "Nadpis oddílu se píše ## Nadpis, podnadpis ### Podnadpis.",
    "h2": "Nadpis oddílu se píše ## Nadpis.",
    "h3": "Podnadpis se píše ### Podnadpis.",
    "h4": "Podnadpis se píše ### Podnadpis.",
    "hr": "Čára se píše jako --- na samostatném řádku, nad kterým je prázdný řádek.",
    "i": _ITALIC,
    "iframe": _LINK,
    "img": "Obrázek se píše ![co na něm je](../assets/obrazek.jpg).",
    "li": _BULLETS,
    "object": _LINK,
    "ol": "Seznam se píše po řádcích, každý začíná číslem, tečkou a mezerou: 1. položka.",
    "p": _PARAGRAPHS,
    "script": "Programy do textu nepatří. Smažte všechno od <script> po </script>.",
    "span": "Značku smažte, text nechte.",
    "strong": _BOLD,
    "style": "O vzhledu rozhoduje web. Smažte všechno od <style> po </style>.",
    "sub": "Značku smažte; dolní index jde napsat znakem, třeba CO₂.",
    "sup": "Značku smažte; horní index jde napsat znakem, třeba m². Poznámku vepište do věty.",
    "table": _TABLE,
    "td": _TABLE,
    "tr": _TABLE,
    "u": "Značku smažte; podtržený text by si čtenář spletl s odkazem.",
    "ul": _BULLETS,
    "video": _LINK,
}
_WHOLE_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_PAGE = (
    "V textu je vložená celá webová stránka i se značkami HTML.",
    "Otevřete ji v prohlížeči, zkopírujte odtud jen text a značky smažte.",
)
_DELETE = "Značku smažte. Má-li znak < v textu být, napište před něj zpětné lomítko: \\<"


def check_raw_html(text: MarkdownText) -> Iterator[Diagnostic]:
    """A text has no HTML; what only closes a tag told before is not told again."""
    if Kind.HTML not in text.contents:
        return
    opened: set[str] = set()
    is_block = is_told = False
    for token in text.tokens:
        if token.tag == "HtmlBlock":
            is_block, is_told = token.kind is Kind.START, False
        elif token.kind is Kind.HTML and not is_told:
            # A block is told once, at its first line.
            is_told = is_block
            if _WHOLE_PAGE.match(token.text):
                yield text.source.finding("raw-html", token.start, *_PAGE)
                return
            tags = [(slash, name.lower()) for slash, name in _TAG.findall(token.text)]
            if not tags or not all(slash and name in opened for slash, name in tags):
                yield _finding(text, token)
            opened.update(name for _, name in tags)


def _finding(text: MarkdownText, token: Token) -> Diagnostic:
    written = token.text.strip()
    if written.startswith("<!--"):
        return text.source.finding(
            "raw-html",
            token.start,
            sentence("hidden-note"),
            "Smažte ji celou, nebo ji přepište do textu.",
        )
    first, bracket, _ = written.partition(">")
    quote = first + bracket
    if len(quote) > _LONGEST_QUOTE:
        quote = f"{quote[:_LONGEST_QUOTE]}…"
    tag = _TAG.match(written)
    advice = _INSTEAD.get(tag[2].lower(), _DELETE) if tag else _DELETE
    return text.source.finding("raw-html", token.start, sentence("raw-html", tag=quote), advice)
