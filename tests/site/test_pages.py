"""What the built pages say of themselves and where they lead, at the root and under a path."""

import re
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from building import REPOSITORY
from site_pages import BuiltSite, dead_ways, read_site

from inspirace.codes import CODES

pytestmark = pytest.mark.site

NAME = "Inspirace pro knihovny"
EDIT = f"{REPOSITORY}/edit/main/content/"
ERROR_PAGE = "404.html"
REDIRECTS = {"inovace/psi-ctenar/": "inovace/cteni-s-pejsky/"}
ADDRESSES = {
    *("", "inovace/", "metody/", "mapa/", "o-projektu/", "o-projektu/data/", "prispet/"),
    *("cesty/", "cesty/pro-neslysici/", "cesty/zaciname-bez-penez/", "o-projektu/pokryti/"),
    *("inovace/cteni-s-pejsky/", "inovace/kurz-pocitace/"),
    *("inovace/lidska-knihovna-aarhus/", "inovace/namet-znakovy-jazyk/"),
    *("metody/papirovy-prototyp/", "metody/rozhovory/"),
    *("pro-koho/", "pro-koho/deti-a-mladez/", "pro-koho/deti-skolni/"),
    *("pro-koho/lide-s-postizenim/", "pro-koho/seniori/", "pro-koho/siroka-verejnost/"),
    "pro-koho/sluchove-postizeni/",
    *("temata/", "temata/ctenarstvi-a-gramotnost/", "temata/digitalni-dovednosti/"),
    "temata/socialni-zaclenovani/",
    *("typ-sluzby/", "typ-sluzby/dlouhodoby-program/", "typ-sluzby/klub/", "typ-sluzby/kurz/"),
    "typ-sluzby/prednaska-beseda/",
    *("kraje/", "kraje/moravskoslezsky/", "kraje/zlinsky/"),
    *("zeme/", "zeme/cz/", "zeme/dk/"),
    *("aktivity/", "aktivity/biblioterapie/", "aktivity/kurzy-prace-s-pocitacem/"),
    *("aktivity/lekce-znakoveho-jazyka/", "aktivity/turnaj-v-ping-pongu/", "rejstrik/"),
    *("prispet/dobry-pripad/", "prispet/fotografie/", "prispet/posouzeni/"),
    *("prispet/redakce/", "prispet/soubor/"),
    *("pridat/", "pridat/metoda/"),
    *("prispet/pole/", "prispet/pole/metoda/", "chyby/", *(f"chyby/{code}/" for code in CODES)),
}


class Said(NamedTuple):
    """What a page says of itself."""

    tab: str
    title: str
    heading: str
    description: str


KINDS = {
    "": Said(
        "Úvod",
        NAME,
        "Pro koho byste chtěli něco vymyslet?",
        "Katalog sociálních inovací v knihovnách: pro koho jsou, jak fungují, co stojí"
        " a jak dobře jsou doložené.",
    ),
    "inovace/": Said(
        "Inovace",
        f"Inovace – {NAME}",
        "Inovace",
        "Sociální inovace v knihovnách z domova i ze světa: vyberte si podle toho,"
        " pro koho je hledáte.",
    ),
    "inovace/cteni-s-pejsky/": Said(
        "Inovace",
        f"Čtení s pejsky pro děti, které se čtení bojí – {NAME}",
        "Čtení s pejsky pro děti, které se čtení bojí",
        "Dítě čte nahlas klidnému psovi, který ho neopravuje. Jednou týdně, půl hodiny,"
        " s vycvičeným psem a jeho pánem.",
    ),
    "metody/": Said(
        "Metody",
        f"Metody – {NAME}",
        "Metody",
        "Metody, se kterými knihovny zjišťují potřeby, navrhují nové služby a ověřují,"
        " že pomáhají.",
    ),
    "metody/rozhovory/": Said(
        "Metody",
        f"Rozhovory s lidmi z okolí – {NAME}",
        "Rozhovory s lidmi z okolí",
        "Několik delších rozhovorů s lidmi, pro které službu chystáte, ukáže,"
        " co opravdu potřebují.",
    ),
    "cesty/": Said(
        "Cesty",
        f"Cesty katalogem – {NAME}",
        "Cesty katalogem",
        "Výběry redakce: hrstka případů a metoda, které patří k sobě, a u každého proč tu je.",
    ),
    "cesty/zaciname-bez-penez/": Said(
        "Cesty",
        f"Začínáme bez peněz – {NAME}",
        "Začínáme bez peněz",
        "Co se dá zkusit, když v rozpočtu nic není.",
    ),
    "o-projektu/pokryti/": Said(
        "O projektu",
        f"Co katalog pokrývá a co ne – {NAME}",
        "Co katalog pokrývá a co ne",
        "Kolik případů má katalog pro které lidi, témata, kraje a země, jak dobře jsou doložené"
        " a kde zatím chybějí.",
    ),
    "mapa/": Said(
        "Mapa",
        f"Mapa – {NAME}",
        "Mapa",
        "Kde knihovny zkoušejí sociální inovace: mapa českých krajů, Evropy a světa"
        " s případy podle obcí.",
    ),
    "pro-koho/": Said(
        "Inovace",
        f"Pro koho – {NAME}",
        "Pro koho",
        "Lidé, kterým sociální inovace v knihovnách slouží. Vyberte skupinu a uvidíte případy.",
    ),
    "pro-koho/seniori/": Said(
        "Inovace",
        f"Pro koho: senioři – {NAME}",
        "Senioři",
        "Lidé zhruba od 65\xa0let, ti čilí i ti, kdo už potřebují pomoc. V katalogu: 1\xa0případ.",
    ),
    "temata/socialni-zaclenovani/": Said(
        "Inovace",
        f"Téma: sociální začleňování – {NAME}",
        "Sociální začleňování",
        "Snižování vyloučení, přístup ke službám, komunitní práce. V katalogu: 3\xa0případy.",
    ),
    "typ-sluzby/kurz/": Said(
        "Inovace",
        f"Typ služby: kurz – {NAME}",
        "Kurz",
        "Série navazujících lekcí s cílem něco se naučit. V katalogu: 2\xa0případy.",
    ),
    "kraje/zlinsky/": Said(
        "Inovace",
        f"Zlínský kraj – {NAME}",
        "Zlínský kraj",
        "Co knihovny dělají pro lidi kolem sebe: Zlínský kraj. V\xa0katalogu je 1\xa0případ:"
        " „Kurz práce s počítačem pro seniory“.",
    ),
    "zeme/dk/": Said(
        "Inovace",
        f"Dánsko – {NAME}",
        "Dánsko",
        "Co knihovny dělají pro lidi kolem sebe: Dánsko. V\xa0katalogu je 1\xa0případ:"
        " „Živá knihovna, ve které se půjčují lidé“.",
    ),
    "aktivity/": Said(
        "Inovace",
        f"Činnosti programu – {NAME}",
        "Činnosti programu",
        "Všechny činnosti, které jmenuje program Sociální inovace v knihovnách,"
        " s doloženými případy i s těmi, které zatím chybějí.",
    ),
    "aktivity/lekce-znakoveho-jazyka/": Said(
        "Inovace",
        f"Činnost programu: lekce českého znakového jazyka – {NAME}",
        "Lekce českého znakového jazyka",
        "Výuka českého znakového jazyka pro slyšící i pro rodiny neslyšících."
        " Zatím bez doloženého případu.",
    ),
    "rejstrik/": Said(
        "Inovace",
        f"Rejstřík – {NAME}",
        "Rejstřík",
        "Všechny pojmy katalogu a slova, kterými se jim také říká, podle abecedy."
        " Najděte slovo, které znáte, a dojdete k případům.",
    ),
    "prispet/pole/": Said(
        "Přispět",
        f"Přehled polí případu – {NAME}",
        "Přehled polí případu",
        "Všechna pole, která má soubor s případem: co do nich psát, příklad,"
        " co je povinné a z čeho se vybírá.",
    ),
    "chyby/": Said(
        "Přispět",
        f"Chyby a upozornění – {NAME}",
        "Chyby a upozornění",
        "Všechno, co kontrola katalogu hlásí: co to znamená, příklad špatně a správně"
        " a jak to opravit.",
    ),
    "chyby/missing-alt/": Said(
        "Přispět",
        f"Obrázek má popis pro toho, kdo ho nevidí – {NAME}",
        "Obrázek má popis pro toho, kdo ho nevidí",
        "Chyba missing-alt: Obrázek má popis pro toho, kdo ho nevidí."
        " Co to znamená, příklad a oprava.",
    ),
    "o-projektu/data/": Said(
        "O projektu", f"Data a licence – {NAME}", "Data a licence", "Zkušební stránka o datech."
    ),
}


@pytest.mark.parametrize("address", KINDS)
def test_a_page_of_each_kind_says_what_it_is(site: BuiltSite, address: str) -> None:
    page = site.pages[address]
    found = (*page.active_tabs, page.title, *page.headings, *page.meta("description"))
    assert found == KINDS[address]
    assert page.meta("og:description") == page.meta("description")
    assert page.relation("canonical") == page.meta("og:url") == [site.url + address]


def test_the_error_page_has_no_address_of_its_own(site: BuiltSite) -> None:
    page = site.pages[ERROR_PAGE]
    assert (page.title, page.headings) == (f"Stránka nenalezena – {NAME}", ["Tady nic není"])
    assert (page.relation("canonical"), page.active_tabs) == ([], [])


def test_the_error_page_leads_home_wherever_it_answers(site: BuiltSite) -> None:
    html = (site.folder / ERROR_PAGE).read_text(encoding="utf-8")
    home = urlsplit(site.url).path
    assert f'<a href="{home}">Úvodní stránka</a>' in html
    assert re.findall(r'href="[^"]*/\."', html) == []


def test_every_page_says_on_paper_where_it_is(site: BuiltSite) -> None:
    said = {
        address: re.findall(r'<p class="print-address">([^<]*)</p>', html)
        for address in ADDRESSES
        for html in [(site.folder / address / "index.html").read_text(encoding="utf-8")]
    }
    assert said == {address: [site.url + address] for address in ADDRESSES}


def test_these_are_all_the_pages(site: BuiltSite) -> None:
    assert set(site.pages) == ADDRESSES | {ERROR_PAGE} | REDIRECTS.keys()


def test_every_page_says_everything_once(site: BuiltSite) -> None:
    said = {
        address: (
            page.language,
            len(page.headings),
            len(page.meta("description")),
            len(page.meta("og:title")),
            page.relation("canonical"),
            page.relation("prev") + page.relation("next"),
            [name for name, count in Counter(page.identifiers).items() if count > 1],
        )
        for address, page in site.pages.items()
        if address in ADDRESSES
    }
    assert said == {address: ("cs", 1, 1, 1, [site.url + address], [], []) for address in ADDRESSES}


@pytest.mark.parametrize(
    ("address", "edited"),
    [
        pytest.param("", [], id="home"),
        pytest.param("inovace/", [], id="innovations"),
        pytest.param(
            "inovace/cteni-s-pejsky/", [f"{EDIT}innovations/cteni-s-pejsky.md"], id="innovation"
        ),
        pytest.param("metody/rozhovory/", [f"{EDIT}methods/rozhovory.md"], id="method"),
        pytest.param("zeme/dk/", [], id="country"),
        pytest.param("o-projektu/data/", [f"{EDIT}o-projektu/data.md"], id="prose"),
        pytest.param("o-projektu/", [f"{EDIT}o-projektu/index.md"], id="index-of-prose"),
        pytest.param(ERROR_PAGE, [], id="error-page"),
    ],
)
def test_a_page_is_edited_in_its_own_file(site: BuiltSite, address: str, edited: list[str]) -> None:
    assert site.pages[address].relation("edit") == edited


def test_every_page_has_a_way_past_the_navigation(site: BuiltSite) -> None:
    without = [
        address
        for address, page in site.pages.items()
        if address not in REDIRECTS and page.skip not in page.identifiers
    ]
    assert without == []


def test_no_way_is_dead(site: BuiltSite) -> None:
    assert list(dead_ways(site.folder, site.url)) == []


def test_the_stylesheets_have_their_files(site: BuiltSite) -> None:
    missing = [
        (sheet.name, address)
        for sheet in site.folder.rglob("*.css")
        for address in re.findall(r"url\(['\"]?([^'\")]+)", sheet.read_text(encoding="utf-8"))
        if not address.startswith(("data:", "#")) and not (sheet.parent / address).is_file()
    ]
    assert missing == []


def test_an_old_address_leads_to_the_new_one(site: BuiltSite) -> None:
    pages = {address: site.pages[address] for address in REDIRECTS}
    assert {address: page.relation("canonical") for address, page in pages.items()} == {
        old: [site.url + new] for old, new in REDIRECTS.items()
    }


def test_the_sitemap_holds_every_page_once_and_no_other(site: BuiltSite) -> None:
    root = ET.parse(site.folder / "sitemap.xml").getroot()  # noqa: S314 - our own file
    assert {child.tag.rpartition("}")[2] for child in root.iter()} == {"urlset", "url", "loc"}
    listed = [(loc.text or "") for loc in root.iterfind(".//{*}loc")]
    assert listed == sorted(site.url + address for address in ADDRESSES)
    assert not (site.folder / "sitemap.xml.gz").exists()


def test_nothing_is_published_raw(site: BuiltSite) -> None:
    raw = (".md", ".yml", ".yaml", ".py", ".csv")
    found = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*")}
    licence = "assets/inspirace/fonts/README.md"
    to_fill_in = {"pridat/kostra-pripadu.md", "pridat/kostra-metody.md"}
    assert {path for path in found if path.endswith(raw)} == {licence, *to_fill_in}


def test_of_the_theme_only_what_pages_load_is_published(site: BuiltSite) -> None:
    ways = {way.partition("?")[0] for page in site.pages.values() for way in page.ways}
    loaded = {way.rpartition("../")[2] for way in ways}
    published = [path for path in site.folder.rglob("*") if path.suffix in {".js", ".css", ".map"}]
    names = {path.relative_to(site.folder).as_posix() for path in published}
    # Our own modules are loaded when somebody searches or fills in; browser tests try them.
    own = ("assets/inspirace/search/", "assets/inspirace/form/")
    theme = {name for name in names if not name.startswith(own)}
    assert {name for name in theme if name not in loaded} == set()


def test_nothing_speaks_english(site: BuiltSite) -> None:
    spoken = {
        address: page.texts & english_texts()
        for address, page in site.pages.items()
        if page.texts & english_texts()
    }
    assert spoken == {}


def english_texts() -> set[str]:
    """Return the texts of Material's English interface, and what MkDocs adds of its own."""
    material = find_spec("material")
    assert material is not None
    assert material.origin is not None
    languages = Path(material.origin).parent / "templates" / "partials" / "languages"
    english, czech = (
        dict(re.findall(r'"([\w.]+)": "([^"]*)"', (languages / name).read_text(encoding="utf-8")))
        for name in ("en.html", "cs.html")
    )
    assert english["action.skip"] == "Skip to content"
    own = {"404 - Not found", "Home", "Table of contents", "Edit this page", "Next", "Previous"}
    return own | {text for key, text in english.items() if text and text != czech.get(key)}


def test_a_site_that_does_not_know_its_address_says_none(plain_site: Path) -> None:
    pages = read_site(plain_site)
    said = [page.relation("canonical") + page.meta("og:url") for page in pages.values()]
    edited = [page.relation("edit") for page in pages.values()]
    assert [*filter(None, said), *filter(None, edited)] == []
    assert not (plain_site / "sitemap.xml").exists()
