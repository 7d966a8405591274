"""Sentences as they are written: where one ends, and where in the file it stands."""

import pytest

from inspirace.markdown.text import parse_markdown
from inspirace.markdown.written import read_paragraphs, split_sentences
from inspirace.reading.text_file import TextFile


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("Bez konce", [(0, "Bez konce")], id="without-an-end"),
        pytest.param("Jedna. Dvě? Tři!", [(0, "Jedna."), (7, "Dvě?"), (12, "Tři!")], id="three"),
        pytest.param("Přijde 5. ledna.", [(0, "Přijde 5. ledna.")], id="ordinal-number"),
        pytest.param(
            "Třeba např. Brno a J. Novák. Konec.",
            [(0, "Třeba např. Brno a J. Novák."), (29, "Konec.")],
            id="abbreviations",
        ),
        pytest.param(
            "Řekla: „Přijďte.“ „Tak jo.“",
            [(0, "Řekla: „Přijďte.“"), (18, "„Tak jo.“")],
            id="quotations",
        ),
        pytest.param("a. A. " * 3 + "Konec.", [(0, "a. A. " * 3 + "Konec.")], id="only-initials"),
    ],
)
def test_a_text_is_split_into_sentences(text: str, expected: list[tuple[int, str]]) -> None:
    assert list(split_sentences(text)) == expected


def test_paragraphs_items_and_cells_stand_on_their_own_and_know_their_places() -> None:
    markdown = (
        "## Nadpis není věta\n\nPrvní řádek\na *druhý* řádek.\n\n- položka\n- jiná [sem](x.md)\n\n"
        "| buňka | druhá |\n|---|---|\n| třetí | |\n"
    )
    text = parse_markdown(TextFile("content/a.md", markdown), 1)
    paragraphs = list(read_paragraphs(text))
    assert [one.text for one in paragraphs] == [
        "První řádek a druhý řádek.",
        "položka",
        "jiná sem",
        "buňka",
        "druhá",
        "třetí",
    ]
    places = [
        text.source.place(one.place(one.text.index(word)))
        for one, word in zip(
            paragraphs, ("druhý", "položka", "sem", "buňka", "druhá", "třetí"), strict=True
        )
    ]
    assert places == [(4, 4), (6, 3), (7, 9), (9, 3), (9, 11), (11, 3)]
