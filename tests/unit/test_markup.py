"""Markup: HTML and Markdown beyond what the catalogue draws, each with what to write instead."""

import pytest

from inspirace.markdown.body import parse_body
from inspirace.reading.text_file import TextFile

Found = tuple[int, int, str]

# Three lines come before: the text begins on line 4.
START = "## Potřeba\n\n\n"


def found(written: str) -> list[Found]:
    diagnostics = parse_body(TextFile("content/innovations/x.md", START + written), 1).diagnostics
    return [(one.location.line, one.location.column, one.code) for one in diagnostics]


def told(written: str) -> tuple[str, str]:
    [one] = parse_body(TextFile("content/innovations/x.md", START + written), 1).diagnostics
    return one.message, one.help


DELETE = "Značku smažte. Má-li znak < v textu být, napište před něj zpětné lomítko: \\<"


@pytest.mark.parametrize(
    ("written", "message", "advice"),
    [
        pytest.param(
            "a <br> b",
            "V textu je značka HTML „<br>“.",
            "Nový odstavec začíná po prázdném řádku. Kratší body se píšou jako seznam s odrážkami.",
            id="br",
        ),
        pytest.param(
            "a <B>b</B>", "V textu je značka HTML „<B>“.", "Tučně se píše **takto**.", id="bold"
        ),
        pytest.param(
            '<a href="x">y</a>',
            'V textu je značka HTML „<a href="x">“.',
            "Odkaz se píše [text odkazu](https://adresa).",
            id="link",
        ),
        pytest.param(
            "<div>\n<p>a</p>\n</div>",
            "V textu je značka HTML „<div>“.",
            "Značku smažte, odstavce oddělte prázdným řádkem.",
            id="block",
        ),
        pytest.param(
            "<script>\nalert(1)\n</script>",
            "V textu je značka HTML „<script>“.",
            "Programy do textu nepatří. Smažte všechno od <script> po </script>.",
            id="script",
        ),
        pytest.param(
            "a <!-- poznámka --> b",
            "V textu je skrytá poznámka <!-- … -->, čtenář ji neuvidí.",
            "Smažte ji celou, nebo ji přepište do textu.",
            id="comment",
        ),
        pytest.param("a <jmeno> b", "V textu je značka HTML „<jmeno>“.", DELETE, id="placeholder"),
        pytest.param(
            "a </b> b",
            "V textu je značka HTML „</b>“.",
            "Tučně se píše **takto**.",
            id="closing-only",
        ),
        pytest.param(
            f"a <img alt='{'x' * 100}'>",
            f"V textu je značka HTML „<img alt='{'x' * 30}…“.",
            "Obrázek se píše ![co na něm je](../assets/obrazek.jpg).",
            id="long",
        ),
    ],
)
def test_html_is_told_with_what_to_write_instead(written: str, message: str, advice: str) -> None:
    assert told(written) == (message, advice)


@pytest.mark.parametrize(
    ("written", "places"),
    [
        pytest.param("ž 😀 <b>a</b> <i>b</i>", [(4, 5), (4, 14)], id="each-pair-once"),
        pytest.param("- a\n  <div>x</div>", [(5, 3)], id="block-in-a-list"),
        pytest.param("<div>\n\na\n\n</div>", [(4, 1)], id="closing-block"),
        pytest.param("<b>a</b>\n\n<p>b <b>c</b></p>", [(4, 1), (6, 1)], id="second-of-a-kind"),
    ],
)
def test_html_is_told_at_its_first_character(written: str, places: list[tuple[int, int]]) -> None:
    assert found(written) == [(*place, "raw-html") for place in places]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("a < b > c, <3", id="less-than"),
        pytest.param("`<b>` a \\<b> a &lt;b&gt;", id="code-escape-entity"),
        pytest.param("<https://a.cz> <a@b.cz>", id="autolinks"),
        pytest.param("<jméno>", id="no-name-of-a-tag"),
    ],
)
def test_other_angle_brackets_are_text(written: str) -> None:
    assert found(written) == []


@pytest.mark.parametrize(
    ("written", "place", "message"),
    [
        pytest.param("a[^1]\n\n[^1]: b", (4, 2), "Poznámky pod čarou katalog nemá.", id="footnote"),
        pytest.param("ž[^1] b", (4, 2), "Poznámky pod čarou katalog nemá.", id="lost-footnote"),
        pytest.param("a ~~b~~", (4, 3), "Přeškrtnutí katalog nemá.", id="strikethrough"),
        pytest.param("- [ ] a", (4, 3), "Zaškrtávací políčka katalog nemá.", id="task"),
        pytest.param(
            "a\n\n    b",
            (6, 5),
            "Řádek začíná čtyřmi mezerami nebo tabulátorem, a tak by vyšel jako programový kód.",
            id="indented-code",
        ),
        pytest.param(
            "a\n\n```py\n[x](\n```",
            (6, 1),
            "Bloky programového kódu katalog nemá.",
            id="fenced-code",
        ),
        pytest.param("> [!NOTE]\n> a", (4, 3), "Barevné rámečky katalog nemá.", id="alert"),
        pytest.param("!!! note\n    a", (4, 1), "Barevné rámečky katalog nemá.", id="admonition"),
        pytest.param(
            "ž *a*{.b}", (4, 6), "Značky ve složených závorkách katalog nemá.", id="attributes"
        ),
        pytest.param("{{ a }}", (4, 1), "Značky ve složených závorkách katalog nemá.", id="macro"),
        pytest.param("a ==b c==", (4, 3), "Zvýraznění rovnítky katalog nemá.", id="highlight"),
        pytest.param("ž $x^2$", (4, 3), "Matematické vzorce katalog nemá.", id="formula"),
        pytest.param("$$\nx\n$$", (4, 1), "Matematické vzorce katalog nemá.", id="formula-block"),
    ],
)
def test_markup_that_is_not_drawn_is_told(
    written: str, place: tuple[int, int], message: str
) -> None:
    diagnostics = parse_body(TextFile("content/innovations/x.md", START + written), 1).diagnostics
    first = diagnostics[0]
    assert (first.location.line, first.location.column, first.code, first.message) == (
        *(*place, "unsupported-markup"),
        message,
    )


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("- a\n    - b\n        - c", id="nested-lists"),
        pytest.param("1. a\n\n   b\n2. c", id="paragraph-in-a-list"),
        pytest.param("| a | b |\n|---|--:|\n| c | d |", id="table"),
        pytest.param("> a\n\n---\n\nb\\\nc", id="quote-line-break"),
        pytest.param("za $100 až $200, US$5–US$10", id="dollars"),
        pytest.param("\\$x^2\\$ \\~\\~a\\~\\~ \\[^1]", id="escaped"),
        pytest.param("`~~a~~ [^1] $x^2$ {.a}`", id="in-code"),
        pytest.param("a ~5 b, 1 == 2, {a}, a!!!", id="single-signs"),
        pytest.param("[a] (b) [c]", id="brackets"),
    ],
)
def test_what_the_catalogue_draws_is_accepted(written: str) -> None:
    assert found(written) == []


SPACE = "Mezi hranatou a kulatou závorkou je mezera, a tak by z nich nebyl odkaz."
BROKEN = "Z těchto závorek by nebyl odkaz."


@pytest.mark.parametrize(
    ("written", "column", "message"),
    [
        pytest.param("ž [a] (https://b.cz)", 5, SPACE, id="space-before-an-address"),
        pytest.param("[a] (../b.md)", 3, SPACE, id="space-before-a-path"),
        pytest.param("[a](b c.md)", 3, BROKEN, id="space-in-a-path"),
        pytest.param("[a](https://b.cz/c d)", 3, BROKEN, id="space-in-an-address"),
        pytest.param("[a](b.md", 3, BROKEN, id="not-closed"),
        pytest.param("[a][b]", 3, "Odkaz nemá adresu.", id="reference-to-nothing"),
    ],
)
def test_a_link_that_would_stay_text_is_told(written: str, column: int, message: str) -> None:
    diagnostics = parse_body(TextFile("content/innovations/x.md", START + written), 1).diagnostics
    assert [(one.code, one.location.column, one.message) for one in diagnostics] == [
        ("bad-link", column, message)
    ]
