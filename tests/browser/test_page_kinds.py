"""Every kind of page in a real browser: accessible, narrow, alone, and readable without scripts."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser
from windows import SCHEMES, WIDTHS, Scheme, opened, violations

pytestmark = pytest.mark.browser

KINDS = {
    "home": "",
    "list": "inovace/",
    "innovation-with-everything": "inovace/cteni-s-pejsky/",
    "innovation-with-little": "inovace/kurz-pocitace/",
    "innovation-abroad": "inovace/lidska-knihovna-aarhus/",
    "idea": "inovace/namet-znakovy-jazyk/",
    "methods": "metody/",
    "method": "metody/rozhovory/",
    "target-groups": "pro-koho/",
    "target-group": "pro-koho/lide-s-postizenim/",
    "topic": "temata/socialni-zaclenovani/",
    "service-type": "typ-sluzby/klub/",
    "region": "kraje/zlinsky/",
    "country": "zeme/dk/",
    "activities": "aktivity/",
    "activity-documented": "aktivity/biblioterapie/",
    "activity-as-an-idea": "aktivity/lekce-znakoveho-jazyka/",
    "activity-with-the-similar": "aktivity/turnaj-v-ping-pongu/",
    "trails": "cesty/",
    "trail": "cesty/zaciname-bez-penez/",
    "register": "rejstrik/",
    "map": "mapa/",
    "field-reference": "prispet/pole/",
    "findings": "chyby/",
    "finding": "chyby/quotes-in-quotes/",
    "coverage": "o-projektu/pokryti/",
    "prose": "o-projektu/",
    "prose-of-data": "o-projektu/data/",
    "not-found": "inovace/takova-neni/",
}
# There is more with scripts: tests/browser/test_search_page.py says what stays without them.
SEARCHED = "inovace/"
MAIN_TEXT = "document.querySelector('#obsah').innerText"

each_kind = pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)
each_width = pytest.mark.parametrize("width", WIDTHS)
each_scheme = pytest.mark.parametrize("scheme", SCHEMES)


@each_kind
@each_width
@each_scheme
def test_a_page_is_accessible_and_fits(
    browser: Browser, home: str, address: str, width: int, scheme: Scheme
) -> None:
    with opened(browser, home + address, width=width, scheme=scheme) as page:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@each_kind
def test_a_page_asks_no_other_host_keeps_nothing_and_runs_clean(
    browser: Browser, home: str, address: str
) -> None:
    hosts, complaints = set(), []
    window = browser.new_context()
    page = window.new_page()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(home + address, wait_until="networkidle")
    kept = page.evaluate("localStorage.length + sessionStorage.length")
    assert (hosts, complaints) == ({urlsplit(home).netloc}, [])
    assert (window.cookies(), kept) == ([], 0)
    window.close()


@pytest.mark.parametrize(
    "address",
    [pytest.param(address, id=kind) for kind, address in KINDS.items() if address != SEARCHED],
)
@each_width
def test_a_page_says_the_same_without_scripts(
    browser: Browser, home: str, address: str, width: int
) -> None:
    with opened(browser, home + address, width=width) as page:
        expected = page.evaluate(MAIN_TEXT)
    with opened(browser, home + address, width=width, scripts=False) as page:
        assert page.locator("#obsah").inner_text() == expected
        assert page.locator("h1").is_visible()


@each_scheme
def test_the_open_drawer_is_accessible(browser: Browser, home: str, scheme: Scheme) -> None:
    with opened(browser, home, width=320, scheme=scheme) as page:
        page.locator("#__drawer").check(force=True)
        page.get_by_role("link", name="Metody").first.wait_for()
        assert violations(page) == []


def test_a_phone_without_scripts_reaches_every_part(browser: Browser, home: str) -> None:
    with opened(browser, home, width=320, scripts=False) as page:
        page.locator("header label[for=__drawer]").click()
        page.locator("nav").get_by_role("link", name="Metody").first.click()
        page.wait_for_url(f"{home}metody/")


def test_the_search_leads_to_the_list_without_scripts(browser: Browser, home: str) -> None:
    with opened(browser, home, scripts=False) as page:
        field = page.locator("#obsah input[name=q]")
        field.fill("čtení se psy")
        field.press("Enter")
        page.wait_for_url(f"{home}inovace/?q=*")
        assert page.locator("h1").inner_text() == "Inovace"


def test_the_first_key_offers_to_skip_the_navigation(browser: Browser, home: str) -> None:
    with opened(browser, home) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent").strip() == "Přeskočit na obsah"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "obsah"


def test_the_chosen_scheme_stays_on_the_next_page(browser: Browser, home: str) -> None:
    with opened(browser, home, scheme="light") as page:
        paper = "getComputedStyle(document.body).backgroundColor"
        light = page.evaluate(paper)
        page.locator(".scheme-button").click()
        dark = page.evaluate(paper)
        page.goto(f"{home}inovace/cteni-s-pejsky/")
        assert (page.evaluate(paper), dark != light) == (dark, True)
        assert page.evaluate("Object.keys(localStorage)") == ["inspirace.scheme"]


def test_a_printed_case_has_no_navigation_but_its_sources(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}inovace/cteni-s-pejsky/") as page:
        page.emulate_media(media="print")
        assert not page.locator("header.md-header").is_visible()
        assert page.locator("h1").is_visible()
        assert page.get_by_role("link", name="Výroční zpráva").first.is_visible()


@pytest.mark.parametrize("width", [320, 1120, 1280])
def test_a_letter_of_the_register_leads_to_its_heading_in_sight(
    browser: Browser, home: str, width: int
) -> None:
    with opened(browser, f"{home}rejstrik/", width=width) as page:
        page.get_by_role("navigation", name="Písmena").get_by_role("link", name="N").click()
        page.wait_for_url("**#pismeno-n")
        heading = page.locator("#pismeno-n")
        covering = "one => document.elementFromPoint(one.x + 2, one.y + 2)?.id"
        assert page.evaluate(covering, heading.bounding_box()) == "pismeno-n"
