"""Rendering: the files of the catalogue's part of the site, their order and the look's own."""

import re
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import pytest
from made import make_catalogue, make_innovation, make_vocabulary

from inspirace.catalogue import Catalogue
from inspirace.codes import CODES
from inspirace.outputs.assets import build_assets, mark_contents
from inspirace.render import render_catalogue
from inspirace.site.frame import Frame
from inspirace.site.page import Artifact, LateArtifact, Site
from inspirace.site.publish import FRAMES
from inspirace.views.look import FOLDER, STATIC, marked

FRAME = (
    "<head><!-- inspirace:head --><!-- /inspirace:head --></head>"
    '<body><a href="#obsah">Přeskočit</a><main id="obsah">'
    "<!-- inspirace:content --><!-- /inspirace:content --></main></body>"
)
SITE = Site("Inspirace", "https://knihovna.example/")


def moved_catalogue() -> Catalogue:
    """Return a catalogue of one innovation that has a former address."""
    moved = make_innovation(
        "klub",
        title="Klub <pro> všechny",
        aliases=("stary-klub",),
        topics=("zdravi",),
        target_groups=("seniori",),
    )
    used = [make_vocabulary("target-groups", "seniori"), make_vocabulary("topics", "zdravi")]
    others = ("service-types", "programme-activities", "regions", "method-phases")
    rest = [make_vocabulary(name) for name in others]
    return make_catalogue(moved, vocabularies=[*used, *rest, make_vocabulary("countries", "CZ")])


MODULES = re.compile(r"/(?:search|form)/")


def drawn() -> dict[str, Artifact | LateArtifact]:
    frames = {address: Frame.parse(FRAME, address) for address in FRAMES}
    return {one.path: one for one in render_catalogue(moved_catalogue(), frames, SITE)}


def test_artifacts_come_in_one_order() -> None:
    assert [path for path in drawn() if not MODULES.search(path)] == [
        "index.html",
        *("inovace/index.html", "inovace/klub/index.html", "metody/index.html"),
        *("pro-koho/index.html", "pro-koho/seniori/index.html"),
        *("temata/index.html", "temata/zdravi/index.html"),
        *("typ-sluzby/index.html", "kraje/index.html", "zeme/index.html", "zeme/cz/index.html"),
        *("aktivity/index.html", "cesty/index.html", "rejstrik/index.html", "mapa/index.html"),
        "o-projektu/pokryti/index.html",
        *("chyby/index.html", *(f"chyby/{code}/index.html" for code in CODES)),
        "assets/inspirace/maps.json",
        "inovace/stary-klub/index.html",
        "assets/inspirace/browse.css",
        "assets/inspirace/coverage.css",
        "assets/inspirace/favicon.svg",
        "assets/inspirace/fonts/OFL.txt",
        "assets/inspirace/fonts/README.md",
        "assets/inspirace/fonts/fraunces-600-latin-ext.woff2",
        "assets/inspirace/fonts/fraunces-600-latin.woff2",
        "assets/inspirace/form.css",
        "assets/inspirace/help.css",
        "assets/inspirace/inspirace.css",
        "assets/inspirace/inspirace.js",
        "opensearch.xml",
    ]


def test_an_old_address_leads_to_the_present_one() -> None:
    html = drawn()["inovace/stary-klub/index.html"].content.decode()
    target = "../../inovace/klub/"
    assert html.splitlines() == [
        "<!doctype html>",
        '<html lang="cs">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="robots" content="noindex">',
        f'<meta http-equiv="refresh" content="0; url={target}">',
        f'<link rel="canonical" href="{SITE.url}inovace/klub/">',
        "<title>Klub &lt;pro&gt; všechny</title>",
        "</head>",
        "<body>",
        f'<p>Stránka se přestěhovala: <a href="{target}">Klub &lt;pro&gt; všechny</a></p>',
        "</body>",
        "</html>",
    ]


def test_addresses_of_the_look_carry_a_mark_of_the_content() -> None:
    names = (f"{FOLDER}inspirace.css", "assets/jine.css", f"{FOLDER}neni.css")
    listed: list[Any] = [*names, SimpleNamespace(path=f"{FOLDER}inspirace.js")]
    mark_contents(listed)
    style, other, missing, script = listed
    assert (other, missing) == ("assets/jine.css", f"{FOLDER}neni.css")
    marks = [
        re.fullmatch(rf"{FOLDER}\w+\.(css|js)\?v=([0-9a-f]{{8}})", one)
        for one in (style, script.path)
    ]
    assert len({found[2] for found in marks if found}) == 2


def mark_of(folder: str, scripts: Iterable[str]) -> str:
    """Return the one mark that the scripts ask for the modules of the folder by."""
    mark = marked(f"{FOLDER}{folder}/a.js").partition("?")[2]
    assert re.fullmatch("v=[0-9a-f]{8}", mark)
    imported = [found for one in scripts for found in re.findall(r"""["`](\./.+?)["`]""", one)]
    assert len(imported) > 9
    assert [one for one in imported if not one.endswith(f".js?{mark}") and one != "./"] == []
    return mark


def test_modules_of_a_folder_are_asked_for_by_one_mark() -> None:
    sent = {one.path: one.content.decode() for one in build_assets() if one.path.endswith(".js")}
    form = [script for path, script in sent.items() if "/form/" in path]
    mark = mark_of("search", [script for path, script in sent.items() if "/form/" not in path])
    assert mark_of("form", form) != mark
    preloaded = re.findall(
        '="[^"]*?search/([^"]*)"', drawn()["inovace/index.html"].content.decode()
    )
    assert {one.partition("?")[2] for one in preloaded} == {mark}


def test_the_stylesheet_is_sent_without_comments_and_asks_no_other_host() -> None:
    sent = {one.path: one.content for one in build_assets()}[f"{FOLDER}inspirace.css"].decode()
    assert ("/*" in sent, "//" in sent, "  " in sent) == (False, False, False)
    fonts = re.findall(r'url\("(.+?)"\)', sent)
    assert [font for font in fonts if not (STATIC / font).is_file()] == []


def test_every_token_that_the_stylesheet_uses_is_defined() -> None:
    css = (STATIC / "inspirace.css").read_text(encoding="utf-8")
    assert (
        set(re.findall(r"var\((--[\w-]+)\)", css)) - set(re.findall(r"(--[\w-]+):", css)) == set()
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        *(
            pytest.param(text, ground, 4.5, id=f"{text}-on-{ground}")
            for text in ("ink", "soft", "brand", "brick")
            for ground in ("paper", "card")
        ),
        *(
            pytest.param(f"{tint}-ink", f"{tint}-{ground}", 4.5, id=f"{tint}-{ground}")
            for tint in ("teal", "peach", "lilac", "sand")
            for ground in ("tint", "line")
        ),
        pytest.param("ink", "amber-paper", 4.5, id="ink-on-amber-paper"),
        pytest.param("soft", "amber-paper", 4.5, id="soft-on-amber-paper"),
        pytest.param("brick", "amber-paper", 4.5, id="brick-on-amber-paper"),
        *(
            pytest.param(text, "code", 4.5, id=f"{text}-on-code")
            for text in ("ink", "soft", "brand", "brick")
        ),
        pytest.param("ink", "mark", 4.5, id="ink-on-mark"),
        pytest.param("brand", "mark", 4.5, id="link-on-mark"),
        pytest.param("on-brand", "brand", 4.5, id="button"),
        pytest.param("on-bar", "bar", 4.5, id="bar"),
        pytest.param("edge", "paper", 3.0, id="edge-of-a-control"),
        pytest.param("edge", "card", 3.0, id="edge-of-a-step"),
        pytest.param("amber", "bar", 3.0, id="focus-in-the-bar"),
    ],
)
def test_colours_stand_out_in_both_schemes(
    text: str, ground: str, least: float, scheme: str
) -> None:
    css = (STATIC / "inspirace.css").read_text(encoding="utf-8")
    assert contrast(token(css, text, scheme), token(css, ground, scheme)) >= least


def token(css: str, name: str, scheme: str) -> str:
    """Return the colour of a token: `#rgb` of both schemes, or one of each."""
    value = str(re.findall(rf"^  --{name}: ((?:var|#).+?);", css, re.MULTILINE)[0])
    found = dict(re.findall(r"var\(--(light|dark), (#\w+)\)", value))
    return str(found.get(scheme, value))


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 counts it."""
    darker, lighter = sorted(map(luminance, (first, second)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    whole = digits if len(digits) == 6 else "".join(one * 2 for one in digits)
    red, green, blue = (linear(int(whole[place : place + 2], 16) / 255) for place in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
