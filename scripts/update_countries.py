"""Fill content/vocabularies/countries.yml with the countries of ISO 3166-1 from Babel.

Names come from Babel's Czech and English tables, unless `overrides` in the file says otherwise.
Synonyms and descriptions that editors wrote stay. Run it again after a new Babel or an edit of
`overrides`; a second run changes nothing.
"""

import argparse
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import yaml
from babel import Locale
from babel.core import get_global

COUNTRIES = Path(__file__).resolve().parents[1] / "content" / "vocabularies" / "countries.yml"

# Two-letter codes of Babel that ISO 3166-1 does not give to a country.
NOT_COUNTRIES = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
)
# Numbers of states that are no more (both Germanies, both Yemens, the Sudan and Ethiopia before
# they were divided, France without its overseas parts), which Babel lists beside today's.
FORMER_NUMBERS = frozenset({"230", "249", "278", "280", "720", "736", "886"})

KEPT = ("description", "synonyms", "shared_synonyms", "deprecated", "replaced_by")
TERMS = "\nterms:\n"
ALPHA_2 = re.compile("[A-Z]{2}")


class Digits(str):
    """A number that stays a text: 008."""

    __slots__ = ()


class IndentedLists(yaml.SafeDumper):
    """Writes lists indented under their key, as in the other vocabularies."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  PyYAML's own signature
        """Indent a list like a mapping."""
        super().increase_indent(flow, indentless=False)


def represent_digits(dumper: yaml.SafeDumper, digits: Digits) -> yaml.ScalarNode:
    """Return a scalar in quotes, which no reader of YAML takes for a number."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", digits, style="'")


IndentedLists.add_representer(Digits, represent_digits)


def country_codes() -> list[str]:
    """Return the alpha-2 codes of ISO 3166-1 in the order of the alphabet."""
    codes = {str(code) for code in Locale("cs").territories}
    return sorted(code for code in codes - NOT_COUNTRIES if ALPHA_2.fullmatch(code))


def numeric_codes() -> dict[str, str]:
    """Return the ISO 3166-1 number of each alpha-2 code, as maps of the world use it."""
    aliases = get_global("territory_aliases")
    return {
        codes[0]: number
        for number, codes in sorted(aliases.items())
        if number.isdigit() and len(codes) == 1 and number not in FORMER_NUMBERS
    }


def build_terms(
    overrides: Mapping[str, str], present: Mapping[str, Mapping[str, object]]
) -> list[dict[str, object]]:
    """Return a term for each country, with what editors wrote to it."""
    czech, english, numbers = Locale("cs").territories, Locale("en").territories, numeric_codes()
    return [
        {"id": code, "label": overrides.get(code, czech[code]), "label_en": english[code]}
        | {key: present[code][key] for key in KEPT if key in present.get(code, {})}
        | {"code": Digits(numbers[code])}
        for code in country_codes()
    ]


def update(text: str) -> str:
    """Return the text of the file with its terms made anew; all above them stays."""
    written = cast("Mapping[str, object]", yaml.safe_load(text))
    overrides = cast("Mapping[str, str]", written.get("overrides") or {})
    rows = cast("list[Mapping[str, object]]", written.get("terms") or [])
    terms = build_terms(overrides, {str(row["id"]): row for row in rows})
    head, _, _ = text.partition(TERMS)
    dumped = yaml.dump(
        {"terms": terms},
        Dumper=IndentedLists,
        allow_unicode=True,
        sort_keys=False,
        width=sys.maxsize,
    )
    return f"{head}\n{dumped}"


def main() -> int:
    """Update the file and say whether it changed."""
    parser = argparse.ArgumentParser(description="Doplní názvy zemí podle normy ISO 3166-1.")
    parser.parse_args()
    before = COUNTRIES.read_text(encoding="utf-8")
    after = update(before)
    if after != before:
        COUNTRIES.write_text(after, encoding="utf-8", newline="\n")
    print("Země jsou doplněné." if after != before else "Není co měnit.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
