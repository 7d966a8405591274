"""The form in a real browser: from empty questions to a file that the checker takes."""

from collections.abc import Iterator
from gzip import compress
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from building import run
from playwright.sync_api import Browser, Page
from support import copy_fixture
from windows import SCHEMES, WIDTHS, Scheme, opened, overflow, violations

from inspirace.load import load_catalogue
from inspirace.outputs.assets import build_assets
from inspirace.records import Innovation

pytestmark = pytest.mark.browser

NBSP = "\N{NO-BREAK SPACE}"
HARD = f'Knihovna: „NO“ #1{NBSP}"x" \\ –{NBSP}'
CLEANED = 'Knihovna: „NO“ #1 "x" \\ –'
SUMMARY = "Pro děti, které čtou nerady. Čtou nahlas psovi a nikdo je u toho neopravuje."
NEED = "Část dětí ve druhé třídě čte nahlas nerada, protože se bojí, že se jim ostatní budou smát."
HOW = (
    "Dvakrát měsíčně přijde do oddělení dobrovolnice se psem. Každé dítě má čtvrt hodiny a čte"
    " knížku, kterou si samo vybralo.\n\n- Dospělí čekají vedle.\n- Nikdo do čtení nezasahuje."
)
TITLE, FILE = "#pole-title", ".form__file code"
STEPS = ("basics", "where", "audience", "body", "evidence", "further", "sending")
LARGEST_SCRIPTS = 25_000  # bytes with gzip


@pytest.fixture
def form(browser: Browser, home: str) -> Iterator[Page]:
    """Return a page of the form, ready to be written into."""
    with opened(browser, f"{home}pridat/") as page:
        page.set_default_timeout(5000)
        wait(page)
        yield page


def wait(page: Page) -> None:
    page.locator(".form__step.is-current").wait_for()


def go(page: Page, step: str) -> None:
    page.locator(f"[data-to={step}]").click()


def fill(page: Page, title: str = HARD, how: str = HOW) -> None:
    """Answer what is required."""
    go(page, "basics")
    page.locator(TITLE).fill(title)
    page.locator("#pole-summary").fill(SUMMARY)
    page.locator("#pole-status input[value=bezi]").check()
    go(page, "where")
    page.locator("#pole-library").fill(HARD)
    page.locator("#pole-municipality").fill("Třinec")
    go(page, "audience")
    for value in ("seniori", "deti-skolni"):
        page.locator(f"#pole-target-groups input[value={value}]").check()
    page.locator("#pole-topics input[value=socialni-zaclenovani]").check()
    page.locator("#pole-service-types input[value=klub]").check()
    go(page, "body")
    page.locator("#oddil-need").fill(NEED)
    page.locator("#oddil-how-it-works").fill(how)
    go(page, "evidence")
    page.locator("#pole-sources-0-title").fill(HARD)
    page.locator("#pole-sources-0-url").fill("https://www.example.cz/clanek")


def submit(page: Page) -> None:
    go(page, "sending")
    page.locator(".form button[type=submit]").click()


def test_hard_texts_become_a_file_that_passes_and_reads_back(form: Page, tmp_path: Path) -> None:
    fill(form)
    submit(form)
    assert form.evaluate("document.activeElement.id") == "hotovo"
    root = tmp_path / "catalogue"
    copy_fixture(root)
    name = form.locator(".form__file-name").inner_text()
    text = form.locator(FILE).text_content() or ""
    (root / "content" / "innovations" / name).write_text(text, encoding="utf-8")
    checked = run("inspirace", "check", root=root)
    assert (checked.returncode, name in checked.stdout) == (0, False), checked.stdout
    written = load_catalogue(root).catalogue.innovations[name.removesuffix(".md")]
    assert name == "knihovna-no.md"
    assert told(written) == (
        (CLEANED, SUMMARY, CLEANED, "Třinec"),
        ["seniori", "deti-skolni"],
        [(CLEANED, "https://www.example.cz/clanek")],
        "1-popis",
    )
    for part in (NEED, HOW):
        assert part in text


def told(one: Innovation) -> tuple[object, ...]:
    return (
        (one.title, one.summary, one.library, one.municipality),
        [term.id for term in one.target_groups],
        [(source.title, source.url) for source in one.sources],
        one.evidence_level.id,
    )


def test_a_reload_in_the_middle_loses_nothing(form: Page) -> None:
    fill(form)
    form.locator("#pole-sources [data-do=add]").click()
    assert form.evaluate("document.activeElement.id") == "pole-sources-1-title"
    form.keyboard.type("Druhý")
    form.reload()  # before any pause
    wait(form)
    submit(form)
    summary = form.locator(".form__summary")
    assert "Adresa zdroje" in summary.inner_text()
    summary.get_by_role("link").click()
    form.keyboard.type("https://www.example.cz/druhy")
    assert form.evaluate("document.activeElement.getAttribute('aria-invalid')") is None
    submit(form)
    text = form.locator(FILE).text_content() or ""
    assert (CLEANED in text, "  - title: Druhý\n" in text, HOW in text) == (True, True, True)


def test_an_empty_form_says_what_is_missing(form: Page) -> None:
    submit(form)
    assert form.evaluate("document.activeElement.className") == "form__summary"
    said = form.locator(".form__summary li").all_inner_texts()
    assert said == [
        *("Chybí povinné pole „Název“.", "Chybí povinné pole „Shrnutí“."),
        *("Chybí povinné pole „Stav“.", "Chybí povinné pole „Pro koho“."),
        *("Chybí povinné pole „Témata“.", "Chybí povinné pole „Typ služby“."),
        *("Chybí povinné pole „Zdroje“.", "Chybí oddíl „Potřeba“."),
        "Chybí oddíl „Jak to funguje“.",
    ]
    assert violations(form) == []
    form.locator(".form__summary a").first.click()
    box = form.locator(TITLE)
    assert form.evaluate("document.activeElement.id") == "pole-title"
    assert box.get_attribute("aria-describedby") == "pole-title-pomoc pole-title-nalez"
    assert form.locator("#pole-title-nalez").inner_text().startswith("Chybí povinné pole „Název“.")
    assert violations(form) == []


@pytest.mark.parametrize(
    ("length", "is_whole"),
    [pytest.param(1, True, id="short"), pytest.param(45, False, id="long")],
)
def test_a_long_text_goes_by_the_clipboard(form: Page, length: int, *, is_whole: bool) -> None:
    fill(form, how="\n\n".join([HOW] * length)[:4900])
    submit(form)
    address = form.locator("[data-github]").get_attribute("href") or ""
    assert len(address) < 8000
    text = form.locator(FILE).text_content() or ""
    assert unquote(urlsplit(address).query).endswith(text) is is_whole
    assert ("schránky" in form.locator("[data-way=github]").inner_text()) is not is_whole
    form.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    form.evaluate("open = () => {}")
    form.locator("[data-github]").evaluate(
        "one => { one.target = ''; one.href = '#x'; one.click() }"
    )
    assert (form.evaluate("window.copied") == text) is not is_whole


def test_a_draft_is_downloaded_deleted_and_opened_again(form: Page, tmp_path: Path) -> None:
    form.locator(TITLE).fill(HARD)
    with form.expect_download() as download:
        form.get_by_role("button", name="Stáhnout koncept").click()
    draft = tmp_path / download.value.suggested_filename
    download.value.save_as(draft)
    assert draft.name == "koncept-knihovna-no.md"
    form.get_by_role("button", name="Smazat vše").click()
    assert violations(form) == []
    form.locator("dialog").get_by_role("button", name="Smazat", exact=True).click()
    form.get_by_text("Všechno je smazané.").wait_for()
    assert (form.locator(TITLE).input_value(), form.evaluate("localStorage.length")) == ("", 0)
    form.locator("input[type=file]").set_input_files(draft)
    form.get_by_text("Koncept je otevřený.").wait_for()
    assert form.locator(TITLE).input_value() == CLEANED


def test_a_word_that_people_say_finds_the_term(form: Page) -> None:
    go(form, "audience")
    form.locator("#pole-target-groups-hledat").fill("hluche")
    shown = form.locator("#pole-target-groups .option:visible")
    assert [one.split("\n")[0] for one in shown.all_inner_texts()] == [
        f"neslyšící a{NBSP}nedoslýchaví"
    ]
    shown.locator("input").check()
    remove = form.get_by_role("button", name="Odebrat: neslyšící a nedoslýchaví")
    remove.click()
    assert form.evaluate("document.activeElement.id") == "pole-target-groups"
    assert form.locator("#pole-target-groups input:checked").count() == 0


def test_a_title_that_is_there_already_warns(form: Page) -> None:
    form.locator(TITLE).fill("Čtení s pejsky")
    form.locator(".form__similar a").first.wait_for()
    assert form.locator(".form__similar a").all_inner_texts() == [
        f"Čtení s{NBSP}pejsky pro děti, které se čtení bojí"
    ]


def test_the_keyboard_alone_gets_through(form: Page) -> None:
    form.locator(TITLE).focus()
    form.keyboard.type("Káva pro pečující")
    reached = []
    for _ in range(12):
        form.keyboard.press("Tab")
        reached.append(form.evaluate("document.activeElement.textContent.trim()"))
        if reached[-1] == "Pokračovat":
            break
        form.keyboard.press("Space" if "Příklad" in reached[-1] else "Shift")
    assert reached[-1] == "Pokračovat"
    form.keyboard.press("Enter")
    assert form.evaluate("document.activeElement.id") == "krok-where"
    form.locator(".form__card-title", has_text="Káva pro pečující").wait_for()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_step_is_accessible_and_fits(
    browser: Browser, home: str, width: int, scheme: Scheme
) -> None:
    with opened(browser, f"{home}pridat/", width=width, scheme=scheme) as page:
        wait(page)
        for step in STEPS:
            go(page, step)
            page.evaluate(
                "document.querySelectorAll('.form__step.is-current details')"
                ".forEach((one) => { one.open = true })"
            )
            assert (step, violations(page), overflow(page)) == (step, [], 0)
        fill(page)
        submit(page)
        page.locator(".form__page > summary").click()
        assert (violations(page), overflow(page)) == ([], 0)


@pytest.mark.parametrize("address", ["pridat/", "pridat/metoda/"])
def test_the_page_asks_no_other_host_and_keeps_nothing_of_an_empty_form(
    browser: Browser, home: str, address: str
) -> None:
    with opened(browser, home) as page:
        asked: list[str] = []
        complaints: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(home + address, wait_until="networkidle")
        wait(page)
        page.reload()
        wait(page)
        assert ({urlsplit(one).netloc for one in asked}, complaints) == (
            {urlsplit(home).netloc},
            [],
        )
        assert page.evaluate("localStorage.length") == 0


def test_without_scripts_the_questions_and_the_file_are_there(browser: Browser, home: str) -> None:
    with opened(browser, f"{home}pridat/", scripts=False) as page:
        asked = page.locator(":is(label, legend):visible").all_inner_texts()
        labels = {one.partition(" *")[0] for one in asked}
        assert {"Název", "Zdroje", "Jak to funguje", "Výsledky"} <= labels
        assert page.locator(TITLE).is_disabled()
        assert not page.locator("button[type=submit] >> text=Zkontrolovat").is_visible()
        assert page.get_by_role("link", name="kostru souboru").is_visible()
        assert overflow(page) == 0


def test_the_scripts_are_small_and_only_here(browser: Browser, home: str) -> None:
    sent = {one.path: one.content for one in build_assets() if "/form/" in one.path}
    sizes = {path: len(compress(content)) for path, content in sent.items() if path.endswith(".js")}
    assert len(sizes) > 5
    assert sum(sizes.values()) <= LARGEST_SCRIPTS
    asked: list[str] = []
    with opened(browser, home) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{home}inovace/cteni-s-pejsky/", wait_until="networkidle")
    assert [one for one in asked if "/form" in urlsplit(one).path] == []
