"""Crowds: many cases out of one, each with other values in what readers narrow them by."""

import re
from collections.abc import Mapping, Sequence

# Remainders of a case's number choose the values: no two fields go together.
VALUES: Mapping[str, Sequence[str]] = {
    "cost_band": ("bez-nakladu", "do-5-tisic", "5-az-25-tisic"),
    "effort_setup": ("priprava-do-1-tydne", "priprava-do-1-mesice"),
    "status": ("bezi", "ukonceno", "bezi", "bezi", "pilot"),
    "evidence_level": ("1-popis", "2-vystupy"),
    "started": ("2008", "2013", "2016-05", "2018-09", "2021", "2022", "2023"),
}
IN_SMALL_START_TOO = ("cost_band", "effort_setup")
GROUPS = ("deti-skolni", "seniori", "sluchove-postizeni", "lide-s-postizenim", "deti-a-mladez")
TOPICS = ("ctenarstvi-a-gramotnost", "digitalni-dovednosti", "dusevni-zdravi")


def crowd(model: str, number: int) -> str:
    """Return the text of a case like the model, with values that its number chooses."""
    text = re.sub(
        r"^title: .*", f"title: Setkání u stolu číslo {number}", model, flags=re.MULTILINE
    )
    text = re.sub(r"^aliases:\n(?:  - .*\n)+", "", text, flags=re.MULTILINE)
    for place, (field, values) in enumerate(VALUES.items()):
        chosen = values[number // (place + 1) % len(values)]
        times = 2 if field in IN_SMALL_START_TOO else 1
        row, written = re.compile(rf"^( *){field}: .*", re.MULTILINE), rf"\1{field}: {chosen}"
        text = row.sub(written, text, count=times)
    text = _with_list(text, "target_groups", {GROUPS[number % 5], GROUPS[number // 3 % 5]})
    return _with_list(text, "topics", {TOPICS[number % 3], TOPICS[number // 2 % 3]})


def _with_list(text: str, field: str, values: set[str]) -> str:
    listed = "".join(f"  - {value}\n" for value in sorted(values))
    return re.sub(rf"^{field}:\n(?:  - .*\n)+", f"{field}:\n{listed}", text, flags=re.MULTILINE)
