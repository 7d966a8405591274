"""Pages of lists, terms, methods and the home page: what they say and where they are."""

import re
from pathlib import Path
from typing import Any

import pytest
from made import (
    make_catalogue,
    make_innovation,
    make_method,
    make_term,
    make_terms,
    make_vocabulary,
)
from page_text import addresses, page_lines, plain
from support import CheckGolden

from inspirace.catalogue import Catalogue
from inspirace.codes import CODES
from inspirace.outputs.terms import build_term_pages
from inspirace.records import RecordSection, Source
from inspirace.render import build_pages
from inspirace.site.page import Page, Site
from inspirace.views.addresses import FIELDS, TERM_FOLDERS
from inspirace.vocabularies import SimilarCase, Vocabulary, VocabularySource

EXPECTED = Path(__file__).parent / "expected"
SITE = Site("Inspirace pro knihovny", "https://knihovna.example/")
HOME = (
    "Katalog sociálních inovací v knihovnách: pro koho jsou, jak fungují, co stojí"
    " a jak dobře jsou doložené."
)
INNOVATIONS = (
    "Sociální inovace v knihovnách z domova i ze světa: vyberte si podle toho, pro koho je hledáte."
)
METHODS = (
    "Metody, se kterými knihovny zjišťují potřeby, navrhují nové služby a ověřují, že pomáhají."
)
ACTIVITIES = (
    "Všechny činnosti, které jmenuje program Sociální inovace v knihovnách,"
    " s doloženými případy i s těmi, které zatím chybějí."
)
REGISTER = (
    "Všechny pojmy katalogu a slova, kterými se jim také říká, podle abecedy."
    " Najděte slovo, které znáte, a dojdete k případům."
)
MAP = (
    "Kde knihovny zkoušejí sociální inovace: mapa českých krajů, Evropy a světa"
    " s případy podle obcí."
)
TRAILS = "Výběry redakce: hrstka případů a metoda, které patří k sobě, a u každého proč tu je."
COVERAGE = (
    "Kolik případů má katalog pro které lidi, témata, kraje a země, jak dobře jsou doložené"
    " a kde zatím chybějí."
)
LANDMARKS = {
    *("Doložené případy", "Náměty", "Něco podobného", "Doložený případ zatím chybí"),
    *("Klub-001", "Klub-050", "Klub-051", "Klub-052"),
}
SOURCE = Source("Zpráva", "https://example.org/druha")


def groups() -> Vocabulary:
    """Return target groups: one with a narrower and a broader one in use, one that is unused."""
    terms = [
        make_term(
            "target-groups",
            "lide-s-postizenim",
            label="lidé s postižením",
            description="Lidé se zdravotním postižením.",
            synonyms=("hendikepovaní", "ZTP"),
        ),
        make_term(
            "target-groups",
            "neslysici",
            label="neslyšící",
            broader="lide-s-postizenim",
            description="Lidé neslyšící a nedoslýchaví",
        ),
        make_term("target-groups", "seniori", label="senioři"),
        make_term("target-groups", "cizinci", label="cizinci"),
        make_term("target-groups", "stary", label="starý pojem", deprecated=True),
    ]
    return Vocabulary(
        "target-groups", "Pro koho", "Lidé, kterým inovace slouží.", {one.id: one for one in terms}
    )


def activities() -> Vocabulary:
    """Return activities: one with cases, one with what is similar, one with nothing, a former."""
    rows: list[dict[str, Any]] = [
        {
            "identifier": "biblioterapie",
            "label": "biblioterapie",
            "description": "Práce s příběhem.",
            "synonyms": ("terapie knihou", "léčba čtením"),
        },
        {
            "identifier": "ping-pong",
            "label": "turnaj v ping-pongu",
            "description": "Hra a soutěž",
            "similar": (
                SimilarCase("klub-003", "Hraje se 12 let. O turnaji zdroj nemluví."),
                SimilarCase("klub-002", "Je to námět sám."),
                SimilarCase("neni", "Soubor s chybou v katalogu není."),
            ),
        },
        {"identifier": "arteterapie"},
        {"identifier": "stary-klub", "deprecated": True},
    ]
    terms = [make_term("programme-activities", **row) for row in rows]
    return Vocabulary(
        name="programme-activities",
        title="Činnosti programu",
        description="Činnosti, které jmenuje program.",
        terms={one.id: one for one in terms},
        note="Výčet je ze stránky programu.",
        sources=(
            VocabularySource("web", "O projektu", "https://example.org/program", "Program"),
            VocabularySource("zprava", "Zpráva"),
        ),
    )


def small_catalogue(count: int = 3) -> Catalogue:
    """Return a catalogue of a few innovations (or many) and two methods."""
    vocabularies = [
        groups(),
        make_vocabulary("topics", "zdravi", "osamelost"),
        make_vocabulary("service-types", "klub"),
        activities(),
        make_vocabulary("regions", "zlinsky"),
        make_vocabulary("countries", "CZ"),
        make_vocabulary("method-phases", "navrh", "overeni"),
    ]
    innovations = [
        make_innovation(
            f"klub-{number:03}",
            target_groups=("neslysici" if number == 1 else "seniori",),
            topics=("zdravi",),
            service_types=("klub",),
            region=make_terms("regions", ["zlinsky"])[0],
            methods=("rozhovor",) if number == 1 else (),
            programme_activities=("ping-pong",) if number == 2 else ("biblioterapie",),
            status=make_term("case-status", "namet" if number == 2 else "bezi"),
        )
        for number in range(1, count + 1)
    ]
    methods = [
        make_method("rozhovor", related=("kresleni",)),
        make_method(
            "kresleni",
            phase=make_term("method-phases", "overeni"),
            sources=(SOURCE,),
            sections=(RecordSection("steps", "Postup", "postup", False, b"1. Kreslete."),),  # noqa: FBT003 - not editorial
        ),
    ]
    return make_catalogue(*innovations, *methods, vocabularies=vocabularies)


def pages(catalogue: Catalogue) -> dict[str, Page]:
    return {page.address: page for page in build_pages(catalogue, SITE)}


@pytest.mark.parametrize(
    ("address", "name"),
    [
        pytest.param("", "home", id="home"),
        pytest.param("inovace/", "innovations", id="innovations"),
        pytest.param("metody/", "methods", id="methods"),
        pytest.param("metody/rozhovor/", "method-with-cases", id="method-with-cases"),
        pytest.param("metody/kresleni/", "method-without-cases", id="method-without-cases"),
        pytest.param("pro-koho/", "terms", id="terms"),
        pytest.param("pro-koho/lide-s-postizenim/", "term-broader", id="broader-term"),
        pytest.param("pro-koho/neslysici/", "term-narrower", id="narrower-term"),
        pytest.param("zeme/", "countries", id="countries"),
        pytest.param("aktivity/", "activities", id="activities"),
        pytest.param("aktivity/biblioterapie/", "activity-documented", id="documented-activity"),
        pytest.param("aktivity/ping-pong/", "activity-similar", id="activity-with-the-similar"),
        pytest.param("aktivity/arteterapie/", "activity-missing", id="activity-with-nothing"),
        pytest.param("rejstrik/", "register", id="register"),
    ],
)
def test_a_page_reads_as_it_should(address: str, name: str, check_golden: CheckGolden) -> None:
    lines = page_lines(pages(small_catalogue())[address].html)
    check_golden(EXPECTED / f"{name}.txt", "".join(f"{line}\n" for line in lines))


def test_every_page_says_who_it_is_in_one_order() -> None:
    said = [
        (page.address, page.frame, plain(page.title), plain(page.description))
        for page in build_pages(small_catalogue(), SITE)
        if page.frame != FIELDS
    ]
    lists = "Sociální inovace v knihovnách"
    place = (
        "Co knihovny dělají pro lidi kolem sebe: {}."
        " V katalogu jsou 3 případy, například „Klub-001“ a „Klub-002“."
    )
    described = "Knihovna půjčuje stoly i pokoj."
    method = "Sednete si s člověkem tam, kde se věci dějí."
    assert said == [
        ("", "", "Inspirace pro knihovny", HOME),
        ("inovace/", "inovace/", "Inovace", INNOVATIONS),
        ("inovace/klub-001/", "inovace/", "Klub-001", described),
        ("inovace/klub-002/", "inovace/", "Klub-002", described),
        ("inovace/klub-003/", "inovace/", "Klub-003", described),
        ("metody/", "metody/", "Metody", METHODS),
        ("metody/rozhovor/", "metody/", "Rozhovor", method),
        ("metody/kresleni/", "metody/", "Kresleni", method),
        (
            "pro-koho/",
            "inovace/",
            "Pro koho",
            "Lidé, kterým sociální inovace v knihovnách slouží. Vyberte skupinu a uvidíte případy.",
        ),
        (
            "pro-koho/lide-s-postizenim/",
            "inovace/",
            "Pro koho: lidé s postižením",
            "Lidé se zdravotním postižením. V katalogu: 1 případ.",
        ),
        (
            "pro-koho/neslysici/",
            "inovace/",
            "Pro koho: neslyšící",
            "Lidé neslyšící a nedoslýchaví. V katalogu: 1 případ.",
        ),
        (
            "pro-koho/seniori/",
            "inovace/",
            "Pro koho: senioři",
            "Senioři. V katalogu: 2 případy.",
        ),
        (
            "temata/",
            "inovace/",
            "topics",
            "Témata sociálních inovací v knihovnách. Vyberte téma a uvidíte případy.",
        ),
        ("temata/zdravi/", "inovace/", "Téma: zdravi", "Zdravi. V katalogu: 3 případy."),
        (
            "typ-sluzby/",
            "inovace/",
            "service-types",
            "Jakou podobu inovace v knihovnách mají: kurz, klub, poradna a další. Vyberte si.",
        ),
        ("typ-sluzby/klub/", "inovace/", "Typ služby: klub", "Klub. V katalogu: 3 případy."),
        ("kraje/", "inovace/", "regions", f"{lists} podle krajů. Vyberte kraj a uvidíte případy."),
        ("kraje/zlinsky/", "inovace/", "zlinsky", place.format("zlinsky")),
        ("zeme/", "inovace/", "countries", f"{lists} podle zemí. Vyberte zemi a uvidíte případy."),
        ("zeme/cz/", "inovace/", "CZ", place.format("CZ")),
        ("aktivity/", "inovace/", "Činnosti programu", ACTIVITIES),
        (
            "aktivity/biblioterapie/",
            "inovace/",
            "Činnost programu: biblioterapie",
            "Práce s příběhem. 2 doložené případy.",
        ),
        (
            "aktivity/ping-pong/",
            "inovace/",
            "Činnost programu: turnaj v ping-pongu",
            "Hra a soutěž. Zatím bez doloženého případu.",
        ),
        (
            "aktivity/arteterapie/",
            "inovace/",
            "Činnost programu: arteterapie",
            "Arteterapie. Zatím bez doloženého případu.",
        ),
        ("cesty/", "cesty/", "Cesty katalogem", TRAILS),
        ("rejstrik/", "inovace/", "Rejstřík", REGISTER),
        ("mapa/", "mapa/", "Mapa", MAP),
        ("o-projektu/pokryti/", "o-projektu/pokryti/", "Co katalog pokrývá a co ne", COVERAGE),
    ]


def test_further_pages_of_a_list_differ_in_title_and_description() -> None:
    drawn = pages(small_catalogue(52))
    assert [
        (plain(drawn[address].title), plain(drawn[address].description))
        for address in ("inovace/strana/2/", "pro-koho/seniori/strana/2/")
    ] == [
        (
            "Inovace – strana 2",
            f"Strana 2. {INNOVATIONS}",
        ),
        ("Pro koho: senioři – strana 2", "Strana 2. Senioři. V katalogu: 51 případů."),
    ]


def test_ideas_follow_what_is_documented_over_the_pages_of_an_activity() -> None:
    cases = [
        make_innovation(
            f"klub-{number:03}",
            target_groups=("seniori",),
            topics=("zdravi",),
            programme_activities=("ping-pong",),
            status=make_term("case-status", "bezi" if number <= 51 else "namet"),
        )
        for number in range(1, 53)
    ]
    vocabularies = [make_vocabulary(name) for name in (*TERM_FOLDERS, "method-phases")]
    catalogue = make_catalogue(*cases, vocabularies=[*vocabularies, activities()])
    drawn = pages(catalogue)
    found = {
        address: [line for line in page_lines(drawn[address].html) if line in LANDMARKS]
        for address in ("aktivity/ping-pong/", "aktivity/ping-pong/strana/2/")
    }
    assert found == {
        "aktivity/ping-pong/": ["Doložené případy", "Klub-001", "Klub-050"],
        "aktivity/ping-pong/strana/2/": ["Doložené případy", "Klub-051", "Náměty", "Klub-052"],
    }


def test_an_empty_catalogue_has_all_its_lists() -> None:
    names = (*TERM_FOLDERS, "method-phases")
    empty = make_catalogue(vocabularies=[make_vocabulary(name) for name in names])
    assert list(pages(empty)) == [
        *("", "inovace/", "metody/", "pro-koho/", "temata/", "typ-sluzby/", "kraje/", "zeme/"),
        *("aktivity/", "cesty/", "rejstrik/", "mapa/", "o-projektu/pokryti/"),
        *("chyby/", *(f"chyby/{code}/" for code in CODES)),
    ]


def test_no_page_has_a_style_or_an_address_from_the_root() -> None:
    drawn = pages(small_catalogue(120)).values()
    assert [page.address for page in drawn if "style=" in page.html] == []
    assert {one for page in drawn for one in addresses(page.html) if one.startswith("/")} == set()


@pytest.mark.parametrize(
    ("region", "said"),
    [
        pytest.param("zlinsky", ["regions", "Zlinsky"], id="region"),
        pytest.param("zahranici", ["Zahranici"], id="abroad"),
        pytest.param("celostatni", ["Celostatni"], id="nationwide"),
    ],
)
def test_only_above_a_region_it_says_that_it_is_one(region: str, said: list[str]) -> None:
    vocabularies = {**small_catalogue().vocabularies, "regions": make_vocabulary("regions", region)}
    case = make_innovation(
        "klub",
        target_groups=("seniori",),
        topics=("zdravi",),
        service_types=("klub",),
        region=make_terms("regions", [region])[0],
    )
    catalogue = make_catalogue(case, vocabularies=vocabularies.values())
    html = {page.address: page.html for page in build_term_pages(catalogue)}[f"kraje/{region}/"]
    assert re.findall(r'<(?:p class="kicker"|h1)>(.*)</', html) == said
