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
    "foreign-image": "{said} je uložený na cizím webu.",
}


def sentence(name: str, **places: object) -> str:
    """Return the sentence with its places filled in."""
    return SENTENCES[name].format(**places)
