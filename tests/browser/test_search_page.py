"""The page of results: its states in the address, counts, views, the sheet, and without scripts."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from page_text import addresses, plain
from playwright.sync_api import Browser, Locator, Page, Route, expect
from windows import SCHEMES, WIDTHS, Scheme, opened, overflow, violations

from inspirace.catalogue import Catalogue
from inspirace.load import load_catalogue
from inspirace.records import Innovation
from inspirace.search.facets import FACETS

pytestmark = pytest.mark.browser

PAGE = "inovace/"
STATES = {
    "question": "?q=%C4%8Dten%C3%AD",
    "facet": "?pro-koho=seniori",
    "two-values": "?pro-koho=deti-skolni&pro-koho=seniori",
    "two-facets": "?pro-koho=seniori&naklady=bez-nakladu",
    "question-and-facet": "?q=setk%C3%A1n%C3%AD&temata=dusevni-zdravi",
    "order": "?q=setk%C3%A1n%C3%AD&razeni=nejnovejsi",
    "best-documented": "?razeni=dolozeni",
    "size": "?razeni=velikost&obyvatel=300",
    "list": "?q=setk%C3%A1n%C3%AD&zobrazeni=seznam",
    "table": "?zobrazeni=tabulka",
    "map": "?pro-koho=seniori&zobrazeni=mapa",
    "all": "?q=setk%C3%A1n%C3%AD&pro-koho=seniori&dolozeni=2-vystupy&razeni=velikost&obyvatel=1000"
    "&zobrazeni=tabulka",
}
HOSTILE = {
    "element": "<img src=x onerror=document.title='zle'>",
    "long": "dlouhé slovo " * 770,
    "emoji": "🐕 pes 👩‍🦽",
    "right-to-left": "\u202eشمس\u202c",
    "pattern": "(.*[\\d+?{2,}$^|pes",
    "address": "?q=a&pro-koho=<b>#'\"",
}
SLUGS = "[...document.querySelectorAll('[data-results] [data-slug]')].map(one => one.dataset.slug)"
each_state = pytest.mark.parametrize("query", STATES.values(), ids=STATES)


def results(page: Page) -> Locator:
    return page.locator("[data-results]")


def settled(page: Page) -> Page:
    """Wait until the page has drawn what it was asked for."""
    page.wait_for_selector("[data-results]:not([data-state=loading])", state="attached")
    return page


def state(page: Page) -> str:
    return settled(page).locator("[data-results]").get_attribute("data-state") or ""


def query(page: Page) -> str:
    """Return the question mark and what is after it in the address."""
    return page.url[page.url.index("?") :] if "?" in page.url else ""


def count(page: Page) -> str:
    return plain(settled(page).locator("[data-part=count]").inner_text())


def total(page: Page) -> int:
    """Return how many results there are, of all kinds together."""
    return sum(map(int, re.findall(r"\d+", count(page))))


def slugs(page: Page) -> list[str]:
    return list(settled(page).evaluate(SLUGS))


def live(page: Page) -> Locator:
    return page.locator("[data-live]")


def write(page: Page, text: str) -> None:
    """Write into the box and wait for the answer."""
    live(page).fill(text)
    settled(page)


def check(page: Page, facet: str, value: str) -> None:
    box = page.locator(f"input[name='{facet}'][value='{value}']")
    box.evaluate("one => { one.closest('details').open = true }")
    box.click()
    settled(page)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param("", "ready", id="everything"),
        pytest.param("?q=pes", "ready", id="found"),
        pytest.param("?q=pejksy", "approximate", id="similar"),
        pytest.param("?q=qwrtzxq", "empty", id="nothing"),
        pytest.param("?q=%21%21", "ready", id="no-word"),
        pytest.param("?pro-koho=takovi-nejsou", "ready", id="no-such-value"),
        pytest.param("?__proto__=1&constructor=2&x=3", "ready", id="no-such-facet"),
    ],
)
def test_the_list_says_its_state(browser: Browser, home: str, address: str, expected: str) -> None:
    with opened(browser, home + PAGE + address) as page:
        assert state(page) == expected
        kinds = page.locator("[data-results] [data-slug]").evaluate_all(
            "all => [...new Set(all.map(one => one.dataset.kind))].sort()"
        )
        assert set(kinds) <= {"innovation", "method"}
        assert bool(kinds) == (expected != "empty")


@pytest.mark.parametrize("text", ["čtení", "hluché", "rozhovor", "pejksy", "qwrtzxq"])
def test_the_address_shows_the_same_as_typing(browser: Browser, home: str, text: str) -> None:
    shown = "document.querySelector('.browse__main').innerText"
    with opened(browser, home + PAGE) as page:
        settled(page)
        live(page).press_sequentially(text, delay=20)
        settled(page)
        page.wait_for_timeout(300)
        typed = page.evaluate(shown)
        address = page.url
    with opened(browser, address) as page:
        settled(page)
        assert page.evaluate(shown) == typed


@each_state
def test_every_state_is_in_the_address(browser: Browser, crowded: str, query: str) -> None:
    with opened(browser, crowded + PAGE + query) as page:
        shown = (count(page), slugs(page))
        # a click there and back is enough for the page to write its address itself
        check(page, "stav", "bezi")
        assert page.url != crowded + PAGE + query
        check(page, "stav", "bezi")
        assert page.url == crowded + PAGE + query
        assert (count(page), slugs(page)) == shown


def test_the_way_back_and_forward_leads_through_the_choices(browser: Browser, crowded: str) -> None:
    with opened(browser, crowded + PAGE) as page:
        seen = [(query(page), count(page), slugs(page))]

        def note() -> None:
            settled(page)
            seen.append((query(page), count(page), slugs(page)))

        check(page, "pro-koho", "seniori")
        note()
        check(page, "naklady", "bez-nakladu")
        note()
        page.get_by_label("Řadit").select_option("dolozeni")
        note()
        page.get_by_text("Tabulka", exact=True).click()
        note()
        assert [one for one, _, _ in seen] == [
            "",
            "?pro-koho=seniori",
            "?pro-koho=seniori&naklady=bez-nakladu",
            "?pro-koho=seniori&naklady=bez-nakladu&razeni=dolozeni",
            "?pro-koho=seniori&naklady=bez-nakladu&razeni=dolozeni&zobrazeni=tabulka",
        ]
        for expected in reversed(seen[:-1]):
            page.go_back()
            page.wait_for_function(f"slugs => `${{{SLUGS}}}` === `${{slugs}}`", arg=expected[2])
            assert (query(page), count(page), slugs(page)) == expected
        for expected in seen[1:]:
            page.go_forward()
            page.wait_for_function(f"slugs => `${{{SLUGS}}}` === `${{slugs}}`", arg=expected[2])
            assert (query(page), count(page), slugs(page)) == expected


def test_typing_adds_no_steps_to_the_way_back(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}metody/") as page:
        page.goto(home + PAGE)
        settled(page)
        write(page, "pes")
        write(page, "rozhovory")
        page.wait_for_url("**?q=rozhovory")
        page.go_back()
        page.wait_for_url(f"{home}metody/")


# Counts -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def catalogue(crowded_root: Path) -> Catalogue:
    return load_catalogue(crowded_root).catalogue


def values_of(one: Innovation, catalogue: Catalogue) -> Mapping[str, set[str]]:
    """Return the values of an innovation in every facet, the wider ones with them."""
    return {
        facet.name: {
            wider.slug
            for term in facet.values(one)
            for wider in catalogue.vocabularies[facet.vocabulary].with_broader(term.id)
        }
        for facet in FACETS
    }


def expected_counts(catalogue: Catalogue, chosen: Mapping[str, list[str]]) -> Iterator[str]:
    """Count one innovation after another what a click on each value would give."""
    rows = [values_of(one, catalogue) for one in catalogue.innovations.values()]
    for facet in FACETS:
        others = {name: set(values) for name, values in chosen.items() if name != facet.name}
        left = [row for row in rows if all(row[name] & own for name, own in others.items())]
        used = {value for row in rows for value in row[facet.name]}
        for value in used if len(used) > 1 else ():  # one alone is no choice
            yield f"{facet.name} {value} {sum(value in row[facet.name] for row in left)}"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?pro-koho=seniori",
        "?pro-koho=lide-s-postizenim&temata=dusevni-zdravi",
        "?pro-koho=deti-skolni&pro-koho=seniori&naklady=bez-nakladu&stav=bezi",
        "?priprava=priprava-do-1-mesice&dolozeni=2-vystupy&zeme=cz",
    ],
)
def test_counts_say_what_a_click_gives(
    browser: Browser, crowded: str, catalogue: Catalogue, query: str
) -> None:
    chosen = parse_qs(urlsplit(query).query)
    script = """all => all.map(one =>
        `${one.name} ${one.value} ${one.closest("label").querySelector(".facet__count").innerText}`)
    """
    with opened(browser, crowded + PAGE + query) as page:
        settled(page)
        page.evaluate("document.querySelectorAll('.facet').forEach(one => one.open = true)")
        names = {facet.name for facet in FACETS}
        shown = page.locator(".facet input").evaluate_all(script)
        own = [one for one in shown if one.split()[0] in names]
        assert sorted(own) == sorted(expected_counts(catalogue, chosen))
        left = [
            one
            for one in catalogue.innovations.values()
            if all(set(own) & values_of(one, catalogue)[name] for name, own in chosen.items())
        ]
        assert total(page) == len(left)


def test_a_click_gives_what_its_count_says(browser: Browser, crowded: str) -> None:
    with opened(browser, crowded + PAGE) as page:
        settled(page)
        for facet, value in (("pro-koho", "lide-s-postizenim"), ("temata", "dusevni-zdravi")):
            label = page.locator("label", has=page.locator(f"[name={facet}][value={value}]"))
            promised = label.locator(".facet__count").inner_text()
            check(page, facet, value)
            assert str(total(page)) == promised


def test_a_narrower_value_takes_the_place_of_the_wider(browser: Browser, crowded: str) -> None:
    with opened(browser, crowded + PAGE) as page:
        settled(page)
        check(page, "pro-koho", "lide-s-postizenim")
        check(page, "pro-koho", "sluchove-postizeni")
        assert query(page) == "?pro-koho=sluchove-postizeni"


def test_values_without_a_result_are_shown_on_demand(browser: Browser, crowded: str) -> None:
    with opened(browser, f"{crowded}{PAGE}?zeme=dk") as page:
        settled(page)
        box = page.locator("[data-facet=pro-koho]")
        values, empty = box.locator("input:visible"), box.locator("input:disabled").count()
        useful = values.count()
        assert (useful, empty > 0) == (box.locator("input:enabled").count(), True)
        others = box.get_by_role("button", name=f"Další hodnoty, zatím bez výsledku ({empty})")
        others.press("Enter")
        expect(others).to_have_attribute("aria-expanded", "true")
        assert values.count() == useful + empty


# What is chosen -----------------------------------------------------------------------------------


def test_chosen_values_are_taken_away_one_by_one_and_all_at_once(
    browser: Browser, crowded: str
) -> None:
    with opened(browser, f"{crowded}{PAGE}?pro-koho=seniori&naklady=bez-nakladu&q=stolu") as page:
        settled(page)
        chosen = page.locator(".chosen")
        assert [plain(one) for one in chosen.locator("li").all_inner_texts()] == [
            "senioři",
            "bez přímých nákladů",
            "Zrušit vše",
        ]
        chosen.get_by_role("button", name="Zrušit: Pro koho: senioři").press("Enter")
        page.wait_for_url("**?q=stolu&naklady=bez-nakladu")
        assert page.evaluate("document.activeElement.dataset.part") == "count"
        settled(page)
        chosen.get_by_role("button", name="Zrušit vše").press("Enter")
        page.wait_for_url("**?q=stolu")
        settled(page)
        expect(chosen).to_be_hidden()


def test_a_ready_made_choice_is_a_link(browser: Browser, home: str) -> None:
    with opened(browser, home + PAGE) as page:
        settled(page)
        page.get_by_role("link", name="Za málo peněz a času pro malou obec").click()
        page.wait_for_url("**?velikost-obce=*")
        assert state(page) in {"ready", "empty"}
        assert page.locator(".chosen button").count() > 1


def test_the_nearest_size_comes_first(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}{PAGE}?razeni=velikost&obyvatel=300") as page:
        small = slugs(page)
        assert page.get_by_label("Naše obec má asi").is_visible()
        page.get_by_label("Naše obec má asi").select_option("500000")
        page.wait_for_url("**obyvatel=500000")
        assert slugs(page) != small


# What is shown ------------------------------------------------------------------------------------


def test_matched_words_are_marked_and_terms_say_why(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}{PAGE}?q=hluch%C3%BD") as page:
        settled(page)
        why = page.locator("[data-slug=namet-znakovy-jazyk] .why")
        assert plain(why.inner_text()) == "Pro koho: neslyšící a nedoslýchaví „hluchý“"
    with opened(browser, f"{home}{PAGE}?q=pejsci") as page:
        settled(page)
        card = page.locator("[data-slug=cteni-s-pejsky]")
        assert card.locator("mark").all_inner_texts() == ["pejsky"]


def test_costs_say_whether_the_editors_estimated_them(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}{PAGE}?naklady=bez-nakladu") as page:
        settled(page)
        why = page.locator("[data-slug=cteni-s-pejsky] .why").inner_text()
        assert plain(why) == "Kolik to stojí: bez přímých nákladů odhad redakce"


def test_more_is_drawn_on_demand(browser: Browser, crowded: str) -> None:
    with opened(browser, f"{crowded}{PAGE}?q=setkani") as page:
        assert len(slugs(page)) == 12
        more = page.locator("[data-part=more]")
        assert plain(more.inner_text()) == "Zobrazit další (zbývá 60)"
        more.click()
        page.wait_for_function(f"{SLUGS}.length === 32")
        at = "document.activeElement.closest('[data-slug]').dataset.slug"
        assert page.evaluate(at) == slugs(page)[12]
        assert len(set(slugs(page))) == 32
        page.reload()
        page.wait_for_function(f"{SLUGS}.length === 32")


def test_everything_is_there_in_portions_and_in_one_order(browser: Browser, crowded: str) -> None:
    with opened(browser, crowded + PAGE, scripts=False) as page:
        plain_list = page.evaluate(SLUGS)
    with opened(browser, crowded + PAGE) as page:
        assert slugs(page) == plain_list
        assert len(plain_list) == 50
        expect(page.locator(".pager")).to_be_hidden()
        page.locator("[data-part=more]").click()
        page.wait_for_function(f"{SLUGS}.length === 70")
        page.locator("[data-part=more]").click()
        page.wait_for_function(f"{SLUGS}.length === 74")
        assert len(set(slugs(page))) == 74
        expect(page.locator("[data-part=more]")).to_be_hidden()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "pejksy", "Přesně to nemáme. Hledali jsme podobná slova: pejsky.", id="similar"
        ),
        pytest.param("qwrtzxq", "Nic jsme nenašli", id="nothing"),
    ],
)
def test_what_is_not_there_is_said(browser: Browser, home: str, text: str, expected: str) -> None:
    with opened(browser, f"{home}{PAGE}?q={text}") as page:
        settled(page)
        notice = page.locator("[data-part=notice]")
        assert plain(notice.inner_text()).startswith(expected)
        assert notice.get_by_role("link").evaluate_all(
            "all => all.slice(-2).map(one => one.pathname.split('/').at(-2))"
        ) == ["rejstrik", "pridat"]
        notice.locator(".chip").first.click()
        page.wait_for_url(lambda url: "q=" not in url)
        assert state(page) == "ready"


def test_a_choice_that_leaves_nothing_can_be_cancelled(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}{PAGE}?q=pejsci&zeme=dk") as page:
        assert state(page) == "empty"
        page.get_by_role("button", name="Zrušit výběr").click()
        page.wait_for_url("**?q=pejsci")
        assert slugs(page)[0] == "cteni-s-pejsky"


def test_without_its_data_the_page_keeps_its_list(browser: Browser, home: str) -> None:
    window = browser.new_context()
    page = window.new_page()
    page.route("**/facets-*.json", lambda route: route.abort())
    page.goto(f"{home}{PAGE}?q=pes")
    assert len(slugs(page)) == 4
    assert "nepodařilo načíst" in page.locator("[data-part=notice]").inner_text()
    window.close()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_asked_stays_text(browser: Browser, home: str, text: str) -> None:
    complaints: list[str] = []
    with opened(browser, home + PAGE) as page:
        page.on("pageerror", lambda error: complaints.append(str(error)))
        settled(page)
        title = page.title()
        write(page, text)
        page.wait_for_url("**?q=*")
        assert state(page) in {"ready", "approximate", "empty"}
        page.reload()
        assert state(page) in {"ready", "approximate", "empty"}
        assert (page.title(), complaints) == (title, [])
        assert page.locator("#obsah img").count() == 0


def test_a_strict_policy_of_security_allows_everything(browser: Browser, home: str) -> None:
    window = browser.new_context()
    page = window.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    policy = {
        "Content-Security-Policy": "default-src 'self'; style-src 'self'; img-src 'self' data:"
    }

    def with_policy(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers=response.headers | policy)

    page.route(re.compile(r"/inovace/(\?|$)"), with_policy)
    page.goto(f"{home}{PAGE}?q=pejsci&zobrazeni=tabulka")
    assert slugs(page)[0] == "cteni-s-pejsky"
    # the frame's own line that puts the scheme on before anything is painted
    assert [one for one in refused if "inline script" not in one] == []
    window.close()


# Keyboard, phone, accessibility -------------------------------------------------------------------


def test_the_keyboard_alone_finds_narrows_and_opens(browser: Browser, crowded: str) -> None:
    with opened(browser, crowded + PAGE) as page:
        settled(page)
        page.keyboard.press("/")
        page.keyboard.type("setkani")
        page.keyboard.press("Enter")
        page.wait_for_url("**?q=setkani")
        settled(page)
        focused = "document.activeElement"
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate(f"{focused}.name") == "pro-koho":
                break
        page.keyboard.press("Space")
        page.wait_for_url("**?q=setkani&pro-koho=*")
        settled(page)
        assert page.evaluate(f"{focused}.checked")
        for _ in range(200):
            page.keyboard.press("Tab")
            if page.evaluate(f"!!{focused}.closest('[data-slug]')"):
                break
        page.keyboard.press("Enter")
        page.wait_for_url(f"{crowded}{PAGE}setkani-*/")


def test_the_sheet_keeps_the_focus_and_gives_it_back(browser: Browser, crowded: str) -> None:
    with opened(browser, crowded + PAGE, width=320) as page:
        settled(page)
        page.locator("[data-part=open]").press("Enter")
        sheet = page.get_by_role("dialog", name="Vybrat podle")
        expect(sheet).to_be_visible()
        outside = (
            "!document.activeElement.closest('dialog') && document.activeElement !== document.body"
        )
        for _ in range(60):
            page.keyboard.press("Tab")
            assert not page.evaluate(outside)
        check(page, "pro-koho", "seniori")
        promised = plain(page.locator("[data-part=done]").inner_text())
        page.keyboard.press("Escape")
        expect(sheet).to_be_hidden()
        assert page.evaluate("document.activeElement.dataset.part") == "open"
        assert re.findall(r"\d+", promised) == [str(total(page))]
        assert plain(page.locator("[data-part=open]").inner_text()) == "Vybrat podle… (1)"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?q=pes&pro-koho=deti-a-mladez",
        "?zobrazeni=seznam&naklady=bez-nakladu",
        "?zobrazeni=tabulka&razeni=velikost",
        "?zobrazeni=mapa&stav=bezi",
        "?q=pejksy",
        "?q=qwrtzxq",
    ],
    ids=["plain", "cards", "list", "table", "map", "similar", "nothing"],
)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_view_is_accessible_and_fits(
    browser: Browser, home: str, query: str, width: int, scheme: Scheme
) -> None:
    with opened(browser, home + PAGE + query, width=width, scheme=scheme) as page:
        settled(page)
        assert (violations(page), overflow(page)) == ([], 0)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_open_sheet_is_accessible(browser: Browser, home: str, scheme: Scheme) -> None:
    with opened(browser, home + PAGE, width=320, scheme=scheme) as page:
        settled(page)
        page.locator("[data-part=open]").click()
        page.evaluate("document.querySelectorAll('.facet').forEach(one => one.open = true)")
        assert (violations(page), overflow(page)) == ([], 0)


# Without scripts ----------------------------------------------------------------------------------


def test_without_scripts_the_list_is_all_there_is(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}{PAGE}?q=pes", scripts=False) as page:
        assert page.locator("[data-slug]").count() == 4
        for hidden in (".browse__tools", ".browse__aside", ".presets", ".sheet", ".chosen"):
            expect(page.locator(hidden)).to_be_hidden()
        assert "JavaScript" in page.locator("noscript").inner_text()
        assert overflow(page) == 0


def linked(page: Page, address: str) -> set[str]:
    """Return what a page leads to as it is sent, before any script."""
    html = page.request.get(address).text()
    return {urljoin(address, one).partition("#")[0] for one in addresses(html)}


def test_without_scripts_every_case_is_three_clicks_away(
    browser: Browser, crowded: str, catalogue: Catalogue
) -> None:
    wanted = {f"{crowded}{one.address}" for one in catalogue.innovations.values()}
    with opened(browser, "about:blank") as page:
        seen, front = {crowded}, {crowded}
        for _ in range(3):
            pages = {one for one in front - wanted if one.startswith(crowded)}
            found = {
                one for address in pages if address.endswith("/") for one in linked(page, address)
            }
            front = found - seen
            seen |= found
    assert wanted - seen == set()


# The map as a view --------------------------------------------------------------------------------


def test_the_map_shows_the_results_only(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}{PAGE}?zeme=cz") as page:
        cards = slugs(page)
        page.locator("#obsah").get_by_text("Mapa", exact=True).click()
        page.wait_for_url("**?zeme=cz&zobrazeni=mapa")
        page.locator(".map-part").first.wait_for()
        assert sorted(slugs(page)) == sorted(cards)
        points = page.locator("[data-results] .map__dots--large title").all_text_contents()
        assert [plain(one) for one in points] == [
            "Lhota (Zlínský kraj): Kurz práce s počítačem pro seniory",
            "Třinec: Čtení s pejsky pro děti, které se čtení bojí",
        ]
        check(page, "stav", "namet")
        page.wait_for_function(f"{SLUGS}.length === 1")
        assert slugs(page) == ["namet-znakovy-jazyk"]
        assert plain(page.locator(".map-part__count").inner_text()) == "1 výsledek"


def test_a_map_of_many_results_draws_their_places_only(browser: Browser, crowded: str) -> None:
    with opened(browser, f"{crowded}{PAGE}?zobrazeni=mapa") as page:
        settled(page)
        places = page.locator("[data-results] .map-list__area details")
        assert (places.count() > 0, slugs(page)) == (True, [])
        dot = page.locator(".map__dot[href^='#']:visible").first
        dot.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("[data-slug][data-kind=innovation]")
        assert page.evaluate("document.activeElement.matches('details[open] > summary')")
        assert query(page) == "?zobrazeni=mapa"


def test_an_area_of_the_map_narrows_the_results_to_it(browser: Browser, crowded: str) -> None:
    with opened(browser, f"{crowded}{PAGE}?zobrazeni=mapa&pro-koho=seniori") as page:
        settled(page)
        area = page.locator("a.map__area[href]").first
        said = plain(area.locator("title").text_content() or "").partition(": ")[2]
        area.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**?pro-koho=seniori&*kraje=*")
        assert plain(settled(page).locator(".map-part__count").inner_text()) == said


def test_the_map_says_when_no_result_is_on_it(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}{PAGE}?q=prototyp&zobrazeni=mapa") as page:
        settled(page)
        assert slugs(page) == []
        shown = page.locator("[data-results]").inner_text()
        assert shown == "Na mapě z těchto výsledků není nic."
