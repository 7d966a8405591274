"""Text: findings with their lines of source, for people."""

from collections.abc import Iterable, Iterator, Sequence

from inspirace.codes import Severity
from inspirace.czech import counted
from inspirace.diagnostics import Diagnostic
from inspirace.explanations.texts import Links

SEVERITY_LABELS = {Severity.ERROR: "chyba", Severity.WARNING: "upozornění"}
_LONGEST_LINE = 100
_LEFT_OUT = "…"
_MOST_EXPLAINED = 8  # codes with their addresses; who has more begins with these


def report_text(diagnostics: Sequence[Diagnostic]) -> str:
    """Return the findings with their lines of source and, below them, how many there are."""
    if not diagnostics:
        return ""
    blocks = ("\n".join(_finding_lines(found)) for found in diagnostics)
    return "\n\n".join((*blocks, f"Celkem: {summary(diagnostics)}.")) + "\n"


def report_explanations(diagnostics: Iterable[Diagnostic], links: Links) -> str:
    """Return where each code of the findings is explained, or which command explains it."""
    codes = list(dict.fromkeys(found.code for found in diagnostics))[:_MOST_EXPLAINED]
    if not codes:
        return ""
    if not links(codes[0]):
        return f"Vysvětlení s příklady vypíše: inspirace explain {' '.join(codes)}\n"
    lines = (f"  {code}: {links(code)}\n" for code in codes)
    return "".join(("Vysvětlení s příklady:\n", *lines))


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many errors and warnings there are: „2 chyby, 1 upozornění“."""
    severities = [found.severity for found in diagnostics]
    errors, warnings = (severities.count(one) for one in (Severity.ERROR, Severity.WARNING))
    said = [
        counted(errors, "chyba", "chyby", "chyb") if errors else "",
        counted(warnings, "upozornění", "upozornění", "upozornění") if warnings else "",
    ]
    return ", ".join(filter(None, said)) or "žádná chyba"


def _finding_lines(found: Diagnostic) -> Iterator[str]:
    place = found.location
    label = SEVERITY_LABELS[found.severity]
    yield f"{place.path}:{place.line}:{place.column}: {label}: {found.message} [{found.code}]"
    if found.line_text.strip():
        number, (text, column) = str(place.line), _excerpt(found.line_text, place.column)
        yield f"  {number} │ {text}"
        yield f"  {' ' * len(number)} │ {_gap(text, column)}^"
    if found.help:
        first, *rest = found.help.split("\n")
        yield f"  → {first}"
        yield from (f"    {line}".rstrip() for line in rest)


def _excerpt(line: str, column: int) -> tuple[str, int]:
    """Return the part of a line around the column, and the column in that part."""
    if len(line) <= _LONGEST_LINE:
        return printable(line), column
    start = min(max(0, column - 1 - _LONGEST_LINE // 2), len(line) - _LONGEST_LINE)
    part = printable(line[start : start + _LONGEST_LINE])
    before, after = ("", _LEFT_OUT)[start > 0], ("", _LEFT_OUT)[start + _LONGEST_LINE < len(line)]
    return f"{before}{part}{after}", column - start + len(before)


def printable(text: str) -> str:
    """Return the text without signs that would not be seen."""
    # A control character must not move a terminal's cursor; a tab stays one column wide.
    return "".join(
        sign if sign.isprintable() or sign == "\xa0" else "\ufffd"
        for sign in text.replace("\t", "→")
    )


def _gap(text: str, column: int) -> str:
    return " " * min(max(column - 1, 0), len(text))
