"""Links: where a target leads, and what is told about those that lead nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspirace.markdown.body import Link
from inspirace.reading.text_file import TextFile
from inspirace.rules import links
from inspirace.rules.links import LinkIndex, check_links

FILE = TextFile("content/innovations/psi.md", "\n".join(f"řádek {n}" for n in range(1, 40)))
INDEX = LinkIndex(
    addresses={
        "content/index.md": "",
        "content/inovace/index.md": "inovace/",
        "content/innovations/psi.md": "inovace/psi/",
        "content/innovations/kurz-pocitace.md": "inovace/kurz-pocitace/",
        "content/methods/rozhovory.md": "metody/rozhovory/",
        "content/o-projektu/index.md": "o-projektu/",
        "content/o-projektu/data.md": "o-projektu/data/",
        "content/assets/pes.png": "assets/pes.png",
        "content/assets/letak jaro.pdf": "assets/letak jaro.pdf",
    },
    anchors={
        "content/innovations/psi.md": frozenset({"potreba", "vysledky"}),
        "content/innovations/kurz-pocitace.md": frozenset({"potreba", "vysledky"}),
        "content/methods/rozhovory.md": frozenset({"postup"}),
        "content/index.md": frozenset(),
    },
)


def link(target: str) -> Link:
    return Link(target, 3, 5, is_image=False, text="text")


def image(target: str) -> Link:
    return Link(target, 3, 5, is_image=True, text="popis")


def told(one: Link) -> tuple[str, str, str]:
    [found] = check_links(FILE, [one], INDEX)
    return found.code, found.message, found.help


@pytest.mark.parametrize(
    ("target", "address"),
    [
        pytest.param("kurz-pocitace.md", "inovace/kurz-pocitace/", id="same-folder"),
        pytest.param("./kurz-pocitace.md", "inovace/kurz-pocitace/", id="dot"),
        pytest.param("../methods/rozhovory.md#postup", "metody/rozhovory/#postup", id="anchor"),
        pytest.param("../methods/rozhovory.md?a=b#c", "metody/rozhovory/?a=b#c", id="query"),
        pytest.param("#potreba", "inovace/psi/#potreba", id="own-page"),
        pytest.param("../index.md", "", id="home"),
        pytest.param("../assets/letak%20jaro.pdf", "assets/letak jaro.pdf", id="percent-encoded"),
        pytest.param("../%69ndex.md", "", id="percent-encoded-letter"),
        pytest.param("../methods/jina.md", None, id="no-such-file"),
        pytest.param("../../content/index.md", "", id="out-and-in"),
        pytest.param("../../README.md", None, id="out-of-the-content"),
        pytest.param("..%2f..%2f..%2fetc/passwd", None, id="far-out"),
        pytest.param("/content/index.md", None, id="absolute"),
        pytest.param("../index.md/", None, id="file-as-a-folder"),
        pytest.param("..", None, id="folder"),
        pytest.param("https://example.org/", None, id="outside"),
        pytest.param("%ff", None, id="no-utf-8"),
    ],
)
def test_a_relative_target_leads_to_an_address(target: str, address: str | None) -> None:
    assert INDEX.address(FILE.path, target) == address


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(link("https://example.org/a?b=c#d"), id="https"),
        pytest.param(link("HTTP://example.org"), id="http-in-capitals"),
        pytest.param(link("https://žluťoučký.cz/kůň"), id="diacritics"),
        pytest.param(link("mailto:deti@example.org?subject=a"), id="mailto"),
        pytest.param(link("kurz-pocitace.md#vysledky"), id="file-and-anchor"),
        pytest.param(link("#potreba"), id="own-anchor"),
        pytest.param(link("../o-projektu/data.md#cokoli"), id="page-whose-anchors-are-not-known"),
        pytest.param(link("../assets/letak%20jaro.pdf"), id="file-to-download"),
        pytest.param(link("../assets/pes.png"), id="link-to-an-image"),
        pytest.param(image("../assets/pes.png"), id="image"),
        pytest.param(link("https://example.org/o-projektu/data/"), id="other-site-of-like-address"),
    ],
)
def test_a_link_that_leads_somewhere_is_accepted(one: Link) -> None:
    assert list(check_links(FILE, [one], INDEX)) == []


SCHEMES = "Odkaz začíná https://, http:// nebo mailto:, nebo je to cesta k souboru katalogu."
ON_A_DISK = (
    "Dejte soubor do složky content/assets a napište k němu cestu, třeba ../assets/letak.pdf."
)
WHOLE = "Zkopírujte celou adresu z prohlížeče, třeba https://example.org/stranka."


@pytest.mark.parametrize(
    ("one", "message", "advice"),
    [
        pytest.param(
            link("javascript:alert(1)"),
            "Odkaz „javascript:alert(1)“ začíná „javascript:“, a takový katalog nepřijímá.",
            SCHEMES,
            id="javascript",
        ),
        pytest.param(
            link("java\tScript:a"),
            "Odkaz „java\tScript:a“ začíná „javascript:“, a takový katalog nepřijímá.",
            SCHEMES,
            id="hidden-javascript",
        ),
        pytest.param(
            link("data:text/html,a"),
            "Odkaz „data:text/html,a“ začíná „data:“, a takový katalog nepřijímá.",
            SCHEMES,
            id="data",
        ),
        pytest.param(
            link("ftp://example.org"),
            "Odkaz „ftp://example.org“ začíná „ftp:“, a takový katalog nepřijímá.",
            SCHEMES,
            id="ftp",
        ),
        pytest.param(
            image("data:image/png;base64,a"),
            "Obrázek „data:image/png;base64,a“ začíná „data:“, a takový katalog nepřijímá.",
            SCHEMES,
            id="image-in-data",
        ),
        pytest.param(
            link("file:///C:/a.pdf"),
            "Odkaz „file:///C:/a.pdf“ vede na soubor ve vašem počítači, nikdo jiný ho neotevře.",
            ON_A_DISK,
            id="file",
        ),
        pytest.param(
            image("C:\\pes.png"),
            "Obrázek „C:\\pes.png“ vede na soubor ve vašem počítači, nikdo jiný ho neotevře.",
            ON_A_DISK,
            id="disk",
        ),
        pytest.param(
            link("//example.org/a"),
            "Odkaz „//example.org/a“ nemá na začátku https:.",
            "Napište: https://example.org/a",
            id="no-scheme",
        ),
        pytest.param(
            link("www.example.org"),
            "Odkaz „www.example.org“ nemá na začátku https://.",
            "Napište: https://www.example.org",
            id="www",
        ),
        pytest.param(
            link("knihovna.cz/akce?a=b"),
            "Odkaz „knihovna.cz/akce?a=b“ nemá na začátku https://.",
            "Napište: https://knihovna.cz/akce?a=b",
            id="domain",
        ),
        pytest.param(
            link("deti@example.org"),
            "Odkaz „deti@example.org“ nemá na začátku mailto:.",
            "Napište: mailto:deti@example.org",
            id="mail-without-scheme",
        ),
        pytest.param(
            link("mailto:deti"),
            "Odkaz „mailto:deti“ nemá za mailto: e-mailovou adresu.",
            "Napište ji celou, třeba mailto:knihovna@example.org.",
            id="no-mail",
        ),
        pytest.param(link("https://"), "Odkaz „https://“ není celá adresa.", WHOLE, id="no-host"),
        pytest.param(
            link("https:/a.cz"), "Odkaz „https:/a.cz“ není celá adresa.", WHOLE, id="slash"
        ),
        pytest.param(
            link("http://[a"), "Odkaz „http://[a“ není celá adresa.", WHOLE, id="bad-host"
        ),
        pytest.param(
            link(""),
            "Odkaz nemá adresu.",
            "Doplňte ji do kulaté závorky: [text odkazu](adresa). Nemá-li to být odkaz,"
            " obě závorky smažte.",
            id="empty",
        ),
        pytest.param(
            link("#"),
            "Odkaz nemá adresu.",
            "Doplňte ji do kulaté závorky: [text odkazu](adresa). Nemá-li to být odkaz,"
            " obě závorky smažte.",
            id="only-a-sign",
        ),
        pytest.param(
            Link("#potreba", 3, 5, is_image=False, text=""),
            "Odkaz nemá text, na který by se dalo klepnout.",
            "Napište do hranaté závorky, kam vede: [kam odkaz vede](adresa).",
            id="no-text",
        ),
    ],
)
def test_a_target_that_is_no_address_is_told(one: Link, message: str, advice: str) -> None:
    assert told(one) == ("bad-link", message, advice)


def said(target: str) -> str:
    return f"Odkaz „{target}“ je adresa stránky, má to být cesta k jejímu souboru."


@pytest.mark.parametrize(
    ("target", "advice"),
    [
        pytest.param("/inovace/kurz-pocitace/", "Napište: kurz-pocitace.md", id="absolute"),
        pytest.param("/metody/rozhovory", "Napište: ../methods/rozhovory.md", id="without-the-end"),
        pytest.param("/neco/metody/rozhovory/", "Napište: ../methods/rozhovory.md", id="sub-path"),
        pytest.param(
            "/metody/rozhovory/#postup", "Napište: ../methods/rozhovory.md#postup", id="anchor"
        ),
        pytest.param("../inovace/kurz-pocitace/", "Napište: kurz-pocitace.md", id="from-the-file"),
        pytest.param("../kurz-pocitace/", "Napište: kurz-pocitace.md", id="from-the-page"),
        pytest.param("../../o-projektu/data/", "Napište: ../o-projektu/data.md", id="prose"),
        pytest.param("../inovace/index.html", "Napište: ../inovace/index.md", id="index-html"),
        pytest.param("/", "Napište: ../index.md", id="home"),
        pytest.param("/metody/rozhovor/", "Napište: ../methods/rozhovory.md", id="mistyped"),
        pytest.param(
            "/temata/zdravi/",
            "Odkázat jde na případ, metodu nebo stránku, která má svůj soubor,"
            " třeba ../innovations/nazev-pripadu.md.",
            id="page-without-a-file",
        ),
        pytest.param(
            "https://inspirace.example.org/inovace/kurz-pocitace/#potreba",
            "Napište: kurz-pocitace.md#potreba",
            id="on-the-web",
        ),
        pytest.param(
            "http://example.org/neco/metody/rozhovory",
            "Napište: ../methods/rozhovory.md",
            id="on-the-web-under-a-sub-path",
        ),
    ],
)
def test_an_address_of_a_page_is_told_with_the_path_to_write(target: str, advice: str) -> None:
    assert told(link(target)) == ("site-address", said(target), advice)


PATH = (
    "Zkontrolujte cestu. Píše se od složky, ve které je tento soubor,"
    " třeba ../methods/nazev-metody.md."
)


@pytest.mark.parametrize(
    ("target", "advice"),
    [
        pytest.param("kurz-pocitac.md", "Nemá tu být kurz-pocitace.md?", id="mistyped"),
        pytest.param("rozhovory.md", "Nemá tu být ../methods/rozhovory.md?", id="other-folder"),
        pytest.param(
            "../methods/rozhovory", "Nemá tu být ../methods/rozhovory.md?", id="no-ending"
        ),
        pytest.param(
            "content\\methods\\rozhovory.md", "Nemá tu být ../methods/rozhovory.md?", id="windows"
        ),
        pytest.param(
            "../Methods/Rozhovory.md", "Nemá tu být ../methods/rozhovory.md?", id="capitals"
        ),
        pytest.param("../o-projektu/data.html", "Nemá tu být ../o-projektu/data.md?", id="html"),
        pytest.param("letak%20jaro.pdf", "Nemá tu být ../assets/letak%20jaro.pdf?", id="download"),
        pytest.param("../../../etc/passwd", PATH, id="out-of-the-content"),
        pytest.param("nic.md", PATH, id="nothing-near"),
    ],
)
def test_a_path_to_no_file_is_told(target: str, advice: str) -> None:
    message = f"Odkaz „{target}“ nevede na žádný soubor katalogu."
    assert told(link(target)) == ("dead-link", message, advice)


@pytest.mark.parametrize(
    ("target", "message", "advice"),
    [
        pytest.param(
            "pes.png",
            "Obrázek „pes.png“ nevede na žádný soubor katalogu.",
            "Nemá tu být ../assets/pes.png?",
            id="other-folder",
        ),
        pytest.param(
            "../assets/kocka.jpg",
            "Obrázek „../assets/kocka.jpg“ nevede na žádný soubor katalogu.",
            "Dejte ho do složky content/assets a napište k němu cestu od tohoto souboru.",
            id="nothing-near",
        ),
        pytest.param(
            "kurz-pocitace.md",
            "Obrázek „kurz-pocitace.md“ vede na soubor, který není obrázek.",
            "Obrázek má příponu jpg, png, webp nebo svg. Má-li to být odkaz, smažte vykřičník.",
            id="no-image",
        ),
    ],
)
def test_a_path_to_no_image_is_told(target: str, message: str, advice: str) -> None:
    assert told(image(target)) == ("dead-image", message, advice)


@pytest.mark.parametrize("target", ["https://example.org/a.png", "//example.org/a.png"])
def test_an_image_of_another_host_is_told(target: str) -> None:
    code, message, advice = told(image(target))
    assert (code, message) == (
        "foreign-image",
        f"Obrázek „{target}“ je uložený na cizím webu.",
    )
    assert advice == (
        "Smíte-li ho použít, dejte ho do složky content/assets a napište k němu cestu, třeba"
        " ../assets/obrazek.jpg. Jinak smažte vykřičník a bude z něj odkaz."
    )


@pytest.mark.parametrize(
    ("target", "advice"),
    [
        pytest.param("#vysledek", "Nemá tu být #vysledky?", id="own-page"),
        pytest.param("kurz-pocitace.md#v%C3%BDsledky", "Nemá tu být #vysledky?", id="diacritics"),
        pytest.param("kurz-pocitace.md#zdroje", "Na stránce jsou: #potreba, #vysledky.", id="far"),
        pytest.param(
            "../index.md#zdroje",
            "Stránka žádné nadpisy nemá. Smažte křížek a co je za ním.",
            id="no-headings",
        ),
    ],
)
def test_an_anchor_that_is_not_on_the_page_is_told(target: str, advice: str) -> None:
    message = f"Odkaz „{target}“ vede na nadpis, který na stránce není."
    assert told(link(target)) == ("dead-anchor", message, advice)


def test_an_image_may_be_both_undescribed_and_dead() -> None:
    found = check_links(FILE, [Link("kocka.jpg", 3, 5, is_image=True, text="")], INDEX)
    assert [(one.code, one.message) for one in found] == [
        ("missing-alt", "Obrázek nemá popis pro toho, kdo ho nevidí."),
        ("dead-image", "Obrázek „kocka.jpg“ nevede na žádný soubor katalogu."),
    ]


def test_findings_stand_at_their_links_in_the_order_of_the_text() -> None:
    links = [Link(f"x{n}.md", 40 - n, 2, is_image=False, text="a") for n in range(1, 31)]
    found = list(check_links(FILE, links, INDEX))
    assert [(one.location.line, one.location.column) for one in found] == [
        (line, 2) for line in range(10, 30)
    ]
    assert found[-1].help.endswith("Takových míst je víc; další kontrola ukáže, až opravíte tato.")


def test_a_long_target_is_quoted_without_its_end() -> None:
    _, message, _ = told(link("a" * 500))
    assert message == f"Odkaz „{'a' * 80}…“ nevede na žádný soubor katalogu."


HOSTS = st.sampled_from(["example.org", "a-b.cz", "cz", "exa mple.org", "[::1", "a..cz", "a.cz:80"])
PARTS = st.sampled_from(["inovace", "psi", "metody", "", "a", "o-projektu", "x.html", "č"])
ENDS = st.sampled_from(["", "/", "//", "?a=/inovace/psi", "#x", "/index.html", " "])


@given(
    scheme=st.sampled_from(["http://", "https://", "HTTP://", "http:/", "https:", "mailto:"]),
    host=HOSTS,
    parts=st.lists(PARTS, max_size=4),
    end=ENDS,
)
def test_what_is_plainly_right_has_no_fault(
    scheme: str, host: str, parts: list[str], end: str
) -> None:
    target = f"{scheme}{'/'.join((host, *parts))}{end}"
    with pytest.MonkeyPatch.context() as patched:
        found = tuple(check_links(FILE, [link(target)], INDEX))
        patched.setattr(links, "_is_plainly_right", lambda *_: False)
        assert found == tuple(check_links(FILE, [link(target)], INDEX))
