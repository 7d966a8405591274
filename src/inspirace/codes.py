"""Codes: every kind of finding, its severity and what the rule asks for.

Codes are English kebab-case and permanent. A new rule begins with its row here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error keeps the record out, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding: `summary` is the rule as a Czech sentence."""

    summary: str
    severity: Severity = Severity.ERROR


def _warning(summary: str) -> Code:
    return Code(summary, Severity.WARNING)


CODES: Mapping[str, Code] = {
    # Reading the file
    "unreadable-file": Code("Soubor jde přečíst."),
    "ignored-file": Code("Ve složkách katalogu jsou jen soubory, které katalog čte."),
    "too-large": Code("Soubor ani jeho hlavička nejsou větší, než kolik případ potřebuje."),
    "binary-file": Code("Soubor je text."),
    "not-utf8": Code("Text je uložený v kódování UTF-8."),
    "byte-order-mark": _warning("Soubor nezačíná neviditelnou značkou BOM."),
    "windows-line-ends": _warning("Řádky končí znakem LF."),
    "damaged-text": Code("Žádné písmeno se při převodu textu neztratilo."),
    "double-encoded": _warning("Text se nepřevedl do UTF-8 dvakrát."),
    # The front matter as YAML
    "no-front-matter": Code("Soubor začíná hlavičkou mezi dvěma řádky ---."),
    "not-closed": Code("Hlavička je ukončená řádkem ---."),
    "syntax": Code("Hlavička jde přečíst jako pole a hodnoty."),
    "too-deep": Code("Závorky, seznamy a citace nejsou vnořené příliš hluboko."),
    "unquoted-colon": Code("Hodnota s dvojtečkou je v uvozovkách."),
    "missing-space": Code("Za dvojtečkou po názvu pole je mezera."),
    "tab": Code("Odsazuje se mezerami, ne tabulátorem."),
    "wrong-indent": Code("Pole jedné úrovně jsou odsazená stejně."),
    "quotes-in-quotes": Code("Uvnitř uvozovek jsou jen české uvozovky."),
    "unclosed-quote": Code("Uvozovka na začátku hodnoty má na konci svou dvojici."),
    "unclosed-bracket": Code("Závorka na začátku seznamu má na konci svou dvojici."),
    "reserved-start": Code("Hodnota nezačíná znakem, který má v hlavičce zvláštní význam."),
    "lost-text": Code("Text za mezerou a křížkem se neztratí."),
    "duplicate-field": Code("Každé pole je v hlavičce jednou."),
    "non-breaking-space": Code("Za dvojtečkou je obyčejná mezera."),
    "dash-as-list-mark": Code("Položka seznamu začíná spojovníkem a mezerou."),
    "smart-quotes": Code("Hodnotu ohraničují rovné uvozovky."),
    "yaml-feature": Code("Hlavička nepoužívá kotvy, odkazy, značky typů ani slučování."),
    # Fields
    "unknown-field": Code("Všechna pole zná schéma."),
    "missing-field": Code("Povinná pole jsou vyplněná."),
    "empty-value": Code("Uvedené pole má hodnotu."),
    "wrong-kind": Code("Hodnota je toho druhu, který pole čeká."),
    "too-short": Code("Text je dost dlouhý."),
    "too-long": Code("Text není příliš dlouhý."),
    "too-few": Code("Seznam má dost položek."),
    "too-many": Code("Seznam nemá příliš mnoho položek."),
    "repeated-item": Code("Položka je v seznamu jednou."),
    "out-of-range": Code("Číslo je v mezích."),
    "comma-list": Code("Více hodnot se píše jako seznam, každá na svém řádku."),
    "unknown-term": Code("Pojem je ve slovníku."),
    "deprecated-term": _warning("Pojem je ve slovníku platný."),
    "bad-date": Code("Datum existuje a je zapsané předepsaným způsobem."),
    "bad-address": Code("Adresa začíná http:// nebo https://."),
    "bad-contact": Code("Kontakt je e-mail, nebo adresa."),
    "bad-image": Code("Obrázek je soubor jpg, png nebo webp s jednoduchou cestou."),
    "bad-character": Code("V hodnotě nejsou znaky, které nejde zobrazit."),
    "bad-identifier": Code("Zkrácený název je malými písmeny bez diakritiky, se spojovníky."),
    "ended-before-started": Code("Služba neskončila dřív, než začala."),
    "missing-library": Code("U skutečného případu je uvedená knihovna."),
    "unsourced-number": Code("Každé číslo má svůj zdroj mezi zdroji případu."),
    "unknown-place": _warning("Obec je v seznamu obcí."),
    "place-mismatch": Code("Kraj a velikost obce souhlasí se seznamem obcí a se zemí."),
    "evidence-without-results": Code("Bez oddílu Výsledky je úroveň doložení nejvýše 1."),
    "verified-by-nobody": Code("U ověřených údajů je uvedeno, kdo je ověřil, u neověřených ne."),
    "dead-reference": Code("Odkazovaný případ nebo metoda v katalogu je."),
    "self-reference": Code("Případ ani metoda neodkazují samy na sebe."),
    "bad-slug": Code("Název souboru je malými písmeny bez diakritiky, se spojovníky."),
    "slug-reserved": Code("Název souboru není vyhrazený."),
    "slug-taken": Code("Adresu nepoužívá jiný případ."),
    # Body
    "missing-section": Code("Povinné oddíly v textu jsou."),
    "unknown-section": Code("Oddíly se jmenují podle schématu."),
    "repeated-section": Code("Každý oddíl je v textu jednou."),
    "section-order": Code("Oddíly jdou v předepsaném pořadí."),
    "empty-section": Code("Oddíl má text."),
    "text-outside-section": Code("Všechen text je v některém oddílu."),
    "raw-html": Code("V textu není HTML."),
    "unsupported-markup": Code("Text používá jen značky, které katalog umí."),
    "bad-link": Code("Odkaz začíná http://, https:// nebo mailto:, nebo vede na soubor."),
    "dead-link": Code("Soubor, na který text odkazuje, existuje."),
    "dead-anchor": Code("Oddíl, na který odkaz míří, na stránce je."),
    "dead-image": Code("Obrázek existuje."),
    "foreign-image": Code("Obrázek je uložený v katalogu, ne na cizím webu."),
    "missing-alt": Code("Obrázek má popis pro toho, kdo ho nevidí."),
    "site-address": Code("Na stránky katalogu se odkazuje cestou k souboru."),
    # Language
    "officialese": _warning("Text neužívá úřední slova ze seznamu redakce."),
    "long-sentence": _warning("Věta nemá víc než 40 slov."),
    "summary-repeats-title": _warning("Shrnutí říká něco jiného než název."),
    "repeated-sentence": _warning("Věta o osmi a více slovech nestojí ve dvou souborech."),
    # Files of the editors
    "bad-schema": Code("Schéma používá jen známá klíčová slova a každé pole je popsané."),
    "bad-vocabulary": Code("Slovník jde přečíst a jeho pojmy jsou v pořádku."),
    "bad-places": Code("Seznam obcí jde přečíst."),
    "bad-trails": Code("Cesty katalogem jdou přečíst."),
    "bad-officialese": Code("Seznam úředních slov jde přečíst."),
    "ambiguous-synonym": _warning(
        "Synonymum patří k jednomu pojmu, nebo je označené jako sdílené."
    ),
    "unused-term": _warning("Pojem slovníku některý případ používá."),
    "empty-synonym": _warning("Synonymum obsahuje písmena nebo číslice."),
}
