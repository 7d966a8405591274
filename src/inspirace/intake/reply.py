"""Reply: what the sender of a form reads under it on GitHub, in Markdown.

Everything that comes from the sender is a stranger's text: none of it may become markup, call
anybody by name or lead to another issue.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from inspirace.codes import Severity
from inspirace.czech import capitalised
from inspirace.diagnostics import Diagnostic
from inspirace.forms.issue_form import IssueForm
from inspirace.intake.answers import Fault
from inspirace.reporters.text import printable

MOST_FAULTS = 40  # more would not be read, and a comment has 65,536 signs

_MARKUP = re.compile(r"[\\`*_\[\]<>&~|$]")
# GitHub makes a link of @somebody and of #12 unless something stands between.
_CALLING = re.compile(r"@|#(?=\d)")
_ZERO_WIDTH_SPACE = "\u200b"
_LONGEST_LINE = 300
_FIELD_END = re.compile(r"[.\[]")
# Advice of the rules that speaks of a file, which the sender of a form has never seen.
_ADVICE: Mapping[str, str] = {
    "missing-field": "Doplňte to v textu žádosti pod nadpis otázky.",
    "missing-section": "Doplňte to v textu žádosti pod nadpis otázky.",
    "missing-library": "Doplňte úřední název knihovny. Bez knihovny může být jen námět.",
    "ended-before-started": "Opravte začátek, nebo konec.",
    "unsourced-number": "Zkopírujte sem adresu jednoho ze zdrojů, nebo ji mezi zdroje přidejte.",
    "bad-contact": "Napište e-mail, který smí být veřejný, nebo adresu stránky.",
    "place-mismatch": "Nechte kraj i velikost nevyplněné, doplní se samy podle obce.",
    "unknown-place": "Zkontrolujte jméno obce; když je správně, doplní ji do seznamu redakce.",
    "comma-list": "Každou hodnotu napište na svůj řádek.",
}
_MESSAGES: Mapping[str, str] = {
    "missing-field": "Chybí odpověď.",
    "missing-section": "Chybí odpověď.",
}
_HEADINGS_STAY = (
    "Opravte to přímo v textu žádosti: tři tečky u něj vpravo nahoře, pak „Edit“. Nadpisy, které"
    " začínají `###`, nechte, jak jsou. Až to bude, napište sem a redakce žádost pustí znovu."
)


def reply_good(path: str, warnings: Sequence[Fault]) -> str:
    """Return the answer to a form of which a file was made or changed."""
    what_follows = (
        f"Je z nich návrh změny souboru `{path}`. Jeho kontroly na GitHubu čekají, až je někdo"
        " z redakce schválí. Pak redakce text přečte, na něco se možná zeptá a zveřejní ho."
    )
    parts = ["Děkujeme! Odpovědi jsou v pořádku.", what_follows]
    if warnings:
        parts += ["Na tohle se redakce ještě podívá; vy s tím nic dělat nemusíte:"]
        parts.append("\n".join(_items(warnings)))
    return "\n\n".join(parts) + "\n"


def reply_bad(faults: Sequence[Fault]) -> str:
    """Return the answer to a form that has to be repaired first."""
    parts = [
        "Děkujeme za odpovědi. Než z nich bude návrh změny, je potřeba opravit toto:",
        "\n".join(_items(faults)),
        _HEADINGS_STAY,
    ]
    return "\n\n".join(parts) + "\n"


def reply_by_hand(introduction: str, file_text: str = "") -> str:
    """Return the answer where an editor does the rest; `file_text` is what to put into a file."""
    parts = [introduction]
    if file_text:
        lines = _fenced(file_text.rstrip("\n").split("\n"), "yaml")
        parts.append("\n".join(lines).strip("\n"))
    return "\n\n".join(parts) + "\n"


def form_faults(
    found: Iterable[Diagnostic], form: IssueForm, file_text: str = ""
) -> Iterator[Fault]:
    """Yield the findings of the rules as faults under the form's questions.

    Where a finding names no field, the section of the file that it stands in says the question.
    """
    labels = {question.identifier: question.label for question in form.questions}
    for one in found:
        # Only the line says where a sign is that must not be there.
        path = one.field or one.line_text.partition(":")[0].strip()
        name = _FIELD_END.split(path, maxsplit=1)[0]
        label = labels.get(name) or _section(one.location.line, file_text, labels.values())
        message = _MESSAGES.get(one.code, one.message) if path == name else one.message
        own_name = re.match(rf"(?:Pole|Oddíl) „{re.escape(label)}“(?: \(položka \d+\))?: ", message)
        if label and own_name:
            message = capitalised(message[own_name.end() :])
        yield Fault(label, message, _ADVICE.get(one.code, one.help))


def in_order(faults: Iterable[Fault], form: IssueForm) -> list[Fault]:
    """Return the faults in the order of the form's questions, each once."""
    places = {question.label: place for place, question in enumerate(form.questions)}
    once = dict.fromkeys(faults)
    return sorted(once, key=lambda fault: places.get(fault.question, len(places)))


def _section(line: int, file_text: str, labels: Iterable[str]) -> str:
    """Return the label of the section that the line of a file is in."""
    above = file_text.split("\n")[:line]
    titles = {f"## {label}": label for label in labels}
    return next((titles[text] for text in reversed(above) if text in titles), "")


def is_error(found: Diagnostic) -> bool:
    """Return whether the finding keeps the record out."""
    return found.severity is Severity.ERROR


def _items(faults: Sequence[Fault]) -> Iterator[str]:
    for fault in faults[:MOST_FAULTS]:
        question = f"**{markdown_text(fault.question)}**: " if fault.question else ""
        yield f"- {question}{markdown_text(fault.message)}"
        first, *rest = fault.advice.split("\n")
        if first:
            yield f"  {markdown_text(first)}"
        if rest:
            yield from (f"  {line}".rstrip() for line in _fenced(rest, "text"))
    if len(faults) > MOST_FAULTS:
        yield "- A další; ukážou se, až opravíte tato."


def _fenced(lines: Sequence[str], language: str) -> Iterator[str]:
    """Yield a block of code that none of the lines can end."""
    ticks = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, ticks + 1)
    shown = (printable(line)[:_LONGEST_LINE] for line in lines)
    yield from ("", f"{fence}{language}", *shown, fence)


def markdown_text(text: str) -> str:
    """Return the text on one line, with no sign of it taken for markup, a name or a number."""
    line = printable(" ".join(text.split()))[:_LONGEST_LINE]
    plain = _MARKUP.sub(r"\\\g<0>", line)
    return _CALLING.sub(rf"\g<0>{_ZERO_WIDTH_SPACE}", plain)
