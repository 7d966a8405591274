"""What the form's scripts find, write and read is what the checker finds and the package writes."""

import json
from collections.abc import Iterator
from typing import Any, cast

import pytest
from form_corpus import (
    EDITOR_FILES,
    EXPORTED,
    SCHEMA,
    SCRIPTS,
    Record,
    checked,
    clean,
    corpus,
    written,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Route

from inspirace.forms.record_file import record_file, with_defaults
from inspirace.intake.cleaning import clean_line, clean_section
from inspirace.markdown.body import parse_body
from inspirace.reading.front_matter import parse_file
from inspirace.reading.text_file import TextFile
from inspirace.rules.addresses import right_slug

pytestmark = pytest.mark.browser

ORIGIN = "http://formular.test/"
# Letters of later versions of Unicode than Python's would be no letters here.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cn", "Co"]), min_size=1, max_size=40)
PIECES = st.sampled_from(
    [
        *(
            ": ",
            " #",
            "- ",
            '"',
            "\\",
            "'",
            "„",
            "“",
            "---",
            "–",
            "•",
            "* ",
            "~",
            "😀",
            "שלום",
            "é",
        ),
        *("\n", "\r\n", "\t", "\u00a0", "\u00ad", "\u200b"),
        *("yes", "NO", "null", "2024", "1-popis", "x"),
    ]
)
NASTY = st.lists(PIECES | TEXTS, min_size=1, max_size=8).map("".join)
RUN = """async ([name, calls]) => {
  const names = ["checking", "cleaning", "markdown", "record_file"];
  const scripts = names.map((one) => import(`/${one}.js`));
  const call = Object.assign({}, ...(await Promise.all(scripts)))[name];
  return calls.map((given) => call(...given));
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Return a page that has the form's scripts and nothing else."""
    opened = browser.new_page()
    opened.route(f"{ORIGIN}**", _answer)
    opened.goto(ORIGIN)
    yield opened
    opened.close()


def _answer(route: Route) -> None:
    name = route.request.url.removeprefix(ORIGIN)
    if name.endswith(".js"):
        route.fulfill(body=(SCRIPTS / name).read_text("utf-8"), content_type="text/javascript")
    else:
        route.fulfill(body="<!doctype html>", content_type="text/html")


def run(page: Page, name: str, calls: list[list[Any]]) -> list[Any]:
    return cast("list[Any]", page.evaluate(RUN, [name, calls]))


def test_the_form_finds_what_the_checker_finds(page: Page) -> None:
    records = corpus()
    calls = [[EXPORTED["innovation"], record] for record in records]
    found = {
        record["id"]: sorted({(one["code"], one["field"], one["message"]) for one in findings})
        for record, findings in zip(records, run(page, "check", calls), strict=True)
    }
    assert found == {record["id"]: checked(written(record)) for record in records}


def test_the_form_writes_the_bytes_of_the_package_and_reads_them_back(page: Page) -> None:
    records = corpus()
    calls = [[EXPORTED["innovation"], one["values"], one["sections"]] for one in records]
    files = run(page, "recordFile", calls)
    assert files == [written(one) for one in records]
    opened = run(page, "readDraft", [[EXPORTED["innovation"], text] for text in files])
    assert [(one["values"], one["remarks"]) for one in opened] == [
        (clean(one["values"]), []) for one in records
    ]


def test_the_defaults_are_those_of_the_package(page: Page) -> None:
    given = [[EXPORTED[kind], {}, "2026-11-25"] for kind in EDITOR_FILES.schemas]
    assert run(page, "withDefaults", given) == [
        with_defaults(schema, {}, "2026-11-25") for schema in EDITOR_FILES.schemas.values()
    ]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NASTY, min_size=20, max_size=40))
def test_any_text_is_cleaned_and_written_alike(page: Page, texts: list[str]) -> None:
    lines = [clean_line(text) for text in texts]
    assert run(page, "cleanLine", [[text] for text in texts]) == lines
    records: list[Record] = [
        {"title": line, "topics": [line, "x"], "sources": [{"title": line, "year": 2024}]}
        for line in lines
        if line
    ]
    calls = [[EXPORTED["innovation"], record, {}] for record in records]
    files = run(page, "recordFile", calls)
    assert files == [record_file(SCHEMA, record, {}) for record in records]
    opened = run(page, "readDraft", [[EXPORTED["innovation"], text] for text in files])
    assert [one["values"] for one in opened] == records


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NASTY, min_size=20, max_size=40))
def test_any_section_is_cleaned_alike(page: Page, texts: list[str]) -> None:
    calls = [[text] for text in texts]
    expected = [clean_section(text.replace("\r\n", "\n").replace("\r", "\n")) for text in texts]
    assert run(page, "cleanSection", calls) == expected


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Čtení s pejsky", id="czech"),
        pytest.param('Knihovna: „NO“ #1 "x" \\ – ', id="nasty"),
        pytest.param("../../etc/passwd", id="path"),
        pytest.param("soubor.md", id="ending"),
        pytest.param("Łódź Ø Straße ﬁ", id="foreign-letters"),
        pytest.param("שלום", id="no-latin-letter"),
        pytest.param("x" * 300, id="long"),
        pytest.param("1️⃣ krok", id="emoji"),
    ],
)
def test_a_title_comes_down_to_the_same_slug(page: Page, title: str) -> None:
    assert run(page, "slugOf", [[title]]) == [right_slug(title.replace("/", " "))]


@pytest.mark.parametrize(
    ("taken", "slug"),
    [
        pytest.param([], "cteni-s-pejsky", id="free"),
        pytest.param(["cteni-s-pejsky"], "cteni-s-pejsky-brno", id="with-place"),
        pytest.param(
            ["cteni-s-pejsky", "cteni-s-pejsky-brno"], "cteni-s-pejsky-2", id="with-number"
        ),
    ],
)
def test_a_taken_slug_is_not_given_again(page: Page, taken: list[str], slug: str) -> None:
    assert run(page, "freeSlug", [["Čtení s pejsky", "Brno (okres Brno)", taken]]) == [slug]


def test_a_file_of_another_kind_is_refused_in_czech(page: Page) -> None:
    (opened,) = run(page, "readDraft", [[EXPORTED["innovation"], "Dobrý den"]])
    assert opened["remarks"] == [
        "Tohle není rozepsaný případ z tohoto formuláře: soubor nezačíná hlavičkou mezi řádky ---."
    ]


def test_a_written_file_is_read_back_by_the_catalogue(page: Page) -> None:
    title = 'Knihovna: „NO“ #1 "x" \\ –'
    (text,) = run(page, "recordFile", [[EXPORTED["innovation"], {"title": f"{title}\u00a0"}, {}]])
    parsed = parse_file(TextFile("", text))
    assert parsed.front_matter is not None
    assert json.dumps(parsed.front_matter.values) == json.dumps({"title": title})


MARKUP = [
    "Obyčejná věta.",
    "**tučně** a *kurzívou*, __tučně__ a _kurzívou_, ***oboje***",
    "jméno_souboru_dlouhé a 2 * 3 * 4",
    "- jedna\n- dvě\n    - vnořená",
    "1. jedna\n2. dvě",
    "> citace\n> dál",
    "### Podnadpis\n\nText.",
    "[odkaz](https://example.org/a_(b)) a ![obrázek](../assets/a.png)",
    "[odkaz s **tučným**](../innovations/a.md 'titulek')",
    "<https://example.org/>",
    "`kód *ne*` a ``dva ` kódy``",
    r"\*hvězdičky\* a \[závorky\]",
    "Tvrdý zlom  \nřádku a\\\ndalší",
    "| a | b |\n| --- | --- |\n| c | d |",
    "nahoře\n\n---\n\ndole",
    "Šárka &amp; Dan &nbsp; x",
    "text  s   mezerami\ta tabulátorem",
    "5 < 6 a 7 > 6",
    "„Uvozovky“ – pomlčka… 😀",
    "",
]


def test_the_length_of_a_text_is_counted_alike(page: Page) -> None:
    lengths = run(page, "textLength", [[text] for text in MARKUP])
    assert dict(zip(MARKUP, lengths, strict=True)) == {text: text_length(text) for text in MARKUP}


def text_length(markdown: str) -> int:
    (section,) = parse_body(TextFile("", f"## Oddíl\n\n{markdown}\n"), 1).sections
    return section.text_length
