"""The search box of every page: suggestions, the keyboard, and nothing fetched before its use."""

import gzip
import re
from urllib.parse import urlsplit

import pytest
from page_text import page_lines, plain
from playwright.sync_api import Browser, Locator, Page, expect
from support import PROJECT
from windows import SCHEMES, WIDTHS, Scheme, opened, overflow, violations

pytestmark = pytest.mark.browser

BEFORE_USE_BYTES = 5_000
HOSTILE = {
    "element": "<img src=x onerror=document.title='zle'>",
    "script": "<script>document.title='zle'</script>",
    "long": "a" * 10_000,
    "emoji": "🐕 pes 👩‍🦽",
    "right-to-left": "\u202eشمس\u202c",
    "pattern": "(.*[\\d+?{2,}$^|pes",
    "lone-surrogate": "\ud83d pes",
    "combining": "p\u0301e\u030cs\u0327",
}


def box(page: Page) -> Locator:
    return page.locator(".site-header .site-search__input")


def listbox(page: Page) -> Locator:
    return page.locator(".site-header [role=listbox]")


def active(page: Page) -> str:
    """Return the text of the suggestion that a screen reader is told to be at, or nothing."""
    script = "one => document.getElementById(one.ariaActiveDescendantElement?.id)?.innerText ?? ''"
    return plain(str(box(page).evaluate(script)).split("\n")[0])


def type_and_wait(page: Page, text: str) -> None:
    box(page).click()
    page.keyboard.type(text)
    expect(listbox(page)).to_be_visible()


def test_suggestions_are_grouped_counted_and_announced(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}metody/") as page:
        type_and_wait(page, "hluch")
        shown = page_lines(page.locator(".site-header .suggest").inner_html())
        announced = page.locator(".site-header [role=status]").inner_text()
        assert shown == [
            "Případy",
            "Lekce českého znakového jazyka pro slyšící",
            "Česko · široká veřejnost · námět",
            "Pojmy",
            "neslyšící a nedoslýchaví",
            "Pro koho · hledá se i jako „hluchý“ · 1 případ",
            "Hledání",
            "Všechny výsledky (1)",
        ]
        assert announced == "Návrhů: 3. Vybírejte šipkami, potvrďte klávesou Enter."
        assert box(page).get_attribute("aria-expanded") == "true"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param(["ArrowDown"], "Čtení s pejsky pro děti, které se čtení bojí", id="first"),
        pytest.param(["ArrowUp"], "Všechny výsledky", id="up-from-the-box-to-the-last"),
        pytest.param(["ArrowDown", "ArrowUp"], "", id="back-to-the-box"),
        pytest.param(["ArrowUp", "ArrowDown"], "", id="down-from-the-last-to-the-box"),
        pytest.param(["ArrowDown", "Escape"], "", id="closed"),
    ],
)
def test_arrows_walk_through_the_suggestions(
    browser: Browser, home: str, keys: list[str], expected: str
) -> None:
    with opened(browser, f"{home}metody/") as page:
        type_and_wait(page, "čtení")
        for key in keys:
            page.keyboard.press(key)
        assert re.sub(r" \(\d+\)$", "", active(page)) == expected
        assert box(page).input_value() == "čtení"


def test_enter_goes_to_the_suggestion(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}metody/") as page:
        type_and_wait(page, "pejsk")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{home}inovace/cteni-s-pejsky/")


def test_enter_without_a_suggestion_goes_to_the_results(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}metody/") as page:
        type_and_wait(page, "čtení se psy")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{home}inovace/?q=*")
        expect(page.locator("[data-results] [data-slug]").first).to_be_visible()
        assert page.locator("#obsah .site-search__input").input_value() == "čtení se psy"


def test_a_click_goes_to_the_suggestion(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}metody/") as page:
        type_and_wait(page, "senior")
        page.get_by_role("option", name="senioři Pro koho").click()
        page.wait_for_url(f"{home}pro-koho/seniori/")


def test_escape_closes_first_and_empties_then(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}metody/") as page:
        type_and_wait(page, "pes")
        page.keyboard.press("Escape")
        expect(listbox(page)).to_be_hidden()
        assert (box(page).input_value(), box(page).get_attribute("aria-expanded")) == (
            "pes",
            "false",
        )
        page.keyboard.press("Escape")
        assert box(page).input_value() == ""


def test_leaving_the_box_closes_the_suggestions(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}metody/") as page:
        type_and_wait(page, "pes")
        page.keyboard.press("Tab")
        expect(listbox(page)).to_be_hidden()


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
@pytest.mark.parametrize(
    ("address", "identifier"),
    [("metody/", "hledat-zahlavi"), ("", "hledat-uvod"), ("inovace/", "hledat-inovace")],
)
def test_keys_go_to_the_box(
    browser: Browser, home: str, keys: str, address: str, identifier: str
) -> None:
    with opened(browser, home + address) as page:
        page.keyboard.press(keys)
        focused = page.evaluate("[document.activeElement.id, document.activeElement.value]")
        assert focused == [identifier, ""]


def test_a_slash_may_be_written(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}metody/") as page:
        box(page).click()
        page.keyboard.type("a/b")
        assert box(page).input_value() == "a/b"


def test_the_key_of_one_sign_can_be_turned_off_for_good(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}metody/") as page:
        page.get_by_role("checkbox", name="Klávesa / skočí do hledání").uncheck()
        page.goto(f"{home}inovace/")
        keys = page.locator(".site-search__input").evaluate_all(
            "all => [...new Set(all.map(one => one.getAttribute('aria-keyshortcuts')))]"
        )
        page.keyboard.press("/")
        after_slash = page.evaluate("document.activeElement.tagName")
        page.keyboard.press("Control+k")
        after_control = page.evaluate("document.activeElement.id")
    assert (keys, after_slash, after_control) == (["Control+K"], "BODY", "hledat-inovace")


def test_a_similar_word_is_said_to_be_one(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}metody/") as page:
        type_and_wait(page, "pejksy")
        note = page.locator(".suggest__note").inner_text()
        assert note.startswith("Přesně to nemáme. Hledali jsme podobná slova: pejsky")


def test_without_a_result_the_register_is_suggested(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}metody/") as page:
        type_and_wait(page, "qwrtzxq")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{home}rejstrik/")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_written_stays_text(browser: Browser, home: str, text: str) -> None:
    complaints: list[str] = []
    with opened(browser, f"{home}metody/") as page:
        page.on("pageerror", lambda error: complaints.append(str(error)))
        title = page.title()
        box(page).click()
        page.keyboard.insert_text(text)
        page.wait_for_timeout(600)
        assert (page.title(), complaints) == (title, [])
        assert page.locator(".suggest :is(img, script)").count() == 0


def test_nothing_is_fetched_before_the_box_is_used(browser: Browser, home: str) -> None:
    asked: list[str] = []
    window = browser.new_context()
    page = window.new_page()
    page.on("request", lambda request: asked.append(request.url.removeprefix(home)))
    page.goto(f"{home}metody/", wait_until="networkidle")
    assert [one for one in asked if "search" in one] == []
    with page.expect_response("**/manifest.json"):
        box(page).focus()
    paths = (urlsplit(one).path for one in asked if "search" in one)
    fetched = [path.removeprefix("assets/inspirace/search/") for path in paths]
    assert sorted(fetched) == [
        "analyser-data.js",
        "analyser.js",
        "box.js",
        "dom.js",
        "engine.js",
        "manifest.json",
    ]
    window.close()


def test_what_every_page_loads_for_search_is_small() -> None:
    script = PROJECT / "src" / "inspirace" / "static" / "inspirace.js"
    assert len(gzip.compress(script.read_bytes())) <= BEFORE_USE_BYTES


def test_without_its_modules_the_form_still_works(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}metody/") as page:
        page.route("**/search/engine.js*", lambda route: route.abort())
        box(page).fill("pes")
        box(page).press("Enter")
        page.wait_for_url(f"{home}inovace/?q=pes")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("address", ["", "metody/"], ids=["home", "methods"])
def test_the_open_suggestions_are_accessible(
    browser: Browser, home: str, address: str, width: int, scheme: Scheme
) -> None:
    with opened(browser, home + address, width=width, scheme=scheme) as page:
        page.keyboard.press("/")
        page.keyboard.type("hluch")
        expect(page.locator(".suggest:visible")).to_be_visible()
        page.keyboard.press("ArrowDown")
        popup = page.locator(".suggest:visible").bounding_box()
        assert popup is not None
        assert 0 <= popup["x"] <= popup["x"] + popup["width"] <= width
        assert (violations(page), overflow(page)) == ([], 0)


def test_an_answer_that_comes_late_is_not_drawn(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}metody/") as page:
        type_and_wait(page, "pes")
        page.keyboard.press("Backspace")
        page.keyboard.press("Escape")
        page.wait_for_timeout(400)
        expect(listbox(page)).to_be_hidden()
