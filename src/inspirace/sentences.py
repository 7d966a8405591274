"""Sentences: messages of rules as texts with places, for the checker here and for the form.

The form in a browser says what the checker says, word by word: it gets this table with the schema.
A sentence about a field begins with its name, which `{said}` stands for: „Pole „Název““.
"""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "empty-value": "{said}: hodnota chybí.",
    "bad-character": "{said}: je tu znak U+{sign}, který není vidět nebo se nepřečetl.",
    "turning-sign": "Na tomto místě je neviditelný znak U+{sign}: znak, který obrací směr textu.",
    "text-too-short": "{said}: text má {length}, nejméně jich má být {limit}.",
    "text-too-long": "{said}: text má {length}, nejvýš jich může být {limit}.",
    "shorten": "Zkraťte ho o {length}.",
    "list-empty": "{said}: seznam je prázdný, položek má být nejméně {limit}.",
    "list-too-short": "{said}: seznam má {length}, položek má být nejméně {limit}.",
    "list-too-long": "{said}: seznam má {length}, nejvýš jich může být {limit}.",
    "repeated-item": "{said}: {value} už v seznamu je.",
    "too-small": "{said}: {value} je příliš málo, nejmenší možná hodnota je {limit}.",
    "too-great": "{said}: {value} je příliš mnoho, největší možná hodnota je {limit}.",
    "other-form": "{said}: {value} má jinou podobu, než má mít.",
    "not-whole": "{said}: {value} není celé číslo.",
    "missing-field": "Chybí povinné pole {label}.",
    "unknown-term": "{said}: {value} není pojem slovníku „{title}“.",
    "unknown-country": "{said}: {value} není kód země.",
    "deprecated-term": "{said}: pojem „{term}“ se už nepoužívá.",
    "bad-address": "{said}: {value} není webová adresa.",
    "bad-email": "{said}: {value} není e-mailová adresa.",
    "bad-identifier": "{said}: {value} není zkrácený název {record}.",
    "bad-image": "{said}: {value} není cesta k obrázku.",
    "bad-day": "{said}: {value} není datum zapsané jako 2026-11-22.",
    "bad-month": "{said}: {value} není rok ani rok s měsícem.",
    "no-such-day": "{said}: {value}: {missing} v kalendáři není.",
    "ended-before-started": "Služba by skončila ({ended}) dřív, než začala ({started}).",
    "missing-library": "Není uvedená knihovna, která službu dělá.",
    "unsourced-number": "Adresa {value} není mezi zdroji případu.",
    "evidence-without-results": "Úroveň doložení je „{level}“, ale oddíl Výsledky v textu není.",
    "by-of-unverified": "Stav ověření je „{status}“, a přitom je uvedeno, kdo údaje ověřil.",
    "verified-by-nobody": "Stav ověření je „{status}“, ale není uvedeno, kdo údaje ověřil.",
    "bad-contact": "U kontaktu není e-mail ani adresa stránky.",
    "region-abroad": "Země je {country}, ale kraj se uvádí jen u případů z Česka.",
    "slug-taken": "Stejnou adresu už má soubor {path}.",
    "missing-section": "Chybí oddíl „{title}“.",
    "empty-section": "Oddíl „{title}“ nemá žádný text.",
    "section-too-short": "Oddíl „{title}“: text má {length}, nejméně jich má být {limit}.",
    "section-too-long": "Oddíl „{title}“: text má {length}, nejvýš jich může být {limit}.",
    "unknown-section": "Oddíl „{title}“ schéma nezná.",
    "repeated-section": "Oddíl „{title}“ už je na řádku {line}.",
    "raw-html": "V textu je značka HTML „{tag}“.",
    "hidden-note": "V textu je skrytá poznámka <!-- … -->, čtenář ji neuvidí.",
    "footnote": "Poznámky pod čarou katalog nemá.",
    "strikethrough": "Přeškrtnutí katalog nemá.",
    "task": "Zaškrtávací políčka katalog nemá.",
    "fenced-code": "Bloky programového kódu katalog nemá.",
    "indented-code": "Řádek začíná čtyřmi mezerami nebo tabulátorem, a tak by vyšel jako"
    " programový kód.",
    "frame": "Barevné rámečky katalog nemá.",
    "link-scheme": "{said} začíná „{scheme}:“, a takový katalog nepřijímá.",
    "link-on-a-disk": "{said} vede na soubor ve vašem počítači, nikdo jiný ho neotevře.",
    "link-unfinished": "{said} není celá adresa.",
    "link-without-scheme": "{said} nemá na začátku https:.",
    "link-gap": "Mezi hranatou a kulatou závorkou je mezera, a tak by z nich nebyl odkaz.",
    "link-without-https": "{said} nemá na začátku https://.",
    "braces": "Značky ve složených závorkách katalog nemá.",
    "highlight": "Zvýraznění rovnítky katalog nemá.",
    "formula": "Matematické vzorce katalog nemá.",
    "foreign-image": "{said} je uložený na cizím webu.",
}

# What to do in a form, where nobody sees how a value is written in a file; for other findings the
# form gives the field's own help. The checker says more, with lines to copy.
FORM_ADVICE: Mapping[str, str] = {
    "link-gap": "Odkaz se píše [text odkazu](adresa), závorky jsou těsně u sebe.",
    "link-without-https": "Napište: https://{bare}",
    "braces": "Smažte je i se závorkami.",
    "highlight": "Tučně se píše **takto**.",
    "formula": "Výpočet napište slovy. Má-li tu být dolar, napište ho také slovem.",
    "fenced-code": "Řádky se značkami ``` nebo ~~~ smažte.",
    "indented-code": "Mezery na začátku řádku smažte.",
    "unknown-section": "Podnadpis začněte třemi křížky: ### Podnadpis",
    "hidden-note": "Smažte ji celou, nebo ji přepište do textu.",
    "raw-html": "Značku smažte. Má-li znak < v textu být, napište před něj zpětné lomítko: \\<",
    "foreign-image": "Obrázek sem nevkládejte; bez vykřičníku z něj bude odkaz.",
    "link-on-a-disk": "Napište adresu na webu.",
    "link-scheme": "Odkaz začíná https://, http:// nebo mailto:.",
    "link-unfinished": "Zkopírujte celou adresu z prohlížeče.",
    "footnote": "Poznámku vepište do věty; odkud co víte, patří do zdrojů.",
    "strikethrough": "Přeškrtnutý text smažte.",
    "task": "Hranaté závorky na začátku položky smažte, odrážka stačí.",
    "frame": "Značku rámečku smažte a text pod ní napište jako obyčejný odstavec.",
    "link-without-scheme": "Napište: https:{bare}",
    "repeated-item": "Nechte tu položku jen jednou.",
    "ended-before-started": "Opravte začátek nebo konec.",
    "missing-library": "Doplňte úřední název knihovny. Bez knihovny může být jen námět.",
    "evidence-without-results": "Doplňte oddíl Výsledky podle toho, co říkají zdroje.",
    "bad-contact": "Doplňte e-mail nebo adresu, nebo celý kontakt smažte.",
    "region-abroad": "Kraj smažte, nebo opravte zemi.",
    "unsourced-number": "Přidejte ji mezi zdroje, nebo vyberte adresu zdroje, který tam je.",
    "bad-character": "Přepište text ručně, nebo ho zkopírujte přes obyčejný textový editor.",
    "turning-sign": "Přepište text ručně, nebo ho zkopírujte přes obyčejný textový editor.",
    "by-of-unverified": "Opravte stav ověření, nebo toho, kdo údaje ověřil.",
    "verified-by-nobody": "Opravte stav ověření, nebo toho, kdo údaje ověřil.",
}


def sentence(name: str, **places: object) -> str:
    """Return the sentence with its places filled in."""
    return SENTENCES[name].format(**places)
