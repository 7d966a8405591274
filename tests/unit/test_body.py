"""Body: sections, links and images with their places, and what is wrong with headings."""

import pytest

from inspirace.markdown.body import Body, Link, Section, parse_body
from inspirace.reading.text_file import TextFile

HEADER = "---\ntitle: x\n---\n"


def parse(body: str) -> Body:
    return parse_body(TextFile("content/innovations/x.md", HEADER + body), 4)


def link(target: str, column: int, text: str) -> Link:
    return Link(target, 4, column, is_image=False, text=text)


def image(target: str, column: int, text: str) -> Link:
    return Link(target, 4, column, is_image=True, text=text)


def found(body: str) -> list[tuple[int, int, str, str]]:
    return [
        (one.location.line, one.location.column, one.code, one.message)
        for one in parse(body).diagnostics
    ]


def test_a_section_has_its_place_its_markdown_and_its_length() -> None:
    body = parse(
        "\n## Potřeba\n\nLidé *chtějí*\nčíst.\n\n- a\n- [b](c)\n\n\n## Jak to funguje\n\nx"
    )
    assert body.sections == (
        Section(
            title="Potřeba",
            line=5,
            column=1,
            last_line=11,
            markdown="Lidé *chtějí*\nčíst.\n\n- a\n- [b](c)",
            text_length=len("Lidé chtějí čtou. a b"),
        ),
        Section("Jak to funguje", 14, 1, 16, "x", 1),
    )
    assert (body.anchors, body.diagnostics) == (frozenset({"potreba", "jak-to-funguje"}), ())


@pytest.mark.parametrize(
    ("written", "title"),
    [
        pytest.param("## Potřeba ##", "Potřeba", id="closed"),
        pytest.param("  ##   Potřeba  ", "Potřeba", id="spaces"),
        pytest.param("## **Co** se `ne`povedlo", "Co se nepovedlo", id="markup"),
        pytest.param("## Jak\N{NO-BREAK SPACE}to  funguje", "Jak to funguje", id="other-spaces"),
        pytest.param("## P &amp; R", "P & R", id="entity"),
        pytest.param("## Potr\N{COMBINING CARON}eba", "Potřeba", id="decomposed"),
    ],
)
def test_a_title_is_plain_text(written: str, title: str) -> None:
    assert [section.title for section in parse(f"{written}\n\ntext").sections] == [title]


def test_a_body_without_text_has_nothing() -> None:
    body = parse("\n\n")
    file = TextFile("content/innovations/x.md", f"{HEADER}\n\n")
    assert body == Body(file, 4, (), (), frozenset(), (), body.text)
    assert body.text.tokens == ()


def test_subheadings_belong_to_their_section_and_have_anchors() -> None:
    body = parse("## Postup\n\n### Kdo, kdy\n\na\n\n### Za kolik\n\nb")
    assert [section.title for section in body.sections] == ["Postup"]
    assert body.anchors == {"postup", "kdo-kdy", "za-kolik"}


@pytest.mark.parametrize(
    ("written", "links"),
    [
        pytest.param("[a **b** `c`](x.md)", [link("x.md", 1, "a b c")], id="inline"),
        pytest.param("Ž 😀 [a](x.md)", [link("x.md", 5, "a")], id="after-wide-signs"),
        pytest.param('![a](x.png "t")', [image("x.png", 1, "a")], id="image"),
        pytest.param(
            "[![a](x.png)](y.md)",
            [image("x.png", 2, "a"), link("y.md", 1, "a")],
            id="image-in-a-link",
        ),
        pytest.param("[a][b]\n\n[b]: x.md", [link("x.md", 1, "a")], id="reference"),
        pytest.param(
            "<https://a.cz/?b=c>",
            [link("https://a.cz/?b=c", 1, "https://a.cz/?b=c")],
            id="autolink",
        ),
        pytest.param("<a@b.cz>", [link("mailto:a@b.cz", 1, "a@b.cz")], id="mail"),
        pytest.param("[a](<x y.md>)", [link("x y.md", 1, "a")], id="angle-brackets"),
        pytest.param("[a](java&#115;cript:b)", [link("javascript:b", 1, "a")], id="entity"),
        pytest.param("`[a](b)` \\[a](b)", [], id="code-and-escape"),
    ],
)
def test_links_and_images_have_their_places(written: str, links: list[Link]) -> None:
    assert list(parse(written).links) == links


@pytest.mark.parametrize(
    ("written", "address", "column"),
    [
        pytest.param("viz https://a.cz/b_c.", "https://a.cz/b_c", 5, id="full-stop"),
        pytest.param("(https://a.cz/b)", "https://a.cz/b", 2, id="in-brackets"),
        pytest.param("https://a.cz/B_(c), d", "https://a.cz/B_(c)", 1, id="brackets-inside"),
        pytest.param("„https://a.cz“", "https://a.cz", 2, id="czech-quotes"),
        pytest.param("č https://žluť.cz/ď 😀", "https://žluť.cz/ď", 3, id="diacritics"),
        pytest.param("a &amp; HTTP://a.cz", "HTTP://a.cz", 9, id="after-an-entity"),
        pytest.param("https://a.cz/?a=1&b=2", "https://a.cz/?a=1&b=2", 1, id="query"),
    ],
)
def test_a_bare_address_is_a_link(written: str, address: str, column: int) -> None:
    assert list(parse(written).links) == [link(address, column, address)]


@pytest.mark.parametrize(
    "written",
    ["www.a.cz", "https://", "https://…", "xhttps://a.cz", "`https://a.cz`", "ftp://a.cz"],
)
def test_other_texts_are_no_addresses(written: str) -> None:
    assert parse(written).links == ()


def test_a_section_brings_the_definitions_of_its_links() -> None:
    body = parse("## A\n\n[x][Ref  1]\n\n## B\n\n[y][ref]\n\n[ref 1]: <x y.md>\n[REF]: ../z.md\n")
    assert [section.markdown for section in body.sections] == [
        "[ref 1]: <x y.md>\n\n[x][Ref  1]",
        "[REF]: <../z.md>\n\n[y][ref]\n\n[ref 1]: <x y.md>\n[REF]: ../z.md",
    ]


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        pytest.param(
            "text", (4, 1), "Text před prvním nadpisem nepatří do žádného oddílu.", id="text"
        ),
        pytest.param(
            "\n  - a\n\n## A\n\nb",
            (5, 3),
            "Text před prvním nadpisem nepatří do žádného oddílu.",
            id="list",
        ),
        pytest.param(
            "### Potřeba\n\ntext",
            (4, 1),
            "Podnadpis „Potřeba“ nepatří do žádného oddílu.",
            id="subheading",
        ),
    ],
)
def test_text_before_the_first_section_is_told(
    body: str, place: tuple[int, int], message: str
) -> None:
    assert found(body) == [(*place, "text-outside-section", message)]


NO_SPACE = "Za křížky chybí mezera, a tak by z řádku nebyl nadpis."
NO_LETTERS = "V nadpisu není žádné písmeno latinky ani číslice."
UNDERLINED = "Řádek pomlček nebo rovnítek pod textem by z textu udělal nadpis."


@pytest.mark.parametrize(
    ("written", "place", "message"),
    [
        pytest.param("##Výsledky", (8, 1), NO_SPACE, id="no-space"),
        pytest.param("Výsledky\n---", (8, 1), UNDERLINED, id="underlined"),
        pytest.param(f"{'Dlouhý odstavec ' * 5}\n---", (8, 1), UNDERLINED, id="rule-under-text"),
        pytest.param(
            "# Výsledky",
            (8, 1),
            "Jeden křížek má jen název celé stránky, a ten je v hlavičce.",
            id="level-1",
        ),
        pytest.param("#### Výsledky", (8, 1), "Nadpis má víc než tři křížky.", id="level-4"),
        pytest.param("> ## Výsledky", (8, 3), "Nadpis je uvnitř citace nebo seznamu.", id="quote"),
        pytest.param("- ## Výsledky", (8, 3), "Nadpis je uvnitř citace nebo seznamu.", id="list"),
        pytest.param("##", (8, 1), NO_LETTERS, id="empty"),
        pytest.param("### …", (8, 1), NO_LETTERS, id="no-letters"),
    ],
)
def test_a_heading_that_would_not_be_drawn_is_told(
    written: str, place: tuple[int, int], message: str
) -> None:
    assert found(f"## Potřeba\n\na\n\n{written}\n\nb") == [(*place, "unsupported-markup", message)]


def test_a_section_whose_heading_is_written_wrong_is_a_section() -> None:
    body = parse("# Potřeba\n\na\n\nVýsledky\n---\n\nb\n\n##Postup\nc")
    assert [(one.title, one.markdown, one.is_heading_wrong) for one in body.sections] == [
        ("Potřeba", "a", True),
        ("Výsledky", "b", True),
        ("Postup", "c", True),
    ]


def test_a_hashtag_is_text() -> None:
    assert found("## Potřeba\n\n#knihovna je slovo") == []


def test_the_same_subheading_twice_is_told() -> None:
    body = "## Potřeba\n\na\n\n### Kdo\n\na\n\n### Kdo?\n\na\n\n### Potřeba\n\na"
    assert found(body) == [
        (12, 1, "repeated-section", "Nadpis „Kdo?“ už v textu je."),
        (16, 1, "repeated-section", "Nadpis „Potřeba“ už v textu je."),
    ]


def test_of_many_findings_the_first_are_told() -> None:
    found = parse(f"## A\n\n{'<b>x ' * 500}").diagnostics
    assert (len(found), found[-1].help) == (
        50,
        "Tučně se píše **takto**. Takových míst je víc; další kontrola ukáže, až opravíte tato.",
    )
