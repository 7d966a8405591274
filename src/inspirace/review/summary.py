"""Summary: a change in Markdown, for an editor who decides whether it may land."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from inspirace.catalogue import Catalogue
from inspirace.czech import counted
from inspirace.reporters.github import MOST_SUMMARY_BYTES
from inspirace.reporters.markdown import escaped, fenced
from inspirace.review.changes import Change, coverage, field_changes, section_changes
from inspirace.review.similar import find_similar
from inspirace.schema.fields import Schema
from inspirace.vocabularies import Vocabulary

_MOST_MISSING = 6
_LONGEST_CELL = 300
_TITLE = "## Co návrh mění v katalogu\n"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a summary is made from; `wrong` are paths with errors, `silent` unanswered addresses."""

    changes: Sequence[Change]
    schemas: Mapping[str, Schema]
    vocabularies: Mapping[str, Vocabulary]
    catalogue: Catalogue
    wrong: frozenset[str] = frozenset()
    silent: Mapping[str, Mapping[str, str]] | None = None


def summarise(reviewed: Reviewed) -> str:
    """Return the summary, cut where GitHub would throw the whole away."""
    parts = [_TITLE]
    if not reviewed.changes:
        parts.append("Žádný případ ani metoda se nemění.\n")
    room = MOST_SUMMARY_BYTES // 2
    for place, change in enumerate(reviewed.changes):
        part = "\n".join(_about(change, reviewed)) + "\n"
        room -= len(part.encode(errors="replace"))
        if room < 0:
            left = len(reviewed.changes) - place
            parts.append(f"A ještě {counted(left, 'soubor', 'soubory', 'souborů')}.\n")
            break
        parts.append(part)
    return "\n".join(parts)


def _about(change: Change, reviewed: Reviewed) -> Iterator[str]:
    title = f" – {escaped(change.title)}" if change.title else ""
    yield f"### {_what(change)}: {escaped(change.path)}{title}\n"
    if change.after is None:
        yield _gone(change, reviewed)
        return
    if change.path in reviewed.wrong:
        yield "**V souboru jsou chyby**, náhled proto není. Vypisuje je kontrola obsahu.\n"
    if change.kind not in reviewed.schemas:
        yield "Schéma nebo slovník nejde přečíst, a tak není podle čeho porovnávat.\n"
        return
    if not change.after.values:
        yield "Hlavičku teď nejde přečíst, a tak není co porovnat.\n"
        return
    yield from _remarks(change, reviewed)
    yield from _fields(change, reviewed)
    if change.before is None:
        return  # all of its text is in the preview
    for section in section_changes(change, reviewed.schemas[change.kind]):
        yield f"<details><summary>Oddíl {escaped(section.label)}</summary>"
        yield from fenced(section.lines, "diff")
        yield "\n</details>\n"


def _what(change: Change) -> str:
    if change.before is None:
        return "Nový soubor"
    return "Smazaný soubor" if change.after is None else "Změněný soubor"


def _gone(change: Change, reviewed: Reviewed) -> str:
    said = "Stránka z webu zmizí a odkazy na ni přestanou platit."
    if change.kind != "innovation":
        return f"{said}\n"
    for heir in reviewed.catalogue.by_title:
        if change.slug in heir.aliases:
            return f"Kdo přijde na její adresu, dostane se na {escaped(heir.path)}.\n"
    return (
        f"{said} Pokračuje-li jinde, připište jméno souboru bez přípony"
        f" („{escaped(change.slug)}“) tam do pole `aliases`.\n"
    )


def _remarks(change: Change, reviewed: Reviewed) -> Iterator[str]:
    if change.after is not None:
        covered = coverage(change.after, reviewed.schemas[change.kind])
        said = f"- Z {covered.total} nepovinných polí je vyplněno {covered.filled}."
        if covered.missing:
            some = ", ".join(map(escaped, covered.missing[:_MOST_MISSING]))
            said += f" Prázdná jsou mimo jiné: {some}."
        yield said
    innovations = reviewed.catalogue.innovations
    case = innovations.get(change.slug) if change.kind == "innovation" else None
    for similar in find_similar(case, reviewed.catalogue) if case else ():
        name = f"„{escaped(similar.innovation.title)}“ ({escaped(similar.innovation.path)})"
        reasons = ", ".join(similar.reasons)
        yield f"- Není to totéž? {name}: {reasons}."
    for address, reason in (reviewed.silent or {}).get(change.path, {}).items():
        yield f"- Odkaz neodpovídá ({escaped(reason)}): {escaped(address)}"
    yield ""


def _fields(change: Change, reviewed: Reviewed) -> Iterator[str]:
    changed = tuple(field_changes(change, reviewed.schemas[change.kind], reviewed.vocabularies))
    if not changed:
        return
    is_new = change.before is None
    yield "| Pole | Je |\n|---|---|" if is_new else "| Pole | Bylo | Je |\n|---|---|---|"
    for one in changed:
        cells = [_cell(one.after, one.same)]
        if not is_new:
            cells.insert(0, _cell(one.before))
        yield f"| {escaped(one.label)} | {' | '.join(cells)} |"
    yield ""


def _cell(values: Sequence[str], same: int = 0) -> str:
    text = " · ".join(values)
    short = f"{text[:_LONGEST_CELL]}…" if len(text) > _LONGEST_CELL else text
    others = f"{counted(same, 'další položka', 'další položky', 'dalších položek')} beze změny"
    return " · ".join(filter(None, (escaped(short), others if same else ""))) or "–"
