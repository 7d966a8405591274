"""The map in a real browser: what can be hit and reached, at both sizes, without a script."""

import pytest
from playwright.sync_api import Browser, Page
from windows import opened

pytestmark = pytest.mark.browser

ADDRESS = "mapa/"
LARGEST_TELEPHONE = 430
HEIGHT = "one => one.getBoundingClientRect().height"


def shown_points(page: Page) -> list[tuple[str, int]]:
    """Return the names of the visible points and the size that a finger can hit."""
    points = page.locator(".map__dot:visible")
    return [
        (
            point.locator("title").text_content() or "",
            round(point.locator(".map__reach").evaluate(HEIGHT)),
        )
        for point in points.all()
    ]


@pytest.mark.parametrize("width", [320, LARGEST_TELEPHONE, 600, 768, 960, 1280])
def test_every_point_is_shown_once_and_large_enough(
    browser: Browser, home: str, width: int
) -> None:
    with opened(browser, home + ADDRESS, width=width) as page:
        points = shown_points(page)
    assert [name.partition(":")[0] for name, _ in points] == [
        "Lhota (Zlínský kraj)",
        "Třinec",
        "Aarhus",
    ]
    assert [(name, size) for name, size in points if size < 24] == []


def test_regions_and_points_are_named_links(browser: Browser, home: str) -> None:
    with opened(browser, home + ADDRESS, scripts=False) as page:
        czechia = page.get_by_role("group", name="Mapa Česka podle krajů")
        region = czechia.get_by_role("link", name="Zlínský kraj: 1 případ", exact=True)
        assert region.get_attribute("href") == "../kraje/zlinsky/"
        czechia.get_by_role("link", name="Třinec: Čtení s pejsky").click()
        page.wait_for_url(f"{home}inovace/cteni-s-pejsky/")


def test_the_keyboard_passes_the_map_or_walks_it(browser: Browser, home: str) -> None:
    with opened(browser, home + ADDRESS) as page:
        page.locator(".list-head a").last.focus()
        page.keyboard.press("Tab")
        skip = page.locator(".map-part__skip").first
        assert page.evaluate("document.activeElement.textContent") == skip.text_content()
        assert skip.evaluate(HEIGHT) >= 24
        page.keyboard.press("Tab")
        first = page.evaluate("document.activeElement.querySelector('title').textContent")
        assert first == "Moravskoslezský kraj: 1\N{NO-BREAK SPACE}případ"
        assert (
            page.evaluate(
                "getComputedStyle(document.activeElement.querySelector('path')).strokeWidth"
            )
            == "5px"
        )
        skip.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Moravskoslezský kraj"


def test_the_map_stays_beside_a_long_list(browser: Browser, home: str) -> None:
    with opened(browser, home + ADDRESS) as page:
        maps = page.locator(".map-part__maps").first
        styles = maps.evaluate("one => getComputedStyle(one).position")
        both = page.locator(".map-part__maps").last.evaluate(
            "one => getComputedStyle(one).position"
        )
    assert (styles, both) == ("sticky", "static")


def test_the_map_is_printed_with_its_list(browser: Browser, home: str) -> None:
    with opened(browser, home + ADDRESS) as page:
        page.emulate_media(media="print")
        assert page.locator("#mapa-ceska").is_visible()
        assert page.locator("#cesko-seznam a").first.is_visible()
        assert not page.locator(".map-part__skip").first.is_visible()
