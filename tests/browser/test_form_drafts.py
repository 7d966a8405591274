"""What is written into the form is not lost: in two windows, in files opened again."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from windows import opened

pytestmark = pytest.mark.browser

TITLE = "#pole-title"
KEPT = "inspirace.koncept.innovation"


@pytest.fixture
def form(browser: Browser, home: str) -> Iterator[Page]:
    """Return a page of the form, ready to be written into."""
    with opened(browser, f"{home}pridat/") as page:
        wait(page)
        yield page


def wait(page: Page) -> None:
    page.locator(".form__step.is-current").wait_for()


def test_an_idle_window_does_not_delete_what_another_one_kept(form: Page) -> None:
    other = form.context.new_page()
    other.goto(form.url)
    wait(other)
    other.locator(TITLE).fill("Psáno vedle")
    other.get_by_text("Uloženo v tomto prohlížeči").wait_for()
    form.wait_for_function("document.querySelector('#pole-title').value === 'Psáno vedle'")
    assert form.locator(".form__told").inner_text() == (
        "Formulář máte otevřený i v jiném okně. Co napíšete v jednom, objeví se v obou."
    )
    other.close()
    form.evaluate("dispatchEvent(new Event('pagehide'))")
    form.reload()
    wait(form)
    assert form.locator(TITLE).input_value() == "Psáno vedle"


def test_what_is_deleted_in_one_window_does_not_come_back_from_another(form: Page) -> None:
    form.locator(TITLE).fill("Na zkoušku")
    form.get_by_text("Uloženo v tomto prohlížeči").wait_for()
    other = form.context.new_page()
    other.goto(form.url)
    wait(other)
    other.get_by_role("button", name="Smazat vše").click()
    other.locator("dialog").get_by_role("button", name="Smazat", exact=True).click()
    form.wait_for_function("document.querySelector('#pole-title').value === ''")
    form.reload()
    wait(form)
    assert form.evaluate(f"localStorage.getItem('{KEPT}')") is None


def test_what_an_older_form_kept_in_another_shape_does_not_stop_this_one(form: Page) -> None:
    values = {"title": "Čtení", "websites": "abc", "sources": [None, "a"], "contact": "x"}
    kept = json.dumps({"values": values | {"topics": "bydleni"}, "sections": {}})
    form.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEPT, kept])
    form.reload()
    wait(form)
    assert form.locator(TITLE).input_value() == "Čtení"
    form.evaluate("key => localStorage.setItem(key, '{\"values\": null}')", KEPT)
    form.reload()
    wait(form)
    assert form.locator(TITLE).input_value() == ""


def open_file(page: Page, path: Path, text: str) -> str:
    """Open a file in the form and return what it says then."""
    path.write_text(text, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(path)
    page.wait_for_function("document.querySelector('.form__told').textContent")
    return page.locator(".form__told").inner_text()


def test_the_file_to_fill_in_can_be_opened(form: Page, tmp_path: Path) -> None:
    starter = form.request.get(f"{form.url}kostra-pripadu.md").text()
    filled = starter.replace("title:\n", "title: Čtení s pejsky\n")
    filled = filled.replace(
        "target_groups:\n  -\n", "target_groups:\n  - seniori\n  # ještě\n  - deti-skolni\n"
    )
    assert open_file(form, tmp_path / "kostra.md", starter) == "V souboru nic vyplněného není."
    form.locator(".form__told").evaluate("told => { told.textContent = '' }")
    assert open_file(form, tmp_path / "kostra.md", filled) == "Koncept je otevřený."
    form.reload()
    wait(form)
    assert form.locator(TITLE).input_value() == "Čtení s pejsky"
    chosen = form.locator("#pole-target-groups input:checked")
    assert sorted(one.get_attribute("value") or "" for one in chosen.all()) == [
        "deti-skolni",
        "seniori",
    ]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        pytest.param(
            "topics: [bydleni, zdravi]\n",
            " Řádek 3 („topics: [bydleni, zdravi]“) formulář nezná, a tak se nenačetl.",
            id="list-on-one-line",
        ),
        pytest.param(
            "summary: >-\n  Text\n",
            " Řádek 3 („>-“) formulář nezná, a tak se nenačetl."
            " Řádek 4 („Text“) formulář nezná, a tak se nenačetl.",
            id="text-below",
        ),
        pytest.param(
            "small_start:\n  what: Jednou\nevidence_level: 1-popis\n",
            " Na pole „Zkuste to v malém“ se formulář neptá, a tak je do nového souboru nenapíše.",
            id="not-asked",
        ),
    ],
)
def test_what_the_form_cannot_take_from_a_file_is_said(
    form: Page, tmp_path: Path, lines: str, said: str
) -> None:
    told = open_file(form, tmp_path / "pripad.md", f"---\ntitle: Čtení\n{lines}---\n")
    assert told == f"Koncept je otevřený.{said}"


def test_the_counter_of_a_section_counts_as_the_checker_does(form: Page) -> None:
    form.locator("[data-to=body]").click()
    box = form.locator("#oddil-need")
    least = int(form.locator("[data-name=need]").get_attribute("data-least") or 0)
    address = "https://www.example.cz/" + "a" * least
    box.fill(f"[odkaz]({address})")
    counter = form.locator("[data-name=need] > .form__counter")
    assert counter.inner_text() == f"Ještě aspoň {least - len('odkaz')}\N{NO-BREAK SPACE}znaků."
